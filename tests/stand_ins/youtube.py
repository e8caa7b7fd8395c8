"""A stand-in for the YouTube Data API, after its reference (commentThreads, comments, channels, videos) and quota page.

It is ours and not Google's: what it refuses, YouTube's documentation says is refused. Its world is one channel with
videos below which people write.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, route
from socialdesk.support.clock import Clock
from tests.stand_ins.google_account import GoogleStandIn

OWN, VIDEO = "UCown", "vid1"
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
_STATES = ("published", "heldForReview", "likelySpam")


@dataclass
class Comment:
    """A comment; `status` as YouTube names it, rejected ones are seen by nobody."""

    id: str
    author: str
    text: str
    at: datetime
    video: str | None = VIDEO
    parent: str = ""
    edited: datetime | None = None
    status: str = "published"
    replies: list[Comment] = field(default_factory=list["Comment"])
    picture: str = ""


class YouTubeStandIn(GoogleStandIn):
    """The stand-in: one channel, its quota, and what people write there."""

    scope = SCOPE
    page_of: ClassVar[int] = 100
    included: ClassVar[int] = 5
    """How many replies come with a thread."""

    def __init__(self, clock: Clock | None = None, units: int = 10_000) -> None:
        super().__init__(clock)
        self.units = units
        self.used = 0
        self._day = ""
        self.has_channel = True
        self.owns = True
        self.channel_id = OWN
        self.title = "Wool & Co"
        self.threads: list[Comment] = []
        self.banned: set[str] = set()
        self.closed_videos: set[str] = set()
        self.titles: dict[str, str] = {VIDEO: "How we dye wool"}
        self._next = 0

    # ------------------------------------------------------------ what people do

    def wrote(self, author: str, text: str, below: Comment | None = None, **more: Any) -> Comment:
        """Somebody writes below the video, or below a comment; "" for nobody's channel known."""
        self._next += 1
        id_ = f"{below.id}.r{self._next}" if below else f"Ugy{self._next}"
        made = Comment(id_, author, text, self.now(), parent=below.id if below else "", **more)
        if below:
            made.video = below.video
        (below.replies if below else self.threads).append(made)
        return made

    def edited(self, comment: Comment, text: str) -> None:
        """Its writer changes it."""
        comment.text, comment.edited = text, self.now()

    def deleted(self, comment: Comment) -> None:
        """Its writer takes it back."""
        for many in (self.threads, *(thread.replies for thread in self.threads)):
            if comment in many:
                many.remove(comment)

    # ------------------------------------------------------------ reading

    @route("GET", "/youtube/v3/channels", takes=("part", "mine"), scope=SCOPE)
    def channels(self, asked: Asked) -> Said:
        self._pay(1)
        self._expect(asked.query.get("mine") == "true", "missingRequiredParameter")
        snippet = {"title": self.title, "customUrl": "@woolco", "publishedAt": "2020-01-01T00:00:00Z"}
        items = [{"kind": "youtube#channel", "id": self.channel_id, "snippet": snippet}] if self.has_channel else []
        # Where there is none, the list is left out.
        return Said(200, {"kind": "youtube#channelListResponse"} | ({"items": items} if items else {}))

    @route(
        "GET",
        "/youtube/v3/commentThreads",
        takes=(
            "part",
            "allThreadsRelatedToChannelId",
            "order",
            "maxResults",
            "textFormat",
            "moderationStatus",
            "pageToken",
        ),
        scope=SCOPE,
    )
    def comment_threads(self, asked: Asked) -> Said:
        self._pay(1)
        status = asked.query.get("moderationStatus", "published")
        self._expect(status in _STATES, "invalidModerationStatus")
        self._expect(asked.query.get("order", "time") in {"time", "relevance"}, "invalidOrder")
        self._expect(asked.query.get("allThreadsRelatedToChannelId") == self.channel_id, "channelNotFound", 404)
        if status != "published" and not self.owns:
            raise Refused(self.refused(403, "forbidden", "Not the owner."))
        most = int(asked.query.get("maxResults", "20"))
        self._expect(1 <= most <= 100, "invalidMaxResults")
        found = sorted((one for one in self.threads if one.status == status), key=lambda one: one.at, reverse=True)
        start = self._start(asked)
        most = min(most, self.page_of)
        items = [self._thread(one, asked) for one in found[start : start + most]]
        return Said(200, self._page("commentThread", items, start + most if len(found) > start + most else None))

    @route(
        "GET",
        "/youtube/v3/comments",
        takes=("part", "id", "parentId", "maxResults", "textFormat", "pageToken"),
        scope=SCOPE,
    )
    def comments(self, asked: Asked) -> Said:
        self._pay(1)
        self._expect(("id" in asked.query) != ("parentId" in asked.query), "missingRequiredParameter")
        if "id" in asked.query:
            ids = asked.query["id"].split(",")
            self._expect(len(ids) <= 50 and "maxResults" not in asked.query, "invalidFilters")
            found = [one for one in self._all() if one.id in ids and one.status == "published"]
            return Said(200, self._page("comment", [self._comment(one, asked) for one in found], None))
        top = self._top(asked.query["parentId"])
        if top is None:
            raise Refused(self.refused(404, "commentNotFound", "No such comment."))
        start = self._start(asked)
        found = sorted((one for one in top.replies if one.status == "published"), key=lambda one: one.at, reverse=True)
        items = [self._comment(one, asked) for one in found[start : start + self.page_of]]
        more = start + self.page_of if len(found) > start + self.page_of else None
        return Said(200, self._page("comment", items, more))

    @route("GET", "/youtube/v3/videos", takes=("part", "id"), scope=SCOPE)
    def videos(self, asked: Asked) -> Said:
        self._pay(1)
        ids = asked.query["id"].split(",")
        self._expect(len(ids) <= 50, "invalidFilters")
        items = [
            {
                "id": id_,
                "snippet": {
                    "title": self.titles[id_],
                    "description": "Every colour",
                    "channelTitle": "Wool & Co",
                    "publishedAt": "2026-11-01T08:00:00Z",
                    "thumbnails": {"medium": {"url": f"https://i.ytimg.com/vi/{id_}/mqdefault.jpg"}},
                },
                "statistics": {"viewCount": "12000", "likeCount": "300", "commentCount": "40"},
            }
            for id_ in ids
            if id_ in self.titles
        ]
        return Said(200, self._page("video", items, None))

    # ------------------------------------------------------------ writing

    @route("POST", "/youtube/v3/comments", takes=("part",), fields=("snippet",), scope=SCOPE)
    def answer_written(self, asked: Asked) -> Said:
        self._pay(50)
        snippet = asked.json()["snippet"]
        self._expect(set(snippet) == {"parentId", "textOriginal"}, "invalidCommentMetadata")
        text = snippet["textOriginal"]
        self._expect(bool(text.strip()), "commentTextRequired")
        self._expect(len(text) <= 10_000, "commentTextTooLong")
        top = self._top(snippet["parentId"])
        if top is None:
            raise Refused(self.refused(404, "parentCommentNotFound", "No such comment."))
        if top.video in self.closed_videos:
            raise Refused(self.refused(403, "commentsDisabled", "Comments are off."))
        if top.status != "published":
            raise Refused(self.refused(403, "parentCommentIsPrivate", "Not public."))
        return Said(200, self._comment(self.wrote(OWN, text.strip(), top), asked))

    @route("PUT", "/youtube/v3/comments", takes=("part",), fields=("id", "snippet"), scope=SCOPE)
    def comment_changed(self, asked: Asked) -> Said:
        self._pay(50)
        said = asked.json()
        self._expect(set(said["snippet"]) == {"textOriginal"}, "invalidCommentMetadata")
        text = said["snippet"]["textOriginal"]
        self._expect(bool(text.strip()), "commentTextRequired")
        self._expect(len(text) <= 10_000, "commentTextTooLong")
        found = next((one for one in self._all() if one.id == said["id"]), None)
        if found is None:
            raise Refused(self.refused(404, "commentNotFound", "No such comment."))
        if found.author != OWN:
            raise Refused(self.refused(403, "forbidden", "Not yours."))
        self.edited(found, text.strip())
        return Said(200, self._comment(found, asked))

    @route("DELETE", "/youtube/v3/comments", takes=("id",), scope=SCOPE)
    def comment_deleted(self, asked: Asked) -> Said:
        self._pay(50)
        found = next((one for one in self._all() if one.id == asked.query["id"]), None)
        if found is None:
            raise Refused(self.refused(404, "commentNotFound", "No such comment."))
        if found.author != OWN:
            raise Refused(self.refused(403, "forbidden", "Not yours."))
        self.deleted(found)
        return Said(204)

    @route(
        "POST",
        "/youtube/v3/comments/setModerationStatus",
        takes=("id", "moderationStatus", "banAuthor"),
        scope=SCOPE,
    )
    def moderated(self, asked: Asked) -> Said:
        self._pay(50)
        status, ban = asked.query["moderationStatus"], asked.query.get("banAuthor") == "true"
        self._expect(status in {"published", "heldForReview", "rejected"}, "operationNotSupported")
        self._expect(not ban or status == "rejected", "banWithoutReject")
        found = next((one for one in self._all() if one.id == asked.query["id"]), None)
        if found is None:
            raise Refused(self.refused(404, "commentNotFound", "No such comment."))
        found.status = status
        if ban:
            self.banned.add(found.author)
        return Said(204)

    # ------------------------------------------------------------ parts

    def _pay(self, units: int) -> None:
        day = self.now().astimezone(ZoneInfo("America/Los_Angeles")).date().isoformat()
        if day != self._day:
            self._day, self.used = day, 0
        if self.used + units > self.units:
            raise Refused(self.refused(403, "quotaExceeded", "The request cannot be completed."))
        self.used += units

    def _expect(self, holds: bool, reason: str, status: int = 400) -> None:
        if not holds:
            raise Refused(self.refused(status, reason, "Not like this."))

    def _start(self, asked: Asked) -> int:
        token = asked.query.get("pageToken", "")
        self._expect(not token or token.startswith("page-"), "invalidPageToken")
        return int(token.removeprefix("page-")) if token else 0

    def _page(self, kind: str, items: list[dict[str, Any]], more: int | None) -> dict[str, Any]:
        page: dict[str, Any] = {"kind": f"youtube#{kind}ListResponse", "etag": "e", "items": items}
        page["pageInfo"] = {"totalResults": len(items), "resultsPerPage": self.page_of}
        return page | ({"nextPageToken": f"page-{more}"} if more is not None else {})

    def _all(self) -> list[Comment]:
        return [one for thread in self.threads for one in (thread, *thread.replies)]

    def _top(self, id_: str) -> Comment | None:
        return next((one for one in self.threads if one.id == id_), None)

    def _thread(self, top: Comment, asked: Asked) -> dict[str, Any]:
        shown = [one for one in top.replies if one.status == "published"]
        snippet: dict[str, Any] = {
            "channelId": OWN,
            "canReply": True,
            "isPublic": top.status == "published",
            "totalReplyCount": len(shown),
            "topLevelComment": self._comment(top, asked),
        }
        if top.video:
            snippet["videoId"] = top.video
        thread: dict[str, Any] = {"kind": "youtube#commentThread", "id": top.id, "etag": "e", "snippet": snippet}
        if shown:
            thread["replies"] = {"comments": [self._comment(one, asked) for one in shown[-self.included :]]}
        return thread

    def _comment(self, one: Comment, asked: Asked) -> dict[str, Any]:
        is_plain = asked.query.get("textFormat") == "plainText"
        shown = one.text if is_plain else one.text.replace("\n", "<br>").replace("&", "&amp;")
        snippet: dict[str, Any] = {
            "authorDisplayName": f"@{one.author.removeprefix('UC')}" if one.author else "@someone",
            "authorProfileImageUrl": "https://yt3.ggpht.com/a.jpg",
            "textDisplay": shown,
            "canRate": True,
            "viewerRating": "none",
            "likeCount": 0,
            "publishedAt": _time(one.at),
            "updatedAt": _time(one.edited or one.at),
        }
        if one.author:
            snippet["authorChannelId"] = {"value": one.author}
        if one.author == OWN:
            snippet["textOriginal"] = one.text
        if one.video:
            snippet["videoId"] = one.video
        if one.parent:
            snippet["parentId"] = one.parent
        if one.picture:
            snippet["imageUrl"] = one.picture
        return {"kind": "youtube#comment", "etag": "e", "id": one.id, "snippet": snippet}


def _time(moment: datetime) -> str:
    return (moment - timedelta(microseconds=moment.microsecond)).isoformat().replace("+00:00", "Z")
