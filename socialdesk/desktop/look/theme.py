"""Dresses the application: palette, colour scheme, fonts and one small stylesheet; tells everyone when that changed.

`apply` is called once before the first window and again on every change of theme, zoom or font. Widgets that paint
themselves take their colours from `tokens.ink` and repaint with the palette; whoever keeps laid-out text or pictures
listens to `signals().changed`.
"""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import getCppPointer

from socialdesk.desktop.look import fonts, icons, metrics, stylesheet, tokens
from socialdesk.desktop.look.tokens import Theme, Tokens, ink

_AT_ONCE = 40
"""So many hidden widgets are told of another size in one turn of the loop."""


class Signals(QObject):
    """What the look tells."""

    changed = Signal()
    """Colours, zoom or fonts are others now, and are in force already."""


class _State:
    theme = Theme.SYSTEM
    signals: Signals | None = None
    later: _Later | None = None
    is_following = False
    is_applying = False
    system_accent: QColor | None = None
    uses_system_accent = False
    sheet = ""
    """What is worn, by the application or by the windows that stand."""


def signals() -> Signals:
    """The one teller; connect to `signals().changed`."""
    if _State.signals is None:
        _State.signals = Signals()
    return _State.signals


def theme() -> Theme:
    """What was chosen, which may be to follow the system."""
    return _State.theme


def in_force() -> tuple[object, ...]:
    """What a widget is dressed for: while it is the same, dressing one again changes nothing."""
    return tokens.current(), metrics.zoom(), metrics.is_compact(), fonts.face(), fonts.family()


def resolved(wanted: Theme) -> str:
    """The name of the tokens for a choice, asking the system where the choice says so."""
    hints = QApplication.styleHints()
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    wants_contrast = False
    accessibility = getattr(hints, "accessibility", None)  # newer than Qt 6.10
    if accessibility is not None:
        preference = getattr(accessibility(), "contrastPreference", None)
        wants_contrast = preference is not None and preference().name == "HighContrast"
    match wanted:
        case Theme.LIGHT:
            return "light"
        case Theme.DARK:
            return "dark"
        case Theme.SYSTEM if not wants_contrast:
            return "dark" if is_dark else "light"
        case _:
            return "contrastDark" if is_dark else "contrastLight"


def use_system_accent(*, is_used: bool) -> None:
    """Take the system's accent instead of ours, or ours again. `apply` must follow."""
    _State.uses_system_accent = is_used


def apply(app: QApplication, wanted: Theme = Theme.SYSTEM) -> Tokens:
    """Dress `app` as chosen and tell everyone. The tokens now in force are returned."""
    if not _State.is_following:
        _State.is_following = True
        # Ours hides it as soon as it is set.
        _State.system_accent = app.palette().color(QPalette.ColorRole.Accent)
        app.setStyle(QStyleFactory.create("Fusion"))
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda: _system_changed(app))
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(lambda: _system_changed(app))
    _State.is_applying = True
    try:
        _State.theme = wanted
        with _nothing_collected():
            now = _dress(app, wanted)
    finally:
        _State.is_applying = False
    signals().changed.emit()
    return now


def _dress(app: QApplication, wanted: Theme) -> Tokens:
    hints = QApplication.styleHints()
    if wanted in {Theme.SYSTEM, Theme.CONTRAST}:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if wanted is Theme.DARK else Qt.ColorScheme.Light)
    now = tokens.tokens_of(resolved(wanted))
    if _State.uses_system_accent and _State.system_accent is not None:
        from socialdesk.desktop.look.accent import with_accent

        now = with_accent(now, _State.system_accent)
    if now != tokens.current():
        icons.forget()  # another size leaves their colours as they are
    tokens.use(now)
    app.setFont(fonts.font(13))
    palette = _palette()
    if app.palette() != palette:
        app.setPalette(palette)
    sheet = stylesheet.written()
    if _State.sheet != sheet:
        _wear(app, sheet)
    else:
        _measure_again(app)
    return now


def _wear(app: QApplication, sheet: str) -> None:
    """Put the sheet in force.

    Set on the application it polishes each widget once for every one above it, set on a window twice. So the
    application keeps the one it had as long as windows stand, and these take the new one over it.
    """
    _State.sheet = sheet
    windows = [one for one in app.topLevelWidgets() if one.parentWidget() is None and not one.inherits("QTipLabel")]
    if not any(one.isVisible() for one in windows):
        _settle(app, windows)
        return
    for one in windows:
        one.setStyleSheet(sheet)


def before_window(app: QApplication) -> None:
    """Have whatever is made from now on without a parent look as the windows do that stand."""
    _settle(app, app.topLevelWidgets())


def _settle(app: QApplication, windows: Iterable[QWidget]) -> None:
    if app.styleSheet() != _State.sheet:
        app.setStyleSheet(_State.sheet)
    for one in windows:
        if one.styleSheet() and one.parentWidget() is None:
            one.setStyleSheet("")


def _measure_again(app: QApplication) -> None:
    """Tell every widget once that sizes are others: those that are seen at once, the hidden ones after the next frame.

    The sheet names colours only: setting it for another size would polish each widget once for every one above it.
    """
    told = QEvent(QEvent.Type.StyleChange)
    known: set[int] = set()
    for widget in app.allWidgets():
        if widget.isVisible():
            known.add(_place_of(widget))
            app.sendEvent(widget, told)
    if _State.later is None:
        _State.later = _Later(app)
    _State.later.tell_all_but(known)


def _place_of(widget: QWidget) -> int:
    """What tells a widget from all others while it lives."""
    return getCppPointer(widget)[0]


class _Later(QObject):
    """Tells widgets that nobody sees, some in each turn of the loop."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._known: set[int] = set()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._tell_some)
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._turn.start)

    def tell_all_but(self, known: set[int]) -> None:
        """Tell all but these, which know it, once the frame is painted that shows them."""
        self._known = known
        self._turn.stop()
        self._first.start()

    def _tell_some(self) -> None:
        told = QEvent(QEvent.Type.StyleChange)
        # Asked for anew in each turn: some go in between, and none may be kept that went.
        waiting = [one for one in self._app.allWidgets() if _place_of(one) not in self._known]
        with _nothing_collected():
            for widget in waiting[:_AT_ONCE]:
                self._known.add(_place_of(widget))
                self._app.sendEvent(widget, told)
        if len(waiting) <= _AT_ONCE:
            self._turn.stop()


@contextmanager
def _nothing_collected() -> Generator[None]:
    """Keep Python from collecting: Qt goes through a list of all widgets, and our event filters run in between.

    A widget that nobody refers to any longer would be deleted while it stands in that list, and the program end there.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _system_changed(app: QApplication) -> None:
    if not _State.is_applying and _State.theme in {Theme.SYSTEM, Theme.CONTRAST}:
        apply(app, _State.theme)


def _palette() -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for where, token in (
        (role.Window, "surface"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "list"),
        (role.Text, "text"),
        (role.PlaceholderText, "text3"),
        (role.Button, "raised"),
        (role.ButtonText, "text"),
        (role.BrightText, "onOver"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "onAccent"),
        (role.Accent, "accent"),
        (role.ToolTipBase, "toast"),
        (role.ToolTipText, "onToast"),
        (role.Light, "raised"),
        (role.Midlight, "line"),
        (role.Mid, "lineStrong"),
        (role.Dark, "control"),
        (role.Shadow, "shadow"),
    ):
        made.setColor(where, ink(token))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, ink("text3"))
    return made
