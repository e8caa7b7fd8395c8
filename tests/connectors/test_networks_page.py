"""The page of what each network does is true: to the manifests, to the tests there are, and to the checks there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.examine import CHECKS
from socialdesk.model.thread import Kind
from tools.networks import MARKS, PAGE, Rows, made, networks, written

TESTS = Path(__file__).parents[1]
TEXT = PAGE.read_text(encoding="utf-8")
TOLD = written(TEXT)
_KINDS = {
    "comments": Kind.COMMENT,
    "mentions": Kind.MENTION,
    "direct messages": Kind.DM,
    "reviews": Kind.REVIEW,
}
_ACTS = {
    "answer": "reply",
    "private answer": "reply_privately",
    "like": "like",
    "hide": "hide",
    "delete own": "delete",
    "edit own": "edit",
    "remove others'": "remove",
    "block": "block",
    "report": "report",
    "mute": "mute",
}
_IS_THERE = ("done", "partly")


def offered(manifest: Manifest) -> dict[str, bool]:
    """What a manifest says is there, by the page's words for it."""
    able = list(manifest.by_kind.values())
    told = {what: kind in manifest.by_kind for what, kind in _KINDS.items()}
    told |= {what: any(can.can(act) for can in able) for what, act in _ACTS.items()}
    told["pictures out"] = any(can.attachments is not None for can in able)
    told["reply window"] = any(can.reply_window is not None for can in able)
    return told


def faults_of(rows: Rows, manifest: Manifest, tests: set[str]) -> list[str]:
    """What is wrong in the table of a network."""
    wrong: list[str] = []
    for what, (state, how) in rows.items():
        named = re.findall(r"`(test_\w+)`", how)
        checks = [one for one in re.findall(r"`(\w+)`", how) if one in CHECKS]
        wrong += [f"{what}: there is no {one}" for one in named if one not in tests]
        if state not in MARKS:
            wrong.append(f"{what}: {state!r} is no state")
        elif state == "done" and not named and not checks:
            wrong.append(f"{what}: done, and nothing shows it")
        elif state != "done" and not re.search(r"\w \w", re.sub(r"`\w+`", "", how)):
            wrong.append(f"{what}: {state}, and no sentence says why")
    for what, is_there in offered(manifest).items():
        if (rows[what][0] in _IS_THERE) is not is_there:
            wrong.append(f"{what}: {rows[what][0]}, and the manifest says {'that it is' if is_there else 'nothing'}")
    return wrong


@pytest.fixture(scope="module")
def tests() -> set[str]:
    """The names of all tests there are."""
    sources = (file.read_text(encoding="utf-8") for file in TESTS.rglob("test_*.py"))
    return {name for source in sources for name in re.findall(r"^ *(?:async )?def (test_\w+)", source, re.MULTILINE)}


def test_what_is_told_of_each_network_agrees_with_its_manifest_and_its_tests(tests: set[str]) -> None:
    assert set(TOLD) == {one.id for one in networks()}
    first = list(next(iter(TOLD.values())))
    for one in networks():
        assert list(TOLD[one.id]) == first, one.id
        assert faults_of(TOLD[one.id], one, tests) == [], one.id


def test_the_two_tables_that_are_made_are_as_they_would_be_made_now() -> None:
    assert made(TEXT) == TEXT, "run python -m tools.networks"
    with pytest.raises(ValueError, match="glance"):
        made("a page without marks")


def test_what_would_be_wrong_is_found(tests: set[str]) -> None:
    x = next(one for one in networks() if one.id == "x")
    rows = dict(TOLD["x"])
    rows |= {
        "like": ("done", "`acts_work`"),
        "hide": ("missing", "Nobody has built it"),
        "reviews": ("cannot", "`acts_work`"),
        "answer": ("done", "`test_that_nobody_wrote`"),
        "renamed": ("done", "surely"),
        "moved": ("perhaps", "who knows"),
    }
    assert faults_of(rows, x, tests) == [
        "reviews: cannot, and no sentence says why",
        "answer: there is no test_that_nobody_wrote",
        "renamed: done, and nothing shows it",
        "moved: 'perhaps' is no state",
        "like: done, and the manifest says nothing",
        "hide: missing, and the manifest says that it is",
    ]
