"""`socialdesk decode`: the decoding child of the engine; no person ever calls it."""

from __future__ import annotations

import argparse

from socialdesk.engine.decoding import serve


def decode(_options: argparse.Namespace) -> int:
    """Answer until standard input ends."""
    return serve()
