"""A stand-in for Google's Business Profile APIs: accounts, locations, and reviews of version 4, after their reference.

It is ours and not Google's: what it refuses, Google's documentation says is refused. Its world is a company with two
shops.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, route
from socialdesk.support.clock import Clock
from tests.stand_ins.google_account import GoogleStandIn

SCOPE = "https://www.googleapis.com/auth/business.manage"
ACCOUNT, LOCATION = "accounts/1", "locations/22"
SHOP = f"{ACCOUNT}/{LOCATION}"
_STARS = ("ONE", "TWO", "THREE", "FOUR", "FIVE")


@dataclass
class Review:
    """A review, and the one reply to it."""

    id: str
    shop: str
    who: str
    text: str
    stars: int
    at: datetime
    changed: datetime
    reply: str = ""
    replied: datetime | None = None
    state: str = "APPROVED"
    media: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    @property
    def name(self) -> str:
        """Its resource name."""
        return f"{self.shop}/reviews/{self.id}"


class GoogleBusinessStandIn(GoogleStandIn):
    """The stand-in."""

    scope = SCOPE
    page_of: ClassVar[int] = 50

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.is_approved = True
        self.is_verified = True
        self.is_suspended = False
        self.tells_standing = True
        """Whether the service that tells how a location stands is switched on for the app."""
        self.locations: dict[str, list[dict[str, Any]]] = {
            ACCOUNT: [
                {"name": LOCATION, "title": "Wool & Co", "storeCode": "LYON", "metadata": {"placeId": "p"}},
                {"name": "locations/33", "title": "Wool & Co", "storefrontAddress": {"addressLines": ["1 High St"]}},
            ],
            "accounts/2": [{"name": LOCATION, "title": "Wool & Co", "storeCode": "LYON"}],
        }
        self.reviews: list[Review] = []

    # ------------------------------------------------------------ what people do

    def wrote(self, who: str, text: str, stars: int = 5, shop: str = SHOP) -> Review:
        """Somebody reviews; nobody's name for ""."""
        made = Review(f"r{len(self.reviews) + 1}", shop, who, text, stars, self.now(), self.now())
        self.reviews.append(made)
        return made

    def edited(self, review: Review, text: str, stars: int) -> None:
        """Its writer changes it."""
        review.text, review.stars, review.changed = text, stars, self.now()

    def replied_there(self, review: Review, text: str) -> None:
        """A colleague replies on Google itself; that does not move the review."""
        review.reply, review.replied, review.state = text, self.now(), "APPROVED"

    # ------------------------------------------------------------ the services

    @route("GET", "/v1/accounts", takes=("pageSize", "pageToken"), scope=SCOPE)
    def accounts(self, asked: Asked) -> Said:
        self._approved()
        self._expect(int(asked.query.get("pageSize", "20")) <= 20)
        items = [{"name": name, "accountName": "Wool", "type": "LOCATION_GROUP"} for name in self.locations]
        return Said(200, {"accounts": items} if items else {})

    @route("GET", "/v1/accounts/{id}/locations", takes=("readMask", "pageSize", "pageToken"), scope=SCOPE)
    def locations_of(self, asked: Asked) -> Said:
        self._approved()
        self._expect(bool(asked.query.get("readMask")) and int(asked.query.get("pageSize", "10")) <= 100)
        fields = set(asked.query["readMask"].split(","))
        found = self.locations.get(f"accounts/{asked.parts['id']}", [])
        items = [{key: value for key, value in one.items() if key in fields} for one in found]
        return Said(200, {"locations": items} if items else {})

    @route("GET", "/v1/locations/{id}", takes=("readMask",), scope=SCOPE)
    def one_location(self, asked: Asked) -> Said:
        self._approved()
        fields = set(asked.query["readMask"].split(","))
        for one in (one for many in self.locations.values() for one in many):
            if one["name"] == f"locations/{asked.parts['id']}":
                return Said(200, {key: value for key, value in one.items() if key in fields})
        raise Refused(self.refused(404, "", "Requested entity was not found."))

    @route("GET", "/v1/locations/{id}/VoiceOfMerchantState", scope=SCOPE)
    def standing(self, asked: Asked) -> Said:
        if not self.tells_standing:
            raise Refused(self.refused(403, "forbidden", "My Business Verifications API has not been used."))
        if self.is_suspended:
            reason = {"recommendationReason": "BUSINESS_LOCATION_SUSPENDED"}
            return Said(200, {"hasBusinessAuthority": True, "complyWithGuidelines": reason})
        if not self.is_verified:
            return Said(200, {"verify": {"hasPendingVerification": True}})
        return Said(200, {"hasVoiceOfMerchant": True, "hasBusinessAuthority": True})

    @route(
        "GET",
        "/v4/accounts/{account}/locations/{location}/reviews",
        takes=("pageSize", "pageToken", "orderBy"),
        scope=SCOPE,
    )
    def list_reviews(self, asked: Asked) -> Said:
        self._approved()
        shop = self._shop(asked)
        if self.is_suspended:
            raise Refused(self.refused(403, "forbidden", "The caller does not have permission"))
        most = int(asked.query.get("pageSize", "50"))
        self._expect(1 <= most <= 50 and asked.query.get("orderBy", "updateTime desc") == "updateTime desc")
        token = asked.query.get("pageToken", "")
        self._expect(not token or token.startswith("page-"))
        start = int(token.removeprefix("page-")) if token else 0
        found = sorted((one for one in self.reviews if one.shop == shop), key=lambda one: one.changed, reverse=True)
        end = start + min(most, self.page_of)
        items = [self._review(one) for one in found[start:end]]
        if not items:
            return Said(200, {})
        said: dict[str, Any] = {"reviews": items, "averageRating": 4.3, "totalReviewCount": len(found)}
        return Said(200, said | ({"nextPageToken": f"page-{end}"} if end < len(found) else {}))

    @route("GET", "/v4/accounts/{account}/locations/{location}/reviews/{id}", scope=SCOPE)
    def one_review(self, asked: Asked) -> Said:
        self._approved()
        return Said(200, self._review(self._found(asked)))

    @route("PUT", "/v4/accounts/{account}/locations/{location}/reviews/{id}/reply", fields=("comment",), scope=SCOPE)
    def set_reply(self, asked: Asked) -> Said:
        self._approved()
        review, text = self._found(asked), asked.json()["comment"]
        if not self.is_verified or self.is_suspended:
            raise Refused(self.refused(403, "forbidden", "The caller does not have permission"))
        self._expect(bool(text.strip()) and len(text.encode()) <= 4096)
        if review.reply != text:
            review.reply, review.replied = text, self.now()
        review.state = "PENDING"
        return Said(200, self._reply(review))

    @route("DELETE", "/v4/accounts/{account}/locations/{location}/reviews/{id}/reply", scope=SCOPE)
    def take_reply_away(self, asked: Asked) -> Said:
        self._approved()
        review = self._found(asked)
        if not review.reply:
            raise Refused(self.refused(404, "notFound", "There is no reply."))
        review.reply, review.replied = "", None
        return Said(200, {})

    # ------------------------------------------------------------ parts

    def refused(self, status: int, code: str, words: str) -> Said:
        said = super().refused(status, code, words)
        # These services name no older reasons.
        del said.body["error"]["errors"]
        return said

    def missing_scope(self, asked: Asked, scope: str) -> Said:
        said = self.refused(403, "", "Request had insufficient authentication scopes.")
        kind = "type.googleapis.com/google.rpc.ErrorInfo"
        said.body["error"]["details"] = [{"@type": kind, "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]
        return said

    def _approved(self) -> None:
        if not self.is_approved:
            said = self.refused(429, "", "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'")
            facts = {"quota_limit": "DefaultRequestsPerMinutePerProject", "quota_limit_value": "0"}
            said.body["error"]["details"] = [
                {
                    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason": "RATE_LIMIT_EXCEEDED",
                    "metadata": facts,
                }
            ]
            raise Refused(said)

    def _expect(self, holds: bool) -> None:
        if not holds:
            raise Refused(self.refused(400, "", "Request contains an invalid argument."))

    def _shop(self, asked: Asked) -> str:
        account, location = f"accounts/{asked.parts['account']}", f"locations/{asked.parts['location']}"
        if location not in {one["name"] for one in self.locations.get(account, [])}:
            raise Refused(self.refused(404, "", "Requested entity was not found."))
        return f"{account}/{location}"

    def _found(self, asked: Asked) -> Review:
        shop = self._shop(asked)
        found = next((one for one in self.reviews if (one.shop, one.id) == (shop, asked.parts["id"])), None)
        if found is None:
            raise Refused(self.refused(404, "", "Requested entity was not found."))
        return found

    def _review(self, one: Review) -> dict[str, Any]:
        who: dict[str, Any] = {"displayName": one.who, "isAnonymous": False} if one.who else {"isAnonymous": True}
        said: dict[str, Any] = {
            "name": one.name,
            "reviewId": one.id,
            "reviewer": who,
            "starRating": _STARS[one.stars - 1],
            "createTime": _time(one.at),
            "updateTime": _time(one.changed),
        }
        if one.text:
            said["comment"] = one.text
        if one.media:
            said["reviewMediaItems"] = one.media
        if one.reply:
            said["reviewReply"] = self._reply(one)
        return said

    def _reply(self, one: Review) -> dict[str, Any]:
        assert one.replied
        return {"comment": one.reply, "updateTime": _time(one.replied), "reviewReplyState": one.state}


def _time(moment: datetime) -> str:
    # The API gives as many places as it likes.
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond:06}789Z"
