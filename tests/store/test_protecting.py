"""Another key, another way of keeping: every file changes with it, and the end of the process leaves one that opens."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from socialdesk.model.command import AddNote
from socialdesk.model.identifiers import ThreadId
from socialdesk.store import protection
from socialdesk.store.alone import alone
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.errors import DiskFull, StoreError
from socialdesk.store.media import Media, Picture
from socialdesk.store.protecting import protect
from socialdesk.store.protection import NeedsPassphrase, Protection, ProtectionError, Unlocked
from socialdesk.store.search import search
from socialdesk.support.lock import FileLock, Taken
from socialdesk.support.paths import Workspace
from socialdesk.support.secrets import NoKeyring
from tests.model.builders import ME, NOON, at, message, thread
from tests.patience import NEVER_S
from tests.peers.fixtures import SecretService
from tests.store import harm
from tests.store.conftest import filled

OLD, NEW = "correct horse battery", "staple of another kind"
WAYS = [(OLD, NEW), (OLD, None), (None, NEW)]
INSTANTS = [
    "protect.begun",
    "protect.copied",
    "protect.copied:2",
    "protect.before_decision",
    "protect.decided",
    "protect.swapped",
    "protect.swapped:2",
    "protect.before_forgetting",
    "protect.done",
]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "_ARGON", {"memory_kib": 64, "passes": 1, "lanes": 1})


def made(folder: Path, passphrase: str | None) -> Unlocked:
    """A workspace with a word in every file."""
    way = Protection.PASSPHRASE if passphrase else Protection.PLAIN
    unlocked = protection.create(Workspace(folder), "Ours", way, passphrase)
    fill(unlocked)
    return unlocked


def fill(unlocked: Unlocked) -> None:
    """Put a word into every file."""
    cache = filled(unlocked.workspace.cache, unlocked.key)
    with cache.change() as change:
        own = change.put_thread(thread(id=ThreadId(0)))
        change.put_message(message(0, 0, thread_id=own.id, text="canary words"), own.channel_id, "v", at(0))
    cache.close()
    desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
    desk.give([AddNote(own.id, "canary note")], ME, at(0))
    desk.close()
    media = Media(unlocked.workspace.media, unlocked.key, write=True)
    media.put("digest", Picture(1, 1, False, b"canary picture", b"canary view"), NOON)
    media.close()
    unlocked.secrets.put("channel:demo:one", "app-password")
    for left in ("cache.db.before-1", "cache.db.damaged-1", "desk.db.damaged-2-wal"):
        (unlocked.workspace.folder / left).write_bytes(b"old")


def is_whole(unlocked: Unlocked) -> bool:
    """Whether everything that was put there is there."""
    workspace, key = unlocked.workspace, unlocked.key
    cache, desk = Cache(workspace.cache, key, write=True), Desk(workspace.desk, key, write=True)
    cache.check()
    assert [hit.snippet for hit in search(cache, "canary", NOON).hits] == ["canary words"]
    assert len(cache.channels()) == 2
    assert len(desk.pending()) == 1
    cache.close()
    desk.close()
    media = Media(workspace.media, key, write=False)
    assert media.thumb("digest") == b"canary picture"
    assert media.view("digest") == b"canary view"
    assert media._one("SELECT CAST(auto_vacuum AS BLOB) FROM pragma_auto_vacuum WHERE ? != ''", "x") == b"2"
    media.close()
    return True


def opens(workspace: Workspace, passphrase: str | None) -> bool:
    """Whether a workspace opens with this passphrase, or without one."""
    try:
        unlocked = protection.unlock(workspace, passphrase)
    except ProtectionError:
        return False
    if passphrase is None and unlocked.protection is Protection.PASSPHRASE:
        return False
    if unlocked.protection is Protection.PASSPHRASE:
        assert unlocked.secrets.get("channel:demo:one") in {"app-password", None}
    return (unlocked.protection is Protection.PASSPHRASE) == (passphrase is not None) and is_whole(unlocked)


def way_of(passphrase: str | None) -> Protection:
    return Protection.PASSPHRASE if passphrase else Protection.PLAIN


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_everything_opens_the_new_way_and_no_more_the_old(tmp_path: Path, old: str | None, new: str | None) -> None:
    unlocked = made(tmp_path, old)
    with alone(unlocked.workspace):
        now = protect(unlocked, way_of(new), new, ["channel:demo:one", "channel:demo:none"])
    assert is_whole(now)
    assert opens(unlocked.workspace, new)
    assert not opens(unlocked.workspace, old)
    if new:
        assert now.secrets.get("channel:demo:one") == "app-password"
    names = {one.name for one in tmp_path.iterdir()}
    assert not [name for name in names if ".before-" in name or ".damaged-" in name or ".next" in name]
    assert ("secrets.db" in names) == (new is not None)
    written = b"".join(one.read_bytes() for one in tmp_path.iterdir() if one.is_file())
    assert (b"canary" in written) == (new is None)
    assert set(json.loads(unlocked.workspace.info.read_text())) & {"change", "swap"} == set()


def test_damaged_pictures_do_not_keep_the_old_key(tmp_path: Path) -> None:
    unlocked = made(tmp_path, OLD)
    for ending in ("-wal", "-shm"):
        (tmp_path / f"media.db{ending}").unlink(missing_ok=True)
    unlocked.workspace.media.write_bytes(b"\xff" * 20_000)
    with alone(unlocked.workspace):
        now = protect(unlocked, Protection.PASSPHRASE, NEW)
    assert now.key != unlocked.key
    media = Media(unlocked.workspace.media, now.key, write=True)
    assert media.known() == set()
    media.close()


_PROTECT = """
import sys
from pathlib import Path
from socialdesk.store import protection
from socialdesk.store.alone import alone
from socialdesk.store.protecting import protect
from socialdesk.store.protection import Protection
from socialdesk.support.paths import Workspace
protection._ARGON = {"memory_kib": 64, "passes": 1, "lanes": 1}
workspace = Workspace(Path(sys.argv[1]))
old, new = sys.argv[2] or None, sys.argv[3] or None
unlocked = protection.unlock(workspace, old)
with alone(workspace):
    protect(unlocked, Protection.PASSPHRASE if new else Protection.PLAIN, new, ["channel:demo:one"])
