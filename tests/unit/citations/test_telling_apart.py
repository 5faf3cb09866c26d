"""Two sources that state the same of themselves, or have like short notes, are told apart in every style."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing_tui.citations import Cite, cite, plain
from briefing_tui.compile.languages.wording import known_languages, wording
from briefing_tui.model import Article, Metadata, Name, PartialDate

MAY, JUNE = PartialDate(2025, 5, 4), PartialDate(2025, 6, 1)
STYLES = ("briefing-note", "briefing-endnote", "briefing-author-date", "briefing-in-text")


def work(name: str, **states: object) -> Article:
    data: dict[str, object] = {"title": "Boats", "container_title": "The Quay", "issued": MAY} | states
    return Article(name, Metadata(**data), f"Boats, as {name} has it.")  # type: ignore[arg-type] # by name


def said(works: list[Article], style: str = "briefing-note", language: str = "en") -> tuple[list[str], list[str]]:
    """Their short notes, and their entries."""
    known = {w.id: w for w in works}
    cites = [Cite(f"{time} {w.id}", w.id, "¶ 1") for time in ("first", "again") for w in works]
    made = cite(cites, known, terms=wording(language).terms, style=style, language=language)
    notes = [plain(made.notes[each.id]) for each in cites]
    return notes, [plain(source.text) for source in made.sources]


LARSEN, BERG = Name("Larsen", "Ida"), Name("Berg", "Nils")
MANY = (LARSEN, BERG, Name("Holm", "Per"), Name("Dahl", "Eva"))
PAIRS = {
    "two texts of one day": [work("new", version_of="old"), work("old")],
    "two addresses": [work("a", author=(LARSEN,), url="https://a.example/"), work("b", author=(LARSEN,))],
    "two undated texts": [work("a", author=(LARSEN,), issued=None), work("b", author=(LARSEN,), issued=None)],
    "many authors, other dates": [work("a", author=MANY), work("b", author=MANY, issued=JUNE)],
    "the same first of many authors": [work("a", author=MANY), work("b", author=(LARSEN, BERG, *MANY[::-1][:2]))],
    "a space that does not break": [work("a", title="The boats"), work("b", title="The\u00a0boats", issued=JUNE)],
    "three texts, two of one day": [work("a"), work("b"), work("c", issued=JUNE)],
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("works", PAIRS.values(), ids=PAIRS)
def test_no_two_sources_have_the_same_notes_or_entries(works: list[Article], style: str) -> None:
    notes, entries = said(works, style)
    folded = [" ".join(note.split()) for note in notes]
    short = folded[len(works) :]
    assert len(set(short)) == len(works), short
    assert len(set(entries)) == len(works), entries


def test_the_older_of_two_versions_is_the_first() -> None:
    notes, entries = said(PAIRS["two texts of one day"])
    assert notes[:2] == [
        "[no author stated], “Boats”, The Quay, 4 May 2025 [version\u00a02], ¶ 1",
        "[no author stated], “Boats”, The Quay, 4 May 2025 [version\u00a01], ¶ 1",
    ]
    assert notes[2:] == ["“Boats”, version\u00a02, ¶ 1", "“Boats”, version\u00a01, ¶ 1"]
    assert entries[0] == "[no author stated], “Boats”, The Quay, 4 May 2025 [version\u00a02]"


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_it_is_said_in_the_language_of_the_briefing(language: str) -> None:
    notes, _ = said(PAIRS["two texts of one day"], language=language)
    assert all(wording(language).terms.version.format(n=n) in note for n, note in zip((2, 1), notes, strict=False))


def test_versions_that_say_they_follow_each_other_in_a_circle_are_numbered_all_the_same() -> None:
    works = [work("a", version_of="b"), work("b", version_of="a"), work("c", version_of="b")]
    notes, _ = said(works)
    assert all(one != other for one, other in pairwise(sorted(notes)))
