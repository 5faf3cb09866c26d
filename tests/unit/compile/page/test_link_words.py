"""What is said of the links: words in the language of the briefing for each place that they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.compile.languages.wording import known_languages, wording
from briefing_tui.compile.page.link_words import link_words
from tests.unit.compile.document.test_annex import tree
from tests.unit.compile.samples import job


def test_each_place_is_told_by_what_stands_there(tmp_path: Path) -> None:
    said = link_words(tree(job(tmp_path / "b.pdf", annex="yes")), wording("en"))
    assert said["n1"] == "note\u00a01"
    assert said["annex-1"] == "annex, passage 1"
    assert said["i1"] == "paragraph\u00a01.1"
    assert said["j1"] == "judgement 1"
    assert said["source-1"].startswith("source: Larsen, Ida")


@pytest.mark.parametrize("language", sorted(known_languages() - {"en"}))
def test_in_each_language_in_its_own_words(language: str) -> None:
    own, english = wording(language), wording("en")
    keys = [key for key in english.words if key.startswith("link-")]
    assert len(keys) == 5
    assert all(own.words[key] != english.words[key] for key in keys)
