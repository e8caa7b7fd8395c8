"""All tags of the workspace with how many threads bear each; renames them, merges two, deletes one everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.look.following import Following, sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.settings.tag_card import TagCard, alike, threads
from socialdesk.desktop.widgets.ask import Question, ask
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line, tooltip
from socialdesk.desktop.widgets.row_list import ROW_ROLE, Index, RowModel, paint_chosen, paint_left, paint_right
from socialdesk.desktop.widgets.search_field import SearchField
from socialdesk.model.command import Command, DeleteTag, PutTagBack, RenameTag
from socialdesk.model.identifiers import CommandId
from socialdesk.model.tagging import in_the_way, places
from socialdesk.store.cache import Cache, Changes
from socialdesk.store.readings import Result
from socialdesk.store.rules import rules

tr = QCoreApplication.translate
Row = tuple[str, int]
"""A tag and how many threads bear it."""
_LINE, _MOST_LINES, _LEAST_LINES = 34, 9, 4


class TagsPart(QWidget):
    """The part; it follows what the engine says. Counts are read beside the window, however many threads there are."""

    said = Signal(str)

    def __init__(self, bridge: Bridge, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._chosen = chosen
        self._counts: dict[str, int] = {}
        self._alike: dict[str, list[str]] = {}
        self._waits_for: set[CommandId] = set()
        self._topic = f"tags {id(self)}"
        self._reads = self._again = self._is_counted = False
        self._card: TagCard | None = None
        self.question: Question | None = None
        about = tr(
            "tags",
            "A tag is made by putting it on a thread (T). Here it is put in order for the whole team, everywhere.",
        )
        self.filter_field = SearchField(tr("tags", "Find a tag"), tr("tags", "Find a tag"), (), self)
        self.list = TagList(self)
        self.told = PlainLabel(tr("tags", "The tags are being counted."), 13, 400, "text2", wraps=True)
        self.rename = Button(tr("tags", "Rename or merge…"), icon="tag", keys=("F2",), parent=self)
        self.delete = Button(tr("tags", "Delete…"), Kind.GHOST, icon="trash", keys=("Del",), parent=self)
        row = FlowLayout()
        row.addWidget(self.rename)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(about, 13, 400, "text2", wraps=True))
        for part in (self.filter_field, self.list, self.told):
            column.addWidget(part)
        column.addLayout(row)
        self.filter_field.textChanged.connect(self._show)
        self.rename.clicked.connect(self._ask_name)
        self.delete.clicked.connect(self._ask_delete)
        self.list.rename_wanted.connect(self._ask_name)
        self.list.delete_wanted.connect(self._ask_delete)
        self.list.doubleClicked.connect(self._ask_name)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        bridge.follow.changed.connect(self._on_changed)
        bridge.follow.results.connect(self._on_results)
        sized(self, self._fit)
        self._show()

    @property
    def card(self) -> TagCard | None:
        """The card that asks for a name, once it was needed."""
        return self._card

    @property
    def chosen(self) -> Row | None:
        """The tag the keys are on."""
        return self.list.rows.row(self.list.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: what is still read is not for this part any more, which may be gone by then."""
        super().hideEvent(event)
        if self._reads:
            self._reads = self._again = False
            self._bridge.beside.forget(self._topic)
        self._bridge.beside.forget(f"{self._topic} named")

    # What is there

    def _read(self) -> None:
        """Count anew. While a count goes on the next one waits: it would be begun again with every message else."""
        if self._reads:
            self._again = True
            return
        self._reads = True
        self._bridge.beside.ask(self._topic, _counted, self._on_counted)

    def _on_counted(self, found: tuple[Sequence[Row], dict[str, list[str]]]) -> None:
        counts, self._alike = found
        self._reads, self._is_counted = False, True
        if dict(counts) != self._counts or not counts:
            self._counts = dict(counts)
            self._show()
        if self._again:
            self._again = False
            self._read()

    def _show(self, *_typed: object) -> None:
        now = self.chosen
        wanted = " ".join(self.filter_field.text().split()).casefold()
        found = [row for row in self._counts.items() if wanted in row[0].casefold()]
        self.list.rows.show(found)
        kept = self._chosen or (now[0] if now is not None else "")
        at = self.list.rows.place_of(kept) if kept else -1
        if found:
            self._chosen = "" if at >= 0 else self._chosen
            self.list.setCurrentIndex(self.list.rows.index(max(0, at)))
            self.list.scrollTo(self.list.currentIndex())
        self.list.setVisible(bool(found))
        self.filter_field.setVisible(bool(self._counts))
        if self._counts and not found:
            words = tr("tags", "No tag is called like that.")
        elif self._counts:
            words = tr("tags", "%n tag(s)", "", len(self._counts))
        elif not self._is_counted:
            words = tr("tags", "The tags are being counted.")
        else:
            words = tr("tags", "No thread has a tag yet. Open one and press T to give it the first.")
        self.told.setText(words)
        for button in (self.rename, self.delete):
            button.setVisible(bool(self._counts))
        self._fit()
        self._on_current()

    def _fit(self) -> None:
        # With larger text fewer lines, so that what can be done with one is seen below them.
        most = max(_LEAST_LINES, _MOST_LINES * _LINE // scaled(_LINE))
        lines = min(most, max(1, self.list.rows.rowCount()))
        self.list.setFixedHeight(lines * scaled(_LINE) + 2 * self.list.frameWidth() + 2)

    def _on_current(self, *_to: object) -> None:
        row = self.chosen
        for button, words in ((self.rename, tr("tags", "Rename or merge…")), (self.delete, tr("tags", "Delete…"))):
            button.set_off("" if row is not None else tr("tags", "Choose a tag first."))
            button.set_words(words, name=f"{words} {one_line(row[0])}" if row is not None else words)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.threads or changes.is_incomplete):
            self._read()

    # What is done

    def _ask_name(self, *_from: object) -> None:
        row = self.chosen
        if row is None:
            return
        if self._card is None:
            self._card = TagCard(self.window())
            self._card.named.connect(self._on_named)
        self._card.open_for(row[0], self._counts, self._alike)

    def _on_named(self, tag: str, to: str, merges: bool) -> None:
        words = tr("tags", "“{tag}” is merged into “{to}”.") if merges else tr("tags", "“{tag}” is called “{to}” now.")
        if self._give(RenameTag(tag, to, merges), words.format(tag=one_line(tag), to=one_line(to))):
            self._chosen = to

    def _ask_delete(self, *_from: object) -> None:
        row = self.chosen
        if row is None:
            return
        # A library may have thousands of saved replies: what names the tag is looked for beside the window.
        self._bridge.beside.ask(f"{self._topic} named", partial(_named, row[0]), partial(self._ask_surely, *row))

    def _ask_surely(self, tag: str, many: int, named: Sequence[str]) -> None:
        """Ask before it is deleted, or say by what it is still named."""
        if named:
            title = tr("tags", "“{tag}” cannot be deleted yet").format(tag=one_line(tag))
            words = tr(
                "tags",
                "It is still named by {names}. They would ask for it in vain or put it on again. Take it out there, or"
                " merge it into another tag: then they follow.",
            ).format(names=", ".join(named))
            choices = (("close", tr("tags", "Close")), ("merge", tr("tags", "Rename or merge…")))
            self.question = ask(self.window(), title, words, choices)
            self.question.answered.connect(self._on_instead)
            return
        title = tr("tags", "Delete “{tag}” everywhere?").format(tag=one_line(tag))
        words = tr("tags", "It is taken off %n thread(s); the threads stay. Undo (Z) puts it back.", "", many)
        choices = (("keep", tr("tags", "Keep it")), ("delete", tr("tags", "Delete")))
        self.question = ask(self.window(), title, words, choices, danger=True)
        self.question.answered.connect(partial(self._on_delete, tag))

    def _on_instead(self, answer: str) -> None:
        if answer == "merge":
            self._ask_name()

    def _on_delete(self, tag: str, answer: str) -> None:
        if answer == "delete":
            many = self._counts.get(tag, 0)
            words = tr("tags", "“{tag}” is deleted; %n thread(s) had it.", "", many)
            self._give(DeleteTag(tag), words.replace("{tag}", one_line(tag)))

    def _give(self, command: Command, label: str) -> bool:
        given = self._bridge.submit.change([command], label, lambda given: [PutTagBack(given[0].id)])
        self._waits_for |= {one.id for one in given}
        return bool(given)

    def _on_results(self, results: Sequence[Result]) -> None:
        """Tell when something was refused: somebody else may have been quicker."""
        for result in results:
            if result.command in self._waits_for:
                self._waits_for.discard(result.command)
                if result.outcome == "rejected":
                    self.said.emit(in_words(result.sentence))


