"""Numbers of formats, and the way from an older one to this one."""

from typing import Any

import pytest

from briefing_tui.errors import FormatError
from briefing_tui.model.formats import FORMAT
from briefing_tui.storage.formats import UPGRADES, current, format_of, upgraded


def step(to: int) -> Any:
    return lambda plain: {**plain, "format": to, "steps": [*plain.get("steps", []), to]}


def test_each_step_is_taken_in_order() -> None:
    steps = {n: step(n + 1) for n in range(4)}
    assert upgraded({"a": 1}, steps, 4) == {"a": 1, "format": 4, "steps": [1, 2, 3, 4]}
    assert upgraded({"format": "2"}, steps, 4)["steps"] == [3, 4]
    assert upgraded({"format": 7}, steps, 4) == {"format": 7}, "what is newer stays as it is"


def test_there_is_a_way_from_every_older_format() -> None:
    assert sorted(UPGRADES) == list(range(FORMAT))
    for number in range(FORMAT):
        old = {"format": number, "title": "x"}
        new = current(old, file="x.yaml")
        assert (format_of(new), new["title"], next(iter(new)), old["format"]) == (FORMAT, "x", "format", number)


@pytest.mark.parametrize("number", ["one", "-1", "1.0", [], FORMAT + 1, str(FORMAT + 1)])
def test_what_is_no_number_of_ours(number: Any) -> None:
    with pytest.raises(FormatError):
        current({"format": number}, file="x.yaml")
