"""A stand-in for Facebook Pages and Messenger, after the documentation of the Graph API and the Messenger Platform.

As right as that and our reading of it: nothing of Meta's runs here.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, route
from tests.stand_ins.facebook_world import PAGE, FacebookWorld
from tests.stand_ins.graph_rules import Json

_V = "/v26.0"
_DAY = timedelta(days=1)


class Facebook(FacebookWorld):
    """Two Pages, their posts, and the people who write to them."""

    # ------------------------------------------------------------ signing in

    @route("POST", f"{_V}/oauth/access_token", fields=None, scope=None)
    def exchange(self, asked: Asked) -> Said:
        self.known(asked)
        names = ("client_id", "client_secret", "redirect_uri", "code", "grant_type", "fb_exchange_token")
        form = self.form_of(asked, *names)
        if form.get("client_id") not in self.apps:
            return self.error(
                101, 0, "Error validating application. Cannot get application info due to a system error."
            )
        if self.apps[form["client_id"]] != form.get("client_secret"):
            return self.error(1, 0, "Error validating client secret.")
        if form.get("grant_type") == "fb_exchange_token":
            if form.get("fb_exchange_token") not in self.tokens:
                return self.wrong_token(asked)
            return Said(200, {"access_token": "long-token", "token_type": "bearer", "expires_in": 5184000})
        if form.get("code") not in self.codes:
            return self.error(100, 36009, "This authorization code has been used.")
        if self.codes[form["code"]] != form.get("redirect_uri"):
            return self.error(100, 36008, "Error validating verification code. Check your redirect_uri.")
        del self.codes[form["code"]]
        return Said(200, {"access_token": "user-token", "token_type": "bearer", "expires_in": 5183944})

    @route("GET", f"{_V}/debug_token", takes=None, scope=None)
    def debug_token(self, asked: Asked) -> Said:
        token = self.token_of(asked)
        if token not in self.tokens and token not in {f"{key}|{secret}" for key, secret in self.apps.items()}:
            return self.wrong_token(asked)
        scopes = self.tokens.get(asked.query.get("input_token", ""))
        ends = int(self.ends_at.timestamp()) if self.ends_at else 0
        data: Json = {"is_valid": scopes is not None, "scopes": sorted(scopes or ()), "expires_at": 0}
        return Said(200, {"data": data | {"data_access_expires_at": ends}})

    @route("GET", f"{_V}/me/accounts", takes=None, scope="pages_show_list")
    def accounts(self, asked: Asked) -> Said:
        self.known(asked, "fields", "limit", "after")
        if asked.token.startswith("page-token"):
            return self.error(100, 0, "(#100) Tried accessing nonexisting field (accounts) on node type (Page)")
        return self.page(asked, [one for one in self.nodes.values() if one["kind"] == "Page"], "id,name,access_token")

    # ------------------------------------------------------------ lists

    def _edges(self, asked: Asked, edge: str, *params: str) -> list[Json]:
        self._own_token(asked)
        self.known(asked, "fields", "limit", "after", *params)
        found = [one for one in self.nodes.values() if one.get("edge") == edge]
        return sorted(found, key=lambda one: one["created_time"], reverse=True)

    @route("GET", f"{_V}/{{id}}/feed", takes=None, scope="pages_read_engagement")
    def feed(self, asked: Asked) -> Said:
        return self.page(asked, self._edges(asked, "feed"))

    @route("GET", f"{_V}/{{id}}/tagged", takes=None, scope="pages_read_user_content")
    def tagged(self, asked: Asked) -> Said:
        return self.page(asked, self._edges(asked, "tagged"))

    @route("GET", f"{_V}/{{id}}/ads_posts", takes=None, scope="pages_read_engagement")
    def ads_posts(self, asked: Asked) -> Said:
        found = self._edges(asked, "ads_posts")
        if "ADVERTISE" not in self.nodes[PAGE]["tasks"]:
            return self.error(200, 0, "(#200) Requires ADVERTISE task on the Page.", status=403)
        return self.page(asked, found)

    @route("GET", f"{_V}/{{id}}/ratings", takes=None, scope="pages_read_user_content")
    def ratings(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked, "fields", "limit", "after")
        found = [one for one in self.nodes.values() if one["kind"] == "Recommendation"]
        return self.page(asked, sorted(found, key=lambda one: one["created_time"], reverse=True), "created_time")

    @route("GET", f"{_V}/{{id}}/conversations", takes=None, scope="pages_messaging")
    def conversations(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked, "fields", "limit", "after", "platform")
        if asked.query.get("platform") not in ("messenger", "instagram"):
            raise self.wrong(asked, "platform")
        found = [one for one in self.nodes.values() if one["kind"] == "Thread"]
        return self.page(asked, sorted(found, key=lambda one: one["updated_time"], reverse=True))

    @route("GET", f"{_V}/{{id}}/messages", takes=None, scope="pages_messaging")
    def messages(self, asked: Asked) -> Said:
        self.known(asked, "fields", "limit", "after")
        return self.page(asked, self.edge(asked, self.node(asked.parts["id"]), "messages", {}), "id,created_time")

    @route("GET", f"{_V}/{{id}}/comments", takes=None, scope="pages_read_user_content")
    def comments(self, asked: Asked) -> Said:
        self.known(asked, "fields", "limit", "after", "filter", "order", "since")
        order = asked.query.get("order", "chronological")
        if order not in ("chronological", "reverse_chronological"):
            raise self.wrong(asked, "order")
        by = {"filter": asked.query.get("filter", "toplevel"), "order": order}
        return self.page(asked, self.edge(asked, self.node(asked.parts["id"]), "comments", by))

    @route("GET", f"{_V}/{{id}}/likes", takes=None, scope="pages_read_engagement")
    def likes(self, asked: Asked) -> Said:
        self.known(asked, "summary", "limit")
        self.node(asked.parts["id"])
        return Said(200, {"data": [], "summary": {"has_liked": asked.parts["id"] in self.liked}})

    @route("GET", f"{_V}/{{id}}/blocked", takes=None, scope="pages_manage_metadata")
    def blocked(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked, "user")
        found = [one for one in self.kept_out if asked.query.get("user", one) == one]
        return Said(200, {"data": [{"id": one, "name": f"Person {one}"} for one in found]})

    def edge(self, asked: Asked, node: Json, name: str, by: dict[str, str]) -> list[Json]:
        if name == "messages":
            found = [one for one in self.nodes.values() if one.get("thread") == node["id"]]
            # The details of the twenty newest only (Conversations API).
            return sorted(found, key=lambda one: one["created_time"], reverse=True)[:20]
        found = self._comments(node)
        if by.get("filter") != "stream" and node["kind"] == "Post":
            found = [one for one in found if "parent" not in one]
        if not self.has_advanced_access:
            found = [one for one in found if one["from"]["id"] == PAGE]
        return found[::-1] if by.get("order") == "reverse_chronological" else found

    def total(self, node: Json, name: str) -> int:
        return len(self._comments(node))

    def _comments(self, node: Json) -> list[Json]:
        every = [one for one in self.nodes.values() if one["kind"] == "Comment"]
        if node["kind"] == "Comment":
            return [one for one in every if one.get("parent", {}).get("id") == node["id"]]
        return [one for one in every if one["on"] == node["id"]]

    # ------------------------------------------------------------ things

    @route("GET", f"{_V}/", takes=None)
    def several_things(self, asked: Asked) -> Said:
        self.known(asked, "ids", "fields")
        return self.several(asked, asked.query["ids"].split(","))

    @route("GET", f"{_V}/{{id}}", takes=None)
    def thing(self, asked: Asked) -> Said:
        self.known(asked, "fields")
        id_ = asked.parts["id"]
        if id_ == "me" and asked.token.startswith("page-token-"):
            id_ = asked.token.removeprefix("page-token-")
        return Said(200, self.shaped(asked, self.node(id_), self.fields_of(asked, "id,name")))

    @route("POST", f"{_V}/{{id}}", takes=None, fields=None, scope="pages_manage_engagement")
    def change(self, asked: Asked) -> Said:
        self.known(asked)
        node, form = self.node(asked.parts["id"]), self.form_of(asked, "is_hidden", "message")
        if "is_hidden" in form:
            if form["is_hidden"] not in ("true", "false"):
                raise self.wrong(asked, "is_hidden is true or false")
            if node.get("can_hide") is False:
                return self.error(200, 0, "(#200) Cannot hide this comment.", status=403)
            node["is_hidden"] = form["is_hidden"] == "true"
        if "message" in form:
            if not form["message"].strip():
                raise self.wrong(asked, "Empty comment")
            if node["kind"] != "Comment" or (node.get("from") or {}).get("id") != PAGE:
                return self.error(200, 0, "(#200) Only the author of a comment may edit it.", status=403)
            self.edited(node["id"], form["message"])
        return Said(200, {"success": True})

    @route("DELETE", f"{_V}/{{id}}", takes=None, scope="pages_manage_engagement")
    def delete(self, asked: Asked) -> Said:
        self.known(asked)
        self.node(asked.parts["id"])
        self.deleted(asked.parts["id"])
        return Said(200, {"success": True})

    @route("POST", f"{_V}/{{id}}/comments", takes=None, fields=None, scope="pages_manage_engagement")
    def comment(self, asked: Asked) -> Said:
        self.known(asked)
        node, form = self.node(asked.parts["id"]), self.form_of(asked, "message", "attachment_url", "attachment_id")
        files = asked.files() if asked.media_type == "multipart/form-data" else []
        if not form.get("message") and not files:
            raise self.wrong(asked, "Empty comment")
        if any(one.name != "source" or not one.media_type.startswith("image/") for one in files):
            raise self.wrong(asked, "source is a picture")
        more = {"attachment": {"type": "photo", "media": {"image": {"src": "https://cdn.example/p"}}}} if files else {}
        on, parent = (node["on"], node["id"]) if node["kind"] == "Comment" else (node["id"], "")
        return Said(200, {"id": self.commented(on, PAGE, form.get("message", ""), parent=parent, **more)})

    @route("POST", f"{_V}/{{id}}/likes", takes=None, fields=None, scope="pages_manage_engagement")
    def like(self, asked: Asked) -> Said:
        self.known(asked)
        self.liked.add(self.node(asked.parts["id"])["id"])
        self.nodes[asked.parts["id"]]["user_likes"] = True
        return Said(200, {"success": True})

    @route("DELETE", f"{_V}/{{id}}/likes", takes=None, scope="pages_manage_engagement")
    def unlike(self, asked: Asked) -> Said:
        self.known(asked)
        self.liked.discard(self.node(asked.parts["id"])["id"])
        self.nodes[asked.parts["id"]]["user_likes"] = False
        return Said(200, {"success": True})

    @route("POST", f"{_V}/{{id}}/blocked", takes=None, fields=None, scope="pages_manage_metadata")
    def block(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked)
        people: list[str] = self.of_json(self.form_of(asked, "psid", "asid")["psid"])
        self.kept_out |= set(people)
        return Said(200, dict.fromkeys(people, True))

    @route("DELETE", f"{_V}/{{id}}/blocked", takes=None, scope="pages_manage_metadata")
    def unblock(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked, "psid", "asid")
        self.kept_out.discard(asked.query["psid"])
        return Said(200, {"success": True})

    # ------------------------------------------------------------ Messenger

    @route("POST", f"{_V}/{{id}}/message_attachments", takes=None, fields=None, scope="pages_messaging")
    def upload(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked)
        said = self.of_json(self.form_of(asked, "message", "platform")["message"])
        files = asked.files()
        if said["attachment"]["type"] != "image" or len(files) != 1 or files[0].name != "filedata":
            raise self.wrong(asked, "one image as filedata")
        id_ = self.number()
        self.uploads[id_] = files[0].data
        return Said(200, {"attachment_id": id_})

    @route(
        "POST",
        f"{_V}/{{id}}/messages",
        takes=None,
        fields=("recipient", "messaging_type", "message", "tag", "sender_action", "payload", "reply_to"),
        scope="pages_messaging",
    )
    def send(self, asked: Asked) -> Said:
        self._own_token(asked)
        self.known(asked)
        body: Json = asked.json()
        recipient: Json = body["recipient"]
        if "sender_action" in body:
            return self._react(asked, body)
        message: Json = body["message"]
        if set(message) not in ({"text"}, {"attachment"}):
            raise self.wrong(asked, "A message is a text or an attachment")
        if len(message.get("text", "")) > 2000:
            return self.error(100, 0, "(#100) Length of param message[text] must be less than or equal to 2000")
        if "comment_id" in recipient:
            return self._privately(recipient["comment_id"], message)
        person = str(recipient["id"])
        thread = next((one for one in self.nodes.values() if one.get("with") == person), None)
        if thread is None:
            return self.error(100, 2018001, "(#100) No matching user found")
        if person in self.kept_out:
            return self.error(551, 1545041, "(#551) This person isn't available right now.")
        last = max(
            one["created_time"] for one in self.edge(asked, thread, "messages", {}) if one["from"]["id"] == person
        )
        open_for = 1 * _DAY
        if body.get("messaging_type") == "MESSAGE_TAG":
            if body.get("tag") != "HUMAN_AGENT":
                raise self.wrong(asked, "tag")
            if not self.human_agent:
                return self.error(10, 0, "(#10) The Human Agent feature is not approved for this app.", status=403)
            open_for = 7 * _DAY
        elif body.get("messaging_type") != "RESPONSE":
            raise self.wrong(asked, "messaging_type")
        if self.now() - datetime.fromisoformat(last) > open_for:
            return self.error(10, 2018278, "(#10) This message is sent outside of allowed window.", status=403)
        return Said(200, {"recipient_id": person, "message_id": self._sent(message, person, asked)})

    def _sent(self, message: Json, person: str, asked: Asked) -> str:
        if "text" in message:
            return self.wrote(PAGE, message["text"], to=person)
        id_ = message["attachment"]["payload"]["attachment_id"]
        if id_ not in self.uploads:
            raise self.wrong(asked, "attachment_id")
        return self.wrote(PAGE, "", to=person, attachments={"data": [{"image_data": {"url": "https://cdn.example/m"}}]})

    def _privately(self, comment: str, message: Json) -> Said:
        node = self.node(comment)
        if not node["can_reply_privately"]:
            return self.error(10900, 0, "(#10900) Activity already replied to")
        if self.now() - datetime.fromisoformat(node["created_time"]) > 7 * _DAY:
            return self.error(10, 2018278, "(#10) This message is sent outside of allowed window.", status=403)
        person = node["from"]["id"]
        node["can_reply_privately"] = False
        node["private_reply_conversation"] = {"id": self.thread_of(person), "link": "/inbox"}
        return Said(200, {"recipient_id": person, "message_id": self.wrote(PAGE, message["text"], to=person)})

    def _react(self, asked: Asked, body: Json) -> Said:
        if body["sender_action"] not in ("react", "unreact"):
            raise self.wrong(asked, "sender_action")
        message = self.node(body["payload"]["message_id"])
        if self.nodes[message["thread"]]["with"] != body["recipient"]["id"]:
            return self.error(100, 2018001, "(#100) No matching user found")
        if body["sender_action"] == "react":
            self.reactions[message["id"]] = body["payload"]["reaction"]
        else:
            self.reactions.pop(message["id"], None)
        return Said(200, {"recipient_id": body["recipient"]["id"]})

    # ------------------------------------------------------------ within

    def _own_token(self, asked: Asked) -> None:
        page = self.node(asked.parts["id"])
        if page.get("access_token") != asked.token:
            raise Refused(self.error(210, 0, "(#210) A page access token is required to request this resource."))
