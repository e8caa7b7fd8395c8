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
    from socialdesk.desktop.look.failure_sentences import WITH_NAMES  # nothing fails in the first frame

    for template in WITH_NAMES:
        match = _pattern(template).fullmatch(text)
        if match is not None:
            parts = {key: sentence(part) if key == "sentence" else part for key, part in match.groupdict().items()}
            return plain(CONTEXT, template).format(**parts)
    return text


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    return re.compile("".join(f"(?P<{one}>.+?)" if at % 2 else re.escape(one) for at, one in enumerate(parts)))
