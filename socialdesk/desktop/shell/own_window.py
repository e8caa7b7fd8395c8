"""A thread in a window of its own: for a second screen, for a case one watches, for what a person wrote elsewhere.

It is written in one window at a time: whoever comes forward reads the draft from the disk, whoever goes back keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMoveEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.registry import Registry
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import metrics
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.pickers.assign import AssignPicker
from socialdesk.desktop.places.pickers.popover import Popover
from socialdesk.desktop.places.pickers.snooze import SnoozePicker
from socialdesk.desktop.places.pickers.tags import TagPicker
from socialdesk.desktop.shell.members import members
from socialdesk.desktop.shell.own_messages import Correcting
from socialdesk.desktop.shell.room import Room
from socialdesk.desktop.shell.send_later import SendLater
from socialdesk.desktop.shell.taking_back import taken_back
from socialdesk.desktop.shell.telling import SAID_FOR_S, undo_words
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.desktop.widgets.announce import Announcer
from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.plain_text import called
from socialdesk.desktop.widgets.toast import UndoToast
from socialdesk.model.command import AddTag, Assign, MarkDone, RemoveTag, Reopen, Snooze, ThreadCommand
from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
WIDTH = 640


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
        self.later = SendLater(bridge, self.composer, self._say)
        self._registry = registry
        self._shortcuts: list[QShortcut] = []
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
        self._join()
        self.conversation.open(thread)
        self.composer.open(thread)
        self.composer.setHidden(self.conversation.is_closed)  # nobody answers what nobody reads
        found = bridge.thread(thread)
        channel = bridge.channel(found.channel_id) if found is not None else None
        name = _shown(found)
        self.setWindowTitle(f"{name} – {channel.name}" if channel is not None else name)

    def _join(self) -> None:
        self.conversation.shown.connect(self.composer.on_shown)
        self.conversation.edit_wanted.connect(self.composer.edit)
        self.conversation.split_wanted.connect(self.composer.show_parts)
        self.conversation.correct_wanted.connect(self._correct)
        self.conversation.private_wanted.connect(self.private_wanted)
        self.conversation.back_wanted.connect(self.close)
        self.conversation.act_wanted.connect(self.act)
        self.conversation.closed.connect(self.composer.setHidden)
        self.composer.later_wanted.connect(self.later.ask)
        self.composer.wrote_past.connect(self.conversation.on_wrote_past)
        self.composer.left.connect(self.close)
        self.toast.undo_wanted.connect(self._undo)
        self._bridge.submit.failed.connect(self._on_failed)
        self._bridge.erased.connect(self._on_erased)
        self._take_keys()
        force.told().changed.connect(self._take_keys)
        QShortcut(QKeySequence("Escape"), self, self._step_back)

    def _take_keys(self) -> None:
        """Do its acts by the keys in force, which may have become others."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._shortcuts = [
            QShortcut(QKeySequence(keys), self, run)
            for id_, run in self._acts.items()
            for keys in self._registry[id_].keys
        ]

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
    def correcting(self) -> Correcting:
        def told(said: str) -> None:
            self.toast.show_act(said, keys=force.caps_of("app.undo"))
            self._place_toast()

        return Correcting(self, self._bridge, told)

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
        self._stand_alone()
        self._stand_beside()
        self.come_forward()

    def _stand_alone(self) -> None:
        """Be a window like the first one, though made by it: one that belongs to it lies above it for ever.

        On Wayland some give it the keys too, whenever the first window is pressed.
        """
        self.create()  # Qt makes it belong to the first one as it makes the window itself
        self.windowHandle().setTransientParent(None)  # pyright: ignore[reportArgumentType] - the stub knows no None

    def _stand_beside(self) -> None:
        screen = self._first.screen().availableGeometry()
        frame = self._first.frameGeometry()
        left = min(frame.right() + 8, screen.right() - WIDTH)
        height = min(frame.height(), screen.height())
        self.setGeometry(QRect(max(screen.left(), left), max(screen.top(), frame.top()), WIDTH, height))

    def show_again(self, shape: QByteArray) -> None:
        """Come up where it stood, or at the side where that is unknown. The keys stay in the first window."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._stand_alone()
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
        return self._bridge.thread(self.shows)

    def _give(self, made: Callable[[Thread], ThreadCommand], words: str) -> None:
        thread = self._thread()
        if thread is not None:
            label = words.replace("{name}", thread_name(thread))
            if not self._bridge.submit.give([(thread, made(thread))], label):
                return  # it could not be kept, and that is said
            self._announcer.say(f"{label} {undo_words()}".strip())
            self.toast.show_act(label, keys=force.caps_of("app.undo"))
            self._place_toast()

    def _correct(self, message: int, text: str) -> None:
        thread = self._thread()
        own = next((one for one in self.conversation.messages if one.id == message), None)
        if thread is not None and own is not None:
            self.correcting.ask(thread, own, text)

    def _undo(self) -> None:
        if self._bridge.submit.last_step is None:
            self._announcer.say(tr("shell", "There is nothing to undo."))
            return
        step = self._bridge.submit.undo()
        if step is not None:
            self.toast.leave()
            self._announcer.say(taken_back(step))

    def _say(self, words: str) -> None:
        """Tell something that needs no act."""
        self._announcer.say(words)
        self.toast.tell(words, SAID_FOR_S)
        self._place_toast()

    def _on_failed(self, sentence: str) -> None:
        """Something could not be kept: it is said where it was done."""
        if self.isActiveWindow():
            self._say(in_words(sentence))

    def _on_erased(self, _contact: ContactId, threads: Collection[ThreadId]) -> None:
        """Who wrote here is forgotten for good: nothing of it stays on the screen."""
        if self.shows in threads:
            self.close()

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
