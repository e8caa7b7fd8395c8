"""A thread in a window of its own: for a second screen, for a case one watches, for what a person wrote elsewhere.

It is written in one window at a time: whoever comes forward reads the draft from the disk, whoever goes back keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMoveEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.registry import Registry
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import metrics
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.pickers.assign import AssignPicker
from socialdesk.desktop.places.pickers.popover import Popover
from socialdesk.desktop.places.pickers.snooze import SnoozePicker
from socialdesk.desktop.places.pickers.tags import TagPicker
from socialdesk.desktop.shell.members import members
from socialdesk.desktop.shell.room import Room
from socialdesk.desktop.shell.taking_back import taken_back
from socialdesk.desktop.shell.telling import undo_words
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.desktop.widgets.announce import Announcer
from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.plain_text import called
from socialdesk.desktop.widgets.toast import UndoToast
from socialdesk.model.command import AddTag, Assign, MarkDone, RemoveTag, Reopen, Snooze, ThreadCommand
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
WIDTH = 640
_AT_MOST = 12
"""Windows of threads at once: more is a mistake of the hand."""


class OwnWindow(QWidget):
    """One thread: its messages, its composer, and the acts on it by the keys they have in the first window."""

    left = Signal(object)
    """It was closed; it tells itself."""
    more_wanted = Signal(str)
    """An act that only the first window can do, by its id."""
    private_wanted = Signal(object)
    """The messages with whoever wrote here are to be opened; None where there are none yet."""
    came_forward = Signal(object)
    """It has the keys now; it tells itself."""
    reshaped = Signal()
    """It was moved, or has another size."""

    def __init__(self, bridge: Bridge, thread: ThreadId, first: QWidget, registry: Registry) -> None:
        super().__init__(first, Qt.WindowType.Window)
        self.shows = thread
        self._bridge = bridge
        self._first = first
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("plane", "surface")
        Room(self, (metrics.CONVERSATION_LEAST, metrics.WINDOW_LEAST[1]))
        self.conversation = Conversation(bridge, parent=self)
        self.composer = Composer(bridge, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.conversation, 1)
        whole.addWidget(self.composer)
        self.toast = UndoToast(self)
        self._announcer = Announcer(self)
        self._acts: dict[str, Callable[[], object]] = {
            "thread.done": lambda: self._give(lambda t: MarkDone(t.id), tr("shell", "{name} is done.")),
            "thread.reopen": lambda: self._give(lambda t: Reopen(t.id), tr("shell", "{name} is open again.")),
            "thread.snooze": self._ask_snooze,
            "thread.assign": self._ask_assign,
            "thread.mine": lambda: self._assign(bridge.me),
            "thread.nobody": lambda: self._assign(None),
            "thread.tag": self._ask_tags,
            "thread.reply": self.composer.focus_reply,
            "thread.note": self.composer.focus_note,
            "composer.send": self.composer.send,
            "composer.send_done": self.composer.send_and_done,
            "composer.mode": self.composer.toggle_mode,
            "app.undo": self._undo,
        }
        self._join(registry)
        self.conversation.open(thread)
        self.composer.open(thread)
        found = bridge.thread(thread)
        channel = bridge.channel(found.channel_id) if found is not None else None
        name = _shown(found)
        self.setWindowTitle(f"{name} – {channel.name}" if channel is not None else name)

    def _join(self, registry: Registry) -> None:
        self.conversation.shown.connect(self.composer.on_shown)
        self.conversation.edit_wanted.connect(self.composer.edit)
        self.conversation.split_wanted.connect(self.composer.show_parts)
        self.conversation.private_wanted.connect(self.private_wanted)
        self.conversation.back_wanted.connect(self.close)
        self.conversation.act_wanted.connect(self.act)
        self.composer.wrote_past.connect(self.conversation.on_wrote_past)
        self.composer.left.connect(self.close)
        self.toast.undo_wanted.connect(self._undo)
        for id_, run in self._acts.items():
            for keys in registry[id_].keys:
                QShortcut(QKeySequence(keys), self, run)
        QShortcut(QKeySequence("Escape"), self, self._step_back)

    def _step_back(self) -> None:
        """Close what lies over the thread, else the bar that finds words in it, else the window."""
        finder = self.conversation.paging.finder
        over = (one for one in self.findChildren(QWidget) if isinstance(one, Overlay | Popover))
        card = next((one for one in over if one.isVisible()), None)
        if card is not None:
            card.leave()
        elif finder is not None and finder.isVisible():
            finder.leave()
        else:
            self.close()

    # Made when they are first asked for: what a window opens with is the thread.

    @cached_property
    def snooze(self) -> SnoozePicker:
        """Asks until when."""
        made = SnoozePicker(self)
        made.is_working = self._bridge.works_on
        made.snoozed_until.connect(self._snooze)
        return made

    @cached_property
    def assign(self) -> AssignPicker:
        """Asks to whom."""
        made = AssignPicker(self)
        made.assigned.connect(self._assign)
        return made

    @cached_property
    def tags(self) -> TagPicker:
        """Asks which tags."""
        made = TagPicker(self)
        made.tag_toggled.connect(self._toggle_tag)
        return made

    def show_beside(self) -> None:
        """Come up at the right of the first window, on the screen, with the keyboard in the answer."""
        self._stand_beside()
        self.come_forward()

    def _stand_beside(self) -> None:
        screen = self._first.screen().availableGeometry()
        frame = self._first.frameGeometry()
        left = min(frame.right() + 8, screen.right() - WIDTH)
        height = min(frame.height(), screen.height())
        self.setGeometry(QRect(max(screen.left(), left), max(screen.top(), frame.top()), WIDTH, height))

    def show_again(self, shape: QByteArray) -> None:
        """Come up where it stood, or at the side where that is unknown. The keys stay in the first window."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if not self.restoreGeometry(shape):
            self._stand_beside()
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def come_forward(self) -> None:
        """Be seen, with the keyboard in the answer."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.activateWindow()
        self.composer.focus_reply()

    def act(self, id_: str) -> None:
        """Do an act on the thread; what this window has no room for is asked of the first one."""
        run = self._acts.get(id_)
        if run is None:
            self.more_wanted.emit(id_)
        else:
            run()

    def _thread(self) -> Thread | None:
        found = self._bridge.thread(self.shows)
        return self._bridge.submit.folded(found) if found is not None else None

    def _give(self, made: Callable[[Thread], ThreadCommand], words: str) -> None:
        thread = self._thread()
        if thread is not None:
            label = words.replace("{name}", thread_name(thread))
            self._bridge.submit.give([(thread, made(thread))], label)
            self._announcer.say(f"{label} {undo_words()}".strip())
            self.toast.show_act(label, keys=force.caps_of("app.undo"))
            self._place_toast()

    def _undo(self) -> None:
        step = self._bridge.submit.undo()
        self.toast.leave()
        self._announcer.say(tr("shell", "There is nothing to undo.") if step is None else taken_back(step))

    def _assign(self, person: PersonId | None) -> None:
        member = self._bridge.person(person)
        if member is None:
            words = tr("shell", "{name} is nobody's now.")
        elif member.is_me:
            words = tr("shell", "{name} is yours.")
        else:
            words = tr("shell", "{name} given to {person}.").replace("{person}", member.name.split()[0])
        self._give(lambda t: Assign(t.id, person), words)

    def _toggle_tag(self, tag: str, on: bool) -> None:
        words = tr("shell", "Tagged {tag}.") if on else tr("shell", "{tag} taken off.")
        self._give(lambda t: AddTag(t.id, tag) if on else RemoveTag(t.id, tag), words.replace("{tag}", tag))

    def _ask_snooze(self) -> None:
        thread = self._thread()
        now = self._bridge.clock.now()
        if thread is not None:
            self.snooze.open_for(now, HERE, thread.due_at, self._anchor())

    def _snooze(self, until: datetime | None) -> None:
        self._give(lambda t: Snooze(t.id, until), tr("shell", "{name} comes back later."))

    def _ask_assign(self) -> None:
        thread = self._thread()
        if thread is not None:
            self.assign.open_for(members(self._bridge, thread.due_at), thread.assignee_id, self._anchor())

    def _ask_tags(self) -> None:
        thread = self._thread()
        if thread is not None:
            self.tags.open_for(self._bridge.cache.tags(), thread.tags, self._anchor())

    def _anchor(self) -> QRect:
        return QRect(self.width() - 260, 18, 120, 32)

    def _place_toast(self) -> None:
        self.toast.place(self.composer.mapTo(self, QPoint(20, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()
        self.reshaped.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.reshaped.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_forward.emit(self)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit(self)
        event.accept()


def _shown(thread: Thread | None) -> str:
    if thread is None or thread.is_shielded:
        return tr("people", "Hidden message")
    return called(thread.contact_name, thread.contact_handle)


class OwnWindows:
    """The threads that have windows of their own."""

    def __init__(
        self,
        bridge: Bridge,
        first: QWidget,
        composer: Composer,
        registry: Callable[[], Registry],
        back: Callable[[str], None],
    ) -> None:
        """`first` is the window they belong to, with its composer; `back` is called with an act to be done there."""
        self._bridge = bridge
        self._first = first
        self._composer = composer
        self._registry = registry
        self._back = back
        self.show_rule: Callable[[str], object] | None = None
        """Shows in the first window what a rule did."""
        self.changed: Callable[[], object] = lambda: None
        """Another thread has a window, one has none any more, or one stands elsewhere."""
        self._open: dict[ThreadId, OwnWindow] = {}
        self._written_in: dict[ThreadId, Composer] = {}
        composer.opened.connect(self._on_opened)

    def show(self, thread: ThreadId) -> OwnWindow:
        """Bring the window of a thread forward, making it where there is none."""
        if thread in self._open:
            self._open[thread].come_forward()
            return self._open[thread]
        if len(self._open) == _AT_MOST:
            next(iter(self._open.values())).close()
        made = self._make(thread)
        made.show_beside()
        return made

    def show_again(self, thread: ThreadId, shape: str) -> None:
        """Show the window of a thread as it stood when `shape` was kept; somebody works in the first one meanwhile."""
        if thread not in self._open and len(self._open) < _AT_MOST:
            self._make(thread).show_again(QByteArray.fromBase64(shape.encode()))

    def set_shown(self, *, is_on: bool) -> None:
        """Hide all with the first window as it goes into the tray, or show them again with it."""
        for one in self._open.values():
            one.setVisible(is_on)

    @property
    def shapes(self) -> Mapping[ThreadId, str]:
        """How each window stands, and on which screen, as letters and digits."""
        return {id_: bytes(one.saveGeometry().toBase64().data()).decode() for id_, one in self._open.items()}

    def _make(self, thread: ThreadId) -> OwnWindow:
        made = OwnWindow(self._bridge, thread, self._first, self._registry())
        made.left.connect(self._forget)
        made.more_wanted.connect(self._back)
        made.private_wanted.connect(self._on_private)
        made.conversation.rule_wanted.connect(self._on_rule)
        made.came_forward.connect(self._on_came_forward)
        made.composer.drafts_changed.connect(self._composer.drafts_changed)
        made.reshaped.connect(self._on_reshaped)
        self._open[thread] = made
        self.changed()
        if self._composer.thread == thread:
            self._written_in[thread] = self._composer
        self.write_in(thread, made.composer)
        return made

    def _on_rule(self, rule: str) -> None:
        if self.show_rule is not None:
            self._first.raise_()
            self._first.activateWindow()
            self.show_rule(rule)

    def _on_private(self, thread: ThreadId | None) -> None:
        if thread is not None:
            self.show(thread)

    @property
    def threads(self) -> tuple[ThreadId, ...]:
        """The threads that have a window now, the oldest window first."""
        return tuple(self._open)

    def __contains__(self, thread: ThreadId | None) -> bool:
        return thread in self._open

    def close(self) -> None:
        """Close them all; what was begun in them is kept."""
        for window in list(self._open.values()):
            window.close()

    def write_in(self, thread: ThreadId, composer: Composer) -> None:
        """From now on the answer to `thread` is written in `composer`: it shows what was begun elsewhere."""
        before = self._written_in.get(thread)
        if before is not composer:
            if before is not None:
                before.stand_back()
            composer.reread()
            self._written_in[thread] = composer

    def _on_opened(self) -> None:
        """The first window shows another thread: one that has a window of its own may be written in either."""
        thread = self._composer.thread
        if thread is not None and thread in self._open:
            if self._first.isActiveWindow():
                self.write_in(thread, self._composer)
            else:
                self._composer.stand_back()

    def _on_came_forward(self, window: OwnWindow) -> None:
        self.write_in(window.shows, window.composer)

    def _on_reshaped(self) -> None:
        self.changed()

    def _forget(self, window: OwnWindow) -> None:
        self._open.pop(window.shows, None)
        self.changed()
        if self._written_in.pop(window.shows, None) is window.composer:  # else another window's text is the newer one
            window.composer.keep_draft()
            if self._composer.thread == window.shows:
                self._composer.reread()
