"""A stand-in for Chirp, after docs.chirp.example: it refuses what the network would refuse."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, StandIn, route

TOKEN = "c4irp-t0k3n-of-the-shop"  # noqa: S105 - made up
OTHER = "c4irp-t0k3n-of-the-cafe"
ACCOUNTS = {
    TOKEN: {"id": "u1", "handle": "shop", "name": "The Shop"},
    OTHER: {"id": "u2", "handle": "cafe", "name": "The Café"},
}
ADA = {"id": "u7", "handle": "ada", "name": "Ada"}
MOST = 500


class ChirpStandIn(StandIn):
    """A small Chirp: posts, and a numbered list of all that happened to them."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens = {token: {"read", "write"} for token in ACCOUNTS}
        self.posts: dict[str, dict[str, Any]] = {}
        self.changes: list[dict[str, Any]] = []

    # ------------------------------------------------------------ what a test lets happen

    def said(self, text: str, *, ago: timedelta = timedelta(0), pictures: Iterable[str] = ()) -> str:
        """Ada writes to the shop."""
        return self._write(ADA, text, with_=ADA, ago=ago, pictures=pictures)["id"]

    def edited(self, id_: str, text: str) -> None:
        """Somebody changes what they wrote."""
        post = self.posts[id_]
        post |= {"text": text, "version": post["version"] + 1, "edited_at": self.now().isoformat()}
        self._tell({"type": "post", "id": id_})

    def deleted(self, id_: str) -> None:
        """Somebody takes back what they wrote."""
        del self.posts[id_]
        self._tell({"type": "deleted", "id": id_, "at": self.now().isoformat()})

    def _write(
        self,
        author: dict[str, Any],
        text: str,
        *,
        with_: dict[str, Any],
        reply_to: str | None = None,
        ago: timedelta = timedelta(0),
        **more: Any,
    ) -> dict[str, Any]:
        id_ = f"p{len(self.changes) + 1}"
        root = self.posts[reply_to]["root"] if reply_to in self.posts else id_
        at = (self.now() - ago).isoformat()
        known = {"id": id_, "root": root, "author": author, "with": with_, "text": text, "version": 1}
        self.posts[id_] = {**known, "created_at": at, "reply_to": reply_to, **more}
        self._tell({"type": "post", "id": id_})
        return self.posts[id_]

    def _tell(self, change: dict[str, Any]) -> None:
        self.changes.append({"number": len(self.changes) + 1, **change})

    # ------------------------------------------------------------ what the API answers

    @route("GET", "/v1/me")
    def me(self, asked: Asked) -> Said:
        return Said(200, {**ACCOUNTS[asked.token], "scopes": sorted(self.tokens[asked.token])})

    @route("GET", "/v1/changes", takes=("after", "most"), scope="read")
    def changed(self, asked: Asked) -> Said:
        after, most = int(asked.query["after"]), int(asked.query["most"])
        if not 1 <= most <= 50:
            raise Refused(self.refused(400, "most", "most is a number from 1 to 50."))
        part = self.changes[after : after + most]
        # A post is told as it is now; of one that is gone only its deletion is told.
        told = [
            {**one, "post": self.posts[one["id"]]} if one["type"] == "post" else one
            for one in part
            if one["type"] != "post" or one["id"] in self.posts
        ]
        return Said(200, {"changes": told, "last": after + len(part), "more": after + len(part) < len(self.changes)})

    @route("GET", "/v1/posts", takes=("client_key",), scope="read")
    def found(self, asked: Asked) -> Said:
        return Said(200, {"posts": self._by_key(asked.query["client_key"])})

    @route("GET", "/v1/posts/{id}", scope="read")
    def post(self, asked: Asked) -> Said:
        return Said(200, self._post(asked))

    @route("POST", "/v1/posts", fields=("text", "reply_to", "client_key"), scope="write")
    def write(self, asked: Asked) -> Said:
        said = asked.json()
        known = self._by_key(said["client_key"])
        if known:
            return Said(200, known[0])
        parent = self.posts.get(said["reply_to"])
        if parent is None:
            raise Refused(self.refused(404, "not_found", "There is no such post."))
        if not 0 < len(said["text"]) <= MOST:
            raise Refused(self.refused(422, "text", f"A text has 1 to {MOST} characters."))
        me = ACCOUNTS[asked.token]
        made = self._write(me, said["text"], with_=parent["with"], reply_to=parent["id"], client_key=said["client_key"])
        return Said(201, made)

    @route("DELETE", "/v1/posts/{id}", scope="write")
    def delete(self, asked: Asked) -> Said:
        if self._post(asked)["author"] != ACCOUNTS[asked.token]:
            raise Refused(self.refused(403, "not_yours", "That is somebody else's post."))
        self.deleted(asked.parts["id"])
        return Said(200, {})

    @route("PUT", "/v1/posts/{id}/like", scope="write")
    def like(self, asked: Asked) -> Said:
        self._post(asked)["liked"] = True
        return Said(200, {})

    @route("DELETE", "/v1/posts/{id}/like", scope="write")
    def unlike(self, asked: Asked) -> Said:
        self._post(asked)["liked"] = False
        return Said(200, {})

    @route("DELETE", "/v1/token")
    def sign_out(self, asked: Asked) -> Said:
        del self.tokens[asked.token]
        return Said(200, {})

    def _post(self, asked: Asked) -> dict[str, Any]:
        if asked.parts["id"] not in self.posts:
            raise Refused(self.refused(404, "not_found", "There is no such post."))
        return self.posts[asked.parts["id"]]

    def _by_key(self, key: str) -> list[dict[str, Any]]:
        return [one for one in self.posts.values() if one.get("client_key") == key]
