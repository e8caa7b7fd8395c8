"""Maps what X says of an error to a kind, a certainty and a sentence.

X has two shapes of errors: a problem with `title`, `detail` and `type`, and the older list of `code` and `message` (X
API, Response codes and errors). The status decides first, then the type, then the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer
from socialdesk.connectors.kit.parts import parts
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = "X wants a new sign-in. Connect the channel again; your answers wait for it."
GONE = "That is no longer on X. Nothing was sent."
DUPLICATE = "duplicate"
_NO_CREDIT = (
    "The app at X has no credit left. Add some in X's console under Billing; SocialDesk goes on by itself and nothing"
    " is lost."
)
_CAPPED = "What X's plan allows the app is used up. Change the plan or the limit in X's console under Billing."
_NOT_SUMMONED = (
    "X lets apps answer only who has named the account or quoted it, and this person has not. Nothing was sent; answer"
    " on X itself (View on the platform)."
)
_NOT_ALLOWED = (
    "X does not let this app do that. Look in X's console whether the app may “Read and write and Direct message”,"
    " then sign in again."
)
RETIRED = "X no longer has the interface that this SocialDesk asks. Update SocialDesk; nothing that is here is lost."
_TURNED_OFF = 251
"""The older list of errors: this endpoint has been retired (X API, Response codes and errors)."""
_CLOSED_DM = "This person does not take direct messages from you. Nothing was sent."


@dataclass(frozen=True, slots=True)
class Problem:
    """What X said of an error."""

    type: str
    words: str
    code: int = 0


def problem_in(answer: Answer) -> Problem:
    """What an answer that is not a success says; nothing where it is of another form."""
    try:
        said = answer.json()
    except ValueError:
        return Problem("", "")
    return problem_of(said)


def problem_of(said: Any) -> Problem:
    """What one problem says."""
    if not isinstance(said, dict):
        return Problem("", "")
    found: dict[str, Any] = said  # pyright: ignore[reportUnknownVariableType] - JSON of unknown form
    listed = parts(found, "errors")
    one: dict[str, Any] = listed[0] if listed else {}
    words = str(found.get("detail") or one.get("detail") or one.get("message") or found.get("title") or "")
    code = one.get("code")
    return Problem(str(found.get("type") or one.get("type") or ""), words, code if isinstance(code, int) else 0)


def to_error(answer: Answer, retry_at: datetime, *, is_send: bool) -> ConnectorError:
    """The error for an answer that is not a success. `retry_at` counts where X asks for a pause."""
    problem = problem_in(answer)
    kind_of = problem.type.rsplit("/", 1)[-1]
    code = kind_of or str(problem.code or answer.status)
    if _is_turned_off(answer, problem):
        return failed(FailureKind.PERMISSION_DENIED, RETIRED, code=f"{answer.status} retired")
    match answer.status:
        case 401:
            return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=code)
        case 402:
            return failed(FailureKind.RATE_LIMITED, _NO_CREDIT, code="credits", retry_at=retry_at)
        case 403:
            return _forbidden(problem, kind_of, code)
        case 404:
            return failed(FailureKind.GONE, GONE, code=code)
        case 429 if kind_of == "usage-capped":
            return failed(FailureKind.RATE_LIMITED, _CAPPED, code=code, retry_at=retry_at)
        case 429:
            sentence = "X allows more later. It goes on by itself."
            return failed(FailureKind.RATE_LIMITED, sentence, code=code, retry_at=retry_at)
        case status if status >= 500 or status < 400:
            return transient("X", code, Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
        case _:
            return failed(FailureKind.INVALID, "X did not take this. Nothing was sent.", code=code)


def _is_turned_off(answer: Answer, problem: Problem) -> bool:
    """Whether what was asked is no longer there at all, and not one post or person.

    410 says that an endpoint was turned off (Response codes and errors). Of a path that it does not have X says nothing
    more than 404 (U).
    """
    is_silent = answer.status == 404 and answer.object() is None
    return answer.status == 410 or problem.code == _TURNED_OFF or is_silent


def _forbidden(problem: Problem, kind_of: str, code: str) -> ConnectorError:
    words = problem.words.casefold()
    if "duplicate" in words:
        # The words are X's and may change (U). What stands there already may be this very answer: it is looked for.
        return failed(
            FailureKind.TRANSIENT,
            "X says that this text was sent already. SocialDesk looks whether it was this answer.",
            code=DUPLICATE,
            certainty=Certainty.UNKNOWN,
        )
    if "mentioned or otherwise engaged" in words:
        return failed(FailureKind.PERMISSION_DENIED, _NOT_SUMMONED, code="not_summoned")
    if "suspended" in words or "locked" in words:
        return failed(
            FailureKind.SUSPENDED,
            "X has locked or suspended this account. Open X in the browser with it, then sign in again.",
            code=code,
        )
    if "direct message" in words or "dm" in words.split():
        return failed(FailureKind.PERMISSION_DENIED, _CLOSED_DM, code=code)
    if kind_of == "client-forbidden" or problem.code in (64, 453):
        return failed(FailureKind.PERMISSION_DENIED, _NOT_ALLOWED, code=code)
    return failed(FailureKind.PERMISSION_DENIED, "X does not allow that here. Nothing was sent.", code=code)
