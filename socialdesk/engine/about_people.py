"""Makes what a team said of a person so: gets a command, changes rows, or gives a sentence why it cannot be."""

from __future__ import annotations

from socialdesk.model.command import Given
from socialdesk.model.contact import Contact
from socialdesk.model.contact_command import (
    ContactCommand,
    KeepContactsApart,
    MergeContacts,
    SetContactVip,
    UnmergeContacts,
    WriteMemo,
    fold_contact,
    wrong_with,
)
from socialdesk.store.change import Change
from socialdesk.store.change.people import CannotPart

_GONE = "This contact is no longer in the workspace."


def apply(change: Change, given: Given, command: ContactCommand) -> str:
    """Do it; gives "" or, when nothing was done, why and what to do."""
    wrong = wrong_with(command)
    if wrong:
        return wrong
    contact = _shown(change, change.find_contact(command.contact))
    if contact is None:
        return _GONE
    match command:
        case MergeContacts():
            return _merge(change, given, command, contact)
        case UnmergeContacts(merge=merge) if change.merged_threads_since(merge):
            return "Threads of theirs were put together since. Take these apart first, then part the two."
        case UnmergeContacts(merge=merge):
            try:
                other = change.part_contacts(merge, given.at)
            except CannotPart as why:
                return str(why)
            change.log_event(given.at, given.person, "contacts parted", str(contact.id), str(other))
        case KeepContactsApart(other=other, on=on):
            if change.find_contact(other) is None:
                return _GONE
            change.keep_apart(contact.id, other, on=on)
        case WriteMemo(text=text, based_on=based_on):
            if contact.memo not in (based_on, text):
                who = change.last_memo_by(contact.id)
                name = change.name_of(who) if who is not None else ""
                said = f"{name} changed the memo while you wrote." if name else "The memo was changed while you wrote."
                return f"{said} Yours is kept as a draft: read the new one, then save again."
            if contact.memo != text:
                change.write_memo(contact, command, given.person, given.at)
        case SetContactVip():
            change.say_of(fold_contact(contact, command))
        case _:
            change.describe_contact(fold_contact(contact, command))
    return ""


def _merge(change: Change, given: Given, command: MergeContacts, contact: Contact) -> str:
    other = _shown(change, change.find_contact(command.other))
    if other is None:
        return _GONE
    if other.id == contact.id:
        return "These two are one contact already."
    change.merge_contacts(contact, other, command, given.person, given.at)
    change.log_event(given.at, given.person, "contacts joined", str(contact.id), str(other.id))
    return ""


def _shown(change: Change, contact: Contact | None) -> Contact | None:
    """The contact that stands for one that was joined to another."""
    if contact is None or contact.merged_into is None:
        return contact
    return change.find_contact(contact.merged_into)
