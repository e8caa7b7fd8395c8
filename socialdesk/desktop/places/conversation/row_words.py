"""Says rows in words: what is painted where nothing else stands, what readers hear, what goes to the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.conversation import media, post_card, post_words, words
from socialdesk.desktop.places.conversation.geometry import Geometry
from socialdesk.desktop.places.conversation.rows import Row, RowKind
from socialdesk.desktop.widgets import recipient_words
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.message import Happening, Message, Note
from socialdesk.model.post import Post

tr = QCoreApplication.translate


class RowWords:
    """The words of the rows of one conversation."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry

    def row(self, row: Row) -> str:
        """The row in words, for readers and for the clipboard."""
        scene = self._geometry.scene
        assert scene is not None
        match row.kind:
            case RowKind.DAY | RowKind.UNREAD | RowKind.NEW_MEANWHILE:
                return self.divider(row)
            case RowKind.OLDER:
                return tr("conversation", "Loading older")
            case RowKind.NEWER:
                return tr("conversation", "Loading newer")
            case RowKind.BEGINNING:
                if row.day is None:
                    return tr("conversation", "This is where the conversation begins.")
                return tr("conversation", "Nothing older is here: {channel} was read back to {day}.").format(
                    channel=scene.channel.name if scene.channel is not None else "",
                    day=words.day(row.day, scene.now(), scene.zone, scene.locale),
                )
            case RowKind.GAP:
                return self.gap(row)
            case RowKind.POST:
                assert row.post is not None
                return post_card.spoken(row.post, row.media[0] if row.media else None, self.about_post(row.post))
            case RowKind.HAPPENING | RowKind.FOLD:
                return self.event(row)[1]
            case RowKind.NOTE:
                assert isinstance(row.entry, Note)
                return tr("conversation", "Internal note of {name}, {time}. {text}").format(
                    name=plain_text(row.entry.person_name) or tr("conversation", "SocialDesk"),
                    time=words.exact(row.entry.created_at, scene.zone, scene.locale),
                    text=plain_text(row.entry.text),
                )
            case RowKind.MESSAGE:
                return self._spoken_message(row)

    def _spoken_message(self, row: Row) -> str:
        scene = self._geometry.scene
        message = row.entry
        assert scene is not None
        assert isinstance(message, Message)
        parts = [
            f"{plain_text(message.author_name)}, {words.exact(message.created_at, scene.zone, scene.locale)}.",
            recipient_words.whole(message.recipients) if message.recipients and not row.is_hidden else "",
            tr("conversation", "{stars} of 5 stars.").format(stars=row.stars) if row.stars is not None else "",
            plain_text(message.text),
            *self._spoken_media(row, message),
            words.marks(message, scene.clock),
        ]
        if row.tells_fate and (line := self._geometry.line_of(message)) is not None:
            parts.append(line.sentence)
        return " ".join(part for part in parts if part)

    @staticmethod
    def _spoken_media(row: Row, message: Message) -> Iterator[str]:
        for at, one in enumerate(message.attachments):
            yield media.said_of(one, row.media[at] if at < len(row.media) else None)[1]

    def divider(self, row: Row) -> str:
        """What stands in the line between two days, or above what is new."""
        scene = self._geometry.scene
        assert scene is not None
        if row.kind is RowKind.UNREAD:
            unread = tr("conversation", "Unread", "the line above the first unread message")
            if row.day is None:
                return unread
            return f"{words.day(row.day, scene.now(), scene.zone, scene.locale)} · {unread}"
        if row.kind is RowKind.NEW_MEANWHILE:
            return tr("conversation", "New while you were writing")
        assert row.day is not None
        return words.day(row.day, scene.now(), scene.zone, scene.locale)

    def event(self, row: Row) -> tuple[str, str, str]:
        """(icon, sentence, time) of an event or of several folded ones."""
        scene = self._geometry.scene
        assert scene is not None
        if row.kind is RowKind.FOLD:
            return (
                "dots-three",
                tr("conversation", "%n event(s)", "what was done in the team", len(row.folded)),
                tr("conversation", "Hide") if row.is_open else tr("conversation", "Show"),
            )
        assert isinstance(row.entry, Happening)
        icon = words.HAPPENING_ICONS.get(row.entry.what, "dot-outline")
        return icon, plain_text(words.happening(row.entry, scene.by_name)), scene.clock(row.entry.at)

    def gap(self, row: Row) -> str:
        """Between which moments something may be missing."""
        scene = self._geometry.scene
        assert scene is not None
        assert row.gap is not None
        assert row.gap.start is not None
        assert row.gap.end is not None
        said = tr("conversation", "{channel} could not be read {from} to {to}; something may be missing")
        return (
            said.replace("{channel}", scene.channel.name if scene.channel is not None else "")
            .replace("{from}", self._moment(row.gap.start))
            .replace("{to}", self._moment(row.gap.end))
        )

    def _moment(self, at: datetime) -> str:
        scene = self._geometry.scene
        assert scene is not None
        return f"{words.day(at, scene.now(), scene.zone, scene.locale)} {scene.clock(at)}"

    def about_post(self, post: Post) -> str:
        """When a post was written and how it was received."""
        scene = self._geometry.scene
        assert scene is not None
        return post_words.facts(post, scene.now(), scene.zone, scene.locale)
