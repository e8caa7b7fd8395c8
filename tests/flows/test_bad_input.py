"""What goes wrong at the command line: each time a sentence with a next step, the right status, and nothing lost."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialdesk.store.protection import unlock
from socialdesk.support.lock import FileLock
from socialdesk.support.paths import Workspace
from tests.flows.bluesky_traffic import Traffic
from tests.flows.command_line import PASSPHRASE, Program
from tests.peers.fixtures import BlueskyNetwork

DONE, REFUSED, WRONG, UNREACHABLE = 0, 1, 2, 3


def add(program: Program, server: str, name: str, password: str) -> subprocess.CompletedProcess[str]:
    words = ("channel", "add", "bluesky", "--server", server, "--identifier", name, "--password-stdin")
    return program.run(*words, typed=password + "\n")


def sentence(done: subprocess.CompletedProcess[str], status: int, *words: str) -> str:
    """What was said on standard error, once it is sure that it is a sentence and no traceback."""
    assert done.returncode == status, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr
    return done.stderr


@pytest.fixture
def demo(tmp_path: Path) -> Program:
    """A workspace with the demo network connected and read."""
    program = Program.at(tmp_path)
    program.do("channel", "add", "demo")
    program.do("sync", "--once")
    return program


def test_an_unknown_server_and_no_network_are_told_apart_from_a_refusal(tmp_path: Path) -> None:
    program = Program.at(tmp_path)

    sentence(add(program, "https://nowhere.invalid", "brand.test", "x"), UNREACHABLE, "cannot be reached", "network")
    sentence(add(program, "http://localhost:1", "brand.test", "x"), UNREACHABLE, "cannot be reached")
    sentence(add(program, "http://example.com", "brand.test", "x"), REFUSED, "https://")
    assert program.do("channel", "list") == ""


def test_what_is_missing_from_a_command_is_said(demo: Program) -> None:
    sentence(demo.run("channel", "add", "bluesky"), WRONG, "--field identifier")
    sentence(
        demo.run("channel", "add", "nowhere", "--identifier", "x", "--password-stdin", typed="x\n"),
        WRONG,
        "Installed",
    )
    sentence(demo.run("show", "99999"), WRONG, "socialdesk threads")
    sentence(demo.run("threads", "--view", "nobody"), WRONG, "unassigned")
    sentence(demo.run("reply", "1", "--text", "  "), WRONG, "empty")
    sentence(demo.run("reply", "1", "--text", "Hello {first name}"), WRONG, "blank")
    sentence(demo.run("snooze", "1", "--until", "soon"), WRONG, "moment")
    sentence(demo.run("snooze", "1", "--until", "2001-01-01T09:00"), WRONG, "passed")
    sentence(demo.run("assign", "1", "Nobody Known"), WRONG, "nobody here")
    assert demo.run("threads", "--wrong").returncode == WRONG


def test_a_workspace_that_is_not_there_or_locked_is_told(demo: Program, tmp_path: Path) -> None:
    other = Program(tmp_path / "elsewhere", demo.passphrase_file)
    sentence(other.run("threads"), WRONG, "no workspace")
    demo.passphrase_file.write_text("another one\n")

    sentence(demo.run("threads"), WRONG, "not the passphrase")


def test_a_newer_file_is_refused_and_left_untouched(demo: Program) -> None:
    info = demo.folder / "workspace.json"
    info.write_text(info.read_text().replace('"format": 1', '"format": 999'))
    before = {file.name: file.read_bytes() for file in demo.folder.glob("*.db")}

    sentence(demo.run("threads"), WRONG, "newer SocialDesk")
    assert {file.name: file.read_bytes() for file in demo.folder.glob("*.db")} == before


def test_a_newer_schema_is_refused_and_left_untouched(tmp_path: Path) -> None:
    program = Program(tmp_path / "plain", tmp_path / "unused")
    made = subprocess.run(
        [*program.command("channel", "add", "demo", "--plain")[:-2]], capture_output=True, text=True, check=False
    )
    assert made.returncode == DONE, made.stderr
    with sqlite3.connect(program.folder / "cache.db") as db:
        db.execute("PRAGMA user_version = 999")
    db.close()

    refused = subprocess.run(program.command("threads")[:-2], capture_output=True, text=True, check=False)
    sentence(refused, WRONG, "newer SocialDesk", "--workspace")


def test_a_damaged_file_is_told_and_set_aside_on_request(demo: Program) -> None:
    cache = demo.folder / "cache.db"
    for ending in ("-wal", "-shm"):
        cache.with_name(cache.name + ending).unlink(missing_ok=True)
    cache.write_bytes(b"not a database " * 4096)

    sentence(demo.run("threads"), WRONG, "damaged")
    ill = demo.run("doctor")
    assert ill.returncode == WRONG
    assert "WRONG" in ill.stdout

    mended = demo.run("doctor", "--repair")
    assert "set aside" in mended.stdout
    assert list(demo.folder.glob("cache.db.damaged-*"))
    assert demo.run("threads").returncode == DONE


def test_a_second_engine_waits_for_the_first(demo: Program) -> None:
    lock = FileLock(demo.folder / "engine.lock")

    sentence(demo.run("sync", "--once"), WRONG, "busy", "try again")
    lock.release()
    demo.do("sync", "--once")


def test_a_full_disk_is_told_and_what_was_there_stays(demo: Program) -> None:
    small = Path("/dev/shm") / f"socialdesk-full-{demo.folder.stat().st_ino}"
    small.mkdir()
    try:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(small)], check=False)
        if mounted.returncode:
            # Without the right to mount, the same is said by the database itself; see tests/store.
            return
        shutil.copytree(demo.folder, small / "workspace")
        program = Program(small / "workspace", demo.passphrase_file)
        ballast = os.open(small / "ballast", os.O_WRONLY | os.O_CREAT)
        with contextlib.suppress(OSError):
            while os.write(ballast, b"x" * 4096):
                pass
        os.close(ballast)
        refused = program.run("note", "1", "--text", "x" * 100_000)
        sentence(refused, WRONG, "disk is full", "Free some space")
        (small / "ballast").unlink()
        assert program.run("note", "1", "--text", "Now there is room.").returncode == DONE
    finally:
        subprocess.run(["umount", str(small)], check=False, capture_output=True)
        shutil.rmtree(small, ignore_errors=True)


@pytest.mark.peer_bluesky
class TestOnTheNetwork:
    """What only the network itself can refuse."""

    @pytest.fixture
    def talk(self, bluesky_network: BlueskyNetwork) -> Iterator[Traffic]:
        brand, ann = (bluesky_network.new_account(name) for name in ("brand", "ann"))
        traffic = Traffic(bluesky_network, brand, [ann], 1)
        post = traffic.say(traffic.brand, "Here it is.")
        traffic.say(traffic.people[0], "Where?", to=post)
        bluesky_network.settle()
        yield traffic
        traffic.close()

    def test_a_wrong_password_is_refused_and_nothing_is_connected(self, talk: Traffic, tmp_path: Path) -> None:
        program = Program.at(tmp_path)
        said = sentence(
            add(program, talk.network.pds, talk.brand.account.handle, "wrong-secret"), REFUSED, "app password"
        )

        assert "wrong-secret" not in said
        assert program.do("channel", "list") == ""

    def test_a_server_that_is_something_else_is_named_as_such(self, talk: Traffic, tmp_path: Path) -> None:
        program = Program.at(tmp_path)

        sentence(add(program, talk.network.control, "brand.test", "x"), REFUSED, "not a Bluesky server")

    def test_what_the_network_refuses_later_is_told_and_kept(self, talk: Traffic, tmp_path: Path) -> None:
        program = Program.at(tmp_path)
        account = talk.brand.account
        assert add(program, talk.network.pds, account.handle, account.app_password).returncode == DONE
        program.do("sync", "--once")
        thread = str(program.objects("threads")[0]["id"])

        long = program.run("reply", thread, "--text", "x" * 301, "--send-now", "--wait")
        assert long.returncode == REFUSED
        assert "300" in long.stderr
        assert "by 1" in long.stderr

        talk.people[0].delete(talk.posts[-1].uri)
        talk.network.settle()
        late = program.run("reply", thread, "--text", "Here!", "--send-now", "--wait")
        assert late.returncode == REFUSED
        assert "no longer on Bluesky" in late.stderr
        assert "Here!" in [line["text"] for line in program.objects("outbox")]

        talk.network.take_down(account.did)
        talk.network.settle()  # until the readers have heard of it, they go on showing the account
        gone = program.run("sync", "--once")
        for _ in range(9):
            if gone.returncode == DONE:
                gone = program.run("sync", "--once")
        assert gone.returncode == REFUSED
        assert "suspended" in gone.stderr
        assert "bad_credentials" in program.do("channel", "list")
        talk.network.take_down(account.did, applied=False)

    def test_a_session_that_ran_out_is_renewed_and_one_that_ended_is_told(self, talk: Traffic, tmp_path: Path) -> None:
        program = Program.at(tmp_path)
        account = talk.brand.account
        assert add(program, talk.network.pds, account.handle, account.app_password).returncode == DONE
        secrets = unlock(Workspace(program.folder), PASSPHRASE).secrets
        name = f"channel:bluesky:{account.did}"
        tokens = json.loads(secrets.get(name) or "")
        expired = {**tokens, "access": talk.network.expired_access_token(account.did)}
        secrets.put(name, json.dumps(expired))

        program.do("sync", "--once")
        renewed = json.loads(secrets.get(name) or "")
        # Two access tokens of one second are the same; what renews them never is.
        assert renewed["access"] != expired["access"]
        assert renewed["refresh"] != tokens["refresh"]

        secrets.put(name, json.dumps({**expired, "refresh": expired["access"]}))
        over = program.run("sync", "--once")
        assert over.returncode == REFUSED
        assert "sign-in" in over.stderr
        assert expired["access"] not in over.stderr
        thread = str(program.objects("threads")[0]["id"])
        program.run("reply", thread, "--text", "Kept.", "--send-now")
        assert [line["text"] for line in program.objects("outbox")] == ["Kept."]

    def test_a_rate_limit_is_told_and_passes_by_itself(self, talk: Traffic, tmp_path: Path) -> None:
        program = Program.at(tmp_path)
        account = talk.brand.account
        assert add(program, talk.network.pds, account.handle, account.app_password).returncode == DONE
        talk.network.fail_chat(
            {"method": "chat.bsky.convo.getLog", "status": 429, "error": "RateLimitExceeded", "times": 1}
        )

        slowed = program.run("sync", "--once")
        assert "allows more later" in slowed.stderr
        program.do("sync", "--once")
