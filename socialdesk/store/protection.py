"""Decides how a workspace is protected and opens it: key in the keyring, under a passphrase, or explicitly not at all.

It never falls back by itself: where there is no keyring, a person chooses.
"""

from __future__ import annotations

import json
import os
from dataclasses import field
from pathlib import Path
from typing import Any

from socialdesk.store.alone import alone
from socialdesk.support.ids import new_id, random_key
from socialdesk.support.lock import Taken
from socialdesk.support.paths import Workspace, write_private
from socialdesk.support.secrets import KeyringSecrets, NoKeyring, SecretStore, SessionSecrets, VaultSecrets
from socialdesk.support.values import StrEnum, value_class

FORMAT = 1
# RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes.
_ARGON = {"memory_kib": 65_536, "passes": 3, "lanes": 4}


class Protection(StrEnum):
    """How the files of a workspace are kept."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, no secret
    PLAIN = "plain"


class ProtectionError(Exception):
    """The workspace cannot be opened like this. `sentence` is for a person."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NeedsPassphrase(ProtectionError):
    """The workspace is kept under a passphrase, or must be because there is no keyring."""


class NeedsChoice(ProtectionError):
    """There is no keyring: a person says how the workspace that is to be made shall be kept."""


class WrongPassphrase(ProtectionError):
    """The passphrase is another one."""


class DamagedVault(ProtectionError):
    """The passphrase is right, and the file with the sign-ins is damaged."""


class LostKey(ProtectionError):
    """The keyring no longer has the key of this workspace."""


class Unwritable(ProtectionError):
    """Nothing can be written in the folder: neither what somebody does nor what comes in."""


class NewerWorkspace(ProtectionError):
    """The folder was written by a newer SocialDesk."""


@value_class(frozen=True, slots=True)
class Unlocked:
    """An open workspace. `key` encrypts its files, None when they are plain."""

    workspace: Workspace
    id: str
    name: str
    protection: Protection
    key: bytes | None = field(repr=False)
    secrets: SecretStore = field(repr=False)


def files(workspace: Workspace) -> tuple[Path, ...]:
    """Every file that is kept under the key of the workspace, but the vault of its sign-ins."""
    return workspace.cache, workspace.desk, workspace.media


def under(passphrase: str) -> tuple[dict[str, Any], bytes]:
    """What the description of a workspace says of a passphrase, and the key that follows. Takes a second or so."""
    described: dict[str, Any] = {"salt": random_key().hex(), "argon2id": _ARGON}
    return described, _derive(passphrase, described)


def exists(workspace: Workspace) -> bool:
    """Whether there is a workspace in that folder."""
    return workspace.info.exists()


def name_of(workspace: Workspace) -> str:
    """What a workspace is called. Raises ProtectionError when there is none."""
    return str(_read(workspace)["name"])


def create(workspace: Workspace, name: str, protection: Protection, passphrase: str | None = None) -> Unlocked:
    """Make a workspace. Raises NeedsPassphrase, NoKeyring or OSError, and then nothing was made."""
    workspace.ensure()
    id_ = new_id()
    info: dict[str, Any] = {"format": FORMAT, "id": id_, "name": name, "protection": protection.value}
    match protection:
        case Protection.KEYRING:
            secrets = _keyring(id_)
            key = random_key()
            secrets.put("key", key.hex())
        case Protection.PASSPHRASE:
            if not passphrase:
                raise NeedsPassphrase("Give the passphrase that shall protect this workspace: --passphrase-file FILE.")
            described, key = under(passphrase)
            info |= described
            secrets = VaultSecrets(workspace.secrets, key)
            secrets.put("check", id_)
        case Protection.PLAIN:
            key = None
            secrets = keyring_or_session(id_)
    write_private(workspace.info, json.dumps(info, indent=1) + "\n")
    return Unlocked(workspace, id_, name, protection, key, secrets)


def unlock(workspace: Workspace, passphrase: str | None = None) -> Unlocked:
    """Open a workspace. Raises a ProtectionError or SecretsUnavailable, each with what to do."""
    _refuse_unwritable(workspace)
    _end_what_was_begun(workspace)
    info = _read(workspace)
    id_, name, protection = str(info["id"]), str(info["name"]), Protection(info["protection"])
    match protection:
        case Protection.KEYRING:
            secrets: SecretStore = _keyring(id_)
            kept = secrets.get(info.get("key_name", "key"))
            if kept is None:
                raise LostKey(
                    f"Your keyring does not have the key of {workspace.folder}. Open the keyring it was made with;"
                    " without the key the files cannot be read."
                )
            key: bytes | None = bytes.fromhex(kept)
        case Protection.PASSPHRASE:
            if not passphrase:
                raise NeedsPassphrase(
                    f"{workspace.folder} is kept under a passphrase: give it with --passphrase-file FILE."
                )
            key = _derive(passphrase, info)
            secrets = VaultSecrets(workspace.secrets, key)
            _check(secrets, id_, workspace, key)
            _end_what_was_begun(workspace, secrets)
        case Protection.PLAIN:
            key, secrets = None, keyring_or_session(id_)
    return Unlocked(workspace, id_, name, protection, key, secrets)


