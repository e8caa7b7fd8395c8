"""A tag is renamed, merged and deleted everywhere, whatever names it follows, and all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socialdesk.engine import tagging
from socialdesk.engine.tagging import TagWork, refused
from socialdesk.model.calendar import Calendar
from socialdesk.model.command import AddTag, DeleteTag, Given, PutTagBack, RemoveTag, RenameTag, Tagging
from socialdesk.model.command_form import from_json, to_json
from socialdesk.model.condition import All, Field, Is, Not
from socialdesk.model.identifiers import CommandId, PersonId, SavedReplyId, ThreadId
from socialdesk.model.reply_policy import Promise
from socialdesk.model.rule import Deed, Do, Trigger, When
from socialdesk.model.saved_reply import ActKind, SavedReply
from socialdesk.model.shift import Staff
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.staff_form import written as staff_written
from socialdesk.model.thread import Priority
from socialdesk.model.view import Filter, View
from socialdesk.store.cache import Cache
from socialdesk.store.derived import counted
from tests.engine.desk_work import Place
from tests.model.builders import LEA, ME, at, thread
from tests.model.test_rule import rule
from tests.store.conftest import filled


class Tagger:
    """Makes commands about tags effective on one file, as an engine does; `work` does the slices that are left."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.work = TagWork(cache)
        self._given = 0

    def begin(self, command: Tagging, by: PersonId = ME) -> tuple[CommandId, str]:
        """Begin with it; gives its number and why not, in a sentence."""
        self._given += 1
        given = Given(CommandId(f"c{self._given}"), self._given, at(0), by, from_json(to_json(command)))
        with self.cache.change() as change:
            assert isinstance(given.command, Tagging)
            said = refused(change, given, given.command)
        return given.id, said

    def __call__(self, command: Tagging) -> CommandId:
        """Do it whole."""
        id_, said = self.begin(command)
        assert not said
        self.work.finish(at(1))
        self.sound()
        return id_

    def sound(self) -> None:
        """Counters and lists are what the threads say."""
        with self.cache.change() as change:
            db = change._db
            assert {key: n for key, n in self.cache.counts().items() if n} == counted(db, change.saved_views(), ME)
        listed = dict(self.cache.tag_counts())
        said: dict[str, int] = {}
        for one in self.tags().values():
            for tag in one:
                said[tag] = said.get(tag, 0) + 1
        assert listed == said

    def tags(self) -> dict[int, tuple[str, ...]]:
        """The tags of all threads."""
        rows = self.cache.ask("SELECT id FROM thread ORDER BY id")
        found = self.cache.threads([ThreadId(row[0]) for row in rows])
        return {one.id: one.tags for one in found if one.tags}

    def everything(self) -> tuple[dict[int, tuple[str, ...]], object, object]:
        """All that can name a tag, as it stands."""
        with self.cache.change() as change:
            places = tagging._places(change)
        learned = self.cache.ask("SELECT word, reply_id, own, learned FROM saved_reply_word ORDER BY 1, 2")
        return self.tags(), places, list(map(tuple, learned))


@pytest.fixture
def tagger(tmp_path: Path) -> Tagger:
    """Threads 101 to 103 are about VAT, 103 and 104 about tax; a view, a rule, a promise and a reply name VAT."""
    cache = filled(tmp_path / "cache.db")
    with cache.change() as change:
        for number, tags in enumerate((("vat",), ("late", "vat", "urgent"), ("tax", "vat"), ("tax",)), 101):
            change.put_thread(thread(id=ThreadId(number), remote_id=f"tagged{number}", tags=tags))
        vat = Is(Field.TAG, frozenset({"vat"}))
        change.put_view(View("ours", Filter(tags=frozenset({"vat", "late"}), where=All((Not(vat),))), "Taxes"))
        change.put_view(View("theirs", Filter(where=vat), "Hers", owner=LEA))
        does = (Do(Deed.TAG, "vat"), Do(Deed.UNTAG, "late"), Do(Deed.DONE))
        waits = When(Trigger.TAGGED, frozenset({"vat"}))
        change.put_rule(replace(rule("Sort", when=waits, where=vat, then=does), is_on=True, version=3), ME, at(0))
        change.put_policy(replace(change.policy, special=(Promise(name="Taxes soon", when=vat),)), ME, at(0))
        change.put_saved_reply(
            SavedReply(
                id=SavedReplyId(0), shortcut="vat", title="VAT", folder="", bodies=(("en", "It is so."),),
                tags=("vat", "invoice"), acts=((ActKind.TAG, "vat"), (ActKind.DONE, "")),
            )
        )  # fmt: skip
        change.put_staff(SetStaff(LEA, staff_written(Staff(LEA, Calendar("UTC"), skills=("vat", "billing")))))
    return Tagger(cache)


