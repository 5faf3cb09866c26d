"""Published vocabularies: likelihood scales, levels of confidence, markings.

Sources: ICD 203 (US, 2015, likelihood and confidence); Professional Head of Intelligence Assessment yardstick (UK,
2025); Traffic Light Protocol 2.0 (FIRST, 2022).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a likelihood scale and the range it stands for, in per cent."""

    word: str
    low: int
    high: int


ICD203 = (
    Term("almost no chance", 1, 5),
    Term("very unlikely", 5, 20),
    Term("unlikely", 20, 45),
    Term("roughly even chance", 45, 55),
    Term("likely", 55, 80),
    Term("very likely", 80, 95),
    Term("almost certain", 95, 99),
)
PHIA = (
    Term("remote chance", 0, 5),
    Term("highly unlikely", 10, 20),
    Term("unlikely", 25, 35),
    Term("realistic possibility", 40, 50),
    Term("likely", 55, 75),
    Term("highly likely", 80, 90),
    Term("almost certain", 95, 100),
)
SCALES: dict[str, tuple[Term, ...]] = {"icd203": ICD203, "phia": PHIA, "none": ()}
SCALE_NAMES = {"icd203": "ICD 203", "phia": "PHIA yardstick (2025)", "none": "no scale"}
CONFIDENCE = ("low", "moderate", "high")
TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
