"""Says what an act on the platforms does to many: what it asks, what it did, and why somebody is left out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk.words import left_out
from socialdesk.model.bulk_platform import PlatformAct, WhyNot
from socialdesk.model.moderation import ReportReason

tr = QCoreApplication.translate


def _counted(words: str, many: int) -> str:
    return words.replace(str(many), number(many), 1)


def title(act: PlatformAct, many: int) -> str:
    """The question above the list."""
    match act:
        case PlatformAct.LIKE:
            said = tr("bulk", "Like %n message(s)?", "", many)
        case PlatformAct.UNLIKE:
            said = tr("bulk", "Take %n like(s) back?", "", many)
        case PlatformAct.HIDE:
            said = tr("bulk", "Hide %n message(s) from the public?", "", many)
        case PlatformAct.UNHIDE:
            said = tr("bulk", "Show %n message(s) to the public again?", "", many)
        case PlatformAct.REMOVE:
            said = tr("bulk", "Delete %n message(s) of others?", "", many)
        case PlatformAct.DELETE:
            said = tr("bulk", "Delete %n answer(s) of ours?", "", many)
        case PlatformAct.BLOCK:
            said = tr("bulk", "Block %n person(s)?", "", many)
        case PlatformAct.UNBLOCK:
            said = tr("bulk", "Let %n person(s) in again?", "", many)
        case PlatformAct.REPORT:
            said = tr("bulk", "Report %n message(s)?", "", many)
    return _counted(said, many)


def consequence(act: PlatformAct) -> str:
    """What it means there, and whether there is a way back."""
    match act:
        case PlatformAct.LIKE:
            return tr("bulk", "The newest message of each. They are told of it. Z takes the likes back, also later.")
        case PlatformAct.UNLIKE:
            return tr("bulk", "On the newest message of each. Z likes them again.")
        case PlatformAct.HIDE:
            return tr(
                "bulk",
                "The newest message of each. Who wrote it and their friends still see it; everybody else no longer"
                " does. Z shows all of them again, also later.",
            )
        case PlatformAct.UNHIDE:
            return tr("bulk", "Everybody sees them again. Z hides them once more.")
        case PlatformAct.REMOVE:
            return tr(
                "bulk",
                "The newest message of each goes for everybody. Z takes back what has not left; what has left nobody"
                " can bring back.",
            )
        case PlatformAct.DELETE:
            return tr(
                "bulk",
                "Our newest answer in each goes for everybody. Z takes back what has not left; what has left nobody can"
                " bring back.",
            )
        case PlatformAct.BLOCK:
            return tr(
                "bulk",
                "They can no longer write to these accounts or see them, and they can find out. What they wrote stays."
                " Z lets all of them in again, also later.",
            )
        case PlatformAct.UNBLOCK:
            return tr("bulk", "They can write to these accounts and see them again. Z blocks them once more.")
        case PlatformAct.REPORT:
            return tr(
                "bulk",
                "The newest message of each, to the moderators of its network. Z takes back what has not left; a report"
                " that has left stays.",
            )


def button(act: PlatformAct, many: int) -> str:
    """The button that does it."""
    match act:
        case PlatformAct.LIKE:
            said = tr("bulk", "Like %n", "messages", many)
        case PlatformAct.UNLIKE:
            said = tr("bulk", "Take %n back", "likes", many)
        case PlatformAct.HIDE:
            said = tr("bulk", "Hide %n", "messages", many)
        case PlatformAct.UNHIDE:
            said = tr("bulk", "Show %n again", "messages", many)
        case PlatformAct.REMOVE:
            said = tr("bulk", "Delete %n there", "messages", many)
        case PlatformAct.DELETE:
            said = tr("bulk", "Delete %n there", "messages", many)
        case PlatformAct.BLOCK:
            said = tr("bulk", "Block %n", "people", many)
        case PlatformAct.UNBLOCK:
            said = tr("bulk", "Let %n in", "people", many)
        case PlatformAct.REPORT:
            said = tr("bulk", "Report %n", "messages", many)
    return _counted(said, many)


def given(act: PlatformAct, many: int) -> str:
    """What the toast says once it is given."""
    match act:
        case PlatformAct.LIKE:
            said = tr("bulk", "%n like(s) leave.", "", many)
        case PlatformAct.UNLIKE:
            said = tr("bulk", "%n like(s) are taken back.", "", many)
        case PlatformAct.HIDE:
            said = tr("bulk", "%n message(s) are being hidden.", "", many)
        case PlatformAct.UNHIDE:
            said = tr("bulk", "%n message(s) are being shown again.", "", many)
        case PlatformAct.REMOVE:
            said = tr("bulk", "%n message(s) are being deleted.", "", many)
        case PlatformAct.DELETE:
            said = tr("bulk", "%n answer(s) of ours are being deleted.", "", many)
        case PlatformAct.BLOCK:
            said = tr("bulk", "%n person(s) are being blocked.", "", many)
        case PlatformAct.UNBLOCK:
            said = tr("bulk", "%n person(s) are let in again.", "", many)
        case PlatformAct.REPORT:
            said = tr("bulk", "%n report(s) leave.", "", many)
    return _counted(said, many)


def why(reason: WhyNot) -> str:
    """One reason, as it stands beside a name."""
    match reason:
        case WhyNot.UNSUPPORTED:
            return tr("bulk", "the network has no such act there")
        case WhyNot.FORBIDDEN:
            return tr("bulk", "the network does not let this account do it")
        case WhyNot.OWN_POSTS:
            return tr("bulk", "the network allows it below own posts only")
        case WhyNot.NOTHING:
            return tr("bulk", "there is no message of theirs on the network")
        case WhyNot.NOTHING_OWN:
            return tr("bulk", "nothing of ours stands there")
        case WhyNot.NOBODY:
            return tr("bulk", "who wrote it is not known")
        case WhyNot.SHIELDED:
            return tr("bulk", "kept out of sight, to be read first")
        case WhyNot.COLLEAGUE:
            return tr("bulk", "a colleague is answering")
        case WhyNot.ALREADY:
            return tr("bulk", "it is like that already")
        case WhyNot.SAME_PERSON:
            return tr("bulk", "the same person as another one here")
        case WhyNot.SKIPPED:
            return tr("bulk", "skipped")


def whys(found: Mapping[WhyNot, int]) -> str:
    """All reasons with their numbers."""
    return ", ".join(left_out(many, why(reason)) for reason, many in found.items())


def reasons() -> list[tuple[str, str]]:
    """What a report can say, as keys and words."""
    return [
        (ReportReason.SPAM.value, tr("shell", "Spam or a trick")),
        (ReportReason.ABUSE.value, tr("shell", "Insults or harassment")),
        (ReportReason.THREAT.value, tr("shell", "A threat")),
        (ReportReason.SEXUAL.value, tr("shell", "Sexual content")),
        (ReportReason.ILLEGAL.value, tr("shell", "Something illegal")),
        (ReportReason.OTHER.value, tr("shell", "Something else")),
    ]
