"""What strangers write is shown in tooltips as it was written: Qt would read tags in it as a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from socialdesk.model.identifiers import ThreadId
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.kept_out import brought_in, comment
from tests.images.shots import settle

_NAME = "<h1>Ada</h1> & <img src='x'>"


def _seen(tooltip: str) -> str:
    """What a tooltip shows, a picture in it as the sign that stands for one."""
    if not RichText.mightBeRichText(tooltip):
        return tooltip
    page = QTextDocument()
    page.setHtml(tooltip)
    return page.toPlainText()


def _tooltips(window: QWidget) -> list[str]:
    told = [one.toolTip() for one in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        told += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in indexes]
    return [one for one in told if one]


def test_no_tooltip_of_the_window_makes_a_page_of_what_a_stranger_wrote(sitting: Sitting, qapp: QApplication) -> None:
    window = sitting.window
    brought_in(sitting, comment(1, f"Is it there? {_NAME}", _NAME, "<b>ada</b>"))
    every = window.bridge.cache.threads([ThreadId(number) for number in range(1, 5_000)])
    (thread,) = [one for one in every if one.remote_id == "planted1"]
    window.opened.show(thread)
    settle(qapp, window)

    told = [_seen(one) for one in _tooltips(window)]
    about_her = [one for one in told if "Ada" in one]
    assert about_her
    assert all(_NAME in one for one in about_her), about_her
