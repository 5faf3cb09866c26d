"""A file in which two programs could find two documents is told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefing_tui.compile import check_itself
from briefing_tui.compile.file.single_reading import troubles

CATALOGUE = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
    4: b"<< /Length 14 >>\nstream\n0 0 9 9 re f (\nendstream",
}
OTHER = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 5 5] >>"
Listed = dict[int, tuple[int, int, int]]


def body(objects: dict[int, bytes], more: bytes = b"") -> tuple[bytes, Listed]:
    """Objects one after the other, and where each is."""
    data, places = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n", {}
    for number, said in objects.items():
        places[number] = (1, len(data), 0)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    return data + more, places


def table(data: bytes, places: Listed, trailer: bytes = b"") -> bytes:
    """A file with its list of objects as a table."""
    size = max(places) + 1
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % places[n][1] if n in places else rows[0] for n in range(1, size)]
    head = b"xref\n0 %d\n%s" % (size, b"".join(rows))
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + head + end


def stream(data: bytes, places: Listed, more: bytes = b"") -> bytes:
    """The same with its list as a stream."""
    number = max(places) + 1
    places = {**places, number: (1, len(data), 0)}
    rows = b"".join(
        kind.to_bytes(1) + where.to_bytes(2) + last.to_bytes(1)
        for kind, where, last in ([places.get(n, (0, 0, 0)) for n in range(number + 1)])
    )
    said = b"<< /Type /XRef /Size %d /W [1 2 1] /Root 1 0 R /Length %d %s >>" % (number + 1, len(rows), more)
    end = b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"%d 0 obj\n%s\nstream\n%s\n" % (number, said, rows) + end


def told(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data), attempt_recovery=False) as document:
        return list(troubles(document, data))


def packed(first: tuple[int, int], index: tuple[int, int], head: bytes = b"%d 0 %d %d ") -> bytes:
    """A file with two pages in one stream: the numbers that the stream gives them, and the places in the list."""
    head %= (first[0], first[1], len(OTHER) + 1)
    inner = head + OTHER + b" " + OTHER.replace(b"5", b"7")
    holder = b"<< /Type /ObjStm /N 2 /First %d /Length %d >>\nstream\n%s\nendstream" % (len(head), len(inner), inner)
    data, places = body({1: CATALOGUE[1], 2: CATALOGUE[2], 4: CATALOGUE[4], 6: holder})
    return stream(data, {**places, 3: (2, 6, index[0]), 5: (2, 6, index[1])})


def test_a_file_with_one_list_of_its_objects_has_one_reading() -> None:
    assert told(table(*body(CATALOGUE))) == []
    assert told(stream(*body(CATALOGUE))) == []
    assert told(packed((3, 5), (0, 1))) == []
    odd = CATALOGUE | {5: b"<< /endobj (endobj \\) (stream\n) 5 0 obj) /stream#20 <00> >>"}
    assert told(table(*body(odd))) == []


def revised(data: bytes) -> bytes:
    """The same file saved once more, with another page."""
    start, before = len(data), data[data.rindex(b"startxref") :].split()[1]
    rows = b"xref\n3 1\n%010d 00000 n \n" % start
    data += b"3 0 obj\n%s\nendobj\n" % OTHER
    end = b"trailer << /Size 5 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (before, len(data))
    return data + rows + end


TWICE = body(CATALOGUE, b"3 0 obj\n%s\nendobj\n" % OTHER)
LOOSE = body(CATALOGUE, b"% a comment with 3 0 obj\n")
LIST = b"<< /Type /XRef /Size 4 /W [1 2 1] /Index [3 1] /Length 4 >>\nstream\n\1\0\x0f\0\nendstream"
HYBRID = body(CATALOGUE | {5: LIST})
UNLISTED = body(CATALOGUE, b"9 0 obj\n%s\nendobj\n" % OTHER)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (table(*TWICE), "the object 3 stands in it twice"),
        (table(*LOOSE), "belongs to no object"),
        (table(*UNLISTED), "not in the list"),
        (revised(table(*body(CATALOGUE))), "the object 3 stands in it twice"),
        (packed((3, 5), (1, 0)), "not in the list"),
        (packed((3, 3), (0, 1)), "twice"),
        (table(*HYBRID, b"/XRefStm %d" % HYBRID[1][5][1]), "second list"),
        (table(*body(CATALOGUE), b"/Prev#20 15"), "second list"),
        (table(*body(CATALOGUE, b"startxref\n0\n%%EOF\n")), "second list"),
    ],
)
def test_what_could_be_read_in_another_way_is_told(data: bytes, said: str) -> None:
    (found,) = told(data)
    assert said in found


def quick(finished: Path, how: pikepdf.ObjectStreamMode) -> bytes:
    out = BytesIO()
    with pikepdf.open(finished) as document:
        document.save(out, linearize=True, object_stream_mode=how, fix_metadata_version=False)
    return out.getvalue()


@pytest.mark.parametrize("how", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_a_first_page_that_is_none_of_the_pages_is_told(
    finished: Path, tmp_path: Path, how: pikepdf.ObjectStreamMode
) -> None:
    data, file = quick(finished, how), tmp_path / "quick.pdf"
    file.write_bytes(data)
    assert not check_itself(file).problems
    file.write_bytes(data + b"\r\n")
    assert not check_itself(file).problems
    with pikepdf.open(BytesIO(data)) as document:
        said = document.get_object(next(n for n, _ in sorted_places(document)))
        page, pages, length = (int(said[key]) for key in ("/O", "/N", "/L"))
    for key, value in ((b"/O", page), (b"/N", pages), (b"/L", length)):
        was = b"%s %d" % (key, value)
        now = b"%s %d" % (key, value + 2 if value < 8 else value - 2)
        file.write_bytes(data.replace(was, now, 1))
        assert any("first page" in p.message for p in check_itself(file).problems), key


def sorted_places(document: pikepdf.Pdf) -> list[tuple[tuple[int, int], int]]:
    entries = document.get_xref_table().items()
    return sorted(((n, e.offset or 0) for n, e in entries if e.type == 1), key=lambda known: known[1])


REMARKS = b"%QDF-1.0\n%% Page 1\n%% Contents for page 1\n%QDF: ignore_newline\n%% Original object ID: 12 0\n"


def test_the_remarks_of_qpdf_are_none_of_any_reading_and_no_others_stand_between_objects() -> None:
    def with_remark(remark: bytes) -> bytes:
        data, places = body(CATALOGUE, remark)
        return table(data, places)

    assert told(with_remark(REMARKS)) == []
    for other in (b"% a remark\n", b"%% Page 1 7 0 obj << >> endobj\n", b"%% Page one\n", b"%QDF-1.0 7 0 obj\n"):
        assert told(with_remark(other)), other


def test_the_remark_of_qpdf_before_the_first_object_within_another_stands_nowhere_else() -> None:
    remark = b"\n%%%% Object stream: object 3, index 0; original object ID: 3\n"
    assert told(packed((3, 5), (0, 1), b"%d 0 %d %d" + remark)) == []
    for head in (b"%d 0" + remark + b"%d %d ", b"%d 0 %d %d\n%%%% a remark\n", b"%d 0 %d %d" + remark + b"7 99 "):
        (found,) = told(packed((3, 5), (0, 1), head))
        assert "out of order" in found
