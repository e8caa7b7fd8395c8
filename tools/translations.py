"""Gathers the words of the screens from the code into resources/i18n/*.ts, and compiles those to *.qm: `./dev words`.

Qt's own lupdate reads neither `tr = QCoreApplication.translate` nor a function that names its context once for a
module. So the code is read here, and lupdate gets one plain call for each string; merging and obsolete strings are its.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.environment import ROOT, SCRIPTS

I18N = ROOT / "resources" / "i18n"
SPOKEN = ("desktop",)
_MODEL = (
    *("rule.py", "rule_check.py", "rule_file.py", "rule_findings.py", "rule_list.py"),
    *("contact_command.py", "saved_view.py", "staff_form.py", "stops.py", "tagging.py"),
)
"""The modules of the model whose sentences a person reads."""
_STORE = (
    *("driver.py", "errors.py", "mending.py", "migrate.py", "protecting.py", "protection.py"),
    *("witness.py", "change/merging.py", "change/people.py"),
)
"""Those of the store: what is wrong with a file, what became of an answer when it was mended."""
_AROUND = ("support/secrets.py", "launch/gate.py", "launch/opening.py", "launch/saying.py")
"""Those that stand before the window opens."""
WITH_NAMES = ROOT / "socialdesk" / "desktop" / "look" / "failure_sentences.py"
"""The sentences that code puts names into."""
SOURCE_LANGUAGE = "en"
_BEGINS = re.compile(r"[A-Z{“]")


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One string that a person reads. `comment` is for the translator, and part of what identifies it."""

    context: str
    text: str
    comment: str
    is_plural: bool


class NotPlain(Exception):
    """A string to be translated is put together by code, so that no translator would ever see it."""


def _constant(node: ast.expr, where: str) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.BoolOp(values=[*_, ast.Constant(value=None)]):
            return ""  # `comment or None`
        case ast.Constant(value=None):
            return ""
        case _:
            raise NotPlain(f"{where}: not a plain string: {ast.unparse(node)}")


class _Reader(ast.NodeVisitor):
    """Walks one module."""

    def __init__(self, name: str, contexts: dict[str, str]) -> None:
        self.name = name
        self.contexts = contexts
        self.classes: list[str] = []
        self.found: list[Said] = []
        self.calls: list[ast.Call] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name not in self.contexts:  # what it passes on is read where it is called
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self._read(node)
        self.generic_visit(node)

    def _read(self, node: ast.Call) -> None:
        where = f"{self.name}:{node.lineno}"
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                context, words = self.classes[-1], node.args
            case (
                ast.Name(id="tr")
                | ast.Attribute(value=ast.Name(id="words"), attr="tr")
                | ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate")
            ):
                context, words = _constant(node.args[0], where), node.args[1:]
            case ast.Name(id=name) if name in self.contexts:
                context, words = self.contexts[name], node.args
            case ast.Attribute(attr="tr"):
                raise NotPlain(f"{where}: whose context? {ast.unparse(node)}")
            case _:
                return
        self.calls.append(node)
        comment = _constant(words[1], where) if len(words) > 1 else ""
        self.found.append(Said(context, _constant(words[0], where), comment, len(words) > 2))


def _naming_functions(tree: ast.Module) -> dict[str, str]:
    """The functions of a module that only name its context, with that context."""
    found: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name=name, body=[ast.Return(value=ast.Call(func=ast.Attribute(attr="translate"), args=args))]
            ) if isinstance(args[0], ast.Constant) and isinstance(args[1], ast.Name):
                found[name] = str(args[0].value)
            case _:
                pass
    return found


def read(source: str, name: str) -> tuple[list[Said], list[ast.Call]]:
    """What a module says, and the calls that say it. Raises NotPlain."""
    tree = ast.parse(source)
    reader = _Reader(name, _naming_functions(tree))
    reader.visit(tree)
    return reader.found, reader.calls


def modules() -> Iterator[Path]:
    """The modules that speak to a person on the screen."""
    for layer in SPOKEN:
        yield from sorted((ROOT / "socialdesk" / layer).rglob("*.py"))


def manifests() -> Iterator[Path]:
    """What the platforms that come with the program say of themselves."""
    yield from sorted((ROOT / "socialdesk" / "connectors").glob("*/manifest.toml"))


