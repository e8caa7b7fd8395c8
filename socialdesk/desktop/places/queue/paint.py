"""Paints a row of the queue; gets a thread and the moment, asks nobody anything."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import icons, theme
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import (
    AVATAR,
    AVATAR_LOW,
    QUEUE_GROUP,
    QUEUE_ROW,
    QUEUE_ROW_COMPACT,
    is_compact,
    scaled,
)
from socialdesk.desktop.look.mirror import mirrored_row, painter_for
from socialdesk.desktop.look.tokens import current, font, ink
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.laid_rows import HEAD_ROLE, THREAD_ROLE, Head
from socialdesk.desktop.places.queue.selection import Selection
from socialdesk.desktop.places.queue.selection_bar import paint_check
from socialdesk.desktop.widgets.avatar import initials, paint_avatar
from socialdesk.desktop.widgets.chip import Chip, chip_width, paint_chip, paint_tags
from socialdesk.desktop.widgets.plain_text import called, elided, one_line
from socialdesk.desktop.widgets.reply_clock import clock_size, paint_clock
from socialdesk.desktop.widgets.standing import back, paint_standing
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.shield.values import kind_of
from socialdesk.model.thread import Thread
from socialdesk.model.triage import ClockState, Group

_LEFT, _GAP, _EDGE = 24, 12, 18
_TOP, _LOW_TOP = 12, 11
_CHECK, _CHECK_SMALL = 16, 14
_STAR = 13
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOOKS = (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_HasFocus)
_MOST_KEPT = 32
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws heads and threads."""

    def __init__(self, bridge: Bridge, model: FoldedQueue) -> None:
        super().__init__()
        self._bridge = bridge
        self._model = model
        self.own_language = "en"
        """The language that needs no chip: the reader's own."""
        self.beside = 0
        """How wide the bar is that scrolls the list; the rows end as far from the edge with it as without."""
        self.is_narrow = False
        """Whether the window has little room: rows are low then, unless somebody chose how they are."""
        self.selection: Selection | None = None
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        self._moments: dict[ThreadId, tuple[Thread, datetime, tuple[object, ...]]] = {}
        """What the rows tell of the moment, which scrolling asks for sixty times a second."""
        theme.signals().changed.connect(self._forget)
        bridge.people_changed.connect(self._forget)
        bridge.policy_changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # Asked of every row whenever the list is laid out: no way through roles.
        if self._model.is_head(index.row()):
            return QSize(0, scaled(QUEUE_GROUP))
        return QSize(0, self.row_height)

    @property
    def row_height(self) -> int:
        """How high the row of a thread is."""
        return scaled(QUEUE_ROW_COMPACT if self.is_low else QUEUE_ROW)

    @property
    def is_low(self) -> bool:
        """Whether the row of a thread has two lines instead of three."""
        return is_compact(is_narrow=self.is_narrow)

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        head: Head | None = index.data(HEAD_ROLE)
        box = QRectF(option.rect)
        if head is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_head(painter, box, head)
            painter.restore()
            return
        thread: Thread | None = index.data(THREAD_ROLE)
        if thread is not None:
            painter.drawPixmap(box.topLeft(), self._picture(option, thread, icons.ratio_of(painter)))

    def _picture(self, option: QStyleOptionViewItem, thread: Thread, ratio: float) -> QPixmap:
        """A row as it looks now. Kept, since scrolling shows the same rows sixty times a second at other places."""
        box, state = QRectF(option.rect), option.state
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        flags = tuple(bool(state & flag) for flag in _LOOKS)
        draft = self._model.draft(thread.id)
        hit = self._model.hit(thread.id)
        found = (hit.snippet, hit.lit) if hit is not None else None
        checks = (self._is_selecting, self._is_checked(thread))
        key = (
            thread,
            self._model.fold_of(thread.id),
            flags,
            checks,
            draft,
            found,
            box.width(),
            box.height(),
            self.beside,
            self._told(thread),
            ratio,
            is_mirrored,
            self._bridge.hides_name(thread),
        )
        kept = self._kept.pop(key, None)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]  # the one that was not seen for longest
            kept = icons.blank(box.width(), box.height(), ratio)
            painter = painter_for(kept, box.width(), is_mirrored=is_mirrored)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._row(painter, QRectF(0, 0, box.width(), box.height()), thread, state)
            painter.end()
        self._kept[key] = kept
        return kept

    def _told(self, thread: Thread) -> tuple[object, ...]:
        """What a row tells of the moment: while that is the same, so is the row, also when its view is come back to."""
        now = self._model.now
        if self._model.fold_of(thread.id) is not None:
            return (now,)
        kept = self._moments.get(thread.id)
        if kept is None or kept[0] is not thread or kept[1] is not now:
            if len(self._moments) >= _MOST_KEPT:
                self._moments.clear()
            clock = self._model.clock_of(thread)
            shown = (clock.state, words.clock(clock), round(clock.used, 2))
            told = (words.age(thread, now), *shown, back(thread, now), self._model.is_ahead(thread))
            kept = self._moments[thread.id] = (thread, now, told)
        return kept[2]

    def _forget(self) -> None:
        """Whatever a row is made of besides its thread has changed."""
        self._kept.clear()
        self._moments.clear()

    def _row(self, painter: QPainter, box: QRectF, thread: Thread, state: QStyle.StateFlag) -> None:
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        selecting = self._is_selecting
        selected = self._is_checked(thread) if selecting else is_current
        card = box.adjusted(6, 1, -max(0, 6 - self.beside), -1)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("selected"))
            painter.drawRoundedRect(card, 8, 8)
            if not selecting:
                painter.setBrush(ink("accent"))
                painter.drawRoundedRect(QRectF(card.left(), card.top() + 8, 3, card.height() - 16), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("hover"))
            painter.drawRoundedRect(card, 8, 8)
        if is_current and (selecting or state & QStyle.StateFlag.State_HasFocus):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("focus"), 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 8, 8)
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        is_low = self.is_low
        face = scaled(AVATAR_LOW if is_low else AVATAR)
        if selecting or is_hot:
            side = scaled(_CHECK) if selecting else _CHECK_SMALL
            left = box.left() + (15 if selecting else 7)
            middle = box.top() + scaled(_LOW_TOP if is_low else _TOP) + face / 2
            paint_check(painter, QRectF(left, middle - side / 2, side, side), on=self._is_checked(thread))
        if selecting:
            box = box.adjusted(scaled(_CHECK), 0, 0, 0)
        fold = self._model.fold_of(thread.id)
        if fold is not None:
            from socialdesk.desktop.places.queue.fold_paint import paint_fold  # no first frame has one

            has_dot = not (selecting or is_hot)
            paint_fold(painter, box, fold, self._model, has_dot=has_dot, on_selected=selected, is_low=is_low)
            return
        self._face(painter, box, thread, has_dot=not (selecting or is_hot))
        top = box.top()
        line, text, edge = scaled(20), _LEFT + face + _GAP, self.edge
        if is_low:
            self._low_row(painter, box.adjusted(text, 0, -edge, 0), thread)
            return
        left, wide = box.left() + text, box.width() - text - edge
        self._name(painter, QRectF(left, top + scaled(9), wide, line), thread)
        self._preview(painter, QRectF(left, top + scaled(28), wide, line), thread)
        self._foot(painter, QRectF(left, top + scaled(55), wide, line), thread, selected)

    def _low_row(self, painter: QPainter, box: QRectF, thread: Thread) -> None:
        """Two lines: the name, then what was said with the clock at its end."""
        line = scaled(20)
        self._name(painter, QRectF(box.left(), box.top() + scaled(8), box.width(), line), thread)
        below = QRectF(box.left(), box.top() + scaled(34), box.width(), line)
        clock = self._model.clock_of(thread)
        if clock.state is not ClockState.NONE:
            label = words.clock(clock)
            size = clock_size(clock.state.value, label)
            wide = min(size.width(), box.width() / 2)
            at = QPointF(below.right() - wide, below.center().y() - size.height() / 2)
            paint_clock(painter, at, clock.state.value, label, 1 - clock.used, most=wide)
            below.setRight(below.right() - wide - _GAP)
        half = QRectF(below.left(), below.top(), below.width() / 2, below.height())
        below.setLeft(below.left() + paint_standing(painter, half, thread, self._model.now))
        self._preview(painter, below, thread)

    @property
    def edge(self) -> int:
        """How far before the end of a row its words end."""
        return max(10, _EDGE - self.beside)

    @property
    def _is_selecting(self) -> bool:
        return self.selection is not None and self.selection.is_on

    def _is_checked(self, thread: Thread) -> bool:
        return self.selection is not None and thread.id in self.selection

    def _face(self, painter: QPainter, box: QRectF, thread: Thread, *, has_dot: bool) -> None:
        is_low = self.is_low
        side = scaled(AVATAR_LOW if is_low else AVATAR)
        circle = QRectF(box.left() + _LEFT, box.top() + scaled(_LOW_TOP if is_low else _TOP), side, side)
        channel = self._bridge.channel(thread.channel_id)
        mark = channel.mark if channel else ""
        if thread.is_shielded:
            paint_avatar(painter, circle, "", 0, mark, icon="eye-slash")
        else:
            paint_avatar(painter, circle, initials(thread.contact_name), thread.contact_handle, mark)
        if has_dot and (thread.unread or thread.mentions_me):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("accent"))
            painter.drawEllipse(QPointF(box.left() + 16.5, circle.center().y()), scaled(7) / 2, scaled(7) / 2)

    def _name(self, painter: QPainter, line: QRectF, thread: Thread) -> None:
        age = words.age(thread, self._model.now)
        small = metrics(13, 400)
        age_wide = small.horizontalAdvance(age)
        painter.setFont(font(13, 500 if thread.unread else 400))
        painter.setPen(ink("text2"))
        painter.drawText(line, _RIGHT, age)
        weight = 650 if thread.unread else 550
        name = (
            words.tr("queue", "Hidden message")
            if self._bridge.hides_name(thread)
            else called(thread.contact_name, thread.contact_handle)
        )
        kind = "" if thread.stars else words.kind(thread)
        stars_wide = stars_size() + 8 if thread.stars else 0
        # The name comes before what kind it is, which goes where there is no room for both.
        measured = metrics(13, weight, tabular=False)
        name = elided(name, measured, max(60.0, line.width() - age_wide - 12 - stars_wide))
        painter.setFont(font(13, weight, tabular=False))
        painter.setPen(ink("text") if thread.unread else ink("text2"))
        painter.drawText(line, _MIDDLE, name)
        x = line.left() + measured.horizontalAdvance(name) + 6
        if thread.stars:
            paint_stars(painter, QPointF(x, line.center().y()), thread.stars)
        elif x + small.horizontalAdvance(kind) < line.right() - age_wide - 8:
            painter.setFont(font(13, 400))
            painter.setPen(ink("text3"))
            painter.drawText(QRectF(x, line.top(), line.right() - x, line.height()), _MIDDLE, kind)

    def _preview(self, painter: QPainter, line: QRectF, thread: Thread) -> None:
        hit = self._model.hit(thread.id)
        if hit is not None and not thread.is_shielded:
            from socialdesk.desktop.places.queue.lit_paint import paint_lit  # the first frame shows nothing looked for

            paint_lit(painter, line, hit.snippet, hit.lit)
            return
        draft = self._model.draft(thread.id)
        text, lead, colour = one_line(thread.preview), "", "text" if thread.unread else "text2"
        if thread.is_shielded:
            text, colour = words.shielded(thread), "text2"
        elif draft:
            text, lead = one_line(draft), words.tr("queue", "Draft")
        elif thread.preview_is_own:
            lead = words.tr("queue", "You:")
        if not text and thread.attachments:
            text = words.tr("queue", "Picture")
        if lead:
            painter.setFont(font(13, 600 if draft else 400, tabular=False))
            painter.setPen(ink("info" if draft else "text3"))
            painter.drawText(line, _MIDDLE, lead)
            line = line.adjusted(metrics(13, 600 if draft else 400, tabular=False).horizontalAdvance(lead) + 6, 0, 0, 0)
        painter.setFont(font(13, 400, tabular=False))
        painter.setPen(ink(colour))
        painter.drawText(line, _MIDDLE, elided(text, metrics(13, 400, tabular=False), line.width()))

    def _foot(self, painter: QPainter, line: QRectF, thread: Thread, selected: bool) -> None:
        x = line.left()
        clock = self._model.clock_of(thread)
        if clock.state is not ClockState.NONE:
            label = words.clock(clock)
            high = clock_size(clock.state.value, label).height()
            at = QPointF(x, line.center().y() - high / 2)
            x += paint_clock(painter, at, clock.state.value, label, 1 - clock.used, most=line.width()) + 8
        x += paint_standing(painter, QRectF(QPointF(x, line.top()), line.bottomRight()), thread, self._model.now)
        right = line.right()
        if thread.unread >= 2:
            pill = str(min(thread.unread, 99))
            wide = chip_width(Chip.COUNT, pill)
            paint_chip(painter, QPointF(right - wide, line.top()), Chip.COUNT, pill)
            right -= wide + 8
        language = thread.language.upper() if thread.language not in ("", self.own_language) else ""
        lang_wide = chip_width(Chip.LANGUAGE, language) + 8 if language else 0
        kind = kind_of(thread.shield)
        tags = [] if thread.is_shielded else [one_line(tag) for tag in thread.tags if not tag.startswith("Order ")]
        if kind is not None:
            from socialdesk.desktop.widgets.shield_words import row_label  # few first frames have one

            tags = [row_label(kind)]
        if self._model.is_ahead(thread):
            tags.insert(0, words.tr("queue", "Moved up", "a thread that stands further up than its due time"))
        if thread.is_vip and not thread.is_shielded:
            tags.append(words.tr("queue", "VIP"))
        came = 0 if thread.is_shielded else thread.attachments
        came_wide = scaled(16) + metrics(12, 400).horizontalAdvance(str(came)) + 8 if came else 0
        if tags and right - x - lang_wide > 40:
            room = right - x - lang_wide
            x += paint_tags(painter, QPointF(x, line.top()), tags, room, on_selected=selected) + 8
        if language and x + lang_wide - 8 <= right:
            paint_chip(painter, QPointF(x, line.top()), Chip.LANGUAGE, language, on_selected=selected)
            x += lang_wide
        if came and x + came_wide - 8 <= right:
            side = scaled(14)
            icons.paint(painter, QRectF(x, line.center().y() - side / 2, side, side), "paperclip", "text3")
            painter.setFont(font(12, 400))
            painter.setPen(ink("text3"))
            painter.drawText(QRectF(x + side + 3, line.top(), came_wide, line.height()), _MIDDLE, str(came))


def stars_size() -> float:
    """How wide five stars are."""
    return scaled(_STAR) * 5.0


def paint_stars(painter: QPainter, at: QPointF, stars: int) -> None:
    """Five stars from `at`, as many filled as were given."""
    step = scaled(_STAR)
    # The two colours are too alike in high contrast: what was not given is empty there.
    empty = "star" if current().is_contrast else "star-fill"
    for number in range(5):
        sign, token = ("star-fill", "soon") if number < stars else (empty, "starOff")
        icons.paint(painter, QRectF(at.x() - 1 + number * step, at.y() - step / 2, step, step), sign, token)


def _paint_head(painter: QPainter, box: QRectF, head: Head) -> None:
    label = words.group(head.group)
    line = box.adjusted(16, 2, -16, 0)
    painter.setFont(font(11, 650))
    painter.setPen(ink("over" if head.group is Group.OVERDUE else "text2"))
    painter.drawText(line, _MIDDLE, label)
    painter.setPen(ink("text3"))
    painter.setFont(font(11, 500))
    count = words.head_count(head.count, head.ahead)
    painter.drawText(line.adjusted(metrics(11, 650).horizontalAdvance(label) + 8, 0, 0, 0), _MIDDLE, count)
