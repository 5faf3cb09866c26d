"""Help with a question while it is typed."""

from __future__ import annotations

import pytest

from briefing_tui.model import Facet
from briefing_tui.tui.screens.searching.asking import FIELDS, Questions, caret


class Known:
    """What the corpus knows."""

    def facet_values(self, facet: Facet) -> tuple[tuple[str, int], ...]:
        return {
            Facet.THEME: (("syria", 5), ("iran", 3)),
            Facet.OUTLET: (("The Moscow Times", 2), ("JNS", 1)),
        }.get(facet, ())


@pytest.mark.parametrize(
    ("typed", "offered", "completed"),
    [
        ("ye", "year:", "year:"),
        ("theme:", "theme: syria · iran", "theme:syria "),
        ("missile theme:i", "theme: iran · syria", "missile theme:iran "),
        ("-theme:deconf", "theme: syria", "-theme:syria "),
        ("outlet:mos", "outlet: The Moscow Times", 'outlet:"The Moscow Times" '),
        ('outlet:"the m', "outlet: The Moscow Times", 'outlet:"The Moscow Times" '),
        ("nothing", "", ""),
        ("year:20", "", ""),
        ("strange:x", "", ""),
        ("", "", ""),
    ],
)
def test_fields_and_their_values(typed: str, offered: str, completed: str) -> None:
    hints = Questions({"syria": "Syria and deconfliction"})
    hints.learn(Known(), typed)  # type: ignore[arg-type]
    assert hints.values(typed) == offered
    assert hints.completed(typed) == completed


def test_every_field_is_named() -> None:
    assert Questions.fields.split() == [f"{name}:" for name in FIELDS]


def test_a_caret_stands_below_the_place() -> None:
    assert caret("漢字 x", 3, 20) == "     ^"
    assert caret("a" * 30, 25, 20) == ""
    assert caret("a" * 30, 25, 20, scrolled=12) == " " * 13 + "^"
