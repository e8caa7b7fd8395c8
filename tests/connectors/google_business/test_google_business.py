"""Reviews on Google: signing in, reading, replying, against the stand-in after Google's reference."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.google_business.mapping import original
from socialdesk.connectors.kit.contract import Answer, DeleteMessage, EditMessage, HideMessage, Link, MediaSource
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted, MessageSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.google_account import CLIENT_ID, CLIENT_SECRET
from tests.stand_ins.google_business import SHOP, GoogleBusinessStandIn, Review

pytestmark = pytest.mark.anyio
TYPED = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
COMMAND = CommandId("c1")


@asynccontextmanager
async def signed_in(google: GoogleBusinessStandIn, folder: Path) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session on the first location."""
    async with at_work("google_business", google, folder, TYPED) as desk:
        await desk.sign_in(google)
        desk.open()
        yield desk
    assert not google.mistakes


def reply(review: Review, text: str) -> Answer:
    return Answer(COMMAND, review.name, Kind.REVIEW, review.name, text)


async def test_each_location_is_an_account_once(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with at_work("google_business", google, tmp_path, TYPED) as desk:
        signed = await desk.sign_in(google)
        assert [(one.remote_id, one.name, one.handle) for one in signed.accounts] == [
            (SHOP, "Wool & Co, LYON", "LYON"),
            ("accounts/1/locations/33", "Wool & Co, 1 High St", "1 High St"),
        ]
        session = desk.open()
        assert (await session.check()).account == signed.accounts[0]
        google.locations["accounts/1"][0]["storeCode"] = "PARIS"
        renamed = (await session.check()).account
        assert renamed
        assert (renamed.name, renamed.handle) == ("Wool & Co, PARIS", "PARIS")
        await session.sign_out()
        health = await session.check()
        assert health.failure
        assert health.failure.kind is FailureKind.AUTH_EXPIRED


@pytest.mark.parametrize("wrong", ["not approved", "busy", "no location"])
async def test_an_app_that_google_has_not_approved_is_told_so_at_the_sign_in(tmp_path: Path, wrong: str) -> None:
    google = GoogleBusinessStandIn()
    google.is_approved = wrong != "not approved"
    if wrong == "no location":
        google.locations = {}
    async with at_work("google_business", google, tmp_path, TYPED) as desk:
        if wrong == "busy":
            google.faults.next(faults.status(429), path="/v1/accounts")
        with pytest.raises(ConnectorError) as caught:
            await desk.sign_in(google)
    failure = caught.value.failure
    assert failure.kind is FailureKind.PERMISSION_DENIED
    assert ("no location" if wrong == "no location" else "has not opened") in failure.sentence


async def test_pictures_and_films_of_a_review_come_and_are_found_again(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        review = google.wrote("Ada", "Look")
        review.media = [
            {"thumbnailUrl": "https://lh3.googleusercontent.com/1", "thumbnailLabel": "Wool on a shelf"},
            {
                "thumbnailUrl": "https://lh3.googleusercontent.com/2",
                "videoUrl": "https://lh3.googleusercontent.com/film",
            },
            {"thumbnailUrl": "http://plain.example/3"},
            {},
        ]
        google.wrote("Bo", "Nothing to see").media = []
        found = {one.text: one for one in await desk.pull("reviews") if isinstance(one, MessageSeen)}
        assert [(one.kind, one.url[-4:], one.alt) for one in found["Look"].attachments] == [
            ("image", "om/1", "Wool on a shelf"),
            ("video", "film", ""),
        ]
        assert found["Nothing to see"].attachments == ()
        assert isinstance(desk.session, MediaSource)
        known = found["Look"].attachments[0].url
        assert await desk.session.media(review.name, 0, known, afresh=False) == Link(known)
        review.media[0]["thumbnailUrl"] = "https://lh3.googleusercontent.com/new"
        again = await desk.session.media(review.name, 0, known, afresh=True)
        assert again == Link("https://lh3.googleusercontent.com/new")
        assert await desk.session.media(review.name, 7, "", afresh=True) is None
        google.reviews.remove(review)
        assert await desk.session.media(review.name, 0, known, afresh=True) is None


async def test_reviews_come_with_stars_and_replies_and_what_changes_comes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GoogleBusinessStandIn, "page_of", 2)
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        google.wrote("Long ago", "Long ago")
        desk.clock.move(timedelta(days=40))
        first = google.wrote("R", "(Translated by Google) Good\n\n(Original)\nGut", 3)
        desk.clock.move(timedelta(hours=1))
        google.wrote("", "", 1)
        for number in range(4):
            desk.clock.move(timedelta(hours=1))
            google.wrote(f"N{number}", f"Number {number}")
        google.replied_there(first, "Danke")
        google.wrote("Elsewhere", "The other shop", shop="accounts/1/locations/33")

        seen = await desk.messages("reviews")
        assert set(seen) == {"Gut", "", "Danke", *(f"Number {number}" for number in range(4))}
        assert {text: one.stars for text, one in seen.items() if text in {"Gut", "", "Danke"}} == {
            "Gut": 3,
            "": 1,
            "Danke": None,
        }
        assert seen[""].author.name == "Google"
        assert seen["Danke"].author.is_own
        assert seen["Danke"].contact
        assert seen["Danke"].contact.name == "R"
        assert seen["Danke"].thread_remote_id == first.name
        assert seen["Gut"].kind is Kind.REVIEW

        asked = len(google.asked)
        desk.clock.move(timedelta(hours=1))
        google.edited(first, "Besser", 4)
        (again,) = [
            one for one in (await desk.messages("reviews")).values() if not one.author.is_own and one.text == "Besser"
        ]
        assert (again.stars, again.edited_at) == (4, desk.clock.now())
        assert again.version != seen["Gut"].version
        assert len(google.asked) - asked == 3, "a new token and two pages: what is known is not paged through again"


async def test_once_a_day_all_are_listed_so_that_deletions_and_other_replies_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GoogleBusinessStandIn, "page_of", 2)
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        many = [google.wrote(f"N{number}", f"Number {number}") for number in range(5)]
        assert len(await desk.messages("all")) == 5
        google.reviews.remove(many[3])
        google.replied_there(many[1], "Thanks")
        assert not await desk.pull("all"), "a day has not passed"
        desk.clock.move(timedelta(days=1))
        desk.open()
        events = await desk.pull("all")
        assert [one.remote_id for one in events if isinstance(one, MessageDeleted)] == [many[3].name]
        assert "Thanks" in {one.text for one in events if isinstance(one, MessageSeen)}
        desk.clock.move(timedelta(days=1))
        assert [one.remote_id for one in await desk.pull("all") if isinstance(one, MessageDeleted)] == [many[3].name], (
            "told once more, in case nobody heard it"
        )
        desk.clock.move(timedelta(days=1))
        assert not [one for one in await desk.pull("all") if isinstance(one, MessageDeleted)]


