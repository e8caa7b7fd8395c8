"""Puts new files where old ones were, in steps of which each may be the last; ends what a dead process began.

Loaded whenever a workspace is opened, so it knows nothing of what is in the files.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from socialdesk.support.failpoints import reach
from socialdesk.support.paths import Workspace, write_private
from socialdesk.support.secrets import KeyringSecrets, SecretsUnavailable, VaultSecrets

NEXT = ".next"
"""What a file is called that is written with the next key."""
BEGUN, DECIDED = "change", "swap"
"""In the workspace's description: another protection was begun; it was decided, and only names are to be changed."""
MARK = ".rebuilt-"
_BESIDE = ("-wal", "-shm")
_LEFTOVERS = ("begun", "reading", "reading.head")


def is_unfinished(workspace: Workspace) -> bool:
    """Whether `resume` has something to do."""
    if any(any(workspace.folder.glob(f"*.db{ending}")) for ending in (f"{MARK}*", ".begun", ".reading")):
        return True
    info = _info(workspace)
    return BEGUN in info or DECIDED in info


def is_only_forgetting(workspace: Workspace) -> bool:
    """Whether all files are in their places, and only an old key is still to be taken out of the keyring."""
    info = _info(workspace)
    moving = (*workspace.folder.glob(f"*{NEXT}"), *workspace.folder.glob(f"*.db{MARK}*"))
    return DECIDED in info and BEGUN not in info and not moving


def resume(workspace: Workspace, vault: VaultSecrets | None = None) -> None:
    """End what was decided, and undo what was only begun. `vault` holds the sign-ins once its passphrase is known."""
    for path in (workspace.cache, workspace.desk):
        for found in sorted(workspace.folder.glob(f"{path.name}{MARK}*")):
            finish(path, found.name.removeprefix(path.name + MARK))
        for leftover in _LEFTOVERS:
            remove(path.with_name(f"{path.name}.{leftover}"))
    info = _info(workspace)
    if DECIDED in info:
        swap(workspace, info, vault)
    elif BEGUN in info:
        _undo(workspace, info)


def swap(workspace: Workspace, info: dict[str, Any], vault: VaultSecrets | None) -> None:
    """Let the files of the next key take the places of the old, and leave nothing that the old key opens."""
    decided = info[DECIDED]
    for name in decided["files"]:
        path = workspace.folder / name
        new = path.with_name(name + NEXT)
        if new.exists():
            for ending in _BESIDE:
                path.with_name(name + ending).unlink(missing_ok=True)
            path.with_suffix(".shape").unlink(missing_ok=True)
            new.replace(path)
        reach("protect.swapped")
        for old in (*path.parent.glob(f"{name}.before-*"), *path.parent.glob(f"{name}.damaged-*")):
            old.unlink()
    if decided["no_vault"]:
        workspace.secrets.unlink(missing_ok=True)
    reach("protect.before_forgetting")
    if not _forget(str(info["id"]), decided, vault):
        return  # the keyring is shut, or the passphrase not known yet: the next opening tries again
    write_private(workspace.info, json.dumps({k: v for k, v in info.items() if k != DECIDED}, indent=1) + "\n")


def _forget(id_: str, decided: dict[str, Any], vault: VaultSecrets | None) -> bool:
    """Take the old key and moved sign-ins out of the keyring; whether that is done."""
    try:
        if decided["old_slot"]:
            _keyring(id_).delete(decided["old_slot"])
        if decided["sign_ins_moved"]:
            if vault is None:
                return False
            keyring = _keyring(id_)
            for name in vault.names():
                keyring.delete(name)
    except SecretsUnavailable:
        return False
    return True


def _undo(workspace: Workspace, info: dict[str, Any]) -> None:
    for new in (*workspace.folder.glob(f"*{NEXT}"), *workspace.folder.glob(f"*{NEXT}-*")):
        new.unlink()
    slot = info[BEGUN].get("slot")
    if slot:
        with contextlib.suppress(SecretsUnavailable):
            _keyring(str(info["id"])).delete(slot)
    write_private(workspace.info, json.dumps({k: v for k, v in info.items() if k != BEGUN}, indent=1) + "\n")


def _keyring(id_: str) -> KeyringSecrets:
    return KeyringSecrets(f"SocialDesk {id_}")


def _info(workspace: Workspace) -> dict[str, Any]:
    try:
        return dict(json.loads(workspace.info.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}  # whoever opens the workspace says what is wrong with it


def finish(path: Path, stamp: str) -> Path:
    """Put the new file where the damaged one was; gives where that lies now. Every step may have been done already."""
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    if path.exists() and not kept.exists():
        put_aside(path, stamp)
    for ending in _BESIDE:
        # A write-ahead file of the old one would be taken for the new one's.
        left = path.with_name(path.name + ending)
        if left.exists():
            left.rename(kept.with_name(kept.name + ending))
    reach("rescue.set_aside")
    for shape in (path.with_suffix(".shape"), path.with_name(f"{path.name}.shape")):
        shape.unlink(missing_ok=True)  # that of the old one; the new one's is written when it is opened
    path.with_name(f"{path.name}{MARK}{stamp}").replace(path)
    reach("rescue.done")
    return kept


def put_aside(path: Path, stamp: str) -> Path:
    """Rename a file with its journal files; gives where it lies now."""
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + ending))
    return path.rename(kept)


def remove(path: Path) -> None:
    """Delete a file with its journal files."""
    for ending in ("", "-journal", *_BESIDE):
        path.with_name(path.name + ending).unlink(missing_ok=True)
