"""The page of settings: sections at the left, their settings at the right; each one counts as soon as it is chosen.

What is on it comes from the declarations; sections that need more give a part of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following, sized
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import COLUMN_MOST, scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.settings.row import SettingRow
from socialdesk.desktop.settings.finding import found, found_sections
from socialdesk.desktop.settings.registry import SECTION_ICONS, all_settings, section_name
from socialdesk.desktop.settings.setting import Kind, Section
from socialdesk.desktop.settings.values import Settings
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.enter_list import EnterList
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.search_field import SearchField

tr = QCoreApplication.translate
_ROOMY = 560
"""A narrower page has no room for the names of the sections, at 100 % text."""
Part = Callable[[], QWidget]
"""Makes what a section shows beside its settings."""


class SettingsPage(QWidget):
    """`parts` makes what stands beside plain settings in a section, when that is first shown."""

    left = Signal()
    """Back to the queue."""

    def __init__(self, settings: Settings, parts: Mapping[Section, Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._parts = parts
        self._declared = all_settings()
        self._rows: dict[str, SettingRow] = {}
        self._made = QWidget()
        self._is_narrow: bool | None = None
        self._shown: QWidget | None = None
        self._stands: Section | None = None
        """The section that stands there whole; none while something is looked for."""
        self._sections = [one for one in Section if one in parts or any(it.section is one for it in self._declared)]
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("settings", "Settings"))
        self.search_field = SearchField(tr("settings", "Search settings"), tr("settings", "Search settings"), (), self)
        self.list = EnterList(self)
        self._area = QScrollArea(self)
        self._build()
        self._dress()
        settings.changed.connect(self._on_changed)
        Following(self, self._dress)

    def enter(self, section: Section | None = None, key: str = "") -> None:
        """The page comes up, at a section or at one setting."""
        setting = next((one for one in self._declared if one.key == key), None)
        wanted = setting.section if setting is not None else section
        self.search_field.clear()
        at = max(0, self.list.currentRow())
        if wanted is not None and wanted in self._sections:
            at = self._sections.index(wanted)
        if at == self.list.currentRow() and self._needs_making(self._sections[at]):
            self._show_section(at)
        self.list.setCurrentRow(at)
        row = self._rows.get(key)
        (row.control if row is not None else self.list).setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None:
            self._area.ensureWidgetVisible(row)

    def _needs_making(self, section: Section) -> bool:
        """Whether what stands there is something else, or may have become old: parts read when they are made."""
        if section is not self._stands or section in self._parts:
            return True
        for key, row in self._rows.items():
            row.show_value(self._settings.get(key))
        return False

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[max(0, self.list.currentRow())]

    @property
    def focused_key(self) -> str:
        """The setting the keyboard is on, in its window; empty for none."""
        focus = self.window().focusWidget()  # may be None, which its types do not say
        rows = (key for key, row in self._rows.items() if focus and row.isAncestorOf(focus))
        return next(rows, "")

    def row(self, key: str) -> SettingRow | None:
        """The row of a setting, as far as it is shown."""
        return self._rows.get(key)

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        first = next((row.control for row in self._rows.values() if row.isVisible()), None) or self._first_in_part()
        return [self.search_field, self.list, *([first] if first is not None else [])]

    def _first_in_part(self) -> QWidget | None:
        """What takes the keys first in a section that has no settings of its own."""
        inside = self._shown.findChildren(QWidget) if self._shown is not None else []
        return next((one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()), None)

    def start_search(self) -> None:
        """Let somebody type what to look for."""
        self.search_field.setFocus()
        self.search_field.selectAll()

    def step(self, by: int) -> None:
        """Go on to the next or the previous section."""
        self.list.setCurrentRow(min(self.list.count() - 1, max(0, self.list.currentRow() + by)))

    def press_enter(self) -> None:
        """Enter, which the window has first: into the section, or what the list or button with the focus does."""
        match QApplication.focusWidget():
            case EnterList() as on:
                on.enter_pressed.emit()
            case QAbstractButton() as button:
                button.click()
            case _:
                pass

    def go_back(self) -> None:
        """From a field to the sections, from there to the queue."""
        if self.search_field.text():
            self.search_field.clear()
            self.list.setFocus()
        elif self.list.hasFocus() or not self.isAncestorOf(QApplication.focusWidget() or self):
            self.left.emit()
        else:
            self.list.setFocus()

    # Inside

    def _build(self) -> None:
        for section in self._sections:
            item = QListWidgetItem(icons.icon(SECTION_ICONS[section]), section_name(section))
            self.list.addItem(item)
        self.list.setAccessibleName(tr("settings", "Sections"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(1)
        self.list.currentRowChanged.connect(self._show_section)
        self.list.enter_pressed.connect(self._enter_section)
        self.search_field.textChanged.connect(self._on_search)
        self.search_field.installEventFilter(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = PlainLabel(tr("settings", "Settings"), 20, 650, parent=self)
        self._side = QWidget(self)
        side = self._column_of_sections = QVBoxLayout(self._side)
        side.setSpacing(12)
        side.addWidget(self._title)
        side.addWidget(self.search_field)
        side.addWidget(self.list, 1)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._area, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(self._beside, 1)
        QWidget.setTabOrder(self.search_field, self.list)

    def _fit(self) -> None:
        """Sections by name beside their settings; as icons, below the search, where those would have no room."""
        is_narrow = self.width() < scaled(_ROOMY)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._title.setVisible(not is_narrow)
            around = (8, 4, 4, 8) if is_narrow else (20, 18, 12, 12)
            self._column_of_sections.setContentsMargins(*around)
            focus = QApplication.focusWidget()
            if is_narrow:
                self._beside.insertWidget(0, self.search_field)
            else:
                self._column_of_sections.insertWidget(1, self.search_field)
            self._beside.setContentsMargins(*((4, 8, 12, 0) if is_narrow else (0, 0, 0, 0)))
            if focus is self.search_field:
                self.search_field.setFocus()
            self._name_sections()
        if is_narrow:
            self._side.setFixedWidth(scaled(34) + 26)
            return
        letters = QFontMetrics(font(14, 500))
        words = max(letters.horizontalAdvance(section_name(one)) for one in self._sections)
        wanted = max(scaled(232), words + scaled(30) + 56)
        self._side.setFixedWidth(min(wanted, max(180, round(self.width() * 0.38))))

    def _name_sections(self) -> None:
        for at, section in enumerate(self._sections):
            item, name = self.list.item(at), section_name(section)
            item.setText("" if self._is_narrow else name)
            item.setToolTip(name if self._is_narrow else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    def _show_section(self, at: int) -> None:
        if not 0 <= at < len(self._sections):
            return
        section = self._sections[at]
        inside = self._column()
        inside.addWidget(PlainLabel(section_name(section), 18, 650))
        self._add_rows(inside, [one.key for one in self._declared if one.section is section])
        if section in self._parts:
            inside.addWidget(self._parts[section]())
        inside.addStretch(1)
        self._put_up()
        self._stands = section

    def _enter_section(self) -> None:
        first = next((one for one in self.panes()[2:]), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_search(self, typed: str) -> None:
        if not typed.strip():
            self._show_section(self.list.currentRow())
            return
        hits = found(typed, self._declared)
        inside = self._column()
        last = None
        for setting in hits:
            if setting.section is not last:
                inside.addWidget(PlainLabel(section_name(setting.section), 18, 650))
                last = setting.section
            self._add_rows(inside, [setting.key])
        sections = [one for one in found_sections(typed) if one in self._sections]
        for section in sections:
            button = Button(section_name(section), icon=SECTION_ICONS[section])
            button.clicked.connect(lambda _=False, section=section: self.enter(section))
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if not hits and not sections:
            words = tr("settings", "No setting fits “{typed}”. Esc shows all of them again.")
            inside.addWidget(PlainLabel(words.format(typed=typed.strip()), 14, 400, "text2", wraps=True))
        inside.addStretch(1)
        self._put_up()

    def _column(self) -> QVBoxLayout:
        """An empty column of readable width in place of what was shown."""
        self._rows = {}
        self._stands = None
        whole = AnyWidth(self)
        whole.hide()
        whole.setObjectName("column")
        row = QHBoxLayout(whole)
        row.setContentsMargins(28, 22, 28, 22)
        inner = QWidget(whole)
        sized(inner, lambda: inner.setMaximumWidth(scaled(COLUMN_MOST)))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self._made = whole
        return column

    def _put_up(self) -> None:
        """Show the column that was made, whole, so that what is in it can take the focus at once."""
        if self._shown is not None:
            self._area.takeWidget()
            self._shown.setParent(self)  # it goes with the window, should that go before it does
            self._shown.deleteLater()
        self._shown = self._made
        self._area.setWidget(self._made)
        self._made.show()

    def _add_rows(self, column: QVBoxLayout, keys: list[str]) -> None:
        for setting in self._declared:
            if setting.key not in keys or setting.kind is Kind.HIDDEN:
                continue
            row = SettingRow(setting)
            row.show_value(self._settings.get(setting.key))
            row.wanted.connect(self._on_wanted)
            row.reset_wanted.connect(self._settings.reset)
            self._rows[setting.key] = row
            column.addWidget(row)

    def _on_wanted(self, key: str, value: str) -> None:
        problem = self._settings.put(key, value)
        row = self._rows.get(key)
        if row is not None and problem:
            row.say(problem)
        elif row is not None:
            row.show_value(self._settings.get(key))

    def _on_changed(self, key: str) -> None:
        row = self._rows.get(key)
        if row is not None:
            row.show_value(self._settings.get(key))

    def _dress(self) -> None:
        self._fit()
        self.list.setFont(font(14, 500))
        self.list.setIconSize(QSize(scaled(18), scaled(18)))
        for at, section in enumerate(self._sections):
            item = self.list.item(at)
            item.setIcon(icons.icon(SECTION_ICONS[section]))
            item.setSizeHint(QSize(scaled(34), scaled(34)))
        self.setStyleSheet(
            f"#settings, #column {{ background: {hex_of('surface')}; }}"
            f"#settings QListWidget {{ background: transparent; border: none; outline: none; }}"
            # Every line has the edges of the chosen one, unseen: its words stay where they are when it is chosen.
            f"#settings QListWidget::item {{ border: 2px solid transparent; border-left: 3px solid transparent;"
            f" border-radius: 6px; padding-left: 5px; color: {hex_of('text')}; }}"
            f"#settings QListWidget::item:hover {{ background: {hex_of('hover')}; }}"
            f"#settings QListWidget::item:selected {{ background: {hex_of('selected')}; color: {hex_of('text')};"
            f" border-left-color: {hex_of('accent')}; }}"
            f"#settings QListWidget::item:selected:focus {{ border-color: {hex_of('focus')}; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search_field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = next(iter(self._rows.values()), None)
            first = row.control if row is not None else self._first_in_part()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        super().keyPressEvent(event)