async def test_a_reply_is_one_is_counted_in_bytes_and_never_replaces_another(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        review = google.wrote("R", "Good")
        assert "by 1." in (await desk.refused(reply(review, "é" * 2048 + "x"))).sentence
        assert (await desk.refused(reply(review, " "))).kind is FailureKind.INVALID
        receipt = await desk.do(reply(review, "é" * 2048))
        echo = next(one for one in (await desk.messages("reviews")).values() if one.author.is_own)
        assert (receipt.remote_id, receipt.version) == (echo.remote_id, echo.version)
        assert await desk.do(reply(review, "é" * 2048)) == receipt, "the same again is the same"
        other = await desk.refused(reply(review, "Another"))
        assert other.kind is FailureKind.DUPLICATE
        assert review.reply == "é" * 2048

        assert desk.session
        await desk.do(DeleteMessage(COMMAND, receipt.remote_id, review.name))
        await desk.do(DeleteMessage(COMMAND, receipt.remote_id, review.name))
        assert review.reply == ""
        assert await desk.session.gone([review.name, receipt.remote_id]) == [receipt.remote_id]

        desk.clock.move(timedelta(minutes=5))
        second = await desk.do(reply(review, "Another"))
        assert second.remote_id != receipt.remote_id
        desk.clock.move(timedelta(minutes=5))
        google.replied_there(review, "A colleague's")
        assert (await desk.refused(DeleteMessage(COMMAND, second.remote_id, review.name))).kind is FailureKind.GONE
        assert review.reply == "A colleague's"

        review.state = "REJECTED"
        assert not [one for one in await desk.pull("reviews") if isinstance(one, MessageSeen) and one.author.is_own]
        await desk.do(reply(review, "In other words"))
        assert review.reply == "In other words", "what Google refused to show may be replaced"
        assert (await desk.refused(HideMessage(COMMAND, review.name, review.name, on=True))).kind is FailureKind.INVALID


async def test_a_reply_is_corrected_once_and_not_over_a_colleagues(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        review = google.wrote("R", "Good")
        receipt = await desk.do(reply(review, "Thank yuo"))
        desk.clock.move(timedelta(minutes=5))
        edit = EditMessage(COMMAND, receipt.remote_id, review.name, Kind.REVIEW, "Thank you")
        changed = await desk.do(edit)
        assert review.reply == "Thank you"
        assert changed.remote_id != receipt.remote_id, "a reply is named by when it was changed"
        echo = next(one for one in (await desk.messages("reviews")).values() if one.author.is_own)
        assert (changed.remote_id, changed.version) == (echo.remote_id, echo.version)
        assert await desk.do(edit) == changed, "the same again is the same"

        google.replied_there(review, "A colleague's")
        again = EditMessage(COMMAND, changed.remote_id, review.name, Kind.REVIEW, "Thank you!")
        desk.clock.move(timedelta(minutes=5))
        google.replied_there(review, "A colleague's, later")
        assert (await desk.refused(again)).kind is FailureKind.GONE
        assert review.reply == "A colleague's, later"


async def test_after_a_broken_line_the_reply_is_found_or_made_once_more(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        assert desk.session
        for fault in (faults.closed(acts=True), faults.cut(5), faults.status(503, acts=True), faults.closed()):
            review = google.wrote("R", "Good")
            intent = desk.intent(reply(review, "Thanks"))
            google.faults.next(fault, method="PUT")
            with pytest.raises(ConnectorError) as caught:
                await desk.session.perform(intent)
            assert caught.value.failure.certainty is Certainty.UNKNOWN
            found = await desk.session.reconcile(intent)
            assert (found is not None) == bool(review.reply)
            assert (await desk.session.perform(intent)).remote_id.startswith(review.name)
            assert review.reply == "Thanks"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, FailureKind.AUTH_EXPIRED),
        (403, FailureKind.PERMISSION_DENIED),
        (404, FailureKind.GONE),
        (400, FailureKind.INVALID),
        (409, FailureKind.TRANSIENT),
        (429, FailureKind.RATE_LIMITED),
        (503, FailureKind.TRANSIENT),
    ],
)
async def test_every_refusal_has_a_kind_and_a_sentence(tmp_path: Path, status: int, kind: FailureKind) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        review = google.wrote("R", "Good")
        google.faults.next(faults.status(status, google.refused(status, "", "secret").raw()), times=2, method="PUT")
        failure = await desk.refused(reply(review, "Thanks"))
        assert failure.kind is kind
        assert failure.sentence.endswith(".")


