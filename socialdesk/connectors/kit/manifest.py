"""Gives what a platform says of itself before any of its code runs: the contents of its `manifest.toml`."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from socialdesk.model.capability import AttachmentLimit, Capabilities, Idempotency, Level, Price, TextLimit, TextUnit
from socialdesk.model.pacing import Budget
from socialdesk.model.thread import Kind
from socialdesk.model.way import FieldKind, Way, WayField, WayKind

_NOT_YET = "not_yet"
_STATES = ("ready", _NOT_YET)


class BadManifest(ValueError):
    """A manifest that cannot be used; the text says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class AccessWords:
    """One thing a sign-in may allow, in words: why it is asked for, and where it is missing what that means.

    `mend` says how to get it. "{handle}" stands for the account.
    """

    key: str
    words: str
    why: str
    missing: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A platform: what can be read and answered there, what a person needs, how often it may be asked."""

    id: str
    name: str
    mark: str
    reads: tuple[str, ...]
    """In words, for the connect card."""
    needs: str
    default_server: str
    streams: tuple[str, ...]
    min_poll: timedelta
    history_has_clocks: bool
    """Whether the first download is treated as new: only where the world begins with the workspace."""
    help: str
    """Where to find what must be typed, in words."""
    by_kind: dict[Kind, Capabilities]
    access: tuple[AccessWords, ...] = ()
    """What the connector tries when somebody has signed in, in the order it is shown."""
    lasts: str = ""
    """How long a sign-in lasts where it has no end of its own, as a sentence."""
    ended_there: str = ""
    """Where a person ends the access for good, as a sentence, where signing out here cannot."""
    help_url: str = ""
    """The page on which what `help` speaks of is made; https, or nothing."""
    words: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """By language, what the texts of this manifest are in it: for connectors that come with languages of their own."""
    ways: tuple[Way, ...] = ()
    """How a person can sign in, the one shown first at the beginning."""
    hosts: dict[str, str] = field(default_factory=dict[str, str])
    """Every fixed address that the connector speaks to, by a name of its own; tests put a stand-in there."""
    reading_confirms: bool = False
    """Whether the platform forgets what was read, once it is asked to go on: then every cursor is on the disk first."""
    budgets: tuple[Budget, ...] = ()
    """How much the platform allows in a time; the same as every kind's."""
    gone_most: int = 200
    """About how many messages it may be asked every quarter of an hour whether they are still there; 0 for never."""
    not_yet: str = ""
    """Why there is no connector for this platform yet, as a sentence; "" where there is one."""
    code: str = ""
    """What its files are, as a digest, where it did not come with SocialDesk; the registry looks at them."""

    def capabilities(self, kind: Kind) -> Capabilities:
        """What can be done in threads of a kind; nothing where the platform has no such threads."""
        return self.by_kind.get(kind, Capabilities(TextLimit(TextUnit.GRAPHEMES, 0), budgets=self.budgets))

    @property
    def reach(self) -> str:
        """What it may reach and what its files are, in a form to be compared: who allowed that allowed nothing else."""
        code = [self.code] if self.code else []
        return json.dumps([sorted(self.hosts.values()), [one.key for one in self.access], *code])

    def way(self, id_: str) -> Way | None:
        """One of the ways; the first one for ""."""
        return next((one for one in self.ways if id_ in ("", one.id)), None)


