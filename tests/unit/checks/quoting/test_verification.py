"""Rules 1 and 4: what becomes of an excerpt when its article changes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_tui.checks import difference, verify
from briefing_tui.model import Article, Excerpt, ExcerptState, Metadata, Span, normalise, take

TEXT = (
    "## A heading\n\nThe line that keeps the two air forces apart is staffed at both ends. It has not failed yet.\n\n"
    "Both sides wish to avoid even a local clash, and both say so. Neither trusts the other’s calendar.\n\n"
    "What a channel cannot do is decide; it can only delay."
)
QUOTE = "Both sides wish to avoid even a local clash, and both say so."


def article(text: str) -> Article:
    return Article("a", Metadata(), text)


def pinned(quote: str = QUOTE, text: str = TEXT) -> Excerpt:
    start = text.index(quote)
    return take(article(text), Span(start, start + len(quote)))


def test_an_unchanged_article_is_identical() -> None:
    found = verify(pinned(), article(TEXT))
    assert (found.state, found.paragraph, found.found) == (ExcerptState.IDENTICAL, 2, QUOTE)


def test_changes_elsewhere_behind_the_passage_leave_it_identical() -> None:
    assert verify(pinned(), article(TEXT.replace("decide", "choose"))).state is ExcerptState.IDENTICAL


def test_text_before_the_passage_moves_it() -> None:
    changed = "One more paragraph.\n\n" + TEXT
    found = verify(pinned(), article(changed))
    assert found.state is ExcerptState.MOVED
    assert found.span is not None
    assert found.span.slice(changed) == QUOTE
    assert found.paragraph == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("local", "locol"),
        ("clash,", "clash"),
        ("Both sides wish", "both sides wish"),
        ("avoid even", "avoid"),
        ("both say so", "both do not say so"),
    ],
)
def test_one_letter_one_mark_one_word_alter_it(old: str, new: str) -> None:
    found = verify(pinned(), article(TEXT.replace(QUOTE, QUOTE.replace(old, new))))
    assert found.state is ExcerptState.ALTERED
    assert found.paragraph == 2


def test_a_changed_brief_is_found_too() -> None:
    from dataclasses import replace

    assert verify(replace(pinned(), exact=QUOTE.replace("wish", "want")), article(TEXT)).state is ExcerptState.ALTERED


@pytest.mark.parametrize(("old", "new"), [("’", "'"), ("–", "-"), ("“", '"')])
def test_quotation_marks_and_dashes_are_not_folded(old: str, new: str) -> None:
    text = "He said: “wait – it’s not over” and left the room without another word."
    quote = "“wait – it’s not over” and left the room"
    assert verify(pinned(quote, text), article(text.replace(old, new))).state is ExcerptState.ALTERED


def test_white_space_and_composition_are_folded() -> None:
    text = "The café in Nahariya  was closed;\nnobody said why."
    quote = "café in Nahariya  was closed;\nnobody"
    same = "The cafe\u0301 in\u00a0Nahariya was closed; nobody said why."
    assert verify(pinned(quote, text), article(same)).state.verified


def test_a_passage_that_is_gone_has_vanished() -> None:
    assert verify(pinned(), article("Something else entirely stands here now.")).state is ExcerptState.VANISHED
    assert verify(pinned(), None).state is ExcerptState.VANISHED
    assert verify(pinned(), article("")).state is ExcerptState.VANISHED


def test_of_several_places_the_one_in_the_old_context_is_chosen() -> None:
    text = "It may last. Nobody knows.\n\nThe calm holds; it may end. Nobody knows.\n\nEnd."
    start = text.index("Nobody knows.", 30)
    excerpt = take(article(text), Span(start, start + 13))
    changed = "A new first paragraph, quite long.\n\n" + text
    found = verify(excerpt, article(changed))
    assert found.state is ExcerptState.MOVED
    assert found.paragraph == 3


def test_the_difference_names_the_words() -> None:
    assert difference("it is not over yet", "it is over yet") == "it is [-not-] over yet"
    assert difference("they can help", "they never can help") == "they {+never+} can help"


@example("\U0001da00", "", "")  # a mark without a letter
@given(st.text(min_size=1, max_size=60), st.text(max_size=40), st.text(max_size=40))
def test_what_was_pinned_is_identical_and_stays_verified_behind_new_text(quote: str, before: str, after: str) -> None:
    text = before + quote + after
    span = Span(len(before), len(before) + len(quote))
    excerpt = take(article(text), span)
    if not quote.strip():
        return
    assert verify(excerpt, article(text)).state is ExcerptState.IDENTICAL
    shifted = "x\n\n" + text
    found = verify(excerpt, article(shifted))
    if normalise(quote).strip() in normalise(shifted):
        assert found.state.verified


WAR = "Experts agree that war is likely in May. Peace is possible soon."


@pytest.mark.parametrize(
    ("quote", "old", "new", "shown"),
    [
        ("likely in May", "is likely", "is unlikely", "[-likely-]{+unlikely+} in May"),
        ("likely in May", "is likely", "is un-likely", "{+un-+}likely in May"),
        ("likely in May", "is likely", "is un\u00adlikely", "{+un\u00ad+}likely in May"),
        ("possible soon", "is possible", "is impossible", "[-possible-]{+impossible+} soon"),
        ("Peace is possible", "possible soon", "possible-ish", "Peace is possible{+-ish+}"),
        ("war is likely in May", "in May.", "in Maybe.", "war is likely in [-May-]{+Maybe+}"),
        ("likely in May", "May.", "May\u0301.", "likely in May{+\u0301+}"),
        ("likely in May", "May.", "May\u0338.", "likely in May{+\u0338+}"),
    ],
)
def test_within_a_longer_word_they_are_other_words(quote: str, old: str, new: str, shown: str) -> None:
    assert WAR.count(old) == 1
    found = verify(pinned(quote, WAR), article(WAR.replace(old, new)))
    assert found.state is ExcerptState.ALTERED
    assert difference(quote, found.found) == shown


def test_what_stands_beside_the_pinned_words_is_no_change() -> None:
    text = "Nobody left. A second round is planned for June, but no date is set."
    excerpt = pinned("A second round is planned for June", text)
    for old, new in (("is planned", "was planned"), ("Nobody left. ", "“"), ("June,", "June:")):
        changed = article(text.replace("is planned", "was planned").replace(old, new).replace("no date", "a date"))
        found = verify(excerpt, changed)
        assert difference(excerpt.exact, found.found) == "A second round [-is-]{+was+} planned for June"


def test_a_number_is_as_whole_as_a_word() -> None:
    text = "They lost 3 of them. Nobody knows why it was so."
    excerpt = pinned("They lost 3", text)
    for changed in ("3.5", "35", "3,000"):
        assert verify(excerpt, article(text.replace("3", changed))).state is ExcerptState.ALTERED, changed
    assert verify(excerpt, article(text.replace(" of", "\u00a0of"))).state is ExcerptState.IDENTICAL


def test_a_composed_letter_behind_the_passage_is_not_its_last_one() -> None:
    text = "He saw the cafe on the corner, and then nothing more."
    excerpt = pinned("He saw the cafe", text)
    assert verify(excerpt, article(text.replace("cafe", "cafe\u0301"))).state is ExcerptState.ALTERED
    assert verify(excerpt, article(text.replace("cafe", "café"))).state is ExcerptState.ALTERED


def test_a_whole_word_elsewhere_is_preferred_to_a_part_of_one_here() -> None:
    text = WAR + " It is likely in May, they say."
    found = verify(pinned("likely in May", WAR), article(text.replace("is likely in May.", "is unlikely in May.")))
    assert (found.state, found.span) == (ExcerptState.MOVED, Span(73, 86))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("likely in Ma", "War is unlikely in May, so they say."),
        ("可能在五月", "他们说战争不可能在五月爆发。"),
        ("ｅ", "cafｅ\u0301 and so on"),
        ("“likely”", "It is “likely” in May."),
        ("likely", "It is “likely” in May."),
        ("*likely", "It is *likely* in May."),
    ],
)
def test_what_was_pinned_so_stays_verified(quote: str, text: str) -> None:
    excerpt = pinned(quote, text)
    assert verify(excerpt, article(text)).state is ExcerptState.IDENTICAL
    assert verify(excerpt, article("New.\n\n" + text)).state is ExcerptState.MOVED
