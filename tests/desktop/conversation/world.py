"""A small workspace in real files, with the engine's side played by hand: one contact, one colleague, one thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from socialdesk.desktop.bridge.bridge import Bridge, PlatformCard
from socialdesk.model.capability import Capabilities, Level, TextLimit, TextUnit
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import Reply
from socialdesk.model.contact import Author, Contact
from socialdesk.model.delivery import Delivery
from socialdesk.model.fold import fold_message
from socialdesk.model.identifiers import ChannelId, MessageId, PersonId, SavedReplyId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.store import protection
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.support.clock import HandClock
from socialdesk.support.paths import Workspace

NOW = datetime(2026, 6, 17, 16, 43, tzinfo=UTC)
EXPRESS = SavedReply(
    SavedReplyId(1),
    "express",
    "Parcel stuck, express resend",
    "Delivery",
    (
        (
            "fr",
            "Bonjour {first name}, la commande {order} est bloquée. Un colis arrive {jour de livraison: date}.",
        ),
        ("en", "Hello {first name}, your order {order} is stuck. A new parcel arrives {day of delivery: date}."),
    ),
    64,
)
EXPIRES = SavedReply(
    SavedReplyId(2), "expires", "Voucher about to expire", "Orders", (("en", "It ends {end date: date}."),), 18
)
SORRY = SavedReply(SavedReplyId(3), "sorry", "Sorry for the wait", "Delivery", (("en", "Sorry for the wait."),), 90)
SIZE = SavedReply(
    SavedReplyId(4),
    "size",
    "Which size",
    "Sizing",
    (("en", "I would take {size: choice(the larger, the smaller)} of {shop: choice(Lyon, Ghent)}."),),
    5,
)


class World:
    """One workspace, its desktop's bridge, and what the engine would write."""

    def __init__(self, folder: Path, *, most: int = 1000, window: timedelta | None = timedelta(hours=24)) -> None:
        self.clock = HandClock(NOW)
        self.unlocked = protection.create(Workspace(folder), "Atelier Nord", protection.Protection.PLAIN)
        paths = self.unlocked.workspace
        self.cache = Cache(paths.cache, None, write=True)
        able = Capabilities(
            TextLimit(TextUnit.GRAPHEMES, most), {"reply": Level.FULL, "like": Level.FULL}, reply_window=window
        )
        with self.cache.change() as change:
            self.maya = change.put_person(Person(PersonId(0), "Maya Benali", is_me=True))
            self.lea = change.put_person(Person(PersonId(0), "Léa Marchand"))
            self.channel = change.put_channel(
                Channel(ChannelId(0), "demo", "instagram", "Instagram", "ateliernord", "own", "", ChannelState.LIVE),
                connected_at=NOW - timedelta(days=30),
                clocks_from=None,
                history_days=30,
            )
            for reply in (EXPRESS, EXPIRES, SORRY, SIZE):
                change.put_saved_reply(replace(reply, id=SavedReplyId(0)))
        self.desk = Desk(paths.desk, None, write=True)
        card = PlatformCard("demo", "Demo", "demo", (), "", dict.fromkeys(Kind, able))
        self.bridge = Bridge(
            self.unlocked,
            Cache(paths.cache, None, write=False),
            self.desk,
            self.clock,
            (card,),
            is_demo=True,
        )
        self.thread = self.begin("Camille Roussel")

    def close(self) -> None:
        """Let go of the files."""
        self.bridge.close()
        self.cache.close()
        self.desk.close()

    def begin(self, name: str, kind: Kind = Kind.DM, **more: object) -> Thread:
        """A thread with somebody, without a word in it."""
        handle = name.lower().replace(" ", ".")
        at = NOW - timedelta(days=4)
        with self.cache.change() as change:
            contact = change.put_contact("demo", Author(handle, handle, name, followers=2140))
            self.describe(change.contact(contact.id), change)
            thread = Thread(
                ThreadId(0), self.channel.id, kind, f"t-{handle}", "", contact.id, name, handle, Status.OPEN, at,
                None, None, None, None, language="fr", assignee_id=self.maya.id, tags=("Delivery", "Order 48213"),
            )  # fmt: skip
            return change.put_thread(replace(thread, **more))

    def describe(self, contact: Contact, change: object) -> None:
        """What the team knows of a contact; a test may tell more."""

    def says(
        self, text: str, ago: timedelta = timedelta(minutes=5), thread: Thread | None = None, **more: object
    ) -> Message:
        """The contact writes."""
        return self._put(Direction.IN, text, ago, thread or self.thread, None, **more)

    def answers(self, text: str, by: Person, ago: timedelta = timedelta(minutes=4), **more: object) -> Message:
        """A member's answer arrives on the platform."""
        return self._put(Direction.OUT, text, ago, self.thread, by, **{"state": Delivery.SENT, **more})

    def _put(
        self, way: Direction, text: str, ago: timedelta, thread: Thread, by: Person | None, **more: object
    ) -> Message:
        with self.cache.change() as change:
            now = change.thread(thread.id)
            assert now is not None
            number = len(change.newer_messages(thread.id, MessageId(0))) + 1
            message = Message(
                MessageId(0), thread.id, f"{thread.remote_id}-{number}", way,
                "own" if by else thread.contact_handle, by.name if by else thread.contact_name, "", text,
                self.clock.now() - ago, person_id=by.id if by else None,
            )  # fmt: skip
            message = change.put_message(replace(message, **more), self.channel.id, "1", NOW)
            change.put_thread(fold_message(now, message))
        return message

    def told(self) -> None:
        """Let the desktop look at the journal, as a poke would."""
        self.bridge.follow.look()

    def replies(self) -> list[Reply]:
        """The answers on the desk."""
        return [one.command for one in self.desk.pending() if isinstance(one.command, Reply)]

    def store_replies(self, state: Delivery = Delivery.QUEUED, reason: str = "") -> list[Message]:
        """The engine applies every pending answer, and leaves it in this state."""
        stored: list[Message] = []
        for given in self.desk.pending():
            if not isinstance(given.command, Reply):
                continue
            with self.cache.change() as change:
                stored.append(
                    change.put_message(
                        Message(
                            MessageId(0), given.command.thread, None, Direction.OUT, "own", self.maya.name, "",
                            given.command.text, given.at, state=state, state_reason=reason,
                            not_before=given.command.not_before, command_id=given.id, person_id=given.person,
                        ),
                        self.channel.id,
                        "1",
                        NOW,
                    )
                )  # fmt: skip
                change.record_result(given.id, self.desk.id, given.seq, "accepted", "", NOW)
        return stored
