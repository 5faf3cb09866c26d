"""What a program leaves of the file that it read is no second reading, unless it leads to something else."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from briefing_tui.compile.file.left_behind import objects
from tests.unit.compile.file.test_single_reading import CATALOGUE, OTHER, Listed, body, stream, table, told

PAGE = b"<< /Contents 4 0 R /MediaBox [ 0 0 9 9 ] /Parent 2 0 R /Resources << >> /Type /Page >>"
"""The page as qpdf reads and writes it."""


def idle_list(rows: bytes, more: bytes = b"/Root 1 0 R") -> bytes:
    """An object that looks like a list of objects, with rows of four bytes."""
    head = b"<< /Type /XRef /Size %d /W [1 2 1] /Length %d %s >>" % (len(rows) // 4, len(rows), more)
    return head + b"\nstream\n" + rows + b"\nendstream"


def idle_holder(*inner: bytes, head: bytes = b"", more: bytes = b"") -> bytes:
    """An object that looks as if it held others."""
    places = [sum(len(one) + 1 for one in inner[:n]) for n in range(len(inner))]
    head = head or b" ".join(b"%d %d" % (n + 2, place) for n, place in enumerate(places)) + b"\n"
    content = head + b"\n".join(inner)
    said = b"<< /Type /ObjStm /N %d /First %d /Length %d %s >>" % (len(inner), len(head), len(content), more)
    return said + b"\nstream\n" + content + b"\nendstream"


def rows(places: Listed) -> bytes:
    return b"\0\0\0\0" + b"".join(b"\1" + places[n][1].to_bytes(2) + b"\0" for n in sorted(places))


def with_object(said: bytes) -> list[list[str]]:
    """What is told of a file that has one more object, with its list as a table and as a stream."""
    return [told(table(*body(CATALOGUE | {5: said}))), told(stream(*body(CATALOGUE | {5: said})))]


STALE = rows({n: (1, 40 * n, 0) for n in CATALOGUE})


def test_a_list_of_the_file_that_was_read_is_none_of_the_file_that_was_written() -> None:
    _, places = body(CATALOGUE)
    for said in (
        idle_list(STALE),
        idle_list(rows(places)),  # by chance everything may stand where it stood
        idle_list(STALE, b""),
        idle_list(STALE, b"/Root 1 0 R /Prev 17"),
    ):
        assert with_object(said) == [[], []]


@pytest.mark.parametrize("more", [b"/Root 2 0 R", b"/Root << >>", b"/Info 2 0 R", b"/Root 1 0 R /XRefStm 15"])
def test_one_that_names_another_catalogue_is_told(more: bytes) -> None:
    for found in with_object(idle_list(STALE, more)):
        assert "second list" in found[0]


def test_one_that_is_out_of_shape_or_holds_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for widths in (b"1 2", b"1 1 0", b"2 0 2", b"5 2 -3"):
        odd = idle_list(STALE).replace(b"/W [1 2 1]", b"/W [%s]" % widths)
        assert "second list" in with_object(odd)[0][0], widths
    monkeypatch.setattr("briefing_tui.compile.file.single_reading.LARGEST", len(STALE) - 1)
    for found in (*with_object(idle_list(STALE)), *with_object(idle_holder(PAGE))):
        assert found == ["it holds too much of older versions of itself"]


def hidden(inner: bytes, before: str) -> bytes:
    """A file with something hidden within a stream, and a list that leads there: by its rows, or by what is before."""
    whole = CATALOGUE | {4: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(inner), inner)}
    data, places = body(whole)
    at = data.index(inner)
    listed = rows(places | {3: (1, at, 0)}) if before == "rows" else rows(places)
    more = b"/Root 1 0 R" + (b" /Prev %d" % at if before == "prev" else b"")
    return table(*body(whole | {5: idle_list(listed, more)}))


@pytest.mark.parametrize(
    ("inner", "before"),
    [
        (b"3 0 obj\n%s\nendobj" % OTHER, "rows"),
        (b" \n3 0 obj\n%s\nendobj" % OTHER, "rows"),
        (b"9 0 obj\n%s\nendobj" % OTHER, "prev"),
        (b"xref\n0 1\n", "prev"),
    ],
)
def test_one_that_leads_to_an_older_version_within_something_else_is_told(inner: bytes, before: str) -> None:
    (found,) = told(hidden(inner, before))
    assert "older version" in found


def test_a_holder_that_no_list_leads_to_may_hold_what_the_document_holds_whatever_the_numbers() -> None:
    renumbered = PAGE.replace(b"2 0 R", b"7 0 R").replace(b"4 0 R", b"9 0 R")
    broken = b"%% Page 1\n" + renumbered.replace(b"<< ", b"<<\n  ")
    for said in (idle_holder(PAGE), idle_holder(renumbered, PAGE), idle_holder(broken)):
        assert with_object(said) == [[], []]


@pytest.mark.parametrize(
    "said",
    [
        idle_holder(OTHER),
        idle_holder(PAGE, OTHER),
        idle_holder(PAGE, head=b"3 0 % a remark\n"),
        idle_holder(PAGE, head=b"3 2\n"),
        idle_holder(OTHER, PAGE, head=b"2 %d 3 0\n" % (len(OTHER) + 1)),
        idle_holder(PAGE, head=b"3 0 5\n"),
        idle_holder(PAGE, more=b"/Extends 3 0 R"),
    ],
)
def test_a_holder_with_anything_else_is_told(said: bytes) -> None:
    for found in with_object(said):
        assert "in no list" in found[0]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"<< /A (see 2 0 R) >>", b"<< /A (see 7 0 R) >>"),
        (b"<< /A (see \\(2 0 R\\)) >>", b"<< /A (see \\(7 0 R\\)) >>"),
        (b"<< /A (a \\) 2 0 R) >>", b"<< /A (a \\) 7 0 R) >>"),
        (b"<< /A (two  spaces) >>", b"<< /A (two spaces) >>"),
        (b"<< /A (line\n%% Page 1\nline) >>", b"<< /A (line\n\nline) >>"),
    ],
)
def test_words_in_a_string_that_look_like_a_reference_are_words(held: bytes, said: bytes) -> None:
    whole = CATALOGUE | {6: held}
    assert not any(told(table(*body(whole | {5: idle_holder(_as_written(held))}))))
    (found,) = told(table(*body(whole | {5: idle_holder(_as_written(said))})))
    assert "in no list" in found


def _as_written(said: bytes) -> bytes:
    """An object as qpdf writes it."""
    return pikepdf.Object.parse(said).unparse()


def test_objects_are_told_apart_by_all_but_the_numbers_of_references() -> None:
    data = table(*body(CATALOGUE | {5: b"1", 6: b"true", 7: b"(2 0 R)", 8: b"/A", 9: b"[1 0 R 1.50]", 10: b"null"}))
    with pikepdf.open(BytesIO(data)) as document:
        assert objects(document) >= {b"1", b"true", b"(2 0 R)", b"/A", b"[ R 1.50 ]"}
