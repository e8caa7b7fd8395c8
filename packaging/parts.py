"""Names what other people's work is in SocialDesk, with versions and licences, from what is installed here.

Two files come of it: the notices that travel with each build, and a bill of materials in CycloneDX that scanners read.
Only what `requirements/run.lock` pins is named, so whatever else lies in the environment does not matter.

    python packaging/parts.py dist        # writes both into dist/
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.lock"
NOTICES, BILL = "THIRD-PARTY-NOTICES.txt", "socialdesk.cdx.json"
_ALLOWED = re.compile(
    r"Apache|BSD|CC0|CNRI|ISC|LGPL|MIT|MPL|Mozilla|PSF|Python Software Foundation|Unlicense|zlib", re.IGNORECASE
)
"""What an Apache-licensed program may be shipped with: permissive ones, and weak copyleft that stays replaceable."""
_BUILDS_ONLY = frozenset({"editables", "hatchling", "pathspec", "pluggy", "trove-classifiers", "packaging", "tomlkit"})
"""In the lock to install a checkout; never in a build."""
_SAID_ELSEWHERE = {
    # In their licence file; their metadata name none.
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "sqlcipher3": "zlib",
}
_LICENCE_FILE = re.compile(r"(?i)(?:^|/)(?:licen[cs]e|copying|notice|authors)[^/]*$")
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
_ALSO = (
    ("Inter", "OFL-1.1", ROOT / "resources" / "fonts" / "InterVariable-LICENSE.txt"),
    ("Noto Color Emoji", "OFL-1.1", ROOT / "resources" / "fonts" / "NotoColorEmoji-LICENSE.txt"),
    # Qt's wheels bring no text of their licence; it asks for both, since it is written as additions to the second.
    ("GNU Lesser General Public License", "LGPL-3.0", ROOT / "packaging" / "licences" / "LGPL-3.0.txt"),
    ("GNU General Public License", "GPL-3.0", ROOT / "packaging" / "licences" / "GPL-3.0.txt"),
)
_QT = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie in this build as\n"
    "separate libraries that you may replace with your own; their source is to be had from the Qt Project."
)


@dataclass(frozen=True)
class Part:
    """A package that is shipped. `texts` are the licences it brings along, as they stand in it."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()


def parts() -> Iterator[Part]:
    """Every package that the program runs with on this system, in the order of the alphabet."""
    for name, pinned in sorted(dict(_PIN.findall(LOCK.read_text(encoding="utf-8"))).items()):
        if name in _BUILDS_ONLY:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # pinned for another system or Python
        yield Part(name, found.version or pinned, licence_of(found), tuple(_texts(found)))


def licence_of(found: metadata.Distribution) -> str:
    """The short name of a package's licence; empty where it says none."""
    about = found.metadata
    known = _SAID_ELSEWHERE.get(str(about["Name"]).lower())
    if known is not None:
        return known
    for key in ("License-Expression", "License"):
        said = str((about.get_all(key) or [""])[0]).partition("\n")[0].strip()
        if said and len(said) <= 80 and said.upper() != "UNKNOWN":
            return said
    classified = [
        one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License :: OSI")
    ]
    return " AND ".join(classified)


def may_ship(licence: str) -> bool:
    """Whether one of the licences to choose from, with all that it is joined with, lets us ship the package."""
    choices = re.split(r"\bOR\b|/", licence)
    return any(all(map(_ALLOWED.search, re.split(r"\bAND\b|\+", choice))) for choice in choices)


def _texts(found: metadata.Distribution) -> Iterator[str]:
    for file in found.files or ():
        if _LICENCE_FILE.search(str(file)) and ".dist-info" in str(file):
            text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip()
            if text:
                yield text


def of_a_build(packed: Mapping[str, str]) -> list[Part]:
    """What is in the one folder besides: Python itself, and libraries of the system it is built on.

    `packed` names for each library the Debian package it is of. Raises OSError where one says no licence.
    """
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    found = [Part("Python", platform.python_version(), "PSF-2.0", (python.read_text(encoding="utf-8").strip(),))]
    for package in sorted(set(packed.values())):
        said = Path("/usr/share/doc") / package / "copyright"
        text = said.read_text(encoding="utf-8", errors="replace").strip()
        libraries = ", ".join(sorted(name for name, of in packed.items() if of == package))
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", package], check=False, capture_output=True, text=True
        ).stdout.partition("\n")[0]
        found.append(Part(f"{package} ({libraries})", version, "", (text,)))
    return found


def notices(besides: Sequence[Part] = ()) -> str:
    """The text that goes with a build, in which `besides` is too."""
    title = "Other people's work in SocialDesk"
    sections = [title + "\n" + "=" * len(title), _QT]
    for part in (*parts(), *besides):
        head = f"{part.name} {part.version}: {part.licence or 'see below'}"
        sections.append("\n\n".join([head + "\n" + "-" * len(head), *part.texts]))
    for name, licence, file in _ALSO:
        head = f"{name}: {licence}"
        sections.append(head + "\n" + "-" * len(head) + "\n\n" + file.read_text(encoding="utf-8").strip())
    return "\n\n\n".join(sections) + "\n"


def bill(version: str) -> str:
    """The bill of materials. It holds no time and no chance number, so the same build gives the same file."""
    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{part.name}@{part.version}",
            "name": part.name,
            "version": part.version,
            "purl": f"pkg:pypi/{part.name}@{part.version}",
            "licenses": [{"license": {"name": part.licence}}] if part.licence else [],
        }
        for part in parts()
    ]
    program: dict[str, object] = {
        "type": "application",
        "bom-ref": "socialdesk",
        "name": "socialdesk",
        "version": version,
    }
    program["licenses"] = [{"license": {"id": "Apache-2.0"}}]
    return (
        json.dumps(
            {
                "bomFormat": "CycloneDX",
                "specVersion": "1.6",
                "version": 1,
                "metadata": {"component": program},
                "components": components,
                "dependencies": [{"ref": "socialdesk", "dependsOn": [one["bom-ref"] for one in components]}],
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )


def version() -> str:
    """The version that is built, read where the build reads it."""
    pattern = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["version"]["path"]
    said = re.search(r'^__version__ = "([^"]+)"', (ROOT / pattern).read_text(encoding="utf-8"), re.MULTILINE)
    assert said is not None
    return said[1]


def main(folder: Path, besides: Sequence[Part] = ()) -> int:
    """Write both files; 1 where a licence is unknown or cannot be shipped."""
    wrong = [part for part in parts() if not may_ship(part.licence)]
    for part in wrong:
        print(f"{part.name} {part.version}: {part.licence or 'no licence named'}", file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NOTICES).write_text(notices(besides), encoding="utf-8")
    (folder / BILL).write_text(bill(version()), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "dist")))
