"""Signs in to Telegram with a bot's token and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.kit.contract import Account, CredentialKeeper, Credentials, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.telegram.access import name_of, tried, who
from socialdesk.connectors.telegram.failures import SIGN_IN_AGAIN
from socialdesk.connectors.telegram.session import TelegramSession
from socialdesk.connectors.telegram.wire import Wire, checked_token
from socialdesk.model.failure import FailureKind

NOT_ACCEPTED = (
    "Telegram does not know this token. Copy it from @BotFather once more, all of it; after /revoke only the newest one"
    " works."
)


class TelegramConnector:
    """The plug-in for Telegram."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        with about("token"):
            token = checked_token(typed.get("token", ""))
        server = typed.get("server", "").rstrip("/")
        server = (server if "://" in server else f"https://{server}") if server else self.manifest.hosts["api"]
        wire = Wire(around.http, around.clock, server, token)
        try:
            me = await who(wire)
            if way == "take_over":
                # What waits for the other program is kept and comes here.
                await wire.call("deleteWebhook", {"drop_pending_updates": False}, is_send=True)
            _, granted = await tried(wire, str(me["id"]))
        except ConnectorError as error:
            if error.failure.kind is FailureKind.AUTH_EXPIRED:
                raise failed(FailureKind.AUTH_EXPIRED, NOT_ACCEPTED, code=error.failure.code, field="token") from None
            raise
        account = Account(
            remote_id=str(me["id"]),
            handle=f"@{me['username']}",
            name=name_of(me),
            server=server,
            mark=self.manifest.mark,
        )
        return SignedIn((account,), Credentials(json.dumps({"token": token})), granted)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        raise AssertionError("no way of Telegram leads to the browser")

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> TelegramSession:
        wire = Wire(around.http, around.clock, account.server, lambda: _token_in(keeper))
        return TelegramSession(self.manifest, wire, account, around.clock)


def _token_in(keeper: CredentialKeeper) -> str:
    """The token that is kept. Raises ConnectorError AuthExpired when there is none (any more)."""
    try:
        return str(json.loads(keeper.load().text)["token"])
    except (LookupError, ValueError, TypeError):
        raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="none kept") from None
