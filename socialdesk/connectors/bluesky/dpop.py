"""Proves with each request that whoever shows a token is who it was given to (RFC 9449, as atproto's OAuth wants it).

The key is made for one sign-in and kept with its tokens. Servers hand out a nonce with their answers, which the next
proof for them must hold; they are remembered by server.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from socialdesk.connectors.kit.http import Answer
from socialdesk.support.clock import Clock
from socialdesk.support.ids import random_token

_ALGORITHM = "ES256"
"""The one that every server of the protocol must know (atproto, OAuth)."""


def new_key() -> str:
    """A key for one sign-in, as PEM."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    made = ec.generate_private_key(ec.SECP256R1())
    return made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


class Proofs:
    """Makes proofs, and knows the newest nonce of each server."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._nonces: dict[str, str] = {}

    def now(self) -> datetime:
        """The time that proofs are made by."""
        return self._clock.now()

    def headers(self, key: str, verb: str, url: str, access: str = "") -> dict[str, str]:
        """The headers that prove a request; with `access` also the one that shows the token."""
        import jwt

        said: dict[str, Any] = {
            "jti": random_token(),
            "htm": verb,
            "htu": url.partition("?")[0],
            "iat": int(self.now().timestamp()),
        }
        if nonce := self._nonces.get(_origin(url)):
            said["nonce"] = nonce
        if access:
            said["ath"] = urlsafe_b64encode(sha256(access.encode()).digest()).rstrip(b"=").decode()
        proof = jwt.encode(said, key, _ALGORITHM, headers={"typ": "dpop+jwt", "jwk": _public(key)})
        return {"dpop": proof} | ({"authorization": f"DPoP {access}"} if access else {})

    def note(self, url: str, answer: Answer) -> bool:
        """Remember what a server wants in the next proof; whether it refused this one for the want of it."""
        nonce = answer.headers.get("dpop-nonce", "")
        if nonce:
            self._nonces[_origin(url)] = nonce
        if answer.status not in (400, 401) or not nonce:
            return False
        return "use_dpop_nonce" in answer.headers.get("www-authenticate", "") or b"use_dpop_nonce" in answer.body


def _public(key: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key
    from jwt.algorithms import ECAlgorithm

    private: Any = load_pem_private_key(key.encode(), None)
    said: dict[str, Any] = ECAlgorithm.to_jwk(private.public_key(), as_dict=True)
    return {name: said[name] for name in ("kty", "crv", "x", "y")}


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
