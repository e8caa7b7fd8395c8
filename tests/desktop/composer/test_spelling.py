"""Wrong words are underlined in the thread's language, off the window's thread; what may be meant is offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.spelling import Spelling, installed
from socialdesk.model.spelling import words
from socialdesk.support.dictionaries import find
from tests.desktop.composer.test_place import CTRL, SHIFT, Desk
from tests.desktop.conversation.world import World
from tests.patience import NEVER_S

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


def dictionary(folder: Path, name: str, *entries: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n", encoding="utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(entries)), *entries]) + "\n", encoding="utf-8")


@pytest.fixture
def spelling(world: World, tmp_path: Path) -> Iterator[Spelling]:
    """Two small dictionaries of our own."""
    dictionary(tmp_path / "d", "fr_FR", "bonjour", "colis", "est", "le", "parti", "l'entrepôt")
    dictionary(tmp_path / "d", "en_GB", "hello", "parcel", "the", "left")
    made = Spelling(world.desk, lambda: find([tmp_path / "d"], ("en", "fr")))
    world.bridge.__dict__["spelling"] = made
    yield made
    made.wait()


@pytest.fixture
def desk(world: World, spelling: Spelling, qtbot: QtBot) -> Iterator[Desk]:
    world.says("Bonjour ?")
    with qtbot.waitSignal(spelling.found):
        made = Desk(world, qtbot)
    yield made
    made.composer.keep_draft()


def underlined(desk: Desk) -> list[str]:
    found: list[str] = []
    block = desk.editor.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        found += [
            text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
            for one in block.layout().formats()
            if one.format.underlineStyle() == WAVE
        ]
        block = block.next()
    return found


def settled(desk: Desk, *wrong: str) -> None:
    desk.qtbot.waitUntil(lambda: underlined(desk) == list(wrong))


def test_only_words_are_looked_up() -> None:
    text = "Hé @léa, https://x.example/aa #promo ana@b.fr shop.example {nom} 3e l’été 48213 OK ÇA a n°5"

    assert [word for _, word in words(text)] == ["Hé", "l’été"]


def test_wrong_words_are_underlined_in_the_threads_language(desk: Desk) -> None:
    desk.type("bonjour le coliss est parti ")

    settled(desk, "coliss")
    assert desk.composer.box.language.text() == "FR"


def test_an_emoji_before_a_wrong_word_does_not_move_its_line(desk: Desk) -> None:
    desk.editor.insertPlainText("👋🏽 bonjour coliss ")

    settled(desk, "coliss")


def test_links_mentions_and_the_word_being_typed_are_left_alone(desk: Desk) -> None:
    desk.type("bonjour @xyzzy https://xyzzy.example #xyzzy coliss le xyz")

    settled(desk, "coliss")


def test_an_open_blank_is_not_underlined(desk: Desk) -> None:
    desk.type("/size")
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "would" in underlined(desk))

    assert not {"size", "shop"} & set(underlined(desk))


def test_the_language_is_changed_by_key_and_remembered_for_the_thread(world: World, desk: Desk) -> None:
    desk.type("hello coliss ")
    settled(desk, "hello", "coliss")
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert desk.composer.box.language.text() == ""
    settled(desk)
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert desk.composer.box.language.text() == "EN"
    settled(desk, "coliss")
    other = world.begin("Priya Nair")
    desk.composer.open(other.id)
    assert desk.composer.box.language.text() == "FR"
    desk.composer.open(world.thread.id)

    assert desk.composer.box.language.text() == "EN"
    assert "English" in desk.composer.box.language.accessibleName()


def test_what_may_be_meant_is_offered_by_the_menu_and_taken(desk: Desk) -> None:
    desk.type("le coliss est ")
    settled(desk, "coliss")
    cursor = QTextCursor(desk.editor.document())
    cursor.setPosition(5)
    desk.composer.spelling.context.open_at(cursor, desk.editor.mapToGlobal(QPoint(5, 5)))
    desk.qtbot.waitUntil(lambda: desk.composer.spelling.context.menu is not None)
    menu = desk.composer.spelling.context.menu
    assert menu is not None
    first = menu.actions()[0]
    assert first.text() == "colis"
    first.trigger()
    menu.close()

    assert desk.editor.text() == "le colis est "
    settled(desk)


def test_what_may_be_meant_is_not_offered_for_a_word_that_is_gone_by_then(desk: Desk) -> None:
    desk.type("Le colix est parti.")
    desk.qtbot.waitUntil(lambda: underlined(desk) == ["colix"])
    context = desk.composer.spelling.context
    cursor = desk.editor.textCursor()
    cursor.setPosition(5)
    context.open_at(cursor, desk.editor.mapToGlobal(QPoint(5, 5)))
    desk.editor.restore("Merci.")
    desk.composer._bridge.spelling.suggested.emit("colix", ("colis",))

    assert context.menu is None


def test_a_word_that_was_added_is_right_from_then_on(world: World, desk: Desk, spelling: Spelling) -> None:
    desk.type("le Fjell est ")
    settled(desk, "Fjell")
    spelling.add("Fjell")
    settled(desk)

    assert Spelling(world.desk).is_wrong("Fjell", "fr") is False


def test_a_thread_in_a_language_without_a_dictionary_is_not_checked(world: World, desk: Desk) -> None:
    other = world.begin("Jonas Eklund", language="sv")
    desk.composer.open(other.id)
    desk.composer.spelling.open()
    menu = desk.composer.spelling.menu
    assert menu is not None
    said = [action.text() for action in menu.actions()]
    menu.close()

    assert desk.composer.box.language.text() == ""
    assert any(one.startswith("No dictionary for svenska.") for one in said)


def test_undo_takes_back_words_and_never_underlines(desk: Desk) -> None:
    desk.type("coliss ")
    settled(desk, "coliss")
    desk.press(Qt.Key.Key_Z, CTRL)

    assert "coliss" not in desk.editor.text()


def test_the_nearest_and_plainest_dictionary_of_a_language_wins(tmp_path: Path) -> None:
    dictionary(tmp_path / "far", "fr", "un")
    dictionary(tmp_path / "near" / "deep", "fr-classique", "un")
    dictionary(tmp_path / "near", "fr_FR", "un")
    dictionary(tmp_path / "near", "xx", "un")
    (tmp_path / "near" / "en_GB.aff").write_text("SET UTF-8\n")  # without its words it is none

    found = find([tmp_path / "missing", tmp_path / "near", tmp_path / "far"], ("fr", "en"))
    assert found == {"fr": tmp_path / "near" / "fr_FR"}


def test_american_english_is_always_there(world: World, qtbot: QtBot) -> None:
    assert installed()["en"].with_suffix(".dic").is_file()
    spelling = Spelling(world.desk)
    with qtbot.waitSignal(spelling.found):
        assert spelling.languages is None
    with qtbot.waitSignal(spelling.checked):
        spelling.check(["hello", "helo"], "en")

    assert (spelling.is_wrong("hello", "en"), spelling.is_wrong("helo", "en")) == (False, True)
    spelling.wait()


def test_who_looks_for_dictionaries_has_ended_when_the_window_lets_go(world: World, qtbot: QtBot) -> None:
    goes, ended = Event(), Event()
    world.bridge.closing.connect(goes.set)  # before the other hears of it

    def find_slowly() -> dict[str, Path]:
        goes.wait(NEVER_S)
        ended.set()
        return {}

    world.bridge.spelling._find = find_slowly
    assert world.bridge.spelling.languages is None
    world.bridge.closing.emit()
    assert ended.is_set()
    qtbot.waitUntil(lambda: world.bridge.spelling.is_known)
