"""The log of corrections: steps that are taken back and made again, whatever happens to the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

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


def test_a_step_is_taken_back_and_made_again(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    titled = ARTICLE.with_metadata(title="Another")
    log.add("set title", ARTICLE, titled)
    log.add("joined ¶ 1 and ¶ 2", titled, joined(titled))
    done, undone = CorrectionLog(tmp_path).steps()
    assert ([s.label for s in done], undone) == (["set title", "joined ¶ 1 and ¶ 2"], ())
    assert done[1].taken_back(joined(titled)) == titled
    assert done[0].taken_back(titled) == ARTICLE
    assert done[0].made(ARTICLE) == titled
    log.take_back()
    done, undone = log.steps()
    assert ([s.label for s in done], [s.label for s in undone]) == (["set title"], ["joined ¶ 1 and ¶ 2"])
    log.make_again()
    assert len(log.steps()[0]) == 2


def test_several_steps_are_made_again_in_their_order(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    for n in range(3):
        log.add(f"step {n}", ARTICLE.with_metadata(title=f"{n}"), ARTICLE.with_metadata(title=f"{n + 1}"))
    log.take_back()
    log.take_back()
    assert [s.label for s in log.steps()[1]] == ["step 1", "step 2"]
    log.make_again()
    assert [s.label for s in log.steps()[1]] == ["step 2"]
    log.add("another way", ARTICLE, ARTICLE.with_metadata(genre="news"))
    assert log.steps()[1] == ()


def test_what_is_not_as_the_step_left_it_is_no_step_back(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    titled = ARTICLE.with_metadata(title="Another")
    log.add("set title", ARTICLE, titled)
    (step,) = log.steps()[0]
    assert step.taken_back(titled.with_metadata(title="A third")) is None
    elsewhere = titled.with_metadata(genre="news")
    assert step.taken_back(elsewhere) == ARTICLE.with_metadata(genre="news"), "what else changed stays"


def test_a_step_that_changes_nothing_is_none(tmp_path: Path) -> None:
    CorrectionLog(tmp_path).add("nothing", ARTICLE, ARTICLE)
    assert not list(tmp_path.iterdir())


def test_a_torn_line_costs_no_other_step(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path)
    log.add("one", ARTICLE, ARTICLE.with_metadata(title="1"))
    path = tmp_path / "corrections.jsonl"
    path.write_bytes(path.read_bytes() + b'{"edit":"to')
    log.add("two", ARTICLE.with_metadata(title="1"), ARTICLE.with_metadata(title="2"))
    assert [s.label for s in log.steps()[0]] == ["one", "two"]


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


@pytest.mark.parametrize("damaged", [b"", b"[1]", b"\xff", b'{"title": 1}'])
def test_a_damaged_file_of_typed_texts_is_nothing(tmp_path: Path, damaged: bytes) -> None:
    typing = Unfinished(tmp_path)
    typing.type("a", "title", "x")
    (tmp_path / "typing" / "a.json").write_bytes(damaged)
    assert typing.texts("a") == {}
    typing.type("a", "title", "y")
    assert typing.texts("a") == {"title": "y"}
