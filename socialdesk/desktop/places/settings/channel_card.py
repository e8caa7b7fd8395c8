"""One connected channel on the page of settings: how it stands, what its sign-in allows and until when, what to do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import PlatformCard
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel, safe_name
from socialdesk.desktop.widgets.sign_in_words import ends, missed, moment, permissions
from socialdesk.model.channel import Access, Channel, ChannelState

tr = QCoreApplication.translate


class ChannelCard(QFrame):
    """The card. `wanted` names what is to be done: repair, check, pause, resume, leave, keep, erase."""

    wanted = Signal(str)
    unfolded = Signal(bool)

    def __init__(
        self, channel: Channel, access: Access, card: PlatformCard | None, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.channel = channel
        self.buttons: dict[str, Button] = {}
        self._name = name_of(channel)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        mark = QLabel(self)
        mark.setPixmap(icons.mark(channel.mark, scaled(18), self.devicePixelRatioF()))
        head.addWidget(mark)
        head.addWidget(PlainLabel(self._name, 14, 600, elides=True, parent=self), 1)
        column.addLayout(head)
        is_ill = channel.state.needs_person
        self._line(standing(channel), "soon" if is_ill else "text2", 500)
        if channel.state.is_connected:
            self._line(heard(channel, now), "text2")
            self._line(ends(access, now), "soon" if access.ends_soon(now) else "text2")
            self._line(missed(access, now), "text2")
        allowed = permissions(card, access.granted, channel.handle or channel.name) if card is not None else []
        if channel.state.is_connected:
            for title, why, is_granted, mend in allowed:
                if not is_granted:
                    self._row("warning", "soon", f"{title}. {why} {mend}".strip())
        self.allows = QWidget(self)
        inside = QVBoxLayout(self.allows)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(4)
        for title, why, is_granted, _mend in allowed:
            look = ("check-circle", "good") if is_granted else ("warning", "soon")
            inside.addLayout(self._pictured(*look, f"{title}. {why}"))
        if access.checked_at is not None:
            words = tr("settings", "Tried {moment}.").format(moment=moment(access.checked_at, now))
            inside.addWidget(PlainLabel(words, 12, 400, "text3", wraps=True))
        self.allows.hide()
        column.addWidget(self.allows)
        self._acts = FlowLayout(spacing=8)
        column.addSpacing(4)
        column.addLayout(self._acts)
        self._add_acts(needs_sign_in=is_ill or access.ends_soon(now), can_unfold=bool(allowed))

    def unfold(self, on: bool) -> None:
        """Show what the sign-in allows, or fold it away."""
        self.allows.setVisible(on)
        words = tr("settings", "Hide what it allows") if on else tr("settings", "What it allows")
        self.buttons["unfold"].setText(words)

    def _add_acts(self, *, needs_sign_in: bool, can_unfold: bool) -> None:
        state = self.channel.state
        if state is ChannelState.LEAVING:
            self._act("keep", tr("settings", "Keep it"), Kind.SECONDARY)
            return
        if state is ChannelState.DISCONNECTED:
            self._act("repair", tr("settings", "Connect again"), Kind.SECONDARY)
            self._act("erase", tr("settings", "Forget its threads…"), Kind.GHOST)
            return
        if state is ChannelState.PAUSED:
            self._act("resume", tr("settings", "Go on"), Kind.PRIMARY)
        elif needs_sign_in:
            self._act("repair", tr("settings", "Sign in again"), Kind.PRIMARY)
        if state.is_at_work:
            self._act("check", tr("settings", "Check now"), Kind.SECONDARY)
            self._act("pause", tr("settings", "Pause"), Kind.GHOST)
        if can_unfold:
            self._act("unfold", tr("settings", "What it allows"), Kind.GHOST)
        if not needs_sign_in:
            self._act("repair", tr("settings", "Sign in again"), Kind.GHOST)
        self._act("leave", tr("settings", "Disconnect…"), Kind.GHOST)

    def _act(self, key: str, words: str, kind: Kind) -> None:
        button = Button(words, kind, parent=self)
        button.setAccessibleName(f"{words.rstrip('…')}: {self._name}")
        if key == "unfold":
            button.clicked.connect(lambda: self.unfolded.emit(self.allows.isHidden()))
        else:
            button.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
        self.buttons[key] = button
        self._acts.addWidget(button)

    def _line(self, words: str, colour: str, weight: int = 400) -> None:
        if words:
            self._column.addWidget(PlainLabel(words, 13, weight, colour, wraps=True, parent=self))

    def _row(self, icon: str, colour: str, words: str) -> None:
        self._column.addLayout(self._pictured(icon, colour, words))

    def _pictured(self, icon: str, colour: str, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, colour, scaled(16), self.devicePixelRatioF()))
        picture.setAccessibleName(tr("settings", "Given") if colour == "good" else tr("settings", "Not given"))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(words, 13, 400, "text" if colour == "soon" else "text2", wraps=True), 1)
        return line


def name_of(channel: Channel) -> str:
    """What a channel is called where several stand below each other."""
    return safe_name(channel.name if channel.platform == "demo" else channel.handle or channel.name)


def standing(channel: Channel) -> str:
    """How a channel stands, in a sentence."""
    if channel.state_reason:
        return sentence(channel.state_reason)
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
            return tr("settings", "Paused by you: nothing comes in, and what you send waits in the outbox.")
        case ChannelState.LEAVING:
            return tr("settings", "It is being disconnected. Until then it can be kept.")
        case ChannelState.DISCONNECTED:
            return tr("settings", "Disconnected. Its threads and answers are here and can be read.")
        case ChannelState.BAD_CREDENTIALS:
            return tr("settings", "The network wants a sign-in.")
        case ChannelState.LIMITED:
            return tr("settings", "The network does not allow everything here. Sign in again to see what is missing.")
        case ChannelState.SUSPENDED:
            return tr(
                "settings", "The network has closed this account or moved it. Look at it there, then sign in again."
            )


def heard(channel: Channel, now: datetime) -> str:
    """When a channel was last read and last sent to."""
    if channel.last_pull_at is None:
        return tr("settings", "Never read yet.")
    read = tr("settings", "Last read {moment}.").format(moment=moment(channel.last_pull_at, now))
    if channel.last_send_at is None:
        return read
    sent = tr("settings", "Last sent {moment}.").format(moment=moment(channel.last_send_at, now))
    return f"{read} {sent}"
