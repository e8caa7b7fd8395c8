"""What the server of a channel lets it do is kept for the desktop, as soon as the session knows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialdesk.model.capability import Capabilities, TextLimit, TextUnit
from socialdesk.model.command import RemoveChannel
from socialdesk.model.thread import Kind
from socialdesk.store.able import able
from tests.engine.desk_work import Place, asked
from tests.engine.standin import StandIn

pytestmark = pytest.mark.anyio


async def test_what_a_server_says_of_itself_is_kept_and_forgotten_with_its_reason(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = place.engine.cache
    await asked(place)
    assert able(cache) == {}, "what the manifest says rightly is not kept"

    def longer(self: StandIn, kind: Kind) -> Capabilities:
        said = self.manifest.capabilities(kind)
        return replace(said, text=TextLimit(TextUnit.GRAPHEMES, 5000)) if kind is Kind.DM else said

    with monkeypatch.context() as its_server:
        its_server.setattr(StandIn, "capabilities", longer)
        await place.read()
        (channel,) = cache.channels()
        assert {key: one.text.most for key, one in able(cache).items()} == {(channel.id, Kind.DM): 5000}
        journal = cache.journal_end()
        await place.read()
        assert cache.journal_end() == journal, "nothing is written twice"
        await place.restart()
        await place.read()
        assert place.engine.cache.journal_end() == journal
    await place.read()
    assert able(place.engine.cache) == {}


async def test_what_a_channel_can_do_goes_with_it(place: Place) -> None:
    await asked(place)
    (channel,) = place.engine.cache.channels()
    with place.engine.cache.change() as change:
        change.put_able(channel.id, {Kind.DM: Capabilities(TextLimit(TextUnit.BYTES, 9))})
    await place.do(RemoveChannel(channel.id, erase=False))
    await place.engine.decide_network()
    assert able(place.engine.cache) == {}


async def test_what_cannot_be_read_leaves_the_manifest_to_count(place: Place, expect_log: object) -> None:
    await asked(place)
    with place.engine.cache.change() as change:
        change._driver.execute("INSERT INTO channel_able VALUES (1, 'dm', 'x'), (1, 'telegram', '{}')")
    assert callable(expect_log)
    expect_log("cannot be read")
    expect_log("cannot be read")
    assert able(place.engine.cache) == {}
