"""Gives the words of the library page: what is wrong with a reply, who it is for, how often it was used."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_check import BODY_MOST, FOLDER_MOST, PICTURES, SHORTCUT_MOST, TITLE_MOST, Problem
from socialdesk.model.saved_reply_file import Unreadable
from socialdesk.model.saved_reply_import import Reason, Refused

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
        Problem.BAD_ACT: tr(
            "library", "Something it is to do is not complete, or contradicts another. Look at the acts."
        ),
        Problem.BAD_KEY: tr("library", "A key is a digit from 1 to 9."),
        Problem.KEY_TAKEN: tr("library", "Another saved reply has this key. Choose another one."),
        Problem.MANY_PICTURES: tr(
            "library", "At most {most} pictures go with a saved reply. Remove the others."
        ).format(most=PICTURES.most),
        Problem.BAD_PICTURE: tr(
            "library", "A picture is no JPEG, PNG, GIF or WebP, or has more than 2 MB or 4,096 pixels. Make it smaller."
        ),
        Problem.BAD_DAY: tr("library", "Write the day of review like 2027-01-31."),
    }
    return words[problem]


def of_use(reply: SavedReply) -> str:
    """How often it was used and when last."""
    if not reply.used:
        return tr("library", "Never used")
    times = tr("library", "Used %n time(s)", "", reply.used)
    if reply.sent:
        share = QLocale().toString(round(100 * reply.edited / reply.sent))
        times = tr("library", "{times}, changed before sending: {share} %").format(times=times, share=share)
        again = QLocale().toString(round(100 * reply.reopened / reply.sent))
        times = tr("library", "{times}, reopened within 48 h: {share} %").format(times=times, share=again)
    if reply.last_used_at is None:
        return times
    return tr("library", "{times}, last on {day}").format(times=times, day=_day(reply.last_used_at))


def _day(at: datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp())).date()
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def of_refusal(refused: Refused) -> str:
    """Why a row of a file is not taken."""
    if isinstance(refused.reason, Problem):
        return of_problem(refused.reason)
    words = {
        Reason.DOUBLE: tr("library", "The file has this shortcut and language before."),
        Reason.UNKNOWN_VARIABLE: tr("library", "It holds a field that means nothing here: {detail}"),
        Reason.UNKNOWN_CHANNEL: tr("library", "There is no channel of this name: {detail}"),
        Reason.UNKNOWN_SCOPE: tr("library", "For whom it is cannot be read: {detail}. Write team, me or channel."),
        Reason.TORN: tr("library", "It has more cells than the head. A text with a separator in it needs quotes."),
        Reason.NOT_YOURS: tr("library", "Somebody has a saved reply of this shortcut for themselves."),
        Reason.BAD_PICTURE: tr("library", "A picture of it cannot be read. JPEG, PNG, GIF and WebP up to 2 MB can."),
        Reason.COMPANION: tr("library", "Another row of the same saved reply was refused."),
    }
    return words[refused.reason].format(detail=one_line(refused.detail))


def of_unreadable(name: str, error: Unreadable) -> str:
    """Why a file cannot be read at all, and what to do."""
    words = {
        "huge": tr("library", "{file} is too large: at most 20,000 rows, 20 MB as CSV, 100 MB as JSON. Split it."),
        "empty": tr("library", "{file} is empty."),
        "spreadsheet": tr("library", "{file} is a spreadsheet. Save it as CSV there, and choose that file."),
        "encoding": tr("library", "The letters of {file} cannot be read as {detail}. Save it as UTF-8 and try again."),
        "json": tr("library", "{file} is no JSON with a list of saved replies in it."),
        "newer": tr("library", "{file} was written by a newer SocialDesk. Install that one first."),
        "columns": tr("library", "{file} has no column called text. Its columns are: {detail}"),
        "csv": tr("library", "Line {detail} of {file} cannot be read: a quote is not closed, or a cell is huge."),
    }
    return words[error.why].format(file=one_line(name), detail=one_line(error.detail))
