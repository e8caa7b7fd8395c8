"""Gives what the wizard says at each step: title, line below it, words of its buttons; pure, from where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.connect.values import Accepted, Again

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one step."""

    title: str
    sub: str
    onward: str
    back: str


def head(again: Again | None) -> tuple[str, str]:
    """What the whole is called, and its last step."""
    if again is None:
        return tr("ConnectWizard", "Connect a channel"), tr("ConnectWizard", "First download")
    return tr("ConnectWizard", "Sign in again"), tr("ConnectWizard", "Fill the gap")


def choose(again: Again | None) -> Said:
    """The first step."""
    onward, back = tr("ConnectWizard", "Continue"), tr("ConnectWizard", "Cancel")
    if again is not None:
        title = tr("ConnectWizard", "Sign in again as {handle}").format(handle=again.handle)
        return Said(title, _meanwhile(again), onward, back)
    title = tr("ConnectWizard", "Where do people talk to you?")
    sub = tr("ConnectWizard", "You can add more later. Each card says what SocialDesk can read and answer there.")
    return Said(title, sub, onward, back)


def sign_in(name: str, again: Again | None, *, is_waiting: bool, leads_to_browser: bool) -> Said:
    """The second step, on the platform of a name."""
    back = tr("ConnectWizard", "Cancel") if is_waiting or again is not None else tr("ConnectWizard", "Back")
    onward = tr("ConnectWizard", "Open the browser") if leads_to_browser else tr("ConnectWizard", "Sign in")
    if again is not None:
        title = tr("ConnectWizard", "Sign in again as {handle}").format(handle=again.handle)
        return Said(title, _meanwhile(again), onward, back)
    title = tr("ConnectWizard", "Sign in to %1", "%1: a platform").replace("%1", name)
    return Said(title, tr("ConnectWizard", "Nothing is sent without a person pressing Send."), onward, back)


def at_browser(name: str, again: Again | None) -> Said:
    """The second step while the person is in the browser."""
    title = tr("ConnectWizard", "Sign in to %1", "%1: a platform").replace("%1", name)
    if again is not None:
        title = tr("ConnectWizard", "Sign in again as {handle}").format(handle=again.handle)
    sub = tr("ConnectWizard", "What you type there SocialDesk never sees.")
    return Said(title, sub, tr("ConnectWizard", "Use this address"), tr("ConnectWizard", "Cancel"))


def check(accepted: Accepted) -> Said:
    """The third step."""
    missing = accepted.missing
    if missing:
        title = tr("ConnectWizard", "Almost there. %n permission(s) missing.", "", missing)
        onward = tr("ConnectWizard", "Continue without")
    else:
        title = tr("ConnectWizard", "Everything it needs is allowed.")
        onward = tr("ConnectWizard", "Continue")
    sub = tr("ConnectWizard", "Signed in as %1", "%1: an account").replace("%1", accepted.signed_in_as)
    return Said(title, sub, onward, tr("ConnectWizard", "Back"))


def pick(many: int, picked: int) -> Said:
    """The fourth step, of `many` accounts some `picked`."""
    title = tr("ConnectWizard", "This sign-in opens %n account(s).", "", many)
    sub = tr("ConnectWizard", "Each one becomes a channel of its own. You can add the others later.")
    onward = tr("ConnectWizard", "Connect %n account(s)", "", picked) if picked else tr("ConnectWizard", "Connect")
    return Said(title, sub, onward, tr("ConnectWizard", "Back"))


def nothing_to_pick() -> Said:
    """The fourth step where every account of the sign-in is a channel already."""
    title = tr("ConnectWizard", "Connected already")
    sub = tr("ConnectWizard", "What this sign-in opens is a channel here already. Nothing was changed.")
    return Said(title, sub, tr("ConnectWizard", "Go to the queue"), tr("ConnectWizard", "Back"))


def download(names: tuple[str, ...], days: int, again: Again | None) -> Said:
    """The last step, with the accounts that are channels now."""
    onward = tr("ConnectWizard", "Go to the queue")
    if again is not None:
        title = tr("ConnectWizard", "{handle} is signed in again").format(handle=again.handle)
        sub = ""
        if again.since:
            sub = tr("ConnectWizard", "What came in since {moment} is fetched now.").format(moment=again.since)
        return Said(title, sub, onward, "")
    if len(names) > 1:
        title = tr("ConnectWizard", "%n account(s) are connected", "", len(names))
    else:
        name = names[0] if names else ""
        title = tr("ConnectWizard", "%1 is connected", "%1: a platform").replace("%1", name)
    sub = tr("ConnectWizard", "The messages of the last %n day(s) are coming in.", "", days)
    return Said(title, sub, onward, "")


def _meanwhile(again: Again) -> str:
    if again.since:
        words = tr("ConnectWizard", "Nothing came in since {moment}. Afterwards SocialDesk fetches what it missed.")
        return words.format(moment=again.since)
    return tr("ConnectWizard", "Threads and answers stay as they are.")
