"""Lines that are no text: each drop has a rule, and what is not sure stays."""

from __future__ import annotations

import pytest

from briefing_tui.model import PartialDate, State
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, imported, kinds, paragraphs

INSTITUTE = "The Selva Centre for Grain and Shipping"


def test_masthead_pull_quote_and_ambiguous_date() -> None:
    quote = "The terminal is a promise, but nobody has paid for it yet."
    told = (
        f"Levi told SWN that “{quote[0].lower()}{quote[1:]}” Dana Levi is at the Selva Centre for Grain and Shipping."
    )
    document = imported(INSTITUTE, f"Dana Levi: “{quote}”", "SWN, 4.9.2018", COUNCIL, told, BUDGET)
    assert kinds(document) == [(1, "publisher-header"), (3, "pull-quote-heading"), (5, "outlet-date")]
    metadata = document.metadata
    assert (metadata.title, metadata.author, metadata.publisher) == ("", (), "")
    assert (metadata.container_title, metadata.republished_by) == ("SWN", INSTITUTE)
    assert metadata.issued == PartialDate(2018, 9, 4)
    assert metadata.evidence["issued"] == "line 5: 4.9.2018, read day first; 2018-04-09 if month first"
    assert metadata.states["title"] is metadata.states["author"] is State.MISSING
    assert (metadata.genre, metadata.states["genre"]) == ("news", State.INFERRED)


def test_a_pull_quote_that_is_not_said_again_is_neither_title_nor_author() -> None:
    document = imported("Dana Levi: “The terminal is only a promise”", "SWN, 4.9.2018", COUNCIL, BUDGET)
    assert (document.metadata.title, document.metadata.author) == ("", ())
    assert "promise" in document.text


def test_a_masthead_that_nothing_bears_out_stays() -> None:
    document = imported(INSTITUTE, COUNCIL, BUDGET)
    assert headings(document) == [INSTITUTE]
    assert document.metadata.publisher == document.metadata.title == ""


def test_markdown_head_and_tail() -> None:
    document = imported(
        "# Grain before guns", "**A port weighs what it can afford.**", "By [Dana Levi](#)", "September 4, 2018",
        "**Harbour.se**", COUNCIL, "**Related article:** [Ferries to stay](#)", BUDGET,
        "*Views expressed in op-eds may not reflect the position of The Selva Times.*",
        "Original url:", "<https://www.theselvatimes.example/2018/09/04/grain-before-guns-a1>",
    )  # fmt: skip
    assert [kind for _, kind in kinds(document)] == [
        "title", "standfirst", "byline", "date", "photo-credit", "related-link", "disclaimer", "url-label", "url",
    ]  # fmt: skip
    assert paragraphs(document) == [COUNCIL, BUDGET]
    metadata = document.metadata
    assert (metadata.title, str(metadata.author[0])) == ("Grain before guns", "Dana Levi")
    assert (metadata.container_title, metadata.genre) == ("The Selva Times", "op-ed")
    assert metadata.evidence["issued"] == "line 7: September 4, 2018; the URL agrees"
    assert metadata.evidence["container-title"].endswith("position of The Selva Times; the URL's host agrees")
    assert metadata.type == "article-newspaper"


def test_captions_byline_at_the_end_and_an_appeal() -> None:
    document = imported(
        "Selva and Harran – Friends Again?", "levi haddad", "Ships and grain",
        "Grain ships (L) at the quay of Selva. (SWN/File)",
        "Can Levi’s voyage mend the quarrel of the two ports? There is a price to pay, an expert says.",
        f"What sets Mayor Dana Levi’s journey apart is its timing, Omar Haddad told The Harbourer. {COUNCIL}",
        BUDGET, "omar haddad", "Shipping expert Omar Haddad (Wikipedia)", FERRY,
        "By: Ruth Carmi, The Harbourer",
        "Do You Love Ferries? All Gifts DOUBLED!",
        "Make a donation to Ferries United and help us to keep the quay open for everybody!",
        "Source: Ferries United",
    )  # fmt: skip
    assert [kind for _, kind in kinds(document)] == [
        "title", "image-alternative", "image-alternative", "caption", "standfirst", "image-alternative", "caption",
        "byline", "appeal", "appeal", "source-credit",
    ]  # fmt: skip
    metadata = document.metadata
    assert [(n.family, n.given) for n in metadata.author] == [("Carmi", "Ruth")]
    assert (metadata.container_title, metadata.republished_by) == ("The Harbourer", "Ferries United")
    assert metadata.issued is None


def test_a_series_note_and_the_summary_above_it() -> None:
    summary = "For years the port has looked both ways. Its interest today is grain, and it will stay so."
    note = "This is the third article in a series of studies by SCGS experts on the harbours of the coast."
    document = imported(
        INSTITUTE, summary, note, COUNCIL, "Grain – A History", BUDGET, "photo: [CC BY 4.0], via the archive"
    )
    assert [kind for _, kind in kinds(document)] == ["publisher-header", "standfirst", "series-note", "photo-credit"]
    assert headings(document) == ["Grain – A History"]
    metadata = document.metadata
    assert (metadata.publisher, metadata.genre, metadata.type) == (INSTITUTE, "study", "report")


def test_a_check_also_tail() -> None:
    document = imported(
        "Selva tells Harran of its ‘worry’ over the quay", COUNCIL, BUDGET, "Check Also",
        "Fishers claim the northern pier", "The fishers of the northern pier have claimed in a letter that …",
    )  # fmt: skip
    assert kinds(document)[1:] == [(7, "related-header"), (9, "related-title"), (11, "related-teaser")]


def test_text_after_a_related_section_is_kept() -> None:
    document = imported(
        COUNCIL, "Related articles", "Fishers claim the pier", "The fishers of the pier …", BUDGET, FERRY
    )
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The council asked people to donate blankets, and thousands did so within a week.",
        "“Make a donation today, your gift will be doubled,” the poster on the quay reads.",
        "Read aloud, the letter took a quarter of an hour.",
        "The views of the council are those of the town.",
        "Images by satellite show ships at the quay.",
        "Source protection is what the council cares about most.",
        "Related quarrels have broken out elsewhere on the coast.",
        "By Sunday, The Selva Times had withdrawn the story.",
        "Published figures show nothing of the kind.",
        "Share prices fell, too.",
        "Oil rose by two per cent on Tuesday. (Reuters)",
        "In January 2020 the quay was closed.",
        "Photo: what the word means is light.",
    ][:-1],
)
def test_paragraphs_that_resemble_furniture_stay(paragraph: str) -> None:
    for blocks in ((COUNCIL, paragraph, BUDGET), (COUNCIL, BUDGET, paragraph)):
        assert paragraph in paragraphs(imported(*blocks))


def test_a_first_paragraph_is_no_standfirst_without_a_sign() -> None:
    first = "President Dana Levi said on Tuesday that the quay would stay open."
    document = imported(
        "Levi keeps the quay open", first, "The decision by President Dana Levi is final. " + COUNCIL, BUDGET
    )
    assert paragraphs(document)[0] == first


def test_dates_as_headings_of_a_chronology_date_nothing() -> None:
    document = imported("A chronology of the quay", "March 3, 2021", COUNCIL, "March 9, 2021", BUDGET)
    assert document.metadata.issued is None
    assert "March 3, 2021" in document.text


def test_what_would_leave_nothing_leaves_everything() -> None:
    document = imported("By Dana Levi", "https://selva.example/grain")
    assert paragraphs(document) == ["By Dana Levi", "https://selva.example/grain"]
    assert not document.dropped
    assert document.metadata.states["author"] is State.MISSING
