"""Checks of reading: everything once, whatever the order, and nothing lost when the world changes."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from socialdesk.connectors.kit.contract import Held, Link, MediaSource
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.delivery import carry, intent_of, targets
from socialdesk.connectors.suite.fold import Seen, orders
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, NotTried, check
from socialdesk.connectors.suite.trial import Skewed, Trial, differences, expect_truth
from socialdesk.model.failure import FailureKind

BAD_CURSORS = ("", "x", "null", "[]", "{}", '{"v": 0}', '{"v": 999999}', "\ud7ff\u202e", "0" * 5000)


@check(Level.BRONZE, "The first download is what stands on the network, no more and no less.")
async def first_download(trial: Trial) -> None:
    seen, _ = await trial.read(await trial.start())
    expect_truth(trial.scenario.truth(), seen)
    if seen.strayed:
        raise Failing(f"One page says another thread than another one of {seen.strayed[0]}.")


@check(Level.BRONZE, "The same cursor gives the same again, in this session and in another one.")
async def replay(trial: Trial) -> None:
    first, second = await trial.start(), trial.session()
    if trial.manifest.reading_confirms:
        for stream in trial.streams:
            pages = [
                Seen().take((await trial.pull(session, stream, None)).events) for session in (first, first, second)
            ]
            if len({one.digest() for one in pages}) > 1:
                raise Failing(f"The first page of {stream!r} is another one the second time.")
        return
    digests: list[str] = []
    for session in (first, first, second):
        seen, _ = await trial.read(session)
        # A post is what messages stand below; a session that told it may keep quiet of it for a while.
        digests.append(seen.digest(with_posts=False))
    if len(set(digests)) > 1:
        raise Failing("The second time it was something else.")
    seen, _ = await trial.read(first)
    before = seen.digest()
    again, _ = await trial.read(second, seen=seen)
    if again.digest() != before or again.strayed:
        raise Failing("Taken twice, a page changes what is seen.")


@check(Level.BRONZE, "Events may come in any order: what is seen is the same.")
async def shuffled(trial: Trial) -> None:
    session = await trial.start()
    for stream in trial.streams:
        page = await trial.pull(session, stream, None)
        right = Seen().take(page.events).digest()
        for order in orders(page.events):
            seen = Seen().take(order)
            if seen.digest() != right or seen.strayed:
                raise Failing(f"A page of {stream!r} means something else in another order.")


@check(Level.BRONZE, "An old or broken cursor is read on from, or refused as CursorInvalid.")
async def odd_cursors(trial: Trial) -> None:
    session = await trial.start()
    for stream in trial.streams:
        given = [cursor for of, cursor in trial.scenario.old_cursors if of == stream]
        for cursor in (*given, *BAD_CURSORS):
            try:
                await trial.pull(session, stream, cursor)
            except ConnectorError as error:
                if error.failure.kind is not FailureKind.CURSOR_INVALID:
                    raise Failing(
                        f"The cursor {cursor[:20]!r} of {stream!r} ended in {error.failure.kind}, not CursorInvalid."
                    ) from error


@check(Level.BRONZE, "A cursor is text of at most 4 KB.")
async def small_cursors(trial: Trial) -> None:
    _, cursors = await trial.read(await trial.start())
    for stream, cursor in cursors.items():
        if len(cursor.encode()) > 4096:
            raise Failing(f"The cursor of {stream!r} has {len(cursor.encode()):,} bytes.")


async def _keeps_up(trial: Trial, skew: timedelta = timedelta(0)) -> None:
    if skew and not trial.scenario.has_server_clock:
        raise NotApplicable("The network has no time of its own.")
    await trial.start()
    session = trial.session(Skewed(trial.clock, skew) if skew else None)
    seen, cursors = await trial.read(session)
    expect_truth(trial.scenario.truth(), seen)
    changes = await trial.scenario.happen()
    if not changes.said:
        raise NotTried("Nobody wrote anything in the scenario: `happen` gave no ids in `said`.")
    if trial.scenario.has_edits and not changes.edited:
        raise NotTried("Nobody changed anything in the scenario: let `happen` do it, or set `has_edits` to False.")
    if trial.scenario.has_deletions and not changes.deleted:
        raise NotTried("Nobody took anything back in the scenario: let `happen` do it, or set `has_deletions`.")
    await trial.scenario.pass_time(trial.scenario.patience)
    seen, cursors = await trial.read(session, cursors, seen)
    # Where edits and deletions make no event, the engine's look now and then finds them, and the next reading tells.
    await trial.notice_gone(session, seen)
    seen, _ = await trial.read(session, cursors, seen)
    texts = seen.texts()
    parts = {"new": changes.said, "late": changes.late, "edited": changes.edited}
    truth = trial.scenario.truth()
    for words, keys in parts.items():
        wrong = [key for key in keys if key in truth and texts.get(key, "").strip() != truth[key].strip()]
        if wrong:
            raise Failing(f"What is {words} is not seen: {', '.join(wrong[:3])}.")
    kept = [key for key in changes.deleted if key in texts]
    if kept:
        raise Failing(f"What was deleted still stands: {', '.join(kept[:3])}.")
    expect_truth(truth, seen)


@check(Level.SILVER, "What is written, changed, deleted or late after that is seen when read on.")
async def incremental(trial: Trial) -> None:
    await _keeps_up(trial)


@check(Level.SILVER, "Nothing is lost where this machine's clock is an hour slow.")
async def slow_clock(trial: Trial) -> None:
    await _keeps_up(trial, timedelta(hours=-1))


@check(Level.SILVER, "Nothing is lost where this machine's clock is an hour fast.")
async def fast_clock(trial: Trial) -> None:
    await _keeps_up(trial, timedelta(hours=1))


@check(Level.BRONZE, "A cursor from before brings everything since again: nothing between is lost.")
async def old_cursor_loses_nothing(trial: Trial) -> None:
    if trial.manifest.reading_confirms:
        raise NotApplicable("The network forgets what was read: no reading goes back (`reading_confirms`).")
    session = await trial.start()
    seen, cursors = await trial.read(session)
    changes = await trial.scenario.happen()
    await trial.scenario.pass_time(trial.scenario.patience)
    seen, _ = await trial.read(session, cursors, seen)
    await trial.scenario.pass_time(trial.scenario.patience)
    again, _ = await trial.read(trial.session(), cursors)
    lost = [key for key in changes.said if key not in again.messages]
    if lost:
        raise Failing(f"Read again from the cursor before, {', '.join(lost[:3])} does not come.")


@check(Level.SILVER, "Two sessions on one account share nothing: at work together, each reads everything.")
async def sessions_share_nothing(trial: Trial) -> None:
    if trial.manifest.reading_confirms:
        raise NotApplicable("The network gives everything to one reader only (`reading_confirms`).")
    one, other = await trial.start(), trial.session()
    truth = trial.scenario.truth()
    read = await asyncio.gather(trial.read(one), trial.read(other))
    for seen, _ in read:
        wrong = differences(truth, seen.texts())
        if wrong:
            raise Failing(f"Read beside each other, one session has {wrong}.")
    await one.close()
    seen, _ = await trial.read(other)
    if differences(truth, seen.texts()):
        raise Failing("When one session is closed, the other one reads less.")


@check(Level.SILVER, "What was answered here is read back once, as our own.")
async def own_is_own(trial: Trial) -> None:
    session = await trial.start()
    kinds = await targets(trial, session, "reply")
    if not trial.scenario.shows_own:
        raise NotApplicable("What is answered cannot be read back there.")
    _, cursors = await trial.read(session)
    sent: dict[str, str] = {}
    for kind, target in kinds.items():
        answer = target.answer(f"Read me back, {kind}.")
        receipt = await carry(trial, session, intent_of(trial, session, answer), f"An answer to a {kind}")
        sent[receipt.remote_id] = target.message.thread_remote_id
    await trial.scenario.pass_time(trial.scenario.patience)
    seen, _ = await trial.read(session, cursors)
    if set(sent) - set(seen.messages):
        # Nobody waits for what is known already: a session may leave it to its next look at everything.
        seen, _ = await trial.read(trial.session(), cursors, seen)
    for remote_id, thread in sent.items():
        message = seen.messages.get(remote_id)
        if message is None:
            raise Failing(f"The answer {remote_id!r} does not come back when read on.")
        if not message.author.is_own:
            raise Failing(f"The answer {remote_id!r} comes back as somebody else's.")
        if message.thread_remote_id != thread:
            raise Failing(f"The answer {remote_id!r} comes back in another thread, {message.thread_remote_id!r}.")


@check(Level.SILVER, "Its picture can be had for a message that came with one.")
async def pictures_come(trial: Trial) -> None:
    session = await trial.start()
    seen, _ = await trial.read(session)
    all_of_them = [
        (one, place, part)
        for one in seen.standing().values()
        for place, part in enumerate(one.attachments)
        if part.kind == "image"
    ]
    if not all_of_them:
        raise NotApplicable("No message of the scenario has a picture.")
    message, place, part = all_of_them[0]
    if not isinstance(session, MediaSource):
        if not part.url:
            raise Failing("A picture has no address, and the session gives none.")
        return
    found = await session.media(message.remote_id, place, part.url, afresh=False)
    if not isinstance(found, Link | Held):
        raise Failing(f"The picture of {message.remote_id} was not found.")
