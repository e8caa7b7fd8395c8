"""Fills the sections of the panel again and again and keeps their widgets: the next person mostly asks for the same.

A widget that is made has to be dressed, measured and shown, some twenty events each of which goes by the filters of the
program; one that is kept gets other words. Sections know no thread and no contact.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.places.context.parts import FieldLine, Flow, LineButton, Memo, Tag, let_go
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip

Act = Callable[[], object]
One = TypeVar("One", bound=QWidget)


@dataclass(slots=True)
class _Part:
    """A widget in its place. What has the same key can be filled with what the other was filled with."""

    key: Hashable
    widget: QWidget
    act: Act | None = None
    more: Act | None = None

    def hear(self, button: QAbstractButton) -> None:
        """Do what it is there for when it is pressed, whatever that is by then."""
        button.clicked.connect(lambda: _run(self.act))

    def hear_more(self, button: QAbstractButton) -> None:
        """The same for what stands at its end."""
        button.clicked.connect(lambda: _run(self.more))


def _run(act: Act | None) -> None:
    if act is not None:
        act()


class _Kept:
    """Widgets in a row, asked for one after the other: those before the first that has to be another one stay.

    From there on all are made anew, so that readers and Tab meet them in the order in which they stand.
    """

    def __init__(self, put: Callable[[QWidget], object], let_go: Callable[[QWidget], object]) -> None:
        self._put, self._let_go = put, let_go
        self._parts: list[_Part] = []
        self._at = 0

    def begin(self) -> None:
        """Ask from the first one on."""
        self._at = 0

    def next(self, key: Hashable, make: Callable[[], QWidget]) -> _Part:
        """The next one: what stands there if it is of this kind, else what `make` gives."""
        if self._at == len(self._parts) or self._parts[self._at].key != key:
            self.end()
            self._parts.append(_Part(key, make()))
            self._put(self._parts[-1].widget)
            self._parts[-1].widget.show()  # by itself, Qt would show it in the next turn of the loop
        self._at += 1
        return self._parts[self._at - 1]

    def end(self) -> None:
        """No more is asked for: what is left goes."""
        for part in self._parts[self._at :]:
            self._let_go(part.widget)
        del self._parts[self._at :]

    @property
    def many(self) -> int:
        """How many were asked for."""
        return self._at


class Filling(QWidget):
    """One section, or lines within one. Between `begin` and `end` it is asked for what it shows, from top to bottom."""

    def __init__(self, gap: int = 8) -> None:
        """`gap` is the space between two of its lines, in logical pixels."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._kept = _Kept(self._column.addWidget, self._let_go)
        self._inner: list[Filling | Chips] = []

    def begin(self) -> None:
        """Fill it anew."""
        self._kept.begin()
        self._inner.clear()

    def end(self) -> None:
        """That was all; with nothing in it, it is absent."""
        for one in self._inner:
            one.end()
        self._kept.end()
        self._column.activate()  # from within: what is hidden would tell nobody that it needs more room now
        self.setVisible(bool(self._kept.many))

    def _let_go(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        let_go(widget)

    def _next(self, kind: type[One], key: Hashable, make: Callable[[], One]) -> tuple[One, _Part]:
        part = self._kept.next((kind, key), make)
        assert isinstance(part.widget, kind)
        return part.widget, part

    def put(self, widget: One) -> One:
        """Show something of another kind, for this time alone."""
        self._kept.next(id(widget), lambda: widget)
        return widget

    def one(self, kind: type[One]) -> One:
        """Show something that is made without a word and filled by whoever asked for it."""
        return self._next(kind, None, kind)[0]

    def head(self, said: str, right: str = "", *, icon: str = "", name: str = "", act: Act | None = None) -> None:
        """Begin with a head; at the right of it a few words, or a button of this icon and name."""
        head, part = self._next(Head, (bool(right), icon), lambda: Head(has_words=bool(right), icon=icon))
        head.show_head(said, right, name)
        if part.act is None and head.button is not None:
            part.hear(head.button)
        part.act = act

    def label(
        self, said: str, px: int = 12, weight: int = 400, ink: str = "", *, wraps: bool = False, elides: bool = False,
        tabular: bool = False,
    ) -> PlainLabel:  # fmt: skip
        """Show words; the rest as of a `PlainLabel`."""
        key = (px, weight, ink, wraps, elides, tabular)
        label, _ = self._next(
            PlainLabel, key, lambda: PlainLabel(said, px, weight, ink, wraps=wraps, elides=elides, tabular=tabular)
        )
        if label.text() != said:
            label.setText(said)
        if label.toolTip():
            label.setToolTip("")
        return label

    def line(
        self, said: str, right: str, act: Act, *, icon: str = "", mark: str = "", is_boxed: bool = False
    ) -> LineButton:
        """Show a row to click; `act` is what it does."""
        line, part = self._next(
            LineButton, (icon, is_boxed), lambda: LineButton(said, right, icon=icon, mark=mark, is_boxed=is_boxed)
        )
        line.show_line(said, right, mark)
        if part.act is None:
            part.hear(line)
        part.act = act
        return line

    def field(
        self, label: str, value: str, act: Act | None = None, *, there: str = "", go: Act | None = None
    ) -> FieldLine:
        """Show a label and its value, to be changed where there is an `act`; `there` names a button that does `go`."""
        line, part = self._next(
            FieldLine, (act is not None, bool(there)), lambda: FieldLine(label, value, is_button=act is not None)
        )
        line.show_field(label, value)
        if part.act is None and act is not None:
            part.hear(line)
            if there:
                button = IconButton("arrow-square-out", there, size=24)
                part.hear_more(button)
                line.add(button)
        part.act, part.more = act, go
        return line

    def memo(self, said: str) -> None:
        """Show what the team remembers."""
        memo, _ = self._next(Memo, None, lambda: Memo(said))
        memo.show_text(said)

    def lines(self, gap: int = 0) -> Filling:
        """Room for lines that stand closer to each other than those here do."""
        lines, _ = self._next(Filling, gap, lambda: Filling(gap))
        lines.begin()
        self._inner.append(lines)
        return lines

    def chips(self, above: int = 0) -> Chips:
        """Chips in lines that wrap, with so much more room above them."""
        chips, _ = self._next(Chips, above, lambda: Chips(above))
        chips.begin()
        self._inner.append(chips)
        return chips


class Head(QWidget):
    """The head of a section; at the right of it a few words or a button."""

    def __init__(self, *, has_words: bool, icon: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 5 if icon else 9, 0, 0)  # a button is higher than the words beside it
        line.setSpacing(8)
        self._said = PlainLabel("", 12, 600, elides=True)
        line.addWidget(self._said, 1)
        self._right = PlainLabel("", 12, 400, "text3") if has_words else None
        if self._right is not None:
            line.addWidget(self._right)
        self.button = IconButton(icon, "", size=24) if icon else None
        if self.button is not None:
            line.addWidget(self.button)

    def show_head(self, said: str, right: str, name: str) -> None:
        """Say these words; `name` is the button's."""
        if self._said.text() != said:
            self._said.setText(said)
            self._said.setToolTip(tooltip(said))
        if self._right is not None and self._right.text() != right:
            self._right.setText(right)
        if self.button is not None and self.button.accessibleName() != name:
            self.button.set_name(name)


class Chips(QWidget):
    """Chips in lines that wrap; without any it takes no room."""

    def __init__(self, above: int) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, above, 0, 0)
        self._column.setSpacing(0)
        self._flow = Flow()
        self._column.addWidget(self._flow)
        self._kept = _Kept(self._flow.addWidget, self._flow.take)

    def begin(self) -> None:
        """Fill it anew."""
        self._kept.begin()

    def end(self) -> None:
        """That was all."""
        self._kept.end()
        self._flow.lay_out()
        self._column.activate()
        self.setVisible(bool(self._kept.many))

    def chip(
        self, said: str, act: Act | None = None, *, icon: str = "", is_outlined: bool = False, can_go: bool = False,
        is_small: bool = False,
    ) -> Tag:  # fmt: skip
        """Show a chip, to be pressed where there is an `act`."""
        key = (icon, is_outlined, can_go, is_small, act is not None)
        is_button = act is not None and not can_go
        part = self._kept.next(
            key,
            lambda: Tag(
                said, icon=icon, is_outlined=is_outlined, can_go=can_go, is_button=is_button, is_small=is_small
            ),
        )
        tag = part.widget
        assert isinstance(tag, Tag)
        tag.show_words(said)
        if part.act is None and act is not None:
            part.hear(tag)
        part.act = act
        return tag


class Stops:
    """What Tab stops at inside of a widget."""

    def __init__(self, inside: QWidget) -> None:
        self._inside = inside
        self._known: list[QWidget] = []

    def put_in_order(self) -> None:
        """Have Tab go through them as they stand, where some were made since; Qt puts what is new at the end."""
        window, inside = self._inside.window(), self._inside.findChildren(QWidget)
        # The list of a box of choices is below it too, in a window of its own.
        stops = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is window]
        if stops != self._known:
            self._known = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)
