"""Shows the command palette over the window; gets entries, gives the chosen one, runs nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QWidget,
)

from socialdesk.desktop.look.following import catch_up
from socialdesk.desktop.look.metrics import PALETTE_ROWS
from socialdesk.desktop.places.palette.frame import PaletteFrame
from socialdesk.desktop.places.palette.matching import Entry, Hit, Matcher
from socialdesk.desktop.places.palette.rows import grouped, said
from socialdesk.desktop.widgets.plain_text import on_button, one_line

_FIRST = 20
_BEFORE_LOOKED_UP = 6.0
PAUSE_MS = 150
_LEAST_FURTHER = 4
"""Fewer letters stand in too much of what was ever written."""
More = Callable[[str], Sequence[Entry]]
Later = Callable[[str, Callable[[Sequence[Entry]], None]], None]
"""Looks for what was typed beside the window, and tells what it found."""


class Palette(PaletteFrame):
    """The palette with the scrim behind it; a child of the window it covers.

    `open_with` shows it. Signals: `chosen` with the entry that was run, `context_dropped` when the chip was removed,
    `closed` after it went away, however that came about.
    """

    chosen = Signal(object)
    context_dropped = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._entries: tuple[Entry, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._about = ""
        self._is_dropped = False
        """Whether somebody took the chip away: what is done next is about no thread."""
        self._hits: list[Hit] = []
        self._matcher: Matcher | None = None
        self._before: QWidget | None = None
        self._more: More | None = None
        self._later: Later | None = None
        self._late: tuple[Entry, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_further)
        self._within: Entry | None = None
        """The entry whose options are shown."""
        self._join()
        window.installEventFilter(self)

    def open_with(
        self,
        entries: Sequence[Entry],
        about: str = "",
        recent: Sequence[str] = (),
        typed: str = "",
        more: More | None = None,
        *,
        later: Later | None = None,
    ) -> None:
        """Show it over the window with these entries; `about` names the thread or threads that acts work on.

        `more` gives further ones for what was typed, such as threads, of which there are too many to hand in. `later`
        tells what takes longer to find: it is asked once the typing pauses, and what it finds stands below.
        """
        catch_up(self)
        entries = [_cleaned(entry) for entry in entries]
        self._more, self._later, self._within = more, later, None
        if self._is_dropped or (tuple(entries), tuple(recent)) != (self._entries, self._recent):
            self._entries, self._recent, self._matcher = tuple(entries), tuple(recent), None
        self._about, self._is_dropped = about, False
        self._chip.setVisible(bool(about))
        short = self._chip.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, 200)
        self._chip.setText(on_button(short))
        self._chip.setAccessibleName(self.tr("Acts are on %1. Press to remove.").replace("%1", about))
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._field.setText(typed)
        self._field.setPlaceholderText(self.tr("Search acts, views, people, tags and saved replies"))
        self._find()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_quietly(self) -> None:
        """Go away and put the focus back where it was."""
        if not self.isVisible():
            return
        self._pause.stop()
        self.hide()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @property
    def current(self) -> Entry | None:
        """The entry that Enter would run."""
        at = self._list.currentIndex().row()
        hit = self._model.row(at).hit if at >= 0 else None
        return hit.entry if hit else None

    @property
    def entries(self) -> list[Entry]:
        """What is shown, from the top."""
        rows = (self._model.row(at) for at in range(self._model.rowCount()))
        return [row.hit.entry for row in rows if row.hit is not None]

    def _join(self) -> None:
        self._field.textEdited.connect(self._find)
        self._field.installEventFilter(self)
        self._chip.installEventFilter(self)
        self._chip.clicked.connect(self._drop_context)
        self._list.entered.connect(self._point_at)
        self._list.clicked.connect(self._run_index)

    def _find(self) -> None:
        self._late = ()
        if self._later is not None and self._within is None and len(self._field.text().strip()) >= _LEAST_FURTHER:
            self._pause.start()
        else:
            self._pause.stop()
        self._show_hits()

    def _look_further(self) -> None:
        """The typing pauses: ask for what takes longer."""
        if self._later is not None and self._within is None:
            typed = self._field.text()
            self._later(typed, partial(self._on_found, typed))

    def _on_found(self, typed: str, found: Sequence[Entry]) -> None:
        """It stands below what is there; what is marked stays marked."""
        if not self.isVisible() or self._within is not None or typed != self._field.text():
            return
        there = {hit.entry.id for hit in self._hits}
        self._late = tuple(one for one in map(_cleaned, found) if one.id not in there)
        if self._late:
            marked = self.current
            self._show_hits()
            at = self._model.place_of(marked) if marked is not None else -1
            if at >= 0:  # what is marked may have made room for what was found
                self._make_current(at)

    def _show_hits(self) -> None:
        typed = self._field.text()
        if self._within is not None and self._within.options is not None:
            hits = Matcher([_cleaned(one) for one in self._within.options()]).find(typed, _FIRST)
        elif not typed:
            hits = self._first()
        else:
            hits = self._joined(typed, self._ready().find(typed, _FIRST))
        self._hits = hits = [*hits[: _FIRST - len(self._late)], *(Hit(one, 0.0) for one in self._late)]
        self._model.show(grouped(hits, self._about, typed=bool(typed)))
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._make_current(self._model.step(-1, 1))
        self._list.scrollToTop()
        self.cover()

    def _joined(self, typed: str, hits: list[Hit]) -> list[Hit]:
        """Hits with what else is called like what was typed, before the entries that fit less and those that can't run.

        What was looked up fits by name already, however the letters are cut into words.
        """
        found = [_cleaned(one) for one in self._more(typed)] if self._more is not None else []
        best = [hit for hit in hits if hit.entry.is_enabled and hit.score >= _BEFORE_LOOKED_UP]
        others = [hit for hit in hits if hit not in best]
        return [*best, *(Hit(one, _BEFORE_LOOKED_UP) for one in found), *others][:_FIRST]

    def _show_options(self) -> bool:
        """Offer what the current entry can be set to; False where it is one thing only."""
        entry = self.current
        if self._within is not None or entry is None or entry.options is None or not entry.is_enabled:
            return False
        self._within = entry
        self._field.clear()
        self._field.setPlaceholderText(entry.words)
        self._find()
        return True

    def _first(self) -> list[Hit]:
        """What is offered before anything is typed: the recent ones first; needs no matcher, so opening is quick."""
        place = {id_: at for at, id_ in enumerate(self._recent)}
        wanted = self._offered()
        recent = sorted((entry for entry in wanted if entry.id in place), key=lambda entry: place[entry.id])
        rest = [entry for entry in wanted if entry.id not in place]
        order = sorted([*recent, *rest], key=lambda entry: not entry.is_enabled)
        return [Hit(entry, 0.0) for entry in order[:_FIRST]]

    def _offered(self) -> list[Entry]:
        if not self._is_dropped:
            return list(self._entries)
        return [entry for entry in self._entries if entry.is_everywhere or entry.kind != "act"]

    def _ready(self) -> Matcher:
        if self._matcher is None:
            self._matcher = Matcher(self._offered(), self._recent)
        return self._matcher

    def _make_current(self, at: int) -> None:
        index = self._model.index(at) if at >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        entry = self.current
        self._field.setAccessibleDescription(said(entry) if entry else self._nothing.text())
        if index.isValid():
            self._list.scrollTo(self._model.index(0) if at == 1 else index)

    def _move(self, by: int) -> None:
        self._make_current(self._model.step(self._list.currentIndex().row(), by))

    def _point_at(self, index: QModelIndex) -> None:
        if self._model.row(index.row()).hit is not None:
            self._list.setCurrentIndex(index)

    def _run_index(self, index: QModelIndex) -> None:
        hit = self._model.row(index.row()).hit
        if hit is not None:
            self._run(hit.entry)

    def _run(self, entry: Entry | None) -> None:
        if entry is None or not entry.is_enabled:
            return
        self.close_quietly()
        self.chosen.emit(entry)

    def _drop_context(self) -> None:
        if not self._about:
            return
        self._about, self._is_dropped, self._matcher = "", True, None
        self._chip.hide()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._find()
        self.context_dropped.emit()

    def _leave(self) -> None:
        if self._field.text() or self._within is not None:
            self._within = None if not self._field.text() else self._within
            self._field.clear()
            self._field.setPlaceholderText(
                self.tr("Search acts, views, people, tags and saved replies")
                if self._within is None
                else self._within.words
            )
            self._find()
        else:
            self.close_quietly()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.cover()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        # Letters that are shortcuts of the window are text while the palette is open.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return False

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        on_chip = watched is self._chip
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                by = 1 if event.key() == Qt.Key.Key_PageDown else -1
                for _ in range(PALETTE_ROWS - 2):
                    self._move(by)
            case Qt.Key.Key_Tab if not on_chip and self._show_options():
                pass
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                # The window behind must not take the focus while it is covered.
                (self._field if on_chip or self._chip.isHidden() else self._chip).setFocus(
                    Qt.FocusReason.TabFocusReason
                )
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if on_chip:
                self._drop_context()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(self.current)
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete if on_chip or not self._field.text():
                self._drop_context()
            case _:
                return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_quietly()


@lru_cache(maxsize=8_192)
def _line(text: str) -> str:
    """The palette opens with the same hundreds of words each time."""
    return one_line(text)


def _cleaned(entry: Entry) -> Entry:
    """The entry with words that strangers may have written made safe to show."""
    words, detail = _line(entry.words), _line(entry.detail)
    return entry if (words, detail) == (entry.words, entry.detail) else replace(entry, words=words, detail=detail)
