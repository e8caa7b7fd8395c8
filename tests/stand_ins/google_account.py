"""A stand-in for Google's sign-in and the shape of its APIs' errors, after "OAuth 2.0 for Mobile & Desktop Apps".

It is ours and not Google's: what it refuses, Google's documentation says is refused.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, StandIn, route
from socialdesk.support.clock import Clock

CLIENT_ID, CLIENT_SECRET = "42-abc.apps.googleusercontent.com", "GOCSPX-stand-in"
_STATUS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    503: "UNAVAILABLE",
}


@dataclass
class _Grant:
    challenge: str
    redirect: str
    scope: str


class GoogleStandIn(StandIn):
    """A stand-in: tokens of an hour, refresh tokens that stay, an app that may be in Testing."""

    scope = ""
    """What the API asks for."""

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.is_testing = False
        self.unticked = False
        """Whether the person unticks the box of the scope."""
        self._codes: dict[str, _Grant] = {}
        self._refresh: dict[str, str] = {}
        self._ends: dict[str, datetime] = {}

    # ------------------------------------------------------------ what a person does

    def consent(self, url: str, error: str = "") -> dict[str, str]:
        """What comes back after the person allowed, or refused with `error`; checks the address as Google does."""
        parts = urlsplit(url)
        asked = {key: value[0] for key, value in parse_qs(parts.query).items()}
        assert parts.path == "/o/oauth2/v2/auth"
        assert asked["client_id"] == CLIENT_ID
        assert asked["response_type"] == "code"
        assert asked["redirect_uri"].startswith("http://127.0.0.1:")
        assert asked["code_challenge_method"] == "S256"
        assert asked["access_type"] == "offline"
        assert asked["prompt"] == "consent"
        assert asked["scope"] == self.scope
        assert "client_secret" not in url
        if error:
            return {"error": error, "state": asked["state"]}
        code = f"4/{secrets.token_urlsafe(8)}"
        scope = "openid" if self.unticked else asked["scope"]
        self._codes[code] = _Grant(asked["code_challenge"], asked["redirect_uri"], scope)
        return {"code": code, "state": asked["state"], "scope": scope}

    def revoke_all(self) -> None:
        """The person ends the access in their Google account."""
        self._refresh.clear()
        self.tokens.clear()

    # ------------------------------------------------------------ tokens

    @route(
        "POST",
        "/token",
        fields=(
            "client_id",
            "client_secret",
            "code",
            "code_verifier",
            "redirect_uri",
            "grant_type",
            "refresh_token",
        ),
        scope=None,
    )
    def token(self, asked: Asked) -> Said:
        form = asked.form()
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            raise Refused(Said(401, {"error": "invalid_client", "error_description": "Unauthorized"}))
        if form["grant_type"] == "refresh_token":
            scope = self._refresh.get(form["refresh_token"])
            if scope is None:
                raise Refused(Said(400, {"error": "invalid_grant", "error_description": "Token expired or revoked."}))
            return Said(200, self._access(scope))
        grant = self._codes.pop(form.get("code", ""), None)
        challenge = urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if grant is None or (grant.challenge, grant.redirect) != (challenge, form.get("redirect_uri")):
            raise Refused(Said(400, {"error": "invalid_grant", "error_description": "Bad Request"}))
        refresh = f"1//{secrets.token_urlsafe(8)}"
        self._refresh[refresh] = grant.scope
        more = {"refresh_token_expires_in": 604_799} if self.is_testing else {}
        return Said(200, self._access(grant.scope) | {"refresh_token": refresh} | more)

    @route("POST", "/revoke", fields=("token",), scope=None)
    def revoke(self, asked: Asked) -> Said:
        if self._refresh.pop(asked.form()["token"], None) is None:
            raise Refused(Said(400, {"error": "invalid_token"}))
        self.tokens.clear()
        return Said(200, {})

    def _access(self, scope: str) -> dict[str, Any]:
        access = f"ya29.{secrets.token_urlsafe(8)}"
        self.tokens[access] = set(scope.split())
        self._ends[access] = self.now() + timedelta(seconds=3599)
        return {"access_token": access, "expires_in": 3599, "scope": scope, "token_type": "Bearer"}

    # ------------------------------------------------------------ errors

    def token_of(self, asked: Asked) -> str:
        token = super().token_of(asked)
        if token in self._ends and self._ends[token] <= self.now():
            self.tokens.pop(token, None)
        return token

    def refused(self, status: int, code: str, words: str) -> Said:
        error = {
            "code": status,
            "message": words,
            "errors": [{"message": words, "domain": "youtube.comment", "reason": code}],
            "status": _STATUS.get(status, "UNKNOWN"),
        }
        return Said(status, {"error": error})

    def no_token(self, asked: Asked) -> Said:
        return self.refused(401, "required", "Login Required.")

    def wrong_token(self, asked: Asked) -> Said:
        return self.refused(401, "authError", "Invalid Credentials")

    def missing_scope(self, asked: Asked, scope: str) -> Said:
        return self.refused(403, "insufficientPermissions", "Insufficient Permission")
