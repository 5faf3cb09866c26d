"""PDFs that cannot be read say why in plain words; those that do harm are stopped."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, Reading
from tests.unit.ingest.pdf_samples import Text, add_page, flow, pdf, saved, stream
from tests.unit.ingest.samples import BUDGET, COUNCIL, paragraphs, read


def refusal(data: bytes) -> ImportFailedError:
    with pytest.raises(ImportFailedError) as caught:
        read("report.pdf", data)
    assert caught.value.where == "report.pdf"
    assert caught.value.hint
    return caught.value


def add_scan(document: pikepdf.Pdf) -> None:
    picture = document.make_stream(
        zlib.compress(b"\x80" * 64), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8,
        ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.FlateDecode,
    )  # fmt: skip
    add_page(document, b"q 595 0 0 842 0 0 cm /P Do Q", XObject=Dictionary(P=picture))


def test_a_password_is_asked_for() -> None:
    locked = pdf(flow(COUNCIL), encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "password" in refusal(locked).message


def test_an_owner_password_alone_does_not_matter() -> None:
    locked = pdf(flow(COUNCIL), encryption=pikepdf.Encryption(owner="o", user=""))
    assert paragraphs(read("a.pdf", locked)) == [COUNCIL]


def test_no_pages() -> None:
    assert "no pages" in refusal(pdf()).message


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<htm no", b"\x00" * 2000])
def test_no_pdf(data: bytes) -> None:
    assert "no PDF" in refusal(data).message


def test_a_header_alone() -> None:
    assert "broken" in refusal(b"%PDF-1.7\n%%EOF").message


def test_any_cut_is_refused_or_warned_of() -> None:
    whole = pdf(flow(COUNCIL, BUDGET), flow(BUDGET))
    for share in range(5, 100, 5):
        cut = whole[: len(whole) * share // 100]
        with suppress(ImportFailedError):
            assert any("breaks off" in warning for warning in read("a.pdf", cut).warnings)


def test_a_scan_asks_for_ocr() -> None:
    document = pikepdf.new()
    add_scan(document)
    error = refusal(saved(document))
    assert "no text layer" in error.message
    assert "ocrmypdf" in error.hint


def test_pages_without_text_are_named() -> None:
    document = pikepdf.new()
    add_page(document, stream(flow(COUNCIL)))
    for _ in range(3):
        add_scan(document)
    add_page(document, b"")
    found = read("a.pdf", saved(document))
    assert paragraphs(found) == [COUNCIL]
    assert [w for w in found.warnings if "no text layer on pages 2–4" in w]


def test_empty_pages_have_no_text() -> None:
    assert "no text" in refusal(pdf([], [])).message


def test_a_text_layer_of_nothing_is_refused() -> None:
    document = pikepdf.new()
    add_page(document, stream(flow(COUNCIL)))
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> "
        b"endcodespacerange 1 beginbfrange <21> <7e> <e021> endbfrange endcmap end end"
    )
    document.pages[0].Resources.Font["/F"]["/ToUnicode"] = document.make_stream(cmap)
    assert "text layer is broken" in refusal(saved(document)).message


def self_drawing() -> bytes:
    """A form that draws itself, twice."""
    document = pikepdf.new()
    form = document.make_indirect(
        document.make_stream(b"/X Do /X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 500, 500]))
    )
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    add_page(document, b"/X Do", XObject=Dictionary(X=form))
    return saved(document)


def content_bomb() -> bytes:
    """A megabyte that becomes half a gigabyte of drawing."""
    document = pikepdf.new()
    add_page(document, b"")
    drawing, times = b"BT /F 10 Tf (a) Tj ET\n" * 50_000, 400
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = (packer.compress(drawing) + packer.flush(zlib.Z_FULL_FLUSH)) * times + packer.flush()
    check = 1
    for _ in range(times):
        check = zlib.adler32(drawing, check)
    whole = b"\x78\x9c" + packed + check.to_bytes(4)
    document.pages[0].Contents = document.make_stream(whole, Filter=Name.FlateDecode)
    return saved(document)


@pytest.mark.slow
@pytest.mark.parametrize("make", [self_drawing, content_bomb])
def test_what_never_ends_is_stopped_and_the_next_is_read(make: object) -> None:
    assert callable(make)
    data = make()
    with Reading(seconds=2) as reading:
        with pytest.raises(ImportFailedError, match=r"seconds and was stopped|broke the reader|memory"):
            reading.read("bomb.pdf", data)
        (document,) = reading.read("ok.pdf", pdf(flow(COUNCIL, BUDGET)))
    assert isinstance(document, Document)
    assert paragraphs(document) == [COUNCIL, BUDGET]


def test_hundreds_of_pages() -> None:
    page = [*flow(COUNCIL, BUDGET, COUNCIL, BUDGET), Text("The Selva Quarterly", y=800, size=8)]
    data = pdf(*[page] * 200)
    document = read("a.pdf", data)
    assert len(paragraphs(document)) == 800
    assert document.metadata.pages[800] == (200, 200)
