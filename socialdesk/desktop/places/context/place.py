"""The panel at the right: who the thread is with, how long they wait, tags, what is known, what they wrote before.

A section with nothing to say is absent. What is wanted of others goes out as facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.after import AfterPaint
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.fitting import Fitting, fitting
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import zoom
from socialdesk.desktop.look.tokens import current
from socialdesk.desktop.places.context.clock_part import ClockPart
from socialdesk.desktop.places.context.filling import Filling, Stops
from socialdesk.desktop.places.context.fitting_part import FittingPart
from socialdesk.desktop.places.context.near_part import NearPart
from socialdesk.desktop.places.context.person import PersonPart
from socialdesk.desktop.places.context.shield_part import KnownOfShield, ShieldPart
from socialdesk.desktop.places.context.who_else import KnownOf
from socialdesk.desktop.places.context.who_part import WhoPart
from socialdesk.desktop.widgets.plain_text import one_line, tooltip
from socialdesk.desktop.widgets.same_place import focus_again, focus_place
from socialdesk.model.command import RemoveTag
from socialdesk.model.contact import Contact
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Thread
from socialdesk.store.around import Around, around
from socialdesk.store.cache import Changes

tr = QCoreApplication.translate
_SECTIONS = 11


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that the panel tells, as it was read at one time."""

    thread: Thread
    contact: Contact | None = None
    known: KnownOf | None = None
    earlier: tuple[Thread, ...] = ()
    near: Around | None = None
    fitting: tuple[Fitting, ...] = ()
    shielded: KnownOfShield | None = None


