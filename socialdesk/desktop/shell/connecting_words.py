"""Says to the connect wizard what there is to connect and what a sign-in let in, in the language of the window."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge, PlatformCard
from socialdesk.desktop.look.connector_words import said
from socialdesk.desktop.places.connect.values import Accepted, Permission, Pickable, Platform
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.desktop.widgets.sign_in_words import permissions
from socialdesk.model.channel import Channel
from socialdesk.model.connecting import allowed_reach
from socialdesk.model.way import Way
from socialdesk.support.secrets import SecretStore, SessionSecrets, VaultSecrets

tr = QCoreApplication.translate
_KNOWN = "connect.known:"
"""Under this and a platform's id the desk keeps what was typed there."""


def platform_of(bridge: Bridge, card: PlatformCard) -> Platform:
    """A card of the wizard, in the language of the window, with what was typed there the last time."""
    own = card.words
    known: dict[str, Any] = json.loads(bridge.desk.state(_KNOWN + card.id) or "{}")
    return Platform(
        card.id,
        said(card.name, own),
        card.mark,
        ", ".join(said(one, own) for one in card.reads),
        said(card.needs, own),
        tuple(_in_words(way, own) for way in card.ways),
        said(card.not_yet, own) or _broken(card),
        _question(bridge, card),
        known.get("typed", {}),
        known.get("way", ""),
    )


def kept_where(secrets: SecretStore) -> str:
    """Where this workspace keeps a sign-in; "" for the keychain, of which the wizard tells by itself."""
    if isinstance(secrets, VaultSecrets):
        return tr("shell", "Your sign-in stays in this workspace, encrypted. You can remove it at any time.")
    if isinstance(secrets, SessionSecrets):
        return tr("shell", "No sign-in is kept: this computer has no keyring and the workspace is unencrypted.")
    return ""


def nowhere() -> str:
    """Nothing keeps a sign-in, and what to do."""
    return tr(
        "shell",
        "This computer has no keyring and this workspace is unencrypted: no sign-in can be kept in it. Close"
        " SocialDesk and give the workspace a passphrase, with: {command}",
        "{command}: what is typed in a terminal",
    ).format(command="socialdesk protect --passphrase-file FILE")


def _question(bridge: Bridge, card: PlatformCard) -> str:
    """What somebody should know before code of somebody else runs; "" where it was allowed, or is ours."""
    if card.is_ours or not card.ways or bridge.cache.setting(allowed_reach(card.id)) == card.reach:
        return ""
    hosts = ", ".join(card.hosts) or tr("shell", "the server you name")
    does = " · ".join(said(one.words, card.words).replace("{handle}", "@…") for one in card.access)
    words = tr(
        "shell",
        "This connector was made by somebody else. Its code runs with all that SocialDesk may do on this computer:"
        " allow it only if you trust who made it. It says that it reaches {hosts}, and that it is for: {does}.",
    )
    return words.format(hosts=hosts, does=does or card.needs)


def remember(bridge: Bridge, platform: str, way: str, typed: Mapping[str, str]) -> None:
    """Know the next time what was typed there, but for secrets: who signs in again types an app's name once."""
    bridge.desk.set_state(_KNOWN + platform, json.dumps({"way": way, "typed": typed}, ensure_ascii=False))


def accepted(
    card: PlatformCard | None, told: dict[str, Any], again: Channel | None, identifier: str, now: datetime
) -> Accepted:
    """What a sign-in let in, as its result tells it; `again` is the channel it was for, `identifier` what was typed."""
    accounts = tuple(
        Pickable(str(id_), str(name), str(handle), str(mark), bool(there))
        for id_, handle, name, mark, there in told.get("accounts", ())
    )
    names = [one.handle or one.name for one in accounts]
    if again is not None:
        names = [again.handle or again.name]
    # A person signs in with one account, which may open several others.
    who = identifier or (names[0] if len(set(names)) == 1 else (card and said(card.name, card.words)) or "")
    speaks_as = names[0] if len(set(names)) == 1 else tr("shell", "each of the accounts")
    granted = [(str(key), bool(given)) for key, given in told["granted"]]
    ends = told.get("expires_at")
    days = max(0, (datetime.fromisoformat(ends) - now).days) if ends else None
    return Accepted(
        names[0] if len(set(names)) == 1 else who,
        tuple(Permission(*one) for one in permissions(card, granted, speaks_as)) if card is not None else (),
        days,
        said(card.lasts, card.words) if card is not None else "",
        accounts,
    )


def _broken(card: PlatformCard) -> str:
    words = tr("shell", "This connector cannot be used ({reason}). Update or remove it.")
    return words.format(reason=safe_name(card.broken)) if card.broken else ""


def _in_words(way: Way, own: Mapping[str, Mapping[str, str]]) -> Way:
    """A way in the language of the window."""
    fields = tuple(
        replace(one, words=said(one.words, own), help=said(one.help, own), hint=said(one.hint, own))
        for one in way.fields
    )
    return replace(way, words=said(way.words, own), help=said(way.help, own), fields=fields)
