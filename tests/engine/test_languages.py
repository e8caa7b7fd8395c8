"""In which language somebody wrote, where the platform does not say."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from threading import get_ident

import pytest

from socialdesk.engine import languages as engine_languages
from socialdesk.engine.languages import Languages
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.language import words_of
from tests.engine.desk_work import Place
from tests.engine.test_ingest import NOON, seen
from tests.patience import NEVER_S

pytestmark = pytest.mark.anyio
FRENCH = "Bonjour, où est ma commande ? Je l'attends depuis lundi."
ENGLISH = "Hello, where is my order? I have been waiting since Monday."
GERMAN = "Guten Tag, wo bleibt meine Bestellung? Ich warte seit Montag."


@pytest.fixture
def languages() -> Iterator[Languages]:
    made = Languages()
    yield made
    made.close()


def languages_of(events: object) -> list[str]:
    assert isinstance(events, list | tuple)
    return [one.language for one in events if isinstance(one, MessageSeen)]


async def test_what_the_platform_does_not_say_is_told_and_what_it_says_stands(languages: Languages) -> None:
    page: list[Event] = [
        seen(1, "a", text=FRENCH),
        seen(2, "b", text=GERMAN),
        seen(3, "c", text="お届けはいつですか"),
        seen(4, "d", text=ENGLISH, language="nl"),
        seen(5, "e", text="Ok!"),
        seen(6, "f", text="https://example.org/bonjour-ma-commande @jeanne #livraison 12345678901"),
        seen(7, "g", own=True, text=FRENCH),
        MessageDeleted("m8", NOON),
    ]
    told = await languages.told(page)
    assert languages_of(told) == ["fr", "de", "ja", "nl", "", "", ""]
    assert [replace(one, language="") if isinstance(one, MessageSeen) else one for one in told] == [
        replace(one, language="") if isinstance(one, MessageSeen) else one for one in page
    ], "nothing else of an event changes"


async def test_of_a_long_conversation_only_the_newest_words_are_looked_at(languages: Languages) -> None:
    told = await languages.told([seen(number, text=FRENCH) for number in (3, 1, 4, 2)])
    assert languages_of(told) == ["fr", "", "fr", ""]


async def test_nothing_is_read_where_nothing_is_to_be_told_and_what_was_read_is_let_go() -> None:
    languages = Languages(idle_s=0.01)
    languages.let_go()
    same: list[Event] = [seen(1, text=ENGLISH, language="en"), seen(2, "b", text="Ok")]
    assert await languages.told(same) is same
    assert not languages.is_loaded
    await languages.told([seen(3, text=ENGLISH)])
    assert languages.is_loaded
    async with asyncio.timeout(NEVER_S):
        while languages.is_loaded:  # noqa: ASYNC110 - nobody is told that it was let go
            await asyncio.sleep(0.01)


async def test_whoever_asks_and_however_often_it_was_let_go_all_is_read_and_told_in_one_thread(
    languages: Languages, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: list[tuple[str, int]] = []

    class Heard:
        def classify(self, text: str) -> tuple[str, float]:
            where.append(("told", get_ident()))
            return "en", 1.0

    def read() -> Heard:
        where.append(("read", get_ident()))
        return Heard()

    monkeypatch.setattr(engine_languages, "all_languages", read)
    languages.let_go()
    for _ in range(2):
        pages = [[seen(number, f"t{number}", text=ENGLISH)] for number in range(1, 9)]
        told = await asyncio.gather(*(languages.told(page) for page in pages))
        assert [languages_of(list(page)) for page in told] == [["en"]] * 8
        languages.let_go()
    assert [what for what, _ in where].count("read") == 2
    assert len({thread for _, thread in where}) == 1, "what is freed in a thread is kept for that thread"
    assert where[0][1] != get_ident()


async def test_a_thread_has_the_language_of_its_newest_words_that_could_be_told(place: Place) -> None:
    await place.connect()
    place.platform.ask("t1", GERMAN, at=place.clock.now() - timedelta(hours=2))
    await place.read()
    assert place.thread().language == "de"
    place.platform.ask("t1", FRENCH)
    place.platform.ask("t1", "Merci !")
    await place.read()
    assert place.thread().language == "fr"


def test_what_is_no_language_is_taken_out_before_it_is_told() -> None:
    assert words_of("Hello @ann, see https://example.org/x?y=1 or mail me@example.org #now 42 &amp; tell me") == (
        "Hello , see or mail tell me"
    )
    assert words_of("Merci") == ""
    assert words_of("12 345 678 901 234") == ""
    assert words_of("배송은 언제") == "배송은 언제"
    assert len(words_of("word " * 10_000)) <= 400
