"""Finds the server an account lives on and what it allows: gets what a person typed, gives facts as a value.

"Mastodon" accounts live on many kinds of server: the server itself is asked, the name of its software never is.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.parts import as_list, as_object, part
from socialdesk.model.capability import TextLimit, TextUnit
from socialdesk.model.counting import over_by
from socialdesk.model.failure import FailureKind


@dataclass(frozen=True, slots=True)
class Server:
    """What a server says of itself (docs.joinmastodon.org, Entities, Instance)."""

    url: str
    """Where its API is, without a slash at the end."""
    domain: str
    """What stands after the @ of its accounts; on some servers not the host of its API."""
    most: int = 500
    url_length: int = 23
    pictures_most: int = 4
    picture_bytes: int = 10_000_000
    picture_types: tuple[str, ...] = ()
    """Empty where it does not say."""
    alt_most: int = 1500
    streaming: str = ""
    """The host that sends events by itself, as an http address."""
    api: int = 0
    """`api_versions.mastodon`; 0 on other software, and on Mastodon before 4.3."""

    version: str = ""
    lacks: tuple[str, ...] = ()
    """Acts that this version was found not to have."""

    @property
    def host(self) -> str:
        """Its name in sentences."""
        return urlsplit(self.url).netloc

    @property
    def is_mastodon(self) -> bool:
        """Whether it can be counted on to do what Mastodon's documentation says; others are asked and looked at."""
        return self.api > 0

    def text_limit(self) -> TextLimit:
        """How it counts; what is not Mastodon may count links and names as they stand, so the stricter way holds."""
        if self.is_mastodon:
            return TextLimit(TextUnit.GRAPHEMES, self.most, None, self.url_length, mentions_are_local=True)
        return TextLimit(TextUnit.CODE_POINTS, self.most)

    def over(self, *texts: str) -> int:
        """By how many characters these texts together are too long."""
        return over_by("".join(texts), self.text_limit())

    def full(self, acct: str) -> str:
        """`user@domain` in small letters, of what the API calls acct: local accounts come without their domain."""
        return (acct if "@" in acct else f"{acct}@{self.domain}").lower()

    def written(self) -> str:
        """As kept with the credentials."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Server:
        """What `written` wrote. Raises LookupError."""
        try:
            facts: dict[str, Any] = json.loads(text)
            facts["picture_types"] = tuple(facts["picture_types"])
            facts["lacks"] = tuple(facts["lacks"])
            return cls(**facts)
        except (ValueError, TypeError, KeyError) as error:
            raise LookupError("no server") from error


async def find(http: Http, typed: str) -> Server:
    """The server of what a person typed: a domain, an address, or a full handle. Raises ConnectorError."""
    url = address_of(typed)
    facts = await _facts(http, url)
    if facts is None and (elsewhere := await _elsewhere(http, url)):
        # Accounts of example.com may live on social.example.com.
        url = elsewhere
        facts = await _facts(http, url)
    if facts is None:
        raise failed(
            FailureKind.INVALID,
            "The server answers, but it is not a Mastodon server. Check the second part of the handle.",
            code="not mastodon",
        )
    return facts


async def again(http: Http, known: Server) -> Server:
    """What a server allows now; what was known where it does not say."""
    now = await _facts(http, known.url)
    if now is None:
        return known
    return replace(now, lacks=known.lacks) if now.version == known.version else now


def address_of(typed: str) -> str:
    """Where to ask first. Raises ConnectorError."""
    text = typed.strip()
    if "://" in text:
        parts = urlsplit(text)
        text = f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2]}"
    else:
        host = text.split("/", maxsplit=1)[0].rpartition("@")[2]
        text = f"https://{host}"
    if not urlsplit(text).netloc:
        raise failed(FailureKind.INVALID, "Type the server your account lives on.", code="empty")
    return text


async def _facts(http: Http, url: str) -> Server | None:
    """What it says; None when it does not say it is such a server."""
    for version in ("v2", "v1"):
        answer = await http.ask("GET", f"{url}/api/{version}/instance")
        if answer.status == 429:
            raise failed(
                FailureKind.RATE_LIMITED,
                "The server allows more later. Try again in a while.",
                code="429",
                retry_at=http.retry_at(answer),
            )
        said = _object(answer)
        # Some answer the newer way with an error of their own, and the older one well.
        if said is not None:
            return server_in(url, said)
    return None


def _object(answer: Answer) -> dict[str, Any] | None:
    try:
        said = answer.json() if answer.status == 200 else None
    except ValueError:
        return None
    found = as_object(said)
    return found if "domain" in found or "uri" in found else None


def server_in(url: str, said: dict[str, Any]) -> Server:
    """What is in a server's word of itself, in either version of it."""
    settings = part(said, "configuration")
    statuses, media = part(settings, "statuses"), part(settings, "media_attachments")
    # The first version named the domain as `uri`, some with a scheme; GoToSocial names the accounts' domain apart.
    domain = str(said.get("account_domain") or said.get("domain") or said.get("uri") or urlsplit(url).netloc)
    domain = urlsplit(domain).netloc or domain
    streaming = part(settings, "urls").get("streaming") or part(said, "urls").get("streaming_api") or ""
    types: object = media.get("supported_mime_types")
    return Server(
        url=url,
        domain=domain.lower(),
        # Pleroma and its kin say it at the top.
        most=_number(statuses.get("max_characters") or said.get("max_toot_chars"), 500),
        url_length=_number(statuses.get("characters_reserved_per_url"), 23),
        pictures_most=_number(statuses.get("max_media_attachments"), 4),
        picture_bytes=_number(media.get("image_size_limit"), 10_000_000),
        picture_types=tuple(map(str, as_list(types))),
        alt_most=_number(media.get("description_limit"), 1500),
        streaming=_as_http(str(streaming)),
        version=str(said.get("version") or ""),
        api=_number(part(said, "api_versions").get("mastodon"), 0),
    )


def _number(said: Any, otherwise: int) -> int:
    return said if isinstance(said, int) and said > 0 else otherwise


def _as_http(url: str) -> str:
    if url.startswith(("wss://", "ws://")):
        return f"http{url[2:]}".rstrip("/")
    return url.rstrip("/") if url.startswith("https://") else ""


async def _elsewhere(http: Http, url: str) -> str:
    """Where the accounts of a domain live when it is not there: its host-meta says so (RFC 6415), or leads there."""
    try:
        for path in ("/.well-known/host-meta", "/.well-known/webfinger?resource=acct:x@x"):
            answer = await http.ask("GET", f"{url}{path}")
            target = answer.headers.get("location", "") if 300 <= answer.status < 400 else _template_in(answer)
            parts = urlsplit(target)
            is_safe = parts.scheme == "https" or parts.scheme == urlsplit(url).scheme
            if parts.netloc and is_safe and "@" not in parts.netloc and f"{parts.scheme}://{parts.netloc}" != url:
                return f"{parts.scheme}://{parts.netloc}"
    except ConnectorError as error:
        if error.failure.kind is FailureKind.OFFLINE:
            raise
    return ""


def _template_in(answer: Answer) -> str:
    text = answer.body[:20_000].decode("utf-8", "replace") if answer.status == 200 else ""
    _, found, rest = text.partition('template="')
    return rest.partition('"')[0] if found else ""