"""


@pytest.mark.parametrize("instant", INSTANTS)
@pytest.mark.parametrize(("old", "new"), WAYS)
def test_a_process_killed_on_the_way_leaves_a_workspace_that_opens_one_way(
    tmp_path: Path, old: str | None, new: str | None, instant: str
) -> None:
    unlocked = made(tmp_path, old)
    done = subprocess.run(
        [sys.executable, "-c", _PROTECT, tmp_path, old or "", new or ""],
        check=False,
        env={
            "SOCIALDESK_FAILPOINT": instant,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        },
        timeout=NEVER_S,
    )
    assert done.returncode == -signal.SIGKILL
    is_decided = INSTANTS.index(instant) >= INSTANTS.index("protect.decided")
    assert opens(unlocked.workspace, new if is_decided else old)
    assert not opens(unlocked.workspace, old if is_decided else new)
    assert not list(tmp_path.glob("*.next*"))
    assert set(json.loads(unlocked.workspace.info.read_text())) & {"change"} == set()
    # And it can be done again.
    again = protection.unlock(unlocked.workspace, new if is_decided else old)
    with alone(unlocked.workspace):
        assert is_whole(protect(again, Protection.PASSPHRASE, "a third one"))


def test_nothing_is_changed_while_somebody_works_in_the_workspace(tmp_path: Path) -> None:
    unlocked = made(tmp_path, OLD)
    lock = FileLock(unlocked.workspace.engine_lock)
    with pytest.raises(Taken), alone(unlocked.workspace):
        pytest.fail("it was taken")
    lock.release()


def test_a_change_under_way_is_left_to_who_makes_it(tmp_path: Path) -> None:
    unlocked = made(tmp_path, OLD)
    info = json.loads(unlocked.workspace.info.read_text())
    unlocked.workspace.info.write_text(json.dumps(info | {"change": {"slot": None}}))
    (tmp_path / "cache.db.next").write_bytes(b"half")
    lock = FileLock(unlocked.workspace.engine_lock)
    with pytest.raises(ProtectionError, match="Wait for it to end"):
        protection.unlock(unlocked.workspace, OLD)
    assert (tmp_path / "cache.db.next").exists()
    lock.release()
    protection.unlock(unlocked.workspace, OLD)
    assert not (tmp_path / "cache.db.next").exists()


def test_without_room_or_keyring_or_passphrase_everything_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked = made(tmp_path, OLD)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}

    def unchanged() -> bool:
        return before.items() <= {one.name: one.read_bytes() for one in tmp_path.iterdir()}.items()

    with pytest.raises(NoKeyring):
        protect(unlocked, Protection.KEYRING)
    with pytest.raises(NeedsPassphrase):
        protect(unlocked, Protection.PASSPHRASE, "")
    assert unchanged()
    harm.spoil(unlocked.workspace.desk, [3])
    with pytest.raises(StoreError):
        protect(unlocked, Protection.PLAIN)
    unlocked.workspace.desk.write_bytes(before["desk.db"])
    monkeypatch.setattr("socialdesk.store.protecting._ROOM_BYTES", 1 << 60)
    with pytest.raises(DiskFull):
        protect(unlocked, Protection.PLAIN)
    assert unchanged()
    assert opens(unlocked.workspace, OLD)


_WITH_KEYRING = """
import sys
from pathlib import Path
import keyring
from socialdesk.store import protection
from socialdesk.store.protecting import protect
from socialdesk.store.protection import Protection
from socialdesk.support.paths import Workspace
from tests.store.test_protecting import fill, is_whole
workspace = Workspace(Path(sys.argv[1]))
made = protection.create(workspace, "Ours", Protection.KEYRING)
service, names = f"SocialDesk {made.id}", ["channel:demo:one"]
fill(made)
again = protect(made, Protection.KEYRING, None, names)
assert again.key != made.key and is_whole(again) and is_whole(protection.unlock(workspace))
assert keyring.get_password(service, "key") is None
assert again.secrets.get("channel:demo:one") == "app-password"
phrase = protect(again, Protection.PASSPHRASE, "words of mine", names)
assert keyring.get_password(service, "channel:demo:one") is None
assert is_whole(protection.unlock(workspace, "words of mine"))
assert phrase.secrets.get("channel:demo:one") == "app-password"
back = protect(phrase, Protection.KEYRING)
assert is_whole(protection.unlock(workspace)) and not workspace.secrets.exists()
assert protection.unlock(workspace).secrets.get("channel:demo:one") == "app-password"
print("done")
"""


@pytest.mark.peer_secret_service
def test_key_and_sign_ins_go_from_the_keyring_to_a_passphrase_and_back(
    secret_service: SecretService, tmp_path: Path
) -> None:
    done = secret_service.python(_WITH_KEYRING, tmp_path / "made")
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr
