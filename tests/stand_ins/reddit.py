"""A stand-in for Reddit's API, after its wiki ("OAuth2", "API") and the shapes that its clients' tests recorded.

It is ours and not Reddit's: what it refuses, Reddit's documentation says is refused. Its world is one brand, its posts,
and a subreddit that the brand moderates.
"""

from __future__ import annotations

import re
import secrets
from base64 import b64decode
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, route
from socialdesk.support.clock import Clock
from tests.stand_ins.reddit_world import OWN, Conversation, RedditWorld, Thing

CLIENT_ID = "wool-app"
_LISTING = ("limit", "after", "raw_json")
_WRITE = ("raw_json",)


class RedditStandIn(RedditWorld):
    """The stand-in."""

    page_of: int = 100
    shown_below: ClassVar[int] = 200

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.secret = ""
        self.is_mod = True
        self.is_suspended = False
        self.blocked: set[str] = set()
        self.takes_no_messages: set[str] = set()
        self.reports: list[tuple[str, str]] = []
        self.left = 999.0
        self._codes: dict[str, str] = {}
        self._refresh: set[str] = set()

    # ------------------------------------------------------------ whoever signs in

    def consent(self, url: str, error: str = "") -> dict[str, str]:
        """What comes back after the person allowed, or refused; checks the address as Reddit does."""
        asked = {key: value[0] for key, value in parse_qs(urlsplit(url).query).items()}
        assert urlsplit(url).path == "/api/v1/authorize"
        assert set(asked) == {"client_id", "response_type", "state", "redirect_uri", "duration", "scope"}
        assert asked["client_id"] == CLIENT_ID
        assert asked["duration"] == "permanent"
        if error:
            return {"error": error, "state": asked["state"]}
        code = secrets.token_urlsafe(8)
        self._codes[code] = asked["redirect_uri"]
        return {"code": code, "state": asked["state"]}

    def revoke_all(self) -> None:
        """The person ends the access in their settings."""
        self._refresh.clear()
        self.tokens.clear()

    # ------------------------------------------------------------ tokens

    @route("POST", "/api/v1/access_token", fields=("grant_type", "code", "redirect_uri", "refresh_token"), scope=None)
    def access_token(self, asked: Asked) -> Said:
        self._named(asked)
        keys = b64decode(asked.headers.get("authorization", "").removeprefix("Basic ")).decode()
        if keys != f"{CLIENT_ID}:{self.secret}":
            raise Refused(Said(401, {"message": "Unauthorized", "error": 401}))
        form = asked.form()
        is_known = (
            form.get("refresh_token") in self._refresh
            if form["grant_type"] == "refresh_token"
            else self._codes.pop(form.get("code", ""), None) == form.get("redirect_uri")
        )
        if not is_known:
            raise Refused(Said(400, {"error": "invalid_grant"}))
        refresh = form.get("refresh_token") or secrets.token_urlsafe(8)
        self._refresh.add(refresh)
        access = secrets.token_urlsafe(8)
        self.tokens[access] = set()
        scope = "identity read history privatemessages submit edit vote report save modposts modmail"
        said = {"access_token": access, "token_type": "bearer", "expires_in": 86_400, "scope": scope}
        return Said(200, said | {"refresh_token": refresh})

    @route("POST", "/api/v1/revoke_token", fields=("token", "token_type_hint"), scope=None)
    def revoke_token(self, asked: Asked) -> Said:
        self._refresh.discard(asked.form()["token"])
        self.tokens.clear()
        return Said(204)

    # ------------------------------------------------------------ reading

    @route("GET", "/api/v1/me", takes=("raw_json",))
    def me(self, asked: Asked) -> Said:
        self._named(asked)
        return Said(200, {"id": "own1", "name": OWN, "is_mod": self.is_mod, "is_suspended": self.is_suspended})

    @route("GET", "/message/inbox", takes=_LISTING)
    def inbox(self, asked: Asked) -> Said:
        told = [one for one in self.things.values() if self._is_told(one)]
        return self._listing(asked, told, lean=True)

    @route("GET", "/message/sent", takes=_LISTING)
    def sent(self, asked: Asked) -> Said:
        found = [one for one in self.things.values() if one.name.startswith("t4_") and one.author == OWN]
        return self._listing(asked, found)

    @route("GET", "/user/{name}/comments", takes=_LISTING)
    def comments_of(self, asked: Asked) -> Said:
        name = asked.parts["name"]
        found = [one for one in self.things.values() if one.name.startswith("t1_") and one.author == name]
        return self._listing(asked, [one for one in found if not one.is_deleted])

    @route("GET", "/user/{name}/submitted", takes=_LISTING)
    def posts_of(self, asked: Asked) -> Said:
        name = asked.parts["name"]
        found = [one for one in self.things.values() if one.name.startswith("t3_") and one.author == name]
        return self._listing(asked, found)

    @route("GET", "/comments/{id}", takes=("limit", "sort", "raw_json"))
    def tree(self, asked: Asked) -> Said:
        post = self.things[f"t3_{asked.parts['id']}"]
        below = self._below(post.name, int(asked.query["limit"]))
        return Said(200, [_listed([self._thing(post)], None), below])

    @route("GET", "/user/{name}/about", takes=("raw_json",))
    def about(self, asked: Asked) -> Said:
        name = asked.parts["name"]
        if name.lower() not in {one.author.lower() for one in self.things.values()}:
            raise Refused(self.refused(404, "", "Not Found"))
        return Said(200, {"kind": "t2", "data": {"id": f"id_{name}", "name": name}})

    @route("GET", "/api/info", takes=("id", "raw_json"))
    def info(self, asked: Asked) -> Said:
        names = asked.query["id"].split(",")
        if len(names) > 100:
            raise Refused(self.refused(400, "", "Bad Request"))
        found = [self.things[name] for name in names if name in self.things and not name.startswith("t4_")]
        return Said(200, _listed([self._thing(one) for one in found], None))

    @route("GET", "/api/mod/conversations", takes=("sort", "state", "limit", "after", "raw_json"))
    def modmail(self, asked: Asked) -> Said:
        self._moderates()
        ordered = sorted(self.conversations.values(), key=lambda one: one.updated, reverse=True)
        ids = [one.id for one in ordered]
        start = ids.index(asked.query["after"]) + 1 if "after" in asked.query else 0
        shown = ordered[start : start + int(asked.query["limit"])]
        return Said(
            200,
            {
                "conversations": {one.id: self._conversation(one) for one in shown},
                "messages": {one.messages[-1]["id"]: one.messages[-1] for one in shown},
                "conversationIds": [one.id for one in shown],
                "viewerId": "t2_own1",
            },
        )

    @route("GET", "/api/mod/conversations/{id}", takes=("raw_json",))
    def one_conversation(self, asked: Asked) -> Said:
        self._moderates()
        return Said(200, self._opened(asked))

    # ------------------------------------------------------------ writing

    @route(
        "POST",
        "/api/mod/conversations/{id}",
        takes=_WRITE,
        fields=("api_type", "body", "isAuthorHidden", "isInternal"),
    )
    def answer_moderators(self, asked: Asked) -> Said:
        self._moderates()
        self.said_in(self.conversations[asked.parts["id"]], OWN, asked.form()["body"].rstrip())
        return Said(201, self._opened(asked))

    @route("POST", "/api/comment", takes=_WRITE, fields=("api_type", "thing_id", "text"))
    def comment(self, asked: Asked) -> Said:
        form = asked.form()
        above = self.things.get(form["thing_id"])
        if above is None or above.is_deleted:
            return _envelope("DELETED_COMMENT", "that comment has been deleted", "parent")
        if above.is_archived:
            return _envelope("TOO_OLD", "that's a piece of history now; it's too late to reply to it", "parent")
        if above.author in self.blocked:
            return _envelope("USER_BLOCKED", "you can't do that", "parent")
        if len(form["text"]) > 10_000:
            return _envelope("TOO_LONG", "this is too long (max: 10000)", "text")
        text = form["text"].rstrip()
        made = self.messaged(OWN, above.author, text, above) if above.dest else self.wrote(OWN, text, above)
        things = [{"kind": made.name[:2], "data": self._thing(made)}]
        return Said(200, {"json": {"errors": [], "data": {"things": things}}})

    @route("POST", "/api/compose", takes=_WRITE, fields=("api_type", "to", "subject", "text"))
    def compose(self, asked: Asked) -> Said:
        form = asked.form()
        known = {one.author.lower(): one.author for one in self.things.values()}
        if form["to"].lower() not in known:
            return _envelope("USER_DOESNT_EXIST", "that user doesn't exist", "to")
        if not form["subject"] or not form["text"].strip():
            return _envelope("NO_SUBJECT" if not form["subject"] else "NO_TEXT", "please enter one", "subject")
        for field_, most in (("subject", 100), ("text", 10_000)):
            if len(form[field_]) > most:
                return _envelope("TOO_LONG", f"this is too long (max: {most})", field_)
        if form["to"] in self.blocked:
            return _envelope("USER_BLOCKED_MESSAGE", "can't message that user", "to")
        if form["to"] in self.takes_no_messages:
            return _envelope("NOT_WHITELISTED_BY_USER_MESSAGE", "you are not on that user's list", "to")
        self.messaged(OWN, known[form["to"].lower()], form["text"].rstrip(), subject=form["subject"])
        return Said(200, {"json": {"errors": []}})

    @route("POST", "/api/del", takes=_WRITE, fields=("api_type", "id"))
    def deleted(self, asked: Asked) -> Said:
        found = self.things[asked.form()["id"]]
        if found.author != OWN:
            raise Refused(self.refused(403, "", "Forbidden"))
        found.is_deleted = True
        return Said(200, {})

    @route("POST", "/api/editusertext", takes=_WRITE, fields=("api_type", "thing_id", "text"))
    def edit(self, asked: Asked) -> Said:
        form = asked.form()
        found = self.things.get(form["thing_id"])
        if found is None or found.is_deleted:
            return _envelope("DELETED_COMMENT", "that comment has been deleted", "thing_id")
        if found.author != OWN or not found.name.startswith("t1_"):
            raise Refused(self.refused(403, "", "Forbidden"))
        if len(form["text"]) > 10_000:
            return _envelope("TOO_LONG", "this is too long (max: 10000)", "text")
        found.body, found.edited = form["text"].rstrip(), self.now()
        return Said(200, {"json": {"errors": [], "data": {"things": [{"kind": "t1", "data": self._thing(found)}]}}})

    @route("POST", "/api/vote", takes=_WRITE, fields=("api_type", "id", "dir"))
    def vote(self, asked: Asked) -> Said:
        self.things[asked.form()["id"]].likes = {"1": True, "0": None, "-1": False}[asked.form()["dir"]]
        return Said(200, {})

    @route("POST", "/api/remove", takes=_WRITE, fields=("api_type", "id", "spam"))
    def remove(self, asked: Asked) -> Said:
        self._moderates()
        self.things[asked.form()["id"]].is_removed = True
        return Said(200, {})

    @route("POST", "/api/approve", takes=_WRITE, fields=("api_type", "id"))
    def approve(self, asked: Asked) -> Said:
        self._moderates()
        self.things[asked.form()["id"]].is_removed = False
        return Said(200, {})

    @route("POST", "/api/report", takes=_WRITE, fields=("api_type", "thing_id", "reason"))
    def report(self, asked: Asked) -> Said:
        form = asked.form()
        if len(form["reason"]) > 100:
            return _envelope("TOO_LONG", "this is too long (max: 100)", "reason")
        self.reports.append((form["thing_id"], form["reason"]))
        return Said(200, {"json": {"errors": []}})

    @route("POST", "/api/block_user", takes=_WRITE, fields=("api_type", "account_id"))
    def block(self, asked: Asked) -> Said:
        self.blocked.add(asked.form()["account_id"].removeprefix("t2_id_"))
        return Said(200, {})

    @route("POST", "/r/all/api/unfriend", takes=_WRITE, fields=("api_type", "container", "name", "type"))
    def unblock(self, asked: Asked) -> Said:
        form = asked.form()
        if (form["container"], form["type"]) != ("t2_own1", "enemy"):
            raise Refused(self.refused(400, "", "Bad Request"))
        self.blocked.discard(form["name"])
        return Said(200, {})

    # ------------------------------------------------------------ parts

    def refused(self, status: int, code: str, words: str) -> Said:
        return Said(status, {"message": words, "error": status} | ({"reason": code} if code else {}))

    def wrong_token(self, asked: Asked) -> Said:
        return Said(
            401, {"message": "Unauthorized", "error": 401}, {"www-authenticate": 'Bearer error="invalid_token"'}
        )

    def headers_for(self, asked: Asked) -> dict[str, str]:
        if asked.path.startswith("/api/v1/access"):
            return {}
        self.left -= 1
        used = f"{1000 - self.left:.0f}"
        return {"x-ratelimit-remaining": f"{self.left:.1f}", "x-ratelimit-used": used, "x-ratelimit-reset": "572"}

    def _named(self, asked: Asked) -> None:
        if not re.match(r"\w+:[\w.-]+:v?[\w.+-]+", asked.headers.get("user-agent", "")):
            raise Refused(self.refused(429, "", "Too Many Requests"))

    def _moderates(self) -> None:
        if not self.is_mod:
            raise Refused(self.refused(403, "", "Forbidden"))

    def _is_told(self, one: Thing) -> bool:
        if one.author == OWN or one.name.startswith("t3_"):
            return False
        if one.name.startswith("t4_"):
            return one.dest == OWN
        above = self.things.get(one.parent)
        return (above is not None and above.author == OWN) or f"u/{OWN}".lower() in one.body.lower()

    def _listing(self, asked: Asked, found: list[Thing], *, lean: bool = False) -> Said:
        self._named(asked)
        ordered = sorted(found, key=lambda one: (one.at, one.name), reverse=True)
        names = [one.name for one in ordered]
        start = names.index(asked.query["after"]) + 1 if asked.query.get("after") in names else 0
        end = start + min(int(asked.query.get("limit", "25")), self.page_of)
        shown = ordered[start:end]
        items = [self._thing(one) for one in shown]
        if lean:
            # What the inbox leaves out of a comment.
            items = [{key: value for key, value in one.items() if key not in {"edited", "link_id"}} for one in items]
        return Said(200, _listed(items, shown[-1].name if len(ordered) > end else None))

    def _below(self, name: str, most: int) -> dict[str, Any]:
        """What stands below something as a tree; what is too much is only named."""
        found = sorted((one for one in self.things.values() if one.parent == name), key=lambda one: one.name)
        items = [self._thing(one) | {"replies": self._below(one.name, most)} for one in found[: self.shown_below]]
        listing = _listed(items, None)
        if more := [one.name[3:] for one in found[self.shown_below :]]:
            listing["data"]["children"].append({"kind": "more", "data": {"children": more, "count": len(more)}})
        return listing

    def _thing(self, one: Thing) -> dict[str, Any]:
        is_gone = one.is_deleted or one.is_removed
        body = "[deleted]" if one.is_deleted else "[removed]" if one.is_removed else one.body
        facts: dict[str, Any] = {
            "name": one.name,
            "id": one.name[3:],
            "author": "[deleted]" if is_gone and one.is_deleted else one.author,
            "created_utc": one.at.timestamp(),
        }
        if one.name.startswith("t4_"):
            first = {"first_message_name": one.first or None, "subject": one.subject, "dest": one.dest}
            return facts | first | {"body": one.body, "replies": ""}
        link = one.link.removeprefix("t3_") or one.name.removeprefix("t3_")
        if one.name.startswith("t3_"):
            many = len([1 for other in self.things.values() if other.link == one.name])
            more = {"title": one.body, "selftext": "", "score": 3, "num_comments": many, "thumbnail": "self"}
            return facts | more | {"permalink": f"/r/wool/comments/{link}/x/"}
        return (
            facts
            | {
                "body": body,
                "parent_id": one.parent,
                "link_id": one.link,
                "permalink": f"/r/wool/comments/{link}/x/{one.name[3:]}/",
                "edited": one.edited.timestamp() if one.edited else False,
                "likes": one.likes,
            }
            | ({"media_metadata": one.pictures} if one.pictures else {})
        )

    def _conversation(self, one: Conversation) -> dict[str, Any]:
        who = {"name": one.by, "isMod": False, "isOp": True}
        return {"id": one.id, "subject": one.subject, "lastUpdated": one.updated, "participant": who}

    def _opened(self, asked: Asked) -> dict[str, Any]:
        one = self.conversations[asked.parts["id"]]
        messages = {message["id"]: message for message in one.messages}
        return {"conversation": self._conversation(one), "messages": messages, "modActions": {}}


def _listed(items: list[dict[str, Any]], after: str | None) -> dict[str, Any]:
    children = [{"kind": str(one["name"])[:2], "data": one} for one in items]
    return {"kind": "Listing", "data": {"after": after, "before": None, "dist": len(items), "children": children}}


def _envelope(name: str, words: str, what: str, **more: Any) -> Said:
    return Said(200, {"json": {"errors": [[name, words, what]], **more}})
