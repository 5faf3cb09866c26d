"""The last touch on a PDF."""

import json

import pytest

from briefing_tui.compile import finish


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2026-11-21", "D:20261121000000Z"),
        ("2026-11", "D:20261101000000Z"),
        ("2026", "D:20260101000000Z"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates(date: str, written: str) -> None:
    assert finish.pdf_date(date) == written


def test_the_identifier_depends_on_every_part() -> None:
    assert finish.identifier(b"a", b"b") == finish.identifier(b"a", b"b")
    assert len({finish.identifier(b"a", b"b"), finish.identifier(b"ab", b""), finish.identifier(b"", b"ab")}) == 3


def test_the_receipt_names_engines_and_fonts() -> None:
    known = {"format": 1, "engines": {"briefing": "1"}}
    fonts = [{"name": "B", "sha256": "2"}, {"name": "A", "sha256": "1"}]
    plain = json.loads(finish.receipt(known, engines={"pango": "1.50"}, fonts=fonts))
    assert plain == {"format": 1, "engines": {"briefing": "1", "pango": "1.50"}, "fonts": fonts[::-1]}
