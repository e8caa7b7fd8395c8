"""Gets what was typed and the settings, gives those it means; blind to case and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from socialdesk.desktop.settings.registry import SECTION_WORDS, section_name
from socialdesk.desktop.settings.setting import Kind, Section, Setting


def found(typed: str, settings: Iterable[Setting]) -> list[Setting]:
    """Settings with every typed word in their title, help, choices, other words or section."""
    words = _plain(typed).split()
    return [one for one in settings if one.kind is not Kind.HIDDEN and all(word in _said(one) for word in words)]


def found_sections(typed: str) -> list[Section]:
    """Parts of the page with every typed word in their name or in what else they are found by."""
    words = _plain(typed).split()
    said = {section: _plain(" ".join((section_name(section), *other))) for section, other in SECTION_WORDS.items()}
    return [section for section, text in said.items() if all(word in text for word in words)]


def _said(setting: Setting) -> str:
    choices = (words for _, words in setting.choices)
    return _plain(" ".join((setting.title, setting.help, *choices, *setting.also, section_name(setting.section))))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