def _counted(cache: Cache) -> tuple[Sequence[Row], dict[str, list[str]]]:
    """Every tag with how many threads bear it, and which are alike."""
    counts = cache.tag_counts()
    return counts, alike(tag for tag, _ in counts)


def _named(tag: str, cache: Cache) -> list[str]:
    """What would ask for a tag in vain once it is deleted, or put it on again, by name."""
    among = places(cache.views(), rules(cache), cache.reply_policy().special, cache.saved_replies())
    return [f"“{one_line(one.name)}”" for one in in_the_way(among, tag)]


class TagModel(RowModel[Row]):
    """The tags that are listed."""

    def key(self, row: Row) -> str:
        return row[0]

    def name(self, row: Row) -> str:
        return row[0]

    def tip(self, row: Row) -> str:
        return tooltip(row[0])

    def spoken(self, row: Row) -> str:
        return f"{one_line(row[0])}, {threads(row[1])}"


class _Delegate(QStyledItemDelegate):
    """One line a tag: its name, and at the end how many threads bear it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, scaled(_LINE))

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plane = QRectF(option.rect).adjusted(3, 1, -3, -1)
        paint_chosen(painter, option, plane)
        inside = plane.adjusted(12, 0, -12, 0)
        took = paint_right(painter, inside, QLocale().toString(row[1]), 13, "text2")
        paint_left(painter, inside.adjusted(0, 0, -took, 0), one_line(row[0]), 13, 500, "text")
        painter.restore()


class TagList(QListView):
    """The list. F2 or Enter renames the tag the keys are on, Delete deletes it."""

    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = TagModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("tags", "Tags, each with how many threads have it"))
        self.setAccessibleDescription(tr("tags", "Enter or F2 renames or merges one, Delete deletes it."))
        self.setProperty("ownKeys", ("Return", "F2", "Del", "Up", "Down", "Home", "End"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        Following(self, self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.rename_wanted.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setStyleSheet(
            f"QListView {{ background: {hex_of('surface')}; border: 1px solid {hex_of('line')}; border-radius: 8px;"
            f" outline: none; }} QListView:focus {{ border: 2px solid {hex_of('focus')}; }}"
        )