async def test_an_interface_that_was_switched_off_deletes_nothing_and_asks_for_a_newer_socialdesk(
    tmp_path: Path,
) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        review = google.wrote("R", "Good")
        await desk.pull("reviews")
        assert desk.session
        page = faults.status(404, b"<html>The requested URL was not found on this server.")
        for asked in (desk.pull("reviews"), desk.session.gone([review.name])):
            google.faults.next(page, times=9)
            with pytest.raises(ConnectorError) as caught:
                await asked
            google.faults.clear()
            assert (caught.value.failure.kind, caught.value.failure.code) == (
                FailureKind.SUSPENDED,
                "404 retired",
            )
            assert "Update SocialDesk" in caught.value.failure.sentence


async def test_a_location_that_was_moved_away_is_said_and_half_answers_lose_nothing(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        google.wrote("R", "Good")
        for fault in (faults.html(), faults.short(40), faults.cut(40), faults.closed()):
            google.faults.next(fault, path="/reviews")
            with pytest.raises(ConnectorError) as caught:
                await desk.pull("reviews")
            assert caught.value.failure.heals_itself
        assert "Good" in await desk.messages("reviews")
        google.is_approved = False
        with pytest.raises(ConnectorError) as taken_back:
            await desk.pull("reviews")
        assert "has not opened" in taken_back.value.failure.sentence
        google.is_approved = True
        desk.clock.move(timedelta(minutes=5))
        google.locations.clear()
        with pytest.raises(ConnectorError) as away:
            await desk.pull("reviews")
        assert away.value.failure.kind is FailureKind.PERMISSION_DENIED
        assert "moved or merged" in away.value.failure.sentence
        assert desk.session
        health = await desk.session.check()
        assert health.failure == away.value.failure
        with pytest.raises(ConnectorError):
            await desk.session.gone([google.reviews[0].name])  # nothing of it is taken for deleted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Good", "Good"),
        ("(Translated by Google) Good\n\n(Original)\nGut", "Gut"),
        ("Gut\n\n(Translated by Google)\nGood", "Gut"),
        ("(Translated by Google) Good", "(Translated by Google) Good"),
    ],
)
def test_what_the_person_wrote_is_shown_and_not_its_translation(text: str, words: str) -> None:
    assert original(text) == words


async def test_a_suspended_profile_is_told_from_one_that_is_not_verified_where_google_tells(tmp_path: Path) -> None:
    google = GoogleBusinessStandIn()
    async with signed_in(google, tmp_path) as desk:
        review = google.wrote("R", "Good")
        await desk.pull("reviews")
        google.is_verified = False
        failure = await desk.refused(reply(review, "Thanks"))
        assert (failure.kind, "not verified" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)

        google.is_suspended = True
        assert (await desk.refused(reply(review, "Thanks"))).kind is FailureKind.SUSPENDED
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("reviews")
        assert caught.value.failure.kind is FailureKind.SUSPENDED
        assert "reinstated" in caught.value.failure.sentence
        assert desk.session
        health = (await desk.session.check()).failure
        assert health
        assert health.kind is FailureKind.SUSPENDED

        # Where the app may not ask how it stands, both are said, and nothing else is claimed.
        google.tells_standing = False
        failure = await desk.refused(reply(review, "Thanks"))
        assert (failure.kind, "must be verified" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)
        google.is_suspended, google.is_verified, google.tells_standing = False, True, True
        await desk.do(reply(review, "Thanks"))
