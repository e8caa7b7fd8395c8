"""Fetches the pictures of messages and posts, each as a job that may be repeated at will; no text ever waits for one.

A job leads from a picture that is pending to one that is here, gone, refused, or pending again with a time.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Held, Link, MediaSource, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.fetch import Fetcher, Later, NotFetched, NotThere, Refused
from socialdesk.engine.decoder import Decoder, NoPicture
from socialdesk.engine.patience import patience
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import ChannelId, PostId
from socialdesk.model.media import LIMIT, MOST_BYTES, Fate, MediaState, Refusal, after_failure, picture_type
from socialdesk.store import attachments
from socialdesk.store.attachments import MediaJob
from socialdesk.store.cache import Cache
from socialdesk.store.errors import StoreError
from socialdesk.store.media import MOST_BYTES as MOST_KEPT_BYTES
from socialdesk.store.media import Media, Picture
from socialdesk.support.clock import Clock
from socialdesk.support.failpoints import reach
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)
AT_ONCE = 3
_ROOM = 0.9
"""Down to which share of the limit old pictures are let go, so that it is not done at every one."""
_BROKEN_TRIES = 3
"""A file that cannot be decoded may have been cut on the way: it is fetched so often before that is believed."""


class MediaJobs:
    """The pictures of one workspace."""

    def __init__(
        self,
        cache: Cache,
        media: Media,
        clock: Clock,
        session: Callable[[ChannelId], Session | None],
        fetcher: Fetcher | None = None,
    ) -> None:
        """`session` gives the open session of a channel, None while it has none."""
        self._cache = cache
        self._media = media
        self._clock = clock
        self._session = session
        self._fetcher = fetcher or Fetcher(clock)
        self._decoder = Decoder()
        self._size = media.size_bytes()
        self._swept = False
        self._flying: set[int] = set()
        self._flying_of_posts: set[int] = set()

    @property
    def decoder_pid(self) -> int | None:
        """The process id of the decoding child, while there is one."""
        return self._decoder.pid

    def due(self) -> list[MediaJob]:
        """What is to be fetched now beside what is on its way."""
        room = self._room()
        if room <= 0:
            return []
        now = self._clock.now()
        # Those of posts first: they are few, and each serves every thread below its post.
        jobs = attachments.due_of_posts(self._cache, now, room, self._flying_of_posts)
        room -= len(jobs)
        return [*jobs, *attachments.due(self._cache, now, room, self._flying)] if room else jobs

    def next_due(self) -> datetime | None:
        """When the next picture may be fetched; None while there is no room for one, or none."""
        if self._room() <= 0:
            return None
        of_posts = attachments.next_due_of_posts(self._cache, self._flying_of_posts)
        of_messages = attachments.next_due(self._cache, self._flying)
        return min((one for one in (of_posts, of_messages) if one is not None), default=None)

    def _room(self) -> int:
        """How many more may be on their way at once."""
        return AT_ONCE - len(self._flying) - len(self._flying_of_posts)

    async def fetch_all(self, most: timedelta) -> int:
        """Fetch what is due, one after the other, for no longer than `most`; gives how many were tried."""
        tried = 0
        end = self._clock.now() + most
        while self._clock.now() < end and (jobs := self.due()):
            for job in jobs:
                await self.fetch(job)
                tried += 1
        return tried

    def fetch(self, job: MediaJob) -> Coroutine[None, None, None]:
        """Do one job; it counts as on its way from this call on. What cannot be done is written down, never raised."""
        self._flying_with(job).add(job.id)
        return self._fly(job)

    def _flying_with(self, job: MediaJob) -> set[int]:
        return self._flying_of_posts if job.of_post else self._flying

    async def _fly(self, job: MediaJob) -> None:
        try:
            await self._fetch(job)
        finally:
            self._flying_with(job).discard(job.id)

    async def _fetch(self, job: MediaJob) -> None:
        try:
            data = await self._bytes(job)
            sha256 = hashlib.sha256(data).hexdigest()
            size = self._media.size_of(sha256)
            if size is None:
                picture = await self._decoder.decode(data)
                self._keep(sha256, picture)
                size = picture.width, picture.height
            reach("media.kept")
            self._put(job, Fate(MediaState.OK, sha256=sha256, size=size))
        except Refused as refused:
            self._refuse(job, refused.refusal)
        except NoPicture as error:
            if error.refusal is Refusal.BROKEN and job.tries + 1 < _BROKEN_TRIES:
                self._again(job, None)
            else:
                self._refuse(job, error.refusal)
        except NotThere:
            self._put(job, Fate(MediaState.GONE))
        except Later as later:
            self._again(job, later.not_before)
        except ConnectorError as error:
            if error.failure.kind in (FailureKind.GONE, FailureKind.NOT_FOUND):
                self._put(job, Fate(MediaState.GONE))
            else:
                self._again(job, error.failure.retry_at)
        except (StoreError, OSError):
            raise
        except Exception:
            # A stranger sent it: no mistake of ours about it may end the engine, now and at each start.
            log.exception("channel %s: a picture could not be taken", job.channel)
            self._again(job, None)

    def sweep(self) -> None:
        """Let go of pictures that nothing has any more, for good; ask again for those that should be here."""
        here, wanted = self._media.known(), attachments.used(self._cache)
        self._media.drop(here - wanted, for_good=True)
        if missing := wanted - here:
            with self._cache.change() as change:
                change.unload_media(missing, fetch_again_at=self._clock.now())
        self._size = self._media.size_bytes()
        self._swept = True

    def sweep_once(self) -> None:
        """Do so when it was not done since the start: another process may have ended in the middle."""
        if not self._swept:
            self.sweep()

    async def close(self) -> None:
        """End the decoding process and all connections."""
        await self._decoder.close()
        await self._fetcher.close()

    async def _bytes(self, job: MediaJob) -> bytes:
        is_dead = job.expires_at is not None and job.expires_at <= self._clock.now()
        source = self._session(job.channel)
        if not isinstance(source, MediaSource):
            if not job.url:
                raise NotThere
            return _checked(await self._fetcher.fetch(Link(job.url)))
        where = await _where(source, job, afresh=is_dead)
        try:
            return _checked(await self._from(where))
        except NotThere:
            if is_dead:
                raise
            return _checked(await self._from(await _where(source, job, afresh=True)))

    async def _from(self, where: Link | Held | None) -> bytes:
        match where:
            case None:
                raise NotThere
            case Held(data=data):
                return data
            case Link():
                return await self._fetcher.fetch(where)

    def _keep(self, sha256: str, picture: Picture) -> None:
        now = self._clock.now()
        self._media.put(sha256, picture, now)
        self._size += len(picture.thumb) + len(picture.view)
        if self._size > self._most():
            self.shrink(but=sha256)

    def _most(self) -> int:
        """How many bytes all pictures may take."""
        chosen = self._cache.setting(LIMIT) or ""
        return int(chosen) * 1_000_000 if chosen.isdigit() else MOST_KEPT_BYTES

    def shrink(self, *, but: str = "") -> None:
        """Let the pictures go that came first, until there is room again."""
        most = self._most()
        if self._size <= most:
            return
        gone = [one for one in self._media.oldest(round(self._size - most * _ROOM)) if one != but]
        # First what is said of them: a message must never claim a picture that is not here.
        with self._cache.change() as change:
            change.unload_media(gone)
        self._media.drop(gone)
        self._size = self._media.size_bytes()

    def _refuse(self, job: MediaJob, refusal: Refusal) -> None:
        self._put(job, Fate(MediaState.REFUSED, refusal.value, job.tries + 1))

    def _again(self, job: MediaJob, not_before: datetime | None) -> None:
        tries = job.tries + 1
        state, when = after_failure(tries, self._clock.now(), not_before)
        self._put(job, Fate(state, tries=tries, next_try_at=when))

    def _put(self, job: MediaJob, fate: Fate) -> None:
        """Write down what became of a job."""
        with self._cache.change() as change:
            if job.of_post:
                change.set_post_picture(PostId(job.id), fate)
            else:
                change.put_media(job.id, job.thread, fate)


async def _where(source: MediaSource, job: MediaJob, *, afresh: bool) -> Link | Held | None:
    """Where a connector says that a picture is; whatever else it does costs this try."""
    try:
        async with patience():
            return await source.media(job.remote_id, job.place, job.url, afresh=afresh)
    except (ConnectorError, NotFetched):
        raise
    except SecretsUnavailable as error:
        raise Later("no sign-in") from error
    except Exception as error:
        log.exception("channel %s: the connector gave no picture", job.channel)
        raise Later(type(error).__name__) from error


def _checked(data: bytes) -> bytes:
    """What is not even the beginning of a picture is not given to a decoder."""
    if len(data) > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    if not picture_type(data[:16]):
        raise Refused(Refusal.NO_PICTURE)
    return data
