"""Gets the entries of a conversation, gives the rows that are painted: days, bubbles in groups, folds; knows no Qt.

A row keeps its key while it is the same thing: a reply that was just given and the stored one share the id of their
command, so the one becomes the other without leaving the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import groupby

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Direction, Entry, Happening, Message, Note
from socialdesk.model.post import Post
from socialdesk.store.attachments import Shown
from socialdesk.store.completeness import Gap

Key = tuple[str, str]

GROUP_SPAN = timedelta(minutes=10)
"""Messages of one writer closer than this share a name line."""
FOLD_FROM = 3
"""So many events in a row become one line."""


class RowKind(StrEnum):
    """What a row shows."""

    OLDER = "older"
    POST = "post"
    DAY = "day"
    UNREAD = "unread"
    NEW_MEANWHILE = "new_meanwhile"
    MESSAGE = "message"
    NOTE = "note"
    HAPPENING = "happening"
    FOLD = "fold"
    NEWER = "newer"
    GAP = "gap"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `leads` and `ends` say whether a message is the first or the last of its group.

    The line above what is unread names the `day` too where that begins with it.
    """

    key: Key
    kind: RowKind
    entry: Entry | None = None
    post: Post | None = None
    day: datetime | None = None
    folded: tuple[Happening, ...] = ()
    leads: bool = True
    ends: bool = True
    tells_fate: bool = False
    stars: int | None = None
    is_open: bool = False
    """Whether a long message is shown whole."""
    is_hidden: bool = False
    """Whether what it says is kept out of sight until somebody asks."""
    media: tuple[Shown, ...] = ()
    """How what came with a message stands, in its order."""
    gap: Gap | None = None
    may_always: bool = False
    """Whether pictures of this channel are asked for one by one, so that a person may say always."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What divides a conversation: where the unread messages begin, and what came while somebody wrote."""

    unread_from: Key | None = None
    new_after: MessageId | None = None
    """The newest message a writer had seen, once something came after it."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands at the ends of what is loaded, and what is missing between."""

    has_newer: bool = False
    read_since: datetime | None = None
    """How far back the network was read, where the conversation began before that."""
    gaps: tuple[Gap, ...] = ()
    begins: bool = False
    """Whether it is to be said that nothing was said before."""


def moment(entry: Entry) -> datetime:
    """When an entry happened."""
    return entry.at if isinstance(entry, Happening) else entry.created_at


def key_of(entry: Entry) -> Key:
    """What stays the same about an entry while it is stored, edited or sent."""
    match entry:
        case Message(command_id=command) if command is not None:
            return ("message", command)
        case Message():
            return ("message", str(entry.id))
        case Note():
            return ("note", str(entry.id))
        case Happening():
            return ("happening", str(entry.id))


def build(
    entries: Sequence[Entry],
    zone: tzinfo | None,
    *,
    has_older: bool = False,
    post: Post | None = None,
    stars: int | None = None,
    marks: Marks | None = None,
    unfolded: frozenset[Key] = frozenset(),
    opened: frozenset[Key] = frozenset(),
    is_hidden: bool = False,
    ends: Ends | None = None,
) -> tuple[Row, ...]:
    """The rows of a conversation from its entries, oldest first.

    Days are those of `zone`, or with None of the machine's own. `unfolded` are the keys of folds that somebody opened,
    `opened` those of long messages shown whole. `stars` are
    those of a review and go on its first inbound message. `is_hidden` says that what came in is kept out of sight.
    """
    marks = marks or Marks()
    ends = ends or Ends()
    rows: list[Row] = []
    if has_older:
        rows.append(Row(("older", ""), RowKind.OLDER))
    elif post is not None:
        rows.append(Row(("post", str(post.id)), RowKind.POST, post=post))
    elif ends.read_since is not None:
        rows.append(Row(("beginning", ""), RowKind.BEGINNING, day=ends.read_since))
    elif ends.begins:
        rows.append(Row(("beginning", ""), RowKind.BEGINNING))
    for day, of_day in groupby(entries, lambda entry: moment(entry).astimezone(zone).date()):
        today = list(of_day)
        begins, found_today = moment(today[0]).astimezone(zone), list(_of_one_day(today, marks, unfolded, opened))
        if found_today[0].kind is RowKind.UNREAD:  # one line says both: two on top of each other would be no calmer
            found_today[0] = replace(found_today[0], day=begins)
        else:
            rows.append(Row(("day", day.isoformat()), RowKind.DAY, day=begins))
        rows.extend(found_today)
    if ends.has_newer:
        rows.append(Row(("newer", ""), RowKind.NEWER))
    rows = _with_gaps(rows, ends)
    found = _with_stars(tuple(rows), None if is_hidden else stars)
    return tuple(_kept_out_of_sight(row) for row in found) if is_hidden else found


