"""The connected channels: how each stands, when it was last heard, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import icons
from socialdesk.desktop.widgets.ask import ask
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel, safe_name
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import RemoveChannel
from socialdesk.store.cache import Changes

tr = QCoreApplication.translate


class ChannelsPart(QWidget):
    """The part; it follows what the engine says."""

    connect_wanted = Signal()
    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._shown: QWidget | None = None
        self.leave_buttons: dict[int, Button] = {}
        self._show()
        bridge.follow.changed.connect(self._on_changed)

    def _show(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.leave_buttons = {}
        for channel in self._bridge.channels:
            column.addWidget(self._card(channel))
        if not self._bridge.channels:
            words = tr("settings", "No channel is connected. What people write comes in here once one is.")
            column.addWidget(PlainLabel(words, 14, 400, "text2", wraps=True))
        more = Button(tr("settings", "Connect a channel"), Kind.SECONDARY, icon="plus")
        more.clicked.connect(self.connect_wanted)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        column.addLayout(row)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = whole
        self._column.addWidget(whole)

    def _card(self, channel: Channel) -> QWidget:
        card = QFrame(self)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(3)
        name = safe_name(channel.name if channel.platform == "demo" else channel.handle or channel.name)
        head = QHBoxLayout()
        head.setSpacing(8)
        mark = QLabel(card)
        mark.setPixmap(icons.mark(channel.mark, 18, self.devicePixelRatioF()))
        head.addWidget(mark)
        head.addWidget(PlainLabel(name, 14, 600, elides=True, parent=card), 1)
        column.addLayout(head)
        is_ill = channel.state.needs_person
        column.addWidget(PlainLabel(standing(channel), 13, 500, "soon" if is_ill else "text2", wraps=True))
        column.addWidget(PlainLabel(heard(channel.last_pull_at), 13, 400, "text2", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        if is_ill:
            repair = Button(tr("settings", "Sign in again"), Kind.PRIMARY, parent=card)
            repair.setAccessibleName(tr("settings", "Sign in again: {name}").format(name=name))
            repair.clicked.connect(self.connect_wanted)
            row.addWidget(repair)
        leave = Button(tr("settings", "Disconnect…"), Kind.GHOST, parent=card)
        leave.setAccessibleName(tr("settings", "Disconnect {name}").format(name=name))
        leave.clicked.connect(lambda: self._ask(channel, name))
        self.leave_buttons[channel.id] = leave
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _ask(self, channel: Channel, name: str) -> None:
        text = tr(
            "settings",
            "The sign-in is forgotten here and, where the network allows it, there. Threads and answers stay and can be"
            " read; nothing new comes in and nothing more leaves.",
        )
        choices = (("stay", tr("settings", "Stay connected")), ("leave", tr("settings", "Disconnect")))
        title = tr("settings", "Disconnect {name}?").format(name=name)
        question = ask(self.window(), title, text, choices, danger=True)
        question.answered.connect(lambda answer: self._on_answer(answer, channel))  # pyright: ignore[reportUnknownLambdaType]

    def _on_answer(self, answer: str, channel: Channel) -> None:
        if answer == "leave" and self._bridge.submit.order(RemoveChannel(channel.id)) is not None:
            self.said.emit(tr("settings", "The channel is being disconnected."))

    def _on_changed(self, changes: Changes) -> None:
        if "channel" in changes.others:
            self._show()


def standing(channel: Channel) -> str:
    """How a channel stands, in a sentence."""
    if channel.state_reason:
        return channel.state_reason
    match channel.state:
        case ChannelState.LIVE:
            return tr("settings", "All is well.")
        case ChannelState.CONNECTING:
            return tr("settings", "It is being connected.")
        case ChannelState.CATCHING_UP:
            return tr("settings", "It reads what came in before.")
        case ChannelState.RATE_LIMITED | ChannelState.DELAYED:
            return tr("settings", "The network slows us down. It goes on by itself.")
        case ChannelState.OFFLINE:
            return tr("settings", "The network cannot be reached. It is tried again by itself.")
        case ChannelState.PAUSED:
            return tr("settings", "It is disconnected.")
        case ChannelState.BAD_CREDENTIALS | ChannelState.LIMITED | ChannelState.SUSPENDED:
            return tr("settings", "The network wants a sign-in.")


def heard(at: datetime | None) -> str:
    """When a channel was last read."""
    if at is None:
        return tr("settings", "Never read yet.")
    moment = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)
    return tr("settings", "Last read {moment}.").format(moment=moment)
