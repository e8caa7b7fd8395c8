"""Pictures on a real network, from the outside: nothing is fetched before somebody says so; then it is here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from socialdesk.model.identifiers import MessageId, PostId
from socialdesk.model.media import MediaState
from socialdesk.store.attachments import Shown, shown, shown_of_post
from socialdesk.store.cache import Cache
from socialdesk.store.media import Media
from socialdesk.store.protection import unlock
from socialdesk.support.paths import Workspace
from tests.engine.rude_media import picture
from tests.flows.bluesky_traffic import Traffic
from tests.flows.command_line import PASSPHRASE, Program
from tests.peers.fixtures import BlueskyNetwork

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky]


@pytest.fixture
def talk(bluesky_network: BlueskyNetwork) -> Iterator[Traffic]:
    """A brand and somebody who shows it pictures."""
    brand, ann = (bluesky_network.new_account(name) for name in ("brand", "ann"))
    traffic = Traffic(bluesky_network, brand, [ann], 7)
    yield traffic
    traffic.close()


def pictures(program: Program) -> list[Shown]:
    """How every picture of the workspace stands, the oldest message first."""
    cache = Cache(program.folder / "cache.db", unlock(Workspace(program.folder), PASSPHRASE).key, write=False)
    ids = [MessageId(row[0]) for row in cache.ask("SELECT id FROM message ORDER BY created_at")]
    found = shown(cache, ids)
    cache.close()
    return [found[message, 0] for message in ids if (message, 0) in found]


def of_posts(program: Program) -> list[Shown]:
    """How the pictures of the brand's posts stand, the oldest first."""
    cache = Cache(program.folder / "cache.db", unlock(Workspace(program.folder), PASSPHRASE).key, write=False)
    found = [shown_of_post(cache, PostId(row[0])) for row in cache.ask("SELECT id FROM post ORDER BY created_at")]
    cache.close()
    return [one for one in found if one is not None]


def test_a_picture_comes_once_somebody_said_so(
    talk: Traffic, bluesky_network: BlueskyNetwork, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = Program.at(tmp_path_factory.mktemp("pictures"))
    (ann,) = talk.people
    post = talk.say(talk.brand, "Our new jacket is here.", picture=picture("PNG", (640, 400), "teal"), shows="It")
    account = talk.brand.account
    words = ("channel", "add", "bluesky", "--server", bluesky_network.pds, "--identifier", account.handle)
    program.run(*words, "--password-stdin", typed=account.app_password + "\n")
    talk.say(ann, "Mine came like this.", to=post, picture=picture("PNG", (800, 500), "orange"), shows="A torn seam")
    bluesky_network.settle()
    program.do("sync", "--once")
    assert [one.state for one in pictures(program)] == [MediaState.ASKED]
    assert [(one.state, one.alt) for one in of_posts(program)] == [(MediaState.ASKED, "It")]

    program.do("channel", "pictures", "1", "always")
    post = talk.say(talk.brand, "And a red one.", picture=picture("PNG", (640, 400), "red"), shows="A red one")
    talk.say(ann, "And from behind.", to=post, picture=picture("PNG", (800, 500), "navy"), shows="The back of it")
    bluesky_network.settle()
    program.do("sync", "--once")
    before, after = pictures(program)
    assert before.state is MediaState.ASKED
    assert (after.state, after.width / after.height) == (MediaState.OK, pytest.approx(800 / 500, rel=0.02))
    earlier, own = of_posts(program)
    # What somebody wrote before stays as it was; the posts all comments stand below come, old ones too.
    assert (earlier.state, earlier.alt) == (MediaState.OK, "It")
    assert (own.state, own.alt, own.width / own.height) == (MediaState.OK, "A red one", pytest.approx(1.6, rel=0.02))
    media = Media(program.folder / "media.db", unlock(Workspace(program.folder), PASSPHRASE).key, write=False)
    assert (media.view(after.sha256) or b"")[:3] == b"\xff\xd8\xff"
    media.close()
    assert not (program.folder / "media.db").read_bytes().startswith(b"SQLite")
