"""The command line: gets words, runs one verb, gives its exit status. The verbs' own code is loaded when it is needed.

0 done, 1 refused by the network, 2 the command or the workspace is wrong, 3 nothing was reachable.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from socialdesk import __version__

_WITH_WINDOW = {"desktop", "demo"}
"""What somebody waits for on the screen: no more is loaded than that takes."""


def parser() -> argparse.ArgumentParser:
    """Every verb and option there is."""
    every = argparse.ArgumentParser(add_help=False)
    every.add_argument("--workspace", type=Path, metavar="DIR", help="the workspace folder (default: your own)")
    every.add_argument("--passphrase-file", type=Path, metavar="FILE", help="a file that holds the passphrase")
    every.add_argument("--plain", action="store_true", help="when the workspace is made: keep it unencrypted")
    json_too = _json_too()

    top = argparse.ArgumentParser(
        prog="socialdesk", description="One inbox for everything people write to you.", parents=[every]
    )
    top.add_argument("--version", action="version", version=f"SocialDesk {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB")

    def verb(name: str, help_: str, *, json: bool = False) -> argparse.ArgumentParser:
        # SUPPRESS: an option after the verb must not undo the one before it.
        parents = [_suppressed(every), *([json_too] if json else [])]
        return verbs.add_parser(name, help=help_, description=help_, parents=parents)

    verb("desktop", "open the window (the default)").add_argument("--offscreen-shot", type=Path, metavar="FILE")
    demo = verb("demo", "open the demo workspace")
    demo.add_argument("--offscreen-shot", type=Path, metavar="FILE", help="drive it without a screen, leave a picture")
    demo.add_argument("--fresh", action="store_true", help="start the demo over")
    engine = verb("engine", "run the engine of a workspace")
    engine.add_argument("--key-stdin", action="store_true", help=argparse.SUPPRESS)
    verbs.add_parser("decode")  # the engine's own child; without a help text it is not listed

    _channel(verb("channel", "connect, list, check, remove channels"), every)
    _replies(verb("replies", "write the saved replies to a file, or take those of one"), every)
    _rules(verb("rules", "list the rules, write them to a file or take those of one, suspend automatic answers"), every)
    _connector(verb("connector", "examine a connector, or make a new one"), json_too)
    _contact(verb("contact", "find people, give out or forget what is held about one"), every)

    sync = verb("sync", "read everything new, send what waits")
    sync.add_argument("--again", action="store_true", help="read the last days, and what could not be read, once more")
    sync.add_argument("--once", action="store_true", help="end when done (the only way there is)")
    _threads(verb("threads", "list threads in triage order", json=True))
    _show(verb("show", "show a thread", json=True))
    verb("times", "every reply clock of a thread", json=True).add_argument("thread", type=int)
    _reply(verb("reply", "answer a thread"))
    _note(verb("note", "write an internal note"))
    verb("done", "mark a thread done").add_argument("thread", type=int)
    snooze = verb("snooze", "hide a thread until a moment")
    snooze.add_argument("thread", type=int)
    snooze.add_argument("--until", required=True, help="a moment such as 2026-11-24T09:00, or 'answer'")
    assign = verb("assign", "give a thread to somebody")
    assign.add_argument("thread", type=int)
    assign.add_argument("person", help="a name, 'me' or 'nobody'")
    verb("outbox", "what has not reached its platform", json=True)
    _export(verb("export", "every thread, message and note"))
    doctor = verb("doctor", "look for what is wrong and say what to do")
    doctor.add_argument(
        "--repair", action="store_true", help="set damaged files aside and make new ones of what is left"
    )
    _protect(verb("protect", "give the workspace a new key, or keep it another way"))
    return top


def _connector(connector: argparse.ArgumentParser, json_too: argparse.ArgumentParser) -> None:
    acts = connector.add_subparsers(dest="act", metavar="ACT", required=True)
    check = acts.add_parser("check", help="run the checks on a connector and say how good it is", parents=[json_too])
    check.add_argument("connector", help="its id, its package, or module:Class")
    check.add_argument("--scenario", default="", metavar="MODULE", help="a module, module:Class or file (else found)")
    check.add_argument(
        "--at-least",
        choices=["bronze", "silver", "gold", "platinum"],
        default="bronze",
        help="end with 1 below this level",
    )
    new = acts.add_parser("new", help="make the project of a new connector, whole and tested, to begin with")
    new.add_argument("name", help="its id: small letters, digits and _")
    new.add_argument("--into", type=Path, metavar="DIR", help="a new folder (default: socialdesk-NAME)")
    check.add_argument("--only", action="append", default=[], metavar="CHECK", help="run one check, show its requests")


def _channel(channel: argparse.ArgumentParser, every: argparse.ArgumentParser) -> None:
    json_too = _json_too()
    acts = channel.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="connect a channel", parents=[_suppressed(every)])
    add.add_argument("platform")
    add.add_argument("--way", default="", help="how to sign in; see: channel networks")
    add.add_argument("--field", action="append", default=[], metavar="KEY=TEXT", help="what a sign-in asks for")
    add.add_argument("--server", default="", help="short for --field server=…")
    add.add_argument("--identifier", default="", help="short for --field identifier=…")
    add.add_argument(
        "--password-stdin", action="store_true", help="read what is secret from standard input, a line each"
    )
    add.add_argument(
        "--paste", action="store_true", help="paste the address the browser ends on, where it runs on another machine"
    )
    add.add_argument("--allow-connector", action="store_true", help="run a connector that somebody else made")
    add.add_argument("--account", action="append", default=[], metavar="NAME", help="only this one of its accounts")
    add.add_argument("--days", type=int, default=30, help="how many days of history to read")
    acts.add_parser("networks", help="show what can be connected, and how", parents=[_suppressed(every)])
    acts.add_parser("list", help="show the channels", parents=[_suppressed(every), json_too])
    check = acts.add_parser(
        "check", help="ask the platform whether a sign-in still holds", parents=[_suppressed(every)]
    )
    check.add_argument("channel", type=int, nargs="?")
    pictures = acts.add_parser(
        "pictures", help="fetch its pictures always, or when asked", parents=[_suppressed(every)]
    )
    pictures.add_argument("channel", type=int)
    pictures.add_argument("when", choices=["always", "asked"])
    remove = acts.add_parser("remove", help="disconnect a channel", parents=[_suppressed(every)])
    remove.add_argument("channel", type=int)
    remove.add_argument("--erase", action="store_true", help="forget its threads too")


def _json_too() -> argparse.ArgumentParser:
    json_too = argparse.ArgumentParser(add_help=False)
    json_too.add_argument("--json", action="store_true", help="one JSON object a line")
    return json_too


def _contact(contact: argparse.ArgumentParser, every: argparse.ArgumentParser) -> None:
    acts = contact.add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("find", help="people by name or handle", parents=[_suppressed(every)]).add_argument("name")
    given = acts.add_parser("export", help="write all that is held about a person", parents=[_suppressed(every)])
    given.add_argument("contact", type=int)
    given.add_argument("--to", type=Path, required=True, metavar="FILE", help="a .zip to write")
    erase = acts.add_parser("erase", help="forget a person for good", parents=[_suppressed(every)])
    erase.add_argument("contact", type=int)
    erase.add_argument("--yes", action="store_true", help="yes, there is no way back")


def _replies(replies: argparse.ArgumentParser, every: argparse.ArgumentParser) -> None:
    acts = replies.add_subparsers(dest="act", metavar="ACT", required=True)
    given = acts.add_parser("export", help="write them to a CSV or JSON file", parents=[_suppressed(every)])
    given.add_argument("--to", type=Path, required=True, metavar="FILE")
    given.add_argument("--format", choices=["csv", "json"], help="else the ending of the file tells")
    taken = acts.add_parser(
        "import", help="show what a file would change; with --yes take it", parents=[_suppressed(every)]
    )
    taken.add_argument("file", type=Path)
    taken.add_argument("--language", default="en", help="the language of texts that do not say theirs")
    taken.add_argument("--yes", action="store_true", help="take everything that is not refused")


def _rules(rules: argparse.ArgumentParser, every: argparse.ArgumentParser) -> None:
    acts = rules.add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("list", help="the rules in their order, and what can hardly be meant", parents=[_suppressed(every)])
    given = acts.add_parser("export", help="write them to a JSON file", parents=[_suppressed(every)])
    given.add_argument("--to", type=Path, required=True, metavar="FILE")
    taken = acts.add_parser(
        "import", help="show what a file would add; with --yes take it, switched off", parents=[_suppressed(every)]
    )
    taken.add_argument("file", type=Path)
    taken.add_argument("--yes", action="store_true", help="take everything that is not refused")
    acts.add_parser("suspend", help="let no automatic answer leave", parents=[_suppressed(every)])
    acts.add_parser("resume", help="let automatic answers leave again", parents=[_suppressed(every)])
    pause = acts.add_parser(
        "pause", help="how long a rule waits that hides in public or touches much", parents=[_suppressed(every)]
    )
    pause.add_argument("minutes", type=int)
    second = acts.add_parser(
        "second-person", help="let a second person look at such rules instead", parents=[_suppressed(every)]
    )
    second.add_argument("on", choices=("on", "off"))
    acts.add_parser("secret", help="with what calls to other programs are signed", parents=[_suppressed(every)])


def _reply(reply: argparse.ArgumentParser) -> None:
    reply.add_argument("thread", type=int)
    reply.add_argument("--text", required=True)
    reply.add_argument("--send-now", action="store_true", help="do not wait for the undo window")
    reply.add_argument("--at", metavar="MOMENT", help="send it then, such as 2026-11-24T09:00 in your own time")
    reply.add_argument("--wait", action="store_true", help="end when it is known what became of it")


def _protect(protect: argparse.ArgumentParser) -> None:
    protect.add_argument("--new-key", action="store_true", help="the same way as now, under a new key")
    protect.add_argument("--keyring", action="store_true", help="the keyring of this machine keeps the key")
    protect.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help="a file with the passphrase to come")


def _threads(threads: argparse.ArgumentParser) -> None:
    threads.add_argument("--view", default="team")
    threads.add_argument("--search", metavar="Q")
    threads.add_argument("--limit", type=int, default=0, help="at most so many")
    _offer_hidden(threads)


def _show(show: argparse.ArgumentParser) -> None:
    show.add_argument("thread", type=int)
    _offer_hidden(show)


def _offer_hidden(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--hidden", action="store_true", help="with what is kept out of sight")


def _export(export: argparse.ArgumentParser) -> None:
    _offer_hidden(export)
    export.add_argument("--format", choices=["jsonl"], default="jsonl")
    export.add_argument("--json", action="store_true", help=argparse.SUPPRESS)


def _note(note: argparse.ArgumentParser) -> None:
    note.add_argument("thread", type=int)
    note.add_argument("--text", required=True)


def _suppressed(every: argparse.ArgumentParser) -> argparse.ArgumentParser:
    copy = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    for action in every._actions:  # noqa: SLF001 - argparse offers no way to copy an option
        kind = (
            {"action": "store_true"}
            if isinstance(action.const, bool)
            else {"type": action.type, "metavar": action.metavar}
        )
        # What argparse made itself is given to it again.
        copy.add_argument(*action.option_strings, help=action.help, default=argparse.SUPPRESS, **kind)  # type: ignore[arg-type]
    return copy


def options_in(words: Sequence[str]) -> argparse.Namespace:
    """What the words ask for. Without a verb it is `desktop`, with the options of that verb as they are at first."""
    reader = parser()
    options = reader.parse_args(words)
    return options if options.verb else reader.parse_args([*words, "desktop"])


def main(words: Sequence[str] | None = None) -> int:
    """Run the verb in `words` (default: the program's own arguments)."""
    options = options_in(sys.argv[1:] if words is None else words)
    if options.verb in _WITH_WINDOW:
        from socialdesk.support.kept_code import use_kept_code
        from socialdesk.support.unread import leave_unread

        use_kept_code()
        leave_unread()
    from socialdesk.launch.verbs import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
