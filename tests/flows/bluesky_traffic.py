"""Three people talk on a Bluesky network, and it is written down what the brand must see of it: the ground truth.

The rule of threads is the one of the connector's README: a thread is the topmost post, not by the brand, that answers a
post of the brand, mentions it or quotes it; everything said under it belongs to it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from tests.peers.fixtures import Account, BlueskyNetwork

POST = "app.bsky.feed.post"
_WORDS = [
    *(
        "jacket",
        "zip",
        "hood",
        "wool",
        "fjell",
        "delivery",
        "parcel",
        "order",
        "size",
        "sleeve",
        "warm",
        "rain",
        "repair",
    ),
    *("bonjour", "merci", "livraison", "colis", "taille", "veste", "retour", "👋", "🙏", "日本", "größe"),
]


@dataclass(frozen=True, slots=True)
class Ref:
    """A post on the network, with what an answer to it must name."""

    uri: str
    cid: str
    author: str
    root: tuple[str, str]
    text: str
    created_at: datetime
    thread: str | None
    """The thread the brand must find it in; None when it is none of the brand's business."""
    kind: str | None
    depth: int
    """How many of its ancestors belong to the same thread."""


@dataclass
class Writer:
    """One signed-in account that writes records."""

    network: BlueskyNetwork
    account: Account
    http: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.http = httpx.Client(base_url=f"{self.network.pds}/xrpc/", timeout=60, trust_env=False)
        password = self.account.app_password
        session = self.call(
            "com.atproto.server.createSession", {"identifier": self.account.handle, "password": password}
        )
        self.http.headers["authorization"] = f"Bearer {session['accessJwt']}"

    def call(self, method: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self.http.post(method, json=body)
        assert answer.status_code == 200, (method, answer.status_code, answer.text)
        return answer.json() if answer.content else {}

    def get(self, method: str, **params: Any) -> dict[str, Any]:
        answer = self.http.get(method, params=params)
        assert answer.status_code == 200, (method, answer.status_code, answer.text)
        return answer.json()

    def create(self, record: dict[str, Any], collection: str = POST) -> dict[str, Any]:
        body = {"repo": self.account.did, "collection": collection, "record": {"$type": collection, **record}}
        return self.call("com.atproto.repo.createRecord", body)

    def upload(self, png: bytes) -> dict[str, Any]:
        """Put a picture on the network; gives what a post must name it by."""
        answer = self.http.post("com.atproto.repo.uploadBlob", content=png, headers={"content-type": "image/png"})
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.json()["blob"]

    def delete(self, uri: str) -> None:
        body = {"repo": self.account.did, "collection": POST, "rkey": uri.rsplit("/", 1)[1]}
        self.call("com.atproto.repo.deleteRecord", body)

    def own_posts(self) -> list[dict[str, Any]]:
        """Every post record of this account, straight from its repository: what is on the network, once or twice."""
        found: list[dict[str, Any]] = []
        cursor: str | None = None
        while True:
            page = self.get(
                "com.atproto.repo.listRecords",
                repo=self.account.did,
                collection=POST,
                limit=100,
                **({"cursor": cursor} if cursor else {}),
            )
            found += page["records"]
            cursor = page.get("cursor")
            if not cursor:
                return found

    def takes_messages(self, of: str) -> None:
        """Say whose messages this account takes: of "all", of "following" or of "none"."""
        collection = "chat.bsky.actor.declaration"
        record = {"$type": collection, "allowIncoming": of}
        body = {"repo": self.account.did, "collection": collection, "rkey": "self", "record": record}
        self.call("com.atproto.repo.putRecord", body)

    def messages_of(self, other: Writer) -> list[str]:
        """What another account has written to this one in private, the newest first, as this one reads it."""
        proxy = {"atproto-proxy": self.network.chat_proxy}
        convos = self.http.get("chat.bsky.convo.listConvos", headers=proxy).json()["convos"]
        who = other.account.did
        found: list[str] = []
        for convo in convos:
            if who in {one["did"] for one in convo["members"]}:
                params = {"convoId": convo["id"], "limit": 100}
                page = self.http.get("chat.bsky.convo.getMessages", params=params, headers=proxy).json()
                found += [one["text"] for one in page["messages"] if one["sender"]["did"] == who]
        return found

    def close(self) -> None:
        self.http.close()


class Traffic:
    """A seeded conversation of a brand and two people, and its ground truth."""

    def __init__(self, network: BlueskyNetwork, brand: Account, people: Sequence[Account], seed: int) -> None:
        self.network = network
        self.brand = Writer(network, brand)
        self.people = [Writer(network, person) for person in people]
        self.random = random.Random(seed)
        self.posts: list[Ref] = []
        self._at = datetime.now(UTC) - timedelta(hours=6)

    def close(self) -> None:
        for writer in (self.brand, *self.people):
            writer.close()

    @property
    def truth(self) -> dict[str, Ref]:
        """By address, every message that the brand's queue must hold."""
        return {post.uri: post for post in self.posts if post.thread is not None}

    def talk(self, count: int) -> None:
        """Write until there are `count` posts: own ones, answers, mentions, quotes, and talk that is none of ours."""
        first = [self.say(self.brand) for _ in range(min(8, count))]
        assert first
        acts = [self._own_post, self._answer, self._answer, self._answer, self._deep_answer, self._deep_answer]
        acts += [self._mention, self._mention, self._quote, self._brand_answers, self._noise, self._noise_answer]
        while len(self.posts) < count:
            self.random.choice(acts)()
        self.network.settle()

    def say(
        self,
        who: Writer,
        text: str | None = None,
        *,
        to: Ref | None = None,
        mention: bool = False,
        quote: Ref | None = None,
        at: datetime | None = None,
        picture: bytes = b"",
        shows: str = "",
    ) -> Ref:
        """Write one post and work out where the brand must find it. `shows` describes the picture, a PNG."""
        text = text or f"{' '.join(self.random.choices(_WORDS, k=self.random.randint(2, 9)))} {len(self.posts)}"
        record: dict[str, Any] = {"createdAt": self._stamp(at), "langs": ["en"]}
        if mention:
            handle = f"@{self.brand.account.handle}"
            text = f"{text} {handle}"
            start = len(text.encode()) - len(handle.encode())
            feature = {"$type": "app.bsky.richtext.facet#mention", "did": self.brand.account.did}
            index = {"byteStart": start, "byteEnd": len(text.encode())}
            record["facets"] = [{"index": index, "features": [feature]}]
        if to is not None:
            root = {"uri": to.root[0], "cid": to.root[1]}
            record["reply"] = {"root": root, "parent": {"uri": to.uri, "cid": to.cid}}
        if quote is not None:
            record["embed"] = {"$type": "app.bsky.embed.record", "record": {"uri": quote.uri, "cid": quote.cid}}
        if picture:
            image = {"alt": shows, "image": who.upload(picture)}
            record["embed"] = {"$type": "app.bsky.embed.images", "images": [image]}
        made = who.create({"text": text, **record})
        thread, kind = self._place(made["uri"], who, to, mention, quote)
        post = Ref(
            uri=made["uri"],
            cid=made["cid"],
            author=who.account.did,
            root=to.root if to else (made["uri"], made["cid"]),
            text=text,
            created_at=datetime.fromisoformat(record["createdAt"]),
            thread=thread,
            kind=kind,
            depth=to.depth + 1 if to is not None and to.thread is not None else 0,
        )
        self.posts.append(post)
        return post

    def _place(
        self, uri: str, who: Writer, to: Ref | None, mention: bool, quote: Ref | None
    ) -> tuple[str | None, str | None]:
        if to is not None and to.thread is not None:
            return to.thread, to.kind
        if who is self.brand:
            return None, None
        if to is not None and to.author == self.brand.account.did:
            return uri, "comment"
        if mention or (quote is not None and quote.author == self.brand.account.did):
            return uri, "mention"
        return None, None

    def _stamp(self, at: datetime | None) -> str:
        if at is None:
            self._at += timedelta(milliseconds=self.random.choice([1, 400, 15_000]))
            at = self._at
        return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _someone(self) -> Writer:
        return self.random.choice(self.people)

    def _of_brand(self, *, in_thread: bool) -> list[Ref]:
        return [p for p in self.posts if p.author == self.brand.account.did and (p.thread is not None) is in_thread]

    def _own_post(self) -> None:
        self.say(self.brand)

    def _answer(self) -> None:
        self.say(self._someone(), to=self.random.choice(self._of_brand(in_thread=False)))

    def _deep_answer(self) -> None:
        # Under a mention by others only what answers the brand is surely told to it.
        mine = self.brand.account.did
        fitting = [p for p in self.posts if p.thread and p.depth < 4 and (p.kind == "comment" or p.author == mine)]
        if fitting:
            self.say(self._someone(), to=self.random.choice(fitting))

    def _mention(self) -> None:
        noise = [p for p in self.posts if p.thread is None and p.author != self.brand.account.did]
        to = self.random.choice(noise) if noise and self.random.random() < 0.3 else None
        self.say(self._someone(), to=to, mention=True)

    def _quote(self) -> None:
        self.say(self._someone(), quote=self.random.choice(self._of_brand(in_thread=False)))

    def _brand_answers(self) -> None:
        asked = [p for p in self.posts if p.thread is not None and p.author != self.brand.account.did]
        if asked:
            self.say(self.brand, to=self.random.choice(asked))

    def _noise(self) -> None:
        self.say(self._someone())

    def _noise_answer(self) -> None:
        noise = [p for p in self.posts if p.thread is None and p.author != self.brand.account.did]
        if noise:
            self.say(self._someone(), to=self.random.choice(noise))
