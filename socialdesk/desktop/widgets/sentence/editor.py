"""Lets somebody put a sentence together: what each of its tokens opens, and what that changes; all of it by keys.

It edits a tree of clauses out of a vocabulary it is given, and knows neither rules nor conditions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.widgets.plain_text import on_button
from socialdesk.desktop.widgets.sentence.cards import ListCard, TextCard
from socialdesk.desktop.widgets.sentence.frame import ADD, HEAD, JOIN, SAYS, Place, head_words
from socialdesk.desktop.widgets.sentence.tree import (
    Clause,
    Group,
    Part,
    Path,
    Values,
    changed,
    clauses,
    inserted,
    part_at,
)
from socialdesk.desktop.widgets.sentence.view import SentenceView
from socialdesk.desktop.widgets.sentence.vocabulary import Fill, Kind, Offer, Slot

tr = QCoreApplication.translate
_MOST_DEEP = 6


class SentenceEditor(SentenceView):
    """The editor. `changed` follows every change somebody made."""

    changed = Signal()

    def open_token(self, place: Place) -> None:
        path = place.path
        match place.role:
            case "says":
                self._offer_kinds(path)
            case "join":
                self._offer_joins(path[:-1], path[-1])
            case "head":
                self._offer_heads(path)
            case "add":
                self._offer_more(path, len(self._group(path).parts))
            case name:
                clause = part_at(self._root, path)
                kind = self.vocabulary.kind(clause.kind) if isinstance(clause, Clause) else None
                slot = kind.slot(name) if kind is not None else None
                if slot is not None:
                    self.fill(path, slot)

    # Changing

    def _put(self, root: Group, here: Place) -> None:
        self._root, self._here = root, here
        self._problems = {}
        self._show()
        self.changed.emit()

    def remove(self, place: Place) -> None:
        path = place.path
        if self.vocabulary.is_one:
            return
        if place.role == ADD:
            path = (*path, len(self._group(path).parts) - 1)
        if not path or path[-1] < 0:
            return
        above = path[:-1]
        stays = len(self._group(above).parts) > 1
        here = Place((*above, max(0, path[-1] - 1)), SAYS) if stays else Place(above, ADD)
        self._put(changed(self._root, path, lambda _part: None), here)
        self.focus_first()

    def _group(self, path: Path) -> Group:
        found = part_at(self._root, path)
        assert isinstance(found, Group)
        return found

    def add_after(self, place: Place) -> None:
        if self.vocabulary.is_one:
            return
        if place.role in {ADD, HEAD}:
            self._offer_more(place.path, len(self._group(place.path).parts), place.role)
        else:
            self._offer_more(place.path[:-1], place.path[-1] + 1, ADD)

    def put_in(self, path: Path, part: Part) -> None:
        """Put a part in at a place, and begin with its first blank."""
        where = path if isinstance(part, Clause) else (*path, 0)
        first = part if isinstance(part, Clause) else part.parts[0]
        assert isinstance(first, Clause)
        kind = self.vocabulary.kind(first.kind)
        slot = kind.lacks(first) if kind is not None else None
        self._put(inserted(self._root, path, part), Place(where, slot.name if slot is not None else SAYS))
        self.focus_first()
        if slot is not None:
            QTimer.singleShot(0, self, partial(self.fill, where, slot))

    def fill(self, path: Path, slot: Slot) -> None:
        """Let somebody fill a blank."""
        token = self.token(path, slot.name)
        clause = part_at(self._root, path)
        if token is None or not isinstance(clause, Clause):
            return
        values = clause.get(slot.name)
        if slot.fill is Fill.ONE:
            menu = self._menu(slot.title)
            offers = [*slot.offers()]
            if values and all((one.value,) != values for one in offers):
                offers.append(Offer(values[0], slot.say(values)))
            for offer in offers:
                action = menu.addAction(on_button(offer.words), partial(self._filled, path, slot, (offer.value,)))
                action.setCheckable(True)
                action.setChecked((offer.value,) == values)
                if action.isChecked():
                    menu.setActiveAction(action)
            self._open(menu, token)
            return
        window = self.window()
        card = (ListCard if slot.fill is Fill.MANY else TextCard)(window, slot, values)
        card.taken.connect(partial(self._filled, path, slot))
        card.show_at(QRect(token.mapTo(window, QPoint(0, 0)), token.size()), card.field())

    def _filled(self, path: Path, slot: Slot, values: Values) -> None:
        self._put(
            changed(self._root, path, lambda one: one.put(slot.name, values) if isinstance(one, Clause) else one),
            Place(path, slot.name),
        )
        self.focus_first()

    # The menus

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, menu: QMenu, token: QWidget) -> None:
        below = token.rect().bottomRight() if token.isRightToLeft() else token.rect().bottomLeft()
        if not menu.activeAction() and menu.actions():
            menu.setActiveAction(menu.actions()[0])
        menu.popup(token.mapToGlobal(below))

    def _list_kinds(self, menu: QMenu, then: Callable[[Kind], object], chosen: str = "") -> None:
        section = self.vocabulary.kinds[0].section if self.vocabulary.kinds else ""
        for kind in self.vocabulary.kinds:
            if kind.section != section:
                menu.addSeparator()
            section = kind.section
            action = menu.addAction(kind.words, partial(then, kind))
            if chosen:
                action.setCheckable(True)
                action.setChecked(kind.key == chosen)
                if kind.key == chosen:
                    menu.setActiveAction(action)

    def _offer_more(self, path: Path, at: int, role: str = ADD) -> None:
        """What can be said at a place, from the token that adds."""
        token = self.token(path, role)
        if token is None:
            return
        where, group = (*path, at), self._group(path)
        menu = self._menu(self.vocabulary.add)
        if sum(1 for _ in clauses(self._root)) >= self.vocabulary.most:
            menu.addAction(tr("sentence", "There is no room for more here.")).setEnabled(False)
            self._open(menu, token)
            return
        self._list_kinds(menu, lambda kind: self.put_in(where, kind.fresh()))
        if self.vocabulary.may_nest and len(path) < _MOST_DEEP:
            menu.addSeparator()
            other = not group.joins_any
            words = tr("sentence", "A group, joined by “or”") if other else tr("sentence", "A group, joined by “and”")
            inner = menu.addMenu(words)
            self._list_kinds(inner, lambda kind: self.put_in(where, Group((kind.fresh(),), other)))
        self._open(menu, token)

    def _offer_joins(self, path: Path, at: int) -> None:
        token, group = self.token((*path, at), JOIN), self._group(path)
        if token is None:
            return
        menu = self._menu(token.text())
        for joins_any, words in (
            (False, tr("sentence", "and: all of it must be so")),
            (True, tr("sentence", "or: one of it is enough")),
        ):
            one = replace(group, joins_any=joins_any)
            action = menu.addAction(words, partial(self._set, path, one, Place((*path, at), JOIN)))
            action.setCheckable(True)
            action.setChecked(group.joins_any is joins_any)
        self._open(menu, token)

    def _offer_kinds(self, path: Path) -> None:
        """What else a clause could say, and what can be done with it."""
        token, clause = self.token(path, SAYS), part_at(self._root, path)
        if token is None or not isinstance(clause, Clause):
            return
        kind = self.vocabulary.kind(clause.kind)
        menu, here = self._menu(token.accessibleName()), Place(path, SAYS)
        if kind is not None and kind.unless:
            turned = replace(clause, is_not=not clause.is_not)
            words = tr("sentence", "Say the contrary: {sentence}").format(sentence=kind.sentence(turned))
            menu.addAction(words, partial(self._set, path, turned, here))
        if self.vocabulary.may_nest and len(path) <= _MOST_DEEP:
            other = not self._group(path[:-1]).joins_any
            words = tr("sentence", "Begin a group here")
            menu.addAction(words, partial(self._set, path, Group((clause,), other), Place((*path, 0), SAYS)))
        if not self.vocabulary.is_one:
            menu.addAction(f"{tr('sentence', 'Take it away')}\t{caps_of_delete()}", partial(self.remove, here))
        if len(self.vocabulary.kinds) > 1:
            if menu.actions():
                menu.addSeparator()
            self._list_kinds(menu, partial(self._turn, path), clause.kind)
        self._open(menu, token)

    def _turn(self, path: Path, kind: Kind) -> None:
        """Let a clause say something else; what stands in blanks that both have stays."""
        clause, fresh = part_at(self._root, path), kind.fresh()
        assert isinstance(clause, Clause)
        kept = {
            name: values
            for name, values in clause.values.items()
            if (slot := kind.slot(name)) is not None and slot.fill in {Fill.TEXT, Fill.WORDS}
        }
        made = replace(fresh, values={**fresh.values, **kept}, is_not=clause.is_not and bool(kind.unless))
        lacks = kind.lacks(made)
        self._set(path, made, Place(path, lacks.name if lacks is not None else SAYS))
        if lacks is not None:
            QTimer.singleShot(0, self, partial(self.fill, path, lacks))

    def _offer_heads(self, path: Path) -> None:
        token = self.token(path, HEAD)
        group = part_at(self._root, path)
        if token is None or not isinstance(group, Group):
            return
        menu = self._menu(token.text())
        for is_not in (False, True):
            for joins_any in (False, True):
                one = replace(group, joins_any=joins_any, is_not=is_not)
                action = menu.addAction(head_words(one), partial(self._set, path, one, Place(path, HEAD)))
                action.setCheckable(True)
                action.setChecked(one == group)
        menu.addSeparator()
        menu.addAction(tr("sentence", "Take the group away"), partial(self.remove, Place(path, HEAD)))
        self._open(menu, token)

    def _set(self, path: Path, part: Part, here: Place) -> None:
        self._put(changed(self._root, path, lambda _one: part), here)
        self.focus_first()


def caps_of_delete() -> str:
    """The key that takes a clause away, as menus show keys."""
    return QKeySequence(Qt.Key.Key_Delete).toString(QKeySequence.SequenceFormat.NativeText)
