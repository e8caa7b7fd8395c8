"""The menu bar, made of the acts that name a menu; its entries run the same acts the keys and the palette do.

An entry only shows its key. The filter of keys is the one that runs acts, so that none runs twice.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from socialdesk.desktop.actions.keys import TAKES_KEYS
from socialdesk.desktop.actions.registry import Action, Facts
from socialdesk.desktop.look import icons
from socialdesk.desktop.widgets.plain_text import on_button

tr = QCoreApplication.translate
MENUS = ("file", "edit", "view", "thread", "go", "team", "help")
_OF_WORKSPACE = (
    ("app.connect", "app.settings", "app.people"),
    ("app.quiet", "app.away", "app.back"),
    ("app.keys", "app.quit"),
)
_WHERE_IT_CAN = {"app.back"}
"""What is not listed at all while it cannot be done."""


def menu_name(menu: str) -> str:
    """The name of a menu, with the letter that opens it."""
    names = {
        "file": tr("menu", "&File"),
        "edit": tr("menu", "&Edit"),
        "view": tr("menu", "&View"),
        "thread": tr("menu", "&Thread"),
        "go": tr("menu", "&Go"),
        "team": tr("menu", "Te&am"),
        "help": tr("menu", "&Help"),
    }
    return names[menu]


class MenuBar(QMenuBar):
    """The bar. It is filled when a menu is first opened, so that a start does not wait for it."""

    def __init__(
        self,
        window: QWidget,
        acts: Callable[[], Iterable[Action]],
        facts: Callable[[], Facts],
        run: Callable[[Action], None],
    ) -> None:
        super().__init__(window)
        self._acts = acts
        self._facts = facts
        self._run = run
        self._always = False
        self.setProperty(TAKES_KEYS, True)  # letters open menus here
        self.entries: dict[str, QAction] = {}
        self.setAccessibleName(tr("menu", "Menu bar"))
        for key in MENUS:
            if any(one.menu == key for one in acts()):
                menu = self.addMenu(menu_name(key))
                menu.setObjectName(key)
                menu.aboutToShow.connect(lambda key=key, menu=menu: self._fill(key, menu))
                menu.aboutToHide.connect(self._on_hide)
        self.show_always(is_on=False)

    def show_always(self, *, is_on: bool) -> None:
        """Keep the bar in sight, or hide it until Alt asks for it. On macOS it is the system's, and always there."""
        self._always = is_on or sys.platform == "darwin"
        self.setVisible(self._always)

    def ask(self) -> None:
        """Alt was pressed alone: show the bar with its first menu marked, or put it away again."""
        if self.isVisible() and not self._always:
            self.hide()
            return
        self.show()
        self.setFocus()
        if self.actions():
            self.setActiveAction(self.actions()[0])

    def menu(self, key: str) -> QMenu | None:
        """A menu, filled as it would open now."""
        found = self.findChild(QMenu, key)
        if found is not None:
            self._fill(key, found)
        return found

    def _fill(self, key: str, menu: QMenu) -> None:
        facts = self._facts()
        menu.clear()
        menu.setToolTipsVisible(True)
        for act in (one for one in self._acts() if one.menu == key):
            self.entries[act.id] = self._entry(menu, act, facts)

    def _entry(self, menu: QMenu, act: Action, facts: Facts) -> QAction:
        words = on_button(act.words)
        keys = act.shown_text
        entry = menu.addAction(icons.icon(act.icon), f"{words}\t{keys}" if keys else words)
        can = act.when(facts)
        entry.setEnabled(can)
        entry.setToolTip("" if can else act.otherwise)
        entry.triggered.connect(lambda _=False, act=act: self._choose(act))
        return entry

    def workspace_menu(self) -> QMenu:
        """What concerns the workspace as a whole, as it can be done now."""
        menu, facts, acts = QMenu(self.parentWidget()), self._facts(), {one.id: one for one in self._acts()}
        menu.setToolTipsVisible(True)
        for group in _OF_WORKSPACE:
            listed = [acts[id_] for id_ in group if id_ in acts]
            for act in (one for one in listed if one.id not in _WHERE_IT_CAN or one.when(facts)):
                self._entry(menu, act, facts)
            menu.addSeparator()
        return menu

    def offer_workspace(self, at: QPoint) -> None:
        """Open that menu at a place of the screen."""
        menu = self.workspace_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _choose(self, act: Action) -> None:
        # What opens over the window waits until the menu has let go of the focus.
        QTimer.singleShot(0, self, lambda: self._run(act))

    def _on_hide(self) -> None:
        if not self._always:
            QTimer.singleShot(0, self, self._hide_unless_open)

    def _hide_unless_open(self) -> None:
        if not self._always and QApplication.activePopupWidget() is None:
            self.hide()
