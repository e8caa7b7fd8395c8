"""What the team says of people is kept, and two contacts become one and part again without losing anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from socialdesk.engine.apply import Apply
from socialdesk.model.command import Command
from socialdesk.model.contact import Author, Contact, FieldKind
from socialdesk.model.contact_command import (
    KeepContactsApart,
    MergeContacts,
    RemoveContactField,
    SetContactField,
    SetContactLanguage,
    SetContactPlace,
    SetContactVip,
    UnmergeContacts,
    WriteMemo,
    inverse_contact,
)
from socialdesk.model.identifiers import ChannelId, ContactId, ThreadId
from socialdesk.store.cache import Cache
from socialdesk.store.contact_record import contact_record, contacts_called
from socialdesk.store.desk import Desk
from socialdesk.store.people import accounts_of, evidence, likely_same, memos, merges, open_elsewhere
from socialdesk.store.readings import Result
from socialdesk.store.search import search
from socialdesk.support.clock import HandClock
from tests.model.builders import LEA, ME, NOON, at, message, thread
from tests.store.conftest import filled

ONE = ChannelId(1)


class Team:
    """A cache with two people who may be one, and an engine that applies at once."""

    def __init__(self, folder: Path, made: Path | None = None) -> None:
        """With `made` a copy of what another one made: that is quicker."""
        self.clock = HandClock(NOON)
        if made is not None:
            shutil.copytree(made, folder, dirs_exist_ok=True)
        self.cache = filled(folder / "cache.db") if made is None else Cache(folder / "cache.db", None, write=True)
        self.desk = Desk(folder / "desk.db", None, write=True)
        self._apply = Apply(self.cache, self.desk, self.clock, lambda _given: None, lambda: None)
        self.camille, self.other = ContactId(1), ContactId(2)
        if made is None:
            self.wrote("instagram", "cam-1", "camille.rsl", "Camille Roussel", "t1")
            self.wrote("facebook", "fb-9", "camille.rsl", "Camille Roussel", "t2")

    def wrote(self, platform: str, remote_id: str, handle: str, name: str, remote: str) -> ContactId:
        with self.cache.change() as change:
            contact = change.put_contact(platform, Author(remote_id, handle, name))
            made = change.put_thread(
                thread(id=ThreadId(0), remote_id=remote, contact_id=contact.id, contact_name=name, last_in_at=NOON,
                       waiting_since=NOON)
            )  # fmt: skip
            change.put_message(
                message(0, 1, thread_id=made.id, external_id=f"m-{remote}", author_remote_id=remote_id), ONE, "1", at(1)
            )
        return contact.id

    def give(self, *commands: Command, by: Any = ME) -> Result:
        given_ = self.desk.give(commands, by, self.clock.now())
        self._apply.pending()
        result = self.cache.result(given_[-1].id)
        assert result is not None
        return result

    def contact(self, id_: ContactId) -> Contact:
        found = self.cache.contact(id_)
        assert found is not None
        return found

    def dump(self) -> dict[str, list[Any]]:
        """All that a merge may touch, without revisions and logs."""
        return {
            "contact": self.cache.ask("SELECT * FROM contact ORDER BY id"),
            "identity": self.cache.ask(
                "SELECT platform, remote_id, contact_id, coalesce(home_id, contact_id) FROM identity ORDER BY id"
            ),
            "thread": self.cache.ask("SELECT id, contact_id, is_vip, contact_name FROM thread ORDER BY id"),
            "counter": self.cache.ask("SELECT id, n FROM counter WHERE n != 0 ORDER BY id"),
        }

    def close(self) -> None:
        self.desk.close()
        self.cache.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    Team(folder).close()
    return folder


@pytest.fixture
def team(tmp_path: Path, made: Path) -> Iterator[Team]:
    team = Team(tmp_path, made)
    yield team
    team.close()


def merged(team: Team, merge: str = "merge-1") -> None:
    assert team.give(MergeContacts(team.camille, team.other, merge, "Same order", ("handle",))).outcome == "accepted"


def test_fields_language_and_place_are_kept_and_taken_back(team: Team) -> None:
    before = team.contact(team.camille)
    acts = [
        SetContactField(team.camille, "Since", "2021-03-04", FieldKind.DATE),
        SetContactField(team.camille, "Shop", "https://shop.example", FieldKind.LINK, 0),
        SetContactLanguage(team.camille, "fr"),
        SetContactPlace(team.camille, "Lyon", "Europe/Paris"),
        RemoveContactField(team.camille, "Since"),
    ]
    back: list[Command] = []
    for act in acts:
        back[:0] = inverse_contact(team.contact(team.camille), act)
        assert team.give(act).outcome == "accepted"
    after = team.contact(team.camille)

    assert after.fields == (("Shop", "https://shop.example"),)
    assert after.kind_of("Shop") is FieldKind.LINK
    assert (after.language, after.location, after.time_zone) == ("fr", "Lyon", "Europe/Paris")
    team.give(*back)
    assert team.contact(team.camille) == before


def test_who_matters_more_shows_on_each_thread_and_in_the_counter(team: Team) -> None:
    team.give(SetContactVip(team.camille, on=True))
    assert [one.is_vip for one in team.cache.threads_with(team.camille)] == [True]
    assert [one.is_vip for one in team.cache.threads_with(team.other)] == [False]

    team.give(SetContactVip(team.camille, on=False))
    assert [one.is_vip for one in team.cache.threads_with(team.camille)] == [False]


def test_a_memo_that_was_changed_meanwhile_is_not_overwritten(team: Team) -> None:
    team.give(WriteMemo(team.camille, "Likes a clear date.", ""), by=LEA)
    result = team.give(WriteMemo(team.camille, "Mine", ""))

    assert result.outcome == "rejected"
    assert result.sentence.startswith("Léa changed the memo while you wrote.")
    assert team.contact(team.camille).memo == "Likes a clear date."
    assert team.give(WriteMemo(team.camille, "Mine", "Likes a clear date.")).outcome == "accepted"
    assert [(one.text, one.person_name) for one in memos(team.cache, team.camille)] == [
        ("Mine", "Ana"),
        ("Likes a clear date.", "Léa"),
    ]


def test_a_field_without_a_name_is_refused_with_a_next_step(team: Team) -> None:
    result = team.give(SetContactField(team.camille, "  ", "x"))

    assert (result.outcome, result.sentence) == ("rejected", "A field needs a name. Give it one and save again.")


def test_the_same_handle_and_name_elsewhere_are_offered_and_never_joined_by_themselves(team: Team) -> None:
    (likely,) = likely_same(team.cache, team.contact(team.camille))

    assert (likely.contact.id, likely.evidence) == (team.other, ("handle", "name"))
    assert team.contact(team.other).merged_into is None
    team.give(KeepContactsApart(team.camille, team.other))
    assert likely_same(team.cache, team.contact(team.camille)) == []
    assert likely_same(team.cache, team.contact(team.other)) == []


def test_a_first_name_alone_or_the_same_network_is_no_evidence(team: Team) -> None:
    camille = team.contact(team.camille)
    assert evidence(camille, replace(camille, id=ContactId(9), handle="cam")) == ()
    assert evidence(replace(camille, name="Camille", handle="c1"), replace(camille, name="Camille", handle="c2")) == ()


def test_joined_contacts_are_one_with_all_threads_accounts_and_what_is_known(team: Team) -> None:
    team.give(SetContactVip(team.other, on=True), SetContactField(team.other, "Size", "38"))
    team.give(WriteMemo(team.camille, "One.", ""), WriteMemo(team.other, "Two.", ""))
    merged(team)
    camille = team.contact(team.camille)

    assert (camille.is_vip, camille.memo, camille.fields) == (True, "One.\n\nTwo.", (("Size", "38"),))
    assert [(one.remote_id, one.is_vip) for one in team.cache.threads_with(team.camille)] == [
        ("t1", True),
        ("t2", True),
    ]
    assert [(one.platform, one.handle) for one in accounts_of(team.cache, team.camille)] == [
        ("instagram", "camille.rsl"),
        ("facebook", "camille.rsl"),
    ]
    first = team.cache.threads_with(team.camille)[0]
    assert [one.remote_id for one in open_elsewhere(team.cache, team.camille, first.id)] == ["t2"]
    assert [one[0] for one in contacts_called(team.cache, "camille")] == [team.camille]
    (log,) = merges(team.cache, team.camille)
    assert (log.other, log.reason, log.evidence, log.person_name) == (team.other, "Same order", ("handle",), "Ana")


def test_a_joined_account_does_not_rename_the_person_and_new_threads_come_to_them(team: Team) -> None:
    merged(team)
    with team.cache.change() as change:
        assert change.put_contact("facebook", Author("fb-9", "cam.fb", "C. Roussel")).id == team.camille

    assert team.contact(team.camille).name == "Camille Roussel"
    assert [(one.name, one.handle) for one in accounts_of(team.cache, team.camille)] == [
        ("Camille Roussel", "camille.rsl"),
        ("C. Roussel", "cam.fb"),
    ]


def test_what_is_found_by_the_name_of_a_joined_contact_is_the_one_that_stays(team: Team) -> None:
    odd = team.wrote("bluesky", "did:1", "zorblox", "Zanzi Barella", "t3")
    team.give(MergeContacts(team.camille, odd, "merge-1"))

    assert [one[0] for one in contacts_called(team.cache, "zanzi")] == [team.camille]
    found = search(team.cache, "from:zanzi", NOON)
    assert {hit.thread.remote_id for hit in found.hits} >= {"t1", "t3"}


def test_what_began_and_was_said_while_joined_stays_with_whom_it_belongs_to(team: Team) -> None:
    merged(team)
    team.wrote("facebook", "fb-9", "camille.rsl", "Camille Roussel", "t4")
    team.wrote("instagram", "cam-1", "camille.rsl", "Camille Roussel", "t5")
    team.give(SetContactField(team.camille, "Size", "40"))
    assert team.give(UnmergeContacts(team.camille, "merge-1")).outcome == "accepted"

    assert [one.remote_id for one in team.cache.threads_with(team.camille)] == ["t1", "t5"]
    assert [one.remote_id for one in team.cache.threads_with(team.other)] == ["t2", "t4"]
    assert team.contact(team.camille).fields == (("Size", "40"),)
    assert team.contact(team.other).fields == ()


def test_the_last_of_two_merges_is_taken_back_first(team: Team) -> None:
    third = team.wrote("bluesky", "did:1", "cam", "Cam", "t3")
    merged(team)
    team.give(MergeContacts(team.camille, third, "merge-2"))
    refused = team.give(UnmergeContacts(team.camille, "merge-1"))

    assert refused.sentence == "A third contact was joined to them since. Take that back first."
    assert team.give(UnmergeContacts(team.camille, "merge-2")).outcome == "accepted"
    assert team.give(UnmergeContacts(team.camille, "merge-1")).outcome == "accepted"
    assert team.give(UnmergeContacts(team.camille, "merge-1")).outcome == "rejected"


_texts = st.text(alphabet="abé ", max_size=4)
_said = st.lists(
    st.one_of(
        st.tuples(st.just("vip"), st.booleans(), st.just("")),
        st.tuples(st.just("field"), st.sampled_from(["Size", "Since"]), _texts),
        st.tuples(st.just("memo"), _texts, st.just("")),
        st.tuples(st.just("language"), st.sampled_from(["", "fr", "en"]), st.just("")),
        st.tuples(st.just("place"), _texts, st.sampled_from(["", "Europe/Paris"])),
    ),
    max_size=4,
)


def say(team: Team, who: ContactId, what: tuple[str, Any, str]) -> Command:
    match what[0]:
        case "vip":
            return SetContactVip(who, what[1])
        case "field":
            return SetContactField(who, what[1], what[2])
        case "memo":
            return WriteMemo(who, what[1], team.contact(who).memo)
        case "language":
            return SetContactLanguage(who, what[1])
        case _:
            return SetContactPlace(who, what[1], what[2])


@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(said=st.tuples(_said, _said, _said), chain=st.permutations([0, 1, 2]))
def test_parting_restores_exactly_what_was_joined(
    tmp_path_factory: pytest.TempPathFactory, made: Path, said: Any, chain: list[int]
) -> None:
    team = Team(tmp_path_factory.mktemp("team"), made)
    try:
        everybody = [team.camille, team.other, team.wrote("bluesky", "did:1", "cam", "Cam", "t3")]
        for who, of_one in zip(everybody, said, strict=True):
            for what in of_one:
                team.give(say(team, who, what))
        one, two, three = (everybody[place] for place in chain)
        before = team.dump()
        team.give(MergeContacts(two, three, "inner"))
        between = team.dump()
        team.give(MergeContacts(one, two, "outer"))
        assert len(team.cache.threads_with(one)) == 3
        assert len({row[2] for row in team.dump()["identity"]}) == 1

        assert team.give(UnmergeContacts(one, "outer")).outcome == "accepted"
        assert team.dump() == between
        assert team.give(UnmergeContacts(two, "inner")).outcome == "accepted"
        assert team.dump() == before
    finally:
        team.close()


def test_forgetting_a_joined_person_forgets_both_with_memos_and_merges(team: Team) -> None:
    team.give(WriteMemo(team.other, "zanzibar", ""), KeepContactsApart(team.other, team.camille))
    merged(team)
    record = contact_record(team.cache, team.desk.drafts(), team.camille)
    assert record is not None
    assert [one["handle"] for one in record["accounts"]] == ["camille.rsl", "camille.rsl"]
    assert [one["reason"] for one in record["merges"]] == ["Same order"]
    with team.cache.change(durable=True) as change:
        assert len(change.erase_contact(team.camille, at(9))) == 2

    for table in ("contact", "identity", "contact_memo", "contact_merge", "contact_apart", "thread"):
        assert team.cache.ask(f"SELECT count(*) FROM {table}") == [(0,)], table


def test_what_the_panel_asks_reads_indexes_only(team: Team) -> None:
    for statement in (
        "SELECT id FROM contact_memo WHERE contact_id = 1 ORDER BY id DESC LIMIT 5",
        "SELECT id FROM contact_merge WHERE into_id = 1 AND undone_at IS NULL ORDER BY merged_at DESC",
        "SELECT id FROM identity WHERE contact_id = 1",
        "SELECT id FROM contact WHERE merged_into = 1",
        "SELECT id FROM thread WHERE contact_id = 1 ORDER BY last_in_at DESC LIMIT 3",
    ):
        plan = " ".join(row[3] for row in team.cache.ask(f"EXPLAIN QUERY PLAN {statement}"))
        assert "SCAN" not in plan, statement
        assert "TEMP B-TREE" not in plan, statement
