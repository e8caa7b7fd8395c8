"""Gives in words whom a message goes to; names are strangers' words, so each stands by itself in its own direction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import isolated, one_line, safe_name
from socialdesk.model.message import Place, Recipient

tr = QCoreApplication.translate
_MOST = 60
"""So many are named at most, where all are told."""


def short(recipients: Sequence[Recipient]) -> str:
    """For one line: the names, those that only get a copy after the others."""
    return " · ".join(
        said.format(names=", ".join(isolated(safe_name(one.name or one.address)) for one in some))
        for said, some in _by_place(recipients, (Place.TO, Place.CC))
    )


def whole(recipients: Sequence[Recipient]) -> str:
    """For a tooltip and for readers: everybody by name and address, and where answers are wanted."""
    return " ".join(
        said.format(names=_all(some)) + "." for said, some in _by_place(recipients, (Place.TO, Place.CC, Place.ASKED))
    )


def _by_place(recipients: Sequence[Recipient], places: Sequence[Place]) -> list[tuple[str, list[Recipient]]]:
    words = {
        Place.TO: tr("recipients", "To: {names}", "whom a mail goes to"),
        Place.CC: tr("recipients", "Cc: {names}", "who gets a copy of a mail"),
        Place.ASKED: tr("recipients", "Answers are wanted at: {names}", "an address in a mail"),
    }
    found = [(words[place], [one for one in recipients if one.place is place]) for place in places]
    return [(said, some) for said, some in found if some]


def _all(some: Sequence[Recipient]) -> str:
    all_ = [named(one) for one in some[:_MOST]]
    if len(some) > _MOST:
        all_.append(tr("recipients", "%n more", "people a mail went to", len(some) - _MOST))
    return ", ".join(all_)


def named(one: Recipient) -> str:
    """One person by name and address."""
    name, address = safe_name(one.name), one_line(one.address)
    return isolated(address) if name in {"", address} else f"{isolated(name)} ({isolated(address)})"
