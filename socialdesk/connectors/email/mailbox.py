"""One mailbox over one connection at a time: keeps it open, finds mails in its folders, puts and moves them.

Whether a mail was read is left as it is: everything is fetched so that the server notes nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections import OrderedDict
from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from socialdesk.connectors.email import failures, imap, letters, mapping, threads
from socialdesk.connectors.email.imap import Folder, Imap, Listed
from socialdesk.connectors.email.imap_words import Word, as_set
from socialdesk.connectors.email.keys import Keys, with_key
from socialdesk.connectors.email.letters import Letter
from socialdesk.connectors.email.lines import Place, Trust
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.support.clock import Clock

INBOX = b"INBOX"
MOST_FOLDERS = 40
"""A mail is looked for in so many folders at most."""
_FIELDS = f"HEADER.FIELDS ({' '.join(one.upper() for one in letters.FIELDS)})"
"""The few headers that are read; what stands beside them, such as the ways a mail took, can be many times as long."""
_MOST_KEPT = 20_000
_DEEPEST_TRAIL = 10
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")
# Names that folders have where the server does not say what they are for (RFC 6154), without accents in them.
_ROLES = {
    "sent": (
        "\\sent",
        {"sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete elemente", "enviados"},
    ),
    "trash": ("\\trash", {"trash", "deleted items", "deleted messages", "bin", "papierkorb", "corbeille", "papelera"}),
    "junk": ("\\junk", {"junk", "spam", "junk e-mail", "bulk mail", "spamverdacht", "pourriel"}),
    "all": ("\\all", set[str]()),
    "drafts": ("\\drafts", {"drafts", "entwurfe", "brouillons", "borradores"}),
}


@dataclass(frozen=True, slots=True)
class Login:
    """What opens a mailbox."""

    place: Place
    user: str
    keys: Keys

    async def opened(self, trust: Trust) -> Imap:
        """A line of its own, signed in. Raises ConnectorError."""
        return await with_key(self.keys, lambda key: imap.opened(self.place, trust, self.user, key))


@dataclass(frozen=True, slots=True)
class Found:
    """A mail in a folder, by its headers."""

    folder: bytes
    uid: int
    letter: Letter
    arrived: datetime

    @property
    def remote_id(self) -> str:
        """Its name, wherever it lies."""
        return mapping.remote_id(self.letter, self.arrived)


class Mailbox:
    """The mailbox of one account."""

    def __init__(self, login: Login, trust: Trust, clock: Clock) -> None:
        self.login = login
        self._trust = trust
        self._clock = clock
        self._imap: Imap | None = None
        self._lock = asyncio.Lock()
        self._folders: list[Listed] = []
        self._roots: OrderedDict[str, str] = OrderedDict()
        self._known: OrderedDict[tuple[bytes, int, int], str] = OrderedDict()
        """By folder, validity and number, which mail lies there."""

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncGenerator[Imap]:
        """The connection, for one thing at a time. One that the server ended in the meantime is made anew."""
        async with self._lock:
            if self._imap is not None and self._imap.is_open:
                with contextlib.suppress(ConnectorError):
                    await self._imap.ask("NOOP")
            if self._imap is None or not self._imap.is_open:
                self._imap = await self.login.opened(self._trust)
                await self._imap.enable("QRESYNC")
                self._folders = await self._imap.list_folders()
            yield self._imap

    async def close(self) -> None:
        """Let go of the connection."""
        if self._imap is not None:
            await self._imap.close()
            self._imap = None

    def folder(self, role: str) -> bytes | None:
        """The folder that is there for something: inbox, sent, trash, junk, all or drafts; None where there is none."""
        if role == "inbox":
            return INBOX
        mark, names = _ROLES[role]
        marked = next((one.name for one in self._folders if mark in one.marks), None)
        if marked is not None:
            return marked
        return next((one.name for one in self._folders if _last_name(one) in names), None)

    def to_look_in(self, *, with_thrown_away: bool) -> list[bytes] | None:
        """The folders in which a mail may lie, the likeliest first; None where they are too many."""
        kept = self._likeliest(with_thrown_away=with_thrown_away)
        return kept if len(kept) <= MOST_FOLDERS else None

    def _likeliest(self, *, with_thrown_away: bool) -> list[bytes]:
        thrown = {self.folder(role) for role in ("trash", "junk", "drafts")}
        everything = self.folder("all")
        first = [INBOX, *(one for one in (self.folder("sent"),) if one)]
        others = [one.name for one in self._folders if not one.marks & {"\\noselect", "\\nonexistent"}]
        found = [*first, everything] if everything else [*first, *others]
        kept = [one for one in found if one not in thrown]
        if with_thrown_away:
            kept += [one for one in thrown if one is not None]
        return list(dict.fromkeys(kept))

    def note(self, folder: Folder, uid: int, remote: str) -> None:
        """Remember which mail lies where."""
        key = (folder.name, folder.validity, uid)
        self._known[key] = remote
        self._known.move_to_end(key)
        while len(self._known) > _MOST_KEPT:
            self._known.popitem(last=False)

    def known(self, folder: Folder, uid: int) -> str:
        """Which mail lies there, as far as that is remembered."""
        return self._known.get((folder.name, folder.validity, uid), "")

    def note_root(self, message_id: str, root: str) -> None:
        """Remember to which conversation a mail belongs."""
        if message_id:
            self._roots[message_id] = root
            while len(self._roots) > _MOST_KEPT:
                self._roots.popitem(last=False)

    async def headers(self, line: Imap, folder: Folder, uids: Sequence[int]) -> list[Found]:
        """The headers of some mails of the folder that is looked into."""
        found: list[Found] = []
        for uid, items in (await line.fetch(uids, f"(UID INTERNALDATE BODY.PEEK[{_FIELDS}])")).items():
            # Servers may write the names of the fields in other letters, or within quotes.
            name = next((one for one in items if one.startswith("BODY[HEADER.FIELDS")), "")
            letter = letters.read(data_of(items, name))
            one = Found(folder.name, uid, letter, arrived_at(items, self._clock.now()))
            self.note(folder, uid, one.remote_id)
            found.append(one)
        return found

    async def find(self, line: Imap, remote: str, folders: Iterable[bytes] | None = None) -> Found | None:
        """The mail of this name; of very many folders in the likeliest. The one it lies in is then looked into."""
        wanted = list(folders if folders is not None else self._likeliest(with_thrown_away=True)[:MOST_FOLDERS])
        remembered = [key for key, one in self._known.items() if one == remote]
        first = {name for name, *_ in remembered}
        for name in sorted(wanted, key=lambda one: one not in first):
            try:
                folder = await line.look_into(name)
                uids = [uid for at, validity, uid in remembered if (at, validity) == (name, folder.validity)]
                hit = await self._hit(line, folder, uids, remote)
                hit = hit or await self._hit(line, folder, (await self._search(line, remote))[-20:], remote)
            except ConnectorError:
                # A folder that nobody may look into holds no mail of ours; a line that broke is another matter.
                if not line.is_open:
                    raise
                continue
            if hit is not None:
                return hit
        return None

    async def _hit(self, line: Imap, folder: Folder, uids: Sequence[int], remote: str) -> Found | None:
        found = await self.headers(line, folder, uids)
        return next((one for one in found if one.remote_id == remote), None)

    async def missing(self, line: Imap, remotes: Sequence[str], folders: Iterable[bytes]) -> list[str]:
        """Which of these mails are in none of the folders; one folder after the other, as long as any is missing.

        None of them where a folder that matters could not be looked into just now: then nobody knows.
        """
        likeliest = {INBOX, self.folder("sent"), self.folder("all")}
        left: list[str] = list(dict.fromkeys(remotes))
        for name in folders:
            if not left:
                break
            try:
                folder = await line.look_into(name)
                wanted = set(left)
                places = {
                    uid: one
                    for (at, validity, uid), one in self._known.items()
                    if one in wanted and (at, validity) == (name, folder.validity)
                }
                there = await line.search(f"UID {as_set(list(places))}") if places else []
                present: set[str] = {places[uid] for uid in there if uid in places}
                for one in left:
                    if one not in present and await self._hit(line, folder, (await self._search(line, one))[-20:], one):
                        present.add(one)
            except ConnectorError as error:
                if not line.is_open:
                    raise
                if failures.is_for_now(error) or (error.failure.heals_itself and name in likeliest):
                    return []
                continue
            left = [one for one in left if one not in present]
        return left

    async def _search(self, line: Imap, remote: str) -> list[int]:
        message_id, arrived = mapping.message_id_of(remote), mapping.arrived_of(remote)
        if message_id:
            return await line.search("HEADER Message-ID", f"<{message_id}>".encode())
        if arrived is None:
            return []
        day = datetime.fromtimestamp(arrived, UTC)
        return await line.search(
            f"SINCE {imap_date(day - timedelta(days=1))} BEFORE {imap_date(day + timedelta(days=2))}"
        )

    async def by_message_id(self, line: Imap, message_id: str, folders: Iterable[bytes]) -> Found | None:
        """A mail by its Message-ID alone."""
        for name in folders:
            folder = await line.look_into(name)
            for one in await self.headers(
                line, folder, await line.search("HEADER Message-ID", f"<{message_id}>".encode())
            ):
                if one.letter.message_id == message_id:
                    return one
        return None

    async def root_of(self, line: Imap, letter: Letter, arrived: datetime, own: str) -> str:
        """The first mail of the conversation that a mail belongs to; "" where it begins one."""
        root, parent = threads.root_of(letter.message_id, list(letter.references), list(letter.in_reply_to))
        if parent:
            root = await self._root_of_parent(line, parent)
        elif root == letter.message_id and threads.says_answer(letter.subject):
            root = await self._by_subject(line, letter, arrived, own) or root
        self.note_root(letter.message_id, root)
        return root

    async def _root_of_parent(self, line: Imap, parent: str) -> str:
        """Up the trail, as far as the mailbox knows it: some programs name only the mail they answer."""
        for _ in range(_DEEPEST_TRAIL):
            if parent in self._roots:
                return self._roots[parent]
            there = [one for one in (INBOX, self.folder("sent")) if one]
            found = await self.by_message_id(line, parent, there)
            if found is None:
                return parent
            root, further = threads.root_of(parent, list(found.letter.references), list(found.letter.in_reply_to))
            if not further:
                return root
            parent = further
        return parent

    async def _by_subject(self, line: Imap, letter: Letter, arrived: datetime, own: str) -> str:
        """The one conversation of the last month with this person and subject; nothing where there are several."""
        base = threads.base_subject(letter.subject)
        other = letter.sender.address if letter.sender.address != own else next((one.address for one in letter.to), "")
        if len(base) < threads.PLAIN_SUBJECTS or not other or not base.isascii():
            return ""
        roots: set[str] = set()
        since = f"SINCE {imap_date(arrived - timedelta(days=30))}"
        for name in (one for one in (INBOX, self.folder("sent")) if one):
            folder = await line.look_into(name)
            uids = await line.search(f"{since} OR FROM", other.encode(), "TO", other.encode(), "SUBJECT", base.encode())
            for one in await self.headers(line, folder, uids[-20:]):
                is_same = threads.base_subject(one.letter.subject).casefold() == base.casefold()
                if is_same and one.arrived <= arrived and one.letter.message_id and one.letter.digest != letter.digest:
                    roots.add(
                        next(iter(one.letter.references), "")
                        or self._roots.get(one.letter.message_id, "")
                        or one.letter.message_id
                    )
        return roots.pop() if len(roots) == 1 else ""

    async def file_away(self, line: Imap, found: Found, name: bytes) -> None:
        """Move a mail into another folder."""
        await line.look_into(found.folder, to_change=True)
        if "MOVE" in line.can:
            await line.ask(f"UID MOVE {found.uid}", name)
            return
        await line.ask(f"UID COPY {found.uid}", name)
        await line.ask(rf"UID STORE {found.uid} +FLAGS.SILENT (\Deleted)")
        if "UIDPLUS" in line.can:
            await line.ask(f"UID EXPUNGE {found.uid}")

    async def note_answered(self, line: Imap, found: Found) -> None:
        """Let other mail programs show that it was answered."""
        await line.look_into(found.folder, to_change=True)
        await line.ask(rf"UID STORE {found.uid} +FLAGS.SILENT (\Answered)")

    async def expect(self, line: Imap, role: str) -> bytes:
        """The folder of a role. Raises ConnectorError where there is none."""
        self._folders = await line.list_folders()
        name = self.folder(role)
        if name is None:
            raise failures.folder_gone(role)
        return name


def _last_name(one: Listed) -> str:
    name = one.name.rsplit(one.divider, 1)[-1] if one.divider else one.name
    return name.decode("ascii", "replace").lower()


def imap_date(day: datetime) -> str:
    """A day as IMAP writes it."""
    return f"{day.day}-{_MONTHS[day.month - 1]}-{day.year}"


def data_of(items: dict[str, Word], name: str) -> bytes:
    """The bytes of an item of a FETCH."""
    value = items.get(name)
    return value if isinstance(value, bytes) else b""


def arrived_at(items: dict[str, Word], now: datetime) -> datetime:
    """When the server got a mail; what the mail itself says of its time may be anything."""
    found = _DATE.match(data_of(items, "INTERNALDATE").decode("ascii", "replace"))
    if found is None or found[2].title() not in _MONTHS:
        return now
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    ahead = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    try:
        at = datetime(
            int(year), _MONTHS.index(month.title()) + 1, int(day), int(hour), int(minute), int(second), tzinfo=UTC
        )
        return at - ahead
    except (ValueError, OverflowError):
        return now
