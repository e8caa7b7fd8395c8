"""What merging threads does in the window: offers the other threads of a person, and takes the newest merge back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.conversation import words
from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.merging import MergeThreads, UnmergeThreads
from socialdesk.model.thread import Status, Thread
from socialdesk.store.merges import newest_merge
from socialdesk.support.ids import new_id

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.bridge import Bridge

tr = QCoreApplication.translate
_MOST = 20


class Around(Protocol):
    """What these acts need of a window."""

    bridge: Bridge

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...


class MergingHands:
    """The hands of these two acts. `pick` shows a few named choices."""

    def __init__(self, around: Around, pick: Callable[[str, list[Line], Callable[[str], None]], None]) -> None:
        self._w = around
        self._pick = pick

    def ask(self, thread: Thread) -> None:
        """Offer the other threads of the person, the newest first."""
        if thread.contact_id is None:
            return
        others = self._w.bridge.cache.earlier_threads(thread.contact_id, thread.id, _MOST)
        if not others:
            self._w.say(tr("shell", "This is the only thread of {name}.").format(name=thread_name(thread)))
            return
        lines = [self._line(one) for one in others]
        self._pick(tr("shell", "Merge with"), lines, lambda key: self._merge(thread, ThreadId(int(key))))

    def take_apart(self, thread: Thread) -> None:
        """Take the newest merge of the thread back."""
        found = newest_merge(self._w.bridge.cache, thread.id)
        if found is None:
            self._w.say(tr("shell", "This thread was not put together with another one."))
            return
        merge, other = found
        label = tr("shell", "{name}: two threads again.").format(name=thread_name(thread))
        self._w.bridge.submit.give([(thread, UnmergeThreads(thread.id, other, merge))], label)

    def _merge(self, thread: Thread, other: ThreadId) -> None:
        label = tr("shell", "{name}: one thread now.").format(name=thread_name(thread))
        self._w.bridge.submit.give([(thread, MergeThreads(thread.id, other, new_id()))], label)

    def _line(self, thread: Thread) -> Line:
        channel = self._w.bridge.channel(thread.channel_id)
        said = tr("shell", "A hidden message") if thread.is_shielded else one_line(thread.preview)
        what = words.kind(channel, thread.kind)
        icon = "check" if thread.status is Status.DONE else "chat-circle"
        return Line(str(thread.id), said or what, what if said else "", icon=icon)
