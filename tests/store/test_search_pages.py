"""Search page by page: held against looking at every message, whichever way the conditions are begun with."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialdesk.model.contact import Author
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.message import Attachment, Message
from socialdesk.model.search import scores, understand
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.store import rows, search_where
from socialdesk.store import search as looking
from socialdesk.store.cache import Cache
from socialdesk.store.search import Hit, Onward, search
from tests.model.builders import LEA, ME, NOON, at, message, thread
from tests.store.conftest import filled

_VOCABULARY = ("alpha", "beta", "gamma", "gammon", "delta", "epsilon")
_LOOKED_FOR = ("alpha", "gam", "alpha beta", '"alpha beta"', "alpha -delta", "beta gamma ep", "zeta", "")
_THREADS = 90


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cache]:
    """Ninety threads of every kind, with what must not be found among them."""
    cache = filled(Path(tmp_path_factory.mktemp("pages")) / "cache.db")
    chance = random.Random(5)
    with cache.change() as change:
        names = ("Ann Lind", "Bob Moss", "Annika Berg")
        people = [change.put_contact("demo", Author(name, name.split()[0].lower(), name)) for name in names]
        own: list[Thread] = []
        for number in range(_THREADS):
            of = chance.choice([*people, None])
            one = thread(
                id=ThreadId(0),
                remote_id=f"t{number}",
                channel_id=ChannelId(chance.choice((1, 2))),
                contact_id=of.id if of else None,
                contact_name=of.name if of else "",
                contact_handle=of.handle if of else "",
                status=chance.choice([Status.OPEN, Status.OPEN, Status.DONE, Status.WAITING]),
                kind=chance.choice([Kind.DM, Kind.REVIEW, Kind.COMMENT]),
                assignee_id=chance.choice([ME, LEA, None]),
                language=chance.choice(["fr", "en"]),
                tags=tuple(tag for tag in ("vat", "Late", "late", "Été") if chance.random() < 0.25),
                unread=chance.choice([0, 0, 2]),
                is_vip=chance.random() < 0.2,
                shield="spam" if chance.random() < 0.15 else "",
                created_at=at(number),
                attachments=chance.choice([0, 0, 1]),
            )
            own.append(change.put_thread(one))
        for number in range(420):
            of_thread = own[int(_THREADS * chance.random() ** 2)]
            words = [chance.choice(_VOCABULARY) for _ in range(chance.randint(1, 7))]
            change.put_message(
                message(
                    0,
                    number - chance.randint(0, 40),
                    external_id=f"m{number}",
                    thread_id=of_thread.id,
                    text=" ".join(words),
                    attachments=(Attachment("image", "", "a cup"),) if chance.random() < 0.2 else (),
                    deleted_at=at(900) if chance.random() < 0.08 else None,
                    state=Delivery.CANCELED if chance.random() < 0.05 else Delivery.RECEIVED,
                ),
                of_thread.channel_id,
                "v",
                at(number),
            )
        for number in range(12):
            noted = own[chance.randrange(_THREADS)]
            change.put_note(noted.id, ME, f"note {chance.choice(_VOCABULARY)} {number}", (), at(number))
    yield cache
    cache.close()


@dataclass(frozen=True)
class Asked:
    """A condition as it is typed, and what it means of a thread and of a message (None for a thread alone)."""

    typed: str
    of_thread: Callable[[Thread], bool] = lambda _: True
    of_message: Callable[[Message], bool] = lambda _: True
    alone: Callable[[Thread], bool] = lambda _: True


_DAY = NOON.replace(hour=0)
CONDITIONS = (
    Asked("is:open", lambda one: one.status is Status.OPEN),
    Asked("is:done", lambda one: one.status is Status.DONE),
    Asked("-is:waiting", lambda one: one.status is not Status.WAITING),
    Asked("is:mine", lambda one: one.assignee_id == ME),
    Asked("-is:mine", lambda one: one.assignee_id != ME),
    Asked("is:vip", lambda one: one.is_vip),
    Asked("-is:vip", lambda one: not one.is_vip),
    Asked("is:unread", lambda one: one.unread > 0),
    Asked("tag:vat", lambda one: "vat" in one.tags),
    Asked("tag:LATE", lambda one: bool({"Late", "late"} & set(one.tags))),
    Asked("tag:été", lambda one: "Été" in one.tags),
    Asked("-tag:été", lambda one: "Été" not in one.tags),
    Asked("tag:nobodys", lambda _: False),
    Asked("lang:fr", lambda one: one.language == "fr"),
    Asked("kind:review", lambda one: one.kind is Kind.REVIEW),
    Asked("-kind:dm", lambda one: one.kind is not Kind.DM),
    Asked("channel:two", lambda one: one.channel_id == 2),
    Asked("from:ann", lambda one: one.contact_name.startswith("Ann")),
    Asked("-from:ann", lambda one: not one.contact_name.startswith("Ann")),
    Asked("has:media", of_message=lambda one: bool(one.attachments), alone=lambda one: one.attachments > 0),
    Asked(
        "before:2026-06-14",
        of_message=lambda one: one.created_at.day < 14,
        alone=lambda one: (one.last_in_at or one.created_at).day < 14,
    ),
)


def everything(cache: Cache) -> dict[Thread, list[Message]]:
    """All threads with all messages in them, also those that were taken back or deleted."""
    ids = [row[0] for row in cache.ask("SELECT id FROM thread ORDER BY id DESC")]
    found: dict[Thread, list[Message]] = {}
    for id_ in ids:
        one = cache.thread(id_)
        assert one is not None
        found[one] = [rows.to_message(row) for row in cache.ask("SELECT * FROM message WHERE thread_id = ?", (id_,))]
    return found


def says(text: str, looked_for: str) -> bool:
    """Whether a text of the vocabulary has what is looked for."""
    words = text.split()
    match looked_for:
        case '"alpha beta"':
            return "alpha beta" in f" {text} "
        case "alpha -delta":
            return "alpha" in words and "delta" not in words
        case _:
            *whole, last = looked_for.split()
            return set(whole) <= set(words) and any(word.startswith(last) for word in words)


def by_looking_at_all(
    cache: Cache, looked_for: str, asked: Sequence[Asked], stretch: int, most: int, *, newest_first: bool
) -> list[tuple[int, int | None]]:
    """Which threads come in which order, each with the message it was found by (None for a note)."""
    whole = everything(cache)
    fitting = {one.id for one in whole if all(each.of_thread(one) for each in asked)}
    if not looked_for:
        return [(one.id, None) for one in whole if one.id in fitting and all(each.alone(one) for each in asked)]
    hidden = {one.id for one in whole if one.is_shielded}
    # In which words a message stands is known of what the index has, the newest first.
    messages = sorted((m for said in whole.values() for m in said), key=lambda one: -one.id)
    with_words = [one for one in messages if says(one.text, looked_for)]
    judges_threads = any(each.of_thread is not Asked.of_thread for each in asked)
    terms = understand(looked_for, NOON).terms
    found: list[tuple[int, int | None]] = []
    at_first = [
        (row[1], row[2], row[0], row[3], True)
        for row in cache.ask("SELECT id, thread_id, text, created_at FROM note ORDER BY id DESC")
        if says(row[2], looked_for) and row[1] in fitting - hidden
        if all(each.alone(next(t for t in whole if t.id == row[1])) for each in asked)
    ]
    candidates = at_first
    place, looked_at, kept = 0, 0, 0
    while True:
        is_end = place == len(with_words)
        if is_end or kept == stretch or looked_at == most:
            if newest_first:
                candidates.sort(key=lambda one: (one[3], one[2]), reverse=True)
            else:
                scored = dict(zip(map(id, candidates), scores([one[1] for one in candidates], terms), strict=True))
                candidates.sort(key=lambda one: -scored[id(one)])
            found += [(one[0], None if one[4] else one[2]) for one in candidates if one[0] not in hidden]
            candidates, looked_at, kept = [], 0, 0
            if is_end:
                return _once(found)
        one = with_words[place]
        place += 1
        looked_at += 1
        is_there = one.deleted_at is None and one.state is not Delivery.CANCELED
        shown = one.thread_id in fitting and not (judges_threads and one.thread_id in hidden)
        if is_there and shown and all(each.of_message(one) for each in asked):
            moment = int(one.created_at.timestamp() * 1000)
            candidates.append((one.thread_id, one.text, one.id, moment, False))
            kept += 1


def _once(found: Sequence[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    first: dict[int, int | None] = {}
    for thread_id, said in found:
        first.setdefault(thread_id, said)
    return list(first.items())


def pages(cache: Cache, typed: str, limit: int, *, newest_first: bool = False) -> list[tuple[Hit, ...]]:
    """Every page of a search, as somebody comes by them who scrolls to the end."""
    found: list[tuple[Hit, ...]] = []
    after: Onward | None = None
    while True:
        page = search(cache, typed, NOON, after=after, limit=limit, newest_first=newest_first)
        found.append(page.hits)
        if page.next is None:
            return found
        assert page.next != after
        after = page.next


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(_LOOKED_FOR),
    st.lists(st.sampled_from(CONDITIONS), max_size=3, unique=True),
    st.integers(1, 40),
    st.sampled_from([3, 17, 200]),
    st.sampled_from([20, 2_000]),
    st.sampled_from([0, 25, 1_000]),
    st.booleans(),
)
def test_the_pages_together_are_what_looking_at_every_message_finds(  # noqa: PLR0917 - drawn, not called
    many: Cache, looked_for: str, asked: list[Asked], limit: int, stretch: int, most: int, few: int, newest_first: bool
) -> None:
    typed = " ".join([*(one.typed for one in asked), looked_for]).strip()
    if not typed:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "_STRETCH", min(stretch, most))
        patch.setattr(looking, "_LOOKED_AT", most)
        patch.setattr(looking, "_PASSED_OVER", most)
        patch.setattr(looking, "_NEWEST_LOOKED_AT", most)
        patch.setattr(search_where, "FEW", few)
        read = pages(many, typed, limit, newest_first=newest_first)
    assert all(len(page) <= limit for page in read)
    assert all(len({hit.thread.id for hit in page}) == len(page) for page in read), "each thread once on a page"
    shown = _once([(hit.thread.id, hit.said.id if hit.said else None) for page in read for hit in page])
    expected = by_looking_at_all(many, looked_for, asked, min(stretch, most), most, newest_first=newest_first)
    assert shown == expected


def test_whoever_scrolls_on_sees_all_that_fits(many: Cache) -> None:
    fitting = {
        one.id
        for one, said in everything(many).items()
        if not one.is_shielded
        and any("alpha" in m.text.split() and m.deleted_at is None and m.state is Delivery.RECEIVED for m in said)
    }
    noted = many.ask("SELECT n.thread_id FROM note n JOIN thread t ON t.id = n.thread_id"
                     " WHERE t.shield = '' AND n.text LIKE '%alpha%'")  # fmt: skip
    read = pages(many, "alpha", 5)
    assert len(read) > 3
    assert {hit.thread.id for page in read for hit in page} == fitting | {row[0] for row in noted}


def test_what_comes_in_between_two_pages_takes_nothing_out_of_the_second(tmp_path: Path) -> None:
    cache = filled(tmp_path / "cache.db")

    def comes(number: int) -> None:
        with cache.change() as change:
            one = change.put_thread(thread(id=ThreadId(0), remote_id=f"t{number}"))
            said = message(0, number, external_id=f"m{number}", thread_id=one.id, text="alpha")
            change.put_message(said, ChannelId(1), "v", at(number))

    for number in range(6):
        comes(number)
    first = search(cache, "alpha", NOON, limit=4)
    comes(6)
    second = search(cache, "alpha", NOON, after=first.next, limit=4)
    assert [hit.thread.remote_id for page in (first, second) for hit in page.hits] == [
        "t5",
        "t4",
        "t3",
        "t2",
        "t1",
        "t0",
    ]
    cache.close()


def asked_of(cache: Cache, monkeypatch: pytest.MonkeyPatch, typed: str) -> list[tuple[str, tuple[Any, ...]]]:
    """What a search asks the file, with the values."""
    asked: list[tuple[str, tuple[Any, ...]]] = []
    ask = cache.ask
    with monkeypatch.context() as patch:
        patch.setattr(
            cache, "ask", lambda statement, words=(): asked.append((statement, words)) or ask(statement, words)
        )
        search(cache, typed, NOON)
    return asked


@pytest.mark.parametrize("few", [0, 1_000], ids=["along the newest", "from the few"])
@pytest.mark.parametrize(
    "typed", [f"{words} {one.typed}".strip() for words in ("alpha beta", "") for one in CONDITIONS]
)
def test_nothing_is_read_but_along_an_index_or_a_bounded_number_of_the_newest(
    many: Cache, monkeypatch: pytest.MonkeyPatch, typed: str, few: int
) -> None:
    monkeypatch.setattr(search_where, "FEW", few)
    asked = asked_of(many, monkeypatch, typed)
    assert asked
    for statement, words in asked:
        for row in many.ask(f"EXPLAIN QUERY PLAN {statement}", words):
            plan = row[3]
            # The words by their index, a few values or rows that were bounded before, and who is a VIP by theirs.
            bounded = ("SCAN json_each", "SCAN j", "SCAN f", "SCAN channel", "SCAN person", "SCAN (", "SCAN each",
                       "SCAN CONSTANT ROW", "SCAN t USING COVERING INDEX thread_vip")  # fmt: skip
            is_bounded = plan.startswith(bounded) or "VIRTUAL TABLE INDEX" in plan
            assert is_bounded or not plan.startswith("SCAN"), (statement, plan)


def test_a_condition_few_threads_meet_is_where_a_search_begins(many: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    begins = "t.id IN (SELECT t.thread_id FROM thread_tag"
    fewest = [one for one, _ in asked_of(many, monkeypatch, "alpha lang:fr tag:vat is:done") if "message_fts" in one]
    assert len(fewest) == 1, "one statement finds what has the words and fits"
    assert begins in fewest[0], "of three conditions the one that fewest threads meet"
    monkeypatch.setattr(search_where, "FEW", 1)
    assert not any(begins in one for one, _ in asked_of(many, monkeypatch, "alpha lang:fr tag:vat is:done"))


def test_no_thread_is_read_but_those_of_the_page(many: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Any] = []
    snippets: list[str] = []
    to_thread, cut = looking.rows.to_thread, looking.snippet
    monkeypatch.setattr(looking.rows, "to_thread", lambda row: read.append(row) or to_thread(row))
    monkeypatch.setattr(looking, "snippet", lambda text, terms: snippets.append(text) or cut(text, terms))
    page = search(many, "alpha", NOON, limit=7)
    assert len(page.hits) == len(read) == len(snippets) == 7
