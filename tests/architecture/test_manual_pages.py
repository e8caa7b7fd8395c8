"""The manual is the same book in both languages, shows what it declares, and names keys that there are."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QImage

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.actions.keymap import KeyMap
from socialdesk.desktop.actions.presets import Preset
from tests.images.scenes import all_scenes
from tools.shown import LANGUAGES, MANUAL, MOST_BYTES, MOST_BYTES_OF_ALL, PAGES, PICTURES

FOLDERS = {"en": MANUAL, "fr": MANUAL / "fr"}
PARTS = ("*.md", "networks/*.md")
NAMES = sorted(file.relative_to(MANUAL).as_posix() for part in PARTS for file in MANUAL.glob(part))
FRENCH = sorted(file.relative_to(FOLDERS["fr"]).as_posix() for part in PARTS for file in FOLDERS["fr"].glob(part))
EVERY = [*NAMES, *(f"fr/{name}" for name in FRENCH)]
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_SHAPE = re.compile(r"^(#+ |\|| *(?:-|\d+\.) )", re.MULTILINE)
_TABLE = re.compile(r"<!-- table:.*?<!-- end of table -->", re.DOTALL)
_CHORD = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?!(?:Ctrl|Alt|Shift)\b)(?:[A-Z][a-z]+|F\d+|[A-Z0-9,=/?!+-])(?![a-z])|\bG [A-Z]\b"
)
_IN_ENGLISH = {
    "Maj": "Shift",
    "Entrée": "Enter",
    "Suppr": "Delete",
    "Échap": "Esc",
    "Haut": "Up",
    "Bas": "Down",
    "Gauche": "Left",
    "Droite": "Right",
}
OF_FIELDS = {
    "Ctrl+C": "copies, wherever text can be selected",
    "Ctrl+Left": "moves a picture of the answer",
    "Ctrl+Right": "moves a picture of the answer",
    "Shift+F10": "opens the context menu, as everywhere",
}
"""Keys that belong to a field, a list or the system rather than to an act."""


def _read(name: str) -> str:
    return (MANUAL / name).read_text(encoding="utf-8")


def keys_named(text: str) -> set[str]:
    """The keys with a modifier and the chords that a page names by hand, in the words of the registry."""
    prose = _TABLE.sub("", text)
    for french, english in _IN_ENGLISH.items():
        prose = re.sub(rf"\b{french}\b", english, prose)
    return {found.group().replace("Delete", "Del") for found in _CHORD.finditer(prose)}


def _known_keys() -> set[str]:
    acts = all_acts().declared
    every = {key for preset in Preset for keys in KeyMap(preset).all(acts).values() for key in keys}
    return every | {key.replace("Return", "Enter") for key in every} | OF_FIELDS.keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_built_alike_in_both_languages(name: str) -> None:
    english, french = _read(name), _read(f"fr/{name}")

    assert _HEADING.findall(french) == _HEADING.findall(english)
    assert _SHAPE.findall(_TABLE.sub("", french)) == _SHAPE.findall(_TABLE.sub("", english))
    shown = [[file.rpartition("/")[2] for _, file in _PICTURE.findall(text)] for text in (english, french)]
    assert shown[0] == shown[1]
    assert {part.split("/")[-2] for _, part in _PICTURE.findall(french)} <= {"fr"}


def test_no_page_is_in_french_alone() -> None:
    assert FRENCH == NAMES


@pytest.mark.parametrize("name", EVERY)
def test_every_link_and_picture_of_a_page_is_there_and_described(name: str) -> None:
    text, folder = _read(name), (MANUAL / name).parent

    targets = [*_LINK.findall(text), *(file for _, file in _PICTURE.findall(text))]
    assert [target for target in targets if not (folder / target).resolve().is_file()] == []
    assert [file for alt, file in _PICTURE.findall(text) if len(alt) < 10] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_names_every_page(language: str) -> None:
    index = (FOLDERS[language] / "README.md").read_text(encoding="utf-8")

    assert set(_LINK.findall(index)) >= {name for name in NAMES if name != "README.md"}


@pytest.mark.parametrize("page", list(PAGES))
def test_a_page_shows_the_scenes_it_declares(page: str) -> None:
    shown = [file.rpartition("/")[2].removesuffix(".webp") for _, file in _PICTURE.findall(_read(f"{page}.md"))]

    assert shown == [picture.scene for picture in PAGES[page]]
    assert set(shown) <= all_scenes().keys()


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    declared = {picture.scene for page in PAGES.values() for picture in page}
    files = {language: sorted((PICTURES / language).iterdir()) for language in LANGUAGES}

    for language in LANGUAGES:
        assert {file.stem for file in files[language]} == declared
        assert [file.name for file in files[language] if QImage(str(file)).isNull()] == []
    sizes = [file.stat().st_size for inside in files.values() for file in inside]
    assert max(sizes) <= MOST_BYTES
    assert sum(sizes) <= MOST_BYTES_OF_ALL


@pytest.mark.parametrize("name", EVERY)
def test_every_key_a_page_names_is_one_of_the_program(name: str) -> None:
    assert keys_named(_read(name)) - _known_keys() == set()


def test_keys_are_found_in_either_language() -> None:
    text = "**Ctrl+Maj+Entrée**, `Ctrl+K`, Maj+X, G R, Ctrl+Suppr, <!-- table: x -->Ctrl+Q<!-- end of table -->"

    assert keys_named(text) == {"Ctrl+Shift+Enter", "Ctrl+K", "Shift+X", "G R", "Ctrl+Del"}


@pytest.mark.parametrize("name", FRENCH)
def test_french_has_its_narrow_spaces(name: str) -> None:
    prose = re.sub(r"^ {4}.*$|`[^`]*`", "", _TABLE.sub("", _read(f"fr/{name}")), flags=re.MULTILINE)

    assert re.findall(r".{12} [:;!?»]|« .{12}|'.{12}", prose) == []
