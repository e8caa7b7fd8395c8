"""The menu of a message: to copy it, what is on the screen of it, and what can be done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from socialdesk.desktop.places.conversation import fate, media
from socialdesk.desktop.places.conversation.act_menu import ON_MESSAGES, ON_OWN, fill
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.widgets.plain_text import on_button
from socialdesk.model.message import Direction, Message

if TYPE_CHECKING:
    from socialdesk.desktop.actions.registry import Facts
    from socialdesk.desktop.places.conversation.geometry import Target
    from socialdesk.desktop.places.conversation.header import Header
    from socialdesk.desktop.places.conversation.rows import Row
    from socialdesk.desktop.places.conversation.view import ConversationView

tr = QCoreApplication.translate


class Place(Protocol):
    """What a conversation gives to the menu of its messages."""

    view: ConversationView
    header: Header
    facts: Callable[[], Facts] | None

    @property
    def may_like(self) -> bool:
        """Whether a message can be liked there."""
        ...

    def like(self, message: Message) -> None:
        """Like a message, or take the like back."""
        ...

    def on_target(self, target: Target, row: Row) -> None:
        """Do what a place on the screen stands for."""
        ...

    def ask_about(self, url: str) -> None:
        """Show where an address leads before it is opened."""
        ...


def open_menu(place: Place, row: Row, at: QPoint) -> None:
    """Show the menu of a row at a place of the screen."""
    menu = QMenu(place.view)
    menu.aboutToHide.connect(menu.deleteLater)
    copy = menu.addAction(tr("conversation", "Copy"))
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(place.view.chosen_text()))
    for target in place.view.targets_of(row):
        menu.addAction(_act_on(place, target, row, menu))
    _offer_like(place, row, menu)
    is_theirs = isinstance(row.entry, Message) and row.entry.direction is Direction.IN
    if is_theirs and place.facts is not None:
        menu.addSeparator()
        place.view.setFocus()
        fill(menu, ON_MESSAGES, place.facts(), place.header.act_wanted.emit)
    elif isinstance(row.entry, Message) and row.entry.external_id and row.entry.deleted_at is None and place.facts:
        menu.addSeparator()
        place.view.setFocus()
        fill(menu, ON_OWN, place.facts(), place.header.act_wanted.emit)
    permalink = row.entry.permalink if isinstance(row.entry, Message) else ""
    if permalink:
        there = menu.addAction(tr("conversation", "View on the platform"))
        there.triggered.connect(lambda: place.ask_about(permalink))
    menu.popup(at)


def _act_on(place: Place, target: Target, row: Row, menu: QMenu) -> QAction:
    said = {
        "more": tr("conversation", "Show more"),
        "reveal": tr("conversation", "Show it to me"),
        "fold": tr("conversation", "Hide") if row.is_open else tr("conversation", "Show"),
        "versions": tr("conversation", "Show earlier versions"),
        "again": tr("conversation", "Ask again"),
        "post": tr("conversation", "Open post"),
        "rule": tr("conversation", "Show what this rule did"),
        "link": tr("conversation", "Open {address}").format(address=target.detail[:60]),
        media.SHOW: tr("conversation", "Show the picture"),
        media.ALWAYS: tr("conversation", "Always show pictures of this channel"),
        media.OPEN: tr("conversation", "Look at the picture"),
    }
    words = fate.words(Step(target.detail)) if target.what == "step" else said[target.what]
    action = QAction(on_button(words), menu)
    action.triggered.connect(lambda: place.on_target(target, row))
    return action


def _offer_like(place: Place, row: Row, menu: QMenu) -> None:
    message = row.entry
    if not isinstance(message, Message) or message.direction is Direction.OUT or not place.may_like:
        return
    words = tr("conversation", "Take the like back") if message.is_liked else tr("conversation", "Like")
    like = menu.addAction(words)
    like.triggered.connect(lambda: place.like(message))
