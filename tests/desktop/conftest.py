"""Each test of the desktop has an application, and begins with numbers written alike, whatever ran before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def plain_numbers(qapp: QApplication) -> None:
    """A window that was opened for real chooses how numbers are written, for the whole process."""
    QLocale.setDefault(QLocale.c())
