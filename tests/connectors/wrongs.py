"""What goes wrong with an account, by network: how it is brought about there, and what is said of it.

The cases are the rows of docs/connectors/networks.md; where a network cannot come to one, there is none here, and the
page says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.asked import Said
from socialdesk.model.channel import ChannelState
from tests.stand_ins import instagram_world, x_world
from tests.stand_ins.discord_world import GUILD
from tests.stand_ins.facebook_world import PAGE
from tests.stand_ins.reddit import RedditStandIn
from tests.stand_ins.x import XStandIn

LIVE, ENDED = ChannelState.LIVE, ChannelState.BAD_CREDENTIALS
CLOSED, LIMITED = ChannelState.SUSPENDED, ChannelState.LIMITED
RETIRED = "Update SocialDesk"
Undo = Callable[[], None]
_PAGE = b"<html>The requested URL was not found on this server."


@dataclass(frozen=True)
class Wrong:
    """One thing that goes wrong. `happens` lets it, on the scenario, and gives how it ends."""

    happens: Callable[[Any], Undo]
    state: ChannelState
    says: str = ""
    """A piece of the sentence."""
    missing: tuple[str, ...] = ()
    """What the sign-in does not allow then, by the manifest's keys."""
    called: str = ""
    """What the account is called then: its name or its handle."""


def always(status: int, body: Any, path: str = "") -> Callable[[Any], Undo]:
    """Every answer is this one."""

    def happens(told: Any) -> Undo:
        said = Said(status, body)
        headers = {"content-type": said.media_type()}
        told.stand_in.faults.always(faults.Fault(faults.Way.STATUS, False, status, headers, said.raw()), path=path)
        return told.stand_in.faults.clear

    return happens


def graph(code: int, sub: int = 0) -> Callable[[Any], Undo]:
    """Meta says so, in its form."""

    def happens(told: Any) -> Undo:
        return always(400, told.world.error(code, sub).body)(told)

    return happens


def with_(name: str, value: object) -> Callable[[Any], Undo]:
    """Something of the world is so."""

    def happens(told: Any) -> Undo:
        before = getattr(told.stand_in, name)
        setattr(told.stand_in, name, value)
        return lambda: setattr(told.stand_in, name, before)

    return happens


def inside(where: Callable[[Any], dict[Any, Any]], **values: object) -> Callable[[Any], Undo]:
    """Something within the world is so."""

    def happens(told: Any) -> Undo:
        there = where(told)
        before = dict(there)
        there |= values

        def ends() -> None:
            there.clear()
            there.update(before)

        return ends

    return happens


def without(where: Callable[[Any], dict[Any, Any]]) -> Callable[[Any], Undo]:
    """Something within the world is empty."""

    def happens(told: Any) -> Undo:
        there = where(told)
        before = dict(there)
        there.clear()
        return lambda: there.update(before)

    return happens


def narrower(*scopes: str) -> Callable[[Any], Undo]:
    """No token allows these any more; nothing at all without any."""

    def happens(told: Any) -> Undo:
        tokens = told.stand_in.tokens
        before = {token: set(allowed) for token, allowed in tokens.items()}
        for token in tokens:
            tokens[token] = tokens[token] - set(scopes) if scopes else set()
        return lambda: tokens.update(before)

    return happens


def refused(reason: str) -> Callable[[Any], Undo]:
    """Google says so, in its form."""

    def happens(told: Any) -> Undo:
        return always(403, told.world.refused(403, reason, "No.").body, "/youtube/v3/")(told)

    return happens


def renamed_on_instagram(told: Any) -> Undo:
    """It has another name, wherever it is asked for."""
    nodes = told.world.nodes.values()
    places = [one for node in nodes for one in (node, node.get("instagram_business_account", {}))]
    own = [one for one in places if one.get("username") == instagram_world.NAME]
    for one in own:
        one |= {"username": "dale"}

    def ends() -> None:
        for one in own:
            one |= {"username": instagram_world.NAME}

    return ends


def grows_large(told: Any) -> Undo:
    """The group becomes another one, which has more members."""
    told.group = told.net.becomes_large(told.group)
    return lambda: None


def may_not_send(told: Any) -> Undo:
    """The server for sending takes this account no more, the one for reading does."""
    people = dict(told._people)
    del told._people[told.address]
    return lambda: told._people.update(people)


def unticked(told: Any) -> Undo:
    """A box on Google's page is unticked, in the tokens there are and in those that follow."""
    kept = [(there, dict(there)) for there in (told.world.tokens, told.world._refresh)]
    for token in told.world.tokens:
        told.world.tokens[token] = {"openid"}
    told.world._refresh.update(dict.fromkeys(told.world._refresh, "openid"))

    def ends() -> None:
        for there, before in kept:
            there.update(before)
        # Those that were given out meanwhile allow as little, and are asked for anew.
        for token in told.world.tokens:
            told.world.tokens[token] = set(told.world.scope.split())

    return ends


def signed_out(told: Any) -> Undo:
    """The access is ended there; a token that is typed anew opens it again."""
    if told.stand_in is None:
        people, denied = dict(told._people), told.server.denied
        before = denied.read_text() if denied.exists() else ""
        assert told.revoke()

        def opens() -> None:
            told._people.update(people)
            denied.write_text(before)

        return opens
    kept = [(there, dict(there)) for there in (told.stand_in.tokens, getattr(told.stand_in, "made", {}))]
    assert told.revoke()
    typed = {*told.typed.values()}

    def ends() -> None:
        for there, before in kept:
            there.update({token: value for token, value in before.items() if token in typed})

    return ends


