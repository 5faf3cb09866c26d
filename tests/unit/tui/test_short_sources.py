"""Where a passage stands, in a few cells: the names that tell most."""

from __future__ import annotations

import pytest

from briefing_tui.model import Header, Speaker, SpeakerKind
from briefing_tui.tui.lines import quoted
from briefing_tui.tui.short_sources import short_source
from tests.unit.compile.samples import QUOTES, article, excerpt


def header(author: str = "", outlet: str = "Gazette", title: str = "A first ledger") -> Header:
    authors = (author,) if author else ()
    return Header("harbour", title, title, authors, outlet, "2025", "", "", "full", 9, 3, ())


@pytest.mark.parametrize(
    ("author", "outlet", "said"),
    [
        ("Ida Larsen", "Gazette", "Larsen, Gazette ¶2"),
        ("Ida Larsen", "", "Larsen, A first ledger ¶2"),
        ("Ida van der Berg", "Gazette", "Berg, Gazette ¶2"),
        ("Ida Berg Jr.", "Gazette", "Berg, Gazette ¶2"),
        ("White House", "Gazette", "A first ledger ¶2"),
        ("Harbour Press Office", "Gazette", "A first ledger ¶2"),
        ("", "Gazette", "Gazette, A first ledger ¶2"),
        ("יעל כהן", "הארץ", "יעל כהן, הארץ ¶2"),
        ("יעל כהן", "", "יעל כהן, A first ledger ¶2"),
        ("А. С. Волкова", "Известия", "Волкова, Известия ¶2"),
    ],
)
def test_an_author_goes_by_the_family_name_in_whatever_letters(author: str, outlet: str, said: str) -> None:
    assert short_source(excerpt(article(), QUOTES[0], "e1"), header(author, outlet), 60) == said


def test_a_speaker_goes_before_the_author_and_the_paragraph_always_stays() -> None:
    passage = excerpt(article(), QUOTES[0], "e1", Speaker("Jon Dahl", kind=SpeakerKind.NAMED))
    assert short_source(passage, header("Ida Larsen"), 60) == "Dahl, Gazette ¶2"
    assert short_source(passage, header("Ida Larsen"), 9).endswith(" ¶2")


@pytest.mark.parametrize(
    ("text", "said"),
    [("So.", "‘So.’"), ("“So,” he said", "‘“So,” he said’"), ("‘So’ it is", "“‘So’ it is”"), ("", "‘’")],
)
def test_marks_around_a_text_are_not_its_own(text: str, said: str) -> None:
    assert quoted(text) == said