def read_manifest(file: Path) -> Manifest:
    """Read a manifest. Raises BadManifest or OSError."""
    try:
        return _to_manifest(tomllib.loads(file.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise BadManifest(f"{file.name}: {error!r}") from error


def _to_manifest(data: dict[str, Any]) -> Manifest:
    budgets = tuple(
        Budget(
            int(one["points"]),
            timedelta(seconds=one["per_s"]),
            one.get("costs", {}),
            str(data["id"]) if one.get("shared") else "",
        )
        for one in data.get("budgets", ())
    )
    if any(one.points < 1 or one.per <= timedelta(0) for one in budgets):
        raise ValueError("a budget of nothing")
    not_yet = _why_not_yet(data)
    general = {key: data[key] for key in ("help", "help_url") if key in data}
    ways = tuple(_to_way(general | one) for one in data.get("ways", ()))
    if not ways and not not_yet:
        raise ValueError("no [[ways]]: nobody could sign in")
    if len({one.id for one in ways}) < len(ways):
        raise ValueError("two ways of one id")
    if not_yet:
        # Nothing can be done there: what a connector would need may be missing.
        bare: dict[str, Any] = {"streams": [], "min_poll_s": 60, "kinds": {}}
        data = bare | data
    return Manifest(
        id=data["id"],
        name=data["name"],
        mark=data.get("mark", data["id"]),
        reads=tuple(data["reads"]),
        needs=data["needs"],
        default_server=data.get("default_server", ""),
        streams=tuple(data["streams"]),
        min_poll=timedelta(seconds=data["min_poll_s"]),
        history_has_clocks=data.get("history_has_clocks", False),
        help=data.get("help", ""),
        by_kind={Kind(kind): _to_capabilities(part, budgets) for kind, part in data["kinds"].items()},
        access=tuple(AccessWords(**one) for one in data.get("access", ())),
        lasts=data.get("lasts", ""),
        ended_there=data.get("ended_there", ""),
        help_url=_page(data.get("help_url", "")),
        words={language: dict(words) for language, words in data.get("words", {}).items()},
        ways=ways,
        hosts={str(name): _host(name, url) for name, url in data.get("hosts", {}).items()},
        reading_confirms=data.get("reading_confirms", False),
        budgets=budgets,
        gone_most=_at_least_none(data.get("gone_most", 200)),
        not_yet=not_yet,
    )


def _at_least_none(number: Any) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise ValueError(f"{number!r} is no number of messages")
    return number


def _why_not_yet(data: dict[str, Any]) -> str:
    state, why = data.get("state", "ready"), data.get("not_yet", "")
    if state not in _STATES:
        raise ValueError(f"state is one of {', '.join(_STATES)}, not {state!r}")
    if (state == _NOT_YET) != bool(why):
        raise ValueError('state = "not_yet" and a sentence not_yet = "…" that says why belong together')
    if why and (data.get("ways") or data.get("kinds")):
        raise ValueError("what does not exist yet has neither ways nor kinds")
    return str(why)


def _to_way(data: dict[str, Any]) -> Way:
    fields = tuple(_to_field(one) for one in data.get("fields", ()))
    if len({one.key for one in fields}) < len(fields):
        raise ValueError("two fields of one key")
    known = {"id", "kind", "words", "fields", "help", "help_url", "port", "is_pasted"}
    if unknown := data.keys() - known:
        raise ValueError(f"a way knows no {', '.join(sorted(unknown))}")
    port, is_pasted = data.get("port", 0), data.get("is_pasted", False)
    if not isinstance(port, int) or (port and not 1024 <= port <= 65535):
        raise ValueError("port is a number from 1024 to 65535")
    kind = WayKind(data["kind"])
    if kind is not WayKind.BROWSER and (port or is_pasted):
        raise ValueError("port and is_pasted are of a way through the browser")
    return Way(
        _word(data["id"]),
        kind,
        _said(data["words"]),
        fields,
        data.get("help", ""),
        _page(data.get("help_url", "")),
        port,
        bool(is_pasted),
    )


def _to_field(data: dict[str, Any]) -> WayField:
    kind = FieldKind(data.get("kind", "text"))
    default = str(data.get("default", ""))
    if default and kind is FieldKind.SECRET:
        raise ValueError("a secret has no default")
    checked: dict[str, Any] = {"key": _word(data["key"]), "words": _said(data["words"]), "kind": kind}
    given: dict[str, Any] = data | checked | {"default": default}
    return WayField(**given)


def _word(text: Any) -> str:
    """A name for programs: of a way, of a field, of a host."""
    if not isinstance(text, str) or not text.isidentifier():
        raise ValueError(f"{text!r} is no plain name")
    return text


def _said(text: Any) -> str:
    if not isinstance(text, str) or not text.strip():
        raise ValueError("words are missing")
    return text


def _host(name: str, url: Any) -> str:
    _word(name)
    parts = urlsplit(str(url))
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"hosts.{name} is not the https address of a host")
    if str(url).endswith("/"):
        raise ValueError(f"hosts.{name} ends with a slash")
    return str(url)


def _page(url: str) -> str:
    if url and not url.startswith("https://"):
        raise ValueError("help_url is not https")
    return url


def _to_capabilities(data: dict[str, Any], budgets: tuple[Budget, ...]) -> Capabilities:
    text = data["text"]
    window = data.get("reply_window_h")
    return Capabilities(
        TextLimit(
            TextUnit(text["unit"]),
            text["most"],
            text.get("bytes_most"),
            text.get("url_length"),
            text.get("mentions_are_local", False),
        ),
        {act: Level[word.upper()] for act, word in data["acts"].items()},
        None if window is None else timedelta(hours=window),
        Idempotency(data["idempotency"]),
        timedelta(seconds=data["visibility_lag_s"]),
        _to_attachments(data.get("attachments")),
        budgets,
        _to_price(data.get("price")),
        str(data.get("reply_window_in", "")),
    )


def _to_price(data: dict[str, Any] | None) -> Price | None:
    if data is None:
        return None
    price = Price(int(data["mills"]), int(data.get("with_link_mills", data["mills"])))
    if min(price.mills, price.with_link_mills) < 0:
        raise ValueError("a price below nothing")
    return price


def _to_attachments(data: dict[str, Any] | None) -> AttachmentLimit | None:
    if data is None:
        return None
    return AttachmentLimit(data["most"], tuple(data["types"]), data["bytes_most"], data.get("side_most", 20_000))
