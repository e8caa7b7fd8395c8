"""What connectors and the engine say, in the language of the window."""

from __future__ import annotations

import pytest

from socialdesk.connectors.kit.failures import offline
from socialdesk.connectors.kit.registry import Registry
from socialdesk.desktop.look import connector_words, language
from socialdesk.desktop.look.connector_words import said, sentence
from tools.translations import gathered

FRENCH = {
    "App password": "Mot de passe",
    "{host} cannot be reached. Check the network; SocialDesk tries again by itself.": "{host} est injoignable.",
}


def _french(context: str, text: str) -> str:
    return FRENCH.get(text, text) if context == "connectors" else text


def test_every_text_of_a_manifest_and_every_sentence_of_failure_reaches_the_translators() -> None:
    found = {one.text for one in gathered() if one.context == "connectors"}
    for manifest in Registry().manifests():
        texts = {*manifest.reads, manifest.needs, manifest.lasts, manifest.not_yet} - {""}
        for way in manifest.ways:
            texts |= {way.words, way.help} - {""}
            texts |= {text for one in way.fields for text in (one.words, one.help, one.hint) if text}
        texts |= {text for one in manifest.access for text in (one.words, one.why, one.missing, one.mend) if text}
        assert texts <= found
    assert "Bluesky knows no account of that name. Check the handle." in found


def test_a_connectors_own_words_win_and_what_nobody_translated_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connector_words, "tr", _french)
    monkeypatch.setattr(language, "current", lambda: "fr")

    assert said("App password", {}) == "Mot de passe"
    assert said("App password", {"fr": {"App password": "Clé"}, "de": {"App password": "Schlüssel"}}) == "Clé"
    assert said("Token", {"de": {"Token": "Schlüssel"}}) == "Token"
    assert sentence(offline("bsky.social", "dns").failure.sentence) == "bsky.social est injoignable."
    assert (sentence(""), sentence("Anything else.")) == ("", "Anything else.")
