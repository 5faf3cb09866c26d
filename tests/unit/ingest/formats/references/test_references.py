"""CSL-JSON, RIS and EndNote XML: records with their fields; one broken record stops no other."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefing_tui import ingest
from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, Unread
from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.samples import kinds, read


def item(**fields: Any) -> Document:
    return read("library.json", json.dumps([{"id": "key", "type": "book", **fields}]).encode())


class TestCslJson:
    def test_an_item(self) -> None:
        document = item(
            title="A <i>short</i> word", author=[{"family": "Quay", "given": "Jan", "non-dropping-particle": "van"}],
            issued={"date-parts": [["2019", 11]]}, DOI="10.1/x", volume=3, abstract="One.\n\nTwo.",
            editor=[{"literal": "An office"}], accessed={"date-parts": [[2020, 1, 2]]}, language="en-GB",
            custom={"a": 1}, attachments=[{"path": "a.pdf"}, {"path": "https://x.org/b.pdf"}],
        )  # fmt: skip
        found = document.metadata
        assert (found.title, found.author, found.issued) == (
            "A short word",
            (Name("van Quay", "Jan"),),
            PartialDate(2019, 11),
        )
        assert found.evidence["title"] == "CSL-JSON title (record 1)"
        assert document.links == ("a.pdf",)
        assert [d.text for d in document.dropped] == ["One.", "Two."]
        assert found.extra == {
            "citation-key": "key", "DOI": "10.1/x", "volume": "3", "editor": [{"literal": "An office"}],
            "accessed": "2020-01-02", "csl-custom": '{"a": 1}',
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("issued", "date", "state"),
        [
            ({"raw": "20 November 2019"}, PartialDate(2019, 11, 20), State.STATED),
            ({"literal": "n.d."}, None, State.MISSING),
            ("2019-11", PartialDate(2019, 11), State.STATED),
            ({"date-parts": [[2019]], "season": 2}, PartialDate(2019), State.STATED),
            ({"date-parts": [[2019]], "circa": True}, PartialDate(2019), State.INFERRED),
            ({"date-parts": [[None]]}, None, State.MISSING),
            ({"date-parts": [["x"], 7]}, None, State.MISSING),
            ({"date-parts": "2019"}, None, State.MISSING),
            ({"date-parts": [[10**30]]}, None, State.MISSING),
            ([2019], None, State.MISSING),
        ],
    )
    def test_dates(self, issued: Any, date: PartialDate | None, state: State) -> None:
        found = item(issued=issued).metadata
        assert (found.issued, found.state("issued")) == (date, state)

    def test_an_ambiguous_day_is_said_with_both_readings(self) -> None:
        found = item(issued={"raw": "8/11/2019"}).metadata
        assert found.issued == PartialDate(2019)
        assert "2019-11-08" in found.evidence["issued"]
        assert "2019-08-11" in found.evidence["issued"]

    @pytest.mark.parametrize(
        "text", ['{"a": 1}', "[]", "7", '{"items": []}', '["a"]', "[1,", '{"a":' * 100_000, "9" * 5000, '"x"']
    )
    def test_other_json_is_refused_in_plain_words(self, text: str) -> None:
        with pytest.raises(ImportFailedError) as caught:
            ingest.read("data.json", text.encode())
        assert "CSL-JSON" in caught.value.hint

    def test_an_entry_that_is_none_does_not_stop_the_others(self) -> None:
        found = ingest.read("l.json", b'[{"id": "a", "type": "book"}, 7, {"id": "c", "title": "C"}]')
        assert [isinstance(part, Unread) for part in found] == [False, True, False]
        assert isinstance(found[1], Unread)
        assert found[1].error.where == "l.json, record 2"

    def test_strange_values_are_taken_for_what_they_are(self) -> None:
        found = item(
            type="gadget", title=7, author="A. Body", URL="javascript:alert(1)", language="Elvish", publisher=["Quay"],
            note="x\u0000y\ud800", keyword=["a", "b"], editor={"family": "Roe"},
        )  # fmt: skip
        assert (found.metadata.type, found.metadata.title, found.metadata.publisher) == ("document", "7", "Quay")
        assert found.metadata.author == (Name(literal="A. Body"),)
        assert (found.metadata.url, found.metadata.language) == ("", "")
        assert found.metadata.extra["csl-URL"] == "javascript:alert(1)"
        assert found.metadata.extra["csl-language"] == "Elvish"
        assert found.metadata.extra["note"] == "x y\ufffd"
        assert len(found.warnings) == 2

    def test_what_is_too_long_for_a_header_is_kept_beside_it(self) -> None:
        names = [{"family": f"F{n}", "given": "A"} for n in range(3000)]
        document = item(author=names, note="word " * 5000, title="t" * 3000, **{f"x{n}": "y" * 900 for n in range(100)})
        assert len(document.metadata.author) == 300
        long = item(author=[{"family": "Ж" * 150, "given": "A"}] * 200)
        assert 0 < len(long.metadata.author) < 100
        assert "of 3000 names" in " ".join(document.warnings)
        assert {"note", "title"} < {dropped.kind for dropped in document.dropped}
        assert len(json.dumps(dict(document.metadata.extra))) < 30_000

    def test_ten_megabytes(self) -> None:
        items = [{"id": f"k{n}", "type": "book", "title": f"T {n}", "abstract": "word " * 400} for n in range(5000)]
        data = json.dumps(items).encode()
        assert len(data) > 10_000_000
        assert len(ingest.read("big.json", data)) == 5000


RIS = """TY  - NEWS
ID  - ferry
AU  - van der Quay, Jan
AU  - World Ferry Union
TI  - The ferry
 goes on
