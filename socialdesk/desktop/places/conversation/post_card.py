"""Places and paints the card of the post that people answer to: its picture, its words, what people did with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.conversation import media
from socialdesk.desktop.places.conversation.text_layout import LaidOut
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.media import MediaState
from socialdesk.model.post import Post
from socialdesk.store.attachments import Shown

tr = QCoreApplication.translate
THUMB_WIDE, THUMB_HIGH, THUMB_RADIUS = 73, 54, 6
PAD, GAP, RADIUS = 10, 14, 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SHOWN = (MediaState.OK, MediaState.PENDING, MediaState.ASKED, MediaState.FAILED)


def has_room_for(shown: Shown | None) -> bool:
    """Whether a picture, or the place of one that may come, stands beside the title."""
    return shown is not None and shown.state in _SHOWN


def title_of(post: Post) -> str:
    """What a post is called: its title, or what it says."""
    return plain_text(post.title or post.text)


def thumb_of(shown: Shown | None, left: float, top: float) -> media.Box | None:
    """The picture of a post, or what can be clicked for it."""
    if shown is None or not has_room_for(shown):
        return None
    rect = QRectF(left, top, scaled(THUMB_WIDE), scaled(THUMB_HIGH))
    can_ask = shown.state in (MediaState.ASKED, MediaState.FAILED)
    sha256 = shown.sha256 if shown.state is MediaState.OK else ""
    return media.Box(0, rect, "image" if can_ask else "", said_of(shown), sha256, _asking(rect) if can_ask else ())


def _asking(rect: QRectF) -> tuple[tuple[QRectF, str, str], ...]:
    return ((rect, media.SHOW, tr("conversation", "Show the picture")),)


def said_of(shown: Shown | None) -> str:
    """The picture of a post in words; empty where it has none."""
    if shown is None or not has_room_for(shown):
        return ""
    alt = plain_text(shown.alt)[:120]
    named = tr("conversation", "Picture: {alt}").format(alt=alt) if alt else tr("conversation", "Picture")
    if shown.state is MediaState.OK:
        return named
    if shown.state is MediaState.PENDING:
        return f"{named} ({tr('conversation', 'loading')})"
    return f"{named} ({tr('conversation', 'not loaded')})"


def paint_thumb(painter: QPainter, rect: QRectF, sha256: str, pictures: Pictures | None, icon: str = "") -> None:
    """Draw a picture, or until it is here a quiet place for it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sha256 and pictures is not None and media.paint_picture(painter, rect, sha256, pictures, THUMB_RADIUS):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("chip"))
    painter.drawRoundedRect(rect, THUMB_RADIUS, THUMB_RADIUS)
    if icon:
        side = scaled(18)
        icons.paint(
            painter,
            QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
            icon,
            "text3",
        )


@dataclass(frozen=True, slots=True)
class Card:
    """Where the parts of a card stand, and the line below its title."""

    rect: QRectF
    title: LaidOut
    title_at: QPointF
    boxes: tuple[media.Box, ...]
    about: str


def paint(painter: QPainter, post: Post, card: Card, pictures: Pictures | None) -> None:
    """Draw the card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink("list"))
    painter.setPen(QPen(ink("line"), 1))
    painter.drawRoundedRect(card.rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    for box in card.boxes:
        paint_thumb(painter, box.rect, box.sha256, pictures, box.icon)
    painter.setPen(ink("text"))
    painter.setFont(font(13, 600))
    card.title.draw(painter, card.title_at)
    painter.setFont(font(12, 400))
    painter.setPen(ink("text3"))
    left = card.title_at.x()
    top = card.title_at.y() + card.title.height + 3
    below = QRectF(left, top, card.rect.right() - GAP - left, float(scaled(18)))
    said = QFontMetricsF(painter.font()).elidedText(card.about, Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, _MIDDLE, said)
    if post.permalink:
        painter.setFont(font(12, 600))
        painter.setPen(ink("accent"))
        painter.drawText(opening(card.rect), _MIDDLE | Qt.AlignmentFlag.AlignRight, tr("conversation", "Open post"))


def opening(card: QRectF) -> QRectF:
    """Where "Open post" stands."""
    wide = QFontMetricsF(font(12, 600)).horizontalAdvance(tr("conversation", "Open post")) + 2
    return QRectF(card.right() - GAP - wide, card.top() + 8, wide, scaled(24))


def spoken(post: Post, shown: Shown | None, about: str) -> str:
    """The card in words."""
    said = f"{tr('conversation', 'Post: {title}').format(title=title_of(post))}. {about}"
    picture = said_of(shown)
    return f"{said}. {picture}" if picture else said


def text_at(thumb: media.Box | None, left: float, card_top: float, high: float, card_high: float) -> QPointF:
    """Where the title begins: beside the picture, in the middle of its height."""
    if thumb is None:
        return QPointF(left + GAP, card_top + 12)
    return QPointF(thumb.rect.right() + GAP, card_top + (card_high - high) / 2)
