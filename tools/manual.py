"""Writes the tables of keys and settings into the manual, as the program declares them: `python -m tools.manual`.

What stands between the two marks of a page is replaced; everything else is written by hand. Each language of the
manual has the tables in the words of its own screens.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.actions.groups import group_name, grouped
from socialdesk.desktop.actions.keycaps import written
from socialdesk.desktop.actions.keymap import KeyMap
from socialdesk.desktop.actions.presets import Preset
from socialdesk.desktop.settings.registry import all_settings, section_name
from socialdesk.desktop.settings.setting import Kind, Section, Setting
from socialdesk.support.resources import resource

DOCS = Path(__file__).parents[1] / "docs" / "user"
_BETWEEN = re.compile(r"(<!-- table: made by tools/manual.py -->\n).*?(<!-- end of table -->)", re.DOTALL)


ENGLISH: Mapping[str, str] = {}
FRENCH: Mapping[str, str] = {
    "Like Gmail": "Comme Gmail",
    "No single letters": "Sans lettres seules",
    "setting": "paramètre",
    "at first": "au départ",
    "can be": "peut être",
    "key in the desk file": "clé dans le fichier du poste",
    "to": "à",
    "a time": "une heure",
    "days of the week, 1 for Monday": "jours de la semaine, 1 pour lundi",
    "on": "activé",
    "off": "désactivé",
}
"""The few words of the tables that no screen says."""
FOLDERS: Mapping[str, tuple[str, Mapping[str, str]]] = {"": ("en", ENGLISH), "fr": ("fr", FRENCH)}
"""By the folder of the manual: the code of its language, and its words for what no screen says."""


@contextmanager
def speaking(code: str) -> Generator[None]:
    """Speak a language while the tables are made, and no other afterwards. Needs an application."""
    translator = QTranslator()
    translator.load(str(resource("i18n") / f"socialdesk_{code}.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def keys(own: Mapping[str, str] = ENGLISH) -> str:
    """Every act with its keys in each preset, by place."""
    acts = all_acts().declared
    presets = {one: KeyMap(one).all(acts) for one in Preset}
    lines: list[str] = []
    for group, inside in grouped(acts):
        lines += [
            "",
            f"### {group_name(group)}",
            "",
            f"| | SocialDesk | {_in(own, 'Like Gmail')} | {_in(own, 'No single letters')} |",
            "|---|---|---|---|",
        ]
        for act in inside:
            shown = [", ".join(f"`{written(key)}`" for key in presets[one][act.id]) for one in Preset]
            lines.append(f"| {act.words} | {' | '.join(shown)} |")
    return "\n".join([*lines, "", ""])


def settings(own: Mapping[str, str] = ENGLISH) -> str:
    """Every setting by section, with what it is without being set and what it can be."""
    heads = " | ".join(_in(own, word) for word in ("setting", "at first", "can be", "key in the desk file"))
    lines: list[str] = []
    for section in Section:
        inside = [one for one in all_settings() if one.section is section and one.kind is not Kind.HIDDEN]
        if inside:
            lines += ["", f"### {section_name(section)}", "", f"| {heads} |"]
            lines.append("|---|---|---|---|")
            lines += [
                f"| {one.title} | {one.shown(one.default)} | {_range(one, own)} | `{one.key}` |" for one in inside
            ]
    return "\n".join([*lines, "", ""])


def _in(own: Mapping[str, str], word: str) -> str:
    return own.get(word, word)


def _range(setting: Setting, own: Mapping[str, str]) -> str:
    match setting.kind:
        case Kind.CHOICE:
            return ", ".join(words for _, words in setting.choices)
        case Kind.NUMBER:
            return f"{setting.least} {_in(own, 'to')} {setting.most} {setting.unit}".strip()
        case Kind.TIME:
            return _in(own, "a time")
        case Kind.DAYS:
            return _in(own, "days of the week, 1 for Monday")
        case _:
            return f"{_in(own, 'on')}, {_in(own, 'off')}"


def page(text: str, table: str) -> str:
    """A page with the table in its place. Raises ValueError where the page has no place for one."""
    if not _BETWEEN.search(text):
        raise ValueError("the page has no marks for a table")
    return _BETWEEN.sub(lambda found: f"{found[1]}{table}{found[2]}", text)


PAGES: Mapping[str, str] = {
    f"{folder}/{name}".lstrip("/"): table
    for folder in FOLDERS
    for name, table in (("keys.md", "keys"), ("settings.md", "settings"))
}


def table_of(name: str) -> str:
    """The table of a page, in the language of its folder. Needs an application."""
    code, own = FOLDERS[name.rpartition("/")[0]]
    with speaking(code):
        return keys(own) if PAGES[name] == "keys" else settings(own)


def main() -> None:
    """Write all pages that have a table."""
    app = QCoreApplication([])
    for name in PAGES:
        file = DOCS / name
        file.write_text(page(file.read_text(encoding="utf-8"), table_of(name)), encoding="utf-8")
        print(f"{file.relative_to(DOCS.parents[1])}: written")
    app.shutdown()


if __name__ == "__main__":
    main()
