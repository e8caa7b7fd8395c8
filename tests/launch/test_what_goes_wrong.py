"""What goes wrong in a window that is open is found afterwards, also by who started it from a menu."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from socialdesk.launch.desktop import _Damage
from socialdesk.store.errors import DamagedFile


def test_what_a_slot_raises_is_noted_in_the_log_and_damage_makes_room_for_mending(
    monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    heard_before: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: heard_before.append(error))
    damage = _Damage()
    damage.listen()

    expect_log(r"ERROR socialdesk.launch.desktop: something of the window failed")
    mistake = KeyError("a mistake of ours")
    sys.excepthook(KeyError, mistake, None)
    assert (heard_before, damage.error) == ([mistake], None)

    damaged = DamagedFile(Path("cache.db"), "It is damaged.")
    sys.excepthook(DamagedFile, damaged, None)
    assert (heard_before, damage.error) == ([mistake], damaged)
