"""The sections that tell who somebody is elsewhere: accounts, what was joined, who may be the same, where they wait.

What is said here becomes a command at once and can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.context import words
from socialdesk.desktop.places.context.filling import Filling
from socialdesk.desktop.places.context.parts import Flow
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import at_name, one_line, safe_name
from socialdesk.model.contact import Account, Contact
from socialdesk.model.contact_command import ContactCommand, KeepContactsApart, MergeContacts, UnmergeContacts
from socialdesk.model.identifiers import ContactId
from socialdesk.model.thread import Thread
from socialdesk.store.people import Likely, MemoVersion, Merge
from socialdesk.support.ids import new_id

tr = QCoreApplication.translate
ACCOUNTS_SHOWN = 5
MERGES_SHOWN = 3
"""The newest ones: they are taken back first."""


@dataclass(frozen=True, slots=True)
class KnownOf:
    """What the sections show of a person, read at one moment."""

    accounts: tuple[Account, ...]
    merges: tuple[Merge, ...]
    likely: tuple[Likely, ...]
    elsewhere: tuple[Thread, ...]
    versions: tuple[MemoVersion, ...]


class Person(Protocol):
    """Whose sections these are."""

    @property
    def contact(self) -> Contact | None:
        """Who is shown."""
        ...

    def give(
        self, commands: Sequence[ContactCommand], label: str, back: Sequence[ContactCommand] | None = None
    ) -> None:
        """Give commands about the person so that they can be taken back as one."""
        ...

    def show_beside(self, thread: int) -> None:
        """Show another open thread of theirs beside this one."""
        ...

    def show_again(self) -> None:
        """Build the sections anew."""
        ...


class WhoElse:
    """The sections of one panel about the other places of its person."""

    def __init__(self, bridge: Bridge, zone: tzinfo | None, person: Person) -> None:
        self._bridge, self._zone, self._person = bridge, zone, person
        self.shows_all = False
        """Whether all accounts and joins are listed, not some of many."""

    def join(self, other: ContactId, evidence: Sequence[str], reason: str = "") -> None:
        """Say that another contact is the same person."""
        contact = self._person.contact
        known = self._bridge.cache.contact(other)
        if contact is None or known is None:
            return
        platform = self.platform(known.platform)
        command = MergeContacts(contact.id, other, new_id(), reason, tuple(evidence), platform)
        said = tr("context", "{name} on {platform} is the same person.")
        self._person.give([command], said.format(name=safe_name(known.name), platform=platform))

    def part(self, merge: Merge) -> None:
        """Say that two joined contacts are two people after all."""
        platform = self.platform(merge.other_platform)
        back = MergeContacts(merge.into, merge.other, new_id(), merge.reason, merge.evidence, platform)
        said = tr("context", "{name} is a contact of their own again.").format(name=safe_name(merge.other_name))
        self._person.give([UnmergeContacts(merge.into, merge.id)], said, [back])

    def platform(self, id_: str) -> str:
        """What a platform is called."""
        channel = next((one for one in self._bridge.channels if one.platform == id_), None)
        card = next((one for one in self._bridge.platforms if one.id == id_), None)
        if card is not None:
            return card.name
        return channel.name if channel is not None else id_

    def elsewhere(self, section: Filling, known: KnownOf) -> None:
        """Where else they wait for an answer."""
        now = self._bridge.clock.now()
        for thread in known.elsewhere:
            channel = self._bridge.channel(thread.channel_id)
            ago = words.span(now - thread.last_in_at) if thread.last_in_at is not None else ""
            where = channel.name if channel is not None else ""
            line = section.line(
                tr("context", "Also wrote on {channel}").format(channel=where),
                ago,
                partial(self._person.show_beside, thread.id),
                mark=channel.mark if channel is not None else "globe",
                is_boxed=True,
            )
            line.setToolTip(force.named(tr("context", "Show it beside this one"), "contact.beside"))

    def accounts(self, section: Filling, known: KnownOf) -> None:
        """Every account, and what was joined."""
        if len(known.accounts) > 1:
            section.head(tr("context", "Accounts"), QLocale().toString(len(known.accounts)))
            for account in known.accounts if self.shows_all else known.accounts[:ACCOUNTS_SHOWN]:
                said = at_name(safe_name(account.handle)) or safe_name(account.name)
                section.field(self.platform(account.platform), said)
        for merge in known.merges if self.shows_all else known.merges[:MERGES_SHOWN]:
            when = words.day(merge.at, self._bridge.clock.now(), self._zone, QLocale())
            why = " · ".join(part for part in (self._evidence(merge.evidence), one_line(merge.reason)) if part)
            said = tr("context", "Part from {name}").format(name=safe_name(merge.other_name))
            line = section.line(said, when, partial(self.part, merge), icon="link-break")
            who = merge.person_name or tr("context", "Somebody")
            line.setToolTip(tr("context", "Joined by {who}: {why}").format(who=who, why=why or "–"))
        more = max(len(known.accounts) - ACCOUNTS_SHOWN, 0) + max(len(known.merges) - MERGES_SHOWN, 0)
        if more and not self.shows_all:
            section.line(tr("context", "Show %n more", "", more), "", self._show_all, icon="caret-down")

    def _show_all(self) -> None:
        self.shows_all = True
        self._person.show_again()

    def likely(self, section: Filling, known: KnownOf) -> None:
        """Who may be the same person, with what speaks for it."""
        if not known.likely:
            return
        section.head(tr("context", "Perhaps the same person"))
        for one in known.likely:
            name = safe_name(one.contact.name)
            section.field(name, self.platform(one.contact.platform))
            section.label(self._evidence(one.evidence), 12, 400, "text3", wraps=True)
            row = Flow()
            join = Button(tr("context", "Join"), name=tr("context", "Join with {name}").format(name=name))
            apart = Button(
                tr("context", "Not the same"),
                Kind.GHOST,
                name=tr("context", "{name} is somebody else").format(name=name),
            )
            join.clicked.connect(lambda _=False, one=one: self.join(one.contact.id, one.evidence))
            apart.clicked.connect(lambda _=False, one=one: self._keep_apart(one.contact))
            row.addWidget(join)
            row.addWidget(apart)
            section.put(row)

    def _keep_apart(self, other: Contact) -> None:
        if self._person.contact is not None:
            said = tr("context", "{name} is somebody else.").format(name=safe_name(other.name))
            self._person.give([KeepContactsApart(self._person.contact.id, other.id)], said)

    def _evidence(self, found: Sequence[str]) -> str:
        said = {
            "handle": tr("context", "Same handle"),
            "name": tr("context", "Same full name"),
            "hand": tr("context", "Chosen by hand"),
        }
        return ", ".join(said[one] for one in found if one in said)
