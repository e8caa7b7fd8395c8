"""Says a promise in two lines: its name, and for whom and how long; and names a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.settings.promise_form import FIRST, NEVER, NEXT, RESOLUTION, PromiseForm, read_target
from socialdesk.desktop.widgets.due_words import target_words
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.reply_policy import Arrival

tr = QCoreApplication.translate


def in_short(
    form: PromiseForm, whom: str, waiting: int, *, is_last: bool, is_alone: bool, is_wrong: bool
) -> tuple[str, str]:
    """The two lines. Of the last one that has others before it is told that it is for the rest."""
    if is_last:
        name = tr("hours", "Everybody") if is_alone else tr("hours", "Everything else")
    else:
        name = one_line(form.name.strip()) or tr("hours", "Without a name")
    if is_wrong:
        return name, tr("hours", "Something in it is to be put right first.")
    at_hour = {
        Arrival.ANY: "",
        Arrival.OPEN: tr("hours", "written while it is open"),
        Arrival.CLOSED: tr("hours", "written while it is closed"),
    }[form.arrives]
    parts = [
        one_line(whom) if not is_last else "",
        at_hour if not is_last else "",
        tr("hours", "%n wait(s) under it", "", waiting) if waiting else "",
        tr("hours", "first answer {target}").format(target=_target(FIRST, form.first)),
        tr("hours", "later {target}").format(target=_target(NEXT, form.next)),
        tr("hours", "done {target}").format(target=_target(RESOLUTION, form.resolution))
        if form.resolution[1] != NEVER
        else "",
    ]
    return name, " · ".join(part for part in parts if part)


def new_name(taken: Sequence[str]) -> str:
    """A name for a new promise that none has yet."""
    known = {one.strip().casefold() for one in taken}
    number = 1
    while (name := tr("hours", "Promise {number}").format(number=number)).casefold() in known:
        number += 1
    return name


def _target(name: str, typed: tuple[str, str]) -> str:
    target = read_target(name, typed, {})
    return tr("hours", "never") if target is None else target_words(target)
