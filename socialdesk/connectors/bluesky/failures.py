"""Maps what Bluesky says of an error to a kind, a certainty and a sentence; decides by the name, then by the status.

Mind that expired is 400 and not 401, and not found is 400 and not 404.
"""

from __future__ import annotations

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = "Bluesky wants a new sign-in. Connect the channel again with an app password; your answers wait for it."
_BY_NAME: dict[str, tuple[FailureKind, str]] = {
    "ExpiredToken": (FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN),
    "AuthMissing": (FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN),
    "AuthFactorTokenRequired": (
        FailureKind.AUTH_EXPIRED,
        "This account asks for a code by e-mail. Use an app password instead of the account's own password.",
    ),
    "AccountTakedown": (
        FailureKind.AUTH_EXPIRED,
        "Bluesky has suspended this account. Look at its e-mails from Bluesky, then sign in again.",
    ),
    "AccountDeactivated": (
        FailureKind.AUTH_EXPIRED,
        "This account is deactivated here. Activate it on Bluesky; if it moved to another server, sign in again.",
    ),
    "MessagesDisabled": (
        FailureKind.PERMISSION_DENIED,
        "This person takes no messages. Answer them in public instead.",
    ),
    "NotFollowedBySender": (
        FailureKind.PERMISSION_DENIED,
        "This person takes messages only from people they follow. Answer them in public instead.",
    ),
    "BlockedActor": (FailureKind.PERMISSION_DENIED, "One of you has blocked the other, so this cannot be sent."),
    "BlockedSubject": (FailureKind.PERMISSION_DENIED, "One of you has blocked the other, so this cannot be sent."),
    "ConvoLocked": (FailureKind.PERMISSION_DENIED, "This conversation is closed on Bluesky. Nothing was sent."),
    "NotFound": (FailureKind.GONE, "That post is no longer on Bluesky. Nothing was sent."),
    "RecordNotFound": (FailureKind.GONE, "That post is no longer on Bluesky. Nothing was sent."),
    "InvalidConvo": (FailureKind.GONE, "This conversation is no longer on Bluesky. Nothing was sent."),
    "RecipientNotFound": (FailureKind.GONE, "This account is no longer on Bluesky. Nothing was sent."),
    "HandleNotFound": (FailureKind.NOT_FOUND, "Bluesky knows no account of that name. Check the handle."),
}
DEACTIVATED = "AccountDeactivated"


def moved(home: str) -> ConnectorError:
    """An account that lives on another server now."""
    host = home.removeprefix("https://")
    sentence = f"This account has moved to {host}. Sign in again and SocialDesk goes on there; nothing is lost."
    return failed(FailureKind.AUTH_EXPIRED, sentence, code="moved")


NO_MESSAGES = (
    "This app password does not open direct messages. Make a new one with “Allow access to your direct messages” and"
    " connect the channel again; posts are read and answered meanwhile."
)
NOT_ACCEPTED = (
    "Bluesky does not accept this handle and password. Check both; use an app password, not the account's own."
)


def to_error(answer: Answer, http: Http, *, is_send: bool = False, method: str = "") -> ConnectorError:
    """The error for an answer that is not 200."""
    name, message = _said(answer)
    code = f"{answer.status} {name}".strip()
    if answer.status == 429 or name == "RateLimitExceeded":
        sentence = "Bluesky allows more later. It goes on by itself."
        return failed(FailureKind.RATE_LIMITED, sentence, code=code, retry_at=http.retry_at(answer))
    if name == "InvalidToken" and method.startswith("chat."):
        return failed(FailureKind.PERMISSION_DENIED, NO_MESSAGES, code=code)
    if name == "AuthenticationRequired" and method == "com.atproto.server.createSession":
        return failed(FailureKind.AUTH_EXPIRED, NOT_ACCEPTED, code=code)
    if name in _BY_NAME:
        kind, sentence = _BY_NAME[name]
        return failed(kind, sentence, code=code)
    if name == "InvalidRequest" and message == "Profile not found":
        return failed(FailureKind.NOT_FOUND, "Bluesky knows no account of that name. Check the handle.", code=code)
    if name in {"InvalidToken", "invalid_token"} or answer.status == 401:
        return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=code)
    if answer.status == 403:
        return failed(
            FailureKind.PERMISSION_DENIED,
            "Bluesky does not allow this account to do that. Look at its e-mails from Bluesky.",
            code=code,
        )
    if answer.status >= 500 or not name:
        if not name and answer.status < 500:
            return not_bluesky(is_send=False)
        return transient("Bluesky", code, Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
    return failed(
        FailureKind.INVALID, "Bluesky did not accept this. Nothing was sent; change it and try again.", code=code
    )


def not_bluesky(*, is_send: bool) -> ConnectorError:
    """Something answered that is not a Bluesky server."""
    if is_send:
        return transient("Bluesky", "unreadable answer", Certainty.UNKNOWN)
    return failed(
        FailureKind.INVALID,
        "Something answers there, but it is not a Bluesky server. Check the address; for most accounts it is"
        " https://bsky.social.",
        code="not bluesky",
    )


def _said(answer: Answer) -> tuple[str, str]:
    try:
        said = answer.json()
        name = str(said.get("error", ""))
        # A name is a word; anything longer may hold what we sent, and goes into no log.
        return name if name.isidentifier() and len(name) < 60 else "", str(said.get("message", ""))
    except (ValueError, AttributeError):
        return "", ""
