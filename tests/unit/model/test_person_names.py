"""How a person's name is written in one line."""

from __future__ import annotations

import pytest

from briefing_tui.model import Name


@pytest.mark.parametrize(
    ("family", "given", "written"),
    [
        ("王", "伟", "王伟"),
        ("山田", "太郎", "山田太郎"),
        ("김", "철수", "김철수"),
        ("歐陽", "娜 娜", "歐陽娜 娜"),
        ("王", "Wei", "Wei 王"),
        ("Wang", "伟", "伟 Wang"),
        ("ლომიძე", "გიორგი", "გიორგი ლომიძე"),
        ("शर्मा", "राजेश", "राजेश शर्मा"),
        ("כהן", "דוד", "דוד כהן"),
        ("Larsen", "Ida", "Ida Larsen"),
        ("王", "", "王"),
        ("", "Ida", "Ida"),
        ("", "", ""),
    ],
)
def test_a_name_is_written_in_the_order_of_its_script(family: str, given: str, written: str) -> None:
    assert str(Name(family, given)) == written


@pytest.mark.parametrize(
    ("further", "written"),
    [
        ({"non-dropping-particle": "van"}, "Ludwig van Beethoven"),
        ({"dropping-particle": "d’"}, "Ludwig d’Beethoven"),
        ({"suffix": "Jr."}, "Ludwig Beethoven Jr."),
        ({"suffix": 3, "non-dropping-particle": " "}, "Ludwig Beethoven"),
    ],
)
def test_what_records_state_of_a_name_further_is_written_with_it(further: dict[str, object], written: str) -> None:
    assert str(Name("Beethoven", "Ludwig", "", further)) == written


def test_an_organisation_has_its_own_name() -> None:
    name = Name("", "", "港务局")
    assert (str(name), name.is_family_first) == ("港务局", False)
