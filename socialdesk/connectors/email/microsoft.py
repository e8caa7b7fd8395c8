"""Signs in to Microsoft in the browser, with the client ID of an app that the person registered; knows no mail.

Facts are from Microsoft's documentation "OAuth 2.0 authorization code flow" and "Authenticate an IMAP, POP or SMTP
connection using OAuth": an app of the platform "Mobile and desktop applications" has no secret, PKCE is by S256, the
return goes to http://localhost whatever the port, and every renewal gives another refresh token, good for 90 days.
There is no address at which one sign-in is ended: the person does that in their account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from socialdesk.connectors.kit.contract import AtBrowser, CredentialKeeper
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.oauth import (
    Begun,
    TokenKeeping,
    Tokens,
    authorize_url,
    by_refreshing,
    exchanged,
    form_post,
    tokens_in,
)
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

NAME = "Microsoft"
READ, SEND = "https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send"
_SCOPE = f"offline_access {READ} {SEND}"
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TENANT = re.compile(r"[a-z0-9][a-z0-9.-]{0,100}", re.IGNORECASE)
_ANY_TENANT = "common"
_WANTS_A_SECRET = 7000218


@dataclass(frozen=True, slots=True)
class MicrosoftSignIn:
    """The sign-in of mailboxes at Microsoft."""

    host: str

    def begin(self, typed: Mapping[str, str], redirect: str, *, hint: str, **more: str) -> AtBrowser:
        """Where the browser goes; `hint` is the address it is about, `more` is kept. Raises ConnectorError."""
        client_id, tenant = typed.get("client_id", ""), typed.get("tenant", "") or _ANY_TENANT
        if not _GUID.fullmatch(client_id):
            raise failed(
                FailureKind.INVALID,
                "That is not the ID of an app. It looks like 1b2c3d4e-0000-0000-0000-000000000000; copy “Application"
                " (client) ID” from the overview of the app in Microsoft's admin center.",
                code="client id",
            )
        if not _TENANT.fullmatch(tenant):
            raise failed(
                FailureKind.INVALID,
                "The directory is a name such as contoso.onmicrosoft.com, or an ID. Leave it empty if the app takes"
                " accounts of any directory.",
                code="tenant",
            )
        # Of the addresses of this machine only localhost may be registered on the page itself, and fits any port.
        begun = Begun.at(redirect.replace("//127.0.0.1:", "//localhost:"))
        url = authorize_url(
            f"{self.host}/{tenant}/oauth2/v2.0/authorize",
            begun.params
            | {
                "client_id": client_id,
                "response_mode": "query",
                "scope": _SCOPE,
                "login_hint": hint,
                "prompt": "select_account",
            },
        )
        return AtBrowser(url, begun.kept({"client_id": client_id, "tenant": tenant, **more}))

    async def finish(self, kept: str, answer: Mapping[str, str], http: Http, clock: Clock) -> Tokens:
        """The tokens for what the browser brought back. Raises ConnectorError."""
        tokens = await exchanged(kept, answer, NAME, partial(self._tokens, http, clock))
        granted = {one.casefold() for one in tokens.scope.split()}
        if granted and READ.casefold() not in granted:
            raise failed(
                FailureKind.PERMISSION_DENIED,
                "Reading mail was not granted, so there is nothing to read. Add IMAP.AccessAsUser.All and SMTP.Send to"
                " the app's permissions, then sign in once more.",
                code="scope",
            )
        if not tokens.refresh:
            raise failed(
                FailureKind.AUTH_EXPIRED,
                "Microsoft gave a sign-in that ends within the hour. Add offline_access to the app's permissions, then"
                " sign in once more.",
                code="no refresh token",
            )
        return tokens

    def keeping(self, http: Http, clock: Clock, keeper: CredentialKeeper) -> TokenKeeping:
        """The tokens of a session, renewed before they end."""
        return TokenKeeping(keeper, clock, by_refreshing(partial(self._tokens, http, clock)), NAME)

    async def _tokens(self, http: Http, clock: Clock, old: Tokens, form: dict[str, str]) -> Tokens:
        url = f"{self.host}/{old.more.get('tenant', _ANY_TENANT)}/oauth2/v2.0/token"
        said = form | {"client_id": old.more.get("client_id", ""), "scope": _SCOPE}
        answer = await form_post(http, url, said)
        if _wants_a_secret(answer):
            raise failed(
                FailureKind.INVALID,
                "This app is registered as a website. In Microsoft's admin center, under Authentication, add the"
                " platform “Mobile and desktop applications” with the address http://localhost/callback.",
                code=f"AADSTS{_WANTS_A_SECRET}",
            )
        return tokens_in(answer, http, NAME, url, clock.now(), old=old)


def _wants_a_secret(answer: Answer) -> bool:
    """Whether Microsoft says in an answer that the app is not one of a program (AADSTS7000218)."""
    codes: Any = (answer.object() or {}).get("error_codes")
    return isinstance(codes, list) and _WANTS_A_SECRET in codes
