"""Somebody works through a day in the real window, by keys alone, and every act is in the books."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.peers.fixtures import XServer
from tests.tour import day
from tests.tour.books import difference
from tests.tour.day import Day, Part, Typed
from tests.tour.hand import Hand

pytestmark = [pytest.mark.flow, pytest.mark.xvfb]
LEFT = {"sent", "canceled"}
FEW = 4
"""So many answers to many may be stopped at the fence: people write while theirs waits for its turn."""
BACK_S = 150
"""How long the engine may take until it tries a network again that was away."""


@pytest.fixture
def hand(x_server: XServer, tmp_path: Path) -> Iterator[Hand]:
    """Somebody sits at the demo's window."""
    person = Hand(x_server, tmp_path / "demo", tmp_path / "shots")
    person.sit_down()
    yield person
    person.end()


def live(hand: Hand, lived: Day) -> None:
    """Go through a day, and look all of it over after each part."""
    for part in lived.parts:
        if part.goes:
            hand.go(*part.goes)
        {
            "": just_work,
            "setting": one_row_each,
            "undo": take_back,
            "offline": without_network,
            "restart": close_and_come_back,
            "many": many_at_once,
            "reopen": open_again,
            "one text": answer_many,
            "search": find,
        }[part.special](hand, part)
        hand.look_over(part.words)
    evening(hand)


def just_work(hand: Hand, part: Part) -> None:
    """Deal with one after the other."""
    assert hand.work(part.threads, part.does, takes_over=part.takes_over) == part.threads, part.words


def one_row_each(hand: Hand, part: Part) -> None:
    """Change a setting from the palette: what many ask is not folded, for each is to be dealt with by itself today."""
    hand.press("ctrl+k", Typed(">fold what many"), "Tab", "Down", "Return")
    hand.until(lambda: hand.books.window("fold_stories") == "0", "the setting is changed")


def take_back(hand: Hand, part: Part) -> None:
    """The last answer is taken back before it leaves: its words are a draft again, and go a second time."""
    thread, text = hand.sent.pop()
    before = hand.books.threads()
    hand.press("z")
    hand.until(lambda: hand.books.threads()[thread].status != "done", "the thread is open again")
    hand.until(lambda: hand.books.draft(thread).text == text, "the words are a draft again")
    assert difference(before, hand.books.threads()).keys() == {thread}
    hand.is_back_at(thread)
    hand.do(day.sent_again(text), thread=thread)
    hand.sent.append((thread, text))


def without_network(hand: Hand, part: Part) -> None:
    """Nothing can be reached: all goes on, the answers wait, and leave once it is back."""
    plug = hand.folder / "platforms/demo/offline"
    plug.touch()
    before = len(hand.sent)
    just_work(hand, part)
    hand.until(lambda: hand.books.deliveries().get("waiting", 0) >= 1, "an answer waits for the network", 60)
    hand.picture("while the network is away")
    assert not {text for _, text in hand.sent[before:]} & {text for _, text in hand.books.published()}
    plug.unlink()
    hand.until(lambda: hand.books.deliveries().keys() <= LEFT, "all answers have left", BACK_S)


def close_and_come_back(hand: Hand, part: Part) -> None:
    """Quit with half an answer: view, thread and words are there again."""
    here = hand.open_thread()
    hand.press("r", Typed("Half a sentence"))
    hand.until(lambda: hand.books.draft(here.id).text == "Half a sentence", "the words are on the disk")
    view = hand.books.window("view")
    hand.get_up()
    assert hand.books.window("thread") == str(here.id)
    hand.sit_down()
    assert hand.books.window("view") == view
    # The keys go where they would have gone: into that answer, at its end.
    hand.press("r", "ctrl+End", Typed(", whole now."))
    whole = "Half a sentence, whole now."
    hand.until(lambda: hand.books.draft(here.id).text == whole, "the sentence is whole")
    hand.press("ctrl+shift+d", "Escape")
    hand.until(lambda: not hand.books.draft(here.id).text, "the draft is dropped")


