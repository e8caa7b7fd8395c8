"""Gives the words that questions, complaints and topics are known by where a team chose no others.

A word stands for itself; with a star it may go on (`refund*`) or stand anywhere in a word (`*rembours*`). Several words
are a phrase. Accents and capitals do not matter unless a list says so.
"""

from __future__ import annotations

from socialdesk.support.values import value_class

MOST_TOPICS = 40
MOST_WORDS = 400
"""Words of one list in one language."""
LONGEST_WORD = 60


@value_class(frozen=True, slots=True)
class WordList:
    """A list by which something is known. `words` are by language; a message of any language is looked through."""

    name: str
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    accents: bool = False
    """Whether accents matter."""


def _list(name: str, **words: str) -> WordList:
    return WordList(name, tuple((language, tuple(some.split(", "))) for language, some in words.items()))


COMPLAINTS = _list(
    "",
    en="unacceptable, disappointed, disappointing, terrible, horrible, awful, worst, useless, ridiculous, disgusting,"
    " disgusted, disgrace, shame on, shameful, scam, scammed, fraud, rip off, ripoff, complaint, complain, complaining,"
    " never again, fed up, sick of, furious, angry, pathetic, appalling, a joke, incompetent, rude, lied, liars,"
    " waste of, not working, doesn't work, does not work, don't work, stopped working, won't work, isn't working,"
    " not work, broken, faulty, damaged, defective, crashes, crashed, crashing, keeps crashing, bug, bugs, buggy,"
    " glitch, glitches, glitchy, still waiting, no response, no reply, no answer, never received, never arrived,"
    " not received, haven't received, hasn't arrived, still not, still no, overcharged, charged twice, poor service,"
    " bad service, bad experience, poor customer, bad customer, frustrated, frustrating, annoying, annoyed, nightmare,"
    " lawyer, legal action, trading standards, garbage, rubbish, trash, crap, sucks, failed, fails",
    fr="inacceptable, inadmissible, déçu, déçue, déçus, décevant, décevante, déception, scandaleux, scandaleuse,"
    " scandale, honte, honteux, arnaque, arnaques, arnaqueur, arnaqueurs, arnaqué, escroc, escrocs, escroquerie,"
    " voleur, voleurs, plainte, plaindre, réclamation, réclamations, ras le bol, marre, lamentable, nul, nulle, pire,"
    " horrible, catastrophe, catastrophique, incompétent*, foutage, ne marche pas, ne marche plus, marche pas,"
    " marche plus, ne fonctionne pas, ne fonctionne plus, fonctionne pas, fonctionne plus, cassé, cassée, défectueux,"
    " défectueuse, abîmé, abîmée, plante, plantage, plantages, bug, bugs, bugue, bogue, toujours pas, toujours rien,"
    " aucune réponse, sans réponse, pas de réponse, jamais reçu, pas reçu, rien reçu, inutile, inutilisable, mauvais,"
    " mauvaise, insupportable, avocat, tribunal, répression des fraudes, énervé, énervée, colère, impossible de,"
    " trop lent, rame, ne s'ouvre pas, ne s'ouvre plus, se ferme",
)

TOPICS = (
    _list(
        "Delivery",
        en="deliver*, undelivered, shipping, shipped, shipment, parcel, parcels, package, courier, tracking,"
        " dispatched, where is my order, hasn't arrived, not arrived, never arrived",
        fr="livr*, colis, expédi*, transporteur, coursier, suivi de commande, numéro de suivi, où est ma commande,"
        " point relais, acheminement",
    ),
    _list(
        "Refund",
        en="refund*, money back, reimburse*, chargeback, return label, return it, send it back, exchange it",
        fr="rembours*, avoir, retour produit, bon de retour, renvoyer, échanger, rétractation",
    ),
    _list(
        "Payment",
        en="payment*, pay, paid, invoice*, charged, charge, overcharged, billing, bill, bills, credit card, debit card,"
        " bank transfer, price, prices, voucher, promo code, discount, subscription",
        fr="paiement*, payer, payé, payée, facture*, facturation, débité, débitée, prélèvement*, prélevé,"
        " carte bancaire, carte bleue, virement, prix, tarif*, bon d'achat, code promo, réduction, abonnement*",
    ),
    _list(
        "Account",
        en="account, accounts, log in, login, log on, logged out, sign in, signing in, sign up, password*, passcode,"
        " username, verification code, locked out, two factor",
        fr="compte, comptes, connecter, connexion, mot de passe, identifiant*, code de vérification, inscription,"
        " m'inscrire, bloqué, bloquée, double authentification",
    ),
    _list(
        "Technical",
        en="bug, bugs, crash*, error*, not working, doesn't work, does not work, stopped working, broken, glitch*,"
        " freez*, froze, frozen, update, updated, website is down, app",
        fr="bug, bugs, bugue, plante, plantage*, erreur*, ne marche pas, ne marche plus, marche pas, marche plus,"
        " ne fonctionne pas, ne fonctionne plus, fonctionne pas, mise à jour, panne, appli, application, site",
    ),
    _list(
        "Hours and booking",
        en="opening hours, opening times, what time, open on, open today, closed, booking*, book a, reservation*,"
        " reserve, appointment*, reschedule, cancel my",
        fr="horaire*, ouvert, ouverte, ouverts, fermé, fermée, à quelle heure, réserv*, rendez vous, rdv, annuler ma,"
        " annuler mon, reporter mon",
    ),
)
"""What most teams are asked about; a team renames them, adds its own and takes out what it does not need."""

ASKED = (
    "how do", "how can", "how to", "how long", "how much", "how many", "how does", "how come", "how is", "how are",
    "what is", "what are", "what do", "what does", "what time", "what's", "where is", "where are", "where can",
    "where do", "when will", "when is", "when do", "when can", "why is", "why are", "why do", "why does", "why did",
    "why was", "why has", "why can't", "why won't", "why have", "which one", "who do", "who can", "can i", "can you",
    "can we", "could you", "could i", "would you", "will you", "will it", "will there", "do you", "do i", "does it",
    "does anyone", "did you", "is it", "is there", "is this", "is my", "are you", "are there", "have you", "should i",
    "any idea", "any news", "any update", "anyone know", "may i", "am i", "i want to know", "i would like to know",
    "i need to know", "wondering if", "wondering when", "wondering how", "please advise", "let me know if",
    "est ce que", "est ce qu", "qu est ce", "comment faire", "comment puis", "comment je", "comment peut",
    "comment on", "comment se", "comment ça", "comment avoir", "comment savoir", "comment obtenir", "pourquoi",
    "quand est", "quand sera", "quand serez", "combien de", "combien coûte", "combien ça", "combien",
    "quel est", "quelle est", "quels sont", "quelles sont", "à quelle heure", "pouvez vous", "pourriez vous",
    "peut on", "puis je", "avez vous", "savez vous", "auriez vous", "y a t il", "serait il possible",
    "est il possible", "je voudrais savoir", "j aimerais savoir", "je souhaite savoir", "savoir si", "qui peut",
    "où est", "où en est", "où puis", "où sont", "où trouver",
)  # fmt: skip
"""How questions begin that are written without their mark, at the start of a sentence or after a greeting."""
ORDER_BEFORE = (
    "order", "orders", "commande", "cmd", "ref", "reference", "référence", "ticket", "case", "dossier", "booking",
    "réservation", "reservation", "invoice", "facture", "tracking", "suivi", "colis", "parcel", "bestellung", "pedido",
    "ordine", "encomenda", "auftrag", "numéro", "number", "no", "nr", "n°", "#",
)  # fmt: skip
"""Words an order number stands behind."""
