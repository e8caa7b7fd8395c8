"""The rows of the rail: heads, views, channels; gets counts and states, asks no widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.places.rail.health import behind_after, trouble
from socialdesk.desktop.widgets.plain_text import tooltip
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.delivery import IN_OUTBOX
from socialdesk.model.view import (
    DONE,
    FRENCH,
    MENTIONS,
    MINE,
    MUTED,
    REVIEWS,
    SENT,
    SHIELDED,
    SNOOZED,
    TEAM,
    UNASSIGNED,
    VIP,
    WAITING,
    View,
    channel_view,
)
from socialdesk.support.values import value_class

tr = QCoreApplication.translate
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
OUTBOX = "outbox"
LIBRARY = "library"
Index = QModelIndex | QPersistentModelIndex
_SEEN_FIRST = 40
"""How many channels could be seen in a first frame; the rows of others are made after it."""
_ICONS = {
    MINE.id: "user",
    UNASSIGNED.id: "tray",
    TEAM.id: "users-three",
    MENTIONS.id: "at",
    SNOOZED.id: "clock",
    WAITING.id: "hourglass",
    SENT.id: "paper-plane-tilt",
    DONE.id: "check-circle",
    "reviews": "star",
    "in-french": "translate",
    "vip": "heart",
    "shielded": "eye-slash",
}


@value_class(frozen=True, slots=True)
class Line:
    """One row. A head has neither view nor mark; `view` None with a name is a page."""

    id: str
    words: str
    icon: str = ""
    mark: str = ""
    view: View | None = None
    count: int | None = None
    is_head: bool = False
    calls: bool = False
    """Whether the count asks for me, and is drawn as a badge."""
    trouble: str = ""
    """What is wrong with a channel, in a sentence."""
    is_saved: bool = False
    """Whether it is a view somebody saved, which can be changed and moved."""
    is_private: bool = False


def name_of(view: View) -> str:
    """A built-in view in the reader's language, or a saved one as it was named."""
    names = {
        MINE.id: tr("rail", "Mine"),
        UNASSIGNED.id: tr("rail", "Unassigned"),
        TEAM.id: tr("rail", "Whole team"),
        MENTIONS.id: tr("rail", "Mentions of me"),
        SNOOZED.id: tr("rail", "Snoozed"),
        WAITING.id: tr("rail", "Waiting on contact"),
        SENT.id: tr("rail", "Sent"),
        DONE.id: tr("rail", "Done", "a view: threads that are done"),
        MUTED.id: tr("rail", "Muted", "a view: threads that call nobody"),
    }
    first = {
        REVIEWS.name: tr("rail", "Reviews to answer"),
        FRENCH.name: tr("rail", "In French"),
        VIP.name: tr("rail", "VIP"),
        SHIELDED.name: tr("rail", "Shielded"),
    }
    # What a workspace begins with is told in the reader's language until somebody gives it another name.
    return names.get(view.id) or first.get(view.name, view.name)


def _spoken(line: Line, dot: str = ", ") -> str:
    """A row in words, for readers of the screen and where only icons are shown."""
    private = tr("rail", "only you see it") if line.is_private else ""
    count = many(line.count) if line.count is not None else ""
    return dot.join(part for part in (line.words, count, private, line.trouble) if part)


