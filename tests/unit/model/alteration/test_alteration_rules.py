"""Alterations that do not fit a quote or each other: told with why, applied nowhere, lost never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.errors import InvalidError, NotFoundError
from briefing_tui.model import (
    Alteration,
    Article,
    Brief,
    Metadata,
    Span,
    edits,
    take,
)
from briefing_tui.model.alteration import (
    fitting,
    misfit,
    misfits,
    printed,
)
from tests.unit.model.alteration.alterations import CASE, EMPHASISE, INSERT, MARK, OMIT, SAID, on


@pytest.mark.parametrize(
    ("alteration", "why"),
    [
        (Alteration(OMIT, Span(4, 9), "other"), "does not stand at 4 to 9"),
        (Alteration(OMIT, Span(400, 405), "other"), "does not stand"),
        (on("nisters", OMIT), "within a word"),
        (Alteration(EMPHASISE, Span(3, 13), SAID[3:13]), "in white space"),
        (on("The", OMIT), "at an end of the quote"),
        (on("left", OMIT), "at an end of the quote"),
        (Alteration(OMIT, Span(0, 0)), "no words"),
        (on("m", CASE), "not the first letter"),
        (on("not", MARK, "so"), "only an insertion has a text"),
        (on("they", INSERT), "words in one line"),
        (on("they", INSERT, "a “so” b"), "quotation marks"),
        (on("they", INSERT, "the “one"), "quotation marks"),
        (on("they", INSERT, "a [b] c"), "brackets"),
        (on("they", INSERT, "a\u202eb"), "invisible"),
        (on("they", INSERT, "sic"), "something else"),
        (on("they", INSERT, "word " * 60), "longer than 200"),
        *((on("they", INSERT, f"of it{closing} lied {opening}so"), f"between brackets: ‘{closing}’")
          for opening, closing in ("⁅⁆", "﹝﹞", "⌈⌉", "⸕⸖", "⦋⦌", "﹇﹈", "{}", "[]")),
        *((on("they", INSERT, unseen), "U+") for unseen in ("\u2800", "\u3164", "\u0338sea", "se\u0336a", "a\u034f")),
        *((on("they", INSERT, false), "between brackets") for false in ("⋯", "‥.", "a…b")),
        *((on("they", INSERT, empty), "neither a letter nor a digit") for empty in (". . .", "...", "– –")),
        *((on("they", INSERT, like), "something else") for like in ("SIC!", "(s.i.c.)", "ｓｉｃ", "ѕіс")),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_left_out(alteration: Alteration, why: str) -> None:
    assert why in misfit(SAID, alteration)
    assert printed(SAID, (alteration,)) == printed(SAID)


@pytest.mark.parametrize(
    "text",
    ["the Prime Minister’s, i.e. (1,000 km²) – 3.5 % & so/on", "$5; №1", "cafe\u0301", "שָׁלוֹם־עולם", "不可能，",
     "می\u200cخواهم", "हिन्दी।", "བོད་སྐད།", "e.g. 5 ½°"],
)  # fmt: skip
def test_what_explains_a_word_in_any_script_can_be_inserted(text: str) -> None:
    assert not misfit(SAID, on("they", INSERT, text))


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (on("of the North", OMIT), on("North", EMPHASISE), "is left out already"),
        (on("of the North", OMIT), on("North", MARK), "is left out"),
        (on("of the North", OMIT), on("North said", OMIT), "leave out both as one"),
        (on("of the", OMIT), on("North", OMIT), "leave out both as one"),
        (on("would not", EMPHASISE), on("not sign", EMPHASISE), "emphasised already"),
        (on("not", INSERT, "a"), on("would not", INSERT, "b"), "[a] is inserted there already"),
        (on("not", MARK), on("not", MARK), "marked already"),
        (on("T", CASE), on("T", CASE), "changed already"),
    ],
)  # fmt: skip
def test_two_in_each_others_way(first: Alteration, second: Alteration, why: str) -> None:
    assert why in misfit(SAID, second, (first,))
    assert misfits(SAID, (first, second)) == ((second, misfit(SAID, second, (first,))),)
    assert not misfit(SAID, first)


def test_what_does_not_fit_is_in_nobodys_way() -> None:
    gone = Alteration(EMPHASISE, Span(4, 9), "other")
    assert fitting(SAID, (gone, on("ministers", EMPHASISE))) == (on("ministers", EMPHASISE),)
    brief = Brief(
        "b",
        excerpts={
            "e1": replace(take(Article("a", Metadata(), SAID), Span(0, len(SAID))), id="e1", alterations=(gone,))
        },
    )
    assert len(edits.alter(brief, "e1", on("ministers", EMPHASISE)).excerpts["e1"].alterations) == 2


def test_what_cannot_be_done_is_refused() -> None:
    brief = Brief("b", excerpts={"e1": take(Article("a", Metadata(), SAID), Span(0, len(SAID)), excerpt_id="e1")})
    with pytest.raises(InvalidError, match="at an end of the quote"):
        edits.alter(brief, "e1", on("left", OMIT))
    with pytest.raises(NotFoundError, match="no excerpt"):
        edits.alter(brief, "e2", on("left", EMPHASISE))
    with pytest.raises(NotFoundError, match="no alteration 1"):
        edits.unalter(brief, "e1", 0)


def test_a_refusal_does_not_read_as_if_it_was_done() -> None:
    brief = Brief("b", excerpts={"e1": take(Article("a", Metadata(), SAID), Span(0, len(SAID)), excerpt_id="e1")})
    brief = edits.alter(brief, "e1", on("of the North", OMIT))
    with pytest.raises(InvalidError) as refused:
        edits.alter(brief, "e1", on("North", EMPHASISE))
    assert refused.value.message == "not done: “of the North” is left out already"
    assert refused.value.hint == "take the other alteration back first"
