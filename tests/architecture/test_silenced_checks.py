"""A check that is silenced says why: behind the silencing itself, or in a comment of its own directly above."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
_FOLDERS = ("bench", "packaging", "socialdesk", "tests", "tools")
_SILENCES = re.compile(r"#\s*(?:noqa|type:\s*ignore|pyright:\s*ignore|pragma:\s*no cover|nosec)\b")
_CODES = re.compile(r"(?:#|noqa|type|pyright|pragma|no cover|ignore|nosec|\[[\w, -]*\]|[A-Z]+\d+|[\s:,#-])+")
"""What tells a check and no reason."""


def unexplained(source: bytes) -> Iterator[int]:
    """The lines on which a check is silenced that tell nobody why."""
    lines = source.decode().splitlines()
    if not _SILENCES.search(source.decode()):
        return  # most files: they need not be taken apart
    for token in tokenize.tokenize(BytesIO(source).readline):
        if token.type != tokenize.COMMENT or (silences := _SILENCES.search(token.string)) is None:
            continue
        number = token.start[0]
        above = lines[number - 2].strip() if number > 1 else ""
        is_told_above = above.startswith("#") and _SILENCES.search(above) is None
        if not is_told_above and _CODES.fullmatch(token.string[silences.start() :]):
            yield number


def test_every_silenced_check_says_why() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in _FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if not {"node_modules", "__pycache__"} & set(path.parts)
        for number in unexplained(path.read_bytes())
    ]
    assert not found


@pytest.mark.parametrize(
    "line",
    [
        "except Exception:  # noqa: BLE001",
        "except Exception:  # noqa: BLE001, S110",
        "import x  # pyright: ignore[reportMissingImports]",
        "import x  # type: ignore[attr-defined,unused-ignore]  # noqa: F401",
        "import x  # noqa: F401 -",
        "# pyright: ignore[reportMissingImports]\nimport x  # noqa: F401",
    ],
)
def test_a_silenced_check_without_a_reason_is_found(line: str) -> None:
    assert line.count("\n") + 1 in unexplained(line.encode())


@pytest.mark.parametrize(
    "line",
    [
        "x = eval(y)  # noqa: S307 - our own words",
        "import x  # pyright: ignore[reportMissingImports]  # of the system's Python",
        "# Whatever a test names.\nf(**x)  # type: ignore[arg-type]",
        "said = 'what # noqa: E501 means'",
    ],
)
def test_one_with_a_reason_and_one_in_words_are_let_through(line: str) -> None:
    assert not list(unexplained(line.encode()))
