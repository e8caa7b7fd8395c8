"""Painted parts and small widgets that take plain values and know nothing of threads, channels or people."""
