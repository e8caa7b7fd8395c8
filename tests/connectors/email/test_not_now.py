"""A folder that a server does not open just now says nothing of the mails in it."""

from __future__ import annotations

from typing import Any

import pytest

from socialdesk.connectors.email.failures import imap_refused
from socialdesk.connectors.email.imap import Folder
from socialdesk.connectors.email.mailbox import Mailbox
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.support.clock import SystemClock

pytestmark = pytest.mark.anyio
MAILS = ["mid:one@x.example", "mid:two@x.example"]


class Line:
    """A server that opens no folder but those that it does, and finds nothing in these."""

    is_open = True

    def __init__(self, **refuses: str) -> None:
        self.refuses = refuses

    async def look_into(self, name: bytes) -> Folder:
        if (code := self.refuses.get(name.decode())) is not None:
            raise imap_refused(code, "Not now")
        return Folder(name, 1, 2, 1, 0)

    async def search(self, *words: Any) -> list[int]:
        return []

    async def fetch(self, uids: Any, what: str) -> dict[int, Any]:
        return {}


@pytest.mark.parametrize(
    ("refuses", "missing"),
    [
        ({}, MAILS),
        ({"INBOX": "INUSE"}, []),
        ({"INBOX": "SERVERBUG"}, []),
        ({"INBOX": ""}, []),
        ({"Old": "UNAVAILABLE"}, []),
        ({"Old": "NOPERM"}, MAILS),
        ({"Old": ""}, MAILS),
    ],
)
async def test_what_lies_in_a_folder_that_is_closed_for_now_is_not_called_deleted(
    refuses: dict[str, str], missing: list[str]
) -> None:
    anything: Any = None
    line: Any = Line(**refuses)
    mailbox = Mailbox(anything, anything, SystemClock())
    assert await mailbox.missing(line, MAILS, [b"INBOX", b"Old"]) == missing


async def test_a_line_that_broke_is_another_matter() -> None:
    anything: Any = None
    line: Any = Line(INBOX="NOPERM")
    line.is_open = False
    with pytest.raises(ConnectorError):
        await Mailbox(anything, anything, SystemClock()).missing(line, MAILS, [b"INBOX"])
