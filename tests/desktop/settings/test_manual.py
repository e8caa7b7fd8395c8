"""The manual says what the program declares."""

from __future__ import annotations

import pytest

from tools.manual import DOCS, PAGES, page, table_of


@pytest.mark.parametrize("name", list(PAGES))
def test_the_tables_of_the_manual_are_in_step(name: str, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialdesk.desktop.actions.keycaps.sys.platform", "linux")
    text = (DOCS / name).read_text(encoding="utf-8")

    assert page(text, table_of(name)) == text, "run python -m tools.manual"


def test_a_page_without_a_place_for_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no marks"):
        page("# Keys", "")
