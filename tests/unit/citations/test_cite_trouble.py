"""What a citation cannot be made of: articles that are gone, a cache, an engine or a style that fails."""

from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import Cite, cite, plain, words_of_own
from briefing_tui.citations import pandoc as engine
from briefing_tui.errors import ToolError
from briefing_tui.model import Speaker
from tests.unit.citations.test_cite import TERMS, article, made, note


def test_an_article_that_is_gone_is_named_and_never_reaches_pandoc() -> None:
    result = made([Cite("e1", "lost", "¶ 4")])
    assert plain(result.notes["e1"]) == "[the article “lost” is no longer in the workspace], ¶ 4"
    assert [s.article for s in result.sources] == ["lost"]
    assert result.engine == ""


def test_nothing_cited_needs_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.support.pandoc.find_spec", lambda _: None)
    assert made([]).sources == ()


def test_the_same_question_is_put_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cites = [Cite("e1", "harbour", "¶ 4", Speaker("Jon Dahl"))]
    first = made(cites, article(), cache=tmp_path)

    def never(*_: object, **__: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(engine, "run", never)
    assert made(cites, article(), cache=tmp_path) == first
    with pytest.raises(AssertionError):
        made(cites, article(title="Another"), cache=tmp_path)


def test_a_broken_cache_is_asked_again(tmp_path: Path) -> None:
    cites = [Cite("e1", "harbour", "¶ 4")]
    first = made(cites, article(), cache=tmp_path)
    for kept in (tmp_path / "citations").iterdir():
        kept.write_text("{", encoding="utf-8")
    assert made(cites, article(), cache=tmp_path) == first


def test_an_answer_that_somebody_changed_is_asked_for_again(tmp_path: Path) -> None:
    cites = [Cite("e1", "harbour", "¶ 4")]
    first = made(cites, article(), cache=tmp_path)
    (kept,) = (tmp_path / "citations").iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace("Larsen", "Carlsen"), encoding="utf-8")
    assert made(cites, article(), cache=tmp_path) == first


def test_an_answer_to_another_question_is_none(tmp_path: Path) -> None:
    cites = [Cite("e1", "harbour", "¶ 4")]
    made(cites, article(author=()), cache=tmp_path)
    (other,) = (tmp_path / "citations").iterdir()
    first = made(cites, article(), cache=tmp_path)
    (kept,) = (path for path in (tmp_path / "citations").iterdir() if path != other)
    kept.write_bytes(other.read_bytes())
    assert made(cites, article(), cache=tmp_path) == first


def test_for_a_final_briefing_the_question_is_put_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made([Cite("e1", "harbour", "¶ 4")], article(), cache=tmp_path)
    asked: list[object] = []
    put = engine.format_cites

    def counted(*question: Any, **how: Any) -> engine.Formatted:
        asked.append(question)
        return put(*question, **how)

    monkeypatch.setattr(engine, "format_cites", counted)
    for anew in (False, True):
        cite([Cite("e1", "harbour", "¶ 4")], {"harbour": article()}, terms=TERMS, cache_dir=tmp_path, anew=anew)
        assert bool(asked) is anew


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "citations").write_text("in the way", encoding="utf-8")
    assert made([Cite("e1", "harbour", "¶ 4")], article(), cache=tmp_path).notes


def test_no_pandoc_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.support.pandoc.find_spec", lambda _: None)
    with pytest.raises(ToolError) as error:
        note(article())
    assert "pip install" in error.value.hint


def test_an_answer_that_is_none_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "run", lambda *_, **__: b"[]")
    with pytest.raises(ToolError, match="understood"):
        note(article())


def test_where_pandoc_fails_its_words_are_passed_on_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise ToolError("pandoc failed: Error running filter", where="pandoc")

    monkeypatch.setattr(engine, "run", fails)
    with pytest.raises(ToolError, match="Error running filter") as raised:
        made([Cite("e1", "harbour", "¶ 1")], article())
    assert "briefing doctor" in raised.value.hint


def test_an_article_that_cannot_be_read_is_not_called_gone() -> None:
    cites = [Cite("e1", "gone", "¶ 1"), Cite("e2", "broken", "¶ 2")]
    answer = cite(cites, {}, terms=TERMS, unreadable=("broken",))
    assert plain(answer.notes["e1"]) == "[the article “gone” is no longer in the workspace], ¶ 1"
    assert plain(answer.notes["e2"]) == "[the article “broken” cannot be read], ¶ 2"
    assert [s.article for s in answer.sources] == ["gone", "broken"]


