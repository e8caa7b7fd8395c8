"""An Instagram account as a stand-in has it: media, comments, messages, and what people do; it answers no request."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from tests.stand_ins.graph_rules import GraphRules, Json, stamp

ME, ALIAS, NAME, PAGE = "178414001", "9001", "ridgehill", "100200300"
APP, SECRET, OWN, THROUGH_PAGE = "515151", "ig-secret", "ig-token", "page-token"
OTHER, OTHER_PAGE, OTHER_TOKEN = "178414002", "100200301", "other-page-token"
OWN_SCOPES = {
    "instagram_business_basic",
    "instagram_business_manage_comments",
    "instagram_business_manage_messages",
}
PAGE_SCOPES = {"instagram_basic", "instagram_manage_comments", "instagram_manage_messages", "pages_show_list"}
_DAY = timedelta(days=1)


class InstagramWorld(GraphRules):
    """An account, its media and its people, and what a test lets them do."""

    KINDS: ClassVar[dict[str, dict[str, str]]] = {
        "User": {"id": "", "user_id": "", "username": "", "name": "", "account_type": "", "profile_picture_url": ""},
        "Page": {"id": "", "name": "", "access_token": "", "tasks": "", "instagram_business_account": "Account"},
        "Account": {"id": "", "username": "", "name": ""},
        "Who": {"id": "", "username": ""},
        "Media": {
            "id": "",
            "caption": "",
            "media_type": "",
            "media_product_type": "",
            "media_url": "",
            "thumbnail_url": "",
            "permalink": "",
            "timestamp": "",
            "comments_count": "",
            "like_count": "",
            "username": "",
            "alt_text": "",
        },
        "Comment": {
            "id": "",
            "text": "",
            "username": "",
            "timestamp": "",
            "like_count": "",
            "hidden": "",
            "parent_id": "",
            "from": "Who",
            "user": "",
            "media": "",
            "replies": "Comment*",
        },
        "Thread": {"id": "", "updated_time": "", "participants": "", "messages": "Message*"},
        "Message": {
            "id": "",
            "created_time": "",
            "from": "Who",
            "to": "",
            "message": "",
            "attachments": "",
            "shares": "",
            "story": "",
            "reply_to": "",
            "reactions": "",
            "is_unsupported": "",
        },
    }

    def __init__(self) -> None:
        super().__init__()
        self.apps = {APP: SECRET}
        self.codes: dict[str, str] = {}
        self.made = {OWN: self.now() - 2 * _DAY}
        """By token of Instagram's own, when it was made."""
        self.tokens = {OWN: set(OWN_SCOPES), THROUGH_PAGE: set(PAGE_SCOPES), "fb-user-token": set(PAGE_SCOPES)}
        self.ends_at: datetime | None = None
        self.human_agent = False
        self.has_advanced_access = True
        self.kept_out: set[str] = set()
        self.uploads: dict[str, bytes] = {}
        self.mentioned: dict[str, str] = {}
        me: Json = {"kind": "User", "id": ALIAS, "user_id": ME, "username": NAME, "name": "Ridge & Hill"}
        self.nodes["me"] = me | {"account_type": "BUSINESS"}
        self.nodes[ME] = me | {"id": ME}
        linked = {"id": ME, "username": NAME, "name": "Ridge & Hill"}
        self.nodes[PAGE] = {"kind": "Page", "id": PAGE, "name": "Ridge", "access_token": THROUGH_PAGE}
        self.nodes[PAGE] |= {"instagram_business_account": linked, "tasks": ["MESSAGING"]}
        # Another account that the token of a person does not open.
        self.tokens[OTHER_TOKEN] = set(PAGE_SCOPES)
        other: Json = {"id": OTHER, "username": "another", "name": "Another"}
        self.nodes[OTHER] = {"kind": "User"} | other
        self.nodes[OTHER_PAGE] = {"kind": "Page", "id": OTHER_PAGE, "name": "Other", "access_token": OTHER_TOKEN}
        self.nodes[OTHER_PAGE]["instagram_business_account"] = other

    def posted(self, caption: str, *, by: str = NAME, edge: str = "media", **more: Any) -> str:
        """A medium of the account, or one of somebody that tags it (`edge` "tags"). Gives its id."""
        id_ = f"1790{self.number()}"
        node: Json = {"kind": "Media", "id": id_, "edge": edge, "caption": caption, "username": by}
        node |= {"media_type": "IMAGE", "media_url": f"https://cdn.example/{id_}", "timestamp": stamp(self.now())}
        self.nodes[id_] = node | {"permalink": f"https://www.instagram.com/p/{id_}/", "like_count": 2} | more
        self._count(id_)
        return id_

    def commented(self, on: str, by: str, text: str, *, parent: str = "", **more: Any) -> str:
        """A comment below a medium, or an answer below another comment. Gives its id."""
        id_ = f"1787{self.number()}"
        node: Json = {"kind": "Comment", "id": id_, "on": on, "text": text, "timestamp": stamp(self.now())}
        node |= {"username": self.name(by), "from": self.who(by), "hidden": False, "private": False}
        if parent:
            top = self.nodes[parent]
            node["parent_id"] = top.get("parent_id", parent)
        self.nodes[id_] = node | more
        self._count(on)
        return id_

    def deleted(self, id_: str) -> None:
        """Somebody deleted something."""
        on = self.nodes.pop(id_).get("on", "")
        for one in [key for key, node in self.nodes.items() if node.get("parent_id") == id_]:
            del self.nodes[one]
        self._count(on)

    def wrote(self, by: str, text: str, *, to: str = ME, **more: Any) -> str:
        """A direct message between somebody and the account. Gives its id."""
        thread = self._thread(to if by == ME else by)
        id_ = f"aWdfZ{self.number()}="
        node: Json = {"kind": "Message", "id": id_, "thread": thread["id"], "created_time": stamp(self.now())}
        self.nodes[id_] = node | {"from": self.who(by), "to": {"data": [self.who(to)]}, "message": text} | more
        thread["updated_time"] = stamp(self.now())
        return id_

    def thread_of(self, person: str) -> str:
        """The id of the conversation with a person."""
        return str(self._thread(person)["id"])

    @staticmethod
    def name(id_: str) -> str:
        """Somebody's name."""
        return NAME if id_ in (ME, ALIAS) else f"person{id_}"

    def who(self, id_: str) -> Json:
        """Somebody as Instagram names them."""
        return {"id": id_, "username": self.name(id_)}

    def _thread(self, person: str) -> Json:
        for one in self.nodes.values():
            if one.get("with") == person:
                return one
        id_ = f"aWdfT{self.number()}"
        node: Json = {"kind": "Thread", "id": id_, "with": person, "updated_time": stamp(self.now())}
        self.nodes[id_] = node | {"participants": {"data": [self.who(ME), self.who(person)]}}
        return self.nodes[id_]

    def _count(self, media: str) -> None:
        if media in self.nodes:
            self.nodes[media]["comments_count"] = sum(one.get("on") == media for one in self.nodes.values())
