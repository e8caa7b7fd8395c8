"""Signs in to Bluesky in the browser (atproto, OAuth): pushed request, PKCE, proofs of possession.

SocialDesk has no page of its own that a server could read its name from; so it is the client "http://localhost", which
the protocol has for programs on a person's own machine. Its sign-in ends after two weeks, and the server's page shows
no name but that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from socialdesk.connectors.bluesky.dpop import Proofs, new_key
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.kit.contract import AtBrowser
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.oauth import authorize_url, code_in, form_post, fresh_state, object_in, pkce
from socialdesk.connectors.kit.parts import as_list
from socialdesk.model.failure import FailureKind

SCOPES = "atproto transition:generic transition:chat.bsky"
"""What an app password with messages opens (atproto, Permissions)."""
LASTS = timedelta(days=14)
"""How long the sign-in of a program without a page of its own lasts (atproto, OAuth, Tokens and Session Lifetime)."""
_ENDPOINTS = ("issuer", "pushed_authorization_request_endpoint", "authorization_endpoint", "token_endpoint")
_NO_BROWSER = (
    "This server does not let anybody sign in with the browser. Go back and choose the app password; it opens the same."
)
_OTHER_ACCOUNT = "That is another account than the one whose handle was typed. Begin once more, or type its handle."


@dataclass(frozen=True, slots=True)
class Issuer:
    """The server where people sign in: its name and addresses."""

    issuer: str
    pushed: str
    authorize: str
    token: str
    revoke: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who wants to sign in: their server, and their DID or "" where that could not be told."""

    pds: str
    did: str
    handle: str


async def begin(http: Http, proofs: Proofs, who: Wanted, redirect: str) -> AtBrowser:
    """Where the browser goes. Raises ConnectorError."""
    issuer = await issuer_of(http, who.pds)
    verifier, challenge = pkce()
    state, key = fresh_state(), new_key()
    client = client_id(redirect)
    form = {
        "client_id": client,
        "redirect_uri": redirect,
        "response_type": "code",
        "scope": SCOPES,
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "login_hint": who.handle,
    }
    said = object_in(await _post(http, proofs, key, issuer.pushed, form), http, "Bluesky", issuer.pushed)
    url = authorize_url(issuer.authorize, {"client_id": client, "request_uri": str(said.get("request_uri", ""))})
    kept = {"pds": who.pds, "did": who.did, "state": state, "verifier": verifier, "key": key, "redirect": redirect}
    return AtBrowser(url, json.dumps(kept))


async def finish(http: Http, proofs: Proofs, kept: str, answer: Mapping[str, str]) -> Tokens:
    """The tokens for what the browser brought back; without a handle yet. Raises ConnectorError."""
    held: dict[str, str] = json.loads(kept)
    code = code_in(answer, held["state"], "Bluesky")
    issuer = await issuer_of(http, held["pds"])
    if answer.get("iss") != issuer.issuer:
        # RFC 9207: a code of another server must not be shown to this one.
        raise failed(
            FailureKind.INVALID,
            "That answer belongs to another sign-in. Begin the sign-in to Bluesky once more.",
            code="iss",
        )
    client = client_id(held["redirect"])
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "code_verifier": held["verifier"],
        "redirect_uri": held["redirect"],
        "client_id": client,
    }
    said = object_in(await _post(http, proofs, held["key"], issuer.token, form), http, "Bluesky", issuer.token)
    did = str(said.get("sub", ""))
    if not did.startswith("did:") or (held["did"] and did != held["did"]):
        raise failed(FailureKind.INVALID, _OTHER_ACCOUNT, code="sub")
    access, refresh = _text(said, "access_token"), _text(said, "refresh_token")
    until = (proofs.now() + LASTS).isoformat()
    return Tokens(held["pds"], did, "", access, refresh, held["key"], held["redirect"], until)


async def renewed(http: Http, proofs: Proofs, old: Tokens) -> Tokens:
    """Tokens in place of spent ones. Raises ConnectorError."""
    issuer = await issuer_of(http, old.pds)
    form = {"grant_type": "refresh_token", "refresh_token": old.refresh, "client_id": client_id(old.redirect)}
    said = object_in(await _post(http, proofs, old.key, issuer.token, form), http, "Bluesky", issuer.token)
    return replace(old, access=_text(said, "access_token"), refresh=_text(said, "refresh_token"))


async def revoke(http: Http, proofs: Proofs, tokens: Tokens) -> None:
    """End a sign-in at the server. Raises ConnectorError."""
    issuer = await issuer_of(http, tokens.pds)
    if issuer.revoke:
        form = {"token": tokens.refresh, "client_id": client_id(tokens.redirect)}
        await _post(http, proofs, tokens.key, issuer.revoke, form)


def client_id(redirect: str) -> str:
    """What a program on a person's own machine is called; where it comes back to and what it wants is in the name."""
    path = urlsplit(redirect).path
    # Ports of loopback addresses are not compared (atproto, OAuth, Localhost client development).
    return f"http://localhost?{urlencode({'redirect_uri': f'http://127.0.0.1{path}', 'scope': SCOPES})}"


async def issuer_of(http: Http, pds: str) -> Issuer:
    """Where the accounts of a server sign in. Raises ConnectorError."""
    told = await _document(http, f"{pds}/.well-known/oauth-protected-resource")
    first: Any = next(iter(as_list(told.get("authorization_servers"))), "")
    server = first.rstrip("/") if isinstance(first, str) else ""
    if not server:
        raise failed(FailureKind.INVALID, _NO_BROWSER, code="no issuer")
    said = await _document(http, f"{server}/.well-known/oauth-authorization-server")
    found = [str(said.get(name) or "") for name in _ENDPOINTS]
    if not all(found) or found[0].rstrip("/") != server:
        raise failed(FailureKind.INVALID, _NO_BROWSER, code="issuer")
    issuer, pushed, authorize, token = found
    return Issuer(issuer, pushed, authorize, token, str(said.get("revocation_endpoint") or ""))


async def _document(http: Http, url: str) -> dict[str, Any]:
    answer = await http.ask("GET", url, headers={"accept": "application/json"})
    if answer.status >= 500 or answer.status == 429:
        return object_in(answer, http, "Bluesky", url)
    said = answer.object() if answer.status == 200 else None
    if said is None:
        raise failed(FailureKind.INVALID, _NO_BROWSER, code=str(answer.status))
    return said


async def _post(http: Http, proofs: Proofs, key: str, url: str, form: Mapping[str, str]) -> Answer:
    """Post a form with a proof, and once more where the server wants a nonce in it: nothing was done before."""
    answer = await form_post(http, url, form, headers=proofs.headers(key, "POST", url))
    if proofs.note(url, answer):
        answer = await form_post(http, url, form, headers=proofs.headers(key, "POST", url))
        proofs.note(url, answer)
    return answer


def _text(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not found:
        raise failed(FailureKind.AUTH_EXPIRED, "Bluesky sent no token. Begin the sign-in once more.", code=name)
    return found
