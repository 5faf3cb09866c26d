"""An excerpt that is widened or narrowed: what stands on its words stays, what does not fit is told, nothing drifts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing_tui.errors import InvalidError, NotFoundError
from briefing_tui.model import (
    Alteration,
    Article,
    Brief,
    ContextChoice,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Section,
    Span,
    Speaker,
    edits,
    take,
)
from briefing_tui.model.alteration import carried, fitting, misfits, printed_text
from tests.unit.model.alteration.alterations import CASE, EMPHASISE, INSERT, MARK, OMIT, on
from tests.unit.model.alteration.test_alteration import TEXTS, quotes

BEFORE, SAID, AFTER = (
    "Nobody signed. ",
    "The ministers said that they would not sign it, and left.",
    " The port is shut.",
)
ARTICLE = Article("line", Metadata(), f"{BEFORE}{SAID}{AFTER}")
HERE = Span(len(BEFORE), len(BEFORE) + len(SAID))
SHE = Speaker("Dana Levi", "minister")


def of(words: str) -> Span:
    start = ARTICLE.text.index(words)
    return Span(start, start + len(words))


def brief(*alterations: Alteration) -> Brief:
    """A brief in which much rests on one excerpt."""
    excerpt = replace(
        take(ARTICLE, HERE, excerpt_id="e3", speaker=SHE), alterations=alterations, extra={"colour": "red"}
    )
    items = (
        Item("i1", ItemKind.QUOTE, "e3", core="They refuse.", note="by phone"),
        Item("i2", ItemKind.PARAPHRASE, "e3", text="They refuse."),
        Item("i3", ItemKind.TEXT, text="They refuse [@e3]."),
    )
    others = {"e1": take(ARTICLE, of("The port"), excerpt_id="e1"), "e3": excerpt, "e4": take(ARTICLE, of("shut"))}
    return Brief(
        "b",
        excerpts=others,
        judgements=(Judgement("j1", "They will not sign.", for_=("e3",)),),
        sections=(Section("s1", "S", items),),
    )


def recut(given_brief: Brief, span: Span) -> edits.Recut:
    return edits.recut(given_brief, "e3", ARTICLE, span, speaker=SHE, context=None)


@pytest.mark.parametrize("words", [SAID[:-1], f"Nobody signed. {SAID}", f"signed. {SAID} The port", "would not sign"])
def test_the_excerpt_is_as_if_it_had_been_pinned_so_and_all_else_stays(words: str) -> None:
    before = brief()
    made = recut(before, of(words))
    new, fresh = made.brief.excerpts["e3"], take(ARTICLE, of(words), excerpt_id="e3", speaker=SHE)
    assert new == replace(fresh, extra={"colour": "red"})
    assert new.exact == words
    assert list(made.brief.excerpts) == list(before.excerpts), "its place among them"
    assert edits.set_excerpt(made.brief, before.excerpts["e3"]) == before, "nothing else is other"


def test_alterations_stay_at_their_words() -> None:
    done = (on("that they", OMIT, exact=SAID), on("not", EMPHASISE, exact=SAID), on("sign it", MARK, exact=SAID))
    made = recut(brief(*done), of(f"{BEFORE}{SAID}{AFTER}"))
    assert made.given_up == ()
    kept = made.brief.excerpts["e3"]
    assert [(a.kind, a.exact) for a in kept.alterations] == [(a.kind, a.exact) for a in done]
    assert kept.printed()[0].text == (
        "Nobody signed. The ministers said […] would not sign it [sic], and left. The port is shut."
    )


@pytest.mark.parametrize(
    ("alteration", "words"),
    [
        (on("that they", OMIT, exact=SAID), "The ministers said that"),
        (on("said that", OMIT, exact=SAID), "The ministers said that"),
        (on("ministers", INSERT, "of the North", SAID), "said that they would not sign"),
        (on("T", CASE, exact=SAID), f"{BEFORE}{SAID}"),
        (Alteration(INSERT, Span(0, 0), text="In May:"), f"{BEFORE}{SAID}"),
        (on("left", EMPHASISE, exact=SAID), "The ministers said"),
    ],
    ids=["half of it", "at an end", "gone", "no first letter any more", "no first word any more", "behind the end"],
)
def test_what_does_not_fit_is_given_up_and_told(alteration: Alteration, words: str) -> None:
    made = recut(brief(alteration), of(words))
    assert made.given_up == (alteration,)
    assert made.brief.excerpts["e3"].alterations == ()


def test_the_first_letter_and_what_stands_before_it_stay_where_the_beginning_does() -> None:
    done = (Alteration(INSERT, Span(0, 0), text="In May:"), on("T", CASE, exact=SAID))
    made = recut(brief(*done), of("The ministers said"))
    assert made.given_up == ()
    assert printed_text("The ministers said", made.brief.excerpts["e3"].alterations) == (
        "[In May:] [t]he ministers said"
    )


def test_what_was_not_applied_stays_and_never_takes_the_place_of_what_was() -> None:
    odd, good = Alteration(OMIT, Span(4, 10), "nothing"), on("ministers", OMIT, exact=SAID)
    twice = on("The ministers", OMIT, exact=SAID)  # at the beginning, where nothing can be left out
    made = recut(brief(odd, twice, good), of(f"{BEFORE}{SAID}"))
    kept = made.brief.excerpts["e3"]
    assert made.given_up == ()
    assert [a.exact for a in kept.alterations] == ["ministers", "nothing", "The ministers"]
    assert [a.exact for a in fitting(kept.exact, kept.alterations)] == ["ministers"]


def test_an_excerpt_of_another_text_is_not_cut() -> None:
    changed = replace(ARTICLE, text=f"So. {ARTICLE.text}")
    with pytest.raises(InvalidError):
        edits.recut(brief(), "e3", changed, Span(0, 3), speaker=None, context=None)
    with pytest.raises(InvalidError):
        edits.recut(brief(), "e3", replace(ARTICLE, id="other"), Span(0, 3), speaker=None, context=None)
    with pytest.raises(NotFoundError):
        edits.recut(brief(), "e9", ARTICLE, Span(0, 3), speaker=None, context=None)


def test_speaker_and_what_was_chosen_are_those_that_are_given() -> None:
    chosen = ContextChoice(dismissed=("negation",))
    made = edits.recut(brief(), "e3", ARTICLE, of("said"), speaker=None, context=chosen).brief.excerpts["e3"]
    assert (made.speaker, made.context) == (None, chosen)


@given(quotes(), TEXTS, TEXTS, st.data())
def test_every_alteration_is_kept_at_its_words_or_told(
    quote: tuple[str, tuple[Alteration, ...]], head: str, tail: str, data: st.DataObject
) -> None:
    exact, alterations = quote
    text = f"{head}{exact}{tail}"
    ends = data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))
    span = Span(*sorted(ends))
    assume(len(span))
    by = len(head) - span.start
    after = span.slice(text)
    kept, given_up = carried(alterations, exact, after, by)
    assert len(kept) + len(given_up) == len(alterations)
    applied = fitting(exact, alterations)
    stays = [a for a in applied if a not in given_up]
    assert set(stays) <= {replace(a, span=Span(a.span.start - by, a.span.end - by)) for a in kept if a.span.start >= by}
    for one in kept[: len(stays)]:
        assert not one.exact or one.span.slice(after) == one.exact
    assert not misfits(after, kept[: len(stays)])
    assert carried(alterations, exact, exact, 0)[1] == (), "nothing is given up where nothing changes"


@given(st.sampled_from([0, 1, 2]), st.data())
def test_there_and_back_again_is_the_same_brief(many: int, data: st.DataObject) -> None:
    altered = ["not", "sign it"][:many]
    done = [on(words, kind, exact=SAID) for words, kind in zip(altered, (EMPHASISE, MARK), strict=False)]
    first = min([of(words).start for words in altered], default=len(ARTICLE.text) - 1)
    start = data.draw(st.integers(0, first))
    end = data.draw(st.integers(max([of(words).end for words in altered], default=start + 1), len(ARTICLE.text)))
    before = brief(*done)
    made = recut(before, Span(start, end))
    assert not made.given_up, "the altered words are in it"
    assert recut(made.brief, HERE).brief == before
