"""Writes the two tables at the top of `docs/connectors/networks.md`: `python -m tools.networks`.

One is put together from the tables below it, one from the manifests; the tables below are written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.capability import Capabilities

PAGE = Path(__file__).parents[1] / "docs" / "connectors" / "networks.md"
ELSEWHERE = ("demo",)
"""What has a connector and no table here: a made-up network."""
MARKS = {"done": "●", "partly": "◐", "cannot": "–", "missing": "○"}
_SECTION = re.compile(r"^\| `(\w+)` \| \| .*\n\|[-|]+\n((?:\| .*\n)+)", re.MULTILINE)
_MADE = r"(<!-- table {name}: made by tools/networks.py -->\n).*?(<!-- end of table -->)"
Rows = Mapping[str, tuple[str, str]]


def networks() -> list[Manifest]:
    """The networks that the page tells of, by name."""
    told = [one for one in Registry().manifests() if not one.not_yet and one.id not in ELSEWHERE]
    return sorted(told, key=lambda one: one.name.casefold())


def written(text: str) -> dict[str, Rows]:
    """By network, what the page says: of each thing its state, and how or why not."""
    found: dict[str, Rows] = {}
    for id_, lines in _SECTION.findall(text):
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines.splitlines()]
        found[id_] = {what: (state, how) for what, state, how in cells}
    return found


def glance(told: Mapping[str, Rows]) -> str:
    """The state of everything at all networks."""
    shown = [one for one in networks() if one.id in told]
    rows = [what for rows in list(told.values())[:1] for what in rows]
    body = [[what, *(MARKS.get(told[one.id].get(what, ("", ""))[0], "?") for one in shown)] for what in rows]
    return _table(["", *(one.name for one in shown)], body)


def limits() -> str:
    """What the manifests say of texts, pictures, windows, repeats and budgets."""
    body: list[list[str]] = []
    for one in networks():
        alike: dict[tuple[str, ...], list[str]] = {}
        for kind, can in one.by_kind.items():
            alike.setdefault(_told(can), []).append(kind.value)
        body += [[one.name, ", ".join(kinds), *cells] for cells, kinds in alike.items()]
    budgets = [
        [one.name, "; ".join(f"{limit.points:,} in {limit.per.total_seconds():,.0f} s" for limit in one.budgets) or "–"]
        for one in networks()
    ]
    heads = ["", "threads", "longest text", "pictures in an answer", "answered within", "a repeat is known by"]
    return _table(heads, body) + _table(["", "points of its budgets"], budgets)


def _told(can: Capabilities) -> tuple[str, ...]:
    text = f"{can.text.most:,} {can.text.unit.value}"
    if can.text.bytes_most:
        text += f", {can.text.bytes_most:,} bytes"
    limit = can.attachments
    pictures = "–" if limit is None else f"{limit.most}, up to {limit.bytes_most / 1_000_000:g} MB"
    window = "–" if can.reply_window is None else f"{can.reply_window.total_seconds() / 3600:g} h"
    return text, pictures, window, can.idempotency.value


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n" + "\n".join(lines) + "\n\n"


def made(text: str) -> str:
    """The page with its two tables as they are now. Raises ValueError where it has no place for one."""
    for name, table in (("glance", glance(written(text))), ("limits", limits())):
        place = re.compile(_MADE.format(name=name), re.DOTALL)
        if not place.search(text):
            raise ValueError(f"the page has no marks for the table {name!r}")
        text = place.sub(lambda found, table=table: f"{found[1]}{table}{found[2]}", text)
    return text


def main() -> None:
    """Write the page."""
    PAGE.write_text(made(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{PAGE.relative_to(PAGE.parents[2])}: written")


if __name__ == "__main__":
    main()
