"""The network that the examination of Bluesky's connector runs against, the two who write there, and their sign-in."""

from __future__ import annotations

from socialdesk.connectors.kit.contract import SignedIn
from tests.flows.bluesky_traffic import Traffic

_TRAFFIC: list[Traffic] = []
_SIGNED: list[SignedIn] = []


def use(traffic: Traffic | None) -> None:
    """Let the examination run on this one from now on; None for none."""
    _TRAFFIC[:] = [traffic] if traffic is not None else []
    _SIGNED.clear()


def traffic() -> Traffic:
    """The one in use. Raises LookupError."""
    if not _TRAFFIC:
        raise LookupError("The network of Bluesky is started by its test: ./dev test -m peer_bluesky")
    return _TRAFFIC[0]


def signed() -> SignedIn | None:
    """What the brand's first sign-in gave: each costs the server half a second."""
    return _SIGNED[0] if _SIGNED else None


def sign(signed_in: SignedIn | None) -> None:
    """Keep what a sign-in gave; None when it opens nothing any more."""
    _SIGNED[:] = [signed_in] if signed_in is not None else []
