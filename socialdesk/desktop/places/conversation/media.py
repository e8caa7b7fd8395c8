"""Places and paints what came with a message: pictures as they are here, all else as a line that says what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import current, ink
from socialdesk.desktop.places.conversation import words
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.media import FETCHED, MediaState, Refusal
from socialdesk.model.message import Attachment
from socialdesk.store.attachments import Shown

tr = QCoreApplication.translate
CHIP_HEIGHT, GAP, RADIUS = 36, 4, 10
PICTURE_WIDE, PICTURE_HIGH, PICTURE_LEAST = 280, 210, 48
SHOW, ALWAYS, OPEN = "show_media", "always_media", "open_media"
_STEP_GAP = 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Box:
    """Where one attachment stands. With a digest it is a picture, else a line of words with what can be done."""

    place: int
    rect: QRectF
    icon: str
    said: str
    sha256: str = ""
    steps: tuple[tuple[QRectF, str, str], ...] = ()
    """(where, what it does, its words)"""


def steps_of(one: Attachment, shown: Shown | None, *, may_always: bool) -> tuple[tuple[str, str], ...]:
    """What a person can do about an attachment: what, and its words."""
    if shown is None or one.kind != FETCHED:
        return ()
    match shown.state:
        case MediaState.ASKED:
            show = (SHOW, tr("conversation", "Show"))
            return (show, (ALWAYS, tr("conversation", "Always on this channel"))) if may_always else (show,)
        case MediaState.FAILED | MediaState.GONE:
            return ((SHOW, tr("conversation", "Try again")),)
        case _:
            return ()


def said_of(one: Attachment, shown: Shown | None) -> tuple[str, str]:
    """Icon and words of an attachment, and why it is not shown."""
    icon, said = words.attachment(_plain(one))
    if shown is None or one.kind != FETCHED:
        return icon, said
    why = ""
    match shown.state:
        case MediaState.PENDING:
            why = tr("conversation", "loading")
        case MediaState.GONE:
            why = tr("conversation", "no longer on the network")
        case MediaState.FAILED:
            why = tr("conversation", "could not be loaded")
        case MediaState.REFUSED:
            why = _refusal(shown.reason)
        case MediaState.ASKED | MediaState.OK:
            pass
    return icon, " · ".join(part for part in (said, why) if part)


def _refusal(reason: str) -> str:
    match reason:
        case Refusal.ADDRESS:
            return tr("conversation", "not loaded: its address leads into a private network")
        case Refusal.TOO_LARGE:
            return tr("conversation", "not loaded: too large to be shown safely")
        case Refusal.NO_PICTURE:
            return tr("conversation", "not loaded: it is no picture")
        case _:
            return tr("conversation", "not loaded: the file is damaged")


@dataclass(frozen=True, slots=True)
class Room:
    """Where attachments may stand: `left` to `left + wide`, own ones at its end, none wider than `most`."""

    left: float
    wide: float
    most: float
    at_end: bool

    def begin(self, wide: float) -> float:
        """Where something so wide begins."""
        return self.left + self.wide - wide if self.at_end else self.left


def place(
    attachments: Sequence[Attachment], shown: Sequence[Shown], room: Room, y: float, *, may_always: bool
) -> tuple[tuple[Box, ...], float]:
    """The boxes of a message from `y` downwards, and where they end."""
    boxes: list[Box] = []
    for at, one in enumerate(attachments):
        known = shown[at] if at < len(shown) else None
        box = (
            _picture(at, one, known, room, y)
            if known is not None and known.state is MediaState.OK
            else _chip(at, one, known, room, y, may_always=may_always)
        )
        boxes.append(box)
        # Said once: it is about the channel, not about this picture.
        may_always = may_always and not box.steps
        y = box.rect.bottom() + GAP
    return tuple(boxes), y


def _picture(at: int, one: Attachment, shown: Shown, room: Room, y: float) -> Box:
    most_wide, most_high = min(room.most, scaled(PICTURE_WIDE)), scaled(PICTURE_HIGH)
    width, height = max(1, shown.width), max(1, shown.height)
    by = min(1.0, most_wide / width, most_high / height)
    wide = max(min(PICTURE_LEAST, most_wide), width * by)
    high = max(PICTURE_LEAST, height * by)
    icon, said = said_of(one, shown)
    return Box(at, QRectF(room.begin(wide), y, round(wide), round(high)), icon, said, shown.sha256)


def _chip(at: int, one: Attachment, shown: Shown | None, room: Room, y: float, *, may_always: bool) -> Box:
    icon, said = said_of(one, shown)
    said_wide = QFontMetricsF(font(13, 400)).horizontalAdvance(said)
    step_font = QFontMetricsF(font(12, 600))
    steps = steps_of(one, shown, may_always=may_always)
    wides = [step_font.horizontalAdvance(said_step) for _, said_step in steps]
    # The words of the sender give way first, then the second step, which the menu has as well.
    if len(steps) > 1 and room.most < 46 + 60 + sum(wides) + _STEP_GAP * len(steps):
        steps, wides = steps[:1], wides[:1]
    needed = sum(wides) + _STEP_GAP * len(wides)
    wide = min(room.most, said_wide + 46 + needed)
    high = scaled(CHIP_HEIGHT)
    rect = QRectF(room.begin(wide), y, wide, high)
    x = rect.right() - 12 - needed + _STEP_GAP
    placed: list[tuple[QRectF, str, str]] = []
    for (what, said_step), step_wide in zip(steps, wides, strict=True):
        placed.append((QRectF(x, y, step_wide, high), what, said_step))
        x += step_wide + _STEP_GAP
    return Box(at, rect, icon, said, "", tuple(placed))


def targets(boxes: Sequence[Box]) -> Iterator[tuple[QRectF, str, int]]:
    """What can be clicked: where, what it does, and at which place."""
    for box in boxes:
        if box.sha256:
            yield box.rect, OPEN, box.place
        for rect, what, _ in box.steps:
            yield rect, what, box.place


def paint(painter: QPainter, boxes: Sequence[Box], fill: str, pictures: Pictures) -> None:
    """Draw the boxes on a plane of colour `fill`; a picture that is not here yet leaves its sign."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        painter.setPen(QPen(ink("lineStrong"), 1) if current().is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(ink(fill))
        inside = box.rect.adjusted(0.5, 0.5, -0.5, -0.5) if current().is_contrast else box.rect
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if box.sha256 and paint_picture(painter, box.rect, box.sha256, pictures):
            continue
        side = scaled(16)
        icons.paint(
            painter, QRectF(box.rect.left() + 12, box.rect.center().y() - side / 2, side, side), box.icon, "text2"
        )
        painter.setFont(font(13, 400))
        painter.setPen(ink("text2"))
        end = box.steps[0][0].left() - 8 if box.steps else box.rect.right() - 10
        inside = QRectF(
            box.rect.left() + side + 18, box.rect.top(), end - box.rect.left() - side - 18, box.rect.height()
        )
        shown = QFontMetricsF(painter.font()).elidedText(box.said, Qt.TextElideMode.ElideRight, inside.width() + 1)
        painter.drawText(inside, _MIDDLE, shown)
        painter.setFont(font(12, 600))
        painter.setPen(ink("accent"))
        for rect, _, said in box.steps:
            painter.drawText(rect, _MIDDLE, said)


def paint_picture(painter: QPainter, rect: QRectF, sha256: str, pictures: Pictures, radius: float = RADIUS) -> bool:
    """Draw a picture so that it fills `rect`; False while it is not at hand."""
    image = pictures.thumb(sha256)
    if image is None:
        return False
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(rect, radius, radius)
    painter.setClipPath(clip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # A long or a flat one fills its box; what is cut off is seen in the viewer.
    by = max(rect.width() / image.width(), rect.height() / image.height())
    size = QRectF(0, 0, image.width() * by, image.height() * by)
    size.moveCenter(rect.center())
    painter.drawImage(size, image)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink("line"), 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    return True


def _plain(one: Attachment) -> Attachment:
    return Attachment(one.kind, one.url, plain_text(one.alt)[:120], plain_text(one.media_type), one.size_bytes)
