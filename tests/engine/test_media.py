"""Pictures never delay a text, what is said of them is true, and what failed comes later without a new message."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.model.command import ConsentToMedia, EraseContact, ShowMedia
from socialdesk.model.contact import Author
from socialdesk.model.identifiers import ContactId, MessageId
from socialdesk.model.media import LIMIT, STEPS, MediaState
from socialdesk.model.message import Attachment
from socialdesk.store.media import Media
from tests.engine.desk_work import NOON, Place
from tests.engine.pictures import fetch, image, read, said, states
from tests.engine.rude_media import RudeMedia, answer, bomb, picture, rude_media
from tests.engine.standin import ANN

pytestmark = pytest.mark.anyio
HOUR = timedelta(hours=1)


@pytest.fixture
async def host(anyio_backend: str) -> AsyncIterator[RudeMedia]:
    async with rude_media() as made:
        yield made


def open_files(process: int) -> list[str]:
    """What a process has open."""
    return [str(file.readlink()) for file in Path(f"/proc/{process}/fd").iterdir()]


class TestWithoutConsent:
    async def test_nothing_is_fetched_before_somebody_says_so(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = answer(picture())
        await read(place, said("m1", image(host.url("a"))), consent=False)
        assert await fetch(place) == 0
        assert (states(place)[1].state, host.asked["a"]) == (MediaState.ASKED, 0)

        await place.do(ShowMedia((MessageId(1),)))
        await fetch(place)
        found = states(place)[1]
        assert (found.state, found.width, found.height, host.asked["a"]) == (MediaState.OK, 320, 200, 1)

    async def test_consent_counts_for_what_comes_and_can_be_taken_back(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = answer(picture())
        await read(place, said("m1", image(host.url("a"))))
        await place.do(ConsentToMedia(1, on=False))
        await read(place, said("m2", image(host.url("a"))))
        await fetch(place)
        assert [one.state for one in states(place).values()] == [MediaState.OK, MediaState.ASKED]

    async def test_films_and_files_are_never_fetched(self, place: Place, host: RudeMedia) -> None:
        await read(place, said("m1", Attachment("video", host.url("a")), Attachment("file", host.url("a"))))
        await fetch(place)
        assert not host.asked


class TestARudeServer:
    async def test_every_text_is_there_and_every_picture_tells_what_became_of_it(
        self, place: Place, host: RudeMedia
    ) -> None:
        host.answers |= {
            "good": answer(picture("JPEG")),
            "gone": answer(b"", "410 Gone"),
            "busy": answer(b"", "503 Busy", retry_after="7200"),
            "cut": answer(picture()[:60], length=5_000),
            "page": answer(b"<html>Sign in</html>", content_type="image/png"),
            "vector": answer(b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"),
            "bomb": answer(bomb()),
            "large": answer(b"\x89PNG\r\n\x1a\n", length=900_000_000),
            "packed": answer(picture(), content_encoding="gzip"),
            "loop": answer(b"", "302 Found", location="/loop"),
            "away": answer(b"", "302 Found", location=host.url("good")),
            "broken": answer(picture("PNG", (900, 900), "red")[:-700]),
        }
        wanted = {
            "good": (MediaState.OK, ""),
            "gone": (MediaState.GONE, ""),
            "absent": (MediaState.GONE, ""),
            "busy": (MediaState.PENDING, ""),
            "cut": (MediaState.PENDING, ""),
            "page": (MediaState.REFUSED, "no_picture"),
            "vector": (MediaState.REFUSED, "no_picture"),
            "bomb": (MediaState.REFUSED, "too_large"),
            "large": (MediaState.REFUSED, "too_large"),
            "endless": (MediaState.REFUSED, "too_large"),
            "packed": (MediaState.REFUSED, "no_picture"),
            "loop": (MediaState.REFUSED, "address"),
            "away": (MediaState.REFUSED, "address"),
            "broken": (MediaState.PENDING, ""),
        }
        await read(place, *(said(name, image(host.url(name))) for name in wanted))
        assert len(place.messages(place.thread())) == len(wanted)

        assert await fetch(place) == len(wanted)
        ids = dict(place.engine.cache.ask("SELECT id, external_id FROM message"))
        assert {ids[message]: (one.state, one.reason) for message, one in states(place).items()} == wanted

    async def test_one_that_says_nothing_is_not_waited_for_without_end(self, tmp_path: Path, host: RudeMedia) -> None:
        place = Place.at(tmp_path, patience_s=0.05)
        await read(place, said("m1", image(host.url("silent"))))
        assert await fetch(place) == 1
        assert (states(place)[1].state, states(place)[1].reason) == (MediaState.PENDING, "")
        await place.close()

    async def test_what_failed_comes_later_without_a_new_message(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = answer(b"", "503 Busy")
        await read(place, said("m1", image(host.url("a"))))
        before = place.messages(place.thread())
        await fetch(place)
        await fetch(place)
        assert host.asked["a"] == 1

        host.answers["a"] = answer(picture())
        place.wait(seconds=STEPS[0].total_seconds())
        await fetch(place)
        assert states(place)[1].state is MediaState.OK
        assert place.messages(place.thread()) == before

    async def test_a_server_that_asks_for_patience_gets_it(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = answer(b"", "503 Busy", retry_after="7200")
        await read(place, said("m1", image(host.url("a"))))
        await fetch(place)
        assert place.engine.media.next_due() == NOON + timedelta(hours=2)

    async def test_after_many_tries_a_person_may_ask_again(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = answer(b"", "500 Oh")
        await read(place, said("m1", image(host.url("a"))))
        for step in (timedelta(0), *STEPS):
            place.wait(seconds=step.total_seconds())
            await fetch(place)
        assert (states(place)[1].state, host.asked["a"]) == (MediaState.FAILED, len(STEPS) + 1)
        place.wait(days=30)
        assert await fetch(place) == 0

        host.answers["a"] = answer(picture())
        await place.do(ShowMedia((MessageId(1),)))
        await fetch(place)
        assert states(place)[1].state is MediaState.OK

    async def test_a_file_that_stays_broken_is_refused_in_the_end(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = answer(picture("PNG", (900, 900), "red")[:-700])
        await read(place, said("m1", image(host.url("a"))))
        for step in (timedelta(0), *STEPS[:2]):
            place.wait(seconds=step.total_seconds())
            await fetch(place)
        assert (states(place)[1].state, states(place)[1].reason) == (MediaState.REFUSED, "broken")

    async def test_nothing_is_told_to_the_server_but_what_is_wanted(self, place: Place, host: RudeMedia) -> None:
        host.answers["a"] = host.answers["a?2"] = answer(picture(), set_cookie="who=you")
        await read(place, said("m1", image(host.url("a"))), said("m2", image(host.url("a") + "?2")))
        await fetch(place)
        assert len(host.heads) == 2
        for head in host.heads:
            names = {line.partition(":")[0].lower() for line in head.splitlines()[1:] if line}
            assert names <= {"host", "accept", "accept-encoding", "user-agent", "connection"}


class TestLinksThatDie:
    async def test_a_dead_link_is_asked_for_afresh(self, place: Place, host: RudeMedia) -> None:
        host.answers["new"] = answer(picture())
        place.platform.new_links["m1"] = host.url("new")
        await read(place, said("m1", image(host.url("dead"))))
        await fetch(place)
        assert (states(place)[1].state, host.asked["dead"], host.asked["new"]) == (MediaState.OK, 1, 1)

    async def test_one_that_is_known_to_be_dead_is_not_even_tried(self, place: Place, host: RudeMedia) -> None:
        host.answers["new"] = answer(picture())
        place.platform.new_links["m1"] = host.url("new")
        await read(place, said("m1", image(host.url("dead"), expires_at=NOON - HOUR)))
        await fetch(place)
        assert (states(place)[1].state, host.asked["dead"], host.asked["new"]) == (MediaState.OK, 0, 1)

    async def test_what_the_platform_has_no_longer_is_told_as_gone(self, place: Place, host: RudeMedia) -> None:
        place.platform.new_links["m1"] = None
        await read(place, said("m1", image(host.url("dead"))))
        await fetch(place)
        assert states(place)[1].state is MediaState.GONE

    async def test_those_that_die_soon_go_first(self, place: Place, host: RudeMedia) -> None:
        later = [said(f"l{n}", image(host.url(f"l{n}"))) for n in range(6)]
        dying = [said(f"d{n}", image(host.url(f"d{n}"), expires_at=NOON + HOUR * (9 - n))) for n in range(2)]
        await read(place, *later, *dying)
        assert [job.remote_id for job in place.engine.media.due()] == ["d1", "d0", "l0"]


class TestWhatIsKept:
    async def test_the_same_picture_is_kept_once_and_written_anew(self, place: Place, host: RudeMedia) -> None:
        secret = b"GPS 48.8566 N 2.3522 E"
        file = picture("JPEG", (3_000, 1_500), exif=b"Exif\0\0" + secret)
        host.answers |= {"a": answer(file), "b": answer(file)}
        await read(place, said("m1", image(host.url("a"))), said("m2", image(host.url("b"))))
        await fetch(place)
        digests = {one.sha256 for one in states(place).values()}
        assert len(digests) == 1
        media = Media(place.unlocked.workspace.media, place.unlocked.key, write=False)
        (digest,) = digests
        view, thumb = media.view(digest) or b"", media.thumb(digest) or b""
        media.close()
        assert view[:3] == thumb[:3] == b"\xff\xd8\xff"
        assert secret not in view + thumb

    async def test_old_ones_make_room_and_can_be_asked_for_again(self, place: Place, host: RudeMedia) -> None:
        noise = {f"n{n}": picture("PNG", (700, 500), f"#{n}0{n}0ff") for n in range(4)}
        host.answers |= {name: answer(file) for name, file in noise.items()}
        await place.connect()
        with place.engine.cache.change() as change:
            change.set_setting(LIMIT, "0")
            change.set_media_consent(place.engine.cache.channels()[0].id, on=True)
        for name in noise:
            await read(place, said(name, image(host.url(name))))
            place.wait(seconds=1)
            await fetch(place)
        assert [one.state for one in states(place).values()] == [MediaState.ASKED] * 3 + [MediaState.OK]

    async def test_who_is_forgotten_leaves_no_picture(self, place: Place, host: RudeMedia) -> None:
        ben = Author("ben", "ben.example", "Ben")
        host.answers |= {"a": answer(picture(colour="red")), "b": answer(picture(colour="blue"))}
        await read(place, said("m1", image(host.url("a"))), said("m2", image(host.url("b")), author=ben, thread="t2"))
        await fetch(place)
        kept = states(place)[2].sha256
        ((contact,),) = place.engine.cache.ask("SELECT id FROM contact WHERE name = ?", (ANN.name,))
        await place.do(EraseContact(ContactId(contact)))
        media = Media(place.unlocked.workspace.media, place.unlocked.key, write=False)
        assert media.known() == {kept}
        media.close()

    async def test_a_damaged_file_of_pictures_is_made_anew_and_filled_again(
        self, place: Place, host: RudeMedia
    ) -> None:
        host.answers["a"] = answer(picture())
        await read(place, said("m1", image(host.url("a"))))
        await fetch(place)
        await place.engine.close()
        file = place.unlocked.workspace.media
        for ending in ("-wal", "-shm"):
            file.with_name(file.name + ending).unlink(missing_ok=True)
        file.write_bytes(b"\xff" * 20_000)
        await place.restart_from_closed()
        place.engine.media.sweep_once()
        assert states(place)[1].state is MediaState.PENDING
        await fetch(place)
        assert (states(place)[1].state, host.asked["a"]) == (MediaState.OK, 2)

    async def test_an_edited_message_has_the_pictures_it_has_now(self, place: Place, host: RudeMedia) -> None:
        host.answers |= {"a": answer(picture()), "b": answer(picture("JPEG"))}
        await read(place, said("m1", image(host.url("a"))))
        await fetch(place)
        await read(place, said("m1", image(host.url("b")), version="2"))
        assert states(place)[1].state is MediaState.PENDING
        await fetch(place)
        assert host.asked == {"a": 1, "b": 1}


class TestTheDecodingProcess:
    async def test_it_knows_no_key_and_is_replaced_when_it_died(self, place: Place, host: RudeMedia) -> None:
        host.answers |= {"a": answer(picture()), "b": answer(picture(colour="red"))}
        await read(place, said("m1", image(host.url("a"))), said("m2", image(host.url("b"))))
        first, second = place.engine.media.due()
        await place.engine.media.fetch(first)
        child = place.engine.media.decoder_pid
        assert child is not None
        assert not [file for file in open_files(child) if ".db" in file]
        os.kill(child, signal.SIGKILL)
        await place.engine.media.fetch(second)
        await fetch(place)
        place.wait(minutes=1)
        await fetch(place)
        assert [one.state for one in states(place).values()] == [MediaState.OK, MediaState.OK]
