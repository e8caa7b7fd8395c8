"""The picker of saved replies: a list at the left, the filled text at the right, everything by keys.

The text field keeps the focus: it sends what is typed to `search` and the keys to `take_key`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import icons, theme
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on, start_of
from socialdesk.desktop.look.tokens import hex_of, ink
from socialdesk.desktop.places.saved_replies.delegate import ChoiceDelegate
from socialdesk.desktop.places.saved_replies.knowledge import filled, known, open_blanks, pieces_of
from socialdesk.desktop.places.saved_replies.model import ChoiceModel
from socialdesk.desktop.places.saved_replies.preview import Preview
from socialdesk.desktop.widgets.keycap import KeyCaps
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Message
from socialdesk.model.saved_reply import Piece, SavedReply
from socialdesk.model.saved_reply_ranking import rank
from socialdesk.store.conversation import conversation

tr = QCoreApplication.translate
WIDTH, HEIGHT, HEAD, FOOT, LIST_WIDTH = 540, 372, 43, 37, 216
_AZERTY = {"&": 1, "é": 2, '"': 3, "'": 4, "(": 5, "-": 6, "è": 7, "_": 8, "ç": 9}
LOOKED_AT = 30
"""So many of the newest messages are looked through for an order number."""


class SavedReplyPicker(QFrame):
    """Lies over the conversation while a saved reply is chosen."""

    chosen = Signal(object, object)
    """A `SavedReply` and its pieces, filled for this thread."""
    opened = Signal()
    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._around = parent
        self._facts: dict[str, str] = {}
        self._language = ""
        self._typed = ""
        self._library: list[SavedReply] = []
        self._dismissed: str | None = None
        self.model = ChoiceModel(self)
        self.list = QListView(self)
        self.preview = Preview(self)
        self.title = PlainLabel("", 13, 600, elides=True, parent=self)
        self.used = PlainLabel("", 12, 400, "text3", elides=True, parent=self)
        self.blanks = PlainLabel("", 12, 500, "soon", elides=True, parent=self)
        self.filled = PlainLabel("", 12, 400, "text2", elides=True, parent=self)
        self.empty = PlainLabel("", 13, 400, "text3", wraps=True, parent=self)
        self.tabs = QHBoxLayout()
        self._head = PlainLabel("", 13, 600, parent=self)
        self._dress_list()
        self._lay_out()
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self._shadow = shadow
        parent.installEventFilter(self)
        theme.signals().changed.connect(self._dress)
        self._dress()
        self.hide()

    def _dress_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._show_current)

    def _lay_out(self) -> None:
        self._foot: list[PlainLabel] = []
        self._right = right = QWidget(self)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(20, 12, 18, 12)
        inside.setSpacing(6)
        inside.addWidget(self.title)
        self.tabs.setSpacing(6)
        line = QHBoxLayout()
        line.addLayout(self.tabs)
        line.addStretch(1)
        line.addWidget(self.used)
        inside.addLayout(line)
        inside.addSpacing(2)
        inside.addWidget(self.preview, 1)
        for label in (self.blanks, self.filled):
            label.setContentsMargins(20, 0, 0, 0)
            label.setMinimumHeight(scaled(20))
            inside.addWidget(label)
        self._below = foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(15, 0, 15, 0)
        row.setSpacing(8)
        for keys in (("Enter",), ("Tab",), ("Esc",)):
            row.addWidget(KeyCaps(keys, parent=foot))
            label = PlainLabel("", 12, 400, "text3", parent=foot)
            self._foot.append(label)
            row.addWidget(label)
            row.addSpacing(10)
        row.addStretch(1)

    def _dress(self) -> None:
        self._shadow.setColor(ink("shadow", 0.28))
        self._head.setText(tr("saved_replies", "Saved replies"))
        self.setAccessibleName(tr("saved_replies", "Saved replies"))
        self.list.setAccessibleName(tr("saved_replies", "Saved replies that fit"))
        for label, said in zip(
            self._foot,
            (tr("saved_replies", "Insert"), tr("saved_replies", "Next blank"), tr("saved_replies", "Close")),
            strict=True,
        ):
            label.setText(said)
        if self.isVisible():
            self._show_current()
        self.update()

    # ------------------------------------------------------------------------------------------------------ opening
    def open(self, thread: ThreadId, typed: str, near: QRect) -> None:
        """Open for a thread; `near` is what must stay visible, in the parent's coordinates."""
        if not self._learn(thread):
            return
        found = self._bridge.thread(thread)
        channel = found.channel_id if found is not None else None
        library = self._bridge.cache.saved_replies()
        self._library = [one for one in library if one.is_for(self._bridge.me, channel)]
        self._place(near)
        self.show()
        self.raise_()
        self.opened.emit()
        self.search(typed)

    def _learn(self, thread: ThreadId) -> bool:
        found = self._bridge.thread(thread)
        if found is None:
            return False
        contact = self._bridge.cache.contact(found.contact_id) if found.contact_id is not None else None
        page = conversation(self._bridge.cache, thread, limit=LOOKED_AT)
        said = [entry.text for entry in reversed(page.entries) if isinstance(entry, Message)]
        me = self._bridge.person(self._bridge.me)
        self._facts = known(found, contact, self._bridge.channel(found.channel_id), me, said)
        # What somebody set by hand wins over what was told from a text.
        self._language = (contact.language if contact is not None else "") or found.language
        return True

    def filled_for(self, thread: ThreadId, reply: SavedReply) -> tuple[Piece, ...]:
        """A reply as it would be inserted into a thread."""
        self._learn(thread)
        return pieces_of(reply, self._language, self._facts)

    def search(self, typed: str) -> None:
        """Show what fits what was typed, the best one chosen."""
        self._typed = typed
        self.model.show(rank(typed, self._library))
        has_any = bool(self.model.choices)
        self.empty.setVisible(not has_any)
        self.empty.setText(
            tr("saved_replies", "Nothing fits “{typed}”.").format(typed=typed)
            if self._library
            else tr("saved_replies", "There are no saved replies yet.")
        )
        if has_any:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_current()

    def typed_on(self, thread: ThreadId | None, typed: str, near: QRect) -> None:
        """A slash and a word stand before the caret. Once closed by hand, it stays so for that slash."""
        if thread is None:
            return
        if self.isVisible():
            self.search(typed)
        elif self._dismissed is None or not typed.startswith(self._dismissed):
            self._dismissed = None
            self.open(thread, typed, near)

    def leave(self) -> None:
        """The slash is gone."""
        self._dismissed = None
        self._close()

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _fit(self) -> None:
        """Grow with the text as far as there is room, and lay the parts out as the language runs."""
        around = self._around
        wide, high = min(scaled(WIDTH), around.width() - 8), min(scaled(HEIGHT), around.height() - 16)
        self.resize(wide, high)
        head, foot, list_wide = scaled(HEAD), scaled(FOOT), wide * LIST_WIDTH // WIDTH
        for part, place in (
            (self._head, QRect(39, 1, list_wide, head - 1)),
            (self.list, QRect(1, head + 6, list_wide - 1, high - head - foot - 8)),
            (self.empty, QRect(20, head + 10, list_wide - 36, scaled(60))),
            (self._right, QRect(list_wide, head + 1, wide - list_wide - 1, high - head - foot - 2)),
            (self._below, QRect(1, high - foot, wide - 2, foot - 1)),
        ):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _place(self, near: QRect) -> None:
        parent = self._around
        self._fit()
        x = near.center().x() - self.width() // 2
        above = near.top() - self.height() - 24
        y = above if above >= 8 else near.bottom() + 8
        if y + self.height() > parent.height() - 8:
            y = max(8, min(above, parent.height() - self.height() - 8))
        self.move(max(4, min(x, parent.width() - self.width() - 4)), y)

    # ------------------------------------------------------------------------------------------------------ showing
    def current(self) -> SavedReply | None:
        """The chosen reply."""
        at = self.list.currentIndex().row()
        return self.model.choices[at].reply if 0 <= at < len(self.model.choices) else None

    def pieces(self) -> tuple[Piece, ...]:
        """The chosen reply, filled for this thread."""
        reply = self.current()
        return pieces_of(reply, self._language, self._facts) if reply is not None else ()

    def _show_current(self) -> None:
        reply = self.current()
        for part in (self.title, self.used, self.preview):
            part.setVisible(reply is not None)
        self._clear_tabs()
        if reply is None:
            self.blanks.hide()
            self.filled.hide()
            return
        pieces = self.pieces()
        self.title.setText(reply.title)
        self.used.setText(tr("saved_replies", "used %n time(s)", "", reply.used) if reply.used else "")
        shown = reply.body(self._language)[0]
        for language in reply.languages:
            self.tabs.addWidget(self._tab(language, is_shown=language == shown))
        self.preview.show_pieces(pieces)
        blanks, from_thread = open_blanks(pieces), filled(pieces)
        self.blanks.setVisible(bool(blanks))
        self.blanks.setText(tr("saved_replies", "%n blank(s) to fill before sending", "", blanks))
        self.filled.setVisible(bool(from_thread))
        self.filled.setText(
            tr("saved_replies", "%n filled from this conversation", "blanks of a saved reply", from_thread)
        )
        self.update()

    def _clear_tabs(self) -> None:
        while self.tabs.count():
            item = self.tabs.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _tab(self, language: str, *, is_shown: bool) -> QPushButton:
        tab = QPushButton(name_of(language), self)
        tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tab.setCursor(Qt.CursorShape.PointingHandCursor)
        plane, edge, letters = ("accentTint", "accentTint", "accent") if is_shown else ("raised", "lineStrong", "text2")
        tab.setStyleSheet(
            f"QPushButton {{ background: {hex_of(plane)}; border: 1px solid {hex_of(edge)}; color: {hex_of(letters)};"
            f" border-radius: 11px; padding: 0 9px; min-height: 20px; max-height: 20px; }}"
        )
        tab.setFont(font(12, 600 if is_shown else 500))
        tab.clicked.connect(lambda: self._turn_to(language))
        return tab

    def _turn_to(self, language: str) -> None:
        self._language = language
        self._show_current()

    # ----------------------------------------------------------------------------------------------------- choosing
    def choose(self, at: int | None = None) -> None:
        """Take a reply: the chosen one, or that of a row."""
        if at is not None:
            if at >= len(self.model.choices):
                return
            self.list.setCurrentIndex(self.model.index(at))
        reply, pieces = self.current(), self.pieces()
        if reply is None:
            return
        self._dismissed = None
        self._close()
        self.chosen.emit(reply, pieces)

    def _on_clicked(self) -> None:
        self.choose()

    def take_key(self, event: QKeyEvent) -> None:
        """Use a key of the text field; an event that is not accepted is the text's."""
        if not self.isVisible():
            event.ignore()
            return
        event.accept()
        at, many = self.list.currentIndex().row(), len(self.model.choices)
        digit = event.key() - Qt.Key.Key_0
        match event.key():
            case Qt.Key.Key_Escape:
                self._dismissed = self._typed
                self._close()
            case Qt.Key.Key_Down if many:
                self.list.setCurrentIndex(self.model.index((at + 1) % many))
            case Qt.Key.Key_Up if many:
                self.list.setCurrentIndex(self.model.index((at - 1) % many))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if many:
                self.choose()
            case _ if 1 <= digit <= 9 and digit <= many:
                self.choose(digit - 1)
            case _ if not self._typed and (row := _AZERTY.get(event.text())) is not None and row <= many:
                self.choose(row - 1)
            case _:
                event.ignore()

    # ------------------------------------------------------------------------------------------------ Qt overrides
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() is QEvent.Type.Resize:
            self._close()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("line"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        wide, head, low = self.width(), scaled(HEAD), self.height() - scaled(FOOT)
        middle = wide * LIST_WIDTH // WIDTH
        painter.drawLine(QPointF(1, head + 0.5), QPointF(wide - 1, head + 0.5))
        painter.drawLine(QPointF(1, low - 0.5), QPointF(wide - 1, low - 0.5))
        painter.drawLine(QPointF(middle + 0.5, head), QPointF(middle + 0.5, low))
        icons.paint(painter, QRectF(15, head / 2 - 7.5, 16, 16), "lightning", "accent")
        for label, icon, token in ((self.blanks, "pencil-simple", "soon"), (self.filled, "check-circle", "good")):
            if label.isVisible():
                at = QPointF(start_of(label, self), label.mapTo(self, label.rect().topLeft()).y())
                icons.paint(painter, QRectF(at.x() - 1, at.y() + 3, 14, 14), icon, token)
        painter.end()
