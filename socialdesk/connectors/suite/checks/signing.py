"""Checks of signing in: the right keys open the right account, the wrong ones are told in a sentence."""

from __future__ import annotations

from contextlib import suppress

from socialdesk.connectors.kit.contract import AtBrowser, Health, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, NotTried, check
from socialdesk.connectors.suite.sentences import expect_sentence
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.failure import FailureKind as Kind
from socialdesk.model.way import Way, WayKind

_REFUSED = (Kind.AUTH_EXPIRED, Kind.PERMISSION_DENIED, Kind.INVALID, Kind.NOT_FOUND)


@check(Level.BRONZE, "A person signs in, and the account that comes of it has an id and a name.")
async def signs_in(trial: Trial) -> None:
    await trial.start()
    signed = trial.signed
    for account in signed.accounts:
        if not account.remote_id or not account.name:
            raise Failing(f"The account {account!r} has no id or no name.")
    if len({one.remote_id for one in signed.accounts}) < len(signed.accounts):
        raise Failing("Two accounts have one id.")
    again = await trial.sign_in()
    if [one.remote_id for one in again.accounts] != [one.remote_id for one in signed.accounts]:
        raise Failing("The second sign-in gives the same account another id.")


@check(Level.BRONZE, "What the sign-in tried of the access has the manifest's keys, and so has what is asked later.")
async def access_is_told(trial: Trial) -> None:
    session = await trial.start()
    keys = {one.key for one in trial.manifest.access}
    health = await session.check()
    for words, granted in (("The sign-in", trial.signed.granted), ("check()", health.granted)):
        strange = {key for key, _ in granted} - keys
        if strange:
            raise Failing(f"{words} tells of {min(strange)!r}, which is not in the manifest's access.")
        if {key for key, _ in granted} != keys:
            raise Failing(f"{words} does not say whether {min(keys - {key for key, _ in granted})!r} is granted.")
    if health.failure is not None:
        raise Failing(f"Signed in a moment ago, check() says: {health.failure.sentence}")


@check(Level.GOLD, "Wrong keys are refused with a sentence that says what to check.")
async def wrong_keys(trial: Trial) -> None:
    if not trial.scenario.wrong:
        way = trial.manifest.way(trial.scenario.way)
        if way is not None and way.asks_nothing:
            raise NotApplicable("There is nothing to type that could be wrong.")
        raise NotTried("The scenario gives no `wrong`.")
    failure = await trial.failure_of(trial.sign_in(trial.scenario.wrong))
    if failure.kind not in _REFUSED:
        raise Failing(f"Wrong keys became {failure.kind}.")
    expect_sentence(failure, "wrong keys")
    way = trial.manifest.way(trial.scenario.way)
    if failure.field and way is not None and failure.field not in {one.key for one in way.fields}:
        raise Failing(f"Wrong keys are about {failure.field!r}, which the way {way.id!r} has no field for.")


@check(Level.SILVER, "Another account's keys open that account and no other.")
async def other_account(trial: Trial) -> None:
    if not trial.scenario.other:
        way = trial.manifest.way(trial.scenario.way)
        if way is not None and (way.asks_nothing or way.kind is WayKind.BROWSER):
            raise NotApplicable("It is not typed here who somebody is.")
        raise NotTried("The scenario gives no `other`.")
    await trial.start()
    other = await trial.sign_in(trial.scenario.other)
    if trial.account.remote_id in {one.remote_id for one in other.accounts}:
        raise Failing("Signed in with another account's keys, it is taken for the first account.")


@check(Level.BRONZE, "A return from the browser that belongs to another sign-in is refused.")
async def state_compared(trial: Trial) -> None:
    begun, way = await _at_browser(trial)
    right = dict(await trial.scenario.consent(begun.url))
    if not right.get("state"):
        raise Failing("The address for the browser has no state, by which a return is recognised.")
    for wrong in ({**right, "state": "another"}, {key: value for key, value in right.items() if key != "state"}):
        failure = await trial.failure_of(trial.finish(begun, wrong, way))
        expect_sentence(failure, "a return with another state")


@check(Level.GOLD, "A person who says no in the browser is told so.")
async def consent_refused(trial: Trial) -> None:
    begun, way = await _at_browser(trial)
    failure = await trial.failure_of(trial.finish(begun, await trial.scenario.refuse(begun.url), way))
    if failure.kind not in (Kind.PERMISSION_DENIED, Kind.INVALID, Kind.AUTH_EXPIRED):
        raise Failing(f"A no in the browser became {failure.kind}.")
    expect_sentence(failure, "a no in the browser")


