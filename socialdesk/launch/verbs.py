"""Runs one verb of the command line: results to standard output, everything else to standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from socialdesk.launch.saying import WRONG, complain, what_is_wrong


def run(options: argparse.Namespace) -> int:
    """Run the verb; whatever is wrong becomes a sentence and a status."""
    try:
        return _verb(options.verb)(options)
    except BrokenPipeError:
        sys.stderr.close()
        return WRONG
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = what_is_wrong(error)
        if not sentence:
            raise
        return complain(sentence)


def _verb(name: str) -> Callable[[argparse.Namespace], int]:
    match name:
        case "desktop":
            from socialdesk.launch.leading import desktop as verb
        case "demo":
            from socialdesk.launch.leading import demo as verb
        case "engine":
            from socialdesk.launch.engine import engine as verb
        case "decode":
            from socialdesk.launch.decoder import decode as verb
        case "channel":
            from socialdesk.launch.channels import channel as verb
        case "connector":
            from socialdesk.launch.connectors import connector as verb
        case "contact":
            from socialdesk.launch.contacts import contact as verb
        case "replies":
            from socialdesk.launch.replies import replies as verb
        case "rules":
            from socialdesk.launch.rules import rules as verb
        case "sync":
            from socialdesk.launch.sync import sync as verb
        case "threads" | "show" | "outbox" | "export":
            from socialdesk.launch import reading

            verb = {
                "threads": reading.threads,
                "show": reading.show,
                "outbox": reading.outbox,
                "export": reading.export,
            }[name]
        case "times":
            from socialdesk.launch.times import times as verb
        case "doctor":
            from socialdesk.launch.doctor import doctor as verb
        case "protect":
            from socialdesk.launch.protect import protect as verb
        case _:
            from socialdesk.launch.acting import act as verb
    return verb
