"""How a passage stands in its source, in words."""

from __future__ import annotations

from dataclasses import replace

from briefing_tui.model import (
    AlterationKind,
    Article,
    ContextChoice,
    Evidence,
    ExcerptState,
    ItemKind,
    Metadata,
    Span,
    Speaker,
    Verification,
    altered,
    take,
)
from briefing_tui.workspace.standing_words import cut_out, stands

ARTICLE = Article("a", Metadata(), "The plan of the North did not work.")
E1 = replace(take(ARTICLE, Span(0, len(ARTICLE.text))), id="e1")
SAME = Verification(ExcerptState.IDENTICAL, E1.span)


def test_an_altered_quote_is_not_said_to_be_word_for_word() -> None:
    assert stands(E1, SAME, ItemKind.QUOTE).endswith("word for word")
    marked = replace(E1, alterations=(altered(E1.exact, AlterationKind.EMPHASISE, Span(4, 8)),))
    assert stands(marked, SAME, ItemKind.QUOTE).endswith("word for word but for 1 alteration")
    assert stands(marked, SAME, ItemKind.PARAPHRASE).endswith("word for word")


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
