"""Gets a placed row, paints it; decides nothing. What can be clicked is told by `targets`, from the same places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextCharFormat

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import pointing
from socialdesk.desktop.look.tokens import current, ink
from socialdesk.desktop.places.conversation import media, post_card, words
from socialdesk.desktop.places.conversation.fate import Fate, Step, Tone
from socialdesk.desktop.places.conversation.fate import words as step_words
from socialdesk.desktop.places.conversation.geometry import (
    FATE_BOX,
    FATE_GAP,
    KEYCAP,
    PAD_X,
    Geometry,
    Placement,
    Target,
)
from socialdesk.desktop.places.conversation.row_words import RowWords
from socialdesk.desktop.places.conversation.rows import Row, RowKind
from socialdesk.desktop.places.conversation.rule_words import rule_of
from socialdesk.desktop.widgets.avatar import initials, paint_avatar
from socialdesk.desktop.widgets.keycap import paint_keycaps
from socialdesk.desktop.widgets.plain_text import elided, plain_text
from socialdesk.desktop.widgets.text_places import places
from socialdesk.model.message import Direction, Happening, Message, Note

tr = QCoreApplication.translate
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


_OUTLINES = {"soonTint": "soon", "overTint": "over"}


def paint_box(painter: QPainter, rect: QRectF, fill: str, line: str | None, radius: int) -> None:
    """A rounded plane, with a line around it where one is named; where contrast is high a tint is its outline."""
    if line is None and current().is_contrast:
        line = _OUTLINES.get(fill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink(fill))
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(ink(line), 1))
    painter.drawRoundedRect(rect if line is None else rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Selected letters of a row, as UTF-16 positions."""

    start: int
    end: int


