"""Paints the rows of the picker: shortcut with the typed letters lit, languages, title."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import as_written, mirrored_row
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.saved_replies.model import CHOICE
from socialdesk.desktop.widgets.plain_text import elided, one_line
from socialdesk.model.saved_reply_ranking import Choice

Index = QModelIndex | QPersistentModelIndex
ROW = 50
_DIGITS = 9
"""So many rows are taken by their digit."""


class ChoiceDelegate(QStyledItemDelegate):
    """One reply a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, scaled(ROW))

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(CHOICE)
        rect = QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plane = rect.adjusted(5, 2, -6, -2)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("selected"))
            painter.drawRoundedRect(plane, 6, 6)
            painter.setBrush(ink("accent"))
            painter.drawRoundedRect(QRectF(plane.left(), plane.top() + 9, 3, plane.height() - 18), 1.5, 1.5)
        inside = plane.adjusted(14, 5, -12, -5)
        half = inside.height() / 2
        upper = QRectF(inside.left(), inside.top(), inside.width(), half)
        lower = QRectF(inside.left(), inside.top() + half, inside.width(), half)
        is_macro = choice.reply.is_macro
        languages = " ".join(language.upper() for language in choice.reply.languages)
        painter.setFont(font(11, 600))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(languages)
        painter.setPen(ink("text3"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, languages)
        if is_macro:
            # What does things beside saying something is told apart at a glance.
            size = scaled(13)
            middle = upper.center().y() - size / 2
            icons.paint(painter, QRectF(upper.right() - wide - size - 6, middle, size, size), "lightning", "accent")
            wide += size + 6
        self._shortcut(painter, upper.adjusted(0, 0, -wide - 8, 0), choice, is_current=is_current)
        if index.row() < _DIGITS:
            painter.setFont(font(11, 500))
            painter.setPen(ink("text3"))
            painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(index.row() + 1))
            lower.setWidth(lower.width() - scaled(16))
        painter.setFont(font(12))
        painter.setPen(ink("text2"))
        title = elided(one_line(choice.reply.title), painter.font(), lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _shortcut(self, painter: QPainter, room: QRectF, choice: Choice, *, is_current: bool) -> None:
        lit = "/" + choice.reply.shortcut[: choice.lit]
        rest = choice.reply.shortcut[choice.lit :]
        bold, plain = font(13, 650), font(13, 500 if is_current else 400)
        begun = QFontMetricsF(bold).horizontalAdvance(lit)
        rest = elided(rest, plain, room.width() - begun)
        wide = begun + QFontMetricsF(plain).horizontalAdvance(rest)
        with as_written(painter, QRectF(room.left(), room.top(), wide, room.height())):
            painter.setFont(bold)
            painter.setPen(ink("accent"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, lit)
            painter.setFont(plain)
            painter.setPen(ink("text" if is_current else "text2"))
            painter.drawText(room.adjusted(begun, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, rest)
