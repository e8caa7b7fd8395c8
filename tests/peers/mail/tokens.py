"""The tokens that the mail peer takes beside passwords: JWT, signed with a key that only this peer knows (RFC 7519)."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import Any

TOKEN_KEY = b"a key of the mail peer and of nobody else"


def _b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def token(address: str, ends_at: datetime, **claims: object) -> str:
    """A token that opens the mailbox of an address until then."""
    facts = {"email": address, "sub": address, "scope": "mail", "exp": int(ends_at.timestamp()), "iat": 1} | claims
    words = ".".join(_b64(json.dumps(one).encode()) for one in ({"alg": "HS256", "typ": "JWT"}, facts))
    return f"{words}.{_b64(hmac.digest(TOKEN_KEY, words.encode(), 'sha256'))}"


def claims_of(text: str, now: float) -> dict[str, Any]:
    """What a token says; nothing for one that is not good (any more)."""
    words, _, signed = text.rpartition(".")
    if not hmac.compare_digest(signed, _b64(hmac.digest(TOKEN_KEY, words.encode(), "sha256"))):
        return {}
    body = words.partition(".")[2]
    told = json.loads(urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return told if told["exp"] > now else {}
