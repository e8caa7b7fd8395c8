"""Keeps what a channel's session says it can do, where that is not what its platform's manifest says.

The desktop knows no session: it reads what is kept, and the manifest for the rest.
"""

from __future__ import annotations

from socialdesk.connectors.kit.contract import Session
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.capability import Capabilities
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.thread import Kind
from socialdesk.store.able import able
from socialdesk.store.cache import Cache


class Abilities:
    """What one channel's session said last."""

    def __init__(self, cache: Cache, channel: ChannelId, manifest: Manifest) -> None:
        self._cache = cache
        self._channel = channel
        self._manifest = manifest
        self._noted: dict[Kind, Capabilities] | None = None

    def said(self, kind: Kind) -> Capabilities:
        """What the session said last of a kind of thread, the manifest before it said anything."""
        noted = self._noted
        return self._manifest.capabilities(kind) if noted is None else noted[kind]

    def note(self, session: Session) -> bool:
        """Keep what the session says now; whether that is something else than before.

        Reply windows are kept by themselves besides: they are a clock beside what the team promises.
        """
        said = {kind: session.capabilities(kind) for kind in Kind}
        if said == self._noted:
            return False
        self._noted = said
        windows = {
            kind: (one.reply_window, one.reply_window_in) for kind, one in said.items() if one.reply_window is not None
        }
        own = {kind: one for kind, one in said.items() if one != self._manifest.capabilities(kind)}
        kept_windows = (one for one in self._cache.reply_windows() if one[0] == self._channel)
        known = {kind: (window, where) for _, kind, window, where in kept_windows}
        kept = {kind: one for (of, kind), one in able(self._cache).items() if of == self._channel}
        if windows == known and own == kept:
            return False
        with self._cache.change() as change:
            if windows != known:
                change.put_windows(self._channel, windows)
            if own != kept:
                change.put_able(self._channel, own)
        return True
