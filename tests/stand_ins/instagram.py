"""A stand-in for Instagram's two interfaces, after the documentation of the Instagram Platform.

As right as that and our reading of it: nothing of Meta's runs here. All hosts are this one; which of the two interfaces
a request is for is told by its token.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, route
from tests.stand_ins.graph_rules import Json
from tests.stand_ins.instagram_world import (
    ALIAS,
    ME,
    NAME,
    OTHER,
    OTHER_PAGE,
    OTHER_TOKEN,
    OWN,
    OWN_SCOPES,
    PAGE,
    SECRET,
    THROUGH_PAGE,
    InstagramWorld,
)

_V = "/v26.0"
_DAY = timedelta(days=1)


class Instagram(InstagramWorld):
    """One professional account, its media, and the people who write to it."""

    # ------------------------------------------------------------ signing in

    @route("POST", "/oauth/access_token", fields=None, scope=None)
    def own_code(self, asked: Asked) -> Said:
        self.known(asked)
        form = self.form_of(asked, "client_id", "client_secret", "grant_type", "redirect_uri", "code")
        if form.get("grant_type") != "authorization_code":
            raise self.wrong(asked, "grant_type")
        if self.apps.get(form.get("client_id", "")) != form.get("client_secret"):
            return self._older(400, "Error validating client secret.")
        if self.codes.pop(form.get("code", ""), "") != form.get("redirect_uri"):
            return self._older(400, "Matching code was not found or was already used.")
        said = {"access_token": "short-token", "user_id": int(ALIAS), "permissions": ",".join(sorted(OWN_SCOPES))}
        return Said(200, {"data": [said]})

    @route("GET", "/access_token", takes=None, scope=None)
    def own_long(self, asked: Asked) -> Said:
        if set(asked.query) != {"grant_type", "client_secret", "access_token"}:
            raise self.wrong(asked, "parameters")
        if asked.query["grant_type"] != "ig_exchange_token" or asked.query["access_token"] != "short-token":
            return self.wrong_token(asked)
        if asked.query["client_secret"] != SECRET:
            return self.error(101, 0, "Error validating client secret.")
        self.made[OWN] = self.now()
        self.tokens[OWN] = set(OWN_SCOPES)
        return Said(200, {"access_token": OWN, "token_type": "bearer", "expires_in": 5184000})

    @route("GET", "/refresh_access_token", takes=None, scope=None)
    def own_renewed(self, asked: Asked) -> Said:
        self.refusing(asked)
        if set(asked.query) != {"grant_type", "access_token"} or asked.query["grant_type"] != "ig_refresh_token":
            raise self.wrong(asked, "parameters")
        token = asked.query["access_token"]
        if token not in self.tokens or token not in self.made:
            return self.wrong_token(asked)
        if self.now() - self.made[token] < _DAY:
            return self.error(100, 0, "The token must be at least 24 hours old.")
        new = f"ig-token-{self.number()}"
        self.tokens[new], self.made[new] = self.tokens.pop(token), self.now()
        return Said(200, {"access_token": new, "token_type": "bearer", "expires_in": 5184000})

    @route("POST", f"{_V}/oauth/access_token", fields=None, scope=None)
    def facebook_code(self, asked: Asked) -> Said:
        self.known(asked)
        names = ("client_id", "client_secret", "redirect_uri", "code", "grant_type", "fb_exchange_token")
        form = self.form_of(asked, *names)
        if self.apps.get(form.get("client_id", "")) != form.get("client_secret"):
            return self.error(1, 0, "Error validating client secret.")
        if "code" in form and self.codes.pop(form["code"], "") != form.get("redirect_uri"):
            return self.error(100, 36009, "This authorization code has been used.")
        return Said(200, {"access_token": "fb-user-token", "token_type": "bearer", "expires_in": 5184000})

    @route("GET", f"{_V}/debug_token", takes=None, scope=None)
    def debug_token(self, asked: Asked) -> Said:
        ends = int(self.ends_at.timestamp()) if self.ends_at else 0
        scopes = sorted(self.tokens.get(asked.query["input_token"], ()))
        return Said(200, {"data": {"is_valid": True, "scopes": scopes, "data_access_expires_at": ends}})

    @route("GET", f"{_V}/me/accounts", takes=None, scope="pages_show_list")
    def accounts(self, asked: Asked) -> Said:
        self.known(asked, "fields", "limit", "after")
        if asked.token != "fb-user-token":
            return self.error(100, 0, "(#100) Tried accessing nonexisting field (accounts) on node type (Page)")
        return self.page(asked, [self.nodes[PAGE]])

    # ------------------------------------------------------------ lists

    @route("GET", f"{_V}/{{id}}/media", takes=None)
    def media(self, asked: Asked) -> Said:
        self._mine(asked, "basic")
        return self._edge(asked, "media")

    @route("GET", f"{_V}/{{id}}/tags", takes=None)
    def tags(self, asked: Asked) -> Said:
        self._mine(asked, "basic")
        return self._edge(asked, "tags")

    def _edge(self, asked: Asked, edge: str) -> Said:
        self.known(asked, "fields", "limit", "after", "since", "until")
        found = [one for one in self.nodes.values() if one.get("edge") == edge]
        return self.page(asked, sorted(found, key=lambda one: one["timestamp"], reverse=True))

    @route("GET", f"{_V}/{{id}}/comments", takes=None)
    def comments(self, asked: Asked) -> Said:
        self._may(asked, "comments")
        self.known(asked, "fields", "limit", "after")
        found = [one for one in self._below(self.node(asked.parts["id"])) if "parent_id" not in one]
        return self.page(asked, found, most=50)

    @route("GET", f"{_V}/{{id}}/replies", takes=None)
    def replies(self, asked: Asked) -> Said:
        self._may(asked, "comments")
        self.known(asked, "fields", "limit", "after")
        return self.page(asked, self.edge(asked, self.node(asked.parts["id"]), "replies", {}), most=50)

    @route("GET", f"{_V}/{{id}}/conversations", takes=None)
    def conversations(self, asked: Asked) -> Said:
        self._line(asked)
        self.known(asked, "fields", "limit", "after", "platform", "user_id")
        if asked.query.get("platform") != "instagram":
            raise self.wrong(asked, "platform")
        found = [one for one in self.nodes.values() if one["kind"] == "Thread"]
        if "user_id" in asked.query:
            found = [one for one in found if one["with"] == asked.query["user_id"]]
        return self.page(asked, sorted(found, key=lambda one: one["updated_time"], reverse=True))

    @route("GET", f"{_V}/{{id}}/messages", takes=None)
    def messages(self, asked: Asked) -> Said:
        self._may(asked, "messages")
        self.known(asked, "fields", "limit", "after")
        return self.page(asked, self.edge(asked, self.node(asked.parts["id"]), "messages", {}))

    def edge(self, asked: Asked, node: Json, name: str, by: dict[str, str]) -> list[Json]:
        if name == "messages":
            found = [one for one in self.nodes.values() if one.get("thread") == node["id"]]
            return sorted(found, key=lambda one: one["created_time"], reverse=True)[:20]
        found = [one for one in self.nodes.values() if one.get("parent_id") == node["id"]]
        return found if self.has_advanced_access else [one for one in found if one["username"] == NAME]

    def total(self, node: Json, name: str) -> int:
        return 0

    def _below(self, media: Json) -> list[Json]:
        found = [one for one in self.nodes.values() if one.get("on") == media["id"]]
        if not self.has_advanced_access:
            found = [one for one in found if one["username"] == NAME]
        return sorted(found, key=lambda one: one["timestamp"], reverse=True)

    # ------------------------------------------------------------ things

    @route("GET", f"{_V}/", takes=None)
    def several_things(self, asked: Asked) -> Said:
        if self._is_own(asked):
            raise self.wrong(asked, "Several at once are read through Facebook only")
        self.known(asked, "ids", "fields")
        return self.several(asked, asked.query["ids"].split(","))

    @route("GET", f"{_V}/{{id}}", takes=None)
    def thing(self, asked: Asked) -> Said:
        self.known(asked, "fields")
        id_ = asked.parts["id"]
        if id_ == "me" and asked.token in (THROUGH_PAGE, OTHER_TOKEN):
            id_ = PAGE if asked.token == THROUGH_PAGE else OTHER_PAGE
        if id_ == "me" and not self._is_own(asked):
            raise self.wrong(asked, "me is a person")
        node = self.node(id_)
        if node["kind"] == "Message" and not self._is_among_newest(node):
            return self.error(9000001, 0, "This Message has been deleted by the user or the business.")
        return Said(200, self.shaped(asked, node, self.fields_of(asked, "id")))

    @route("POST", f"{_V}/{{id}}", takes=None, fields=None)
    def change(self, asked: Asked) -> Said:
        self._may(asked, "comments")
        self.known(asked)
        node, form = self.node(asked.parts["id"]), self.form_of(asked, "hide")
        if form.get("hide") not in ("true", "false") or node["kind"] != "Comment":
            raise self.wrong(asked, "hide")
        node["hidden"] = form["hide"] == "true"
        return Said(200, {"success": True})

    @route("DELETE", f"{_V}/{{id}}", takes=None)
    def delete(self, asked: Asked) -> Said:
        self._may(asked, "comments")
        self.known(asked)
        if self.node(asked.parts["id"])["kind"] != "Comment":
            raise self.wrong(asked, "not a comment")
        self.deleted(asked.parts["id"])
        return Said(200, {"success": True})

    @route("POST", f"{_V}/{{id}}/replies", takes=None, fields=None)
    def reply(self, asked: Asked) -> Said:
        self._may(asked, "comments")
        self.known(asked)
        node, form = self.node(asked.parts["id"]), self.form_of(asked, "message")
        if node["kind"] != "Comment" or "parent_id" in node:
            raise self.wrong(asked, "Only a comment that stands below media can be answered")
        return Said(200, {"id": self.commented(node["on"], ME, form["message"], parent=node["id"])})

    @route("POST", f"{_V}/{{id}}/mentions", takes=None, fields=None)
    def mention(self, asked: Asked) -> Said:
        self._mine(asked, "comments")
        self.known(asked)
        form = self.form_of(asked, "media_id", "comment_id", "message")
        if f"@{NAME}" not in self.node(form["media_id"])["caption"]:
            return self.error(100, 0, "(#100) The user was not mentioned in this media.")
        self.mentioned[form["media_id"]] = form["message"]
        return Said(200, {"id": self.commented(form["media_id"], ME, form["message"])})

    @route("POST", f"{_V}/{{id}}/moderate_conversations", takes=None, fields=None)
    def moderate(self, asked: Asked) -> Said:
        if self._is_own(asked):
            raise self.wrong(asked, "Blocking is there through Facebook only")
        self._mine(asked, "messages")
        self.known(asked)
        form = self.form_of(asked, "user_ids", "actions")
        people = {str(one["id"]) for one in self.of_json(form["user_ids"])}
        (action,) = self.of_json(form["actions"])
        if action not in ("block_user", "unblock_user", "move_to_spam"):
            raise self.wrong(asked, "actions")
        self.kept_out = self.kept_out | people if action == "block_user" else self.kept_out - people
        return Said(200, {"success": True})

    # ------------------------------------------------------------ messages

    @route("POST", f"{_V}/{{id}}/message_attachments", takes=None, fields=None)
    def upload(self, asked: Asked) -> Said:
        if self._is_own(asked):
            raise self.wrong(asked, "Files are uploaded through a Page only")
        self._line(asked)
        self.known(asked)
        form, files = self.form_of(asked, "message", "platform"), asked.files()
        if form.get("platform") != "instagram":
            raise self.wrong(asked, "platform")
        if len(files) != 1 or files[0].name != "filedata":
            raise self.wrong(asked, "one image as filedata")
        id_ = self.number()
        self.uploads[id_] = files[0].data
        return Said(200, {"attachment_id": id_})

    @route(
        "POST",
        f"{_V}/{{id}}/messages",
        takes=None,
        fields=("recipient", "messaging_type", "message", "tag", "sender_action", "payload"),
    )
    def send(self, asked: Asked) -> Said:
        self._line(asked)
        self.known(asked)
        body: Json = asked.json()
        recipient: Json = body["recipient"]
        if "sender_action" in body:
            return self._react(asked, body)
        message: Json = body["message"]
        if len(message.get("text", "").encode()) > 1000:
            return self.error(100, 0, "(#100) Length of param message[text] must be less than or equal to 1000")
        if "comment_id" in recipient:
            return self._privately(recipient["comment_id"], message)
        person = str(recipient["id"])
        if not any(one.get("with") == person for one in self.nodes.values()):
            return self.error(100, 2534014, "The requested user cannot be found.")
        theirs = self.edge(asked, self._thread(person), "messages", {})
        last = max(one["created_time"] for one in theirs if one["from"]["id"] == person)
        open_for = 1 * _DAY
        if body.get("messaging_type") == "MESSAGE_TAG":
            if body.get("tag") != "HUMAN_AGENT":
                raise self.wrong(asked, "tag")
            if not self.human_agent:
                return self.error(10, 0, "(#10) The Human Agent feature is not approved for this app.", status=403)
            open_for = 7 * _DAY
        if self.now() - datetime.fromisoformat(last) > open_for:
            return self.error(10, 2534022, "(#10) This message is sent outside of allowed window.", status=403)
        if "text" in message:
            return Said(200, {"recipient_id": person, "message_id": self.wrote(ME, message["text"], to=person)})
        if message["attachment"]["payload"]["attachment_id"] not in self.uploads:
            raise self.wrong(asked, "attachment_id")
        shown = {"data": [{"image_data": {"url": "https://cdn.example/m"}}]}
        return Said(200, {"recipient_id": person, "message_id": self.wrote(ME, "", to=person, attachments=shown)})

    def _privately(self, comment: str, message: Json) -> Said:
        node = self.node(comment)
        if node["private"]:
            return self.error(10900, 2534025, "(#10900) Activity already replied to")
        if self.now() - datetime.fromisoformat(node["timestamp"]) > 7 * _DAY:
            return self.error(10, 2534022, "(#10) This message is sent outside of allowed window.", status=403)
        node["private"] = True
        person = node["from"]["id"]
        return Said(200, {"recipient_id": person, "message_id": self.wrote(ME, message["text"], to=person)})

    def _react(self, asked: Asked, body: Json) -> Said:
        message = self.node(body["payload"]["message_id"])
        if self.nodes[message["thread"]]["with"] != body["recipient"]["id"]:
            return self.error(100, 2534014, "The requested user cannot be found.")
        if body["sender_action"] == "react":
            users = [{"id": ME, "username": NAME}]
            message["reactions"] = {"data": [{"reaction": body["payload"]["reaction"], "users": users}]}
        elif body["sender_action"] == "unreact":
            message.pop("reactions", None)
        else:
            raise self.wrong(asked, "sender_action")
        return Said(200, {"recipient_id": body["recipient"]["id"]})

    # ------------------------------------------------------------ within

    def _is_own(self, asked: Asked) -> bool:
        return asked.token in self.made

    def _may(self, asked: Asked, what: str) -> None:
        own = "instagram_business_basic" if what == "basic" else f"instagram_business_manage_{what}"
        page = "instagram_basic" if what == "basic" else f"instagram_manage_{what}"
        self.allowed(asked, own if self._is_own(asked) else page)

    def _mine(self, asked: Asked, what: str) -> None:
        if asked.parts["id"] != ("me" if self._is_own(asked) else OTHER if asked.token == OTHER_TOKEN else ME):
            raise self.wrong(asked, "That account is not opened by this token")
        self._may(asked, what)

    def _line(self, asked: Asked) -> None:
        page = OTHER_PAGE if asked.token == OTHER_TOKEN else PAGE
        if asked.parts["id"] != ("me" if self._is_own(asked) else page):
            raise Refused(self.error(210, 0, "(#210) A page access token is required to request this resource."))
        self._may(asked, "messages")

    def _is_among_newest(self, message: Json) -> bool:
        thread = [one for one in self.nodes.values() if one.get("thread") == message["thread"]]
        return message in sorted(thread, key=lambda one: one["created_time"])[-20:]

    def _older(self, status: int, words: str) -> Said:
        return Said(status, {"error_type": "OAuthException", "code": status, "error_message": words})
