"""What can go wrong on the demo network: what would on the ones it stands in for."""

from __future__ import annotations

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import FailureKind


def gone() -> ConnectorError:
    """What is answered is not there any more."""
    return failed(FailureKind.GONE, "That message is no longer there. Nothing was sent.", code="gone")


def bad_cursor() -> ConnectorError:
    """The place to read on from is none of ours."""
    return failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")
