"""Likes, deletes, blocks, reports and mutes for one account; every act but a report can be done twice without harm."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from socialdesk.connectors.kit.contract import (
    Action,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    Intent,
    LikeMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.mastodon.threads import GONE, Threads
from socialdesk.connectors.mastodon.wire import Wire as Line
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind

_CATEGORIES: dict[ReportReason, str] = {ReportReason.SPAM: "spam", ReportReason.ILLEGAL: "legal"}
"""docs.joinmastodon.org, Reports; "violation" would have to name rules of the server."""
_IN_WORDS: dict[ReportReason, str] = {
    ReportReason.ABUSE: "Abuse",
    ReportReason.THREAT: "Threat",
    ReportReason.SEXUAL: "Sexual content",
}
"""Said in the comment, where there is no category."""
_COMMENT_MOST = 1000


class Moderation:
    """The acts of one account on single statuses and people."""

    def __init__(self, line: Line, threads: Threads) -> None:
        self._line = line
        self._threads = threads

    async def perform(self, intent: Intent) -> None:
        """Carry one out. Raises ConnectorError."""
        match intent.action:
            case LikeMessage(message_remote_id=id_, on=on):
                await self._on_status(id_, "favourite" if on else "unfavourite")
            case DeleteMessage(message_remote_id=id_):
                await self._delete(id_)
            case BlockPerson(person_remote_id=acct, on=on):
                id_ = await self._id_of(acct)
                await self._line.post(f"/api/v1/accounts/{id_}/{'block' if on else 'unblock'}")
            case ReportMessage() as report:
                await self._report(report)
            case MuteThread(on=on) as mute:
                id_ = await self._in_thread(mute)
                await self._on_status(id_, "mute" if on else "unmute")
            case _:
                raise _refused(intent.action)

    async def happened(self, intent: Intent) -> bool:
        """Whether one of unknown outcome is there. Raises ConnectorError when that can't be seen."""
        match intent.action:
            case LikeMessage(message_remote_id=id_, on=on):
                return bool((await self._status(id_)).get("favourited")) is on
            case DeleteMessage(message_remote_id=id_):
                try:
                    await self._line.get(f"/api/v1/statuses/{id_}")
                except ConnectorError as error:
                    if error.failure.kind in GONE:
                        return True
                    raise
                return False
            case BlockPerson(person_remote_id=acct, on=on):
                id_ = await self._id_of(acct)
                found, _ = await self._line.items("/api/v1/accounts/relationships", [("id[]", id_)])
                return bool(found) and bool(found[0].get("blocking")) is on
            case MuteThread(on=on) as mute:
                return bool((await self._status(await self._in_thread(mute))).get("muted")) is on
            case _:
                raise failed(
                    FailureKind.INVALID,
                    "The server does not show whether a report arrived.",
                    code="blind",
                    certainty=Certainty.UNKNOWN,
                )

    async def _on_status(self, id_: str, act: str) -> None:
        try:
            await self._line.post(f"/api/v1/statuses/{id_}/{act}")
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise
            await self._status(id_)
            # The status is there, so it is the act that is not.
            raise self._line.lacks("like" if act.endswith("favourite") else "mute") from None

    async def _delete(self, id_: str) -> None:
        try:
            await self._line.delete(f"/api/v1/statuses/{id_}")
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise

    async def _report(self, report: ReportMessage) -> None:
        status = await self._status(report.message_remote_id)
        said = [_IN_WORDS.get(report.reason, ""), report.text.strip()]
        body: dict[str, Any] = {
            "account_id": str(status["account"]["id"]),
            "status_ids": [report.message_remote_id],
            "comment": ": ".join(one for one in said if one)[:_COMMENT_MOST],
            "category": _CATEGORIES.get(report.reason, "other"),
        }
        try:
            await self._line.post("/api/v1/reports", body)
        except ConnectorError as error:
            if error.failure.kind in GONE:
                raise self._line.lacks("report") from None
            raise

    async def _id_of(self, acct: str) -> str:
        """The server's own id of somebody. Raises ConnectorError when it does not know them."""
        known = self._threads.account(acct)
        if known is not None:
            return known
        server = self._threads.me().server
        name = acct.removesuffix(f"@{server.domain}")
        try:
            return str((await self._line.get("/api/v1/accounts/lookup", [("acct", name)]))["id"])
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise
        # Takahē has no such call, but finds people.
        said = await self._line.get("/api/v2/search", [("q", acct), ("type", "accounts"), ("resolve", "true")])
        accounts: list[dict[str, Any]] = said.get("accounts") or []
        for one in accounts:
            if server.full(str(one.get("acct"))) == acct:
                return str(one["id"])
        raise failed(FailureKind.GONE, "The server does not know this person any more. Nothing was done.", code="gone")

    async def _in_thread(self, mute: MuteThread) -> str:
        """A status of a thread: servers mute what it stands in."""
        if mute.kind is not Kind.DM:
            return mute.thread_remote_id
        newest = self._threads.newest_direct(mute.thread_remote_id)
        if newest is not None:
            return newest
        me = self._threads.me()
        found, _ = await self._line.items("/api/v1/conversations", [("limit", "40")])
        for one in found:
            accounts: list[dict[str, Any]] = one.get("accounts") or []
            people = sorted({me.server.full(str(who.get("acct"))) for who in accounts} - {me.acct})
            if f"dm:{','.join(people)}" == mute.thread_remote_id and one.get("last_status"):
                return str(one["last_status"]["id"])
        raise failed(FailureKind.NOT_FOUND, "The server does not show this conversation. Nothing was muted.", code="dm")

    async def _status(self, id_: str) -> dict[str, Any]:
        try:
            return await self._line.get(f"/api/v1/statuses/{quote(id_, safe='')}")
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise
            sentence = "That post is no longer there, or no longer shown to this account. Nothing was done."
            raise failed(FailureKind.GONE, sentence, code="gone") from None


def _refused(action: Action) -> ConnectorError:
    match action:
        case HideMessage():
            sentence = "Mastodon hides no answers. Nothing was hidden; you can report or block instead."
        case RemoveMessage():
            sentence = "On Mastodon nobody but a server's moderators can delete what others wrote."
        case _:
            raise AssertionError("not one of these")
    return failed(FailureKind.PERMISSION_DENIED, sentence, code="no")
