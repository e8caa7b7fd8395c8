from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from socialdesk.desktop.places.conversation.pending import with_pending
from socialdesk.desktop.places.conversation.rows import Marks, Row, build, first_unread
from socialdesk.model.command import AddNote, CancelReply, Command, Given, Reply, SendNow
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, NoteId, PersonId, PostId, ThreadId
from socialdesk.model.message import Direction, Entry, Happening, Message, Note
from socialdesk.model.person import Person
from socialdesk.model.post import Post

T = ThreadId(1)
START = datetime(2026, 6, 13, 9, 2, tzinfo=UTC)
MAYA, LEA = Person(PersonId(1), "Maya Benali", is_me=True), Person(PersonId(2), "Léa Marchand")


def said(number: int, minutes: float, text: str = "…", *, own: bool = False, state: Delivery | None = None) -> Message:
    return Message(
        MessageId(number), T, f"x{number}", Direction.OUT if own else Direction.IN,
        "brand" if own else "camille", "Léa Marchand" if own else "Camille Roussel", "", text,
        START + timedelta(minutes=minutes), state=state or (Delivery.SENT if own else Delivery.RECEIVED),
    )  # fmt: skip


def did(number: int, minutes: float, what: str = "tagged") -> Happening:
    return Happening(number, T, START + timedelta(minutes=minutes), "Léa Marchand", what, "Delivery")


def rows(*entries: Entry, **options: Any) -> tuple[Row, ...]:
    return build(entries, UTC, **options)


def kinds(found: tuple[Row, ...]) -> list[str]:
    return [row.kind.value for row in found]


def test_each_day_begins_with_a_line_in_the_readers_own_zone() -> None:
    late = said(1, 0), said(2, 14 * 60)  # 23:02 in London, already tomorrow in Paris

    assert kinds(build(late, ZoneInfo("Europe/London"))).count("day") == 2
    assert kinds(build((said(1, 0), said(2, 13.5 * 60)), ZoneInfo("Europe/London"))).count("day") == 1


def test_messages_of_one_writer_share_a_name_line_until_somebody_else_speaks_or_time_passes() -> None:
    found = [r for r in rows(said(1, 0), said(2, 1), said(3, 2, own=True), said(4, 3), said(5, 30)) if r.entry]

    assert [(row.leads, row.ends) for row in found] == [
        (True, False), (False, True), (True, True), (True, True), (True, True),
    ]  # fmt: skip


def test_three_events_in_a_row_fold_and_two_do_not() -> None:
    assert kinds(rows(did(1, 0), did(2, 1))) == ["day", "happening", "happening"]
    folded = rows(did(1, 0), did(2, 1), did(3, 2), said(9, 3))

    assert kinds(folded) == ["day", "fold", "message"]
    assert len(folded[1].folded) == 3
    assert kinds(rows(did(1, 0), did(2, 1), did(3, 2), unfolded=frozenset({folded[1].key}))).count("happening") == 3


def test_the_unread_line_stands_before_the_first_message_nobody_read() -> None:
    entries = said(1, 0), said(2, 20, own=True), said(3, 40), said(4, 41)
    found = rows(*entries, marks=Marks(unread_from=first_unread(entries, 2)))

    assert kinds(found) == ["day", "message", "message", "unread", "message", "message"]


def test_where_a_day_begins_unread_one_line_says_both() -> None:
    entries = said(1, 0), said(2, 24 * 60), said(3, 24 * 60 + 1)
    found = rows(*entries, marks=Marks(unread_from=first_unread(entries, 2)))

    assert kinds(found) == ["day", "message", "unread", "message", "message"]
    assert found[2].day == START + timedelta(days=1)
    in_between = rows(*entries, marks=Marks(unread_from=first_unread(entries, 1)))
    assert kinds(in_between) == ["day", "message", "day", "message", "unread", "message"]
    assert in_between[4].day is None


def test_a_thread_that_is_new_from_its_first_word_has_no_unread_line() -> None:
    assert first_unread((said(1, 0), said(2, 1)), 2) is None


