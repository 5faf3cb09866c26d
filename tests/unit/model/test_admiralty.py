"""Grades of sources: a letter and a figure, and nothing else."""

from __future__ import annotations

from itertools import product

import pytest

from briefing_tui.model import Metadata
from briefing_tui.model.admiralty import grade, is_grade, stored


def test_there_are_thirty_six_codes() -> None:
    assert sum(is_grade(a + b) for a, b in product("ABCDEFGHabc012", "0123456789")) == 36


@pytest.mark.parametrize("text", ["", "B", "2B", "B7", "G1", "B22", "B2\n", "В2"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_grade(text)


def test_what_is_no_code_is_kept_and_not_printed() -> None:
    assert grade(Metadata(custom_extra={"admiralty": " b2 "})) == "B2"
    wrong = Metadata(custom_extra={"admiralty": 22})
    assert (stored(wrong), grade(wrong)) == ("22", "")
    assert grade(Metadata()) == ""
