"""One transaction on the cache file: what was touched is journalled and counted when it ends, and cannot be forgotten.

Gets model values, gives model values with their numbers. Leaving the block commits; an exception leaves nothing.
"""

from __future__ import annotations

from socialdesk.store.change.channels import Channels
from socialdesk.store.change.library import Library
from socialdesk.store.change.messages import Messages
from socialdesk.store.change.outbox import OutboxRows

__all__ = ["Change"]


class Change(Channels, Messages, OutboxRows, Library):
    """The open transaction. Made by `Cache.change`."""
