"""Notes and sources for a briefing: full at first, short afterwards, with what is missing said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from briefing_tui.errors import StorageError
from briefing_tui.model import Article, Metadata, Speaker, SpeakerKind
from briefing_tui.support.atomic import write_text

from . import pandoc
from .inlines import Text, joined, plain
from .reference import reference
from .style import Style, load

QUOTED_IN = "quoted in"
FORMAT = 1
"""Of the cached answers."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One note to be written."""

    id: str
    """The excerpt's."""
    article: str
    locator: str
    """As `locator` words it."""
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the list of sources."""

    article: str
    text: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """The notes and the list of sources of one briefing."""

    notes: Mapping[str, tuple[Text, ...]]
    """By excerpt id."""
    sources: tuple[Source, ...]
    """Each source once, in the style's order."""
    engine: str
    """'pandoc 3.9'; empty where nothing was cited."""
    style_sha256: str
    unplaced: tuple[str, ...] = ()
    """Excerpt ids whose note the style wrote without its locator."""
    unlisted: bool = False
    """Whether the style lists none of the sources that were cited."""


def cite(
    cites: Sequence[Cite],
    articles: Mapping[str, Article],
    *,
    style: str = "briefing-note",
    styles: Path | None = None,
    language: str = "en-GB",
    cache_dir: Path | None = None,
    unreadable: Collection[str] = (),
) -> Citations:
    """Write the notes of a briefing and the list of its sources.

    Args:
        cites: in the order of the notes; the first of an article is full, later ones are short.
        articles: by id; one that is gone is named as gone.
        style: the name of a style or the path of a `.csl` file.
        styles: the folder from which that path leads.
        language: whose terms and dates are used.
        cache_dir: where answers are kept; the same question is not put to pandoc twice.
        unreadable: ids of the articles that are there and cannot be read.

    Raises:
        InvalidError: for a style that is not known.
        FormatError: for a style that cannot be used.
        ToolError: where pandoc is missing or fails.
    """
    chosen = load(style, styles)
    known = [c for c in cites if c.article in articles]
    cited = {c.article: articles[c.article] for c in known}
    engine, answer = _ask([c.article for c in known], cited, chosen, language, cache_dir)
    gone = {c.article: _gone_words(c.article, unreadable) for c in cites if c.article not in articles}
    notes: dict[str, tuple[Text, ...]] = {}
    notes |= {c.id: (Text(f"{gone[c.article]}, {c.locator}"),) for c in cites if c.article in gone}
    told: set[tuple[str, str]] = set()
    for each, note in zip(known, answer.notes, strict=True):
        who = (each.speaker.name, each.speaker.role) if each.speaker else ("", "")
        notes[each.id] = _finished(each, note, cited[each.article].metadata, introduced=who in told)
        told.add(who)
    sources = [Source(article, text) for article, text in answer.sources]
    sources += [Source(article, (Text(words),)) for article, words in gone.items()]
    return Citations(
        notes,
        tuple(sources),
        engine,
        hashlib.sha256(chosen.text.encode()).hexdigest(),
        unplaced=tuple(c.id for c, n in zip(known, answer.notes, strict=True) if pandoc.LOCATOR not in plain(n)),
        unlisted=bool(known) and not answer.sources,
    )


def _ask(
    cites: Sequence[str], articles: Mapping[str, Article], style: Style, language: str, cache_dir: Path | None
) -> tuple[str, pandoc.Formatted]:
    """What pandoc says, from the cache where it was asked before; and which pandoc it was."""
    if not cites:
        return "", pandoc.Formatted((), ())
    program = pandoc.binary()
    references = [reference(a, stand_ins=style.ours) for a in articles.values()]
    stat = program.stat()
    question = [FORMAT, style.text, language, list(cites), references, stat.st_size, stat.st_mtime_ns]
    key = hashlib.sha256(json.dumps(question).encode()).hexdigest()
    file = cache_dir / "citations" / f"{key}.json" if cache_dir else None
    if file and (kept := _kept(file)):
        return kept
    answer = pandoc.format_cites(program, cites, references, style=style, language=language)
    engine = f"pandoc {pandoc.version(program)}"
    if file:
        _keep(file, engine, answer)
    return engine, answer


def _kept(file: Path) -> tuple[str, pandoc.Formatted] | None:
    """An answer kept before; `None` where there is none that can be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        notes = tuple(_runs(note) for note in kept["notes"])
        sources = tuple((article, _runs(text)) for article, text in kept["sources"])
        return kept["engine"], pandoc.Formatted(notes, sources)
    except (OSError, ValueError, KeyError, TypeError):
        return None


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
        write_text(file, json.dumps(kept, ensure_ascii=False))
    except (OSError, StorageError):
        return


def _finished(each: Cite, note: Sequence[Text], metadata: Metadata, *, introduced: bool) -> tuple[Text, ...]:
    """The note with its locator in its place and the speaker before it."""
    filled = [replace(run, text=run.text.replace(pandoc.LOCATOR, each.locator)) for run in note]
    return joined((*_spoken(each.speaker, metadata, introduced=introduced), *filled))


def _spoken(speaker: Speaker | None, metadata: Metadata, *, introduced: bool) -> Iterator[Text]:
    """'Micky Aharonson, expert on Russia, quoted in ', unless the speaker is the author.

    Args:
        speaker: who said the words.
        metadata: of the article that reports them.
        introduced: whether a note before told the role.
    """
    if speaker is None or not speaker.name or is_author(speaker, metadata):
        return
    name = speaker.name
    if speaker.kind is not SpeakerKind.NAMED:
        name = name[:1].upper() + name[1:]
    role = f", {speaker.role}" if speaker.role and not introduced else ""
    through = f", through {' and '.join(speaker.via)}" if speaker.via else ""
    yield Text(f"{name}{role}{through}, {QUOTED_IN} ")


def is_author(speaker: Speaker, metadata: Metadata) -> bool:
    """Whether the speaker is one of the article's authors."""
    return speaker.name.strip().casefold() in {str(author).casefold() for author in metadata.author}


def _gone_words(article: str, unreadable: Collection[str]) -> str:
    return f"[the article “{article}” {'cannot be read' if article in unreadable else 'is no longer in the workspace'}]"
