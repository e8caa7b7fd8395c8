"""Writes the tables of keys and settings into the manual, as the program declares them: `python -m tools.manual`.

What stands between the two marks of a page is replaced; everything else is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.actions.groups import group_name, grouped
from socialdesk.desktop.actions.keycaps import written
from socialdesk.desktop.actions.keymap import KeyMap
from socialdesk.desktop.actions.presets import Preset
from socialdesk.desktop.settings.registry import all_settings, section_name
from socialdesk.desktop.settings.setting import Kind, Section, Setting

DOCS = Path(__file__).parents[1] / "docs" / "user"
_BETWEEN = re.compile(r"(<!-- table: made by tools/manual.py -->\n).*?(<!-- end of table -->)", re.DOTALL)


def keys() -> str:
    """Every act with its keys in each preset, by place."""
    acts = all_acts().declared
    presets = {one: KeyMap(one).all(acts) for one in Preset}
    lines: list[str] = []
    for group, inside in grouped(acts):
        lines += [
            "",
            f"### {group_name(group)}",
            "",
            "| | SocialDesk | Like Gmail | No single letters |",
            "|---|---|---|---|",
        ]
        for act in inside:
            shown = [", ".join(f"`{written(key)}`" for key in presets[one][act.id]) for one in Preset]
            lines.append(f"| {act.words} | {' | '.join(shown)} |")
    return "\n".join([*lines, "", ""])


def settings() -> str:
    """Every setting by section, with what it is without being set and what it can be."""
    lines: list[str] = []
    for section in Section:
        inside = [one for one in all_settings() if one.section is section and one.kind is not Kind.HIDDEN]
        if inside:
            lines += ["", f"### {section_name(section)}", "", "| setting | at first | can be | key in the desk file |"]
            lines.append("|---|---|---|---|")
            lines += [f"| {one.title} | {one.shown(one.default)} | {_range(one)} | `{one.key}` |" for one in inside]
    return "\n".join([*lines, "", ""])


def _range(setting: Setting) -> str:
    match setting.kind:
        case Kind.CHOICE:
            return ", ".join(words for _, words in setting.choices)
        case Kind.NUMBER:
            return f"{setting.least} to {setting.most} {setting.unit}".strip()
        case Kind.TIME:
            return "a time"
        case Kind.DAYS:
            return "days of the week, 1 for Monday"
        case _:
            return "on, off"


def page(text: str, table: str) -> str:
    """A page with the table in its place. Raises ValueError where the page has no place for one."""
    if not _BETWEEN.search(text):
        raise ValueError("the page has no marks for a table")
    return _BETWEEN.sub(lambda found: f"{found[1]}{table}{found[2]}", text)


PAGES: Mapping[str, str] = {"keys.md": "keys", "settings.md": "settings"}


def table_of(name: str) -> str:
    """The table of a page."""
    return keys() if PAGES[name] == "keys" else settings()


def main() -> None:
    """Write both pages."""
    for name in PAGES:
        file = DOCS / name
        file.write_text(page(file.read_text(encoding="utf-8"), table_of(name)), encoding="utf-8")
        print(f"{file.relative_to(DOCS.parents[1])}: written")


if __name__ == "__main__":
    main()