def told_by(manifest: Mapping[str, Any]) -> Iterator[Said]:
    """The texts of a manifest that a person reads on the screen. Names of platforms are names everywhere."""
    texts = [*manifest["reads"], manifest["needs"]]
    texts += [manifest.get(key, "") for key in ("help", "lasts", "ended_there", "not_yet")]
    for way in manifest.get("ways", ()):
        texts += [way["words"], way.get("help", "")]
        texts += [one.get(key, "") for one in way.get("fields", ()) for key in ("words", "help", "hint")]
    if not any(manifest.get(key) for key in ("default_server", "hosts", "not_yet")):
        texts.append(manifest["name"])  # the demo network: its name is words
    for access in manifest.get("access", ()):
        texts += [text for key, text in access.items() if key != "key"]
    yield from (Said("connectors", text, "", is_plural=False) for text in texts if text)


def failing() -> Iterator[Path]:
    """The modules whose sentences tell a person why something on a platform did not come to be."""
    folder = ROOT / "socialdesk" / "connectors"
    # What a stand-in refuses with is read by whoever writes a connector, in English like every network's own words.
    yield from (one for one in sorted(folder.rglob("*.py")) if folder / "suite" not in one.parents)
    yield from sorted((ROOT / "socialdesk" / "engine").glob("*.py"))
    yield from (ROOT / "socialdesk" / "model" / name for name in _MODEL)
    yield from (ROOT / "socialdesk" / "store" / name for name in _STORE)
    yield from (ROOT / "socialdesk" / name for name in _AROUND)
    yield WITH_NAMES


def sentences(source: str) -> Iterator[Said]:
    """The whole sentences that stand in a module; its docstrings and what is put together by code are none."""
    tree = ast.parse(source)
    passed = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    passed |= {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
    for one in ast.walk(tree):
        match one:
            case ast.Constant(value=str(text)) if (
                id(one) not in passed and " " in text and _BEGINS.match(text) and text.endswith((".", "{sentence}"))
            ):
                yield Said("connectors", text, "", is_plural=False)
            case _:
                pass


def gathered() -> list[Said]:
    """All strings of the screens, once each, in a lasting order."""
    found: set[Said] = set()
    for path in manifests():
        found.update(told_by(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in failing():
        found.update(sentences(path.read_text(encoding="utf-8")))
    for path in modules():
        found.update(read(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))[0])
    return sorted(found)


def languages() -> list[str]:
    """The languages that have a file, English among them."""
    return sorted(file.stem.removeprefix("socialdesk_") for file in I18N.glob("socialdesk_*.ts"))


def _plain(said: Said) -> str:
    # As C++: lupdate's own reader of Python knows no plural forms of `translate`.
    words = [said.context, said.text, *([said.comment] if said.comment or said.is_plural else [])]
    arguments = ", ".join(json.dumps(word, ensure_ascii=False) for word in words)
    return f"QCoreApplication::translate({arguments}{', n' if said.is_plural else ''});"


def _call(command: Sequence[str | Path]) -> None:
    done = subprocess.run([str(part) for part in command], check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def gather(language: str, into: Path) -> None:
    """Bring one .ts file into step with the code: what is new is `unfinished`, what is no longer said is dropped."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "said.cpp"
        plain.write_text("\n".join(_plain(said) for said in gathered()) + "\n", encoding="utf-8")
        only = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
        options = ["-silent", "-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
        tongue = ["-source-language", SOURCE_LANGUAGE, "-target-language", language]
        _call([SCRIPTS / "pyside6-lupdate", plain, *options, *only, *tongue, "-ts", into])


def compile_to(into: Path, source: Path) -> None:
    """Compile one .ts file."""
    _call([SCRIPTS / "pyside6-lrelease", "-silent", source, "-qm", into])


def main(arguments: Sequence[str]) -> int:
    """Bring every language into step, and any that is named for the first time; say what is left to translate."""
    I18N.mkdir(parents=True, exist_ok=True)
    for language in sorted({*languages(), *arguments}):
        file = I18N / f"socialdesk_{language}.ts"
        gather(language, file)
        compile_to(file.with_suffix(".qm"), file)
        left = file.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{file.relative_to(ROOT)}: {left} to translate" if left else f"{file.relative_to(ROOT)}: whole")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
