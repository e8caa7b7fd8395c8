"""What moves threads is chosen in the settings: bad input told at its field, a look ahead, saved, taken back by Z."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.settings.order_form import NAME, order_form
from socialdesk.desktop.places.settings.order_part import OrderPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.model.triage_form import Wrong
from socialdesk.model.triage_policy import USUAL, Signal, TriagePolicy, Weight
from tests.desktop.shell.conftest import Sitting


def _part(sitting: Sitting) -> OrderPart:
    sitting.window.settings.show(Section.ORDER)
    part = sitting.window.settings.page.findChild(OrderPart)
    assert part is not None
    return part


def test_weights_and_words_are_looked_at_told_of_saved_and_taken_back(sitting: Sitting, qtbot: QtBot) -> None:
    part, bridge = _part(sitting), sitting.window.bridge
    assert not part.save.isEnabled()
    assert part.weights["vip"].currentIndex() == Weight.MUCH
    part.weights["vip"].setCurrentIndex(int(Weight.NONE))
    part.by_due.setChecked(True)
    qtbot.waitUntil(lambda: not part.is_looking)
    assert part.ahead.text()
    assert not part.weights["vip"].isEnabled()
    part.by_due.setChecked(False)

    part.which.setCurrentIndex(1)
    assert part.name.text() == "Delivery"
    part.words["fr"].setPlainText("colis, li*vrer")
    assert "star stands inside" in part.problems["fr"].text()
    assert not part.save.isEnabled()
    part.which.setCurrentIndex(2)
    assert "Topic: Delivery" in part.ahead.text()
    part.which.setCurrentIndex(1)
    part.words["fr"].setPlainText("colis, livr*")
    assert not part.problems["fr"].isVisible()
    part.add.click()
    assert "name" in part.problems[NAME].text()
    QTest.keyClicks(part.name, "Vestes")
    part.words["fr"].setPlainText("veste*")
    part.topic_weight.setCurrentIndex(int(Weight.MUCH))
    assert part.save.isEnabled()

    sitting.window.rail.choose("team")
    part = _part(sitting)
    assert part.name.text() == "Vestes", "what was typed is kept while the page is left"
    part.save.click()
    sitting.engine_works()
    saved = bridge.triage
    assert saved.weight("vip") is Weight.NONE
    assert saved.weight("topic:Vestes") is Weight.MUCH
    assert [one.name for one in saved.topics][-1] == "Vestes"
    assert saved.own_complaints is None
    assert not part.form.is_changed
    sitting.window.rail.choose("team")
    QTest.keyClick(sitting.window.queue.list, Qt.Key.Key_Z)
    sitting.engine_works()
    assert bridge.triage.weights == USUAL.weights
    assert bridge.triage.own_topics is None


def test_a_form_reads_back_what_counts_and_tells_each_fault() -> None:
    form = order_form(USUAL)
    assert form.read() == USUAL
    assert not form.is_changed
    form.add_topic("delivery")
    assert form.problems()[len(form.lists) - 1, NAME] == (Wrong.SAME_NAME, "delivery")
    form.drop_topic()
    assert not form.is_changed
    form.weights[Signal.QUESTION.value] = Weight.MUCH
    form.lists[0].words["en"] = "!!"
    assert form.problems() == {(0, "en"): (Wrong.NO_LETTER, "!!")}
    assert form.read() is None
    form.be_usual()
    assert form.read() == TriagePolicy()
