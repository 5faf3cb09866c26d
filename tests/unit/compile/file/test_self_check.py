"""Verifying a briefing with nothing but the file."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefing_tui.compile import check_itself
from briefing_tui.errors import FormatError, StorageError
from tests.unit.compile.conftest import HEBREW

BYTES = 20
"""Places in which one byte is changed; the benchmark tries more."""


def changed(finished: Path, tmp_path: Path, change: Callable[[pikepdf.Pdf], None]) -> list[tuple[str, str]]:
    """The problems of the briefing after a change."""
    file = tmp_path / "changed.pdf"
    with pikepdf.open(finished) as document:
        change(document)
        document.save(file, fix_metadata_version=False)
    return [(p.place, p.message) for p in check_itself(file).problems]


def content(document: pikepdf.Pdf, before: bytes, after: bytes) -> None:
    """Change what the first page shows."""
    page = document.pages[0]
    data = page.Contents.read_bytes()
    assert before in data
    page.Contents = document.make_stream(data.replace(before, after, 1))


def test_a_briefing_agrees_with_itself_in_every_script(finished: Path) -> None:
    found = check_itself(finished)
    assert not found.problems
    assert found.quotes == (("e1", "identical"), ("e2", "identical"), ("e3", "identical"))
    assert found.brief is not None
    assert found.brief.excerpts["e2"].exact == HEBREW


@pytest.mark.parametrize(
    "how",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"recompress_flate": True, "compress_streams": True},
        {"linearize": True},
        {"normalize_content": True},
        {"qdf": True, "normalize_content": True},
        {"qdf": True, "object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False},
        {"stream_decode_level": pikepdf.StreamDecodeLevel.all, "compress_streams": False},
    ],
)
def test_written_anew_without_a_change_it_still_verifies(finished: Path, tmp_path: Path, how: dict[str, Any]) -> None:
    file = tmp_path / "again.pdf"
    with pikepdf.open(finished) as document:
        document.save(file, fix_metadata_version=False, **how)
    assert file.read_bytes() != finished.read_bytes()
    assert not check_itself(file).problems


@pytest.mark.parametrize("key", ["/ActualText", "/Alt", "/E"])
@pytest.mark.parametrize("below", [False, True])
def test_what_a_tag_says_in_the_place_of_a_note_is_told_by_that_note(
    finished: Path, tmp_path: Path, key: str, below: bool
) -> None:
    def speak(document: pikepdf.Pdf) -> None:
        tag = next(t for t in pieces(document.Root.StructTreeRoot.K) if str(t.get("/ID", "")) == "note-e2")
        within = next(t for t in pieces(tag.K) if "/S" in t)
        (within if below else tag)[key] = pikepdf.String("Nobody said this.")

    places = [place for place, _ in changed(finished, tmp_path, speak)]
    assert places == ["note e2", "structure", "page 1"]


def test_a_changed_page_and_note_are_named(finished: Path, tmp_path: Path) -> None:
    with pikepdf.open(finished) as document:
        tag = next(t for t in pieces(document.Root.StructTreeRoot.K) if str(t.get("/ID", "")) == "note-e2")
        number = next(n for n in marks(tag))
        data = document.pages[0].Contents.read_bytes()
    start = data.index(b"/MCID %d>>\nBDC" % number)
    shown = data[data.index(b"<", data.index(b"BDC", start)) :][:4]
    places = [place for place, _ in changed(finished, tmp_path, lambda d: swap(d, data, start, shown))]
    assert places[:2] == ["page 1", "note e2"]


def test_a_page_that_is_written_otherwise_throughout_is_told_once(finished: Path, tmp_path: Path) -> None:
    def rewrite(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)))

    (told,) = changed(finished, tmp_path, rewrite)
    assert told == ("page 1", "it is written otherwise throughout, and so are all 6 of its notes and quotes")


def swap(document: pikepdf.Pdf, data: bytes, start: int, shown: bytes) -> None:
    at = data.index(shown, data.index(b"BDC", start))
    other = b"<00" + (b"1" if shown[3:4] != b"1" else b"2")
    document.pages[0].Contents = document.make_stream(data[:at] + other + data[at + 4 :])


def pieces(kids: Any) -> Any:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from pieces(kid.get("/K", pikepdf.Array()))


def marks(tag: Any) -> Any:
    for kid in tag.K:
        if isinstance(kid, int):
            yield int(kid)
        elif isinstance(kid, pikepdf.Dictionary) and "/K" in kid:
            yield from marks(kid)


def test_what_the_page_says_in_the_place_of_a_note_is_told_by_that_note(finished: Path, tmp_path: Path) -> None:
    with pikepdf.open(finished) as document:
        tag = next(t for t in pieces(document.Root.StructTreeRoot.K) if str(t.get("/ID", "")) == "note-e2")
        mark = b"/MCID %d" % next(marks(tag))
    spoken = mark + b"/ActualText (Nobody said this.)>>"
    places = [place for place, _ in changed(finished, tmp_path, lambda d: content(d, mark + b">>", spoken))]
    assert places == ["page 1", "note e2"]


def test_words_of_a_quote_that_only_its_tag_says_otherwise(finished: Path, tmp_path: Path) -> None:
    problems = changed(finished, tmp_path, lambda d: content(d, b"(The new", b"(The old"))
    assert ("quote e1", "its words are not those of the brief inside") in problems


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d.docinfo.__setitem__("/Title", "Another"), "document"),
        (lambda d: d.Root.Outlines.First.__setitem__("/Title", pikepdf.String("Another")), "document"),
        (lambda d: d.Root.StructTreeRoot.K[0].__setitem__("/S", pikepdf.Name.Art), "structure"),
        (lambda d: d.pages[0].__setitem__("/MediaBox", pikepdf.Array([0, 0, 100, 100])), "page 1"),
        (lambda d: d.pages.append(d.pages[0]), "file"),
        (lambda d: d.attachments.__setitem__("more.txt", b"x"), "more.txt"),
        (lambda d: d.attachments.__delitem__("brief.yaml"), "brief.yaml"),
        (lambda d: d.attachments.__delitem__("receipt.json"), "file"),
        (lambda d: setattr(d.Root, "Metadata", d.make_stream(b"<x/>")), "metadata"),
    ],
)
def test_every_other_change_is_named(
    finished: Path, tmp_path: Path, change: Callable[[pikepdf.Pdf], None], place: str
) -> None:
    assert place in [where for where, _ in changed(finished, tmp_path, change)]


def test_a_new_receipt_alone_does_not_help(finished: Path, tmp_path: Path) -> None:
    def forge(document: pikepdf.Pdf) -> None:
        specification = document.Root.Names.EmbeddedFiles.Names[5]
        paper = specification.EF.F.read_bytes().replace(b'"final": true', b'"final": false')
        specification.EF.F = specification.EF.UF = document.make_stream(paper)

    assert [place for place, _ in changed(finished, tmp_path, forge)] == ["metadata", "receipt.json", "receipt.json"]


def test_a_changed_byte_anywhere_is_found(finished: Path, tmp_path: Path) -> None:
    data = finished.read_bytes()
    streams = [at for at in range(len(data)) if data.startswith(b"stream\n", at) and data[at - 3 : at] != b"end"]
    ends = [data.index(b"endstream", at) for at in streams]
    chance = random.Random(7)
    file = tmp_path / "byte.pdf"
    for _ in range(BYTES):
        n = chance.randrange(len(streams))
        at = chance.randrange(streams[n] + 7, ends[n] - 1)
        file.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
        assert check_itself(file).problems, f"byte {at}"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b"", b"\n% of somebody else's\n", ["something was put behind the end of the document"]),
        (b"From: somebody\n", b"", ["something was put in front of the document"]),
        (b"", b"\r\n \0", []),
    ],
)
def test_what_stands_around_the_document_is_told(
    finished: Path, tmp_path: Path, before: bytes, after: bytes, said: list[str]
) -> None:
    file = tmp_path / "around.pdf"
    file.write_bytes(before + finished.read_bytes() + after)
    assert [problem.message for problem in check_itself(file).problems] == said


def test_what_is_no_briefing(finished: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(other)
    assert [p.place for p in check_itself(other).problems] == ["file"]
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(finished) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "encrypted" in check_itself(locked).problems[0].message
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(finished.read_bytes()[:-400])
    assert "damaged" in check_itself(cut).problems[0].message
    text = tmp_path / "text.pdf"
    text.write_text("no PDF")
    with pytest.raises(FormatError):
        check_itself(text)
    with pytest.raises(StorageError):
        check_itself(tmp_path / "nowhere.pdf")
