"""What the catalogue keeps of an article: pure conversions between values of the model and columns."""

from __future__ import annotations

import hashlib
import json
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from briefing_tui.model import (
    Article,
    ArticleThemes,
    Header,
    Matcher,
    Metadata,
    Problem,
    Segments,
    State,
    ThemeMatch,
)
from briefing_tui.model.naming import title

from .identities import Identity

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its size in bytes."""

NO_THEMES = ArticleThemes((), ())
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Set around matched words by SQLite: code points that no text can hold once `indexable` has seen it."""

_UNFIT = re.compile(f"[\0{OPEN}{CLOSE}\ud800-\udfff]")
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


class Headers(Sequence[Header]):
    """The headers of many articles, each made from its row when it is first looked at."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows
        self._made: list[Header | None] = [None] * len(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Header: ...
    @overload
    def __getitem__(self, index: slice) -> list[Header]: ...
    def __getitem__(self, index: int | slice) -> Header | list[Header]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        made = self._made[index]
        if made is None:
            made = self._made[index] = _header(json.loads(self._rows[index]))
        return made

    def __iter__(self) -> Iterator[Header]:
        return (self[i] for i in range(len(self)))


def indexable(text: str) -> str:
    """The text with what SQLite cannot keep or mark replaced, code point for code point, so that offsets hold."""
    return _UNFIT.sub("\ufffd", text)


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


def sort_keys(header: Header) -> tuple[str, str]:
    """What orders by title and by outlet: those without come last, case does not count."""
    by_title = f"{0 if header.title else 1}{header.stand_in.casefold()}"
    by_outlet = f"{0 if header.container_title else 1}{header.container_title.casefold()}"
    return indexable(by_title), indexable(by_outlet)


def numbers(article: Article) -> range:
    """The row numbers for articles of one day: numbers in order of date let the index find the newest first."""
    date = article.metadata.issued
    day = date.year * 10_000 + date.month * 100 + date.day if date else 0
    return range(day * _SAME_DAY, (day + 1) * _SAME_DAY)


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


def pack_identity(identity: Identity) -> str:
    """What an article is recognised by as a JSON array, in the order of its fields."""
    return _compact([getattr(identity, name) for name in Identity.__slots__])


def unpack_identity(packed: str) -> Identity:
    """The inverse of `pack_identity`."""
    return Identity(*json.loads(packed))


def pack_problem(problem: Problem) -> str:
    """A problem as a JSON array, in the order of its fields."""
    return _compact([problem.file, problem.line, problem.field, problem.message, problem.hint])


def unpack_problem(packed: str) -> Problem:
    """The inverse of `pack_problem`."""
    return Problem(*json.loads(packed))


def rules_key(matcher: Matcher) -> str:
    """A short text that differs where the rules or their order differ."""
    rules = repr([(theme.id, theme.rules) for theme in matcher.themes])
    return hashlib.sha256(rules.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _header(values: list[Any]) -> Header:
    values = [tuple(v) if isinstance(v, list) else v for v in values]
    values[-1] = tuple((name, state) for name, state in values[-1])
    return Header(*values)


def _compact(value: object) -> str:
    """JSON in ASCII: no control or direction mark of an article reaches a terminal from it."""
    return json.dumps(value, separators=(",", ":"))
