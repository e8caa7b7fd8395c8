"""Makes decisions about what is kept out of sight effective: what is let through, kept, opened, and taught."""

from __future__ import annotations

from socialdesk.model.command import Given
from socialdesk.model.identifiers import ChannelId, MessageId
from socialdesk.model.message import Direction
from socialdesk.model.shield.lists import MOST_OWN
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import reasons_from_json
from socialdesk.model.shielding import (
    CountOpened,
    KeepOutOfSight,
    LetThrough,
    SetShieldAuthor,
    SetShieldWord,
    Shielding,
    ShieldTeaching,
    Teach,
)
from socialdesk.model.thread import Thread
from socialdesk.store.change import Change

LONGEST = 200
"""Letters of one entry of the list."""


def wrong_with(change: Change, command: ShieldTeaching) -> str:
    """Why a word cannot be put on the list; empty when it can."""
    if isinstance(command, SetShieldAuthor) or not command.on:
        return ""
    word = command.word()
    if not any(sign.isalnum() for sign in word.text):
        return "There are no letters in it. Nothing was changed; write a word or a phrase."
    if len(word.text) > LONGEST:
        return "That is too long for a word or phrase. Nothing was changed; shorten it to 200 letters."
    if change.shield_word_count() >= MOST_OWN:
        return "The list is full at 5,000 entries. Nothing was changed; take some off first."
    return ""


def decide(change: Change, given: Given, command: Shielding, thread: Thread) -> tuple[str, str] | None:
    """Carry out an act on a thread; gives the grey line it leaves, if any."""
    match command:
        case LetThrough(teach=teach):
            _hold_newest(change, given, thread, thread.shield)
            messages = change.decide_shielded(thread.id, let_through=True)
            if teach is Teach.WORDS:
                _teach_words(change, given, thread, messages)
            elif teach is Teach.AUTHOR:
                _teach_author(change, given, thread, messages)
            return ("let_through", teach.value) if thread.shield else None
        case KeepOutOfSight(shield=kind):
            change.untaught(thread.id)
            change.decide_shielded(thread.id, let_through=False)
            _hold_newest(change, given, thread, kind.value)
            return None if thread.shield else ("shielded", kind.value)
        case CountOpened(day=day):
            change.count_opened(given.person, day)
            return None


def teach(change: Change, given: Given, command: ShieldTeaching) -> None:
    """Change what the team's lists say, and write down who did."""
    if isinstance(command, SetShieldWord):
        word = command.word()
        change.set_shield_word(word, given.person, given.at, on=command.on)
        change.log_event(
            given.at, given.person, "shield word added" if command.on else "shield word removed", word.text, word.kind
        )
        return
    change.let_author(
        ChannelId(command.channel),
        command.remote_id,
        command.author_name,
        given.person,
        given.at,
        on=command.on,
    )
    what = "shield author let through" if command.on else "shield author judged again"
    change.log_event(given.at, given.person, what, command.remote_id)


def _hold_newest(change: Change, given: Given, thread: Thread, kind: str) -> None:
    """A thread that no message was kept for is kept for the newest one that came in."""
    if not kind or change.has_kept(thread.id):
        return
    said = [one for one in change.newer_messages(thread.id, MessageId(0)) if one.direction is Direction.IN]
    if said:
        newest = max(said, key=lambda one: (one.created_at, one.id))
        change.keep_out_of_sight(newest, thread.channel_id, None, given.at, by_hand=kind)


def _teach_words(change: Change, given: Given, thread: Thread, messages: list[MessageId]) -> None:
    for message, written in change.reasons_of(messages):
        for reason in reasons_from_json(written):
            text = message.text[reason.start : reason.end].strip()
            if reason.rule in {"list", "own_list"} and text:
                word = OwnWord(reason.kind, reason.language, " ".join(text.split()).casefold()[:LONGEST], allows=True)
                change.set_shield_word(word, given.person, given.at, on=True, thread=thread.id)
                change.log_event(given.at, given.person, "shield word let through", word.text, reason.kind)


def _teach_author(change: Change, given: Given, thread: Thread, messages: list[MessageId]) -> None:
    for message, _ in change.reasons_of(messages):
        if message.author_remote_id:
            change.let_author(
                thread.channel_id,
                message.author_remote_id,
                message.author_name,
                given.person,
                given.at,
                on=True,
                thread=thread.id,
            )
            change.log_event(given.at, given.person, "shield author let through", message.author_remote_id)
