"""Maps what Telegram says of an error to a kind, a certainty and a sentence; decides by number, then by the words.

The words are matched by how they begin, without regard to case: core.telegram.org/bots/api, "Making requests".
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.support.clock import Clock

SIGN_IN_AGAIN = (
    "Telegram does not know this token any more. Get one from @BotFather by /token and connect the channel again; your"
    " answers wait for it."
)
OTHER_READER = (
    "Another program reads this bot's messages with the same token, so some are missing here. End it, or make a new"
    " token with @BotFather by /revoke and connect the channel again with that one."
)
WEBHOOK = (
    "This bot's messages are delivered to another program (a webhook), so none come here. Connect the bot again and"
    " choose “take the bot over from another program”, or remove the webhook there."
)
NO_BUSINESS = (
    "This personal account does not let the bot answer there any more: its owner has disconnected the bot or does not"
    " allow answers, or the other side has written nothing in the last 24 hours. Nothing was sent; answer in Telegram."
)
_MOST_S = 86_400
SAME_WORDS = "message is not modified"
ONLY_A_PICTURE = "there is no text in the message to edit"
_SAID: tuple[tuple[str, FailureKind, str], ...] = (
    (
        "bot was blocked",
        FailureKind.PERMISSION_DENIED,
        "This person has blocked the bot. Nothing was sent.",
    ),
    ("user is deactivated", FailureKind.GONE, "This account is no longer on Telegram. Nothing was sent."),
    (
        "bot can't initiate conversation",
        FailureKind.PERMISSION_DENIED,
        "A bot can write only to people who have pressed Start in its chat. Nothing was sent; answer in the group.",
    ),
    (
        "bot can't send messages to the user",
        FailureKind.PERMISSION_DENIED,
        "Telegram lets a bot write only to people who have pressed Start in a chat with it. Nothing was sent.",
    ),
    (
        "bot was kicked",
        FailureKind.PERMISSION_DENIED,
        "The bot is no longer in this group. Add it again in Telegram; nothing was done.",
    ),
    (
        "bot is not a member",
        FailureKind.PERMISSION_DENIED,
        "The bot is not in this group. Add it in Telegram; nothing was done.",
    ),
    (
        "can't remove chat owner",
        FailureKind.PERMISSION_DENIED,
        "Whoever owns the group cannot be blocked in it. Nothing was done.",
    ),
    (
        "user is an administrator",
        FailureKind.PERMISSION_DENIED,
        "Administrators of the group cannot be blocked in it. Nothing was done.",
    ),
    (
        "method is available only for supergroup",
        FailureKind.PERMISSION_DENIED,
        "Telegram allows this only in large groups. Whoever owns the group can make it one; nothing was done.",
    ),
    ("chat not found", FailureKind.NOT_FOUND, "Telegram knows no such chat for this bot. Nothing was done."),
    ("user not found", FailureKind.NOT_FOUND, "Telegram knows no such person for this bot. Nothing was done."),
    ("participant_id_invalid", FailureKind.NOT_FOUND, "This person is not in the group. Nothing was done."),
    (
        "message to be replied not found",
        FailureKind.GONE,
        "The message you answer is no longer on Telegram. Nothing was sent.",
    ),
    ("message to delete not found", FailureKind.GONE, "This message is no longer on Telegram."),
    ("message to react not found", FailureKind.GONE, "This message is no longer on Telegram. Nothing was done."),
    ("message_id_invalid", FailureKind.GONE, "This message is no longer on Telegram. Nothing was done."),
    ("message to edit not found", FailureKind.GONE, "This message is no longer on Telegram. Nothing was done."),
    (
        "message can't be edited",
        FailureKind.WINDOW_CLOSED,
        "Telegram does not let this message be edited any more. Nothing was done; answer again instead.",
    ),
    (SAME_WORDS, FailureKind.DUPLICATE, "These words stand there already."),
    (ONLY_A_PICTURE, FailureKind.INVALID, "There are no words in this message. Nothing was done."),
    (
        "message can't be deleted",
        FailureKind.PERMISSION_DENIED,
        "A bot can delete its own messages for 48 hours, and those of others where it is an administrator who may.",
    ),
    (
        "reaction_invalid",
        FailureKind.PERMISSION_DENIED,
        "This group does not allow that reaction. Nothing was done.",
    ),
    ("topic_closed", FailureKind.WINDOW_CLOSED, "This topic of the group is closed. Nothing was sent."),
    ("message is too long", FailureKind.INVALID, "Longer than Telegram takes. Nothing was sent; shorten it."),
    (
        "message caption is too long",
        FailureKind.INVALID,
        "Longer than Telegram takes below a picture. Nothing was sent.",
    ),
    ("message text is empty", FailureKind.INVALID, "The answer is empty. Nothing was sent."),
    ("photo_invalid_dimensions", FailureKind.INVALID, "Telegram takes no picture of that shape. Nothing was sent."),
    ("image_process_failed", FailureKind.INVALID, "Telegram cannot read this picture. Nothing was sent."),
    ("business_", FailureKind.WINDOW_CLOSED, NO_BUSINESS),
)
_RIGHTS = (
    "not enough rights",
    "chat_admin_required",
    "have no rights",
    "need administrator rights",
    "chat_write_forbidden",
)


class Migrated(ConnectorError):
    """A group has become a large one, under another number; nothing was done."""

    def __init__(self, chat: int) -> None:
        super().__init__(
            Failure(
                FailureKind.GONE,
                "This group has become a large one on Telegram, and its older messages cannot be reached any more.",
                code="migrated",
            )
        )
        self.chat = chat


def to_error(answer: Answer, said: dict[str, Any] | None, http: Http, clock: Clock, *, is_send: bool) -> ConnectorError:
    """The error for an answer that is not ok; `said` is its JSON, None where it has none."""
    if not said or not isinstance(said.get("error_code"), int):
        if answer.status == 429:
            return _later(http.retry_at(answer) - clock.now(), clock, "429")
        return transient("Telegram", f"{answer.status}", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
    number, words = said["error_code"], str(said.get("description", ""))
    more: dict[str, Any] = said.get("parameters") or {}
    reason = words.partition(": ")[2].lower() or words.lower()
    if number == 429:
        seconds = more.get("retry_after")
        wait = timedelta(seconds=min(seconds, _MOST_S)) if isinstance(seconds, int) else timedelta(minutes=1)
        return _later(wait, clock, "429")
    if isinstance(more.get("migrate_to_chat_id"), int):
        return Migrated(more["migrate_to_chat_id"])
    if number == 401 or (number == 404 and reason == "not found"):
        return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=f"{number}")
    if number == 409:
        sentence, code = (WEBHOOK, "webhook") if "webhook" in reason else (OTHER_READER, "conflict")
        return failed(FailureKind.PERMISSION_DENIED, sentence, code=code)
    if number >= 500:
        return transient("Telegram", f"{number}", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
    for begin, kind, sentence in _SAID:
        if reason.startswith(begin):
            return failed(kind, sentence, code=f"{number} {begin}")
    if number == 403 or any(one in reason for one in _RIGHTS):
        return failed(
            FailureKind.PERMISSION_DENIED,
            "The bot may not do that here. Make it an administrator of the group in Telegram, with the right for it;"
            " nothing was done.",
            code=f"{number}",
        )
    if number == 413:
        return failed(FailureKind.INVALID, "Larger than Telegram takes. Nothing was sent.", code="413")
    return failed(
        FailureKind.INVALID,
        "Telegram did not accept this. Nothing was sent; change it and try again.",
        code=f"{number}",
    )


def not_telegram(*, is_send: bool) -> ConnectorError:
    """Something answered that does not speak as Telegram does."""
    return transient("Telegram", "unreadable answer", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)


def _later(wait: timedelta, clock: Clock, code: str) -> ConnectorError:
    return failed(
        FailureKind.RATE_LIMITED,
        "Telegram allows more later. It goes on by itself.",
        code=code,
        retry_at=clock.now() + wait,
    )
