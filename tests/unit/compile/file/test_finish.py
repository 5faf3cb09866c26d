"""The last touch on a PDF."""

import json
from io import BytesIO

import pikepdf
import pytest

from briefing_tui.compile.file import finish, xmp


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2026-11-21", "D:20261121000000Z"),
        ("2026-11", "D:20261101000000Z"),
        ("2026", "D:20260101000000Z"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates(date: str, written: str) -> None:
    assert finish.pdf_date(date) == written


def test_the_identifier_depends_on_every_part() -> None:
    assert finish.identifier(b"a", b"b") == finish.identifier(b"a", b"b")
    assert len({finish.identifier(b"a", b"b"), finish.identifier(b"ab", b""), finish.identifier(b"", b"ab")}) == 3


def test_the_receipt_names_engines_and_fonts() -> None:
    known = {"format": 1, "engines": {"briefing": "1"}}
    fonts = [{"name": "B", "sha256": "2"}, {"name": "A", "sha256": "1"}]
    with pikepdf.new() as blank:
        blank.add_blank_page()
        blank.save(data := BytesIO())
    pdf = finish.finish(
        data.getvalue(), known=known, engines={"pango": "1.50"}, fonts=fonts, about=xmp.About("A title"), files=[]
    )
    with pikepdf.open(BytesIO(pdf)) as finished:
        plain = json.loads(finished.attachments[finish.RECEIPT].get_file().read_bytes())
    assert plain["engines"] == {"briefing": "1", "pango": "1.50"}
    assert plain["fonts"] == fonts[::-1]
    assert plain["pdf"]["about"]["title"] == "A title"
    assert len(plain["pdf"]["pages"]) == 1


def test_links_say_in_words_where_they_lead() -> None:
    address = "https://example.org/a"
    targets = ("n1", f"{address}#:~:text=four%20words", address)
    with pikepdf.new() as blank:
        page = blank.add_blank_page()
        page.Annots = pikepdf.Array(
            [pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Contents=pikepdf.String(to)) for to in targets]
        )
        blank.save(data := BytesIO())
    pdf = finish.finish(
        data.getvalue(), known={"engines": {}}, engines={}, fonts=[], about=xmp.About("A title"), files=[],
        links={"n1": "note 1"},
    )  # fmt: skip
    with pikepdf.open(BytesIO(pdf)) as finished:
        said = [str(link.Contents) for link in finished.pages[0].obj.Annots]
    assert said == ["note 1", address, address]
