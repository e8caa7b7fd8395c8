"""Joins the connect wizard with the rest: password to the secret store, command to the desk, outcome back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.connect.values import Accepted, Form, Permission, Platform, Refused, Turn
from socialdesk.desktop.places.connect.wizard import ConnectWizard
from socialdesk.model.command import ConnectChannel
from socialdesk.model.identifiers import CommandId
from socialdesk.store.cache import Changes, Result
from socialdesk.support.ids import new_id
from socialdesk.support.secrets import SecretsUnavailable, SessionSecrets

tr = QCoreApplication.translate


class Connecting(QObject):
    """The wizard of one window."""

    demo_wanted = Signal()

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._waits_for: CommandId | None = None
        self._identifier = ""
        self.elsewhere: Callable[[], None] | None = None
        """Leads to where channels are connected, where that is not here: nothing real comes into the demo."""
        self.wizard = ConnectWizard(window, self._sign_in)
        self.wizard.gave_up.connect(self._on_gave_up)
        self.wizard.look_around.connect(self.demo_wanted)
        bridge.follow.results.connect(self._on_results)
        bridge.follow.changed.connect(self._on_changed)

    @property
    def is_open(self) -> bool:
        """Whether the wizard is on the screen."""
        return self.wizard.isVisible()

    def open(self, platform: str = "") -> None:
        """Show the wizard, or go where it can be shown."""
        if self.elsewhere is not None:
            self.elsewhere()
            return
        cards = [
            Platform(
                card.id,
                card.name,
                card.mark,
                ", ".join(card.reads),
                card.needs,
                card.server,
                Form.APP_PASSWORD,
                card.help,
            )
            for card in self._bridge.platforms
            if card.id != "demo"
        ]
        self.wizard.open_with(cards, platform)

    def _sign_in(self, platform: str, server: str, identifier: str, password: str, days: int) -> None:
        self._identifier = identifier
        self._bridge.tasks.start(self._begin(platform, server, identifier, password, days))

    async def _begin(self, platform: str, server: str, identifier: str, password: str, days: int) -> None:
        secrets = self._bridge.unlocked.secrets
        if isinstance(secrets, SessionSecrets):
            self._refuse(
                tr(
                    "shell",
                    "This computer has no keyring and this workspace is plain files: no password is stored there.",
                )
            )
            return
        name = f"pending:{new_id()}"
        try:
            # A keyring may ask its owner first, and blocks meanwhile.
            await asyncio.to_thread(secrets.put, name, password)
        except SecretsUnavailable as error:
            self._refuse(error.sentence)
            return
        given = self._bridge.submit.order(ConnectChannel(platform, server, identifier, name, days))
        if given is None:
            self._refuse(tr("shell", "That could not be written to the disk. Free some space and try again."))
            return
        self._waits_for = given.id

    def _refuse(self, sentence: str) -> None:
        self.wizard.settle(Refused(sentence, Turn.YOU))

    def _on_results(self, results: Sequence[Result]) -> None:
        for result in results:
            if result.command != self._waits_for:
                continue
            self._waits_for = None
            if result.outcome != "accepted":
                here = "cannot be reached" not in result.sentence
                self.wizard.settle(Refused(result.sentence, Turn.YOU if here else Turn.PLATFORM))
                continue
            told = json.loads(result.sentence)
            permissions = tuple(
                Permission(
                    words if given else tr("shell", "Read direct messages and answer them"),
                    "" if given else words,
                    given,
                )
                for words, given in told["permissions"]
            )
            self.wizard.settle(Accepted(self._identifier, permissions))

    def _on_changed(self, changes: Changes) -> None:
        if self.is_open and changes.threads:
            self.wizard.show_count(self._bridge.cache.message_count())

    def _on_gave_up(self) -> None:
        self._waits_for = None
