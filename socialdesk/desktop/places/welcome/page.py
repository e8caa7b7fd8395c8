"""Shows the first-run page: what the program is for, and the ways in; gives which one was taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons, language
from socialdesk.desktop.look.mark import paint_app_mark
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.theme import signals
from socialdesk.desktop.look.tokens import font, hex_of
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as ButtonKind
from socialdesk.desktop.widgets.focus_round import go_round
from socialdesk.desktop.widgets.keycap import KeyCaps
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.leaded import LeadedLabel

_CARD_WIDTH, _CARD_HEIGHT, _NARROWEST = 330, 226, 240
ACCESSIBILITY = "accessibility"
"""No section: the settings of several that make the program fit to eyes, ears and hands."""
_ANY = 16_777_215
"""As wide as Qt lets a widget be."""


class _Card(QFrame):
    """One way in, with its button and its key. A press anywhere on it is a press on the button."""

    def __init__(self, parent: QWidget, icon: str, *, title: str, text: str, act: str, key: str) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setMinimumHeight(_CARD_HEIGHT)
        self.setMaximumWidth(scaled(_CARD_WIDTH))
        self.picture = QLabel(self)
        self.picture.setObjectName("picture")
        self.picture.setFixedSize(40, 40)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title, self.text = QLabel(title, self), LeadedLabel(text, 13, 20, parent=self)
        self.title.setObjectName("title")
        self.title.setWordWrap(True)
        self.text.setObjectName("text")
        self.button = QPushButton(act, self)
        self.button.setAccessibleDescription(f"{title}. {text}")
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        foot.addWidget(KeyCaps((key,), parent=self))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 22, 20, 18)
        lines.setSpacing(0)
        lines.addWidget(self.picture)
        lines.addSpacing(14)
        lines.addWidget(self.title)
        lines.addSpacing(6)
        lines.addWidget(self.text)
        lines.addStretch(1)
        lines.addSpacing(12)
        lines.addLayout(foot)

    def show_first(self, *, is_first: bool) -> None:
        """Stand out as what Enter does, or stand back."""
        self.setObjectName("first" if is_first else "card")
        self.button.setObjectName("primary" if is_first else "plain")
        self.picture.setObjectName("pictureFirst" if is_first else "picture")
        colour = "accent" if is_first else "text2"
        self.picture.setPixmap(icons.pixmap(self._icon, colour, 20, self.devicePixelRatioF()))

    def dress(self) -> None:
        """Take the present look."""
        self.title.setFont(font(16, 650, tabular=False))
        self.button.setFont(font(13, 600, tabular=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Words that wrap inside two layouts are not given the height they need: it is asked for.
        room = event.size().width() - 44
        self.text.stand_high(room)
        self.title.setMinimumHeight(self.title.heightForWidth(room))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.button.click()


class WelcomePage(QWidget):
    """The page. Enter opens the demo, C connects a channel, O opens a workspace that is there already.

    Signals: `demo_wanted`, `channel_wanted`, `folder_wanted`, and `setting_wanted` with a section of the settings,
    or ACCESSIBILITY.
    """

    demo_wanted = Signal()
    channel_wanted = Signal()
    folder_wanted = Signal()
    setting_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Welcome"))
        self._sign = QLabel(self)
        self._sign.setObjectName("sign")
        self._sign.setFixedSize(56, 56)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(self.tr("Every message, one calm queue"), self)
        self._title.setObjectName("title")
        self._text = QLabel(
            self.tr("Comments, messages, mentions and reviews from all your channels, sorted by who waits longest."),
            self,
        )
        self._text.setObjectName("text")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._demo = _Card(
            self,
            "play-circle",
            title=self.tr("Try the demo"),
            text=self.tr(
                "A pretend shop with 240 conversations in English and French. No account, no network, nothing "
                "leaves this computer."
            ),
            act=self.tr("Open the demo"),
            key="↵",
        )
        self._channel = _Card(
            self,
            "link",
            title=self.tr("Connect a channel"),
            text=self.tr("Bring in what people write to you. About three minutes each."),
            act=self.tr("Connect"),
            key="C",
        )
        self._folder = _Card(
            self,
            "tray",
            title=self.tr("Open a workspace"),
            text=self.tr("You have a SocialDesk folder already: a copy, or one from another computer."),
            act=self.tr("Choose a folder"),
            key="O",
        )
        self._cards = (self._demo, self._channel, self._folder)
        self._demo.button.clicked.connect(self.demo_wanted)
        self._folder.button.clicked.connect(self.folder_wanted)
        self._news = QLabel(self)
        self._news.setObjectName("text")
        self._news.setTextFormat(Qt.TextFormat.PlainText)
        self._news.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._news.setWordWrap(True)
        self._channel.button.clicked.connect(self.channel_wanted)
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._demo.button)
        signals().changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where three do not fit beside each other, as in a small window with large text, they stand below each other.
        fits = event.size().width() - 88 >= len(self._cards) * scaled(_NARROWEST)
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        for card in self._cards:
            card.setMaximumWidth(scaled(_CARD_WIDTH) if fits else _ANY)
            card.setMinimumHeight(_CARD_HEIGHT if fits else 0)
        wide = sum(one.sizeHint().width() + self._foot.spacing() for one in self._first_things)
        fits = wide <= event.size().width() - 48
        self._foot.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def say(self, words: str) -> None:
        """Tell below the cards why something did not come to be."""
        self._news.setText(words)
        self._news.setAccessibleName(words)

    def _build(self) -> None:
        """Lay out what is there: sign, words, ways in, foot; it scrolls where there is no room."""
        self._row = cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        cards.setSpacing(20)
        cards.addStretch(1)
        for card in self._cards:
            card.button.installEventFilter(self)
            cards.addWidget(card, 1000)
        cards.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("inside")
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(24, 24, 24, 38)
        lines.setSpacing(0)
        lines.addStretch(4)
        lines.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(22)
        lines.addWidget(self._title)
        lines.addSpacing(8)
        lines.addWidget(self._text)
        lines.addSpacing(42)
        lines.addLayout(cards)
        lines.addSpacing(16)
        lines.addWidget(self._news)
        lines.addStretch(7)
        lines.addLayout(self._build_foot())

    def _build_foot(self) -> QBoxLayout:
        """What somebody may need before anything else: their language, their light, their keys."""
        self._first_things: list[Button] = []
        self._foot = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(12)
        foot.addStretch(1)
        for section, icon, words in (
            ("language", "translate", name_of(language.current())),
            ("appearance", "sun", self.tr("Light, dark, text size")),
            ("keys", "keyboard", self.tr("Keys")),
            (ACCESSIBILITY, "person", self.tr("Accessibility")),
        ):
            button = Button(words, ButtonKind.GHOST, icon=icon, parent=self)
            button.clicked.connect(lambda _on=False, section=section: self.setting_wanted.emit(section))
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
            self._first_things.append(button)
        foot.addStretch(1)
        return foot

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        """Tab goes round on the page: the window under it is not there yet."""
        stop = go_round(self.findChildren(QPushButton), self.window().focusWidget(), forward=next)
        if stop is not None:
            self._area.ensureWidgetVisible(stop)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focus = self.window().focusWidget()
                inside = focus if isinstance(focus, QPushButton) and self.isAncestorOf(focus) else None
                (inside or self._demo.button).click()
            case Qt.Key.Key_O if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.folder_wanted.emit()
            case Qt.Key.Key_C if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.channel_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_first()
        return super().eventFilter(watched, event)

    def _show_first(self) -> None:
        first = next((card for card in self._cards if card.button.hasFocus()), self._demo)
        for card in self._cards:
            card.show_first(is_first=card is first)
        self._dress_sheet()

    def _dress(self) -> None:
        self._title.setFont(font(28, 650, tabular=False))
        self._text.setFont(font(15, 400, tabular=False))
        sign = icons.blank(56, 56, self.devicePixelRatioF())
        painter = QPainter(sign)
        paint_app_mark(painter, QRectF(0, 0, 56, 56))
        painter.end()
        self._sign.setPixmap(sign)
        for card in self._cards:
            card.dress()
        self._news.setFont(font(13, 400, tabular=False))
        self._show_first()

    def _dress_sheet(self) -> None:
        css = hex_of
        self.setStyleSheet(
            f"#welcome, #area, #inside {{ background: {css('list')}; border: none; }}"
            f"#title {{ color: {css('text')}; }} #text {{ color: {css('text2')}; }}"
            f"#card, #first {{ background: {css('surface')}; border: 1px solid {css('line')}; border-radius: 12px;"
            f" margin: 1px; }}"
            f"#first {{ border: 2px solid {css('accent')}; margin: 0; }}"
            f"#picture, #pictureFirst {{ background: {css('chip')}; border-radius: 8px; }}"
            f"#pictureFirst {{ background: {css('accentTint')}; }}"
            f"QPushButton {{ border: 1px solid {css('lineStrong')}; border-radius: 6px; padding: 0 15px;"
            f" min-height: 30px; background: {css('surface')}; color: {css('text')}; }}"
            f"QPushButton:focus {{ border: 2px solid {css('text')}; padding: 0 14px; min-height: 28px; }}"
            f"#primary {{ background: {css('accent')}; color: {css('onAccent')}; border-color: {css('accent')}; }}"
            f"#primary:hover {{ background: {css('accentHover')}; }}"
        )
