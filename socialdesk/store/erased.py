"""Marks of accounts that asked to be forgotten: enough to know them again when a platform tells of them, no more."""

from __future__ import annotations

SALT = "erase_salt"
"""The setting that holds the workspace's own salt, so that marks of two workspaces cannot be compared."""


def mark(salt: str, platform: str, remote_id: str) -> str:
    """The mark of one account."""
    import hashlib  # a start need not wait for it
    import hmac

    return hmac.new(salt.encode(), f"{platform}\n{remote_id}".encode(), hashlib.sha256).hexdigest()
