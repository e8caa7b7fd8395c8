"""Decides what of the pictures that came with messages is fetched, from which addresses, and how often it is tried.

A picture never matters as much as a text: whatever becomes of it, the message it came with stands already.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

FETCHED = "image"
"""The one kind of attachment that is fetched; films, sounds and files are opened on their network."""
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 80_000_000
MOST_SIDE = 20_000
THUMB_SIDE = 560
"""The longer side of the small form, in pixels: what a conversation shows, on a screen of twice the points."""
VIEW_SIDE = 2_560
"""The longer side of the large form, in pixels."""
MOST_REDIRECTS = 5
STEPS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
    timedelta(hours=24),
)
"""How long after each failure it is tried again; after the last one a person is asked."""
CONSENT = "media_consent:"
"""With the number of a channel: the setting that says whether its pictures are fetched unasked, yes or no."""
LIMIT = "media_most_mb"
"""The setting that says how much all pictures may take, in millions of bytes."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class MediaState(StrEnum):
    """Where a picture stands. What it says is true of this machine, not of the network."""

    ASKED = "asked"  # not fetched: nobody said that it may be, or it had to make room
    PENDING = "pending"
    OK = "ok"
    GONE = "gone"  # the network has it no longer
    REFUSED = "refused"  # it is not fit to be shown; `reason` says why
    FAILED = "failed"  # tried often enough; a person may ask again


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a picture, or of the last try to get it."""

    state: MediaState
    reason: str = ""
    """Where it was refused, which `Refusal` it was."""
    tries: int = 0
    next_try_at: datetime | None = None
    sha256: str = ""
    """Of its bytes as they are kept, where it is here."""
    size: tuple[int, int] = (0, 0)
    """Its width and height in pixels, where it is here."""


class Refusal(StrEnum):
    """Why a picture is not shown, in one word."""

    ADDRESS = "address"  # its address is none that strangers may send us to
    TOO_LARGE = "too_large"
    NO_PICTURE = "no_picture"
    BROKEN = "broken"


class UnsafeAddress(ValueError):
    """An address that nobody outside may send us to."""


def first_state(kind: str, *, may_load: bool) -> MediaState:
    """What becomes of an attachment when its message arrives."""
    return MediaState.PENDING if kind == FETCHED and may_load else MediaState.ASKED


def host_of(url: str) -> tuple[str, int]:
    """The host and port a stranger's address leads to. Raises UnsafeAddress for all but https on its own port."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UnsafeAddress("no address") from None
    if parts.scheme != "https" or not host or parts.username is not None or parts.password is not None:
        raise UnsafeAddress("not https")
    last = host.rstrip(".").rpartition(".")[2]
    if (last.isdigit() or last[:2] in ("0x", "0X")) and not _is_plain_ipv4(host):
        # 2130706433, 0x7f.1 and 0177.0.0.1 are read in different ways by different readers.
        raise UnsafeAddress("number")
    if port not in (None, 443):
        raise UnsafeAddress("port")
    return host, 443


def _is_plain_ipv4(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Whether an IP address lies on the open internet: not here, not in this network, not inside another one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def picture_type(head: bytes) -> str:
    """The media type that the first bytes of a file tell, empty for what is no picture that is shown.

    The word of the server does not count, and neither does a name. SVG is a program, and never shown.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return ""


def after_failure(tries: int, now: datetime, not_before: datetime | None = None) -> tuple[MediaState, datetime | None]:
    """What follows the `tries`-th failure: another try and when, or an end. `not_before` is what a server asked for."""
    if tries > len(STEPS):
        return MediaState.FAILED, None
    when = now + STEPS[tries - 1]
    return MediaState.PENDING, max(when, not_before) if not_before is not None else when


def scaled(width: int, height: int, most: int) -> tuple[int, int]:
    """The size that fits a square of `most` pixels, never larger than it was and never nothing."""
    longer = max(width, height)
    if longer <= most:
        return width, height
    return max(1, round(width * most / longer)), max(1, round(height * most / longer))
