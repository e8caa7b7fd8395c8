"""Follows what happens and calls somebody outside the window, as `model.attention` and the settings say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.shell.attention_rules import asked, rule_of
from socialdesk.desktop.shell.attention_words import said
from socialdesk.desktop.shell.notices import Notices
from socialdesk.desktop.shell.quiet_side import QuietSide
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.desktop.widgets.sign_in_words import ends
from socialdesk.model.attention import DUE, SOON, Attention, Call, Rules, Why, Withdrawn
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import MarkDone, Snooze, ThreadCommand
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.quiet import Stretch
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import MENTIONS, MINE, TEAM
from socialdesk.store.access import accesses
from socialdesk.store.queue_cost import are_few
from socialdesk.store.queue_page import queue_page
from socialdesk.support.clock import HERE

if TYPE_CHECKING:
    from socialdesk.store.cache import Cache

tr = QCoreApplication.translate
LOOK_MS = 10_000
SOON_MS = 2_000
_MOST = 200
_STUCK = (Delivery.HELD, Delivery.REJECTED, Delivery.UNKNOWN)


class HasRules(Protocol):
    """Shows rules."""

    def open_rule(self, rule: str) -> None:
        """Show one in the editor."""
        ...


class Host(Protocol):
    """What it needs of its window."""

    @property
    def rules(self) -> HasRules:
        """The rules of the window."""
        ...

    bridge: Bridge
    queue: QueuePlace
    rail: RailPlace

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...

    def anchor(self) -> QRect:
        """Where pickers open."""
        ...

    def show_thread_in_mine(self, thread: ThreadId) -> None:
        """Show Mine with a thread open."""
        ...

    def show_outbox(self) -> None:
        """Show what has not left."""
        ...

    def come_forward(self) -> None:
        """Show this window."""
        ...


class AttentionSide(QObject):
    """One for each window."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window
        self._title = self._over.windowTitle()
        self.attention = Attention(self._rules())
        self.quiet = QuietSide(window)
        self.quiet.chosen.connect(self.look)
        self.notices = Notices(window)
        self.notices.act_wanted.connect(self.act)
        self.notices.dismissed.connect(self._on_dismissed)
        self.notices.ready.connect(self._on_ready)
        self.stretch = Stretch()
        self._mine: frozenset[ThreadId] | None = None
        self._mentioned: frozenset[ThreadId] = frozenset()
        self._stuck: frozenset[str] = frozenset()
        self._asked: Mapping[str, Call] = {}
        """The rules I am asked to look at."""
        self._own: set[ThreadId] = set()
        """What I did something to, until that was seen in the file."""
        self._read: set[ThreadId] = set()
        self._is_at_rest = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._again = QTimer(self, interval=LOOK_MS)
        self._again.timeout.connect(self.look)
        self._again.start()
        QTimer.singleShot(SOON_MS, self.notices.tray, self.notices.tray.look)
        bridge = window.bridge
        bridge.follow.changed.connect(self._on_changed)
        bridge.submit.given.connect(self._on_given)
        bridge.settings.changed.connect(self._on_setting)
        window.queue.thread_opened.connect(self._on_opened)

    # What happens

    def look(self) -> None:
        """Look what calls, what calls no more, and tell what is to be told; beside the window where there is much."""
        if self._is_at_rest:
            return
        bridge = self._window.bridge
        me = bridge.me
        # What the engine has not taken yet is not in what is read now; it calls nobody when it comes.
        known = frozenset(one for one in self._own if not bridge.submit.pending_of(one))

        def read(cache: Cache) -> tuple[Sequence[Thread], Sequence[Thread]]:
            mine, mentioned = (queue_page(cache, view, me, None, _MOST).rows for view in (MINE, MENTIONS))
            return mine, mentioned

        if are_few(bridge.cache):
            self._on_read(known, read(bridge.cache))
        else:
            bridge.beside.ask("attention", read, partial(self._on_read, known))

    def rest(self) -> None:
        """Look no more: the files are about to close."""
        self._is_at_rest = True
        self.notices.rest()
        self._again.stop()
        self._soon.stop()

    def _on_read(self, known: frozenset[ThreadId], found: tuple[Sequence[Thread], Sequence[Thread]]) -> None:
        bridge = self._window.bridge
        now = bridge.clock.now()
        self.notices.join_bus()
        current = self._window.queue.current()
        if current is not None and self._over.isActiveWindow():
            self._read.add(current.id)
        own, named = (map(bridge.submit.folded, rows) for rows in found)
        mine = {one.id: one for one in own if one.assignee_id == bridge.me and one.status is Status.OPEN}
        mentioned = {one.id: one for one in named if one.mentions_me}
        self._hear_mine(mine, now)
        self._hear_mentions(mentioned, now)
        self._hear_trouble(now)
        self._asked = asked(bridge, now)
        for call in self._asked.values():
            self.attention.hear(call)
        self._mine = frozenset(mine)
        self._mentioned = frozenset(mentioned)
        for gone in self.attention.settle(self._is_settled):
            self._withdraw(gone)
        self._read.clear()
        self._own -= known
        since = self.attention.digest_since
        if self.attention.wants_digest(now) and since is not None:
            self.attention.digest(self._new_since(since), now)
        # Until it is known whether the desktop shows notices, what is to be told waits: else the first would be lost.
        is_quiet = self.quiet.hours.is_quiet(now, HERE)
        notice = None if self.notices.is_joining else self.attention.due(now, is_quiet=is_quiet)
        if notice is not None:
            self.notices.show(notice.id, said(notice, self.attention.rules, HERE), notice.sound)
        self._show_badge()
        self.quiet.show_it()

    def _hear_mine(self, mine: dict[ThreadId, Thread], now: datetime) -> None:
        for thread in mine.values():
            if thread.due_at is None:
                continue
            left = thread.due_at - now
            stamp = round(thread.due_at.timestamp())
            came = self._mine is not None and thread.id not in self._mine
            is_taken = came and thread.id in self._own
            if came and not is_taken and left <= SOON:
                self.attention.hear(self._call(f"given:{thread.id}:{stamp}", Why.GIVEN, thread, now))
            elif timedelta(0) < left <= DUE:
                self.attention.hear(self._call(f"due:{thread.id}:{stamp}", Why.DUE, thread, now))
            elif left < timedelta(0) and thread.waiting_since is not None:
                # Once for each clock: it began when they asked, whatever was promised since.
                late = f"late:{thread.id}:{round(thread.waiting_since.timestamp())}"
                if self._mine is None or is_taken:
                    # What was late before anybody sat here stands first in the queue; who takes a late one knows it.
                    self.attention.know([late])
                self.attention.hear(self._call(late, Why.LATE, thread, now))

    def _hear_mentions(self, mentioned: dict[ThreadId, Thread], now: datetime) -> None:
        if self._mine is None:
            return  # what was so before anybody sat here is in the rail
        for id_, thread in mentioned.items():
            if id_ not in self._mentioned:
                self.attention.hear(self._call(f"mention:{id_}:{now.timestamp()}", Why.MENTION, thread, now))

    def _hear_trouble(self, now: datetime) -> None:
        bridge = self._window.bridge
        found: dict[str, Call] = {}
        for one in bridge.cache.outbox():
            if one.state in _STUCK and one.person_id == bridge.me:
                thread = bridge.thread(one.thread_id)
                key = f"trouble:{one.command}:{one.state.value}"
                if thread is not None:
                    found[key] = self._call(key, Why.TROUBLE, thread, now)
        for channel in bridge.channels:
            if channel.state is ChannelState.BAD_CREDENTIALS:
                key = f"signin:{channel.id}:{channel.state_since}"
                found[key] = Call(key, Why.TROUBLE, now, name=channel.name, channel=sentence(channel.state_reason))
        if self._mine is None:
            self.attention.know(found)
        found |= self._ending(now)
        self._stuck = frozenset(found)
        for call in found.values():
            self.attention.hear(call)

    def _ending(self, now: datetime) -> dict[str, Call]:
        """Sign-ins that end within the week, each told once, over restarts too."""
        bridge = self._window.bridge
        known = accesses(bridge.cache)
        found: dict[str, Call] = {}
        for channel in bridge.channels:
            access = known.get(channel.id)
            if access is None or not access.ends_soon(now) or not channel.state.is_at_work:
                continue
            key, until = f"ends:{channel.id}:{access.expires_at}", str(access.expires_at)
            is_new = bridge.desk.state(f"sign_in_told:{channel.id}") != until
            if is_new:
                bridge.desk.set_state(f"sign_in_told:{channel.id}", until)
            if is_new or key in self._stuck:
                found[key] = Call(key, Why.TROUBLE, now, name=channel.name, channel=ends(access, now))
        return found

    def _call(self, key: str, why: Why, thread: Thread, now: datetime) -> Call:
        channel = self._window.bridge.channel(thread.channel_id)
        hidden = thread.is_shielded
        return Call(
            key,
            why,
            now,
            thread.id,
            "" if hidden else thread.contact_name,
            channel.name if channel else "",
            "" if hidden else thread.preview,
            thread.due_at,
            is_hidden=hidden,
        )

    def _is_settled(self, call: Call) -> bool:
        match call.why:
            case Why.GIVEN | Why.DUE | Why.LATE:
                return call.thread in self._read or call.thread not in (self._mine or ())
            case Why.MENTION:
                return call.thread in self._read or call.thread not in self._mentioned
            case Why.TROUBLE:
                return call.key not in self._stuck
            case Why.APPROVAL:
                return call.key not in self._asked
            case _:
                return False

    def _new_since(self, since: datetime) -> int:
        bridge = self._window.bridge
        page = queue_page(bridge.cache, replace(TEAM, sort=Sort.NEWEST), bridge.me, None, _MOST)
        return sum(one.unread > 0 and one.last_in_at is not None and one.last_in_at > since for one in page.rows)

    # Telling

    def act(self, id_: int, key: str) -> None:
        """A button of a notice was pressed."""
        calls = self.attention.calls_of(id_)
        self.attention.dismiss(id_)
        thread = self._window.bridge.thread(calls[0].thread) if calls and calls[0].thread is not None else None
        self.notices.take_away(id_)
        if thread is not None and key in {"snooze", "done"}:
            self._do(thread, key)
            return
        self._window.come_forward()
        if len(calls) == 1 and thread is not None:
            self._window.show_thread_in_mine(thread.id)
        elif calls and all(call.why is Why.TROUBLE for call in calls):
            self._window.show_outbox()
        elif calls and all(call.why is Why.APPROVAL for call in calls):
            self._window.rules.open_rule(rule_of(calls[0]))

    def _do(self, thread: Thread, key: str) -> None:
        until = self._window.bridge.clock.now() + timedelta(hours=1)
        command: ThreadCommand = Snooze(thread.id, until) if key == "snooze" else MarkDone(thread.id)
        name = thread_name(thread)
        words = tr("shell", "{name} comes back later.") if key == "snooze" else tr("shell", "{name} is done.")
        self._window.bridge.submit.give([(thread, command)], words.replace("{name}", name))

    def _withdraw(self, gone: Withdrawn) -> None:
        self.notices.take_away(gone.id)

    def _show_badge(self) -> None:
        badge = self.attention.badge
        self._over.setWindowTitle(f"({badge}) {self._title}" if badge else self._title)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.setBadgeNumber(badge)
        self.notices.tray.tell()

    # What is heard

    def _on_ready(self) -> None:
        """What waited until it was known how notices are shown is told now."""
        if not self._is_at_rest:
            self._soon.start()

    def _on_dismissed(self, id_: int) -> None:
        self.attention.dismiss(id_)

    def _on_changed(self, _changes: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_given(self, threads: object) -> None:
        assert isinstance(threads, tuple)
        self._own |= set(threads)
        self._worked()
        self._on_changed(None)

    def _on_opened(self, _thread: object) -> None:
        self._worked()

    def _worked(self) -> None:
        """Something was done: after two hours of it without a pause, one is offered, once."""
        self.stretch = self.stretch.at_work(self._window.bridge.clock.now())
        if self.stretch.wants_pause:
            self.stretch = self.stretch.with_offer()
            self._window.say(tr("notices", "Two hours without a pause. A short one would be well earned."))

    def _on_setting(self, key: str) -> None:
        if key.startswith(("notify.", "quiet.", "shield.silent")):
            self.attention.set_rules(self._rules())

    def _rules(self) -> Rules:
        settings = self._window.bridge.settings
        minutes = int(settings.get("notify.digest_min"))
        return Rules(
            settings.flag("notify.mine"),
            settings.flag("notify.trouble"),
            timedelta(minutes=minutes) if minutes else None,
            settings.flag("notify.text"),
            settings.flag("notify.sound"),
            not settings.flag("shield.silent"),
        )
