"""The network that the examination of Bluesky's connector runs against, and the two who write there."""

from __future__ import annotations

from tests.flows.bluesky_traffic import Traffic

_TRAFFIC: list[Traffic] = []


def use(traffic: Traffic | None) -> None:
    """Let the examination run on this one from now on; None for none."""
    _TRAFFIC[:] = [traffic] if traffic is not None else []


def traffic() -> Traffic:
    """The one in use. Raises LookupError."""
    if not _TRAFFIC:
        raise LookupError("The network of Bluesky is started by its test: ./dev test -m peer_bluesky")
    return _TRAFFIC[0]
