"""Maps what Discord says of an error to a kind, a certainty and a sentence; decides by its code, then by the status.

The codes are those of docs.discord.com, Opcodes and Status Codes, "JSON error codes".
"""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = (
    "Discord does not know this token any more. Reset it on the Developer Portal under Bot, and connect the channel"
    " again with the new one; your answers wait for it."
)
NOT_ACCEPTED = (
    "Discord does not know this token. Copy it from the Developer Portal under Bot once more; after Reset Token only"
    " the newest one works."
)
LATER = "Discord allows more later. It goes on by itself."
NO_ACCESS = "The bot may not see this channel. Give it View Channels and Read Message History; nothing was done."
NO_RIGHT = "The bot lacks a permission for that. Give it to its role in the server's settings; nothing was done."
NO_PRIVATE = (
    "This person takes no private messages from people of the server. Answer in the channel instead; nothing was sent."
)
RETIRED = "Discord no longer speaks the way this SocialDesk does. Update SocialDesk; nothing that is here is lost."
PUT_OUT = "The bot is no longer in this server. Invite it again on Discord; nothing that was fetched is lost."
_GONE = "This message is no longer on Discord. Nothing was done."
_NO_CHANNEL = "This channel is no longer on Discord. Nothing was done."
_BY_CODE: dict[int, tuple[FailureKind, str]] = {
    40001: (FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN),
    50014: (FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN),
    10008: (FailureKind.GONE, _GONE),
    10003: (FailureKind.GONE, _NO_CHANNEL),
    10004: (FailureKind.PERMISSION_DENIED, PUT_OUT),
    10013: (FailureKind.GONE, "This account is no longer on Discord. Nothing was done."),
    10007: (FailureKind.NOT_FOUND, "This person is not in the server. Nothing was done."),
    10026: (FailureKind.NOT_FOUND, "This person is not banned."),
    50001: (FailureKind.PERMISSION_DENIED, NO_ACCESS),
    50013: (FailureKind.PERMISSION_DENIED, NO_RIGHT),
    50007: (FailureKind.PERMISSION_DENIED, NO_PRIVATE),
    50278: (FailureKind.PERMISSION_DENIED, NO_PRIVATE),
    40333: (FailureKind.PERMISSION_DENIED, "Discord does not take requests from here. Try again later."),
    # "Invalid API version provided": versions are switched off some time after the next one.
    50041: (FailureKind.SUSPENDED, RETIRED),
    50083: (FailureKind.WINDOW_CLOSED, "This thread is archived on Discord. Open it there, then send again."),
    160005: (FailureKind.WINDOW_CLOSED, "This thread is locked on Discord. Nothing was sent."),
    50006: (FailureKind.INVALID, "The answer is empty. Nothing was sent."),
    40005: (FailureKind.INVALID, "A picture is larger than Discord takes. Nothing was sent."),
    200000: (
        FailureKind.INVALID,
        "The server's AutoMod does not let these words through. Nothing was sent; change them.",
    ),
    20016: (FailureKind.RATE_LIMITED, "This channel is in slow mode. It goes on by itself."),
    20028: (FailureKind.RATE_LIMITED, LATER),
    40003: (FailureKind.RATE_LIMITED, LATER),
    40062: (FailureKind.RATE_LIMITED, LATER),
}
BUSY = 130_000
NOT_TAKEN = "Discord did not accept this. Nothing was sent; change it and try again."


def code_of(said: dict[str, Any]) -> int:
    """Discord's own number of an error; 0 for none."""
    code = said.get("code")
    return code if isinstance(code, int) else 0


def to_error(status: int, said: dict[str, Any], *, is_send: bool) -> ConnectorError:
    """The error for an answer that is no success and no 429."""
    code = code_of(said)
    unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
    if code in _BY_CODE:
        kind, sentence = _BY_CODE[code]
        return failed(kind, sentence, code=f"{status} {code}")
    if status == 401:
        return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="401")
    if status >= 500 or code == BUSY or not said:
        return transient("Discord", f"{status} {code}", unsure)
    if status == 403:
        return failed(FailureKind.PERMISSION_DENIED, NO_RIGHT, code=f"403 {code}")
    if status == 404:
        return failed(FailureKind.NOT_FOUND, "Discord knows nothing of the kind. Nothing was done.", code=f"404 {code}")
    if "REPLIES_UNKNOWN_MESSAGE" in str(said.get("errors", "")):
        return failed(
            FailureKind.GONE, "The message you answer is no longer on Discord. Nothing was sent.", code="gone"
        )
    return failed(FailureKind.INVALID, NOT_TAKEN, code=f"{status} {code}")
