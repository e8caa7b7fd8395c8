"""The sign-ins to mailboxes through the browser: at Google and at Microsoft. Knows no folder and no mail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from socialdesk.connectors.email import servers
from socialdesk.connectors.email.keys import Keys, OnePassword, Renewed
from socialdesk.connectors.email.microsoft import NAME as MICROSOFT
from socialdesk.connectors.email.microsoft import MicrosoftSignIn
from socialdesk.connectors.email.opening import KEPT, Opening
from socialdesk.connectors.google.oauth import GoogleSignIn, end_of
from socialdesk.connectors.kit.contract import AtBrowser, CredentialKeeper, Surroundings
from socialdesk.connectors.kit.oauth import Tokens
from socialdesk.support.ids import new_id

GOOGLE_SCOPE = "https://mail.google.com/"
"""Reads and sends by IMAP and SMTP; there is no smaller one that does (Google: IMAP, POP and SMTP, OAuth 2.0)."""
GOOGLE_WAY, MICROSOFT_WAY = "google", "microsoft"


class BrowserSignIns:
    """The providers that let a person in through the browser, by the ids of the manifest's ways."""

    def __init__(self, hosts: Mapping[str, str], where: Mapping[str, servers.Servers] | None = None) -> None:
        """`where` is what stands in for the providers' own mail servers, in tests."""
        google = {"auth": hosts["google_auth"], "token": hosts["google_token"]}
        self._google = GoogleSignIn(google, GOOGLE_SCOPE)
        self._microsoft = MicrosoftSignIn(hosts["microsoft"])
        self._where = where or {}

    def begin(self, way: str, address: str, typed: Mapping[str, str], redirect: str) -> AtBrowser:
        """Where the browser goes. Raises ConnectorError."""
        name = typed.get("name", "")
        if way == GOOGLE_WAY:
            return self._google.begin(typed, redirect, hint=address, address=address, name=name)
        return self._microsoft.begin(typed, redirect, hint=address, address=address, name=name)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> Tokens:
        """The tokens, with the opening of the mailbox in them. Raises ConnectorError."""
        sign_in = self._google if way == GOOGLE_WAY else self._microsoft
        tokens = await sign_in.finish(kept, answer, around.http, around.clock)
        app: dict[str, str] = json.loads(kept)["app"]
        address = app["address"]
        where = self._where.get(way) or servers.of_way(way, address.rpartition("@")[2])
        # Both providers put what is sent into Sent by themselves (Gmail help; Exchange Online, SMTP submission).
        opening = Opening(
            address, app["name"], address, "", where.imap[0], where.smtp[0], way not in self._where, way, new_id()
        )
        more = {key: value for key, value in tokens.more.items() if key not in {"address", "name"}}
        return replace(tokens, more=more | {KEPT: opening.text()})

    def keys(self, opening: Opening, keeper: CredentialKeeper, around: Surroundings) -> Keys:
        """Where the keys of a mailbox come from."""
        if opening.way == GOOGLE_WAY:
            return Renewed(self._google.keeping(around.http, around.clock, keeper), "Google")
        if opening.way == MICROSOFT_WAY:
            return Renewed(self._microsoft.keeping(around.http, around.clock, keeper), MICROSOFT)
        return OnePassword(opening.password)

    @staticmethod
    def ends_at(opening: Opening, keeper: CredentialKeeper) -> datetime | None:
        """When the sign-in ends by itself, whatever is done; None where it does not."""
        return end_of(Tokens.read(keeper.load())) if opening.way else None

    async def sign_out(self, opening: Opening, keeper: CredentialKeeper, around: Surroundings) -> None:
        """End the sign-in where the provider lets a program do that: Google does. Raises ConnectorError."""
        if opening.way == GOOGLE_WAY:
            await self._google.revoke(around.http, Tokens.read(keeper.load()))
