"""Finds which thread something belongs to, by what it answers, and that by what it answers; asks for what is missing.

Below an own post a thread is led by the first who is somebody else: the post may go on in replies of our own. In posts
of others it is led by what we first answered, for that is what named us; what answers nothing of ours leads itself.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from socialdesk.connectors.graph.reading import Json
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.threads import mapping
from socialdesk.model.contact import Author
from socialdesk.model.failure import FailureKind

_FIELDS = "id,username,root_post,replied_to,is_reply_owned_by_me"
_DEEPEST = 40
_MOST_KNOWN = 5_000
_MISSING = (FailureKind.GONE, FailureKind.NOT_FOUND, FailureKind.PERMISSION_DENIED)


@dataclass(frozen=True, slots=True)
class Link:
    """One post or reply as it hangs on others."""

    id: str
    above: str
    author: Author


@dataclass(frozen=True, slots=True)
class Place:
    """The thread of something, and who it is with."""

    thread: str
    contact: Author


class Chains:
    """What is known of what answers what."""

    def __init__(self, graph: Graph, own: str) -> None:
        self._graph = graph
        self._own = own
        self._known: OrderedDict[str, Link | None] = OrderedDict()

    def learn(self, said: Json) -> None:
        """Remember what was read anyway."""
        if said.get("id"):
            self._keep(str(said["id"]), self._link(said))

    async def below_own(self, said: Json) -> Place | None:
        """The thread of something below an own post; None where nobody else leads to it."""
        chain = await self._up(said)
        return next((Place(one.id, one.author) for one in reversed(chain) if not one.author.is_own), None)

    async def below_other(self, said: Json) -> Place | None:
        """The thread of something below a post of somebody else; None where it cannot be told."""
        chain = await self._up(said)
        for at in range(len(chain) - 1, -1, -1):
            if chain[at].author.is_own:
                return Place(chain[at + 1].id, chain[at + 1].author) if at + 1 < len(chain) else None
        return Place(chain[0].id, chain[0].author) if chain else None

    async def is_own(self, id_: str) -> bool:
        """Whether a post is the account's."""
        found = await self._find(id_)
        return found is not None and found.author.is_own

    async def _up(self, said: Json) -> list[Link]:
        """What is said and all above it, up to where the network shows it."""
        self.learn(said)
        chain = [self._link(said)]
        while chain[-1].above and len(chain) < _DEEPEST:
            found = await self._find(chain[-1].above)
            if found is None:
                break
            chain.append(found)
        return chain

    async def _find(self, id_: str) -> Link | None:
        if id_ not in self._known:
            try:
                self._keep(id_, self._link(await self._graph.get(id_, fields=_FIELDS)))
            except ConnectorError as error:
                if error.failure.kind not in _MISSING:
                    raise
                # Deleted, or of somebody private: what is below hangs on what is left.
                self._keep(id_, None)
        return self._known[id_]

    def _link(self, said: Json) -> Link:
        return Link(str(said["id"]), mapping.parent_of(said), mapping.author_of(said, self._own))

    def _keep(self, id_: str, link: Link | None) -> None:
        self._known[id_] = link
        while len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
