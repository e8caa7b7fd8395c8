"""Maps what the Graph API says of an error to a kind, a certainty and a sentence; decides by code and subcode.

Hardly ever by the status: most errors come as 400, some as 200. Codes: Graph API, Error Handling; Messenger Platform,
Error Codes; Instagram Platform, Error Codes; Threads API, Troubleshooting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.parts import as_object
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = "The sign-in of this account has ended. Sign in again; your answers wait for it."
_SHOW_YOURSELF = (
    "The network wants to see the account's owner first. Open it in a browser, do what it asks, then sign in again."
)
_ENDED = {
    458: "Your app was removed from this account. Sign in again and allow it; your answers wait for it.",
    459: _SHOW_YOURSELF,
    460: "The password of this account was changed. Sign in again; your answers wait for it.",
    463: "This sign-in lasted as long as it could. Sign in again; your answers wait for it.",
    464: _SHOW_YOURSELF,
}
WINDOW = "The time in which an answer is taken is over. They must write again first; nothing was sent."
NOT_ALLOWED = "This sign-in does not allow that. Look at what it allows under Settings, Channels, and sign in again."
TAKEN_OVER = (
    "Another app has taken this conversation over. Nothing was sent; answer there, or let that app give it back."
)
NO_PERSON = (
    "This person cannot be written to: they closed their account, blocked you, or take no messages. Nothing was sent."
)
POLICY = (
    "The network has stopped this account from doing that for a while. Look at its notices there; nothing was sent."
)
GONE = "That is no longer there. Nothing was done."
PRIVATELY_ONCE = "This was answered privately before, and that can be done only once. Nothing was sent."
DUPLICATE = "The network has this very text already. Nothing was sent a second time."
NOT_TAKEN = "The network did not accept this. Nothing was sent; change it and try again."
TOO_MUCH = "The network allows more later. It goes on by itself."
RETIRED = "The network no longer speaks the way this SocialDesk does. Update SocialDesk; nothing that is here is lost."
PROOF = "The app secret does not belong to this token. Take both from the same app, then sign in again."
PAGE_RESTRICTED = "The network has restricted this account. Look at its notices there; it can be read, not answered."
LINKS = "There are more links in this than the network takes. Nothing was sent; take some out."

POLICY_CODE = 368
_RATE = {4, 17, 32, 341, 613, 80001, 80002, 80006, 80008}
_RATE_SUB = {2534013}
_CLOSED_SUB = {2018278, 2534022}
_NO_PERSON_SUB = {2018001, 2534014}
_GONE_SUB = {33, 2534001, 4279009}
_TRANSIENT = {1, 2, 1200}
_LONG = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Said:
    """An error as the Graph API writes it."""

    code: int
    sub: int
    is_transient: bool
    kind: str
    words: str
    """Never shown and never logged: it may hold what was sent. Only looked at."""


def said_in(answer: Answer) -> Said | None:
    """The error in an answer; None when there is none in it, whatever its status."""
    try:
        error: Any = answer.json().get("error")
    except (ValueError, AttributeError):
        return None
    if not isinstance(error, dict):
        return None
    found = as_object(error)
    words = f"{found.get('message', '')} {found.get('error_user_msg', '')}"
    return Said(
        _number(found.get("code")),
        _number(found.get("error_subcode")),
        found.get("is_transient") is True,
        str(found.get("type", "")),
        words,
    )


def to_error(answer: Answer, http: Http, network: str, now: datetime, *, is_send: bool = False) -> ConnectorError:
    """The error for an answer that is not a success. `network` is the name it goes by in sentences of the kit."""
    said = said_in(answer)
    unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
    if said is None:
        return _by_status(answer, http, network, unsure)
    code = f"{answer.status} {said.code}/{said.sub}"
    if said.code in _RATE or said.sub in _RATE_SUB or answer.status == 429 or "quota" in said.words.lower():
        at = http.retry_at(answer) if answer.status == 429 else None
        return failed(FailureKind.RATE_LIMITED, TOO_MUCH, code=code, retry_at=at)
    if said.code in (102, 190):
        return failed(FailureKind.AUTH_EXPIRED, _ENDED.get(said.sub, SIGN_IN_AGAIN), code=code)
    if said.code in _TRANSIENT or said.is_transient or answer.status >= 500:
        # What answers so has often done what it was asked: looked for before anything is sent again.
        return transient(network, code, unsure)
    kind, sentence = _kind(said)
    retry_at = now + _LONG if kind is FailureKind.RATE_LIMITED else None
    return failed(kind, sentence, code=code, retry_at=retry_at)


def _kind(said: Said) -> tuple[FailureKind, str]:
    code, sub = said.code, said.sub
    if sub in _CLOSED_SUB:
        return FailureKind.WINDOW_CLOSED, WINDOW
    if code in (10900, 10903) or sub in (10900, 2534025):
        return FailureKind.DUPLICATE, PRIVATELY_ONCE
    if code in (506, 1705):
        return FailureKind.DUPLICATE, DUPLICATE
    if code in (230, 551) or sub in _NO_PERSON_SUB:
        return FailureKind.PERMISSION_DENIED, NO_PERSON
    if sub in _GONE_SUB or code in (803, 9000001):
        return FailureKind.GONE, GONE
    if sub == 2534037:
        return FailureKind.PERMISSION_DENIED, TAKEN_OVER
    if sub == 1893063:
        return FailureKind.PERMISSION_DENIED, PAGE_RESTRICTED
    if code in (12, 2635):
        return FailureKind.SUSPENDED, RETIRED
    if code == POLICY_CODE:
        return FailureKind.RATE_LIMITED, POLICY
    if "appsecret_proof" in said.words:
        return FailureKind.AUTH_EXPIRED, PROOF
    if "LINK_LIMIT" in said.words:
        return FailureKind.INVALID, LINKS
    if code in (3, 10) or 200 <= code <= 299 or "missing permission" in said.words:
        return FailureKind.PERMISSION_DENIED, NOT_ALLOWED
    return FailureKind.INVALID, NOT_TAKEN


def _by_status(answer: Answer, http: Http, network: str, unsure: Certainty) -> ConnectorError:
    """No error of the Graph API: a proxy, a page of a firewall, or a broken line."""
    code = str(answer.status)
    match answer.status:
        case 429:
            return failed(FailureKind.RATE_LIMITED, TOO_MUCH, code=code, retry_at=http.retry_at(answer))
        case 401:
            return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=code)
        case 403:
            return failed(FailureKind.PERMISSION_DENIED, NOT_ALLOWED, code=code)
        case 404:
            return failed(FailureKind.NOT_FOUND, GONE, code=code)
        case 410:
            return failed(FailureKind.GONE, GONE, code=code)
        case _:
            return transient(network, f"{code} unreadable", unsure)


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
