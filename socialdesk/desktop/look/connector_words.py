"""Gives the texts of connectors in the language of the window: in their own words of it, else in ours.

`tools.translations` gathers the texts of the manifests that come with SocialDesk under this context; a connector from
elsewhere brings its languages in its manifest. What nobody translated stays as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look import language

CONTEXT = "connectors"


def said(text: str, own: Mapping[str, Mapping[str, str]]) -> str:
    """One text. `own` are the words a connector brings, by language."""
    brought = own.get(language.current(), {}).get(text)
    translated = QCoreApplication.translate
    return brought or (translated(CONTEXT, text) if text else "")
