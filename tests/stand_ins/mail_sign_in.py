"""Stand-ins for the sign-ins of Google and Microsoft to mailboxes; the tokens they give open a real Dovecot.

They are ours and not the providers': what they refuse, "OAuth 2.0 for Mobile & Desktop Apps" (Google) and "OAuth 2.0
authorization code flow" (Microsoft identity platform) say is refused.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, StandIn, route
from socialdesk.support.clock import Clock
from tests.peers.mail.tokens import token
from tests.stand_ins.google_account import GoogleStandIn

MICROSOFT_CLIENT = "1b2c3d4e-0000-4000-8000-00000000abcd"
MICROSOFT_SCOPES = ("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send")


class GoogleMailStandIn(GoogleStandIn):
    """Google's sign-in for mail. `account` is whom the person chooses, `lasts` how long a token is good."""

    scope = "https://mail.google.com/"

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.account = ""
        self.lasts = timedelta(hours=1)
        self.given: list[str] = []

    def _access(self, scope: str) -> dict[str, Any]:
        access = token(self.account, self.now() + self.lasts, jti=secrets.token_urlsafe(8))
        self.given.append(access)
        lasts = int(self.lasts.total_seconds())
        return {"access_token": access, "expires_in": lasts, "scope": scope, "token_type": "Bearer"}


@dataclass
class _Grant:
    challenge: str
    redirect: str


class MicrosoftStandIn(StandIn):
    """Microsoft's sign-in for mail: no secret, refresh tokens that work once, errors by their numbers (AADSTS)."""

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.account = ""
        self.is_website = False
        """Whether the app was registered as one, so that a secret is asked for."""
        self.granted: tuple[str, ...] = MICROSOFT_SCOPES
        self.given: list[str] = []
        self._codes: dict[str, _Grant] = {}
        self._refresh: set[str] = set()

    def consent(self, url: str) -> dict[str, str]:
        """What comes back after the person allowed; checks the address as Microsoft does."""
        parts = urlsplit(url)
        asked = {key: value[0] for key, value in parse_qs(parts.query).items()}
        assert parts.path == "/common/oauth2/v2.0/authorize"
        assert asked["client_id"] == MICROSOFT_CLIENT
        assert (asked["response_type"], asked["response_mode"]) == ("code", "query")
        assert asked["redirect_uri"].startswith("http://localhost:")
        assert asked["redirect_uri"].endswith("/callback")
        assert asked["code_challenge_method"] == "S256"
        assert set(asked["scope"].split()) == {"offline_access", *MICROSOFT_SCOPES}
        code = secrets.token_urlsafe(8)
        self._codes[code] = _Grant(asked["code_challenge"], asked["redirect_uri"])
        return {"code": code, "state": asked["state"], "session_state": "x"}

    @route(
        "POST",
        "/common/oauth2/v2.0/token",
        fields=("client_id", "code", "code_verifier", "redirect_uri", "grant_type", "refresh_token", "scope"),
        scope=None,
    )
    def token(self, asked: Asked) -> Said:
        form = asked.form()
        if form.get("client_id") != MICROSOFT_CLIENT:
            raise Refused(self._error(400, "unauthorized_client", 700016))
        if self.is_website:
            raise Refused(self._error(401, "invalid_client", 7000218))
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self._refresh:
                raise Refused(self._error(400, "invalid_grant", 70008))
            self._refresh.remove(form["refresh_token"])
        else:
            grant = self._codes.pop(form.get("code", ""), None)
            digest = sha256(form.get("code_verifier", "").encode()).digest()
            challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
            if grant is None or (grant.challenge, grant.redirect) != (challenge, form.get("redirect_uri")):
                raise Refused(self._error(400, "invalid_grant", 70000))
        refresh = secrets.token_urlsafe(12)
        self._refresh.add(refresh)
        access = token(self.account, self.now() + timedelta(hours=1), jti=refresh)
        self.given.append(access)
        told = {"access_token": access, "expires_in": 3599, "ext_expires_in": 3599, "token_type": "Bearer"}
        return Said(200, told | {"refresh_token": refresh, "scope": " ".join(self.granted)})

    def revoke_all(self) -> None:
        """The person, or whoever runs the directory, ends the access."""
        self._refresh.clear()

    @staticmethod
    def _error(status: int, error: str, number: int) -> Said:
        return Said(status, {"error": error, "error_description": f"AADSTS{number}: no.", "error_codes": [number]})

    def refused(self, status: int, code: str, words: str) -> Said:
        return Said(status, {"error": code, "error_description": words})
