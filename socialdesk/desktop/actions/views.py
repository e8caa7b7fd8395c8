"""Acts on views: filters, orders, and the saved views of the rail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action, Facts, Hands
from socialdesk.model.sorting import Sort

tr = QCoreApplication.translate


def _sort_to(sort: Sort) -> Callable[[Hands], None]:
    return lambda h: h.views.sort_by(sort)


def _saved(facts: Facts) -> bool:
    return facts.is_saved_view and not facts.is_library


def _queue(facts: Facts) -> bool:
    return not facts.is_library


def view_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    back = tr("acts", "Go back to the queue first.")
    other = tr("acts", "Only a view that was saved can be changed. Choose one under Views.")
    plain = tr("acts", "No filter is in force.")
    orders = (
        (Sort.TRIAGE, tr("acts", "Order: most urgent first"), "flag"),
        (Sort.NEWEST, tr("acts", "Order: newest first"), "sort-descending"),
        (Sort.OLDEST, tr("acts", "Order: oldest first"), "sort-ascending"),
        (Sort.STARS, tr("acts", "Order: reviews by stars"), "star"),
        (Sort.NAME, tr("acts", "Order: contact name"), "user"),
    )
    return (
        Action(
            "view.filter",
            tr("acts", "Filter…"),
            lambda h: h.views.filter(),
            "funnel",
            ("F",),
            menu="view",
            when=_queue,
            otherwise=back,
            also=("filtrer",),
            plain=("Alt+Shift+F",),
        ),
        Action(
            "view.clear",
            tr("acts", "Clear filters"),
            lambda h: h.views.clear_filter(),
            "funnel",
            ("Shift+F",),
            menu="view",
            when=lambda f: f.is_filtered,
            otherwise=plain,
            plain=("Alt+Shift+C",),
        ),
        Action(
            "view.order",
            tr("acts", "Order…"),
            lambda h: h.views.open_sorts(),
            "sort-descending",
            menu="view",
            when=_queue,
            otherwise=back,
            also=("sort", "trier"),
        ),
        *(
            Action(f"view.order.{sort.value}", words, _sort_to(sort), icon, when=_queue, otherwise=back, also=("sort",))
            for sort, words, icon in orders
        ),
        Action(
            "view.save",
            tr("acts", "Save as view…"),
            lambda h: h.views.save_as(),
            "floppy-disk",
            menu="view",
            when=_queue,
            otherwise=back,
        ),
        Action(
            "view.save_changes",
            tr("acts", "Save the filters to this view"),
            lambda h: h.views.save_changes(),
            "floppy-disk",
            menu="view",
            when=lambda f: _saved(f) and f.is_filter_changed,
            otherwise=tr("acts", "The filters of this view are as they were saved."),
        ),
        Action(
            "view.rename",
            tr("acts", "Rename this view…"),
            lambda h: h.views.rename(),
            "pencil-simple",
            menu="view",
            when=_saved,
            otherwise=other,
        ),
        Action(
            "view.duplicate",
            tr("acts", "Duplicate this view…"),
            lambda h: h.views.duplicate(),
            "copy",
            menu="view",
            when=_queue,
            otherwise=back,
        ),
        Action(
            "view.share",
            tr("acts", "Share this view with the team, or keep it to yourself"),
            lambda h: h.views.toggle_shared(),
            "users-three",
            menu="view",
            when=_saved,
            otherwise=other,
            also=("private", "public", "partager"),
        ),
        Action(
            "view.up",
            tr("acts", "Move this view up"),
            lambda h: h.views.move(-1),
            "arrow-up",
            ("Alt+Shift+Up",),
            menu="view",
            when=_saved,
            otherwise=other,
        ),
        Action(
            "view.down",
            tr("acts", "Move this view down"),
            lambda h: h.views.move(1),
            "arrow-down",
            ("Alt+Shift+Down",),
            menu="view",
            when=_saved,
            otherwise=other,
        ),
        Action(
            "view.delete",
            tr("acts", "Delete this view"),
            lambda h: h.views.delete(),
            "trash",
            menu="view",
            when=_saved,
            otherwise=other,
        ),
    )
