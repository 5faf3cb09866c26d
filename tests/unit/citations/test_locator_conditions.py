"""Styles that ask for the kind of a locator say where a passage stands, and name what they count once."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.citations import Cite, cite, plain
from tests.unit.citations.test_cite import TERMS, article

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
    "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>"
    '<text variable="title"/><choose>{}</choose></layout></citation></style>'
)
PLACE = '<text variable="locator" prefix=", {}"/>'


def note(folder: Path, branches: str, place: str = "¶ 2", numbers: str = "2") -> str:
    (folder / "own.csl").write_text(STYLE.format(branches), encoding="utf-8")
    cites = [Cite("e1", "harbour", place, numbers=numbers)]
    said = cite(cites, {"harbour": article()}, terms=TERMS, style="own.csl", styles=folder)
    assert said.unplaced == ()
    return plain(said.notes["e1"]).rpartition(", ")[2]


@pytest.mark.parametrize(
    ("branches", "said"),
    [
        ('<if locator="page">{p}</if><else-if locator="paragraph">{at}</else-if>', "at para 2"),
        ('<if locator="page paragraph" match="any">{at}</if><else>{p}</else>', "at para ¶ 2"),
        ('<if locator="page paragraph">{p}</if><else>{at}</else>', "at para ¶ 2"),
        ('<if locator="page" match="none">{at}</if><else>{p}</else>', "at para ¶ 2"),
        ('<if locator="paragraph" match="none">{p}</if><else>{at}</else>', "at para ¶ 2"),
        ('<if variable="title" locator="paragraph">{at}</if><else>{p}</else>', "at para 2"),
        ('<if variable="DOI" locator="paragraph" match="any">{at}</if><else>{p}</else>', "at para 2"),
        ('<if variable="title" locator="page" match="any">{at}</if><else>{p}</else>', "at para ¶ 2"),
        ('<if type="book" locator="page">{p}</if><else-if locator="paragraph">{bare}</else-if>', "¶ 2"),
    ],
)
def test_a_place_is_one_of_paragraphs(tmp_path: Path, branches: str, said: str) -> None:
    filled = branches.format(p=PLACE.format("p. "), at=PLACE.format("at para "), bare=PLACE.format(""))
    assert note(tmp_path, filled) == said


def test_what_counts_several_things_keeps_its_words(tmp_path: Path) -> None:
    branches = f'<if locator="paragraph">{PLACE.format("at para ")}</if>'
    assert note(tmp_path, branches, "p. 3; ¶ 2", "") == "at para p. 3; ¶ 2"


def test_a_list_of_sources_has_what_it_has_without_a_place(tmp_path: Path) -> None:
    """There is no place in it: what is printed where none is one of a page is printed there."""
    said = '<text value="pages told"/>'
    listed = f'<choose><if match="none" locator="page">{said}</if></choose>'
    style = STYLE.format('<if locator="paragraph"><text variable="locator"/></if>').replace(
        "</style>", f"<bibliography><layout>{listed}</layout></bibliography></style>"
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    cites = [Cite("e1", "harbour", "¶ 2", numbers="2")]
    made = cite(cites, {"harbour": article()}, terms=TERMS, style="own.csl", styles=tmp_path)
    assert [plain(source.text) for source in made.sources] == ["pages told"]


def test_a_place_that_is_set_otherwise_is_named_once_and_leaves_no_mark(tmp_path: Path) -> None:
    branches = '<if locator="paragraph"><text variable="locator" prefix=", para " font-style="italic"/></if>'
    assert note(tmp_path, branches) == "para 2"