def somebody_else(told: Any) -> Undo:
    """The person at the browser is signed in as somebody else."""
    stand_in = told.stand_in
    match stand_in:
        case XStandIn():
            stand_in.me = lambda _: Said(200, {"data": stand_in._person(x_world.ANN)})
        case RedditStandIn():
            stand_in.me = lambda _: Said(200, {"id": "other1", "name": "Other"})
        case _:
            raise AssertionError(stand_in)
    return lambda: delattr(stand_in, "me")


OTHERS: dict[str, Callable[[Any], Undo]] = {
    "google_business": with_("locations", {"accounts/9": [{"name": "locations/99", "title": "Another shop"}]}),
    "reddit": somebody_else,
    "x": somebody_else,
    "youtube": with_("channel_id", "UCanother"),
}
"""How a sign-in opens another account, where it is not typed."""

WRONGS: dict[str, dict[str, Wrong]] = {
    "discord": {
        "missing permission": Wrong(with_("flags", 0), LIVE, missing=("content",)),
        "renamed": Wrong(inside(lambda told: told.net.guilds[GUILD], name="Fjell & Dal"), LIVE, called="Fjell & Dal"),
        "suspended": Wrong(without(lambda told: told.net.guilds), LIMITED, "Invite it again"),
        "old version": Wrong(always(400, {"message": "Invalid API version provided", "code": 50041}), CLOSED, RETIRED),
    },
    "email": {"missing permission": Wrong(may_not_send, LIVE, missing=("answer",))},
    "facebook": {
        "missing permission": Wrong(narrower("pages_messaging"), LIMITED, "Settings, Channels", missing=("messages",)),
        "renamed": Wrong(inside(lambda told: told.world.nodes[PAGE], name="Ridge & Dale"), LIVE, called="Ridge & Dale"),
        "suspended": Wrong(graph(190, 459), ENDED, "see the account's owner"),
        "old version": Wrong(graph(2635), CLOSED, RETIRED),
    },
    "google_business": {
        "missing permission": Wrong(unticked, LIMITED, "tick every box"),
        "renamed": Wrong(
            inside(lambda told: told.world.locations["accounts/1"][0], storeCode="PARIS"), LIVE, called="PARIS"
        ),
        "suspended": Wrong(with_("is_suspended", True), CLOSED, "suspended this Business Profile"),
        "moved": Wrong(without(lambda told: told.world.locations), LIMITED, "moved or merged"),
        "old version": Wrong(always(404, _PAGE, "/v4/"), CLOSED, RETIRED),
    },
    "instagram": {
        "missing permission": Wrong(
            narrower("instagram_manage_messages"), LIMITED, "Settings, Channels", missing=("messages",)
        ),
        "renamed": Wrong(renamed_on_instagram, LIVE, called="@dale"),
        "suspended": Wrong(graph(190, 459), ENDED, "see the account's owner"),
        "old version": Wrong(graph(2635), CLOSED, RETIRED),
    },
    "mastodon": {
        "missing permission": Wrong(narrower("write", "write:statuses"), LIVE, missing=("answer",)),
        "renamed": Wrong(
            inside(lambda told: told.world.people[told.world.brand], display_name="Wool Shop"), LIVE, called="Wool Shop"
        ),
        "suspended": Wrong(
            always(403, {"error": "Your login is currently disabled"}), ENDED, "has closed this account"
        ),
        "moved": Wrong(
            inside(lambda told: told.world.people[told.world.brand], moved={"acct": "brand@new.example"}),
            LIMITED,
            "@brand@new.example",
        ),
        "old version": Wrong(always(404, {"error": "Not Found"}, "/notifications"), LIMITED, "newer SocialDesk"),
    },
    "reddit": {
        "missing permission": Wrong(with_("is_mod", False), LIVE, missing=("moderate",)),
        "suspended": Wrong(with_("is_suspended", True), CLOSED, "has suspended this account"),
    },
    "telegram": {
        "missing permission": Wrong(
            inside(lambda told: told.net.me, can_read_all_group_messages=False), LIVE, missing=("groups",)
        ),
        "renamed": Wrong(inside(lambda told: told.net.me, username="dale_bot"), LIVE, called="@dale_bot"),
        "moved": Wrong(grows_large, LIVE),
    },
    "threads": {
        "missing permission": Wrong(narrower("threads_content_publish"), LIVE, missing=("answer",)),
        "renamed": Wrong(inside(lambda told: told.world.user, username="dale", name="Dale"), LIVE, called="@dale"),
        "suspended": Wrong(graph(190, 459), ENDED, "see the account's owner"),
        "old version": Wrong(graph(2635), CLOSED, RETIRED),
    },
    "x": {
        "missing permission": Wrong(narrower("dm.read"), LIMITED, "Read and write and Direct message"),
        "renamed": Wrong(
            inside(lambda told: told.world.people, **{x_world.OWN: ("wool", "Wool Shop")}), LIVE, called="Wool Shop"
        ),
        "suspended": Wrong(
            always(403, {"title": "Forbidden", "detail": "Your account is suspended"}), CLOSED, "locked"
        ),
        "old version": Wrong(always(410, {}), LIMITED, RETIRED),
    },
    "youtube": {
        "missing permission": Wrong(unticked, LIMITED, "tick every box"),
        "renamed": Wrong(with_("title", "Wool Shop"), LIVE, called="Wool Shop"),
        "suspended": Wrong(refused("authenticatedUserAccountSuspended"), CLOSED, "closed or suspended"),
        "old version": Wrong(always(404, _PAGE, "/youtube/v3/"), CLOSED, RETIRED),
    },
}
