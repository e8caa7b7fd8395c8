"""Tries what a sign-in to YouTube allows, without leaving a trace; gives it by the manifest's keys."""

from __future__ import annotations

from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.parts import Wire, part
from socialdesk.connectors.youtube.failures import SIGN_IN_AGAIN
from socialdesk.connectors.youtube.wire import YouTube
from socialdesk.model.failure import FailureKind

_NO_CHANNEL = (
    "This Google account has no YouTube channel. Sign in again and choose the account or brand that owns the channel on"
    " Google's page."
)


async def tried(youtube: YouTube, own: str = "") -> tuple[tuple[tuple[str, bool], ...], Wire]:
    """(key, whether it works) and the channel, which must be `own` where that is given. Raises ConnectorError.

    One scope opens all: whether comments may be written cannot be tried without writing, and follows from reading them
    as the channel's owner.
    """
    channel = await youtube.own_channel()
    if channel is None:
        raise failed(FailureKind.AUTH_EXPIRED, _NO_CHANNEL, code="no channel")
    if own and channel.get("id") != own:
        raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="other channel")
    may_read = await _may(youtube, str(channel.get("id")), "published")
    may_moderate = await _may(youtube, str(channel.get("id")), "heldForReview")
    return (("read", may_read), ("answer", may_read), ("moderate", may_moderate)), channel


def account_of(channel: Wire, manifest: Manifest) -> Account:
    """A channel as it is called now."""
    snippet = part(channel, "snippet")
    name = str(snippet.get("title") or "YouTube")
    handle = str(snippet.get("customUrl") or name)
    return Account(str(channel["id"]), handle, name, manifest.default_server, manifest.mark)


async def _may(youtube: YouTube, channel: str, status: str) -> bool:
    try:
        await youtube.threads(channel, status=status, most=1)
    except ConnectorError as error:
        if error.failure.kind is FailureKind.PERMISSION_DENIED and error.failure.code.endswith(
            "insufficientPermissions"
        ):
            return False
        raise
    return True
