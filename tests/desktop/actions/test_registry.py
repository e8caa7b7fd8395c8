from __future__ import annotations

import pytest

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.actions.registry import Action, Facts, Registry
from socialdesk.desktop.look import icons
from socialdesk.model.thread import Status
from tests.model.builders import thread


def test_the_promised_keys_all_mean_something() -> None:
    acts = all_acts()

    for key in (
        "J",
        "K",
        "Return",
        "Escape",
        "R",
        "E",
        "H",
        "A",
        "I",
        "Z",
        "Ctrl+K",
        "Ctrl+Return",
        "Ctrl+Shift+Return",
    ):
        assert acts.of_key(key) is not None, key


def test_no_key_can_mean_two_things() -> None:
    with pytest.raises(ValueError, match="means a and b"):
        Registry([Action("a", "A", print, keys=("X",)), Action("b", "B", print, keys=("X",))])
    with pytest.raises(ValueError, match="two acts are called a"):
        Registry([Action("a", "A", print), Action("a", "B", print)])


def test_every_act_has_words_and_an_icon_that_can_be_drawn(qapp: object) -> None:
    for action in all_acts():
        assert action.words
        assert not icons.pixmap(action.icon, "text", 18, 1.0).isNull()


def test_what_cannot_be_done_now_says_why() -> None:
    nothing = Facts()

    for action in all_acts():
        if not action.when(nothing):
            assert action.otherwise, action.id


def test_done_and_reopen_are_never_offered_together() -> None:
    acts = all_acts()

    for status in Status:
        facts = Facts(thread=thread(status=status))
        offered = [acts[id_].when(facts) for id_ in ("thread.done", "thread.reopen")]
        assert sum(offered) == 1
