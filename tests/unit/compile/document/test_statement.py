"""The source summary statement: every count from the facts, in whole sentences of each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.compile import Job
from briefing_tui.compile.document.statement import Statement, sentences, statement, told
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import PartialDate, Speaker, SpeakerKind, TextKind
from tests.unit.compile.samples import article, excerpt, inferred, job

WORDS = ("The new ledger lists every berth.", "Nobody counted the boats before")
OTHER = "Quite another text stands here.\n\nIt speaks of gulls, of ropes and of nothing that the others have."


def counted(tmp_path: Path) -> Statement:
    """Six sources: two with one text, one of the same outlet, a digest, an opinion, and one that is gone."""
    sources = [
        article(),
        article("copy", container_title="Copy Times", issued=None),
        inferred(article("more", OTHER, issued=PartialDate(2019)), "issued"),
        article("digest", "We sum it up: cranes, and again cranes.", container_title="Far Post"),
        article("view", "Nobody asked. We should let it be.", container_title="Le Quai", genre="op-ed", language="fr"),
    ]
    sources[3] = sources[3].with_metadata(text=TextKind.DIGEST)
    clerk = Speaker("a clerk", kind=SpeakerKind.UNNAMED)
    passages = [
        excerpt(sources[0], WORDS[0], "e1", Speaker("Ida Holm", via=("the port office",))),
        excerpt(sources[0], WORDS[1], "e2", clerk),
        excerpt(sources[1], WORDS[1], "e3", clerk),
        excerpt(sources[2], "of ropes", "e4", Speaker("Ida Holm")),
        excerpt(sources[3], "again cranes", "e5"),
        excerpt(sources[4], "We should", "e6"),
        excerpt(article("gone"), WORDS[0], "e7"),
        excerpt(article("unused", "Something else."), "Something", "e8"),
    ]
    made: Job = job(tmp_path / "b.pdf", articles=sources, excerpts=passages)
    return statement(made, [f"e{n}" for n in range(1, 8)])


def test_each_count(tmp_path: Path) -> None:
    found = counted(tmp_path)
    assert (found.sources, found.gone) == (6, 1)
    assert found.independent == 3  # the text and its copy, and what is of the same outlet; the digest; the opinion
    assert found.outlets == ("Quay Gazette", "Copy Times", "Far Post", "Le Quai")
    assert found.languages == ("en", "fr")
    assert (found.first, found.last) == (PartialDate(2019), PartialDate(2025, 3, 4))
    assert (found.undated, found.inferred) == (1, 1)
    assert (found.speakers, found.unnamed, found.second_hand) == (3, 2, 1)
    assert (found.opinion, found.digest) == (1, 1)


def test_what_is_not_there_is_not_told() -> None:
    assert list(sentences(Statement(sources=2, independent=1), wording("en"))) == [
        "Sources cited: 2; independent of one another: 1."
    ]


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "he", "ar"])
def test_every_language_has_a_sentence_for_every_count(language: str, tmp_path: Path) -> None:
    said = list(sentences(counted(tmp_path), wording(language)))
    assert len(said) == 12
    assert all("{" not in sentence and sentence.endswith(".") for sentence in said)


def test_of_many_outlets_only_the_first_are_named() -> None:
    many = Statement(outlets=tuple(f"Outlet {n}" for n in range(30)))
    (said,) = [s for s in sentences(many, wording("en")) if s.startswith("Outlets")]
    assert said.startswith("Outlets: 30 (Outlet 0, ")
    assert said.endswith("Outlet 11, …).")


def test_each_name_that_runs_against_the_briefing_is_kept_to_itself() -> None:
    named = Statement(outlets=("Quay Gazette", "הארץ", "Far Post"))
    assert "(\u2066Quay Gazette\u2069, הארץ, \u2066Far Post\u2069)" in told(named, wording("he"), rtl=True)
    assert "(Quay Gazette, \u2067הארץ\u2069, Far Post)" in told(named, wording("en"))


def test_no_number_stands_on_another_line_than_its_label_and_no_date_on_two() -> None:
    counted = Statement(2, 1, first=PartialDate(2025, 3, 4), last=PartialDate(2026, 10, 5), opinion=4)
    assert told(counted, wording("en")) == (
        "Sources cited:\u00a02; independent of one another:\u00a01. "
        "Dates: 4\u00a0March\u00a02025 to 5\u00a0October\u00a02026. Opinion pieces:\u00a04."
    )
    assert "Articles d’opinion\u00a0:\u00a04." in told(counted, wording("fr"))
