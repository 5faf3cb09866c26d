"""Verifying what somebody made to deceive or to exhaust: every way is found, and in bounded time and memory."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from pikepdf.settings import get_qpdf_limits

from briefing_tui.compile import check_itself, receipt_of
from briefing_tui.compile.file import decoded, fingerprints, xmp
from briefing_tui.compile.file.finish import RECEIPT, receipt_file
from tests.unit.compile.file.test_self_check import changed

BRIEF = "brief.yaml"


def ring(document: Pdf) -> None:
    """A tag that is its own child."""
    tag = document.make_indirect(Dictionary(S=Name.P))
    tag.K = Array([tag])
    document.Root.StructTreeRoot.K = Array([tag])


def shared(document: Pdf) -> None:
    """Tags that are shared level by level: two to the power of sixty ways through a small tree."""
    tag = document.make_indirect(Dictionary(S=Name.P, ID=String("quote-i1"), K=0, Pg=document.pages[0].obj))
    for _ in range(60):
        tag = document.make_indirect(Dictionary(S=Name.P, K=Array([tag, tag])))
    document.Root.StructTreeRoot.K = Array([tag])


def sealed(document: Pdf, change: Callable[[dict[str, Any]], object] = lambda _: None) -> None:
    """Make a new receipt for a changed document, as one who knows the program would, and change what it says."""
    entries = document.Root.Names.EmbeddedFiles.Names
    at = [str(entry) for entry in list(entries)[::2]].index(RECEIPT) * 2 + 1
    receipt = json.loads(entries[at].EF.F.read_bytes())
    taken = fingerprints.Fingerprints(document)
    files = {name: digest for name, digest in taken.files().items() if name != RECEIPT}
    shown = {"pages": taken.pages(), "structure": taken.structure(), "document": taken.document(), "files": files}
    receipt["pdf"].update(shown)
    change(receipt)
    paper, about = json.dumps(receipt).encode(), xmp.About(**receipt["pdf"]["about"])
    entries[at] = receipt_file(document, paper, about)
    document.Root.AF = Array(list(entries)[1::2])
    packet = document.make_stream(xmp.packet(about, receipt=hashlib.sha256(paper).hexdigest()))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    document.Root.Metadata = packet


@pytest.mark.parametrize("knot", [ring, shared])
def test_tags_in_rings_come_to_an_end(finished: Path, tmp_path: Path, knot: Callable[[Pdf], None]) -> None:
    problems = changed(finished, tmp_path, knot)
    assert [place for place, _ in problems] == ["structure", "page 1"]
    assert "no quote was compared" in problems[0][1]
    assert not check_itself(tmp_path / "changed.pdf").quotes


@pytest.mark.parametrize("knot", [ring, shared])
def test_they_do_with_a_receipt_made_for_them(finished: Path, tmp_path: Path, knot: Callable[[Pdf], None]) -> None:
    def forge(document: Pdf) -> None:
        knot(document)
        sealed(document)

    places = {place for place, _ in changed(finished, tmp_path, forge)}
    assert places >= {"quote e2", "quote e3"}
    assert "structure" not in places


def test_a_new_receipt_for_all_of_it_is_what_only_a_signature_excludes(finished: Path, tmp_path: Path) -> None:
    assert not changed(finished, tmp_path, sealed)


def forged(document: Pdf, name: str, *, before: bool) -> None:
    """Put another file inside under a name that is taken."""
    entries = document.Root.Names.EmbeddedFiles.Names
    evil = document.make_indirect(
        Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=document.make_stream(b"evil")))
    )
    at = [str(entry) for entry in list(entries)[::2]].index(name) * 2 + (0 if before else 2)
    listed = list(entries)
    document.Root.Names.EmbeddedFiles.Names = Array([*listed[:at], String(name), evil, *listed[at:]])


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("name", [BRIEF, RECEIPT])
def test_a_name_that_occurs_twice(finished: Path, tmp_path: Path, name: str, *, before: bool) -> None:
    problems = changed(finished, tmp_path, lambda d: forged(d, name, before=before))
    file = tmp_path / "changed.pdf"
    if name == RECEIPT:
        assert (receipt_of(file) == b"evil") is before
        assert any("cannot be understood" in said for _, said in problems) is before
    if not (before and name == RECEIPT):
        assert (name, "2 files inside have this name: another viewer may show another one") in problems


def associate(document: Pdf) -> None:
    other = document.make_indirect(document.Root.AF[0].copy())
    other.EF = Dictionary(F=document.make_stream(b"evil"))
    document.Root.AF[0] = other


def described(document: Pdf) -> None:
    document.Root.Names.EmbeddedFiles.Names[5].Desc = String("Nothing of importance")


def stamped(document: Pdf) -> None:
    """An annotation that paints over the page."""
    look = document.make_stream(b"1 g 0 0 600 800 re f", Type=Name.XObject, Subtype=Name.Form)
    look.BBox = Array([0, 0, 600, 800])
    for annotation in list(document.pages[0].Annots)[:1]:
        annotation.AP = Dictionary(N=look)


def swapped(document: Pdf) -> None:
    document.pages[0].Resources.XObject.Another = document.make_stream(b"", Type=Name.XObject, Subtype=Name.Form)


def layered(document: Pdf) -> None:
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def turned(document: Pdf) -> None:
    """What a page inherits of the node above it."""
    document.Root.Pages.CropBox = Array([0, 0, 10, 10])


def led_astray(document: Pdf) -> None:
    other = Dictionary(Type=Name.Pages, Kids=Array(), Count=0, Rotate=180)
    document.pages[0].obj.Parent = document.make_indirect(other)


ATTACKS = [
    (associate, "document"),
    (lambda d: d.Root.AF.append(d.make_indirect(Dictionary(Type=Name.Filespec))), "document"),
    (lambda d: d.Root.__delitem__("/AF"), "document"),
    (described, RECEIPT),
    (lambda d: d.Root.Names.EmbeddedFiles.Names[5].EF.F.__setitem__("/Subtype", Name("/text/html")), RECEIPT),
    (stamped, "page 1"),
    (swapped, "page 1"),
    (turned, "page 1"),
    (led_astray, "page 1"),
    (lambda d: d.pages[0].Annots[0].__setitem__("/Parent", Dictionary(Contents=String("x"))), "page 1"),
    (lambda d: d.pages[0].Resources.__setitem__("/P", Dictionary(X=1)), "page 1"),
    (lambda d: d.Root.ViewerPreferences.__setitem__("/Prev", Name.X), "document"),
    (lambda d: d.Root.StructTreeRoot.K[0].__setitem__("/P", d.pages[0].obj), "structure"),
    (lambda d: d.Root.Outlines.First.__setitem__("/Parent", d.Root.Outlines.Last), "document"),
    (layered, "document"),
    (
        lambda d: d.Root.Pages.__setitem__("/AA", Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("x")))),
        "document",
    ),
    (lambda d: d.trailer.__setitem__("/Extra", String("x")), "document"),
    (lambda d: d.Root.__setitem__("/PageLabels", Dictionary(Nums=Array([0, Dictionary(St=7)]))), "document"),
    (lambda d: d.Root.__setitem__("/OpenAction", Dictionary(S=Name.URI, URI=String("https://x.example"))), "document"),
]


@pytest.mark.parametrize("page", [5, Name.X, String("x"), Array([])])
def test_a_tag_on_what_is_no_page_is_told_in_words(finished: Path, tmp_path: Path, page: Any) -> None:
    told = changed(finished, tmp_path, lambda d: d.Root.StructTreeRoot.K[0].__setitem__("/Pg", page))
    assert told
    assert not any("attribute" in said for _, said in told)


@pytest.mark.parametrize(("attack", "place"), ATTACKS)
def test_each_of_these_is_found(finished: Path, tmp_path: Path, attack: Callable[[Pdf], None], place: str) -> None:
    assert place in [where for where, _ in changed(finished, tmp_path, attack)]


def plain(finished: Path) -> bytes:
    """The briefing with a table of its objects that can be read, and followed by another."""
    out = BytesIO()
    with pikepdf.open(finished) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
    return out.getvalue()


def increment(finished: Path, objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """The briefing with objects written anew behind its end."""
    data = plain(finished)
    end = data.rindex(b"startxref\n")
    previous = data[end + 10 :].split(b"\n")[0]
    old = data[data.rindex(b"trailer") + 7 : end].strip()
    table = b"xref\n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    new = trailer or old.removesuffix(b">>")
    return data + table + b"trailer " + new + b" /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (previous, len(data))


def test_keys_that_occur_twice_in_an_increment(finished: Path, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(plain(finished))) as document:
        bookmark = document.Root.Outlines.First
        body = bookmark.unparse(resolved=True)
        number = bookmark.objgen[0]
    file = tmp_path / "twice.pdf"
    file.write_bytes(increment(finished, {number: body}))
    (older,) = check_itself(file).problems
    assert f"the object {number} stands in it twice" in older.message
    file.write_bytes(increment(finished, {number: body.replace(b"<<", b"<< /Title (Another)", 1)}))
    problems = check_itself(file).problems
    assert any(p.place == "file" and "duplicate" in p.message for p in problems), problems


def test_a_second_catalogue_in_an_increment(finished: Path, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(plain(finished))) as document:
        body = document.Root.unparse(resolved=True)
        size = int(document.trailer.Size)
        info = document.trailer.Info.unparse()
    other = body.removesuffix(b">>") + b" /OpenAction << /S /URI /URI (https://x.example) >> >>"
    file = tmp_path / "second.pdf"
    trailer = b"<< /Size %d /Root %d 0 R /Info %s" % (size + 1, size, info)
    file.write_bytes(increment(finished, {size: other}, trailer))
    assert [p.place for p in check_itself(file).problems] == ["document", "file"]


def bomb(document: Pdf, size: int = 5 << 20) -> Stream:
    """A small stream that holds much."""
    stream = Stream(document, zlib.compress(bytes(size)))
    stream.Filter = Name.FlateDecode
    return stream


def swollen(document: Pdf) -> None:
    document.Root.Names.EmbeddedFiles.Names[3].EF.F = document.make_indirect(bomb(document))


@pytest.mark.parametrize(
    ("attack", "place", "said"),
    [
        (swollen, "excerpts.jsonld", "more than 1 MiB"),
        (lambda d: setattr(d.Root.Names.EmbeddedFiles.Names[1].EF, "F", bomb(d)), BRIEF, "more than 1 MiB"),
        (lambda d: setattr(d.Root.Names.EmbeddedFiles.Names[5].EF, "F", bomb(d)), "file", "receipt.json"),
        (lambda d: setattr(d.Root, "Metadata", bomb(d)), "metadata", "more than 4 MiB"),
        (lambda d: setattr(d.pages[0], "Contents", bomb(d)), "page 1", "more than 1 MiB"),
        (lambda d: d.Root.StructTreeRoot.__setitem__("/X", bomb(d)), "structure", "more than 1 MiB"),
    ],
)
def test_what_holds_too_much_is_named_and_not_read(
    finished: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    attack: Callable[[Pdf], None],
    place: str,
    said: str,
) -> None:
    monkeypatch.setattr(decoded, "LARGEST", 1 << 20)
    monkeypatch.setattr(fingerprints, "LARGEST", 1 << 20)
    assert any(where == place and said in what for where, what in changed(finished, tmp_path, attack))


def test_its_list_of_objects_may_not_hold_too_much(
    finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoded, "LARGEST", 5_000)
    assert [p.message for p in check_itself(finished).problems] == ["it is damaged: unable to find /Root dictionary"]
    assert get_qpdf_limits()["flate_max_memory"] == 0


def test_all_together_may_not_hold_too_much_either(
    finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "MOST", 10_000)
    assert any("all together" in p.message for p in check_itself(finished).problems)
