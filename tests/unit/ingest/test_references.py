from __future__ import annotations

import json
import time
from typing import Any

import pytest

from briefing_tui import ingest
from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, Reading, Unread
from briefing_tui.ingest.formats.references.attachments import files
from briefing_tui.ingest.formats.references.latex import plain
from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.samples import kinds, read


def bib(text: str) -> tuple[Document | Unread, ...]:
    return ingest.read("library.bib", text.encode())


def entry(fields: str, kind: str = "article") -> Document:
    (document,) = bib(f"@{kind}{{key,\n{fields}\n}}")
    assert isinstance(document, Document)
    return document


def item(**fields: Any) -> Document:
    return read("library.json", json.dumps([{"id": "key", "type": "book", **fields}]).encode())


class TestBibtex:
    def test_a_record_has_its_fields_with_their_lines_and_no_text(self) -> None:
        document = entry(
            "  author = {van der Quay, Jan and {Port Authority of Selva}},\n"
            "  title = {The Grain in the {FERRY} Port},\n"
            "  journal = {Harbour Quarterly},\n  year = 2019, month = nov,\n"
            "  volume = 3, number = 2, pages = {1--20},\n"
            "  doi = {10.1000/x_y}, url = {https://example.org/a_b}, abstract = {What was {said}.}"
        )
        found = document.metadata
        assert (document.text, document.part, found.type) == ("", "key", "article-journal")
        assert found.title == "The Grain in the FERRY Port"
        assert found.author == (Name("van der Quay", "Jan"), Name(literal="Port Authority of Selva"))
        assert (found.container_title, found.issued) == ("Harbour Quarterly", PartialDate(2019, 11))
        assert found.url == "https://example.org/a_b"
        assert found.evidence["author"] == "BibTeX field author (line 2)"
        assert found.state("author") is State.STATED
        assert found.extra == {
            "citation-key": "key", "volume": "3", "issue": "2", "page": "1-20", "DOI": "10.1000/x_y"
        }  # fmt: skip
        assert kinds(document) == [(7, "abstract")]
        assert document.blocks[0].text == "What was said."

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("Jan van der Quay", Name("van der Quay", "Jan")),
            ("King, Jr., Martin L.", Name("King Jr.", "Martin L.")),
            ("Plato", Name("Plato")),
            ("{World Ferry Union}", Name(literal="World Ferry Union")),
            ("Ministry of Ferries", Name(literal="Ministry of Ferries")),
            ("family=Quay, given=Jan, prefix=van", Name("van Quay", "Jan")),
            (r"M{\"u}ller, \'Eva", Name("Müller", "Éva")),
            ("Анна Петрова", Name("Петрова", "Анна")),
            ("محمد علي", Name("علي", "محمد")),
            ("לוי, דנה", Name("לוי", "דנה")),
            ("Smith and Sons, Anna", Name("Smith")),
        ],
    )
    def test_names(self, written: str, name: Name) -> None:
        assert entry(f"author = {{{written} and others}}").metadata.author[0] == name

    @pytest.mark.parametrize(
        ("written", "date", "state"),
        [
            ("date = {2019-11-20}", PartialDate(2019, 11, 20), State.STATED),
            ("date = {2019-11-20T23:10:00+02:00}", PartialDate(2019, 11, 20), State.STATED),
            ("date = {2019-05/2019-07}", PartialDate(2019), State.STATED),
            ("date = {2019-05-02/2019-05-09}", PartialDate(2019, 5), State.STATED),
            ("date = {2019/2021}", PartialDate(2019), State.INFERRED),
            ("date = {1900~}", PartialDate(1900), State.INFERRED),
            ("date = {2019-21}", PartialDate(2019), State.STATED),
            ("year = {c. 1900}", PartialDate(1900), State.INFERRED),
            ("year = 2019, month = 11, day = 20", PartialDate(2019, 11, 20), State.STATED),
            ('year = 2019, month = "20~" # nov', PartialDate(2019, 11, 20), State.STATED),
            ('year = 2019, month = nov # "~20"', PartialDate(2019, 11, 20), State.STATED),
            ("year = 2019, month = {July/August}", PartialDate(2019), State.STATED),
            ("date = {2019-02-30}", PartialDate(2019, 2), State.STATED),
            ("year = {n.d.}", None, State.MISSING),
            ("date = {-0044}", None, State.MISSING),
            ("year = {forthcoming}", None, State.MISSING),
        ],
    )
    def test_dates_are_as_exact_as_they_are_stated(self, written: str, date: PartialDate | None, state: State) -> None:
        document = entry(written)
        assert (document.metadata.issued, document.metadata.state("issued")) == (date, state)
        assert bool(document.warnings) is (date is None)

    def test_a_broken_entry_is_reported_with_its_line_and_the_others_are_read(self) -> None:
        entries = [f"@book{{k{n},\n title = {{Book {n}}},\n year = 2001\n}}\n" for n in range(50)]
        entries[20] = "@book{k20,\n title = {Never closed,\n year = 2001\n}\n"
        found = bib("".join(entries))
        (broken,) = [part for part in found if isinstance(part, Unread)]
        assert len(found) == 50
        assert (broken.part, broken.error.where) == ("k20", "library.bib, line 81")
        assert "brace" in broken.error.message
        assert broken.error.hint
        assert [d.metadata.title for d in found if isinstance(d, Document)] == [
            f"Book {n}" for n in range(50) if n != 20
        ]

    @pytest.mark.parametrize(
        ("body", "said"),
        [
            ("@book{k, title = {A} year = 2001}", "comma after the field title"),
            ("@book{k, title {A}}", "is no field"),
            ("@book{k, title = }", "value is missing"),
            ('@book{k, title = "A}', "quotation mark is not closed"),
            ("@book{a b c}", "comma after the key"),
        ],
    )
    def test_what_is_wrong_is_said(self, body: str, said: str) -> None:
        (broken, good) = bib(f"{body}\n@misc{{other, title = {{B}}}}\n")
        assert isinstance(broken, Unread)
        assert said in broken.error.message
        assert isinstance(good, Document)

    def test_abbreviations_comments_and_brackets(self) -> None:
        found = bib(
            '@preamble{"\\newcommand{\\x}{y}"}\n@string{hq = "Harbour"}\n@string(full = hq # " Quarterly")\n'
            "@comment{jabref-meta: @article{no, title={No}}}\n% @book{neither, title={No}}\nwrite to a@b.org\n"
            "@article(k, title = {Grain (and more)}, journal = full)"
        )
        assert [d.part for d in found] == ["k"]
        assert isinstance(found[0], Document)
        assert (found[0].metadata.title, found[0].metadata.container_title) == ("Grain (and more)", "Harbour Quarterly")

    def test_a_chapter_takes_from_its_volume_what_is_its_own(self) -> None:
        found = bib(
            "@incollection{a, author={Doe, Ann}, title={Child}, crossref={V}, pages={3}}\n"
            "@collection{v, editor={Roe, Bo}, title={Volume}, date={2020-05}, doi={10.1/v}, file={v.pdf}, xdata={x}}\n"
            "@xdata{x, publisher={Quay Press}}"
        )
        assert [d.part for d in found] == ["a", "v"]
        (child, _) = found
        assert isinstance(child, Document)
        assert child.metadata.container_title == "Volume"
        assert (child.metadata.publisher, child.metadata.issued) == ("Quay Press", PartialDate(2020, 5))
        assert child.metadata.extra["editor"] == [{"family": "Roe", "given": "Bo"}]
        assert "DOI" not in child.metadata.extra
        assert child.links == ()

    def test_circular_and_missing_references_are_warned_of(self) -> None:
        found = bib(
            "@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}\n@book{c, crossref={z}, title={C}}"
        )
        assert [d.part for d in found] == ["a", "b", "c"]
        assert all(isinstance(d, Document) and "crossref" in d.warnings[0] for d in found)

    def test_a_key_that_stands_twice(self) -> None:
        found = bib("@book{k, title={A}}\n@book{k, title={B}}\n@book{, title={C}}")
        assert [d.part for d in found] == ["k", "k (2)", "line 3"]
        assert isinstance(found[1], Document)
        assert "the key k" in found[1].warnings[0]
        assert isinstance(found[2], Document)
        assert "citation-key" not in found[2].metadata.extra

    def test_unknown_types_and_commands_are_warned_of(self) -> None:
        document = entry(r"title = {One \strange{two} \emph{three}}", "gizmo")
        assert (document.metadata.type, document.metadata.title) == ("document", "One two three")
        assert [("@gizmo" in w, r"\strange" in w) for w in document.warnings] == [(True, False), (False, True)]

    def test_abbreviations_that_grow_for_ever_are_stopped(self) -> None:
        bomb = '@string{s0 = "xxxxxxxxxxxxxxxx"}\n' + "".join(
            f"@string{{s{n} = s{n - 1} # s{n - 1} # s{n - 1} # s{n - 1}}}\n" for n in range(1, 40)
        )
        found = bib(bomb + "@misc{k, title = s39}\n@misc{fine, title={Fine}}")
        assert any(isinstance(part, Unread) for part in found)
        assert isinstance(found[-1], Document)
        assert found[-1].metadata.title == "Fine"

    def test_deep_braces_and_many_marks_take_no_long_time(self) -> None:
        start = time.process_time()
        deep = "{" * 30_000 + "x" + "}" * 30_000
        found = bib(f"@misc{{k, title={{{deep}}}}}\n" + "@a{" * 30_000)
        assert time.process_time() - start < 5
        assert isinstance(found[0], Document)
        assert found[0].metadata.title == "x"

    def test_thousands_of_entries_in_seconds(self) -> None:
        one = (
            '@article{{k{n}, author={{M{{\\"u}}ller, K and Doe, Ann}}, title={{On {n}}}, journal={{J}}, year=2001,'
            " pages={{1--2}}}}\n"
        )
        start = time.process_time()
        assert len(bib("".join(one.format(n=n) for n in range(1000)))) == 1000
        assert time.process_time() - start < 4

    def test_a_file_without_entries_is_refused(self) -> None:
        with pytest.raises(ImportFailedError, match="no BibTeX entry"):
            bib("just words")

    @pytest.mark.parametrize(
        ("written", "paths"),
        [
            ("notes/a.pdf", ["notes/a.pdf"]),
            (":notes/a.pdf:PDF", ["notes/a.pdf"]),
            ("Full text:notes/a.pdf:application/pdf;Page:b.html:text/html", ["notes/a.pdf", "b.html"]),
            (r":C\:\\Users\\you\\a.pdf:PDF", [r"C:\Users\you\a.pdf"]),
            ("/home/you/a;b", ["/home/you/a", "b"]),
            (r"/home/you/a\;b.pdf", ["/home/you/a;b.pdf"]),
            ("a.pdf;", ["a.pdf"]),
            (r":C$\backslash$:/Users/you/a{\_}b.pdf:pdf", ["C:/Users/you/a_b.pdf"]),
        ],
    )
    def test_files(self, written: str, paths: list[str]) -> None:
        assert list(files(written)) == paths

    @pytest.mark.parametrize(
        ("latex", "words"),
        [
            (r"\'{E}t\'e \^{\i}le \c{c}a {\o}re \v Skoda", "Été île ça øre Škoda"),
            (r"``Quoted'' --- 50\% \& more \$5 \{x\}", "“Quoted” — 50% & more $5 {x}"),
            (r"CO$_2$ and $x^{2}$, $\alpha$", "CO₂ and x², α"),
            (r"Stra{\ss}e in \L{}\'od\'z~7", "Straße in Łódź 7"),
            (r"\textit{a} {\em b} \href{http://x.org}{c}", "a b c"),
            ("plain – as it’s", "plain – as it’s"),
        ],
    )
    def test_latex(self, latex: str, words: str) -> None:
        assert plain(latex) == words


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
        start = time.process_time()
        assert len(data) > 10_000_000
        assert len(ingest.read("big.json", data)) == 5000
        assert time.process_time() - start < 10


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


def test_references_are_read_in_the_process_for_readers() -> None:
    with Reading() as reading:
        found = reading.read("library.bib", b"@book{a, title={A}}\n@book{b, title={B\n")
    assert [isinstance(part, Unread) for part in found] == [False, True]
