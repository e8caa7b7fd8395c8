"""What is large goes back to the system when it is freed."""

from __future__ import annotations

import platform
import sys

import pytest

from socialdesk.support.memory import give_large_back


def test_the_c_library_is_asked_to_give_large_pieces_back_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    is_glibc = sys.platform == "linux" and platform.libc_ver()[0] == "glibc"
    if is_glibc:
        assert give_large_back()
    monkeypatch.setattr(sys, "platform", "win32")
    assert not give_large_back()
