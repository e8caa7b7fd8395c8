"""The demo world keeps what its README promises: a known form, whole references, the counts of the first screen."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from socialdesk.model import view
from socialdesk.model.capability import TextUnit
from socialdesk.model.channel import ChannelState
from socialdesk.model.person import Role
from socialdesk.model.text import order_number
from socialdesk.model.thread import Kind, Priority, Status
from tests.connectors.demo.world import (
    BIDI,
    DEMO,
    FORMS,
    SAME_QUESTION,
    STACKED,
    TARGET_MINUTES,
    THREAD,
    THREADS_FILE,
    Table,
    arrivals,
    begun_later,
    channels,
    faults,
    late,
    of,
    opened,
    people,
    posts,
    read,
    status,
    thread_files,
    threads,
    unanswered,
    vips,
    waits_minutes,
)

# -------------------------------------------------------------------------------------------------------------- form


@pytest.mark.parametrize("name", [*FORMS, *thread_files()])
def test_every_file_has_the_form_that_the_readme_describes(name: str) -> None:
    assert list(faults(read(name), FORMS.get(name, THREADS_FILE), name)) == []


def test_no_file_is_left_out() -> None:
    found = {path.relative_to(DEMO).as_posix() for path in DEMO.rglob("*") if path.is_file()}

    assert found == {"README.md", *FORMS, *thread_files()}


def test_a_wrong_form_is_found() -> None:
    wrong = {"key": 7, "channel": "x", "kind": "dm", "contact": [], "messages": [{"at": True, "colour": "red"}]}

    assert sorted(faults(wrong, THREAD, "t")) == [
        "t.contact: not a table",
        "t.key: int instead of str",
        "t.messages[0].at: bool instead of int",
        "t.messages[0]: colour is not known",
        "t.messages[0]: from is missing",
        "t.messages[0]: text is missing",
    ]


def test_words_that_stand_for_something_are_those_of_the_model() -> None:
    every = [*threads(), *begun_later()]

    assert {Kind(thread["kind"]) for thread in every} == set(Kind)
    assert {status(thread) for thread in threads()} == set(Status) - {Status.MUTED}
    assert {Priority(thread["priority"]) for thread in threads() if "priority" in thread} >= {Priority.HIGH}
    assert {Role(person["role"]) for person in people().values()} >= {Role.LEAD, Role.AGENT, Role.ADMIN}
    assert {TextUnit(channel["text_unit"]) for channel in channels().values()} >= {TextUnit.GRAPHEMES}
    assert {thread["shield"] for thread in every if "shield" in thread} == {"abuse", "spam"}
    assert all(("shield" in thread) == ("category" in thread) for thread in every)
    for channel in channels().values():
        if "trouble" in channel:
            assert ChannelState(channel["trouble"]["state"])


# -------------------------------------------------------------------------------------------------------- references


def test_keys_are_unique_and_stable_words() -> None:
    keys = [thread["key"] for thread in [*threads(), *begun_later()]]

    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key)] == []
    for name, table in (("posts.toml", "post"), ("channels.toml", "channel")):
        assert len({entry["key"] for entry in read(name)[table]}) == len(read(name)[table])


def test_what_a_thread_names_exists() -> None:
    tags = {tag["name"] for tag in read("workspace.toml")["tags"]}
    for thread in [*threads(), *begun_later()]:
        key = thread["key"]
        assert thread["kind"] in channels()[thread["channel"]]["kinds"], key
        assert ("post" in thread) == (thread["kind"] == "comment"), key
        assert ("stars" in thread) == (thread["kind"] == "review"), key
        if "post" in thread:
            assert posts()[thread["post"]]["channel"] == thread["channel"], key
        assert [tag for tag in thread.get("tags", []) if tag not in tags and not tag.startswith("Order ")] == [], key
        assert [
            old["channel"] for old in thread["contact"].get("earlier", []) if old["channel"] not in channels()
        ] == []


def test_people_that_a_thread_names_are_members() -> None:
    for thread in threads():
        named = [thread[key] for key in ("assignee", "typing", "draft_by") if key in thread]
        for note in thread.get("notes", []):
            named += [note["by"], *note.get("mentions", [])]
        for event in thread.get("events", []):
            named.append(event["by"])
            if event["what"] == "assigned":
                named.append(event["detail"])
        assert set(named) <= people().keys(), thread["key"]
        assert ("draft" in thread) == ("draft_by" in thread), thread["key"]


def test_whoever_speaks_is_known() -> None:
    for thread in threads():
        for message in thread["messages"]:
            others = message["from"].startswith("@")
            assert others or message["from"] in {"contact", "brand", *people()}, thread["key"]
            assert others == ("name" in message), thread["key"]
            assert message["text"] or message.get("pictures"), thread["key"]


def test_one_person_has_one_name_and_one_conversation() -> None:
    names: dict[tuple[str, str], str] = {}
    for thread in threads():
        contact = thread["contact"]
        assert names.setdefault((thread["channel"], contact["handle"]), contact["name"]) == contact["name"]
    conversations = Counter((thread["channel"], thread["contact"]["handle"]) for thread in threads() if is_dm(thread))
    assert max(conversations.values()) == 1


def is_dm(thread: Table) -> bool:
    return bool(thread["kind"] == "dm")


def test_the_team_is_maya_and_four_others() -> None:
    assert [key for key, person in people().items() if person.get("me", False)] == ["maya"]
    assert people()["maya"]["on_shift_until"] == "19:00"
    assert len(people()) == 5


# -------------------------------------------------------------------------------------------------------------- time


def test_offsets_run_from_old_to_new() -> None:
    for thread in threads():
        for many in (thread["messages"], thread.get("notes", []), thread.get("events", [])):
            at = [entry["at"] for entry in many]
            assert at == sorted(at, reverse=True), thread["key"]
            assert all(minutes >= 0 for minutes in at), thread["key"]


def test_nobody_comments_before_the_post() -> None:
    early = [
        thread["key"]
        for thread in threads()
        if "post" in thread and thread["messages"][0]["at"] >= posts()[thread["post"]]["at"]
    ]

    assert early == []


def test_the_contact_begins() -> None:
    assert [thread["key"] for thread in threads() if thread["messages"][0]["from"] != "contact"] == []


def test_who_spoke_last_fits_the_status() -> None:
    for thread in threads():
        match status(thread):
            case Status.OPEN:
                assert unanswered(thread), thread["key"]
            case Status.WAITING | Status.DONE:
                assert not unanswered(thread), thread["key"]
            case Status.SNOOZED:
                assert thread.get("snooze", 1) > 0, thread["key"]
            case Status.MUTED:
                assert "snooze" not in thread, thread["key"]
        assert status(thread) is Status.SNOOZED or "snooze" not in thread, thread["key"]


def test_no_more_is_unread_than_was_said() -> None:
    for thread in threads():
        if "unread" in thread:
            assert thread["read"] is False
            assert 0 < thread["unread"] < len(unanswered(thread)), thread["key"]


# ------------------------------------------------------------------------------------------------------------ counts


def test_there_are_240_threads_on_nine_channels() -> None:
    assert len(threads()) == 240
    assert Counter(thread["channel"] for thread in opened()) == {
        "instagram": 41,
        "facebook": 22,
        "youtube": 14,
        "whatsapp": 12,
        "messenger": 10,
        "bluesky": 9,
        "mastodon": 8,
        "google": 6,
        "linkedin": 6,
    }
    assert len(channels()) == 9


def test_the_rail_counts_what_its_picture_shows() -> None:
    assert {
        "mine": len(of("maya")),
        "mine, waiting": len(of("maya", Status.WAITING)),
        "mine, done": len(of("maya", Status.DONE)),
        "unassigned": len(of(None)),
        "team": len(opened()),
        "snoozed": len(opened(Status.SNOOZED)),
        "waiting": len(opened(Status.WAITING)),
        "done": len(opened(Status.DONE)),
    } == {
        "mine": 12,
        "mine, waiting": 7,
        "mine, done": 38,
        "unassigned": 34,
        "team": 128,
        "snoozed": 9,
        "waiting": 17,
        "done": 86,
    }


def test_the_saved_views_hold_something() -> None:
    mentions = [
        thread["key"]
        for thread in threads()
        if not thread.get("read", True) and any("maya" in note.get("mentions", []) for note in thread.get("notes", []))
    ]
    of_vips = [thread for thread in opened() if (thread["channel"], thread["contact"]["handle"]) in vips()]

    assert [saved["id"] for saved in read("workspace.toml")["views"]] == [saved.id for saved in view.FIRST_SAVED]
    assert len([thread for thread in opened() if thread["kind"] == "review"]) == 6
    assert len(of_vips) == 4
    assert len([thread for thread in opened() if "shield" in thread]) == 5
    assert len(mentions) == 3
    assert len([thread for thread in opened() if thread["contact"]["language"] == "fr"]) >= 21


def test_two_of_mayas_are_late_and_three_due_within_the_hour() -> None:
    mine = sorted(of("maya"), key=waits_minutes, reverse=True)
    left = [TARGET_MINUTES - waits_minutes(thread) for thread in mine]

    assert [thread["contact"]["name"] for thread in mine[:9]] == [
        "Camille Roussel",
        "Dan Whitfield",
        "Priya Nair",
        "Jonas Eklund",
        "marlow.hikes",
        "Inès Aubry",
        "Tom Okafor",
        "kev_4417",
        "Sofía Martín",
    ]
    assert left[:9] == [-12, -4, 18, 26, 52, 190, 240, 242, 300]
    assert all(minutes > 60 for minutes in left[5:])
    assert late(opened()) == ["gr-dan-whitfield", "gr-harriet-boyd", "ig-camille-rsl"]


def test_camilles_window_and_age_are_those_of_the_picture() -> None:
    camille = next(thread for thread in threads() if thread["key"] == "ig-camille-rsl")
    window = channels()["instagram"]["reply_window_hours"] * 60 - camille["messages"][-1]["at"]

    assert round(window / 60) == 22
    assert len(unanswered(camille)) == 2
    assert order_number(camille["messages"][0]["text"]) == camille["contact"]["last_order"] == "48213"
    assert camille["notes"][0]["by"] == camille["events"][0]["by"] == "lea"


def test_english_and_french_share_the_world() -> None:
    languages = Counter(thread["contact"]["language"] for thread in threads())

    assert 0.52 <= languages["en"] / len(threads()) <= 0.58
    assert 0.40 <= languages["fr"] / len(threads()) <= 0.47
    assert all(languages[language] >= 1 for language in ("ar", "de", "ja", "es", "nl"))


def test_nobody_begins_with_the_words_of_another_save_in_the_burst() -> None:
    said: Counter[str] = Counter()
    for name in thread_files():
        if not name.endswith(SAME_QUESTION):
            said.update(plain(thread["messages"][0]) for thread in read(name)["thread"])
    said.update(plain(arrival) for arrival in arrivals() if "new" in arrival)

    assert [words for words, times in said.items() if times > 1] == []


def plain(message: Table) -> str:
    text = str(message["text"]).casefold()
    return re.sub(r"\W+", " ", text).strip() or text


def test_the_burst_asks_one_thing_twenty_times_within_an_hour() -> None:
    burst = read(f"threads/{SAME_QUESTION}")["thread"]

    assert len(burst) == 20
    assert all("assignee" not in thread and waits_minutes(thread) <= 60 for thread in burst)
    asks = re.compile(r"(when|any idea when).*(order|shipp?)|quand", re.IGNORECASE)
    assert [thread["key"] for thread in burst if not asks.search(thread["messages"][0]["text"])] == []


def test_many_threads_are_conversations() -> None:
    assert len([thread for thread in threads() if len(thread["messages"]) > 1]) >= 90


def test_hostile_texts_are_among_them() -> None:
    names = [thread["contact"]["name"] for thread in threads()]
    texts = [message["text"] for thread in threads() for message in thread["messages"]]

    assert any(BIDI.search(name) for name in names)
    assert any(BIDI.search(text) for text in texts)
    assert any(STACKED.search(text) for text in texts)
    assert any("<script>" in text for text in texts)
    assert any("<img" in name for name in names)
    assert any(len(name) > 200 for name in names)


def test_links_lead_nowhere() -> None:
    words = " ".join(path.read_text(encoding="utf-8") for path in DEMO.rglob("*.toml"))
    hosts = re.findall(r"https?://([^/\s\"<>\\]+)", words)

    assert hosts
    assert [host for host in hosts if not re.search(r"(^|\.)example(\.com|\.org)?$", host)] == []


# ------------------------------------------------------------------------------------------------------------- alive


def test_people_answer_back_after_a_while() -> None:
    answering = [thread for thread in threads() if thread.get("answers_back")]
    waits = [follow["after"] for thread in [*threads(), *begun_later()] for follow in thread.get("answers_back", [])]

    assert len(answering) >= 60
    assert all(20 <= seconds <= 120 for seconds in waits)
    assert max(len(thread["answers_back"]) for thread in answering) >= 2


def test_arrivals_come_in_order_during_the_first_half_hour() -> None:
    after = [arrival["after"] for arrival in arrivals()]
    known = {thread["key"]: thread for thread in threads()}

    assert len(arrivals()) == 25
    assert after == sorted(set(after))
    assert 0 < after[0] < 60
    assert after[-1] <= 1800
    for arrival in arrivals():
        assert ("thread" in arrival) != ("new" in arrival), arrival["after"]
        if "thread" in arrival:
            assert status(known[arrival["thread"]]) is Status.OPEN
