"""Gives what a team can say about a person of the audience, as commands with what each does and how it is taken back.

Joining two contacts is decided here as well: what the joined one is, and what of it stays when they part again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, TypeAlias

from socialdesk.model.contact import Contact, FieldKind
from socialdesk.model.identifiers import ContactId


@dataclass(frozen=True, slots=True)
class SetContactVip:
    """Say that a person matters more than others, or with `on` False no longer."""

    name: ClassVar[str] = "set_contact_vip"
    contact: ContactId
    on: bool


@dataclass(frozen=True, slots=True)
class SetContactLanguage:
    """Say by hand which language a person reads, as a code such as "fr"; with "" it is told from what they write."""

    name: ClassVar[str] = "set_contact_language"
    contact: ContactId
    language: str


@dataclass(frozen=True, slots=True)
class SetContactPlace:
    """Say where a person lives, in words and as a time zone such as "Europe/Paris"; either may be empty."""

    name: ClassVar[str] = "set_contact_place"
    contact: ContactId
    location: str
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class SetContactField:
    """Add or change what is known of a person under a label; a new one goes to `place`, by default to the end."""

    name: ClassVar[str] = "set_contact_field"
    contact: ContactId
    label: str
    value: str
    kind: FieldKind = FieldKind.TEXT
    place: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveContactField:
    """Forget what is known of a person under a label."""

    name: ClassVar[str] = "remove_contact_field"
    contact: ContactId
    label: str


@dataclass(frozen=True, slots=True)
class WriteMemo:
    """Write the team's memo about a person. `based_on` is the text its writer began with; another one stops it."""

    name: ClassVar[str] = "write_memo"
    contact: ContactId
    text: str
    based_on: str


@dataclass(frozen=True, slots=True)
class MergeContacts:
    """Say that `other` is the same person as `contact`, which stays. `merge` names this act, to take it back by."""

    name: ClassVar[str] = "merge_contacts"
    contact: ContactId
    other: ContactId
    merge: str
    why: str = ""
    evidence: tuple[str, ...] = ()
    """Stable words for what spoke for it: handle, name, hand."""
    platform_name: str = ""
    """What the platform of `other` is called: it stands behind a field that both have with different values."""


@dataclass(frozen=True, slots=True)
class UnmergeContacts:
    """Take a merge back: both people are what they were, with what came to each since."""

    name: ClassVar[str] = "unmerge_contacts"
    contact: ContactId
    merge: str


@dataclass(frozen=True, slots=True)
class KeepContactsApart:
    """Say that two contacts are two people, so that joining them is not offered; with `on` False it is again."""

    name: ClassVar[str] = "keep_contacts_apart"
    contact: ContactId
    other: ContactId
    on: bool = True


ContactCommand: TypeAlias = (
    SetContactVip
    | SetContactLanguage
    | SetContactPlace
    | SetContactField
    | RemoveContactField
    | WriteMemo
    | MergeContacts
    | UnmergeContacts
    | KeepContactsApart
)
LONGEST_MEMO = 4_000
LONGEST_LABEL = 60
LONGEST_VALUE = 500


def fold_contact(contact: Contact, command: ContactCommand) -> Contact:
    """The contact after a command about them. Merging takes two and is `combined`."""
    match command:
        case SetContactVip(on=on):
            return replace(contact, is_vip=on)
        case SetContactLanguage(language=language):
            return replace(contact, language=language)
        case SetContactPlace(location=location, time_zone=zone):
            return replace(contact, location=location, time_zone=zone)
        case SetContactField():
            return _with_field(contact, command)
        case RemoveContactField(label=label):
            return replace(
                contact,
                fields=tuple(one for one in contact.fields if one[0] != label),
                kinds=tuple(one for one in contact.kinds if one[0] != label),
            )
        case WriteMemo(text=text):
            return replace(contact, memo=text)
        case MergeContacts() | UnmergeContacts() | KeepContactsApart():
            return contact


def _with_field(contact: Contact, command: SetContactField) -> Contact:
    pair = (command.label, command.value)
    kinds = tuple(one for one in contact.kinds if one[0] != command.label)
    if command.kind is not FieldKind.TEXT:
        kinds = (*kinds, (command.label, command.kind))
    if any(label == command.label for label, _ in contact.fields):
        fields = tuple(pair if one[0] == command.label else one for one in contact.fields)
    else:
        at = len(contact.fields) if command.place is None else command.place
        fields = (*contact.fields[:at], pair, *contact.fields[at:])
    return replace(contact, fields=fields, kinds=tuple(sorted(kinds)))


