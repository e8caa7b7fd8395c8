"""HTML of strangers as plain text: what a reader would have read, and where links really lead."""

from __future__ import annotations

import pytest

from socialdesk.connectors.kit.plain import plain

MENTION = '<span class="h-card"><a href="https://s.example/@brand" class="u-url mention">@<span>brand</span></a></span>'

CUT = '<span class="invisible">https://</span><span>example.com/lo</span><span class="invisible">ng?x=1</span>'


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("Tom &amp; Ann &lt;3", "Tom & Ann <3"),
        (f"<p>{MENTION} Does it come in green?</p>", "@brand Does it come in green?"),
        (
            f'<p>See <a href="https://example.com/long?x=1">{CUT}</a>!</p>',
            "See https://example.com/long?x=1!",
        ),
        ('<a href="https://evil.example/x">your bank</a>', "your bank (https://evil.example/x)"),
        ('<a href="https://evil.example/x">https://bank.example</a>', "https://bank.example (https://evil.example/x)"),
        ('<a href="https://shop.example/">shop.example</a>', "shop.example"),
        ('<a href="https://shop.example/a/b/c">shop.example/a…</a>', "https://shop.example/a/b/c"),
        ('<a href="javascript:alert(1)">press</a>', "press"),
        ("<script>alert(1)</script><style>p{}</style>seen", "seen"),
        ("<ul><li>a</li><li>b</li></ul>after", "• a\n• b\n\nafter"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("  lots \n of\t space  ", "lots of space"),
        ('Hello <img src="https://track.example/1.gif" alt=":wave:">', "Hello :wave:"),
        ("<head><title>t</title><p>no<body><p>yes", "yes"),
        ("a <b>bold", "a bold"),
        ("<p>a</p>\n\n<p>b</p>", "a\n\nb"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("", ""),
    ],
)
def test_a_reader_is_told_what_the_page_said_and_where_its_links_lead(html: str, wanted: str) -> None:
    assert plain(html) == wanted


def test_what_carries_a_class_that_is_not_wanted_is_left_out() -> None:
    html = '<p class="quote-inline">RE: <a href="https://s.example/1">s.example/1</a></p><p>yes</p>'
    assert plain(html, without=frozenset({"quote-inline"})) == "yes"


@pytest.mark.parametrize("piece", ["<p", "<a href=x ", "&#", "<!--", "<div><", "</", "<![CDATA[", "<pre><a>"])
def test_a_long_broken_text_is_read_all_the_same(piece: str) -> None:
    assert isinstance(plain(piece * 20_000), str)
