"""Hyphens at line ends: which belong to the word, and which only to the line."""

from __future__ import annotations

import pytest

from briefing_tui.ingest.formats.pdf.hyphens import Hyphens
from tests.unit.ingest.pdf_samples import Text, pdf
from tests.unit.ingest.samples import paragraphs, read


def joined(before: str, after: str, *others: str, english: bool = True) -> str | None:
    return Hyphens([*others, before, after], english=english).join(before, after)


@pytest.mark.parametrize(
    ("before", "after", "others", "expected"),
    [
        ("the infra-", "structure of", (), "the infrastructure of"),
        ("the infra\u00ad", "structure of", (), "the infrastructure of"),
        ("the long-", "term plan", ("a long-term view",), "the long-term plan"),
        ("the long-", "term plan", ("a longterm view",), "the longterm plan"),
        ("the Anglo-", "American plan", (), "the Anglo-American plan"),
        ("in COVID-", "19 wards", (), "in COVID-19 wards"),
        ("the F-", "16 landed", (), "the F-16 landed"),
        ("of decision-", "making it", ("a decision", "making do", "infra-", "structure"), "of decision-making it"),
        ("of under-", "standing it", ("under it", "standing there", "infra-", "structure"), "of understanding it"),
        ("a mid‐", "night ferry", ("a long-term view", "mid", "night"), "a midnight ferry"),
        ("it is so —", "nobody", (), None),
        ("a cost of $4 -", "said he", (), None),
        ("no hyphen", "here", (), None),
    ],
)  # fmt: skip
def test_joins(before: str, after: str, others: tuple[str, ...], expected: str | None) -> None:
    assert joined(before, after, *others) == expected


def test_a_document_that_breaks_no_words_keeps_its_hyphens() -> None:
    assert joined("a well-", "known port", "well, it is known", english=False) == "a well-known port"


def test_joins_are_counted() -> None:
    lines = [
        Text("The council spoke about the infra-", y=700),
        Text("structure of the harbour, and went.", y=687),
    ]
    document = read("a.pdf", pdf(lines))
    assert paragraphs(document) == ["The council spoke about the infrastructure of the harbour, and went."]
    assert any("taken out of 1 word" in warning for warning in document.warnings)