class RailModel(QAbstractListModel):
    """While the same rows stand there, `reload` tells only of those that changed."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._lines: list[Line] = []
        self._told_of: Sequence[Channel] = ()
        self._channels: list[Line] = []
        self.is_told_in_part = False
        """Whether there are channels that have no row yet."""
        self.reload()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case int() if role == LINE_ROLE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(line)
            case Qt.ItemDataRole.ToolTipRole:
                return None if line.is_head else tooltip(_spoken(line, dot=" · "))
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._lines[index.row()].is_head:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def line(self, row: int) -> Line | None:
        """A row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, id_: str) -> int | None:
        """The row of a view."""
        return next((number for number, line in enumerate(self._lines) if line.id == id_), None)

    def names(self) -> dict[str, str]:
        """What every line says, by its id: whoever wants all of them looks each up only once."""
        return {line.id: line.words for line in self._lines}

    def views(self) -> Sequence[View]:
        """All views in the order of the rail."""
        return [line.view for line in self._lines if line.view is not None]

    def forget_channels(self) -> None:
        """Let the next reload look at how each channel stands."""
        self._told_of = ()

    def reload(self) -> bool:
        """Bring all rows up to date; only what changed is told. True when other rows stand there now."""
        fresh = self._made()
        if not self._insert(fresh):
            self.beginResetModel()
            self._lines = fresh
            self.endResetModel()
            return True
        for row, (old, new) in enumerate(zip(self._lines, fresh, strict=True)):
            if old is not new and old != new:
                self._lines[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def _insert(self, fresh: Sequence[Line]) -> bool:
        """Let in rows that came side by side. False where others went, moved or came elsewhere too."""
        old, new = [line.id for line in self._lines], [line.id for line in fresh]
        came = len(new) - len(old)
        at = next((row for row, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
        if came < 0 or not old or old[at:] != new[at + came :]:
            return False
        if came:
            self.beginInsertRows(QModelIndex(), at, at + came - 1)
            self._lines[at:at] = fresh[at : at + came]
            self.endInsertRows()
        return True

    def _made(self) -> list[Line]:
        cache = self._bridge.cache
        counts = self._bridge.counts()
        waiting = [one for one in cache.outbox() if one.state in IN_OUTBOX]
        lines = [Line("head:inbox", tr("rail", "Inbox"), is_head=True)]
        for view in (MINE, UNASSIGNED, TEAM, MENTIONS, SNOOZED, WAITING, SENT, DONE):
            number = counts.get(view.id, 0)
            shown = number if view.shows_count and (number or view is MINE) else None
            calls = view is MENTIONS and number > 0
            lines.append(Line(view.id, name_of(view), _ICONS[view.id], view=view, count=shown, calls=calls))
        muted = counts.get(MUTED.id, 0)
        if muted:
            lines.append(Line(MUTED.id, name_of(MUTED), "bell-slash", view=MUTED, count=muted))
        if waiting:
            lines.append(Line(OUTBOX, tr("rail", "Outbox"), "tray", count=len(waiting)))
        saved = self._bridge.views()
        if saved:
            lines.append(Line("head:views", tr("rail", "Views"), is_head=True))
        for view in saved:
            number = counts.get(view.id, 0) if view.shows_count else 0
            icon = _ICONS.get(view.id, "funnel")
            own = view.owner is not None
            line = Line(view.id, name_of(view), icon, view=view, count=number or None, is_saved=True, is_private=own)
            lines.append(line)
        channels = self._channel_lines(counts)
        if channels:
            lines.append(Line("head:channels", tr("rail", "Channels"), is_head=True))
        lines += channels
        lines.append(Line("head:pages", tr("rail", "Pages"), is_head=True))
        lines.append(Line(LIBRARY, tr("rail", "Saved replies"), "lightning"))
        return lines

    def _channel_lines(self, counts: Mapping[str, int]) -> Sequence[Line]:
        """The rows of the channels. There may be hundreds: an act of a person moves their numbers, and no more."""
        standing = self._bridge.channels
        if self._told_of != standing:
            self._told_of = standing
            self._channels = list(self._made_of(standing, counts))
        for row, line in enumerate(self._channels):
            count = counts.get(line.id) or None
            if line.count != count:
                self._channels[row] = replace(line, count=count)
        return self._channels

    def _made_of(self, standing: Sequence[Channel], counts: Mapping[str, int]) -> Iterator[Line]:
        now = self._bridge.clock.now()
        # When they are made first what the bridge knows of them has just been read.
        is_first = not self._lines
        heard = {channel.id: channel for channel in (standing if is_first else self._bridge.cache.channels())}
        self.is_told_in_part = is_first and len(standing) > _SEEN_FIRST
        # Without network the banner says so once: the rows keep their numbers, for all of the work goes on.
        is_offline = all(channel.state is ChannelState.OFFLINE for channel in standing)
        for channel in standing[:_SEEN_FIRST] if is_first else standing:
            view = channel_view(channel.id)
            wrong = ""
            if not is_offline:
                after = behind_after(self._bridge.least_wait(channel))
                wrong = trouble(heard.get(channel.id, channel), now, after)
            name = channel.name if channel.platform == "demo" else channel.handle or channel.name
            count = counts.get(view.id) or None
            yield Line(view.id, name, mark=channel.mark, view=view, count=count, trouble=wrong)
