"""`socialdesk protect`: gives a workspace a new key, or keeps it another way."""

from __future__ import annotations

import argparse

from socialdesk.engine.at_browser import at_browser, browser_secret
from socialdesk.engine.keepers import leads_to, secret_name
from socialdesk.engine.logins import login_secret, open_logins
from socialdesk.launch.opening import Unusable, open_workspace, passphrase_in
from socialdesk.launch.saying import DONE
from socialdesk.model.command import ConnectChannel
from socialdesk.model.connecting import FinishSignIn
from socialdesk.store.alone import alone
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.pending_secrets import noted
from socialdesk.store.protecting import protect as protect_anew
from socialdesk.store.protection import Protection, Unlocked
from socialdesk.support.secrets import KeyringSecrets, NoKeyring

_SAID = {
    Protection.KEYRING: "The workspace has a new key, and your keyring keeps it.",
    Protection.PASSPHRASE: "The workspace has a new key, and opens with the passphrase. Nobody can recover it for you:"
    " keep it where you find it again.",
    Protection.PLAIN: "The workspace is unencrypted now: whoever can read this folder can read everything in it.",
}


def protect(options: argparse.Namespace) -> int:
    """Change how the workspace is kept; nothing is changed when it cannot be done."""
    unlocked = open_workspace(options, make=False)
    to, passphrase = _wanted(options, unlocked)
    with alone(unlocked.workspace):
        had_keyring = isinstance(unlocked.secrets, KeyringSecrets)
        now = protect_anew(unlocked, to, passphrase, sign_ins(unlocked))
    print(_SAID[to])
    print("Copies of the files from before were deleted: the old key would still have opened them.")
    if to is Protection.PLAIN and not had_keyring and not _has_keyring():
        print("This machine has no keyring, so sign-ins are not kept: connect your channels again.")
    del now
    return DONE


def sign_ins(unlocked: Unlocked) -> list[str]:
    """Under which names the secrets of this workspace are kept."""
    names: list[str] = []
    workspace = unlocked.workspace
    if workspace.cache.exists():
        cache = Cache(workspace.cache, unlocked.key, write=True)
        own = [secret_name(channel.platform, channel.remote_id) for channel in cache.channels()]
        names += own + sorted({leads_to(unlocked.secrets, one) for one in own} - {""})
        names += [browser_secret(one) for one in at_browser(cache)]
        names += [login_secret(one) for one in open_logins(cache)]
        cache.close()
    if workspace.desk.exists():
        desk = Desk(workspace.desk, unlocked.key, write=True)
        signing_in = [one.command for one in desk.pending() if isinstance(one.command, ConnectChannel | FinishSignIn)]
        names += [one.secret_name for one in signing_in if one.secret_name]
        names += [one for one in noted(desk) if one not in names]
        desk.close()
    return names


def _wanted(options: argparse.Namespace, unlocked: Unlocked) -> tuple[Protection, str | None]:
    is_phrase = unlocked.protection is Protection.PASSPHRASE
    phrase_file = options.new_passphrase_file or (None if is_phrase else options.passphrase_file)
    chosen = [bool(options.new_key), bool(options.keyring), bool(options.plain), phrase_file is not None]
    if sum(chosen) != 1:
        raise Unusable(
            "Say one way to keep the workspace: --new-key, --keyring, --plain, or a passphrase"
            + (" with --new-passphrase-file FILE." if is_phrase else " with --passphrase-file FILE.")
        )
    if phrase_file is not None:
        return Protection.PASSPHRASE, passphrase_in(phrase_file)
    if options.keyring:
        return Protection.KEYRING, None
    if options.plain:
        return Protection.PLAIN, None
    if unlocked.protection is Protection.PLAIN:
        raise Unusable("This workspace is unencrypted and has no key. Choose --keyring or --passphrase-file FILE.")
    # A new key under the same passphrase: it follows from another salt.
    return unlocked.protection, passphrase_in(options.passphrase_file) if is_phrase else None


def _has_keyring() -> bool:
    try:
        KeyringSecrets("SocialDesk")
    except NoKeyring:
        return False
    return True
