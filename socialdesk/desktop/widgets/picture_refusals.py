"""Says which of the files that were dropped, pasted or chosen were not taken as pictures, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.choose_file import not_read
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.media import Refusal

tr = QCoreApplication.translate
Why = Refusal | OSError | str
"""Not fit, not to be read, or the sentence of a store that could not keep it."""
_NAMED, _LETTERS = 3, 40


def words_of(refused: Sequence[tuple[str, Why]]) -> str:
    """One sentence a reason, which names the files it is about; "" is the name of what was pasted."""
    large = [file for file, why in refused if why is Refusal.TOO_LARGE]
    others = [file for file, why in refused if isinstance(why, Refusal) and why is not Refusal.TOO_LARGE]
    said = [_no_pictures(others)] if others else []
    said += [_too_large(large)] if large else []
    said += [not_read(Path(_cut(file)), why) for file, why in refused if isinstance(why, OSError)]
    said += [why for _, why in refused if isinstance(why, str) and not isinstance(why, Refusal)]
    return " ".join(dict.fromkeys(said))


def _no_pictures(files: Sequence[str]) -> str:
    if files == [""]:
        return tr("composer", "That is no picture that can be sent. JPEG, PNG, GIF and WebP can.")
    if len(files) == 1:
        words = tr("composer", "{file} is no picture that can be sent. JPEG, PNG, GIF and WebP can.")
        return words.format(file=_cut(files[0]))
    words = tr("composer", "These files are no pictures that can be sent: {files}. JPEG, PNG, GIF and WebP can.")
    return words.format(files=_listed(files))


def _too_large(files: Sequence[str]) -> str:
    if files == [""]:
        return tr("composer", "That picture is too large to be sent from here. Attach a smaller one.")
    if len(files) == 1:
        words = tr("composer", "{file} is too large to be sent from here. Attach a smaller one.")
        return words.format(file=_cut(files[0]))
    words = tr("composer", "These pictures are too large to be sent from here: {files}. Attach smaller ones.")
    return words.format(files=_listed(files))


def _listed(files: Sequence[str]) -> str:
    more = ", …" if len(files) > _NAMED else ""
    return ", ".join(_cut(one) for one in files[:_NAMED]) + more


def _cut(file: str) -> str:
    """A name in one line; of a long one its begin and its ending."""
    name = one_line(file)
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 9]}…{name[-8:]}"
