"""Maps what mail servers say of an error to a kind, a certainty and a sentence; decides by the code, text comes last.

Codes of IMAP: RFC 5530; of SMTP: RFC 5321, and RFC 3463 for the enhanced ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, offline, transient
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = (
    "The mail server does not accept this address and password any more. Connect the channel again; your answers wait"
    " for it."
)
NOT_ACCEPTED = (
    "The mail server does not accept this address and password. Check both. Many providers want an app password"
    " instead of your own; the help of your provider says where to make one."
)
APP_PASSWORD = (
    # A sentence, no secret.
    "This provider wants an app password, not the account’s own. Make one in the security settings of the account,"  # noqa: S105
    " then sign in with it."
)
FULL = "This mailbox is full. Make room in it, then it goes on."
_IMAP_AUTH = {"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "CONTACTADMIN"}
_IMAP_LATER = {"UNAVAILABLE", "INUSE", "SERVERBUG"}
_IMAP_LIMIT = {"LIMIT", "THROTTLED"}
_APP_PASSWORD = re.compile(
    r"app(lication)?[- ]?(specific)?[- ]?password|InvalidSecondFactor|web browser", re.IGNORECASE
)
_MOST_NAMED = 5
_TOO_MANY = re.compile(r"too many|rate|throttl|bandwidth|quota exceeded|try again later", re.IGNORECASE)
_TLS_OFF = {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "UNEXPECTED_EOF_WHILE_READING", "HTTP_REQUEST"}


def not_reached(host: str, code: str) -> ConnectorError:
    """Nothing left this machine."""
    return offline(host, code)


def line_broke(host: str, code: str, certainty: Certainty) -> ConnectorError:
    """The line ended, or what came on it was no mail server's word."""
    return transient(host, code, certainty)


def bad_certificate(host: str, why: str) -> ConnectorError:
    """The server cannot show that it is the one it says it is."""
    return failed(
        FailureKind.OFFLINE,
        f"{host} shows a certificate that this computer does not trust ({why}). No password was sent. Check the name"
        " of the server, or ask whoever runs it.",
        code="certificate",
    )


def no_tls(host: str, code: str) -> ConnectorError:
    """What answered does not speak TLS as it should."""
    return failed(
        FailureKind.TRANSIENT if code not in _TLS_OFF else FailureKind.INVALID,
        f"{host} does not protect the connection properly, so no password was sent. Check server and port: 993 for"
        " reading and 465 or 587 for sending are usual.",
        code=f"tls {code}",
    )


def in_the_clear(host: str) -> ConnectorError:
    """The server offers no encryption."""
    return failed(
        FailureKind.INVALID,
        f"{host} offers no encryption, and a password is never sent in clear. Ask whoever runs the server for another"
        " port; 993 for reading and 465 or 587 for sending are usual.",
        code="clear",
    )


def imap_refused(
    code: str, text: str, *, is_login: bool = False, is_first: bool = False, provider: str = ""
) -> ConnectorError:
    """The error for a NO or BAD. `is_first` while somebody signs in; `provider` gave the token that was said."""
    told = code or "NO"
    if is_login or code in _IMAP_AUTH:
        if code in _IMAP_LATER:
            return failed(FailureKind.TRANSIENT, _later(), code=told)
        if code in _IMAP_LIMIT or (not code and _TOO_MANY.search(text)):
            return failed(FailureKind.RATE_LIMITED, _later(), code=told)
        if provider:
            return _token_refused(provider, told, is_first=is_first)
        if _APP_PASSWORD.search(text):
            return failed(FailureKind.AUTH_EXPIRED, APP_PASSWORD, code="app password")
        return failed(FailureKind.AUTH_EXPIRED, NOT_ACCEPTED if is_first else SIGN_IN_AGAIN, code=told)
    if code in _IMAP_LIMIT or _TOO_MANY.search(text):
        return failed(FailureKind.RATE_LIMITED, _later(), code=told)
    if code in _IMAP_LATER:
        return failed(FailureKind.TRANSIENT, _later(), code=told)
    if code == "OVERQUOTA":
        return failed(FailureKind.INVALID, FULL, code=told)
    if code == "NOPERM":
        return failed(
            FailureKind.PERMISSION_DENIED, "The mail server does not allow this account to do that.", code=code
        )
    if code in {"NONEXISTENT", "TRYCREATE"}:
        return folder_gone(told)
    return failed(FailureKind.TRANSIENT, _later(), code=told)


def is_for_now(error: ConnectorError) -> bool:
    """Whether a server said by name that it refuses something for the moment only."""
    return error.failure.code in _IMAP_LATER | _IMAP_LIMIT


def folder_gone(code: str) -> ConnectorError:
    """A folder is not there (any more)."""
    return failed(
        FailureKind.NOT_FOUND, "A folder of this mailbox is gone or renamed on the mail server. Look there.", code=code
    )


