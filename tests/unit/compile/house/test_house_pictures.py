"""Pictures of a house: whole and within limits, or refused before anything is laid out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image

from briefing_tui.compile.file.fingerprints import Fingerprints
from briefing_tui.compile.house.picture import complaint
from briefing_tui.compile.house.template import load_form
from briefing_tui.errors import FormatError
from tests.unit.compile.house.test_templates import house

XLINK = "http://www.w3.org/1999/xlink"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="{XLINK}" width="9" height="9"{{}}>{{}}</svg>'


def drawing(content: str, attributes: str = "") -> bytes:
    return SVG.format(attributes, content).encode()


def picture(kind: str, mode: str = "RGB") -> bytes:
    content = BytesIO()
    Image.linear_gradient("L").resize((64, 64)).convert(mode).save(content, kind)
    return content.getvalue()


BOMB = "".join(f'<g id="g{n}">{f"<use xlink:href={chr(34)}#g{n - 1}{chr(34)}/>" * 10}</g>' for n in range(1, 9))
"""Each group has ten of the one before."""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no SVG"),
        (b"<svg><not closed", "no SVG"),
        (b"<html/>", "no SVG"),
        (picture("PNG"), "no SVG"),
        (b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + drawing("<text>&a;</text>"), "document type"),
        (b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + drawing("<text>&a;</text>"), "document type"),
        (drawing(f'<defs><g id="g0"><rect/></g>{BOMB}</defs><use href="#g8"/>'), "more than 20,000 shapes"),
        (drawing('<g id="a"><use href="#a"/></g>'), "within itself"),
        (drawing('<pattern id="a"><rect style="fill: url(#a)"/></pattern>'), "within itself"),
        (drawing("<g>" * 150 + "</g>" * 150), "more than"),
        (drawing("<g>" * 5000 + "</g>" * 5000), "not whole"),
        (drawing("<g/>" * 20_001), "more than"),
        (drawing(" " * (1 << 20)), "1 MiB"),
        (drawing("<script>x()</script>"), "<script>"),
        (drawing("", ' onload="x()"'), "onload"),
        (drawing("<foreignObject/>"), "<foreignobject>"),
        (drawing('<image href="data:image/png,x"/>'), "<image>"),
        (drawing('<use href="https://x.example/a.svg#b"/>'), "outside"),
        (drawing('<use xlink:href="a.svg#b"/>'), "outside"),
        (drawing('<rect fill="url(file:///etc/hostname)"/>'), "outside"),
        (drawing("<style>@import url(a.css)</style>"), "<style>"),
        (drawing("<text>“We surrender,” he said</text>"), "quotation marks"),
        (drawing("<g><text>They gave up.<tspan>¹</tspan></text></g>"), "call of a note"),
        (drawing("<text>Harbour</text><text>— We give up</text>"), "speech by a dash"),
    ],
)
def test_a_drawing_that_is_broken_too_large_or_reaches_out(content: bytes, message: str) -> None:
    found = complaint(content, ".svg")
    assert found
    assert message in found[0]


@pytest.mark.parametrize(
    "content",
    [
        '<defs><linearGradient id="g"><stop/></linearGradient></defs><rect fill="url(#g)"/>',
        "<!-- drawn by hand --><style>.a { fill: red }</style><text>The King’s</text>",
        '<symbol id="a"><rect/></symbol><use href="#a"/><use xlink:href="#a"/>',
    ],
)
def test_a_plain_drawing(content: str) -> None:
    assert complaint(drawing(content), ".svg") is None


@pytest.mark.parametrize(
    ("content", "suffix", "message"),
    [
        (b"not a picture", ".png", "no PNG"),
        (picture("PNG")[:100], ".png", "no PNG"),
        (picture("PNG"), ".jpg", "no JPEG"),
        (picture("JPEG")[:300], ".jpeg", "no JPEG"),
        (picture("JPEG", "CMYK"), ".jpg", "CMYK"),
    ],
    ids=["text", "part of a PNG", "PNG as JPEG", "part of a JPEG", "CMYK"],
)
def test_a_picture_that_is_not_what_its_name_says(content: bytes, suffix: str, message: str) -> None:
    found = complaint(content, suffix)
    assert found
    assert message in found[0]


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("JPEG", ".jpeg")])
def test_a_whole_picture(kind: str, suffix: str) -> None:
    assert complaint(picture(kind), suffix) is None
    assert complaint(picture(kind, "L"), suffix) is None


def test_the_error_names_the_file_and_the_line(tmp_path: Path) -> None:
    own = house(tmp_path, page_html='{{ furniture }}\n<img src="logo.svg" alt="us">{{ cover }}{{ body }}')
    (own / "logo.svg").write_text("<svg><not closed")
    with pytest.raises(FormatError, match=r"the picture 'logo\.svg' cannot be used: it is no SVG") as caught:
        load_form("own", tmp_path)
    assert (caught.value.file, caught.value.line) == ("own/page.html", 2)


def with_picture(content: bytes, coding: Name, parameters: Dictionary | None = None) -> str:
    pdf = Pdf.new()
    page = pdf.add_blank_page()
    drawn = Stream(pdf, b"")
    drawn.write(content, filter=coding, decode_parms=parameters)
    page.obj.Resources = Dictionary(XObject=Dictionary(A=drawn))
    return Fingerprints(pdf).pages()[0]


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_has_a_fingerprint_of_its_bytes_and_of_how_they_are_read(mode: str) -> None:
    jpeg = picture("JPEG", mode)
    plain = with_picture(jpeg, Name.DCTDecode)
    assert plain == with_picture(jpeg, Name.DCTDecode)
    assert plain != with_picture(jpeg[:-3] + b"x" + jpeg[-2:], Name.DCTDecode)
    assert plain != with_picture(jpeg, Name.JPXDecode)
    assert plain != with_picture(jpeg, Name.DCTDecode, Dictionary(ColorTransform=0))