T2  - The Harbour Times
DA  - 2019/11/20/
PY  - 2019
UR  - https://example.org/a
L1  - file:///home/you/a%20b.pdf
L4  - pictures/b.png
SP  - 1
EP  - 3
AB  - One.

Two.
ER  -
"""


class TestRis:
    def test_a_record(self) -> None:
        document = read("library.ris", RIS.encode())
        found = document.metadata
        assert (found.type, found.title, document.part) == ("article-newspaper", "The ferry goes on", "ferry")
        assert found.author == (Name("van der Quay", "Jan"), Name(literal="World Ferry Union"))
        assert (found.issued, found.evidence["issued"]) == (PartialDate(2019, 11, 20), "RIS tag DA (line 8)")
        assert found.extra == {"citation-key": "ferry", "page": "1-3"}
        assert document.links == ("/home/you/a b.pdf", "pictures/b.png")
        assert [d.text for d in document.dropped] == ["One.", "Two."]

    @pytest.mark.parametrize(
        ("lines", "date"),
        [
            ("DA  - 2019/11/20", PartialDate(2019, 11, 20)),
            ("DA  - 2019-11-20", PartialDate(2019, 11, 20)),
            ("Y1  - 2019///Spring", PartialDate(2019)),
            ("PY  - 2019\nDA  - NOV 20", PartialDate(2019, 11, 20)),
            ("PY  - 2019\nDA  - NOV", PartialDate(2019, 11)),
            ("PY  - 2019\nDA  - soon", PartialDate(2019)),
            ("PY  - 2019//20/", PartialDate(2019)),
            ("PY  - ", None),
        ],
    )
    def test_dates(self, lines: str, date: PartialDate | None) -> None:
        assert read("l.ris", f"TY  - RPRT\nTI  - A\n{lines}\nER  - ".encode()).metadata.issued == date

    def test_broken_records_do_not_spoil_their_neighbours(self) -> None:
        text = (
            "TY  - BOOK\nTI  - A\nTY  - WHAT\nTI  - B\nER  -\nAU  - Lost, A\nER  -\n"
            "TY  - BOOK\nER  -\r\nTY  - BOOK\nTI  - C"
        )
        found = ingest.read("l.ris", text.encode())
        assert [d.metadata.title if isinstance(d, Document) else d.part for d in found] == [
            "A",
            "B",
            "line 6",
            "line 8",
            "C",
        ]
        assert isinstance(found[0], Document)
        assert found[0].warnings == ("the record is not closed by ER",)
        assert isinstance(found[1], Document)
        assert found[1].metadata.type == "document"

    def test_other_text_is_refused(self) -> None:
        with pytest.raises(ImportFailedError, match="no RIS record"):
            ingest.read("l.ris", b"some words\nand more")


ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?><xml><records>{}</records></xml>"""
RECORD = (
    '<record><database name="Ferries.enl" path="x">Ferries.enl</database><rec-number>7</rec-number>'
    '<ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">'
    "van der Quay, Jan</style></author><author>World Ferry Union,</author></authors></contributors>"
    "<titles><title><style>Grain &amp; "
    "</style><style>ferries</style></title><secondary-title>Harbour Quarterly</secondary-title></titles>"
    "<pages>1-3</pages><volume>3</volume><number>4</number>"
    "<dates><year>2019</year><pub-dates><date>November 20</date></pub-dates>"
    "</dates><abstract>What was said.</abstract><urls><related-urls><url>https://example.org/a</url></related-urls><pdf-urls>"
    "<url>internal-pdf://0123/a%20b.pdf</url></pdf-urls></urls><electronic-resource-num>10.1/x</electronic-resource-num>"
    "<language>eng</language></record>"
)


class TestEndNote:
    def test_a_record(self) -> None:
        document = read("l.xml", ENDNOTE.format(RECORD).encode())
        found = document.metadata
        assert (found.type, found.title, found.container_title) == (
            "article-journal",
            "Grain & ferries",
            "Harbour Quarterly",
        )
        assert found.author == (Name("van der Quay", "Jan"), Name(literal="World Ferry Union"))
        assert (found.issued, found.language, found.url) == (PartialDate(2019, 11, 20), "en", "https://example.org/a")
        assert {"volume": "3", "issue": "4", "page": "1-3", "DOI": "10.1/x"}.items() <= found.extra.items()
        assert document.links == ("Ferries.Data/PDF/0123/a b.pdf",)
        assert kinds(document) == [(1, "abstract")]

    def test_a_broken_record_does_not_stop_the_others(self) -> None:
        found = ingest.read("l.xml", ENDNOTE.format(f"{RECORD}\n<record><titles></record>\n{RECORD}<record>").encode())
        assert [isinstance(part, Unread) for part in found] == [False, True, False, True]
        assert isinstance(found[1], Unread)
        assert found[1].error.where == "l.xml, record 2, line 2"

    def test_declared_entities_are_refused(self) -> None:
        bomb = '<!DOCTYPE xml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        with pytest.raises(ImportFailedError, match="declares"):
            ingest.read("l.xml", ENDNOTE.format(RECORD).replace("<xml>", f"{bomb}<xml>").encode())

    def test_entities_that_nobody_declared_spoil_their_record_alone(self) -> None:
        found = ingest.read("l.xml", ENDNOTE.format(RECORD.replace("&amp;", "&file;") + RECORD).encode())
        assert [isinstance(part, Unread) for part in found] == [True, False]

    def test_other_xml_is_refused(self) -> None:
        with pytest.raises(ImportFailedError, match="no EndNote records"):
            ingest.read("l.xml", b"<rss><channel/></rss>")
