"""Time, chance and words: the small tools without files."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialdesk.support.clock import (
    HandClock,
    SystemClock,
    from_ms,
    optional_from_ms,
    optional_ms,
    to_ms,
)
from socialdesk.support.ids import new_id, random_key, random_token
from socialdesk.support.redact import HIDDEN, redacted
from socialdesk.support.resources import resource

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.integers(to_ms(datetime(1, 1, 1, tzinfo=UTC)), to_ms(datetime(9999, 12, 31, tzinfo=UTC))))
def test_milliseconds_survive_the_way_there_and_back(ms: int) -> None:
    assert to_ms(from_ms(ms)) == ms
    assert from_ms(ms).tzinfo is UTC


@given(st.integers(-10, 4_000_000_000_010))
@example(-1)
@example(3_999_999_999_999)
@example(4_000_000_000_000)
def test_milliseconds_are_that_many_after_the_epoch_to_the_microsecond(ms: int) -> None:
    assert from_ms(ms) == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=zones))  # noqa: DTZ001 - hypothesis adds zones
def test_a_moment_is_the_same_in_every_zone(moment: datetime) -> None:
    assert to_ms(moment) == to_ms(moment.astimezone(UTC))
    assert timedelta(0) <= moment - from_ms(to_ms(moment)) < timedelta(milliseconds=1)


def test_no_moment_stays_none() -> None:
    assert (optional_ms(None), optional_from_ms(None)) == (None, None)
    assert optional_from_ms(optional_ms(datetime(2026, 1, 1, tzinfo=UTC))) == datetime(2026, 1, 1, tzinfo=UTC)
    assert to_ms(datetime(1970, 1, 1, tzinfo=UTC)) == 0


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        to_ms(datetime(2026, 1, 1))  # noqa: DTZ001 - what the test is about


def test_milliseconds_outside_the_years_are_refused() -> None:
    with pytest.raises(OverflowError):
        from_ms(10**17)


def test_a_hand_clock_moves_only_by_hand() -> None:
    start = datetime(2026, 6, 13, tzinfo=UTC)
    clock = HandClock(start)
    assert (clock.now(), clock.monotonic_ms()) == (start, 0)
    clock.move(timedelta(seconds=1.5))
    assert (clock.now(), clock.monotonic_ms()) == (start + timedelta(seconds=1.5), 1500)


def test_the_system_clock_is_aware_and_goes_on() -> None:
    clock = SystemClock()
    first = clock.monotonic_ms()
    assert clock.now().tzinfo is UTC
    assert clock.monotonic_ms() >= first


def test_ids_are_unique_and_sort_by_the_time_they_were_made(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [new_id() for _ in range(5000)]
    assert len(set(ids)) == len(ids)
    # Within a millisecond chance decides; the time alone is in order.
    assert [id_[:13] for id_ in ids] == sorted(id_[:13] for id_ in ids)
    for moment_ns in (0, 1_790_000_000_123_456_789, (1 << 48) * 1_000_000 - 1):
        monkeypatch.setattr("time.time_ns", lambda moment_ns=moment_ns: moment_ns)
        value = uuid.UUID(new_id())
        assert (value.version, value.variant) == (7, uuid.RFC_4122)
        assert value.int >> 80 == moment_ns // 1_000_000


def test_keys_and_tokens_have_256_bits_and_never_repeat() -> None:
    assert len(random_key()) == 32
    assert random_key() != random_key()
    assert len(random_token()) == 43
    assert random_token() != random_token()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("got eyJhbGciOiJI.eyJzdWIiOiI.c2lnbmF0dXJl back", f"got {HIDDEN} back"),
        (
            "/x?access_token=EAAG7&client_secret=1a2b&limit=3",
            f"/x?access_token={HIDDEN}&client_secret={HIDDEN}&limit=3",
        ),
        ("Authorization: Bearer abcdefgh12345678", None),
        ("header DPoP abcdefgh12345678=", f"header DPoP {HIDDEN}"),
        ("app password abcd-efgh-1234-wxyz!", f"app password {HIDDEN}!"),
        ('{"password": "hunter2", "handle": "ana"}', f'{{"password": {HIDDEN}, "handle": "ana"}}'),
        ("token=xyz&page=2", f"token={HIDDEN}&page=2"),
        ("refreshJwt: 'xyz'", f"refreshJwt: {HIDDEN}"),
        ("POST /bot1234567:AAF-abcdefgh12345678-abcdefgh123456/getMe", f"POST /bot{HIDDEN}/getMe"),
        (f"Bot {'MTk4NjIyNDgzNDcxOTI1MjQ4'}.Cl2FMQ.abcdefgh12345678abcdefgh123", f"Bot {HIDDEN}"),
        ('passphrase: "correct horse battery staple", next', f"passphrase: {HIDDEN}, next"),
        ("secret='it\\'s a secret' and on", f"secret={HIDDEN} and on"),
        ("{'clientSecret': 'xyz', accessToken=xyz}", f"{{'clientSecret': {HIDDEN}, accessToken={HIDDEN}}}"),
        ("page_access_token=b'xyz' page", f"page_access_token={HIDDEN} page"),
        ("x-api-key: xyz; code_verifier=xyz", f"x-api-key: {HIDDEN}; code_verifier={HIDDEN}"),
        ("a sentence about a password and a token", "a sentence about a password and a token"),
        ("did:plc:abcd on 2026-06-13, thread 17", "did:plc:abcd on 2026-06-13, thread 17"),
        ("019f2b6e-7c11-7b1e-8a00-1234567890ab", "019f2b6e-7c11-7b1e-8a00-1234567890ab"),
    ],
)
def test_what_looks_like_a_secret_is_hidden_and_nothing_else(text: str, expected: str | None) -> None:
    shown = redacted(text)
    if expected is not None:
        assert shown == expected
    assert "abcdefgh12345678" not in shown
    assert redacted(shown) == shown


_SECRET = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", min_size=12, max_size=60)
_AROUND = st.text(st.characters(codec="utf-8"), max_size=20)


@given(
    _AROUND,
    _SECRET.map(lambda secret: f"Canary{secret}"),
    st.sampled_from(
        [
            "password={}",
            "Password: {}",
            '"passphrase": "{}"',
            "'token': '{}'",
            "accessJwt={}",
            '"refreshJwt":"{}"',
            "api_key = {}",
            "Bearer {}",
            "authorization: {}",
            "Authorization: Bearer {}",
            "Authorization: DPoP {}",
            "secret={};",
            "eyJ{0}.{0}.{0}",
        ]
    ),
    _AROUND,
)
def test_a_secret_in_any_surroundings_is_hidden(before: str, secret: str, shape: str, after: str) -> None:
    assert secret not in redacted(f"{before} {shape.format(secret)} {after}")


@pytest.mark.parametrize("often", ["1", "eyJ-", "a-", "a_", "bearer ", "token=", "token='"])
def test_what_strangers_wrote_is_gone_through_once_however_long_it_is(often: str) -> None:
    # Gone through once for each of its letters this would take minutes, and everything else waits while it is logged.
    text = often * (400_000 // len(often))
    assert redacted(f"{text}. password=xyz").endswith(f"password={HIDDEN}") or HIDDEN in redacted(text)


def test_what_ships_is_found_and_what_is_missing_is_told() -> None:
    assert resource("fonts").is_dir()
    with pytest.raises(FileNotFoundError, match="own file no/such is missing; install it again"):
        resource("no", "such")
