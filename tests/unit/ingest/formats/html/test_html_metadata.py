"""What web pages state about themselves: taken where a reader of the page sees it too, left out where in doubt."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefing_tui.ingest import Document
from briefing_tui.model import Metadata, Name, State
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, read

TITLE = "Nine hours on grain"


def linked_data(**fields: Any) -> str:
    """A block of JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps(fields)}</script>"


def meta(**fields: str) -> str:
    """Meta tags; two underscores stand for a colon."""
    return "".join(f"<meta property='{key.replace('__', ':')}' content='{value}'>" for key, value in fields.items())


def document(head: str = "", line: str = "", *, heading: str = TITLE, window: str = TITLE) -> Document:
    """A page with a head, and a line under its heading."""
    line = f"<p>{line}</p>" if line else ""
    data = (
        f"<html><head><title>{window}</title>{head}</head><body><article><h1>{heading}</h1>{line}<p>{COUNCIL}</p>"
        f"<p>{BUDGET}</p><p>{FERRY}</p></article></body></html>"
    )
    return read("page.html", data.encode())


def metadata(head: str = "", line: str = "", **page: str) -> Metadata:
    """What is known of such a page."""
    return document(head, line, **page).metadata


@pytest.mark.parametrize(
    ("window", "head"),
    [
        (TITLE, ""),
        (f"{TITLE} | Selva Weekly", ""),
        (f"Selva Weekly – {TITLE}", ""),
        ("Selva Weekly", meta(og__title=TITLE)),
        ("x", linked_data(**{"@type": "NewsArticle", "headline": TITLE})),
    ],
)
def test_heading_that_the_head_bears_out_is_the_title(window: str, head: str) -> None:
    found = metadata(head, window=window)
    assert (found.title, found.state("title")) == (TITLE, State.STATED)
    assert "heading" in found.evidence["title"]


def test_name_of_the_site_in_the_heading_is_not_the_title() -> None:
    found = metadata(meta(og__site_name="Selva Weekly", og__title=TITLE), heading="Selva Weekly", window="Selva Weekly")
    assert found.title != "Selva Weekly"


def test_heading_that_nothing_bears_out_is_inferred() -> None:
    found = metadata(window="x | y")
    assert (found.title, found.state("title")) == (TITLE, State.INFERRED)


def test_part_after_a_separator_that_is_no_outlet_stays() -> None:
    title = "Grain | What now?"
    assert metadata(meta(og__title=title), heading=title, window=title).title == title


def test_author_that_is_marked_and_shown_is_stated() -> None:
    head = linked_data(**{"@type": "Article", "headline": TITLE, "author": {"@type": "Person", "name": "Dana Levi"}})
    found = metadata(head, "By Dana Levi")
    assert (found.author, found.state("author")) == ((Name("Levi", "Dana"),), State.STATED)
    assert "JSON-LD" in found.evidence["author"]


def test_authors_in_a_graph_are_found_by_their_id() -> None:
    graph = [
        {"@type": "Article", "headline": TITLE, "author": [{"@id": "#1"}, {"@id": "#2"}]},
        {"@type": "Person", "@id": "#1", "name": "Dana Levi"},
        {"@type": "Person", "@id": "#2", "name": "Omar Haddad"},
    ]
    found = metadata(linked_data(**{"@graph": graph}), "Dana Levi and Omar Haddad")
    assert [str(name) for name in found.author] == ["Dana Levi", "Omar Haddad"]


@pytest.mark.parametrize(
    "name",
    [
        "Dana Levi", "admin", "Staff Writer", "https://selva.example/dana", "dana@selva.example", "Selva Weekly",
        "Selva Weekly Staff", "www.selva.example",
    ],
)  # fmt: skip
def test_author_that_nobody_sees_or_that_is_no_person_is_left_out(name: str) -> None:
    shown = "" if name == "Dana Levi" else name
    head = meta(og__site_name="Selva Weekly", author=name) + linked_data(
        **{"@type": "Article", "headline": TITLE, "author": {"name": name}}
    )
    assert metadata(head, shown).author == ()


def test_authors_for_references_need_no_byline() -> None:
    head = (
        "<meta name='citation_author' content='Levi, Dana'><meta name='citation_journal_title' content='Grain Studies'>"
    )
    found = metadata(head)
    assert found.author == (Name("Levi", "Dana"),)
    assert (found.container_title, found.type) == ("Grain Studies", "article-journal")


def test_day_is_the_pages_own() -> None:
    head = meta(article__published_time="2021-03-04T23:30:00-05:00", article__modified_time="2022-01-01T00:00:00Z")
    found = metadata(head, "March 4, 2021")
    assert (str(found.issued), found.state("issued")) == ("2021-03-04", State.STATED)


def test_day_in_another_time_zone_gives_way_to_the_day_that_is_shown() -> None:
    assert str(metadata(meta(article__published_time="2021-03-05T03:30:00Z"), "March 4, 2021").issued) == "2021-03-04"


