"""Reads and writes direct messages of one account through the central chat service; gives events and receipts."""

from __future__ import annotations

import json
from collections import deque
from datetime import datetime, timedelta

from socialdesk.connectors.bluesky import mapping
from socialdesk.connectors.bluesky.mapping import Wire
from socialdesk.connectors.bluesky.wire import Wire as Line
from socialdesk.connectors.kit.contract import Answer, AnswerPrivately, Intent, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.event import Event, MessageDeleted, MessagesSeenByContact, Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

PAGE = 100
_CLOSED = "This person takes no messages from this account. Answer them in public instead; nothing was sent."


class Chat:
    """The direct messages of one session."""

    def __init__(self, line: Line, own_did: str, clock: Clock) -> None:
        self._line = line
        self._did = own_did
        self._clock = clock
        self._convos: dict[str, Wire] = {}
        self._begun: tuple[str, deque[Wire]] | None = None
        """The first reading on its way: where the log stood, and the conversations that are still to read."""

    async def first(self, since: datetime, deadline: datetime) -> tuple[tuple[Event, ...], str, bool]:
        """Everything since a moment, and where to go on; the place is taken first, so nothing falls between.

        Whether that is all of it: where the deadline comes first, the next call goes on with the rest.
        """
        events: list[Event] = []
        try:
            if self._begun is None:
                log = await self._line.get("chat.bsky.convo.getLog", chat=True)
                convos = [convo for status in ("accepted", "request") for convo in await self._list(status)]
                self._begun = str(log.get("cursor", "")), deque(convos)
            place, left = self._begun
            while left:
                if events and self._clock.now() >= deadline:
                    return tuple(events), place, False
                convo = left.popleft()
                self._convos[convo["id"]] = convo
                events += await self._messages(convo, since)
        except BaseException:
            self._begun = None  # nothing of this is stored
            raise
        self._begun = None
        return tuple(events), place, True

    async def further(self, cursor: str) -> tuple[tuple[Event, ...], str, bool]:
        """What happened since a place in the log, where to go on, and whether there is more."""
        page = await self._line.get("chat.bsky.convo.getLog", chat=True, cursor=cursor)
        logs: list[Wire] = page.get("logs", [])
        events: list[Event] = []
        for entry in logs:
            try:
                event = await self._to_event(entry)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                # An entry of a form of its own must not hold up all that was said after it.
                raw = json.dumps(entry, ensure_ascii=False, default=str)
                event = Unreadable(f"log:{entry.get('rev')}", f"{type(error).__name__}: {error}", raw)
            if event is not None:
                events.append(event)
        next_cursor = str(page.get("cursor") or cursor)
        return tuple(events), next_cursor, bool(logs) and next_cursor != cursor

    async def send(self, answer: Answer) -> Receipt:
        """Send a message, once."""
        return await self._send(answer.thread_remote_id, answer.text)

    async def write_to(self, action: AnswerPrivately) -> Receipt:
        """Write to who wrote a post, in the conversation with them, which is begun where there was none.

        Where they take no messages of ours the service says so by name before anything is sent, and no conversation is
        begun for nothing (chat.bsky.convo lexicons, getConvoAvailability and getConvoForMembers).
        """
        who = mapping.did_of(action.message_remote_id)
        open_to_us = await self._line.get("chat.bsky.convo.getConvoAvailability", chat=True, members=[who])
        convo: Wire = open_to_us.get("convo") or {}
        if not convo or not open_to_us.get("canChat"):
            # Asked for the conversation, the service names what stands against it.
            said = await self._line.get("chat.bsky.convo.getConvoForMembers", chat=True, members=[who])
            convo = said["convo"]
            if open_to_us.get("canChat") is False:
                raise failed(FailureKind.PERMISSION_DENIED, _CLOSED, code="canChat")
        sent = await self._send(str(convo["id"]), action.text)
        # The conversation comes with the messages that are read.
        return Receipt("", sent.at)

    async def find_written(self, intent: Intent, action: AnswerPrivately) -> Receipt | None:
        """A private answer, where there is a conversation with its reader; begins none."""
        who = mapping.did_of(action.message_remote_id)
        said = await self._line.get("chat.bsky.convo.getConvoAvailability", chat=True, members=[who])
        convo: Wire = said.get("convo") or {}
        found = await self._find(intent, str(convo["id"]), action.text) if convo else None
        return None if found is None else Receipt("", found.at)

    async def find(self, intent: Intent, answer: Answer) -> Receipt | None:
        """Our own message of this text, sent since the intent was recorded."""
        return await self._find(intent, answer.thread_remote_id, answer.text)

    async def _send(self, convo: str, text: str) -> Receipt:
        body = {"convoId": convo, "message": {"text": text}}
        said = await self._line.post("chat.bsky.convo.sendMessage", body, chat=True)
        return Receipt(said["id"], mapping.moment(said["sentAt"]), _link(convo), str(said["rev"]))

    async def _find(self, intent: Intent, convo: str, text: str) -> Receipt | None:
        cursor: str | None = None
        while True:
            page = await self._line.get(
                "chat.bsky.convo.getMessages", chat=True, convoId=convo, limit=PAGE, cursor=cursor
            )
            # Whole seconds are told, and the service's clock may be another one than the server's before it.
            since = self._line.there(intent.recorded_at) - timedelta(seconds=30)
            views: list[Wire] = page.get("messages", [])
            for view in views:
                if "sentAt" not in view or mapping.moment(view["sentAt"]) < since:
                    return None
                if view.get("text") == text and view["sender"]["did"] == self._did:
                    return Receipt(view["id"], mapping.moment(view["sentAt"]), _link(convo), str(view["rev"]))
            cursor = page.get("cursor")
            if not views or cursor is None:
                return None

    async def delete(self, convo: str, message: str) -> Receipt:
        """Hide an own message for ourselves; the other side keeps it, the network offers no more."""
        body = {"convoId": convo, "messageId": message}
        await self._line.post("chat.bsky.convo.deleteMessageForSelf", body, chat=True)
        return Receipt(message, self._clock.now())

    async def _list(self, status: str) -> list[Wire]:
        found: list[Wire] = []
        cursor: str | None = None
        while True:
            page = await self._line.get(
                "chat.bsky.convo.listConvos", chat=True, limit=PAGE, status=status, cursor=cursor
            )
            found += page.get("convos", [])
            cursor = page.get("cursor")
            if cursor is None or not page.get("convos"):
                return found

    async def _messages(self, convo: Wire, since: datetime) -> list[Event]:
        found: list[Event] = []
        cursor: str | None = None
        while True:
            page = await self._line.get(
                "chat.bsky.convo.getMessages", chat=True, convoId=convo["id"], limit=PAGE, cursor=cursor
            )
            views: list[Wire] = page.get("messages", [])
            for view in views:
                if "sentAt" in view and mapping.moment(view["sentAt"]) < since:
                    return found
                event = mapping.to_direct_message(view, convo, self._did)
                if event is not None:
                    found.append(event)
            cursor = page.get("cursor")
            if not views or cursor is None:
                return found

    async def _convo(self, convo_id: str) -> Wire:
        if convo_id not in self._convos:
            try:
                said = await self._line.get("chat.bsky.convo.getConvo", chat=True, convoId=convo_id)
            except ConnectorError as error:
                if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND):
                    raise
                # Left since: the log still holds what was said there, and nobody tells of its members any more.
                return {"id": convo_id, "members": []}
            self._convos[convo_id] = said["convo"]
        return self._convos[convo_id]

    async def _to_event(self, entry: Wire) -> Event | None:
        match str(entry.get("$type", "")).rpartition("#")[2]:
            case "logCreateMessage":
                return mapping.to_direct_message(entry["message"], await self._convo(entry["convoId"]), self._did)
            case "logDeleteMessage":
                return MessageDeleted(str(entry["message"]["id"]), self._clock.now())
            case "logReadMessage" if entry.get("message", {}).get("sender", {}).get("did") == self._did:
                return MessagesSeenByContact(entry["convoId"], mapping.moment(entry["message"]["sentAt"]))
            case "logAcceptConvo" | "logBeginConvo":
                self._convos.pop(entry["convoId"], None)
                return None
            case _:
                return None


def _link(convo: str) -> str:
    return f"https://bsky.app/messages/{convo}"
