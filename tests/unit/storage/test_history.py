"""Steps, and the records that make them again."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.patch import diff
from briefing_tui.storage.history import KEPT, DamagedError, History, Step, head, replay
from tests.unit.support.awkward import TEXTS

ACTIONS = st.lists(st.sampled_from(["undo", "redo"]) | st.tuples(st.sampled_from("abc"), TEXTS), max_size=30)


def act(history: History, action: Any) -> dict[str, Any] | None:
    """Do it, as a draft does; the record of it."""
    if action == "undo":
        if not history.position:
            return None
        history.move(-1, history.before())
        return {"undo": True}
    if action == "redo":
        if history.position == len(history.steps):
            return None
        history.move(1, history.after())
        return {"redo": True}
    new = {**history.document, action[0]: action[1]}
    step = Step("set " + action[0], diff(history.document, new), "now")
    history.edit(step, new)
    return step.record()


@given(ACTIONS)
def test_records_make_it_again(actions: list[Any]) -> None:
    history = History({"a": "begin"})
    records = [head(history.document, {}, "hash")]
    records += [record for action in actions if (record := act(history, action))]
    again = replay(records)
    assert again is not None
    assert again.history == history
    assert again.written.document == {"a": "begin"}
    shortest = replay(history.records("new hash"))
    assert shortest is not None
    assert replace(shortest.history, changes=0) == replace(history, changes=0)
    assert shortest.written.document == history.document


@given(ACTIONS)
def test_undo_leads_back_to_the_beginning(actions: list[Any]) -> None:
    history = History({"a": "begin"})
    for action in actions:
        act(history, action)
    end, position = history.document, history.position
    while act(history, "undo"):
        pass
    assert history.document == {"a": "begin"}
    for _ in range(position):
        act(history, "redo")
    assert history.document == end


def test_marks() -> None:
    def edit(n: int) -> dict[str, Any]:
        return {"edit": "x", "at": "now", "patch": [{"at": ["n"], "old": n - 1, "new": n}]}

    begin = [head({"n": 0}, {}, "h0"), edit(1), edit(2)]
    written = [
        *begin,
        {"writing": "h2", "change": 2},
        edit(3),
        {"wrote": "h2", "change": 2},
        {"writing": "h3", "change": 3},
    ]
    past = replay(written)
    assert past is not None
    assert (past.written.sha256, past.written.document) == ("h2", {"n": 2})
    assert [(m.sha256, m.document) for m in past.tried] == [("h3", {"n": 3})]


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"undo": True},
        {"edit": "x"},
        {"edit": "x", "at": "", "patch": [{"at": ["n"], "old": 5, "new": 1}]},
        {"edit": "x", "at": "", "patch": "?"},
        {"wrote": "h", "change": 7},
        {"typing": "x"},
    ],
)
def test_records_that_do_not_fit(record: dict[str, Any]) -> None:
    with pytest.raises(DamagedError):
        replay([head({"n": 0}, {}, "h0"), record])
    with pytest.raises(DamagedError):
        replay([record])


def test_the_oldest_are_dropped_beyond_what_is_kept() -> None:
    history = History({"a": ""})
    for n in range(KEPT + 1_500):
        act(history, ("a", str(n)))
    assert history.overgrown(0)
    for _ in range(100):
        act(history, "undo")
    short = history.shortened()
    assert (len(short.steps), short.position, short.dropped) == (KEPT, KEPT - 100, 1_500)
    again = replay(short.records("hash"))
    assert again is not None
    assert again.history == short
    assert not short.overgrown(len(short.steps))
