"""The rules on alterations of quotes, and what counts as quoted where a quote is altered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing_tui.checks import Subject, check, verify
from briefing_tui.checks.context import SENTENCES, ContextKind, omitted
from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Finding,
    Item,
    ItemKind,
    Metadata,
    Section,
    Span,
    altered,
    take,
)

OMIT, INSERT, MARK, EMPHASISE, CASE = AlterationKind
SAID = (
    "Officials in the port said that the line would not hold, if the wind [from the north] turned, "
    "according to the master, and that almost nobody would stay."
)


def on(words: str, kind: AlterationKind, text: str = "") -> Alteration:
    start = SAID.index(words)
    return altered(SAID, kind, Span(start, start + len(words)), text)


def findings(
    *alterations: Alteration, own: str = "", language: str = "en", kind: ItemKind = ItemKind.QUOTE
) -> Sequence[Finding]:
    article = Article("a", Metadata(language=language), SAID)
    excerpt = replace(take(article, Span(0, len(SAID)), excerpt_id="e1"), alterations=alterations)
    items = (
        Item("i1", kind, "e1", text="They said so." * (kind is not ItemKind.QUOTE)),
        Item("i2", ItemKind.TEXT, text=own),
    )
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", items),))
    return check(Subject(brief, {"a": article}, {"e1": verify(excerpt, article)}))


def test_what_is_printed_of_a_quote_may_be_quoted_only_where_it_is_one() -> None:
    own = "The port wrote “said […] that almost nobody would stay” in all."
    cut = on("that the line would not hold, if the wind [from the north] turned, according to the master, and", OMIT)
    rules = {f.rule for f in findings(cut, own=own, kind=ItemKind.PARAPHRASE)}
    assert "own-words.quotation" in rules
    assert "quotation.omission" not in rules
    assert {f.rule for f in findings(cut, own=own)} & {"own-words.quotation", "quotation.omission"} == {
        "quotation.omission"
    }


@pytest.mark.parametrize("sign", ["\U00010400", "\U0001044f", "\U00012000", "\U00012001"])
def test_no_letter_passes_for_brackets(sign: str) -> None:
    added = on("line", INSERT, "of May")
    assert found("own-words.quotation", added, own=f"The port wrote “the line {sign} would not hold” in all.")


def found(rule: str, *alterations: Alteration, own: str = "", language: str = "en") -> list[tuple[str, str]]:
    return [(f.place, f.message) for f in findings(*alterations, own=own, language=language) if f.rule == rule]


def test_what_does_not_fit_is_an_error_with_its_reason_and_its_number() -> None:
    gone = Alteration(OMIT, Span(3, 6), "xxx")
    ((place, message),) = found("quotation.alterations", on("port", EMPHASISE), gone)
    assert place == "e1"
    assert message.startswith("alteration 2 of e1 (omit) does not fit: “xxx” does not stand at 3 to 6")
    (error,) = (f for f in findings(gone) if f.rule == "quotation.alterations")
    assert error.severity == "error"
    assert "--take-back 1" in error.hint


def test_of_many_that_do_not_fit_ten_are_named_and_the_others_counted() -> None:
    messages = [
        m for _, m in found("quotation.alterations", *(Alteration(OMIT, Span(3, 6), "xxx") for _ in range(10_000)))
    ]
    assert len(messages) == 11
    assert messages[9].startswith("alteration 10 of e1")
    assert messages[10] == "9,990 more alterations of e1 do not fit"
    (*_, last) = found("quotation.alterations", *(Alteration(OMIT, Span(3, 6), "xxx") for _ in range(11)))
    assert last[1] == "1 more alteration of e1 does not fit"


def test_what_fits_is_none() -> None:
    assert not found("quotation.alterations", on("line", EMPHASISE), on("in the port", OMIT))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("in the port", ""),
        ("not hold, if the", "a negation that reaches into these words (‘not’); the condition or the exception (‘if’)"),
        ("if the wind [from the north] turned,", "the condition or the exception (‘if’)"),
        ("according to the master,", "who says so (‘according to’)"),
        ("said", "who says so (‘said’)"),
        ("almost", "how sure the source is (‘almost’)"),
    ],
)
def test_an_omission_that_turns_the_rest_around_is_a_warning(words: str, told: str) -> None:
    messages = found("quotation.omission", on(words, OMIT))
    assert [place for place, _ in messages] == (["i1"] if told else [])
    assert [message.partition("”: ")[2] for _, message in messages] == ([told] if told else [])


def test_in_a_language_without_lists_no_omission_is_questioned() -> None:
    assert not found("quotation.omission", on("would not hold", OMIT), language="ru")
    assert not list(omitted(SAID, Span(0, len(SAID)), ""))


def test_the_month_is_no_hedge() -> None:
    text = "They met early in the week, May or June, and may meet again soon."
    month = Span(text.index("May"), text.index("May") + 3)
    assert not list(omitted(text, month, "en"))
    hedge = Span(text.index("may"), text.index("may") + 3)
    assert list(omitted(text, hedge, "en")) == [(SENTENCES[ContextKind.HEDGE], "may")]


SOLD = "The minister did not approve the sale of the port. She approved the loan of ten boats."


def left_out(text: str, words: str, language: str = "en") -> list[str]:
    start = text.index(words)
    return [what for what, _ in omitted(text, Span(start, start + len(words)), language)]


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        (SOLD, "sale of the port. She approved the", "en"),
        (SOLD, "sale of the port.", "en"),
        (SOLD.replace(". She", ".\n\nShe"), "sale of the port.\n\nShe approved the", "en"),
        ("Министр не одобрил продажу порта. Она одобрила заём лодок.", "продажу порта. Она одобрила", "ru"),
        ("大臣没有批准出售港口。她批准了借用船只。", "出售港口。她批准了", "zh"),
    ],
)
def test_an_omission_that_makes_one_sentence_of_two_is_told_in_every_language(
    text: str, words: str, language: str
) -> None:
    assert left_out(text, words, language) == ["the end of a sentence, so that words of two stand in one"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SOLD, "sale of the port"),
        (SOLD, "of the port"),
        (SOLD, "She approved the"),
        ("The port is old. It has ten boats. They are new.", "It has ten boats."),
        ("The port is old. It has ten boats. They are new.", "It has ten boats. They"),
        ("They met Dr. Dahl in the port on Friday.", "Dr. Dahl in"),
        ("It began the war against the islands in May.", "against the islands"),
        ("They sold the port, but kept the boats.", "but kept"),
    ],
)
def test_an_omission_within_a_sentence_or_of_a_whole_one_joins_nothing(text: str, words: str) -> None:
    assert left_out(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The council voted against the plan, and left on Friday.", "against the plan, and left", ContextKind.NEGATION),
        ("She refused the loan and bought ten boats.", "refused the loan and", ContextKind.NEGATION),
        ("She vetoed the sale and signed the loan.", "vetoed the sale and", ContextKind.NEGATION),
        ("She did not approve the sale but approved the loan.", "sale but approved the", ContextKind.CONTRAST),
    ],
)
def test_words_that_turn_a_sentence_are_told_where_they_are_left_out(text: str, words: str, told: ContextKind) -> None:
    assert left_out(text, words) == [SENTENCES[told]]


def test_a_long_insertion_and_much_emphasis_are_noted() -> None:
    nine = "which had been there since the spring of last year"
    assert found("quotation.additions", on("line", INSERT, nine)) == [
        ("i1", f"quote i1 (e1) has an insertion of 10 words: “[{nine}]”")
    ]
    much = on("the line would not hold, if the wind [from the north] turned, according to the master", EMPHASISE)
    assert found("quotation.additions", much) == [("i1", "quote i1 (e1) is emphasised by more than half")]
    assert not found("quotation.additions", on("line", INSERT, "of May"), on("would not hold", EMPHASISE))


@pytest.mark.parametrize(
    ("quoted", "allowed"),
    [
        ("the line [of May] would not hold", True),
        ("[o]fficials […] said that the line", True),
        ("the line would not hold", True),
        ("wind [from the north] turned", True),
        ("wind turned", False),
        ("of May", False),
        ("[of May]", False),
        ("May] would not", False),
        ("[…]", False),
        ("fficials […] said", False),
        ("officials", False),
        ("Officials […] said", False),
        ("the line [of June] would not", False),
        ("[of May] wouldn", False),
    ],
)
def test_own_text_may_quote_what_is_printed_but_not_what_is_ours_alone(quoted: str, allowed: bool) -> None:
    alterations = (on("O", CASE), on("in the port", OMIT), on("line", INSERT, "of May"))
    questioned = found("own-words.quotation", *alterations, own=f"The port wrote “{quoted}” in all.")
    assert bool(questioned) is not allowed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{SOLD} It rained.", "sale of the port. She approved the loan of ten boats"),
        ("She called it “a sale. It was a loan”. It rained.", "sale. It was a loan"),
        ("Did she sell it? Did she lend it? It rained.", "sell it? Did she lend it"),
    ],
)
def test_an_omission_that_keeps_the_stop_of_another_sentence_joins_no_words_of_two(text: str, words: str) -> None:
    assert "the end of a sentence, so that words of two stand in one" not in left_out(text, words)
