"""A stand-in for a server that speaks Mastodon's API, after docs.joinmastodon.org and what real servers answered.

It is none of them: its world is small and made up. `flavour` chooses whose ways it has: "mastodon" (4.7), "old" (a
Mastodon before 4.3), "gotosocial" or "takahe".
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import regex

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, StandIn, route
from socialdesk.support.clock import Clock
from tests.stand_ins.mastodon_world import ALL_SCOPES, App, World, expanded


@dataclass
class _Grant:
    app: App
    scope: str
    challenge: str
    redirect: str


class Mastodon(World, StandIn):
    """The server of the account "brand"."""

    def __init__(self, flavour: str = "mastodon", clock: Clock | None = None) -> None:
        StandIn.__init__(self, clock)
        World.__init__(self, flavour)
        self.apps: dict[str, App] = {}
        self.codes: dict[str, _Grant] = {}
        self.keys: dict[str, tuple[str, datetime]] = {}
        self.slow_media = 0
        """How often a file is said to be in the making."""
        self.policy = "accept"
        self.most = 5000 if flavour == "gotosocial" else 500
        self.events: asyncio.Queue[bytes] = asyncio.Queue()
        """What is sent to whoever listens; b"" ends the line."""
        self.closed_account = False
        self.owners: dict[str, str] = {}
        """Whose a token is, where it is not the brand's."""
        self.missing: set[str] = set()
        """Paths that were taken out of service."""

    # ------------------------------------------------------------ what differs between servers

    def refused(self, status: int, code: str, words: str) -> Said:
        return Said(status, {"error": words})

    def missing_scope(self, asked: Asked, scope: str) -> Said:
        return self.refused(403, "", "This action is outside the authorized scopes")

    def wrong_token(self, asked: Asked) -> Said:
        if self.flavour == "takahe":
            return Said(400, "Invalid Bearer token")
        return self.refused(401, "", "The access token was revoked")

    def headers_for(self, asked: Asked) -> dict[str, str]:
        if self.flavour == "takahe":
            return {}
        limit = 30 if asked.method == "DELETE" or "/media" in asked.path else 300
        reset = (self.now() + timedelta(minutes=5)).isoformat().replace("+00:00", "Z")
        return {"x-ratelimit-limit": str(limit), "x-ratelimit-remaining": str(limit - 1), "x-ratelimit-reset": reset}

    def token_for(self, *scopes: str) -> str:
        """A token made by hand, with these scopes."""
        token = f"token-{len(self.tokens)}"
        self.tokens[token] = expanded(" ".join(scopes or ("read", "write")))
        return token

    def allow(self, url: str, *, deny: bool = False) -> dict[str, str]:
        """What the browser brings back when the person presses Authorize."""
        asked = dict(parse_qsl(urlsplit(url).query))
        app = self.apps[asked["client_id"]]
        assert asked["response_type"] == "code"
        assert asked["redirect_uri"] == app.redirect, "the redirect is another one than was registered"
        assert set(asked["scope"].split()) <= set(app.scopes.split()), "more is asked for than was registered"
        if deny:
            return {"error": "access_denied", "state": asked["state"]}
        if self.flavour == "mastodon":
            assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = _Grant(app, asked["scope"], asked.get("code_challenge", ""), app.redirect)
        return {"code": code} | ({"state": asked["state"]} if "state" in asked else {})

    def needs(self, path: str) -> None:
        if path in self.missing:
            raise Refused(Said(404, "<html>Not found</html>", {"content-type": "text/html"}))

    # ------------------------------------------------------------ the server and its apps

    @route("GET", "/api/v2/instance", scope=None)
    def instance(self, asked: Asked) -> Said:
        if self.flavour == "old":
            return self.refused(404, "", "Not Found")
        said = self.instance_facts(self.most)
        return Said(200, said | {"domain": self.domain})

    @route("GET", "/api/v1/instance", scope=None)
    def old_instance(self, asked: Asked) -> Said:
        return Said(200, self.instance_facts(self.most) | {"uri": self.domain})

    @route("GET", "/.well-known/oauth-authorization-server", scope=None)
    def discovery(self, asked: Asked) -> Said:
        if self.flavour != "mastodon":
            return self.refused(404, "", "Not Found")
        scopes = ["read", "write", *ALL_SCOPES]
        return Said(200, {"scopes_supported": scopes, "code_challenge_methods_supported": ["S256"]})

    @route("POST", "/api/v1/apps", fields=("client_name", "redirect_uris", "scopes", "website"), scope=None)
    def register(self, asked: Asked) -> Said:
        form = asked.form()
        if not form.get("client_name") or not form.get("redirect_uris"):
            raise Refused(self.refused(422, "", "Validation failed"))
        app = App(f"id-{len(self.apps)}", f"secret-{len(self.apps)}", form["redirect_uris"], form.get("scopes", "read"))
        self.apps[app.id] = app
        return Said(200, {"client_id": app.id, "client_secret": app.secret, "name": form["client_name"]})

    @route(
        "POST",
        "/oauth/token",
        fields=("grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier", "scope"),
        scope=None,
    )
    def exchange(self, asked: Asked) -> Said:
        form = asked.form()
        app = self.apps.get(form.get("client_id", ""))
        if app is None or app.secret != form.get("client_secret"):
            raise Refused(Said(401, {"error": "invalid_client", "error_description": "Client authentication failed"}))
        grant = self.codes.pop(form.get("code", ""), None)
        if grant is None or grant.app is not app or grant.redirect != form.get("redirect_uri"):
            raise Refused(Said(400, {"error": "invalid_grant", "error_description": "The grant is invalid"}))
        if grant.challenge and not self.proves(form.get("code_verifier", ""), grant.challenge):
            raise Refused(Said(400, {"error": "invalid_grant", "error_description": "The verifier is wrong"}))
        token = self.token_for(grant.scope)
        return Said(200, {"access_token": token, "token_type": "Bearer", "scope": grant.scope, "created_at": 1})

    @route("POST", "/oauth/revoke", fields=("client_id", "client_secret", "token"), scope=None)
    def revoke(self, asked: Asked) -> Said:
        form = asked.form()
        if self.apps[form["client_id"]].secret != form["client_secret"]:
            raise Refused(Said(403, {"error": "unauthorized_client"}))
        self.tokens.pop(form["token"], None)
        return Said(200, {})

    @route("GET", "/api/v1/apps/verify_credentials", scope="")
    def app(self, asked: Asked) -> Said:
        if self.flavour != "mastodon":
            return Said(200, {"name": "app"})
        return Said(200, {"name": "app", "scopes": sorted(self.tokens[asked.token])})

    @route("GET", "/api/v1/accounts/verify_credentials", scope="read:accounts")
    def verify(self, asked: Asked) -> Said:
        if self.closed_account:
            raise Refused(self.refused(403, "", "Your login is currently disabled"))
        return Said(200, self.shown(self.owners.get(asked.token, self.brand)) | {"source": {"privacy": self.privacy}})

    # ------------------------------------------------------------ reading

    @route(
        "GET",
        "/api/v1/notifications",
        takes=("types[]", "limit", "min_id", "max_id", "since_id", "include_filtered"),
        scope="read:notifications",
    )
    def notified(self, asked: Asked) -> Said:
        self.needs("/api/v1/notifications")
        types = asked.every("types[]")
        found = [one for one in self.notices if not types or one["type"] in types]
        if asked.query.get("include_filtered") != "true":
            found = [one for one in found if not one.get("held_back")]
        page = self.paged([one for one in found if one["status"] is None or one["status"] in self.statuses], asked)
        shown = [one | {"status": self.told(one["status"])} if one["status"] else one for one in page]
        return Said(200, shown, self.link(asked, page))

    @route("GET", "/api/v2/notifications/policy", scope="read:notifications")
    def filters(self, asked: Asked) -> Said:
        if self.flavour in ("takahe", "gotosocial", "old"):
            return self.refused(404, "", "Not Found")
        return Said(200, {"for_not_following": self.policy, "for_new_accounts": "accept", "summary": {}})

    @route("GET", "/api/v1/statuses", takes=("id[]",), scope="read:statuses")
    def many(self, asked: Asked) -> Said:
        ids = asked.every("id[]")
        if self.flavour != "mastodon":
            return self.refused(404, "", "Not Found")
        if len(ids) > 20:
            raise Refused(self.refused(422, "", "Too many statuses"))
        return Said(200, [self.told(one) for one in ids if self.is_visible(one)])

    @route("GET", "/api/v1/statuses/{id}", scope="read:statuses")
    def one(self, asked: Asked) -> Said:
        return Said(200, self.told(self.there(asked.parts["id"])))

    @route("GET", "/api/v1/statuses/{id}/context", scope="read:statuses")
    def context(self, asked: Asked) -> Said:
        id_ = self.there(asked.parts["id"])
        above, below = self.tree(id_)
        return Said(200, {"ancestors": [self.told(one) for one in above], "descendants": [self.told(b) for b in below]})

    @route(
        "GET",
        "/api/v1/accounts/{id}/statuses",
        takes=("limit", "max_id", "min_id", "exclude_reblogs", "exclude_replies"),
        scope="read:statuses",
    )
    def written(self, asked: Asked) -> Said:
        own = [{"id": one.id} for one in self.statuses.values() if one.author == asked.parts["id"]]
        page = self.paged(own, asked)
        return Said(200, [self.told(one["id"]) for one in page], self.link(asked, page))

    @route("GET", "/api/v1/conversations", takes=("limit", "max_id"), scope="read:statuses")
    def conversations(self, asked: Asked) -> Said:
        self.needs("/api/v1/conversations")
        found = [] if self.flavour == "takahe" else self.conversation_list()
        limit = int(asked.query.get("limit", "20"))
        before = asked.query.get("max_id")
        page = [one for one in found if before is None or one["last_status"]["id"] < before][:limit]
        ends = [{"id": one["last_status"]["id"]} for one in page]
        return Said(200, page, self.link(asked, ends) if len(page) == limit else {})

    @route("GET", "/api/v1/streaming/user", scope="read:notifications")
    def streaming(self, asked: Asked) -> Said:
        self.needs("/api/v1/streaming/user")

        async def events() -> AsyncIterator[bytes]:
            yield b":)\n\n"
            while event := await self.events.get():
                yield event

        return Said(200, headers={"content-type": "text/event-stream"}, stream=events())

    def pushes(self, event: str, payload: object) -> None:
        """Tell whoever listens."""
        data = payload if isinstance(payload, str) else json.dumps(payload)
        self.events.put_nowait(f"event: {event}\ndata: {data}\n\n:thump\n".encode())

    # ------------------------------------------------------------ writing

    @route(
        "POST",
        "/api/v1/statuses",
        fields=("status", "in_reply_to_id", "visibility", "spoiler_text", "media_ids", "language", "sensitive"),
        scope="write:statuses",
    )
    def post(self, asked: Asked) -> Said:
        body = asked.json()
        key = asked.headers.get("idempotency-key", "")
        if key and self.flavour in ("mastodon", "old") and key in self.keys:
            id_, at = self.keys[key]
            if self.now() - at < timedelta(hours=1):
                return Said(200, self.told(id_))
        text, media = body.get("status", ""), body.get("media_ids", [])
        wrong = 422 if self.flavour in ("mastodon", "old") else 400
        if not text and not media:
            raise Refused(self.refused(wrong, "", "Textを入力してください"))
        if self.counted(text) + len(body.get("spoiler_text", "")) > self.most:
            raise Refused(self.refused(wrong, "", "上限は500文字です"))
        if any(one not in self.media or self.media[one].get("used") for one in media) or len(media) > 4:
            raise Refused(self.refused(422, "", "メディアが存在しません"))
        if any(self.media[one]["waits"] for one in media):
            raise Refused(self.refused(422, "", "Cannot attach files that have not finished processing"))
        parent = body.get("in_reply_to_id")
        if parent is not None and not self.is_visible(parent):
            raise Refused(self.refused(404, "", "The post you are trying to reply to does not appear to exist."))
        id_ = self.says(
            self.brand,
            text,
            to=parent,
            visibility=body.get("visibility", self.privacy),
            warning=body.get("spoiler_text", ""),
            language=body.get("language", "en"),
            media=[{"id": one, **self.media[one]["shown"]} for one in media],
        )
        for one in media:
            self.media[one]["used"] = True
        if key:
            self.keys[key] = (id_, self.now())
        return Said(200, self.told(id_))

    def counted(self, text: str) -> int:
        """The length as docs.joinmastodon.org, Posting, counts it; other servers count what is there."""
        if self.flavour in ("gotosocial", "takahe"):
            return len(text)
        text = regex.sub(r"https?://\S+", "x" * 23, text)
        text = regex.sub(r"(@\w+)@[\w.:-]+\w", r"\1", text)
        return len(regex.findall(r"\X", text))

    @route(
        "PUT",
        "/api/v1/statuses/{id}",
        fields=("status", "spoiler_text", "media_ids", "language", "sensitive"),
        scope="write:statuses",
    )
    def edit(self, asked: Asked) -> Said:
        if self.flavour in ("takahe", "gotosocial"):
            raise Refused(self.refused(404, "", "Not Found"))
        id_ = self.there(asked.parts["id"])
        status, body = self.statuses[id_], asked.json()
        if status.author != self.brand:
            raise Refused(self.refused(404, "", "Record not found"))
        if not body.get("status") and not body.get("media_ids"):
            raise Refused(self.refused(422, "", "Text can't be blank"))
        if self.counted(body["status"]) + len(body.get("spoiler_text", "")) > self.most:
            raise Refused(self.refused(422, "", "Text character limit of 500 exceeded"))
        # What an edit does not say is taken away: warning and pictures too.
        kept = {str(one) for one in body.get("media_ids", [])}
        status.media = [one for one in status.media if str(one["id"]) in kept]
        status.warning = body.get("spoiler_text", "")
        self.edits(id_, body["status"])
        return Said(200, self.told(id_))

    @route("DELETE", "/api/v1/statuses/{id}", scope="write:statuses")
    def delete(self, asked: Asked) -> Said:
        id_ = self.there(asked.parts["id"])
        if self.statuses[id_].author != self.brand:
            raise Refused(self.refused(401 if self.flavour == "takahe" else 404, "", "Not the author of this status"))
        said = self.told(id_)
        self.deleted(id_)
        return Said(200, said)

    @route("POST", "/api/v1/statuses/{id}/{act}", scope="")
    def act(self, asked: Asked) -> Said:
        act = asked.parts["act"]
        needed = {"favourite": "write:favourites", "mute": "write:mutes"}[act.removeprefix("un")]
        if needed not in self.tokens[asked.token]:
            raise Refused(self.missing_scope(asked, needed))
        if self.flavour == "takahe" and act in ("mute", "unmute"):
            raise Refused(Said(404, "<html>", {"content-type": "text/html"}))
        id_ = self.there(asked.parts["id"])
        name = {"favourite": "favourited", "mute": "muted"}[act.removeprefix("un")]
        setattr(self.statuses[id_], name, not act.startswith("un"))
        return Said(200, self.told(id_))

    @route("POST", "/api/v2/media", fields=("file", "description"), scope="write:media")
    def upload(self, asked: Asked) -> Said:
        file = asked.files()[0]
        if not file.media_type.startswith("image/") or file.data == b"broken":
            raise Refused(self.refused(422, "", "Validation failed: File content type is invalid"))
        id_ = self.fresh_id()
        address = f"{self.address}/media/{id_}.png"
        shown = {
            "type": "image",
            "url": address,
            "preview_url": address,
            "description": asked.form().get("description"),
        }
        self.media[id_] = {"shown": shown, "waits": self.slow_media}
        return Said(202 if self.slow_media else 200, {"id": id_, **shown, "url": None if self.slow_media else address})

    @route("GET", "/api/v1/media/{id}", scope="write:media")
    def media_state(self, asked: Asked) -> Said:
        found = self.media[asked.parts["id"]]
        found["waits"] = max(0, found["waits"] - 1)
        return Said(206 if found["waits"] else 200, {"id": asked.parts["id"], **found["shown"]})

    # ------------------------------------------------------------ people

    @route("POST", "/api/v1/accounts/{id}/{act}", scope="write:blocks")
    def block(self, asked: Asked) -> Said:
        id_ = asked.parts["id"]
        if id_ not in self.people or asked.parts["act"] not in ("block", "unblock"):
            raise Refused(self.refused(404, "", "Record not found"))
        (self.blocked.add if asked.parts["act"] == "block" else self.blocked.discard)(id_)
        return Said(200, {"id": id_, "blocking": id_ in self.blocked})

    @route("GET", "/api/v1/accounts/relationships", takes=("id[]",), scope="read:follows")
    def relationships(self, asked: Asked) -> Said:
        return Said(200, [{"id": one, "blocking": one in self.blocked} for one in asked.every("id[]")])

    @route("GET", "/api/v1/accounts/lookup", takes=("acct",), scope="read:accounts")
    def lookup(self, asked: Asked) -> Said:
        found = [one for one in self.people.values() if asked.query["acct"] in (one["acct"], self.full(one))]
        if self.flavour == "takahe" or not found:
            raise Refused(self.refused(404, "", "Record not found"))
        return Said(200, self.shown(found[0]["id"]))

    @route("GET", "/api/v2/search", takes=("q", "type", "resolve"), scope="read:search")
    def search(self, asked: Asked) -> Said:
        found = [self.shown(one["id"]) for one in self.people.values() if self.full(one) == asked.query["q"]]
        return Said(200, {"accounts": found, "statuses": [], "hashtags": []})

    @route("POST", "/api/v1/reports", fields=("account_id", "status_ids", "comment", "category"), scope="write:reports")
    def report(self, asked: Asked) -> Said:
        self.needs("/api/v1/reports")
        body = asked.json()
        assert self.statuses[body["status_ids"][0]].author == body["account_id"]
        if body["category"] not in ("spam", "legal", "violation", "other") or len(body["comment"]) > 1000:
            raise Refused(self.refused(422, "", "Validation failed"))
        self.reports.append(body)
        return Said(200, {"id": str(len(self.reports)), "action_taken": False})
