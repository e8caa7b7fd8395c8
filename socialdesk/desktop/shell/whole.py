"""Makes the parts of a window that its first frame does not show, in steps between which the program may listen."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialdesk.desktop.shell.window import Window

_USED_AT_ONCE = ("regex", "socialdesk.model.fold", "socialdesk.store.search")
"""The first act and the first search would load these under somebody's hand."""


def making(window: Window) -> Iterator[None]:
    """Make its places, pages and overlays."""
    from socialdesk.desktop.places.conversation.place import Conversation

    bridge = window.bridge
    window.conversation = Conversation(bridge, facts=window.facts)
    yield
    from socialdesk.desktop.places.composer.place import Composer

    window.composer = Composer(bridge)
    yield
    from socialdesk.desktop.places.context.place import Context

    window.context = Context(bridge)
    yield
    from socialdesk.desktop.places.outbox.page import OutboxPage
    from socialdesk.desktop.shell.all_clear import AllClear
    from socialdesk.desktop.shell.outbox_side import OutboxSide

    window.clear = AllClear(bridge, window)
    window.outbox = OutboxPage()
    window.outbox_side = OutboxSide(window.outbox, bridge)
    yield
    from socialdesk.desktop.places.library.page import LibraryPage

    window.library = LibraryPage(bridge)
    yield
    from socialdesk.desktop.shell.settings_side import SettingsSide

    window.settings = SettingsSide(window, window.pages)
    yield
    from socialdesk.desktop.places.saved_replies.place import SavedReplies
    from socialdesk.desktop.widgets.announce import Announcer
    from socialdesk.desktop.widgets.toast import UndoToast

    window.replies = SavedReplies(bridge, window)
    window.replies.picker.shelf.prepare()
    window.toast = UndoToast(window)
    window.announcer = Announcer(window)
    yield
    from socialdesk.desktop.places.palette.palette import Palette

    window.palette_card = Palette(window)
    yield
    from socialdesk.desktop.places.pickers.assign import AssignPicker
    from socialdesk.desktop.places.pickers.snooze import SnoozePicker
    from socialdesk.desktop.places.pickers.tags import TagPicker

    window.snooze = SnoozePicker(window)
    window.assign = AssignPicker(window)
    window.tags = TagPicker(window)
    yield
    from socialdesk.desktop.shell.about_person import AboutPerson
    from socialdesk.desktop.shell.connecting import Connecting

    window.connecting = Connecting(window, bridge)
    window.about_person = AboutPerson(window, bridge, window.queue.current, window.say)
    yield


def used_at_once() -> Iterator[None]:
    """Load what the first act would load."""
    for name in _USED_AT_ONCE:
        import_module(name)
        yield
