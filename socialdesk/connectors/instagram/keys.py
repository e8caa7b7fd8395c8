"""Gives what opens an account of Instagram again, by either sign-in; reads and writes its text.

Instagram's own sign-in keeps a `Lasting` token. The one through Facebook keeps the token of the Page behind each
account.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from socialdesk.connectors.graph.kept import Kept
from socialdesk.connectors.kit.contract import Credentials


@dataclass(frozen=True, slots=True)
class Behind:
    """The Page behind an account, and the token that opens both."""

    page: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageKeys(Kept):
    """What one sign-in through Facebook gave: by account, the Page behind it."""

    behind: dict[str, Behind] = field(repr=False)
    app_id: str = ""
    app_secret: str = field(default="", repr=False)
    human_agent: bool = False
    scopes: list[str] | None = None
    ends_at: str = ""

    @classmethod
    def read(cls, credentials: Credentials) -> PageKeys:
        """What `credentials` wrote. Raises LookupError for anything else."""
        try:
            facts = json.loads(credentials.text)
            behind = {str(id_): Behind(str(one["page"]), str(one["token"])) for id_, one in facts["behind"].items()}
            given: dict[str, Any] = {**facts, "behind": behind}
            return cls(**given)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise LookupError("not a sign-in through Facebook") from error
