"""Containers that are locked, broken, lying or out to do harm: one clear line each."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Reading
from briefing_tui.ingest.formats.office import archive
from tests.unit.ingest.office import docx, docx_parts, epub, odt, odt_parts, p, page, rtf, t, zipped
from tests.unit.ingest.samples import COUNCIL, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refused(name: str, data: bytes) -> ImportFailedError:
    with pytest.raises(ImportFailedError) as error:
        read(name, data)
    assert error.value.where == name
    assert error.value.hint
    return error.value


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "old format"),
        ("a.doc", OLE + "Workbook".encode("utf-16-le"), "old format of Office"),
        ("a.docx", b"plain words", "no document of the kind"),
        ("a.docx", b"", "no document of the kind"),
        ("a.docx", docx(p(COUNCIL))[:400], "broken or cut short"),
        ("a.odt", odt(t(COUNCIL))[:-30], "broken or cut short"),
        ("a.docx", zipped({"xl/workbook.xml": "<workbook/>"}), "no Word document"),
        ("a.docx", zipped(docx_parts(p(COUNCIL)) | {"word/document.xml": "<w:document"}), "broken: word/document.xml"),
        ("a.docx", zipped(docx_parts("") | {"word/document.xml": ""}), "broken: word/document.xml"),
        ("a.odt", b"PK" + odt(t(COUNCIL))[60:], "broken"),
        ("a.rtf", rtf("}}{\\trowd\\cellx1\\cell\\row"), "no text"),
        ("a.docx", docx(p(" ")), "no text"),
        ("a.docx", docx(), "no text"),
        ("a.rtf", rtf(""), "no text"),
        ("a.odt", zipped({"content.xml": "<a/>"}), "no text document"),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}), "no list of its parts"),
        ("a.odt", zipped(odt_parts(t(COUNCIL)) | {"META-INF/manifest.xml": "<encryption-data/>"}), "password"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, what: str) -> None:
    assert what in refused(name, data).message


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "/etc/evil", "C:\\evil", "a\\..\\evil"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert "leads out" in refused("a.docx", docx(p(COUNCIL), extra={name: "x"})).message


def test_entities_are_refused_in_every_part() -> None:
    body = f"{ENTITIES}<document/>"
    assert "defines entities" in refused("a.docx", zipped(docx_parts("") | {"word/document.xml": body})).message
    styled = docx(p(COUNCIL), extra={"word/styles.xml": f"{ENTITIES}<styles>&b;</styles>"})
    assert "defines entities" in refused("a.docx", styled).message
    assert "defines entities" in refused("a.odt", zipped(odt_parts("") | {"content.xml": f"{ENTITIES}<d/>"})).message
    book = epub({"c.xhtml": page("")}, extra={"META-INF/encryption.xml": f"{ENTITIES}<d/>"})
    assert "defines entities" in refused("a.epub", book).message


def test_an_entity_in_utf_16_is_refused_too() -> None:
    body = f'<?xml version="1.0" encoding="utf-16"?>{ENTITIES}<d/>'.encode("utf-16")
    assert "defines entities" in refused("a.docx", zipped(docx_parts("") | {"word/document.xml": body})).message


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = docx(p(COUNCIL), extra={"word/footnotes.xml": b" " * 3_000_000})
    assert "packed more than" in refused("a.docx", bomb).message
    monkeypatch.setattr(archive, "PARTS", 4_000)
    assert "larger than" in refused("a.docx", zipped(docx_parts(p(COUNCIL * 40)), stored=True)).message
    monkeypatch.setattr(archive, "DECLARED", 1_000)
    assert "larger than 2 GB" in refused("a.docx", docx(p(COUNCIL))).message
    monkeypatch.setattr(archive, "MEMBERS", 2)
    assert "more than 2 files" in refused("a.docx", docx(p(COUNCIL))).message


def test_a_part_that_lies_about_its_size_is_broken() -> None:
    """Only what is declared is unpacked."""
    data = bytearray(docx(p(COUNCIL * 50)))
    entry = data.rindex(b"word/document.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = struct.pack("<I", 100)
    assert "broken" in refused("a.docx", bytes(data)).message


def test_pictures_and_containers_within_are_not_opened() -> None:
    inner = docx(p("Words of another file"))
    extra: dict[str, str | bytes] = {"word/embeddings/inner.docx": inner, "word/media/big.bmp": bytes(40_000_000)}
    assert read("a.docx", docx(p(COUNCIL), extra=extra)).text == COUNCIL


def test_doubled_parts_are_refused() -> None:
    out = BytesIO(docx(p(COUNCIL)))
    with zipfile.ZipFile(out, "a") as container:
        container.writestr("WORD/document.xml", "<other/>")
    assert "one name" in refused("a.docx", out.getvalue()).message


def test_a_locked_part_needs_a_password() -> None:
    data = bytearray(docx(p(COUNCIL)))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    assert "password" in refused("a.docx", bytes(data)).message


def test_macros_are_not_run_and_said() -> None:
    document = read("a.docm", docx(p(COUNCIL), extra={"word/vbaProject.bin": OLE}))
    assert document.text == COUNCIL
    assert any("macros" in warning for warning in document.warnings)


def test_what_lies_elsewhere_is_not_fetched() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>'
    )
    assert read("a.docx", docx(p(COUNCIL), extra={"word/_rels/document.xml.rels": relation})).text == COUNCIL
    elsewhere = '<img src="http://192.0.2.1/a.png"/><iframe src="file:///etc/passwd"></iframe>'
    script = '<script src="http://192.0.2.1/a.js">evil()</script>'
    assert read("a.epub", epub({"c.xhtml": page(f"{script}<p>{COUNCIL}</p>{elsewhere}")})).text == COUNCIL


def test_a_book_that_its_seller_has_locked() -> None:
    lock = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="{}"/></encryption>'
    pages = {"c.xhtml": page(f"<p>{COUNCIL}</p>")}
    locked = epub(pages, extra={"META-INF/encryption.xml": lock.format("OEBPS/Text/c.xhtml")})
    assert "DRM" in refused("a.epub", locked).message
    font = epub(pages, extra={"META-INF/encryption.xml": lock.format("OEBPS/font.otf")})
    assert read("a.epub", font).text == COUNCIL


def test_depth_without_end() -> None:
    assert "nested" in refused("a.rtf", b"{\\rtf1 " + b"{" * 100_000).message
    assert "broken" in refused("a.docx", docx("<w:sdt><w:sdtContent>" * 50_000)).message


def test_a_failure_is_one_line_in_a_process_of_its_own() -> None:
    with Reading() as reading:
        with pytest.raises(ImportFailedError, match="password"):
            reading.read("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"))
        deep = epub({"c.xhtml": page("<div>" * 20_000 + COUNCIL)})
        with pytest.raises(ImportFailedError):
            reading.read("a.epub", deep)
        assert reading.read("b.docx", docx(p(COUNCIL)))
