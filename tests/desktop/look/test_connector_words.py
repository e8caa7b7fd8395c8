"""What connectors and the engine say, in the language of the window."""

from __future__ import annotations

import ast
import re

import pytest

from socialdesk.connectors.kit.failures import offline
from socialdesk.connectors.kit.registry import Registry
from socialdesk.desktop.look import connector_words, language
from socialdesk.desktop.look.connector_words import said, sentence
from socialdesk.desktop.look.failure_sentences import WITH_NAMES
from tools.translations import failing, gathered

FRENCH = {
    "App password": "Mot de passe",
    "{sentence} Nothing was sent.": "{sentence} Rien n’est parti.",
    "The picture is too large.": "L’image est trop grande.",
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
    assert sentence("The picture is too large. Nothing was sent.") == "L’image est trop grande. Rien n’est parti."
    assert (sentence(""), sentence("Anything else.")) == ("", "Anything else.")


def _shape(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", text)


def test_every_sentence_that_code_puts_names_into_can_be_translated() -> None:
    known = {_shape(one) for one in WITH_NAMES}
    assert len(known) == len(WITH_NAMES)
    unknown: set[str] = set()
    for file in failing():
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(one, ast.JoinedStr):
                continue
            parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in one.values]
            text = "".join(map(str, parts))
            if " " in text and text.endswith(".") and re.match(r"[A-Z{“]", text):
                unknown.add(text)
    assert len(unknown) > 20
    assert unknown - known == set(), "put these into look/failure_sentences.py"
