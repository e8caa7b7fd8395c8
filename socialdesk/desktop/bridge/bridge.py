"""Everything a place of the desktop may use: what to read from, where to give acts, whom to follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from socialdesk.desktop.bridge.follow import Follow
from socialdesk.desktop.bridge.overlay import Overlay
from socialdesk.desktop.bridge.submit import Submit
from socialdesk.desktop.bridge.tasks import Tasks
from socialdesk.desktop.settings.values import Settings
from socialdesk.model.channel import Access, Channel
from socialdesk.model.identifiers import ChannelId, ContactId, PersonId, ThreadId
from socialdesk.model.person import Person
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.view import View
from socialdesk.store.cache import Cache, Changes
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import Clock
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.beside import Beside
    from socialdesk.desktop.bridge.emoji_names import EmojiNames
    from socialdesk.desktop.bridge.many import Many
    from socialdesk.desktop.bridge.outgoing import Outgoing
    from socialdesk.desktop.bridge.pictures import Pictures
    from socialdesk.desktop.bridge.shelf import Shelf
    from socialdesk.desktop.bridge.spelling import Spelling
    from socialdesk.model.capability import Capabilities
    from socialdesk.model.command import Given
    from socialdesk.model.contact import Contact
    from socialdesk.model.way import Way


class AccessWords(Protocol):
    """One thing a sign-in may allow, in words."""

    @property
    def key(self) -> str:
        """Its name in what a connector tried."""
        ...

    @property
    def words(self) -> str:
        """What it allows; "{handle}" stands for the account."""
        ...

    @property
    def why(self) -> str:
        """What it is for."""
        ...

    @property
    def missing(self) -> str:
        """What does not work without it."""
        ...

    @property
    def mend(self) -> str:
        """How to get it."""
        ...


@value_class(frozen=True, slots=True)
class PlatformCard:
    """What the connect wizard shows of a platform; handed in, since the desktop knows no connector."""

    id: str
    name: str
    mark: str
    reads: tuple[str, ...]
    needs: str
    by_kind: dict[Kind, Capabilities]
    ways: tuple[Way, ...] = ()
    access: tuple[AccessWords, ...] = ()
    lasts: str = ""
    words: dict[str, dict[str, str]] = field(default_factory=dict[str, "dict[str, str]"])
    """By language what its texts are in it, where it brings that itself."""
    least_wait: timedelta | None = None
    """How often it is read at most."""
    not_yet: str = ""
    """Why it cannot be connected yet, as a sentence; "" where it can."""
    broken: str = ""
    """What is wrong with its connector, in the words of the program; "" where nothing is."""
    is_ours: bool = True
    """Whether its connector comes with SocialDesk."""
    hosts: tuple[str, ...] = ()
    """The addresses its connector speaks to."""
    reach: str = ""
    """What it may reach, in a form to be compared with what was allowed."""
    ended_there: str = ""
    """Where a person ends the access for good, as a sentence, where disconnecting here cannot."""


class Bridge(QObject):
    """The doors, with the few small tables that everybody needs kept at hand."""

    people_changed = Signal()
    policy_changed = Signal()
    erased = Signal(object, object)
    """The id of a contact who is forgotten for good and the ids of their threads: what is being written to and about
    them is kept no more."""
    closing = Signal()
    """The files are let go of: what would still read them must not, and what works beside comes to its end.

    A thread that told what it found to one that is being deleted would fail, or end the program.
    """

    def __init__(
        self,
        unlocked: Unlocked,
        cache: Cache,
        desk: Desk,
        clock: Clock,
        platforms: tuple[PlatformCard, ...] | Callable[[], tuple[PlatformCard, ...]],
        *,
        is_demo: bool,
    ) -> None:
        super().__init__()
        self.unlocked = unlocked
        self.cache = cache
        self.desk = desk
        self.clock = clock
        self._platforms = platforms
        self.is_demo = is_demo
        self.is_painted = True
        """False until the first frame is on the screen: nothing is read beside it before."""
        self.tasks = Tasks()
        self._channels: dict[ChannelId, Channel] = {}
        self._connected: tuple[tuple[Given, ...], tuple[Channel, ...]] | None = None
        """The connected channels, as they were told last with what was pending then."""
        self._able: dict[tuple[ChannelId, Kind], Capabilities] | None = None
        """What channels can do by the word of their own servers; None until it is asked for."""
        self._people: dict[PersonId, Person] = {}
        self._counts: Mapping[str, int] | None = None
        self._chips_of = ""
        """The counters as they were told last: one act asks for them several times."""
        self.policy = cache.reply_policy()
        """Opening hours and targets, as they count."""
        self.triage = cache.triage_policy()
        """What moves threads in the queue, as it counts."""
        self._reload()
        self.submit = Submit(
            desk,
            clock,
            lambda: self.me,
            self._poke,
            lambda: self.policy,
            triage=lambda: self.triage,
            outbound=cache.outbound,
        )
        self.follow = Follow(cache, desk, self.submit, unlocked.workspace)
        # Before whoever shows counts: they ask for them when they hear of it.
        self.overlay = Overlay(cache, self.submit, lambda: self.me, self.views)
        self.submit.given.connect(self.overlay.on_given)
        self.submit.retired.connect(self.overlay.spoil)
        self.submit.given.connect(self._forget_counts)
        self.submit.retired.connect(self._forget_counts)
        self.follow.changed.connect(self._on_changed)

    @cached_property
    def platforms(self) -> tuple[PlatformCard, ...]:
        """What can be connected; found when it is first asked for: many small files."""
        return self._platforms() if callable(self._platforms) else self._platforms

    @cached_property
    def settings(self) -> Settings:
        """What a person set."""
        return Settings(self.desk, self)

    @cached_property
    def pictures(self) -> Pictures:
        """What came with messages, as far as it is here."""
        from socialdesk.desktop.bridge.pictures import Pictures

        return Pictures(self.unlocked, self)

    @cached_property
    def emoji(self) -> EmojiNames:
        """Finds emoji by name, and those used last; made when the first is asked for."""
        from socialdesk.desktop.bridge.emoji_names import EmojiNames

        emoji = EmojiNames(self.desk, self)
        self.closing.connect(emoji.wait)
        return emoji

    @cached_property
    def spelling(self) -> Spelling:
        """Which words are spelt wrongly."""
        from socialdesk.desktop.bridge.spelling import Spelling

        spelling = Spelling(self.desk, parent=self)
        self.closing.connect(spelling.wait)
        return spelling

    @cached_property
    def beside(self) -> Beside:
        """What is read beside the window."""
        from socialdesk.desktop.bridge.beside import Beside

        beside = Beside(self.unlocked, self)
        beside.failed.connect(self.submit.failed)
        beside.waits = not self.is_painted
        return beside

    def on_painted(self) -> None:
        """The first frame is on the screen."""
        self.is_painted = True
        if self.has_read_beside:
            self.beside.begin()

    @property
    def has_read_beside(self) -> bool:
        """Whether anything was ever asked of `beside`."""
        return "beside" in self.__dict__

    @cached_property
    def many(self) -> Many:
        """The way of acts on very many threads."""
        from socialdesk.desktop.bridge.many import Many

        return Many(self)

    def rest(self) -> None:
        """Finish what goes on beside the window."""
        if "many" in self.__dict__:
            self.many.close()
        if self.has_read_beside:
            self.beside.close()

    def close(self) -> None:
        """Let go of the files. Nobody reads them any more, not even a part that never came to stand in the window."""
        self.closing.emit()
        if "pictures" in self.__dict__:
            self.pictures.close()
        self.cache.close()
        self.desk.close()

    @cached_property
    def outgoing(self) -> Outgoing:
        """The pictures on their way into drafts."""
        from socialdesk.desktop.bridge.outgoing import Outgoing

        return Outgoing(self.unlocked, self.desk, self.cache, self.clock, self)

    @cached_property
    def shelf(self) -> Shelf:
        """The library of saved replies, read as far as it changed."""
        from socialdesk.desktop.bridge.shelf import Shelf

        shelf = Shelf(self.cache, self.follow, self)
        self.closing.connect(shelf.rest)
        return shelf

    @property
    def me(self) -> PersonId:
        """The member who sits here."""
        return next((person.id for person in self._people.values() if person.is_me), PersonId(0))

    def works_on(self, day: date) -> bool:
        """Whether the team is there on a day."""
        return self.policy.works_on(day)

    def person(self, id_: PersonId | None) -> Person | None:
        """A member of the team by id; None for nobody, and for who is not known."""
        return self._people.get(id_) if id_ is not None else None

    @property
    def people(self) -> tuple[Person, ...]:
        """The team, me first."""
        return tuple(self._people.values())

    def channel(self, id_: ChannelId) -> Channel | None:
        """A channel, with what is pending on top."""
        found = self._channels.get(id_)
        return None if found is None else self._standing([found])[0]

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The connected channels, paused ones among them."""
        # Every act asks several times, and there may be hundreds.
        pending = tuple(self.submit.pending_of_no_thread)
        if self._connected is None or self._connected[0] != pending:
            known = self._standing(self._channels.values())
            self._connected = (pending, tuple(one for one in known if one.state.is_connected))
        return self._connected[1]

    @property
    def known_channels(self) -> tuple[Channel, ...]:
        """All channels, those that were disconnected among them: their threads are still here."""
        return self._standing(self._channels.values())

    def _standing(self, channels: Iterable[Channel]) -> tuple[Channel, ...]:
        pending = self.submit.pending_of_no_thread
        if not pending:
            return tuple(channels)
        from socialdesk.model.connecting import LeaveChannel, PauseChannel, fold_channel

        # Of all that is pending once, not once for each of hundreds of channels: every act asks this.
        folded: dict[int, Channel] = {one.id: one for one in channels}
        for given in pending:
            match given.command:
                case PauseChannel(channel=id_) | LeaveChannel(channel=id_) if id_ in folded:
                    folded[id_] = fold_channel(folded[id_], given.command, given.at)
                case _:
                    pass
        return tuple(folded.values())

    def access(self, id_: ChannelId) -> Access:
        """What the sign-in of a channel allows."""
        from socialdesk.store.access import accesses

        return accesses(self.cache).get(id_, Access())

    def least_wait(self, channel: Channel) -> timedelta | None:
        """How often the network of a channel is read at most; None while that was not looked up."""
        if "platforms" not in self.__dict__:
            return None  # the rail stands in the first frame, the manifests are many small files
        return next((one.least_wait for one in self.platforms if one.id == channel.platform), None)

    def capabilities(self, thread: Thread) -> Capabilities | None:
        """What can be done in a thread."""
        return self.able(thread.channel_id, thread.kind)

    def able(self, id_: ChannelId, kind: Kind) -> Capabilities | None:
        """What a channel can do in one kind of thread: by the word of its own server, else by that of its platform."""
        if self._able is None:
            from socialdesk.store.able import able

            self._able = able(self.cache)
        if (own := self._able.get((id_, kind))) is not None:
            return own
        channel = self.channel(id_)
        card = next((one for one in self.platforms if channel and one.id == channel.platform), None)
        return card.by_kind.get(kind) if card else None

    def thread(self, id_: ThreadId) -> Thread | None:
        """A thread as it looks here: with what is pending on top."""
        found = self.cache.thread(id_)
        return self.submit.folded(found) if found is not None else None

    def hides_name(self, thread: Thread) -> bool:
        """Whether the name of a contact is kept out of sight with what they wrote."""
        return thread.is_shielded and self.settings.flag("shield.names")

    def views(self) -> list[View]:
        """The saved views in their order, with what is pending here: a new one is in the rail at once."""
        kept = self.cache.views()
        pending = self.submit.pending_of_no_thread
        if not pending:
            return kept
        from socialdesk.model.saved_view import fold_views

        return fold_views(kept, pending, self.me)

    def contact(self, id_: ContactId) -> Contact | None:
        """A contact as it looks here: with what is pending on top."""
        found = self.cache.contact(id_)
        if found is None or not self.submit.pending_of_no_thread:
            return found
        from socialdesk.model.contact_command import ContactCommand, fold_contact

        for given in self.submit.pending_of_no_thread:
            if isinstance(given.command, ContactCommand) and given.command.contact == id_:
                found = fold_contact(found, given.command)
        return found

    def counts(self, view: View | None = None) -> Mapping[str, int]:
        """The counters of all views with what is pending here counted in, so that they move with the hand.

        Those of a view by status are among them for the `view` that was last asked for, which is the one shown.
        """
        if view is not None and view.id != self._chips_of:
            self._chips_of, self._counts = view.id, None
        if self._counts is None:
            counts = self.cache.counts(self._chips_of)
            chips = f"{self._chips_of}/"
            for key, by in self.overlay.counters().items():
                if "/" not in key or key.startswith(chips):
                    counts[key] = max(0, counts.get(key, 0) + by)
            self._counts = counts
        return self._counts

    def _forget_counts(self, _threads: object = ()) -> None:
        self._counts = None

    def _poke(self) -> None:
        self.follow.poke("commands")

    def _on_changed(self, changes: Changes) -> None:
        self._forget_counts()
        self.overlay.spoil(changes.threads)
        if changes.is_incomplete or changes.others & {"view", "person"}:
            self.overlay.spoil_all()
        if changes.others & {"channel", "person"}:
            self._reload()
        if "policy" in changes.others:
            self.policy = self.cache.reply_policy()
            self.policy_changed.emit()
        if "triage" in changes.others:
            self.triage = self.cache.triage_policy()
            self.policy_changed.emit()

    def _reload(self) -> None:
        self._channels = {one.id: one for one in self.cache.channels()}
        self._connected = None
        self._able = None
        self._people = {one.id: one for one in self.cache.people()}
        self.people_changed.emit()
