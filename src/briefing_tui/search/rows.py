"""What the catalogue keeps of an article: pure conversions between values of the model and columns."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass

from briefing_tui.model import (
    Article,
    ArticleThemes,
    Facet,
    Header,
    Metadata,
    Problem,
    Segments,
    State,
    ThemeMatch,
)
from briefing_tui.model import filters as filtering
from briefing_tui.model.naming import title

from .folding import indexable
from .identities import Identity
from .stamps import Stamp

NO_THEMES = ArticleThemes((), ())
_SAME_DAY = 1 << 32


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as a scan found it: an article with its themes, or a problem."""

    file: str
    """Path below the corpus folder, with `/`."""
    stamp: Stamp
    sha: str
    """Of the file's bytes; empty where they could not be read."""
    article: Article | None = None
    themes: ArticleThemes = NO_THEMES
    rules: str = ""
    """What `rules_key` says of the rules that gave `themes`."""
    problem: Problem | None = None


def header(article: Article, themes: ArticleThemes) -> Header:
    """The row that lists show for an article."""
    metadata = article.metadata
    return Header(
        id=article.id,
        title=metadata.title,
        stand_in=title(article),
        authors=tuple(str(name) for name in metadata.author),
        container_title=metadata.container_title,
        issued=str(metadata.issued or ""),
        genre=metadata.genre,
        language=metadata.language,
        text=metadata.text.value,
        words=article.words,
        paragraphs=len(article.segments.paragraphs),
        themes=themes.themes,
        theme_paragraphs=themes.counts(),
        speakers=tuple(speaker.name for speaker in metadata.speakers),
        states=tuple((name, state.value) for name, state in metadata.states.items() if state is not State.STATED),
        publisher=metadata.publisher,
    )


def pack_header(header: Header) -> str:
    """A header as a JSON array, in the order of its fields."""
    return _compact([getattr(header, name) for name in Header.__slots__])


def retheme_header(packed: str, themes: ArticleThemes) -> str:
    """The same header with other themes."""
    values = dict(zip(Header.__slots__, json.loads(packed), strict=True))
    return _compact(list((values | {"themes": themes.themes, "theme_paragraphs": themes.counts()}).values()))


def listing(header: Header, metadata: Metadata) -> str:
    """The JSON object of the command `list`."""
    authors = [
        {"literal": name.literal} if name.literal else {"family": name.family, "given": name.given}
        for name in metadata.author
    ]
    return _compact(
        {
            "id": header.id,
            "title": header.title or None,
            "author": authors,
            "container-title": header.container_title or None,
            "issued": header.issued or None,
            "genre": header.genre or None,
            "text": header.text,
            "words": header.words,
            "paragraphs": header.paragraphs,
            "themes": header.themes,
        }
    )


def retheme_listing(listing: str, themes: ArticleThemes) -> str:
    """The same JSON object with other themes."""
    return _compact(json.loads(listing) | {"themes": themes.themes})


FACETS = (Facet.OUTLET, Facet.AUTHOR, Facet.SPEAKER, Facet.YEAR, Facet.GENRE, Facet.LANGUAGE, Facet.TEXT)
"""What articles are counted by, besides their themes; what a person did with them is in no catalogue."""


def facets(header: Header) -> list[tuple[str, str]]:
    """The values of an article, each with its facet."""
    return [(facet.value, value) for facet in FACETS for value in dict.fromkeys(filtering.values(header, facet))]


def searched(header: Header) -> str:
    """What the letters of a filter are looked for in."""
    return indexable(filtering.searched(header))


def sort_keys(header: Header) -> tuple[str, str]:
    """What orders by title and by outlet: those without come last, case does not count."""
    by_title = f"{0 if header.title else 1}{header.stand_in.casefold()}"
    by_outlet = f"{0 if header.outlet else 1}{header.outlet.casefold()}"
    return indexable(by_title), indexable(by_outlet)


def numbers(article: Article) -> range:
    """The row numbers for articles of one day: numbers in order of date let the index find the newest first."""
    date = article.metadata.issued
    day = date.year * 10_000 + date.month * 100 + date.day if date else 0
    return range(day * _SAME_DAY, (day + 1) * _SAME_DAY)


def numbers_of_years(first: int, last: int) -> tuple[int, int]:
    """The least and the greatest row number that an article of some years can have."""
    return first * 10_000 * _SAME_DAY, (last + 1) * 10_000 * _SAME_DAY - 1


def year(number: int) -> int:
    """The year of an article with this row number; 0 where it has no date."""
    return number // (10_000 * _SAME_DAY)


def pack_blocks(segments: Segments) -> bytes:
    """Start, end and ¶ of every block in order; a heading has the ¶ after it, at the end of a text the last one."""
    last = max(1, len(segments.paragraphs))
    blocks = [(p.span.start, p.span.end, p.n) for p in segments.paragraphs]
    blocks += [(h.span.start, h.span.end, min(h.before, last)) for h in segments.headings if len(h.span)]
    return array("Q", [value for block in sorted(blocks) for value in block]).tobytes()


def unpack_blocks(packed: bytes) -> tuple[array[int], array[int], array[int]]:
    """Starts, ends and ¶ numbers."""
    flat = array("Q", packed)
    return flat[0::3], flat[1::3], flat[2::3]


def pack_by_hand(metadata: Metadata) -> str:
    """A person's additions and removals of themes."""
    return _compact([metadata.themes, list(metadata.paragraph_themes.items())])


def unpack_by_hand(packed: str) -> tuple[tuple[str, ...], dict[int, tuple[str, ...]]]:
    """For the article, and by ¶."""
    article, paragraphs = json.loads(packed)
    return tuple(article), {n: tuple(themes) for n, themes in paragraphs}


def pack_speakers(metadata: Metadata) -> str:
    """Who is quoted in an article, each with the paragraphs."""
    return _compact([[speaker.name, speaker.paragraphs] for speaker in metadata.speakers])


def unpack_speakers(packed: str) -> list[tuple[str, list[int]]]:
    """The inverse of `pack_speakers`."""
    return [(name, paragraphs) for name, paragraphs in json.loads(packed)]


def pack_themes(themes: ArticleThemes) -> str:
    """The themes of an article and of its paragraphs, with the words that say so."""
    return _compact([themes.themes, [[(m.id, m.matched) for m in matches] for matches in themes.paragraphs]])


def unpack_themes(packed: str) -> ArticleThemes:
    """The inverse of `pack_themes`."""
    article, paragraphs = json.loads(packed)
    return ArticleThemes(
        tuple(article),
        tuple(tuple(ThemeMatch(name, tuple(words)) for name, words in matches) for matches in paragraphs),
    )


def unpack_matches(packed: str) -> list[list[tuple[str, list[str]]]]:
    """The themes of each paragraph, from what `pack_themes` made: each with its words."""
    _, paragraphs = json.loads(packed)
    return list(paragraphs)


def pack_identity(identity: Identity) -> str:
    """What an article is recognised by as a JSON array, in the order of its fields."""
    return _compact([getattr(identity, name) for name in Identity.__slots__])


def unpack_identity(packed: str) -> Identity:
    """The inverse of `pack_identity`."""
    return Identity(*json.loads(packed))


def pack_problem(problem: Problem) -> str:
    """A problem as a JSON array, in the order of its fields."""
    return _compact([problem.file, problem.line, problem.field, problem.message, problem.hint])


def _compact(value: object) -> str:
    """JSON in ASCII: no control or direction mark of an article reaches a terminal from it."""
    return json.dumps(value, separators=(",", ":"))
