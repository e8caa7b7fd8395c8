"""Makes events of mails: names the mail, its conversation and the people in it. Pure; what must be asked comes in."""

from __future__ import annotations

import json
from datetime import datetime

from socialdesk.connectors.email import threads
from socialdesk.connectors.email.letters import Letter, Person, kind_of
from socialdesk.connectors.email.quoting import fold, without_armor
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.message import Attachment, Place, Recipient
from socialdesk.model.thread import Kind

PART = "mail-part:"
"""Before the number of a part, where other networks have an address."""
AUTOMATIC, UNDELIVERED, ENCRYPTED = "automatic", "undelivered", "encrypted"
"""Tags: rules can ask for them."""


def remote_id(letter: Letter, arrived: datetime) -> str:
    """The name of a mail, the same in whatever folder it lies: its Message-ID, else when it came; and its digest."""
    first = f"m:{letter.message_id}" if letter.message_id else f"t:{int(arrived.timestamp())}"
    return f"{first}#{letter.digest}"


def message_id_of(remote: str) -> str:
    """The Message-ID in the name of a mail; "" where it had none."""
    head = remote.rpartition("#")[0]
    return head[2:] if head.startswith("m:") else ""


def arrived_of(remote: str) -> int | None:
    """When a mail without Message-ID came, in seconds."""
    head = remote.rpartition("#")[0]
    return int(head[2:]) if head.startswith("t:") and head[2:].isdigit() else None


def to_message(
    letter: Letter,
    arrived: datetime,
    root: str,
    own: str,
    *,
    is_sent: bool = False,
    parts: tuple[Attachment, ...] | None = None,
) -> MessageSeen:
    """A mail as an event.

    `root` is the first mail of its conversation, `own` the address of the mailbox; `is_sent` for what lies in Sent.
    """
    is_own = is_sent or (letter.sender.address == own and not _from_form(letter, own))
    who = (
        Person(own, letter.sender.name) if is_own else letter.reply_to[0] if _from_form(letter, own) else letter.sender
    )
    contact = next((one for one in letter.to if one.address != own), Person("unknown@invalid")) if is_own else None
    return MessageSeen(
        remote_id=remote_id(letter, arrived),
        version="1",
        thread_remote_id=root or remote_id(letter, arrived),
        kind=Kind.DM,
        author=_author(who, is_own=is_own),
        text=words(letter),
        created_at=arrived,
        permalink="",
        contact=_author(contact) if contact is not None else None,
        language=letter.language,
        echo_key=letter.message_id or None if is_own else None,
        attachments=attachments(letter) if parts is None else parts,
        recipients=recipients(letter, own, is_sent=is_sent),
        tags=_tags(letter, is_own=is_own),
        raw=json.dumps({"id": letter.message_id, "date": letter.date, "from": letter.sender.address}),
    )


def is_answer(letter: Letter) -> bool:
    """Whether a mail answers another one."""
    has_trail = bool(letter.references or letter.in_reply_to)
    return (has_trail and not _forwards(letter.subject)) or threads.says_answer(letter.subject)


def words(letter: Letter) -> str:
    """What a mail says: its subject where it brings one, and its text without what it quotes."""
    text = fold(without_armor(letter.text), is_answer=is_answer(letter) and not letter.is_bounce)
    if threads.says_answer(letter.subject) and is_answer(letter):
        return text or letter.subject
    return "\n\n".join(one for one in (letter.subject, text) if one)


def recipient(letter: Letter, own: str) -> Person | None:
    """Whom an answer to a mail goes to: where it asks for answers, else its writer; of an own one whom it went to."""
    if letter.sender.address == own and not _from_form(letter, own):
        return next((one for one in letter.to if one.address != own), None)
    wanted = [*asked(letter, own), letter.sender]
    return wanted[0] if wanted[0].address else None


def asked(letter: Letter, own: str) -> list[Person]:
    """Where a mail asks for answers. A mailing list that asks for them itself would turn each into one to everybody."""
    addressed = {one.address for one in (*letter.to, *letter.cc)} if letter.is_automatic else set[str]()
    lists = {letter.list_address, *addressed}
    return [one for one in letter.reply_to if one.address not in lists and not _is_ours(one.address, letter, own)]


def recipients(letter: Letter, own: str, *, is_sent: bool = False) -> tuple[Recipient, ...]:
    """Whom a mail went to, with where it asks for answers; nothing where it went from one to one."""
    is_own = is_sent or (letter.sender.address == own and not _from_form(letter, own))
    found: dict[str, Recipient] = {}
    for place, some in ((Place.TO, letter.to), (Place.CC, letter.cc)):
        for one in some:
            is_ours = _is_ours(one.address, letter, own)
            found.setdefault(one.address, Recipient(place, one.address, one.name, is_ours))
    wanted = [] if is_own else asked(letter, own)
    others = {one.address for one in found.values() if not one.is_own} - ({letter.sender.address} - {own})
    if not letter.sender.address:
        return ()  # nobody could be answered
    if len(others) < (2 if is_own else 1) and len(wanted) < 2:
        return ()
    return (*found.values(), *(Recipient(Place.ASKED, one.address, one.name) for one in wanted))


def _is_ours(address: str, letter: Letter, own: str) -> bool:
    """Whether a mail to this address comes to this mailbox: its own, one with a word after a plus, one it came by."""
    local, _, host = address.partition("@")
    return address == own or f"{local.partition('+')[0]}@{host}" == own or address in letter.delivered_to


def attachments(letter: Letter) -> tuple[Attachment, ...]:
    """The files in a mail; none is fetched by this."""
    return tuple(
        Attachment(kind_of(one.media_type), f"{PART}{one.number}", one.name, one.media_type, one.size)
        for one in letter.parts
    )


def _tags(letter: Letter, *, is_own: bool) -> tuple[str, ...]:
    if letter.is_bounce:
        return (UNDELIVERED,)
    found = ((AUTOMATIC, letter.is_automatic), (ENCRYPTED, letter.is_encrypted))
    return () if is_own else tuple(tag for tag, is_so in found if is_so)


def _from_form(letter: Letter, own: str) -> bool:
    """Whether the own site sent it for somebody: from the own address, answers to another one."""
    return letter.sender.address == own and bool(letter.reply_to) and letter.reply_to[0].address != own


def _forwards(subject: str) -> bool:
    return not threads.says_answer(subject) and threads.base_subject(subject) != " ".join(subject.split())


def _author(person: Person, *, is_own: bool = False) -> Author:
    address = person.address or "unknown@invalid"
    return Author(address, address, person.name or address, is_own=is_own)
