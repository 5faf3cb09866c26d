"""BibTeX and BibLaTeX: records with their fields and lines; one broken entry stops no other."""

from __future__ import annotations

import pytest

from briefing_tui import ingest
from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, Reading, Unread
from briefing_tui.ingest.formats.references.attachments import files
from briefing_tui.ingest.formats.references.latex import plain
from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.samples import kinds


def bib(text: str) -> tuple[Document | Unread, ...]:
    return ingest.read("library.bib", text.encode())


def entry(fields: str, kind: str = "article") -> Document:
    (document,) = bib(f"@{kind}{{key,\n{fields}\n}}")
    assert isinstance(document, Document)
    return document


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
            ("King, Martin L., Jr.", Name("King Jr.", "Martin L.")),
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
        deep = "{" * 30_000 + "x" + "}" * 30_000
        found = bib(f"@misc{{k, title={{{deep}}}}}\n" + "@a{" * 30_000)
        assert isinstance(found[0], Document)
        assert found[0].metadata.title == "x"

    def test_thousands_of_entries_in_seconds(self) -> None:
        one = (
            '@article{{k{n}, author={{M{{\\"u}}ller, K and Doe, Ann}}, title={{On {n}}}, journal={{J}}, year=2001,'
            " pages={{1--2}}}}\n"
        )
        assert len(bib("".join(one.format(n=n) for n in range(1000)))) == 1000

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


def test_references_are_read_in_the_process_for_readers() -> None:
    with Reading() as reading:
        found = reading.read("library.bib", b"@book{a, title={A}}\n@book{b, title={B\n")
    assert [isinstance(part, Unread) for part in found] == [False, True]
