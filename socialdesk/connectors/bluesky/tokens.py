"""What opens an account on Bluesky, and how it is kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime

from socialdesk.connectors.kit.contract import Credentials


@dataclass(frozen=True, slots=True)
class Tokens:
    """An open session of an account; `refresh` works once.

    By an app password `access` lasts two hours and `refresh` ninety days. By the browser both are bound to `key`, and
    `redirect` is part of the name under which they were given.
    """

    pds: str
    did: str
    handle: str
    access: str = field(repr=False)
    refresh: str = field(repr=False)
    key: str = field(default="", repr=False)
    redirect: str = ""
    until: str = ""
    """When a sign-in by the browser ends, whatever is done."""

    @property
    def ends_at(self) -> datetime | None:
        """When the sign-in ends, whatever is done; None where it lasts."""
        return datetime.fromisoformat(self.until) if self.until else None

    def credentials(self) -> Credentials:
        """The form in which they are kept."""
        return Credentials(json.dumps(asdict(self)))

    @classmethod
    def read(cls, credentials: Credentials) -> Tokens:
        """What `credentials` wrote. Raises LookupError for anything else."""
        try:
            return cls(**json.loads(credentials.text))
        except (ValueError, TypeError) as error:
            raise LookupError("not a session of this connector") from error
