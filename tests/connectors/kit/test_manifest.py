"""A manifest says how a person signs in and whom the connector speaks to, or why there is none; nonsense is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialdesk.connectors.kit.manifest import BadManifest, Manifest, read_manifest
from socialdesk.model.way import FieldKind, WayKind

GOOD = """
id = "network"
name = "Network"
reads = ["Comments"]
needs = "An app of your own"
streams = ["all"]
min_poll_s = 60
help = "Look there."
help_url = "https://example.com/help"
hosts = { api = "https://api.example.com/v2" }
kinds = {}

[[ways]]
id = "oauth"
kind = "browser"
words = "Sign in with the browser"
help = "Make an app."

[[ways.fields]]
key = "client_id"
words = "App ID"

[[ways.fields]]
key = "client_secret"
words = "App secret"
kind = "secret"
optional = true

[[ways]]
id = "token"
kind = "typed"
words = "A token"
"""
NOT_YET = """
id = "later"
name = "Later"
reads = ["Comments"]
needs = "Nothing yet"
state = "not_yet"
not_yet = "It asks for a contract first."
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "manifest.toml"


def read(file: Path, text: str) -> Manifest:
    file.write_text(text)
    return read_manifest(file)


def test_ways_are_read_with_their_fields_and_take_the_general_help_where_they_have_none(file: Path) -> None:
    manifest = read(file, GOOD)
    oauth, token = manifest.ways
    assert (oauth.kind, oauth.help, oauth.help_url) == (WayKind.BROWSER, "Make an app.", "https://example.com/help")
    assert [(one.key, one.kind, one.optional) for one in oauth.fields] == [
        ("client_id", FieldKind.TEXT, False),
        ("client_secret", FieldKind.SECRET, True),
    ]
    assert oauth.secret_keys == {"client_secret"}
    assert (token.help, token.asks_nothing) == ("Look there.", True)
    assert (manifest.way(""), manifest.way("token"), manifest.way("other")) == (oauth, token, None)
    assert manifest.hosts == {"api": "https://api.example.com/v2"}
    assert manifest.not_yet == ""


def test_a_platform_without_a_connector_says_why(file: Path) -> None:
    manifest = read(file, NOT_YET)
    assert (manifest.not_yet, manifest.ways, manifest.streams) == ("It asks for a contract first.", (), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "browser"', 'kind = "telepathy"'),
        ('kind = "secret"', 'kind = "hidden"'),
        ('id = "token"', 'id = "oauth"'),
        ('id = "token"', 'id = "to ken"'),
        ('key = "client_secret"', 'key = "client_id"'),
        ('words = "App ID"', 'words = " "'),
        ('words = "App ID"', 'label = "App ID"'),
        ('words = "A token"', 'words = "A token"\ncolour = "red"'),
        ("optional = true", 'default = "hunter2"'),
        ('help = "Make an app."', 'help_url = "http://example.com"'),
        ('api = "https://api.example.com/v2"', 'api = "http://api.example.com"'),
        ('api = "https://api.example.com/v2"', 'api = "https://api.example.com/"'),
        ('api = "https://api.example.com/v2"', 'api = "https://me:secret@example.com"'),
        ("kinds = {}", 'kinds = {}\nstate = "soon"'),
        ("kinds = {}", 'kinds = {}\nstate = "not_yet"'),
        ("kinds = {}", 'kinds = {}\nstate = "not_yet"\nnot_yet = "Later."'),
        (GOOD[GOOD.index("[[ways]]") :], ""),
    ],
)
def test_nonsense_is_refused(file: Path, old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(BadManifest):
        read(file, GOOD.replace(old, new, 1))
