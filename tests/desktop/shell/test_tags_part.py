"""The tags of the workspace in the settings: listed with counts, renamed, merged and deleted by keys, and put back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.settings.tag_card import TagCard, threads
from socialdesk.desktop.places.settings.tags_part import TagsPart
from socialdesk.desktop.settings.finding import found_sections
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.palette_entries import entries
from socialdesk.desktop.widgets.ask import Question
from socialdesk.model.command import AddTag, SaveView
from socialdesk.model.filter_form import to_words
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.view import Filter
from tests.desktop.shell.conftest import Sitting
from tests.patience import NEVER_MS


def shown(sitting: Sitting, qtbot: QtBot, tag: str = "") -> TagsPart:
    """The part once its tags are counted, at one of them."""
    if tag:
        sitting.window.settings.show_tag(tag)
    else:
        sitting.window.settings.show(Section.TAGS)
    part = counted(sitting, qtbot)
    assert not tag or (part.chosen or ("", 0))[0] == tag
    return part


def counted(sitting: Sitting, qtbot: QtBot) -> TagsPart:
    part = sitting.window.settings.page.findChildren(TagsPart)[-1]
    qtbot.waitUntil(lambda: part._is_counted and not part._reads, timeout=NEVER_MS)
    return part


def counts(sitting: Sitting) -> dict[str, int]:
    return dict(sitting.window.bridge.cache.tag_counts())


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def card(part: TagsPart) -> TagCard:
    assert part.card is not None
    assert part.card.isVisible()
    return part.card


def asked(part: TagsPart, qtbot: QtBot) -> Question:
    """What is asked once it is known by what the tag is named."""
    part.question = None
    if part.list.hasFocus():
        press(Qt.Key.Key_Delete)
    else:
        part.delete.click()
    qtbot.waitUntil(lambda: part.question is not None, timeout=NEVER_MS)
    assert part.question is not None
    return part.question


def follows(sitting: Sitting, part: TagsPart, qtbot: QtBot) -> None:
    """The engine does what was given, and the list shows it."""
    sitting.engine_works()
    qtbot.waitUntil(lambda: part._counts == counts(sitting) and not part._reads, timeout=NEVER_MS)


def test_a_tag_is_renamed_by_keys_and_undo_takes_it_back(sitting: Sitting, qtbot: QtBot) -> None:
    before = counts(sitting)
    tag, many = max(before.items(), key=lambda one: one[1])
    part = shown(sitting, qtbot, tag)
    spoken = part.list.rows.data(part.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{tag}, {threads(many)}"
    part.list.setFocus()
    press(Qt.Key.Key_F2)
    assert card(part).save.text() == "Rename"
    assert not card(part).save.isEnabled(), "it is called so now"
    QTest.keyClicks(card(part).name_field, "Z  new name ")
    assert card(part).told.startswith(f"{many} thread")
    press(Qt.Key.Key_Return)

    follows(sitting, part, qtbot)
    assert counts(sitting) == {("Z new name" if one == tag else one): n for one, n in before.items()}
    assert part.chosen == ("Z new name", many), "the keys stay on it"
    sitting.window.hands.undo()
    follows(sitting, part, qtbot)
    assert counts(sitting) == before


def test_the_name_of_another_tag_merges_the_two_and_says_so_before(sitting: Sitting, qtbot: QtBot) -> None:
    before = counts(sitting)
    tag, other = sorted(before, key=lambda one: -before[one])[:2]
    part = shown(sitting, qtbot, tag)
    part.rename.click()
    QTest.keyClicks(card(part).name_field, other.upper()[:-1])
    assert other in [card(part).others.item(at).text() for at in range(card(part).others.count())]
    QTest.keyClicks(card(part).name_field, other.upper()[-1])
    assert card(part).save.text() == "Merge"
    assert card(part).told == (
        f"“{other}” is a tag already: {threads(before[other])}. Both become one, and “{tag}” ({threads(before[tag])})"
        " is gone."
    )
    press(Qt.Key.Key_Return)

    follows(sitting, part, qtbot)
    assert tag not in counts(sitting)
    assert other.upper() not in counts(sitting) or other.upper() == other, "the tag that is there keeps its spelling"
    assert counts(sitting)[other] >= max(before[tag], before[other])


def test_two_tags_that_differ_by_capital_letters_alone_are_merged(sitting: Sitting, qtbot: QtBot) -> None:
    bridge = sitting.window.bridge
    rows = bridge.cache.ask("SELECT id FROM thread ORDER BY id LIMIT 2")
    for row, tag in zip(rows, ("vat", "VAT"), strict=True):
        bridge.submit.order(AddTag(ThreadId(row[0]), tag))
    sitting.engine_works()
    part = shown(sitting, qtbot, "vat")
    part.rename.click()
    assert card(part).told == "It is called so now."
    for typed in ("Vat", "VAT"):
        card(part).name_field.setText(typed)
        assert card(part).save.text() == "Merge"
        assert card(part).told.startswith("“VAT” is a tag already")
    press(Qt.Key.Key_Return)
    follows(sitting, part, qtbot)
    assert {one: n for one, n in counts(sitting).items() if one.casefold() == "vat"} == {"VAT": 2}


def test_another_tag_is_taken_from_the_list_by_keys(sitting: Sitting, qtbot: QtBot) -> None:
    tag, other = sorted(counts(sitting))[:2]
    part = shown(sitting, qtbot, tag)
    part.rename.click()
    QTest.keyClicks(card(part).name_field, other[:-1])
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is card(part).others
    names = [card(part).others.item(at).text() for at in range(card(part).others.count())]
    card(part).others.setCurrentRow(names.index(other))
    press(Qt.Key.Key_Return)
    assert card(part).name_field.text() == other
    assert card(part).save.text() == "Merge"


def test_a_tag_is_deleted_once_it_was_said_how_many_threads_have_it(sitting: Sitting, qtbot: QtBot) -> None:
    before = counts(sitting)
    tag = min(before, key=lambda one: before[one])
    part = shown(sitting, qtbot, tag)
    part.list.setFocus()
    question = asked(part, qtbot)
    assert f"off {before[tag]} thread" in question.accessibleDescription()
    question._give("keep")
    sitting.engine_works()
    assert counts(sitting) == before
    asked(part, qtbot)._give("delete")
    follows(sitting, part, qtbot)
    assert tag not in counts(sitting)
    sitting.window.hands.undo()
    follows(sitting, part, qtbot)
    assert counts(sitting) == before


def test_what_still_names_a_tag_is_told_instead_of_deleting_it(sitting: Sitting, qtbot: QtBot) -> None:
    before = counts(sitting)
    tag = min(before, key=lambda one: before[one])
    bridge = sitting.window.bridge
    bridge.submit.order(SaveView("v", "Only these", to_words(replace(Filter(), tags=frozenset({tag})))))
    sitting.engine_works()
    part = shown(sitting, qtbot, tag)
    question = asked(part, qtbot)
    assert "It is still named by “Only these”." in question.accessibleDescription()
    question._give("merge")
    assert card(part).isVisible()
    assert not bridge.submit.pending


def test_whoever_was_quicker_is_told_of(sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = min(counts(sitting))
    part = shown(sitting, qtbot, tag)
    said: list[str] = []
    part.said.connect(said.append)
    for name in ("First", "Second"):
        part._on_named(tag, name, False)
    sitting.engine_works()
    assert said == ["No thread has this tag any more: somebody renamed or deleted it meanwhile. Nothing was changed."]


def test_two_thousand_tags_are_listed_and_found(sitting: Sitting, qtbot: QtBot) -> None:
    part = shown(sitting, qtbot)
    part._on_counted(([(f"tag {number:04}", number) for number in range(2_000)], {}))
    assert part.list.rows.rowCount() == 2_000
    high = part.list.visualRect(part.list.rows.index(0)).height()
    assert part.list.height() < 10 * high, "the rest is scrolled to"
    part.filter_field.setText("TAG 1234")
    assert part.chosen == ("tag 1234", 1234)
    part.filter_field.setText("nothing like it")
    assert part.told.text() == "No tag is called like that."
    assert not part.rename.isEnabled()


def test_the_palette_leads_from_a_tag_to_where_it_is_renamed(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    tag = sorted(counts(sitting))[3]
    (entry,) = [one for one in entries(window, window.hands, window.facts()) if one.id == f"tag:{tag}"]
    assert entry.options is not None
    (order,) = [one for one in entry.options() if one.kind == "setting"]
    assert order.run is not None
    order.run()
    part = counted(sitting, qtbot)
    assert part.isVisible()
    assert (part.chosen or ("", 0))[0] == tag


def test_without_any_tag_it_says_how_the_first_is_made(sitting: Sitting, qtbot: QtBot) -> None:
    part = shown(sitting, qtbot)
    part._on_counted(([], {}))
    assert part.told.text() == "No thread has a tag yet. Open one and press T to give it the first."
    assert not part.list.isVisible()
    assert not part.rename.isVisible()


@pytest.mark.parametrize("typed", ["labels", "merge tags", "fusionner"])
def test_the_part_is_found(typed: str) -> None:
    assert Section.TAGS in found_sections(typed)
