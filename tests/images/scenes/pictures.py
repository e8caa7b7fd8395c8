"""Pictures that strangers sent: before they are asked for, in the conversation, and looked at."""

from __future__ import annotations

from socialdesk.desktop.places.conversation.geometry import Target
from socialdesk.desktop.places.conversation.media import OPEN
from socialdesk.desktop.shell.window import Window
from socialdesk.model.identifiers import ThreadId
from tests.images.rest import settle


def with_pictures(window: Window) -> ThreadId:
    """A thread whose contact sent two pictures."""
    ((thread,),) = window.bridge.cache.ask(
        "SELECT thread_id FROM attachment GROUP BY thread_id ORDER BY count(*) DESC, thread_id LIMIT 1"
    )
    return ThreadId(thread)


def _pictures(window: Window) -> None:
    window.open_thread(with_pictures(window))
    window.panes.show_thread()


def _viewer(window: Window) -> None:
    _pictures(window)
    (message,) = [one for one in window.conversation.messages if len(one.attachments) > 1]
    row = next(row for row in window.conversation.view.rows if row.entry == message)
    window.conversation.view.target_chosen.emit(Target(OPEN, "0"), row)


def _post(window: Window) -> None:
    """A comment below a post whose picture is here, or could be."""
    ((thread,),) = window.bridge.cache.ask(
        "SELECT t.id FROM thread t JOIN post_picture p ON p.post_id = t.post_id"
        " WHERE t.shield = '' ORDER BY p.state = 'ok' DESC, t.id LIMIT 1"
    )
    window.open_thread(ThreadId(thread))
    window.panes.show_thread()
    settle(window)


SCENES = {"post": _post, "pictures-asked": _pictures, "pictures": _pictures, "viewer": _viewer}
