"""The five original articles beside the repository, against what a careful reader finds in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing_tui.ingest import Document
from briefing_tui.model import PartialDate, Segments, State, segment
from tests.unit.ingest.samples import read

SHARED = Path(__file__).resolve().parents[3] / "../shared"
TRUTH = SHARED / "truth" / "seeds_truth.yaml"

pytestmark = pytest.mark.usefixtures("originals")

WITH_TRUTH = ("000", "001", "003")


def original(number: str) -> Path:
    return next((SHARED / "seeds").glob(f"{number}_*.txt"))


def document(number: str) -> tuple[Document, Segments]:
    path = original(number)
    result = read(path.name, path.read_bytes())
    return result, segment(result.text)


def truth(number: str) -> dict[str, Any]:
    everything = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    found: dict[str, Any] = everything[original(number).name]
    return found


def raw(number: str) -> list[str]:
    return original(number).read_text(encoding="utf-8").split("\n")


def paragraphs(result: Document, segments: Segments) -> list[str]:
    return [p.span.slice(result.text) for p in segments.paragraphs]


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_body_paragraphs_are_those_of_the_truth(number: str) -> None:
    result, segments = document(number)
    expected = truth(number)
    source = raw(number)
    joined = [" ".join(source[int(n) - 1] for n in p["lines"]) for p in expected["body_paragraphs"]]
    assert paragraphs(result, segments) == joined
    assert [len(p) for p in joined] == [int(p["chars"]) for p in expected["body_paragraphs"]]


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_dropped_lines_are_those_of_the_truth(number: str) -> None:
    result, _ = document(number)
    expected = [(int(d["line"]), d["kind"], d["text"]) for d in truth(number)["non_body_lines"]]
    assert [(d.line, d.kind, d.text) for d in result.dropped] == expected


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_headings_are_those_of_the_truth(number: str) -> None:
    result, segments = document(number)
    assert [h.span.slice(result.text) for h in segments.headings] == [h["text"] for h in truth(number)["headings"]]


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_fields_are_those_of_the_truth(number: str) -> None:
    result, _ = document(number)
    metadata, expected = result.metadata, truth(number)
    assert metadata.title == (expected["title"] or "")
    assert [str(name) for name in metadata.author] == expected["authors"]
    assert metadata.container_title == (expected["outlet"] or expected.get("outlet_inferred", ""))
    assert str(metadata.issued or "") == (expected["date"] or "")
    assert metadata.url == (expected["url"] or "")
    assert metadata.genre == expected["kind"]
    assert metadata.language == expected["language"]
    assert metadata.republished_by == (expected["republisher"] or "")


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_evidence_names_the_line_of_the_truth(number: str) -> None:
    result, _ = document(number)
    metadata, expected = result.metadata, truth(number)
    for name, key in {"title": "title", "author": "author", "container-title": "outlet", "issued": "date",
                      "URL": "url", "republished-by": "republisher"}.items():  # fmt: skip
        if line := expected.get(f"{key}_line"):
            assert metadata.states[name] is State.STATED
            assert metadata.evidence[name].startswith(f"line {line}: ")
    if line := expected.get("outlet_evidence_line"):
        assert metadata.states["container-title"] is State.INFERRED
        assert metadata.evidence["container-title"].startswith(f"line {line}: ")
    for name in ("title", "author", "issued", "URL", "republished-by"):
        assert (metadata.states[name] is State.MISSING) == (not metadata.value(name))


def test_ambiguous_date_is_said_to_be_so() -> None:
    result, _ = document("000")
    assert result.metadata.evidence["issued"] == "line 5: 8.11.2019, read day first; 2019-08-11 if month first"
    assert any("2019-08-11" in warning for warning in result.warnings)


def test_join_is_said() -> None:
    result, _ = document("001")
    assert [w for w in result.warnings if "joined" in w] == ["lines 19 and 21 joined: one sentence, broken in two"]


def test_the_interview_with_captions_and_an_appeal() -> None:
    """002: byline at the end, captions in the text, a summary above it and an appeal below."""
    result, segments = document("002")
    source = raw("002")
    body = [source[n - 1] for n in (11, 13, 15, 17, 23, 25, 27, 29, 31, 33)]
    assert paragraphs(result, segments) == body
    assert not segments.headings
    kinds = [(d.line, d.kind) for d in result.dropped]
    assert kinds == [
        (1, "title"), (3, "image-alternative"), (5, "image-alternative"), (7, "caption"), (9, "standfirst"),
        (19, "image-alternative"), (21, "caption"), (35, "byline"), (37, "appeal"), (39, "appeal"), (41, "appeal"),
        (43, "appeal"), (45, "appeal"), (48, "source-credit"),
    ]  # fmt: skip
    metadata = result.metadata
    assert metadata.title == source[0]
    assert [(n.family, n.given) for n in metadata.author] == [("Blum", "Ruthie")]
    assert (metadata.container_title, metadata.republished_by) == ("The Algemeiner", "United with Israel")
    assert metadata.issued is None
    states = {name: metadata.states[name] for name in ("title", "author", "container-title", "issued", "URL")}
    assert states == {
        "title": State.STATED, "author": State.STATED, "container-title": State.STATED,
        "issued": State.MISSING, "URL": State.MISSING,
    }  # fmt: skip


def test_the_study_without_title_author_and_date() -> None:
    """004: a masthead, a summary and a note on the series before the text, a photo credit after it."""
    result, segments = document("004")
    source = raw("004")
    headings = (12, 48, 72, 94, 128)
    lines = [n for n in range(8, 145) if source[n - 1].strip() and n not in headings]
    assert paragraphs(result, segments) == [source[n - 1] for n in lines]
    assert len(segments.paragraphs) == 63
    assert [h.span.slice(result.text) for h in segments.headings] == [source[n - 1] for n in headings]
    kinds = [(d.line, d.kind) for d in result.dropped]
    assert kinds == [(1, "publisher-header"), (3, "standfirst"), (5, "series-note"), (146, "photo-credit")]
    metadata = result.metadata
    assert (metadata.publisher, metadata.title, metadata.author, metadata.issued) == (source[0], "", (), None)
    assert (metadata.type, metadata.genre) == ("report", "study")


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_windows_line_ends_change_nothing(number: str) -> None:
    path = original(number)
    assert read("x.txt", path.read_bytes().replace(b"\n", b"\r\n")) == read("x.txt", path.read_bytes())


@pytest.mark.parametrize("number", ["000", "002", "003"])
def test_other_encodings_give_the_same_article(number: str) -> None:
    text = original(number).read_text(encoding="utf-8")
    expected = read("x.txt", text.encode())
    for encoding in ("utf-16", "utf-16-be", "utf-8-sig", "cp1252"):
        result = read("x.txt", text.encode(encoding))
        assert (result.text, result.metadata, result.dropped) == (expected.text, expected.metadata, expected.dropped)


def test_the_date_is_a_date() -> None:
    assert document("001")[0].metadata.issued == PartialDate(2019, 11, 20)
