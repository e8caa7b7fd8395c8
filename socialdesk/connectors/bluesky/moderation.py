"""Hides answers, blocks, reports and mutes for one account; every act but a report can be done twice without harm."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.bluesky import mapping, records
from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.contract import (
    Action,
    BlockPerson,
    HideMessage,
    Intent,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind

MOST_HIDDEN = 300
"""How many answers one post can hide: app.bsky.feed.threadgate lexicon."""
_REASONS: dict[ReportReason, str] = {
    ReportReason.SPAM: "reasonSpam",
    ReportReason.ABUSE: "reasonRude",
    ReportReason.THREAT: "reasonViolation",
    ReportReason.SEXUAL: "reasonSexual",
    ReportReason.ILLEGAL: "reasonViolation",
    ReportReason.OTHER: "reasonOther",
}
NOT_OURS = (
    "Bluesky lets you hide answers only below your own posts. Nothing was hidden; you can report or block instead."
)


def reserve(action: Action) -> str:
    """The key of an act: of the record it makes, or of nothing but itself."""
    match action:
        case BlockPerson(person_remote_id=did):
            return records.key_about(did)
        case HideMessage(message_remote_id=uri):
            return uri
        case _:
            return action.command


class Moderation:
    """The acts of one account on what others wrote."""

    def __init__(self, wire: Wire, own_did: str) -> None:
        self._wire = wire
        self._did = own_did

    async def perform(self, intent: Intent) -> None:
        """Carry one out. Raises ConnectorError."""
        match intent.action:
            case HideMessage(message_remote_id=uri, on=on):
                await self._hide(uri, records.stamp(intent.recorded_at), on=on)
            case BlockPerson(person_remote_id=did, on=True):
                record = {"$type": records.BLOCK, "subject": did, "createdAt": records.stamp(intent.recorded_at)}
                body = {"repo": self._did, "collection": records.BLOCK, "rkey": intent.key, "record": record}
                await self._wire.post("com.atproto.repo.putRecord", body)
            case BlockPerson(person_remote_id=did):
                await self._unblock(did, intent.key)
            case ReportMessage() as report:
                await self._report(report)
            case MuteThread(thread_remote_id=convo, kind=Kind.DM, on=on):
                method = "chat.bsky.convo.muteConvo" if on else "chat.bsky.convo.unmuteConvo"
                await self._wire.post(method, {"convoId": convo}, chat=True)
            case MuteThread(thread_remote_id=uri, on=on):
                method = "app.bsky.graph.muteThread" if on else "app.bsky.graph.unmuteThread"
                await self._wire.post(method, {"root": await self._root(uri)})
            case RemoveMessage():
                raise failed(
                    FailureKind.PERMISSION_DENIED, "On Bluesky nobody can delete what others wrote.", code="no"
                )
            case _:
                raise AssertionError("not one of these")

    async def happened(self, intent: Intent) -> bool:
        """Whether one of unknown outcome is there. Raises ConnectorError when that can't be seen."""
        match intent.action:
            case HideMessage(message_remote_id=uri, on=on):
                gate = await self._gate(mapping.key_of(await self._root(uri)))
                return (uri in _hidden(gate)) is on
            case BlockPerson(on=on):
                return (await self._record(records.BLOCK, intent.key) is not None) is on
            case MuteThread(thread_remote_id=convo, kind=Kind.DM, on=on):
                said = await self._wire.get("chat.bsky.convo.getConvo", chat=True, convoId=convo)
                return bool(said["convo"].get("muted")) is on
            case MuteThread(thread_remote_id=uri, on=on):
                viewer: dict[str, Any] = (await self._post(uri)).get("viewer") or {}
                return bool(viewer.get("threadMuted")) is on
            case _:
                raise failed(
                    FailureKind.INVALID,
                    "Bluesky does not show whether a report arrived.",
                    code="blind",
                    certainty=Certainty.UNKNOWN,
                )

    async def _hide(self, uri: str, at: str, *, on: bool) -> None:
        root = await self._root(uri)
        if mapping.did_of(root) != self._did:
            raise failed(FailureKind.PERMISSION_DENIED, NOT_OURS, code="not our post")
        key = mapping.key_of(root)
        gate = await self._gate(key)
        hidden = _hidden(gate)
        if (uri in hidden) is on:
            return
        if on and len(hidden) >= MOST_HIDDEN:
            sentence = f"Bluesky hides at most {MOST_HIDDEN} answers below one post. Nothing was hidden."
            raise failed(FailureKind.INVALID, sentence, code="full")
        # Whatever else stands in the gate (who may answer) is the account's own and stays.
        record: dict[str, Any] = dict(gate["value"]) if gate else {"$type": records.GATE, "post": root, "createdAt": at}
        record["hiddenReplies"] = [*hidden, uri] if on else [one for one in hidden if one != uri]
        body: dict[str, Any] = {"repo": self._did, "collection": records.GATE, "rkey": key, "record": record}
        # Only onto what was read: another app of the account may hide something at the same time.
        body["swapRecord"] = gate["cid"] if gate else None
        await self._wire.post("com.atproto.repo.putRecord", body)

    async def _unblock(self, did: str, key: str) -> None:
        profile = await self._wire.get("app.bsky.actor.getProfile", actor=did)
        viewer: dict[str, Any] = profile.get("viewer") or {}
        # Ours, and the one that another app of the account made.
        blocking = viewer.get("blocking")
        for one in {key, *([mapping.key_of(blocking)] if blocking else [])}:
            body = {"repo": self._did, "collection": records.BLOCK, "rkey": one}
            await self._wire.post("com.atproto.repo.deleteRecord", body)

    async def _report(self, report: ReportMessage) -> None:
        if not report.message_remote_id.startswith("at://"):
            raise failed(
                FailureKind.PERMISSION_DENIED,
                "Direct messages can be reported only in the Bluesky app. Nothing was reported.",
                code="dm report",
            )
        post = await self._post(report.message_remote_id)
        subject = {"$type": "com.atproto.repo.strongRef", "uri": post["uri"], "cid": post["cid"]}
        body = {
            "reasonType": f"com.atproto.moderation.defs#{_REASONS[report.reason]}",
            "subject": subject,
            "reason": report.text,
        }
        await self._wire.post("com.atproto.moderation.createReport", body)

    async def _root(self, uri: str) -> str:
        """The post at the head of a thread."""
        reply = (await self._post(uri))["record"].get("reply")
        return str(reply["root"]["uri"]) if reply else uri

    async def _post(self, uri: str) -> dict[str, Any]:
        said = await self._wire.get("app.bsky.feed.getPosts", uris=[uri])
        posts: list[dict[str, Any]] = said.get("posts", [])
        if not posts:
            raise failed(FailureKind.GONE, "That post is no longer on Bluesky. Nothing was done.", code="gone")
        return posts[0]

    async def _gate(self, key: str) -> dict[str, Any] | None:
        return await self._record(records.GATE, key)

    async def _record(self, collection: str, key: str) -> dict[str, Any] | None:
        try:
            return await self._wire.get("com.atproto.repo.getRecord", repo=self._did, collection=collection, rkey=key)
        except ConnectorError as error:
            if error.failure.kind in (FailureKind.GONE, FailureKind.NOT_FOUND):
                return None
            raise


def _hidden(gate: dict[str, Any] | None) -> list[str]:
    return [str(uri) for uri in gate["value"].get("hiddenReplies", [])] if gate else []
