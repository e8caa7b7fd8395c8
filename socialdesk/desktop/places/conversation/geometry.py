"""Gets a row and a width, gives where each part of it stands; draws nothing. Sizes are logical pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.conversation import media, post_card, words
from socialdesk.desktop.places.conversation.fate import ALONE, Around, Fate, Step, Tone, fate
from socialdesk.desktop.places.conversation.fate import words as step_words
from socialdesk.desktop.places.conversation.rows import Key, Row, RowKind
from socialdesk.desktop.places.conversation.text_layout import LaidOut, LayoutCache
from socialdesk.desktop.widgets import recipient_words
from socialdesk.desktop.widgets.plain_text import one_line, plain_text
from socialdesk.model.channel import Channel
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Direction, Message, Note
from socialdesk.model.person import Person
from socialdesk.model.thread import Kind, Thread

tr = QCoreApplication.translate

COLUMN_MOST, SIDE = 720, 24
BUBBLE_MOST, BUBBLE_FREE = 440, 140
AVATAR, INDENT = 30, 40
PAD_X, PAD_Y = 14, 10
PEOPLE_LINE = 20
NAME_LINE, GAP, AFTER_GROUP, IN_GROUP = 22, 0, 14, 4
DAY_HEIGHT, EVENT_HEIGHT = 46, 26
FATE_LINE, FATE_BOX, FATE_GAP = 22, 30, 4
STARS_HEIGHT = 24
LINES_SHOWN = 5
"""So many lines of a message are shown before "Show more"."""
KEYCAP: dict[Step, str] = {Step.UNDO: "Z", Step.READ_AND_SEND: "↵"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What all rows of a thread share."""

    thread: Thread | None
    channel: Channel | None
    people: tuple[Person, ...]
    zone: tzinfo | None
    locale: QLocale
    now: Callable[[], datetime]
    done_there: Callable[[MessageId], Fate | None] | None = None
    """The line below a message that we acted on; it stands before what became of an answer."""
    around: Callable[[Message], Around] | None = None
    """What is known of the others that wait beside an answer."""

    def clock(self, at: datetime) -> str:
        """A time of day in the reader's zone."""
        return words.time_of_day(at, self.zone)

    @property
    def by_name(self) -> dict[str, Person]:
        """The members by name."""
        return {person.name: person for person in self.people}