def _with_gaps(rows: list[Row], ends: Ends) -> list[Row]:
    """The rows with each gap before the first thing that came after it; outside of what is loaded it says nothing."""
    for gap in ends.gaps:
        if gap.start is None or gap.end is None:
            continue
        is_after = [row.entry is not None and moment(row.entry) >= gap.end for row in rows]
        at = is_after.index(True) if True in is_after else len(rows)
        if at == len(rows) and ends.has_newer:
            continue
        if any(row.entry is not None for row in rows[:at]):
            rows.insert(at, Row(("gap", str(gap.id)), RowKind.GAP, gap=gap))
    return rows


def _kept_out_of_sight(row: Row) -> Row:
    is_theirs = isinstance(row.entry, Message) and row.entry.direction is Direction.IN
    return replace(row, is_hidden=True) if is_theirs else row


def with_media(
    rows: tuple[Row, ...], shown: dict[tuple[MessageId, int], Shown], *, may_always: bool
) -> tuple[Row, ...]:
    """The rows with how the pictures of each message stand."""
    if not shown:
        return rows
    return tuple(
        replace(row, media=found, may_always=may_always)
        if isinstance(row.entry, Message) and row.entry.attachments and (found := _media_of(row.entry, shown))
        else row
        for row in rows
    )


def _media_of(message: Message, shown: dict[tuple[MessageId, int], Shown]) -> tuple[Shown, ...]:
    found = (shown.get((message.id, at)) for at in range(len(message.attachments)))
    return tuple(one for one in found if one is not None)


def first_unread(entries: Sequence[Entry], unread: int) -> Key | None:
    """The key of the oldest of so many unread messages; None when nothing was said before them."""
    said = [entry for entry in entries if isinstance(entry, Message)]
    inbound = [message for message in said if message.direction is Direction.IN]
    if not 0 < unread <= len(inbound) or inbound[-unread] is said[0]:
        return None
    return key_of(inbound[-unread])


def _of_one_day(
    entries: Sequence[Entry], marks: Marks, unfolded: frozenset[Key], opened: frozenset[Key]
) -> Iterable[Row]:
    at = 0
    told_new = False
    while at < len(entries):
        entry = entries[at]
        key = key_of(entry)
        if isinstance(entry, Happening):
            run = [entry]
            while at + len(run) < len(entries) and isinstance(following := entries[at + len(run)], Happening):
                run.append(following)
            at += len(run)
            yield from _happenings(run, unfolded)
            continue
        divided = False
        if key == marks.unread_from:
            divided = True
            yield Row(("unread", ""), RowKind.UNREAD)
        if not told_new and _is_news(entry, marks):
            told_new = divided = True
            yield Row(("new_meanwhile", ""), RowKind.NEW_MEANWHILE)
        if isinstance(entry, Note):
            yield Row(key, RowKind.NOTE, entry, is_open=key in opened)
        else:
            before = entries[at - 1] if at and not divided else None
            after = entries[at + 1] if at + 1 < len(entries) else None
            if after is not None and (key_of(after) == marks.unread_from or (not told_new and _is_news(after, marks))):
                after = None
            ends = not _same_group(entry, after)
            yield Row(
                key,
                RowKind.MESSAGE,
                entry,
                leads=not _same_group(before, entry),
                ends=ends,
                tells_fate=_tells_fate(entry, after if not ends else None),
                is_open=key in opened,
            )
        at += 1


def _is_news(entry: Entry, marks: Marks) -> bool:
    return (
        marks.new_after is not None
        and isinstance(entry, Message)
        and entry.id > marks.new_after
        and entry.external_id is not None
    )


def _same_group(one: Entry | None, other: Entry | None) -> bool:
    return (
        isinstance(one, Message)
        and isinstance(other, Message)
        and one.direction is other.direction
        and (one.author_remote_id, one.author_name) == (other.author_remote_id, other.author_name)
        and abs(other.created_at - one.created_at) <= GROUP_SPAN
    )


def _tells_fate(message: Message, next_of_group: Entry | None) -> bool:
    """Own messages tell their fate, but of several that simply arrived the last one speaks for all."""
    if message.direction is Direction.IN or message.state in (Delivery.RECEIVED, Delivery.CANCELED):
        return False
    return not (
        message.state in (Delivery.SENT, Delivery.SEEN)
        and isinstance(next_of_group, Message)
        and next_of_group.state is message.state
    )


def _happenings(run: Sequence[Happening], unfolded: frozenset[Key]) -> Iterable[Row]:
    fold = ("fold", str(run[0].id))
    if len(run) >= FOLD_FROM:
        is_open = fold in unfolded
        yield Row(fold, RowKind.FOLD, folded=tuple(run), is_open=is_open)
        if not is_open:
            return
    for one in run:
        yield Row(key_of(one), RowKind.HAPPENING, one)


def _with_stars(rows: tuple[Row, ...], stars: int | None) -> tuple[Row, ...]:
    if stars is None:
        return rows
    for at, row in enumerate(rows):
        if isinstance(row.entry, Message) and row.entry.direction is Direction.IN:
            return (*rows[:at], replace(row, stars=stars), *rows[at + 1 :])
    return rows