@check(Level.GOLD, "A sign-in that was revoked stops with AuthExpired, in reading and in looking after it.")
async def revoked(trial: Trial) -> None:
    session = await trial.start()
    if not trial.scenario.revoke():
        if not trial.manifest.hosts and trial.scenario.stand_in is None and trial.scenario.speaks_http:
            raise NotApplicable("There is nothing to revoke.")
        raise NotTried("The scenario cannot `revoke` the sign-in.")
    for stream in trial.streams:
        failure = await trial.failure_of(trial.pull(session, stream, None))
        if failure.kind not in (Kind.AUTH_EXPIRED, Kind.SUSPENDED):
            raise Failing(f"Revoked, {stream!r} ends in {failure.kind}: nobody is asked to sign in again.")
        expect_sentence(failure, "a revoked sign-in")
    try:
        health = await session.check()
    except Exception as error:
        raise Failing(f"check() raised {type(error).__name__}; it gives a Health that says what is wrong.") from error
    trial.told.append(health)
    # A connector of a stranger may give anything.
    if not isinstance(health, Health) or health.failure is None:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise Failing("Revoked, check() says that all is well.")


@check(Level.GOLD, "What runs out is renewed before it is needed, and kept before it is used.")
async def renewed(trial: Trial) -> None:
    session = await trial.start()
    if not trial.scenario.expire():
        raise NotApplicable("The scenario says that nothing runs out (`expire`).")
    for stream in trial.streams:
        await trial.pull(session, stream, None)
    assert trial.keeper is not None
    if not trial.keeper.stored:
        raise Failing("It went on with something new and did not keep it: after a restart it would be gone.")
    other = trial.session()
    for stream in trial.streams:
        await trial.pull(other, stream, None)


@check(Level.GOLD, "Signing out ends the access, or the manifest says where a person ends it; nothing secret stays.")
async def signs_out(trial: Trial) -> None:
    way = trial.manifest.way(trial.scenario.way)
    if way is not None and way.asks_nothing and not trial.manifest.hosts:
        raise NotApplicable("Nobody signs in there.")
    session = await trial.start()
    await trial.read(session)
    with trial.spoiling(lambda _, __: faults.closed()), suppress(ConnectorError):
        # Without a line it cannot be ended there, which is no reason to crash.
        await _signed_out(trial.session())
    try:
        await _signed_out(session)
    except ConnectorError as error:
        raise Failing(f"It cannot be signed out of: {error.failure.sentence} ({error})") from error
    trial.scenario.signed_out()
    await _left_nothing(trial)
    if trial.manifest.ended_there:
        return
    if trial.scenario.lingers and not trial.scenario.expire():
        return  # why it opens for a while is told there
    for stream in trial.streams:
        try:
            await trial.pull(trial.session(), stream, None)
        except ConnectorError as error:
            if error.failure.kind in (Kind.AUTH_EXPIRED, Kind.PERMISSION_DENIED, Kind.SUSPENDED):
                continue
            raise Failing(f"Signed out, {stream!r} ends in {error.failure.kind}: was it ended?") from error
        raise Failing("Signed out, it is open as before, and the manifest does not say who ends it (`ended_there`).")


async def _at_browser(trial: Trial) -> tuple[AtBrowser, Way]:
    """A sign-in that goes on in the browser: by the scenario's own way, or by the one that leads there."""
    way = trial.browser_way
    is_own = way == trial.manifest.way(trial.scenario.way)
    begun = await trial.begin(None if is_own else trial.scenario.browser, way)
    if not isinstance(begun, AtBrowser):
        raise Failing(f"The way {way.id!r} is one through the browser, and opened the account without it.")
    return begun, way


async def _signed_out(session: Session) -> None:
    try:
        await session.sign_out()
    except ConnectorError:
        raise
    except Exception as error:
        raise Failing(f"sign_out raised {type(error).__name__} ({error}), not a ConnectorError.") from error
    await session.close()


async def _left_nothing(trial: Trial) -> None:
    stand_in = trial.scenario.stand_in
    secrets = {*trial.scenario.secrets, *(stand_in.tokens if stand_in is not None else ())} - {""}
    files = [one for one in trial.folder.rglob("*") if one.is_file()]
    for file in files:
        data = file.read_bytes()
        if any(secret.encode() in data for secret in secrets):
            raise Failing(f"Signed out, a secret stays in {file.name}.")
