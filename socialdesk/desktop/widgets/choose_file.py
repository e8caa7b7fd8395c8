"""Lets somebody choose a file, to write or to read, without stopping the program; says in words what came between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

tr = QCoreApplication.translate


def choose_where(
    over: QWidget, title: str, name: str, then: Callable[[Path], object], kinds: Sequence[str] = ()
) -> QFileDialog:
    """Ask where a file of this name is to be written; one without an ending gets that of the name."""
    dialog = QFileDialog(over, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kinds:
        dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _opened(dialog, then)


def choose_one(over: QWidget, title: str, then: Callable[[Path], object], kinds: Sequence[str] = ()) -> QFileDialog:
    """Ask which file is to be read."""
    dialog = QFileDialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if kinds:
        dialog.setNameFilters(kinds)
    return _opened(dialog, then)


def not_written(file: Path, error: OSError) -> str:
    """Why a file was not written, and what to do."""
    words = tr("files", "{file} cannot be written: {why}. Choose another place.")
    return words.format(file=file, why=error.strerror or "")


def not_read(file: Path, error: OSError) -> str:
    """Why a file was not read."""
    return tr("files", "{file} cannot be read: {why}.").format(file=file, why=error.strerror or "")


def _opened(dialog: QFileDialog, then: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda file="": then(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
