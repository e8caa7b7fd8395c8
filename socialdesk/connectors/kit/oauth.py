"""What sign-ins through the browser have in common: PKCE, state, addresses, the token request, tokens renewed in time.

Gets what a platform's own documentation says differs (addresses, names of clients, scopes); knows no platform. Nothing
here logs a token or puts one into an address.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from socialdesk.connectors.kit.contract import CredentialKeeper, Credentials, SharedKeeper
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import random_token

EARLY = timedelta(minutes=2)
"""So long before its end a token is renewed: a request under way must not outlive it."""


def pkce() -> tuple[str, str]:
    """A verifier of 43 characters and its challenge by S256 (RFC 7636)."""
    verifier = random_token()
    return verifier, urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def fresh_state() -> str:
    """What a return from the browser is recognised by."""
    return random_token()


def authorize_url(endpoint: str, params: Mapping[str, str]) -> str:
    """Where the browser goes; empty parameters are left out."""
    pairs = urlencode({key: value for key, value in params.items() if value})
    return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{pairs}"


def code_in(answer: Mapping[str, str], state: str, name: str) -> str:
    """The code that the browser brought back from the platform of that name. Raises ConnectorError.

    The state is compared first: whatever else an answer of another sign-in says is not for us.
    """
    if not state or answer.get("state") != state:
        raise failed(
            FailureKind.INVALID,
            f"That answer belongs to another sign-in. Begin the sign-in to {name} once more.",
            code="state",
        )
    error = answer.get("error", "")
    if error == "access_denied":
        raise failed(
            FailureKind.PERMISSION_DENIED,
            f"{name} says that the access was not granted. Sign in once more and allow it.",
            code=error,
        )
    if error in {"server_error", "temporarily_unavailable"}:
        raise failed(
            FailureKind.TRANSIENT, f"{name} cannot sign anybody in at the moment. Try again later.", code=error
        )
    if error or not answer.get("code"):
        raise failed(
            FailureKind.INVALID,
            f"{name} did not let SocialDesk in. Check what the sign-in asks for, then begin it once more.",
            code=error or "no code",
        )
    return answer["code"]


async def form_post(
    http: Http, url: str, form: Mapping[str, str], *, headers: Mapping[str, str] | None = None
) -> Answer:
    """Post a form, as every token endpoint wants it; empty values are left out. Raises ConnectorError."""
    body = urlencode({key: value for key, value in form.items() if value}).encode()
    said = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
    return await http.ask("POST", url, headers=said | dict(headers or {}), body=body)


def object_in(answer: Answer, http: Http, name: str, url: str) -> dict[str, Any]:
    """The JSON object a token endpoint of that platform answered. Raises ConnectorError with what its error means."""
    said = answer.object()
    found = said or {}
    error = found.get("error", "")
    code = error if isinstance(error, str) else str(answer.status)
    if answer.status == 429:
        raise failed(
            FailureKind.RATE_LIMITED,
            f"{name} allows more sign-ins later. Try again in a while.",
            code="429",
            retry_at=http.retry_at(answer),
        )
    if answer.status >= 500 or (answer.status == 200 and said is None):
        raise transient(urlsplit(url).hostname or name, code or str(answer.status), Certainty.NOT_SENT)
    if code in {"invalid_client", "unauthorized_client"}:
        raise failed(
            FailureKind.INVALID,
            f"{name} does not know these keys of an app, or they do not belong together. Check what was typed.",
            code=code,
        )
    if code == "invalid_grant":
        raise failed(
            FailureKind.AUTH_EXPIRED, f"The sign-in to {name} has ended. Sign in again; nothing is lost.", code=code
        )
    if answer.status >= 400 or error:
        raise failed(
            FailureKind.AUTH_EXPIRED,
            f"{name} did not accept this sign-in. Begin it once more.",
            code=code or str(answer.status),
        )
    return found


def end_after(told: Any, now: datetime) -> datetime | None:
    """When something ends that lasts so many seconds from now; None where nobody says, and for what is no such time."""
    try:
        return now + timedelta(seconds=int(told)) if told else None
    except (TypeError, ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Tokens:
    """What opens an account, and until when. `more` is whatever else the platform's sessions need, as text."""

    access: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires_at: datetime | None = None
    """When `access` ends; None where it does not, or nobody says."""
    scope: str = ""
    more: dict[str, str] = field(default_factory=dict[str, str], repr=False)

    def credentials(self) -> Credentials:
        """The form in which they are kept."""
        ends = self.expires_at and self.expires_at.isoformat()
        facts = {"access": self.access, "refresh": self.refresh, "expires_at": ends, "scope": self.scope}
        return Credentials(json.dumps(facts | {"more": self.more}))

    @classmethod
    def read(cls, credentials: Credentials) -> Tokens:
        """What `credentials` wrote. Raises LookupError for anything else."""
        try:
            facts = json.loads(credentials.text)
            ends = facts["expires_at"]
            return cls(
                str(facts["access"]),
                str(facts["refresh"]),
                datetime.fromisoformat(ends) if ends else None,
                str(facts["scope"]),
                {str(key): str(value) for key, value in facts["more"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise LookupError("no tokens") from error

    def after(self, said: Mapping[str, Any], now: datetime) -> Tokens:
        """These tokens as a token endpoint renewed them at a moment; what it did not name stays. Raises LookupError."""
        access = said.get("access_token")
        if not isinstance(access, str) or not access:
            raise LookupError("no access_token")
        return replace(
            self,
            access=access,
            refresh=str(said.get("refresh_token") or self.refresh),
            expires_at=end_after(said.get("expires_in"), now),
            scope=str(said.get("scope") or self.scope),
        )


def tokens_in(answer: Answer, http: Http, name: str, url: str, now: datetime, *, old: Tokens | None = None) -> Tokens:
    """The tokens a token endpoint answered, in place of `old`. Raises ConnectorError."""
    said = object_in(answer, http, name, url)
    try:
        return (old or Tokens("")).after(said, now)
    except LookupError:
        raise transient(urlsplit(url).hostname or name, "no access_token", Certainty.NOT_SENT) from None


Renew = Callable[[Tokens], Awaitable[Tokens]]
AskForTokens = Callable[[Tokens, dict[str, str]], Awaitable[Tokens]]
"""Posts a form to a platform's token endpoint, with what those tokens keep of the app; gives the tokens after it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in with PKCE on its way through the browser: what is sent along, and what is kept until it comes back."""

    redirect: str
    verifier: str
    challenge: str
    state: str

    @classmethod
    def at(cls, redirect: str) -> Begun:
        """One that comes back to this address."""
        return cls(redirect, *pkce(), fresh_state())

    @property
    def params(self) -> dict[str, str]:
        """What every authorize address of the code flow has."""
        return {
            "redirect_uri": self.redirect,
            "response_type": "code",
            "state": self.state,
            "code_challenge": self.challenge,
            "code_challenge_method": "S256",
        }

    def kept(self, app: Mapping[str, str]) -> str:
        """What `exchanged` needs when the browser is back, with the keys of the app."""
        held = {"app": dict(app), "state": self.state, "verifier": self.verifier, "redirect": self.redirect}
        return json.dumps(held)


async def exchanged(kept: str, answer: Mapping[str, str], name: str, ask: AskForTokens) -> Tokens:
    """The tokens for what the browser brought back from the platform of that name. Raises ConnectorError."""
    held = json.loads(kept)
    form = {
        "grant_type": "authorization_code",
        "code": code_in(answer, held["state"], name),
        "code_verifier": held["verifier"],
        "redirect_uri": held["redirect"],
    }
    return await ask(Tokens("", more=held["app"]), form)


def by_refreshing(ask: AskForTokens) -> Renew:
    """How tokens are renewed by their refresh token."""

    async def renew(old: Tokens) -> Tokens:
        return await ask(old, {"grant_type": "refresh_token", "refresh_token": old.refresh})

    return renew


class TokenKeeping:
    """The tokens of one session: renewed shortly before they end, by one request however many wait for it.

    What was renewed is stored before anybody uses it: where a refresh token works once, losing the new one would end
    the sign-in.
    """

    def __init__(self, keeper: CredentialKeeper, clock: Clock, renew: Renew, name: str) -> None:
        """`renew` asks the platform for new tokens in place of those it is given; `name` is the platform's."""
        self._keeper = keeper
        self._clock = clock
        self._renew = renew
        self._name = name
        self._renewing = asyncio.Lock()

    def newest(self) -> Tokens:
        """The tokens as they are kept. Raises ConnectorError AuthExpired when there are none (any more)."""
        try:
            return Tokens.read(self._keeper.load())
        except LookupError:
            raise self._ended("no tokens") from None

    async def fresh(self) -> Tokens:
        """Tokens that last for a request now. Raises ConnectorError."""
        tokens = self.newest()
        if tokens.expires_at is None or tokens.expires_at - EARLY > self._clock.now():
            return tokens
        return await self.renewed(tokens)

    async def renewed(self, spent: Tokens) -> Tokens:
        """Other tokens than these, which the platform did not take any more. Raises ConnectorError."""
        self.newest()
        keeper = self._keeper
        # What several channels share is renewed by one of them: a refresh token that works once would end the others.
        async with keeper.renewing if isinstance(keeper, SharedKeeper) else self._renewing:
            now = self.newest()
            if now.access != spent.access:
                return now
            if not now.refresh:
                raise self._ended("no refresh token")
            new = await self._renew(now)
            self._keeper.store(new.credentials())
            return new

    def _ended(self, code: str) -> ConnectorError:
        return failed(
            FailureKind.AUTH_EXPIRED,
            f"The sign-in to {self._name} has ended. Sign in again; nothing is lost.",
            code=code,
        )
