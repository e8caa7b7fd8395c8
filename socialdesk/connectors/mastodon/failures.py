"""Maps what a server says of an error to a kind, a certainty and a sentence; decides by the status alone.

The text of an error is in the language of the user (docs.joinmastodon.org, Entities, Error), so it decides nothing and
goes nowhere.
"""

from __future__ import annotations

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, FailureKind


def to_error(answer: Answer, http: Http, host: str, *, is_send: bool = False) -> ConnectorError:
    """The error for an answer that is none of 200 to 299."""
    code = str(answer.status)
    match answer.status:
        case 429:
            sentence = "The server allows more later. It goes on by itself."
            return failed(FailureKind.RATE_LIMITED, sentence, code=code, retry_at=http.retry_at(answer))
        case 401:
            return signed_out(code)
        case 400 if not _is_json(answer):
            # Takahē says so of a token it does not know.
            return signed_out(code)
        case 403:
            return failed(
                FailureKind.PERMISSION_DENIED,
                "The server does not allow this account to do that. Nothing was done; look at what the sign-in allows.",
                code=code,
            )
        case 404:
            return failed(
                FailureKind.NOT_FOUND,
                "The server does not have it, or does not show it to this account. Nothing was done.",
                code=code,
            )
        case 410:
            return failed(FailureKind.GONE, "That is no longer on the server. Nothing was done.", code=code)
        case status if 400 <= status < 500:
            sentence = "The server did not accept this. Nothing was sent; change it and try again."
            return failed(FailureKind.INVALID, sentence, code=code)
        case _:
            return unsure(host, code, is_send=is_send)


def unsure(host: str, code: str, *, is_send: bool) -> ConnectorError:
    """Something came back that says nothing of what was done."""
    return transient(host, code, Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)


def signed_out(code: str) -> ConnectorError:
    """The token opens nothing any more."""
    return failed(
        FailureKind.AUTH_EXPIRED,
        "The server does not accept the sign-in any more: it was ended there. Sign in again; nothing is lost.",
        code=code,
    )


def closed() -> ConnectorError:
    """The account itself is shut, whatever the token."""
    return failed(
        FailureKind.AUTH_EXPIRED,
        "The server has closed this account, waits for its e-mail address to be confirmed, or does not let this sign-in"
        " see the account. Look at its e-mails, then sign in again.",
        code="403 account",
    )


def retired() -> ConnectorError:
    """A part of the interface is gone that cannot be done without."""
    return failed(
        FailureKind.PERMISSION_DENIED,
        "The server no longer has the interface that SocialDesk reads. Look for a newer SocialDesk, or ask the people"
        " who run the server.",
        code="retired",
    )


def _is_json(answer: Answer) -> bool:
    try:
        answer.json()
    except ValueError:
        return False
    return True
