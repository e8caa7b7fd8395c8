"""Tries what a sign-in allows on a Page, each thing by reading; gives it by the manifest's keys.

Writing is not tried: what Meta says of the token and of the person's tasks on the Page is told instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.connectors.facebook.keys import Keys
from socialdesk.connectors.graph.login import lists, may
from socialdesk.connectors.graph.reading import Json, inner, objects
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError

Granted = tuple[tuple[str, bool], ...]
_MOST_TRIED = 5
"""So many Pages of one sign-in are tried; each one is again when it has become a channel."""
_LOOKED_AT = "id,comments.limit(3).summary(true){id,from}"


async def called(graph: Graph, page: str) -> Json:
    """The Page as it is called now. Raises ConnectorError where it does not open at all, or nobody answers."""
    return await graph.get(page, fields="id,name,username")


def account_of(page: str, name: str, username: str, mark: str) -> Account:
    """A Page; one that chose no name for its address goes by its own."""
    name = name or page
    return Account(page, f"@{username}" if username else name, name, "https://www.facebook.com", mark)


async def tried(graph: Graph, page: str, keys: Keys) -> Granted:
    """(key, whether it works); what could not be tried just now is left out.

    Raises ConnectorError where nobody answers.
    """
    read = await may(graph, f"{page}/feed", fields="id", limit=1)
    tasks = keys.tasks.get(page) or None
    found = (
        ("read", read),
        ("people", await _sees_people(graph, page) if read else None),
        ("answer", _allowed(keys, "pages_manage_engagement", tasks, "MODERATE")),
        ("messages", await may(graph, f"{page}/conversations", platform="messenger", fields="id", limit=1)),
        ("reviews", await may(graph, f"{page}/ratings", fields="created_time", limit=1)),
        ("ads", await may(graph, f"{page}/ads_posts", fields="id", limit=1)),
    )
    return tuple((key, it) for key, it in found if it is not None)


async def tried_all(ways: Sequence[tuple[Graph, str]], keys: Keys) -> Granted:
    """What works on every one of these Pages, of the first few. Raises ConnectorError where the first does not open."""
    together: dict[str, bool] = {}
    for place, (graph, page) in enumerate(ways[:_MOST_TRIED]):
        try:
            await called(graph, page)
            here = await tried(graph, page, keys)
        except ConnectorError:
            if place == 0:
                raise
            continue
        for key, it in here:
            together[key] = together.get(key, True) and it
    return tuple(together.items())


async def _sees_people(graph: Graph, page: str) -> bool | None:
    """Whether comments of people without a role in the app come whole; None where there are none to look at.

    Without Advanced Access Meta counts them and does not give them, or gives them without saying whose they are.
    """
    try:
        said = await graph.get(f"{page}/feed", fields=_LOOKED_AT, limit=10)
    except ConnectorError:
        return None
    seen = [one for one in lists(said) if inner(one, "from", "id") != page]
    if seen:
        return any(inner(one, "from", "id") is not None for one in seen)
    counted = sum(_count(post) for post in objects(said))
    return False if counted > len(lists(said)) else None


def _count(post: Json) -> int:
    found = inner(post, "comments", "summary", "total_count")
    return found if isinstance(found, int) else 0


def _allowed(keys: Keys, scope: str, tasks: list[str] | None, task: str) -> bool | None:
    if keys.scopes is None and tasks is None:
        return None
    return (keys.scopes is None or scope in keys.scopes) and (tasks is None or task in tasks)
