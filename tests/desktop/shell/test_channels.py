"""What a person does with channels: in the settings, at the banner, and again in the wizard."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.settings.channel_card import ChannelCard
from socialdesk.desktop.places.settings.channels_part import ChannelsPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.ask import Question
from socialdesk.engine.host import Engine
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.support.clock import HandClock, SystemClock
from tests.desktop.shell.conftest import Sitting


def works(sitting: Sitting, *, reads: bool = True, lost: bool = False) -> None:
    """Let the engine do what is on the desk, read once, and let the window see it."""

    async def once() -> None:
        engine = Engine(sitting.unlocked, SystemClock())
        engine.apply_pending()
        await engine.decide_network()
        await engine.lead_out()
        if lost:
            engine.workers.follow()
            next(iter(engine.workers.all.values())).note(Failure(FailureKind.AUTH_EXPIRED, "Sign in again."))
        elif reads:
            await engine.read_channels()
        await engine.close()

    asyncio.run(once())
    sitting.window.bridge.follow.look()


def card(sitting: Sitting, id_: int) -> ChannelCard:
    if not sitting.window.settings.is_shown:
        sitting.window.settings.show(Section.CHANNELS)
    part = sitting.window.settings.page.findChild(ChannelsPart)
    assert part is not None
    return next(one for number, one in part.cards.items() if number == id_)


def words(of: ChannelCard) -> str:
    return " ".join(label.text() for label in of.findChildren(QLabel) if label.isVisibleTo(of))


def first(sitting: Sitting) -> Channel:
    return sitting.window.bridge.known_channels[0]


def test_the_cards_follow_the_channels_only_while_they_are_seen(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    id_ = first(sitting).id
    card(sitting, id_)
    part = window.settings.page.findChild(ChannelsPart)
    assert part is not None
    window.going.back()
    before, shown = part.cards[id_], list[bool]()
    show = part._show
    monkeypatch.setattr(part, "_show", lambda: shown.append(part.isVisible()) or show())

    works(sitting)
    assert shown == []
    assert part.cards[id_] is before

    assert card(sitting, id_) is not before, "read again as it comes to be seen"
    assert shown == [True]


def answer(sitting: Sitting, key: str) -> str:
    (question,) = [one for one in sitting.window.findChildren(Question) if one.isVisible()]
    question._give(key)
    return question.accessibleDescription()


def leave(sitting: Sitting, id_: int, given: str) -> None:
    """Disconnect a channel an hour ago, as it were: the time to take it back is over."""
    bridge = sitting.window.bridge
    card(sitting, id_).buttons["leave"].click()
    bridge.clock, now = HandClock(bridge.clock.now() - timedelta(hours=1)), bridge.clock
    answer(sitting, given)
    bridge.clock = now


def test_a_channel_is_paused_checked_left_kept_and_connected_again(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, id_ = sitting.window, first(sitting).id
    card(sitting, id_).buttons["pause"].click()
    assert "Paused by you" in words(card(sitting, id_))
    works(sitting, reads=False)
    assert first(sitting).state is ChannelState.PAUSED
    window.hands.undo()
    card(sitting, id_).buttons["check"].click()
    works(sitting)
    assert first(sitting).state is ChannelState.LIVE
    shown = card(sitting, id_)
    shown.buttons["unfold"].click()
    assert "Answer as ateliernord. Only made-up people see it." in words(shown)

    there = "To end it for good, reset the token there."
    cards = tuple(replace(one, ended_there=there) for one in window.bridge.platforms)
    monkeypatch.setitem(window.bridge.__dict__, "platforms", cards)
    for given in ("stay", "leave"):
        card(sitting, id_).buttons["leave"].click()
        said = answer(sitting, given)
        assert said.endswith(there)
        assert "What stays: threads" in said
        assert "What goes: the sign-in" in said
        assert "let its threads go too, and with them what has not left" in said
    assert set(card(sitting, id_).buttons) == {"keep"}
    works(sitting, reads=False)
    window.hands.undo()
    works(sitting, reads=False)
    assert first(sitting).state is ChannelState.CONNECTING

    leave(sitting, id_, "leave")
    works(sitting, reads=False)
    assert first(sitting).state is ChannelState.DISCONNECTED
    assert id_ not in {one.id for one in window.bridge.channels}
    threads = window.bridge.cache.message_count()

    card(sitting, id_).buttons["repair"].click()
    wizard = window.connecting.wizard
    assert wizard.step is Step.CHOOSE
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    works(sitting)
    assert wizard.step is Step.CHECK
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert wizard.step is Step.DOWNLOAD
    assert (first(sitting).state, window.bridge.cache.message_count()) == (ChannelState.LIVE, threads)


def test_of_the_demo_network_the_accounts_that_are_missing_can_be_picked(sitting: Sitting) -> None:
    window, gone = sitting.window, first(sitting)
    leave(sitting, gone.id, "erase")
    works(sitting, reads=False)
    assert gone.id not in {one.id for one in window.bridge.known_channels}

    window.connecting.open("demo")
    wizard = window.connecting.wizard
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    works(sitting, reads=False)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert (wizard.step, wizard.pick.picked) == (Step.PICK, (gone.remote_id,))
    assert [one.isEnabled() for one in wizard.pick.ticks.values()].count(False) == 8
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    works(sitting)
    assert wizard.step is Step.DOWNLOAD
    assert wizard.download.findChild(QLabel, "title").text().startswith("All of it is here")
    assert gone.remote_id in {one.remote_id for one in window.bridge.channels}


def test_a_sign_in_that_ended_or_ends_soon_is_said_and_one_key_leads_to_signing_in(sitting: Sitting) -> None:
    window, id_ = sitting.window, first(sitting).id
    works(sitting, lost=True)
    window.banner.chosen.emit("sign_in")
    assert window.connecting.wizard.isVisible()
    window.connecting.wizard.leave()
    assert "it is fetched once you sign in" in words(card(sitting, id_))
    said: list[str] = []
    window.connecting.told.connect(said.append)
    works(sitting)
    assert len(said) == 1
    assert said[0].startswith("Instagram: The gap is filled:")

    async def ends_soon() -> None:
        engine = Engine(sitting.unlocked, SystemClock())
        now = engine._clock.now()
        with engine.cache.change() as change:
            change.put_access(id_, (("read", True), ("answer", False)), now + timedelta(days=3), now)
        await engine.close()

    asyncio.run(ends_soon())
    window.bridge.follow.look()
    assert "ends in 3 day" in words(card(sitting, id_))
    assert "Answer as ateliernord." in words(card(sitting, id_))
    assert "ends in 3 day" in " ".join(one.text() for one in window.banner.findChildren(QLabel))
    window.bridge.settings.put("quiet.on", "0")
    shown: list[str] = []
    window.attention.notices.show = lambda _id, told, _sound: shown.append(f"{told.title}. {told.text}")
    for _ in range(2):
        window.attention.look()
    assert len(shown) == 1
    assert "Instagram needs you to sign in. The sign-in ends in 3 day" in shown[0]
    window.banner.chosen.emit(f"seen:{id_}")
    assert not window.banner.isVisible()
    window.banner.chosen.emit(f"renew:{id_}")
    assert window.connecting.wizard.isVisible()


def test_tab_follows_the_column_of_cards_also_after_one_was_made_anew(sitting: Sitting) -> None:
    id_ = first(sitting).id
    old = card(sitting, id_)
    old.buttons["pause"].click()
    assert card(sitting, id_) is not old
    part = sitting.window.settings.page.findChild(ChannelsPart)
    assert part is not None

    start: QWidget = next(iter(card(sitting, id_).buttons.values()))
    stops: list[QWidget] = [start]
    while (following := stops[-1].nextInFocusChain()) not in (None, start):
        assert following is not None
        stops.append(following)
    met = [one for one in stops if isinstance(one, QAbstractButton) and part.isAncestorOf(one) and one.isVisible()]

    assert met[-1] is part.more
    places = [one.mapTo(part, QPoint(0, 0)) for one in met]
    assert places == sorted(places, key=lambda at: (at.y(), at.x()))
