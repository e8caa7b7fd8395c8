"""Says of a window what acts ask before they are done: what is open, what is selected, what can be done to it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.shell.moderating import Moderating
from socialdesk.desktop.shell.rules_side import RulesSide
from socialdesk.desktop.shell.settings_side import SettingsSide


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    queue: QueuePlace
    settings: SettingsSide
    rules: RulesSide

    @property
    def library(self) -> QWidget:
        """The page of saved replies."""
        ...

    @property
    def shown_outbox(self) -> object | None:
        """The page of what has not left, while one sees it."""
        ...

    @property
    def moderating(self) -> Moderating:
        """The acts on what others wrote."""
        ...


def facts(window: Host, selected: int, *, is_away: bool = False) -> Facts:
    """What is so at this moment, with so many threads selected."""
    if window.settings.is_shown:
        return Facts(is_settings=True, is_away=is_away)
    if window.rules.is_shown:
        return Facts(is_rules=True, is_away=is_away)
    if window.shown_outbox is not None:
        return Facts(is_away=is_away)  # the open thread lies behind the page
    if window.library.isVisible():
        return Facts(is_library=True, is_away=is_away)  # what is done to a thread is done to one that is seen
    bridge, queue = window.bridge, window.queue
    thread = queue.current()
    can = bridge.capabilities(thread) if thread else None
    return Facts(
        thread=thread,
        can_like=can is not None and can.can("like"),
        able=window.moderating.able(thread, can),
        stands=window.moderating.stands(thread),
        is_mine=thread is not None and thread.assignee_id == bridge.me,
        selected=selected,
        is_away=is_away,
        is_saved_view=not queue.base.is_built_in,
        is_filtered=bool(queue.in_force.parts),
        is_filter_changed=queue.in_force.is_changed,
    )
