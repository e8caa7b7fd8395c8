"""Gets answers that have not left, gives the lines of the outbox: who decides, what is said, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import IntEnum, StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QObject,
    Qt,
)

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.desktop.widgets.plain_text import one_line, safe_name
from socialdesk.desktop.widgets.row_list import NO_PARENT, Index
from socialdesk.model.channel import ChannelState
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import CommandId, ThreadId

_IN_A_MOMENT = timedelta(seconds=30)
"""The longest time to undo: what leaves later was given its hour, or stands behind others."""


class Act(StrEnum):
    """What a person can do about a line."""

    OPEN = "open"
    TAKE_BACK = "take_back"
    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"


@dataclass(frozen=True, slots=True)
class Leaving:
    """One act on a platform that has not had its effect. `sentence` says why and what next, where the engine knew."""

    command: CommandId
    thread: ThreadId
    state: Delivery
    channel: str
    mark: str
    contact: str
    text: str
    sentence: str
    given_at: datetime
    kind: str = "answer"
    """answer, like, unlike, delete, or an act of `model.moderation`."""
    of: ChannelState = ChannelState.LIVE
    """How its channel stands."""
    not_before: datetime | None = None
    leaves: str = ""
    """When it leaves, in words, where that is not in a moment."""

    @property
    def needs_person(self) -> bool:
        """Whether it stays until somebody decides."""
        return self.state in (Delivery.HELD, Delivery.UNKNOWN, Delivery.REJECTED)


class Role(IntEnum):
    """What a line gives to the delegate beside Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page: a head when `leaving` is None. `when` is the moment it was given, in words."""

    head: str = ""
    leaving: Leaving | None = None
    when: str = ""


def lines_of(found: Sequence[Leaving], now: datetime, zone: tzinfo) -> list[Line]:
    """First what needs a person, oldest first; then what leaves by itself, in the order it was given."""
    mine = sorted((one for one in found if one.needs_person), key=lambda one: one.given_at)
    rest = sorted((one for one in found if not one.needs_person), key=lambda one: one.given_at)
    lines: list[Line] = []
    for head, group in ((_tr("Needs you"), mine), (_tr("Leaves by itself"), rest)):
        if group:
            lines.append(Line(head))
            lines += [Line(leaving=_timed(one, now, zone), when=_when(one.given_at, now, zone)) for one in group]
    return lines


def _timed(one: Leaving, now: datetime, zone: tzinfo) -> Leaving:
    """With the hour it was given, or the place it has among many that leave one after the other."""
    is_later = one.state is Delivery.QUEUED and one.not_before is not None and one.not_before - now > _IN_A_MOMENT
    return replace(one, leaves=_when(one.not_before, now, zone)) if is_later and one.not_before is not None else one


def acts_of(leaving: Leaving) -> tuple[Act, ...]:
    """What can be done about it, the likeliest first."""
    if leaving.state is Delivery.UNKNOWN:
        return (Act.OPEN, Act.ARRIVED, Act.NOT_ARRIVED)
    return (Act.OPEN, Act.TAKE_BACK) if leaving.state in CANCELABLE else (Act.OPEN,)


def act_words(act: Act) -> str:
    """The words of an act."""
    match act:
        case Act.OPEN:
            return _tr("Open thread")
        case Act.TAKE_BACK:
            return _tr("Take back")
        case Act.ARRIVED:
            return _tr("It arrived", "the answer did reach the platform")
        case Act.NOT_ARRIVED:
            return _tr("It did not arrive")


def state_words(leaving: Leaving) -> str:
    """Where it stands, in two or three words."""
    match leaving.state:
        case Delivery.QUEUED if _is_kept_up(leaving) or leaving.leaves:
            return _tr("Waiting", "has not left yet")
        case Delivery.QUEUED:
            return _tr("Held for undo")
        case Delivery.WAITING:
            return _tr("Waiting for network")
        case Delivery.SENDING:
            return _tr("Leaving now")
        case Delivery.HELD:
            return _tr("Stopped")
        case Delivery.UNKNOWN:
            return _tr("Outcome unknown")
        case Delivery.REJECTED:
            return _tr("Refused")
        case _:
            return ""


def state_icon(state: Delivery) -> str:
    """The icon of a state; the shape tells it apart where colours do not."""
    match state:
        case Delivery.HELD | Delivery.UNKNOWN:
            return "warning"
        case Delivery.REJECTED:
            return "x-circle"
        case Delivery.SENDING:
            return "paper-plane-tilt"
        case Delivery.WAITING:
            return "wifi-slash"
        case _:
            return "clock"


def sentence_of(leaving: Leaving) -> str:
    """The sentence under the text: the engine's own, or what its state always means."""
    if leaving.sentence:
        return in_words(leaving.sentence)
    match leaving.state:
        case Delivery.QUEUED if leaving.of is ChannelState.PAUSED:
            return _tr("{channel} is paused. It goes out when the channel goes on.").format(channel=leaving.channel)
        case Delivery.QUEUED if leaving.of is ChannelState.BAD_CREDENTIALS:
            return _tr("{channel} wants a new sign-in. It goes out after that.").format(channel=leaving.channel)
        case Delivery.QUEUED if leaving.of is ChannelState.OFFLINE:
            return _tr("Goes out by itself when the platform can be reached.")
        case Delivery.QUEUED if leaving.leaves:
            return _tr("Goes out by itself: {moment}.", "a time of day, or a day and a time").format(
                moment=leaving.leaves
            )
        case Delivery.QUEUED:
            return _tr("Goes out in a few seconds.")
        case Delivery.WAITING:
            return _tr("Goes out by itself when the platform can be reached.")
        case Delivery.SENDING:
            return _tr("On its way to the platform.")
        case Delivery.HELD:
            return _tr("Something changed since you wrote it. Read the thread, then send it or take it back.")
        case Delivery.UNKNOWN:
            return _tr("Nobody knows whether it arrived. Look on the platform, then say so here.")
        case _:
            return _tr("The platform did not take it. Open the thread to change it.")


