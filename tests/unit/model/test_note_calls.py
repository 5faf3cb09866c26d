"""Raised figures and numbers in brackets that read like the call of a note, and those that belong to their words."""

from __future__ import annotations

import pytest

from briefing_tui.model.note_calls import false_calls


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
        "第一点。②第二点", "(2) and 2. and 2)",
    ],
)  # fmt: skip
def test_powers_units_and_their_like_are_none(line: str) -> None:
    assert list(false_calls(line)) == []
