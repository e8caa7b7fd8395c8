"""A stand-in for X, after the X API's reference and OpenAPI description of 2026.

It is ours and not X's: what it refuses, X's documentation says is refused, parameters and fields nobody knows first of
all. What it charges it counts as X's price list says.
"""

from __future__ import annotations

import re
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, route
from tests.stand_ins.x_world import CLIENT_ID, EPOCH_MS, MOST_OWN, MOST_SHOWN, OWN, Post, XWorld, stamp

_POSTS = ("tweet.fields", "expansions", "user.fields", "media.fields")
_PAGE = (*_POSTS, "max_results", "pagination_token")
_MESSAGES = ("dm_event.fields", "event_types", "expansions", "user.fields", "media.fields", "max_results")
_GONE = "https://api.twitter.com/2/problems/resource-not-found"


class XStandIn(XWorld):
    """A stand-in: one account, posts, conversations of two, an app with credit."""

    # ------------------------------------------------------------ sign-in

    @route(
        "POST",
        "/2/oauth2/token",
        fields=("client_id", "code", "code_verifier", "redirect_uri", "grant_type", "refresh_token"),
        scope=None,
    )
    def token(self, asked: Asked) -> Said:
        form = asked.form()
        if form.get("client_id") != CLIENT_ID:
            raise Refused(Said(401, {"error": "invalid_client", "error_description": "Missing valid authorization"}))
        if form["grant_type"] == "refresh_token":
            if self._refresh.pop(form["refresh_token"], None) is None:
                raise Refused(Said(400, {"error": "invalid_grant", "error_description": "token was invalid"}))
            return Said(200, self._tokens())
        challenge, redirect = self._codes.pop(form.get("code", ""), ("", ""))
        given = urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if (given, form.get("redirect_uri")) != (challenge, redirect):
            raise Refused(Said(400, {"error": "invalid_request", "error_description": "code was invalid"}))
        return Said(200, self._tokens())

    @route("POST", "/2/oauth2/revoke", fields=("token", "client_id"), scope=None)
    def revoke(self, asked: Asked) -> Said:
        self._refresh.pop(asked.form()["token"], None)
        self.tokens.clear()
        return Said(200, {"revoked": True})

    def _tokens(self) -> dict[str, Any]:
        access, refresh = f"A-{secrets.token_urlsafe(8)}", f"R-{secrets.token_urlsafe(8)}"
        self.tokens[access] = set(self.scopes.split())
        self._ends[access] = self.now() + timedelta(hours=2)
        self._refresh[refresh] = access
        return {
            "token_type": "bearer",
            "expires_in": 7200,
            "access_token": access,
            "refresh_token": refresh,
            "scope": self.scopes,
        }

    # ------------------------------------------------------------ reading

    @route("GET", "/2/users/me", takes=("user.fields",), scope="users.read")
    def me(self, asked: Asked) -> Said:
        return Said(200, {"data": self._person(OWN)})

    @route("GET", "/2/users/{id}/mentions", takes=(*_PAGE, "since_id", "until_id", "start_time"), scope="tweet.read")
    def mentions(self, asked: Asked) -> Said:
        handle = f"@{self.people[OWN][0]}"
        named = [one for one in self.posts.values() if one.author != OWN and self._names(one, handle)]
        return self._page(asked, named, least=5)

    @route(
        "GET",
        "/2/users/{id}/tweets",
        takes=(*_PAGE, "since_id", "until_id", "start_time", "exclude"),
        scope="tweet.read",
    )
    def own(self, asked: Asked) -> Said:
        return self._page(asked, [one for one in self.posts.values() if one.author == OWN], least=5, most=MOST_OWN)

    @route(
        "GET",
        "/2/tweets/search/recent",
        takes=(*_POSTS, "query", "max_results", "since_id", "next_token"),
        scope="tweet.read",
    )
    def search(self, asked: Asked) -> Said:
        self._paid()
        query, many = asked.query["query"], int(asked.query.get("max_results", "10"))
        asks = re.fullmatch(
            r"\((conversation_id:\d+(?: OR conversation_id:\d+)*)\) -from:(\w+) -@(\w+) -is:retweet", query
        )
        if asks is None or len(query) > 512 or not 10 <= many <= 100:
            raise Refused(self.refused(400, "invalid-request", "There were errors processing your request"))
        if not self.has_search:
            raise Refused(self.refused(403, "client-forbidden", "Your client app is not enrolled for this"))
        since = int(asked.query["since_id"])
        if since < (int((self.now() - timedelta(days=7)).timestamp() * 1000) - EPOCH_MS) << 22:
            raise Refused(self.refused(400, "invalid-request", "'since_id' must be a tweet id of the last 7 days"))
        conversations = set(re.findall(r"\d+", asks[1]))
        found = [
            one
            for one in sorted(self.posts.values(), key=lambda one: -int(one.id))
            if one.conversation in conversations
            and self.people[one.author][0] != asks[2]
            and f"@{asks[3]}" not in one.text
            and int(one.id) > since
        ]
        start = self._start(asked.query.get("next_token"))
        said = self._listed(found[start : start + many])
        meta: dict[str, Any] = {"result_count": len(found[start : start + many])}
        if start + many < len(found):
            meta["next_token"] = f"7140w{start + many}"
        return Said(200, said | {"meta": meta})

    @route("GET", "/2/tweets", takes=(*_POSTS, "ids"), scope="tweet.read")
    def look_up(self, asked: Asked) -> Said:
        self._paid()
        ids = asked.query["ids"].split(",")
        if len(ids) > 100:
            raise Refused(self.refused(400, "invalid-request", "The number of values in the `ids` query parameter"))
        newest = {first: one for one in self.posts.values() for first in one.history}
        found = [newest[id_] for id_ in ids if id_ in newest]
        said = self._listed(found)
        missing = [id_ for id_ in ids if id_ not in newest]
        if missing:
            said["errors"] = [
                {"value": id_, "resource_id": id_, "type": _GONE, "title": "Not Found"} for id_ in missing
            ]
        return Said(200, said)

    @route("GET", "/2/dm_events", takes=(*_MESSAGES, "pagination_token"), scope="dm.read")
    def dm_events(self, asked: Asked) -> Said:
        return self._message_page(asked, self.events)

    @route("GET", "/2/dm_conversations/{id}/dm_events", takes=(*_MESSAGES, "pagination_token"), scope="dm.read")
    def dm_conversation(self, asked: Asked) -> Said:
        return self._message_page(asked, [one for one in self.events if one["dm_conversation_id"] == asked.parts["id"]])

    # ------------------------------------------------------------ writing

    @route("POST", "/2/tweets", fields=("text", "reply", "media"), scope="tweet.write")
    def post(self, asked: Asked) -> Said:
        self._paid()
        said = asked.json()
        parent = self.posts.get(said["reply"]["in_reply_to_tweet_id"])
        if parent is None:
            raise Refused(self.refused(403, "client-forbidden", "You attempted to reply to a Tweet that is deleted"))
        if not self.is_summoned:
            words = (
                "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by"
                " the author of the post you are replying to."
            )
            raise Refused(self.refused(403, "not-authorized", words))
        text = f"@{self.people[parent.author][0]} {said['text']}"
        if any(one.author == OWN and one.parent == parent.id and one.text == text for one in self.posts.values()):
            raise Refused(
                self.refused(403, "forbidden", "You are not allowed to create a Tweet with duplicate content.")
            )
        media = (said.get("media") or {}).get("media_ids") or []
        if len(media) > 4 or any(one not in self.media for one in media):
            raise Refused(self.refused(400, "invalid-request", "Your media IDs are invalid."))
        id_ = self.said(OWN, text, parent.id)
        self.posts[id_].media = media
        return Said(201, {"data": {"id": id_, "text": text}})

    @route("DELETE", "/2/tweets/{id}", scope="tweet.write")
    def delete(self, asked: Asked) -> Said:
        self._paid()
        found = self.posts.get(asked.parts["id"])
        if found is None:
            raise Refused(self.refused(404, "resource-not-found", "Could not find tweet"))
        if found.author != OWN:
            raise Refused(self.refused(403, "not-authorized-for-resource", "You may not delete it"))
        self.deleted(found.id)
        return Said(200, {"data": {"deleted": True}})

    @route("PUT", "/2/tweets/{id}/hidden", fields=("hidden",), scope="tweet.moderate.write")
    def hide(self, asked: Asked) -> Said:
        self._paid()
        found = self.posts[asked.parts["id"]]
        root = self.posts.get(found.conversation)
        if root is None or root.author != OWN:
            raise Refused(self.refused(403, "client-forbidden", "You may only hide replies to your own conversations"))
        found.hidden = asked.json()["hidden"]
        return Said(200, {"data": {"hidden": found.hidden}})

    @route("POST", "/2/dm_conversations/with/{id}/messages", fields=("text", "attachments"), scope="dm.write")
    def send_to(self, asked: Asked) -> Said:
        self._paid()
        person, text = asked.parts["id"], asked.json().get("text", "")
        if person not in self.people:
            raise Refused(self.refused(400, "invalid-request", "The participant_id is not valid."))
        if person in self.closed_to_strangers and not any(one["sender_id"] == person for one in self.events):
            words = "You do not have permission to DM one or more participants."
            raise Refused(self.refused(403, "client-forbidden", words))
        id_ = self.wrote(OWN, text, person)
        conversation = next(one["dm_conversation_id"] for one in self.events if one["id"] == id_)
        return Said(201, {"data": {"dm_conversation_id": conversation, "dm_event_id": id_}})

    @route("POST", "/2/dm_conversations/{id}/messages", fields=("text", "attachments"), scope="dm.write")
    def send(self, asked: Asked) -> Said:
        self._paid()
        said = asked.json()
        if len(said.get("attachments") or []) > 1:
            raise Refused(self.refused(400, "invalid-request", "Only one attachment is allowed"))
        is_group = "-" not in asked.parts["id"]
        other = "" if is_group else next(one for one in asked.parts["id"].split("-") if one != OWN)
        if other in self.blocked:
            words = "You cannot send a Direct Message to this user"
            raise Refused(self.refused(403, "not-authorized-for-resource", words))
        id_ = self.wrote(OWN, said.get("text", ""), other, group=asked.parts["id"] if is_group else "")
        return Said(201, {"data": {"dm_conversation_id": asked.parts["id"], "dm_event_id": id_}})

    @route("POST", "/2/users/{id}/dm/{how}", scope="dm.write")
    def block(self, asked: Asked) -> Said:
        self._paid()
        if asked.parts["how"] == "block":
            self.blocked.add(asked.parts["id"])
        else:
            self.blocked.discard(asked.parts["id"])
        return Said(200, {"data": {"blocking": asked.parts["id"] in self.blocked}})

    @route(
        "POST",
        "/2/media/upload/initialize",
        fields=("media_type", "total_bytes", "media_category"),
        scope="media.write",
    )
    def initialize(self, asked: Asked) -> Said:
        said = asked.json()
        assert said["media_category"] in {"tweet_image", "dm_image"}
        id_ = str(1000 + len(self.media))
        self.media[id_] = {"bytes": said["total_bytes"], "data": b"", "alt": ""}
        return Said(200, {"data": {"id": id_, "media_key": f"3_{id_}", "expires_after_secs": 86400}})

    @route("POST", "/2/media/upload/{id}/append", fields=("segment_index", "media"), scope="media.write")
    def append(self, asked: Asked) -> Said:
        (file,) = asked.files()
        assert asked.form()["segment_index"] == "0"
        self.media[asked.parts["id"]]["data"] = file.data
        return Said(200, {"data": {"expires_at": 1}})

    @route("POST", "/2/media/upload/{id}/finalize", scope="media.write")
    def finalize(self, asked: Asked) -> Said:
        held = self.media[asked.parts["id"]]
        if len(held["data"]) != held["bytes"]:
            raise Refused(self.refused(400, "invalid-request", "Segments do not add up to provided total file size."))
        return Said(200, {"data": {"id": asked.parts["id"]}})

    @route("POST", "/2/media/metadata", fields=("id", "metadata"), scope="media.write")
    def metadata(self, asked: Asked) -> Said:
        said = asked.json()
        self.media[str(said["id"])]["alt"] = said["metadata"]["alt_text"]["text"]
        return Said(200, {"data": {"id": said["id"]}})

    # ------------------------------------------------------------ shapes

    def _page(self, asked: Asked, posts: list[Post], *, least: int, most: int = MOST_SHOWN) -> Said:
        self._paid()
        assert asked.parts["id"] == OWN
        query = asked.query
        many = int(query.get("max_results", "10"))
        if not least <= many <= 100:
            raise Refused(self.refused(400, "invalid-request", f"max_results is not between {least} and 100"))
        shown = sorted(posts, key=lambda one: -int(one.id))[:most]
        if "since_id" in query:
            shown = [one for one in shown if int(one.id) > int(query["since_id"])]
        if "start_time" in query:
            shown = [one for one in shown if one.at >= datetime.fromisoformat(query["start_time"])]
        start = self._start(query.get("pagination_token"))
        page = shown[start : start + many]
        said = self._listed(page)
        meta: dict[str, Any] = {"result_count": len(page)}
        if start + many < len(shown):
            meta["next_token"] = f"7140w{start + many}"
        said["meta"] = meta
        return Said(200, said)

    def _message_page(self, asked: Asked, events: list[dict[str, Any]]) -> Said:
        self._paid()
        many = int(asked.query.get("max_results", "100"))
        if not 1 <= many <= 100:
            raise Refused(self.refused(400, "invalid-request", "max_results is not between 1 and 100"))
        shown = sorted(events, key=lambda one: -int(one["id"]))
        start = self._start(asked.query.get("pagination_token"))
        page = shown[start : start + many]
        self.charged += [one["id"] for one in page]
        said: dict[str, Any] = {"meta": {"result_count": len(page)}}
        if page:
            said["data"] = page
            senders = {one["sender_id"] for one in page}
            said["includes"] = {"users": [self._person(id_) for id_ in sorted(senders)]}
        if start + many < len(shown):
            said["meta"]["next_token"] = f"18LA{start + many}"
        return Said(200, said)

    def _start(self, token: str | None) -> int:
        if not token:
            return 0
        digits = token.removeprefix("7140w").removeprefix("18LA")
        if not digits.isdecimal():
            raise Refused(self.refused(400, "invalid-request", "The `pagination_token` is not valid"))
        return int(digits)

    def _listed(self, posts: list[Post]) -> dict[str, Any]:
        if not posts:
            return {}
        parents = [self.posts[one.parent] for one in posts if one.parent in self.posts]
        people = {one.author for one in posts} | {
            self.posts[one.parent].author for one in posts if one.parent in self.posts
        }
        self.charged += [one.id for one in [*posts, *parents]]
        name = "posts" if self.renamed else "tweets"
        includes: dict[str, Any] = {"users": [self._person(id_) for id_ in sorted(people)]}
        if parents:
            includes[name] = [self._post(one) for one in parents]
        media = [more for one in posts for more in one.more.get("media", ())]
        if media:
            includes["media"] = media
        return {"data": [self._post(one) for one in posts], "includes": includes}

    def _post(self, post: Post) -> dict[str, Any]:
        kind = "post" if self.renamed else "tweet"
        named = [(id_, name) for id_, (name, _) in self.people.items() if f"@{name}" in post.text]
        entities: dict[str, Any] = {"mentions": [{"id": id_, "username": name} for id_, name in named]}
        said: dict[str, Any] = {
            "id": post.id,
            "text": post.text,
            "author_id": post.author,
            "created_at": stamp(post.at),
            "conversation_id": post.conversation,
            f"edit_history_{kind}_ids": post.history,
            "lang": "en",
            "public_metrics": {"like_count": 3, "retweet_count": 1, "reply_count": 2},
            "entities": entities,
        }
        if post.parent:
            said[f"referenced_{kind}s"] = [{"type": "replied_to", "id": post.parent}]
            if post.parent in self.posts:
                said["in_reply_to_user_id"] = self.posts[post.parent].author
        if "urls" in post.more:
            entities["urls"] = post.more["urls"]
        if "note" in post.more:
            said[f"note_{kind}"] = {"text": post.more["note"]}
        if "media" in post.more:
            said["attachments"] = {"media_keys": [one["media_key"] for one in post.more["media"]]}
        if "in_reply_to" in post.more:
            said["in_reply_to_user_id"] = post.more["in_reply_to"]
        return said | post.more.get("instead", {})

    def _person(self, id_: str) -> dict[str, Any]:
        handle, name = self.people[id_]
        return {"id": id_, "username": handle, "name": name, "public_metrics": {"followers_count": 97}}

    def _names(self, post: Post, handle: str) -> bool:
        return handle in post.text

    def _paid(self) -> None:
        if not self.has_credit:
            raise Refused(
                Said(
                    402,
                    {
                        "title": "CreditsDepleted",
                        "detail": "Your enrolled account does not have any credits",
                        "type": "https://api.twitter.com/2/problems/credits",
                        "status": 402,
                    },
                )
            )

    # ------------------------------------------------------------ errors

    def token_of(self, asked: Asked) -> str:
        token = super().token_of(asked)
        if token in self._ends and self._ends[token] <= self.now():
            self.tokens.pop(token, None)
        return token

    def refused(self, status: int, code: str, words: str) -> Said:
        return Said(
            status,
            {"title": code, "detail": words, "type": f"https://api.twitter.com/2/problems/{code}", "status": status},
        )

    def no_token(self, asked: Asked) -> Said:
        return self.wrong_token(asked)

    def wrong_token(self, asked: Asked) -> Said:
        return Said(401, {"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"})

    def missing_scope(self, asked: Asked, scope: str) -> Said:
        return self.refused(403, "client-forbidden", "Your client app is not configured with the appropriate scopes")
