"""Keeps credentials for the length of a sign-in, before there is a channel whose they are."""

from __future__ import annotations

from socialdesk.connectors.kit.contract import Credentials


class Held:
    """A keeper in memory: what is renewed while permissions are tried is in what the sign-in gives."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def load(self) -> Credentials:
        """The newest."""
        return self._credentials

    def store(self, credentials: Credentials) -> None:
        """Keep these from now on."""
        self._credentials = credentials
