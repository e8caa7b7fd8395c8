"""What a person does in the browser when Bluesky asks whether SocialDesk may come in, by the calls of its page."""

from __future__ import annotations

from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

import httpx

_API = "/@atproto/oauth-provider/~api"
_SENT_BY_PAGE = {"sec-fetch-mode": "same-origin", "sec-fetch-site": "same-origin", "sec-fetch-dest": "empty"}
_OPENED = {"sec-fetch-mode": "navigate", "sec-fetch-site": "none", "sec-fetch-dest": "document"}


async def allow(url: str, handle: str, password: str) -> dict[str, str]:
    """Sign in on the page and allow everything; gives the query that the browser brings back."""
    async with _Page(url) as page:
        body = {"locale": "en", "username": handle, "password": password, "remember": False}
        said = await page.post("sign-in", body)
        token, did = said["ephemeralToken"], said["account"].get("sub") or said["account"]["did"]
        return _brought_back(await page.post("consent", {"did": did}, token))


async def refuse(url: str) -> dict[str, str]:
    """Press Deny; gives the query that the browser brings back."""
    async with _Page(url) as page:
        return _brought_back(await page.post("reject", {}))


class _Page:
    """The page of one request to come in."""

    def __init__(self, url: str) -> None:
        self._url = url
        parts = urlsplit(url)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._client = httpx.AsyncClient(timeout=30)
        self._cookies: dict[str, str] = {}

    async def __aenter__(self) -> Self:
        self._note(await self._client.get(self._url, headers={**_OPENED, "accept": "text/html"}))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def post(self, what: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
        """One call of the page."""
        headers = {
            **_SENT_BY_PAGE,
            "origin": self._origin,
            "referer": self._url,
            "x-csrf-token": self._cookies["csrf-token"],
            # The cookie is for https alone, which a server on this machine does without.
            "cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
        }
        if token:
            headers["authorization"] = f"Bearer {token}"
        answer = await self._client.post(f"{self._origin}{_API}/{what}", json=body, headers=headers)
        self._note(answer)
        said: dict[str, Any] = answer.json()
        assert answer.status_code == 200, said
        return said

    def _note(self, answer: httpx.Response) -> None:
        for cookie in answer.headers.get_list("set-cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        self._client.cookies.clear()


def _brought_back(said: dict[str, Any]) -> dict[str, str]:
    query = dict(parse_qsl(urlsplit(said["url"]).query))
    return {key: value for key, value in query.items() if not key.startswith("redirect_")}
