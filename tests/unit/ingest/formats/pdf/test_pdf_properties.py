"""What a PDF says about itself: the type of its first page is believed, its properties where that bears them out."""

from __future__ import annotations

import io

import pikepdf
import pytest

from briefing_tui.ingest import Document
from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.pdf_samples import LEFT, Text, add_page, flow, pdf, saved, stream
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, read

TITLE = "The quiet harbour and its ledgers"
BODY = [*flow(COUNCIL, BUDGET, y=600), Text("Who pays for it", LEFT, 500, 13), *flow(FERRY, y=480)]


def imported(*lines: Text, **info: str) -> Document:
    return read("report.pdf", pdf([*lines, *BODY], info=info))


def test_the_largest_type_of_the_first_page_is_probably_the_title() -> None:
    document = imported(Text(TITLE, y=760, size=20))
    assert document.metadata.title == TITLE
    assert document.metadata.states["title"] is State.INFERRED
    assert "largest type" in document.metadata.evidence["title"]
    assert [(d.kind, d.text) for d in document.dropped] == [("title", TITLE)]
    assert headings(document) == ["Who pays for it"]


@pytest.mark.parametrize(
    ("line", "info"), [("By Dana Levi", {}), ("3 March 2021", {}), ("Port Selva", {"Title": TITLE})]
)
def test_a_title_that_a_second_witness_bears_out_is_stated(line: str, info: dict[str, str]) -> None:
    metadata = imported(Text(TITLE, y=760, size=20), Text(line, y=730), **info).metadata
    assert (metadata.title, metadata.states["title"]) == (TITLE, State.STATED)


def test_a_bookmark_is_a_witness() -> None:
    document = pikepdf.open(io.BytesIO(pdf([Text(TITLE, y=760, size=20), *BODY])))
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(TITLE, 0))
    metadata = read("report.pdf", saved(document)).metadata
    assert (metadata.title, metadata.states["title"]) == (TITLE, State.STATED)


@pytest.mark.parametrize("line", ["CONFIDENTIAL", "DRAFT", "EMBARGOED UNTIL 3 MARCH", "FOR IMMEDIATE RELEASE", "42 %"])
def test_a_stamp_is_no_title_but_the_next_in_size_may_be_one(line: str) -> None:
    metadata = imported(Text(line, y=790, size=30), Text(TITLE, y=750, size=20)).metadata
    assert (metadata.title, metadata.states["title"]) == (TITLE, State.INFERRED)


def test_a_line_wholly_in_quotation_marks_is_no_title() -> None:
    document = imported(Text("“We are tired of waiting”", y=790, size=30), Text(TITLE, y=750, size=20))
    assert not document.metadata.title
    assert "tired of waiting" in document.text


def test_a_title_of_two_lines() -> None:
    assert imported(Text(TITLE, y=760, size=16), Text("of grain", y=740, size=16)).metadata.title == f"{TITLE} of grain"


@pytest.mark.parametrize(
    "label", ["Policy Brief", "WORKING PAPER No. 12", "Summary", "Report", "March 2021", "Draft paper"]
)
def test_the_kind_of_document_is_no_title(label: str) -> None:
    assert imported(Text(label, y=760, size=20)).metadata.title in {"", None}


@pytest.mark.parametrize("section", ["Introduction", "1 Introduction", "II. Einleitung"])
def test_a_first_section_is_no_title(section: str) -> None:
    data = pdf([Text(section, y=700, size=20), *flow(COUNCIL, BUDGET, y=600)])
    document = read("report.pdf", data)
    assert not document.metadata.title
    assert headings(document) == [section]


def test_type_that_comes_again_is_no_title() -> None:
    document = imported(Text("The islands", y=760, size=13))
    assert not document.metadata.title
    assert headings(document) == ["The islands", "Who pays for it"]


@pytest.mark.parametrize(
    "stated",
    ["Microsoft Word - final_v3.docx", "untitled", "report_final", "Another title", "report.indd", "x"],
)
def test_a_property_that_the_page_does_not_bear_out_is_nothing(stated: str) -> None:
    metadata = imported(Title=stated, Author="jdoe", Producer="Word").metadata
    assert not metadata.title
    assert not metadata.author


def test_a_property_that_the_page_bears_out_is_inferred() -> None:
    metadata = imported(Text(TITLE + ".", y=700), Title=TITLE).metadata
    assert metadata.title == TITLE
    assert metadata.states["title"] is State.INFERRED
    assert "rarely to be trusted" in metadata.evidence["title"]


def test_an_author_under_the_title_whom_the_properties_name() -> None:
    document = imported(Text(TITLE, y=760, size=20), Text("Dana Levi", y=730), Author="Dana Levi")
    assert document.metadata.author == (Name(family="Levi", given="Dana"),)
    assert document.metadata.states["author"] is State.INFERRED


def test_names_with_an_institution_under_them() -> None:
    lines = Text(TITLE, y=760, size=20), Text("Dana Levi and Omar Haddad", y=730), Text("University of Selva", y=715)
    metadata = imported(*lines).metadata
    assert [name.family for name in metadata.author] == ["Levi", "Haddad"]
    assert metadata.states["author"] is State.INFERRED


@pytest.mark.parametrize("line", ["Dana Levi", "Grain Terminal", "Port Selva, Old Quay"])
def test_a_name_alone_is_no_author(line: str) -> None:
    document = imported(Text(TITLE, y=760, size=20), Text(line, y=730))
    assert not document.metadata.author
    assert line in document.text


def test_a_byline_and_a_date_are_stated() -> None:
    lines = Text(TITLE, y=760, size=20), Text("By Dana Levi", y=730), Text("March 3, 2021", y=715)
    metadata = imported(*lines, CreationDate="D:20240101000000Z").metadata
    assert metadata.author == (Name(family="Levi", given="Dana"),)
    assert metadata.issued == PartialDate(2021, 3, 3)
    assert metadata.states["author"] is metadata.states["issued"] is State.STATED


def test_the_day_of_creation_is_no_date() -> None:
    assert imported(CreationDate="D:20240101000000Z").metadata.issued is None


def test_one_doi_on_the_first_page_is_inferred() -> None:
    metadata = imported(Text("doi: 10.5555/selva.12", y=790, size=8)).metadata
    assert metadata.url == "https://doi.org/10.5555/selva.12"
    assert metadata.states["URL"] is State.INFERRED


def test_two_are_nobody_knows_whose() -> None:
    lines = (Text(f"doi:10.5555/selva.{n}", y=790 - n * 12, size=8) for n in (1, 2))
    assert not imported(*lines).metadata.url


def test_xmp_states_identifier_and_journal() -> None:
    packet = (
        b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        b'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><prism:doi>10.5555/selva.7</prism:doi>'
        b"<prism:publicationName>Selva Quarterly</prism:publicationName><prism:coverDate>2021-04-02</prism:coverDate>"
        b'</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    document = pikepdf.new()
    add_page(document, stream([Text("Selva Quarterly 2021", y=800, size=8), *BODY]))
    document.Root.Metadata = document.make_stream(packet)
    metadata = read("a.pdf", saved(document, compress_streams=False)).metadata
    assert metadata.url == "https://doi.org/10.5555/selva.7"
    assert metadata.container_title == "Selva Quarterly"
    assert metadata.issued == PartialDate(2021, 4, 2)
    assert (metadata.states["URL"], metadata.states["issued"]) == (State.STATED, State.INFERRED)
