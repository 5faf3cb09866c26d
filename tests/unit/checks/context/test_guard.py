"""The context guard: the exact words, where they stand, and what keeps them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.checks.context import ContextKind, ContextWarning, Side, context_warnings
from briefing_tui.model import Article, ContextChoice, Metadata, Span, Speaker, SpeakerKind
from briefing_tui.model.excerpt import Evidence

from .labelled import case


def warned(marked: str, language: str = "en") -> list[ContextWarning]:
    each = case(marked, language=language)
    return list(context_warnings(each.article, each.span).warnings)


def widened(marked: str) -> str:
    each = case(marked)
    report = context_warnings(each.article, each.span)
    return report.widened(each.span).slice(each.article.text)


@pytest.mark.parametrize(
    ("marked", "kind", "side", "words"),
    [
        ("The council did not ⟦agree⟧.", "negation", "before", "not"),
        ("The navy doesn’t ⟦want it⟧.", "negation", "before", "doesn’t"),
        ("⟦The fleet will sail⟧ only if the storm ends.", "condition", "after", "only if"),
        ("⟦The tone is good⟧, but nothing follows.", "contrast", "after", "but"),
        ("The envoy told the paper that ⟦the line works⟧.", "attribution", "before", "The envoy told the paper that"),
        ("“⟦The line works⟧,” said the envoy of the north.", "attribution", "after", "said the envoy of the north"),
        ("⟦The line works.⟧ This is what the generals say.", "attribution", "after", "This is what the generals say"),
        ("War came. ⟦This line was cut.⟧", "reference", "inside", "This"),
        ("He spoke of ⟦“a new line⟧ of thought”.", "mark", "after", "”"),
        ("⟦The line is safe⟧ only in summer.", "condition", "after", "only in"),
        ("⟦The line will hold⟧ until the ice comes.", "condition", "after", "until"),
        ("Some say that ⟦the line is cut⟧.", "attribution", "before", "Some say that"),
        ("Seen from Moscow, ⟦the line is a gain⟧.", "attribution", "before", "Seen from Moscow"),
        ("The envoy called it ⟦“a mere line”⟧.", "attribution", "before", "The envoy called it"),
        ("Oslo says it was told that ⟦the line holds⟧.", "attribution", "before", "Oslo says it was told that"),
        (
            "Oslo insists that, as ever, we can be assured that ⟦the line holds⟧.",
            "attribution",
            "before",
            "Oslo insists that",
        ),
        ("We can be assured that ⟦the line holds⟧.", "attribution", "before", "We can be assured that"),
        ("⟦The line is safe.⟧ Far from it.", "negation", "after", "Far from it"),
        ("The line is un⟦likely to hold⟧.", "word", "before", "un"),
        ("⟦The line … holds.⟧", "ellipsis", "inside", "…"),
        ("⟦The line serves Norway's⟧ interests in the north.", "phrase", "after", "interests in the north"),
        ("⟦The line serves our allies’⟧ interests.", "phrase", "after", "interests"),
        ("⟦The line serves interests in⟧ regard to the coast, and more.", "phrase", "after", "regard to the coast"),
        ("⟦The line holds, and the⟧ harbour too.", "phrase", "after", "harbour too"),
    ],
)
def test_the_words_and_their_side(marked: str, kind: str, side: str, words: str) -> None:
    [warning] = warned(marked)
    assert (warning.kind, warning.side, warning.words) == (kind, side, words)
    text = marked.replace("⟦", "").replace("⟧", "")
    assert warning.span.slice(text) == words
    assert words in warning.message


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        ("The envoy dismissed the line as ⟦“a mere scratch”⟧.", ["attribution"]),
        ("An envoy who asked not to be named called it ⟦“a mere scratch”⟧.", ["attribution"]),
        ("An envoy who did not say that ⟦the line is cut⟧ was sent home.", ["negation", "attribution"]),
        ("One thing has not changed: ⟦the line is cut⟧.", []),
        ("This is not true: ⟦the line is cut⟧.", ["negation"]),
        ("The envoy never said: ⟦“The line is cut.”⟧", ["negation", "attribution"]),
        ("The envoy denied it: ⟦the line was never cut⟧.", ["negation", "attribution"]),
        ("“It is cut,” the envoy said.\n\n⟦“The Line” is a tavern⟧ by the sea.", []),
        ("“It is cut,” the envoy said.\n\n⟦“The rest stays cut.”⟧", ["attribution"]),
        ("The envoy said: “It is cut.\n\n⟦“The rest stays cut”⟧ was all he heard.", ["attribution"]),
    ],
)
def test_what_is_of_the_speaker_or_of_another_sentence_is_not_taken_for_the_words(
    marked: str, kinds: list[str]
) -> None:
    assert [w.kind for w in warned(marked)] == kinds


@pytest.mark.parametrize(
    ("marked", "wide"),
    [
        ("All slept. The council did not ⟦agree⟧. It rained.", "The council did not agree."),
        ("⟦The line works.⟧ This is what the generals say.", "The line works. This is what the generals say."),
        ("War came. ⟦This line was cut.⟧", "War came. This line was cut."),
        ("He spoke of ⟦“a new line⟧ of thought” and left.", "“a new line of thought”"),
        ("The line is un⟦likely to hold⟧.", "unlikely to hold"),
        ("They keep saying:\n\n⟦The line works.⟧", "They keep saying:\n\nThe line works."),
        ("The two have “built ⟦a line⟧, at least publicly.”", "a line, at least publicly."),
        ("The two “did not build ⟦a line⟧ at all.”", "did not build a line"),
        ("“⟦The line works,⟧” said the envoy.", "“The line works,” said the envoy."),
        ("⟦The line serves interests in⟧ regard to us, and more.", "The line serves interests in regard to us"),
        ("⟦The line serves the⟧ coast. It rains.", "The line serves the coast."),
        ("She spoke of “⟦a line in the⟧ snow” at noon.", "a line in the snow"),
        ("The envoy told us that “⟦the line works⟧”.", "The envoy told us that “the line works”"),
    ],
)
def test_widening_keeps_what_was_left_out(marked: str, wide: str) -> None:
    assert widened(marked) == wide


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("She said: “It works. ⟦It will last.”⟧", "It will last."),
        ("⟦“It works.⟧ It will last,” she said.", "It works."),
        ("Er sprach von ⟦« neuen⟧ Wegen ».", "neuen"),
        ("She said “it works, ⟦it will last”.⟧", None),
        ("⟦She said: “It works.⟧ It will last.”", None),
        ("She said: ⟦“It works. It will last.”⟧", None),
        ("She said: “It works⟦”⟧", None),
    ],
)
def test_a_lone_mark_at_the_very_edge_can_be_left_out(marked: str, bare: str | None) -> None:
    each = case(marked, language="xx")
    narrow = context_warnings(each.article, each.span).narrowed()
    assert (narrow and narrow.slice(each.article.text)) == bare
    if narrow:
        after = context_warnings(each.article, narrow)
        assert (after.kinds, after.narrowed()) == ((), None)
        assert context_warnings(each.article, each.span).taken_in(after, whole=False) == ()


def test_nothing_is_taken_over_a_heading() -> None:
    assert warned("They keep saying:\n\n## The line\n\n⟦The line works.⟧\n\n## Voices\n\nSo say the generals.") == []
    [warning] = warned("War came.\n\n## The line\n\n⟦This line was cut.⟧")
    assert warning.kind is ContextKind.REFERENCE
    assert warning.widen == Span(24, 42)


@pytest.mark.parametrize(
    ("marked", "language", "said"),
    [
        ("הוא לא ⟦בא⟧.", "he", "context checked in part: no words of negation, condition or attribution for 'he'"),
        ("Han kom ⟦inte⟧.", "sv", "context not checked: no word list for 'sv'"),
    ],
)
def test_a_language_without_word_lists_is_not_checked_and_says_so(marked: str, language: str, said: str) -> None:
    each = case(marked, language=language)
    report = context_warnings(each.article, each.span)
    assert (report.checked, report.warnings) == (False, ())
    assert report.unchecked == said
    assert context_warnings(Article("a", Metadata(), "It is."), Span(0, 2)).unchecked.endswith("states no language")


def test_words_in_other_letters_than_the_article_are_not_checked_but_what_stands_around_them_is() -> None:
    each = case("In the harbour we heard ⟦没有人数过这些船⟧, said Anna Berg, who is no sailor.", language="en")
    report = context_warnings(each.article, each.span)
    assert not report.checked
    assert report.unchecked == (
        "context not checked: the words are in other letters than 'en', the language of the article"
    )
    assert "attribution" in report.kinds
    assert context_warnings(each.article, Span(0, 22)).checked
    assert context_warnings(Article("a", Metadata(language="en"), "It is, 12 (3)."), Span(7, 13)).checked


def test_marks_and_words_are_looked_at_in_every_language() -> None:
    assert [w.kind for w in warned("Er sprach von ⟦„neuen⟧ Wegen“.", "xx")] == [ContextKind.MARK]


def test_what_is_kept_with_the_pin() -> None:
    each = case("The envoy said the plan might never ⟦work⟧.")
    report = context_warnings(each.article, each.span)
    assert report.choice() == ContextChoice(("negation", "hedge", "attribution"))
    spoken = report.spoken(Speaker("The envoy"))
    assert spoken.choice() == ContextChoice(("negation", "hedge"))
    assert spoken.choice(kept=("mark",)) == ContextChoice(("negation", "hedge"), ("mark",))
    whole = context_warnings(each.article, Span(0, len(each.article.text)))
    assert whole.choice() is None
    assert whole.choice(kept=("negation",)) == ContextChoice((), ("negation",))


def test_naming_the_speaker_answers_what_names_them_and_not_who_else_speaks() -> None:
    each = case("“⟦The line will hold⟧,” said Dr Amari. “This is what the generals say.”")
    report = context_warnings(each.article, each.span)
    said = [w.words for w in report.warnings]
    assert said == ["said Dr Amari", "This is what the generals say"]
    assert [w.words for w in report.spoken(Speaker("Jo Amari")).warnings] == ["This is what the generals say"]
    assert [w.words for w in report.spoken(Speaker("the generals")).warnings] == ["said Dr Amari"]
    assert report.spoken(Speaker("the generals", via=("Jo Amari",))).warnings == ()
    evidence = Evidence(report.warnings[0].span, "said Dr Amari")
    assert len(report.spoken(Speaker("she", evidence=(evidence,))).warnings) == 1
    assert report.spoken(Speaker("")) == report.spoken(None) == report


@pytest.mark.parametrize(
    ("marked", "name", "left"),
    [
        ("Jo Amari met the king. She also said that “it was ⟦a long war⟧.”", "Jo Amari", 0),
        ("Jo Amari met the king. She also said that “it was ⟦a long war⟧.”", "Henry Kissinger", 1),
        ("Ole Lund told the paper that ⟦the line works⟧.", "Jo Amari", 1),
        ("Ole Lund told the paper that ⟦the line works⟧.", "Mr Lundh", 0),
        ("The envoy told the paper that ⟦the line works⟧.", "Jo Amari", 1),
        ("It is an open secret, some say, that ⟦the line works⟧.", "Jo Amari", 0),
    ],
)
def test_somebody_else_does_not_answer_who_says_so(marked: str, name: str, left: int) -> None:
    each = case(marked)
    report = context_warnings(each.article, each.span)
    told = [w for w in report.spoken(Speaker(name, kind=SpeakerKind.of(name))).warnings if w.kind == "attribution"]
    assert len(told) == left


def test_what_a_passage_of_several_paragraphs_leaves_out() -> None:
    found = warned("It did not ⟦work.\n\nThe line was cut⟧, said the envoy.")
    assert [(w.kind, w.side) for w in found] == [
        (ContextKind.NEGATION, Side.BEFORE),
        (ContextKind.ATTRIBUTION, Side.AFTER),
    ]


def test_a_very_long_paragraph_is_looked_at_around_the_cut() -> None:
    text = "The envoy did not say that the line works. " * 40_000
    start = text.index("the line works", len(text) // 2)
    report = context_warnings(Article("long", Metadata(language="en"), text), Span(start, start + 14))
    assert report.kinds == ("negation", "attribution")


AWKWARD = st.text("aİßﬁé\u0301\u200d’“”‘\"'«»()[]…,;:.!?—\n# \u05d0\u0627漢🙂notIifsaid", max_size=120)


@settings(max_examples=200, deadline=None)
@given(AWKWARD, st.integers(0, 120), st.integers(0, 120), st.sampled_from(["en", "he", ""]))
def test_any_cut_of_any_text(text: str, a: int, b: int, language: str) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    article = Article("any", Metadata(language=language), text)
    report = context_warnings(article, Span(start, end))
    for warning in report.warnings:
        assert warning.span.slice(text) == warning.words != ""
        assert warning.widen.start <= warning.widen.end <= len(text)
        crossed = Span(min(start, warning.widen.start), max(end, warning.widen.end))
        inner = [
            h for h in article.segments.headings if h.span.overlaps(crossed) and not h.span.overlaps(Span(start, end))
        ]
        assert inner == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "⟦The ship was paid for⟧ by the state."),
        ("en", "⟦The talks went on⟧ and on."),
        ("en", "⟦The envoy went on⟧ to say so."),
        ("en", "⟦The town gave in⟧ without a fight."),
        ("en", "⟦The line serves the coast⟧ of Norway."),
        ("en", "⟦The line serves ‘the allies’⟧ well."),
        ("en", "⟦This is what it is for⟧."),
        ("de", "⟦Die Fähre fährt nach Norden⟧ und bleibt."),
        ("xx", "⟦The line serves the⟧ coast."),
    ],
)
def test_a_phrase_that_has_ended_is_no_part_of_one(language: str, marked: str) -> None:
    assert "phrase" not in {warning.kind.value for warning in warned(marked, language)}


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        ("de", "⟦Die Fähre dient den Interessen der⟧ Nordküste, heißt es.", "Nordküste"),
        ("fr", "⟦Le bac sert les intérêts de la⟧ côte du Nord, dit-on.", "côte du Nord"),
        ("ru", "⟦Паром служит интересам в⟧ северных портах.", "северных портах"),
        ("he", "⟦המעבורת משרתת את⟧ החוף הצפוני.", "החוף הצפוני"),
        ("ar", "⟦تخدم العبارة مصالحها في⟧ الشمال، كما يقال.", "الشمال"),
    ],
)
def test_a_phrase_that_is_cut_through_is_told_in_each_language(language: str, marked: str, words: str) -> None:
    [warning] = [w for w in warned(marked, language) if w.kind.value == "phrase"]
    assert warning.words == words
