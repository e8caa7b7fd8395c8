"""The section of saved replies that fit the open thread, the best of them as it would go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.fitting import Fitting
from socialdesk.desktop.places.context.filling import Filling
from socialdesk.desktop.widgets.keycap import ACT
from socialdesk.desktop.widgets.plain_text import one_line, tooltip
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
_SHOWN = 160
"""So many letters of the reply that fits best are shown; the rest stands in its tooltip."""


class FittingPart(QObject):
    """Goes with one panel."""

    act_wanted = Signal(str)
    reply_wanted = Signal(object)
    """A saved reply that fits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.whole: Callable[[ThreadId, SavedReply], str] = lambda _thread, _reply: ""
        """What a reply would say in a thread; "" where something must be filled first."""

    def fill(self, section: Filling, thread: Thread, found: Sequence[Fitting]) -> None:
        """Fill the section with replies, the best first."""
        if not found:
            return
        section.head(tr("context", "Saved replies that fit"))
        lines = section.lines(7)
        for place, one in enumerate(found, 1):
            reply = one.reply
            choose = partial(self.reply_wanted.emit, reply)
            button = lines.line(one_line(reply.title), f"/{reply.shortcut}", choose, icon="lightning", is_boxed=True)
            button.setToolTip(tooltip(force.named(one_line(one.why), f"replies.fitting{place}")))
            button.setAccessibleDescription(one_line(one.why))
            lines.label(one_line(one.why), 11, 400, "text3", elides=True)
            if place == 1 and reply.bodies and not reply.is_macro:
                self._first_whole(lines, thread, reply)

    def _first_whole(self, lines: Filling, thread: Thread, reply: SavedReply) -> None:
        """What the first one would say here if nothing is left to fill, so that one key can send it."""
        said = one_line(self.whole(thread.id, reply))
        if said:
            shown = said if len(said) <= _SHOWN else said[:_SHOWN].rstrip() + "…"
            lines.label(shown, 12, 400, "text2", wraps=True).setToolTip(tooltip(said))
            answer = partial(self.act_wanted.emit, "replies.answer")
            send = lines.line(tr("context", "Answer with it and be done"), "", answer, icon="paper-plane-right")
            send.setProperty(ACT, "replies.answer")
            send.setToolTip(force.named(send.text(), "replies.answer"))
