"""Gives the name of a language in that language, as a reader of it knows it."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_SHORT = {"en": "English", "es": "Español"}
"""Where Qt names the country as well."""


def name_of(code: str) -> str:
    """The name, such as Français for fr; the code itself where Qt knows no name."""
    locale = QLocale(code)
    if locale.language() is QLocale.Language.C:
        return code.upper()
    name = _SHORT.get(code) or locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code.upper()
