"""Lets Tab go round among some widgets, where those behind them are covered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_round(stops: Sequence[QWidget], focus: QWidget | None, *, forward: bool) -> QWidget | None:
    """Give the focus to the stop after the one that has it, or before it; gives that stop, None where there is none.

    Where none of them has it, it goes to the first or, backwards, to the last.
    """
    if not stops:
        return None
    at = stops.index(focus) if focus in stops else (-1 if forward else 0)
    stop = stops[(at + (1 if forward else -1)) % len(stops)]
    stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return stop
