"""X compares the address of return to the letter: all tests come back by the one that is registered."""

from __future__ import annotations

import pytest

from tests.stand_ins import at_work as stage
from tests.stand_ins.x_world import REDIRECT


@pytest.fixture(autouse=True)
def fixed_return(monkeypatch: pytest.MonkeyPatch) -> None:
    """X compares the address of return to the letter."""
    monkeypatch.setattr(stage, "REDIRECT", REDIRECT)
