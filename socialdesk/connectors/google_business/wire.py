"""Speaks to the services that make up Google's Business Profile APIs; gives parsed JSON.

Accounts and locations have services of their own; reviews are still in version 4 of the old one, whose names hold both
account and location ("Work with review data").
"""

from __future__ import annotations

from socialdesk.connectors.google.line import Line
from socialdesk.connectors.google.oauth import GoogleSignIn
from socialdesk.connectors.google_business.failures import to_error
from socialdesk.connectors.kit.contract import CredentialKeeper, Surroundings
from socialdesk.connectors.kit.oauth import Tokens
from socialdesk.connectors.kit.parts import Wire, parts

PAGE = 50
"""The most reviews on one page."""
_MOST_PAGES = 50
_FIELDS = "name,title,storeCode,storefrontAddress,metadata"


class Profiles:
    """One sign-in's way to the services."""

    def __init__(self, sign_in: GoogleSignIn, around: Surroundings, keeper: CredentialKeeper) -> None:
        self._hosts = sign_in.hosts
        self._sign_in = sign_in
        self._around = around
        self._line = Line(around.http, sign_in.keeping(around.http, around.clock, keeper), "Google", to_error)

    def tokens(self) -> Tokens:
        """The newest tokens. Raises ConnectorError."""
        return self._line.tokens()

    async def revoke(self) -> None:
        """End the sign-in. Raises ConnectorError."""
        await self._sign_in.revoke(self._around.http, self.tokens())

    async def accounts(self) -> list[Wire]:
        """The accounts this person may see."""
        return await self._all(f"{self._hosts['accounts']}/v1/accounts", "accounts", ("pageSize", "20"))

    async def locations(self, account: str) -> list[Wire]:
        """The locations of an account."""
        return await self._all(
            f"{self._hosts['info']}/v1/{account}/locations",
            "locations",
            ("readMask", _FIELDS),
            ("pageSize", "100"),
        )

    async def location(self, name: str) -> Wire:
        """One location, by the name that reviews use."""
        short = f"locations/{name.rpartition('/')[2]}"
        return await self._line.get(f"{self._hosts['info']}/v1/{short}", ("readMask", _FIELDS))

    async def standing(self, name: str) -> Wire:
        """How a location stands with Google, where the app may ask that: the service is switched on apart."""
        short = f"locations/{name.rpartition('/')[2]}"
        return await self._line.get(f"{self._hosts['standing']}/v1/{short}/VoiceOfMerchantState")

    async def reviews(self, location: str, token: str = "", most: int = PAGE) -> Wire:
        """A page of reviews, the one that changed last first."""
        return await self._line.get(
            f"{self._hosts['reviews']}/v4/{location}/reviews",
            ("pageSize", str(most)),
            ("orderBy", "updateTime desc"),
            ("pageToken", token),
        )

    async def review(self, name: str) -> Wire:
        """One review. Raises ConnectorError Gone."""
        return await self._line.get(f"{self._hosts['reviews']}/v4/{name}")

    async def reply(self, name: str, text: str) -> Wire:
        """Set the one reply of a review: the same again changes nothing."""
        return await self._line.send("PUT", f"{self._hosts['reviews']}/v4/{name}/reply", body={"comment": text})

    async def delete_reply(self, name: str) -> None:
        """Take the reply of a review away."""
        await self._line.send("DELETE", f"{self._hosts['reviews']}/v4/{name}/reply")

    async def _all(self, url: str, key: str, *params: tuple[str, str]) -> list[Wire]:
        found: list[Wire] = []
        token = ""
        for _ in range(_MOST_PAGES):
            said = await self._line.get(url, *params, ("pageToken", token))
            found += parts(said, key)
            token = str(said.get("nextPageToken") or "")
            if not token:
                break
        return found
