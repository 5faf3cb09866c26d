"""DOCX: what pandoc alone would lose or spoil, changes and comments, and properties that are rarely right."""

from __future__ import annotations

import pytest

from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.office import W, docx, p, relations, run
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, kinds, paragraphs, read

CHANGE = 'w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z"'


def inserted(words: str) -> str:
    return f"<w:ins {CHANGE}>{run(words)}</w:ins>"


def deleted(words: str) -> str:
    return f"<w:del {CHANGE}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def core(title: str = "", creator: str = "", created: str = "") -> dict[str, str | bytes]:
    return {
        "docProps/core.xml": (
            '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
            f"<dcterms:created>{created}</dcterms:created></p:coreProperties>"
        )
    }


def test_spaces_signs_and_breaks_stay() -> None:
    odd = "Two  spaces,\u00a0a\u202fnarrow one, zero\u200bwidth, soft\u00adhyphen, *stars* _x_ \\ | \ufb01n."
    broken = "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>breaking</w:t><w:cr/><w:t>a new line</w:t></w:r>"
    assert read("a.docx", docx(p(odd), p(broken))).text == f"{odd}\n\nnon\u2011breaking\na new line"


def test_a_page_break_within_a_paragraph_is_no_line() -> None:
    text = read("a.docx", docx(p("before", '<w:r><w:br w:type="page"/></w:r>', "after"))).text
    assert text == "before after"


def test_changes_are_read_as_accepted_and_said() -> None:
    document = read("a.docx", docx(p("It was ", deleted("not "), inserted("truly "), "so.")))
    assert document.text == "It was truly so."
    assert document.warnings == ("it has tracked changes: read as if all were accepted",)


def test_paragraphs_whose_border_was_deleted_are_one() -> None:
    border = f"<w:pPr><w:rPr><w:del {CHANGE}/></w:rPr></w:pPr>"
    document = read("a.docx", docx(p(border, "One half "), p("and the other.")))
    assert document.text == "One half and the other."
    assert document.warnings
    assert read("a.docx", docx(p(COUNCIL), p(border, "The last."))).text == f"{COUNCIL}\n\nThe last."


def test_a_deleted_row_of_a_table_is_gone() -> None:
    def row(words: str, state: str = "") -> str:
        cells = "".join(f"<w:tc>{p(word)}</w:tc>" for word in words.split())
        return f"<w:tr><w:trPr>{state}</w:trPr>{cells}</w:tr>"

    table = f"<w:tbl>{row('a b')}{row('c d', f'<w:del {CHANGE}/>')}{row('e f')}</w:tbl>"
    assert read("a.docx", docx(table)).text == "a | b\ne | f"


def test_a_table_that_only_lays_out_is_text() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(COUNCIL)}{p(BUDGET)}</w:tc></w:tr></w:tbl>"
    assert read("a.docx", docx(table)).text == f"{COUNCIL}\n\n{BUDGET}"


def test_comments_stand_beside() -> None:
    comments = f'<w:comments {W}><w:comment w:id="0" w:author="B">{p("Is this so?")}</w:comment></w:comments>'
    around = '<w:commentRangeStart w:id="0"/>', run("words"), '<w:commentRangeEnd w:id="0"/>'
    call = '<w:r><w:commentReference w:id="0"/></w:r>'
    extra = {"word/comments.xml": comments, "word/_rels/document.xml.rels": relations(comments="comments.xml")}
    document = read("a.docx", docx(p("Some ", *around, call, " here."), extra=extra))
    assert document.text == "Some words here."
    assert [(d.kind, d.text) for d in document.dropped] == [("comment", "Is this so?")]


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{p(BUDGET)}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read("a.docx", docx(p(COUNCIL, both), p(FERRY))).text == f"{COUNCIL}\n\n{BUDGET}\n\n{FERRY}"


def test_hidden_words_are_out_and_counted() -> None:
    document = read("a.docx", docx(p("Seen", run(" and not seen", "<w:vanish/>"), run(".", '<w:vanish w:val="0"/>'))))
    assert document.text == "Seen."
    assert document.warnings == ("3 hidden words left out",)
    assert [(drop.kind, drop.text) for drop in document.dropped] == [("hidden", "and not seen")]


def test_white_words_are_hidden_but_not_where_a_shade_may_be_under_them() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    document = read("a.docx", docx(p(COUNCIL, run(" not seen", white)), p(FERRY)))
    assert (document.text, document.dropped[-1].text) == (f"{COUNCIL}\n\n{FERRY}", "not seen")
    shaded = run(" on black", white + '<w:shd w:val="clear" w:fill="000000"/>')
    assert "on black" in read("a.docx", docx(p(COUNCIL, shaded), p(FERRY))).text


def test_the_words_of_a_change_by_nobody_stay() -> None:
    inserted = f"<w:ins>{run(' And more.')}</w:ins>"
    assert read("a.docx", docx(p(COUNCIL, inserted), p(FERRY))).text == f"{COUNCIL} And more.\n\n{FERRY}"


