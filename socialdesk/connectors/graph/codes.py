"""Makes a lasting token of what the browser brought back, where Instagram and Threads do it alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from socialdesk.connectors.graph.errors import Said, said_in, to_error
from socialdesk.connectors.graph.reading import Json, word
from socialdesk.connectors.graph.wire import parsed
from socialdesk.connectors.kit import oauth
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.parts import as_list, as_object
from socialdesk.model.failure import FailureKind

KEYS = "Meta does not know these keys of an app, or they do not belong together. Copy both from the app's dashboard."
CODE = "This sign-in was used before, took too long, or the return address is not that of the app. Begin it once more."
NO_TOKEN = "Meta sent no token. Begin the sign-in once more."  # noqa: S105 - a sentence


@dataclass(frozen=True, slots=True)
class Exchange:
    """Where a code becomes a token of an hour, and that one a token of sixty days."""

    code_url: str
    long_url: str
    grant: str
    network: str

    async def ask(
        self, http: Http, kept: Mapping[str, Any], answer: Mapping[str, str], now: datetime
    ) -> tuple[Json, Json]:
        """What was said to the code, and of the lasting token. Raises ConnectorError."""
        # Instagram and Threads hang "#_" onto the address, which a paste brings along.
        code = oauth.code_in(answer, str(kept.get("state", "")), self.network).removesuffix("#_")
        form = {
            "client_id": str(kept["app_id"]),
            "client_secret": str(kept["app_secret"]),
            "grant_type": "authorization_code",
            "redirect_uri": str(kept["redirect"]),
            "code": code,
        }
        first = self._said(await oauth.form_post(http, self.code_url, form), http, now)
        data = first.get("data")
        short = next((as_object(one) for one in as_list(data)[:1] if isinstance(one, dict)), first)
        params = [
            ("grant_type", self.grant),
            ("client_secret", str(kept["app_secret"])),
            ("access_token", _token(short)),
        ]
        lasting = self._said(await http.ask("GET", self.long_url, params=params), http, now)
        _token(lasting)
        return short, lasting

    def _said(self, answer: Answer, http: Http, now: datetime) -> Json:
        said = said_in(answer) or _older(answer)
        if said is not None and _about_keys(said):
            raise failed(FailureKind.INVALID, KEYS, code="app")
        if said is not None and said.code in (100, 400, 36009, 36008):
            raise failed(FailureKind.INVALID, CODE, code=f"{said.code}/{said.sub}")
        if answer.status != 200 or said is not None:
            raise to_error(answer, http, self.network, now)
        return parsed(answer.body, self.network, is_send=False)


def _about_keys(said: Said) -> bool:
    words = said.words.lower()
    return said.code == 101 or any(one in words for one in ("client secret", "client_secret", "platform app", "app id"))


def _older(answer: Answer) -> Said | None:
    """An error in the older form that Instagram's code exchange keeps: `{error_type, code, error_message}`."""
    try:
        said: Any = answer.json()
    except ValueError:
        return None
    if not isinstance(said, dict) or "error_type" not in said:
        return None
    found = as_object(said)
    code = found.get("code")
    return Said(code if isinstance(code, int) else 0, 0, False, "", word(found.get("error_message")))


def _token(said: Json) -> str:
    token = word(said.get("access_token"))
    if not token:
        raise failed(FailureKind.TRANSIENT, NO_TOKEN, code="no token")
    return token
