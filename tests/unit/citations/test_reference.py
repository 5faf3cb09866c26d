"""The CSL item of an article."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefing_tui.citations.reference import reference, short_title
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Article, Metadata, Name, State


def test_what_a_record_states_further_goes_to_the_style() -> None:
    extra = {
        "volume": "12",
        "DOI": "10.1/x",
        "page": "3-14",
        "editor": [{"family": "Roe", "given": "R."}, {"literal": "The Board"}, "Another", 7, {"family": 3}],
        "translator": "no list",
        "citation-key": "roe2020",
        "unknown": "value",
        "issue": ["a list"],
    }
    item = reference(Article("a", Metadata(title="T", extra=extra), "Text."), wording("en").terms, stand_ins=True)["c"]
    assert {"volume", "DOI", "page", "editor"} <= item.keys()
    assert not {"citation-key", "unknown", "translator", "issue"} & item.keys()
    assert [sorted(name["c"]) for name in item["editor"]["c"]] == [["family", "given"], ["literal"], ["literal"]]
    assert "10.1/x" in json.dumps(item["DOI"])


def test_an_article_without_further_variables_has_none() -> None:
    item = reference(Article("a", Metadata(title="T"), "Text."), wording("en").terms, stand_ins=True)["c"]
    assert item.keys() == {"id", "type", "title", "abstract", "note"}


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Ports: a view", "Ports"),
        ("Le port\u202f: enquête", "Le port"),
        ("Le port\u00a0: enquête", "Le port"),
        ("Le port : enquête", "Le port"),
        ("« Le port\u202f» : enquête", "« Le port\u202f»"),
        ("Qui paie\u202f? Une enquête", "Qui paie\u202f?"),
        ("Who pays? A view", "Who pays?"),
        ("À 10 : 30 du matin", "À 10 : 30 du matin"),
    ],
)
def test_a_short_title_ends_before_its_subtitle_in_french_too(title: str, short: str) -> None:
    assert short_title(title) == short


def journal(url: str = "", inferred: str = "", **extra: str) -> dict[str, Any]:
    states = {inferred: State.INFERRED} if inferred else {}
    data = Metadata(title="T", container_title="J", url=url, extra=extra, states=states)
    return reference(Article("a", data, "Text."), wording("en").terms, stand_ins=True)["c"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("page", "said"), [("3-14", "pp. 3–14"), ("3–14", "pp. 3–14"), ("12", "p. 12"), ("e-7", "p. e-7")]
)
def test_the_pages_of_an_article_have_their_word(page: str, said: str) -> None:
    assert said in json.dumps(journal(page=page)["page"], ensure_ascii=False).replace("\u00a0", " ")


def test_a_volume_that_is_inferred_is_marked() -> None:
    assert "[12?]" in json.dumps(journal(inferred="volume", volume="12")["volume"])


def test_a_doi_is_told_bare_and_once_and_only_where_it_is_stated() -> None:
    assert '"10.1/x"' in json.dumps(journal(DOI="https://doi.org/10.1/x")["DOI"])
    assert "DOI" in journal("https://example.org/y", DOI="10.1/x")
    assert "DOI" not in journal("https://doi.org/10.1/X", DOI="10.1/x")
    assert "DOI" not in journal(inferred="DOI", DOI="10.1/x")


def test_who_has_one_name_only_has_no_comma_beside_it() -> None:
    data = Metadata(title="A", author=(Name(given="Ida"), Name(family="\u200b", given="Jon")))
    item = reference(Article("a", data, "Text."), wording("en").terms, stand_ins=True)["c"]
    assert [list(name["c"]) for name in item["author"]["c"]] == [["literal"], ["literal"]]
