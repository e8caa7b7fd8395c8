"""Signs in to Google in the browser, with the keys of an app that the person made; knows no API.

Facts are from Google's documentation "OAuth 2.0 for Mobile & Desktop Apps": an app of the type "Desktop app" has a
secret that must be sent but protects nothing, the return goes to a port of this machine, PKCE is by S256, and a refresh
token comes only with access_type=offline; prompt=consent makes it come at every sign-in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from socialdesk.connectors.kit.contract import AtBrowser, CredentialKeeper
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.oauth import (
    Begun,
    TokenKeeping,
    Tokens,
    authorize_url,
    by_refreshing,
    end_after,
    exchanged,
    form_post,
    object_in,
)
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

ENDS_AT = "ends_at"
"""In `Tokens.more`: when the sign-in ends, whatever is done; empty where it does not."""
_CLIENT_ID = ".apps.googleusercontent.com"
_ENDED = (
    "The sign-in to Google has ended. Sign in again; nothing is lost. If that happens every seven days, the app in"
    " Google's console is still in “Testing”: publish it there."
)

_NO_APP = (
    "Google does not know the app of this sign-in any more, or its secret was changed. Look at it in Google's console"
    " under Clients, then sign in again; nothing is lost."
)


@dataclass(frozen=True, slots=True)
class GoogleSignIn:
    """What one platform of Google asks for: `scope` is what opens it."""

    hosts: Mapping[str, str]
    """`auth` is where the browser goes, `token` where tokens are got."""
    scope: str

    def begin(self, typed: Mapping[str, str], redirect: str, *, hint: str = "", **more: str) -> AtBrowser:
        """Where the browser goes; `hint` is the account it is about, `more` is kept. Raises ConnectorError."""
        client_id = typed.get("client_id", "")
        if not client_id.endswith(_CLIENT_ID):
            raise failed(
                FailureKind.INVALID,
                "That is not the client ID of an app. It ends with .apps.googleusercontent.com; copy it from Google's"
                " console, under Clients.",
                code="client id",
            )
        begun = Begun.at(redirect)
        url = authorize_url(
            f"{self.hosts['auth']}/o/oauth2/v2/auth",
            begun.params
            | {
                "client_id": client_id,
                "scope": self.scope,
                "access_type": "offline",
                "prompt": "consent",
                "login_hint": hint,
            },
        )
        app = {"client_id": client_id, "client_secret": typed.get("client_secret", ""), **more}
        return AtBrowser(url, begun.kept(app))

    async def finish(self, kept: str, answer: Mapping[str, str], http: Http, clock: Clock) -> Tokens:
        """The tokens for what the browser brought back. Raises ConnectorError."""
        tokens = await exchanged(kept, answer, "Google", partial(self._tokens, http, clock))
        if self.scope not in tokens.scope.split():
            raise failed(
                FailureKind.PERMISSION_DENIED,
                "A box was not ticked, so there is nothing to read. Sign in once more and tick every box that Google"
                " shows.",
                code="scope",
            )
        if not tokens.refresh:
            raise failed(
                FailureKind.AUTH_EXPIRED,
                "Google gave a sign-in that ends within the hour. Sign in once more; if it happens again, make a new"
                " client of the type “Desktop app”.",
                code="no refresh token",
            )
        return tokens

    def keeping(self, http: Http, clock: Clock, keeper: CredentialKeeper) -> TokenKeeping:
        """The tokens of a session, renewed before they end."""
        return TokenKeeping(keeper, clock, by_refreshing(partial(self._tokens, http, clock)), "Google")

    async def revoke(self, http: Http, tokens: Tokens) -> None:
        """End the sign-in at Google; one that has ended already is fine. Raises ConnectorError."""
        url = f"{self.hosts['token']}/revoke"
        answer = await form_post(http, url, {"token": tokens.refresh or tokens.access})
        if answer.status >= 500:
            raise transient("Google", str(answer.status), Certainty.NOT_SENT)

    async def _tokens(self, http: Http, clock: Clock, old: Tokens, form: dict[str, str]) -> Tokens:
        url = f"{self.hosts['token']}/token"
        app = {key: old.more.get(key, "") for key in ("client_id", "client_secret")}
        answer = await form_post(http, url, form | app)
        try:
            said = object_in(answer, http, "Google", url)
            tokens = old.after(said, clock.now())
        except LookupError:
            raise transient("Google", "no access_token", Certainty.NOT_SENT) from None
        except ConnectorError as error:
            if error.failure.code == "invalid_grant":
                raise failed(FailureKind.AUTH_EXPIRED, _ENDED, code="invalid_grant") from None
            if old.access and error.failure.kind is FailureKind.INVALID:
                # The keys were good once: the app is what has gone.
                raise failed(FailureKind.AUTH_EXPIRED, _NO_APP, code=error.failure.code) from None
            raise
        return _with_end(tokens, said, clock.now())


def _with_end(tokens: Tokens, said: Mapping[str, Any], now: datetime) -> Tokens:
    """The tokens with the end of the sign-in, which Google tells as refresh_token_expires_in where there is one."""
    ends = end_after(said.get("refresh_token_expires_in"), now)
    return tokens if ends is None else replace(tokens, more=tokens.more | {ENDS_AT: ends.isoformat()})


def end_of(tokens: Tokens) -> datetime | None:
    """When the sign-in ends by itself; None where it does not."""
    try:
        return datetime.fromisoformat(tokens.more.get(ENDS_AT, "")).astimezone(UTC)
    except ValueError:
        return None