def test_all_that_names_a_tag_follows_when_it_is_renamed(tagger: Tagger) -> None:
    tagger(RenameTag("vat", "Value added tax"))

    new = "Value added tax"
    assert tagger.tags() == {101: (new,), 102: ("late", new, "urgent"), 103: ("tax", new), 104: ("tax",)}
    with tagger.cache.change() as change:
        vat = Is(Field.TAG, frozenset({new}))
        ours, theirs = change.saved_view("ours"), change.saved_view("theirs")
        assert ours is not None
        assert theirs is not None
        assert (ours.filter.tags, ours.filter.where) == ({new, "late"}, All((Not(vat),)))
        assert theirs.filter.where == vat
        (sorts,) = change.rules()
        assert (sorts.when.values, sorts.where) == ({new}, vat)
        assert sorts.then == (Do(Deed.TAG, new), Do(Deed.UNTAG, "late"), Do(Deed.DONE))
        assert (sorts.is_on, sorts.version) == (True, 3), "nobody changed what it means: it need not be tried again"
        assert change.policy.special[0].when == vat
        (reply,) = tagger.cache.saved_replies()
        assert reply.tags == (new, "invoice")
        assert reply.acts == ((ActKind.TAG, new), (ActKind.DONE, ""))
        assert change.team().by_id()[LEA].skills == (new.casefold(), "billing")


def test_a_merge_leaves_one_tag_once(tagger: Tagger) -> None:
    tagger(RenameTag("vat", "tax", merges=True))
    assert tagger.tags() == {101: ("tax",), 102: ("late", "tax", "urgent"), 103: ("tax",), 104: ("tax",)}
    assert dict(tagger.cache.tag_counts()) == {"tax": 4, "late": 1, "urgent": 1}


@pytest.mark.parametrize("command", [RenameTag("vat", "VAT, all"), RenameTag("vat", "tax", merges=True)])
@pytest.mark.parametrize("slice_", [1, 2, 200])
def test_everything_comes_back(
    tagger: Tagger, command: RenameTag, slice_: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagging, "SLICE", slice_)
    before = tagger.everything()
    did = tagger(command)
    assert tagger.everything() != before
    tagger(PutTagBack(did))
    after = tagger.everything()
    assert {id_: set(tags) for id_, tags in after[0].items()} == {id_: set(tags) for id_, tags in before[0].items()}
    assert after[1:] == before[1:]
    assert tagger.begin(PutTagBack(did))[1].startswith("This can no longer be taken back.")


def test_what_is_taken_back_on_the_way_ends_where_it_began(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "SLICE", 1)
    before = tagger.everything()
    did, _ = tagger.begin(RenameTag("vat", "Taxes"))
    assert dict(tagger.cache.tag_counts())["Taxes"] == 1
    tagger(PutTagBack(did))
    assert tagger.everything() == before


def test_a_view_holds_all_its_threads_while_they_follow(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "SLICE", 1)
    with tagger.cache.change() as change:
        change.put_view(View("all", Filter(tags=frozenset({"vat"})), "All of it"))
    assert tagger.cache.counts()["all"] == 3
    tagger.begin(RenameTag("vat", "Taxes"))
    held = [tagger.cache.counts()["all"]]
    while tagger.work.step(at(1)):
        held.append(tagger.cache.counts()["all"])
    assert len(held) >= 3
    assert set(held) == {3}
    tagger.sound()


def test_no_rule_does_its_work_because_a_tag_is_called_otherwise(tagger: Tagger) -> None:
    tagger(RenameTag("vat", "tax", merges=True))
    assert tagger.cache.ask("SELECT count(*) FROM rule_run")[0][0] == 0
    assert tagger.cache.ask("SELECT count(*) FROM happening")[0][0] == 0
    (told,) = tagger.cache.ask("SELECT what, subject, detail, person_id FROM event_log")
    assert tuple(told) == ("tags merged", "vat", "tax", ME)


def test_a_tag_that_something_names_is_not_deleted(tagger: Tagger) -> None:
    _, said = tagger.begin(DeleteTag("vat"))
    assert said == (
        "The tag is still named by “Taxes”, “Sort”, “Taxes soon”, “/vat”. Nothing was deleted; take it out there, or"
        " merge it into another tag: then they follow."
    )
    assert len(tagger.tags()) == 4
    with tagger.cache.change() as change:
        change.drop_view("ours")
        change.drop_rule("id-Sort", at(0))
        change.put_policy(replace(change.policy, special=()), ME, at(0))
        change.delete_saved_reply(SavedReplyId(1), at(0))
    assert tagger.begin(DeleteTag("vat"))[1].startswith("A colleague's own view names this tag.")


