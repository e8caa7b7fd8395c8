"""Makes failures with the sentences people read; one place, so that all platforms speak alike."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import Certainty, Failure, FailureKind


def failed(
    kind: FailureKind,
    sentence: str,
    *,
    code: str = "",
    certainty: Certainty = Certainty.NOT_SENT,
    retry_at: datetime | None = None,
    field: str = "",
) -> ConnectorError:
    """The error to raise. `field` is what was typed that it is about, as the manifest calls it."""
    return ConnectorError(Failure(kind, sentence, certainty, code, retry_at, field))


_TYPED_WRONG = (FailureKind.INVALID, FailureKind.AUTH_EXPIRED, FailureKind.NOT_FOUND)


@contextmanager
def about(field: str) -> Generator[None]:
    """Say of what is refused in here that it is about what was typed in this field, where nothing else is said."""
    try:
        yield
    except ConnectorError as error:
        if error.failure.field or error.failure.kind not in _TYPED_WRONG:
            raise
        raise ConnectorError(replace(error.failure, field=field)) from error


def offline(host: str, code: str) -> ConnectorError:
    """Nothing left this machine."""
    return failed(
        FailureKind.OFFLINE,
        f"{host} cannot be reached. Check the network; SocialDesk tries again by itself.",
        code=code,
    )


def transient(host: str, code: str, certainty: Certainty) -> ConnectorError:
    """The other side is there and does not manage."""
    return failed(
        FailureKind.TRANSIENT,
        f"{host} did not answer properly. SocialDesk tries again by itself.",
        code=code,
        certainty=certainty,
    )


FOR_NOBODY = "for nobody"


def for_nobody(sentence: str) -> ConnectorError:
    """What a rule wants to answer was written by a machine: two that answer each other by themselves never end."""
    return failed(FailureKind.INVALID, sentence, code=FOR_NOBODY)
