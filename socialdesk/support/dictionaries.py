"""Finds spelling dictionaries (Hunspell's `.aff` and `.dic`): where systems and office programs keep them.

None of them comes with the program, except the one for American English that the spelling library brings along.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from socialdesk.support.paths import data_folder

_UNIX = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
)
_OFFICE = (
    "/usr/lib/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)


def own_folder() -> Path:
    """Where a person can put dictionaries for this program alone."""
    return data_folder() / "dictionaries"


def folders() -> list[Path]:
    """Every folder that is looked into, the nearest first."""
    found = [own_folder(), Path.home() / ".local/share/hunspell"]
    if sys.platform == "darwin":
        found += [Path.home() / "Library/Spelling", Path("/Library/Spelling")]
    found += [Path(one) for one in _UNIX]
    for office in _OFFICE:
        try:
            found += sorted(Path(office).glob("dict-*"))
        except OSError:
            continue
    return found


def find(where: Iterable[Path], languages: Iterable[str]) -> dict[str, Path]:
    """For each language (two letters) the path of its dictionary without an ending; the nearest and plainest wins."""
    wanted = set(languages)
    found: dict[str, Path] = {}
    for folder in where:
        try:
            files = sorted(folder.rglob("*.aff"), key=lambda file: (len(file.name), file.name))
        except OSError:
            continue
        for file in files:
            language = file.stem.replace("-", "_").partition("_")[0].lower()
            if language in wanted and language not in found and file.with_suffix(".dic").is_file():
                found[language] = file.with_suffix("")
    return found
