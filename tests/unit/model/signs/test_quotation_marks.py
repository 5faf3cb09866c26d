"""Quotation marks in own text: pairs with their exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span
from briefing_tui.model.signs.quotation_marks import quotation_marks

SIGNS = ["“", "”", "„", '"', "«", "»", "‘", "’", "'", "''", "``", "5", "צ", "a", " ", "*", "\\*", "[@e1]"]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join)


@given(TEXTS)
def test_places_are_within_the_text_and_hold_the_words(text: str) -> None:
    marks = quotation_marks(text)
    for quoted in marks.quoted:
        kept = quoted.span.slice(text)
        assert (
            "".join(quoted.text.split()) == "".join(kept.replace("[@e1]", "").replace("\\", "").split()) or "*" in kept
        )
    if marks.unpaired:
        assert marks.unpaired.slice(text).replace("[@e1]", "").replace("*", "") in (marks.sign, *marks.sign)


@given(st.text("ab 12,.;", max_size=30), st.sampled_from(["“”", "„“", "«»", "»«", '""', "「」"]))
def test_words_between_a_pair_are_found_as_they_stand(words: str, pair: str) -> None:
    text = f"so {pair[0]}{words}{pair[1]}"
    (found,) = quotation_marks(text).quoted
    assert (found.text, found.span) == (words, Span(4, 4 + len(words)))
    assert quotation_marks(text).unpaired is None


@pytest.mark.parametrize("text", ['a 5" gun', "a 5'' gun", 'צה"ל', "the states’ roles", "it isn't so"])
def test_signs_that_quote_nothing(text: str) -> None:
    assert quotation_marks(text).quoted == ()
    assert quotation_marks(text).unpaired is None


def test_the_mark_without_a_partner_is_pointed_at() -> None:
    marks = quotation_marks("so [@e1] “and on")
    assert (marks.unpaired, marks.sign) == (Span(9, 10), "“")


def test_emphasis_between_marks_is_told() -> None:
    assert [q.emphasised for q in quotation_marks("“so *it* is” and “not”").quoted] == [True, False]
    assert [q.text for q in quotation_marks("“so *it* is [@e1]”").quoted] == ["so it is"]


def test_single_marks_around_a_nested_pair_hold_all_the_words() -> None:
    assert [q.text for q in quotation_marks("‘so “it” is’").quoted] == ["it", "so “it” is"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('הוא כתב ב"הבוקר" וב"מבט שני" על כך', ["הבוקר", "מבט שני"]),
        ('הוא אמר "קראתי ב"הבוקר" על כך" והלך', ['קראתי ב"הבוקר" על כך']),
        ('ראש השב"כ אמר "לא" ולא יסף', ["לא"]),
        ('אנשי השב"כניק אמרו "לא" ואחר כך "כן"', ["לא", "כן"]),
        ('"דובר צה"ל אמר" ו"כן"', ['דובר צה"ל אמר', "כן"]),
        ("הוא כתב ב״הבוקר״ על מנכ״לית החברה", ["הבוקר"]),
        ('המנכ"לית והמפא"יניקים', []),
        ('המו"לים קנו מסך 27" ועוד', []),
        ('הל"הים 27"', []),
        ('הוא כתב ב"סיכום 2026" על כך', ["סיכום 2026"]),
    ],
)
def test_a_mark_behind_a_hebrew_prefix_opens_where_another_closes(text: str, quoted: list[str]) -> None:
    assert [q.text for q in quotation_marks(text).quoted] == quoted
    assert quotation_marks(text).unpaired is None


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Die „Zeit"-Leser und der „Spiegel" auch.', ["Zeit", "Spiegel"]),
        ('Er sagte “so" und „nein“.', ["so", "nein"]),
        ('„Er sagte "ja" dazu“ und ging.', ['Er sagte "ja" dazu']),
        ("„so” und „nein“", ["so", "nein"]),
        ('“one” „two" “three”', ["one", "two", "three"]),
    ],
)
def test_a_straight_mark_closes_what_its_own_partner_does_not(text: str, quoted: list[str]) -> None:
    assert [q.text for q in quotation_marks(text).quoted] == quoted
    assert quotation_marks(text).unpaired is None
