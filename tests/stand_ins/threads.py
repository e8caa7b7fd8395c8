"""A stand-in for Threads, after the documentation of the Threads API.

As right as that and our reading of it: nothing of Meta's runs here.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from socialdesk.connectors.suite.stand_in import Asked, Said, route
from tests.stand_ins.graph_rules import GraphRules, Json, stamp

ME, NAME, APP, SECRET, TOKEN = "8801", "ridgehill", "616161", "th-secret", "th-token"
OTHER, OTHER_TOKEN = "8802", "th-other"
SCOPES = {
    "threads_basic",
    "threads_content_publish",
    "threads_read_replies",
    "threads_manage_replies",
    "threads_manage_mentions",
    "threads_delete",
}
_V = "/v1.0"
_DAY = timedelta(days=1)


class Threads(GraphRules):
    """An account, its posts, and the people who answer or mention it."""

    VERSION: ClassVar[str] = "v1.0"
    ERROR_TYPE: ClassVar[str] = "THApiException"
    KINDS: ClassVar[dict[str, dict[str, str]]] = {
        "User": {"id": "", "username": "", "name": "", "threads_profile_picture_url": "", "is_verified": ""},
        "Media": {
            "id": "",
            "text": "",
            "username": "",
            "permalink": "",
            "timestamp": "",
            "media_product_type": "",
            "media_type": "",
            "media_url": "",
            "thumbnail_url": "",
            "shortcode": "",
            "children": "Child*",
            "has_replies": "",
            "is_reply": "",
            "is_reply_owned_by_me": "",
            "root_post": "",
            "replied_to": "",
            "hide_status": "",
            "is_quote_post": "",
        },
        "Child": {"id": "", "media_type": "", "media_url": "", "thumbnail_url": ""},
        "Quota": {"quota_usage": "", "config": "", "reply_quota_usage": "", "reply_config": ""},
    }

    def __init__(self) -> None:
        super().__init__()
        self.apps = {APP: SECRET}
        self.codes: dict[str, str] = {}
        self.made = {TOKEN: self.now() - 2 * _DAY, OTHER_TOKEN: self.now() - 2 * _DAY}
        self.tokens = {TOKEN: set(SCOPES), OTHER_TOKEN: set(SCOPES)}
        self.containers: dict[str, Json] = {}
        self.makes = "FINISHED"
        """How a new container stands."""
        self.own_names = {NAME}
        """What the account is called, and was."""
        self.approving: set[str] = set()
        """The posts to which replies show only once they are approved."""
        self.unseen: dict[str, str] = {}
        """The replies that nobody else sees: pending or ignored."""
        self.private: set[str] = set()
        """Names whose posts are not shown, though others answered them."""
        self.user: Json = {"kind": "User", "id": ME, "username": NAME, "name": "Ridge & Hill"}

    # ------------------------------------------------------------ what a test does

    def posted(self, text: str, *, by: str = NAME, above: str = "", **more: Any) -> str:
        """A post, or an answer to what is `above`. Gives its id."""
        id_ = f"1800{self.number()}"
        node: Json = {"kind": "Media", "id": id_, "text": text, "username": by, "timestamp": stamp(self.now())}
        node |= {"media_type": "TEXT_POST", "media_product_type": "THREADS", "hide_status": "NOT_HUSHED"}
        node |= {"permalink": f"https://www.threads.com/@{by}/post/{id_}", "is_reply": bool(above)}
        if above:
            node["replied_to"] = {"id": above}
            node["root_post"] = {"id": self._root(above)}
            node["is_reply_owned_by_me"] = by == NAME
            if node["root_post"]["id"] in self.approving and by != NAME:
                self.unseen[id_] = "pending"
        self.nodes[id_] = node | more
        return id_

    def edited(self, id_: str, text: str) -> None:
        """Somebody changed a text within a quarter of an hour: nothing else tells of it."""
        self.nodes[id_]["text"] = text

    def deleted(self, id_: str) -> None:
        """Somebody deleted something."""
        del self.nodes[id_]
        self.unseen.pop(id_, None)

    # ------------------------------------------------------------ signing in

    @route("POST", "/oauth/access_token", fields=None, scope=None)
    def code(self, asked: Asked) -> Said:
        self.known(asked)
        form = self.form_of(asked, "client_id", "client_secret", "grant_type", "redirect_uri", "code")
        if form.get("grant_type") != "authorization_code":
            raise self.wrong(asked, "grant_type")
        if self.apps.get(form.get("client_id", "")) != form.get("client_secret"):
            return self.error(101, 4279019, "Error validating client secret.")
        if self.codes.pop(form.get("code", ""), "") != form.get("redirect_uri"):
            return self.error(100, 36009, "This authorization code has been used.")
        return Said(200, {"access_token": "short", "user_id": int(ME)})

    @route("GET", "/access_token", takes=None, scope=None)
    def long(self, asked: Asked) -> Said:
        if set(asked.query) != {"grant_type", "client_secret", "access_token"}:
            raise self.wrong(asked, "parameters")
        if asked.query["grant_type"] != "th_exchange_token" or asked.query["access_token"] != "short":
            return self.wrong_token(asked)
        self.made[TOKEN], self.tokens[TOKEN] = self.now(), set(SCOPES)
        return Said(200, {"access_token": TOKEN, "token_type": "bearer", "expires_in": 5184000})

    @route("GET", "/refresh_access_token", takes=None, scope=None)
    def renewed(self, asked: Asked) -> Said:
        self.refusing(asked)
        if set(asked.query) != {"grant_type", "access_token"} or asked.query["grant_type"] != "th_refresh_token":
            raise self.wrong(asked, "parameters")
        token = asked.query["access_token"]
        if token not in self.tokens or self.now() - self.made[token] > 60 * _DAY:
            return self.wrong_token(asked)
        if self.now() - self.made[token] < _DAY:
            return self.error(100, 0, "The token must be at least 24 hours old.")
        new = f"{token}-{self.number()}"
        self.tokens[new], self.made[new] = set(self.tokens[token]), self.now()
        return Said(200, {"access_token": new, "token_type": "bearer", "expires_in": 5184000})

    # ------------------------------------------------------------ reading

    @route("GET", f"{_V}/me", takes=None, scope="threads_basic")
    def me(self, asked: Asked) -> Said:
        self.known(asked, "fields")
        user = self.user
        if asked.token.startswith(OTHER_TOKEN):
            user = user | {"id": OTHER, "username": "another", "name": "Another"}
        return Said(200, self.shaped(asked, user, self.fields_of(asked, "id")))

    @route("GET", f"{_V}/me/threads", takes=None, scope="threads_basic")
    def posts(self, asked: Asked) -> Said:
        return self._list(asked, lambda one: one["username"] in self.own_names and not one["is_reply"])

    @route("GET", f"{_V}/me/replies", takes=None, scope="threads_read_replies")
    def own_replies(self, asked: Asked) -> Said:
        return self._list(asked, lambda one: one["username"] in self.own_names and one["is_reply"])

    @route("GET", f"{_V}/me/mentions", takes=None, scope="threads_manage_mentions")
    def mentions(self, asked: Asked) -> Said:
        return self._list(asked, lambda one: f"@{NAME}" in one["text"] and one["username"] != NAME)

    @route("GET", f"{_V}/me/threads_publishing_limit", takes=None, scope="threads_content_publish")
    def quota(self, asked: Asked) -> Said:
        self.known(asked, "fields")
        quota: Json = {"kind": "Quota", "reply_quota_usage": 3}
        quota["reply_config"] = {"quota_total": 1000, "quota_duration": 86400}
        return Said(200, {"data": [self.shaped(asked, quota, self.fields_of(asked))]})

    @route("GET", f"{_V}/{{id}}/replies", takes=None, scope="threads_read_replies")
    def replies(self, asked: Asked) -> Said:
        above = self.node(asked.parts["id"])["id"]
        return self._list(asked, lambda one: one.get("replied_to", {}).get("id") == above, "reverse")

    @route("GET", f"{_V}/{{id}}/conversation", takes=None, scope="threads_read_replies")
    def conversation(self, asked: Asked) -> Said:
        root = self.node(asked.parts["id"])
        if root["username"] not in self.own_names:
            return self.error(10, 0, "(#10) Only conversations below own posts are shown.")
        return self._list(asked, lambda one: one.get("root_post", {}).get("id") == root["id"], "reverse")

    @route("GET", f"{_V}/{{id}}/pending_replies", takes=None, scope="threads_read_replies")
    def pending(self, asked: Asked) -> Said:
        post = self.node(asked.parts["id"])
        self.known(asked, "fields", "limit", "after", "reverse", "approval_status")
        if asked.query.get("approval_status", "pending") not in ("pending", "ignored"):
            raise self.wrong(asked, "approval_status")
        if post["id"] not in self.approving:
            return self.error(100, 0, "Reply approvals are not enabled for this post.")
        wanted = {id_ for id_, status in self.unseen.items() if status == asked.query.get("approval_status", status)}
        found = [one for one in self.nodes.values() if one["id"] in wanted and one["root_post"]["id"] == post["id"]]
        return self.page(asked, sorted(found, key=_age, reverse=True))

    def _list(self, asked: Asked, which: Any, *more: str) -> Said:
        self.known(asked, "fields", "limit", "after", "since", "until", *more)
        if asked.query.get("reverse", "true") != "true":
            raise self.wrong(asked, "reverse")
        found = [
            one
            for one in self.nodes.values()
            if which(one) and one["username"] not in self.private and one["id"] not in self.unseen
        ]
        return self.page(asked, [self._now(one) for one in sorted(found, key=_age, reverse=True)])

    def edge(self, asked: Asked, node: Json, name: str, by: dict[str, str]) -> list[Json]:
        return node.get("parts", [])

    def total(self, node: Json, name: str) -> int:
        return len(node.get("parts", []))

    @route("GET", f"{_V}/{{id}}", takes=None, scope="threads_basic")
    def thing(self, asked: Asked) -> Said:
        self.known(asked, "fields")
        id_ = asked.parts["id"]
        if id_ in self.containers:
            return Said(200, {"id": id_, "status": self.containers[id_]["status"]})
        node = self.node(id_)
        if node["username"] in self.private or id_ in self.unseen:
            return self.error(100, 33, "Unsupported get request.")
        return Said(200, self.shaped(asked, self._now(node), self.fields_of(asked)))

    # ------------------------------------------------------------ writing

    @route("POST", f"{_V}/me/threads", takes=None, fields=None, scope="threads_content_publish")
    def contain(self, asked: Asked) -> Said:
        self.known(asked)
        form = self.form_of(asked, "media_type", "text", "reply_to_id", "image_url", "auto_publish_text")
        if form.get("media_type") != "TEXT" or not form.get("text"):
            raise self.wrong(asked, "A text is needed")
        if len(form["text"]) > 500:
            return self.error(100, 0, "Param text must be at most 500 characters long.")
        self.node(form.get("reply_to_id", ""))
        id_ = f"1900{self.number()}"
        self.containers[id_] = form | {"status": self.makes}
        return Said(200, {"id": id_})

    @route("POST", f"{_V}/me/threads_publish", takes=None, fields=None, scope="threads_content_publish")
    def publish(self, asked: Asked) -> Said:
        self.known(asked)
        form = self.containers.get(self.form_of(asked, "creation_id")["creation_id"])
        if form is None:
            return self.error(24, 4279009, "The requested resource does not exist")
        if form["status"] == "IN_PROGRESS":
            return self.error(24, 4279009, "The requested resource does not exist")
        if form["status"] != "FINISHED":
            return self.error(100, 0, "The container was published already.")
        form["status"] = "PUBLISHED"
        return Said(200, {"id": self.posted(form["text"], above=form["reply_to_id"])})

    @route("POST", f"{_V}/{{id}}/manage_reply", takes=None, fields=None, scope="threads_manage_replies")
    def hide(self, asked: Asked) -> Said:
        self.known(asked)
        node, form = self.node(asked.parts["id"]), self.form_of(asked, "hide")
        if form.get("hide") not in ("true", "false"):
            raise self.wrong(asked, "hide")
        if node["replied_to"]["id"] != node["root_post"]["id"] or node["id"] in self.unseen:
            return self.error(100, 0, "Only top-level replies can be hidden.")
        node["hide_status"] = "HIDDEN" if form["hide"] == "true" else "UNHUSHED"
        return Said(200, {"success": True})

    @route("POST", f"{_V}/{{id}}/manage_pending_reply", takes=None, fields=None, scope="threads_manage_replies")
    def decide(self, asked: Asked) -> Said:
        self.known(asked)
        id_, form = self.node(asked.parts["id"])["id"], self.form_of(asked, "approve")
        if form.get("approve") not in ("true", "false"):
            raise self.wrong(asked, "approve")
        if id_ not in self.unseen:
            return self.error(100, 0, "This reply is not pending.")
        if form["approve"] == "true":
            del self.unseen[id_]
        else:
            self.unseen[id_] = "ignored"
        return Said(200, {"success": True})

    @route("DELETE", f"{_V}/{{id}}", takes=None, scope="threads_delete")
    def delete(self, asked: Asked) -> Said:
        self.known(asked)
        if self.node(asked.parts["id"])["username"] != NAME:
            raise self.wrong(asked, "That post is of somebody else")
        self.deleted(asked.parts["id"])
        return Said(200, {"success": True, "deleted_id": asked.parts["id"]})

    # ------------------------------------------------------------ within

    def _root(self, above: str) -> str:
        node = self.nodes[above]
        return str(node.get("root_post", node)["id"])

    def _now(self, node: Json) -> Json:
        answered = any(one.get("replied_to", {}).get("id") == node["id"] for one in self.nodes.values())
        below = any(one.get("root_post", {}).get("id") == node["id"] for one in self.nodes.values())
        return node | {"has_replies": answered or below}


def _age(node: Json) -> tuple[str, str]:
    return node["timestamp"], node["id"]
