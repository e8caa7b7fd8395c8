"""The pictures that go with a text, below it: described, moved and removed by key; gives facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.actions.keys import OWN_KEYS
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.desktop.widgets.popover import Popover
from socialdesk.model.outgoing import MOST_ALT, OutgoingPicture

tr = QCoreApplication.translate
SIDE = 56
_WIDE = 380
_WORDS = 180
"""How wide words stand beside pictures at least, at 100 % text."""
ENDINGS = "*.jpg *.jpeg *.png *.gif *.webp"
"""What a dialog offers."""


def files_in(source: QMimeData) -> list[Path]:
    """The files in something that was dropped or pasted, of any kind: what is no picture is refused by name."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def choose_pictures(window: QWidget, title: str, take: Callable[[list[str]], object]) -> QFileDialog:
    """Let somebody choose files with pictures; `take` gets their paths. Keep what it gives: the dialog stands on it."""
    dialog = QFileDialog(window, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(f"{tr('composer', 'Pictures')} ({ENDINGS})")
    dialog.filesSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def holds_pictures(source: QMimeData) -> bool:
    """Whether something dropped or pasted is a picture or files, not words."""
    return source.hasImage() or bool(files_in(source))


def take_from(
    source: QMimeData, take_files: Callable[[list[str]], object], take_image: Callable[[QImage], object]
) -> bool:
    """Take something dropped or pasted, as files or as the picture itself; False when neither is there."""
    files = files_in(source)
    if files:
        take_files([str(file) for file in files])
        return True
    image = picture_in(source)
    if image is not None:
        take_image(image)
    return image is not None


def picture_in(source: QMimeData) -> QImage | None:
    """The picture itself in something pasted that is no file; None when there is none."""
    image = source.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


class PictureButton(QAbstractButton):
    """One picture. Enter describes it, Delete removes it, Ctrl+Z brings it back, Ctrl+Left and Ctrl+Right move it."""

    removed = Signal()
    undo_wanted = Signal()
    reached = Signal()
    """The keyboard stands on it."""
    moved = Signal(int)

    def __init__(self, picture: OutgoingPicture, image: QImage, place: int, many: int, *, is_wrong: bool) -> None:
        super().__init__()
        self._picture = picture
        self._image = image
        self._is_wrong = is_wrong
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_KEYS, ["Return", "Del", "Backspace", "Ctrl+Left", "Ctrl+Right", "Ctrl+Z"])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(scaled(SIDE), scaled(SIDE))
        said = picture.alt or tr("composer", "no description yet")
        name = tr("composer", "Picture {place} of {many}: {words}", "words: what it shows")
        self.setAccessibleName(name.format(place=place, many=many, words=said))
        keys = tr("composer", "Enter describes it, Delete removes it, Ctrl+arrows move it")
        self.setAccessibleDescription(keys)
        self.setToolTip(tooltip(f"{said}\n{keys}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(box, ink("chip"))
        if not self._image.isNull():
            size = QRectF(self._image.rect()).size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            there = QRectF(QPointF(0, 0), size)
            there.moveCenter(box.center())
            painter.drawImage(there, self._image)
        painter.restore()
        if not self._picture.alt:
            self._paint_mark(painter, box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = "focus" if self.hasFocus() else "over" if self._is_wrong else "control"
        painter.setPen(QPen(ink(edge), 2 if self.hasFocus() or self._is_wrong else 1))
        painter.drawPath(shape)
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """A picture without a description says so."""
        plate = QRectF(box.left() + 3, box.bottom() - 3 - scaled(16), scaled(34), scaled(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("soonTint"))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setFont(font(11, 600))
        painter.setPen(ink("soon"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, tr("composer", "+ Alt", "add a description to a picture"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit()
            case Qt.Key.Key_Z if is_held:
                self.undo_wanted.emit()
            case Qt.Key.Key_Left if is_held:
                self.moved.emit(-1)
            case Qt.Key.Key_Right if is_held:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not is_held:
                self.click()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("composer", "Describe…"), self.click)
        menu.addAction(tr("composer", "Move left"), lambda: self.moved.emit(-1))
        menu.addAction(tr("composer", "Move right"), lambda: self.moved.emit(1))
        menu.addAction(tr("composer", "Remove"), self.removed.emit)
        menu.popup(event.globalPos())


class Strip(QScrollArea):
    """Pictures side by side; those there is no room for are scrolled to, and never lie over others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.row = QHBoxLayout(inner)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        return QSize(self.row.sizeHint().width(), scaled(SIDE) + self._bar())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(scaled(SIDE), self.row.sizeHint().width()), self.sizeHint().height())

    def _bar(self) -> int:
        """How high the bar is, where one is needed."""
        is_needed = self.row.sizeHint().width() > self.width()
        return self.horizontalScrollBar().sizeHint().height() if is_needed else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


class Tray(QWidget):
    """All pictures of a draft in a row, and what stands in their way."""

    described = Signal(int)
    removed = Signal(int)
    moved = Signal(int, int)
    undo_wanted = Signal()
    smaller_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[PictureButton] = []
        self._strip = Strip(self)
        self._row = self._strip.row
        self.trouble = PlainLabel("", 12, 600, "soon", wraps=True)
        self.smaller = Button(tr("composer", "Make it smaller"), Kind.LINK)
        self._at = 0
        self.smaller.clicked.connect(lambda: self.smaller_wanted.emit(self._at))
        line = QHBoxLayout(self)
        line.setContentsMargins(17, 4, 12, 4)
        line.setSpacing(12)
        line.addWidget(self._strip)
        line.addWidget(self.trouble, 1)
        line.addWidget(self.smaller)
        line.addStretch(0)
        self.setAccessibleName(tr("composer", "Pictures of this answer"))
        self.hide()

    def wanted_height(self) -> int:
        """How much room it takes; none where there is nothing to show."""
        if self.isHidden():
            return 0
        said = self.trouble.heightForWidth(self.trouble.width()) if self.trouble.text() else 0
        return max(self._strip.sizeHint().height(), said) + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words are read beside the pictures, however many those are."""
        self.trouble.setMinimumWidth(min(scaled(_WORDS), self.width() // 2) if self.buttons else 0)

    def show_pictures(
        self,
        pictures: Sequence[OutgoingPicture],
        image_of: Callable[[str], QImage],
        wrong: int | None,
        trouble: str,
        *,
        can_shrink: bool,
    ) -> None:
        """Show these; `wrong` is the place of the one that can't go out, `trouble` says why."""
        focused = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for at, picture in enumerate(pictures):
            button = PictureButton(picture, image_of(picture.id), at + 1, len(pictures), is_wrong=at == wrong)
            button.clicked.connect(lambda _on=False, at=at: self.described.emit(at))
            button.removed.connect(lambda at=at: self.removed.emit(at))
            button.undo_wanted.connect(self.undo_wanted)
            button.reached.connect(partial(self._strip.ensureWidgetVisible, button, 8, 0))
            button.moved.connect(partial(self.moved.emit, at))
            self._row.addWidget(button)
            button.show()  # a layout shows it only later, and the focus may go to it now
            self.buttons.append(button)
        self._strip.setVisible(bool(pictures))
        self._at = wrong or 0
        self._fit()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.smaller.setVisible(can_shrink)
        self.setVisible(bool(pictures) or bool(trouble))
        if wrong is not None and focused is None:
            self._row.activate()
            self._strip.ensureWidgetVisible(self.buttons[wrong], 8, 0)
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def focus_on(self, place: int) -> None:
        """Stand on a picture."""
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus()


class AltCard(Popover):
    """Asks what a picture shows, for those who can't see it."""

    told = Signal(int, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, scaled(_WIDE), tr("composer", "Describe the picture"), left_edges=True)
        self._place = 0
        self.field = Field()
        self.field.setMaxLength(MOST_ALT)
        self.field.setAccessibleName(tr("composer", "What the picture shows"))
        self.field.setPlaceholderText(tr("composer", "A torn seam on the left sleeve"))
        self.field.returnPressed.connect(self._tell)
        self.keep = Button(tr("composer", "Keep"), Kind.PRIMARY)
        self.keep.clicked.connect(self._tell)
        self.without = Button(tr("composer", "Without"), Kind.SECONDARY, name=tr("composer", "Leave it undescribed"))
        self.without.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.without)
        buttons.addWidget(self.keep)
        column = QVBoxLayout()
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(PlainLabel(tr("composer", "Describe the picture"), 14, 650))
        why = tr("composer", "Read aloud to people who can't see it, and shown when it does not load.")
        column.addWidget(PlainLabel(why, 12, 400, "text2", wraps=True))
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.inside.addLayout(column)

    def open_for(self, place: int, alt: str, anchor: QRect) -> None:
        """Ask about the picture at a place."""
        self._place = place
        self.field.setText(alt)
        self.card.setFixedWidth(min(scaled(_WIDE), self._over.width() - 16))
        self.show_at(anchor, self.field)
        self.field.selectAll()

    def _tell(self) -> None:
        self.leave()
        self.told.emit(self._place, self.field.text().strip())
