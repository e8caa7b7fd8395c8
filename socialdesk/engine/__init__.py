"""Brings changes in and carries commands out: pulling, ingest, applying, the outbox.

Knows no screen and no platform by name.
"""
