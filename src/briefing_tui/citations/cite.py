"""Notes and sources for a briefing: full at first, short afterwards, with what is missing said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing_tui.errors import StorageError
from briefing_tui.model import Article
from briefing_tui.support.atomic import write_text

from . import pandoc
from .finishing import Cite, finished, source_place
from .inlines import Text, plain
from .reference import Meta, marked_title, reference, short_title
from .style import Placement, Style, load
from .telling_apart import ALONE, told_apart
from .terms import Terms

FORMAT = 5
"""Of the cached answers."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the list of sources."""

    article: str
    text: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """The notes and the list of sources of one briefing."""

    notes: Mapping[str, tuple[Text, ...]]
    """By excerpt id; for a style that stands in the text, without what opens and closes it there."""
    sources: tuple[Source, ...]
    """Each source once, in the style's order."""
    engine: str
    """'pandoc 3.9'; empty where nothing was cited."""
    style_sha256: str
    unplaced: tuple[str, ...] = ()
    """Excerpt ids whose note the style wrote without its locator."""
    unlisted: bool = False
    """Whether the style lists none of the sources that were cited."""
    placement: Placement = Placement.FOOTNOTE
    around: tuple[str, str, str] = ("(", "; ", ")")
    """What opens, separates and closes the citations at one place in the text."""
    ours: bool = True
    """Whether the style is one of ours."""
    names: bool = True
    """Whether a citation names its source, rather than giving it a number."""


def cite(
    cites: Sequence[Cite],
    articles: Mapping[str, Article],
    *,
    terms: Terms,
    style: str = "briefing-note",
    styles: Path | None = None,
    language: str = "en-GB",
    cache_dir: Path | None = None,
    anew: bool = False,
    unreadable: Collection[str] = (),
) -> Citations:
    """Write the notes of a briefing and the list of its sources.

    Args:
        cites: in the order of the notes; the first of an article is full, later ones are short.
        articles: by id; one that is gone is named as gone.
        terms: the fixed words of that language.
        style: the name of a style or the path of a `.csl` file.
        styles: the folder from which that path leads.
        language: whose terms and dates a style uses by itself.
        cache_dir: where answers are kept; the same question is not put to pandoc twice.
        anew: put it again all the same: whoever can write to the cache could write an answer.
        unreadable: ids of the articles that are there and cannot be read.

    Raises:
        InvalidError: for a style that is not known.
        FormatError: for a style that cannot be used.
        ToolError: where pandoc is missing or fails.
    """
    chosen = load(style, styles).punctuated(terms)
    known = [c for c in cites if c.article in articles]
    cited = {c.article: articles[c.article] for c in known}
    apart = told_apart(cited.values(), terms, short=short_title, stand_in=marked_title) if chosen.ours else {}
    references = [reference(a, terms, stand_ins=chosen.ours, apart=apart.get(name, ALONE)) for name, a in cited.items()]
    engine, answer = _ask([c.article for c in known], references, chosen, language, cache_dir, anew=anew)
    gone = {c.article: _gone_words(c.article, unreadable, terms) for c in cites if c.article not in articles}
    entries = [*(article for article, _ in answer.sources), *gone]
    notes: dict[str, tuple[Text, ...]] = {}
    notes |= {c.id: (Text(f"{gone[c.article]}{terms.several}{c.locator}"),) for c in cites if c.article in gone}
    told: set[tuple[str, str]] = set()
    for each, note in zip(known, answer.notes, strict=True):
        who = (each.speaker.name, each.speaker.role) if each.speaker else ("", "")
        place = source_place(entries.index(each.article) + 1) if each.article in entries else ""
        data = cited[each.article].metadata
        notes[each.id] = finished(each, note, data, style=chosen, terms=terms, place=place, introduced=who in told)
        told.add(who)
    sources = [Source(article, text) for article, text in answer.sources]
    sources += [Source(article, (Text(words),)) for article, words in gone.items()]
    return Citations(
        notes,
        tuple(sources),
        engine,
        hashlib.sha256(chosen.text.encode()).hexdigest(),
        unplaced=tuple(c.id for c, n in zip(known, answer.notes, strict=True) if not pandoc.PLACED.search(plain(n))),
        unlisted=bool(known) and not answer.sources,
        placement=chosen.placement,
        around=chosen.around,
        ours=chosen.ours,
        names=chosen.names,
    )


def _ask(
    cites: Sequence[str],
    references: Sequence[Meta],
    style: Style,
    language: str,
    cache_dir: Path | None,
    *,
    anew: bool,
) -> tuple[str, pandoc.Formatted]:
    """What pandoc says, from the cache where it was asked before; and which pandoc it was."""
    if not cites:
        return "", pandoc.Formatted((), ())
    program = pandoc.binary()
    stat = program.stat()
    question = [FORMAT, style.text, language, list(cites), references, stat.st_size, stat.st_mtime_ns]
    key = hashlib.sha256(json.dumps(question).encode()).hexdigest()
    file = cache_dir / "citations" / f"{key}.json" if cache_dir else None
    if file and not anew and (kept := _kept(file)):
        return kept
    answer = pandoc.format_cites(program, cites, references, style=style, language=language)
    engine = f"pandoc {pandoc.version(program)}"
    if file:
        _keep(file, engine, answer)
    return engine, answer


def _kept(file: Path) -> tuple[str, pandoc.Formatted] | None:
    """An answer kept before; `None` where there is none that can be read, or not as it was written."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept.pop("sha256") != _seal(file, kept):
            return None
        notes = tuple(_runs(note) for note in kept["notes"])
        sources = tuple((article, _runs(text)) for article, text in kept["sources"])
        return kept["engine"], pandoc.Formatted(notes, sources)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _seal(file: Path, kept: Mapping[str, Any]) -> str:
    """The hash of an answer with the question that names its file: a damaged one, or that to another, is no answer."""
    return hashlib.sha256(f"{file.stem} {json.dumps(kept, sort_keys=True)}".encode()).hexdigest()


def _runs(kept: list[dict[str, Any]]) -> tuple[Text, ...]:
    return tuple(Text(**run) for run in kept)


def _keep(file: Path, engine: str, answer: pandoc.Formatted) -> None:
    """Keep an answer; where the cache cannot be written it is asked for again next time."""
    kept = {
        "engine": engine,
        "notes": [[asdict(run) for run in note] for note in answer.notes],
        "sources": [[article, [asdict(run) for run in text]] for article, text in answer.sources],
    }
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, json.dumps({**kept, "sha256": _seal(file, kept)}, ensure_ascii=False))
    except (OSError, StorageError):
        return


def _gone_words(article: str, unreadable: Collection[str], terms: Terms) -> str:
    return (terms.unreadable if article in unreadable else terms.gone).format(article=article)
