"""Shows a sentence: clauses that flow like words, groups set in, every blank a button; arrow keys lead along.

It is as it was handed in: what changes it inherits from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.look import theme
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.sentence.frame import (
    ADD,
    HEAD,
    JOIN,
    SAYS,
    Indented,
    Lines,
    Place,
    PlacedToken,
    clause_words,
    head_words,
    join_words,
    sentence_of,
)
from socialdesk.desktop.widgets.sentence.token import Part as Look
from socialdesk.desktop.widgets.sentence.token import Token, Words
from socialdesk.desktop.widgets.sentence.tree import Clause, Group, Path, clauses
from socialdesk.desktop.widgets.sentence.vocabulary import Slot, Vocabulary, said

tr = QCoreApplication.translate


class SentenceView(AnyWidth):
    """The sentence. What a token opens, and what becomes of it, is up to who inherits."""

    reached = Signal(QWidget)
    """The keys came to this token: whoever scrolls shows it."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = vocabulary
        self._root = Group()
        self._problems: Mapping[Path, str] = {}
        self._tokens: list[PlacedToken] = []
        self._here: Place | None = None
        self._whole: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(vocabulary.name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.signals().changed.connect(self._show)
        self._show()

    # What is asked of it

    @property
    def root(self) -> Group:
        """The tree as it is now."""
        return self._root

    def show_tree(self, root: Group) -> None:
        """Show another tree; nothing is told."""
        if root != self._root:
            self._root, self._problems = root, {}
            self._show()

    def say_problems(self, problems: Mapping[Path, str]) -> None:
        """Say at clauses what is wrong with them; () is the whole."""
        if problems != self._problems:
            self._problems = dict(problems)
            self._show()

    def lacking(self) -> dict[Path, str]:
        """The clauses in which a blank is still to be filled, with a sentence each."""
        found: dict[Path, str] = {}
        for path, clause in clauses(self._root):
            kind = self.vocabulary.kind(clause.kind)
            slot = kind.lacks(clause) if kind is not None else None
            if slot is not None:
                found[path] = tr("sentence", "Something is missing here: {what}.").format(what=slot.title)
        return found

    def sentence(self) -> str:
        """The whole as it is read aloud."""
        return sentence_of(self.vocabulary, self._root)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The buttons in the order they are read."""
        return tuple(self._tokens)

    def token(self, path: Path, role: str = SAYS) -> Token | None:
        """One of them: `role` is the name of a blank, or says, join, head, add."""
        return next((one for one in self._tokens if one.place == Place(path, role)), None)

    def focus_wrong(self, path: Path) -> None:
        """Put the hand where a clause lacks something."""
        of_it = [one for one in self._tokens if one.place.path == path and one.place.role != JOIN]
        blanks = [one for one in of_it if one.part is Look.BLANK]
        for one in [*blanks, *of_it][:1]:
            one.setFocus()

    def focus_first(self) -> None:
        """Put the hand on what was reached last, else on the first."""
        found = next((one for one in self._tokens if one.place == self._here), None)
        if found is not None or self._tokens:
            (found or self._tokens[0]).setFocus()

    # What is done with a token

    def open_token(self, place: Place) -> None:
        """Somebody pressed it."""

    def remove(self, place: Place) -> None:
        """Somebody wants what it belongs to taken away."""

    def add_after(self, place: Place) -> None:
        """Somebody wants to say something more behind it."""

    # Showing

    def _show(self) -> None:
        had_focus = self._whole is not None and self._whole.isAncestorOf(self.focusWidget() or self)
        old, self._whole, self._tokens = self._whole, QWidget(self), []
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._lay(self._root, (), column, self._whole)
        self._column.addWidget(self._whole)
        self.setAccessibleDescription(self.sentence())
        if had_focus:
            self._refocus()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.updateGeometry()

    def _refocus(self) -> None:
        here = self._here
        same = next((one for one in self._tokens if one.place == here), None)
        if same is None and here is not None:
            before = [one for one in self._tokens if one.place.path <= here.path and one.place.role != ADD]
            same = before[-1] if before else None
        if same is not None or self._tokens:
            # It can take the keys only once it is on the screen.
            wanted = same or self._tokens[0]
            assert self._whole is not None
            self._whole.show()
            wanted.setFocus()

    def _lay(self, group: Group, path: Path, column: QVBoxLayout, around: QWidget) -> None:
        lines = self._new_lines(column, around)
        if path or group.is_not:
            self._add(lines, Place(path, HEAD), Look.JOIN, head_words(group))
        elif not group.parts and self.vocabulary.empty:
            self._words(lines, self.vocabulary.empty)
        wrong: list[str] = [self._problems[path]] if path in self._problems else []
        for at, part in enumerate(group.parts):
            where = (*path, at)
            if at:
                self._join(lines, group, where)
            if isinstance(part, Group):
                box = Indented(around)
                self._lay(part, where, box.column, box)
                column.addWidget(box)
                lines = self._new_lines(column, around)
            else:
                self._clause(lines, part, where)
                if where in self._problems:
                    wrong.append(self._problems[where])
        if not self.vocabulary.is_one:
            words = "" if group.parts else self.vocabulary.add
            self._add(lines, Place(path, ADD), Look.ADD, words, icon="plus", name=self.vocabulary.add)
        for sentence in wrong:
            column.addWidget(PlainLabel(sentence, 12, 500, "over", wraps=True))

    def _new_lines(self, column: QVBoxLayout, around: QWidget) -> Lines:
        lines = Lines(around)
        column.addWidget(lines)
        return lines

    def _join(self, lines: Lines, group: Group, where: Path) -> None:
        words = join_words(joins_any=group.joins_any)
        if self.vocabulary.may_nest:
            self._add(lines, Place(where, JOIN), Look.JOIN, words)
        else:
            self._words(lines, words)

    def _clause(self, lines: Lines, clause: Clause, where: Path) -> None:
        kind = self.vocabulary.kind(clause.kind)
        whole = clause_words(self.vocabulary, clause)
        if kind is None:
            self._add(lines, Place(where, SAYS), Look.SAYS, whole)
            return
        is_said = False
        for piece in kind.pieces(is_not=clause.is_not):
            if isinstance(piece, Slot):
                look = Look.VALUE if clause.get(piece.name) or piece.may_be_empty else Look.BLANK
                words = said(piece, clause)
                self._add(lines, Place(where, piece.name), look, words, name=f"{words}, {piece.title}: {whole}")
            elif is_said:
                self._words(lines, piece)
            else:
                is_said = True
                self._add(lines, Place(where, SAYS), Look.SAYS, piece, name=whole)
        wrong = self._problems.get(where, "")
        if wrong:
            for one in self._tokens:
                if one.place.path == where and one.place.role not in {JOIN, ADD}:
                    one.say_wrong(wrong)

    def _words(self, lines: Lines, text: str) -> None:
        lines.flow.addWidget(Words(text, lines))

    def _add(
        self,
        lines: Lines,
        place: Place,
        look: Look,
        words: str,
        *,
        icon: str = "",
        name: str = "",
    ) -> None:
        token = PlacedToken(place, look, words, name=name or words, icon=icon, parent=lines)
        if not words:
            token.setToolTip(name)
        token.clicked.connect(lambda _on=False: self.open_token(place))
        token.reached.connect(self._on_reached)
        token.moved.connect(partial(self._move, token))
        token.removed.connect(partial(self.remove, place))
        token.added.connect(partial(self.add_after, place))
        lines.flow.addWidget(token)
        self._tokens.append(token)

    # Going from one to the next

    def _on_reached(self, token: PlacedToken) -> None:
        self._here = token.place
        self.reached.emit(token)

    def _move(self, token: PlacedToken, along: int, down: int) -> None:
        at = self._tokens.index(token)
        if along:
            self._tokens[min(len(self._tokens) - 1, max(0, at + along))].setFocus()
            return
        here = self._box(token)
        found: list[tuple[int, int, PlacedToken]] = []
        for one in self._tokens:
            away = self._box(one).center() - here.center()
            if away.y() * down > here.height() / 2:
                found.append((abs(away.y()), abs(away.x()), one))
        nearest = min((one[0] for one in found), default=0)
        on_line = [one for one in found if one[0] <= nearest + here.height() / 2]
        if on_line:
            min(on_line, key=lambda one: one[1])[2].setFocus()

    def _box(self, token: QWidget) -> QRect:
        return QRect(token.mapTo(self, QPoint(0, 0)), token.size())
