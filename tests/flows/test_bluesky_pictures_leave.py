"""Our own pictures on a real network: with their description and shape, without what a camera wrote into them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PIL import Image

from socialdesk.desktop.bridge.picture_work import prepared
from socialdesk.model.command import Reply
from socialdesk.model.identifiers import MessageId, PersonId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.protection import unlock
from socialdesk.support.paths import Workspace
from tests.flows.bluesky_traffic import Traffic
from tests.flows.command_line import PASSPHRASE, Program
from tests.peers.fixtures import BlueskyNetwork

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky]


@pytest.fixture
def talk(bluesky_network: BlueskyNetwork) -> Iterator[Traffic]:
    """A brand and somebody who asks it."""
    brand, ann = (bluesky_network.new_account(name) for name in ("brand", "ann"))
    traffic = Traffic(bluesky_network, brand, [ann], 7)
    yield traffic
    traffic.close()


def photograph() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    written = io.BytesIO()
    Image.new("RGB", (320, 200), "orange").save(written, "JPEG", exif=exif)
    return written.getvalue()


def answer(program: Program, text: str, *pictures: OutgoingPicture, data: bytes) -> None:
    """What a window does when somebody sends."""
    key = unlock(Workspace(program.folder), PASSPHRASE).key
    cache = Cache(program.folder / "cache.db", key, write=False)
    ((thread, last),) = cache.ask("SELECT id, last_message_id FROM thread")
    (person,) = [one.id for one in cache.people() if one.is_me]
    cache.close()
    desk = Desk(program.folder / "desk.db", key, write=True)
    now = datetime.now(UTC)
    for picture in pictures:
        desk.keep_outgoing(picture, data, b"", now)
    desk.give([Reply(ThreadId(thread), text, MessageId(last), now, pictures=pictures)], PersonId(person), now)
    desk.close()


def standing(program: Program) -> list[tuple[str, str, str]]:
    cache = Cache(program.folder / "cache.db", unlock(Workspace(program.folder), PASSPHRASE).key, write=False)
    found = [tuple(row) for row in cache.ask("SELECT text, state, state_reason FROM outbound ORDER BY given_at")]
    cache.close()
    return found


def test_a_picture_leaves_with_its_description_and_with_one_that_is_too_large_nothing_leaves(
    talk: Traffic, bluesky_network: BlueskyNetwork, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = Program.at(tmp_path_factory.mktemp("leave"))
    (ann,) = talk.people
    post = talk.say(talk.brand, "Our new jacket is here.")
    account = talk.brand.account
    words = ("channel", "add", "bluesky", "--server", bluesky_network.pds, "--identifier", account.handle)
    program.run(*words, "--password-stdin", typed=account.app_password + "\n")
    talk.say(ann, "How does the seam look?", to=post)
    bluesky_network.settle()
    program.do("sync", "--once")

    made = prepared(photograph())
    fine = OutgoingPicture(made.picture.id, "image/jpeg", 320, 200, len(made.data), "An orange field")
    answer(program, "Like this.", fine, data=made.data)
    program.do("sync", "--once")
    assert standing(program) == [("Like this.", "sent", "")]
    record = newest(talk)
    (image,) = record["embed"]["images"]
    assert (image["alt"], image["aspectRatio"]) == ("An orange field", {"width": 320, "height": 200})
    assert image["image"]["size"] == len(made.data)
    assert b"Secret" not in made.data

    heavy = made.data + bytes(2_000_000)
    answer(program, "And this?", OutgoingPicture("heavy", "image/jpeg", 320, 200, len(heavy)), data=heavy)
    program.do("sync", "--once")
    # The server checks this only when the record is written, and would refuse the text with it.
    assert standing(program)[1] == (
        "And this?",
        "rejected",
        "A picture is larger than is taken here. Nothing was sent; make it smaller.",
    )
    bluesky_network.settle()
    program.do("sync", "--once")
    assert len(talk.brand.own_posts()) == 2


def newest(talk: Traffic) -> dict[str, Any]:
    """The brand's newest record, as its own server has it."""
    return max((one["value"] for one in talk.brand.own_posts()), key=lambda value: value["createdAt"])
