"""Several promises in the settings: their list, one that is changed, and one that never counts."""

from __future__ import annotations

from socialdesk.desktop.places.settings.calendar_form import CalendarForm
from socialdesk.desktop.places.settings.hours_part import HoursPart
from socialdesk.desktop.places.settings.promise_form import PromiseForm
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.window import Window
from socialdesk.model.condition import All, Condition, Field, Is
from socialdesk.model.reply_policy import Arrival
from tests.images.rest import settle
from tests.images.scenes import Scene
from tests.waiting import wait_for

_WHOM: tuple[tuple[str, Condition], ...] = (
    ("Urgent", Is(Field.PRIORITY, frozenset({"urgent", "high"}))),
    ("Messages of VIPs", All((Is(Field.KIND, frozenset({"dm"})), Is(Field.VIP)))),
    ("Reviews", Is(Field.KIND, frozenset({"review"}))),
)


def _several(window: Window) -> HoursPart:
    window.settings.show(Section.HOURS)
    part = window.settings.page.findChild(HoursPart)
    assert part is not None
    part.office.click()
    for name, when in reversed(_WHOM):
        form = PromiseForm.new(name)
        form.when = when
        form.first, form.next = ("2", "open_hours"), ("4", "open_hours")
        part.form.promises.insert(0, form)
    part.form.promises[2].first = ("2", "working_days")
    part.form.promises[0].resolution = ("3", "working_days")
    part.form.chosen = 0
    part.promises._again()
    _looked(part)
    return part


def _list(window: Window) -> None:
    _several(window)


def _own_hours(window: Window) -> None:
    """The second one is looked at: by hours of its own, for who writes while it is closed."""
    part = _several(window)
    form = part.form.promises[1]
    form.arrives = Arrival.CLOSED
    form.own = CalendarForm("America/New_York", ["18-22"] * 5 + ["10-18", ""], "US", "", [], "America/New_York")
    part.form.chosen = 1
    part.promises._again()
    settle(window)
    window.settings.page._area.ensureWidgetVisible(part.promises.editor.calendar.zone)


def _in_vain(window: Window) -> None:
    """The third one is for whom the first is for already."""
    part = _several(window)
    part.form.promises[2].when = All((_WHOM[0][1], _WHOM[2][1]))
    part.form.chosen = 2
    part.promises._again()
    _looked(part)


def _looked(part: HoursPart) -> None:
    """Until what is read beside is there."""
    wait_for(lambda: not part.is_looking)


SCENES: dict[str, Scene] = {"promises": _list, "promises-own-hours": _own_hours, "promises-in-vain": _in_vain}
