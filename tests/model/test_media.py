"""Which addresses strangers may send us to, and how often a picture is tried."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.media import (
    STEPS,
    MediaState,
    UnsafeAddress,
    after_failure,
    first_state,
    host_of,
    is_public,
    picture_type,
    scaled,
)

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
PRIVATE = [
    ip_network(one) for one in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")
]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::c0a8:0101",
        "2002:7f00:0001::1",
        "2001:db8::1",
        "2130706433",
        "0x7f.1",
        "",
        "localhost",
    ],
)
def test_no_address_inside_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::5db8:d822"])
def test_addresses_of_the_open_internet_are(address: str) -> None:
    assert is_public(address)


@given(st.sampled_from(PRIVATE).flatmap(lambda net: st.integers(int(net[0]), int(net[-1]))), st.booleans())
def test_no_form_of_a_private_address_is_public(number: int, mapped: bool) -> None:
    address = str(IPv4Address(number))
    assert not is_public(f"::ffff:{address}" if mapped else address)


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.example/a.png",
        "ftp://cdn.example/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "https://user:word@cdn.example/a.png",
        "https://cdn.example:8443/a.png",
        "https://cdn.example:22/",
        "https://cdn.example:99999/",
        "https:///a.png",
        "//cdn.example/a.png",
        "javascript:alert(1)",
        "https://[::1",
        "",
    ],
)
def test_only_https_on_its_own_port_is_taken(url: str) -> None:
    with pytest.raises(UnsafeAddress):
        host_of(url)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        host, port = host_of(text)
    except UnsafeAddress:
        return
    assert host
    assert port == 443


def test_only_pictures_of_a_channel_that_may_are_fetched() -> None:
    assert first_state("image", may_load=True) is MediaState.PENDING
    assert first_state("image", may_load=False) is MediaState.ASKED
    assert first_state("video", may_load=True) is MediaState.ASKED


def test_each_failure_waits_longer_and_then_a_person_is_asked() -> None:
    waits = [after_failure(tries, NOW)[1] for tries in range(1, len(STEPS) + 1)]
    assert waits == sorted(waits, key=lambda when: when or NOW)
    assert after_failure(len(STEPS) + 1, NOW) == (MediaState.FAILED, None)
    assert after_failure(1, NOW, NOW + timedelta(days=1)) == (MediaState.PENDING, NOW + timedelta(days=1))


@given(st.binary(max_size=20))
def test_what_a_file_is_follows_from_its_first_bytes(head: bytes) -> None:
    assert picture_type(b"\x89PNG\r\n\x1a\n" + head) == "image/png"
    assert picture_type(b"<svg" + head) == ""
    assert picture_type(b"%PDF" + head) == ""


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(1, 4_000))
def test_a_picture_is_made_to_fit_and_never_larger(width: int, height: int, most: int) -> None:
    small = scaled(width, height, most)
    assert min(small) >= 1
    assert max(small) <= max(most, 1)
    assert small[0] <= width
    assert small[1] <= height
