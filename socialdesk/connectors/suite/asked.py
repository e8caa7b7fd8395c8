"""Gives a request as a stand-in's route sees it, and what it may say to it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    import asyncio

Taken = Callable[["asyncio.StreamReader", "asyncio.StreamWriter"], Awaitable[None]]


class Malformed(Exception):
    """A body that is not what it says, or not what the route takes."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer. A body of dict or list is written as JSON, of str as text."""

    status: int = 200
    body: Any = b""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    stream: AsyncIterator[bytes] | None = None
    """Instead of a body: parts that come when they come, in chunks (event streams)."""
    taken: Taken | None = None
    """Who goes on with the connection after a 101 (web sockets)."""

    def raw(self) -> bytes:
        """The body as bytes."""
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body, ensure_ascii=False)).encode()

    def media_type(self) -> str:
        """The content type, where the headers do not say it."""
        if isinstance(self.body, bytes):
            return "application/octet-stream"
        return "text/plain; charset=utf-8" if isinstance(self.body, str) else "application/json; charset=utf-8"


class Refused(Exception):
    """Raised by a route: the network would say no, like this."""

    def __init__(self, said: Said) -> None:
        super().__init__(f"{said.status}")
        self.said = said


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart form."""

    name: str
    filename: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request. `query` has the last value of each parameter, `pairs` all in order; `headers` are in small letters.

    `parts` are the named parts of the route's path, decoded. `token` is what opened it; "" on an open route.
    """

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes = field(default=b"", repr=False)
    parts: dict[str, str] = field(default_factory=dict[str, str])
    pairs: tuple[tuple[str, str], ...] = ()
    token: str = field(default="", repr=False)

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def every(self, name: str) -> list[str]:
        """All values of one parameter, in order."""
        return [value for key, value in self.pairs if key == name]

    def json(self) -> Any:
        """The body as JSON. Raises Malformed when it is not, or does not say so."""
        if self.media_type.rpartition("+")[2] not in ("application/json", "json"):
            raise Malformed(f"The body is {self.media_type or 'of no type'}, not application/json.")
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise Malformed(f"The body is no JSON: {error}") from None

    def form_pairs(self) -> list[tuple[str, str]]:
        """The fields of a form in order, urlencoded or multipart, without files. Raises Malformed."""
        if self.media_type == "application/x-www-form-urlencoded":
            try:
                return parse_qsl(self.body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(self.body))
            except ValueError as error:
                raise Malformed(f"The body is no form: {error}") from None
        return [(name, data.decode("utf-8")) for name, filename, _, data in self._multipart() if filename is None]

    def form(self) -> dict[str, str]:
        """The fields of a form, the last value of each."""
        return dict(self.form_pairs())

    def files(self) -> list[Upload]:
        """The files of a multipart form. Raises Malformed."""
        return [Upload(name, file, kind, data) for name, file, kind, data in self._multipart() if file is not None]

    def field_names(self) -> set[str]:
        """The names in the body, whatever its form; of JSON those of the outermost object. Raises Malformed."""
        if not self.body:
            return set()
        if self.media_type == "multipart/form-data":
            return {name for name, _, _, _ in self._multipart()}
        if self.media_type == "application/x-www-form-urlencoded":
            return {key for key, _ in self.form_pairs()}
        said: dict[str, Any] = self.json()
        if type(said) is not dict:
            raise Malformed("The body is no JSON object.")
        return set(said)

    def _multipart(self) -> list[tuple[str, str | None, str, bytes]]:
        kind = self.headers.get("content-type", "")
        if self.media_type != "multipart/form-data":
            raise Malformed(f"The body is {self.media_type or 'of no type'}, not a form.")
        message: Any = BytesParser(policy=HTTP).parsebytes(f"content-type: {kind}\r\n\r\n".encode() + self.body)
        if not message.is_multipart():
            raise Malformed("The form has no parts.")
        found: list[tuple[str, str | None, str, bytes]] = []
        for part in message.iter_parts():
            name = part.get_param("name", header="content-disposition")
            if not name:
                raise Malformed("A part of the form has no name.")
            found.append(
                (str(name), part.get_filename(), part.get_content_type(), part.get_payload(decode=True) or b"")
            )
        return found
