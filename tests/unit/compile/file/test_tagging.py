"""The structure of a real PDF, as assistive technology reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefing_tui.compile import compile_pdf
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples

HEBREW = "היומן מונה כל מקום עגינה בנמל."


@pytest.fixture(scope="module")
def structure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    """All tags of a briefing with a Hebrew quote, an English one that is cited twice, and two notes."""
    file = tmp_path_factory.mktemp("tags") / "b.pdf"
    hebrew = samples.article("he", HEBREW, language="he")
    english = samples.article()
    compile_pdf(
        samples.job(
            file,
            articles=[english, hebrew],
            excerpts=[samples.excerpt(english, samples.QUOTES[0], "e1"), samples.excerpt(hebrew, HEBREW, "e2")],
            items=[
                Item("i1", ItemKind.QUOTE, excerpt="e1"),
                Item("i2", ItemKind.QUOTE, excerpt="e2"),
                Item("i3", ItemKind.TEXT, text="Said again [@e1]."),
            ],
            judgements=(),
        )
    )
    with pikepdf.open(file) as document:
        yield list(_tags(document.Root.StructTreeRoot.K))


def _tags(kids: Any) -> Iterator[Any]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _tags(kid.get("/K", pikepdf.Array()))


def of_kind(structure: list[Any], kind: str) -> list[Any]:
    return [tag for tag in structure if str(tag.S) == f"/{kind}"]


def test_each_note_is_one_with_a_name_of_its_own(structure: list[Any]) -> None:
    assert [str(note.ID) for note in of_kind(structure, "Note")] == ["note-e1", "note-e2"]


def test_a_passage_in_another_language_says_which(structure: list[Any]) -> None:
    assert "he" in {str(tag.Lang) for tag in structure if "/Lang" in tag}
    assert "en" not in {str(tag.Lang) for tag in structure if "/Lang" in tag}


def test_every_link_is_tagged_as_one(structure: list[Any]) -> None:
    holders = [
        tag
        for tag in structure
        for kid in (tag.get("/K", ()) if isinstance(tag.get("/K", ()), pikepdf.Array) else ())
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    assert holders
    assert {str(tag.S) for tag in holders} == {"/Link"}


def test_a_list_holds_entries_alone(structure: list[Any]) -> None:
    kinds = {str(kid.S) for entries in of_kind(structure, "L") for kid in entries.K}
    assert kinds <= {"/LI", "/L"}  # columns make a list of lists
    assert of_kind(structure, "Lbl")


def test_running_lines_are_no_content(tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    compile_pdf(samples.job(file))
    with pikepdf.open(file) as document:
        (page,) = document.pages
        depth: list[str] = []
        shown = 0
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) in ("BDC", "BMC"):
                depth.append(str(operands[0]))
            elif str(operator) == "EMC":
                depth.pop()
            elif str(operator) in ("Tj", "TJ"):
                assert depth, "text that is neither content nor an artifact"
                shown += depth[-1] == "/Artifact"
        assert shown >= 3, "page number, reference and marking"