class Context(QScrollArea):
    """Everything about the contact of the open thread."""

    entered = Signal()
    """The keyboard comes in: what is still to be shown of the open thread is wanted now."""
    act_wanted = Signal(str)
    """The id of an act: thread.tag."""
    thread_wanted = Signal(int)
    """An earlier thread of the contact."""
    reply_wanted = Signal(object)
    """A saved reply that fits."""

    person: PersonPart
    """What is shown and said of the person."""

    def __init__(self, bridge: Bridge, zone: tzinfo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._zone = zone
        self._thread: Thread | None = None
        self._shown: _Facts | None = None
        self._built_for: ThreadId | None = None
        self._is_leaving = False
        self.person = PersonPart(bridge, zone, self)
        self.person.changed.connect(self._build_again)
        self.shield = ShieldPart(bridge, zone, self)
        self.shield.act_wanted.connect(self.act_wanted)
        self.waiting = ClockPart(bridge, zone, lambda: self._thread, self)
        self.waiting.minute.connect(self._on_minute)
        self.fits = FittingPart(self)
        self.fits.act_wanted.connect(self.act_wanted)
        self.fits.reply_wanted.connect(self.reply_wanted)
        self.near = NearPart(bridge, zone, self)
        self.near.thread_wanted.connect(self.thread_wanted)
        self.near.all_wanted.connect(self._build)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("plane", "list")
        self.viewport().setProperty("plane", "list")
        self.setAccessibleName(tr("context", "About the contact"))
        # In a flood of messages some contact changes all the time, mostly another one.
        self._reload_soon = Pace(self._reload, 1_000, self)
        # Many an act leads on to the next thread: nothing is built of the one that goes, see `turn_soon`.
        self._given_soon = AfterPaint(self._reload, 0, self)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.submit.given.connect(self._on_given)
        self._look = (current(), zoom())
        Following(self, self._follow)
        self._put_body()
        self._build()

    def _follow(self) -> None:
        """Build anew only what takes its colours or its size when it is made; the rest follows by itself."""
        now = (current(), zoom())
        if now[0] != self._look[0] or (self.person.is_editing and now != self._look):
            self._put_body()
            self._build_again()
        self._look = now

    def open(self, thread: ThreadId | None) -> None:
        """Turn to the contact of another thread."""
        self._thread = self._bridge.thread(thread) if thread is not None else None
        self.near.shows_all = self.person.who_else.shows_all = self._is_leaving = False
        self._given_soon.stop()
        self.person.turn_to(self._contact())
        self._build()
        self.verticalScrollBar().setValue(0)

    def turn_soon(self, thread: ThreadId | None) -> None:
        """Another thread is open, whose person is shown in a moment: until then nothing is said of the last one."""
        self._is_leaving = thread != self.thread
        body, focus = self.widget(), QApplication.focusWidget()
        if body is None:
            return
        if not self._is_leaving:
            body.show()
            return
        self._given_soon.stop()
        # Hiding what has the focus would hand it to whatever stands next, such as a field of text.
        if focus is None or not body.isAncestorOf(focus):
            body.hide()

    def _on_changed(self, changes: Changes) -> None:
        thread = self._thread
        if thread is None or self._is_leaving:
            return
        concerns = thread.id in changes.threads or thread.id in changes.conversations
        if concerns:
            self._reload()
        elif changes.others & {"contact", "library", "channel", "shield"}:
            self._reload_soon.ask()

    def rest(self) -> None:
        """Read no more: the files are about to close."""
        self.person.keep()
        self._reload_soon.stop()
        self._given_soon.stop()

    def _on_given(self, threads: tuple[ThreadId, ...]) -> None:
        if self._thread is None or self._is_leaving:
            return
        if not threads:
            self._reload()  # what is said of a person names no thread
        elif self._thread.id in threads:
            self._given_soon.ask()

    def _reload(self) -> None:
        if self._thread is None or self._is_leaving:
            return
        self._thread = self._bridge.thread(self._thread.id) or self._thread
        facts = self._facts()
        if facts == self._shown:
            return
        if self.person.is_editing:
            self.person.on_changed(self._contact())
        else:
            self._build(facts)

    @property
    def thread(self) -> ThreadId | None:
        """The thread whose person is shown."""
        return self._thread.id if self._thread is not None else None

    def _contact(self) -> Contact | None:
        thread = self._thread
        if thread is None or thread.contact_id is None or thread.is_shielded:
            return None
        return self._bridge.contact(thread.contact_id)

    def _facts(self) -> _Facts | None:
        """What the panel depends on; while it is the same, nothing on the screen is touched."""
        thread = self._thread
        if thread is None:
            return None
        same = replace(thread, rev=0, unread=0)
        if thread.is_shielded:
            return _Facts(same, shielded=self.shield.known_of(thread))
        contact = self._contact()
        return _Facts(
            same,
            contact,
            self.person.known_of(contact, thread) if contact is not None else None,
            tuple(self._bridge.cache.earlier_threads(contact.id, thread.id)) if contact is not None else (),
            around(self._bridge.cache, thread),
            self._fit(thread),
        )

    def _fit(self, thread: Thread) -> tuple[Fitting, ...]:
        return fitting(self._bridge.cache, thread, self._bridge.me, self._bridge.clock.now().date())

    def fitting(self, place: int) -> SavedReply | None:
        """The reply at a place of those that fit, counted from 1."""
        found = self._fit(self._thread) if self._thread is not None else ()
        return found[place - 1].reply if 0 < place <= len(found) else None

    # ------------------------------------------------------------------------------------------------------ filling
    def _build(self, facts: _Facts | None = None) -> None:
        """Fill it with what was read already or is read now: once, since each part asks the file many things."""
        self.waiting.forget()
        self.person.keep()
        self._shown = facts = facts or self._facts()
        body = self._body
        is_same, self._built_for = self._built_for == self.thread, self.thread
        at = self.verticalScrollBar().value()
        place, focus = focus_place(body), QApplication.focusWidget()
        if not is_same and place is not None and focus is not None:
            focus.clearFocus()  # what stands there will be about somebody else
        self._fill(facts)
        self._stops.put_in_order()
        self._column.activate()
        body.show()
        # What it needs is known now: nobody is to see it scroll by what the last one needed.
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        if is_same:
            focus_again(body, place)
        self.verticalScrollBar().setValue(at)
        if self.person.is_editing:
            QTimer.singleShot(0, self, self._show_editor)

    def _fill(self, facts: _Facts | None) -> None:
        for section in self._sections:
            section.begin()
        thread = self._thread
        if thread is None or facts is None or facts.shielded is not None:
            self.who.forget()
        (elsewhere, clock, tags, about, memo, accounts, likely, earlier, near, fits, shield) = self._sections
        if thread is None or facts is None:
            pass
        elif facts.shielded is not None:
            self.person.turn_to(None)
            self.shield.fill(shield, facts.shielded)
        else:
            contact, known = facts.contact, facts.known
            self.person.turn_to(contact)
            self.who.show_person(contact, thread)
            if known is not None:
                self.person.who_else.elsewhere(elsewhere, known)
            self.waiting.fill(clock, thread)
            self._tags(tags, thread)
            if contact is not None and known is not None:
                self.person.about(about, contact, thread)
                self.person.memo(memo, contact, known)
                self.person.who_else.accounts(accounts, known)
                self.person.who_else.likely(likely, known)
                self.near.earlier(earlier, contact, facts.earlier)
            if facts.near is not None:
                self.near.around(near, facts.near)
            self.fits.fill(fits, thread, facts.fitting)
        for section in self._sections:
            section.end()

    def _put_body(self) -> None:
        """Put in what is filled from now on."""
        body = QWidget()
        body.setProperty("plane", "list")
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        self.who = WhoPart(self.person)
        column.addWidget(self.who)
        self._sections = tuple(Filling() for _ in range(_SECTIONS))
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        self._stops = Stops(body)
        if self.widget() is not None:
            self.takeWidget().deleteLater()
        self._body = body
        self.setWidget(body)
        self._fit_margin()

    def _show_editor(self) -> None:
        """Bring what is written in to the eye: it may stand far above what was looked at."""
        if self.person.editor is not None:
            self.ensureWidgetVisible(self.person.editor)

    def _fit_margin(self) -> None:
        """Let what scrolls stand in the margin at the end, so that everything is as wide with it as without."""
        body = self.widget()
        column = body.layout() if body is not None else None
        right = max(10, 20 - max(0, self.width() - self.viewport().width()))
        if column is not None and column.contentsMargins().right() != right:
            column.setContentsMargins(20, 20, right, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_margin()
        super().resizeEvent(event)

    def _build_again(self) -> None:
        if not self._is_leaving:
            self._build()

    def _on_minute(self) -> None:
        """Where they are it is another time now."""
        contact = self._contact()
        if contact is not None and contact.time_zone:
            self.who.tell_time(contact)

    def _tags(self, section: Filling, thread: Thread) -> None:
        section.head(tr("context", "Tags"))
        chips = section.chips()
        for name in thread.tags:
            tag = chips.chip(one_line(name), partial(self._remove_tag, name), can_go=True)
            tag.setAccessibleName(tr("context", "Remove the tag {tag}").format(tag=name))
            tag.setToolTip(tooltip(tag.accessibleName()))
        ask = partial(self.act_wanted.emit, "thread.tag")
        add = chips.chip(tr("context", "Add"), ask, icon="plus", is_outlined=True)
        add.setAccessibleName(tr("context", "Add a tag"))
        add.setToolTip(force.named(add.accessibleName(), "thread.tag"))

    def _remove_tag(self, name: str) -> None:
        if self._thread is not None:
            label = tr("context", "Tag {tag} removed.").format(tag=name)
            self._bridge.submit.give([(self._thread, RemoveTag(self._thread.id, name))], label)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()  # what the keyboard goes through is there from now on
        # Not at once: readers are told of this panel after this, and believed the keyboard to have stayed on it.
        is_back = event.reason() is Qt.FocusReason.BacktabFocusReason
        QTimer.singleShot(0, self, lambda: self._go_on(is_back=is_back))

    def _go_on(self, *, is_back: bool) -> None:
        """From the panel itself to what stands in it, or out of it by the way the keyboard came."""
        if self.hasFocus() and is_back:
            self.focusPreviousChild()
        elif self.hasFocus():
            self.focusNextChild()
