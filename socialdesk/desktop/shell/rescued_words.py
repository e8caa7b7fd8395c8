"""Gets what became of damaged files, gives it as a person reads it; the report beside the files stays in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.store.rescue import Rescued

tr = QCoreApplication.translate


def rescued(done: Sequence[Rescued]) -> str:
    """What was done with each file; that nothing was damaged, where nothing was done."""
    if not done:
        return tr("shell", "All files are whole after all. Nothing was changed.")
    return "\n\n".join(_one(one) for one in done)


def _one(one: Rescued) -> str:
    name = one.set_aside.name.partition(".damaged-")[0]
    said = [
        tr("shell", "{file} was damaged. It was set aside as {kept}, and nothing of it was deleted.").format(
            file=name, kept=one.set_aside.name
        )
    ]
    there, gone = _counted(one.rebuilt.kept), _counted(one.rebuilt.lost)
    if there:
        said.append(tr("shell", "Kept in the new file: {parts}.").format(parts=there))
    else:
        said.append(tr("shell", "Nothing in it could be read."))
    if gone:
        said.append(tr("shell", "Lost, at least: {parts}.").format(parts=gone))
    if name == "cache.db":
        said.append(tr("shell", "Your channels keep their sign-in and are read again as far as the platforms allow."))
        said.append(tr("shell", "Answers that had not left are not sent by themselves: look through the outbox."))
    said.append(tr("shell", "More is told in {file}.").format(file=one.report.name))
    return " ".join(said)


def _counted(rows: Mapping[str, int]) -> str:
    return ", ".join(words.format(many=number(rows[table])) for table, words in _tables().items() if rows.get(table))


def _tables() -> dict[str, str]:
    return {
        "thread": tr("shell", "threads: {many}"),
        "message": tr("shell", "messages: {many}"),
        "note": tr("shell", "notes: {many}"),
        "outbound": tr("shell", "answers and other acts: {many}"),
        "saved_reply": tr("shell", "saved replies: {many}"),
        "view": tr("shell", "views: {many}"),
        "channel": tr("shell", "channels: {many}"),
        "draft": tr("shell", "drafts: {many}"),
        "command": tr("shell", "commands: {many}"),
    }
