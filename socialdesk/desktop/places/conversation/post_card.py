"""Places and paints the card of the post that people answer to: its picture, its words, what people did with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.conversation import media, post_words
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.media import MediaState
from socialdesk.model.post import Post
from socialdesk.store.attachments import Shown

if TYPE_CHECKING:
    from socialdesk.desktop.places.conversation.geometry import Placement, Scene

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


def paint(painter: QPainter, post: Post, placed: Placement, scene: Scene, pictures: Pictures | None) -> None:
    """Draw the card."""
    assert placed.bubble is not None
    assert placed.text is not None
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink("list"))
    painter.setPen(QPen(ink("line"), 1))
    painter.drawRoundedRect(placed.bubble.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    for box in placed.attachments:
        paint_thumb(painter, box.rect, box.sha256, pictures, box.icon)
    painter.setPen(ink("text"))
    painter.setFont(font(13, 600))
    placed.text.draw(painter, placed.text_at)
    painter.setFont(font(12, 400))
    painter.setPen(ink("text3"))
    left = placed.text_at.x()
    below = QRectF(
        left, placed.text_at.y() + placed.text.height + 3, placed.bubble.right() - GAP - left, float(scaled(18))
    )
    about = post_words.facts(post, scene.now(), scene.zone, scene.locale)
    said = QFontMetricsF(painter.font()).elidedText(about, Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, _MIDDLE, said)
    if post.permalink:
        painter.setFont(font(12, 600))
        painter.setPen(ink("accent"))
        painter.drawText(opening(placed.bubble), _MIDDLE | Qt.AlignmentFlag.AlignRight, tr("conversation", "Open post"))


def opening(card: QRectF) -> QRectF:
    """Where "Open post" stands."""
    wide = QFontMetricsF(font(12, 600)).horizontalAdvance(tr("conversation", "Open post")) + 2
    return QRectF(card.right() - GAP - wide, card.top() + 8, wide, scaled(24))


def targets(post: Post, placed: Placement) -> Iterator[tuple[QRectF, str, str]]:
    """What can be clicked in the card beside its picture: where, what it does, and its address."""
    if placed.bubble is not None and post.permalink:
        yield opening(placed.bubble), "post", post.permalink


def spoken(post: Post, shown: Shown | None, scene: Scene) -> str:
    """The card in words."""
    about = post_words.facts(post, scene.now(), scene.zone, scene.locale)
    said = f"{tr('conversation', 'Post: {title}').format(title=title_of(post))}. {about}"
    picture = said_of(shown)
    return f"{said}. {picture}" if picture else said


def text_at(thumb: media.Box | None, left: float, card_top: float, high: float, card_high: float) -> QPointF:
    """Where the title begins: beside the picture, in the middle of its height."""
    if thumb is None:
        return QPointF(left + GAP, card_top + 12)
    return QPointF(thumb.rect.right() + GAP, card_top + (card_high - high) / 2)
