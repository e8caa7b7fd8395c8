"""The sections about threads near the open one: the earlier ones of the person, what others wrote below the post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.context import words
from socialdesk.desktop.places.context.parts import LineButton
from socialdesk.desktop.places.context.sections import put_head, put_lines
from socialdesk.desktop.widgets.plain_text import called, one_line, safe_name
from socialdesk.model.contact import Contact
from socialdesk.model.saved_reply import first_name
from socialdesk.model.thread import Thread
from socialdesk.store.around import Around

tr = QCoreApplication.translate
EARLIER_SHOWN = 3


class NearPart(QObject):
    """Goes with one panel."""

    thread_wanted = Signal(int)
    all_wanted = Signal()
    """All earlier threads are to be shown, not the newest alone."""

    def __init__(self, bridge: Bridge, zone: tzinfo | None, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._zone = zone
        self.shows_all = False

    def earlier(self, column: QVBoxLayout, contact: Contact, earlier: Sequence[Thread]) -> None:
        if not earlier:
            return
        now, locale = self._bridge.clock.now(), QLocale()
        name = first_name(contact.name) or safe_name(contact.name)
        put_head(column, tr("context", "Earlier with {name}").format(name=name), locale.toString(len(earlier)))
        lines = put_lines(column)
        for one in earlier if self.shows_all else earlier[:EARLIER_SHOWN]:
            channel = self._bridge.channel(one.channel_id)
            said = one_line(one.subject or one.preview) or tr("context", "Without words")
            button = LineButton(
                said,
                words.day(one.last_at, now, self._zone, locale),
                mark=channel.mark if channel is not None else "globe",
            )
            button.clicked.connect(lambda _=False, id_=one.id: self.thread_wanted.emit(id_))
            lines.addWidget(button)
        more = len(earlier) - EARLIER_SHOWN
        if more > 0 and not self.shows_all:
            rest = LineButton(tr("context", "Show %n more", "", more), "", icon="caret-down")
            rest.clicked.connect(self._show_all)
            lines.addWidget(rest)

    def around(self, column: QVBoxLayout, near: Around) -> None:
        """What others wrote below the same post before and after, as far as it may be seen."""
        if not (near.before or near.after):
            return
        now = self._bridge.clock.now()
        put_head(column, tr("context", "Around this comment"))
        lines = put_lines(column)
        for some, icon in ((near.before, "caret-up"), (near.after, "caret-down")):
            for one in some:
                said = one_line(one.preview) or tr("context", "Without words")
                ago = words.span(now - one.last_at)
                button = LineButton(
                    tr("context", "{name}: {words}", "what somebody else said").format(
                        name=called(one.contact_name, one.contact_handle), words=said
                    ),
                    ago,
                    icon=icon,
                )
                button.clicked.connect(lambda _=False, id_=one.id: self.thread_wanted.emit(id_))
                lines.addWidget(button)

    def _show_all(self) -> None:
        self.shows_all = True
        self.all_wanted.emit()
