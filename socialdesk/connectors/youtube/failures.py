"""Maps what YouTube says of an error to a kind, a certainty and a sentence; decides by the reason, then by the status.

Reasons are from the YouTube Data API's "Errors" and from the pages of each method.
"""

from __future__ import annotations

from socialdesk.connectors.google.said import RETIRED, GoogleError, error_in, is_switched_off
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = "YouTube wants a new sign-in. Connect the channel again; your answers wait for it."
GONE = "That comment is no longer on YouTube. Nothing was sent."
DAY_IS_SPENT = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_SLOWER = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
_NOT_ON = (
    "The YouTube Data API is not switched on for this app. In Google's console open APIs & Services, Library, YouTube"
    " Data API v3, and press Enable."
)
_CLOSED = "YouTube has closed or suspended this channel. Look at the e-mails from YouTube about it, then sign in again."
_BY_REASON: dict[str, tuple[FailureKind, str]] = {
    "authError": (FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN),
    "youtubeSignupRequired": (
        FailureKind.AUTH_EXPIRED,
        "This Google account has no YouTube channel. Sign in again and choose the channel on Google's page.",
    ),
    "authenticatedUserAccountClosed": (FailureKind.SUSPENDED, _CLOSED),
    "authenticatedUserAccountSuspended": (FailureKind.SUSPENDED, _CLOSED),
    "channelClosed": (FailureKind.SUSPENDED, _CLOSED),
    "channelSuspended": (FailureKind.SUSPENDED, _CLOSED),
    "accessNotConfigured": (FailureKind.PERMISSION_DENIED, _NOT_ON),
    "SERVICE_DISABLED": (FailureKind.PERMISSION_DENIED, _NOT_ON),
    "insufficientPermissions": (
        FailureKind.PERMISSION_DENIED,
        "This sign-in does not allow that. Connect the channel again and tick every box that Google shows.",
    ),
    "commentsDisabled": (FailureKind.PERMISSION_DENIED, "Comments are switched off for this video. Nothing was sent."),
    "ineligibleAccount": (
        FailureKind.PERMISSION_DENIED,
        "YouTube does not let this account write comments. Open YouTube in the browser with it and look what it asks.",
    ),
    "commentNotFound": (FailureKind.GONE, GONE),
    "commentThreadNotFound": (FailureKind.GONE, GONE),
    "parentCommentNotFound": (FailureKind.GONE, GONE),
    "videoNotFound": (FailureKind.GONE, "That video is no longer on YouTube. Nothing was sent."),
    "commentTextTooLong": (FailureKind.INVALID, "YouTube finds this too long. Nothing was sent; shorten it."),
    "commentTextRequired": (FailureKind.INVALID, "The answer is empty. Nothing was sent."),
    "parentCommentIsPrivate": (
        FailureKind.PERMISSION_DENIED,
        "This comment is not public, so it cannot be answered. Publish it first in YouTube Studio.",
    ),
}


def to_error(answer: Answer, http: Http, is_send: bool) -> ConnectorError:
    """The error for an answer that is not a success; the end of a day's units is told by whoever counts them."""
    error = error_in(answer)
    if error.reason in _SLOWER or answer.status == 429:
        sentence = "YouTube allows more in a moment. It goes on by itself."
        return failed(FailureKind.RATE_LIMITED, sentence, code=error.code, retry_at=http.retry_at(answer))
    if is_switched_off(answer):
        return failed(FailureKind.SUSPENDED, RETIRED, code=f"{answer.status} retired")
    known = _known(error)
    if known is not None:
        return failed(known[0], known[1], code=error.code)
    if answer.status >= 500 or error.reason in {"backendError", "SERVICE_UNAVAILABLE"}:
        return transient("YouTube", error.code, Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
    if answer.status == 401:
        return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=error.code)
    if answer.status == 403:
        return failed(
            FailureKind.PERMISSION_DENIED,
            "YouTube does not allow this channel to do that. Look in YouTube Studio for the reason.",
            code=error.code,
        )
    if answer.status == 404:
        return failed(
            FailureKind.NOT_FOUND,
            "That is not on YouTube, or not for this channel. Look in YouTube Studio what became of it.",
            code=error.code,
        )
    return failed(
        FailureKind.INVALID,
        "YouTube did not accept this. Nothing was sent; change it and try again.",
        code=error.code,
    )


def _known(error: GoogleError) -> tuple[FailureKind, str] | None:
    return _BY_REASON.get(error.reason) or _BY_REASON.get(error.detail)