def test_the_base_of_a_ruby_stays() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('kana')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r>"
    assert read("a.docx", docx(p("The sign ", ruby, " is old."))).text == "The sign 漢字 is old."


def test_heads_of_pages_are_reported_once() -> None:
    head = f"<w:hdr {W}>{p('The Quay Review')}{p('12')}</w:hdr>"
    extra: dict[str, str | bytes] = {"word/header1.xml": head, "word/header2.xml": head}
    extra["word/footer1.xml"] = f"<w:ftr {W}>{p('Page 3 of 9')}</w:ftr>"
    document = read("a.docx", docx(p(COUNCIL), extra=extra))
    assert document.text == COUNCIL
    assert [(d.kind, d.text) for d in document.dropped] == [
        ("running-head", "The Quay Review"),
        ("running-head", "Page 3 of 9"),
    ]


def test_contents_and_captions_are_furniture() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("toc 1", "caption", "TOC Heading")
    )
    extra = {
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": relations(styles="styles.xml"),
    }

    def styled(words: str, style: str) -> str:
        return p(f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>', words)

    body = styled("Contents", "TOCHeading"), styled("The vote 3", "toc1"), p(COUNCIL), styled("A quay", "caption")
    document = read("a.docx", docx(*body, extra=extra))
    assert document.text == COUNCIL
    assert [kind for _, kind in kinds(document)] == ["navigation", "navigation", "caption"]


def test_the_alternative_text_of_a_picture_is_furniture() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Cranes at night"/>'
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        '<a:blip r:embed="rimage"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    extra: dict[str, str | bytes] = {
        "word/media/image1.png": b"no picture",
        "word/_rels/document.xml.rels": relations(image="media/image1.png"),
    }
    document = read("a.docx", docx(p(COUNCIL), p(drawing), extra=extra))
    assert document.text == COUNCIL
    assert [(d.kind, d.text) for d in document.dropped] == [("image-alternative", "Cranes at night")]


def test_placeholders_of_a_form_are_no_text() -> None:
    placeholder = f"<w:sdtContent>{p('Click here to enter text.')}</w:sdtContent>"
    form = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{placeholder}</w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(BUDGET)}</w:sdtContent></w:sdt>"
    assert read("a.docx", docx(p(COUNCIL), form, filled)).text == f"{COUNCIL}\n\n{BUDGET}"


def test_another_file_within_is_said() -> None:
    document = read("a.docx", docx(p(COUNCIL), '<w:altChunk r:id="r9"/>'))
    assert any("inserted" in warning for warning in document.warnings)


def test_long_lines_that_only_a_break_parts_are_paragraphs() -> None:
    document = read("a.docx", docx(p(COUNCIL, "<w:r><w:br/></w:r>", BUDGET)))
    assert paragraphs(document) == [COUNCIL, BUDGET]


@pytest.mark.parametrize(
    ("title", "creator"),
    [
        ("Microsoft Word - Document1", "Microsoft Office User"),
        ("Document title", "user"),
        ("Another title", "Ada Bell"),
    ],
)
def test_properties_alone_say_nothing(title: str, creator: str) -> None:
    document = read("a.docx", docx(p(COUNCIL), p(BUDGET), extra=core(title, creator, "2020-02-03T10:00:00Z")))
    assert not document.metadata.title
    assert not document.metadata.author
    assert document.metadata.issued is None


def test_properties_that_the_head_bears_out_are_inferred() -> None:
    extra = core("Grain and the fleet", "Ada Bell", "2020-02-03T10:00:00Z")
    body = p("Grain and the fleet"), p("Ada Bell"), p(f"Port Selva, 3 February 2020 – {COUNCIL}"), p(BUDGET)
    data = read("a.docx", docx(*body, extra=extra)).metadata
    assert (data.title, data.author) == ("Grain and the fleet", (Name(family="Bell", given="Ada"),))
    assert data.issued == PartialDate(2020, 2, 3)
    assert {data.state(name) for name in ("title", "author", "issued")} == {State.INFERRED}
    assert "rarely to be trusted" in data.evidence["author"]


def test_a_document_in_the_strict_form_is_read() -> None:
    strict = W.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
    body = f"<w:document {strict}><w:body>{p(COUNCIL)}</w:body></w:document>"
    assert read("a.docx", docx(extra={"word/document.xml": body})).text == COUNCIL


def test_bold_lines_and_headings() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    extra = {"word/styles.xml": styles, "word/_rels/document.xml.rels": relations(styles="styles.xml")}
    heading = p('<w:pPr><w:pStyle w:val="H2"/></w:pPr>', "The fleet")
    document = read("a.docx", docx(p(COUNCIL), heading, p(BUDGET), p(run("The quay", "<w:b/>")), p(FERRY), extra=extra))
    assert headings(document) == ["The fleet", "The quay"]
