"""Gives what all sign-ins with Meta have in common as they are kept: their text, and when they end."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from socialdesk.connectors.kit.contract import Credentials


class Kept:
    """What a sign-in gave; a frozen dataclass of what can be written as JSON makes it whole."""

    __slots__ = ()
    ends_at: str
    """When it ends by itself, as an ISO moment; "" where nobody said."""

    @property
    def expires_at(self) -> datetime | None:
        """When it ends by itself; None where nobody said."""
        return datetime.fromisoformat(self.ends_at) if self.ends_at else None

    def credentials(self) -> Credentials:
        """The form in which it is kept."""
        whole: Any = self
        return Credentials(json.dumps(asdict(whole)))
