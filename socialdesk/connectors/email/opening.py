"""Gives what a sign-in found out and what opens the mailbox again, as it waits in the secret store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from socialdesk.connectors.email import failures
from socialdesk.connectors.email.lines import Place, Tls
from socialdesk.connectors.kit.contract import Credentials
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import FailureKind

KEPT = "mailbox"
"""In `Tokens.more`: the opening of a mailbox that tokens open."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a mailbox again."""

    address: str
    name: str
    user: str
    password: str = field(repr=False)
    """Empty where tokens open it."""
    imap: Place
    smtp: Place
    files_sent: bool
    """Whether the provider puts what is sent into Sent by itself."""
    way: str = ""
    """The manifest's way of a sign-in through the browser; "" for a password."""
    grant: str = ""
    """Another one for every sign-in through the browser, so that a new one is told from an old one that ended."""

    def text(self) -> str:
        """As it is kept."""
        told: dict[str, Any] = {
            "v": 1,
            "address": self.address,
            "name": self.name,
            "user": self.user,
            "password": self.password,
            "imap": [self.imap.host, self.imap.port, self.imap.tls.value],
            "smtp": [self.smtp.host, self.smtp.port, self.smtp.tls.value],
            "files_sent": self.files_sent,
        }
        return json.dumps(told | ({"way": self.way, "grant": self.grant} if self.way else {}))

    def credentials(self) -> Credentials:
        """As it is kept in the secret store, where a password opens it."""
        return Credentials(self.text())


def opening_of(credentials: Credentials) -> Opening:
    """What was kept. Raises ConnectorError where it cannot be read."""
    try:
        told: dict[str, Any] = json.loads(credentials.text)
        more: Mapping[str, str] = told.get("more", {})
        if KEPT in more:
            told = json.loads(more[KEPT])
        places = [Place(str(host), int(port), Tls(tls)) for host, port, tls in (told["imap"], told["smtp"])]
        return Opening(
            told["address"],
            told["name"],
            told["user"],
            told["password"],
            places[0],
            places[1],
            bool(told["files_sent"]),
            str(told.get("way", "")),
            str(told.get("grant", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise failed(FailureKind.AUTH_EXPIRED, failures.SIGN_IN_AGAIN, code="credentials") from error
