"""What Meta really answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from socialdesk.connectors.facebook import mapping
from socialdesk.connectors.graph.direct import Owner, to_event
from socialdesk.connectors.graph.reading import moment
from socialdesk.model.event import MessageSeen, Unreadable
from socialdesk.model.thread import Kind
from tests.connectors.recorded import ours_and, recorded

PAGE = "2121008874780932"
OWNER = Owner(frozenset({PAGE}), "https://www.facebook.com")


def test_a_recorded_message_to_a_page_is_read_with_its_picture() -> None:
    for message in recorded("facebook", "pyfacebook-message_info.json"):
        event = to_event(message, {"id": "t_1"}, OWNER)
        assert isinstance(event, MessageSeen)
        assert (event.kind, event.thread_remote_id, event.author.is_own) == (Kind.DM, "t_1", False)
        assert event.author.name == message["from"]["name"]
        assert event.created_at == moment(message["created_time"])
        assert [one.kind for one in event.attachments] == ["image"]


POST = {"id": "1_2", "from": {"id": PAGE, "name": "The Shop"}, "created_time": "2021-07-01T10:00:00+0000"}
COMMENT = {
    "id": "1_3",
    "comment_count": 0,
    "created_time": "2021-07-21T21:05:14+0000",
    "like_count": 0,
    "message": "Is it blue?",
    "permalink_url": "https://www.facebook.com/1/posts/2/?comment_id=3",
}
LISTED = {"data": [COMMENT, {key: value for key, value in COMMENT.items() if key != "id"}]}


def test_a_recorded_comment_is_read_also_of_somebody_who_is_not_told() -> None:
    for comment in ours_and(COMMENT, "facebook", "pyfacebook-comment_info.json"):
        (event,) = mapping.comments_below([comment], POST, PAGE)
        assert isinstance(event, MessageSeen)
        assert (event.kind, event.text, event.author.is_own) == (Kind.COMMENT, comment["message"], False)
        assert (event.remote_id, event.thread_remote_id, event.post_remote_id) == (comment["id"], comment["id"], "1_2")
        assert event.created_at == moment(comment["created_time"])
        assert event.permalink == comment["permalink_url"]
        assert event.author.name, "somebody has a name to be shown by"


def test_recorded_comments_that_were_asked_for_without_an_id_are_set_aside_one_by_one() -> None:
    for listed in ours_and(LISTED, "facebook", "pyfacebook-comments_p*.json"):
        events = mapping.comments_below(listed["data"], POST, PAGE)
        assert [isinstance(one, Unreadable) for one in events] == ["id" not in one for one in listed["data"]]


def test_a_recorded_recommendation_without_words_says_what_it_is() -> None:
    ours = {
        "open_graph_story": {"id": "9"},
        "created_time": "2018-07-07T04:35:18+0000",
        "recommendation_type": "positive",
    }
    for rating in ours_and(ours, "facebook", "restfb-v3_1-opengraphrating-real-recommendation.json"):
        event = mapping.to_review(rating, PAGE)
        assert isinstance(event, MessageSeen)
        assert event.remote_id == f"review:{rating['open_graph_story']['id']}"
        assert event.text == "Recommends this Page."
        assert event.created_at == moment(rating["created_time"])
