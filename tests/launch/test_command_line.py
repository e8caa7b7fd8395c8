"""The command line from connecting to answering, with sentences and statuses that scripts can rely on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import zipfile
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from socialdesk.launch.main import options_in
from socialdesk.launch.saying import BUSY, plain
from socialdesk.support.paths import Workspace
from tests.flows.command_line import Program
from tests.launch.terminal import Terminal
from tests.patience import NEVER_S

THREAD = {"id", "channel", "platform", "kind", "status", "assignee", "contact", "subject", "unread", "waiting_since",
          "due_at", "tags", "permalink"}  # fmt: skip
TIME = {
    "thread", "clock", "cycle", "started_at", "due_at", "met_at", "ended_at", "late", "paused", "target", "promise",
    "version",
}  # fmt: skip
MESSAGE = {"id", "thread", "external_id", "direction", "author", "text", "created_at", "edited_at", "deleted_at",
           "state"}  # fmt: skip


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom socialdesk.launch.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'PySide6', 'httpx', 'keyring', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=NEVER_S, check=False)
    assert done.returncode == 0, done.stderr
    assert "channel" in done.stdout


@pytest.mark.parametrize("given", [[], ["--workspace", "here"]])
def test_without_a_verb_the_window_opens_as_with_it(given: list[str]) -> None:
    """The entry of the system's menu starts the program with nothing behind its name."""
    assert options_in(given) == options_in([*given, "desktop"])


def test_sync_reads_the_whole_truth_once(demo: Terminal) -> None:
    lines = [json.loads(line) for line in demo.do("export", "--format", "jsonl").splitlines()]
    status, out, err = demo.run("sync", "--once")

    assert status == 0
    assert out == ""
    assert err.startswith("0 new")
    messages = [line for line in lines if line["type"] == "message"]
    assert len({line["external_id"] for line in messages}) == len(messages) > 240
    assert sum(line["type"] == "thread" for line in lines) >= 240


def test_the_promised_fields_are_there_and_lists_are_in_triage_order(demo: Terminal) -> None:
    threads = demo.objects("threads", "--view", "team")
    assert all(thread.keys() == THREAD for thread in threads)
    due = [datetime.fromisoformat(thread["due_at"]) for thread in threads if thread["due_at"]]
    # By due time, from which signals move a thread up by an hour at most.
    assert all(one - timedelta(hours=1) <= other for one, other in pairwise(due))
    assert due[0] < due[-1]

    head, *entries = demo.objects("show", str(threads[0]["id"]))
    assert head == threads[0]
    messages = [entry for entry in entries if "external_id" in entry]
    assert messages
    assert all(entry.keys() == MESSAGE for entry in messages)
    found = demo.objects("threads", "--search", messages[0]["text"].split()[0])
    assert any(thread["id"] == head["id"] for thread in found)


def test_an_answer_is_sent_and_its_thread_waits(demo: Terminal) -> None:
    thread = demo.objects("threads", "--view", "team")[0]["id"]

    assert demo.do("reply", str(thread), "--text", "On its way.", "--send-now", "--wait") == "sent\n"

    head, *entries = demo.objects("show", str(thread))
    assert head["status"] == "waiting"
    assert [(e["state"], e["direction"]) for e in entries if e.get("text") == "On its way."] == [("sent", "out")]
    assert demo.objects("outbox") == []
    *_, answered = (one for one in demo.objects("times", str(thread)) if one["clock"] != "done")
    assert answered.keys() == TIME
    assert (answered["thread"], answered["met_at"] > answered["started_at"]) == (thread, True)
    assert "everything else, version 0" in demo.do("times", str(thread))


def test_an_answer_in_its_undo_window_is_kept_and_goes_with_the_next_sync(demo: Terminal) -> None:
    thread = demo.objects("threads", "--view", "team")[0]["id"]

    status, out, err = demo.run("reply", str(thread), "--text", "On its way.")

    assert (status, out) == (0, "queued\n")
    assert "sync --once" in err
    (waiting,) = demo.objects("outbox")
    assert (waiting["text"], waiting["state"]) == ("On its way.", "queued")