def unlock_with_key(workspace: Workspace, key: bytes | None) -> Unlocked:
    """Open a workspace with its key, as the engine does whose desktop hands it over."""
    info = _read(workspace)
    protection, id_ = Protection(info["protection"]), str(info["id"])
    if protection is Protection.PASSPHRASE and key is not None:
        return Unlocked(workspace, id_, str(info["name"]), protection, key, VaultSecrets(workspace.secrets, key))
    return unlock(workspace)


def _refuse_unwritable(workspace: Workspace) -> None:
    if workspace.info.exists() and not os.access(workspace.folder, os.W_OK):
        raise Unwritable(
            f"Nothing can be written in {workspace.folder}, where SocialDesk keeps what you do and what comes in."
            " Nothing was changed. Make the folder, or the disk it is on, writable; or copy it to where you may write,"
            " and open the copy with --workspace DIR."
        )


def _end_what_was_begun(workspace: Workspace, vault: VaultSecrets | None = None) -> None:
    """What a dead process began is ended before anybody looks. Raises ProtectionError while it goes on."""
    from socialdesk.store.unfinished import is_only_forgetting, is_unfinished, resume

    if not is_unfinished(workspace):
        return
    try:
        with alone(workspace):
            resume(workspace, vault)
    except Taken:
        if is_only_forgetting(workspace):
            return  # the files are right; what is left to do in the keyring can wait
        raise ProtectionError(
            f"{workspace.folder} is being repaired or protected anew by another SocialDesk. Wait for it to end, then"
            " try again."
        ) from None


def _read(workspace: Workspace) -> dict[str, Any]:
    try:
        info: dict[str, Any] = json.loads(workspace.info.read_text(encoding="utf-8"))
        number = int(info["format"])
        if number <= FORMAT:
            if Protection(info["protection"]) is Protection.PASSPHRASE:
                bytes.fromhex(info["salt"])
                assert all(int(info["argon2id"][cost]) > 0 for cost in _ARGON)
            assert info["id"]
            return {"name": "", **info}
    except FileNotFoundError:
        raise ProtectionError(f"There is no workspace in {workspace.folder}.") from None
    except (ValueError, KeyError, TypeError, AssertionError) as error:
        raise ProtectionError(
            f"{workspace.info} is damaged. The files beside it are untouched; put the newest backup of it back."
        ) from error
    raise NewerWorkspace(
        f"{workspace.folder} was written by a newer SocialDesk. Nothing was changed. Install the newer SocialDesk, or"
        " choose another workspace with --workspace."
    )


def _keyring(id_: str) -> KeyringSecrets:
    return KeyringSecrets(f"SocialDesk {id_}")


def keyring_or_session(id_: str) -> SecretStore:
    """Plain files are an explicit choice; sign-ins still go to the keyring, and without one end with the process."""
    try:
        return _keyring(id_)
    except NoKeyring:
        return SessionSecrets()


def _derive(passphrase: str, info: dict[str, Any]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    cost = info["argon2id"]
    return hash_secret_raw(
        passphrase.encode(), bytes.fromhex(info["salt"]), cost["passes"], cost["memory_kib"], cost["lanes"], 32, Type.ID
    )


def _check(secrets: VaultSecrets, id_: str, workspace: Workspace, key: bytes) -> None:
    from socialdesk.store.pages import has_key
    from socialdesk.support.secrets import SecretsUnavailable

    def is_ours(file: Path) -> bool:
        return file.exists() and file.stat().st_size > 0 and has_key(file, key)

    if not workspace.secrets.exists() and any(map(is_ours, files(workspace))):
        # Somebody took a damaged one away: what is left answers to the key, and sign-ins get a new place.
        secrets.put("check", id_)
        return
    right = False
    if workspace.secrets.exists():
        try:
            right = secrets.get("check") == id_
        except SecretsUnavailable:
            if any(map(is_ours, (workspace.secrets, *files(workspace)))):
                raise DamagedVault(
                    f"{workspace.secrets}, which holds your sign-ins, is damaged. Messages, notes and drafts are not"
                    " touched. Put a copy of that file back; without one, rename it, and sign in to your channels"
                    " again."
                ) from None
    if not right:
        raise WrongPassphrase(f"That is not the passphrase of {workspace.folder}. Nothing was changed; try again.")
