"""Hands one mail to a submission server; says with every failure whether it may have been sent all the same.

Until the final dot nothing was sent, whatever happens. Once the dot is on its way nobody knows, until the server
answers (RFC 5321, section 6.1).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from socialdesk.connectors.email import failures
from socialdesk.connectors.email.keys import Bearer, Key, spoken
from socialdesk.connectors.email.lines import Line, Place, Tls, Trust, connect
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

_MOST_LINES = 200
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: the number, and the words of its last line."""

    code: int
    text: str
    lines: tuple[str, ...] = ()

    @property
    def is_yes(self) -> bool:
        """Whether the server goes along."""
        return 200 <= self.code < 400


class Smtp:
    """One connection to a submission server."""

    def __init__(self, line: Line, clock: Clock) -> None:
        self._line = line
        self._clock = clock
        self._can: dict[str, str] = {}

    async def greet(self, place: Place, trust: Trust) -> None:
        """Hear the greeting, say hello, and protect the line where it is not."""
        self._yes(await self._hear(), "CONNECT", self._clock.now())
        await self._hello()
        if place.tls is Tls.STARTTLS:
            if "STARTTLS" not in self._can:
                raise failures.in_the_clear(place.host)
            await self._ask("STARTTLS")
            await self._line.start_tls(trust)
            await self._hello()

    async def sign_in(self, user: str, key: Key, *, is_first: bool = False) -> None:
        """Sign in with a password or a token, where the server asks for one."""
        ways = self._can.get("AUTH", "").split()
        if not ways:
            return
        if isinstance(key, Bearer):
            how = spoken(key, user, ways, self._line.host)
            said = await self._say(f"AUTH {how.name} {how.first}")
            if said.code == 334:  # why it is not taken; the refusal itself comes when that was heard out
                said = await self._say(how.last)
            self._yes(said, "AUTH", self._clock.now(), is_first=is_first, provider=key.provider)
            return
        password = key.text
        if "PLAIN" in ways or "LOGIN" not in ways:
            token = b64encode(b"\0".join((b"", user.encode(), password.encode()))).decode()
            said = await self._say(f"AUTH PLAIN {token}")
        else:
            said = await self._say("AUTH LOGIN")
            for word in (user, password):
                if said.code == 334:
                    said = await self._say(b64encode(word.encode()).decode())
        self._yes(said, "AUTH", self._clock.now(), is_first=is_first)

    async def send(self, sender: str, recipients: Sequence[str], data: bytes) -> list[str]:
        """Send a mail once to all of these; gives those the server does not take for good, never the first of them.

        Raises ConnectorError; its certainty tells of the mail.
        """
        most = self._can.get("SIZE", "")
        if most.isdigit() and 0 < int(most) < len(data):
            raise failures.too_big("SIZE")
        is_wide = not all(one.isascii() for one in (sender, *recipients))
        if is_wide and "SMTPUTF8" not in self._can:
            raise failed(
                FailureKind.INVALID,
                "The mail server cannot send to an address with such letters. Nothing was sent.",
                code="SMTPUTF8",
            )
        more = " SMTPUTF8" if is_wide else ""
        await self._ask(f"MAIL FROM:<{sender}>{more}", "MAIL")
        refused: list[str] = []
        for place, one in enumerate(recipients):
            try:
                await self._ask(f"RCPT TO:<{one}>", "RCPT")
            except ConnectorError as error:
                if not place or error.failure.kind is not FailureKind.NOT_FOUND:
                    raise
                # One of many who is not there any more must not keep it from the others; who that is, is told.
                refused.append(one)
        await self._ask("DATA")
        await self._line.write(_stuffed(data))
        await self._line.write(b".\r\n", Certainty.UNKNOWN)
        said = await self._hear(Certainty.UNKNOWN)
        if said.code < 200 or 300 <= said.code < 400:
            raise failures.line_broke(self._line.host, f"{said.code}", Certainty.UNKNOWN)
        self._yes(said, "DATA", self._clock.now())
        return refused

    async def quit(self) -> None:
        """Say goodbye; whether that is heard matters to nobody."""
        try:
            await self._line.write(b"QUIT\r\n")
        except ConnectorError:
            pass
        finally:
            self._line.close()

    def drop(self) -> None:
        """Let go of the line at once."""
        self._line.close()

    async def _hello(self) -> None:
        said = await self._say("EHLO [127.0.0.1]")
        self._yes(said, "EHLO", self._clock.now())
        self._can = {}
        for one in said.lines[1:]:
            name, _, rest = (
                one.replace("=", " ", 1).partition(" ") if one.upper().startswith("AUTH=") else one.partition(" ")
            )
            self._can[name.upper()] = rest.upper()

    async def _ask(self, command: str, stage: str = "") -> None:
        self._yes(await self._say(command), stage or command, self._clock.now())

    async def _say(self, command: str) -> Answer:
        await self._line.write(f"{command}\r\n".encode())
        return await self._hear()

    async def _hear(self, unsure: Certainty = Certainty.NOT_SENT) -> Answer:
        lines: list[str] = []
        while len(lines) < _MOST_LINES:
            line = (await self._line.read_line(unsure)).decode("utf-8", "replace")
            if not line[:3].isdigit() or line[3:4] not in {"", " ", "-"}:
                break
            lines.append(line[4:])
            if line[3:4] != "-":
                return Answer(int(line[:3]), " ".join(lines[:1] + lines[-1:]), tuple(lines))
        raise failures.line_broke(self._line.host, "no word of SMTP", unsure)

    @staticmethod
    def _yes(said: Answer, stage: str, now: datetime, *, is_first: bool = False, provider: str = "") -> None:
        if not said.is_yes:
            raise failures.smtp_refused(said.code, said.text, stage, now, is_first=is_first, provider=provider)


def _stuffed(data: bytes) -> bytes:
    """A mail as it goes over the line: its line ends made whole, and a dot at the beginning of a line doubled."""
    lines = _LINE_END.sub(b"\r\n", data)
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    lines = lines.replace(b"\r\n.", b"\r\n..")
    return b"." + lines if lines.startswith(b".") else lines


async def opened(place: Place, trust: Trust, clock: Clock, user: str, key: Key, *, is_first: bool = False) -> Smtp:
    """Connect and sign in. Raises ConnectorError."""
    smtp = Smtp(await connect(place, trust), clock)
    try:
        await smtp.greet(place, trust)
        await smtp.sign_in(user, key, is_first=is_first)
    except BaseException:
        smtp.drop()
        raise
    return smtp
