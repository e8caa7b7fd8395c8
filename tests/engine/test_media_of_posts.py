"""Pictures of posts come as those of messages do, and what failed or made room is asked for again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from socialdesk.model.command import ConsentToMedia, ShowMedia
from socialdesk.model.contact import Author
from socialdesk.model.event import PostSeen
from socialdesk.model.identifiers import PostId
from socialdesk.model.media import LIMIT, MediaState
from socialdesk.model.message import Attachment
from socialdesk.store.attachments import Shown, shown_of_post, used
from socialdesk.store.change.media import OLDER_POSTS
from tests.engine.desk_work import NOON, Place
from tests.engine.pictures import fetch, image, read, said, states
from tests.engine.rude_media import RudeMedia, answer, picture, rude_media

pytestmark = pytest.mark.anyio


@pytest.fixture
async def host(anyio_backend: str) -> AsyncIterator[RudeMedia]:
    async with rude_media() as made:
        yield made


def post(picture: Attachment | None = None, id_: str = "p1") -> PostSeen:
    """What the brand published."""
    brand = Author("brand", "brand", "Brand", is_own=True)
    return PostSeen(id_, brand, "A jacket", "Look at it", NOON, "", picture=picture)


def of_post(place: Place, number: int = 1) -> Shown:
    found = shown_of_post(place.engine.cache, PostId(number))
    assert found is not None
    return found


class TestPicturesOfPosts:
    async def test_they_come_like_those_of_messages_and_only_where_pictures_are_let_in(
        self, place: Place, host: RudeMedia
    ) -> None:
        host.answers |= {"a": answer(picture()), "b": answer(picture("JPEG"))}
        await read(place, post(image(host.url("a"))), consent=False)
        assert await fetch(place) == 0
        assert (of_post(place).state, of_post(place).alt, host.asked["a"]) == (MediaState.ASKED, "A test", 0)

        await place.do(ShowMedia((), (PostId(1),)))
        await fetch(place)
        assert (of_post(place).state, of_post(place).width, host.asked["a"]) == (MediaState.OK, 320, 1)

        await place.do(ConsentToMedia(1, on=True))
        await read(place, post(image(host.url("b")), "p2"), said("m1", image(host.url("a"))))
        assert [(job.of_post, job.remote_id) for job in place.engine.media.due()] == [(True, "p2"), (False, "m1")]
        await fetch(place)
        assert (of_post(place, 2).state, states(place)[1].sha256) == (MediaState.OK, of_post(place).sha256)
        assert used(place.engine.cache) == {of_post(place).sha256, of_post(place, 2).sha256}

    async def test_once_pictures_are_let_in_those_of_the_posts_that_are_there_come_too(
        self, place: Place, host: RudeMedia
    ) -> None:
        host.answers |= {"a": answer(picture())}
        await read(place, post(image(host.url("a"))), said("m1", image(host.url("a"))), consent=False)
        assert await fetch(place) == 0
        await place.do(ConsentToMedia(1, on=False))
        assert of_post(place).state is MediaState.ASKED
        await place.do(ConsentToMedia(1, on=True))
        assert [(job.of_post, job.remote_id) for job in place.engine.media.due()] == [(True, "p1")]
        await fetch(place)
        assert (of_post(place).state, states(place)[1].state) == (MediaState.OK, MediaState.ASKED)
        plan = place.engine.cache.ask(f"EXPLAIN QUERY PLAN {OLDER_POSTS}", (1, 1, 5))
        assert not [row[3] for row in plan if row[3].startswith("SCAN post")]

    async def test_the_same_post_seen_again_keeps_its_picture_and_another_one_is_fetched(
        self, place: Place, host: RudeMedia
    ) -> None:
        host.answers |= {"a?signed=1": answer(picture()), "b": answer(picture("JPEG"))}
        await read(place, post(image(host.url("a") + "?signed=1")))
        await fetch(place)
        await read(place, post(image(host.url("a") + "?signed=2")))
        assert (of_post(place).state, await fetch(place)) == (MediaState.OK, 0)

        await read(place, post(image(host.url("b"))))
        assert of_post(place).state is MediaState.PENDING
        await fetch(place)
        assert (of_post(place).state, host.asked) == (MediaState.OK, {"a?signed=1": 1, "b": 1})

        await read(place, post(None))
        assert shown_of_post(place.engine.cache, PostId(1)) is None
        place.engine.media.sweep()
        assert used(place.engine.cache) == set()

    async def test_what_fails_is_told_and_tried_again_and_what_is_unfit_is_not(
        self, place: Place, host: RudeMedia
    ) -> None:
        host.answers |= {"busy": answer(b"", "503 Busy", retry_after="7200"), "page": answer(b"<html>", "200 OK")}
        names = ("busy", "page", "absent")
        await read(place, *(post(image(host.url(name)), name) for name in names))
        await fetch(place)
        ids = dict(place.engine.cache.ask("SELECT remote_id, id FROM post"))
        found = {name: (of_post(place, ids[name]).state, of_post(place, ids[name]).reason) for name in names}
        assert found == {
            "busy": (MediaState.PENDING, ""),
            "page": (MediaState.REFUSED, "no_picture"),
            "absent": (MediaState.GONE, ""),
        }
        assert place.engine.media.next_due() == NOON + timedelta(hours=2)

    async def test_it_makes_room_like_any_other_and_can_be_asked_for_again(self, place: Place, host: RudeMedia) -> None:
        host.answers |= {"a": answer(picture()), "b": answer(picture("PNG", (700, 500), "#20f0ff"))}
        await read(place, post(image(host.url("a"))))
        await fetch(place)
        with place.engine.cache.change() as change:
            change.set_setting(LIMIT, "0")
        place.wait(seconds=1)
        await read(place, said("m1", image(host.url("b"))))
        await fetch(place)
        assert (of_post(place).state, of_post(place).sha256) == (MediaState.ASKED, "")
        await place.do(ShowMedia((), (PostId(1),)))
        assert of_post(place).state is MediaState.PENDING

    def test_the_due_ones_and_the_forgotten_ones_are_found_by_an_index(self, place: Place) -> None:
        asked = {
            "SELECT 1 FROM post_picture WHERE state = 'pending' AND next_try_at <= 5 ORDER BY next_try_at": "due",
            "SELECT 1 FROM post_picture WHERE sha256 IN (SELECT value FROM json_each('[]')) AND sha256 != ''": "kept",
        }
        for question, index in asked.items():
            plan = " ".join(row[3] for row in place.engine.cache.ask(f"EXPLAIN QUERY PLAN {question}"))
            assert f"post_picture_{index}" in plan
