"""Shared passages: every common run of nine words is found, at its exact place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search import Catalogue, Reuse
from briefing_tui.search.wording import SHORTEST, fingerprints, wording

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=SHORTEST, max_size=30)
OTHER = st.lists(st.text(st.sampled_from("ABCDEFGHIJ0123456789"), min_size=4, max_size=6), max_size=40)


@pytest.fixture
def reuse(tmp_path: Path) -> Reuse:
    return Reuse(Catalogue.open(tmp_path, "reuse"))


@given(WORDS, OTHER, OTHER, OTHER, OTHER)
def test_a_run_of_nine_words_always_leaves_a_common_fingerprint(
    run: list[str], a: list[str], b: list[str], c: list[str], d: list[str]
) -> None:
    one, other = (set(dict(fingerprints(wording(" ".join(w)).numbers))) for w in (a + run + b, c + run + d))
    assert one & other


def test_both_places_are_exact(reuse: Reuse) -> None:
    here = "She said so. “The council of the port has met for nine long hours,” the mayor’s clerk wrote, and left."
    there = "It rained. the council of the port\nhas met for nine LONG hours – the mayor's clerk denied it."
    reuse.add({"there": there})
    ((sharing),) = reuse.sharing(here)
    (passage,) = sharing.passages
    assert passage.here.slice(here) == "The council of the port has met for nine long hours,” the mayor’s clerk"
    assert passage.there.slice(there) == "the council of the port\nhas met for nine LONG hours – the mayor's clerk"
    assert passage.words == sharing.words == 14
    assert sharing.there == pytest.approx(14 / 18)


def test_eight_words_are_chance(reuse: Reuse) -> None:
    reuse.add({"there": "alpha beta gamma delta epsilon zeta eta theta and more of it"})
    assert reuse.sharing("alpha beta gamma delta epsilon zeta eta theta but nothing else here") == ()


def test_a_passage_that_stands_twice_is_counted_once(reuse: Reuse) -> None:
    run = "one two three four five six seven eight nine ten"
    reuse.add({"there": f"{run}. Then again: {run}."})
    ((sharing),) = reuse.sharing(run)
    assert len(sharing.passages) == 1


def test_scripts_without_spaces(reuse: Reuse) -> None:
    reuse.add({"there": "港の評議会は九時間続いた後に決定なしで終わった。"})
    ((sharing),) = reuse.sharing("昨日、港の評議会は九時間続いた後に")
    assert sharing.passages[0].words == 14


def test_what_every_article_ends_with_is_no_sharing(reuse: Reuse) -> None:
    formula = "This newsletter comes to you from the harbour office every Monday at nine"
    for number in range(80):
        reuse.add({f"a{number}": f"Entry number {number}. {formula}"})
    assert reuse.sharing(f"Something else. {formula}") == ()


def test_an_article_that_is_taken_in_again_stands_once(reuse: Reuse) -> None:
    run = "one two three four five six seven eight nine ten"
    reuse.add({"there": "nothing of the kind is written in this text at all, truly"})
    reuse.add({"there": run})
    assert [s.article for s in reuse.sharing(run)] == ["there"]
    assert reuse.sharing("nothing of the kind is written in this text at all") == ()
    assert reuse.sharing(run, besides=("there",)) == ()


def test_copies_of_one_text_make_no_formula_of_it(reuse: Reuse) -> None:
    text = "The council of the port has met for nine long hours and has decided nothing at all"
    for number in range(70):
        reuse.add({f"copy{number}": text})
    assert len(reuse.sharing(f"{text} yet")) == 70


def test_a_refrain_of_one_article_is_no_formula(reuse: Reuse) -> None:
    refrain = "one two three four five six seven eight nine ten"
    reuse.add({"song": " x ".join([refrain] * 70)})
    assert [s.article for s in reuse.sharing(refrain)] == ["song"]
