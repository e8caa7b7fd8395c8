"""Joins the connect wizard with the rest: secrets to the secret store, commands to the desk, outcomes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge, PlatformCard
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.places.connect.values import (
    Accepted,
    Again,
    Refused,
    Turn,
)
from socialdesk.desktop.shell.aside_secrets import forget, put_aside
from socialdesk.desktop.shell.banners import seen_key
from socialdesk.desktop.shell.connecting_words import accepted, kept_where, nowhere, platform_of, remember
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.desktop.widgets.sign_in_words import moment, whole
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import Command, ConnectChannel
from socialdesk.model.connecting import AddAccounts, AllowConnector, DropLogin, FinishSignIn, why_refused
from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.model.way import Way, WayKind
from socialdesk.store import missing
from socialdesk.store.access import accesses
from socialdesk.store.cache import Changes
from socialdesk.store.pending_secrets import let_go
from socialdesk.store.readings import Result
from socialdesk.support.secrets import SecretsUnavailable, SessionSecrets

if TYPE_CHECKING:
    from socialdesk.desktop.places.connect.wizard import ConnectWizard
    from socialdesk.desktop.shell.at_browser import AtBrowser

tr = QCoreApplication.translate
DEMO = "demo"
_OUT_OF_REACH = " cannot be reached"


class Connecting(QObject):
    """The wizard of one window."""

    demo_wanted = Signal()
    told = Signal(str)
    """Something that a person should hear once: a gap was filled."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._waits_for: CommandId | None = None
        self._login: CommandId | None = None
        """A sign-in that is there and waits for somebody to pick of it."""
        self._gave_up: set[CommandId] = set()
        self._at_browser: CommandId | None = None
        """A sign-in that waits for the browser."""
        self._aside: dict[CommandId, str] = {}
        """Under which name what is secret of a sign-in waits in the secret store."""
        self._identifier = ""
        self._way: Way | None = None
        self._typed: dict[str, str] = {}
        """What was typed and is no secret."""
        self._again: Channel | None = None
        self._new: tuple[ChannelId, ...] = ()
        """The channels whose first download the last step follows."""
        self._lost = {
            id_ for id_, one in accesses(bridge.cache).items() if one.lost_at is not None and one.mended_at is None
        }
        """Channels of which something is missing since their sign-in ended."""
        self._before = 0
        """How many messages there were before."""
        self.elsewhere: Callable[[], None] | None = None
        """Leads to where channels are connected, where that is not here: nothing real comes into the demo."""
        self._over = window
        bridge.follow.results.connect(self._on_results)
        bridge.follow.changed.connect(self._on_changed)

    @cached_property
    def wizard(self) -> ConnectWizard:
        """What asks; made when it is first asked for."""
        from socialdesk.desktop.places.connect.wizard import ConnectWizard

        made = ConnectWizard(self._over, self._sign_in)
        kept = "" if self._bridge.is_demo else kept_where(self._bridge.unlocked.secrets)
        if kept:
            made.promise(kept)
        made.gave_up.connect(self._on_gave_up)
        made.picked.connect(self._on_picked)
        made.dropped.connect(self._on_dropped)
        made.look_around.connect(self.demo_wanted)
        made.browser_again.connect(self.browser.again)
        made.pasted.connect(self._on_pasted)
        made.allowed.connect(self._on_allowed)
        return made

    @cached_property
    def browser(self) -> AtBrowser:
        """What sends a person to the browser and hears of the return."""
        from socialdesk.desktop.shell.at_browser import AtBrowser

        made = AtBrowser(self)
        made.came.connect(self._on_came)
        made.late.connect(self._on_late)
        return made

    @property
    def is_open(self) -> bool:
        """Whether the wizard is on the screen."""
        return "wizard" in vars(self) and self.wizard.isVisible()

    def open(self, platform: str = "") -> None:
        """Show the wizard, or go where it can be shown."""
        if self.elsewhere is not None:
            self.elsewhere()
            return
        self._again = None
        # What is real comes first: who connects the demo network here wants to try something beside it.
        cards = sorted(self._bridge.platforms, key=lambda one: one.id == DEMO)
        self.wizard.open_with([platform_of(self._bridge, card) for card in cards], platform)

    def repair(self, channel: Channel | None = None) -> None:
        """Sign in again for a channel, or for the first one that needs it; else connect another."""
        lost = next((one for one in self._bridge.channels if one.state is ChannelState.BAD_CREDENTIALS), None)
        channel = channel or lost
        card = next((one for one in self._bridge.platforms if channel and one.id == channel.platform), None)
        if channel is None or card is None:
            self.open()
            return
        self._again = channel
        access = self._bridge.access(channel.id)
        is_lost = access.lost_at is not None and access.mended_at is None
        since = moment(access.lost_at, self._bridge.clock.now()) if is_lost and access.lost_at is not None else ""
        again = Again(channel.handle or channel.name, channel.server, since)
        self.wizard.open_again(platform_of(self._bridge, card), again)

    def repair_by_id(self, channel: int) -> None:
        """The same for a channel by its number."""
        self.repair(self._bridge.channel(ChannelId(channel)))

    def on_banner(self, key: str) -> None:
        """What the banner about sign-ins offers: renewing one, or hearing of it tomorrow."""
        what, _, channel = key.partition(":")
        if what == "seen":
            today = self._bridge.clock.now().astimezone().date().isoformat()
            self._bridge.desk.set_state(seen_key(int(channel)), today)
        elif what == "renew":
            self.repair_by_id(int(channel))
        else:
            self.repair()

    def _on_allowed(self, platform: str) -> None:
        card = self._card(platform)
        if card is not None:
            self._bridge.submit.order(AllowConnector(platform, card.reach))

    def _sign_in(self, platform: str, way: str, typed: Mapping[str, str], days: int) -> None:
        card = self._card(platform)
        chosen = next((one for one in card.ways if one.id == way), None) if card is not None else None
        if chosen is None:
            return
        self._identifier = typed.get("identifier", "")
        again = self._again.id if self._again is not None else 0
        secret = {key: text for key, text in typed.items() if key in chosen.secret_keys}
        self._typed = {key: text for key, text in typed.items() if key not in secret}
        is_at_browser = chosen.kind is WayKind.BROWSER
        if (secret or is_at_browser) and isinstance(self._bridge.unlocked.secrets, SessionSecrets):
            self._refuse(nowhere())
            return
        redirect = ""
        try:
            redirect = self.browser.listen(chosen.port) if is_at_browser and not chosen.is_pasted else ""
        except OSError:
            words = tr("shell", "Another program uses port {port} of this computer, to which the browser comes back.")
            self._refuse(f"{words.format(port=chosen.port)} {tr('shell', 'End it, then try again.')}")
            return
        self._way = chosen
        command = ConnectChannel(
            platform, chosen.id, tuple(self._typed.items()), "", days, asks=not again, again=again, redirect=redirect
        )
        self._order_with(command, secret)

    def _card(self, platform: str) -> PlatformCard | None:
        return next((one for one in self._bridge.platforms if one.id == platform), None)

    def _order_with(self, command: ConnectChannel | FinishSignIn, secret: Mapping[str, str]) -> None:
        if secret:
            self._bridge.tasks.start(self._put_aside_and_order(command, secret))
        else:
            self._order(command)

    async def _put_aside_and_order(self, command: ConnectChannel | FinishSignIn, secret: Mapping[str, str]) -> None:
        try:
            name = await put_aside(self._bridge, secret)
        except SecretsUnavailable as error:
            self._refuse(sentence(error.sentence))
            return
        # Whoever gave up meanwhile wants nothing to be asked.
        if not self.wizard.is_waiting or not self._order(replace(command, secret_name=name)):
            await forget(self._bridge, [name])
        elif self._waits_for is not None:
            self._aside[self._waits_for] = name

    def _order(self, command: Command) -> bool:
        given = self._bridge.submit.order(command)
        if given is None:
            self._refuse(tr("shell", "That could not be written to the disk. Free some space and try again."))
            return False
        self._waits_for = given.id
        return True

    def _refuse(self, sentence: str) -> None:
        self.browser.stop()
        self.wizard.settle(Refused(sentence, Turn.YOU))

    def _on_url(self, login: CommandId, url: str) -> None:
        """The sign-in goes on in the browser."""
        self._at_browser = login
        is_open = self.browser.go(url)
        self.wizard.show_browser(url, is_open=is_open, is_pasted=self._way is not None and self._way.is_pasted)

    def _on_came(self, answer: dict[str, str]) -> None:
        """The browser is back, by itself or by a pasted address."""
        login, self._at_browser = self._at_browser, None
        if login is not None:
            self.wizard.show_return()
            self._order_with(FinishSignIn(login, ""), answer)

    def _on_pasted(self, address: str) -> None:
        problem = self.browser.take(address)
        if problem:
            self.wizard.refuse_pasted(problem)

    def _on_late(self) -> None:
        self._drop_at_browser()
        self._refuse(
            tr("shell", "Nobody came back from the browser within 10 minutes. Nothing was changed; try again.")
        )

    def _drop_at_browser(self) -> None:
        """Nobody waits for the browser any more."""
        self.browser.stop()
        login, self._at_browser = self._at_browser, None
        if login is not None:
            self._bridge.submit.order(DropLogin(login))

    def _on_picked(self, accounts: tuple[str, ...], days: int) -> None:
        self._before = self._bridge.cache.message_count()
        if self._login is not None:
            self._order(AddAccounts(self._login, accounts, days))

    def _on_dropped(self) -> None:
        """The sign-in is not wanted after all: nothing was made of it, and nothing of it stays."""
        login, self._login = self._login, None
        self._waits_for = None
        if login is not None:
            self._bridge.submit.order(DropLogin(login))

    def _on_gave_up(self) -> None:
        self._drop_at_browser()
        if self._waits_for is not None:
            self._gave_up.add(self._waits_for)
        self._waits_for = None

    def _on_results(self, results: Sequence[Result]) -> None:
        for result in results:
            if result.command in self._aside:
                let_go(self._bridge.desk, [self._aside.pop(result.command)])  # the engine has deleted it
            if result.command in self._gave_up:
                self._gave_up.discard(result.command)
                if result.outcome == "accepted" and {"accounts", "url"} & json.loads(result.sentence).keys():
                    # It was let in, or could go on, after somebody stopped waiting for it.
                    self._bridge.submit.order(DropLogin(result.command))
            if result.command != self._waits_for:
                continue
            self._waits_for = None
            if result.outcome != "accepted":
                why, field = why_refused(result.sentence)
                is_gone = _OUT_OF_REACH in why
                field = field or (self._field_of(why.partition(_OUT_OF_REACH)[0]) if is_gone else "")
                here = bool(field) or not is_gone
                self._login = None
                self.browser.stop()
                self.wizard.settle(Refused(sentence(why), Turn.YOU if here else Turn.PLATFORM, field))
                continue
            told: dict[str, Any] = json.loads(result.sentence)
            if "url" in told:
                self._on_url(result.command, told["url"])
                continue
            self._remember()
            if "accounts" in told:
                self._login = result.command
                self.wizard.settle(self._accepted(told))
            elif self._again is not None:
                self._new = tuple(ChannelId(one) for one in told["channels"])
                self.wizard.settle(self._accepted(told))
                self._follow_download()
            else:
                self._login = None
                self._new = tuple(ChannelId(one) for one in told["channels"])
                self.wizard.settle_added([one.name for one in self._followed()])
                self._follow_download()

    def _field_of(self, host: str) -> str:
        """Where somebody typed this host instead of what stood there: then the name may be wrong and not the host."""
        fields = self._way.fields if self._way is not None else ()
        typed = ((one, self._typed.get(one.key, "")) for one in fields)
        return next((one.key for one, text in typed if host in text and text != one.default), "")

    def _remember(self) -> None:
        platform = self.wizard.choose.chosen
        if platform is not None and self._way is not None and self._typed:
            remember(self._bridge, platform.id, self._way.id, self._typed)

    def _accepted(self, told: dict[str, Any]) -> Accepted:
        platform = self.wizard.choose.chosen
        card = self._card(platform.id) if platform is not None else None
        return accepted(card, told, self._again, self._identifier, self._bridge.clock.now())

    def _followed(self) -> list[Channel]:
        return [found for one in self._new if (found := self._bridge.channel(one)) is not None]

    def _on_changed(self, changes: Changes) -> None:
        if "channel" in changes.others:
            self._tell_what_was_mended()
        if self.is_open and (changes.threads or "channel" in changes.others):
            self._follow_download()

    def _tell_what_was_mended(self) -> None:
        for id_, access in accesses(self._bridge.cache).items():
            is_lost = access.lost_at is not None and access.mended_at is None
            if is_lost:
                self._lost.add(id_)
            elif id_ in self._lost:
                self._lost.discard(id_)
                channel = self._bridge.channel(id_)
                # The wizard tells it itself.
                if channel is not None and not (self.is_open and self._again and self._again.id == id_):
                    said_of = whole(access, bool(missing.gaps(self._bridge.cache, id_)))
                    self.told.emit(f"{safe_name(channel.name)}: {said_of}")

    def _follow_download(self) -> None:
        """Say how the first download, or the filling of a gap, stands."""
        channels = self._followed()
        if not channels:
            return
        ill = next((one for one in channels if one.state.needs_person or one.state is ChannelState.OFFLINE), None)
        if ill is not None and ill.state_reason:
            self.wizard.show_outcome(sentence(ill.state_reason), is_whole=False)
            return
        came = max(0, self._bridge.cache.message_count() - self._before)
        is_whole = all(one.state in (ChannelState.LIVE, ChannelState.LIMITED) for one in channels)
        if self._again is not None:
            access = self._bridge.access(self._again.id)
            if is_whole:
                self.wizard.show_outcome(
                    whole(access, bool(missing.gaps(self._bridge.cache, self._again.id))), is_whole=True
                )
        elif is_whole:
            words = tr("shell", "All of it is here: %n message(s).", "", came)
            self.wizard.show_outcome(words, is_whole=True)
        else:
            self.wizard.show_count(came)
