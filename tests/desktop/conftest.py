"""Each test of the desktop has an application, and begins with words and numbers alike, whatever ran before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import language


@pytest.fixture(autouse=True)
def plain_words_and_numbers(qapp: QApplication) -> None:
    """A window that was opened for real chooses how words and numbers are written, for the whole process."""
    # Widgets of the test before wait for an event loop to be deleted, and still hear of a change of theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.speak(qapp, "en")  # English has its plural forms from a file
    QLocale.setDefault(QLocale.c())
