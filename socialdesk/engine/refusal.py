"""Gives what a command without an effect is turned down with."""

from __future__ import annotations


class Refused(Exception):
    """A command that cannot have its effect; the sentence says why and what to do."""
