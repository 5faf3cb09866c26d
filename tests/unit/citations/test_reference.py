"""The CSL item of an article."""

from __future__ import annotations

import json

from briefing_tui.citations.reference import reference
from briefing_tui.compile.wording import wording
from briefing_tui.model import Article, Metadata


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
