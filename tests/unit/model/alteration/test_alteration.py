"""Alterations of a quote: what is printed is the source's characters and ours, and each told from the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Excerpt,
    ExcerptState,
    Item,
    ItemKind,
    Metadata,
    Run,
    Section,
    Span,
    Verification,
    altered,
    edits,
    take,
)
from briefing_tui.model.alteration import (
    first_letter,
    fitting,
    misfit,
    misfits,
    moved_with,
    printed,
    printed_text,
)
from briefing_tui.model.length import length_in_words
from briefing_tui.model.segments import segment
from tests.unit.model.alteration.alterations import CASE, EMPHASISE, INSERT, MARK, OMIT, SAID, on

PIECES = (
    "not", "cafe\u0301", "e\u0301", "👩\u200d💻", "שָׁלוֹם", "صبح", "不可能", "เป็นไป", "가", "[sic]", "[", "]", "“", "”",
    "## ", "\\## ", "\\\\## ", "# ", "un", "-", "3.5", "*", "ß", "ǆ", "İ", "\u0301", "\u200f", "\xad", "\n", "\n\n",
    "\n \n", " ", "\xa0", "\u2028", "\r\n", "\t", ".", ",", "a", "B",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map("".join)


@st.composite
def quotes(draw: st.DrawFn) -> tuple[str, tuple[Alteration, ...]]:
    """A text and operations on it, of which some fit."""
    exact = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(exact)), st.integers(0, len(exact))).map(lambda ends: Span(*sorted(ends)))
    made = []
    for kind in draw(st.lists(st.sampled_from(AlterationKind), max_size=6)):
        span = first_letter(exact) if kind is CASE else draw(spans)
        made.append(altered(exact, kind, span or Span(0, 0), "of ours" if kind is INSERT else ""))
    if draw(st.booleans()):
        made.append(Alteration(INSERT, Span(0, 0), text="before"))
    return exact, tuple(made)


def runs(exact: str, *alterations: Alteration) -> list[Run]:
    return [run for stretch in printed(exact, alterations) for run in stretch.runs]


@given(quotes())
def test_what_is_not_ours_is_the_source_without_what_is_omitted(quote: tuple[str, tuple[Alteration, ...]]) -> None:
    exact, alterations = quote
    whole = segment(exact)
    blocks = [*(heading.span for heading in whole.headings), *(paragraph.span for paragraph in whole.paragraphs)]
    hidden = [a.span for a in fitting(exact, alterations) if a.kind in (OMIT, CASE)]
    kept = (n for n in range(len(exact)) if any(b.contains(n) for b in blocks))
    wanted = "".join(exact[n] for n in kept if not any(span.contains(n) for span in hidden))
    shown = runs(exact, *alterations)
    assert "".join(run.text for run in shown if not run.ours) == wanted
    assert all(run.text for run in shown)
    ours = [run.text.strip() for run in shown if run.ours]
    assert len(ours) == sum(a.kind is not EMPHASISE for a in fitting(exact, alterations))
    assert all(text.startswith("[") and text.endswith("]") for text in ours)
    assert not any(run.emphasised for run in shown if run.ours)


@given(TEXTS)
def test_a_quote_without_alterations_is_what_its_source_has(exact: str) -> None:
    whole = segment(exact)
    blocks = sorted([(h.span, True) for h in whole.headings] + [(p.span, False) for p in whole.paragraphs])
    wanted = [(span.slice(exact), heading) for span, heading in blocks if len(span)]
    assert [(s.text, s.heading) for s in printed(exact)] == wanted
    assert not any(run.ours or run.emphasised for run in runs(exact))


@given(quotes())
def test_what_is_done_is_undone(quote: tuple[str, tuple[Alteration, ...]]) -> None:
    exact, alterations = quote
    brief = Brief("b", excerpts={"e1": Excerpt("e1", "a", "", 1, Span(0, len(exact)), exact)})
    states = [brief]
    numbers = []
    for alteration in fitting(exact, alterations):
        states.append(edits.alter(states[-1], "e1", alteration))
        made = states[-1].excerpts["e1"].alterations
        numbers.append(next(n for n, a in enumerate(made) if a is alteration))
        assert not misfits(exact, made)
    for number, before in zip(reversed(numbers), reversed(states[:-1]), strict=True):
        assert edits.unalter(states.pop(), "e1", number) == before
    assert brief.excerpts["e1"].exact == exact


@given(quotes(), st.integers(0, 30))
def test_nothing_is_lost_where_the_words_become_others(quote: tuple[str, tuple[Alteration, ...]], shift: int) -> None:
    exact, alterations = quote
    fit = fitting(exact, alterations)
    assert moved_with(fit, exact, exact) == fit
    for after in (f"New. {exact}", exact[shift:], exact.replace(" ", "\n"), ""):
        moved = moved_with(alterations, exact, after)
        assert [(a.kind, a.text) for a in moved] == [(a.kind, a.text) for a in alterations]


@pytest.mark.parametrize(
    ("alteration", "shown"),
    [
        (on("of the North", OMIT), "The ministers […] said that they would not sign it, and left."),
        (on("they", INSERT, "the ministers"), "said that they [the ministers] would not"),
        (on("sign it", MARK), "sign it [sic], and left."),
        (on("T", CASE), "[t]he ministers"),
        (Alteration(INSERT, Span(0, 0), text="In May:"), "[In May:] The ministers"),
        (on("not", EMPHASISE), SAID),
    ],
)
def test_what_each_prints(alteration: Alteration, shown: str) -> None:
    assert misfit(SAID, alteration) == ""
    assert shown in printed_text(SAID, (alteration,))


def test_emphasis_is_on_its_words_alone_and_never_on_brackets() -> None:
    shown = runs(SAID, on("would not sign", EMPHASISE), on("not", MARK))
    assert [run.text for run in shown if run.emphasised] == ["would not", " sign"]
    assert [run.text for run in shown if run.ours] == [" [sic]"]


def test_sic_stands_before_what_is_inserted_behind_the_same_words() -> None:
    assert "not [sic] [we think] sign" in printed_text(SAID, (on("not", INSERT, "we think"), on("not", MARK)))


def test_scripts_without_spaces_have_none_before_a_bracket() -> None:
    exact = "美国 和 俄罗斯说不可能。"
    made = (
        on("俄罗斯", INSERT, "注", exact),
        on("不可能", MARK, exact=exact),
        Alteration(INSERT, Span(0, 0), text="在"),
    )
    assert printed_text(exact, made) == "[在]美国 和 俄罗斯[注]说不可能[sic]。"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("said no.\n\n## The talks\n\nThey went", ["They […] on.", "Then more."]),
        ("## The talks", ["They said no.", "[…]", "They went on.", "Then more."]),
        ("said no.", ["They […]", "The talks", "They went on.", "Then more."]),
        ("The talks\n\nThey", ["They said no.", "[…] went on.", "Then more."]),
        ("They went", ["They said no.", "The talks", "[…] on.", "Then more."]),
    ],
)
def test_an_omission_over_paragraphs_and_headings(words: str, shown: list[str]) -> None:
    exact = "They said no.\n\n## The talks\n\nThey went on.\n\nThen more."
    made = printed(exact, (on(words, OMIT, exact=exact),))
    assert [stretch.text for stretch in made] == shown
    assert [stretch.text for stretch in made if stretch.heading] == [s for s in shown if s == "The talks"]


@pytest.mark.parametrize("words", ["talks\n\nThey", "no.\n\n## The", "talks\n\nThey went on.\n\nThen"])
def test_what_an_omission_leaves_of_a_heading_is_not_read_with_a_paragraph(words: str) -> None:
    exact = "They said no.\n\n## The talks\n\nThey went on.\n\nThen more."
    assert "a part of a heading" in misfit(exact, on(words, OMIT, exact=exact))


def test_a_line_is_no_word_beside_an_omission() -> None:
    exact = "__ The port said so."
    assert "at an end of the quote" in misfit(exact, on("The", OMIT, exact=exact))


def test_a_heading_keeps_its_look_with_words_of_ours_in_it() -> None:
    exact = "## On the talks\n\nThey went on."
    inserted, bright = on("talks", INSERT, "of May", exact), on("went", EMPHASISE, exact=exact)
    made = printed(exact, (on("O", CASE, exact=exact), inserted, bright))
    assert [(s.text, s.heading) for s in made] == [("[o]n the talks [of May]", True), ("They went on.", False)]
    assert printed(exact, (Alteration(INSERT, Span(0, 0), text="x"),))[0].text == "[x] On the talks"


@pytest.mark.parametrize(
    ("exact", "letter"),
    [
        ("“the line”", "t"), ("École", "É"), ("E\u0301cole", "E\u0301"), ("## The talks", "T"), ("3rd of May", ""),
        ("不可能", ""), ("…and so", "a"), ("ßo", ""), ("İyi", ""), ("გზა", ""), ("שלום", ""), ("123", ""), ("ǆep", "ǆ"),
    ],
)  # fmt: skip
def test_the_first_letter(exact: str, letter: str) -> None:
    span = first_letter(exact)
    assert (span.slice(exact) if span else "") == letter


def test_what_is_selected_loses_white_space_and_markers_at_its_ends() -> None:
    exact = "They said.\n\n## The talks\n\nThen."
    assert altered(exact, OMIT, Span(10, 24)).exact == "The talks"
    assert altered(exact, OMIT, Span(4, 10)) == Alteration(OMIT, Span(5, 10), "said.")
    assert altered(exact, INSERT, Span(0, 4), " the\n North ").text == "the North"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (f"Yesterday. {SAID}", "of the North"),
        (SAID.replace("of the North", "of  the\nNorth"), "of  the\nNorth"),
        (SAID.replace("ministers", "chiefs"), "of the North"),
    ],
)
def test_it_goes_where_its_words_go(after: str, words: str) -> None:
    (moved,) = moved_with((on("of the North", OMIT),), SAID, after)
    assert moved.exact == moved.span.slice(after) == words
    assert not misfit(after, moved)


def test_of_several_alike_it_stays_on_the_same_one() -> None:
    before, after = "It is so, and so it is.", "Well, it is so, and so it is."
    second = Alteration(EMPHASISE, Span(14, 16), "so")
    (moved,) = moved_with((second,), before, after)
    assert moved.span == Span(20, 22)
    fewer = "It is, and so on."
    assert moved_with((second,), before, fewer) == (second,)
    assert misfit(fewer, second)


def test_an_excerpt_that_moves_takes_its_alterations_along_and_loses_none() -> None:
    article = Article("a", Metadata(), SAID)
    gone = Alteration(EMPHASISE, Span(4, 9), "other")
    excerpt = replace(take(article, Span(0, len(SAID)), excerpt_id="e1"), alterations=(gone, on("of the North", OMIT)))
    brief = Brief("b", excerpts={"e1": excerpt})
    text = SAID.replace("of the North", "of the\nNorth")
    found = Verification(ExcerptState.MOVED, Span(9, 9 + len(text)), text, 1, 1, heading=False)
    moved = edits.reanchor(brief, "e1", found, "hash", ("", "")).excerpts["e1"]
    assert moved.alterations == (gone, on("of the\nNorth", OMIT, exact=text))


def test_a_quote_is_as_long_as_what_is_printed_of_it() -> None:
    excerpt = take(Article("a", Metadata(), SAID), Span(0, len(SAID)), excerpt_id="e1")
    sections = (Section("s1", "One", (Item("i1", ItemKind.QUOTE, "e1"),)),)

    def words(*alterations: Alteration) -> int:
        return length_in_words(
            Brief("b", excerpts={"e1": replace(excerpt, alterations=alterations)}, sections=sections)
        )

    assert words(on("of the North", OMIT)) == words() - 2
    assert words(on("they", INSERT, "the ministers")) == words() + 2


def test_a_file_from_elsewhere_may_name_any_number_of_them() -> None:
    exact = "word " * 1000
    many = [Alteration(EMPHASISE, Span(5 * n, 5 * n + 4), "word") for n in range(1000)]
    assert len(fitting(exact, many)) == 200
    assert {why for _, why in misfits(exact, many)} == {"a quote has at most 200 alterations"}
