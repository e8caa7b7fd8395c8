"""Where the disk is full it is said, work goes on, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from socialdesk.model.command import MarkDone
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.errors import DiskFull
from tests.desktop.shell.conftest import Sitting

FULL = "The disk is full. Free some space."


def test_what_is_typed_while_the_disk_is_full_is_kept_until_there_is_room(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk, composer = sitting.window, sitting.window.bridge.desk, sitting.window.composer
    told: list[str] = []
    window.bridge.submit.failed.connect(told.append)
    thread = composer.thread
    assert thread is not None

    def cannot(self: Desk, draft: Draft) -> None:
        raise DiskFull(self.path, FULL)

    with monkeypatch.context() as full:
        full.setattr(Desk, "_write_draft", cannot)
        composer.editor.insertPlainText("Written while")
        composer.keep_draft()
        composer.editor.insertPlainText(" it was full.")
        composer.keep_draft()
        assert told == [FULL]
        assert FULL in [label.text() for label in window.banner.findChildren(QLabel)]

        # Another thread opens as ever, and coming back shows what was written.
        window.hands.step(1)
        assert composer.thread != thread
        assert thread in {one.thread_id for one in desk.drafts()}
        window.hands.step(-1)
        assert composer.editor.text() == "Written while it was full."

        # Closing asks first.
        assert not window.closing.may()
        assert window.closing.question is not None
        window.closing.question.answered.emit("stay")
        assert window.closing.question is None

    composer._drafts._again.timeout.emit()
    assert not window.banner.isVisible()
    assert told == [FULL]
    after = Desk(desk.path, sitting.unlocked.key, write=False)
    kept = after.draft(thread)
    after.close()
    assert kept is not None
    assert kept.text == "Written while it was full."
    assert window.closing.may()

    # Room alone is no draft.
    composer.editor.setPlainText("  \n")
    composer.keep_draft()
    assert desk.draft(thread) is None


def test_what_the_engine_did_is_seen_while_the_disk_is_full(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sitting.window
    bridge = window.bridge
    here = window.queue.current()
    assert here is not None
    told: list[object] = []
    bridge.follow.changed.connect(told.append)
    bridge.submit.give([(here, MarkDone(here.id))], "Done.")

    def cannot(self: Desk, _commands: object) -> None:
        raise DiskFull(self.path, FULL)

    with monkeypatch.context() as full:
        full.setattr(Desk, "retire", cannot)
        sitting.engine_works()

    assert told, "what changed is told once, and then never again"
    assert not bridge.submit.pending
    assert window.queue.model.row_of(here.id) is None
