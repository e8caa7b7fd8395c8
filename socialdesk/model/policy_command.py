"""Gives the intended act on opening hours and targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SetReplyPolicy:
    """Let other opening hours and targets count. `policy` is in the form of `policy_form`."""

    name: ClassVar[str] = "set_reply_policy"
    policy: str
    based_on: int = 0
    """The version that was changed; another one that came meanwhile is not overwritten. 0 for whatever is there."""