def _is_kept_up(leaving: Leaving) -> bool:
    return leaving.of in (ChannelState.PAUSED, ChannelState.BAD_CREDENTIALS, ChannelState.OFFLINE)


def what_words(leaving: Leaving) -> str:
    """What is to leave: the text, or the words for an act without one."""
    match leaving.kind:
        case "like":
            return _tr("Like a message")
        case "unlike":
            return _tr("Take a like back")
        case "delete":
            return _tr("Delete a message")
        case "hide":
            return _tr("Hide a message from the public")
        case "unhide":
            return _tr("Show a message to the public again")
        case "remove":
            return _tr("Delete what somebody else wrote")
        case "block":
            return _tr("Block a person")
        case "unblock":
            return _tr("Let a person in again")
        case "report":
            return _tr("Report a message")
        case "edit":
            return _tr("Correct our answer: {words}").format(words=one_line(leaving.text))
        case "private":
            return one_line(leaving.text)
        case "mute":
            return _tr("Mute a thread there")
        case "unmute":
            return _tr("Unmute a thread there")
        case _:
            return one_line(leaving.text)


class LineModel(QAbstractListModel):
    """The lines as Qt's lists want them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, place: int) -> Line:
        """The line at a place."""
        return self._lines[place]

    def step(self, place: int, by: int) -> int:
        """The next place that holds an act, staying at the ends; -1 when there is none."""
        places = [at for at, line in enumerate(self._lines) if line.leaving is not None]
        if not places:
            return -1
        if place not in places:
            return places[0]
        return places[min(len(places) - 1, max(0, places.index(place) + by))]

    def place_of(self, command: CommandId) -> int:
        """Where an act stands, or -1."""
        return next((at for at, line in enumerate(self._lines) if line.leaving and line.leaving.command == command), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].leaving is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Role.LINE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.head if line.leaving is None else safe_name(line.leaving.contact)
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.head if line.leaving is None else _said(line, line.leaving)
            case _:
                return None


def _when(given: datetime, now: datetime, zone: tzinfo) -> str:
    there = given.astimezone(zone)
    if there.date() == now.astimezone(zone).date():
        return time_of_day(there, wide=True)
    month = QLocale().monthName(there.month, QLocale.FormatType.ShortFormat)
    return f"{there.day} {month} {time_of_day(there, wide=True)}"


def _said(line: Line, leaving: Leaving) -> str:
    parts = (
        safe_name(leaving.contact),
        leaving.channel,
        line.when,
        state_words(leaving),
        what_words(leaving),
        sentence_of(leaving),
    )
    return ", ".join(part for part in parts if part)


def _tr(words: str, comment: str = "") -> str:
    return QCoreApplication.translate("Outbox", words, comment or None)
