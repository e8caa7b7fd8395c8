from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.connect.room import Room


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)
