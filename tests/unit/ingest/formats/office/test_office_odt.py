"""ODT: what pandoc alone would lose, styles that others are made from, and files without a part that pandoc wants."""

from __future__ import annotations

from briefing_tui.model import Name, State
from tests.unit.ingest.office import odt, t
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, kinds, paragraphs, read


def test_a_file_without_styles_is_read() -> None:
    assert read("a.odt", odt(t(COUNCIL))).text == COUNCIL


def test_spaces_that_are_meant_stay() -> None:
    words = 'One <text:s text:c="2"/>two,\u00a0“q”, so\u00adft<text:tab/>tab<text:line-break/>next'
    assert read("a.odt", odt(t(words))).text == "One   two,\u00a0“q”, so\u00adft tab\nnext"


def test_changes_are_read_as_accepted_and_said() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>' + t("gone") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    document = read("a.odt", odt(changes, t('It <text:change text:change-id="c1"/>stays.')))
    assert document.text == "It stays."
    assert document.warnings == ("it has tracked changes: read as if all were accepted",)


def test_comments_stand_beside() -> None:
    remark = f"<office:annotation><dc:creator>B</dc:creator>{t('Is this so?')}</office:annotation>"
    document = read("a.odt", odt(t(f"Some {remark}words here.")))
    assert document.text == "Some words here."
    assert [(d.kind, d.text) for d in document.dropped] == [("comment", "Is this so?")]


def test_text_boxes_follow_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{t(BUDGET)}</draw:text-box></draw:frame>"
    assert paragraphs(read("a.odt", odt(t(f"{COUNCIL}{box}"), t(FERRY), box))) == [COUNCIL, BUDGET, FERRY, BUDGET]


def test_fields_keep_their_words() -> None:
    words = "On <text:date>1 May</text:date> at <text:user-field-get>Port Selva</text:user-field-get>."
    ruby = "<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>kana</text:ruby-text></text:ruby>"
    assert read("a.odt", odt(t(words), t(f"{ruby} stay."))).text == "On 1 May at Port Selva.\n\n漢字 stay."


def test_hidden_words_are_out_and_counted() -> None:
    style = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    hidden = '<text:span text:style-name="T1">not seen</text:span>'
    document = read("a.odt", odt(t(f"Seen {hidden}words."), automatic=style))
    assert document.text == "Seen words."
    assert document.warnings == ("2 hidden words left out",)


def test_contents_are_navigation() -> None:
    index = (
        "<text:table-of-content><text:index-body><text:index-title>" + t("Contents") + "</text:index-title>"
        f"{t('The vote 3')}</text:index-body></text:table-of-content>"
    )
    document = read("a.odt", odt(index, t(COUNCIL)))
    assert document.text == COUNCIL
    assert [kind for _, kind in kinds(document)] == ["navigation", "navigation"]


def test_styles_made_from_others_are_those() -> None:
    """A change of one paragraph's look gives it a style of its own."""
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    styles = (
        '<office:styles><style:style style:name="Illustration" style:family="paragraph" '
        'style:parent-style-name="Caption"/></office:styles>'
    )
    body = (
        t("Grain and the fleet", "P1"),
        t("By Ada Bell", "Author"),
        t(COUNCIL),
        t("A crane", "Illustration"),
        t(BUDGET),
    )
    document = read("a.odt", odt(*body, automatic=automatic, styles=styles))
    assert document.metadata.title == "Grain and the fleet"
    assert document.metadata.author == (Name(family="Bell", given="Ada"),)
    assert document.metadata.state("title") is State.STATED
    assert [kind for _, kind in kinds(document)] == ["title", "byline", "caption"]
    assert paragraphs(document) == [COUNCIL, BUDGET]


def test_a_title_or_a_date_further_down_is_text() -> None:
    body = [t(f"{n}. {FERRY}") for n in range(14)]
    document = read("a.odt", odt(*body, t("The second part", "Title"), t("Spring 2021 was cold.", "Date"), t(COUNCIL)))
    assert not document.metadata.title
    assert headings(document) == ["The second part"]
    assert paragraphs(document)[-2:] == ["Spring 2021 was cold.", COUNCIL]


def test_heads_of_pages_are_reported() -> None:
    styles = (
        '<office:master-styles><style:master-page style:name="Standard">'
        f"<style:header>{t('The Quay Review')}</style:header>"
        f"<style:footer>{t('<text:page-number>1</text:page-number>')}</style:footer>"
        "</style:master-page></office:master-styles>"
    )
    document = read("a.odt", odt(t(COUNCIL), styles=styles))
    assert document.text == COUNCIL
    assert [(d.kind, d.text) for d in document.dropped] == [("running-head", "The Quay Review")]


def test_the_alternative_text_of_a_picture_is_furniture() -> None:
    frame = '<draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>Cranes at night</svg:desc></draw:frame>'
    document = read("a.odt", odt(t(COUNCIL), t(frame)))
    assert document.text == COUNCIL
    assert [(d.kind, d.text) for d in document.dropped] == [("image-alternative", "Cranes at night")]


def test_properties_alone_say_nothing() -> None:
    meta = "<dc:title>Untitled 1</dc:title><meta:initial-creator>user</meta:initial-creator>"
    data = read("a.odt", odt(t(COUNCIL), meta=meta)).metadata
    assert not data.title
    assert not data.author
