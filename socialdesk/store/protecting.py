"""Gives a workspace another key, or another way of keeping it: every file is written anew beside the old one.

Until `workspace.json` says so in one stroke the old key is the key; from then on the new one. Whatever dies in between,
`unfinished` ends or undoes it when the workspace is opened the next time.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from socialdesk.store import protection
from socialdesk.store.driver import check, cipher, connect, full, in_words
from socialdesk.store.errors import DamagedFile, LockedFile, WrongKey
from socialdesk.store.protection import NeedsPassphrase, Protection, Unlocked
from socialdesk.store.rescue import damaged
from socialdesk.store.unfinished import BEGUN, DECIDED, NEXT, remove, resume, swap
from socialdesk.support.failpoints import reach
from socialdesk.support.ids import new_id, random_key
from socialdesk.support.paths import Workspace, write_private
from socialdesk.support.secrets import KeyringSecrets, NoKeyring, SecretStore, VaultSecrets

_ROOM_BYTES = 20_000_000


def protect(
    unlocked: Unlocked, to: Protection, passphrase: str | None = None, sign_ins: Iterable[str] = ()
) -> Unlocked:
    """Keep the workspace `to` that way from now on, under a new key. Nobody else may have it open: see `alone`.

    `sign_ins` are the names under which secrets are kept; they go with it. Raises NeedsPassphrase, SecretsUnavailable
    or a StoreError, and then everything is as it was. Copies from before go: the old key would still open them.
    """
    workspace, id_ = unlocked.workspace, unlocked.id
    for error in damaged(workspace, unlocked.key):
        raise error
    before: dict[str, Any] = json.loads(workspace.info.read_text(encoding="utf-8"))
    after, key, slot = _next(before, to, passphrase, id_)
    write_private(workspace.info, _written(before | {BEGUN: {"slot": slot}}))
    try:
        if slot:
            assert key is not None
            KeyringSecrets(f"SocialDesk {id_}").put(slot, key.hex())
        reach("protect.begun")
        files = _write_anew(workspace, unlocked.key, key)
        secrets, moved = _move(unlocked, to, key, sign_ins)
        if to is Protection.PASSPHRASE:
            files.append(workspace.secrets.name)
        _sync_folder(workspace.folder)
        reach("protect.before_decision")
        decided = {
            "files": files,
            "old_slot": before.get("key_name", "key") if unlocked.protection is Protection.KEYRING else None,
            "no_vault": to is not Protection.PASSPHRASE,
            "sign_ins_moved": moved,
        }
        write_private(workspace.info, _written(after | {DECIDED: decided}))
    except BaseException:
        resume(workspace)
        raise
    reach("protect.decided")
    swap(workspace, after | {DECIDED: decided}, VaultSecrets(workspace.secrets, key) if moved and key else None)
    reach("protect.done")
    return Unlocked(workspace, id_, unlocked.name, to, key, secrets)


def _next(
    before: dict[str, Any], to: Protection, passphrase: str | None, id_: str
) -> tuple[dict[str, Any], bytes | None, str | None]:
    """How the workspace will be described, its key, and where in the keyring that will be."""
    after = {name: before[name] for name in ("format", "id", "name") if name in before} | {"protection": to.value}
    match to:
        case Protection.KEYRING:
            KeyringSecrets(f"SocialDesk {id_}")  # there must be one
            slot = f"key-{new_id()}"
            return after | {"key_name": slot}, random_key(), slot
        case Protection.PASSPHRASE:
            if not passphrase:
                raise NeedsPassphrase("Give the passphrase that shall protect this workspace.")
            described, key = protection.under(passphrase)
            return after | described, key, None
        case Protection.PLAIN:
            return after, None, None


def _write_anew(workspace: Workspace, old: bytes | None, new: bytes | None) -> list[str]:
    paths = [path for path in protection.files(workspace) if path.exists()]
    need = sum(path.stat().st_size for path in paths) + _ROOM_BYTES
    if shutil.disk_usage(workspace.folder).free < need:
        raise full(workspace.cache)
    written: list[str] = []
    for path in paths:
        try:
            with in_words(path, old):
                _rewrite(path, old, path.with_name(path.name + NEXT), new)
        except (DamagedFile, WrongKey):
            if path != workspace.media:
                raise
            # Pictures can be fetched again: a damaged file of them is no reason to keep the old key.
            remove(path.with_name(path.name + NEXT))
            remove(path)
        else:
            written.append(path.name)
        reach("protect.copied")
    return written


def _rewrite(path: Path, old: bytes | None, to: Path, new: bytes | None) -> None:
    to.unlink(missing_ok=True)
    source = connect(path, old, write=True)
    try:
        if source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise LockedFile(path, f"Another program holds {path}. Close it and try again; nothing was changed.")
        if old is None or new is None:
            _export(source, to, new)
    finally:
        source.close()
    if old is not None and new is not None:
        shutil.copyfile(path, to)
        _rekey(to, old, new)
    to.chmod(0o600)
    written = connect(to, new, write=False)
    try:
        check(to, written)
    finally:
        written.close()
    for ending in ("-wal", "-shm"):
        to.with_name(to.name + ending).unlink(missing_ok=True)
    with to.open("r+b") as file:
        os.fsync(file.fileno())


def _rekey(path: Path, old: bytes, new: bytes) -> None:
    db = cipher.connect(str(path), isolation_level=None)
    try:
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{old.hex()}'\"")
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
        db.execute("PRAGMA journal_mode = WAL")
    finally:
        db.close()


def _export(source: Any, to: Path, new: bytes | None) -> None:
    """Between plain and encrypted there is no other way than to write every row again."""
    to.touch(mode=0o600)
    source.execute("ATTACH ? AS next KEY ?", (str(to), f"x'{new.hex()}'" if new is not None else ""))
    try:
        for name in ("auto_vacuum", "user_version"):
            value = int(source.execute(f"PRAGMA main.{name}").fetchone()[0])
            source.execute(f"PRAGMA next.{name} = {value}")
        source.execute("SELECT sqlcipher_export('next')").fetchall()
        source.execute(f"PRAGMA next.user_version = {source.execute('PRAGMA main.user_version').fetchone()[0]}")
    finally:
        source.execute("DETACH next")


def _move(unlocked: Unlocked, to: Protection, key: bytes | None, sign_ins: Iterable[str]) -> tuple[SecretStore, bool]:
    """Bring the sign-ins to where they will be kept; whether they are to be forgotten in the keyring then."""
    was_vault = isinstance(unlocked.secrets, VaultSecrets)
    names = set(sign_ins)
    if isinstance(unlocked.secrets, VaultSecrets):
        names.update(name for name in unlocked.secrets.names() if name != "check")
    if to is Protection.PASSPHRASE:
        assert key is not None
        beside = unlocked.workspace.secrets.with_name(unlocked.workspace.secrets.name + NEXT)
        beside.unlink(missing_ok=True)
        vault = VaultSecrets(beside, key)
        vault.put("check", unlocked.id)
        for name in names:
            value = unlocked.secrets.get(name)
            if value is not None:
                vault.put(name, value)
        return VaultSecrets(unlocked.workspace.secrets, key), isinstance(unlocked.secrets, KeyringSecrets)
    if not was_vault:
        return unlocked.secrets, False
    store: SecretStore = protection.keyring_or_session(unlocked.id)
    with contextlib.suppress(NoKeyring) if to is Protection.PLAIN else contextlib.nullcontext():
        for name in names:
            value = unlocked.secrets.get(name)
            if value is not None:
                store.put(name, value)
    return store, False


def _written(info: dict[str, Any]) -> str:
    return json.dumps(info, indent=1) + "\n"


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
