"""Gives the texts of connectors and the sentences of the engine in the language of the window.

`tools.translations` gathers both under this context: what the manifests say of their platforms, and the sentences with
which something fails. A connector from elsewhere brings its languages in its manifest. What nobody translated stays as
it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look import language

tr = QCoreApplication.translate
CONTEXT = "connectors"


def said(text: str, own: Mapping[str, Mapping[str, str]]) -> str:
    """One text of a manifest. `own` are the words a connector brings, by language."""
    return own.get(language.current(), {}).get(text) or sentence(text)


def sentence(text: str) -> str:
    """What a person is told when something fails, as the engine wrote it down."""
    if not text:
        return ""
    plain = tr
    found = plain(CONTEXT, text)
    if found != text:
        return found
    for template, made in _with_names():
        match = _pattern(template).fullmatch(text)
        if match is not None:
            return made.format(**match.groupdict())
    return text


def _with_names() -> tuple[tuple[str, str], ...]:
    """The sentences with a name in them: as they are written, and in the language of the window."""
    from socialdesk.desktop.look.sign_in_sentences import sign_in_sentences  # nobody signs in in the first frame

    return (
        *sign_in_sentences(),
        (
            "{host} cannot be reached. Check the network; SocialDesk tries again by itself.",
            tr("connectors", "{host} cannot be reached. Check the network; SocialDesk tries again by itself."),
        ),
        (
            "{host} did not answer properly. SocialDesk tries again by itself.",
            tr("connectors", "{host} did not answer properly. SocialDesk tries again by itself."),
        ),
        (
            (
                "That is the sign-in of {other}. This channel is {own}: sign in with that account, or connect {again}"
                " as a channel of its own. Nothing was changed."
            ),
            tr(
                "connectors",
                "That is the sign-in of {other}. This channel is {own}: sign in with that account, or connect {again}"
                " as a channel of its own. Nothing was changed.",
            ),
        ),
        (
            (
                "{server} answers, but it is not a Bluesky server. Check the address; for most accounts it is"
                " https://bsky.social."
            ),
            tr(
                "connectors",
                "{server} answers, but it is not a Bluesky server. Check the address; for most accounts it is"
                " https://bsky.social.",
            ),
        ),
        (
            (
                "This account has moved to @{elsewhere}. Connect that one as a channel; what is written here is still"
                " read."
            ),
            tr(
                "connectors",
                "This account has moved to @{elsewhere}. Connect that one as a channel; what is written here is still"
                " read.",
            ),
        ),
        (
            (
                "Longer than the server takes with the names before it, by {over}. Nothing was sent; shorten it and"
                " send again."
            ),
            tr(
                "connectors",
                "Longer than the server takes with the names before it, by {over}. Nothing was sent; shorten it and"
                " send again.",
            ),
        ),
        (
            "More pictures than the server takes: {most} at most. Nothing was sent.",
            tr("connectors", "More pictures than the server takes: {most} at most. Nothing was sent."),
        ),
    )


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    return re.compile("".join(f"(?P<{one}>.+?)" if at % 2 else re.escape(one) for at, one in enumerate(parts)))
