"""Scripts, directions, and characters that must do no harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.compile.languages.scripts import is_rtl, printable, rtl_runs, script_language, seen


@pytest.mark.parametrize(
    ("text", "rtl"), [("plain", False), ("שלום", True), ("سلام", True), ("עם US", False), ("он", False), ("", False)]
)
def test_direction_is_that_of_most_letters(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_script_language() -> None:
    assert script_language("שלום") == "he"
    assert script_language("سلام") == "ar"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("„נמל חיפה?“, 3. Mai", ["נמל חיפה?"]),
        ("“דצמבר 2024!”", ["דצמבר 2024!"]),
        ("said “שלום.” Then", ["שלום."]),
        ("“the port of חיפה?” and", ["חיפה"]),
        ("חיפה? No", ["חיפה"]),
    ],
)
def test_the_stop_of_a_title_goes_with_it(text: str, runs: list[str]) -> None:
    assert [run for run, rtl in rtl_runs(text) if rtl] == runs


def test_right_to_left_words_are_kept_to_themselves() -> None:
    assert rtl_runs("by דוד כהן, 2019, “הקו”.") == [
        ("by ", False), ("דוד כהן", True), (", 2019, “", False), ("הקו", True), ("”.", False),
    ]  # fmt: skip


@given(st.text())
def test_runs_lose_nothing(text: str) -> None:
    assert "".join(run for run, _ in rtl_runs(text)) == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('Levy, ‘\u200a"אין ברירה", אומר השר’, Haaretz', '"אין ברירה", אומר השר'),
        ("‘“אין ברירה”, אומר ג’ורג’ השר’.", "“אין ברירה”, אומר ג’ורג’ השר"),
        ("Levy, ‚\u200a„אין“ ברירה‘, Haaretz", "„אין“ ברירה"),
        ('Levy, ‘אין "ברירה"\u200a’ (news)', 'אין "ברירה"'),
    ],
)
def test_a_title_with_marks_of_its_own_is_one_run_between_single_ones(text: str, title: str) -> None:
    assert [run for run, rtl in rtl_runs(text) if rtl] == [title]


@pytest.mark.parametrize("text", ["It’s said, ‘The “אין ברירה” is old’, he says.", "Ida’s “אין”, and Jon’s “ברירה”."])
def test_words_in_another_script_between_single_marks_stay_apart(text: str) -> None:
    assert {run for run, rtl in rtl_runs(text) if rtl} <= {"אין ברירה", "אין", "ברירה"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\u241b[31mb"),
        ("a\x07\x7f\x80", "a\u2407\u2421\ufffd"),
        ("a\u202eb\u202d", "a\ufffdb\ufffd"),
        ("a \t\x0b\x0c\u2028\x85 b", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("e\u0301", "e\u0301"),
        ("\ud800", "\ufffd"),
    ],
)
def test_controls_and_overrides_are_made_inert(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \u2067title", "a title"),
        ("a\u2069 b\u202c", "a b"),
        ("a \u2067b\u2069 c", "a \u2067b\u2069 c"),
        ("a \u202bb\u202c c", "a \u202bb\u202c c"),
        ("\u2066a \u2067b\u2069 c", "a \u2067b\u2069 c"),
        ("\u2066a \u202bb\u2069 c\u202c", "\u2066a b\u2069 c"),
        ("\u202ba \u2067b\u202c c\u2069", "a \u2067b c\u2069"),
        ("\u2067a\nb\u2069", "a b"),
        ("\u2067a\u2029\u2067b\u2069", "a \u2067b\u2069"),
        ("\u202ea\u202c b", "\ufffda b"),
    ],
)
def test_a_direction_that_does_not_end_does_not_begin(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text("ab \n\u202a\u202b\u202c\u2066\u2067\u2068\u2069", max_size=30))
def test_what_follows_keeps_its_direction(text: str) -> None:
    shown = printable(text)
    for opening, closing in (("\u202a\u202b", "\u202c"), ("\u2066\u2067\u2068", "\u2069")):
        assert sum(map(shown.count, opening)) == shown.count(closing)
    assert printable(shown) == shown
    assert shown.count("a") == text.count("a"), "and no letter is lost"


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S"])))
def test_what_is_visible_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text())
def test_nothing_harmful_is_left(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in shown)
    assert not set(shown) & set("\u202d\u202e")


def test_two_texts_are_compared_by_what_is_seen_of_them() -> None:
    assert seen("We will\u00a0 keep\n it\u2028 o\u00adpen.") == seen("We will keep it open.") == "Wewillkeepitopen."


def test_a_year_before_a_comma_is_no_part_of_the_name_before_it() -> None:
    assert [run for run, rtl in rtl_runs("לוי 2026, ") if rtl] == ["לוי"]
    assert [run for run, rtl in rtl_runs("סיכום 2026") if rtl] == ["סיכום 2026"]
