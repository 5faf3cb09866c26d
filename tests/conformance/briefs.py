"""Briefs that differ in what a page can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui.compile import Job
from briefing_tui.model import Article, Item, ItemKind, Name, Section
from tests.unit.compile.samples import article, excerpt, inferred, job

HEBREW = "היומן מונה כל מקום עגינה בנמל. איש לא ספר קודם את הסירות."
ARABIC = "يعدّ السجل كل مرسى في الميناء. لم يحص أحد القوارب من قبل."
RUSSIAN = "Журнал считает каждый причал в гавани. Раньше лодки никто не считал."
GREEK = "Το ημερολόγιο μετρά κάθε θέση στο λιμάνι."
MIXED = "The clerk wrote ‘היומן 2025’ beside ‘Журнал № 7’ and ‘سجل’ in one line."
LONG = " ".join(f"Entry {n} names the berth, the boat and the day it came." for n in range(1, 160))


def jobs(folder: Path) -> Iterator[Job]:
    """A dozen and more compilations, each into a file named after what is special about it."""

    def out(name: str) -> Path:
        return folder / f"{name}.pdf"

    yield job(out("plain"))
    yield job(out("draft-with-gaps"), final=False, bottom_line="", title="", date="", addressee="")
    yield job(out("no-marking-no-judgement"), marking="", judgements=())
    yield job(out("free-marking"), marking="FOR OFFICIAL USE – אין להפיץ")
    yield job(out("nothing-stated"), articles=[_anonymous()])
    yield job(out("inferred"), articles=[inferred(article(), "author", "issued", "title")])
    for name, text, language in (
        ("hebrew", HEBREW, "he"),
        ("arabic", ARABIC, "ar"),
        ("russian", RUSSIAN, "ru"),
        ("greek", GREEK, "el"),
        ("mixed-directions", MIXED, "en"),
    ):
        yield _whole(out(name), article(name, text, language=language, title=text[:24]))
    yield _whole(out("hebrew-brief"), article("he", HEBREW, language="he"), language="he", title="יומן הנמל")
    yield _whole(out("long-quote"), article("long", LONG))
    yield _many(out("many-pages"))
    yield job(out("hostile-fields"), title="<b>&amp; \u202e\x07 ]]> “", author="A & <B>", reference="]]> & 1")


def _anonymous() -> Article:
    return article(title="", author=(), issued=None, url="", container_title="")


def _whole(output: Path, source: Article, **fields: Any) -> Job:
    """A brief that quotes all of an article's first paragraph, and calls the same note again."""
    passage = excerpt(source, source.segments.paragraphs[0].span.slice(source.text), "e1")
    items = [
        Item("i1", ItemKind.QUOTE, excerpt="e1"),
        Item("i2", ItemKind.TEXT, text="This is *said* again [@e1], and **weighed** [@e1]."),
    ]
    return job(output, articles=[source], excerpts=[passage], items=items, judgements=(), **fields)


def _many(output: Path) -> Job:
    """Many sections, paragraphs, notes and sources."""
    sources = [
        article(f"a{n}", title=f"Ledger, part {n}", author=(Name(family=f"Larsen {n}", given="Ida"),))
        for n in range(1, 31)
    ]
    passages = [excerpt(source, "The new ledger lists every berth.", f"e{n}") for n, source in enumerate(sources, 1)]
    sections = tuple(
        Section(
            f"s{n}",
            f"Quay {n}",
            (
                Item(f"i{2 * n}", ItemKind.QUOTE, excerpt=f"e{n}"),
                Item(f"i{2 * n + 1}", ItemKind.TEXT, text=f"What part {n} says is said in part {31 - n} too. " * 6),
            ),
            level=1 + n % 2,
        )
        for n in range(1, 31)
    )
    made = job(output, articles=sources, excerpts=passages)
    return replace(made, brief=replace(made.brief, sections=sections))
