"""Takes secrets out of text before it is written anywhere: by the shape of the value and by the name before it."""

from __future__ import annotations

import re

HIDDEN = "[hidden]"
_PATTERNS = (
    # JSON Web Tokens, bearer and DPoP headers, app passwords of four groups of four. Runs have an end or a beginning of
    # their own: what strangers wrote is logged too, and must not be gone through once for each of its letters.
    re.compile(r"\beyJ[\w-]{8,1000}\.[\w-]+\.[\w-]+"),
    re.compile(r"(?i)\b(bearer|dpop|basic)\s+[\w.~+/=-]{8,}"),
    re.compile(r"\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b"),
    # By its name: access_token, clientSecret, api-key, code_verifier. A value in quotes is hidden to its last quote.
    re.compile(
        r"(?i)([\"']?\b(?:\w+[_-]|[a-z]+)?(?:password|passphrase|secret|token|jwt|authorization|api[_-]?key|verifier)\b"
        r"[\"']?\s*[:=]\s*)"
        r"(?!\[hidden\])(?:b?\"(?:[^\"\\]|\\.)*\"?|b?'(?:[^'\\]|\\.)*'?|[^\s\"',;&}]+)"
    ),
    # The tokens of bots: Telegram's stands in the path of its requests, Discord's is of three parts.
    re.compile(r"(?<!\d)\d{5,}:[\w-]{30,}|\b[\w-]{22,30}\.[\w-]{6}\.[\w-]{27,}"),
)


def redacted(text: str) -> str:
    """The text with everything that looks like a secret hidden."""
    text = _PATTERNS[0].sub(HIDDEN, text)
    text = _PATTERNS[1].sub(lambda found: f"{found[1]} {HIDDEN}", text)
    text = _PATTERNS[2].sub(HIDDEN, text)
    text = _PATTERNS[3].sub(lambda found: f"{found[1]}{HIDDEN}", text)
    return _PATTERNS[4].sub(HIDDEN, text)