@dataclass(frozen=True, slots=True)
class Target:
    """Something in a row that can be clicked: what it is, and which one of its kind."""

    what: str
    """step, link, more, fold, post, versions, again, rule, or one of `media`"""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The text column of a row: where it begins, how wide it is, and how wide a bubble may be."""

    left: float
    wide: float
    most: float


@dataclass(slots=True)
class Placement:
    """Where the parts of a row stand, from its own top left corner."""

    height: float
    name: QRectF | None = None
    name_words: str = ""
    time_words: str = ""
    people: QRectF | None = None
    """Where it is said whom a mail went to, if that was more than one person."""
    people_words: str = ""
    avatar: QRectF | None = None
    bubble: QRectF | None = None
    text: LaidOut | None = None
    text_at: QPointF = field(default_factory=QPointF)
    stars_at: QPointF | None = None
    attachments: tuple[media.Box, ...] = ()
    marks: QRectF | None = None
    marks_words: str = ""
    more: QRectF | None = None
    more_words: str = ""
    fate_top: float = 0.0


class Geometry:
    """Places rows. Keeps what it placed until the width or the fonts change."""

    def __init__(self) -> None:
        self._texts = LayoutCache()
        self._placed: dict[Key, tuple[Row, int, Placement]] = {}
        self.scene: Scene | None = None

    def show(self, scene: Scene) -> None:
        """Place rows of this scene from now on."""
        if (
            self.scene is None
            or scene.thread is None
            or self.scene.thread is None
            or scene.thread.id != self.scene.thread.id
            or scene.channel != self.scene.channel
        ):
            self._placed.clear()
        self.scene = scene

    def forget(self) -> None:
        """The fonts or the words changed."""
        self._texts.clear()
        self._placed.clear()

    def column(self, width: int) -> tuple[float, float]:
        """Where the text column begins, and how wide it is."""
        wide = min(scaled(COLUMN_MOST), width - 2 * SIDE)
        return (width - wide) / 2, wide

    def place(self, row: Row, width: int) -> Placement:
        """Where the parts of `row` stand when the view is `width` wide."""
        known = self._placed.get(row.key)
        if known is not None and known[1] == width and known[0] == row:
            return known[2]
        placed = self._place(row, width)
        self._placed[row.key] = (row, width, placed)
        return placed

    def _place(self, row: Row, width: int) -> Placement:
        match row.kind:
            case RowKind.DAY | RowKind.UNREAD | RowKind.NEW_MEANWHILE:
                return Placement(scaled(DAY_HEIGHT))
            case RowKind.HAPPENING | RowKind.FOLD:
                return Placement(scaled(EVENT_HEIGHT))
            case RowKind.OLDER | RowKind.NEWER | RowKind.BEGINNING:
                return Placement(scaled(40))
            case RowKind.GAP:
                return Placement(scaled(48))
            case RowKind.POST:
                return self._post(row, width)
            case RowKind.NOTE:
                assert isinstance(row.entry, Note)
                return self._note(row, row.entry, width)
            case RowKind.MESSAGE:
                assert isinstance(row.entry, Message)
                return self._message(row, row.entry, width)

    def _post(self, row: Row, width: int) -> Placement:
        assert row.post is not None
        left, wide = self.column(width)
        top = 12
        thumb = post_card.thumb_of(row.media[0] if row.media else None, left + post_card.PAD, top + post_card.PAD)
        beside = thumb.rect.width() if thumb is not None else 0
        title = post_card.title_of(row.post)
        laid = self._texts.get(title, font(13, 600), int(wide - 2 * PAD_X - 90 - beside), scaled(18), 2)
        said_high = laid.height + scaled(22)
        high = 12 + said_high + 10
        if thumb is not None:
            high = max(high, thumb.rect.height() + 2 * post_card.PAD)
        card = QRectF(left, top, wide, high)
        return Placement(
            card.bottom() + 4,
            bubble=card,
            text=laid,
            text_at=post_card.text_at(thumb, left, top, said_high, high),
            attachments=() if thumb is None else (thumb,),
        )

    def _note(self, row: Row, note: Note, width: int) -> Placement:
        left, wide = self.column(width)
        box_wide = min(scaled(BUBBLE_MOST), wide - 72)
        laid = self._body(note.text, 13, box_wide - 2 * PAD_X, 20, whole=row.is_open)
        box = QRectF(left + (wide - box_wide) / 2, 0, box_wide, scaled(33) + laid.height + PAD_Y)
        placed = Placement(box.bottom() + AFTER_GROUP, bubble=box, text=laid)
        placed.text_at = QPointF(box.left() + PAD_X, box.top() + scaled(33))
        if laid.is_right_to_left:
            placed.text_at.setX(box.right() - PAD_X - laid.width)
        if laid.is_cut:
            self._add_more(placed, box)
        return placed

    def _body(self, text: str, px: int, most: float, line: int, *, whole: bool) -> LaidOut:
        return self._texts.get(
            plain_text(text), font(px, 400, tabular=False), int(most), scaled(line), None if whole else LINES_SHOWN
        )

    def _message(self, row: Row, message: Message, width: int) -> Placement:
        assert self.scene is not None
        left, wide = self.column(width)
        is_own = message.direction is Direction.OUT
        y = 0.0
        placed = Placement(0)
        if row.leads:
            placed.name = QRectF(
                left if is_own else left + scaled(INDENT), y, wide - (0 if is_own else scaled(INDENT)), scaled(18)
            )
            placed.name_words = one_line(message.author_name) or one_line(message.author_handle)
            placed.time_words = self.scene.clock(message.created_at)
            if not is_own and self.is_another(message):
                placed.time_words += f" · {tr('conversation', 'another person')}"
            if not is_own:
                placed.avatar = QRectF(left, y + 1, scaled(AVATAR), scaled(AVATAR))
            y += scaled(NAME_LINE)
        if message.recipients and not row.is_hidden and (said := recipient_words.short(message.recipients)):
            begin = 0 if is_own else scaled(INDENT)
            placed.people = QRectF(left + begin, y, wide - begin, scaled(PEOPLE_LINE - 2))
            placed.people_words = said
            y += scaled(PEOPLE_LINE)
        column = Column(left, wide, min(scaled(BUBBLE_MOST), width - BUBBLE_FREE))
        y = self._attachments(placed, row, message, column, y)
        y = self._bubble(placed, row, message, column, y)
        if row.tells_fate and (line := self.line_of(message)) is not None:
            placed.fate_top = y
            # A box has its air around it, a grey line within.
            y += self.fate_height(line, wide) + (0 if line.tone is Tone.CALM and not line.steps else FATE_GAP)
        placed.height = y + (AFTER_GROUP if row.ends and not row.tells_fate else IN_GROUP)
        return placed

    def _attachments(self, placed: Placement, row: Row, message: Message, column: Column, y: float) -> float:
        is_own = message.direction is Direction.OUT
        begin = 0 if is_own else scaled(INDENT)
        room = media.Room(column.left + begin, column.wide - begin, column.most, is_own)
        placed.attachments, y = media.place(message.attachments, row.media, room, y, may_always=row.may_always)
        return y

    def _bubble(self, placed: Placement, row: Row, message: Message, column: Column, y: float) -> float:
        assert self.scene is not None
        text = message.text
        if not text.strip() and not (message.attachments and row.stars is None and message.deleted_at is None):
            text = words.without_words(message) if row.stars is None else ""
        if not text.strip() and row.stars is None:
            return y
        laid = self._body(text, 14, column.most - 2 * PAD_X, 21, whole=row.is_open)
        small = QFontMetricsF(font(12, 400))
        marks = words.marks(message, self.scene.clock)
        if message.is_liked:
            marks = " · ".join(part for part in (marks, tr("conversation", "liked")) if part)
        inner = max(
            laid.width,
            small.horizontalAdvance(marks) if marks else 0,
            96 if row.stars is not None else 0,
            small.horizontalAdvance(tr("conversation", "Show more")) + 8 if laid.is_cut else 0,
        )
        box_wide = inner + 2 * PAD_X
        at = (
            column.left + column.wide - box_wide if message.direction is Direction.OUT else column.left + scaled(INDENT)
        )
        inside = y + PAD_Y
        if row.stars is not None:
            placed.stars_at = QPointF(at + PAD_X, inside)
            inside += STARS_HEIGHT
        placed.text = laid
        placed.text_at = QPointF(at + PAD_X + (inner - laid.width if laid.is_right_to_left else 0), inside)
        inside += laid.height
        if marks:
            placed.marks, placed.marks_words = QRectF(at + PAD_X, inside + 2, inner, scaled(16)), marks
            inside += scaled(20)
        placed.bubble = QRectF(at, y, box_wide, inside + PAD_Y - y)
        if laid.is_cut or row.is_hidden:
            self._add_more(placed, placed.bubble)
            if row.is_hidden:
                placed.more_words = tr("conversation", "Show it to me")
        return placed.bubble.bottom()

    def _add_more(self, placed: Placement, box: QRectF) -> None:
        placed.more_words = tr("conversation", "Show more")
        top = box.bottom() - PAD_Y + 2
        placed.more = QRectF(box.left() + PAD_X, top, box.width() - 2 * PAD_X, scaled(20))
        box.setHeight(box.height() + scaled(24))
        placed.bubble = box
        placed.height = max(placed.height, box.bottom() + AFTER_GROUP)

    def is_another(self, message: Message) -> bool:
        """Whether somebody wrote this who is not the one the thread is with, as happens under a post."""
        thread = self.scene.thread if self.scene is not None else None
        if thread is None or thread.kind is Kind.DM or not (thread.contact_name or thread.contact_handle):
            return False
        if message.author_handle and thread.contact_handle:
            return message.author_handle != thread.contact_handle
        return message.author_name != thread.contact_name

    # ------------------------------------------------------------------------------------------------------ fates
    def line_of(self, message: Message) -> Fate | None:
        """The line below an own message, as it reads now."""
        assert self.scene is not None
        told = self.scene.done_there(message.id) if self.scene.done_there is not None else None
        if message.direction is Direction.IN or told is not None:
            return told
        around = self.scene.around(message) if self.scene.around is not None else ALONE
        return fate(message, self.scene.channel, self.scene.now(), self.scene.clock, around)

    def fate_height(self, line: Fate, wide: float) -> float:
        """How much room a line takes; a long sentence has its steps on a line of their own."""
        if line.tone is Tone.CALM and not line.steps:
            return scaled(FATE_LINE if self._sentence_width(line) + 24 <= wide else FATE_LINE + 16)
        if self.fits_one_line(line, wide):
            return scaled(FATE_BOX) + FATE_GAP
        return scaled(FATE_BOX) + FATE_GAP + self.sentence(line, wide - 28 - 24).height + 8

    def fits_one_line(self, line: Fate, wide: float) -> bool:
        """Whether sentence and steps stand beside each other."""
        return 14 + 24 + self._sentence_width(line) + self.steps_width(line) + 14 <= wide

    def sentence(self, line: Fate, wide: float) -> LaidOut:
        """The sentence laid out, for when it is long."""
        return self._texts.get(plain_text(line.sentence), self.fate_font(line), int(max(80, wide)), scaled(18))

    def fate_font(self, line: Fate) -> QFont:
        """The font of the sentence; one that counts down has digits of one width."""
        return font(12, 400 if line.tone is Tone.CALM else 600, tabular=line.ring is not None)

    def _sentence_width(self, line: Fate) -> float:
        return QFontMetricsF(self.fate_font(line)).horizontalAdvance(plain_text(line.sentence))

    def sentence_width(self, line: Fate) -> float:
        """How wide the sentence is on one line."""
        return self._sentence_width(line)

    def step_width(self, step: Step) -> float:
        """How wide a step is, with its key."""
        metrics = QFontMetricsF(font(12, 600))
        cap = KEYCAP.get(step)
        return metrics.horizontalAdvance(step_words(step)) + (0 if cap is None else 26)

    def steps_width(self, line: Fate) -> float:
        """How wide all steps are, with the space before each."""
        return sum(self.step_width(step) + 16 for step in line.steps)
