"""How well likeness tells what people ask apart, on questions whose meaning is known."""

from __future__ import annotations

import sys
from itertools import combinations

from socialdesk.model.story import LIKENESS, likeness, signature

WAVES = (
    (
        "Hello, where is my order 48213? It was promised for Monday",
        "hi where is my order?? it was promised for monday!",
        "Where is my order, it was promised for Monday and nothing came",
        "Good morning, where is my order 771? It was promised for Monday",
        "@brand where is my order, it was promised for monday please",
    ),
    (
        "The app crashes every time I open it since the update",
        "app crashes every time i open it since the update!!",
        "Since the update the app crashes every time I open it",
        "The app crashes every time I open it since this morning's update",
    ),
    (
        "Is the blue jacket coming back in size M?",
        "is the blue jacket coming back in size L ?",
        "Hi! Is the blue jacket coming back in size M soon?",
        "Is the blue jacket ever coming back in size S",
    ),
    (
        "I was charged twice for the same subscription this month",
        "Hey I was charged twice for the same subscription this month!!",
        "i was charged twice for the same subscription",
        "Why was I charged twice for the same subscription this month?",
    ),
    (
        "Bonjour, où est ma commande 4821 ? Elle devait arriver lundi",
        "ou est ma commande ?? elle devait arriver lundi !",
        "Où est ma commande, elle devait arriver lundi et toujours rien",
        "Bonsoir, où est ma commande n° 77 ? Elle devait arriver lundi svp",
    ),
    (
        "L’application plante à chaque ouverture depuis la mise à jour",
        "l'application plante a chaque ouverture depuis la mise a jour !!",
        "Depuis la mise à jour l’application plante à chaque ouverture",
        "Bonjour, l’application plante à chaque ouverture depuis la mise à jour d’hier",
    ),
    (
        "La veste bleue va-t-elle revenir en taille M ?",
        "la veste bleue va t elle revenir en taille L",
        "Bonjour ! La veste bleue va-t-elle bientôt revenir en taille M ?",
        "Est-ce que la veste bleue va revenir en taille S ?",
    ),
)
"""Each is asked by several people in words near to each other."""
ALONE = (
    "Where can I return my order? It was bought on Monday in the shop",
    "Where is my refund? It was promised for last month",
    "The app does not open my old messages since I have a new phone",
    "Is the green jacket made of wool or of cotton?",
    "I was never charged for the subscription, is it free this year?",
    "Où est votre boutique ? Je voudrais passer lundi",
    "Ma commande est arrivée lundi, merci beaucoup à toute l’équipe",
    "L’application ne trouve pas mon adresse depuis mon déménagement",
    "La veste bleue déteint au lavage, que faire ?",
    "Votre mise à jour est superbe, bravo à chaque développeur",
)
"""Each shares words with a wave and asks something else."""


def measured(least: float) -> tuple[float, float]:
    """Precision and recall over all pairs, each text against each other."""
    labelled = [(text, wave) for wave, texts in enumerate(WAVES) for text in texts]
    labelled += [(text, -1 - place) for place, text in enumerate(ALONE)]
    right = wrong = missed = 0
    for (one, mine), (other, theirs) in combinations(labelled, 2):
        signed, against = signature(one), signature(other)
        assert signed is not None
        assert against is not None
        joins = likeness(signed.sketch, against.sketch) >= least
        right += joins and mine == theirs
        wrong += joins and mine != theirs
        missed += not joins and mine == theirs
    return right / max(1, right + wrong), right / (right + missed)


def test_what_is_joined_is_right_and_most_pairs_of_a_wave_are_found() -> None:
    for least in (0.4, 0.5, 0.55, LIKENESS, 0.7, 0.8):
        precision, recall = measured(least)
        sys.stdout.write(f"likeness {least}: precision {precision:.3f}, recall {recall:.3f}\n")
    precision, recall = measured(LIKENESS)
    assert precision == 1.0, "strangers would be answered with a text that is not for them"
    assert recall >= 0.85, "a wave is joined by chains, yet most of its pairs must be near of themselves"
    assert measured(LIKENESS - 0.1)[0] == 1.0, "the number stands too near to where strangers are joined"