@pytest.mark.parametrize("slice_", [1, 200])
def test_a_deleted_tag_is_put_back_on_what_bore_it(
    tagger: Tagger, slice_: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagging, "SLICE", slice_)
    did = tagger(DeleteTag("tax"))
    assert tagger.tags() == {101: ("vat",), 102: ("late", "vat", "urgent"), 103: ("vat",)}
    tagger(PutTagBack(did))
    assert tagger.tags() == {101: ("vat",), 102: ("late", "vat", "urgent"), 103: ("vat", "tax"), 104: ("tax",)}


def test_what_somebody_did_since_stays_when_it_is_taken_back(tagger: Tagger) -> None:
    did = tagger(RenameTag("vat", "Taxes"))
    with tagger.cache.change() as change:
        view, off = change.saved_view("ours"), change.thread(ThreadId(101))
        assert view is not None
        assert off is not None
        change.put_view(replace(view, filter=Filter(tags=frozenset({"Taxes", "new"}))))
        change.put_thread(replace(off, tags=()))
    tagger(PutTagBack(did))
    with tagger.cache.change() as change:
        view = change.saved_view("ours")
        assert view is not None
        assert view.filter.tags == {"vat", "new"}
    assert 101 not in tagger.tags(), "whoever took it off meant it"


def test_what_cannot_be_is_refused_in_a_sentence(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    for command, said in (
        (RenameTag("vat", "tax"), "There is a tag called “tax” by now."),
        (RenameTag("vat", " "), "Give the tag a name."),
        (RenameTag("vat", "x" * 41), "Give the tag a shorter name: 40 characters at most."),
        (RenameTag("vat", "vat"), "The tag is called so already."),
        (RenameTag("gone", "new"), "No thread has this tag any more"),
        (DeleteTag("gone"), "No thread has this tag any more"),
        (PutTagBack(CommandId("never")), "This can no longer be taken back."),
    ):
        assert tagger.begin(command)[1].startswith(said)
    monkeypatch.setattr(tagging, "SLICE", 1)
    assert not tagger.begin(RenameTag("vat", "Taxes"))[1]
    for command in (RenameTag("Taxes", "Duties"), RenameTag("tax", "vat", merges=True), DeleteTag("vat")):
        assert "is being changed on many threads still" in tagger.begin(command)[1]


def test_what_was_learned_of_a_reply_counts_under_the_new_name(tagger: Tagger) -> None:
    with tagger.cache.change() as change:
        (reply,) = tagger.cache.saved_replies()
        used = CommandId("answer")
        change.put_reply_use(used, reply, ThreadId(101), at(0), is_edited=False, words=("#vat", "refund"))
    tagger(RenameTag("vat", "Taxes"))
    learned = "SELECT word, learned FROM saved_reply_word WHERE learned > 0 ORDER BY word"
    assert list(map(tuple, tagger.cache.ask(learned))) == [("#taxes", 1), ("refund", 1)]
    with tagger.cache.change() as change:
        change.put_all_words()
    assert list(map(tuple, tagger.cache.ask(learned))) == [("#taxes", 1), ("refund", 1)]


@pytest.mark.anyio
async def test_another_engine_ends_what_was_begun_and_its_rules_wait_for_the_new_name(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagging, "SLICE", 1)
    await place.connect()
    with place.engine.cache.change() as change:
        for number in range(101, 105):
            change.put_thread(thread(id=ThreadId(number), remote_id=f"tagged{number}", tags=("vat",)))
        for number in (105, 106):
            change.put_thread(thread(id=ThreadId(number), remote_id=f"not yet {number}"))
        waits = When(Trigger.TAGGED, frozenset({"vat"}))
        does = replace(rule("Urgent", when=waits, then=(Do(Deed.PRIORITY, "urgent"),), where=All(())), is_on=True)
        change.put_rule(does, ME, at(0))
    await place.do(AddTag(ThreadId(101), "late"))  # the engine knows its rules by now
    given = await place.do(RenameTag("vat", "tax"))
    assert dict(place.engine.cache.tag_counts()) == {"late": 1, "tax": 1, "vat": 3}
    await place.restart()
    await place.do(AddTag(ThreadId(101), "early"))
    await place.do(RemoveTag(ThreadId(101), "early"))
    await place.engine.sync_once()
    assert dict(place.engine.cache.tag_counts()) == {"late": 1, "tax": 4}
    await place.do(AddTag(ThreadId(105), "tax"))
    await place.do(AddTag(ThreadId(106), "vat"))
    found = {one.id: one.priority for one in place.engine.cache.threads([ThreadId(105), ThreadId(106)])}
    assert found == {105: Priority.URGENT, 106: Priority.NORMAL}
    await place.do(PutTagBack(given))
    await place.engine.sync_once()
    assert dict(place.engine.cache.tag_counts()) == {"late": 1, "tax": 1, "vat": 5}
