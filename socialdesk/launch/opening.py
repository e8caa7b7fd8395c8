"""Opens the workspace that the options name, or makes it; every failure is a sentence."""

from __future__ import annotations

import argparse
from pathlib import Path

from socialdesk.store import protection
from socialdesk.store.protection import NeedsChoice, Protection, Unlocked
from socialdesk.support.paths import Workspace, default_workspace
from socialdesk.support.secrets import NoKeyring


class Unusable(Exception):
    """The command cannot be carried out like this; the text is a sentence for a person."""


def workspace_of(options: argparse.Namespace) -> Workspace:
    """The workspace folder that is meant."""
    return Workspace(options.workspace.expanduser().absolute()) if options.workspace else default_workspace()


def passphrase_of(options: argparse.Namespace) -> str | None:
    """What stands in the passphrase file, without its line end. Raises Unusable."""
    return passphrase_in(options.passphrase_file)


def passphrase_in(file: Path | None) -> str | None:
    """What stands in a file, without its line end; None without a file. Raises Unusable."""
    if file is None:
        return None
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"The passphrase file {file} cannot be read ({type(error).__name__}).") from error


def open_workspace(options: argparse.Namespace, *, make: bool) -> Unlocked:
    """Open the workspace, with `make` create it. Raises Unusable, ProtectionError or SecretsUnavailable."""
    workspace = workspace_of(options)
    passphrase = passphrase_of(options)
    if protection.exists(workspace):
        return protection.unlock(workspace, passphrase)
    if not make:
        raise Unusable(
            f"There is no workspace in {workspace.folder}. Connect a channel first: socialdesk channel add …"
        )
    return make_workspace(workspace, workspace.folder.name.capitalize(), passphrase, plain=options.plain)


def make_workspace(workspace: Workspace, name: str, passphrase: str | None, *, plain: bool) -> Unlocked:
    """Create a workspace: plain only where that was asked for, else under a passphrase or in the keyring."""
    chosen = Protection.PLAIN if plain else Protection.PASSPHRASE if passphrase else Protection.KEYRING
    try:
        return protection.create(workspace, name, chosen, passphrase)
    except NoKeyring as error:
        raise NeedsChoice(
            "This machine has no keyring that could keep the key of the workspace. Choose a passphrase"
            " (--passphrase-file FILE), or say that the files may stay unencrypted (--plain)."
        ) from error
    except OSError as error:
        raise Unusable(
            f"The folder {workspace.folder} cannot be made: {error.strerror}. Choose another one with --workspace DIR."
        ) from error
