"""Maps what Google's Business Profile APIs say of an error to a kind, a certainty and a sentence.

Decides by the reason, then by the status. An app that Google has not approved has a quota of 0, and every call of it is
answered 429 ("Basic setup" of the Business Profile APIs): that is no matter of waiting.
"""

from __future__ import annotations

from socialdesk.connectors.google.said import RETIRED, error_in, is_switched_off
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.parts import Wire
from socialdesk.model.failure import Certainty, FailureKind

NOT_APPROVED = (
    "Google has not opened its Business Profile API to this app yet. Ask for it with Google's form (the guide “Google"
    " Business” in the manual leads there); the answer can take two weeks."
)
GONE = "That review is no longer on Google. Nothing was sent."
_NOT_ON = (
    "A Business Profile API is not switched on for this app. In Google's console open APIs & Services, Library, and"
    " enable all three that the guide “Google Business” in the manual names."
)
NOT_FOR_LOCATION = (
    "Google does not allow that for this location. Its profile must be verified, and the account must manage it."
)
SUSPENDED = (
    "Google has suspended this Business Profile. Look at its e-mails from Google, ask there for it to be reinstated,"
    " then try again; what is here stays."
)
_NOT_VERIFIED = "This Business Profile is not verified, so Google does not allow that. Verify it there first."
_SIGN_IN_AGAIN = "Google wants a new sign-in. Connect the channel again; your answers wait for it."
_SCOPE = "This sign-in does not allow that. Connect the channel again and tick every box that Google shows."


def to_error(answer: Answer, http: Http, is_send: bool) -> ConnectorError:
    """The error for an answer that is not a success."""
    error = error_in(answer)
    unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
    if answer.status == 429:
        if error.allowed == "0":
            return failed(FailureKind.PERMISSION_DENIED, NOT_APPROVED, code="429 quota of 0")
        return failed(
            FailureKind.RATE_LIMITED,
            "Google allows more in a moment. It goes on by itself.",
            code=error.code,
            retry_at=http.retry_at(answer),
        )
    if is_switched_off(answer):
        return failed(FailureKind.SUSPENDED, RETIRED, code=f"{answer.status} retired")
    if error.detail == "SERVICE_DISABLED" or error.reason == "accessNotConfigured":
        return failed(FailureKind.PERMISSION_DENIED, _NOT_ON, code=error.code)
    if error.detail == "ACCESS_TOKEN_SCOPE_INSUFFICIENT":
        return failed(FailureKind.PERMISSION_DENIED, _SCOPE, code=error.code)
    if answer.status >= 500 or answer.status == 409:
        return transient("Google", error.code, unsure)
    match answer.status:
        case 401:
            return failed(FailureKind.AUTH_EXPIRED, _SIGN_IN_AGAIN, code=error.code)
        case 403:
            return failed(FailureKind.PERMISSION_DENIED, NOT_FOR_LOCATION, code=error.code)
        case 404:
            return failed(FailureKind.GONE, GONE, code=error.code)
        case _:
            return failed(
                FailureKind.INVALID,
                "Google did not accept this. Nothing was sent; change it and try again.",
                code=error.code,
            )


def finer(error: ConnectorError, standing: Wire) -> ConnectorError:
    """The error for a location that may not do something, by how it stands with Google: suspended or not verified.

    `standing` is a VoiceOfMerchantState (My Business Verifications API); what says neither leaves it as it is.
    """
    if standing.get("hasVoiceOfMerchant") is True:
        return error
    if "complyWithGuidelines" in standing:
        return failed(FailureKind.SUSPENDED, SUSPENDED, code="complyWithGuidelines")
    if "verify" in standing:
        return failed(FailureKind.PERMISSION_DENIED, _NOT_VERIFIED, code="verify")
    return error
