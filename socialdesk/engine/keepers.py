"""Keeps what opens the channels: one secret for each sign-in, however many channels it opens, renewed by one at a time.

A channel's own secret is the text that opens it or, where the sign-in opened several, only says under which name that
text is: where a token that renews works once, two channels with a copy each would end each other's sign-in.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence

from socialdesk.connectors.kit.contract import Credentials
from socialdesk.support.secrets import SecretStore, SecretsUnavailable

log = logging.getLogger(__name__)
_LEADS_TO = "kept under "
"""No connector's text begins like this: theirs is JSON."""


def secret_name(platform: str, remote_id: str) -> str:
    """Under which name a channel's sign-in is kept."""
    return f"channel:{platform}:{remote_id}"


def shared_name(sign_in: str) -> str:
    """Under which name a sign-in is kept that opened several channels. `sign_in` is the command that made it."""
    return f"sign_in:{sign_in}"


class Kept:
    """One secret at hand: `renewing` lets one session at a time renew what is in it."""

    def __init__(self, text: str) -> None:
        self.credentials = Credentials(text)
        self.renewing = asyncio.Lock()
        self.is_over = False
        """Whether another sign-in took its place: what an old session renews is kept for itself only."""
        self.is_unsaved = False
        """Whether it could not be put into the keyring yet."""


class Keeper:
    """One channel's credentials; those that share a sign-in see each other's renewals."""

    def __init__(self, keepers: Keepers, name: str) -> None:
        self._keepers = keepers
        self._name = name
        self._found: tuple[str, Kept] | None = None

    @property
    def renewing(self) -> asyncio.Lock:
        """Held by the session that renews; the others find the new credentials when it lets go."""
        return self._text()[1].renewing

    def load(self) -> Credentials:
        name, text = self._text()
        if text.is_unsaved and not text.is_over:
            self._save(name, text)
        return text.credentials

    def store(self, credentials: Credentials) -> None:
        name, text = self._text()
        # What they take the place of is spent: where the keyring is locked just now they are kept here until it is not,
        # and not used before.
        text.credentials, text.is_unsaved = credentials, not text.is_over
        if text.is_unsaved:
            self._save(name, text)

    def _save(self, name: str, text: Kept) -> None:
        self._keepers.secrets.put(name, text.credentials.text)
        text.is_unsaved = False

    def _text(self) -> tuple[str, Kept]:
        if self._found is None:
            self._found = self._keepers.text(self._name)
        return self._found


class Keepers:
    """Those of one workspace."""

    def __init__(self, secrets: SecretStore) -> None:
        self.secrets = secrets
        self._texts: dict[str, Kept] = {}

    def of(self, platform: str, remote_id: str) -> Keeper:
        """A channel's keeper."""
        return Keeper(self, secret_name(platform, remote_id))

    def text(self, name: str) -> tuple[str, Kept]:
        """The secret behind a channel's name, with the name it really has. Raises LookupError, SecretsUnavailable."""
        at = leads_to(self.secrets, name) or name
        if at not in self._texts:
            kept = self.secrets.get(at)
            if kept is None:
                raise LookupError(name)
            self._texts[at] = Kept(kept)
        return at, self._texts[at]

    def keep(
        self, sign_in: str, platform: str, remote_ids: Sequence[str], credentials: Credentials, known: Iterable[str]
    ) -> None:
        """Let a sign-in open these accounts from now on, of all that are `known`. Raises SecretsUnavailable."""
        names = [secret_name(platform, one) for one in remote_ids]
        before = {leads_to(self.secrets, one) for one in names} - {""}
        if len(names) > 1:
            self.secrets.put(shared_name(sign_in), credentials.text)
        for name in names:
            self._end(name)
            self.secrets.put(name, credentials.text if len(names) == 1 else _LEADS_TO + shared_name(sign_in))
        still = {leads_to(self.secrets, secret_name(platform, one)) for one in known} if before else set[str]()
        for old in before - still:
            self._end(old)
            self.secrets.delete(old)

    def opens_others(self, platform: str, remote_id: str, others: Iterable[str]) -> bool:
        """Whether the sign-in of a channel opens others of its platform too, of those with these ids."""
        at = leads_to(self.secrets, secret_name(platform, remote_id))
        return bool(at) and any(
            leads_to(self.secrets, secret_name(platform, one)) == at for one in others if one != remote_id
        )

    def forget(self, platform: str, remote_id: str, others: Iterable[str]) -> None:
        """Forget what opens a channel; what it shares with others stays for them."""
        name = secret_name(platform, remote_id)
        try:
            at = leads_to(self.secrets, name)
            is_shared = self.opens_others(platform, remote_id, others)
            self._end(name)
            self.secrets.delete(name)
            if at and not is_shared:
                self._end(at)
                self.secrets.delete(at)
        except SecretsUnavailable:
            log.warning("a secret could not be deleted from the keyring")

    def _end(self, name: str) -> None:
        text = self._texts.pop(name, None)
        if text is not None:
            text.is_over = True


def leads_to(secrets: SecretStore, name: str) -> str:
    """The name of the shared secret a channel's own one leads to; "" where it is the text itself, or there is none."""
    kept = secrets.get(name) or ""
    return kept.removeprefix(_LEADS_TO) if kept.startswith(_LEADS_TO) else ""
