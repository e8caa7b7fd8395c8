"""The verbs of `./dev`: gets one and its arguments, gives the exit status. Knows no detail of any check it calls."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tools import environment
from tools.environment import PYTHON, ROOT, SCRIPTS, SetUpFailed
from tools.system import Purpose, provide

USAGE = """\
usage: ./dev VERB [arguments]

  run       start the desktop on the demo workspace (without a display: offscreen, leaving a screenshot)
  test      every check that runs on a change; with arguments, they go to pytest: ./dev test tests/model
            --no-peers leaves out the tests that need servers or a real window
            --coverage tells which lines the tests reached, and takes a third longer
  lint      the checks without the tests: format, ruff, pyright, import contracts
  bench     take the figures of bench/
  shots     pictures of the screens, into out/shots
  images    keep the screens as they are drawn now as the pictures the tests expect; with arguments, only those looks
  peers     start, show or stop a server to try things against: ./dev peers bluesky [--detach | --stop]
  words     bring the translations and the tables of the manual into step with the code: ./dev words [new language]
  pictures  make the pictures of the manual anew: ./dev pictures [scene …]
  docs      check what the documentation names: paths, commands, dependencies
  package   build into dist/: the wheel, the source archive and who else's work is in them; or, with one of these words,
            folder (the program without need of a Python) or deb (that folder, and a Debian package of it)
  help      this text

