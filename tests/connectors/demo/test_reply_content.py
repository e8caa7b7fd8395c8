"""The saved replies of the demo world are those of the picture and more, with every type of blank."""

from __future__ import annotations

import re

import pytest

from socialdesk.model.saved_reply import fill, has_hole
from tests.connectors.demo.world import VARIABLES, Table, read


def replies() -> list[Table]:
    return list(read("saved_replies.toml")["reply"])


def test_saved_replies_are_those_of_the_picture_and_more() -> None:
    listed = {reply["shortcut"]: list(reply["bodies"]) for reply in replies() if reply["shortcut"].startswith("exp")}
    express = next(reply for reply in replies() if reply["shortcut"] == "express")

    assert listed == {
        "express": ["fr", "en"],
        "expires": ["fr", "en"],
        "expert": ["fr", "en"],
        "expo": ["fr"],
        "expect": ["fr", "en", "es"],
    }
    assert express["used"] == 64
    assert len(replies()) == len({reply["shortcut"] for reply in replies()}) >= 24


@pytest.mark.parametrize("reply", replies(), ids=lambda reply: reply["shortcut"])
def test_every_field_of_a_saved_reply_is_a_variable_or_a_typed_blank_with_a_hint(reply: Table) -> None:
    named: set[str] = set()
    for language, body in reply["bodies"].items():
        for field in re.findall(r"\{([^{}]+)\}", body):
            name = field.partition(":")[0].strip()
            if name not in VARIABLES:
                assert ":" in field, f"{language}: {field} has no type"
                named.add(name)
        pieces = fill(body, dict.fromkeys(VARIABLES, "x"))
        assert not has_hole("".join(piece.text for piece in pieces))
        assert not any("{" in piece.text or ":" in piece.text for piece in pieces if piece.is_open)
    assert named - set(reply.get("hints", {})) <= {piece for piece in named if is_choice(reply, piece)}
    assert set(reply.get("hints", {})) <= named


def is_choice(reply: Table, name: str) -> bool:
    """A blank that offers its values explains itself."""
    return any(f"{{{name}: choice(" in body for body in reply["bodies"].values())


def test_every_type_of_blank_occurs() -> None:
    kinds = {
        piece.blank.value
        for reply in replies()
        for body in reply["bodies"].values()
        for piece in fill(body, dict.fromkeys(VARIABLES, "x"))
        if piece.blank is not None
    }

    assert kinds == {"text", "number", "date", "link", "choice"}
