"""Answers that have not left: their place in the line, a sign-in that is lost, one that came too late."""

from __future__ import annotations

from socialdesk.desktop.shell.window import Window
from socialdesk.model.identifiers import ThreadId
from tests.waiting import let_pass


def _waiting(window: Window) -> None:
    ((thread,),) = window.bridge.cache.ask("SELECT thread_id FROM message WHERE command_id = 'c2'")
    window.open_thread(ThreadId(thread))
    let_pass(60)


SCENES = {"delivery-line": _waiting, "delivery-sign-in": _waiting}
