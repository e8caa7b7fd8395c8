"""What the places that show the library read of it: all of it once, then what changed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge import shelf
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_command import DeleteSavedReply, RestoreSavedReply, SaveReply
from socialdesk.store.cache import Cache
from socialdesk.store.fitting import these
from tests.desktop.library.test_page import kept, opened
from tests.desktop.library.test_transfer import looked_at
from tests.desktop.shell.conftest import Sitting


def test_of_a_library_that_changed_only_the_change_is_read(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sitting.window
    page = opened(sitting)
    many = len(window.bridge.shelf.replies())
    read: list[list[SavedReplyId]] = []

    def noted(cache: Cache, ids: Collection[SavedReplyId]) -> list[SavedReply]:
        read.append(list(ids))
        return these(cache, ids)

    monkeypatch.setattr(shelf, "these", noted)
    sorry = kept(window, "sorry")
    page.reload()
    window.open_palette()
    window.palette_card.close_quietly()
    window.hands.saved.run_macro(9)
    assert [ids for ids in read if ids] == []

    window.bridge.submit.order(SaveReply(sorry.id, "sorry", "So sorry", "", sorry.bodies))
    sitting.engine_works()
    assert [ids for ids in read if ids] == [[sorry.id]]
    assert next(one for one in page._library if one.id == sorry.id).title == "So sorry"
    window.bridge.submit.order(DeleteSavedReply(sorry.id))
    sitting.engine_works()
    assert len(window.bridge.shelf.replies()) == len(page._library) == many - 1
    window.bridge.submit.order(RestoreSavedReply(sorry.id))
    sitting.engine_works()
    assert len(page._library) == many
    assert [ids for ids in read if ids] == [[sorry.id], [sorry.id]]


def test_a_file_with_a_head_alone_is_told_as_that(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.write_text("sep=;\nshortcut;text\n")
    card = looked_at(sitting, qtbot, file)
    assert card.after.text() == "This file holds no saved replies: there is nothing below its head."
    assert card.take.isHidden()
    card.leave()


def test_a_spreadsheet_is_told_as_that(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "replies.xlsx"
    file.write_bytes(b"PK\x03\x04\x14\0\x06\0")
    transfer = sitting.window.library.transfer
    with qtbot.waitSignal(transfer.said) as told:
        transfer.look_at(file)
    assert told.args == ["replies.xlsx is a spreadsheet. Save it as CSV there, and choose that file."]
