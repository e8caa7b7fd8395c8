import json
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from socialdesk.desktop.look import tokens
from socialdesk.support.resources import resource

THEMES = ("light", "dark", "contrastLight", "contrastDark")


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    tokens.use(tokens.tokens_of("light"))


def _contrast(theme: str, fg: str, bg: str) -> float:
    tokens.use(tokens.tokens_of(theme))
    return tokens.contrast(tokens.ink(fg), tokens.ink(bg))


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_keeps_its_contrast(theme: str) -> None:
    pairs = tokens.contrast_pairs()
    assert len(pairs) > 50
    short = {(fg, bg): _contrast(theme, fg, bg) for fg, bg, least in pairs if _contrast(theme, fg, bg) < least}
    assert not short


@pytest.mark.parametrize("theme", ["contrastLight", "contrastDark"])
def test_high_contrast_holds_seven_for_all_text(theme: str) -> None:
    letters = {"text", "text2", "text3", "accent", "soon", "over", "good", "info", "noteText", "onAccent", "onOver"}
    pairs = [(fg, bg) for fg, bg, _least in tokens.contrast_pairs() if fg in letters]
    assert not {pair: _contrast(theme, *pair) for pair in pairs if _contrast(theme, *pair) < 7}


@pytest.mark.parametrize("theme", THEMES)
def test_what_stands_on_the_toast_is_read(theme: str) -> None:
    assert all(_contrast(theme, fg, "toast") >= 4.5 for fg in ("onToast", "onToast2", "toastAccent"))


@pytest.mark.parametrize("theme", THEMES)
def test_brand_marks_pass_three_to_one_on_every_plane(theme: str) -> None:
    brands = json.loads(resource("look", "tokens.json").read_text("utf-8"))["brand"]
    for network in brands:
        for plane in ("rail", "list", "surface", "raised", "selected"):
            assert _contrast(theme, f"brand.{network}", plane) >= 3, (network, plane)


@pytest.mark.parametrize("theme", THEMES)
def test_initials_are_read_on_every_circle(theme: str) -> None:
    tokens.use(tokens.tokens_of(theme))
    assert all(tokens.contrast(*tokens.avatar(seed)) >= 4.5 for seed in range(200))


def test_all_themes_name_the_same_colours() -> None:
    names = [set(tokens.tokens_of(theme).colours) for theme in THEMES]
    assert all(each == names[0] for each in names)


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert tokens.contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)


def test_a_colour_handed_out_is_the_callers_own() -> None:
    tokens.ink("text").setAlphaF(0.1)
    assert tokens.ink("text").alphaF() == 1.0


def test_a_person_keeps_the_colour() -> None:
    assert tokens.avatar("did:plc:someone") == tokens.avatar("did:plc:someone")


def test_an_unknown_network_is_told_in_grey() -> None:
    assert tokens.brand("somewhere")[0] == ""
    assert tokens.hex_of("brand.somewhere") == tokens.hex_of("text2")


def test_a_name_that_is_no_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        tokens.ink("texxt")
