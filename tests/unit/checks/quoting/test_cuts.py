"""The finding of a passage that was pinned against a warning."""

from __future__ import annotations

from dataclasses import replace

from briefing_tui.checks import Subject, check, verify
from briefing_tui.model import (
    Article,
    Brief,
    ContextChoice,
    Excerpt,
    Item,
    ItemKind,
    Metadata,
    Section,
    Severity,
    Span,
    Speaker,
    take,
)

ARTICLE = Article("a", Metadata(language="en"), "The envoy said the plan did not work. It rained.")
CUT = Span(ARTICLE.text.index("work"), ARTICLE.text.index("work") + 4)
CHOICE = ContextChoice(dismissed=("negation", "attribution"))
E1 = replace(take(ARTICLE, CUT), id="e1", context=CHOICE)

QUOTE = Item("i1", ItemKind.QUOTE, "e1")


def said(excerpt: Excerpt, article: Article | None = ARTICLE, item: Item = QUOTE) -> list[tuple[Severity, str, str]]:
    brief = Brief("b", excerpts={excerpt.id: excerpt}, sections=(Section("s1", "One", (item,)),))
    subject = Subject(brief, {"a": article} if article else {}, {excerpt.id: verify(excerpt, article)})
    return [(f.severity, f.place, f.message) for f in check(subject) if f.rule == "context.cut"]


def test_it_names_the_words() -> None:
    [(severity, place, message)] = said(E1)
    assert (severity, place) == (Severity.WARNING, "e1")
    assert message == (
        "its cut leaves out a negation that reaches into these words (‘not’)"
        " and who says so (‘The envoy said the plan did not’)"
    )


def test_a_speaker_answers_who_says_so() -> None:
    [(_, _, message)] = said(replace(E1, speaker=Speaker("The envoy")))
    assert "who says so" not in message
    only = replace(E1, context=ContextChoice(("attribution",)), speaker=Speaker("The envoy"))
    assert said(only) == []


def test_only_a_passage_that_is_quoted_leaves_anything_out() -> None:
    own = Item("i1", ItemKind.PARAPHRASE, "e1", text="It was no success.")
    assert said(E1, item=own) == []
    assert said(E1, item=replace(own, text="It did “work”, he said.")) == said(E1)


def test_what_was_kept_is_no_finding() -> None:
    assert said(replace(E1, context=ContextChoice(kept=("negation",)))) == []
    assert said(replace(E1, context=None)) == []


def test_without_the_article_and_of_an_unknown_kind_it_is_said_all_the_same() -> None:
    assert [m for _, _, m in said(E1, None)] == [
        "its cut leaves out a negation that reaches into these words and who says so"
    ]
    assert [m for _, _, m in said(replace(E1, context=ContextChoice(("irony",))), None)] == ["its cut leaves out irony"]


def test_what_the_guard_no_longer_says_is_no_finding() -> None:
    assert said(replace(E1, context=ContextChoice(("ellipsis",)))) == []
