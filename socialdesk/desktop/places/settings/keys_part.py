"""The table of keys: every act with its keys in force, and below it what can be done with those of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.groups import group_name, grouped
from socialdesk.desktop.actions.keycaps import caps, written
from socialdesk.desktop.actions.keymap import KeyMap, Keys, as_it_was, read_own, write_own
from socialdesk.desktop.actions.presets import Preset
from socialdesk.desktop.actions.registry import Action
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row, pointing
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.settings.recorder import Recorder
from socialdesk.desktop.settings.values import Settings
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.enter_list import EnterList
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
_ACT = Qt.ItemDataRole.UserRole + 1
_ROW, _HEAD, _SHOWN_ROWS = 32, 34, 11


def keymap_of(settings: Settings) -> KeyMap:
    """What a person chose about keys."""
    own = read_own(settings.get("keys.own"))
    return KeyMap(Preset(settings.get("keys.preset")), own, settings.flag("keys.letters"))


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, scaled(_ROW if index.data(_ACT) else _HEAD))

    @mirrored_row
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        words, act = str(index.data(Qt.ItemDataRole.DisplayRole)), index.data(_ACT)
        if act is None:
            painter.setFont(font(12, 600))
            painter.setPen(ink("text2"))
            painter.drawText(box.adjusted(12, 8, -12, 0), Qt.AlignmentFlag.AlignVCenter, words)
            painter.restore()
            return
        action = force.registry()[act]
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(ink("focus") if option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(ink("selected"))
            painter.drawRoundedRect(box.adjusted(4.5, 1.5, -4.5, -1.5), 6, 6)
        right = box.right() - 14
        for key in reversed(action.all_keys):
            shown = caps(key)
            right -= keycaps_width(shown)
            paint_keycaps(painter, QPointF(right, box.center().y()), shown)
            right -= 12
        side = scaled(16)
        sign = QRectF(box.left() + 14, box.center().y() - side / 2, side, side)
        icons.paint(painter, sign, pointing(painter, action.icon), "text2")
        painter.setFont(font(13, 500))
        painter.setPen(ink("text"))
        room = box.adjusted(24 + side, 0, right - box.right(), 0)
        text = metrics(13, 500).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class _List(EnterList):
    """Enter records, Delete takes the last key away."""

    less_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.less_wanted.emit()
            return
        super().keyPressEvent(event)


class KeysPart(QWidget):
    """Own keys are kept with the settings, from where every window takes them; nothing is kept here."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before: str | None = None
        """The own keys that were all put back, as long as they can be had again."""
        self.list = _List(self)
        self.list.enter_pressed.connect(self.record)
        self.list.less_wanted.connect(self.take_away)
        self.recorder = Recorder(self._holder, self)
        self.problem = PlainLabel("", 12, 500, "soon", wraps=True, parent=self)
        self._name = PlainLabel("", 14, 600, elides=True, parent=self)
        self.add = Button(tr("keys", "Add a key"), Kind.SECONDARY, icon="plus", parent=self)
        self.less = Button(tr("keys", "Take the last key away"), Kind.GHOST, parent=self)
        self.reset = Button(tr("keys", "As it was"), Kind.GHOST, parent=self)
        self.reset_all = Button(tr("keys", "All keys as they were"), Kind.SECONDARY, parent=self)
        self._build()
        self._fill()
        settings.changed.connect(self._on_changed)
        force.told().changed.connect(self._show_act)

    def record(self) -> None:
        """Wait for another key for the chosen act."""
        if self.act is not None:
            self.recorder.letters = self._settings.flag("keys.letters")
            self.recorder.show()
            self.recorder.begin()

    def take_away(self) -> None:
        """Take the last key of the chosen act away."""
        act = self.act
        if act is not None and act.all_keys:
            self._give(act.id, act.all_keys[:-1])

    def choose(self, act: str) -> None:
        """Go to the act with this id in the list; nothing where it is not listed."""
        for at in range(self.list.count()):
            if self.list.item(at).data(_ACT) == act:
                self.list.setCurrentRow(at)

    @property
    def act(self) -> Action | None:
        """The chosen act, with its keys in force."""
        id_ = self.list.currentIndex().data(_ACT)
        return force.registry()[id_] if id_ is not None else None

    def _build(self) -> None:
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.setAccessibleName(tr("keys", "Acts and their keys"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(self.list, lambda: self.list.setMinimumHeight(scaled(_ROW) * _SHOWN_ROWS))
        self.list.currentRowChanged.connect(self._on_row)
        self.recorder.hide()
        self.recorder.recorded.connect(self._on_recorded)
        self.recorder.said.connect(self.problem.setText)
        self.recorder.left.connect(self._on_left)
        self.add.clicked.connect(self.record)
        self.less.clicked.connect(self.take_away)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(self._on_reset_all)
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        for one in (self.add, self.less, self.reset):
            buttons.addWidget(one)
        buttons.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(self.reset_all)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(tr("keys", "Keys of each act"), 14, 600))
        help_ = tr("keys", "Choose an act and press Enter to give it another key; Delete takes its last one away.")
        column.addWidget(PlainLabel(help_, 13, 400, "text2", wraps=True))
        column.addWidget(self.list, 1)
        column.addWidget(self._name)
        column.addWidget(self.recorder)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        column.addLayout(last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = sum(one.sizeHint().width() + 8 for one in (self.add, self.less, self.reset))
        is_row = wide <= event.size().width()
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if is_row else QBoxLayout.Direction.TopToBottom)

    def _fill(self) -> None:
        for group, acts in grouped(force.registry()):
            head = QListWidgetItem(group_name(group))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(head)
            for act in acts:
                item = QListWidgetItem(act.words)
                item.setData(_ACT, act.id)
                self.list.addItem(item)
        self.list.setCurrentRow(1)
        self._show_act()

    def _show_act(self) -> None:
        act = self.act
        for at in range(self.list.count()):
            item = self.list.item(at)
            id_ = item.data(_ACT)
            if id_ is not None:
                keys = ", ".join(written(key) for key in force.registry()[id_].all_keys)
                said = f"{item.text()}, {keys}" if keys else tr("keys", "{act}, no key").format(act=item.text())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.list.viewport().update()
        own = self._own()
        self._name.setText(act.words if act is not None else "")
        self.less.set_off("" if act is not None and act.all_keys else tr("keys", "It has no key."))
        is_own = act is not None and act.id in own
        self.reset.set_off("" if is_own else tr("keys", "It has the keys it began with."))
        if self._before is not None:
            self.reset_all.set_words(tr("keys", "Give me my keys back"))
            self.reset_all.set_off("")
        else:
            self.reset_all.set_words(tr("keys", "All keys as they were"))
            self.reset_all.set_off("" if own else tr("keys", "You changed none."))

    def _own(self) -> dict[str, Keys]:
        return read_own(self._settings.get("keys.own"))

    def _give(self, act: str, keys: Keys, *, taking: str = "") -> None:
        """Keep the keys of an act; the one that is taken leaves the act that had it."""
        own = self._own()
        for other in force.registry():
            if taking and taking in other.all_keys and other.id != act:
                own[other.id] = tuple(key for key in other.all_keys if key != taking)
        own[act] = keys
        self._before = None
        self._keep(own)

    def _keep(self, own: Mapping[str, Keys]) -> None:
        self._settings.put("keys.own", write_own(own))
        self._show_act()

    def _holder(self, key: str) -> str:
        act = self.act
        holder = next((one for one in force.registry() if key in one.all_keys), None)
        return holder.words if holder is not None and act is not None and holder.id != act.id else ""

    def _on_recorded(self, key: str) -> None:
        act = self.act
        if act is not None:
            self._give(act.id, (*(one for one in act.all_keys if one != key), key), taking=key)
        self._on_left()

    def _on_left(self) -> None:
        self.recorder.hide()
        self.problem.setText("")
        self.list.setFocus()

    def _on_row(self, _at: int) -> None:
        self.recorder.hide()
        self.problem.setText("")
        self._show_act()

    def _on_reset(self) -> None:
        act = self.act
        if act is not None:
            self._keep(as_it_was(act.id, keymap_of(self._settings), force.registry().declared))

    def _on_reset_all(self) -> None:
        if self._before is not None:
            kept, self._before = self._before, None
            self._settings.put("keys.own", kept)
        else:
            self._before = self._settings.get("keys.own")
            self._settings.put("keys.own", "{}")
        self._show_act()

    def _on_changed(self, key: str) -> None:
        if key.startswith("keys."):
            # The window puts the keys in force on the same news; what is shown waits until it has.
            QTimer.singleShot(0, self, self._show_act)
