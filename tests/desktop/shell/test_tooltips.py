"""What strangers write is shown in tooltips as it was written: Qt would read tags in it as a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from socialdesk.desktop.places.connect.choose import PlatformCard
from socialdesk.desktop.places.connect.values import Platform
from socialdesk.desktop.places.library.import_card import ImportCard
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.saved_reply_file import read
from socialdesk.model.saved_reply_import import planned
from socialdesk.model.saved_reply_names import names_of
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.kept_out import brought_in, comment
from tests.images.rest import settle

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
    brought_in(
        sitting,
        comment(1, f"Is it there? {_NAME}", _NAME, "<b>ada</b>"),
        comment(2, "And where?", _NAME, "<b>ada</b>"),  # so that the panel tells of what she wrote before
    )
    every = window.bridge.cache.threads([ThreadId(number) for number in range(1, 5_000)])
    (thread,) = [one for one in every if one.remote_id == "planted1"]
    window.opened.show(thread)
    settle(window)

    told = [_seen(one) for one in _tooltips(window)]
    about_her = [one for one in told if "Ada" in one]
    assert about_her
    assert all("<h1>Ada</h1>" in one for one in about_her), about_her
    assert any(one.startswith("Earlier with <h1>Ada</h1>") for one in about_her)


def test_no_tooltip_makes_a_page_of_what_a_file_or_a_connector_of_somebody_else_says(
    sitting: Sitting, qapp: QApplication
) -> None:
    window = sitting.window
    found = read(f"shortcut,title,text\nada,{_NAME},Hello\n".encode())
    plan = planned(found, [], window.bridge.me, names_of((), ()), "en", lambda _raw: None)
    card = ImportCard(window, "ada.csv", found, plan)
    told = [item.toolTip(1) for row in range(card.lines.topLevelItemCount()) if (item := card.lines.topLevelItem(row))]
    told.append(PlatformCard(Platform("ada", "Ada", "globe", "", _NAME), window).toolTip())
    told.append(IconButton("x", f"Take {_NAME} off", parent=window).toolTip())
    assert len(told) == 3
    assert all("<img" in _seen(one) and "<h1>" in _seen(one) for one in told), told
