"""The box of the composer, the height it takes and what it tells; what it does is the place's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.metrics import COLUMN_MOST, scaled
from socialdesk.desktop.places.composer.view import SIDE, ComposerBox

tr = QCoreApplication.translate


class ComposerFrame(QWidget):
    """The box, as high as it wants to be."""

    picker_wanted = Signal(str)
    """What was typed after the slash, or nothing for the button."""
    picker_left = Signal()
    picker_key = Signal(object)
    inserted = Signal(object, object)
    """A saved reply was put in the text: the reply and its pieces."""
    gave = Signal(object)
    """An answer and what goes along with it: a tuple of `Given`."""
    sent = Signal(int, bool)
    """An answer to a thread was given; whether the thread is done with it."""
    noted = Signal(int)
    left = Signal()
    drafts_changed = Signal(int)
    opened = Signal()
    """Another thread is answered from now on."""
    wrote_past = Signal(object)
    """The newest message the writer has read, once something newer is there; None when all is read."""
    height_changed = Signal()
    later_wanted = Signal()
    """The hour at which the answer leaves is to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComposerBox(self)
        self.editor = self.box.editor
        self.box.height_changed.connect(self._on_height)
        self.editor.installEventFilter(self)
        self.setAcceptDrops(True)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key of the text means something else than letters."""
        return False

    def offer_ways(self, ways: Sequence[Callable[[], object]]) -> None:
        """What the arrow beside the button does: send and done, send, send now, send later."""
        said = (
            tr("composer", "Send and done"),
            tr("composer", "Send"),
            tr("composer", "Send now, without the time to undo"),
            tr("composer", "Send later…"),
        )
        for words, run in zip(said, ways, strict=True):
            action = QAction(words, self)
            action.triggered.connect(run)
            self.box.button.menu.addAction(action)

    def offer_privately(self, run: Callable[[], object], is_possible: Callable[[], bool]) -> None:
        """One way more, where the platform has it."""
        action = QAction(tr("composer", "Send privately: only they read it, nothing shows in public"), self)
        action.triggered.connect(run)
        menu = self.box.button.menu
        menu.addAction(action)
        menu.aboutToShow.connect(lambda: action.setVisible(is_possible()))

    def _on_height(self) -> None:
        self.setFixedHeight(self.box.height())
        self.height_changed.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() is QEvent.Type.Resize:
            # It takes at most a share of what it stands in.
            self.box.fit()
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self.take_key(event)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Beside the text pictures are let fall as well; words belong into it."""
        if self.editor.takes_pictures is not None and self.editor.takes_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.editor.take_pictures is not None and self.editor.take_pictures(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a wide screen it stands below the column of what is read, whose lines are no longer than one reads well.
        wide = min(self.width(), scaled(COLUMN_MOST) + 2 * SIDE)
        self.box.setGeometry((self.width() - wide) // 2, 0, wide, self.box.height())
        self.box.fit_counter()
        self.box.fit_tabs()
        if self.box.fence.isVisibleTo(self.box):
            self.box.fit()  # its words may wrap now, or not any more

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        around = self.parentWidget()
        if around is not None:
            around.installEventFilter(self)
