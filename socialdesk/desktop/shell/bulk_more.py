"""What else is done to all that is selected: notes, links, muting, taking, merging; each told with who is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from socialdesk.desktop.bridge.many import AT_ONCE
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk import words as bulk_words
from socialdesk.desktop.places.bulk.preview import Asked
from socialdesk.desktop.shell.bulk_asking import MOST, Asking
from socialdesk.desktop.shell.bulk_pacing import Paces, abilities
from socialdesk.desktop.shell.bulk_progress import Progress, followed
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.plain_text import called, one_line
from socialdesk.model.bulk import LeftOut, Plan
from socialdesk.model.command import AddNote, Assign, ThreadCommand
from socialdesk.model.mention import mentioned
from socialdesk.model.merging import MergeThreads, UnmergeThreads
from socialdesk.model.moderation import MuteThread
from socialdesk.model.shielding import LetThrough, Teach
from socialdesk.model.thread import Status
from socialdesk.store.merges import newest_merge
from socialdesk.support.ids import new_id

if TYPE_CHECKING:
    from socialdesk.desktop.shell.bulk_triage import Triage
    from socialdesk.model.command import Given
    from socialdesk.model.identifiers import ContactId, ThreadId
    from socialdesk.model.thread import Thread
    from socialdesk.store.cache import Cache

tr = QCoreApplication.translate
MOST_OPEN = 10
"""So many pages open in the browser at most."""


class MoreActs:
    """The hands for these acts."""

    def __init__(self, window: Parts, triage: Triage, asking: Asking, progress: Progress) -> None:
        self._w = window
        self._triage = triage
        self._asking = asking
        self._progress = progress
        self.acts: dict[str, Callable[[], object]] = {
            "thread.note": self._begin_note,
            "thread.copy_link": lambda: self._read(self._copy),
            "thread.open": lambda: self._read(self._open),
            "thread.take": self._take,
            "thread.mute": lambda: self._mute(on=True),
            "thread.unmute": lambda: self._mute(on=False),
            "thread.merge": lambda: self._read(self._ask_merge),
            "thread.take_apart": lambda: self._read(self._find_merges),
            "shield.let": self._let_through,
            "thread.priority": lambda: window.moderating.ask_priority(None),
        }

    def _read(self, then: Callable[[Sequence[Thread]], None]) -> None:
        self._w.bridge.many.read(self._w.queue.selection.ids, then)

    # Notes

    def _begin_note(self) -> None:
        if self._w.queue.selection.count > MOST:
            said = tr("bulk", "One note goes to up to {most} threads. Select fewer.")
            self._w.say(said.replace("{most}", number(MOST)))
            return
        self._read(self._ask_note)

    def _ask_note(self, threads: Sequence[Thread]) -> None:
        n = len(threads)
        asked = Asked(
            _counted(tr("bulk", "Write one note into %n thread(s)", "", n), n),
            tr("bulk", "Only your team reads it; nothing leaves. @ and a first name tells a colleague. Z removes it."),
            lambda place: _said(threads[place]),
            [True] * n,
            lambda many: _counted(tr("bulk", "Write %n note(s)", "", many), many),
            lambda places: tr("bulk", "{part} of {all}.").format(part=number(len(places)), all=number(n)),
            text_name=tr("bulk", "The note for all"),
            needs_text=True,
        )
        self._asking.ask(asked, lambda places, _choice, text: self._note([threads[at] for at in places], text))

    def _note(self, threads: Sequence[Thread], text: str) -> None:
        named = mentioned(text, self._w.bridge.people)
        n = len(threads)
        does = tuple((one, AddNote(one.id, text, named)) for one in threads)
        label = _counted(tr("bulk", "%n note(s) written.", "", n), n)
        self._w.bridge.many.give(Plan(does, {}), label)

    # Links

    def _copy(self, threads: Sequence[Thread]) -> None:
        links = [one.permalink for one in threads if one.permalink]
        if not links:
            self._w.say(tr("bulk", "None of these has an address."))
            return
        QGuiApplication.clipboard().setText("\n".join(links))
        self._w.say(
            self._with_rest(_counted(tr("bulk", "%n link(s) copied.", "", len(links)), len(links)), links, threads)
        )

    def _open(self, threads: Sequence[Thread]) -> None:
        links = [one.permalink for one in threads if one.permalink.startswith("https://")]
        if len(links) > MOST_OPEN:
            said = tr("bulk", "Up to {most} pages open at once. Select fewer, or copy the links with Ctrl+Shift+C.")
            self._w.say(said.replace("{most}", number(MOST_OPEN)))
            return
        for one in links:
            QDesktopServices.openUrl(QUrl(one))
        words = _counted(tr("bulk", "%n page(s) opened in the browser.", "", len(links)), len(links))
        self._w.say(self._with_rest(words, links, threads) if links else tr("bulk", "None of these has an address."))

    @staticmethod
    def _with_rest(words: str, links: Sequence[str], threads: Sequence[Thread]) -> str:
        rest = len(threads) - len(links)
        if not rest:
            return words
        out = tr("bulk", "Left out: {reasons}.").replace(
            "{reasons}", f"{number(rest)} {tr('bulk', 'without an address')}"
        )
        return f"{words} {out}"

    # Whose, and whether in the queue

    def _take(self) -> None:
        me = self._w.bridge.me
        self._triage.do(
            lambda t: Assign(t.id, me) if t.assignee_id is None else LeftOut.SAME_ALREADY,
            lambda n: tr("bulk", "%n thread(s) are yours.", "", n),
            tr("bulk", "somebody's already"),
            moves_on=True,
        )

    def _let_through(self) -> None:
        self._triage.do(
            lambda t: LetThrough(t.id, Teach.NOTHING) if t.is_shielded else LeftOut.SAME_ALREADY,
            lambda n: tr("bulk", "%n thread(s) let through.", "", n),
            tr("bulk", "not kept out of sight"),
        )

    def _mute(self, *, on: bool) -> None:
        bridge = self._w.bridge
        can = abilities(bridge)
        leaves = bridge.clock.now() + timedelta(seconds=bridge.settings.number("undo_s"))

        def make(thread: Thread) -> ThreadCommand | LeftOut:
            if (thread.status is Status.MUTED) is on:
                return LeftOut.SAME_ALREADY
            able = can.get((thread.channel_id, thread.kind))
            return MuteThread(thread.id, leaves, on=on, there=able is not None and able.can("mute"))

        def words(n: int) -> str:
            if on:
                return tr("bulk", "%n thread(s) are muted.", "", n)
            return tr("bulk", "%n thread(s) are back in the queue.", "", n)

        same = tr("bulk", "muted already") if on else tr("bulk", "not muted")
        self._triage.do(make, words, same, moves_on=True, settle=self._paced, then=self._progress_of)

    def _paced(self, plan: Plan) -> Plan:
        """The plan with what the platforms are told spread by their budgets."""
        there = [thread for thread, command in plan.does if isinstance(command, MuteThread) and command.there]
        times = dict(zip((one.id for one in there), Paces(self._w.bridge, "mute").moments(there), strict=True))
        does = tuple(
            (thread, replace(command, not_before=times.get(thread.id, command.not_before)))
            if isinstance(command, MuteThread)
            else (thread, command)
            for thread, command in plan.does
        )
        return Plan(does, plan.left_out)

    def _progress_of(self, label: str, given: Sequence[Given]) -> None:
        there = [one for one in given if isinstance(one.command, MuteThread) and one.command.there]
        if len(there) > 1:
            self._progress.follow(label, followed(there))

    # Threads of one person

    def _ask_merge(self, threads: Sequence[Thread]) -> None:
        of: dict[ContactId, list[Thread]] = {}
        for one in threads:
            if one.contact_id is not None:
                of.setdefault(one.contact_id, []).append(one)
        # The newest stays: it is where the person is talking now.
        groups = [sorted(some, key=lambda one: one.last_at, reverse=True) for some in of.values() if len(some) > 1]
        if not groups:
            self._w.say(tr("bulk", "No two of these are of one person, so there is nothing to merge."))
            return
        n = len(groups)
        rest = len(threads) - sum(len(some) for some in groups)
        alone = (
            _counted(tr("bulk", "%n thread(s) are the only one of their person here.", "", rest), rest) if rest else ""
        )
        asked = Asked(
            _counted(tr("bulk", "Merge the threads of %n person(s)?", "", n), n),
            tr("bulk", "The newest of each stays and shows the others. Z takes all of them apart again."),
            lambda place: self._group_words(groups[place]),
            [True] * n,
            lambda many: _counted(tr("bulk", "Merge for %n person(s)", "", many), many),
            lambda _places: alone,
        )
        self._asking.ask(asked, lambda places, _choice, _text: self._merge([groups[at] for at in places]))

    @staticmethod
    def _group_words(some: Sequence[Thread]) -> str:
        return tr("bulk", "{name}: %n threads become one", "", len(some)).replace("{name}", _name(some[0]))

    def _merge(self, groups: Sequence[Sequence[Thread]]) -> None:
        does = tuple((some[0], MergeThreads(some[0].id, other.id, new_id())) for some in groups for other in some[1:])
        n = len(groups)
        self._w.queue.selection.clear()
        label = _counted(tr("bulk", "The threads of %n person(s) are merged.", "", n), n)
        self._w.bridge.many.give(Plan(does, {}), label)

    def _find_merges(self, threads: Sequence[Thread]) -> None:
        ids = [one.id for one in threads]
        then = partial(self._take_apart, threads)
        self._w.bridge.many.ask(partial(_merges, ids), then, is_little=len(ids) <= AT_ONCE)

    def _take_apart(self, threads: Sequence[Thread], found: Mapping[ThreadId, tuple[str, ThreadId]]) -> None:
        does = tuple(
            (one, UnmergeThreads(one.id, found[one.id][1], found[one.id][0])) for one in threads if one.id in found
        )
        if not does:
            self._w.say(tr("bulk", "None of these was merged with another thread."))
            return
        n = len(does)
        label = _counted(tr("bulk", "%n thread(s) are taken apart again.", "", n), n)
        self._w.bridge.many.give(Plan(does, {}), label)


def _merges(ids: Sequence[ThreadId], cache: Cache) -> dict[ThreadId, tuple[str, ThreadId]]:
    found = ((id_, newest_merge(cache, id_)) for id_ in ids)
    return {id_: merge for id_, merge in found if merge is not None}


def _counted(words: str, many: int) -> str:
    return words.replace(str(many), number(many), 1)


def _name(thread: Thread) -> str:
    return tr("bulk", "Hidden message") if thread.is_shielded else called(thread.contact_name, thread.contact_handle)


def _said(thread: Thread) -> str:
    return _name(thread) if thread.is_shielded else bulk_words.said(_name(thread), one_line(thread.preview))
