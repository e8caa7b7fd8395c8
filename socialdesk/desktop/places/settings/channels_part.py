"""The connected channels: a card each, and what is given, asked and told when something is done with one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import said as told
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.places.settings.channel_card import ChannelCard, name_of
from socialdesk.desktop.widgets.ask import ask
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.channel import Access, Channel
from socialdesk.model.command import RemoveChannel
from socialdesk.model.connecting import CheckAccess, LeaveChannel, PauseChannel, Standing, way_back
from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.store.access import accesses
from socialdesk.store.cache import Changes
from socialdesk.store.readings import Result

tr = QCoreApplication.translate


class ChannelsPart(QWidget):
    """The part; it follows what the engine says, and what is pending here."""

    connect_wanted = Signal()
    repair_wanted = Signal(int)
    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._unfolded: set[ChannelId] = set()
        self._checks: dict[CommandId, Channel] = {}
        self.cards: dict[ChannelId, ChannelCard] = {}
        self._known: dict[ChannelId, tuple[Channel, Access]] = {}
        self._nothing = PlainLabel(
            tr("settings", "No channel is connected. What people write comes in here once one is."),
            14,
            400,
            "text2",
            wraps=True,
        )
        self.more = Button(tr("settings", "Connect a channel"), Kind.SECONDARY, icon="plus", parent=self)
        self.more.clicked.connect(self.connect_wanted)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._nothing)
        self._column.addLayout(row)
        self._show()
        bridge.follow.changed.connect(self._on_changed)
        bridge.follow.results.connect(self._on_results)
        bridge.submit.undone.connect(self._on_undone)

    def _show(self) -> None:
        """Bring the cards in line with how the channels stand; one that stands as before is left alone."""
        focus = self._focused()
        now = self._bridge.clock.now()
        allowed = accesses(self._bridge.cache)
        found = {one.id: one for one in sorted(self._bridge.known_channels, key=lambda one: not one.state.is_connected)}
        for gone in self.cards.keys() - found.keys():
            self._take_away(gone)
        for place, (id_, channel) in enumerate(found.items()):
            known = channel, allowed.get(id_, Access())
            if self._known.get(id_) != known:
                self._take_away(id_)
                self._known[id_] = known
                self.cards[id_] = self._card(*known, now)
            if self._column.indexOf(self.cards[id_]) != place:
                self._column.removeWidget(self.cards[id_])
                self._column.insertWidget(place, self.cards[id_])
        self._nothing.setVisible(not found)
        self._order_stops([self.cards[id_] for id_ in found])
        self._put_focus(focus)

    def _order_stops(self, cards: list[ChannelCard]) -> None:
        """Let Tab follow the column: what was made last, such as a card that changed, would come last."""
        stops = [*(button for card in cards for button in card.findChildren(QAbstractButton)), self.more]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _card(self, channel: Channel, access: Access, now: datetime) -> ChannelCard:
        platform = next((one for one in self._bridge.platforms if one.id == channel.platform), None)
        card = ChannelCard(channel, access, platform, now, self)
        card.wanted.connect(partial(self._do, channel=channel))
        card.unfolded.connect(partial(self._unfold, channel.id))
        if channel.id in self._unfolded and "unfold" in card.buttons:
            card.unfold(True)
        return card

    def _take_away(self, id_: ChannelId) -> None:
        self._known.pop(id_, None)
        card = self.cards.pop(id_, None)
        if card is not None:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _focused(self) -> tuple[ChannelId, str] | None:
        """On which button of which card the focus is: a card that is drawn anew must not lose it."""
        for id_, card in self.cards.items():
            for key, button in card.buttons.items():
                if button.hasFocus():
                    return id_, key
        return None

    def _put_focus(self, focus: tuple[ChannelId, str] | None) -> None:
        if focus is None or focus[0] not in self.cards:
            return
        buttons = self.cards[focus[0]].buttons
        button = buttons.get(focus[1]) or next(iter(buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, id_: ChannelId, on: bool) -> None:
        self._unfolded = self._unfolded | {id_} if on else self._unfolded - {id_}
        self.cards[id_].unfold(on)

    def _do(self, what: str, channel: Channel) -> None:
        name = name_of(channel)
        match what:
            case "repair":
                self.repair_wanted.emit(channel.id)
            case "check":
                given = self._bridge.submit.order(CheckAccess(channel.id))
                if given is not None:
                    self._checks[given.id] = channel
                    self.said.emit(tr("settings", "{name} is asked what it allows.").format(name=name))
            case "pause":
                words = tr("settings", "{name} is paused.").format(name=name)
                self._stand(channel, PauseChannel(channel.id), words)
            case "resume":
                words = tr("settings", "{name} goes on.").format(name=name)
                self._stand(channel, PauseChannel(channel.id, on=False), words)
            case "keep":
                self._bridge.submit.order(LeaveChannel(channel.id, on=False))
                self._show()
            case "erase":
                self._ask_to_forget(channel, name)
            case _:
                self._ask_to_leave(channel, name)

    def _ask_to_leave(self, channel: Channel, name: str) -> None:
        text = tr(
            "settings",
            "What stays: threads, answers, notes and tags; they can be read and searched. What goes: the sign-in, here"
            " and where the network allows it also there. Nothing new comes in, and what has not left waits until you"
            " connect it again. Or let its threads go too, and with them what has not left; nothing is deleted on the"
            " network.",
        )
        card = next((one for one in self._bridge.platforms if one.id == channel.platform), None)
        if card is not None and card.ended_there:
            text = f"{text}\n\n{told(card.ended_there, card.words)}"
        choices = (
            ("stay", tr("settings", "Stay connected")),
            ("erase", tr("settings", "Disconnect, forget its threads")),
            ("leave", tr("settings", "Disconnect")),
        )
        title = tr("settings", "Disconnect {name}?").format(name=name)
        question = ask(self.window(), title, text, choices)
        question.answered.connect(partial(self._on_leave, channel=channel, name=name))

    def _on_leave(self, answer: str, channel: Channel, name: str) -> None:
        if answer not in {"leave", "erase"}:
            return
        at = self._bridge.clock.now() + timedelta(seconds=self._bridge.settings.number("undo_s"))
        words = tr("settings", "{name} is disconnected.").format(name=name)
        if answer == "erase":
            words = tr("settings", "{name} is disconnected, its threads are forgotten.").format(name=name)
        self._stand(channel, LeaveChannel(channel.id, at, erase=answer == "erase"), words)

    def _ask_to_forget(self, channel: Channel, name: str) -> None:
        text = tr(
            "settings",
            "Its threads, answers, notes and tags go from this workspace for good; this cannot be taken back. Nothing"
            " is deleted on the network.",
        )
        choices = (("stay", tr("settings", "Keep them")), ("erase", tr("settings", "Forget them")))
        question = ask(
            self.window(), tr("settings", "Forget the threads of {name}?").format(name=name), text, choices, danger=True
        )
        question.answered.connect(partial(self._on_forget, channel=channel))

    def _on_forget(self, answer: str, channel: Channel) -> None:
        if answer == "erase" and self._bridge.submit.order(RemoveChannel(channel.id, erase=True)) is not None:
            self.said.emit(tr("settings", "Its threads are being forgotten."))

    def _stand(self, channel: Channel, command: Standing, words: str) -> None:
        self._bridge.submit.change([command], words, way_back(channel, command))
        self._show()

    def _on_undone(self, _step: object) -> None:
        self._show()

    def _on_changed(self, changes: Changes) -> None:
        # Hundreds of channels are told of all day long, each as often as it is read: nobody looks here meanwhile.
        if "channel" in changes.others and self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _on_results(self, results: Sequence[Result]) -> None:
        for result in results:
            channel = self._checks.pop(result.command, None)
            if channel is None:
                continue
            name = name_of(channel)
            if result.outcome == "rejected":
                self.said.emit(f"{name}: {sentence(result.sentence)}")
                continue
            missing = len(self._bridge.access(channel.id).missing)
            well = tr("settings", "{name}: everything it needs is allowed.").format(name=name)
            lacks = tr("settings", "{name}: %n permission(s) missing. The card says which.", "", missing)
            self._show()
            self.said.emit(lacks.format(name=name) if missing else well)