def inverse_contact(before: Contact, command: ContactCommand) -> tuple[ContactCommand, ...]:
    """The commands that take `command` back, made from the contact as it was `before`."""
    match command:
        case SetContactVip():
            return (SetContactVip(before.id, before.is_vip),)
        case SetContactLanguage():
            return (SetContactLanguage(before.id, before.language),)
        case SetContactPlace():
            return (SetContactPlace(before.id, before.location, before.time_zone),)
        case SetContactField(label=label) | RemoveContactField(label=label):
            for place, (known, value) in enumerate(before.fields):
                if known == label:
                    return (SetContactField(before.id, label, value, before.kind_of(label), place),)
            return (RemoveContactField(before.id, label),) if isinstance(command, SetContactField) else ()
        case WriteMemo(text=text):
            return (WriteMemo(before.id, before.memo, text),)
        case MergeContacts(merge=merge):
            return (UnmergeContacts(before.id, merge),)
        case KeepContactsApart(other=other, on=on):
            return (KeepContactsApart(before.id, other, not on),)
        case UnmergeContacts():
            return ()  # a merge of its own is given instead: it needs to know who the other was


def combined(contact: Contact, other: Contact, platform_name: str = "") -> Contact:
    """One person of two: nothing known of either is lost, and what both say differently stands twice.

    The second one is told by `platform_name`, what the platform of `other` is called; without it by its id.
    """
    beside = platform_name or other.platform
    fields, kinds = list(contact.fields), dict(contact.kinds)
    known = dict(contact.fields)
    for label, value in other.fields:
        if known.get(label) == value:
            continue
        free = label if label not in known else _free(f"{label} ({beside})", known)
        fields.append((free, value))
        known[free] = value
        if (kind := other.kind_of(label)) is not FieldKind.TEXT:
            kinds[free] = kind
    memos = [text for text in dict.fromkeys((contact.memo, other.memo)) if text]
    return replace(
        contact,
        location=contact.location or other.location,
        time_zone=contact.time_zone or other.time_zone,
        language=contact.language or other.language,
        is_vip=contact.is_vip or other.is_vip,
        memo="\n\n".join(memos),
        fields=tuple(fields),
        kinds=tuple(sorted(kinds.items())),
    )


def parted(before: Contact, joined: Contact, now: Contact) -> Contact:
    """Whom the joined contact becomes when the other one leaves.

    What nobody changed since the merge is as it was `before`; what somebody changed on the `joined` one stays as it
    is `now`.
    """
    was, then = dict(before.fields), dict(joined.fields)
    fields: list[tuple[str, str]] = []
    for label, value in now.fields:
        if then.get(label) != value:
            fields.append((label, value))
        elif label in was:
            fields.append((label, was[label]))
    there = {label for label, _ in fields}
    kinds = {label: now.kind_of(label) for label in there if now.kind_of(label) is not FieldKind.TEXT}
    return replace(
        now,
        location=before.location if now.location == joined.location else now.location,
        time_zone=before.time_zone if now.time_zone == joined.time_zone else now.time_zone,
        language=before.language if now.language == joined.language else now.language,
        is_vip=before.is_vip if now.is_vip == joined.is_vip else now.is_vip,
        memo=before.memo if now.memo == joined.memo else now.memo,
        fields=tuple(fields),
        kinds=tuple(sorted(kinds.items())),
    )


def wrong_with(command: ContactCommand) -> str:
    """Why a command cannot be done whatever else is so, in a sentence with a next step; empty when it can."""
    match command:
        case SetContactField(label=label, value=value):
            if not label.strip():
                return "A field needs a name. Give it one and save again."
            if len(label) > LONGEST_LABEL or len(value) > LONGEST_VALUE:
                return "That is too long for a field. Shorten it, or write it into the memo."
            return ""
        case WriteMemo(text=text) if len(text) > LONGEST_MEMO:
            return "The memo is too long. Shorten it to 4,000 characters; what you wrote is kept as a draft."
        case MergeContacts(contact=one, other=other) if one == other:
            return "A contact cannot be joined with itself. Choose another one."
        case _:
            return ""


def _free(label: str, taken: dict[str, str]) -> str:
    found, number = label, 2
    while found in taken:
        found, number = f"{label} {number}", number + 1
    return found
