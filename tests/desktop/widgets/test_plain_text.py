import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.widgets.avatar import initials
from socialdesk.desktop.widgets.plain_text import (
    PlainLabel,
    at_name,
    called,
    cleaned,
    cut,
    direction_of,
    elided,
    graphemes,
    is_clean,
    isolated,
    one_line,
    plain_text,
    safe_name,
)

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
FAMILY = "👨‍👩‍👧‍👦"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("plain", "plain"),
        ("pay\u202efdp.exe", "payfdp.exe"),
        (f"a{BIDI}b", "ab"),
        ("nothing\u200b\u2060\ufeff\u00ad here", "nothing here"),
        ("hidden\U000e0061\U000e0062\U000e0063 words", "hidden words"),
        (ENGLAND, ENGLAND),
        (f"we {FAMILY} four", f"we {FAMILY} four"),
        ("👍🏽 ❤️ 1️⃣ 🇫🇷", "👍🏽 ❤️ 1️⃣ 🇫🇷"),
        ("z" + "\u0301" * 50, "z" + "\u0301" * 3),
        ("e\u0301", "e\u0301"),
        ("\u200d\u200d lonely \u200d", " lonely "),
        ("bell\x07 null\x00 csi\x9b", "bell null csi"),
        ("one\r\ntwo\u2028three\u2029four", "one\ntwo\nthree\nfour"),
        ("half \ud83d of one", "half \ufffd of one"),
        ("نص عربي", "نص عربي"),
        ("मनीष क्षत्रिय", "मनीष क्षत्रिय"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<b>bold</b> & <script>", "<b>bold</b> & <script>"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_removed_and_the_rest_stays(hostile: str, shown: str) -> None:
    assert plain_text(hostile) == shown


@given(st.text(alphabet=st.characters() | st.sampled_from(BIDI + "\u200b\u200d\ufe0f\u0301\U000e0061"), max_size=60))
def test_no_text_gets_through_with_a_control_and_cleaning_twice_changes_nothing(text: str) -> None:
    shown = plain_text(text)
    assert not set(shown) & set(BIDI)
    assert all(unicodedata.category(sign) != "Cc" or sign in "\n\t" for sign in shown)
    assert plain_text(shown) == shown
    shown.encode("utf-8")


_MIXED = st.characters() | st.sampled_from(
    BIDI + "\u200b\u200c\u200d\ufe00\ufe0f\u0301\u20e3\u034f\u3164\U000e0061\U000e0100 \u00a0\u2009\n\t\r\x1c\x85❤👩e"
)


@given(st.text(alphabet=_MIXED, max_size=12))
def test_what_passes_for_clean_is_what_the_patterns_leave(text: str) -> None:
    assert plain_text(text) == cleaned(text)
    assert not is_clean(text) or cleaned(text) == text


def test_what_people_write_is_told_clean_without_the_patterns() -> None:
    written = [
        f"we {FAMILY} four\nand a dog 🐕",
        "👍🏽 ❤️ 1️⃣ 🇫🇷",
        "मनीष क्षत्रिय",
        "می\u200cخواهم",
        "e\u0301te\u0301",
        "12\u202f000 €",
    ]
    assert [text for text in written if not is_clean(text)] == []


@given(st.text(max_size=120), st.integers(2, 50))
def test_a_cut_never_breaks_a_sign(text: str, most: int) -> None:
    short = cut(text, most)
    assert graphemes(short) <= max(most, 1)
    assert text.startswith(short.removesuffix("…")) or short == text


def test_a_name_is_one_line_of_at_most_forty_signs() -> None:
    assert safe_name("Anna\n\n  Lund") == "Anna Lund"
    assert graphemes(safe_name(FAMILY * 60)) == 40
    assert safe_name(FAMILY * 60).startswith(FAMILY * 39)


def test_somebody_without_a_name_that_is_seen_is_called_by_their_handle() -> None:
    assert called("Anna\n Lund", "@anna") == "Anna Lund"
    assert called("\u202e \n", "@anna\u2066") == "@anna"
    assert called("", " ") == "No name"


def test_a_line_is_elided_between_signs() -> None:
    face = font(13)
    shown = elided(FAMILY * 20, face, 90)
    assert shown.endswith("…")
    assert shown.removesuffix("…") == FAMILY * (graphemes(shown) - 1)
    assert QFontMetricsF(face).horizontalAdvance(shown) <= 91


def test_direction_is_that_of_the_first_letter() -> None:
    assert direction_of("12 שלום hello") == Qt.LayoutDirection.RightToLeft
    assert direction_of("👋 hello שלום") == Qt.LayoutDirection.LeftToRight
    assert isolated("a\u202eb") == "\u2068ab\u2069"


def test_one_line_holds_no_break() -> None:
    assert one_line(" a\n\tb \u2028 c ") == "a b c"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Camille Roussel", "CR"), ("marlow.hikes", "MH"), ("Élodie", "É"), ("👋 👋", ""), ("", ""), ("李 小龙", "李小")],
)
def test_initials_are_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = PlainLabel("<b>bold</b> <img src=x>")
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    assert label.textFormat() == Qt.TextFormat.PlainText
    label.setText("a\u202eb")
    assert label.text() == "ab"


def test_the_height_words_need_does_not_grow_with_the_height_that_was_asked_for(qtbot: QtBot) -> None:
    label = PlainLabel("This is not the address of a server. It looks like https://example.com.", 12, wraps=True)
    qtbot.addWidget(label)
    needed = label.heightForWidth(120)

    for _ in range(3):
        label.setMinimumHeight(label.heightForWidth(120))

    assert label.minimumHeight() == needed
    assert label.heightForWidth(1_000) < needed


def test_a_handle_has_one_sign_before_it_and_a_mail_address_none() -> None:
    handles = ("ada", "@ada", "@ada@far.example", "ada@example.org", "")
    assert [at_name(one) for one in handles] == ["@ada", "@ada", "@ada@far.example", "ada@example.org", ""]


def test_a_label_is_dressed_once_when_it_is_first_shown_and_again_in_another_colour(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp, Theme.LIGHT)
    asked: list[str] = []
    style = PlainLabel.style
    monkeypatch.setattr(PlainLabel, "style", lambda self: (asked.append(self.text()), style(self))[1])
    label = PlainLabel("Words", 12, 400, "text3")
    qtbot.addWidget(label)
    assert asked == []
    label.show()
    before = label.palette().windowText().color()
    label.set_ink("over")
    assert asked == ["Words", "Words"]
    assert label.palette().windowText().color() != before
