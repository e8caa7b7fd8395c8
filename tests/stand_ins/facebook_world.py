"""A Page as a stand-in has it: posts, comments, messages, and what people do; it answers no request."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from tests.stand_ins.graph_rules import GraphRules, Json, stamp

PAGE, OTHER_PAGE, APP, SECRET = "100200300", "100200301", "424242", "app-secret"
ALL = {
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_manage_metadata",
    "pages_messaging",
}
TASKS = ["ADVERTISE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"]


class FacebookWorld(GraphRules):
    """A Page, its posts and its people, and what a test lets them do."""

    KINDS: ClassVar[dict[str, dict[str, str]]] = {
        "User": {"id": "", "name": ""},
        "Page": {"id": "", "name": "", "username": "", "access_token": "", "tasks": "", "link": ""},
        "Who": {"id": "", "name": "", "picture": "", "email": ""},
        "Post": {
            "id": "",
            "message": "",
            "story": "",
            "created_time": "",
            "updated_time": "",
            "from": "Who",
            "permalink_url": "",
            "full_picture": "",
            "shares": "",
            "is_hidden": "",
            "can_reply_privately": "",
            "comments": "Comment*",
        },
        "Comment": {
            "id": "",
            "message": "",
            "created_time": "",
            "from": "Who",
            "parent": "Parent",
            "attachment": "",
            "permalink_url": "",
            "user_likes": "",
            "like_count": "",
            "comment_count": "",
            "is_hidden": "",
            "can_hide": "",
            "can_reply_privately": "",
            "private_reply_conversation": "",
        },
        "Parent": {"id": "", "from": "", "message": "", "created_time": "", "permalink_url": ""},
        "Recommendation": {
            "created_time": "",
            "has_rating": "",
            "has_review": "",
            "rating": "",
            "recommendation_type": "",
            "review_text": "",
            "reviewer": "Who",
            "open_graph_story": "Story",
        },
        "Story": {"id": "", "type": ""},
        "Thread": {
            "id": "",
            "updated_time": "",
            "link": "",
            "participants": "",
            "message_count": "",
            "unread_count": "",
            "can_reply": "",
            "snippet": "",
            "messages": "Message*",
        },
        "Message": {
            "id": "",
            "created_time": "",
            "from": "Who",
            "to": "",
            "message": "",
            "attachments": "",
            "sticker": "",
            "shares": "",
        },
    }

    def __init__(self) -> None:
        super().__init__()
        self.apps = {APP: SECRET}
        self.codes: dict[str, str] = {}
        """The return address each code was made for."""
        self.asks_for_proof = False
        self.human_agent = False
        """Whether Meta has approved Human Agent for the app."""
        self.has_advanced_access = True
        """Without it, comments of people without a role in the app are counted and not shown."""
        self.ends_at: datetime | None = None
        self.tokens = {"user-token": set(ALL), "long-token": set(ALL)}
        self.liked: set[str] = set()
        self.kept_out: set[str] = set()
        self.reactions: dict[str, str] = {}
        self.uploads: dict[str, bytes] = {}
        self.nodes["me"] = {"kind": "User", "id": "900", "name": "Maya"}
        for id_, name in ((PAGE, "Ridge & Hill"), (OTHER_PAGE, "Ridge Repairs")):
            token = f"page-token-{id_}"
            self.tokens[token] = set(ALL)
            self.nodes[id_] = {"kind": "Page", "id": id_, "name": name, "access_token": token, "tasks": TASKS}
        self.nodes[PAGE]["username"] = "ridgehill"

    def posted(self, text: str, *, by: str = PAGE, on: str = PAGE, edge: str = "feed", **more: Any) -> str:
        """A post by the Page or somebody else; `edge` is the list it stands in. Gives its id."""
        id_ = f"{on if by == PAGE or edge == 'feed' else by}_{self.number()}"
        now = stamp(self.now())
        node: Json = {
            "kind": "Post",
            "id": id_,
            "edge": edge,
            "message": text,
            "created_time": now,
            "updated_time": now,
            "from": self.who(by),
            "permalink_url": f"https://www.facebook.com/{id_}",
        }
        self.nodes[id_] = node | more
        return id_

    def commented(self, on: str, by: str, text: str, *, parent: str = "", **more: Any) -> str:
        """A comment below a post, or below another comment with `parent`. Gives its id."""
        id_ = f"{on.rpartition('_')[2]}_{self.number()}"
        node: Json = {
            "kind": "Comment",
            "id": id_,
            "on": on,
            "message": text,
            "created_time": stamp(self.now()),
            "from": self.who(by),
            "permalink_url": f"https://www.facebook.com/{on}?comment_id={id_}",
            "can_reply_privately": by != PAGE,
            "is_hidden": False,
        }
        if parent:
            top = self.nodes[parent]
            # Comments are two deep: an answer to an answer stands below the first (Graph API, Comment).
            node["parent"] = {k: v for k, v in self.nodes[top.get("parent", top)["id"]].items() if k != "kind"}
        self.nodes[id_] = node | more
        self._touch(on)
        return id_

    def edited(self, id_: str, text: str) -> None:
        """Somebody changed a comment: nothing else tells of it."""
        self.nodes[id_]["message"] = text

    def deleted(self, id_: str) -> None:
        """Somebody deleted something."""
        self._touch(self.nodes.pop(id_).get("on", ""))

    def recommended(self, by: str, text: str, kind: str = "positive") -> str:
        """A recommendation. Gives the id of its story."""
        story = self.number()
        self.nodes[story] = {"kind": "Post", "id": story, "edge": "story"}
        self.nodes[f"rating {story}"] = {
            "kind": "Recommendation",
            "created_time": stamp(self.now()),
            "has_review": bool(text),
            "recommendation_type": kind,
            "review_text": text,
            "reviewer": self.who(by),
            "open_graph_story": {"id": story},
        }
        return story

    def wrote(self, by: str, text: str, *, to: str = PAGE, **more: Any) -> str:
        """A direct message between somebody and the Page. Gives its id."""
        person = to if by == PAGE else by
        thread = self._thread(person)
        id_ = f"m_{self.number()}"
        self.nodes[id_] = {
            "kind": "Message",
            "id": id_,
            "thread": thread["id"],
            "created_time": stamp(self.now()),
            "from": self.who(by),
            "to": {"data": [self.who(to)]},
            "message": text,
        } | more
        thread["updated_time"] = stamp(self.now())
        return id_

    def who(self, id_: str) -> Json:
        """Somebody as Meta names them."""
        page = self.nodes.get(id_)
        return {"id": id_, "name": page["name"] if page else f"Person {id_}"}

    def thread_of(self, person: str) -> str:
        """The id of the conversation with a person."""
        return str(self._thread(person)["id"])

    def _thread(self, person: str) -> Json:
        for one in self.nodes.values():
            if one.get("with") == person:
                return one
        id_ = f"t_{self.number()}"
        people = [self.who(person), self.who(PAGE)]
        node: Json = {"kind": "Thread", "id": id_, "with": person, "participants": {"data": people}}
        node |= {"updated_time": stamp(self.now()), "link": f"/{PAGE}/inbox/{id_}"}
        self.nodes[id_] = node
        return node

    def _touch(self, id_: str) -> None:
        if id_ in self.nodes:
            self.nodes[id_]["updated_time"] = stamp(self.now())
