"""Connectors that take trouble for something else, tell secrets, or ask too much."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import (
    Page,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Answer as HttpAnswer
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.chirp.wire import Wire
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.failure import FailureKind
from tests.connectors.suite.breaking import (
    as_kind,
    chirp,
    other_errors,
    pulling,
    swallowing,
)


def crashes_on_html() -> Subject:
    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        try:
            return await ChirpSession.pull(session, stream, cursor, deadline)
        except ConnectorError as error:
            if error.failure.code == "unreadable":
                raise json.JSONDecodeError("Expecting value", "<html>", 0) from None
            raise

    return pulling(pull)


def waits_for_ever() -> Subject:
    class Patient(Wire):
        async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
            while True:
                try:
                    return await super()._ask(*given, **named)
                except ConnectorError as error:
                    if error.failure.kind is not FailureKind.TRANSIENT:
                        raise
                    await asyncio.sleep(0)

    return chirp(wire=Patient)


def forgets_after_trouble() -> Subject:
    class Broken(ChirpSession):
        late = 0

        async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
            try:
                page = await super().pull(stream, cursor, deadline)
            except ConnectorError:
                Broken.late = 1_000
                raise
            return replace(page, events=()) if Broken.late else page

    return chirp(Broken)


def part_for_whole() -> Subject:
    """A page that broke off is taken as far as it came."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        try:
            return await ChirpSession.pull(session, stream, cursor, deadline)
        except ConnectorError as error:
            if error.failure.code == "unreadable":
                return Page((), json.dumps({"v": 1, "after": 0}))
            raise

    return pulling(pull)


class Decoding(Wire):
    """Takes what it cannot decode for nothing."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        def checked(answer: HttpAnswer) -> Any:
            answer.body.decode()
            return json.loads(answer.body)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(HttpAnswer, "json", checked)
            try:
                return await super()._ask(*given, **named)
            except ConnectorError as error:
                if error.failure.code == "unreadable":
                    return {"changes": [], "last": 0}
                raise


class Logging(Wire):
    """Writes the token into the log."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        logging.getLogger("socialdesk.connectors.suite.chirp").debug("asked with %s", self._token())
        return await super()._ask(*given, **named)


class InTheAddress(Wire):
    """Puts the token into the address."""

    async def get(self, path: str, **params: str | int) -> dict[str, Any]:
        with suppress(ConnectorError):
            await super().get("/v1/me", access_token=self._token())
        return await super().get(path, **params)


class AsksElsewhere(Wire):
    """Tells somebody else of each request."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        with suppress(ConnectorError):
            await self._http.ask("GET", "https://metrics.example/seen")
        return await super()._ask(*given, **named)


class Leaky(ChirpSession):
    async def close(self) -> None:
        self.left = asyncio.get_running_loop().create_task(asyncio.sleep(30))


class Greedy(ChirpSession):
    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        for _ in range(5):
            await self._wire.get("/v1/me")
        return await super().pull(stream, cursor, deadline)


class Impatient(Wire):
    """Asks on while it was told to pause."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        self._http._limits.forget()
        return await super()._ask(*given, **named)


BROKEN: dict[str, Callable[[], Subject]] = {
    "statuses": lambda: as_kind(FailureKind.TRANSIENT),
    "refusals_are_no_page": lambda: swallowing(FailureKind.GONE),
    "html": part_for_whole,
    "other_shapes": crashes_on_html,
    "truncated": part_for_whole,
    "charset": lambda: chirp(wire=Decoding),
    "deadline": waits_for_ever,
    "nothing_lost_after": forgets_after_trouble,
    "refused_answers": lambda: as_kind(FailureKind.NOT_FOUND),
    "sentences": lambda: other_errors(lambda error: failed(error.failure.kind, f"HTTPError: {error.failure.code}")),
    "secrets_stay": lambda: chirp(wire=Logging),
    "declared_hosts": lambda: chirp(wire=AsksElsewhere),
    "quiet_poll": lambda: chirp(Greedy),
    "pause_is_kept": lambda: chirp(wire=Impatient),
    "closes": lambda: chirp(Leaky),
    "seen_for_real": chirp,
}
