"""Makes an account of a location, as it is called now; pure."""

from __future__ import annotations

from typing import Any, cast

from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.parts import Wire, part


def account_of(remote_id: str, location: Wire, manifest: Manifest) -> Account:
    """A location: branches of one name are told apart by their code or their street."""
    title = str(location.get("title") or "Google")
    address = part(location, "storefrontAddress")
    lines = address.get("addressLines")
    street = str(cast("list[Any]", lines)[0]) if isinstance(lines, list) and lines else ""
    where = str(location.get("storeCode") or "") or street or str(address.get("locality") or "")
    name = f"{title}, {where}" if where else title
    return Account(remote_id, where or title, name, manifest.default_server, manifest.mark)