def many_at_once(hand: Hand, part: Part) -> None:
    """Select, tag all of them, and take that back with one key."""
    hand.press("x", *["shift+j"] * (part.threads - 1))
    before = hand.books.threads()
    hand.press("t", Typed("Evening"), "Return", "Escape")
    hand.until(lambda: len(difference(before, hand.books.threads())) == part.threads, "all that is selected is tagged")
    assert all(
        new == {"tags": before[id_].tags | {"Evening"}} for id_, new in difference(before, hand.books.threads()).items()
    )
    hand.picture("many at once")
    hand.press("z")
    hand.until(lambda: not difference(before, hand.books.threads()), "all of it is taken back")
    hand.press("Escape")


def open_again(hand: Hand, part: Part) -> None:
    """Select from the top of what is done, and open all of it again; there may be fewer by now."""
    before = hand.books.threads()
    hand.press("x", *["shift+j"] * (part.threads - 1), "shift+e")
    hand.until(lambda: difference(before, hand.books.threads()), "the first is open")
    hand.until(lambda: hand.books.to_do() == 0, "the engine has all of them", 60)
    found = difference(before, hand.books.threads())
    assert part.threads // 2 <= len(found) <= part.threads, len(found)
    assert all(new == {"status": "open"} for new in found.values()), found
    for id_, new in found.items():
        hand.ledger.setdefault(id_, {}).update(new)
    hand.handled |= found.keys()


def answer_many(hand: Hand, part: Part) -> None:
    """Select many and answer each with one text: whoever can be answered gets it once, by their name."""
    before = hand.books.threads()
    hand.press("x", *["shift+j"] * (part.threads - 1), "slash", Typed(day.TO_ALL))
    hand.picture("one text for many")
    hand.press("ctrl+Return")
    hand.until(lambda: difference(before, hand.books.threads()), "the first is answered")
    hand.until(lambda: hand.books.to_do() == 0, "the engine has all of them", 60)
    found = difference(before, hand.books.threads())
    assert part.threads * 3 // 4 <= len(found) <= part.threads, len(found)
    for id_, new in found.items():
        assert new.keys() <= {"status", "answers"}, new
        (text,) = new["answers"][len(before[id_].answers) :]
        assert text.endswith(day.TO_ALL.partition("}")[2]), text
        hand.sent.append((id_, text))
        hand.ledger.setdefault(id_, {}).update(new)
    hand.handled |= found.keys()
    hand.triaged += len(found)
    hand.press("Escape")


def find(hand: Hand, part: Part) -> None:
    """Search the whole workspace for a few words, and open what is found."""
    thread = hand.books.that_says(day.REMEMBERED)
    hand.press("Escape", "ctrl+f", Typed(day.REMEMBERED), "Return")
    hand.until(lambda: hand.books.window("thread") == str(thread), "the thread with these words is open")


def evening(hand: Hand) -> None:
    """What was answered is on the network once, word for word; the program had nothing to complain about.

    What was stopped because somebody wrote again is not there.
    """
    hand.until(lambda: hand.books.deliveries().keys() <= LEFT | {"held"}, "all answers have left", BACK_S)
    said, held = hand.books.published(), hand.books.held()
    assert len(held) <= FEW, held
    for thread, text in hand.sent:
        assert said.count((hand.books.remote(thread), text)) == ((thread, text) not in held), (thread, text)
    hand.get_up()
    assert not hand.said()


def test_a_short_day_by_keys_alone_is_in_the_books_as_it_was_meant(hand: Hand) -> None:
    live(hand, day.SHORT)


@pytest.mark.soak
@pytest.mark.timeout(1_800)
def test_a_whole_day_by_keys_alone_is_in_the_books_as_it_was_meant(hand: Hand) -> None:
    live(hand, day.LONG)

    to_many = sum(text.endswith(day.TO_ALL.partition("}")[2]) for _, text in hand.sent)
    told = (
        f"{hand.triaged} triaged, {len(hand.handled)} threads, {len(hand.sent) - to_many} answers and {to_many} by one"
    )
    assert hand.triaged >= 240, told
    assert len(hand.handled) >= 160, told
    assert len(hand.sent) - to_many >= 60, told
    assert to_many >= 40, told
    (hand.shots / "told.txt").write_text(told, encoding="utf-8")
