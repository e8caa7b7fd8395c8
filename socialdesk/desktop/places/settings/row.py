"""One setting on the page: its title, what it means, the control, and what is wrong with what was written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.settings.setting import Kind, Setting
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.tick import Tick

tr = QCoreApplication.translate


class SettingRow(QWidget):
    """A row. `wanted` carries what a person asks for; `show_value` shows what is so."""

    wanted = Signal(str, str)
    reset_wanted = Signal(str)

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._value = setting.default
        self.problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        self.problem.hide()
        self.reset = IconButton(
            "arrow-counter-clockwise",
            tr("settings", "{title}: back to {default}").format(
                title=setting.title, default=setting.shown(setting.default)
            ),
            size=28,
            parent=self,
        )
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        self.reset.clicked.connect(lambda: self.reset_wanted.emit(setting.key))
        self.control = self._control()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._around() if setting.kind in {Kind.NUMBER, Kind.DAYS} else self.control, 10)
        line.addWidget(self.reset)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        if setting.kind is not Kind.FLAG:
            title = PlainLabel(setting.title, 14, 600, wraps=True, parent=self)
            title.setBuddy(self.control)
            column.addWidget(title)
        column.addLayout(line)
        if setting.help:
            column.addWidget(PlainLabel(setting.help, 13, 400, "text2", wraps=True, parent=self))
        column.addWidget(self.problem)
        self.show_value(setting.default)

    def show_value(self, value: str) -> None:
        """What is so now."""
        self._value = value
        self.say("")
        self.reset.setVisible(value != self.setting.default)
        control = self.control
        control.blockSignals(True)
        match control:
            case Tick():
                control.setChecked(value == "1")
            case Combo():
                control.setCurrentIndex(max(0, control.findData(value)))
            case QLineEdit():
                control.setText(value)
            case _:
                for day, box in enumerate(self._days, 1):
                    box.blockSignals(True)
                    box.setChecked(str(day) in value.split(","))
                    box.blockSignals(False)
        control.blockSignals(False)

    def say(self, problem: str) -> None:
        """Tell at the field what is wrong with it; nothing takes that away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.control.setAccessibleDescription(problem or self.setting.help)

    def _control(self) -> QWidget:
        setting = self.setting
        match setting.kind:
            case Kind.FLAG:
                made: QWidget = Tick(setting.title, parent=self)
                assert isinstance(made, Tick)
                made.toggled.connect(self._take_tick)
            case Kind.CHOICE:
                made = Combo(self)
                assert isinstance(made, Combo)
                for value, words in setting.choices:
                    made.addItem(words, value)
                made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                made.setMinimumContentsLength(12)
                choice = made
                sized(choice, lambda: choice.setMaximumWidth(scaled(340)))
                made.currentIndexChanged.connect(self._take_choice)
            case Kind.NUMBER | Kind.TIME:
                made = Field(self)
                assert isinstance(made, QLineEdit)
                number = made
                sized(number, lambda: number.setFixedWidth(scaled(76)))
                made.editingFinished.connect(self._take_text)
            case _:
                made = QWidget(self)
        made.setAccessibleName(setting.title)
        is_wide = setting.kind is Kind.CHOICE
        if setting.kind is not Kind.FLAG:
            across = QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Maximum
            made.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        return made

    def _around(self) -> QWidget:
        """What stands around the control: steps beside a number, the days of a week."""
        setting, whole = self.setting, QWidget(self)
        self._days: list[Tick] = []
        if setting.kind is Kind.DAYS:
            days = FlowLayout(whole)
            days.setContentsMargins(0, 0, 0, 0)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            whole.setSizePolicy(policy)
            for day in range(1, 8):
                box = Tick(QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat), 13, 500, whole)
                box.setAccessibleName(QLocale().standaloneDayName(day, QLocale.FormatType.LongFormat))
                box.toggled.connect(self._take_days)
                self._days.append(box)
                days.addWidget(box)
            return whole
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        less = IconButton("minus", tr("settings", "{title}: less").format(title=setting.title), bordered=True)
        more = IconButton("plus", tr("settings", "{title}: more").format(title=setting.title), bordered=True)
        less.clicked.connect(lambda: self._step(-setting.step))
        more.clicked.connect(lambda: self._step(setting.step))
        line.addWidget(less)
        line.addWidget(self.control)
        if setting.unit:
            line.addWidget(PlainLabel(setting.unit, 13, 400, "text2"))
        line.addWidget(more)
        line.addStretch(1)
        return whole

    def _step(self, by: int) -> None:
        now = int(self._value) + by
        self._want(str(min(self.setting.most, max(self.setting.least, now))))

    def _take_tick(self, is_on: bool) -> None:
        self._want("1" if is_on else "0")

    def _take_choice(self, at: int) -> None:
        self._want(self.setting.choices[at][0])

    def _take_text(self) -> None:
        assert isinstance(self.control, QLineEdit)
        text = self.control.text().strip().removesuffix("%").strip()
        if self.setting.kind is Kind.TIME:
            text = text.replace(" ", "").casefold().replace("h", ":")  # as French writes it: 17 h 30
        if text != self._value:
            self._want(text)
        else:
            self.say("")

    def _take_days(self) -> None:
        self._want(",".join(str(day) for day, box in enumerate(self._days, 1) if box.isChecked()))

    def _want(self, value: str) -> None:
        self.wanted.emit(self.setting.key, value)
