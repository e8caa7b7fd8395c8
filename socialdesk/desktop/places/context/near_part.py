"""The sections about threads near the open one: the earlier ones of the person, what others wrote below the post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.context import words
from socialdesk.desktop.places.context.filling import Filling
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

    def earlier(self, section: Filling, contact: Contact, earlier: Sequence[Thread]) -> None:
        """Fill the section about the earlier threads of a person, the newest first."""
        if not earlier:
            return
        now, locale = self._bridge.clock.now(), QLocale()
        name = first_name(contact.name) or safe_name(contact.name)
        section.head(tr("context", "Earlier with {name}").format(name=name), locale.toString(len(earlier)))
        lines = section.lines()
        for one in earlier if self.shows_all else earlier[:EARLIER_SHOWN]:
            channel = self._bridge.channel(one.channel_id)
            said = one_line(one.subject or one.preview) or tr("context", "Without words")
            lines.line(
                said,
                words.day(one.last_at, now, self._zone, locale),
                partial(self.thread_wanted.emit, one.id),
                mark=channel.mark if channel is not None else "globe",
            )
        more = len(earlier) - EARLIER_SHOWN
        if more > 0 and not self.shows_all:
            lines.line(tr("context", "Show %n more", "", more), "", self._show_all, icon="caret-down")

    def around(self, section: Filling, near: Around) -> None:
        """What others wrote below the same post before and after, as far as it may be seen."""
        if not (near.before or near.after):
            return
        now = self._bridge.clock.now()
        section.head(tr("context", "Around this comment"))
        lines = section.lines()
        for some, icon in ((near.before, "caret-up"), (near.after, "caret-down")):
            for one in some:
                said = one_line(one.preview) or tr("context", "Without words")
                ago = words.span(now - one.last_at)
                lines.line(
                    tr("context", "{name}: {words}", "what somebody else said").format(
                        name=called(one.contact_name, one.contact_handle), words=said
                    ),
                    ago,
                    partial(self.thread_wanted.emit, one.id),
                    icon=icon,
                )

    def _show_all(self) -> None:
        self.shows_all = True
        self.all_wanted.emit()
