"""Rules that no tool of the shelf knows: where colours are made, what the tree may name, what makes a lock complete."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "socialdesk"
LOOK = PACKAGE / "desktop" / "look"

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:rgb|hsl|hsv)a?\(\s*\d")
_MAKES_A_COLOUR = {"QColor", "fromRgb", "fromRgbF", "fromHsl", "fromHsv", "fromString", "GlobalColor"}
_NOT_OURS = {"node_modules", "__pycache__", "out", "dist", "build", "htmlcov"}
_HIDDEN_AND_OURS = {".ci", ".github", ".gitignore", ".gitattributes"}


def _documentation(tree: ast.AST) -> set[ast.AST]:
    """The strings that stand alone as statements: prose for a reader, not values."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def colour_literals(source: str) -> list[str]:
    """The places in Python source where a colour is written out or made from numbers: "line: what"."""
    tree = ast.parse(source)
    prose = _documentation(tree)
    found: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if node not in prose and _COLOUR.search(text):
                found.append(f"{node.lineno}: {text.strip()[:60]}")
            case ast.Attribute(attr="GlobalColor"):
                found.append(f"{node.lineno}: Qt.GlobalColor")
            case ast.Call(func=ast.Name(id="QColor"), args=[_, *_]):
                found.append(f"{node.lineno}: QColor(…)")
            case ast.Call(func=ast.Attribute(value=ast.Name(id="QColor"), attr=name)) if name in _MAKES_A_COLOUR:
                found.append(f"{node.lineno}: QColor.{name}(…)")
            case _:
                pass
    return found


def _own_files() -> Iterator[Path]:
    """Every text file of the project, without what is installed or made."""
    for top in sorted(ROOT.iterdir()):
        if top.name in _NOT_OURS or (top.name.startswith(".") and top.name not in _HIDDEN_AND_OURS):
            continue  # caches hide behind a dot
        paths = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in paths if path.is_file() and not _NOT_OURS & set(path.parts))


def test_no_colour_is_written_outside_the_look() -> None:
    sources = [*(PACKAGE / "desktop").rglob("*.py"), *(PACKAGE / "launch").rglob("*.py")]
    found = [
        f"{path.relative_to(ROOT)}:{where}"
        for path in sorted(sources)
        if LOOK not in path.parents
        for where in colour_literals(path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'style = "color: #1f2937"',
        'style = f"background: #fff; width: {width}px"',
        'style = "border-color: rgba(0, 0, 0, 0.2)"',
        "pen = QColor(10, 20, 30)",
        "pen = QColor.fromRgb(10, 20, 30)",
        "pen = Qt.GlobalColor.red",
    ],
)
def test_a_written_colour_is_found(line: str) -> None:
    assert colour_literals(line)


@pytest.mark.parametrize(
    "line", ['"""Was #ffffff once."""', 'text = "the #launch is on"', "def f(c: QColor) -> None: ..."]
)
def test_what_only_looks_like_a_colour_is_left_alone(line: str) -> None:
    assert colour_literals(line) == []


def test_no_file_names_the_place_where_it_was_made() -> None:
    # Put together here, so that this file does not name them either.
    named = re.compile(r"(?<![\w.-])/(?:work|home/\w+|Users/\w+)/|\.\./" + "shared")
    found: list[str] = []
    for path in _own_files():
        if path == ROOT / ".ci" / "run":  # it alone says where larger test data may lie
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture, a font
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(lines, 1)
            if named.search(line)
        ]

    assert found == []


@pytest.mark.parametrize(("lock", "many"), [("run.lock", 40), ("dev.lock", 60), ("package.lock", 5)])
def test_a_lock_pins_every_package_with_hashes_and_names_no_host(lock: str, many: int) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^([A-Za-z0-9][^\s=]*)==\S+(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)

    assert len(packages) >= many
    assert [name for name, rest in packages if "--hash=sha256:" not in rest] == []
    assert re.findall(r"\w+://\S+|--index-url|--find-links", text) == []


def test_the_two_locks_agree() -> None:
    pins = [
        dict(re.findall(r"^([A-Za-z0-9][^\s=]*)==(\S+)", (ROOT / "requirements" / name).read_text(), re.MULTILINE))
        for name in ("run.lock", "dev.lock")
    ]

    assert pins[0].items() <= pins[1].items()


def test_the_lock_of_servers_names_no_registry() -> None:
    text = (ROOT / "tests" / "peers" / "bluesky" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in text


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["build"], *groups["dev"], *groups["package"]]
    names = [re.split(r"[\[<>=!~ ]", text)[0] for text in wanted if isinstance(text, str)]
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")

    assert [name for name in names if f"`{name}`" not in explained] == []


_OPENS = re.compile(r"QDesktopServices\.openUrl\(")
MAY_OPEN = {
    "desktop/places/connect/sign_in.py": "the page of a manifest, which is https or nothing",
    "desktop/places/conversation/links.py": "after the sheet that shows the host, for web addresses alone",
    "desktop/places/settings/about_part.py": "a folder of ours, and the notices of the build",
    "desktop/places/settings/spelling_part.py": "a folder of ours",
    "desktop/places/settings/storage_part.py": "a folder of ours",
    "desktop/shell/at_browser.py": "the page of a sign-in, looked at by `engine.signing_in`",
    "desktop/shell/bulk_more.py": "what begins with https://",
    "desktop/shell/hands.py": "what begins with https://",
}
"""Where an address may be given to the system, and why nothing but a web page or a folder of ours can come of it."""


def test_an_address_is_given_to_the_system_only_where_it_was_looked_at() -> None:
    opening = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if _OPENS.search(path.read_text(encoding="utf-8"))
    }

    assert opening == set(MAY_OPEN)
