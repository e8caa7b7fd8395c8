"""Puts the application into a language: words, plural forms, numbers, dates, direction. Knows no language by name.

A language is a file `resources/i18n/socialdesk_CODE.qm`; which there are is read from the folder. A window keeps the
words it was made with, so who changes the language makes its window anew.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from socialdesk.support.resources import resource
from socialdesk.support.values import value_class

SOURCE = "en"
"""The language the code is written in. Its file holds the plural forms only."""
_STEM = "socialdesk_"


@value_class(frozen=True, slots=True)
class Language:
    """A language one can choose. `name` is how its own readers call it."""

    code: str
    name: str


class _State:
    code = SOURCE
    translators: tuple[QTranslator, ...] = ()


def languages() -> tuple[Language, ...]:
    """Every language there is a file for, by name."""
    # Not by a pattern, which would be compiled at each start.
    files = [file for file in resource("i18n").iterdir() if file.suffix == ".qm" and file.stem.startswith(_STEM)]
    codes = sorted(file.stem.removeprefix(_STEM) for file in files)
    return tuple(sorted((Language(code, own_name(code)) for code in codes), key=lambda one: one.name))


def own_name(code: str) -> str:
    """The name of a language in itself: Français for fr; the code where Qt knows no name."""
    locale = QLocale(code)
    if locale.language() is QLocale.Language.C:
        return code.upper()
    name = "English" if code == SOURCE else locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code.upper()


def current() -> str:
    """The code of the language in force."""
    return _State.code


def resolved(chosen: str) -> str:
    """The code for a choice; "" follows the system, and what there is no file for becomes English."""
    known = {one.code for one in languages()}
    wanted = [chosen] if chosen else QLocale.system().uiLanguages()
    for name in wanted:
        for code in (name.replace("-", "_"), name.replace("-", "_").split("_")[0]):
            if code in known:
                return code
    return SOURCE


def speak(app: QApplication, chosen: str = "") -> str:
    """Speak the chosen language from now on, or with "" the system's. The code now in force is returned."""
    code = resolved(chosen)
    locale = _locale(code)
    if code != _State.code or not _State.translators:
        use(app, _translators(app, code))
        _State.code = code
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    return code


def use(app: QApplication, translators: tuple[QTranslator, ...]) -> None:
    """Take these translators in place of those before, the last one asked first."""
    for old in _State.translators:
        app.removeTranslator(old)
    for new in translators:
        app.installTranslator(new)
    _State.translators = translators


def _locale(code: str) -> QLocale:
    """The system's own habits where it speaks this language, such as the dates of Canada; else the usual ones."""
    system = QLocale.system()
    return system if system.language() is QLocale(code).language() else QLocale(code)


def _translators(app: QApplication, code: str) -> tuple[QTranslator, ...]:
    found: list[QTranslator] = []
    qt = QTranslator(app)
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        found.append(qt)  # what Qt says in its own dialogs and menus
    ours = QTranslator(app)
    if ours.load(str(resource("i18n") / f"socialdesk_{code}.qm")):
        found.append(ours)
    return tuple(found)
