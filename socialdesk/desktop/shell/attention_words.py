"""Says what a notice says: its title, its line, its buttons. Gets calls and what may be told of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.desktop.widgets.plain_text import cut, one_line, safe_name
from socialdesk.model.attention import Call, Notice, Rules, Why, shown_text

tr = QCoreApplication.translate
_LETTERS = 160


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a notice; buttons are keys and their words."""

    title: str
    text: str
    buttons: tuple[tuple[str, str], ...]


def said(notice: Notice, rules: Rules, zone: tzinfo) -> Said:
    """The words of a notice."""
    open_ = ("open", tr("notices", "Open"))
    first = notice.calls[0]
    if notice.is_summary:
        due = notice.earliest_due
        title = tr("notices", "%n for you", "", notice.count)
        if due is not None:
            when = time_of_day(due.astimezone(zone), wide=True)
            title = tr("notices", "{count}, earliest due {time}", "{count}: such as “6 for you”").format(
                count=title, time=when
            )
        names = [safe_name(call.name) for call in notice.calls if call.name][:3]
        return Said(title, ", ".join(names), (open_,))
    if first.why is Why.DIGEST:
        return Said(tr("notices", "%n new in your views", "", first.count), "", (open_,))
    name = safe_name(first.name) if first.name else tr("notices", "A hidden message")
    text = cut(one_line(shown_text(first, rules)), _LETTERS)
    if first.thread is None:
        return Said(_lead(first, name, zone), text or first.channel, (open_,))
    buttons = (open_, ("snooze", tr("notices", "Snooze 1 h")), ("done", tr("notices", "Done")))
    if first.why is Why.TROUBLE:
        buttons = (open_,)
    return Said(_lead(first, name, zone), text or safe_name(first.channel), buttons)


def _lead(call: Call, name: str, zone: tzinfo) -> str:
    due = time_of_day(call.due_at.astimezone(zone), wide=True) if call.due_at is not None else ""
    match call.why:
        case Why.MENTION if call.due_at is not None and call.due_at < call.at:
            return tr("notices", "You are told of {name}, late since {time}").format(name=name, time=due)
        case Why.MENTION:
            return tr("notices", "You are mentioned: {name}").format(name=name)
        case Why.APPROVAL:
            return tr("notices", "Look at the rule “{name}”: somebody wants it switched on").format(name=name)
        case Why.TROUBLE if call.thread is None:
            return tr("notices", "{name} needs you to sign in").format(name=name)
        case Why.TROUBLE:
            return tr("notices", "Not sent: your answer to {name}").format(name=name)
        case Why.LATE if due:
            return tr("notices", "{name}, late since {time}").format(name=name, time=due)
        case Why.DUE | Why.GIVEN if due:
            return tr("notices", "{name}, due {time}").format(name=name, time=due)
        case _:
            return name
