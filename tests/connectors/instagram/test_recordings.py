"""What Instagram really answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.graph.direct import Owner
from socialdesk.connectors.graph.reading import moment
from socialdesk.connectors.instagram import mapping
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.thread import Kind
from tests.connectors.recorded import ours_and

OWNER = Owner(frozenset({"17841400000000000"}), "https://www.instagram.com", "woolco")
MEDIA: dict[str, Any] = {
    "id": "17900000000000001",
    "username": "woolco",
    "timestamp": "2018-02-22T10:00:29+0000",
    "permalink": "https://www.instagram.com/p/Abc/",
    "caption": "A great picture",
    "media_type": "IMAGE",
    "media_url": "https://cdn.example/1.jpg",
    "comments_count": 1,
    "like_count": 0,
}
COMMENT: dict[str, Any] = {
    "id": "17900000000000002",
    "hidden": False,
    "media": {"id": MEDIA["id"]},
    "text": "Great!",
    "timestamp": "2018-02-23T21:32:16+0000",
    "user": {"id": "98765432123"},
    "replies": {"data": [{"id": "17900000000000003", "text": "yeah", "timestamp": "2018-02-24T16:33:06+0000"}]},
}


def messages(events: list[Event]) -> list[MessageSeen]:
    """The events, of which each must be a message."""
    found = [one for one in events if isinstance(one, MessageSeen)]
    assert len(found) == len(events)
    return found


def test_a_recorded_comment_leads_a_thread_in_which_its_answers_stand() -> None:
    for comment in ours_and(COMMENT, "instagram", "restfb-instagram-comment*.json"):
        answers = comment.get("replies", {}).get("data", [])
        seen = messages(mapping.comments_below([comment], MEDIA, OWNER))
        assert [one.text for one in seen] == [comment["text"], *(one["text"] for one in answers)]
        assert {one.thread_remote_id for one in seen} == {comment["id"]}
        assert [one.parent_remote_id for one in seen] == [None, *[comment["id"]] * len(answers)]
        assert seen[0].created_at == moment(comment["timestamp"])
        assert {one.kind for one in seen} == {Kind.COMMENT}
        assert not any(one.author.is_own for one in seen)


def test_who_is_known_by_a_name_alone_goes_by_it_and_who_by_nothing_is_nobody_else() -> None:
    nameless = {"data": [{key: COMMENT[key] for key in ("id", "text", "timestamp")}]}
    for listed in ours_and(nameless, "instagram", "pyfacebook-comments_p*.json"):
        seen = messages(mapping.comments_below(listed["data"], MEDIA, OWNER))
        assert len({one.author.remote_id for one in seen}) == len(listed["data"]), "two who are not told are not one"
    named = COMMENT | {"user": None, "username": "ann", "replies": None}
    for comment in ours_and(named, "instagram", "*comment_missing_user.json"):
        (one,) = messages(mapping.comments_below([comment], MEDIA, OWNER))
        assert one.author.remote_id == one.author.handle == f"@{comment['username']}"


def test_recorded_media_become_posts_with_their_picture_and_counts() -> None:
    for media in ours_and(MEDIA, "instagram", "restfb-instagram-media-image.json"):
        post = mapping.to_post(media, OWNER)
        assert (post.text, post.author.is_own) == (media["caption"], True)
        assert post.created_at == moment(media["timestamp"])
    for listed in ours_and({"data": [MEDIA]}, "instagram", "pyfacebook-medias_p1.json"):
        for media in listed["data"]:
            assert mapping.picture_url(media) == media["media_url"]
            assert mapping.to_post(media, OWNER).remote_id == media["id"]


def test_an_own_name_makes_a_recorded_comment_ours() -> None:
    for comment in ours_and(COMMENT | {"username": "ikroskun"}, "instagram", "pyfacebook-comment_fields.json"):
        ours = Owner(frozenset({"1"}), "", "ikroskun")
        assert mapping.author_of(comment | {"user": None}, ours).is_own
        assert not mapping.author_of(comment | {"user": None}, OWNER).is_own
