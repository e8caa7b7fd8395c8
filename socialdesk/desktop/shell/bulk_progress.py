"""Follows what was given to the platforms for many at once until the last has its answer, also past a restart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.look.numbers import number, time_of_day
from socialdesk.desktop.places.bulk import words
from socialdesk.desktop.places.bulk.progress import Far, ProgressSheet
from socialdesk.desktop.shell.bulk_pacing import channel_notes
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.banner import Banner
from socialdesk.desktop.widgets.plain_text import called
from socialdesk.model.command import CancelAct, CancelReply, Reply, ThreadCommand
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.store.bulk_targets import outbounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialdesk.model.command import Given
    from socialdesk.model.thread import Thread
    from socialdesk.store.cache import Cache, Changes
    from socialdesk.store.outbound import Outbound

tr = QCoreApplication.translate
LOOK_MS = 500
DONE_MS = 8_000
_KEY = "bulk"
_DONE = (Delivery.SENT, Delivery.SEEN)
_FAILED = (Delivery.REJECTED, Delivery.UNKNOWN, Delivery.HELD)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the file says of some acts: where they stand, which were refused before, whom they are about."""

    outbound: dict[CommandId, Outbound]
    refused: dict[CommandId, str]
    threads: dict[ThreadId, Thread]


class Progress:
    """The acts one window follows: a line under the banner, and a sheet with each of them."""

    def __init__(self, window: Parts) -> None:
        self._w = window
        assert isinstance(window, QWidget)
        self._label = ""
        self._of: dict[CommandId, ThreadId] = {}
        self._seen = _Seen({}, {}, {})
        self._sheet: ProgressSheet | None = None
        self.line = Banner(window)
        self._is_there = True
        self.line.destroyed.connect(self._on_gone)
        self.line.chosen.connect(self._on_chosen)
        column = window.layout()
        assert isinstance(column, QBoxLayout)
        column.insertWidget(1, self.line)
        self._soon = Pace(self._look, LOOK_MS, self.line)
        self._leaves = QTimer(self.line, singleShot=True, interval=DONE_MS)
        self._leaves.timeout.connect(self.forget)
        window.bridge.follow.changed.connect(self._on_changed)
        self._remember_from_before()

    @property
    def is_on(self) -> bool:
        """Whether anything is followed."""
        return bool(self._of)

    @property
    def is_open(self) -> bool:
        """Whether the sheet is shown."""
        return self._sheet is not None and self._sheet.isVisible()

    @property
    def sheet(self) -> ProgressSheet:
        """The sheet; made when it is first wanted."""
        if self._sheet is None:
            assert isinstance(self._w, QWidget)
            self._sheet = ProgressSheet(self._w)
            self._sheet.stop_wanted.connect(self.stop)
            self._sheet.failed_wanted.connect(self._select_failed)
            self._sheet.opened.connect(self._on_opened)
        return self._sheet

    def follow(self, label: str, given: Iterable[tuple[CommandId, ThreadId]]) -> None:
        """Follow these acts, beside those that are not done yet."""
        self._leaves.stop()
        going = {
            id_: thread for id_, thread in self._of.items() if self._stands(id_) not in (*_DONE, Delivery.CANCELED)
        }
        self._of = {**going, **dict(given)}
        self._label = label
        self._keep()
        self._soon.ask()

    def look(self) -> None:
        """See how far it is."""
        if self.is_on:
            self._soon.ask()

    def look_now(self) -> None:
        """See how far it is, in this frame."""
        ids, threads = list(self._of), list(dict.fromkeys(self._of.values()))
        self._on_seen(frozenset(ids), _seen(ids, threads, self._w.bridge.cache))

    def forget(self) -> None:
        """Follow nothing any more."""
        self._of = {}
        self._keep()
        self.line.hide()

    def stop(self) -> None:
        """Take back all of them that have surely not left."""
        back: list[ThreadCommand] = []
        for id_, thread in self._of.items():
            one = self._seen.outbound.get(id_)
            if one is not None and one.state in CANCELABLE and one.state is not Delivery.REJECTED:
                back.append(CancelReply(thread, id_) if one.act == "answer" else CancelAct(thread, id_))
        pending = {one.id: one.command for one in self._w.bridge.submit.pending}
        for id_, thread in self._of.items():
            if id_ in pending and id_ not in self._seen.outbound:
                is_answer = isinstance(pending[id_], Reply)
                back.append(CancelReply(thread, id_) if is_answer else CancelAct(thread, id_))
        if not back:
            self._w.say(tr("bulk", "Nothing waits that could be taken back."))
            return
        said = tr("bulk", "%n act(s) taken back.", "", len(back)).replace(str(len(back)), number(len(back)), 1)

        def told(_given: object) -> None:
            self._w.say(said)
            self._soon.ask()

        self._w.bridge.many.write(back, told)

    def going_on(self) -> int:
        """How many of them have not left; looked at anew, for a question is asked with it."""
        if self.is_on:
            self.look_now()
        waits = (Delivery.QUEUED, Delivery.WAITING, Delivery.SENDING)
        return sum(self._stands(id_) in waits for id_ in self._of)

    def show(self) -> None:
        """Show each of them with where it stands."""
        self.sheet.tell(self._far())
        self.sheet.show_it()

    # Looking

    def _look(self) -> None:
        ids, threads = list(self._of), list(dict.fromkeys(self._of.values()))
        if ids:
            self._w.bridge.many.ask(partial(_seen, ids, threads), partial(self._on_seen, frozenset(ids)))

    def _on_seen(self, ids: frozenset[CommandId], seen: _Seen) -> None:
        if not self._is_there:
            return  # the window went while the file was asked
        if ids != self._of.keys():
            self._soon.ask()
            return
        self._seen = seen
        self._show()

    def _on_gone(self) -> None:
        self._is_there = False

    def _stands(self, id_: CommandId) -> Delivery:
        if id_ in self._seen.refused:
            return Delivery.REJECTED
        one = self._seen.outbound.get(id_)
        return one.state if one is not None else Delivery.QUEUED

    def _show(self) -> None:
        states = [self._stands(id_) for id_ in self._of]
        taken = states.count(Delivery.CANCELED)
        done, failed, all_ = sum(s in _DONE for s in states), sum(s in _FAILED for s in states), len(states) - taken
        if not all_:
            self.forget()
            return
        lead = tr("bulk", "{done} of {all} done.").format(done=number(done), all=number(all_))
        acts = [("each", tr("bulk", "Show each"))]
        if done + failed < all_:
            acts.insert(0, ("stop", tr("bulk", "Take back the rest")))
        else:
            acts.append(("close", tr("bulk", "Close")))
        icon = "warning" if failed else "check" if done == all_ else "clock"
        self.line.show_words("soon" if failed else "info", icon, lead, self._text(failed), acts)
        if self.is_open:
            self.sheet.tell(self._far())
        if done == all_:
            self._leaves.start()

    def _text(self, failed: int) -> str:
        # What was promised of the pace is over once nothing waits any more.
        is_over = all(self._stands(id_) in (*_DONE, *_FAILED, Delivery.CANCELED) for id_ in self._of)
        said = [] if is_over and failed else [self._label]
        waiting = [one for id_, one in self._seen.outbound.items() if self._stands(id_) not in (*_DONE, *_FAILED)]
        waits = [one for one in waiting if one.state is not Delivery.CANCELED]
        if waits:
            said.append(tr("bulk", "The last one {span}.").replace("{span}", self._span(waits)))
            threads = [found for one in waits if (found := self._seen.threads.get(one.thread_id)) is not None]
            said += channel_notes(self._w.bridge, threads)
        if failed:
            said.append(tr("bulk", "%n failed.", "acts", failed).replace(str(failed), number(failed), 1))
        return " ".join(said)

    def _span(self, waits: Sequence[Outbound]) -> str:
        return words.lasts(max(one.not_before for one in waits) - self._w.bridge.clock.now())

    def _far(self) -> Far:
        states = [self._stands(id_) for id_ in self._of]
        failed = sum(one in _FAILED for one in states)
        can_stop = any(one in (Delivery.QUEUED, Delivery.WAITING) for one in states)
        done = sum(one in _DONE for one in states)
        title = tr("bulk", "{done} of {all} done.").format(done=number(done), all=number(len(states)))
        order = list(self._of.items())
        return Far(title, self._text(failed), len(order), lambda row: self._line(*order[row]), can_stop, failed)

    def _line(self, id_: CommandId, thread_id: ThreadId) -> str:
        thread = self._seen.threads.get(thread_id)
        if thread is None:
            name = tr("bulk", "No longer in the workspace")
        else:
            name = (
                tr("bulk", "Hidden message")
                if thread.is_shielded
                else called(thread.contact_name, thread.contact_handle)
            )
        return words.said(name, self._words(id_))

    def _words(self, id_: CommandId) -> str:
        if id_ in self._seen.refused:
            return in_words(self._seen.refused[id_])
        one = self._seen.outbound.get(id_)
        state = self._stands(id_)
        if one is not None and state in (*_FAILED, Delivery.WAITING) and one.state_reason:
            return in_words(one.state_reason)
        match state:
            case Delivery.SENT | Delivery.SEEN:
                return tr("bulk", "done")
            case Delivery.SENDING:
                return tr("bulk", "leaving now")
            case Delivery.WAITING:
                return tr("bulk", "waits for the network")
            case Delivery.CANCELED:
                return tr("bulk", "taken back")
            case Delivery.HELD:
                return tr("bulk", "stopped: open the thread and decide")
            case Delivery.UNKNOWN:
                return tr("bulk", "outcome unknown: look on the platform, then say so in the outbox")
            case Delivery.REJECTED:
                return tr("bulk", "the network did not take it")
            case _:
                if one is None:
                    return tr("bulk", "waits")
                at = time_of_day(one.not_before.astimezone(), wide=True)
                return tr("bulk", "leaves at {time}").replace("{time}", at)

    # What is done about it

    def _on_changed(self, changes: Changes) -> None:
        if self._is_there and self.is_on and changes.others & {"outbox", "result"}:
            self._soon.ask()

    def _on_chosen(self, key: str) -> None:
        match key:
            case "stop":
                self.stop()
            case "each":
                self.show()
            case _:
                self.forget()

    def _on_opened(self, row: int) -> None:
        thread = list(self._of.values())[row]
        self._w.queue.selection.clear()
        if not self._w.queue.open(thread):
            self._w.open_thread(thread)

    def _select_failed(self) -> None:
        failed = [thread for id_, thread in self._of.items() if self._stands(id_) in _FAILED]
        self.sheet.leave()
        self._w.queue.selection.select(dict.fromkeys(failed))

    # Past a restart

    def _keep(self) -> None:
        kept = json.dumps({"label": self._label, "acts": list(self._of.items())}) if self._of else ""
        self._w.bridge.desk.set_state(_KEY, kept)

    def _remember_from_before(self) -> None:
        kept = self._w.bridge.desk.state(_KEY)
        if not kept:
            return
        try:
            found = json.loads(kept)
            self._label = str(found["label"])
            self._of = {CommandId(str(id_)): ThreadId(int(thread)) for id_, thread in found["acts"]}
        except (ValueError, TypeError, KeyError):
            self._w.bridge.desk.set_state(_KEY, "")  # what can't be read is only a line on the screen
            return
        self._soon.ask_later()


def followed(given: Sequence[Given]) -> list[tuple[CommandId, ThreadId]]:
    """What of given commands can be followed: each with the thread it is about."""
    return [(one.id, one.command.thread) for one in given if isinstance(one.command, ThreadCommand)]


def _seen(ids: Sequence[CommandId], threads: Sequence[ThreadId], cache: Cache) -> _Seen:
    refused = {one.command: one.sentence for one in cache.results_of(ids) if one.outcome == "rejected"}
    found = {one.command: one for one in outbounds(cache, ids)}
    return _Seen(found, refused, {one.id: one for one in cache.threads(threads)})
