"""What connectors and the engine say, in the language of the window."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialdesk.connectors.kit.failures import offline
from socialdesk.connectors.kit.registry import Registry
from socialdesk.desktop.look import connector_words, language
from socialdesk.desktop.look.connector_words import said, sentence
from socialdesk.desktop.look.failure_sentences import WITH_NAMES
from socialdesk.desktop.shell.problem import ProblemWindow
from socialdesk.desktop.shell.unlock import UnlockWindow
from socialdesk.store.driver import cipher, to_words
from socialdesk.store.errors import DamagedFile
from socialdesk.store.mending import READ_AGAIN
from tools.translations import failing, gathered

FRENCH = {
    "App password": "Mot de passe",
    "{sentence} Nothing was sent.": "{sentence} Rien n’est parti.",
    "The picture is too large.": "L’image est trop grande.",
    "{host} cannot be reached. Check the network; SocialDesk tries again by itself.": "{host} est injoignable.",
    "{path} is damaged. Nothing was changed.": "{path} est endommagé. Rien n’a changé.",
    "The memo was changed while you wrote.": "Le mémo a changé.",
    "{sentence} Yours is kept as a draft: read the new one, then save again.": "{sentence} Le vôtre est gardé.",
    "Not sent: the workspace was repaired meanwhile. Read it once more, then send it.": "Pas envoyée : relisez-la.",
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


def test_what_is_wrong_with_a_file_and_what_a_member_is_refused_is_said_in_the_language_of_the_window(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(connector_words, "tr", _french)
    damaged = to_words(Path("cache.db"), cipher.DatabaseError("database disk image is malformed"))
    assert isinstance(damaged, DamagedFile)
    window, problem = UnlockWindow(), ProblemWindow(damaged.sentence.partition(" Run: ")[0])
    qtbot.addWidget(window)
    qtbot.addWidget(problem)

    window.show_damaged(damaged.sentence)

    assert window.page.said.split(". ", 1)[1].startswith("cache.db est endommagé. Rien n’a changé.")
    assert problem.page.said.split(". ", 1)[1] == "cache.db est endommagé. Rien n’a changé."
    memo = "The memo was changed while you wrote. Yours is kept as a draft: read the new one, then save again."
    assert sentence(memo) == "Le mémo a changé. Le vôtre est gardé."
    assert sentence(READ_AGAIN) == "Pas envoyée : relisez-la."


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
