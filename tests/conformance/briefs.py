"""Briefs that differ in what a page can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui.compile import Job
from briefing_tui.model import Article, Finding, Item, ItemKind, Name, PartialDate, Section, Severity
from tests.unit.compile.samples import article, excerpt, inferred, job

HEBREW = "היומן מונה כל מקום עגינה בנמל. איש לא ספר קודם את הסירות."
ARABIC = "يعدّ السجل كل مرسى في الميناء. لم يحص أحد القوارب من قبل."
RUSSIAN = "Журнал считает каждый причал в гавани. Раньше лодки никто не считал."
GREEK = "Το ημερολόγιο μετρά κάθε θέση στο λιμάνι."
MIXED = "The clerk wrote ‘היומן 2025’ beside ‘Журнал № 7’ and ‘سجل’ in one line."
OPEN = tuple(
    Finding("source.stale", Severity.WARNING, place, f"{HEBREW} is dated {year}", "use a newer source")
    for place, year in (("e1", 2019), ("e2", 2019), ("i1", 2020), ("j1", 2021), ("s1", 2022), ("", 2023))
)
LISTS = "Both:\n- the *ledger* [@e1]\n  1. lines\n  2. berths\n- the boats [@e3]\n\n1. first\n2. second [@e4]"
LONG = " ".join(f"Entry {n} names the berth, the boat and the day it came." for n in range(1, 160))


def jobs(folder: Path) -> Iterator[Job]:
    """A dozen and more compilations, each into a file named after what is special about it."""

    def out(name: str) -> Path:
        return folder / f"{name}.pdf"

    yield job(out("plain"))
    yield job(out("draft-with-gaps"), final=False, bottom_line="", title="", date="", addressee="")
    for language in ("en", "he"):
        yield replace(job(out(f"draft-with-open-points-{language}"), final=False, language=language), findings=OPEN)
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
    for style in ("briefing-endnote", "briefing-author-date", "briefing-in-text"):
        yield job(out(style), style=style)
    yield _everything(out("everything"))
    yield _everything(out("everything-in-hebrew"), language="he", title="יומן הנמל")
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


def _everything(output: Path, **fields: Any) -> Job:
    """A research paper: lists, a timeline, themes by outlet, grades, and an annex with passages in several scripts."""
    told = {"issued": PartialDate(2024, 2), "container_title": "Harbour Weekly"}
    sources = [
        article(custom_extra={"admiralty": "B2"}),
        article("he", f"{HEBREW}\n\n## כותרת\n\n{HEBREW}", language="he", **told),
        article("ar", ARABIC, language="ar", issued=None),
        inferred(article("long", LONG, container_title="Quay Review", issued=PartialDate(2019)), "issued"),
    ]
    words = ("The new ledger lists every berth.", sources[1].text[5:-4], ARABIC[:20], "Entry 80 names the berth")
    passages = [excerpt(a, w, f"e{n}") for n, (a, w) in enumerate(zip(sources, words, strict=True), 1)]
    items = [
        Item("i1", ItemKind.TEXT, text=LISTS),
        *(Item(f"i{n + 1}", ItemKind.QUOTE, excerpt=f"e{n}") for n in range(1, 5)),
    ]
    made = job(output, articles=sources, excerpts=passages, items=items, judgements=(), template="research", **fields)
    themes = {a.id: {"Berths": n + 1, "Boats": 7 - n} for n, a in enumerate(sources)}
    return replace(made, themes=themes)


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
    return job(output, articles=sources, excerpts=passages, sections=sections)
