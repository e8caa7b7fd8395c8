"""Tries what a sign-in to Instagram allows, each thing by reading; gives it by the manifest's keys.

Writing is not tried: what the person allowed is told instead, where Instagram told it.
"""

from __future__ import annotations

from socialdesk.connectors.graph.login import may
from socialdesk.connectors.graph.reading import Json, inner, objects, word
from socialdesk.connectors.instagram.entry import Entry
from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError

Granted = tuple[tuple[str, bool], ...]
_WRITING = {"instagram_business_manage_comments", "instagram_manage_comments"}


async def called(entry: Entry) -> Json:
    """The account as it is called now. Raises ConnectorError where it does not open at all, or nobody answers."""
    return await entry.graph.get(entry.me, fields="id,username,name")


def account_of(said: Json, id_: str, mark: str) -> Account:
    """An account as it said of itself, under the id that it is known by."""
    username = word(said.get("username"))
    name = word(said.get("name")) or username or id_
    return Account(id_, f"@{username}" if username else "", name, "https://www.instagram.com", mark)


async def tried(entry: Entry, scopes: list[str] | None) -> Granted:
    """(key, whether it works); what could not be tried just now is left out.

    Raises ConnectorError where nobody answers.
    """
    graph = entry.graph
    read = await may(graph, f"{entry.me}/media", fields="id", limit=1)
    found = (
        ("read", read),
        ("people", await _sees_people(entry) if read else None),
        ("answer", None if scopes is None else bool(_WRITING & set(scopes))),
        (
            "messages",
            await may(graph, f"{entry.line.path}/conversations", platform="instagram", fields="id", limit=1),
        ),
        ("tags", await may(graph, f"{entry.me}/tags", fields="id", limit=1)),
    )
    return tuple((key, it) for key, it in found if it is not None)


async def _sees_people(entry: Entry) -> bool | None:
    """Whether comments of people without a role in the app come; None where there are none to look at."""
    try:
        said = await entry.graph.get(f"{entry.me}/media", fields="id,comments_count", limit=10)
        counted = next((one for one in objects(said) if _count(one) > 0), None)
        if counted is None:
            return None
        below = objects(await entry.graph.get(f"{counted['id']}/comments", fields="id,from{id,username}", limit=10))
    except ConnectorError:
        return None
    others = [one for one in below if not entry.owner.is_own(str(inner(one, "from", "id")), "")]
    return bool(others) if below or _count(counted) else None


def _count(media: Json) -> int:
    many = media.get("comments_count")
    return many if isinstance(many, int) else 0
