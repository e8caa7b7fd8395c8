"""Signs in to Discord with a bot's token and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from socialdesk.connectors.discord.access import granted, guilds
from socialdesk.connectors.discord.failures import NOT_ACCEPTED, SIGN_IN_AGAIN
from socialdesk.connectors.discord.mapping import Whose
from socialdesk.connectors.discord.session import DiscordSession
from socialdesk.connectors.discord.wire import Wire, understood
from socialdesk.connectors.kit.contract import Account, CredentialKeeper, Credentials, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.failure import FailureKind

_PARTS = 3
NO_TOKEN = (
    # A sentence, no secret.
    "That is no bot token. On the Developer Portal, under Bot, Reset Token shows one: three parts with dots between."  # noqa: S105
)
NO_SERVER = (
    "This bot is in no server yet. On the Developer Portal, under OAuth2, make an invitation for it and open it in your"
    " browser; then connect it here again."
)


class DiscordConnector:
    """The plug-in for Discord: each server the bot is in is an account."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        token = typed.get("token", "").removeprefix("Bot ").strip()
        parts = token.split(".")
        plain = all(part and part.replace("-", "").replace("_", "").isalnum() for part in parts)
        if len(parts) != _PARTS or not plain or not token.isascii():
            raise failed(FailureKind.INVALID, NO_TOKEN, code="token", field="token")
        wire = Wire(around.http, around.clock, self.manifest.hosts["api"], lambda: token)
        try:
            with understood():
                me = await wire.get("/users/@me")
                servers = await guilds(wire)
                if not servers:
                    raise failed(FailureKind.INVALID, NO_SERVER, code="no server")
                allowed = await granted(wire, servers)
        except ConnectorError as error:
            if error.failure.kind is FailureKind.AUTH_EXPIRED:
                raise failed(FailureKind.AUTH_EXPIRED, NOT_ACCEPTED, code=error.failure.code, field="token") from None
            raise
        accounts = tuple(
            Account(
                remote_id=str(server["id"]),
                handle=f"@{me['username']}",
                name=str(server["name"]),
                server=self.manifest.default_server,
                mark=self.manifest.mark,
            )
            for server in servers
        )
        chosen = [one.strip().removeprefix("#").lower() for one in typed.get("channels", "").split(",")]
        kept = {"token": token, "bot": str(me["id"]), "channels": [one for one in chosen if one]}
        return SignedIn(accounts, Credentials(json.dumps(kept)), allowed)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        raise AssertionError("no way of Discord leads to the browser")

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> DiscordSession:
        token = lambda: str(_kept(keeper)["token"])  # noqa: E731 - given to two
        wire = Wire(around.http, around.clock, self.manifest.hosts["api"], token)
        whose = Whose(lambda: str(_kept(keeper)["bot"]), account.remote_id, self.manifest.hosts["cdn"])
        chosen = lambda: tuple(_kept(keeper)["channels"])  # noqa: E731 - as the above
        return DiscordSession(self.manifest, wire, account, whose, chosen, token, around.clock, history)


def _kept(keeper: CredentialKeeper) -> dict[str, Any]:
    """What is kept of the sign-in. Raises ConnectorError AuthExpired when there is none (any more)."""
    try:
        kept: dict[str, Any] = json.loads(keeper.load().text)
        return {"token": kept["token"], "bot": kept["bot"], "channels": kept["channels"]}
    except (LookupError, ValueError, TypeError):
        raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="none kept") from None
