"""No field is printed that the rules on quotation marks do not look at, whichever form prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing_tui.checks import Subject, check, verify
from briefing_tui.citations import FURTHER, Citations, Source, Text
from briefing_tui.citations.finishing import spoken
from briefing_tui.citations.reference import reference
from briefing_tui.compile import known_templates
from briefing_tui.compile.build import build
from briefing_tui.compile.document.notes import cites
from briefing_tui.compile.job import Job
from briefing_tui.compile.languages.wording import wording
from briefing_tui.errors import BriefingError
from briefing_tui.model import Article, Brief, Confidence, Excerpt, Item, Judgement, Metadata, Name, Section, Speaker
from tests.unit.compile import samples

QUOTED = "“We yield at once”"
SAID = f"zq {QUOTED} qz"
TITLES = {"title", "container-title-short", *(name for name in FURTHER if name.endswith("-title"))}
FORMS = sorted(known_templates())
ANCHORS = ("id", "item", "excerpt", "place", "href")
"""What in a document leads from one place to another and is not read."""
_NAMES = "author speakers chair editor translator interviewer director guest host composer contributor".split()
"""Fields with names of people."""


def strings(value: Any) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in (*value.keys(), *value.values()) for text in strings(one))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (text for one in value for text in strings(one))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (
            text for one in fields(value) if one.name not in ANCHORS for text in strings(getattr(value, one.name))
        )


def printed(brief: Brief, article: Article, themes: tuple[str, ...] = ()) -> bool:
    """Whether any form prints the words between their marks, with a style that prints every variable."""
    base = job()
    one = replace(base, brief=brief, articles={article.id: article}, themes={article.id: dict.fromkeys(themes, 1)})
    terms = wording(one.language).terms
    known = (reference(article, terms, stand_ins=ours) for ours in (True, False))
    said = tuple(Text(text) for item in known for text in strings(item))
    for form in FORMS if brief.template == base.brief.template else (brief.template,):
        try:
            formed = replace(one, brief=replace(brief, template=form))
            notes = {
                c.id: (*spoken(c.speaker, article.metadata, terms, introduced=False), *said) for c in cites(formed)
            }
            document = build(formed, Citations(notes, (Source(article.id, said),), "engine", "hash"))
        except BriefingError:
            continue  # a form that there is not makes no final briefing
        if any(QUOTED in text for text in strings(document)):
            return True
    return False


def refused(brief: Brief, article: Article, themes: tuple[str, ...] = ()) -> bool:
    """Whether there would be no final briefing."""
    found = {key: verify(e, article) for key, e in brief.excerpts.items()}
    subject = Subject(brief, {article.id: article}, found, templates=FORMS, themes=themes)
    return any(finding.severity == "error" for finding in check(subject))


@lru_cache(maxsize=1)
def job() -> Job:
    """A brief in which every field says something, without an error."""
    source = samples.article()
    excerpts = [samples.excerpt(source, words, f"e{n}") for n, words in enumerate(samples.QUOTES, 1)]
    excerpts[0] = replace(excerpts[0], speaker=Speaker("Ann Ray", "harbour master", via=("Bob Lee",)))
    made = samples.job(Path("b.pdf"), articles=[source], excerpts=excerpts)
    items = (
        *made.brief.sections[0].items,
        Item("i4", made.brief.sections[0].items[0].kind, text="So.", core="It is so"),
    )
    own = {
        f.id: "So." for form in FORMS for f in replace(made, brief=replace(made.brief, template=form)).template().fields
    }
    sections = (replace(made.brief.sections[0], items=items),)
    return replace(made, brief=replace(made.brief, sections=sections, fields=own, annex="yes"))


def of_article() -> Iterator[tuple[str, Article]]:
    """The article with the words in each field in turn."""
    source = job().articles["harbour"]
    name = Name(family="Ray", given="Ann", extra={"suffix": SAID})
    for field in (f.name for f in fields(Metadata)):
        values: dict[str, Any] = {"author": (Name(literal=SAID),), "speakers": (), "themes": (SAID,)}
        old = getattr(source.metadata, field)
        value = values.get(field, SAID if isinstance(old, str) else {SAID: SAID})
        if field not in ("issued", "text", "pages", "original_paragraphs", "paragraph_themes", "states", "extra"):
            yield field, source.with_metadata(**{field: value})
    yield "suffix", source.with_metadata(author=(name,))
    for field in sorted(FURTHER | {"note", "annote", "abstract", "keyword", "medium", "source", "citation-label", "x"}):
        value = [{"literal": SAID}] if field in _NAMES else SAID
        yield field, source.with_metadata(extra={field: value})


def test_what_is_printed_of_a_source_is_looked_at() -> None:
    brief = job().brief
    let_through = [field for field, article in of_article() if field not in TITLES and not refused(brief, article)]
    articles = dict(of_article())
    assert [field for field in let_through if printed(brief, articles[field])] == []
    assert let_through, "some are not printed"


def with_words(value: Any) -> Iterator[tuple[str, Any]]:
    """A value with the words in the place of each text that it has in turn, however deep."""
    if isinstance(value, str):
        yield "", SAID
    elif isinstance(value, tuple):
        for n, one in enumerate(value):
            yield from ((f"[{n}]{at}", (*value[:n], new, *value[n + 1 :])) for at, new in with_words(one))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from ((f".{key}{at}", {**value, key: new}) for at, new in with_words(one))
    elif isinstance(value, (Brief, Section, Item, Judgement, Confidence, Excerpt, Speaker)):
        keyed = isinstance(value, Excerpt)
        for name in (f.name for f in fields(value) if not (keyed and f.name == "id")):
            yield from ((f".{name}{at}", replace(value, **{name: new})) for at, new in with_words(getattr(value, name)))


def test_what_is_printed_of_a_brief_is_looked_at() -> None:
    source = job().articles["harbour"]
    let_through = {field: brief for field, brief in with_words(job().brief) if not refused(brief, source)}
    assert [field for field, brief in let_through.items() if printed(brief, source)] == []
    assert ".excerpts.e1.prefix" in let_through, "some are not printed"


def test_what_is_printed_of_themes_is_looked_at() -> None:
    brief, source = job().brief, job().articles["harbour"]
    assert printed(brief, source, (SAID,))
    assert refused(brief, source, (SAID,))
    assert not refused(brief, source, ("Ports “B” and harbours",))


def test_these_tests_can_fail() -> None:
    brief, source = job().brief, job().articles["harbour"]
    assert not refused(brief, source)
    assert printed(replace(brief, bottom_line=SAID), source)
    assert printed(brief, source.with_metadata(publisher=SAID))
    assert not printed(brief, source.with_metadata(url=SAID, language=SAID))
