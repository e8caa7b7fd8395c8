"""How a workspace is protected: as a person chose, never less, and refused in a sentence that says what to do."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from socialdesk.store import protection
from socialdesk.store.cache import Cache
from socialdesk.store.protection import (
    DamagedVault,
    NeedsPassphrase,
    NewerWorkspace,
    Protection,
    ProtectionError,
    WrongPassphrase,
)
from socialdesk.support.paths import Workspace
from socialdesk.support.secrets import NoKeyring, SessionSecrets
from tests.peers.fixtures import SecretService
from tests.store import harm

PHRASE = "correct horse battery"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "made" / "here")


def test_without_a_keyring_nothing_is_made_and_nothing_weaker_chosen(workspace: Workspace) -> None:
    with pytest.raises(NoKeyring, match="keep the workspace under a passphrase"):
        protection.create(workspace, "Ours", Protection.KEYRING)
    assert not protection.exists(workspace)
    assert list(workspace.folder.iterdir()) == []


def test_a_workspace_of_a_keyring_that_is_gone_is_not_opened_otherwise(workspace: Workspace) -> None:
    workspace.ensure()
    workspace.info.write_text(json.dumps({"format": 1, "id": "i", "name": "n", "protection": "keyring"}))
    with pytest.raises(NoKeyring):
        protection.unlock(workspace, PHRASE)


def test_a_passphrase_opens_what_it_was_made_with(workspace: Workspace) -> None:
    made = protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
    made.secrets.put("did:c", "app-password")
    opened = protection.unlock(workspace, PHRASE)
    assert (opened.id, opened.name, opened.protection, opened.key) == (made.id, "Ours", "passphrase", made.key)
    assert opened.key is not None
    assert len(opened.key) == 32
    assert opened.secrets.get("did:c") == "app-password"
    handed = protection.unlock_with_key(workspace, opened.key)
    assert (handed.key, handed.secrets.get("did:c")) == (opened.key, "app-password")
    assert opened.key.hex() not in repr(opened)
    told = workspace.info.read_text()
    assert PHRASE not in told
    assert opened.key.hex() not in told


def test_a_wrong_or_missing_passphrase_is_told_and_changes_nothing(
    workspace: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
    before = {file.name: file.read_bytes() for file in workspace.folder.iterdir()}
    with pytest.raises(WrongPassphrase, match=r"not the passphrase of .* Nothing was changed"):
        protection.unlock(workspace, PHRASE + " ")
    for none in (None, ""):
        with pytest.raises(NeedsPassphrase, match="--passphrase-file"):
            protection.unlock(workspace, none)
    assert {file.name: file.read_bytes() for file in workspace.folder.iterdir()} == before
    assert capfd.readouterr() == ("", "")


def test_a_damaged_file_of_sign_ins_is_not_taken_for_a_wrong_passphrase(workspace: Workspace) -> None:
    made = protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
    Cache(workspace.cache, made.key, write=True).close()
    harm.spoil(workspace.secrets, [1])
    with pytest.raises(DamagedVault, match="Messages, notes and drafts are not"):
        protection.unlock(workspace, PHRASE)
    with pytest.raises(WrongPassphrase):
        protection.unlock(workspace, PHRASE + "!")
    # Renamed, as the sentence says: what is left opens, and sign-ins have a place again.
    workspace.secrets.rename(workspace.secrets.with_suffix(".old"))
    with pytest.raises(WrongPassphrase):
        protection.unlock(workspace, PHRASE + "!")
    opened = protection.unlock(workspace, PHRASE)
    opened.secrets.put("did:c", "app-password")
    assert protection.unlock(workspace, PHRASE).secrets.get("did:c") == "app-password"


def test_a_workspace_is_not_made_under_an_empty_passphrase(workspace: Workspace) -> None:
    with pytest.raises(NeedsPassphrase, match="--passphrase-file"):
        protection.create(workspace, "Ours", Protection.PASSPHRASE, "")
    assert not protection.exists(workspace)


def test_two_workspaces_of_one_passphrase_have_different_keys(tmp_path: Path) -> None:
    made = [
        protection.create(Workspace(tmp_path / name), name, Protection.PASSPHRASE, PHRASE).key for name in ("a", "b")
    ]
    assert made[0] != made[1]


def test_plain_files_are_had_by_asking_and_sign_ins_still_never_reach_the_disk(workspace: Workspace) -> None:
    made = protection.create(workspace, "Ours", Protection.PLAIN)
    assert made.key is None
    assert isinstance(made.secrets, SessionSecrets)
    made.secrets.put("did:c", "app-password-canary")
    opened = protection.unlock_with_key(workspace, None)
    assert (opened.protection, opened.key, opened.secrets.get("did:c")) == (Protection.PLAIN, None, None)
    assert all(b"canary" not in file.read_bytes() for file in workspace.folder.rglob("*") if file.is_file())


def test_a_newer_workspace_is_refused_and_left_untouched(workspace: Workspace) -> None:
    workspace.ensure()
    written = json.dumps({"format": 2, "protection": "moon", "something": "new"})
    workspace.info.write_text(written)
    with pytest.raises(NewerWorkspace, match=r"newer SocialDesk. Nothing was changed"):
        protection.unlock(workspace)
    assert workspace.info.read_text() == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"format": 1}',
        '{"format": 1, "id": "", "protection": "plain"}',
        '{"format": 1, "id": "i", "protection": "moon"}',
        '{"format": "x", "id": "i", "protection": "plain"}',
        '{"format": 1, "id": "i", "protection": "passphrase"}',
        '{"format": 1, "id": "i", "protection": "passphrase", "salt": "zz", "argon2id": {}}',
        "\x00\x01",
    ],
)
def test_a_damaged_description_is_told_and_left_untouched(workspace: Workspace, written: str) -> None:
    workspace.ensure()
    workspace.info.write_text(written)
    with pytest.raises(ProtectionError, match=r"is damaged. The files beside it are untouched"):
        protection.unlock(workspace, PHRASE)
    assert workspace.info.read_text() == written


def test_bytes_that_are_no_text_are_a_damaged_description(workspace: Workspace) -> None:
    workspace.ensure()
    workspace.info.write_bytes(b"\xff\xfe{")
    with pytest.raises(ProtectionError, match="is damaged"):
        protection.unlock(workspace)


def test_a_folder_without_a_workspace_is_told(workspace: Workspace) -> None:
    with pytest.raises(ProtectionError, match="There is no workspace in"):
        protection.unlock(workspace)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_workspace_is_private_whatever_the_umask(workspace: Workspace) -> None:
    old = os.umask(0)
    try:
        protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
        workspace.platform("bluesky")
    finally:
        os.umask(old)
    for file in (workspace.folder, *workspace.folder.rglob("*")):
        assert stat.S_IMODE(file.stat().st_mode) == (0o700 if file.is_dir() else 0o600), file


def test_a_workspace_is_only_there_once_it_is_whole(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(protection, "write_private", fails)
    with pytest.raises(OSError, match="No space"):
        protection.create(workspace, "Ours", Protection.PLAIN)
    assert not protection.exists(workspace)


_WITH_KEYRING = """
import sys
from pathlib import Path
from socialdesk.store import protection
from socialdesk.store.cache import Cache
from socialdesk.support.paths import Workspace
import keyring
workspace = Workspace(Path(sys.argv[1]))
made = protection.create(workspace, "Ours", protection.Protection.KEYRING)
made.secrets.put("did:c", "app-password-canary")
Cache(workspace.cache, made.key, write=True).close()
opened = protection.unlock(workspace)
assert (opened.key, len(opened.key)) == (made.key, 32)
assert protection.unlock_with_key(workspace, None).key == made.key
assert opened.secrets.get("did:c") == "app-password-canary"
assert keyring.get_password(f"SocialDesk {made.id}", "key") == made.key.hex()
assert keyring.get_password(f"SocialDesk {made.id}", "did:c") == "app-password-canary"
opened.secrets.delete("did:c")
opened.secrets.delete("did:c")
assert opened.secrets.get("did:c") is None
Cache(workspace.cache, opened.key, write=False).close()
for file in workspace.folder.rglob("*"):
    if file.is_file():
        content = file.read_bytes()
        assert b"canary" not in content and made.key.hex().encode() not in content and made.key not in content, file
opened.secrets.delete("key")
try:
    protection.unlock(workspace)
except protection.LostKey as told:
    print(told.sentence)
"""

_LOCKED = """
import sys
from pathlib import Path
from socialdesk.store import protection
from socialdesk.support.paths import Workspace
from socialdesk.support.secrets import KeyringLocked
workspace = Workspace(Path(sys.argv[1]))
try:
    protection.create(workspace, "Ours", protection.Protection.KEYRING)
except KeyringLocked as told:
    print(told.sentence)
assert not protection.exists(workspace)
"""


@pytest.mark.peer_secret_service
def test_the_key_and_the_sign_ins_live_in_the_keyring_and_nowhere_else(
    secret_service: SecretService, workspace: Workspace
) -> None:
    done = secret_service.python(_WITH_KEYRING, workspace.folder)
    assert done.returncode == 0, done.stderr
    assert "Your keyring does not have the key of" in done.stdout


@pytest.mark.peer_secret_service
def test_a_locked_keyring_is_told_and_nothing_is_made(secret_service: SecretService, workspace: Workspace) -> None:
    done = secret_service.python(_LOCKED, workspace.folder, locked=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Your keyring is locked. Unlock it, then try again.\n"
