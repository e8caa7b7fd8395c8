"""Speaks IMAP over one line: signs in, selects folders, fetches and searches; gives what the server said as values.

One command at a time. Knows neither threads nor what a mail says.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass

from socialdesk.connectors.email import failures
from socialdesk.connectors.email.imap_words import Said, Unreadable, Word, as_set, literal_size, numbers, pairs, read
from socialdesk.connectors.email.keys import Bearer, Key, spoken
from socialdesk.connectors.email.lines import ANSWER_S, CONNECT_S, Line, Place, Tls, Trust, connect
from socialdesk.model.failure import Certainty

MOST_LITERAL = 48 * 1024 * 1024
_QUOTABLE = re.compile(rb"[\x20-\x7e]{0,900}")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was just looked into."""

    name: bytes
    validity: int
    """Numbers of mails count only under the same one (UIDVALIDITY)."""
    next_uid: int
    exists: int
    mod_seq: int
    """The newest change (HIGHESTMODSEQ); 0 where the server counts none."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder of the list, with its attributes in small letters."""

    name: bytes
    marks: frozenset[str]
    divider: bytes


class Imap:
    """A signed-in connection. Everything it raises is a ConnectorError."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._count = 0
        self.can: frozenset[str] = frozenset()
        self.is_open = True
        self.looking_into: Folder | None = None
        """The folder that was looked into last, as it was then."""

    async def greet(self, place: Place, trust: Trust) -> None:
        """Hear the greeting, and protect the line where it is not."""
        said = await self._next(CONNECT_S)
        if said.kind not in {"OK", "PREAUTH"}:
            raise failures.imap_refused(said.code or said.kind, said.text)
        if place.tls is Tls.STARTTLS:
            await self._learn()
            if "STARTTLS" not in self.can:
                raise failures.in_the_clear(place.host)
            await self._run("STARTTLS")
            await self._line.start_tls(trust)
        await self._learn()

    async def sign_in(self, user: str, key: Key, *, is_first: bool = False) -> None:
        """Sign in with a password or a token."""
        provider = key.provider if isinstance(key, Bearer) else ""
        try:
            if isinstance(key, Bearer):
                await self._say_token(user, key)
                return
            name, secret = user.encode(), key.text.encode()
            if "AUTH=PLAIN" in self.can and "SASL-IR" in self.can:
                from base64 import b64encode

                await self._run("AUTHENTICATE PLAIN", b64encode(b"\0".join((b"", name, secret))).decode())
            else:
                await self._run("LOGIN", name, secret)
        except _Refused as refused:
            raise failures.imap_refused(
                refused.code, refused.text, is_login=True, is_first=is_first, provider=provider
            ) from None
        await self._learn()

    async def _say_token(self, user: str, key: Bearer) -> None:
        """What a token is said with; a server that does not take it explains itself, and wants to be heard out."""
        ways = {one.removeprefix("AUTH=") for one in self.can if one.startswith("AUTH=")}
        said = spoken(key, user, ways, self._line.host)
        if "SASL-IR" in self.can:
            await self._run(f"AUTHENTICATE {said.name}", said.first, more=(said.last,))
        else:
            await self._run(f"AUTHENTICATE {said.name}", more=(said.first, said.last))
        await self._learn()

    async def list_folders(self) -> list[Listed]:
        """All folders."""
        how = " RETURN (SPECIAL-USE)" if {"SPECIAL-USE", "LIST-EXTENDED"} <= self.can else ""
        found: list[Listed] = []
        for said in await self.ask(f'LIST "" "*"{how}', wants="LIST"):
            marks, divider, name = (*said.words, None, None, None)[:3]
            if isinstance(marks, list) and (raw := _bytes(name)):
                told = frozenset(str(one).lower() for one in marks)
                found.append(Listed(raw, told, _bytes(divider)))
        return found

    async def look_into(self, name: bytes, *, to_change: bool = False) -> Folder:
        """Select a folder, to read only or to change what is in it."""
        self.looking_into = None
        answers = await self._run("SELECT" if to_change else "EXAMINE", name)
        told = {one.code: one.code_text for one in answers if one.kind == "OK" and one.code}
        exists = next((one.number for one in answers if one.kind == "EXISTS"), None)
        validity, next_uid = told.get("UIDVALIDITY", ""), told.get("UIDNEXT", "")
        if not next_uid.isdigit():
            last = await self.search("UID *") if exists else []
            next_uid = str(max(last, default=0) + 1)
        mod_seq = told.get("HIGHESTMODSEQ", "")
        self.looking_into = Folder(
            name,
            int(validity) if validity.isdigit() else 0,
            int(next_uid),
            exists or 0,
            int(mod_seq) if mod_seq.isdigit() else 0,
        )
        return self.looking_into

    async def search(self, *words: str | bytes) -> list[int]:
        """The numbers (UID) of the mails that fit, in order."""
        found: list[int] = []
        for said in await self.ask("UID SEARCH", *words, wants="SEARCH"):
            found += [int(one) for one in said.words if isinstance(one, str) and one.isdigit()]
        return sorted(set(found))

    async def fetch(self, uids: Sequence[int], what: str) -> dict[int, dict[str, Word]]:
        """What the server tells of these mails; those that are gone are not in it."""
        found: dict[int, dict[str, Word]] = {}
        if not uids:
            return found
        wanted = set(uids)
        for said in await self.ask(f"UID FETCH {as_set(list(uids))} {what}", wants="FETCH"):
            items = pairs(said.words)
            uid = items.get("UID")
            if isinstance(uid, str) and uid.isdigit() and int(uid) in wanted:
                # What a server tells of a mail unasked comes beside the answer, and may come in parts.
                found.setdefault(int(uid), {}).update(items)
        return found

    async def vanished(self, low: int, high: int, since: int) -> list[int]:
        """Which of these numbers were taken out since a change (QRESYNC, RFC 7162)."""
        found: list[int] = []
        asked = f"UID FETCH {low}:{high} (UID) (CHANGEDSINCE {since} VANISHED)"
        for said in await self.ask(asked, wants="VANISHED"):
            last = said.words[-1] if said.words else None
            found += numbers(last) if isinstance(last, str) else []
        return found

    async def append(self, name: bytes, data: bytes) -> None:
        """Put a mail into a folder, as one that was read."""
        await self._run("APPEND", name, r"(\Seen)", _Literal(data))

    async def ask(self, command: str, *words: str | bytes, wants: str = "") -> list[Said]:
        """Give a command; what the server said beside the result, of one kind or all."""
        return [one for one in await self._run(command, *words) if not wants or one.kind == wants]

    @contextlib.asynccontextmanager
    async def idling(self, patience_s: float) -> AsyncGenerator[AsyncIterator[Said]]:
        """Let the server speak by itself (IDLE, RFC 2177); the words come as they are said, until the patience ends."""
        tag = await self._say("IDLE")
        while (said := await self._next()).tag != "+":
            if said.tag == tag:
                raise failures.imap_refused(said.code or said.kind, said.text)
        yield self._heard(patience_s)
        await self._line.write(b"DONE\r\n")
        while (await self._next()).tag != tag:
            pass

    async def _heard(self, patience_s: float) -> AsyncIterator[Said]:
        while True:
            yield await self._next(patience_s)

    async def close(self) -> None:
        """Say goodbye, as far as that is heard."""
        if self.is_open:
            self.is_open = False
            with contextlib.suppress(Exception):
                await self._line.write(b"S0 LOGOUT\r\n")
        self._line.close()

    def drop(self) -> None:
        """Let go of the line at once."""
        self.is_open = False
        self._line.close()

    async def enable(self, what: str) -> None:
        """Switch an extension on, where the server has it."""
        if {"ENABLE", what} <= self.can:
            await self._run(f"ENABLE {what}")

    async def _learn(self) -> None:
        """Ask anew what the server can: it changes with TLS and with signing in."""
        for said in await self._run("CAPABILITY"):
            if said.kind == "CAPABILITY":
                self.can = frozenset(one.upper() for one in said.words if isinstance(one, str))

    async def _run(self, command: str, *words: str | bytes | _Literal, more: Sequence[str] = ()) -> list[Said]:
        """Give a command and hear all that is said until its result. Raises ConnectorError.

        `more` is what the server gets each time it wants to hear more.
        """
        waiting = list(more)
        try:
            tag = await self._say(command, *words)
            heard: list[Said] = []
            while True:
                said = await self._next()
                if said.tag == tag:
                    break
                if said.tag == "+":  # a server that wants more yet has not understood: an empty line ends it
                    await self._line.write((waiting.pop(0) if waiting else "").encode() + b"\r\n")
                    continue
                heard.append(_no_bye(said))
        except BaseException:
            # Half an answer is on the line: whoever reads on would take it for the next one.
            self.drop()
            raise
        if said.kind != "OK":
            if command.startswith(("AUTHENTICATE ", "LOGIN")):
                raise _Refused(said.code, said.text)
            raise failures.imap_refused(said.code, said.text)
        if said.code:
            heard.append(said)
        return heard

    async def _say(self, command: str, *words: str | bytes | _Literal) -> str:
        self._count += 1
        tag = f"S{self._count}"
        line = f"{tag} {command}".encode()
        for word in words:
            if isinstance(word, str):
                line += b" " + word.encode()
            elif isinstance(word, bytes) and _QUOTABLE.fullmatch(word):
                line += b' "' + word.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
            else:
                data = word if isinstance(word, bytes) else word.data
                await self._line.write(line + f" {{{len(data)}}}\r\n".encode())
                said = await self._next()
                while said.tag == "*":
                    said = await self._next()
                if said.tag != "+":
                    raise failures.imap_refused(said.code, said.text)
                await self._line.write(data)
                line = b""
        await self._line.write(line + b"\r\n")
        return tag

    async def _next(self, patience_s: float = ANSWER_S) -> Said:
        pieces = [await self._line.read_line(patience_s=patience_s)]
        while (size := literal_size(pieces[-1])) is not None:
            if size > MOST_LITERAL:
                raise failures.line_broke(self._line.host, "literal", Certainty.NOT_SENT)
            pieces += [await self._line.read(size), await self._line.read_line()]
        try:
            return read(pieces)
        except Unreadable as error:
            raise failures.line_broke(self._line.host, str(error), Certainty.NOT_SENT) from None


@dataclass(frozen=True, slots=True)
class _Literal:
    """Bytes that are sent as they are."""

    data: bytes


class _Refused(Exception):
    """A sign-in that got a NO."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code)
        self.code = code
        self.text = text


def _no_bye(said: Said) -> Said:
    """What the server said, unless it ends the connection by it."""
    if said.kind == "BYE":
        raise failures.imap_refused(said.code or "UNAVAILABLE", said.text)
    return said


def _bytes(word: Word) -> bytes:
    return word if isinstance(word, bytes) else word.encode() if isinstance(word, str) else b""


async def opened(place: Place, trust: Trust, user: str, key: Key, *, is_first: bool = False) -> Imap:
    """Connect and sign in. Raises ConnectorError."""
    imap = Imap(await connect(place, trust))
    try:
        await imap.greet(place, trust)
        await imap.sign_in(user, key, is_first=is_first)
    except BaseException:
        imap.drop()
        raise
    return imap