The first call makes .venv from the lock files in requirements/; later calls find it there.
"""

NEEDS_MORE = "peer_bluesky or peer_mail or peer_secret_service or peer_telegram or xvfb"
OUT = ROOT / "out"

DOCUMENT_TESTS = ("tests/architecture/test_documents.py", "tests/architecture/test_manual_pages.py")

Step = tuple[str, Sequence[str | Path]]

LINTS: list[Step] = [
    ("format", [SCRIPTS / "ruff", "format", "--check", "--quiet", "."]),
    ("ruff", [SCRIPTS / "ruff", "check", "--quiet", "."]),
    ("pyright", [SCRIPTS / "pyright"]),
    ("import contracts", [SCRIPTS / "lint-imports", "--no-logo"]),
]


def _said(text: str) -> None:
    print(text, flush=True)


def _call(command: Sequence[str | Path], **changes: str) -> int:
    return subprocess.run([str(part) for part in command], check=False, cwd=ROOT, env=os.environ | changes).returncode


def _lint_stages() -> list[str]:
    """Run each check, show what it said only when it objects; give the names of those that did."""
    failed: list[str] = []
    for name, command in LINTS:
        began = time.monotonic()
        done = subprocess.run(
            [str(part) for part in command], check=False, cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
        )
        verdict = "ok" if done.returncode == 0 else "FAILED"
        if done.returncode:
            failed.append(name)
            _said((done.stdout + done.stderr).rstrip())
        _said(f"== {name}: {verdict} ({time.monotonic() - began:.1f} s)")
    return failed


def _tests(arguments: Sequence[str]) -> list[str]:
    rest = [argument for argument in arguments if argument not in {"--no-peers", "--coverage"}]
    chosen = ["-m", f"not ({NEEDS_MORE}) and not bench and not soak"] if "--no-peers" in arguments else []
    whole = not rest
    spread = ["-n", "2", "--dist", "worksteal"] if whole else []
    coverage = ["--cov", "--cov-report=term"] if "--coverage" in arguments else []
    began = time.monotonic()
    status = _call([PYTHON, "-m", "pytest", *spread, *coverage, *chosen, *rest], QT_QPA_PLATFORM="offscreen")
    _said(f"== tests: {'ok' if status == 0 else 'FAILED'} ({time.monotonic() - began:.1f} s)")
    return ["tests"] if status else []


def run(arguments: Sequence[str]) -> int:
    """Start the desktop on the demo workspace; without a display, leave a picture of it."""
    environment.make(environment.RUN)
    on_x11, on_wayland = bool(os.environ.get("DISPLAY")), bool(os.environ.get("WAYLAND_DISPLAY"))
    has_display = on_x11 or on_wayland or not sys.platform.startswith("linux")
    purposes = [Purpose.QT, *([Purpose.X11] if on_x11 else []), *([Purpose.WAYLAND] if on_wayland else [])]
    if provide(purposes):
        return 2
    if has_display:
        return _call([PYTHON, "-m", "socialdesk", "demo", *arguments])
    picture = OUT / "demo.png"
    picture.parent.mkdir(exist_ok=True)
    _said("There is no display here: the demo runs offscreen and leaves a screenshot.")
    status = _call(
        [PYTHON, "-m", "socialdesk", "demo", "--offscreen-shot", picture, *arguments], QT_QPA_PLATFORM="offscreen"
    )
    if status == 0:
        _said(f"Screenshot: {picture.relative_to(ROOT)}")
    return status


def test(arguments: Sequence[str]) -> int:
    """Run every check; give 0 only when none objects."""
    began = time.monotonic()
    environment.make(environment.DEVELOP)
    alone = "--no-peers" in arguments
    purposes = [Purpose.QT] if alone else [Purpose.QT, Purpose.X11, Purpose.WINDOW_TESTS, Purpose.PEERS]
    if provide(purposes):
        if not alone:
            _said("To leave out what needs these:  ./dev test --no-peers")
        return 2
    failed = [*_lint_stages(), *_tests(arguments)]
    verdict = f"FAILED: {', '.join(failed)}" if failed else "all checks passed"
    _said(f"== total: {verdict} ({time.monotonic() - began:.1f} s)")
    return 1 if failed else 0


def lint(arguments: Sequence[str]) -> int:
    """Run the checks that need no test to run."""
    environment.make(environment.DEVELOP)
    return 1 if _lint_stages() else 0


def bench(arguments: Sequence[str]) -> int:
    """Take the figures; arguments go to bench/."""
    environment.make(environment.DEVELOP)
    if provide([Purpose.QT]):
        return 2
    return _call([PYTHON, "-m", "bench", *arguments], QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))


def shots(arguments: Sequence[str]) -> int:
    """Make pictures of the screens on the demo workspace."""
    environment.make(environment.DEVELOP)
    if provide([Purpose.QT]):
        return 2
    folder = OUT / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    status = _call([PYTHON, "-m", "tests.images.shots", folder, *arguments], QT_QPA_PLATFORM="offscreen")
    if status == 0:
        _said(f"Pictures: {folder.relative_to(ROOT)}")
    return status


def images(arguments: Sequence[str]) -> int:
    """Draw anew what the image tests expect, and name what changed."""
    environment.make(environment.DEVELOP)
    if provide([Purpose.QT]):
        return 2
    return _call([PYTHON, "-m", "tests.images.expected", *arguments], QT_QPA_PLATFORM="offscreen")


def peers(arguments: Sequence[str]) -> int:
    """Start, show or stop one of the servers that tests run against."""
    known = sorted(start.parent.name for start in (ROOT / "tests" / "peers").glob("*/start.py"))
    if not arguments or arguments[0] not in known:
        _said(f"usage: ./dev peers NAME [--detach | --stop | --help], where NAME is one of: {', '.join(known)}")
        return 2
    environment.make(environment.DEVELOP)
    if provide([Purpose.PEERS]):
        return 2
    return _call([PYTHON, "-m", f"tests.peers.{arguments[0]}.start", *arguments[1:]])


def docs(arguments: Sequence[str]) -> int:
    """Check what the documentation names."""
    environment.make(environment.DEVELOP)
    return _call([PYTHON, "-m", "pytest", "-q", *DOCUMENT_TESTS, *arguments])


def words(arguments: Sequence[str]) -> int:
    """Gather what the screens say for the translators, compile what they wrote, and tell the manual."""
    environment.make(environment.DEVELOP)
    return _call([PYTHON, "-m", "tools.translations", *arguments]) or _call([PYTHON, "-m", "tools.manual"])


def pictures(arguments: Sequence[str]) -> int:
    """Make the pictures of the manual anew, in every language."""
    environment.make(environment.DEVELOP)
    if provide([Purpose.QT]):
        return 2
    return _call([PYTHON, "-m", "tools.pictures", *arguments], QT_QPA_PLATFORM="offscreen")


def package(arguments: Sequence[str]) -> int:
    """Build what can be given to others: see packaging/README.md."""
    environment.make(environment.DEVELOP)
    match arguments:
        case []:
            built = _call([PYTHON, "-m", "hatchling", "build", "-d", "dist"])
            return built or _call([PYTHON, "packaging/parts.py", "dist"])
        case ["folder"]:
            return _folder()
        case ["deb"]:
            if shutil.which("dpkg-deb") is None:
                _said("This needs dpkg-deb, which Debian and Ubuntu have.")
                return 2
            # The icons are drawn by Qt. The folder is made anew: an old one in a new package would not be noticed.
            return 2 if provide([Purpose.QT]) else _folder() or _call([PYTHON, "packaging/linux/deb.py"])
        case _:
            _said("usage: ./dev package [folder | deb]")
            return 2


def _folder() -> int:
    environment.add(environment.PACKAGE)
    if sys.platform.startswith("linux") and shutil.which("objdump") is None:
        _said("This needs objdump.  Debian, Ubuntu: sudo apt-get install binutils")
        return 2
    return _call([PYTHON, "packaging/one_folder.py"])


def usage(arguments: Sequence[str]) -> int:
    """Say what there is."""
    _said(USAGE.rstrip())
    return 0


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "shots": shots,
    "images": images,
    "peers": peers,
    "words": words,
    "pictures": pictures,
    "docs": docs,
    "package": package,
    "help": usage,
    "-h": usage,
    "--help": usage,
}


def main(arguments: Sequence[str]) -> int:
    """Run the verb that stands first; 2 where there is none of that name or the machine lacks something."""
    if not arguments:
        return usage(())
    verb = VERBS.get(arguments[0])
    if verb is None:
        print(f"./dev has no verb {arguments[0]!r}.\n\n{USAGE}", file=sys.stderr, end="")
        return 2
    try:
        return verb(arguments[1:])
    except SetUpFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