def test_a_text_that_is_too_long_is_refused_with_by_how_much_and_stays_in_the_outbox(demo: Terminal) -> None:
    thread = next(thread for thread in demo.objects("threads", "--view", "channel:5"))

    status, out, err = demo.run("reply", str(thread["id"]), "--text", "👋" * 301, "--send-now", "--wait")

    assert (status, out) == (1, "rejected\n")
    assert "by 1" in err
    assert "shorten it" in err
    (kept,) = demo.objects("outbox")
    assert kept["text"] == "👋" * 301


def test_a_thread_is_noted_snoozed_assigned_and_done(demo: Terminal) -> None:
    first, second, third = (str(thread["id"]) for thread in demo.objects("threads", "--view", "team")[:3])
    demo.do("note", first, "--text", "Ask the shop.")
    demo.do("assign", first, "me")
    demo.do("done", second)
    demo.do("snooze", third, "--until", "2099-01-01T09:00")

    head, *entries = demo.objects("show", first)
    assert head["assignee"] == "Me"
    assert [entry["text"] for entry in entries if "note" in entry] == ["Ask the shop."]
    assert demo.objects("show", second)[0]["status"] == "done"
    assert [thread["id"] for thread in demo.objects("threads", "--view", "snoozed")] == [int(third)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "999999"], "There is no thread 999999. See: socialdesk threads"),
        (["times", "999999"], "There is no thread 999999. See: socialdesk threads"),
        (["threads", "--view", "nowhere"], "There is no view 'nowhere'. There are: mine"),
        (["reply", "1", "--text", " "], "The answer is empty: --text TEXT"),
        (["reply", "1", "--text", "On {day: date}."], "The answer still has an unfilled {blank}. Nothing was sent."),
        (["note", "1", "--text", ""], "The note is empty: --text TEXT"),
        (["snooze", "1", "--until", "tomorrow"], "'tomorrow' is not a moment. Write it like 2026-11-24T09:00"),
        (["snooze", "1", "--until", "2001-01-01"], "2001-01-01 has passed already. Choose a later moment."),
        (["assign", "1", "Zoe"], "'Zoe' is nobody here. There are: Me."),
        (["sync"], "Only one round at a time: socialdesk sync --once."),
        (["channel", "check", "77"], "There is no channel 77. See: socialdesk channel list"),
        (["channel", "add", "bluesky"], "Bluesky asks for: Handle, App password. Give --field identifier=… --password"),
        (["channel", "add", "bluesky", "--way", "sms"], "Bluesky has no way 'sms' to sign in. There is: app_password"),
        (["channel", "add", "bluesky", "--field", "x=1"], "App password knows no x. It asks for: identifier, password"),
        (["channel", "add", "bluesky", "--field", "password=x"], "App password is secret: whoever lists the programs"),
        (["channel", "add", "nowhere"], "There is no connector for 'nowhere'."),
        (["channel", "add", "demo", "--days", "0"], "--days takes a number from 1 up."),
    ],
)
def test_wrong_words_are_a_sentence_and_status_2(demo: Terminal, words: list[str], sentence: str) -> None:
    status, out, err = demo.run(*words)

    assert (status, out) == (2, "")
    assert err.startswith(f"socialdesk: {sentence}")


def test_without_a_workspace_or_a_keyring_the_next_step_is_named(terminal: Terminal) -> None:
    status, _, err = terminal.run("threads")
    assert status == 2
    assert "Connect a channel first: socialdesk channel add" in err

    status, _, err = terminal.run("channel", "add", "demo")
    assert status == 2
    assert "--passphrase-file FILE" in err
    assert "--plain" in err
    assert not terminal.workspace.info.exists()