def test_a_style_that_prints_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>Own</title></info>'
        '<citation><layout><text variable="DOI"/></layout></citation></style>',
        encoding="utf-8",
    )
    with pytest.raises(ToolError, match="cannot be formatted") as raised:
        cite([Cite("e1", "harbour", "¶ 1")], {"harbour": article()}, terms=TERMS, style="own.csl", styles=tmp_path)
    assert "own.csl" in raised.value.hint


def test_a_style_without_locators_or_list_is_told(tmp_path: Path) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
        "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout><choose>"
        '<if position="subsequent"><text variable="title"/></if>'
        '<else><text variable="title" suffix=", "/><text variable="locator"/></else></choose>'
        "</layout></citation></style>"
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    cites = [Cite("e1", "harbour", "¶ 1"), Cite("e2", "harbour", "¶ 2"), Cite("e3", "lost", "¶ 3")]
    own = cite(cites, {"harbour": article()}, terms=TERMS, style="own.csl", styles=tmp_path)
    assert (own.unplaced, own.unlisted) == (("e2",), True)
    ours = cite(cites, {"harbour": article()}, terms=TERMS)
    assert (ours.unplaced, ours.unlisted) == ((), False)


@pytest.mark.parametrize(
    ("affixes", "placed"),
    [
        ('suffix="7"', False),
        ('suffix="–9"', False),
        ('suffix="a"', False),
        ('prefix="1"', False),
        ('prefix=" 2019, " suffix="."', True),
        ('prefix="(at " suffix="), 2019"', True),
    ],
)
def test_a_style_that_puts_figures_or_letters_to_a_locator_does_not_say_where_a_passage_stands(
    tmp_path: Path, affixes: str, placed: bool
) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
        "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>"
        f'<text variable="title" suffix=", "/><text variable="locator" {affixes}/></layout></citation></style>'
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    said = cite([Cite("e1", "harbour", "¶ 2")], {"harbour": article()}, terms=TERMS, style="own.csl", styles=tmp_path)
    assert said.unplaced == (() if placed else ("e1",))


def test_the_words_of_a_style_of_ones_own_are_known_as_far_as_they_name_or_date(tmp_path: Path) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>Own</title><id>x</id>'
        '<updated>2026-01-01T00:00:00+00:00</updated></info><locale><terms><term name="in">Pravda</term></terms>'
        '</locale><citation><layout suffix="."><text value="Vladimir Putin" suffix=", "/><text value="1 May"/>'
        '<text variable="title" prefix="in " suffix=" ; 4 Memoirs"/><text variable="locator"/></layout></citation>'
        "</style>"
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    assert words_of_own("own.csl", tmp_path) == ("Pravda", "Vladimir Putin", "1 May", "; 4 Memoirs")
    assert words_of_own("briefing-note", tmp_path) == ()


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ('<text value="new york times" text-case="title"/>', ("new york times",)),
        ('<group><text value="barack obama" text-case="capitalize-all"/></group>', ("barack obama",)),
        ('<text value="told to the times" text-case="uppercase"/>', ("told to the times",)),
        ('<text value="9"/>', ("9",)),
        ('<text value="cited in"/><text value="In" text-case="lowercase"/>', ("In",)),
        ('<text value="cited in"/>', ()),
        ('<text value="denied by the source"/>', ("denied by the source",)),
        ('<text variable="title" suffix=", which is false"/>', (", which is false",)),
        ('<group delimiter=" never said "><text value="in"/><text variable="title"/></group>', ("never said",)),
        ('<text value="опровергнуто источником"/>', ("опровергнуто источником",)),
        ('<text value="abgerufen am"/><text value="дата обращения"/><text value="consulté le"/>', ()),
        ('<text variable="DOI" prefix="https://doi.org/"/><text value="ed. and trans. by"/>', ()),
    ],
)
def test_so_are_words_that_are_printed_with_capitals(tmp_path: Path, part: str, told: tuple[str, ...]) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>Own</title><id>x</id>'
        f"<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>{part}</layout></citation></style>"
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    assert words_of_own("own.csl", tmp_path) == told


def test_so_are_months_that_are_called_otherwise(tmp_path: Path) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>Own</title><id>x</id>'
        '<updated>2026-01-01T00:00:00+00:00</updated></info><locale><terms><term name="month-03">décembre</term>'
        '<term name="in">dans</term></terms></locale><citation><layout><text variable="title"/></layout></citation>'
        "</style>"
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    assert words_of_own("own.csl", tmp_path) == ("décembre",)
