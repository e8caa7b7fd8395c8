"""Takes the library to a file and from one: asks where, reads beside the window, shows the plan, gives one command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.picture_files import Shown
from socialdesk.desktop.bridge.picture_work import Prepared
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.look.language import current
from socialdesk.desktop.places.library.import_card import ImportCard
from socialdesk.desktop.places.library.words import of_unreadable
from socialdesk.desktop.widgets.choose_file import choose_one, choose_where, not_read, not_written
from socialdesk.model.command import Given
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.saved_reply import SavedReply, Scope
from socialdesk.model.saved_reply_command import RevertReplies
from socialdesk.model.saved_reply_file import Unreadable, as_csv, as_json, read
from socialdesk.model.saved_reply_import import Plan, planned
from socialdesk.model.saved_reply_library import folded
from socialdesk.model.saved_reply_names import Names, names_of
from socialdesk.store import shelf
from socialdesk.store.errors import StoreError
from socialdesk.store.readings import Result
from socialdesk.support.paths import write_whole

tr = QCoreApplication.translate


class Transfer(QObject):
    """Import and export of one library page."""

    said = Signal(str)
    asked = Signal(object)
    """The card that shows what an import would do."""
    _read = Signal(object)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._page = page
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._waiting: dict[CommandId, str] = {}
        """Imports on their way, with what is said once they are done."""
        self._read.connect(self._on_read)
        bridge.follow.results.connect(self._on_results)

    # To a file

    def choose_where(self) -> None:
        """Let somebody say where to."""
        title = tr("library", "Export saved replies")
        kinds = [tr("library", "CSV, for spreadsheets (*.csv)"), tr("library", "JSON (*.json)")]
        dialog = choose_where(self._page.window(), title, "saved-replies.csv", self.write, kinds)
        dialog.filterSelected.connect(lambda chosen="": dialog.setDefaultSuffix("json" if "json" in chosen else "csv"))

    def write(self, file: Path) -> None:
        """Write all that is offered to me, as JSON where the name ends so, else as CSV."""
        me = self._bridge.me
        library = [one for one in self._library() if one.scope is not Scope.ME or one.owner_id in (me, None)]
        names = self._names()
        self._pool.start(lambda: self._write_now(file, library, names))

    def _write_now(self, file: Path, library: list[SavedReply], names: Names) -> None:
        """On the other thread: write, pictures and all where the form has room for them."""
        try:
            said = tr("library", "%n saved reply(s) written to {file}.", "", len(library)).format(file=file)
            if file.suffix.lower() == ".json":
                text = self._whole(library, names)
            else:
                text = as_csv(library, names)
                left = sum(len(one.pictures) for one in library)
                if left:
                    more = tr("library", "%n picture(s) have no place in CSV; JSON takes them along.", "", left)
                    said = f"{said} {more}"
            write_whole(file, text.encode("utf-8", "replace"))
        except OSError as error:
            said = not_written(file, error)
        except StoreError as error:
            said = in_words(error.sentence)
        self._read.emit(said)

    def _whole(self, library: list[SavedReply], names: Names) -> str:
        if not any(one.pictures for one in library):
            return as_json(library, names)
        cache = self._bridge.outgoing.of_library()
        try:
            return as_json(library, names, lambda id_: shelf.picture(cache, id_))
        finally:
            cache.close()

    # From a file

    def choose(self) -> None:
        """Let somebody choose a file."""
        kinds = [tr("library", "CSV or JSON (*.csv *.tsv *.txt *.json)"), tr("library", "All files (*)")]
        choose_one(self._page.window(), tr("library", "Import saved replies"), self.look_at, kinds)

    def look_at(self, file: Path) -> None:
        """Find out beside the window what a file would change; `asked` or `said` follows."""
        language = current()
        self._pool.start(_Job(self, file, self._library(), me=self._bridge.me, names=self._names(), language=language))

    def take(self, plan: Plan) -> None:
        """Carry a plan out, all or none, so that one Z takes it back."""
        command = plan.command()
        if command is None:
            return
        label = tr("library", "%n saved reply(s) imported.", "", len(command.replies))
        given = self._bridge.submit.change([command], label, _way_back)
        self._waiting.update((one.id, label) for one in given)

    def keep_and_take(self, plan: Plan, made: Sequence[Prepared]) -> None:
        """Put the pictures of a plan on the disk beside the window, then carry it out."""
        if not made:
            self.take(plan)
            return
        self._pool.start(lambda: self._keep_now(plan, made))

    def _keep_now(self, plan: Plan, made: Sequence[Prepared]) -> None:
        try:
            self._bridge.outgoing.keep(made)
        except StoreError as error:
            self._read.emit(tr("library", "{why} Nothing of the file was taken.").format(why=in_words(error.sentence)))
            return
        self._read.emit(plan)

    # Inside

    def read_now(self, work: _Job) -> None:
        """On the other thread: read and plan."""
        try:
            found = read(work.file.read_bytes())
            shown = Shown(work.library)
            plan = planned(found, work.library, work.me, work.names, work.language, shown.picture)
            self._read.emit((work.file, found, plan, tuple(shown.made.values())))
        except Unreadable as error:
            self._read.emit(of_unreadable(work.file.name, error))
        except OSError as error:
            self._read.emit(not_read(work.file, error))

    def _on_read(self, came: object) -> None:
        if isinstance(came, str):
            self.said.emit(came)
            return
        if isinstance(came, Plan):
            self.take(came)
            return
        assert isinstance(came, tuple)
        file, found, plan, made = came
        card = ImportCard(self._page.window(), file.name, found, plan)
        card.accepted.connect(lambda: self.keep_and_take(plan, made))
        card.open_card()
        self.asked.emit(card)

    def _on_results(self, results: list[Result]) -> None:
        for result in results:
            if self._waiting.pop(result.command, "") and result.outcome != "accepted":
                self.said.emit(
                    tr("library", "{why} Nothing of the file was taken.").format(why=in_words(result.sentence))
                )

    def _library(self) -> list[SavedReply]:
        return folded(self._bridge.shelf.replies(), self._bridge.submit.pending)

    def _names(self) -> Names:
        return names_of(self._bridge.cache.channels(), self._bridge.people)


def _way_back(given: tuple[Given, ...]) -> list[RevertReplies]:
    return [RevertReplies(one.id) for one in given]


class _Job(QRunnable):
    """One file on the other thread."""

    def __init__(
        self, transfer: Transfer, file: Path, library: list[SavedReply], *, me: PersonId, names: Names, language: str
    ) -> None:
        super().__init__()
        self._transfer = transfer
        self.file = file
        self.library = library
        self.me = me
        self.names = names
        self.language = language

    def run(self) -> None:
        self._transfer.read_now(self)
