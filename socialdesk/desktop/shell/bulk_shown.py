"""Shows what can be done to the selected threads: how many they are, which acts change how many, who is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk.pane import BulkAct, BulkPane
from socialdesk.desktop.shell.bulk_pacing import Abilities, abilities
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.bulk import Summary, summary
from socialdesk.model.bulk_platform import ACTS
from socialdesk.model.channel import Channel
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
SUMMARY_MS = 120
_MANY = 60
_MOST_CHANNELS = 4
_LISTED = (
    "thread.assign",
    "thread.mine",
    "thread.tag",
    "thread.priority",
    "select.answer",
    "thread.snooze",
    "thread.done",
    "thread.reopen",
    "thread.read",
)
_ALWAYS = frozenset({"thread.done", "thread.reopen", "thread.mine", "thread.mute"})
"""What is offered before it is known whether it would change anything."""
_RARER = (
    "thread.note",
    "thread.mute",
    "thread.unmute",
    "shield.let",
    "thread.merge",
    "thread.like",
    "thread.unlike",
    "message.hide",
    "message.remove",
    "message.delete",
    "message.block",
    "message.report",
    "thread.copy_link",
)


class Shown(Protocol):
    """What of the window changes while threads are selected."""

    def show_bulk(self, *, is_on: bool) -> None:
        """Put the list of acts in the place of the conversation, or the conversation back."""
        ...


class Showing:
    """The list of acts of one window. `more` gives the ids of acts that are declared elsewhere."""

    def __init__(self, window: Parts, shown: Shown, more: Callable[[], Iterable[str]]) -> None:
        self._w = window
        self._shown = shown
        self._more = more
        self.pane = BulkPane()
        self.pane.act_wanted.connect(self._on_act_wanted)
        self.answering: Callable[[], frozenset[ThreadId]] = frozenset
        """The threads a colleague is answering at this moment."""
        self.summary = Summary()
        self._was_on = False
        self._is_read = False
        """Whether the selection was shown with what was read of it."""
        self._known: tuple[tuple[Channel, ...], Abilities] | None = None
        """What can be done on each of the channels, looked up when they changed."""
        self._soon = Pace(self._read, SUMMARY_MS, self.pane)
        self._selection = window.queue.selection
        self._selection.changed.connect(self._on_changed)

    @property
    def is_on(self) -> bool:
        """Whether acts are for the selected threads."""
        return self._selection.is_on and (self._w.queue.isVisible() or self.pane.isVisible())

    @property
    def count(self) -> int:
        """How many are selected."""
        return self._selection.count

    def enter(self) -> None:
        """Into the list of acts; there it presses the one that has the focus."""
        focused = next((one for one in self.pane.buttons.values() if one.hasFocus()), None)
        if focused is not None:
            focused.click()
        else:
            self._w.panes.show_thread()  # where the window is narrow, it lies behind the queue
            self.pane.focus_acts()

    def answered_now(self) -> frozenset[ThreadId]:
        """The threads a colleague is answering at this moment."""
        return self.answering()

    def read_soon(self) -> None:
        """Look at the selected threads again."""
        self._soon.ask()

    def _on_act_wanted(self, id_: str) -> None:
        self._w.run(self._w.registry[id_])

    def mind(self) -> bool:
        """Keep the list of acts where it is while the hand moves over the queue; False while nothing is selected."""
        if self.is_on:
            self._shown.show_bulk(is_on=True)
        return self.is_on

    def _on_changed(self) -> None:
        if self._selection.is_on != self._was_on:
            self._was_on = self._selection.is_on
            self._shown.show_bulk(is_on=self._was_on)
        if not self._was_on:
            return
        self._is_read = False
        if self._selection.known <= _MANY:
            self._read()
        else:
            self._soon.ask()
        if not self._is_read:  # few are read at once, and then shown with what they are
            self._show()

    def _read(self) -> None:
        ids = self._selection.ids
        if ids and self._was_on:
            self._w.bridge.many.read(ids, partial(self._on_read, ids))

    def _on_read(self, ids: Sequence[ThreadId], threads: Sequence[Thread]) -> None:
        if ids == self._selection.ids and self._was_on:
            self.summary = summary(threads, self._w.bridge.me, self.answering())
            self._is_read = True
            self._show()

    def _able(self) -> Abilities:
        channels = self._w.bridge.channels
        if self._known is None or self._known[0] is not channels:
            self._known = channels, abilities(self._w.bridge)
        return self._known[1]

    def _show(self) -> None:
        found, many = self.summary, self.count
        channels = [one.name for id_ in found.channels if (one := self._w.bridge.channel(id_)) is not None]
        about = ", ".join(dict.fromkeys(channels[:_MOST_CHANNELS]))
        if len(channels) > _MOST_CHANNELS:
            rest = tr("bulk", "and %n more", "channels", len(channels) - _MOST_CHANNELS)
            about = f"{about} {rest}"
        notes: list[str] = []
        if found.answering:
            notes.append(
                tr(
                    "bulk",
                    "Colleagues are answering %n of these right now. They will be left out.",
                    "",
                    found.answering,
                )
            )
        parts = {
            "thread.done": many - found.done,
            "thread.reopen": found.done,
            "thread.mine": many - found.mine,
            "thread.mute": many - found.muted,
            "thread.unmute": found.muted,
            "shield.let": found.shielded,
        }
        # What no channel of these can do is not offered; who is left out of the rest the preview says.
        able = self._able()
        for id_, act in ACTS.items():
            parts[id_] = sum(n for key, n in found.kinds.items() if key in able and able[key].can(act.needs))
        if not self._is_read and found.count != many:
            # What is known is of the selection before this one: nothing is counted that was not read.
            parts = {id_: many for id_, part in parts.items() if part > 0 or id_ in _ALWAYS}
        acts: list[BulkAct] = []
        own = _words_for_many()
        for id_ in (*_LISTED, *self._more(), *_RARER):
            part = parts.get(id_, many)
            if not part:
                continue
            action = self._w.registry[id_]
            words = own.get(id_, action.words)
            if id_ == "thread.read":
                words = tr("bulk", "Mark read") if found.unread else tr("bulk", "Mark unread")
            said = tr("bulk", "{part} of {all}").format(part=number(part), all=number(many)) if part != many else ""
            short = number(part) if said and id_ in _RARER else ""
            acts.append(BulkAct(id_, words, action.icon, action.shown_keys, said, short, id_ in _RARER))
        self.pane.show_selection(many, about, acts, notes)


def _words_for_many() -> dict[str, str]:
    """What the rarer acts are called where they are done to many."""
    return {
        "thread.note": tr("bulk", "Note…", "an internal note in each"),
        "thread.mute": tr("bulk", "Mute"),
        "thread.unmute": tr("bulk", "Unmute"),
        "shield.let": tr("bulk", "Let through"),
        "thread.merge": tr("bulk", "Merge by person…"),
        "thread.like": tr("bulk", "Like…"),
        "thread.unlike": tr("bulk", "Take likes back…"),
        "message.delete": tr("bulk", "Delete our answers…"),
        "message.hide": tr("bulk", "Hide…"),
        "message.unhide": tr("bulk", "Show again…"),
        "message.remove": tr("bulk", "Delete…", "messages of others"),
        "message.block": tr("bulk", "Block…"),
        "message.unblock": tr("bulk", "Let in again…"),
        "message.report": tr("bulk", "Report…"),
        "thread.copy_link": tr("bulk", "Copy links"),
    }
