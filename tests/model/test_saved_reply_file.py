"""Saved replies go into files and come out of them whole; what cannot be taken is told row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.identifiers import ChannelId, PersonId, SavedReplyId
from socialdesk.model.saved_reply import SavedReply, Scope
from socialdesk.model.saved_reply_check import Problem, problems
from socialdesk.model.saved_reply_file import Unreadable, as_csv, as_json, read
from socialdesk.model.saved_reply_foreign import translated
from socialdesk.model.saved_reply_import import Plan, Reason, planned
from socialdesk.model.saved_reply_library import saving, tidied
from socialdesk.model.saved_reply_names import Names

Written = Callable[[Iterable[SavedReply], Names], str]
ME, OTHER = PersonId(1), PersonId(2)
NAMES = Names({3: "bluesky:brand", 4: "bluesky:brand", 5: "demo:shop"}, {1: "Ana", 2: "Noah", 8: "me"})
HELLO = SavedReply(SavedReplyId(1), "hello", "Hello", "First", (("en", "Hello {first name}"), ("fr", "Bonjour")))


def imported(content: str | bytes, library: tuple[SavedReply, ...] = (), language: str = "en") -> Plan:
    file = read(content.encode() if isinstance(content, str) else content)
    return planned(file, library, ME, NAMES, language)


def told(plan: Plan) -> list[tuple[int, str]]:
    return [(one.row, one.reason.value) for one in plan.refused]


_text = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).filter(str.strip)
_line = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)
_act = st.one_of(
    st.tuples(st.just("tag"), _line),
    st.tuples(st.just("note"), _text),
    st.tuples(st.just("assign"), st.sampled_from(("me", "nobody", "1", "2", "8", "77"))),
    st.tuples(st.just("snooze"), st.sampled_from(("answer", "3d", "12h"))),
    st.tuples(st.just("priority"), st.sampled_from(("low", "urgent"))),
)
_body = st.lists(
    st.sampled_from(("{first name}", "{first name | there}", "{day: date; when}", "'=", "=1+1", "\r\n", "-", "@", "\t"))
    | _text.filter(lambda text: "{" not in text and "}" not in text),
    min_size=1,
    max_size=4,
).map("".join)
_reply = st.builds(
    SavedReply,
    st.just(SavedReplyId(0)),
    st.from_regex(r"[a-zé][a-z0-9_-]{0,9}", fullmatch=True),
    _line | st.sampled_from(("=cmd|' /C calc'!A0", "+1", "'=x", "''-")),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=9).map(tidied),
    st.dictionaries(st.sampled_from(("en", "fr", "pt-BR", "zh-Hant")), _body, max_size=3).map(
        lambda bodies: tuple(bodies.items())
    ),
    scope=st.sampled_from((Scope.ME, Scope.TEAM)),
    tags=st.lists(_line, max_size=3, unique=True).map(tuple),
    acts=st.lists(_act, max_size=3).map(tuple),
    hotkey=st.just(0),
    review_on=st.sampled_from(("", "2027-01-31")),
).filter(lambda reply: not problems(reply, ()))


@settings(max_examples=150, deadline=None)
@given(st.lists(_reply, max_size=4, unique_by=lambda reply: reply.shortcut), st.sampled_from((as_csv, as_json)))
def test_what_is_written_to_a_file_comes_out_of_it_as_it_was(library: list[SavedReply], written: Written) -> None:
    content = written(library, NAMES).encode()
    if not library and written is as_csv:
        assert imported(content) == Plan()
        return
    plan = imported(content)
    assert not plan.refused
    assert [saving(one) for one in plan.new] == [saving(one) for one in library]

    kept = [replace(one, id=SavedReplyId(number)) for number, one in enumerate(library, 1)]
    again = imported(content, tuple(kept))
    assert [one.id for one in again.same] == [one.id for one in kept]
    assert again.command() is None


@pytest.mark.parametrize("written", [as_csv, as_json])
def test_channels_and_keys_come_out_by_name_or_by_number_where_the_name_means_two(written: Written) -> None:
    library = tuple(
        replace(HELLO, id=SavedReplyId(n), shortcut=f"h{n}", scope=Scope.CHANNEL, channel_id=ChannelId(n), hotkey=n)
        for n in (3, 4, 5, 6)
    )
    content = written(library, NAMES)
    assert "demo:shop" in content
    assert imported(content, library).same == library


def test_no_cell_of_a_csv_file_begins_as_a_formula() -> None:
    evil = replace(HELLO, title="=HYPERLINK(1)", folder="@a", bodies=(("en", "+1\n=2"),), tags=("-2+3",))
    written = as_csv([evil], NAMES)
    assert "'=HYPERLINK(1),'@a,en,\"'+1" in written
    assert ",'-2+3," in written


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_separators_and_encodings_are_found(separator: str, encoding: str, named: str) -> None:
    rows = (("Shortcut", "Titre", "Texte", "Color"), ("late", "Été", 'dit "oui"', "red"))
    quoted = "\r\n".join(separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    file = read(quoted.encode(encoding))
    assert (file.encoding, file.separator, file.ignored) == (named, separator, ("Color",))
    (made,) = planned(file, (), ME, NAMES, "fr").new
    assert (made.title, made.bodies) == ("Été", (("fr", 'dit "oui"'),))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \n", "empty"),
        (b"shortcut,text\na,\x81\x8d\n", "encoding"),
        (b"\xff\xfea", "encoding"),
        (b"PK\x03\x04\xff\x00", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet"),
        (b'shortcut,text\na,"never closed\nb,c\n', "csv"),
        (b"{", "json"),
        (b"[1]", "json"),
        (b'{"socialdesk_saved_replies": 9, "replies": []}', "newer"),
        (b"a,b\n1,2\n", "columns"),
        (b"[" * 100_000, "json"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        read(content)
    assert error.value.why == why


def test_a_line_that_names_the_separator_and_blank_ones_stand_before_the_head() -> None:
    file = read(b"SEP=|\r\n\r\nshortcut|text\r\na|one, two; three\r\nbad one|x\r\n")
    plan = planned(file, (), ME, NAMES, "en", lambda _raw: None)
    assert [one.bodies for one in plan.new] == [(("en", "one, two; three"),)]
    assert [one.row for one in plan.refused] == [5]


def test_a_quote_in_the_middle_and_a_column_that_comes_twice_are_understood() -> None:
    file = read(b'shortcut,text,message\na,"one" and two,x\nb,he said "so",x\n')
    assert [row.cells["text"] for row in file.rows] == ["one and two", 'he said "so"']
    assert file.ignored == ("message",)


def test_half_a_sign_never_comes_out_of_json() -> None:
    file = read(rb'[{"shortcut": "a", "title": "T", "texts": {"en": "x\ud800yz"}, "tags": ["s\udc00"]}]')
    (made,) = planned(file, (), ME, NAMES, "en", lambda _raw: None).new
    assert (made.title, made.bodies, made.tags) == ("T", (("en", "xyz"),), ("s",))


def test_each_refused_row_is_told_with_its_line_and_reason() -> None:
    content = (
        "shortcut,title,language,text,scope,channel,key,review\n"
        "ok,Fine,en,Fine,,,,\n"
        "bad one,T,en,x,,,,\n"
        ",No shortcut,en,x,,,,\n"
        "twice,T,en,x,,,,\n"
        "twice,T,en,y,,,,\n"
        "field,T,en,Hello {{shoe.size}},,,,\n"
        "brace,T,en,Hello {oops,,,,\n"
        f"long,T,en,{'x' * 10_001},,,,\n"
        "tongue,T,klingonese!,x,,,,\n"
        "nothing,T,en,,,,,\n"
        "chan,T,en,x,,nowhere,,\n"
        "scope,T,en,x,moon,,,\n"
        "torn,T,en,a,team,,,,d\n"
        "key,T,en,x,,,x,\n"
        "day,T,en,x,,,,31.1.2027\n"
    )
    plan = imported(content)
    assert [one.shortcut for one in plan.new] == ["ok"]
    assert told(plan) == [
        (3, "bad shortcut"),
        (4, "no shortcut"),
        (5, "companion"),
        (6, "double"),
        (7, "unknown variable"),
        (8, "bad field"),
        (9, "long body"),
        (10, "bad language"),
        (11, "no body"),
        (12, "unknown channel"),
        (13, "unknown scope"),
        (14, "torn"),
        (15, "bad key"),
        (16, "bad day"),
    ]
    assert plan.refused[4].detail == "{{shoe.size}}"


def test_one_bad_language_keeps_the_whole_reply_out_and_names_the_row_to_mend() -> None:
    plan = imported("shortcut,title,language,text\nhi,Hi,en,Hello\nhi,Hi,fr,Bonjour {\n")
    assert told(plan) == [(2, "companion"), (3, "bad field")]


def test_a_row_changes_what_it_names_and_leaves_the_rest() -> None:
    kept = replace(HELLO, tags=("a",), hotkey=4, version=7)
    plan = imported("shortcut,language,text\nhello,fr,Salut\nhello,de,Hallo\n", (kept,))
    ((before, after),) = plan.changed
    assert before == kept
    assert after.bodies == (("en", "Hello {first name}"), ("fr", "Salut"), ("de", "Hallo"))
    assert (after.id, after.title, after.tags, after.hotkey) == (kept.id, "Hello", ("a",), 4)
    command = plan.command()
    assert command is not None
    assert command.replies[0].based_on == 7


def test_a_shortcut_somebody_keeps_for_themselves_is_not_taken_over() -> None:
    theirs = replace(HELLO, scope=Scope.ME, owner_id=OTHER)
    assert told(imported("shortcut,text\nhello,Mine\n", (theirs,))) == [(2, Reason.NOT_YOURS.value)]


def test_a_file_without_shortcuts_takes_them_from_the_titles() -> None:
    plan = imported("name;body\nParcel is late!;a\nParcel is late!;b\n")
    assert [one.shortcut for one in plan.new] == ["parcel-is-late", "parcel-is-late-2"]


def test_a_json_file_with_a_shortcut_twice_keeps_the_second_out() -> None:
    plan = imported('[{"shortcut": "a", "text": "1"}, {"shortcut": "a", "text": "2"}]')
    assert told(plan) == [(1, "companion"), (2, "double")]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Hi {{recipient.first_name}},", "Hi {first name},"),
        ('Hi {{ customer.first_name | default: "there" }}!', "Hi {first name | there}!"),
        ("Hi {{customer.first_name|default:''}}!", "Hi {first name |}!"),
        ("Bonjour {{ticket.customer.firstname}}", "Bonjour {first name}"),
        ("{{ agent.name }} of {{company.name}}", "{our name} of {brand}"),
        ("{{ order.number }} {{ticket.order_number}}", "{order} {order}"),
        ("{{{ contact.full name }}}", "{full name}"),
        ("no { braces }", "no { braces }"),
    ],
)
def test_fields_of_other_tools_become_ours(theirs: str, ours: str) -> None:
    assert translated(theirs) == (ours, ())


@pytest.mark.parametrize(
    "theirs", ["{{ shoe.size }}", "{% if vip %}", "{{ customer.first_name | upcase }}", "{{ . }}", "{{}}"]
)
def test_a_field_that_means_nothing_here_is_named(theirs: str) -> None:
    _, unknown = translated(f"Hi {theirs} there")
    assert unknown == (theirs,)


def test_a_problem_has_a_word_for_each_row() -> None:
    assert {reason.value for reason in Reason}.isdisjoint({problem.value for problem in Problem})
