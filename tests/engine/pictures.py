"""Messages with pictures for tests of the engine, and what is known of them afterwards."""

from __future__ import annotations

from datetime import timedelta

from socialdesk.model.command import ConsentToMedia
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen, PostSeen
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind
from socialdesk.store.attachments import Shown, shown
from tests.engine.desk_work import NOON, Place
from tests.engine.standin import ANN


def said(id_: str, *pictures: Attachment, author: Author = ANN, thread: str = "t1", version: str = "1") -> MessageSeen:
    """A message with pictures."""
    return MessageSeen(
        remote_id=id_,
        version=version,
        thread_remote_id=thread,
        kind=Kind.DM,
        author=author,
        contact=author,
        text=f"What is this? {id_}",
        created_at=NOON - timedelta(minutes=10),
        permalink="",
        attachments=pictures,
    )


def image(url: str, **more: object) -> Attachment:
    # Whatever a test names goes on as it is.
    return Attachment("image", url, "A test", "image/png", None, **more)  # type: ignore[arg-type]


async def read(place: Place, *messages: MessageSeen | PostSeen, consent: bool = True) -> None:
    """Connect where nothing is yet, let the messages come."""
    if not place.engine.cache.channels():
        await place.connect()
        if consent:
            await place.do(ConsentToMedia(1, on=True))
    place.platform.pages.append((messages, "1", False))
    await place.read()


def states(place: Place) -> dict[int, Shown]:
    """How every picture stands, by the number of its message."""
    ids = [MessageId(row[0]) for row in place.engine.cache.ask("SELECT id FROM message")]
    return {message: one for (message, _), one in shown(place.engine.cache, ids).items()}


async def fetch(place: Place) -> int:
    return await place.engine.media.fetch_all(timedelta(hours=1))
