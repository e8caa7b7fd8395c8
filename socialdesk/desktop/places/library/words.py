"""Gives the words of the library page: what is wrong with a reply, who it is for, how often it was used."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_check import BODY_MOST, FOLDER_MOST, SHORTCUT_MOST, TITLE_MOST, Problem

tr = QCoreApplication.translate
_EXAMPLES = "{name}, {day: date}, {size: choice(S, M, L)}"


def of_problem(problem: Problem) -> str:
    """What is wrong and what to do, in the reader's language."""
    words = {
        Problem.NO_SHORTCUT: tr("library", "Give it a shortcut: the word that is typed after the slash."),
        Problem.BAD_SHORTCUT: tr("library", "A shortcut is letters and digits without spaces, such as express-2."),
        Problem.LONG_SHORTCUT: tr("library", "A shortcut has at most {most} letters.").format(most=SHORTCUT_MOST),
        Problem.TAKEN: tr("library", "Another saved reply has this shortcut. Choose another one."),
        Problem.NO_TITLE: tr("library", "Give it a title, so that others know what it is for."),
        Problem.LONG_TITLE: tr("library", "A title has at most {most} letters.").format(most=TITLE_MOST),
        Problem.LONG_FOLDER: tr("library", "The name of a folder has at most {most} letters.").format(most=FOLDER_MOST),
        Problem.NO_BODY: tr("library", "A language has no text yet. Write it, or remove that language."),
        Problem.LONG_BODY: tr("library", "A text has at most {most} letters.").format(most=BODY_MOST),
        Problem.BAD_LANGUAGE: tr("library", "A language is a code such as en, fr or pt-BR."),
        Problem.TWICE: tr("library", "It has the same language twice."),
        Problem.BAD_FIELD: tr(
            "library", "A brace stands alone or a blank cannot be read. Write it like one of these: {examples}"
        ).format(examples=_EXAMPLES),
        Problem.NO_CHANNEL: tr("library", "Choose the channel it is for."),
    }
    return words[problem]


def of_use(reply: SavedReply) -> str:
    """How often it was used and when last."""
    if not reply.used:
        return tr("library", "Never used")
    times = tr("library", "Used %n time(s)", "", reply.used)
    if reply.last_used_at is None:
        return times
    return tr("library", "{times}, last on {day}").format(times=times, day=_day(reply.last_used_at))


def _day(at: datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp())).date()
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