def test_day_of_a_change_is_no_day_of_publication() -> None:
    assert metadata(meta(article__modified_time="2021-03-05T03:30:00Z"), "Updated March 5, 2021").issued is None


def test_day_of_a_change_on_the_line_of_publication_bears_nothing_out() -> None:
    head = meta(article__published_time="2021-03-05T03:30:00Z")
    line = "Published: March 4, 2021 at 10:30 p.m. | Updated: March 5, 2021 at 12:21 a.m., by the evening desk in Selva"
    assert str(metadata(head, line).issued) == "2021-03-04"
    assert str(metadata("", line).issued) == "2021-03-04"


@pytest.mark.parametrize("stated", ["2021-3-4T23:57:00", "20210304T235700Z", "2021-03-04"])
def test_day_for_machines_with_or_without_its_noughts(stated: str) -> None:
    assert str(metadata(meta(article__published_time=stated), "4 March 2021").issued) == "2021-03-04"


@pytest.mark.parametrize("opening", ["<h1>", "<article><header><h1>"])
def test_day_of_the_visit_in_the_masthead_is_not_the_day_of_publication(opening: str) -> None:
    masthead = "<header><a href='/'>Selva Weekly</a><p>Friday, March 5, 2021</p></header>"
    page = f"<title>{TITLE}</title><body>{masthead}{opening}{TITLE}</h1></header>{{}}<p>{COUNCIL}</p><p>{BUDGET}</p>"
    marked = meta(article__published_time="2021-03-05T03:30:00Z")
    assert read("page.html", page.format("").encode()).metadata.issued is None
    assert str(read("page.html", page.format("<p>March 4, 2021</p>").encode()).metadata.issued) == "2021-03-04"
    assert (
        str(read("page.html", (marked + page.format("<p>March 4, 2021</p>")).encode()).metadata.issued) == "2021-03-04"
    )


@pytest.mark.parametrize("kind", ["SoftwareApplication", "Product", "ImageObject", "Comment", "SportsEvent"])
def test_day_and_author_of_a_thing_on_the_page_are_not_the_page_s(kind: str) -> None:
    marks = (
        "<time itemprop='datePublished' datetime='2021-03-04'>March 4, 2021</time> <b itemprop='author'>Dana Levi</b>"
    )
    far = f"<div itemscope itemtype='https://schema.org/{{}}'>Version 9, {marks}</div>"
    body = f"<h1>{TITLE}</h1>" + f"<p>{COUNCIL}</p><p>{BUDGET}</p><p>{FERRY}</p>" * 5
    page = f"<html><head><title>{TITLE}</title></head><body><article>{body}</article>{far}</body></html>"
    article, thing = (read("page.html", page.format(name).encode()).metadata for name in ("Article", kind))
    assert str(article.issued) == "2021-03-04"
    assert (thing.issued, thing.author) == (None, ())


def test_day_that_nobody_sees_is_taken_of_news_alone() -> None:
    day = {"headline": TITLE, "datePublished": "2021-03-04"}
    assert str(metadata(linked_data(**{"@type": "NewsArticle", **day})).issued) == "2021-03-04"
    assert metadata(linked_data(**{"@type": "Article", **day})).issued is None


def test_outlet_address_language_and_kind() -> None:
    head = (
        "<link rel='canonical' href='https://selva.example/grain'>"
        + meta(og__site_name="Selva Weekly", og__url="https://m.selva.example/grain")
        + linked_data(
            **{
                "@type": "OpinionNewsArticle",
                "headline": TITLE,
                "inLanguage": "en_gb",
                "publisher": {"name": "Selva Press"},
            }
        )
    )
    found = metadata(head)
    assert (found.url, found.container_title, found.publisher) == (
        "https://selva.example/grain", "Selva Weekly", "Selva Press",
    )  # fmt: skip
    assert (found.language, found.genre, found.type) == ("en-GB", "op-ed", "article-newspaper")


def test_section_makes_a_genre_probable_only() -> None:
    found = metadata(meta(article__section="Opinion"))
    assert (found.genre, found.state("genre")) == ("op-ed", State.INFERRED)


def test_articles_that_are_only_announced_say_nothing_of_this_one() -> None:
    others = [
        {
            "@type": "NewsArticle",
            "headline": f"Story {n}",
            "author": {"name": "Omar Haddad"},
            "datePublished": "2020-01-01",
        }
        for n in range(3)
    ]
    found = metadata(linked_data(**{"@graph": others}), "Omar Haddad is in another story")
    assert (found.author, found.issued) == ((), None)


@pytest.mark.parametrize(
    "script", ["{", "[[[[", "null", '{"@type": 7, "author": [[{}]], "headline": {"name": []}}', "[" * 100_000]
)
def test_broken_json_ld_does_no_harm(script: str) -> None:
    assert metadata(f"<script type='application/ld+json'>{script}</script>").title == TITLE
