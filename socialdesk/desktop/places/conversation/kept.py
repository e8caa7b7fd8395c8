"""Gives the card in the place of kept messages, and the bar above opened ones; tells why, never what they say.

The two are made when the first kept thread is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation.post_words import facts
from socialdesk.desktop.places.conversation.shield_bar import ShieldBar
from socialdesk.desktop.places.conversation.shield_card import ShieldCard, Summary
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.identifiers import MessageId
from socialdesk.model.media import MediaState
from socialdesk.model.message import Direction, Entry, Message
from socialdesk.model.post import Post
from socialdesk.model.shield.sharing import whose_turn
from socialdesk.model.shield.values import GRAVITY, Level, Reason, ShieldKind, kind_of
from socialdesk.model.shielding import CountOpened
from socialdesk.model.thread import Thread
from socialdesk.store.around import shielded_on
from socialdesk.store.attachments import Shown, shown_of_post
from socialdesk.store.exposure import exposure
from socialdesk.store.shield import Held, earlier_of_author, held_in, opened

tr = QCoreApplication.translate


def today(bridge: Bridge) -> str:
    """The day in the calendar of whoever sits here."""
    return bridge.clock.now().astimezone().date().isoformat()


def opened_today(bridge: Bridge) -> int:
    """How many kept threads this person opened today, with what the engine has not counted yet."""
    day = today(bridge)
    pending = sum(isinstance(one.command, CountOpened) and one.command.day == day for one in bridge.submit.pending)
    return opened(bridge.cache, bridge.me, day) + pending


def next_in_turn(bridge: Bridge, mine: int) -> str:
    """Who is given the next kept thread, by first name; empty when it is the team's, or mine. `mine` I opened today."""
    if len(bridge.people) < 2:
        return ""
    opened_, holds = exposure(bridge.cache.ask, today(bridge))
    turn = whose_turn(bridge.cache.team().people, {**opened_, bridge.me: mine}, holds, bridge.clock.now())
    person = bridge.person(turn)
    return "" if person is None or person.is_me else person.name.split()[0]


def held_now(bridge: Bridge, thread: Thread) -> tuple[Held, ...]:
    """What is kept in a thread and was not let through."""
    return tuple(one for one in held_in(bridge.cache, thread.id) if not one.is_let_through)


def summary(bridge: Bridge, thread: Thread, entries: Sequence[Entry], post: Post | None = None) -> Summary:
    """What may be told of a kept thread."""
    held = held_now(bridge, thread)
    kind = kind_of(thread.shield) or ShieldKind.ABUSE
    level: Level | None = Level.LIKELY
    reasons: tuple[Reason, ...] = ()
    if held:
        gravest = min(held, key=lambda one: (GRAVITY[one.kind], one.level is None))
        kind, level = gravest.kind, gravest.level
        reasons = tuple(reason for one in (gravest, *held) for reason in one.reasons)
    elif thread.id in bridge.submit.touched():
        level = None
    ids = {one.message for one in held}
    said = [one for one in entries if isinstance(one, Message) and one.direction is Direction.IN]
    kept = [one for one in said if one.id in ids] or said
    mine = opened_today(bridge)
    return Summary(
        kind,
        level,
        reasons,
        earlier_of_author(bridge.cache, thread.id),
        words=sum(len(one.text.split()) for one in kept),
        language=thread.language,
        links=sum(one.text.count("://") for one in kept),
        pictures=sum(len(one.attachments) for one in kept),
        opened_today=mine,
        next_goes_to=next_in_turn(bridge, mine) if mine else "",
        **_cannot(bridge, thread),
        **_on_post(bridge, post),
    )


def _on_post(bridge: Bridge, post: Post | None) -> dict[str, Any]:
    """Our own post that it was written below: its words are ours, so they may be shown."""
    if post is None or not post.is_own:
        return {}
    many = shielded_on(bridge.cache, post.id)
    about = facts(post, bridge.clock.now(), None, QLocale(), shielded=many, names=False)
    shown = shown_of_post(bridge.cache, post.id)
    is_coming = shown is not None and shown.state in {MediaState.OK, MediaState.PENDING}
    return {
        "post": one_line(post.title or post.text),
        "about_post": about,
        "picture": shown if is_coming else None,
    }


def _cannot(bridge: Bridge, thread: Thread) -> dict[str, str]:
    can = bridge.capabilities(thread)
    channel = bridge.channel(thread.channel_id)
    name = channel.name if channel is not None else ""
    said = {
        "hide": tr("shield", "{channel} cannot hide what others write: Hide takes it out of your queue only."),
        "block": tr("shield", "{channel} cannot block anybody from here."),
        "report": tr("shield", "{channel} takes no reports from here: open it on the platform to report it."),
    }
    return {
        f"no_{act}": "" if can is not None and can.can(act) else words.format(channel=name)
        for act, words in said.items()
    }


def covered(
    shown: dict[tuple[MessageId, int], Shown], uncovered: frozenset[MessageId]
) -> dict[tuple[MessageId, int], Shown]:
    """Pictures of an opened thread: each stays covered until somebody asks for it by a second act."""
    return {key: one if key[0] in uncovered else covered_one(one) for key, one in shown.items()}


def covered_one(one: Shown) -> Shown:
    """A picture that is not shown until somebody asks for it."""
    is_here = one.state in {MediaState.OK, MediaState.PENDING}
    return replace(one, state=MediaState.ASKED, sha256="") if is_here else one


class Kept(QObject):
    """Card and bar of one conversation."""

    act_wanted = Signal(str)

    def __init__(self, bridge: Bridge, room: QVBoxLayout, parent: QObject) -> None:
        """`room` is the column they stand in, below its first part."""
        super().__init__(parent)
        self._bridge = bridge
        self._room = room
        self.card: ShieldCard | None = None
        self.bar: ShieldBar | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the card stands in the place of the messages."""
        return self.card is not None and not self.card.isHidden()

    def follow(
        self, thread: Thread | None, entries: Sequence[Entry], *, is_hidden: bool, post: Post | None = None
    ) -> None:
        """Show what belongs over this thread; `entries` are counted, never shown."""
        is_opened = thread is not None and thread.is_shielded and not is_hidden
        if thread is not None and (is_hidden or is_opened):
            told = summary(self._bridge, thread, entries, post)
            card, bar = self._made()
            card.show_summary(told)
            bar.tell(told.kind, told.level)
        if self.card is not None and self.bar is not None:
            self.card.setVisible(is_hidden)
            self.bar.setVisible(is_opened)

    def _made(self) -> tuple[ShieldCard, ShieldBar]:
        if self.card is None or self.bar is None:
            self.card, self.bar = ShieldCard(), ShieldBar()
            self.card.draw_from(self._bridge.pictures)
            self.card.act_wanted.connect(self.act_wanted)
            self.bar.act_wanted.connect(self.act_wanted)
            self._room.insertWidget(1, self.bar)
            self._room.insertWidget(2, self.card, 1)
        return self.card, self.bar
