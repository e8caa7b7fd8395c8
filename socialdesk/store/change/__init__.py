"""One transaction on the cache file: what was touched is journalled and counted when it ends, and cannot be forgotten.

Gets model values, gives model values with their numbers. Leaving the block commits; an exception leaves nothing.
"""

from __future__ import annotations

from socialdesk.store.change.channels import Channels
from socialdesk.store.change.erasing import Erasing
from socialdesk.store.change.media import MediaRows
from socialdesk.store.change.merging import MergedThreads
from socialdesk.store.change.people import People
from socialdesk.store.change.policies import Policies
from socialdesk.store.change.public_acts import PublicActs
from socialdesk.store.change.rules import RuleRows
from socialdesk.store.change.signals import SignalRows
from socialdesk.store.change.tags import TagRows
from socialdesk.store.change.views import Views

__all__ = ["Change"]


class Change(
    Channels, Erasing, MediaRows, Views, PublicActs, People, MergedThreads, Policies, RuleRows, SignalRows, TagRows
):
    """The open transaction. Made by `Cache.change`."""
