"""How a passage stands in its source, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import (
    AlterationKind,
    Article,
    ContextChoice,
    Evidence,
    ExcerptState,
    Header,
    ItemKind,
    Metadata,
    Span,
    Speaker,
    Verification,
    altered,
    take,
)
from briefing_tui.workspace.drafting.standing_words import cut_out, source_of, stands

ARTICLE = Article("a", Metadata(), "The plan of the North did not work.")
E1 = replace(take(ARTICLE, Span(0, len(ARTICLE.text))), id="e1")
SAME = Verification(ExcerptState.IDENTICAL, E1.span)


def test_an_altered_quote_is_not_said_to_be_word_for_word() -> None:
    assert stands(E1, SAME, ItemKind.QUOTE, None).endswith("word for word")
    marked = replace(E1, alterations=(altered(E1.exact, AlterationKind.EMPHASISE, Span(4, 8)),))
    assert stands(marked, SAME, ItemKind.QUOTE, None).endswith("word for word but for 1 alteration")
    assert stands(marked, SAME, ItemKind.PARAPHRASE, None).endswith("word for word")


HEADER = Header(
    "a", "The plan", "The plan", (), "The Herald", "2016", "", "en", "digest", 8, 1, (),
    states=(("issued", "inferred"), ("container-title", "inferred")),
)  # fmt: skip


@pytest.mark.parametrize("state", ExcerptState)
def test_of_a_digest_nothing_is_said_of_the_source(state: ExcerptState) -> None:
    said = stands(E1, replace(SAME, state=state), ItemKind.PARAPHRASE, HEADER)
    assert "digest" in said
    assert "source" not in said


def test_what_is_inferred_and_what_is_a_digest_are_told_as_in_print() -> None:
    assert source_of(E1, HEADER, SAME) == "The plan, The Herald?, 2016?, our digest, ¶ 1"
    full = replace(HEADER, authors=("A. Berg", "C. Dahl"), text="full", issued="", states=())
    assert (
        source_of(replace(E1, speaker=Speaker("Dana Levi")), full, SAME)
        == "Dana Levi · A. Berg, C. Dahl, The plan, The Herald, n.d., ¶ 1"
    )
    assert source_of(E1, None, SAME) == "a, which is not in the library, ¶ 1"


def test_what_the_cut_leaves_out_is_said() -> None:
    assert cut_out(E1) == ""
    assert cut_out(replace(E1, context=ContextChoice(kept=("negation",)))) == ""
    choice = ContextChoice(("negation", "attribution"))
    said = cut_out(replace(E1, context=choice))
    assert said == "its cut leaves out a negation that reaches into these words and who says so"
    jane = Speaker("Jane Doe", evidence=(Evidence(Span(0, 8), "The plan"),))
    assert "who says so" not in cut_out(replace(E1, context=choice, speaker=jane))
    assert cut_out(replace(E1, context=ContextChoice(("attribution",)), speaker=jane)) == ""


def test_somebody_whom_no_words_of_the_source_name_does_not_answer_who_says_so() -> None:
    assert cut_out(replace(E1, context=ContextChoice(("attribution",)), speaker=Speaker("Jane Doe"))) == (
        "its cut leaves out who says so"
    )
