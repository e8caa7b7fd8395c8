"""A language nobody speaks: English with accents, in brackets and forty in a hundred longer, to see what gets cut."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

PSEUDO = "pseudo"
LONGER = 0.4
_WORD = 20
"""No word is longer than that: lines of real words can be broken."""
_ACCENTED = str.maketrans("aeiouncAEIOUNCy", "àéîöûñçÀÉÎÖÛÑÇÿ")
_HELD = re.compile(r"(%L?n|%\d|\{[^}]*\}|&)")
"""What is filled in later, or marks a key: it stays as it is."""


def pseudo(text: str) -> str:
    """`text` as the language nobody speaks has it."""
    if not re.search(r"[a-zA-Z]", text):
        return text
    parts = _HELD.split(text)
    shown = "".join(part if _HELD.fullmatch(part) else part.translate(_ACCENTED) for part in parts)
    more = max(1, round(len(text) * LONGER))
    words = ["~" * min(_WORD, more - start) for start in range(0, more, _WORD)]
    return f"[{shown}{' '.join(words)}]"


class PseudoTranslator(QTranslator):
    """Answers for every string of ours."""

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:  # Qt's names
        return pseudo(sourceText)

    def isEmpty(self) -> bool:
        return False
