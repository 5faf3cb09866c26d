"""The log of corrections: steps that are taken back and made again, whatever happens to the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from briefing_tui.model import Article, Metadata, Name, NamedSpeaker, PartialDate, State
from briefing_tui.storage import CorrectionLog, Unfinished

METADATA = Metadata(
    title="The ferry",
    author=(Name(family="Berg", given="Ida"),),
    issued=PartialDate(2026, 2),
    pages={1: (3, 4)},
    speakers=(NamedSpeaker("Anna Petrova", "general", (1,)),),
    states={"title": State.STATED},
    extra={"volume": "12", "count": 3},
)
ARTICLE = Article("ferry", METADATA, "First words.\n\nSecond words.\n\nThird words.")


def joined(article: Article) -> Article:
    return replace(article, text=article.text.replace("words.\n\nSecond", "words. Second"))


def titled(title: str) -> Article:
    return ARTICLE.with_metadata(title=title)


def labels(log: CorrectionLog, article: Article) -> tuple[list[str], list[str]]:
    done, undone = log.steps(article)
    return [s.label for s in done], [s.label for s in undone]


def test_a_step_is_taken_back_and_made_again(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    first = titled("Another")
    log.add("set title", ARTICLE, first)
    log.add("joined ¶ 1 and ¶ 2", first, joined(first))
    done, undone = CorrectionLog(tmp_path).steps(joined(first))
    assert ([s.label for s in done], undone) == (["set title", "joined ¶ 1 and ¶ 2"], ())
    assert done[1].taken_back(joined(first)) == first
    assert done[0].taken_back(first) == ARTICLE
    assert done[0].made(ARTICLE) == first
    log.take_back(joined(first))
    assert labels(log, first) == (["set title"], ["joined ¶ 1 and ¶ 2"])
    log.make_again(first)
    assert labels(log, joined(first)) == (["set title", "joined ¶ 1 and ¶ 2"], [])


def test_several_steps_are_made_again_in_their_order(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    for n in range(3):
        log.add(f"step {n}", titled(f"{n}"), titled(f"{n + 1}"))
    log.take_back(titled("3"), 2)
    assert labels(log, titled("1")) == (["step 0"], ["step 1", "step 2"])
    log.make_again(titled("1"))
    assert labels(log, titled("2")) == (["step 0", "step 1"], ["step 2"])
    log.add("another way", titled("2"), titled("2").with_metadata(genre="news"))
    assert labels(log, titled("2").with_metadata(genre="news")) == (["step 0", "step 1", "another way"], [])


STEPS: dict[str, Callable[[CorrectionLog], None]] = {
    "add": lambda log: log.add("three", titled("1"), titled("3")),
    "undo": lambda log: log.take_back(titled("1")),
    "redo": lambda log: log.make_again(titled("1")),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_line_is_nothing_where_the_article_was_not_written(tmp_path: Path, step: str) -> None:
    log = CorrectionLog(tmp_path)
    log.add("one", titled("0"), titled("1"))
    log.add("two", titled("1"), titled("2"))
    log.take_back(titled("2"))
    STEPS[step](log)
    assert labels(log, titled("1")) == (["one"], ["two"])
    log.make_again(titled("1"))
    assert labels(log, titled("2")) == (["one", "two"], []), "and what comes after it is right"


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_so_it_is_where_something_else_was_changed_by_hand_since(tmp_path: Path, step: str) -> None:
    log = CorrectionLog(tmp_path)
    log.add("one", titled("0"), titled("1"))
    log.add("two", titled("1"), titled("2"))
    log.take_back(titled("2"))
    STEPS[step](log)
    assert labels(log, titled("1").with_metadata(genre="news")) == (["one"], ["two"])


def test_a_log_without_hashes_is_read(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    log.add("one", titled("0"), titled("1"))
    path = tmp_path / "corrections.jsonl"
    record = {k: v for k, v in json.loads(path.read_bytes()).items() if k != "before"}
    path.write_text(json.dumps(record) + '\n{"undo":true}\n{"redo":true}\n{"undo":"?"}\n', encoding="utf-8")
    assert labels(log, titled("0")) == ([], ["one"])


def test_what_is_not_as_the_step_left_it_is_no_step_back(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    another = titled("Another")
    log.add("set title", ARTICLE, another)
    (step,) = log.steps(another)[0]
    assert step.taken_back(titled("A third")) is None
    elsewhere = another.with_metadata(genre="news")
    assert step.taken_back(elsewhere) == ARTICLE.with_metadata(genre="news"), "what else changed stays"


def test_a_step_that_changes_nothing_is_none(tmp_path: Path) -> None:
    CorrectionLog(tmp_path).add("nothing", ARTICLE, ARTICLE)
    assert not list(tmp_path.iterdir())


def test_a_torn_line_costs_no_other_step(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    log.add("one", ARTICLE, titled("1"))
    path = tmp_path / "corrections.jsonl"
    path.write_bytes(path.read_bytes() + b'{"edit":"to')
    log.add("two", titled("1"), titled("2"))
    assert labels(log, titled("2")) == (["one", "two"], [])


def test_what_is_typed_is_there_until_it_is_forgotten(tmp_path: Path) -> None:
    typing = Unfinished(tmp_path)
    assert (typing.texts("a"), typing.articles()) == ({}, ())
    typing.type("a", "title", "The fer")
    typing.type("a", "issued", "")
    again = Unfinished(tmp_path)
    assert (again.texts("a"), again.articles()) == ({"title": "The fer", "issued": ""}, ("a",))
    again.type("a", "title", None)
    again.type("a", "issued", None)
    assert again.articles() == ()


def test_two_windows_that_type_at_once_lose_nothing(tmp_path: Path) -> None:
    together = Barrier(2)

    def keep(window: int) -> None:
        typing = Unfinished(tmp_path)
        together.wait()
        for n in range(20):
            typing.type("a", f"{window} {n}", "x")
            typing.type("a", f"{window} {n - 1}", None)
            typing.type("a", f"kept {window} {n}", "x")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(keep, range(2)))
    kept = {f"kept {window} {n}" for window in range(2) for n in range(20)}
    assert Unfinished(tmp_path).texts("a").keys() == kept | {"0 19", "1 19"}


@pytest.mark.parametrize("damaged", [b"", b"[1]", b"\xff", b'{"title": 1}'])
def test_a_damaged_file_of_typed_texts_is_nothing(tmp_path: Path, damaged: bytes) -> None:
    typing = Unfinished(tmp_path)
    typing.type("a", "title", "x")
    (tmp_path / "typing" / "a.json").write_bytes(damaged)
    assert typing.texts("a") == {}
    typing.type("a", "title", "y")
    assert typing.texts("a") == {"title": "y"}
