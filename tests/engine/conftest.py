from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from socialdesk.model.delivery import may_become
from socialdesk.store.change.outbox import OutboxRows
from socialdesk.store.outbound import Outbound
from socialdesk.support import failpoints
from tests.engine.desk_work import Place
from tests.engine.standin import Died


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def place(anyio_backend: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A workspace with its engine, a person and the stand-in."""
    made = Place.at(tmp_path)
    yield made
    await made.close()


class Dying:
    """Ends the process in the eyes of the engine at one instant, once."""

    def __init__(self) -> None:
        self.at = ""
        self.died: list[str] = []

    def __call__(self, name: str) -> None:
        if name == self.at:
            self.at = ""
            self.died.append(name)
            raise Died(name)


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Dying:
    made = Dying()
    monkeypatch.setattr(failpoints, "instead", made)
    return made


@pytest.fixture(autouse=True)
def lawful_fates(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test does: each state of what goes out follows the one before as `model.delivery` has it."""
    broken: list[str] = []
    put = OutboxRows.put_outbound

    def watched(self: OutboxRows, outbound: Outbound) -> None:
        before = self.outbound(outbound.command)
        if before is not None and before.state is not outbound.state and not may_become(before.state, outbound.state):
            broken.append(f"{before.state} to {outbound.state} ({outbound.act})")
        put(self, outbound)

    monkeypatch.setattr(OutboxRows, "put_outbound", watched)
    yield
    assert broken == []
