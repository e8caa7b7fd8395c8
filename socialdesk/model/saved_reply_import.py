"""Gets the rows of a file and the library, gives what an import would do: new, changed, the same, and each refused row.

Nothing is written here. A reply of which one row is refused is not taken at all: half a reply helps nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from socialdesk.model.identifiers import ChannelId, PersonId, SavedReplyId
from socialdesk.model.outgoing import MOST_ALT, OutgoingPicture
from socialdesk.model.saved_reply import SavedReply, Scope, plain
from socialdesk.model.saved_reply_check import SHORTCUT_MOST, Problem, problems
from socialdesk.model.saved_reply_command import ImportReplies
from socialdesk.model.saved_reply_file import RawPicture, ReadFile, Row, scope_of
from socialdesk.model.saved_reply_foreign import translated
from socialdesk.model.saved_reply_library import free_shortcut, saving, tidied
from socialdesk.model.saved_reply_names import Names
from socialdesk.support.pattern import pattern

MakePicture = Callable[[RawPicture], OutgoingPicture | None]
_NOT_IN_SHORTCUT = pattern(r"[^\p{L}\p{N}]+")


class Reason(StrEnum):
    """Why a row is refused, where it is not a `Problem`."""

    DOUBLE = "double"
    UNKNOWN_VARIABLE = "unknown variable"
    UNKNOWN_CHANNEL = "unknown channel"
    UNKNOWN_SCOPE = "unknown scope"
    TORN = "torn"
    NOT_YOURS = "not yours"
    BAD_PICTURE = "unreadable picture"
    COMPANION = "companion"
    """Another row of the same reply was refused."""


REASONS = {
    Reason.DOUBLE: "The file has this shortcut and language before.",
    Reason.UNKNOWN_VARIABLE: "It holds a field that means nothing here: {detail}",
    Reason.UNKNOWN_CHANNEL: "There is no channel of this name: {detail}",
    Reason.UNKNOWN_SCOPE: "For whom it is cannot be read: {detail}. Write team, me or channel.",
    Reason.TORN: "It has more cells than the head. A text with a separator in it needs quotes around it.",
    Reason.NOT_YOURS: "Somebody has a saved reply of this shortcut for themselves.",
    Reason.BAD_PICTURE: "A picture of it cannot be read. JPEG, PNG, GIF and WebP up to 2 MB can.",
    Reason.COMPANION: "Another row of the same saved reply was refused.",
}
"""What the command line says. The window has its own words, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken, and why; `detail` stands in the sentence."""

    row: int
    shortcut: str
    reason: Reason | Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    new: tuple[SavedReply, ...] = ()
    changed: tuple[tuple[SavedReply, SavedReply], ...] = ()
    """Before and after."""
    same: tuple[SavedReply, ...] = ()
    refused: tuple[Refused, ...] = ()

    def command(self) -> ImportReplies | None:
        """What makes it so, all or none; None where nothing would change."""
        after = [
            *(saving(one) for one in self.new),
            *(replace(saving(after), based_on=before.version) for before, after in self.changed),
        ]
        return ImportReplies(tuple(after)) if after else None


@dataclass(slots=True)
class _Making:
    """A reply while its rows come together."""

    reply: SavedReply
    rows: list[Row]
    kept: SavedReply | None
    languages: set[str]
    refused: list[Refused]


def planned(  # noqa: PLR0917 - what a plan follows from
    file: ReadFile,
    library: Sequence[SavedReply],
    me: PersonId,
    names: Names,
    language: str = "en",
    picture: MakePicture = lambda _raw: None,
) -> Plan:
    """What importing a file would do to the whole library.

    `language` is that of texts that do not say theirs. `picture` makes one ready to be kept; None for one that cannot.
    """
    mine = {one.shortcut: one for one in library if one.scope is not Scope.ME or one.owner_id in (me, None)}
    others = {one.shortcut for one in library} - mine.keys()
    making: dict[str, _Making] = {}
    lonely = 0
    for row in file.rows:
        shortcut = _shortcut(row.cells, making)
        if not shortcut:
            lonely += 1
            making[f" {lonely}"] = _begun(row, "", None, names)
            shortcut = f" {lonely}"
        elif shortcut not in making:
            making[shortcut] = _begun(row, shortcut, mine.get(shortcut), names, is_whole=file.is_whole)
        elif file.is_whole:
            making[shortcut].refused.append(Refused(row.number, shortcut, Reason.DOUBLE))
            continue
        _write(making[shortcut], row, language)
        _show(making[shortcut], row, picture)
    return _judged(making.values(), library, others)


def _shortcut(cells: Mapping[str, Any], making: Mapping[str, object]) -> str:
    written = str(cells.get("shortcut", "")).strip().removeprefix("/")
    if written or "shortcut" in cells:
        return written
    made = _NOT_IN_SHORTCUT.sub("-", plain(str(cells.get("title", "")))).strip("-")[:SHORTCUT_MOST].strip("-")
    return free_shortcut(made, making.keys()) if made else ""


def _begun(row: Row, shortcut: str, kept: SavedReply | None, names: Names, *, is_whole: bool = False) -> _Making:
    cells = row.cells
    refused: list[Refused] = []
    base = kept if kept is not None and not is_whole else None
    scope = scope_of(str(cells.get("scope", ""))) if "scope" in cells or base is None else base.scope
    channel = base.channel_id if base is not None and "channel" not in cells else None
    if scope is None:
        refused.append(Refused(row.number, shortcut, Reason.UNKNOWN_SCOPE, str(cells["scope"])[:60]))
    named = str(cells.get("channel", "")).strip()
    if named:
        number = names.channel_id(named)
        if number is None:
            refused.append(Refused(row.number, shortcut, Reason.UNKNOWN_CHANNEL, named[:60]))
        else:
            channel = ChannelId(number)
            scope = Scope.CHANNEL if "scope" not in cells else scope
    key = str(cells.get("key", "")).strip()
    title = str(cells.get("title", "") or (base.title if base else ""))
    title = title if title.strip() else shortcut
    reply = SavedReply(
        kept.id if kept is not None else SavedReplyId(0),
        shortcut,
        title,
        tidied(str(cells.get("folder", base.folder if base else ""))),
        (),
        scope=scope or Scope.TEAM,
        channel_id=channel if scope is Scope.CHANNEL else None,
        tags=tuple(dict.fromkeys(cells.get("tags", base.tags if base else ()))),
        acts=tuple(map(names.act_of, cells["acts"])) if "acts" in cells else base.acts if base else (),
        hotkey=(int(key) if key.isdecimal() and len(key) < 4 else -1 if key else 0)
        if "key" in cells
        else base.hotkey
        if base
        else 0,
        review_on=str(cells.get("review", base.review_on if base else "")).strip(),
    )
    return _Making(reply, [], kept, set(), refused)


def _write(making: _Making, row: Row, otherwise: str) -> None:
    """Add the texts of a row."""
    making.rows.append(row)
    cells = row.cells
    if "torn" in cells:
        making.refused.append(Refused(row.number, making.reply.shortcut, Reason.TORN))
    texts: list[tuple[str, str]] = list(cells.get("texts", ()))
    if "text" in cells and (cells["text"] or not (making.reply.acts or cells.get("pictures"))):
        texts.append((str(cells.get("language", "")), str(cells["text"])))
    for written, body in texts:
        language = _language(written) or otherwise
        if language in making.languages:
            making.refused.append(Refused(row.number, making.reply.shortcut, Reason.DOUBLE, language))
            continue
        making.languages.add(language)
        ours, unknown = translated(body)
        if unknown:
            making.refused.append(
                Refused(row.number, making.reply.shortcut, Reason.UNKNOWN_VARIABLE, ", ".join(unknown)[:200])
            )
        making.reply = replace(making.reply, bodies=(*making.reply.bodies, (language, ours)))


def _show(making: _Making, row: Row, picture: MakePicture) -> None:
    """Add the pictures of a row. A file that does not speak of any leaves those that are there."""
    if "pictures" not in row.cells:
        if making.kept is not None:
            making.reply = replace(making.reply, pictures=making.kept.pictures)
        return
    made: list[OutgoingPicture] = []
    for raw in row.cells["pictures"]:
        one = picture(raw)
        if one is None:
            making.refused.append(Refused(row.number, making.reply.shortcut, Reason.BAD_PICTURE))
            return
        made.append(replace(one, alt=raw.alt[:MOST_ALT]))
    making.reply = replace(making.reply, pictures=tuple(made))


def _language(written: str) -> str:
    first, *rest = written.strip().replace("_", "-").split("-")
    return "-".join((first.lower(), *rest))


def _judged(making: Iterable[_Making], library: Sequence[SavedReply], others: set[str]) -> Plan:
    plan = Plan()
    new: list[SavedReply] = []
    changed: list[tuple[SavedReply, SavedReply]] = []
    same: list[SavedReply] = []
    refused: list[Refused] = []
    named = {one.reply.shortcut for one in making}
    keys = {one.hotkey: one.shortcut for one in library if one.hotkey and one.shortcut not in named}
    for one in making:
        reply = _whole(one)
        if not one.refused:
            wrong = problems(reply, others, keys)
            if wrong:
                why = Reason.NOT_YOURS if wrong[0] is Problem.TAKEN else wrong[0]
                one.refused.append(Refused(_guilty(one, wrong[0]), reply.shortcut, why))
        if one.refused:
            told = {entry.row for entry in one.refused}
            refused += one.refused
            refused += [
                Refused(row.number, reply.shortcut, Reason.COMPANION) for row in one.rows if row.number not in told
            ]
            continue
        if reply.hotkey:
            keys[reply.hotkey] = reply.shortcut
        if one.kept is None:
            new.append(reply)
        elif saving(one.kept) == saving(reply):
            same.append(one.kept)
        else:
            changed.append((one.kept, reply))
    refused.sort(key=lambda entry: entry.row)
    return replace(plan, new=tuple(new), changed=tuple(changed), same=tuple(same), refused=tuple(refused))


def _whole(one: _Making) -> SavedReply:
    """The reply with the languages that a file of rows does not speak of."""
    kept = one.kept
    if kept is None or any("texts" in row.cells for row in one.rows):
        return one.reply
    fresh = dict(one.reply.bodies)
    bodies = [(language, fresh.pop(language, body)) for language, body in kept.bodies]
    return replace(one.reply, bodies=(*bodies, *fresh.items()))


def _guilty(one: _Making, problem: Problem) -> int:
    """The row to be mended: that of the text where one text is wrong, else the first."""
    if problem in {Problem.BAD_FIELD, Problem.LONG_BODY, Problem.NO_BODY, Problem.BAD_LANGUAGE}:
        for row in one.rows:
            text, language = (
                translated(str(row.cells.get("text", "")))[0],
                _language(str(row.cells.get("language", ""))),
            )
            probe = replace(one.reply, bodies=((language or "en", text),))
            if problem in problems(probe, ()):
                return row.number
    return one.rows[0].number if one.rows else 0
