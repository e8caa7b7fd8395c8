"""The work whose history is recorded: a person acts, the engine reads and sends; what a screen would show is told.

Run as a process of its own: `python -m tests.power.work FOLDER KEY ROUNDS SEED [MISTAKE]`. Each line it tells goes to
the file `told` in the folder, so that it stands in the history among the writes it speaks of.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from datetime import timedelta
from pathlib import Path

from socialdesk.connectors.kit.contract import Intent
from socialdesk.engine.host import Engine
from socialdesk.model.capability import Idempotency
from socialdesk.model.command import AddNote, AddTag, Command, ConnectChannel, MarkDone, Reply
from socialdesk.model.identifiers import MessageId, PersonId, ThreadId
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.clock import HandClock
from socialdesk.support.paths import Workspace
from tests.engine.desk_work import ME, NOON
from tests.engine.standin import OneConnector, Platform

TOLD = "told"


class Teller:
    """Tells what a person could have seen, at the moment they could."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / TOLD, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(self, *words: object) -> None:
        """One line."""
        os.write(self._file, (" ".join(map(str, words)) + "\n").encode())


async def work(folder: Path, key: bytes, rounds: int, seed: int, mistake: str) -> None:
    """Live through some rounds of a day."""
    dice = random.Random(seed)
    clock = HandClock(NOON)
    workspace = Workspace(folder)
    platform = Platform(folder.parent / "truth.json", clock, Idempotency.CLIENT_KEY)
    engine = Engine(unlock_with_key(workspace, key), clock, OneConnector(platform))
    desk = Desk(workspace.desk, key, write=True)
    if mistake == "no sync":
        desk._db.execute("PRAGMA synchronous = OFF")
    teller = Teller(folder)

    def posted(intent: Intent) -> None:
        teller.tell("posted", intent.action.command)

    platform.on_perform = posted

    def give(command: Command) -> None:
        (given,) = desk.give([command], PersonId(ME), clock.now())
        teller.tell("given", given.id)

    give(ConnectChannel("standin"))
    engine.apply_pending()
    await engine.decide_network()
    for number in range(rounds):
        for _ in range(dice.randrange(4)):
            platform.ask(f"t{dice.randrange(5)}", f"question {number} " + "word " * dice.randrange(40))
        await engine.read_channels()
        teller.tell("read", len(platform.said))
        threads = [row[0] for row in engine.cache.ask("SELECT id FROM thread")]
        for _ in range(dice.randrange(4) if threads else 0):
            thread = engine.cache.thread(ThreadId(dice.choice(threads)))
            assert thread is not None
            match dice.randrange(4):
                case 0:
                    give(AddNote(thread.id, f"note {number}"))
                case 1:
                    give(dice.choice([MarkDone(thread.id), AddTag(thread.id, f"tag{number % 5}")]))
                case 2:
                    text = f"draft {number} " + "word " * dice.randrange(60)
                    desk.set_draft(Draft(thread.id, "reply", text.strip(), clock.now()))
                    teller.tell("draft", thread.id, text.strip())
                case _:
                    give(Reply(thread.id, f"answer {number}", MessageId(thread.last_message_id), clock.now()))
        if dice.random() < 0.7:
            engine.apply_pending()
            await engine.outbox.send_due()
        if dice.random() < 0.3:
            desk.retire([one.command for one in engine.cache.results_of(given.id for given in desk.pending())])
        clock.move(timedelta(seconds=30))
    desk.close()
    await engine.close()


if __name__ == "__main__":
    asyncio.run(
        work(
            Path(sys.argv[1]),
            bytes.fromhex(sys.argv[2]),
            int(sys.argv[3]),
            int(sys.argv[4]),
            sys.argv[5] if len(sys.argv) > 5 else "",
        )
    )
