"""What the screens say is in the files of every language, translated, and in step with the code."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import translations
from tools.translations import I18N, SOURCE_LANGUAGE, NotPlain, Said, gathered, languages, read

_HOLE = re.compile(r"%L?n|%\d|\{[a-z_]*\}")
_WRONG_IN_FRENCH = re.compile("[^\u202f][;!?»]|[^\u202f]:(?!//|\\d\\d)|«[^\u202f]| %|'")
_OTHERS = [code for code in languages() if code != SOURCE_LANGUAGE]


def _messages(code: str) -> Iterator[tuple[Said, ET.Element]]:
    for context in ET.parse(I18N / f"socialdesk_{code}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            said = Said(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
                message.get("numerus") == "yes",
            )
            translation = message.find("translation")
            assert translation is not None
            yield said, translation


def _forms(translation: ET.Element) -> list[str]:
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def test_english_and_french_are_there() -> None:
    assert {"en", "fr"} <= set(languages())


@pytest.mark.parametrize("code", languages())
def test_a_language_holds_what_the_screens_say_and_no_more(code: str) -> None:
    said = {one for one in gathered() if one.is_plural or code != SOURCE_LANGUAGE}

    assert {one for one, _ in _messages(code)} == said, "bring the files into step with ./dev words"


@pytest.mark.parametrize("code", languages())
def test_every_string_is_translated(code: str) -> None:
    left = [said.text for said, made in _messages(code) if made.get("type") or not all(_forms(made))]

    assert left == []


@pytest.mark.parametrize("code", languages())
def test_a_translation_has_the_places_of_its_source(code: str) -> None:
    wrong: list[str] = []
    for said, made in _messages(code):
        wanted = sorted(_HOLE.findall(said.text))
        for form in _forms(made):
            # "One permission is missing" needs no number.
            without = sorted(set(wanted) - {"%n"})
            if sorted(_HOLE.findall(form)) != wanted and not (
                said.is_plural and sorted(_HOLE.findall(form)) == without
            ):
                wrong.append(f"{said.text} -> {form}")

    assert wrong == []


@pytest.mark.parametrize("code", languages())
def test_what_is_counted_has_as_many_forms_as_the_language(code: str) -> None:
    many = {len(_forms(made)) for said, made in _messages(code) if said.is_plural}

    assert many == {2}  # English and French have two; say here how many another language has


def test_french_signs_of_two_parts_stand_after_a_narrow_space_that_does_not_break() -> None:
    wrong: list[str] = []
    for said, made in _messages("fr"):
        is_typed = ("Operators:", "{operator}:", "://", "from: tag:", "123456:ABC")
        if any(part in said.text for part in is_typed):
            continue  # what is typed is typed as it is
        wrong += [form for form in _forms(made) if _WRONG_IN_FRENCH.search(_HOLE.sub("x", form))]

    assert wrong == []


@pytest.mark.parametrize("code", languages())
def test_the_compiled_file_is_in_step_with_its_source(code: str, tmp_path: Path) -> None:
    source = I18N / f"socialdesk_{code}.ts"
    translations.compile_to(tmp_path / "made.qm", source)

    made, kept = (tmp_path / "made.qm").read_bytes(), source.with_suffix(".qm").read_bytes()
    assert made == kept, "compile them with ./dev words"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('tr("shell", "Undo")', Said("shell", "Undo", "", False)),
        ('words.tr("queue", "%n new", "above", many)', Said("queue", "%n new", "above", True)),
        ('QCoreApplication.translate("Palette", "Move")', Said("Palette", "Move", "", False)),
        ('class Page:\n    def f(self): self.tr("Back", "a button")', Said("Page", "Back", "a button", False)),
        (
            'def _tr(words):\n    return QCoreApplication.translate("Pickers", words)\n_tr("Nobody")',
            Said("Pickers", "Nobody", "", False),
        ),
    ],
)
def test_every_way_to_say_something_is_read(source: str, said: Said) -> None:
    assert read(source, "module")[0] == [said]


@pytest.mark.parametrize("source", ['tr("shell", f"{name} is done")', 'self.window.tr("Back")', 'tr("shell", words)'])
def test_words_that_no_translator_would_see_are_refused(source: str) -> None:
    with pytest.raises(NotPlain):
        read(source, "module")


@pytest.mark.parametrize("code", _OTHERS)
def test_a_language_translates_rather_than_repeats(code: str) -> None:
    same = [said.text for said, made in _messages(code) if said.text in _forms(made) and len(said.text.split()) > 2]

    assert [text for text in same if re.search(r"[a-z]{4,}", _HOLE.sub("", text))] == []
