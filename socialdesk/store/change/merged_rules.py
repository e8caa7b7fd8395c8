"""Lets two threads that become one keep what rules wait with in each, and gives each its own back when they part.

An acknowledgement of either counts for both: one person is told once a day that nobody is there. What a rule laid ready
in the thread that stays stays there; else what lay ready in the other one comes along.
"""

from __future__ import annotations

from typing import Any

_ANSWERS = "SELECT day, at, command_id FROM rule_answer WHERE thread_id = ?"
_DRAFT = "SELECT reply_id, run_id, made_at FROM rule_draft WHERE thread_id = ?"
_PUT_ANSWER = "INSERT OR IGNORE INTO rule_answer (thread_id, day, at, command_id) VALUES (?, ?, ?, ?)"
_PUT_DRAFT = "INSERT OR IGNORE INTO rule_draft (thread_id, reply_id, run_id, made_at) VALUES (?, ?, ?, ?)"


def bring(driver: Any, kept: int, away: int) -> dict[str, Any]:
    """Let `kept` have what rules wait with in `away`; gives what both had, for `part`."""
    had = {
        "ours": _rows(driver, _ANSWERS, kept),
        "theirs": _rows(driver, _ANSWERS, away),
        "our_draft": _rows(driver, _DRAFT, kept),
        "their_draft": _rows(driver, _DRAFT, away),
    }
    driver.executemany(_PUT_ANSWER, [(kept, *one) for one in had["theirs"]])
    driver.executemany(_PUT_DRAFT, [(kept, *one) for one in had["their_draft"]])
    return had


def part(driver: Any, kept: int, away: int, had: dict[str, Any]) -> None:
    """Give each its own back, by what `bring` gave; what was acknowledged since counts for both."""
    ours = {day for day, *_ in had["ours"]}
    theirs = {day: at for day, at, _ in had["theirs"]}
    for day, at, command in _rows(driver, _ANSWERS, kept):
        # Whatever came while they were one was an answer to the person, whichever thread it was read in.
        if day not in ours and day not in theirs:
            driver.execute(_PUT_ANSWER, (away, day, at, command))
    driver.executemany(_PUT_ANSWER, [(away, *one) for one in had["theirs"]])
    driver.executemany(
        "DELETE FROM rule_answer WHERE thread_id = ? AND day = ?", [(kept, day) for day in theirs if day not in ours]
    )
    if had["our_draft"]:
        driver.executemany(_PUT_DRAFT, [(away, *one) for one in had["their_draft"]])
        return
    for one in had["their_draft"]:
        # It comes back only while it still lies ready: somebody may have used it, or put it away.
        moved = driver.execute("DELETE FROM rule_draft WHERE thread_id = ? AND run_id = ?", (kept, one[1]))
        if moved.rowcount:
            driver.execute(_PUT_DRAFT, (away, *one))


def _rows(driver: Any, query: str, thread: int) -> list[list[Any]]:
    return [list(row) for row in driver.execute(query, (thread,)).fetchall()]
