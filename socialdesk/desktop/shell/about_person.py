"""What a person of the audience may ask for: all that is held about them, or to be forgotten for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.context.person import memo_key
from socialdesk.desktop.widgets.choose_file import choose_where, not_written
from socialdesk.model.command import EraseContact
from socialdesk.model.contact import Contact
from socialdesk.model.identifiers import CommandId, ContactId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.store.desk import Desk
from socialdesk.store.errors import DiskFull, LockedFile
from socialdesk.store.readings import Result

tr = QCoreApplication.translate
_WAITING = "erasing"
"""Under this the desk keeps whom the engine is still to forget, so that what the desk has of them goes as well."""


class AboutPerson(QObject):
    """Both acts on the contact of the open thread."""

    def __init__(
        self, window: QWidget, bridge: Bridge, current: Callable[[], Thread | None], say: Callable[[str], None]
    ) -> None:
        """`current` gives the open thread, `say` tells something that needs no act."""
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._current = current
        self._say = say
        self._waiting = _waiting(bridge.desk)
        """Erasures on their way: of whom, and the threads whose drafts go as well."""
        bridge.follow.results.connect(self._on_results)
        if self._waiting:
            QTimer.singleShot(0, self, self._go_on)

    def export(self) -> None:
        """Ask where to, and write the file."""
        contact = self._contact()
        if contact is None:
            return
        title = tr("shell", "All that is held about {name}").format(name=contact.name)
        choose_where(self._window, title, f"contact-{contact.id}.zip", partial(self.write, contact))

    def write(self, contact: Contact, file: Path) -> None:
        """Read the record of a contact beside the window, write it to a file, and say what came of it."""
        from socialdesk.store.contact_record import contact_record

        begun = self._bridge.desk.drafts()
        self._bridge.beside.ask(
            f"record {file}", lambda cache: contact_record(cache, begun, contact.id), partial(self._write, file)
        )

    def _write(self, file: Path, record: dict[str, Any] | None) -> None:
        from socialdesk.store.contact_archive import write_archive

        if record is None:
            return  # forgotten meanwhile
        try:
            write_archive(record, file)
        except OSError as error:
            self._say(not_written(file, error))
            return
        self._say(
            tr("shell", "Written to {file}. It holds private messages: give it to nobody else.").format(file=file)
        )

    def erase(self) -> None:
        """Say what would go, and do it when that is meant."""
        from socialdesk.desktop.widgets.ask import ask

        contact = self._contact()
        if contact is None:
            return
        threads = self._threads(contact)
        text = tr(
            "shell",
            "%n thread(s) with everything that was written in them go, with your answers, notes and drafts,"
            " and the copies of the workspace file that were made before. Nobody can bring them back. What the networks"
            " keep stays there.",
            "",
            len(threads),
        )
        title = tr("shell", "Forget {name} for good?").format(name=contact.name)
        choices = (("keep", tr("shell", "Keep")), ("erase", tr("shell", "Forget for good")))
        question = ask(self._window, title, text, choices, danger=True)
        question.answered.connect(lambda key="": self._on_answered(key, contact, threads))

    def _on_answered(self, key: str, contact: Contact, threads: list[ThreadId]) -> None:
        if key == "erase":
            given = self._bridge.submit.order(EraseContact(contact.id))
            if given is not None:
                self._waiting[given.id] = (contact.id, threads)
                self._keep()
                self._say(tr("shell", "Forgetting {name}…").format(name=contact.name))

    def _on_results(self, results: list[Result]) -> None:
        for result in results:
            if result.command not in self._waiting:
                continue
            if result.outcome == "accepted":
                self._forget(result.command)
            else:
                self._drop(result.command)
                self._say(in_words(result.sentence))

    def _go_on(self) -> None:
        """What was decided since the last window looked: it may have closed before the engine had answered."""
        pending = {one.id for one in self._bridge.submit.pending}
        for command, (contact, _) in list(self._waiting.items()):
            if command in pending:
                continue
            if self._bridge.cache.contact(contact) is None:
                self._forget(command)
            else:
                self._drop(command)

    def _forget(self, command: CommandId) -> None:
        contact, threads = self._waiting[command]
        self._bridge.erased.emit(contact, threads)
        waiting = {picture.id for one in self._bridge.cache.outbox() for picture in one.pictures}
        try:
            self._bridge.desk.forget(threads, [memo_key(contact)], needed=waiting)
        except (DiskFull, LockedFile) as error:
            self._bridge.submit.failed.emit(error.sentence)  # the next start tries again
            return
        self._drop(command)
        self._say(tr("shell", "Forgotten."))

    def _drop(self, command: CommandId) -> None:
        del self._waiting[command]
        self._keep()

    def _keep(self) -> None:
        kept = json.dumps(self._waiting) if self._waiting else ""
        self._bridge.desk.set_state(_WAITING, kept)

    def _contact(self) -> Contact | None:
        thread = self._current()
        if thread is None or thread.contact_id is None:
            return None
        return self._bridge.cache.contact(thread.contact_id)

    def _threads(self, contact: Contact) -> list[ThreadId]:
        return [thread.id for thread in self._bridge.cache.threads_with(contact.id)]


def _waiting(desk: Desk) -> dict[CommandId, tuple[ContactId, list[ThreadId]]]:
    try:
        kept = json.loads(desk.state(_WAITING) or "{}")
        return {
            CommandId(str(id_)): (ContactId(int(contact)), [ThreadId(int(one)) for one in threads])
            for id_, (contact, threads) in kept.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}
