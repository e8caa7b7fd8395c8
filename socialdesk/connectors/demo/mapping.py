"""Maps what is said in the demo world to events; pure."""

from __future__ import annotations

from datetime import timedelta

from socialdesk.connectors.demo.content import Table, content
from socialdesk.connectors.demo.world import BRAND, Said, World
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, MessagesSeenByContact, PostSeen
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind
from socialdesk.support.clock import to_ms


def brand(channel: str) -> Author:
    """The brand on a channel."""
    told = content()
    handle = str(told.channels[channel]["handle"])
    return Author(f"{channel}:{BRAND}", handle, str(told.workspace["name"]), is_own=True)


def contact_of(channel: str, thread: Table) -> Author:
    """Who a thread is with."""
    who = thread["contact"]
    return Author(f"{channel}:{who['handle']}", who["handle"], who["name"], followers=who.get("followers"))


def author_of(channel: str, thread: Table, said: Said) -> Author:
    """Who said something: the contact, somebody else of the audience, the brand, or a member for the brand."""
    if said.speaker == "contact":
        return contact_of(channel, thread)
    if said.speaker.startswith("@"):
        handle = said.speaker[1:]
        return Author(f"{channel}:{handle}", handle, said.name or handle)
    people = {person["key"]: person["name"] for person in content().workspace["people"]}
    own = brand(channel)
    return Author(own.remote_id, own.handle, people.get(said.speaker, own.name), is_own=True)


def to_events(channel: str, thread: Table, said: Said) -> list[Event]:
    """A message as events."""
    who = thread["contact"]
    events: list[Event] = [
        MessageSeen(
            remote_id=said.id,
            version="1" if said.edited_at is None else f"1.{to_ms(said.edited_at)}",
            thread_remote_id=said.thread,
            kind=Kind(thread["kind"]),
            author=author_of(channel, thread, said),
            contact=contact_of(channel, thread),
            text=said.text,
            created_at=said.at,
            edited_at=said.edited_at,
            permalink=f"https://demo.invalid/{channel}/{said.thread}",
            post_remote_id=thread.get("post"),
            language=said.language or who.get("language", ""),
            stars=thread.get("stars"),
            is_liked=said.is_liked,
            echo_key=said.key or None,
            attachments=tuple(Attachment("image", "", alt, "image/jpeg") for alt in said.pictures),
            shield=thread.get("shield", ""),
        )
    ]
    if said.is_seen:
        events.append(MessagesSeenByContact(said.thread, said.at))
    return events


def to_posts(channel: str, world: World) -> list[Event]:
    """The posts of a channel."""
    return [
        PostSeen(
            remote_id=post["key"],
            author=brand(channel),
            title=post["title"],
            text=post["text"],
            created_at=world.birth - timedelta(minutes=post["at"]),
            permalink=f"https://demo.invalid/{channel}/{post['key']}",
            counts=tuple((what, int(number)) for what, number in post["counts"].items()),
            picture=Attachment("image", "", str(post["picture"]), "image/png") if "picture" in post else None,
        )
        for post in content().posts.values()
        if post["channel"] == channel
    ]
