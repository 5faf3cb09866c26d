"""Markings: what is meant for one of the Traffic Light Protocol is told from a house's own."""

from __future__ import annotations

import pytest

from briefing_tui.checks.forming.markings import is_misspelt
from briefing_tui.model.standards import TLP


@pytest.mark.parametrize(
    "marking",
    [
        "AMBER", "red", "AMBER+STRICT", "GREN", "TLP", "TLP-AMBER", "TLP:WHITE", "tlp:red", "TLP:RED ", "TLPRED",
        "TLP:AMBER-STRICT", "TPL:RED", "TPL:YELLOW", "LTP:GREEN", "TLO:RED", "TLLP:GREEN", "TL:GREEN", "T.L.P. RED",
        "\u0422LP:RED", "\uff34\uff2c\uff30:RED", "Traffic light: red", "OFFICIAL TLP:WHITE", "AMBER LIGHT",
        "AMBER STRICT", "TLP AMBER", "TLP-GREEN", "TLP:AMBER STRICT", "TLP:AMBER + STRICT", "TLP:AMBER (Strict)",
        "OFFICIAL, AMBER+STRICT", "OFFICIAL / TPL:RED", "OFFICIAL (TLO:RED)", "OFFICIAL - GREEN",
        "NfD \u2013 tlp:green", "TLP:GREEN, AMBR", "GREEEN", "TLP:RED+STRICT", "TLP:GREENS", "TLP:GREEN+OFFICIAL",
        "TLP:GREEN / TLP:RED", "TLP:RED.", "(TLP:RED)", "TPL", "RED ONLY", "AMBRE",
        "TLP:GREEN//NOFORN", "TLP:GREEN / OFFICIAL", "TLP:GREEN only", "TLP:CLEAR OFFICIAL", "[TLP:RED] [SECRET]",
        "TLP:AMBER, strictly personal", "TLP:RED \u00b7 VS-NfD", "TLP:GREEN: INTERNAL", "tlp:clear//NOFORN",
        "\u0422L\u0420:R\u0415D", "\u03a4L\u03a1:\u0410\u039cBER", "\u0410\u041cBER",
    ],
)  # fmt: skip
def test_a_slip_is_found(marking: str) -> None:
    assert is_misspelt(marking)


@pytest.mark.parametrize(
    "marking",
    [
        *TLP, "", "OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET", "RESTRICTED", "CONFIDENTIAL", "INTERNAL",
        "PROTECTED", "PUBLIC", "LIMITED", "CLEARED", "VS-NfD", "Diffusion restreinte", "GREEN PAPER", "Plt. 3",
        "OFFICIAL, TLP:AMBER", "NOFORN (TLP:RED)", "NfD \u2013 TLP:GREEN", "NfD (TLP:GREEN)", "OFFICIAL, TLP:GREEN.",
        "OFFICIAL (TLP:GREEN)",
        "OFFICIAL//TLP:AMBER+STRICT", "NOFORN//TLP:GREEN", "STLP 3", "NfD-TLP:GREEN",
        "Whiter", "LPT-12", "OFFICIAL, LPT-12", "LPT: 12", "Clearing",
        "Reed", "Greene", "AMBER ALERT", "Strict",
        "\u0421\u0415\u041a\u0420\u0415\u0422\u041d\u041e", "\u0414\u0421\u041f",
        "\u0391\u03a0\u039f\u03a1\u03a1\u0397\u03a4\u039f",
    ],
)  # fmt: skip
def test_a_marking_of_a_house_is_its_own(marking: str) -> None:
    assert not is_misspelt(marking)