def test_a_passphrase_opens_and_another_does_not(terminal: Terminal, tmp_path: Path) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("correct horse\n")
    wrong.write_text("battery staple\n")
    terminal.do("channel", "add", "demo", "--passphrase-file", str(right))

    assert terminal.do("channel", "list", "--passphrase-file", str(right)).count("\n") == 9
    status, out, err = terminal.run("channel", "list", "--passphrase-file", str(wrong))
    assert (status, out) == (2, "")
    assert "That is not the passphrase of" in err
    assert "try again" in err
    status, _, err = terminal.run("channel", "list")
    assert status == 2
    assert "--passphrase-file FILE" in err
    status, _, err = terminal.run("channel", "list", "--passphrase-file", str(tmp_path / "none"))
    assert status == 2
    assert "cannot be read" in err


def test_what_strangers_wrote_cannot_move_the_cursor() -> None:
    hostile = "a\x1b[2Jb\x9b31mc\u202ed\r\ne👩\u200d👧"
    assert plain(hostile) == "a[2Jb31mcd  e👩\u200d👧"


@pytest.mark.flow
def test_a_running_engine_does_the_work_of_the_command_line(tmp_path: Path) -> None:
    program = Program.at(tmp_path)
    program.do("channel", "add", "demo")
    program.do("sync", "--once")
    engine = subprocess.Popen(program.command("engine"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        address = Workspace(program.folder).pipe
        until = time.monotonic() + NEVER_S
        while not address.exists():
            assert engine.poll() is None, engine.communicate()
            assert time.monotonic() < until
            time.sleep(0.05)
        second = program.run("engine")
        assert second.returncode == BUSY
        assert "Another SocialDesk is busy" in second.stderr

        thread = str(program.objects("threads")[0]["id"])
        assert program.do("reply", thread, "--text", "Hello.", "--send-now", "--wait") == "sent\n"
        program.do("note", thread, "--text", "Done by phone.")
        program.do("sync", "--once")
        assert program.objects("outbox") == []
    finally:
        engine.send_signal(signal.SIGTERM)
        said = engine.communicate(timeout=NEVER_S)
    assert (engine.returncode, *said) == (0, "", "")


def test_a_person_is_given_out_then_forgotten_and_stays_forgotten(demo: Terminal, tmp_path: Path) -> None:
    thread = demo.objects("threads", "--view", "team")[0]
    name = thread["contact"]
    number = demo.do("contact", "find", name).split("\t")[0]

    demo.do("contact", "export", number, "--to", str(tmp_path / "contact.zip"))
    with zipfile.ZipFile(tmp_path / "contact.zip") as archive:
        record = json.loads(archive.read("contact.json"))
        assert name in archive.read("contact.html").decode().replace("&#x27;", "'")
    assert thread["id"] in [one["number"] for one in record["threads"]]

    status, _, err = demo.run("contact", "erase", number)
    assert status == 2
    assert "Nobody can bring it back" in err
    assert demo.objects("show", str(thread["id"]))

    demo.do("contact", "erase", number, "--yes")
    demo.do("sync", "--once")
    assert demo.run("show", str(thread["id"]))[0] == 2
    assert name not in demo.do("contact", "find", name)
    assert demo.run("contact", "erase", number, "--yes")[0] == 2


def test_an_answer_can_be_given_for_later(demo: Terminal) -> None:
    thread = str(demo.objects("threads", "--view", "team")[0]["id"])

    assert demo.do("reply", thread, "--text", "Good morning.", "--at", "2099-01-01T09:00") == "queued\n"
    demo.do("sync", "--once")
    (waiting,) = demo.objects("outbox")
    assert (waiting["text"], waiting["state"]) == ("Good morning.", "queued")

    assert "has passed already" in demo.run("reply", thread, "--text", "Late.", "--at", "2001-01-01T09:00")[2]
    assert "at one moment" in demo.run("reply", thread, "--text", "x", "--at", "2099-01-01T09:00", "--send-now")[2]


def test_rules_go_to_a_file_and_come_back_and_answers_are_suspended(demo: Terminal, tmp_path: Path) -> None:
    name, file = "Late parcels", tmp_path / "rules.json"
    one = {"name": name, "channels": "all", "when": {"trigger": "received"}, "if": ["is", "says", "late"]}
    good = one | {"then": [["tag", "late"]]}
    file.write_text(json.dumps({"socialdesk_rules": 1, "rules": [good, one | {"name": "Bad"}]}))
    status, said, complained = demo.run("rules", "import", str(file))
    assert (status, json.loads(said)) == (1, {"new": [name], "refused": 1, "written": False})
    assert "Rule 2: “Bad”: it does not say what to do." in complained
    assert demo.do("rules", "list") == ""
    status, said, _ = demo.run("rules", "import", str(file), "--yes")
    assert (status, json.loads(said)["written"]) == (1, True)
    assert demo.run("rules", "import", str(file), "--yes")[0] == 1  # the name is taken by now
    demo.do("rules", "suspend")
    _, said, complained = demo.run("rules", "list")
    assert (json.loads(said)["on"], json.loads(said)["rule"]["name"]) == (False, name)
    assert "suspended" in complained
    demo.do("rules", "resume")
    demo.do("rules", "second-person", "on")
    assert demo.run("rules", "second-person", "perhaps")[0] == 2
    assert "suspended" not in demo.run("rules", "list")[2]
    out = tmp_path / "out.json"
    assert json.loads(demo.do("rules", "export", "--to", str(out)))["rules"] == 1
    assert json.loads(out.read_text())["rules"] == [good]
    assert len(json.loads(demo.do("rules", "secret"))["secret"]) == 43
    assert demo.run("rules", "import", str(tmp_path / "nowhere.json"))[0] == 2


def test_saved_replies_go_to_a_file_and_come_back_with_what_was_refused_told(demo: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("shortcut;text\nfresh;Hi {{customer.first_name}}\nbad one;x\n")
    status, said, complained = demo.run("replies", "import", str(file))
    assert (status, json.loads(said)["written"], json.loads(said)["new"]) == (1, False, 1)
    assert "row 3 (/bad one): A shortcut is letters" in complained
    status, said, _ = demo.run("replies", "import", str(file), "--yes")
    assert (status, json.loads(said)["written"]) == (1, True)

    for name in ("out.csv", "out.json"):
        assert json.loads(demo.do("replies", "export", "--to", str(tmp_path / name)))["replies"] == 1
        again = json.loads(demo.do("replies", "import", str(tmp_path / name)))
        assert (again["new"], again["changed"], again["same"], again["refused"]) == (0, 0, 1, 0)
    (only,) = json.loads((tmp_path / "out.json").read_text())["replies"]
    assert only["texts"] == [{"language": "en", "text": "Hi {first name}"}]
    assert demo.run("replies", "import", str(tmp_path / "nowhere.csv"))[0] == 2


def test_what_is_kept_out_of_sight_is_not_printed_unless_asked_for(demo: Terminal) -> None:
    kept, *_ = demo.objects("threads", "--view", "shielded")
    assert kept["contact"] == "Hidden message"
    said = demo.objects("show", str(kept["id"]), "--hidden")
    texts = [one["text"] for one in said if one.get("direction") == "in"]
    assert texts
    names = {one["author"] for one in said if one.get("direction") == "in"}
    for words in (("threads", "--view", "shielded"), ("show", str(kept["id"])), ("export",), ("export", "--json")):
        out = demo.do(*words)
        assert not [one for one in (*texts, *names) if json.dumps(one, ensure_ascii=False)[1:-1] in out]
    assert texts[0] in {one.get("text") for one in map(json.loads, demo.do("export", "--hidden").splitlines())}
