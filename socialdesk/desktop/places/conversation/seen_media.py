"""The pictures of the open thread: which are here, which are asked for, which of a kept thread were uncovered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pictures import OWN
from socialdesk.desktop.places.conversation.kept import covered, covered_one
from socialdesk.desktop.places.conversation.rows import Row, with_media
from socialdesk.desktop.places.conversation.viewer import Viewed, Viewer
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.command import ConsentToMedia, Reply, ShowMedia
from socialdesk.model.identifiers import CommandId, MessageId, PostId
from socialdesk.model.media import MediaState
from socialdesk.model.message import Direction, Entry, Message
from socialdesk.model.post import Post
from socialdesk.model.thread import Thread
from socialdesk.store.attachments import Shown, consents, shown, shown_of_post


class SeenMedia:
    """What of the pictures of one conversation is shown, and what was asked for."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._asked: set[MessageId] = set()
        self._uncovered: frozenset[MessageId] = frozenset()
        self._asked_posts: set[PostId] = set()
        self._uncovered_post: PostId | None = None

    def cover(self) -> None:
        """Cover what was uncovered of a kept thread."""
        self._uncovered = frozenset()
        self._uncovered_post = None

    def put_in(self, rows: tuple[Row, ...], entries: Sequence[Entry], thread: Thread) -> tuple[Row, ...]:
        """The rows with their pictures, as far as those may be shown; asks for what is wanted always."""
        rows = tuple(self._with_picture(row, row.post, thread) if row.post is not None else row for row in rows)
        carrying = [one.id for one in entries if isinstance(one, Message) and one.attachments]
        if not carrying:
            return rows
        found = shown(self._bridge.cache, carrying) | self._own(entries)
        if thread.is_shielded:
            return with_media(rows, covered(found, self._uncovered), may_always=False)
        if self._bridge.settings.flag("media.cover"):
            theirs = {one.id for one in entries if isinstance(one, Message) and one.direction is Direction.IN}
            kept = covered({key: one for key, one in found.items() if key[0] in theirs}, self._uncovered)
            return with_media(rows, found | kept, may_always=False)
        may_always = not consents(self._bridge.cache, thread.channel_id)
        if not may_always:
            self.ask([message for (message, _), one in found.items() if one.state is MediaState.ASKED])
        return with_media(rows, found, may_always=may_always)

    def _with_picture(self, row: Row, post: Post, thread: Thread) -> Row:
        """The card of a post with its picture; what a stranger published is covered where strangers' pictures are."""
        found = shown_of_post(self._bridge.cache, post.id)
        if found is None:
            return row
        if found.state is MediaState.ASKED and consents(self._bridge.cache, thread.channel_id):
            self._ask_of_post(post.id)
        is_covered = thread.is_shielded or self._bridge.settings.flag("media.cover")
        if is_covered and not post.is_own and post.id != self._uncovered_post:
            found = covered_one(found)
        return replace(row, media=(found,))

    def _ask_of_post(self, post: PostId, *, again: bool = False) -> None:
        if again or post not in self._asked_posts:
            self._asked_posts.add(post)
            self._bridge.pictures.look_again()
            self._bridge.submit.order(ShowMedia((), (post,)))

    def take_of_post(self, row: Row, window: QWidget) -> None:
        """Show the picture of a post large, or have it fetched where it is not here."""
        if row.post is None or not row.media:
            return
        (one,) = row.media
        if one.state is MediaState.OK:
            Viewer(window, self._bridge.pictures, [Viewed(one.sha256, plain_text(one.alt))], 0)
            return
        self._uncovered_post = row.post.id
        known = shown_of_post(self._bridge.cache, row.post.id)
        if known is not None and known.state is not MediaState.OK:
            self._ask_of_post(row.post.id, again=True)

    def _own(self, entries: Sequence[Entry]) -> dict[tuple[MessageId, int], Shown]:
        """Our own pictures, as they left from here: nothing is asked of a network for them."""
        found: dict[tuple[MessageId, int], Shown] = {}
        pending = {one.id: one.command for one in self._bridge.submit.pending}
        for one in entries:
            if not isinstance(one, Message) or one.command_id is None or not one.attachments:
                continue
            command = CommandId(one.command_id)
            given = pending.get(command)
            outbound = self._bridge.cache.outbound(command) if not isinstance(given, Reply) else None
            sent = given.pictures if isinstance(given, Reply) else outbound.pictures if outbound is not None else ()
            for at, picture in enumerate(sent):
                if self._bridge.outgoing.has(picture.id):
                    key = f"{OWN}{picture.id}"
                    found[one.id, at] = Shown(MediaState.OK, "", key, picture.width, picture.height)
        return found

    def show(self, message: MessageId) -> None:
        """Somebody wants to see the pictures of a message."""
        self._uncovered |= {message}
        self.ask([message], again=True)

    def show_always(self, message: MessageId, thread: Thread) -> None:
        """Somebody wants to see the pictures of a channel from now on."""
        self._bridge.submit.order(ConsentToMedia(thread.channel_id, on=True))
        self.ask([message], again=True)

    def ask(self, messages: list[MessageId], *, again: bool = False) -> None:
        """Have pictures fetched, of each message once unless somebody asks again."""
        wanted = tuple(dict.fromkeys(one for one in messages if again or one not in self._asked))
        if wanted:
            self._asked |= set(wanted)
            self._bridge.pictures.look_again()
            self._bridge.submit.order(ShowMedia(wanted))

    def view(self, row: Row, message: Message, place: int, window: QWidget) -> None:
        """Show the pictures of a message large, from one of them on."""
        there = [
            (at, Viewed(one.sha256, plain_text(part.alt)))
            for at, (part, one) in enumerate(zip(message.attachments, row.media, strict=False))
            if one.state is MediaState.OK
        ]
        begin = next((number for number, (at, _) in enumerate(there) if at == place), 0)
        if there:
            Viewer(window, self._bridge.pictures, [one for _, one in there], begin)