def test_what_came_while_somebody_wrote_is_divided_from_what_they_had_read() -> None:
    found = rows(said(1, 0), said(2, 1), marks=Marks(new_after=MessageId(1)))

    assert kinds(found) == ["day", "message", "new_meanwhile", "message"]
    assert [row.leads for row in found if row.entry] == [True, True]


def test_the_post_stands_on_top_only_where_the_conversation_begins() -> None:
    post = Post(PostId(3), ChannelId(1), "p", "Atelier Nord", "Back in sage", "…", START, "")

    assert kinds(rows(said(1, 0), post=post))[0] == "post"
    assert kinds(rows(said(1, 0), post=post, has_older=True))[0] == "older"


def test_of_several_answers_that_arrived_the_last_tells_it_and_a_refused_one_always_does() -> None:
    found = rows(
        said(1, 0, own=True), said(2, 1, own=True), said(3, 2, own=True, state=Delivery.REJECTED),
        said(4, 3, own=True), said(5, 4),
    )  # fmt: skip

    assert [row.tells_fate for row in found if row.entry] == [False, True, True, True, False]


def test_stars_go_on_the_first_word_of_a_review() -> None:
    assert [row.stars for row in rows(said(1, 0), said(2, 1), stars=2) if row.entry] == [2, None]


def given(seq: int, command: Command, person: Person = MAYA) -> Given:
    return Given(CommandId(f"c{seq}"), seq, START + timedelta(minutes=60 + seq), person.id, command)


def reply(text: str = "Bonjour") -> Reply:
    return Reply(T, text, MessageId(1), START + timedelta(minutes=62))


def test_an_answer_shows_before_it_is_stored_and_keeps_its_key_afterwards() -> None:
    first = given(1, reply())
    before = with_pending([said(1, 0)], [first], T, [MAYA, LEA])
    stored = Message(
        MessageId(2), T, None, Direction.OUT, "brand", "Maya Benali", "", "Bonjour", first.at, state=Delivery.QUEUED,
        command_id=first.id, person_id=MAYA.id,
    )  # fmt: skip
    after = with_pending([said(1, 0), stored], [first], T, [MAYA, LEA])

    assert isinstance(before[1], Message)
    assert (before[1].text, before[1].state, before[1].author_name) == ("Bonjour", Delivery.QUEUED, "Maya Benali")
    assert len(after) == 2
    assert rows(*before)[-1].key == rows(*after)[-1].key


def test_an_answer_taken_back_is_gone_at_once() -> None:
    assert (
        len(with_pending([said(1, 0)], [given(1, reply()), given(2, CancelReply(T, CommandId("c1")))], T, [MAYA])) == 1
    )


def test_an_answer_that_may_be_on_its_way_is_not_taken_off_the_screen() -> None:
    on_its_way = Message(
        MessageId(2),
        T,
        None,
        Direction.OUT,
        "b",
        "Maya",
        "",
        "x",
        START,
        state=Delivery.SENDING,
        command_id=CommandId("c1"),
    )

    assert with_pending([on_its_way], [given(2, CancelReply(T, CommandId("c1")))], T, [MAYA]) == (on_its_way,)


def test_sending_now_ends_the_undo_window() -> None:
    now = given(2, SendNow(T, CommandId("c1"), MessageId(1)))
    (found,) = with_pending([], [given(1, reply()), now], T, [MAYA])

    assert isinstance(found, Message)
    assert found.not_before == now.at


def test_a_note_shows_once_while_it_is_pending_and_when_it_is_stored() -> None:
    written = given(1, AddNote(T, "Warehouse says Friday."), LEA)
    stored = Note(NoteId(7), T, LEA.id, "Léa Marchand", "Warehouse says Friday.", written.at)

    assert len(with_pending([], [written], T, [MAYA, LEA])) == 1
    assert with_pending([stored], [written], T, [MAYA, LEA]) == (stored,)


def test_commands_of_other_threads_change_nothing_here() -> None:
    assert with_pending([], [given(1, reply())], ThreadId(2), [MAYA]) == ()
