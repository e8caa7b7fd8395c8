"""What the examination of the connector for Bluesky needs: a real network on this machine, emptied after every check.

The network is started by whoever examines (`use`), once for all checks, and so are its accounts.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import Action, BlockPerson, LikeMessage, MuteThread, ReportMessage, SignedIn
from socialdesk.connectors.suite.asked import Said
from socialdesk.connectors.suite.scenario import Changes, Evidence, Scenario
from socialdesk.model.thread import Kind
from socialdesk.support.clock import SystemClock
from tests.connectors.bluesky import network as there
from tests.flows.bluesky_traffic import Ref, Traffic, Writer

_HEARD_OF = 200
"""So often it is looked whether a suspension has been heard of."""


class BlueskyScenario(Scenario):
    """Ann answers a post of the brand and mentions it, and takes messages of anybody.

    Private messages are another service, and not read here.
    """

    evidence = Evidence.REAL_SERVER
    streams = ("notifications",)
    kinds = (Kind.COMMENT, Kind.MENTION)
    has_edits = False
    browser_elsewhere = (
        "What the browser brings back is tried on the network itself: tests/flows/test_bluesky_browser.py."
    )
    lingers = "An access token is not looked up and opens for some minutes more; what renews it is ended."

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.clock = SystemClock()
        self.traffic: Traffic = there.traffic()
        self.is_suspended = False
        self.brand, self.ann = self.traffic.brand, self.traffic.people[0]
        account = self.brand.account
        pds = self.traffic.network.pds
        self.typed = {"identifier": account.handle, "password": account.app_password, "server": pds}
        self.wrong = self.typed | {"password": "wrong-password-here"}
        other = self.ann.account
        self.other = {"identifier": other.handle, "password": other.app_password, "server": pds}
        self.secrets = (account.app_password, account.password, other.app_password)

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[Mapping[str, str]]:
        traffic = self.traffic
        now = datetime.now(UTC)
        post = traffic.say(self.brand, "Our new kettle is here", at=now - timedelta(days=2))
        self.first = traffic.say(self.ann, "How loud is it?", to=post, at=now - timedelta(days=1))
        self.second = traffic.say(self.ann, "Look what they made", mention=True, at=now - timedelta(hours=5))
        traffic.say(self.ann, "And how heavy?", to=self.first, at=now - timedelta(hours=4))
        self.ann.takes_messages("all")
        traffic.network.settle()
        try:
            yield {"*": traffic.network.pds}
        finally:
            if self.is_suspended:
                traffic.network.take_down(self.brand.account.did, applied=False)
            for writer in (self.brand, self.ann):
                _empty(writer)
            traffic.posts.clear()
            traffic.network.settle()

    def signed_before(self) -> SignedIn | None:
        return there.signed()

    def signed(self, signed: SignedIn) -> None:
        there.sign(signed)

    def signed_out(self) -> None:
        there.sign(None)

    def truth(self) -> Mapping[str, str]:
        known = {one.uri: one for one in self.traffic.posts}
        own = {one["uri"]: one["value"]["text"] for one in self.brand.own_posts() if one["uri"] not in known}
        return {uri: one.text for uri, one in known.items() if one.thread is not None} | own

    def count(self, text: str) -> int:
        return super().count(text) + self.ann.messages_of(self.brand).count(text)

    async def happen(self) -> Changes:
        traffic = self.traffic
        said = traffic.say(self.ann, "Also in red?", to=traffic.posts[0], at=datetime.now(UTC))
        late = traffic.say(self.ann, "Sent from a train", to=self.first, at=datetime.now(UTC) - timedelta(minutes=90))
        self._deleted(self.second)
        return Changes((said.uri,), (), (self.second.uri,), (late.uri,))

    async def pass_time(self, span: timedelta) -> None:
        await asyncio.to_thread(self.traffic.network.settle)

    def shows(self, action: Action) -> bool | None:
        match action:
            case LikeMessage(message_remote_id=uri, on=on):
                return bool(self._viewed(uri).get("viewer", {}).get("like")) is on
            case BlockPerson(person_remote_id=did, on=on):
                profile = self.brand.get("app.bsky.actor.getProfile", actor=did)
                return bool(profile["viewer"].get("blocking")) is on
            case MuteThread(thread_remote_id=uri, on=on):
                return bool(self._viewed(uri).get("viewer", {}).get("threadMuted")) is on
            case ReportMessage():
                return True  # the network's own word for it: reports can be read by its moderators alone
            case _:
                return None

    def revoke(self) -> bool:
        network = self.traffic.network
        network.take_down(self.brand.account.did)
        self.is_suspended = True
        # Until its readers have heard of it the network goes on showing the account, and they take their time.
        for _ in range(_HEARD_OF):
            network.settle()
            seen = self.ann.http.get("app.bsky.actor.getProfile", params={"actor": self.brand.account.did})
            if seen.status_code != HTTPStatus.OK:
                return True
        return False

    def refusal(self, status: int) -> Said:
        names = {401: "AuthMissing", 403: "Forbidden", 404: "NotFound", 410: "Gone", 429: "RateLimitExceeded"}
        return Said(status, {"error": names.get(status, "InternalServerError"), "message": "Refused"})

    def _viewed(self, uri: str) -> dict[str, Any]:
        posts = self.brand.get("app.bsky.feed.getPosts", uris=[uri])["posts"]
        return posts[0] if posts else {}

    def _deleted(self, one: Ref) -> None:
        self.ann.delete(one.uri)
        self.traffic.posts.remove(one)


def _empty(writer: Writer) -> None:
    """Take away everything this account has written."""
    writes = [
        {"$type": "com.atproto.repo.applyWrites#delete", "collection": collection, "rkey": uri.rsplit("/", 1)[1]}
        for collection in ("app.bsky.feed.post", "app.bsky.feed.like", "app.bsky.graph.block")
        for uri in _uris(writer, collection)
    ]
    for start in range(0, len(writes), 200):
        body = {"repo": writer.account.did, "writes": writes[start : start + 200]}
        writer.call("com.atproto.repo.applyWrites", body)


def _uris(writer: Writer, collection: str) -> list[str]:
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = writer.get(
            "com.atproto.repo.listRecords", repo=writer.account.did, collection=collection, limit=100, **cursor
        )
        found += [one["uri"] for one in page["records"]]
        if not page.get("cursor"):
            return found
        cursor = {"cursor": page["cursor"]}
