"""Answers that have not left: their place in the line, a lost sign-in, one that came too late; and every other fate."""

from __future__ import annotations

from socialdesk.desktop.shell.window import Window
from socialdesk.model.identifiers import ThreadId
from tests.images.rest import settle


def _waiting(window: Window) -> None:
    ((thread,),) = window.bridge.cache.ask("SELECT DISTINCT thread_id FROM message WHERE command_id LIKE 'c%'")
    window.open_thread(ThreadId(thread))
    window.panes.show_thread()
    settle(window)


SCENES = {"delivery-line": _waiting, "delivery-sign-in": _waiting, "delivery-fates": _waiting}