class RowPainter:
    """Paints rows at an offset; `dpr` is the pixel ratio of the screen."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry
        self.words = RowWords(geometry)
        self.dpr = 1.0
        self.pictures: Pictures | None = None
        """Where pictures come from; set before anything with one is painted."""

    def paint(self, painter: QPainter, row: Row, top: float, width: int, chosen: Chosen | None = None) -> None:
        """Paint a row whose upper edge is at `top`."""
        painter.save()
        painter.translate(0, top)
        placed = self._geometry.place(row, width)
        match row.kind:
            case RowKind.DAY | RowKind.UNREAD | RowKind.NEW_MEANWHILE:
                self._divider(painter, row, width)
            case RowKind.OLDER:
                self._centred(painter, tr("conversation", "Loading older"), width, placed.height)
            case RowKind.NEWER:
                self._centred(painter, tr("conversation", "Loading newer"), width, placed.height)
            case RowKind.BEGINNING:
                self._centred(painter, self.words.row(row), width, placed.height)
            case RowKind.GAP:
                self._gap(painter, row, width, placed.height)
            case RowKind.HAPPENING | RowKind.FOLD:
                self._event(painter, row, width, placed.height)
            case RowKind.POST:
                self._post(painter, row, placed)
            case RowKind.NOTE:
                self._note(painter, row, placed, chosen)
            case RowKind.MESSAGE:
                self._message(painter, row, placed, width, chosen)
        painter.restore()

    # -------------------------------------------------------------------------------------------------- targets
    def targets(self, row: Row, width: int) -> Iterator[tuple[QRectF, Target]]:
        """What can be clicked in a row, from its own upper left corner. Links are found by the text itself."""
        placed = self._geometry.place(row, width)
        if row.kind is RowKind.FOLD:
            yield QRectF(0, 0, width, placed.height), Target("fold")
        if row.kind is RowKind.GAP:
            yield QRectF(0, 0, width, placed.height), Target("again")
        if isinstance(row.entry, Happening) and row.entry.what == "rule" and (rule := rule_of(row.entry.detail)):
            yield QRectF(0, 0, width, placed.height), Target("rule", rule)
        if placed.marks is not None and isinstance(row.entry, Message) and row.entry.edited_at is not None:
            yield placed.marks, Target("versions")
        if row.post is not None and row.post.permalink and placed.bubble is not None:
            yield post_card.opening(placed.bubble), Target("post", row.post.permalink)
        for rect, what, at in media.targets(placed.attachments):
            yield rect, Target(what, str(at))
        if placed.more is not None:
            yield placed.more, Target("reveal" if row.is_hidden else "more")
        if isinstance(row.entry, Message) and row.tells_fate:
            line = self._geometry.line_of(row.entry)
            if line is not None:
                for rect, step in self._step_rects(line, placed, width):
                    yield rect, Target("step", step.value)

    # ------------------------------------------------------------------------------------------------- the kinds
    def _divider(self, painter: QPainter, row: Row, width: int) -> None:
        left, wide = self._geometry.column(width)
        said = self.words.divider(row)
        face = font(12, 600)
        text_wide = QFontMetricsF(face).horizontalAdvance(said)
        middle, y = left + wide / 2, scaled(23)
        is_news = row.kind is RowKind.UNREAD
        painter.setPen(QPen(ink("accent" if is_news else "line"), 1))
        painter.drawLine(QPointF(left, y), QPointF(middle - text_wide / 2 - 12, y))
        painter.drawLine(QPointF(middle + text_wide / 2 + 12, y), QPointF(left + wide, y))
        painter.setFont(face)
        painter.setPen(ink("accent" if is_news else "text3"))
        painter.drawText(QRectF(left, y - scaled(10), wide, scaled(20)), Qt.AlignmentFlag.AlignCenter, said)

    def _centred(self, painter: QPainter, said: str, width: int, height: float) -> None:
        painter.setFont(font(12, 400))
        painter.setPen(ink("text3"))
        painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, said)

    def _event(self, painter: QPainter, row: Row, width: int, height: float) -> None:
        left, wide = self._geometry.column(width)
        icon, sentence, time = self.words.event(row)
        small = font(12, 400, tabular=False)
        metrics = QFontMetricsF(small)
        sentence = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, wide - 80)
        sentence_wide = metrics.horizontalAdvance(sentence)
        x = left + (wide - sentence_wide - 26 - metrics.horizontalAdvance(time)) / 2
        self._icon(painter, icon, "text3", 14, QPointF(x - scaled(14) + 10, height / 2 - 7))
        painter.setFont(small)
        painter.setPen(ink("text3"))
        painter.drawText(QRectF(x + 17, 0, sentence_wide + 4, height), _MIDDLE, sentence)
        if row.kind is RowKind.FOLD:
            painter.setFont(font(12, 600))
            painter.setPen(ink("accent"))
        painter.drawText(QRectF(x + 17 + sentence_wide + 9, 0, 80, height), _MIDDLE, time)

    def _gap(self, painter: QPainter, row: Row, width: int, height: float) -> None:
        left, wide = self._geometry.column(width)
        again = tr("conversation", "Ask again")
        bold = font(12, 600)
        again_wide = QFontMetricsF(bold).horizontalAdvance(again)
        box = QRectF(left, 4, wide, height - 12)
        paint_box(painter, box, "soonTint", None, 8)
        self._icon(painter, "warning", "soon", 15, QPointF(box.left() + 12, box.center().y() - 7.5))
        painter.setFont(font(12, 400))
        painter.setPen(ink("soon"))
        room = box.adjusted(36, 0, -again_wide - 28, 0)
        said = QFontMetricsF(painter.font()).elidedText(self.words.gap(row), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, said)
        painter.setFont(bold)
        painter.setPen(ink("text"))
        painter.drawText(box.adjusted(0, 0, -14, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, again)

    def _post(self, painter: QPainter, row: Row, placed: Placement) -> None:
        assert row.post is not None
        assert placed.bubble is not None
        assert placed.text is not None
        card = post_card.Card(
            placed.bubble, placed.text, placed.text_at, placed.attachments, self.words.about_post(row.post)
        )
        post_card.paint(painter, row.post, card, self.pictures)

    def _note(self, painter: QPainter, row: Row, placed: Placement, chosen: Chosen | None) -> None:
        scene = self._geometry.scene
        assert scene is not None
        assert isinstance(row.entry, Note)
        assert placed.bubble is not None
        box = placed.bubble
        paint_box(painter, box, "note", "noteLine", 10)
        self._icon(
            painter, "lock-simple", "noteText", 15, QPointF(box.left() + PAD_X, box.top() + 8 + scaled(18) / 2 - 7.5)
        )
        painter.setFont(font(12, 600))
        painter.setPen(ink("noteText"))
        who = tr("conversation", "Internal note · {name}").format(
            name=plain_text(words.first_word(row.entry.person_name)) or tr("conversation", "SocialDesk")
        )
        painter.drawText(
            QRectF(box.left() + PAD_X + scaled(20), box.top() + 8, box.width() - PAD_X * 2 - scaled(60), scaled(18)),
            _MIDDLE,
            who,
        )
        painter.setFont(font(12, 400))
        painter.drawText(
            QRectF(box.right() - PAD_X - scaled(60), box.top() + 8, scaled(60), scaled(18)),
            _MIDDLE | Qt.AlignmentFlag.AlignRight,
            scene.clock(row.entry.created_at),
        )
        self._words(painter, placed, "noteText", chosen)

    def _message(self, painter: QPainter, row: Row, placed: Placement, width: int, chosen: Chosen | None) -> None:
        message = row.entry
        assert isinstance(message, Message)
        is_own = message.direction is Direction.OUT
        self._name_line(painter, message, placed, is_own=is_own, is_hidden=row.is_hidden)
        if placed.people is not None:
            small = font(12, 400)
            painter.setFont(small)
            painter.setPen(ink("text3"))
            side = Qt.AlignmentFlag.AlignRight if is_own else Qt.AlignmentFlag.AlignLeft
            painter.drawText(placed.people, _MIDDLE | side, elided(placed.people_words, small, placed.people.width()))
        fill = "bubbleOut" if is_own else "bubbleIn"
        if placed.attachments and self.pictures is not None:
            media.paint(painter, placed.attachments, fill, self.pictures)
        if placed.bubble is not None:
            # In high contrast the planes are the page's own: a line tells where a message begins and ends.
            edge = ("accent" if is_own else "lineStrong") if current().is_contrast else None
            paint_box(painter, placed.bubble, fill, edge, 10)
        if placed.stars_at is not None and row.stars is not None:
            for at in range(5):
                self._icon(
                    painter,
                    "star" if at >= row.stars and current().is_contrast else "star-fill",
                    "soon" if at < row.stars else "lineStrong",
                    16,
                    QPointF(placed.stars_at.x() + at * scaled(18), placed.stars_at.y() + (scaled(16) - 16) / 2),
                )
        if placed.text is not None:
            self._words(painter, placed, "text3" if message.deleted_at is not None else "text", chosen, message)
        if placed.marks is not None:
            # What leads to earlier versions is marked as everything that can be pressed.
            painter.setFont(font(12, 400 if message.edited_at is None else 600))
            painter.setPen(ink("text3" if message.edited_at is None else "accent"))
            painter.drawText(placed.marks, _MIDDLE, placed.marks_words)
        if row.tells_fate and (line := self._geometry.line_of(message)) is not None:
            self._fate(painter, line, placed, width)

    def _name_line(
        self, painter: QPainter, message: Message, placed: Placement, *, is_own: bool, is_hidden: bool
    ) -> None:
        if placed.name is None:
            return
        if placed.avatar is not None and is_hidden:
            paint_avatar(painter, placed.avatar, "", 0, icon="eye-slash")
        elif placed.avatar is not None:
            paint_avatar(painter, placed.avatar, initials(message.author_name), self._seed_of(message))
        bold, small = font(12, 600, tabular=False), font(12, 400)
        time_wide = QFontMetricsF(small).horizontalAdvance(placed.time_words)
        metrics = QFontMetricsF(bold)
        name = metrics.elidedText(placed.name_words, Qt.TextElideMode.ElideRight, placed.name.width() - time_wide - 9)
        name_wide = metrics.horizontalAdvance(name)
        x = placed.name.right() - time_wide - 9 - name_wide if is_own else placed.name.left()
        painter.setFont(bold)
        painter.setPen(ink("text"))
        painter.drawText(QRectF(x, placed.name.top(), name_wide + 2, scaled(18)), _MIDDLE, name)
        painter.setFont(small)
        painter.setPen(ink("text3"))
        painter.drawText(
            QRectF(x + name_wide + 9, placed.name.top(), time_wide + 2, scaled(18)), _MIDDLE, placed.time_words
        )

    def _seed_of(self, message: Message) -> str:
        """What a writer's colours go by: the same as in the queue for whom the thread is with."""
        scene = self._geometry.scene
        thread = scene.thread if scene is not None else None
        if thread is not None and message.author_name == thread.contact_name:
            return thread.contact_handle
        return message.author_handle or message.author_remote_id

    def _words(
        self, painter: QPainter, placed: Placement, colour: str, chosen: Chosen | None, message: Message | None = None
    ) -> None:
        assert placed.text is not None
        ranges: list[tuple[int, int, QTextCharFormat]] = []
        if message is not None and message.deleted_at is not None:
            struck = QTextCharFormat()
            struck.setFontStrikeOut(True)
            ranges.append((0, places(placed.text.text), struck))
        if chosen is not None and chosen.start != chosen.end:
            shade = QTextCharFormat()
            shade.setBackground(ink("accent"))
            shade.setForeground(ink("onAccent"))
            low, high = sorted((chosen.start, chosen.end))
            ranges.append((low, high - low, shade))
        painter.setPen(ink(colour))
        placed.text.draw(painter, placed.text_at, tuple(ranges))
        if placed.more is not None:
            painter.setFont(font(12, 600))
            painter.setPen(ink("accent" if colour != "noteText" else "noteText"))
            painter.drawText(placed.more, _MIDDLE, placed.more_words)

    # ----------------------------------------------------------------------------------------------------- fates
    def _fate_box(self, line: Fate, placed: Placement, width: int) -> QRectF:
        """The tinted box, or for a calm line the room it takes, at the right edge of the column."""
        left, wide = self._geometry.column(width)
        if self._geometry.fits_one_line(line, wide):
            inner = 22 + self._geometry.sentence_width(line) + self._geometry.steps_width(line)
            box_wide = inner + (28 if line.tone is not Tone.CALM else 0)
            height = scaled(FATE_BOX)
        else:
            box_wide = wide
            height = self._geometry.fate_height(line, wide) - FATE_GAP
        if line.tone is Tone.CALM and not line.steps:
            return QRectF(left + wide - box_wide, placed.fate_top, box_wide, self._geometry.fate_height(line, wide))
        return QRectF(left + wide - box_wide, placed.fate_top + FATE_GAP, box_wide, height)

    def _fate(self, painter: QPainter, line: Fate, placed: Placement, width: int) -> None:
        box = self._fate_box(line, placed, width)
        _, wide = self._geometry.column(width)
        colour = {Tone.CALM: "text3", Tone.SOON: "soon", Tone.OVER: "over"}[line.tone]
        x = box.left()
        if line.tone is not Tone.CALM:
            paint_box(painter, box, "soonTint" if line.tone is Tone.SOON else "overTint", None, 8)
            x += 14
        one_line = self._geometry.fits_one_line(line, wide)
        first = QRectF(x, box.top(), 16, min(box.height(), scaled(FATE_BOX)))
        if line.ring is not None:
            self._ring(painter, QRectF(x, first.center().y() - 7, 14, 14), line.ring)
        else:
            icons.paint(painter, QRectF(x, first.center().y() - 7.5, 15, 15), line.icon, ink(colour))
        painter.setPen(ink(colour))
        if one_line:
            painter.setFont(self._geometry.fate_font(line))
            painter.drawText(
                QRectF(x + 22, box.top(), self._geometry.sentence_width(line) + 4, first.height()),
                _MIDDLE,
                plain_text(line.sentence),
            )
        else:
            self._geometry.sentence(line, wide - 52).draw(painter, QPointF(x + 22, box.top() + 7))
        for rect, step in self._step_rects(line, placed, width):
            painter.setFont(font(12, 600))
            painter.setPen(ink("accent" if line.tone is Tone.CALM else "text"))
            painter.drawText(rect, _MIDDLE, step_words(step))
            if (cap := KEYCAP.get(step)) is not None:
                paint_keycaps(painter, QPointF(rect.right() - 18, rect.center().y()), (cap,))

    def _step_rects(self, line: Fate, placed: Placement, width: int) -> Iterator[tuple[QRectF, Step]]:
        if not line.steps:
            return
        box = self._fate_box(line, placed, width)
        _, wide = self._geometry.column(width)
        right = box.right() - (14 if line.tone is not Tone.CALM else 0)
        top = box.top() + 3 if self._geometry.fits_one_line(line, wide) else box.bottom() - scaled(28)
        x = right - self._geometry.steps_width(line)
        for step in line.steps:
            x += 16
            step_wide = self._geometry.step_width(step)
            yield QRectF(x, top, step_wide, scaled(24)), step
            x += step_wide

    def _ring(self, painter: QPainter, rect: QRectF, left: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink("lineStrong"), 2))
        painter.drawEllipse(rect)
        pen = QPen(ink("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(rect, 90 * 16, -round(left * 360 * 16))

    # ---------------------------------------------------------------------------------------------------- strokes
    def _icon(self, painter: QPainter, name: str, colour: str, px: int, at: QPointF) -> None:
        # It grows with the text about the middle of its line.
        side, more = scaled(px), (scaled(px) - px) / 2
        icons.paint(painter, QRectF(at.x(), at.y() - more, side, side), pointing(painter, name), ink(colour))
