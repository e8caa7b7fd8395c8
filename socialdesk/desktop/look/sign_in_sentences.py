"""Gives the sentences with which a sign-in fails and in which a name stands, with what they are in this language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


def sign_in_sentences() -> tuple[tuple[str, str], ...]:
    """As the connectors and the engine write them, and in the language of the window."""
    return (
        (
            "That answer belongs to another sign-in. Begin the sign-in to {name} once more.",
            tr("connectors", "That answer belongs to another sign-in. Begin the sign-in to {name} once more."),
        ),
        (
            "{name} says that the access was not granted. Sign in once more and allow it.",
            tr("connectors", "{name} says that the access was not granted. Sign in once more and allow it."),
        ),
        (
            "{name} cannot sign anybody in at the moment. Try again later.",
            tr("connectors", "{name} cannot sign anybody in at the moment. Try again later."),
        ),
        (
            "{name} did not let SocialDesk in. Check what the sign-in asks for, then begin it once more.",
            tr(
                "connectors",
                "{name} did not let SocialDesk in. Check what the sign-in asks for, then begin it once more.",
            ),
        ),
        (
            "{name} allows more sign-ins later. Try again in a while.",
            tr("connectors", "{name} allows more sign-ins later. Try again in a while."),
        ),
        (
            "{name} does not know these keys of an app, or they do not belong together. Check what was typed.",
            tr(
                "connectors",
                "{name} does not know these keys of an app, or they do not belong together. Check what was typed.",
            ),
        ),
        (
            "The sign-in to {name} has ended. Sign in again; nothing is lost.",
            tr("connectors", "The sign-in to {name} has ended. Sign in again; nothing is lost."),
        ),
        (
            "{name} did not accept this sign-in. Begin it once more.",
            tr("connectors", "{name} did not accept this sign-in. Begin it once more."),
        ),
        (
            "{name} has no such way to sign in. Choose another one.",
            tr("connectors", "{name} has no such way to sign in. Choose another one."),
        ),
        (
            "{name} wants to open an address that is no safe page. Check the address of the server.",
            tr(
                "connectors",
                "{name} wants to open an address that is no safe page. Check the address of the server.",
            ),
        ),
        (
            "Fill in {field}.",
            tr("connectors", "Fill in {field}."),
        ),
    )
