"""Raised figures and numbers in brackets that read like the call of a note, and those that belong to their words."""

from __future__ import annotations

import pytest

from briefing_tui.model.signs.note_calls import false_calls, round_calls


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("The war had been a mistake.² He agreed.", "mistake.²"),
        ("He agreed⁵ at once.", "agreed⁵"),
        ("He agreed.\u200b⁵", "agreed.⁵"),
        ("A mistake. ² He agreed.", "mistake. ²"),
        ("² See above.", "²"),
        ("A mistake.⁽²⁾", "mistake.⁽²⁾"),
        ("A mistake.²⁻³ So.", "mistake.²⁻³"),
        ("A mistake.¹² So.", "mistake.¹²"),
        ("In May 2025² it was.", "2025²"),
        ("It killed 1,200² people.", "1,200²"),
        ("So did I² then.", "I²"),
        ("the U.S.² then", "U.S.²"),
        ("Он солгал.²", "солгал.²"),
        ("和平。②", ""),
        ("A mistake.② So.", "mistake.②"),
        ("peace⑵ so", "peace⑵"),
        ("A mistake.2\u20e3 So.", "mistake.2\u20e3"),
        ("A mistake.2\ufe0f\u20e3 So.", "mistake.2\u20e3"),
        ("A mistake.12\u20dd So.", "mistake.12\u20dd"),
        ("A mistake.Ⅱ So.", "mistake.Ⅱ"),
        ("A mistake㈡.", "mistake㈡"),
        ("A mistake.{2} So.", "mistake.{2}"),
        ("A mistake{2, 3}.", "mistake{2, 3}"),
        ("A mistake ⦗2⦘ so.", "mistake ⦗2⦘"),
        ("A mistake.⟮2⟯", "mistake.⟮2⟯"),
        ("A mistake.ᵃ So.", "mistake.ᵃ"),
        ("A mistakeᶾ so.", "mistakeᶾ"),
        ("A mistake [2] so.", "mistake [2]"),
        ("A mistake.[2, 5–7]", "mistake.[2, 5–7]"),
        ("A mistake［２］", "mistake［２］"),
        ("A mistake [²] so.", "[²"),
        ("A mistake [^2].", "mistake [^2]"),
        ("A mistake [^note].", "mistake [^note]"),
        ("A mistake \ufffc².", "\ufffc²"),
    ],
)
def test_what_reads_like_a_call_is_found(line: str, call: str) -> None:
    assert [found.strip("\ufffc") for found in false_calls(line)] == [call.strip("\ufffc")] * bool(call)


@pytest.mark.parametrize(
    "line",
    [
        "30 km² of land, 5 m² each, 20 µg/m³", "30 км² земли", "CO₂ and Ca²⁺ and SO₄²⁻", "some 10⁶ men, 3×10² and 10⁻⁹",
        "50 s⁻¹", "1ˢᵗ, 1ᵉʳ, nᵒ 5, N.º 5, Mᵐᵉ", "²³⁵U and ¹³⁷Cs", "5¹⁄₂ and ¹/₂", "R² = 0.8, χ² and mc²", "C⁴ISR",
        "12 in²", "in May [2025] and [sic] [Russia] [e1]", "reasons: ① war; ② peace",
        "the set {1, 2} and x_{2}", "|2| and <2>", "Elizabeth Ⅱ and art.Ⅱ", "1\ufe0f\u20e3 First of all",
        "第一点。②第二点", "(2) and 2. and 2)",
    ],
)  # fmt: skip
def test_powers_units_and_their_like_are_none(line: str) -> None:
    assert list(false_calls(line)) == []


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("The war had been a mistake (2). He agreed.", "mistake (2)"),
        ("The war had been a mistake. (2) He agreed.", "mistake. (2)"),
        ("The war had been a mistake.(2)", "mistake.(2)"),
        ("The war had been a mistake (2)", "mistake (2)"),
        ("It harms security (2).", "security (2)"),
        ("It was a ‘mistake’ (2) and so on.", "‘mistake’ (2)"),
        ("A mistake (2, 5–7).", "mistake (2, 5–7)"),
        ("They call it “a mistake” (2) and go on.", "mistake” (2)"),
        ("Он солгал (12).", "солгал (12)"),
        ("They lied（2）。", "lied（2）"),
        ("It fell. (1) It rose. (2)", "fell. (1)"),
    ],
)
def test_a_small_number_in_round_brackets_reads_like_a_call_behind_a_sentence_or_a_quotation(
    line: str, call: str
) -> None:
    assert next(round_calls(line)) == call


@pytest.mark.parametrize(
    "line",
    [
        "It has aims: (1) peace; (2) trade.", "It has aims. (1) Peace. (2) Trade.", "(1) Peace. (2) Trade.",
        "(2) Trade.", "So in Moscow (2018). (2019) too.", "They have three (3).", "They have twenty-two (22).",
        "See point (2).", "Under Article 5 (2).", "It lost aircraft (15) and men (150).", "It lost men (150).",
        "Ivan Petrov (82).", "It grew. (5%) So.", "It grew (5 km).", "f(2)x",
    ],
)  # fmt: skip
def test_years_items_ages_and_quantities_are_no_calls(line: str) -> None:
    assert list(round_calls(line)) == []


def test_the_number_of_a_part_in_a_title_is_no_call() -> None:
    assert list(round_calls("The talks (2)", heading=True)) == []
    assert list(round_calls("“The talks” (2)", heading=True)) == ["talks” (2)"]
