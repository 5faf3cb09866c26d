"""A finished briefing to be verified."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile import Compiled, Job, compile_pdf
from briefing_tui.model import Item, ItemKind
from briefing_tui.storage import render_brief
from tests.unit.compile import samples

HEBREW = "היומן מונה כל מקום עגינה בנמל. איש לא ספר קודם."
ARABIC = "لا يعدّ السجل كل مرسى في الميناء."


@pytest.fixture(scope="session")
def finished(made: tuple[Job, Compiled]) -> Path:
    """A briefing with quotes in three scripts, two of them altered."""
    return made[1].file


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Job, Compiled]:
    """A briefing with quotes in three scripts, two of them altered, and what compiling it made."""
    file = tmp_path_factory.mktemp("verify") / "b.pdf"
    articles = [samples.article(), samples.article("he", HEBREW, language="he"), samples.article("ar", ARABIC)]
    excerpts = [
        samples.excerpt(source, words, f"e{n}")
        for n, (source, words) in enumerate(zip(articles, (samples.QUOTES[0], HEBREW, ARABIC), strict=True), 1)
    ]
    excerpts[0] = samples.changed(excerpts[0], insert=("ledger", "of the port"), emphasise="every")
    excerpts[1] = samples.changed(excerpts[1], omit="כל מקום", sic="בנמל")
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}", note="A note.") for n in (1, 2, 3)]
    job = samples.job(file, articles=articles, excerpts=excerpts, items=items, judgements=())
    job = replace(job, brief_yaml=render_brief(job.brief))  # with the brief as its file really holds it
    return job, compile_pdf(job)
