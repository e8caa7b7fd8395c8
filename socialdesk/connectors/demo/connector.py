"""Opens the nine pretend channels of the demo network; see `Connector` in the kit's contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.demo.content import content
from socialdesk.connectors.demo.session import DemoSession, granted
from socialdesk.connectors.demo.world import World
from socialdesk.connectors.kit.contract import Account, CredentialKeeper, Credentials, SignedIn, Surroundings
from socialdesk.connectors.kit.manifest import Manifest


class DemoConnector:
    """The plug-in for the demo network."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        World(around.folder / "world.json", around.clock)
        accounts = tuple(
            Account(channel["key"], channel["handle"], channel["name"], "", channel["mark"])
            for channel in content().channels.values()
        )
        return SignedIn(accounts, Credentials("demo"), granted(self.manifest))

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        raise AssertionError("nobody goes to a browser for the demo network")

    def open(self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta) -> DemoSession:
        world = World(around.folder / "world.json", around.clock)
        return DemoSession(self.manifest, world, account.remote_id, around.clock)
