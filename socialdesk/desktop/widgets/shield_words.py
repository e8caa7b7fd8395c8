"""Says in words why something is kept out of sight: the kind, how certain, what spoke for it. Never what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from socialdesk.model.shield.values import Level, Reason, ShieldKind

tr = QCoreApplication.translate


def kind_name(kind: ShieldKind) -> str:
    """A kind as a list or a choice is called."""
    return {
        ShieldKind.THREAT: tr("shield", "threats"),
        ShieldKind.SLUR: tr("shield", "slurs"),
        ShieldKind.HARASSMENT: tr("shield", "harassment"),
        ShieldKind.SEXUAL: tr("shield", "sexual talk"),
        ShieldKind.ABUSE: tr("shield", "insults"),
        ShieldKind.SCAM: tr("shield", "scams"),
        ShieldKind.SPAM: tr("shield", "spam"),
    }[kind]


def judgement(kind: ShieldKind, level: Level | None) -> str:
    """What it is, and how certain that is."""
    if level is None:
        return {
            ShieldKind.THREAT: tr("shield", "Kept by a person as a threat."),
            ShieldKind.SLUR: tr("shield", "Kept by a person as a slur."),
            ShieldKind.HARASSMENT: tr("shield", "Kept by a person as harassment."),
            ShieldKind.SEXUAL: tr("shield", "Kept by a person as sexual talk."),
            ShieldKind.ABUSE: tr("shield", "Kept by a person as an insult."),
            ShieldKind.SCAM: tr("shield", "Kept by a person as a scam."),
            ShieldKind.SPAM: tr("shield", "Kept by a person as spam."),
        }[kind]
    if level is Level.VERY_LIKELY:
        return {
            ShieldKind.THREAT: tr("shield", "Very likely a threat."),
            ShieldKind.SLUR: tr("shield", "Very likely a slur."),
            ShieldKind.HARASSMENT: tr("shield", "Very likely harassment."),
            ShieldKind.SEXUAL: tr("shield", "Very likely sexual talk."),
            ShieldKind.ABUSE: tr("shield", "Very likely an insult."),
            ShieldKind.SCAM: tr("shield", "Very likely a scam."),
            ShieldKind.SPAM: tr("shield", "Very likely spam."),
        }[kind]
    return {
        ShieldKind.THREAT: tr("shield", "Likely a threat."),
        ShieldKind.SLUR: tr("shield", "Likely a slur."),
        ShieldKind.HARASSMENT: tr("shield", "Likely harassment."),
        ShieldKind.SEXUAL: tr("shield", "Likely sexual talk."),
        ShieldKind.ABUSE: tr("shield", "Likely an insult."),
        ShieldKind.SCAM: tr("shield", "Likely a scam."),
        ShieldKind.SPAM: tr("shield", "Likely spam."),
    }[kind]


def language_name(code: str) -> str:
    """A language by its name in the reader's own."""
    known = {"en": tr("shield", "English"), "fr": tr("shield", "French")}
    if code in known:
        return known[code]
    language = QLocale.codeToLanguage(code)
    return QLocale.languageToString(language) if language is not QLocale.Language.AnyLanguage else code


def why(reasons: Sequence[Reason], earlier: int = 0) -> tuple[str, ...]:
    """What spoke for it, each thing once; `earlier` messages of the same account were kept before."""
    said: dict[str, None] = {}
    for one in reasons:
        said[_reason(one)] = None
    if any(one.how for one in reasons):
        said[tr("shield", "Its words are disguised: gaps, stars, or other signs for letters.")] = None
    if earlier:
        said[tr("shield", "%n other message(s) of this account were kept, too.", "", earlier)] = None
    return tuple(said)


def _reason(one: Reason) -> str:
    if one.rule == "list":
        return tr("shield", "It matches the word list “{kind}, {language}”.").format(
            kind=kind_name(one.kind), language=language_name(one.language)
        )
    return {
        "own_list": tr("shield", "It matches a word of your own list."),
        "by_hand": tr("shield", "Somebody of the team kept it out of sight."),
        "platform": tr("shield", "It was marked before it came here."),
        "link": tr("shield", "It leads to another place."),
        "links": tr("shield", "It is mostly links."),
        "names": tr("shield", "It names many people at once."),
        "lines": tr("shield", "It says the same line again and again."),
        "piled": tr("shield", "Marks are piled on its letters."),
        "hidden": tr("shield", "Invisible signs stand between its letters."),
        "money": tr("shield", "It speaks of sums of money."),
        "phone": tr("shield", "It gives a telephone number."),
        "short_number": tr("shield", "It asks for a message to a short number."),
        "markup": tr("shield", "It has the code of a web page in it."),
    }.get(one.rule, tr("shield", "Something in it stands out."))


def keep_as(kind: ShieldKind) -> str:
    """The act that keeps a thread for what a person sees in it."""
    return {
        ShieldKind.THREAT: tr("shield", "Keep out of sight: a threat"),
        ShieldKind.SLUR: tr("shield", "Keep out of sight: a slur"),
        ShieldKind.HARASSMENT: tr("shield", "Keep out of sight: harassment"),
        ShieldKind.SEXUAL: tr("shield", "Keep out of sight: sexual talk"),
        ShieldKind.ABUSE: tr("shield", "Keep out of sight: an insult"),
        ShieldKind.SCAM: tr("shield", "Keep out of sight: a scam"),
        ShieldKind.SPAM: tr("shield", "Keep out of sight: spam"),
    }[kind]


def row_label(kind: ShieldKind) -> str:
    """A kind as a row of the queue tells it."""
    return {
        ShieldKind.THREAT: tr("shield", "Threat"),
        ShieldKind.SLUR: tr("shield", "Slur"),
        ShieldKind.HARASSMENT: tr("shield", "Harassment"),
        ShieldKind.SEXUAL: tr("shield", "Sexual"),
        ShieldKind.ABUSE: tr("shield", "Insult"),
        ShieldKind.SCAM: tr("shield", "Scam"),
        ShieldKind.SPAM: tr("shield", "Spam"),
    }[kind]
