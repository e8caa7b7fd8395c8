"""What is said of a person: the memo while it is written, a field, who may be the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtTest import QTest

from socialdesk.desktop.places.context.editors import MemoEditor
from socialdesk.desktop.shell.window import Window
from socialdesk.model.contact import Author
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.cache import Cache
from tests.images.rest import settle


def _memo(window: Window) -> None:
    window.hands.people.write_memo()
    editor = window.context.person.editor
    assert isinstance(editor, MemoEditor)
    QTest.keyClicks(editor.field, "Prefers letters. ")


def _field(window: Window) -> None:
    window.hands.people.add_field()


def _likely(window: Window) -> None:
    here = window.queue.current()
    assert here is not None
    unlocked = window.bridge.unlocked
    now = window.bridge.clock.now()
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    with cache.change() as change:
        other = change.put_contact("facebook", Author("fb-9", here.contact_handle, here.contact_name))
        change.put_thread(
            replace(here, id=ThreadId(0), remote_id="fb", contact_id=other.id, tags=(),
                    last_in_at=now - timedelta(minutes=20))
        )  # fmt: skip
    cache.close()
    window.bridge.follow.look()
    window.context.open(here.id)
    settle(window)
    window.context.verticalScrollBar().setValue(window.context.verticalScrollBar().maximum())


def _unread(window: Window) -> None:
    """A thread with more unread messages than a page."""
    here = window.queue.current()
    assert here is not None
    unlocked = window.bridge.unlocked
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    now = window.bridge.clock.now()
    newest = window.conversation.messages[-1]
    with cache.change() as change:
        for number in range(120):
            change.put_message(
                replace(newest, id=type(newest.id)(0), external_id=f"more-{number}", text=f"Message {number}",
                        attachments=(), created_at=now - timedelta(minutes=120 - number)),
                here.channel_id, "1", now,
            )  # fmt: skip
        change.put_thread(replace(here, unread=100))
    cache.close()
    window.bridge.follow.look()
    window.conversation.open(None)
    window.conversation.open(here.id)


SCENES = {"memo": _memo, "field": _field, "likely": _likely, "unread": _unread}
