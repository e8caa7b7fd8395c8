"""Search: blind to case and accents, and never surprised by what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.contact import Author
from socialdesk.model.identifiers import ChannelId, MessageId, ThreadId
from socialdesk.model.message import Place, Recipient
from socialdesk.model.thread import Status
from socialdesk.store import derived
from socialdesk.store.cache import Cache
from socialdesk.store.search import search
from tests.model.builders import NOON, at, message, thread
from tests.store.conftest import filled

NOW = NOON.astimezone(ZoneInfo("Europe/Paris"))
SAID = {
    "crème": "Ma Crème brûlée est arrivée cassée",
    "invoice": "The invoice 2024-17 is wrong, please correct the VAT",
    "vat": "Please send another one: VAT then invoice",
    "arabic": "أين طَلَبي من المدرسة؟",
    "german": "Wo bleibt meine Rückerstattung? Die Straße stimmt doch!",
    "japanese": "東京の配送が遅れています。天気のせいですか",
    "party": "It works now 🎉🎉 thanks",
    "spam": "Buy invoice followers",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cache]:
    cache = filled(Path(tmp_path_factory.mktemp("search")) / "cache.db")
    with cache.change() as change:
        for number, (name, words) in enumerate(SAID.items()):
            contact = change.put_contact("demo", Author(name, f"@{name}", f"Person {name}"))
            own = change.put_thread(
                thread(
                    id=ThreadId(0),
                    remote_id=name,
                    contact_id=contact.id,
                    contact_name=f"Person {name}",
                    contact_handle=f"@{name}",
                    channel_id=ChannelId(1 + number % 2),
                    tags=("Billing",) if name == "vat" else (),
                    language="fr" if name == "crème" else "en",
                    status=Status.DONE if name == "vat" else Status.OPEN,
                    unread=int(name == "crème"),
                    shield="spam" if name == "spam" else "",
                    preview=words,
                )
            )
            change.put_message(
                message(0, number, external_id=name, thread_id=own.id, text=words), own.channel_id, "v", at(number)
            )
    yield cache
    cache.close()


def names(cache: Cache, typed: str) -> set[str]:
    return {hit.thread.remote_id for hit in search(cache, typed, NOW).hits}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("creme BRULEE", {"crème"}),
        ("crème", {"crème"}),
        ("cas", {"crème"}),
        ("cas ma", set()),
        ("invo", {"invoice", "vat"}),
        ("vat invoice", {"invoice", "vat"}),
        ('"correct the vat"', {"invoice"}),
        ('"the correct vat"', set()),
        ('"2024-17"', {"invoice"}),
        ("2024-17", {"invoice"}),
        ("طلبي", {"arabic"}),
        ("المدرسه", {"arabic"}),
        ("ruckerstattung", {"german"}),
        ("strasse", {"german"}),
        ("Straß", {"german"}),
        ("天気", {"japanese"}),
        ("京", {"japanese"}),
        ("配送が遅れ", {"japanese"}),
        ("遅配", set()),
        ("🎉", {"party"}),
        ("invoice -vat", set()),
        ("please -correct", {"vat"}),
        ("invoice -correct", {"vat"}),
        ("invoice -corr", {"invoice", "vat"}),
        ("invoice -is:done", {"invoice"}),
        ("invoice before:2026-06-13", set()),
        ("invoice after:2026-06-13", {"invoice", "vat"}),
        ("invoice before:tomorrowish", {"invoice", "vat"}),
        ("has:media", set()),
        ("kind:dm cassée", {"crème"}),
        ("Person crème", {"crème"}),
        ("invoice is:done", {"vat"}),
        ("is:open from:crème", {"crème"}),
        ("tag:billing", {"vat"}),
        ("lang:FR", {"crème"}),
        ("channel:two", {"invoice", "arabic", "japanese", "spam"}),
        ("is:unread", {"crème"}),
        ('from:"person vat"', {"vat"}),
        ("channel:two -invoice", {"arabic", "japanese"}),
        ("channel:two -طلبي -invoice", {"japanese"}),
        ('channel:two -"the vat"', {"arabic", "japanese", "spam"}),
        ("tag:billing -invoice", set()),
        ("tag:billing -camille", {"vat"}),
        ('from:"person vat" -invoice', set()),
        ("“correct the vat”", {"invoice"}),
        ("« correct the vat »", {"invoice"}),
        ("„the correct vat“", set()),
    ],
)
def test_finds(told: Cache, typed: str, found: set[str]) -> None:
    assert names(told, typed) == found


def test_what_is_shielded_is_not_found_by_its_words(told: Cache) -> None:
    assert names(told, "followers") == set()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("is:broken", "After is: stands open, waiting, snoozed, done, unread, vip or mine."),
        ('from:""', "Say what after from:"),
        ("***", "Type a word to look for."),
        ('"', "Type a word to look for."),
        ("   ", ""),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(told: Cache, typed: str, sentence: str) -> None:
    found = search(told, typed, NOW)
    assert (found.hits, found.sentence) == ((), sentence)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                ["from:", "is:", "tag:", '"', "*", "-", "NEAR(", "AND", "OR", "NOT", "a", "é", "^", "{", ":", " ", "\0"]
            ),
            max_size=10,
        ).map("".join),
    )
)
def test_whatever_is_typed_nothing_is_raised(told: Cache, typed: str) -> None:
    search(told, typed, NOW)
    search(told, typed, NOW, newest_first=True)


def test_the_lit_stretches_are_the_words_that_matched(told: Cache) -> None:
    (hit,) = search(told, "creme cas", NOW).hits
    assert [hit.snippet[start : start + length] for start, length in hit.lit] == ["Crème", "cassée"]


def test_marks_in_a_message_do_not_break_the_stretches(cache: Cache) -> None:
    with cache.change() as change:
        own = change.put_thread(thread(id=ThreadId(0)))
        text = "\ue001 a \ue000 word \ue001\ue001 b\nc"
        change.put_message(message(0, 0, thread_id=own.id, text=text), ChannelId(1), "v", at(0))
    (hit,) = search(cache, "word", NOW).hits
    assert [hit.snippet[start : start + length] for start, length in hit.lit] == ["word"]
    assert "\n" not in hit.snippet


def test_the_newest_comes_first_when_asked(told: Cache) -> None:
    assert [h.thread.remote_id for h in search(told, "invoice", NOW, newest_first=True).hits] == ["vat", "invoice"]


def test_a_mail_is_found_by_whoever_else_had_it_and_by_to_alone_whom_it_only_speaks_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = filled(tmp_path / "cache.db")
    own = Recipient(Place.TO, "hello@brand.example", "Maison Léa", is_own=True)
    dan = Recipient(Place.CC, "dan.brown@firm.example", "Dañ Brown")
    bob = Recipient(Place.ASKED, "bob@firm.example")
    with cache.change() as change:
        for number, (name, words, people) in enumerate(
            (("sent", "Where is it?", (own, dan, bob)), ("said", "Ask dan brown", (own,)))
        ):
            put = change.put_thread(thread(id=ThreadId(0), remote_id=name, channel_id=ChannelId(1)))
            mail = message(0, number, external_id=name, thread_id=put.id, text=words, recipients=people)
            change.put_message(mail, put.channel_id, "v", at(number))
    assert names(cache, "dan brown") == {"sent", "said"}
    assert (
        names(cache, "to:dan")
        == names(cache, 'to:"dan brown"')
        == names(cache, "to:DAN.BROWN@firm.example")
        == {"sent"}
    )
    assert names(cache, "bob@firm.example") == names(cache, "to:bob where") == {"sent"}
    assert names(cache, "ask -to:dan") == {"said"}
    assert names(cache, "to:brown after:2020-01-01 is:open") == {"sent"}
    assert names(cache, "to:maison") == names(cache, "hello@brand.example") == set(), "we are in all of them"
    assert search(cache, "to:...", NOW).sentence == "Say what after to:"

    # Whom it went to is told later, the words are taken out, the index is filled anew.
    (id_, thread_) = cache.ask("SELECT id, thread_id FROM message WHERE external_id = 'said'")[0]
    with cache.change() as change:
        found = change.message(MessageId(id_))
        assert found is not None
        change.put_message(replace(found, recipients=(own, bob)), ChannelId(1), None, at(5))
    assert names(cache, "to:bob") == {"sent", "said"}
    with cache.change() as change:
        change.forget_words(ThreadId(thread_), at(6))
    assert names(cache, "to:bob") == {"sent"}
    path = cache.path
    cache.close()
    with monkeypatch.context() as newer:
        newer.setattr(derived, "FORM", "another")
        cache = Cache(path, None, write=True)
        assert names(cache, "to:bob") == {"sent"}
    cache.close()
