"""What came with a message: asked for, fetched, shown, looked at; nothing before somebody said so."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation.geometry import Placement, Target
from socialdesk.desktop.places.conversation.media import ALWAYS, OPEN, SHOW, Room, place, steps_of
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.conversation.viewer import MOST_ZOOM, Viewer
from socialdesk.model.command import ConsentToMedia, ShowMedia
from socialdesk.model.contact import Author
from socialdesk.model.event import PostSeen
from socialdesk.model.identifiers import PostId
from socialdesk.model.media import Fate, MediaState, Refusal
from socialdesk.model.message import Attachment, Message
from socialdesk.store.attachments import Shown
from socialdesk.store.media import Media, Picture
from tests.desktop.conversation.world import NOW, World

PICTURE = Attachment("image", "https://cdn.example/a.png", "A split seam", "image/png")


@pytest.fixture
def conversation(world: World, qtbot: QtBot) -> Conversation:
    made = Conversation(world.bridge, UTC)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def drawn(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(made, "JPEG")
    return made.getvalue()


def arrives(world: World, message: Message, colour: str = "#cc2200") -> None:
    """The engine has fetched the pictures of a message."""
    media = Media(world.unlocked.workspace.media, None, write=True)
    for at in range(len(message.attachments)):
        media.put(f"digest-{at}", Picture(300, 200, False, drawn(colour), drawn(colour)), NOW)
    media.close()
    with world.cache.change() as change:
        found = change._driver.execute(
            "SELECT id, place FROM attachment WHERE message_id = ?", (message.id,)
        ).fetchall()
        for id_, at in found:
            change.put_media(id_, message.thread_id, Fate(MediaState.OK, sha256=f"digest-{at}", size=(300, 200)))
    world.told()


def point_of(conversation: Conversation, target: Target) -> QPoint:
    view = conversation.view
    for at, row in enumerate(view.rows):
        top = view.visualRect(view.model().index(at, 0)).top()
        for rect, found in view._painter.targets(row, view.room()):
            if found == target:
                return QPoint(round(rect.center().x()), round(rect.center().y()) + top)
    raise AssertionError(f"{target} is not on the screen")


def click(conversation: Conversation, what: str, at: int = 0) -> None:
    point = point_of(conversation, Target(what, str(at)))
    QTest.mouseClick(conversation.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def given(world: World) -> list[object]:
    return [one.command for one in world.desk.pending()]


def spoken(conversation: Conversation) -> str:
    return " ".join(conversation.view._painter.words.row(row) for row in conversation.view.rows)


def test_nothing_is_asked_of_a_network_by_opening_a_thread(world: World, conversation: Conversation) -> None:
    world.says("Look", attachments=(PICTURE,))
    conversation.open(world.thread.id)
    assert given(world) == []
    assert "Picture · A split seam" in spoken(conversation)


def test_show_has_the_pictures_of_that_message_fetched(world: World, conversation: Conversation) -> None:
    message = world.says("Look", attachments=(PICTURE, PICTURE))
    conversation.open(world.thread.id)
    click(conversation, SHOW)
    assert given(world) == [ShowMedia((message.id,))]


def test_always_says_so_for_the_channel_and_fetches_this_one(world: World, conversation: Conversation) -> None:
    message = world.says("Look", attachments=(PICTURE,))
    conversation.open(world.thread.id)
    click(conversation, ALWAYS)
    assert given(world) == [ConsentToMedia(world.channel.id, on=True), ShowMedia((message.id,))]


def test_with_consent_what_was_let_go_is_fetched_again_once(world: World, conversation: Conversation) -> None:
    message = world.says("Look", attachments=(PICTURE,))
    with world.cache.change() as change:
        change.set_media_consent(world.channel.id, on=True)
    conversation.open(world.thread.id)
    conversation.open(None)
    conversation.open(world.thread.id)
    assert given(world) == [ShowMedia((message.id,))]


def test_a_picture_that_arrived_is_drawn_in_its_place(world: World, conversation: Conversation, qtbot: QtBot) -> None:
    message = world.says("Look", attachments=(PICTURE,))
    conversation.open(world.thread.id)
    arrives(world, message)
    point = point_of(conversation, Target(OPEN, "0"))

    def is_red() -> bool:
        return conversation.view.viewport().grab().toImage().pixelColor(point).red() > 150

    qtbot.waitUntil(is_red)


def test_it_is_looked_at_over_the_window_by_key_alone(world: World, conversation: Conversation, qtbot: QtBot) -> None:
    message = world.says("Look", attachments=(PICTURE, PICTURE))
    conversation.open(world.thread.id)
    arrives(world, message)
    click(conversation, OPEN, 1)
    (viewer,) = conversation.window().findChildren(Viewer)
    assert viewer.at == 1
    assert viewer.accessibleDescription() == "2 of 2 · A split seam"
    qtbot.waitUntil(lambda: not viewer.image_rect().isEmpty())
    whole = viewer.image_rect()
    for _ in range(20):
        QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.zoom == MOST_ZOOM >= 5
    before = viewer.image_rect().topLeft()
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.image_rect().topLeft() != before
    assert viewer.at == 1
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.image_rect() == whole
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.at == 0
    QTest.keyClick(viewer, Qt.Key.Key_J)
    with qtbot.waitSignal(viewer.closed):
        QTest.keyClick(viewer, Qt.Key.Key_Escape)


def test_it_never_leaves_the_window_however_far_it_is_pushed(
    world: World, conversation: Conversation, qtbot: QtBot
) -> None:
    message = world.says("Look", attachments=(PICTURE,))
    conversation.open(world.thread.id)
    arrives(world, message)
    click(conversation, OPEN)
    (viewer,) = conversation.window().findChildren(Viewer)
    qtbot.waitUntil(lambda: not viewer.image_rect().isEmpty())
    viewer.set_zoom(4)
    viewer.pan(100_000, -100_000)
    assert viewer.image_rect().contains(QPointF(viewer.rect().center()))


@pytest.mark.parametrize(
    ("state", "reason", "says"),
    [
        (MediaState.PENDING, "", "loading"),
        (MediaState.GONE, "", "no longer on the network"),
        (MediaState.FAILED, "", "could not be loaded"),
        (MediaState.REFUSED, Refusal.ADDRESS, "private network"),
        (MediaState.REFUSED, Refusal.TOO_LARGE, "too large"),
        (MediaState.REFUSED, Refusal.NO_PICTURE, "no picture"),
        (MediaState.REFUSED, Refusal.BROKEN, "damaged"),
    ],
)
def test_what_became_of_a_picture_is_said_in_words(
    world: World, conversation: Conversation, state: MediaState, reason: str, says: str
) -> None:
    world.says("Look", attachments=(PICTURE,))
    conversation.open(world.thread.id)
    with world.cache.change() as change:
        change.put_media(1, world.thread.id, Fate(state, reason))
    world.told()
    assert says in spoken(conversation)


def test_a_hidden_message_shows_no_picture_and_asks_for_none(world: World, conversation: Conversation) -> None:
    thread = world.begin("Troll", shield="abuse")
    world.says("Look", thread=thread, attachments=(PICTURE,))
    with world.cache.change() as change:
        change.set_media_consent(world.channel.id, on=True)
    conversation.open(thread.id)
    assert given(world) == []
    assert "A split seam" not in spoken(conversation)


def test_only_pictures_can_be_shown_and_only_the_first_offers_always() -> None:
    film = Attachment("video", "https://cdn.example/a.mp4")
    assert steps_of(film, Shown(MediaState.ASKED), may_always=True) == ()
    assert [what for what, _ in steps_of(PICTURE, Shown(MediaState.ASKED), may_always=False)] == [SHOW]
    asked = Shown(MediaState.ASKED)
    boxes, _ = place((PICTURE, PICTURE), (asked, asked), Room(0, 600, 500, False), 0, may_always=True)
    assert [[what for _, what, _ in box.steps] for box in boxes] == [[SHOW, ALWAYS], [SHOW]]


def test_words_of_a_step_never_leave_their_box_however_narrow() -> None:
    for most in range(140, 600, 20):
        boxes, _ = place((PICTURE,), (Shown(MediaState.ASKED),), Room(0, most, most, False), 0, may_always=True)
        assert all(boxes[0].rect.contains(rect) for rect, _, _ in boxes[0].steps)


class TestThePictureOfAPost:
    """Beside the title of what people answer to."""

    @pytest.fixture
    def post(self, world: World) -> PostId:
        return published(world, is_own=True)

    def test_it_is_asked_for_by_a_click_drawn_and_looked_at(
        self, world: World, conversation: Conversation, post: PostId, qtbot: QtBot
    ) -> None:
        conversation.open(world.thread.id)
        assert "Picture: A ridge (not loaded)" in spoken(conversation)
        click(conversation, SHOW)
        assert given(world) == [ShowMedia((), (post,))]

        came(world, post)
        assert "Picture: A ridge" in spoken(conversation)
        point = point_of(conversation, Target(OPEN, "0"))
        qtbot.waitUntil(lambda: conversation.view.viewport().grab().toImage().pixelColor(point).red() > 150)
        click(conversation, OPEN)
        (viewer,) = conversation.window().findChildren(Viewer)
        assert viewer.accessibleName()
        viewer.close()

    def test_with_consent_it_is_fetched_again_once_and_without_one_nothing_stands_there(
        self, world: World, conversation: Conversation, post: PostId
    ) -> None:
        wide = card(conversation, world).text_at.x()
        with world.cache.change() as change:
            change.set_media_consent(world.channel.id, on=True)
        conversation.open(None)
        conversation.open(world.thread.id)
        conversation.open(None)
        conversation.open(world.thread.id)
        assert given(world) == [ShowMedia((), (post,))]
        with world.cache.change() as change:
            change.put_post_picture(post, world.channel.id, None, NOW)
        world.told()
        assert card(conversation, world).text_at.x() < wide
        assert "Picture" not in spoken(conversation)

    def test_that_of_a_stranger_stays_covered_where_pictures_of_strangers_do(
        self, world: World, conversation: Conversation
    ) -> None:
        world.bridge.settings.put("media.cover", "1")
        came(world, published(world, is_own=False))
        assert [box.sha256 for box in card(conversation, world).attachments] == [""]
        click(conversation, SHOW)
        assert [box.sha256 for box in card(conversation, world).attachments] == ["digest-post"]
        assert given(world) == []
        came(world, published(world, is_own=True))
        assert [box.sha256 for box in card(conversation, world).attachments] == ["digest-post"]


def published(world: World, *, is_own: bool) -> PostId:
    """The thread answers to a post with a picture."""
    brand = Author("own" if is_own else "ann", "ann", "Ann", is_own=is_own)
    with world.cache.change() as change:
        post = change.put_post(world.channel.id, PostSeen(f"p{is_own}", brand, "A jacket", "", NOW, ""))
        change.put_post_picture(post, world.channel.id, replace(PICTURE, alt="A ridge"), NOW)
        change.put_thread(replace(world.thread, post_id=post))
    world.told()
    return post


def came(world: World, post: PostId) -> None:
    """The engine has fetched the picture of a post."""
    media = Media(world.unlocked.workspace.media, None, write=True)
    media.put("digest-post", Picture(300, 200, False, drawn("#cc2200"), drawn("#cc2200")), NOW)
    media.close()
    with world.cache.change() as change:
        change.set_post_picture(post, Fate(MediaState.OK, sha256="digest-post", size=(300, 200)))
    world.told()


def card(conversation: Conversation, world: World) -> Placement:
    """Where the card of the post stands."""
    conversation.open(world.thread.id)
    view = conversation.view
    return next(view._painter._geometry.place(row, view.room()) for row in view.rows if row.post is not None)
