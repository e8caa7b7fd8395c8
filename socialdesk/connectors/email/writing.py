"""Composes an answer: gets the mail that is answered and what is said, gives bytes that any mail server takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from socialdesk.connectors.email import threads
from socialdesk.connectors.email.charsets import clean
from socialdesk.connectors.email.failures import mail_gone
from socialdesk.connectors.email.letters import Letter, Person
from socialdesk.connectors.email.mapping import recipient
from socialdesk.connectors.kit.contract import Picture
from socialdesk.model.message import Place, Recipient

_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]\\\x00-\x20\x7f]+@[^\s<>@,;:\"()\[\]\\\x00-\x20\x7f]+")
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}


@dataclass(frozen=True, slots=True)
class Written:
    """A mail that is ready to go."""

    to: tuple[str, ...]
    """Everybody it goes to, as servers write them; whom it is meant for first."""
    data: bytes


def answer(
    parent: Letter,
    own: Person,
    key: str,
    text: str,
    now: datetime,
    *,
    pictures: Sequence[Picture] = (),
    recipients: Sequence[Recipient] = (),
    is_automatic: bool = False,
) -> Written:
    """An answer to `parent`. `key` is its Message-ID. Raises ConnectorError where nobody is there to send it to.

    With `recipients` it goes to just these; else to the writer alone.
    """
    to = [Person(one.address, one.name) for one in recipients if one.place is not Place.CC]
    cc = [Person(one.address, one.name) for one in recipients if one.place is Place.CC]
    if not recipients and (writer := recipient(parent, own.address)) is not None:
        to = [writer]
    if not to or not all(_ADDRESS.fullmatch(one.address) for one in (*to, *cc)):
        raise mail_gone()
    to, cc = ([Person(on_the_wire(one.address), one.name) for one in some] for some in (to, cc))
    everybody = tuple(dict.fromkeys(one.address for one in (*to, *cc)))
    own_address = on_the_wire(own.address)
    is_wide = not all(one.isascii() for one in (*everybody, own_address))
    mail = EmailMessage(policy=SMTPUTF8 if is_wide else SMTP.clone(cte_type="7bit"))
    mail["From"] = _person(own.name, own_address)
    mail["To"] = [_person(one.name, one.address) for one in to]
    if cc:
        mail["Cc"] = [_person(one.name, one.address) for one in cc]
    mail["Subject"] = clean(threads.answer_subject(parent.subject)).replace("\n", " ")[:900]
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{key}>"
    trail = threads.answering(list(parent.references), list(parent.in_reply_to), parent.message_id)
    if parent.message_id:
        mail["In-Reply-To"] = f"<{parent.message_id}>"
    if trail:
        mail["References"] = " ".join(f"<{one}>" for one in trail)
    if is_automatic:
        # RFC 3834: whoever answers by itself knows by this that nobody is there.
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(clean(text).rstrip("\n") + "\n")
    for place, one in enumerate(pictures, 1):
        kind, _, subtype = one.media_type.partition("/")
        name = f"picture-{place}.{_ENDINGS.get(one.media_type, 'img')}"
        mail.add_attachment(one.data, maintype=kind, subtype=subtype, filename=name)
        if one.alt:
            list(mail.iter_attachments())[-1]["Content-Description"] = " ".join(clean(one.alt).split())[:500]
    return Written(everybody, mail.as_bytes())


def on_the_wire(address: str) -> str:
    """An address as servers write it: a name of a host in other letters has a form in plain ones (IDNA)."""
    local, _, host = address.rpartition("@")
    try:
        return f"{local}@{host if host.isascii() else host.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address


def _person(name: str, address: str) -> Address:
    local, _, host = address.rpartition("@")
    return Address(_name(name), local, host)


def _name(name: str) -> str:
    return " ".join(clean(name).split())[:200]
