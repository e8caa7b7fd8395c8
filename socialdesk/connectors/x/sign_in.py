"""Signs in to X in the browser, with the keys of an app that the person made.

Facts are from X's documentation "OAuth 2.0 Authorization Code Flow with PKCE": an access token lasts two hours, a
refresh token comes with offline.access and works once, a code lives 30 seconds, and the address of return is compared
to the letter.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from socialdesk.connectors.kit.contract import AtBrowser
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.oauth import (
    Renew,
    Tokens,
    authorize_url,
    code_in,
    form_post,
    fresh_state,
    pkce,
    tokens_in,
)
from socialdesk.connectors.x.spending import LEAST, USUAL
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

SCOPES = "tweet.read users.read offline.access tweet.write tweet.moderate.write dm.read dm.write block.read media.write"


@dataclass(frozen=True, slots=True)
class XSignIn:
    """Where a sign-in goes: `auth` in the browser, `api` for tokens."""

    hosts: Mapping[str, str]

    def begin(self, typed: Mapping[str, str], redirect: str) -> AtBrowser:
        """Where the browser goes. Raises ConnectorError."""
        most = mills(typed.get("dollars_a_day", ""))
        verifier, challenge = pkce()
        state = fresh_state()
        asked = {
            "response_type": "code",
            "client_id": typed["client_id"],
            "redirect_uri": redirect,
            "scope": SCOPES,
            "state": state,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        app = {
            "client_id": typed["client_id"],
            "client_secret": typed.get("client_secret", ""),
            "most": str(most),
        }
        kept = {"app": app, "state": state, "verifier": verifier, "redirect": redirect}
        return AtBrowser(authorize_url(f"{self.hosts['auth']}/i/oauth2/authorize", asked), json.dumps(kept))

    async def finish(self, kept: str, answer: Mapping[str, str], http: Http, clock: Clock) -> Tokens:
        """The tokens for what the browser brought back. Raises ConnectorError."""
        held = json.loads(kept)
        form = {
            "grant_type": "authorization_code",
            "code": code_in(answer, held["state"], "X"),
            "code_verifier": held["verifier"],
            "redirect_uri": held["redirect"],
        }
        return await self._tokens(http, clock, Tokens("", more=held["app"]), form)

    def renew(self, http: Http, clock: Clock) -> Renew:
        """What gets new tokens in place of spent ones."""

        async def renew(old: Tokens) -> Tokens:
            return await self._tokens(http, clock, old, {"grant_type": "refresh_token", "refresh_token": old.refresh})

        return renew

    async def revoke(self, http: Http, tokens: Tokens) -> None:
        """End the access that tokens give. Raises ConnectorError."""
        form, headers = _as_app({"token": tokens.refresh or tokens.access}, tokens)
        await form_post(http, f"{self.hosts['api']}/2/oauth2/revoke", form, headers=headers)

    async def _tokens(self, http: Http, clock: Clock, old: Tokens, form: dict[str, str]) -> Tokens:
        url = f"{self.hosts['api']}/2/oauth2/token"
        form, headers = _as_app(form, old)
        answer = await form_post(http, url, form, headers=headers)
        try:
            return tokens_in(answer, http, "X", url, clock.now(), old=old)
        except ConnectorError as error:
            # X says invalid_request for a code or a token that is spent, and invalid_client for keys it does not know.
            if old.access and error.failure.kind is FailureKind.INVALID:
                sentence = "X does not know the app of this sign-in any more. Sign in again with its new keys."
                raise failed(FailureKind.AUTH_EXPIRED, sentence, code=error.failure.code) from None
            raise


def _as_app(form: dict[str, str], tokens: Tokens) -> tuple[dict[str, str], dict[str, str]]:
    """The form and headers by which an app says who it is: a public one names itself, another proves it."""
    client, secret = tokens.more.get("client_id", ""), tokens.more.get("client_secret", "")
    if not secret:
        return form | {"client_id": client}, {}
    return form, {"authorization": "Basic " + b64encode(f"{client}:{secret}".encode()).decode()}


def mills(dollars: str) -> int:
    """An amount a person typed, in thousandths of a dollar. Raises ConnectorError."""
    plain = dollars.replace("$", "").replace("\u202f", "").replace(" ", "").replace(",", ".")
    if not plain:
        return USUAL
    try:
        amount = Decimal(plain)
        found = int(amount * 1000) if amount.is_finite() else 0
    except (InvalidOperation, OverflowError):
        found = 0
    if not LEAST <= found <= 10_000_000:
        raise failed(
            FailureKind.INVALID,
            "The most to spend a day is an amount in US dollars such as 5.00, and at least 0.10.",
            code="dollars",
        )
    return found