def smtp_refused(
    code: int, text: str, stage: str, now: datetime, *, is_first: bool = False, provider: str = ""
) -> ConnectorError:
    """The error for an answer of SMTP that is no yes; nothing was sent. `stage` is the command it answers."""
    enhanced = next(iter(re.findall(r"^\s*([245]\.\d{1,3}\.\d{1,3})", text)), "")
    told = f"{code} {enhanced}".strip()
    if stage == "AUTH" or code in {530, 534, 535, 538}:
        if code < 500:
            return failed(FailureKind.TRANSIENT, _later(), code=told)
        if provider:
            return _token_refused(provider, told, is_first=is_first)
        sentence = NOT_ACCEPTED if is_first else SIGN_IN_AGAIN
        if code == 534 or enhanced == "5.7.9" or _APP_PASSWORD.search(text):
            sentence = APP_PASSWORD
        return failed(FailureKind.AUTH_EXPIRED, sentence, code=told)
    if enhanced == "5.4.5" or (code == 550 and "quota" in text.lower() and enhanced != "5.2.2"):
        return _limited(
            "The provider lets this account send no more for now. It goes on by itself.", told, now + timedelta(hours=1)
        )
    if code in {450, 451} and enhanced.startswith("4.7"):
        # Greylisting wants to be asked again in a while.
        return _limited(
            "The mail server wants to be asked again. It goes on by itself.", told, now + timedelta(minutes=10)
        )
    if (code, enhanced) in {(421, "4.7.0"), (452, "4.5.3"), (454, "4.7.0")}:
        return _limited("The mail server allows more later. It goes on by itself.", told, now + timedelta(minutes=5))
    if code < 500:
        return failed(FailureKind.TRANSIENT, _later(), code=told)
    return _refused_for_good(code, enhanced, stage, told)


def _refused_for_good(code: int, enhanced: str, stage: str, told: str) -> ConnectorError:
    if enhanced == "5.2.2":
        return failed(FailureKind.INVALID, "Their mailbox is full. Nothing was sent; try again another day.", code=told)
    if enhanced == "5.3.4" or (code == 552 and not enhanced):
        return too_big(told)
    if enhanced.startswith("5.7") or code == 554:
        return failed(
            FailureKind.PERMISSION_DENIED,
            "The mail server refused this mail. Nothing was sent; look whether the account may send as this address.",
            code=told,
        )
    if stage == "RCPT" or enhanced.startswith("5.1"):
        return failed(
            FailureKind.NOT_FOUND, "Their mail server knows no such address. Nothing was sent; check it.", code=told
        )
    return failed(
        FailureKind.INVALID,
        "The mail server did not accept this. Nothing was sent; change it and try again.",
        code=told,
    )


def _token_refused(provider: str, code: str, *, is_first: bool) -> ConnectorError:
    """The mail server does not take a token that the provider gave."""
    sentence = (
        f"{provider} let you in, but its mail server does not open the mailbox of this address. Choose the account of"
        " this very address in the browser. At work, whoever runs the mail may have to allow IMAP and SMTP for it."
        if is_first
        else f"The mail server does not accept the sign-in at {provider} any more. Sign in again; your answers wait for"
        " it."
    )
    return failed(FailureKind.AUTH_EXPIRED, sentence, code=code)


def no_tokens(host: str) -> ConnectorError:
    """The server knows passwords only."""
    return failed(
        FailureKind.INVALID,
        f"{host} takes no sign-in through the browser. Connect this mailbox with its password.",
        code="no XOAUTH2",
    )


def too_big(code: str) -> ConnectorError:
    """More than the server takes."""
    return failed(
        FailureKind.INVALID,
        "This mail is too big for the mail server. Take a picture out; nothing was sent.",
        code=code,
    )


def not_to_some(addresses: Sequence[str]) -> str:
    """What is said where a mail went to all but these; "" where it went to all."""
    if not addresses:
        return ""
    named = ", ".join(addresses[:_MOST_NAMED]) + (", …" if len(addresses) > _MOST_NAMED else "")
    return f"It was sent, but not to {named}: the mail server knows no such address. The others have it."


def mail_gone() -> ConnectorError:
    """The mail that is answered is not in the mailbox."""
    return failed(
        FailureKind.GONE,
        "The mail that is answered is no longer in the mailbox, so nobody knows where to send this. Nothing was sent.",
        code="mail gone",
    )


def _limited(sentence: str, code: str, until: datetime) -> ConnectorError:
    return failed(FailureKind.RATE_LIMITED, sentence, code=code, retry_at=until)


def _later() -> str:
    return "The mail server cannot do this now. SocialDesk tries again by itself."
