"""The sending side of the mail peer: a submission server (aiosmtpd) that hands what it gets to Dovecot by LMTP.

Started by start.py with one JSON argument. Mail to `…@example.test` goes into that mailbox, other mail into the folder
`outbox` as files. Some local parts make it answer as servers out there do:

    reject.550@…   550 5.1.1 no such user         for good
    full.552@…     552 5.2.2 mailbox full         for good
    busy.451@…     451 4.3.0 try again later      for now
    grey.450@…     450 4.7.1 greylisted           for now
    daily.550@…    550 5.4.5 quota exceeded       for now, whatever the number says
    policy.554@…   554 5.7.1 refused              for good
    drop.data@…    closes the line at DATA
    drop.dot@…     takes and delivers the mail, then closes the line without an answer
    lost.dot@…     closes the line after the dot, and delivers nothing
"""

from __future__ import annotations

import asyncio
import json
import re
import ssl
import sys
import time
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.peers.mail.tokens import claims_of

config: dict[str, Any] = json.loads(sys.argv[1])
ANSWERS = {
    "reject.550": "550 5.1.1 no such user",
    "full.552": "552 5.2.2 mailbox full",
    "busy.451": "451 4.3.0 try again later",
    "grey.450": "450 4.7.1 greylisted",
    "daily.550": "550 5.4.5 daily sending quota exceeded",
    "policy.554": "554 5.7.1 refused by policy",
}


async def lmtp(sender: str, recipient: str, message: bytes) -> str:
    """Hand one mail to Dovecot for one recipient; gives its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", config["lmtp"])

    async def answer() -> str:
        line = b"   -"
        while line[3:4] == b"-":
            line = await reader.readline()
        return line.decode().strip()

    try:
        await answer()
        for command in ("LHLO localhost", f"MAIL FROM:<{sender}>", f"RCPT TO:<{recipient}>", "DATA"):
            writer.write(f"{command}\r\n".encode())
            last = await answer()
            if last[:1] not in "23":
                return last
        lines = message.replace(b"\r\n", b"\n").split(b"\n")
        stuffed = b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines)
        writer.write(stuffed + b"\r\n.\r\n")
        return await answer()
    finally:
        writer.close()


def _abort(server: SMTP) -> None:
    if isinstance(server.transport, asyncio.Transport):
        server.transport.abort()


class Handler:
    """What becomes of a mail."""

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult | object:
        """Let in who has a token for that mailbox; else explain it first, as Google and Microsoft do."""
        told = b64decode(args[1]).decode() if len(args) > 1 else ""
        found = re.fullmatch("user=([^\x01]+)\x01auth=Bearer ([^\x01]+)\x01\x01", told)
        claims = claims_of(found[2], time.time()) if found else {}
        if found and claims.get("email") == found[1]:
            return AuthResult(success=True, auth_data=found[1])
        await server.push("334 " + b64encode(b'{"status":"401","schemes":"bearer"}').decode())
        await server._reader.readline()
        return AuthResult(success=False, handled=False)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or not."""
        local = address.partition("@")[0]
        if local in ANSWERS:
            return ANSWERS[local]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Deliver."""
        content = envelope.original_content or b""
        for recipient in envelope.rcpt_tos:
            local, _, domain = recipient.partition("@")
            if local != "lost.dot" and domain == "example.test":
                said = await lmtp(envelope.mail_from or "", recipient, content)
                if not said.startswith("2"):
                    return said
            elif local != "lost.dot":
                name = f"{time.time_ns()}-{''.join(c if c.isalnum() or c in '.@-' else '_' for c in recipient)}.eml"
                (Path(config["outbox"]) / name).write_bytes(content)
            if local in {"drop.dot", "lost.dot"}:
                _abort(server)
        return "250 2.0.0 accepted"


class Server(SMTP):
    """The server; at DATA it may close the line."""

    async def smtp_DATA(self, arg: str) -> None:
        """Take a mail."""
        if any(one.startswith("drop.data@") for one in self.envelope.rcpt_tos):
            _abort(self)
            return
        await super().smtp_DATA(arg)


def authenticator(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    """Whether somebody may send: a mailbox's name is its password, with `-password` behind it."""
    if isinstance(data, LoginPassword):
        user, password = data.login.decode(), data.password.decode()
        if password == f"{user.partition('@')[0]}-password":
            return AuthResult(success=True, auth_data=data.login)
    return AuthResult(success=False, handled=False)


async def serve() -> None:
    """Listen until ended."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(config["certificate"], config["key"])
    common: dict[str, Any] = {
        "authenticator": authenticator,
        "auth_required": True,
        "enable_SMTPUTF8": True,
        "data_size_limit": 2 * 1024 * 1024,
    }
    loop = asyncio.get_running_loop()

    def starting() -> SMTP:
        return Server(Handler(), tls_context=context, require_starttls=True, **common)

    def protected() -> SMTP:
        return Server(Handler(), auth_require_tls=False, **common)

    await loop.create_server(starting, "127.0.0.1", config["submission"])
    await loop.create_server(protected, "127.0.0.1", config["smtps"], ssl=context)
    await asyncio.Event().wait()


asyncio.run(serve())
