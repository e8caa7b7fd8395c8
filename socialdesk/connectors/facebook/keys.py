"""Gives what opens a Page again, as it is kept in the secret store; reads and writes its text."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from socialdesk.connectors.graph.kept import Kept
from socialdesk.connectors.kit.contract import Credentials


@dataclass(frozen=True, slots=True)
class Keys(Kept):
    """The app a person brought, and what one sign-in with it gave: a token for each Page, by its id."""

    pages: dict[str, str] = field(repr=False)
    tasks: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """By Page, what the person may do there; empty where the network did not say."""
    app_id: str = ""
    app_secret: str = field(default="", repr=False)
    human_agent: bool = False
    """Whether Meta lets the app answer up to seven days later."""
    scopes: list[str] | None = None
    """What the person allowed; None where nobody said."""
    ends_at: str = ""
    """When Meta stops giving data for this sign-in, as an ISO moment; "" where nobody said."""

    @classmethod
    def read(cls, credentials: Credentials) -> Keys:
        """What `credentials` wrote. Raises LookupError for anything else."""
        try:
            keys = cls(**json.loads(credentials.text))
        except (ValueError, TypeError) as error:
            raise LookupError("not a sign-in of this connector") from error
        if type(keys.pages) is not dict:
            raise LookupError("not a sign-in of this connector")
        return keys
