"""Gives the one error that a connector raises; knows nothing of who raises or catches it."""

from __future__ import annotations

from socialdesk.model.failure import Failure


class ConnectorError(Exception):
    """The one error a connector raises. Its `failure` decides what the engine does; its text holds no secret."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.kind.value}: {failure.code or failure.sentence}")
        self.failure = failure
