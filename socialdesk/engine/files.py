"""Opens the files of a workspace for its engine, under the lock that keeps a second one away, and closes them."""

from __future__ import annotations

from contextlib import ExitStack

from socialdesk.model.identifiers import PersonId
from socialdesk.model.person import Person, Role
from socialdesk.model.view import FIRST_SAVED
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.media import Media
from socialdesk.store.protection import Unlocked
from socialdesk.support.lock import FileLock


class Files:
    """What the engine writes, the cache and the pictures, and what it reads: the desk."""

    def __init__(self, unlocked: Unlocked) -> None:
        """Take the lock and open all three. Raises Taken or a StoreError, and holds nothing then."""
        workspace = unlocked.workspace
        with ExitStack() as undo:
            undo.callback(FileLock(workspace.engine_lock).release)
            self.cache = Cache(workspace.cache, unlocked.key, write=True)
            undo.callback(self.cache.close)
            # The desk file is made by whoever comes first; the engine only ever reads it afterwards.
            Desk(workspace.desk, unlocked.key, write=True).close()
            self.desk = Desk(workspace.desk, unlocked.key, write=False)
            undo.callback(self.desk.close)
            self.media = Media(workspace.media, unlocked.key, write=True)
            undo.callback(self.media.close)
            _begin(self.cache)
            self._open = undo.pop_all()

    def close(self) -> None:
        """Close all, whatever stands against one of them; the lock goes last."""
        self._open.close()


def _begin(cache: Cache) -> None:
    """Give a new workspace its one member and its first saved views."""
    if cache.people():
        return
    with cache.change(durable=True) as change:
        change.put_person(Person(PersonId(0), "Me", Role.ADMIN, is_me=True))
    with cache.change() as change:
        for place, view in enumerate(FIRST_SAVED):
            change.put_view(view, place)
