"""Rows of the library: themes with their counts, articles, and what the preview says about one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rich.cells import cell_len

from ....model import Article, ArticleThemes, Brief, Header, ThemeMatch, naming
from ....model.theme import tree
from ....search import Headers
from ....workspace import ThemeCount
from ...lines import Line, Piece, cut, fit, line, wrap

ALL = ""
"""The key of the row for all articles."""
WIDE, TINY, BARE = 92, 56, 34
"""Cells from which a row tells the day and the kind, and below which it leaves out the outlet, then all but a title."""
DIGEST = " · digest"
"""Behind the title of a digest, where no column says the kind: a full text may have the same."""
PREVIEW_PARAGRAPHS = 12
"""No preview shows more; the reader shows all."""
PREVIEW_LENGTH = 4_000
"""Nor more characters of one paragraph: it may have a million."""


@dataclass(frozen=True)
class ThemeRows:
    """All articles, then each theme."""

    counts: Sequence[ThemeCount]
    articles: int
    paragraphs: int
    chosen: Sequence[str] = ()
    """The ids of those that the articles are on; one alone is where the cursor is."""
    hint: str = ""
    """How to make a theme, said where there is none."""

    @cached_property
    def _rows(self) -> Sequence[tuple[ThemeCount, int]]:
        """The themes with how deep each stands below others."""
        by_id = {count.theme.id: count for count in self.counts}
        return [(by_id[theme.id], depth) for theme, depth in tree([count.theme for count in self.counts])]

    def __len__(self) -> int:
        return len(self.counts) + 1

    def key(self, index: int) -> str:
        """The theme's id."""
        return self._rows[index - 1][0].theme.id if index else ALL

    def line(self, index: int, width: int) -> Line:
        """The theme's name, then how many articles and paragraphs are on it."""
        if index:
            count, depth = self._rows[index - 1]
            articles, paragraphs = count.articles, count.paragraphs
            sign = "✓ " if len(self.chosen) > 1 and count.theme.id in self.chosen else ""
            name = "  " * depth + sign + (count.theme.pref_label or count.theme.id)
        else:
            name, articles, paragraphs = "All articles", self.articles, self.paragraphs
        numbers = f" {articles:>3} {paragraphs:>4}¶" if width >= BARE else ""
        role = "strong" if not index else ("plain" if articles else "dim")
        return line(Piece(fit(name, max(0, width - len(numbers))), role), Piece(numbers, "dim"))

    def opened(self, index: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - the protocol's
        """Where there is no theme, how to make one."""
        return () if self.counts or not self.hint else [line(Piece(part, "dim")) for part in wrap(self.hint, width)]


@dataclass(frozen=True)
class ArticleRows:
    """Articles with their counts on one theme and what the open brief has pinned from each."""

    headers: Sequence[Header]
    theme: str = ALL
    pins: Mapping[str, Sequence[str]] | None = None
    read: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    progress: Mapping[str, int] = field(default_factory=dict)
    """How far one came, in percent, where one may want to go on."""

    def __len__(self) -> int:
        return len(self.headers)

    def key(self, index: int) -> str:
        """The article's id."""
        return self.headers[index].id

    def index_of(self, key: str) -> int | None:
        """The row of an article, if it has one."""
        if isinstance(self.headers, Headers):
            return self.headers.index_of(key)
        return next((n for n, header in enumerate(self.headers) if header.id == key), None)

    def line(self, index: int, width: int) -> Line:
        """Signs, date, title, how far one came, outlet, kind, paragraphs, pins; the title is there at any width."""
        header = self.headers[index]
        unread = header.id not in self.read
        signs = Piece(f"{'●' if unread else ' '}{'*' if header.id in self.marked else ' '} ", "accent")
        role = "strong" if unread else "plain"
        if width < BARE:
            return line(signs, Piece(titled(header.stand_in, header, max(0, width - 3)), role))
        wide, tiny = width >= WIDE, width < TINY
        date = fit(dated(header), 12) if wide else fit(dated(header, to_month=True), 9)
        share = "" if tiny else self._share(header)
        outlet = "" if tiny else " " + fit_value(header, header.outlet_field, header.outlet, 18 if wide else 16)
        kind = f" {fit(kind_of(header), 9)}" if wide else ""
        number = self._count(header, " of " if wide else "/")
        count = f" {number}".rjust(self._count_cells(wide))  # never cut: that would be another number
        pins = self._pinned(header, 12 if wide else 6) if self.pins else ""
        room = width - 3 - sum(map(cell_len, (date, share, outlet, kind, count, pins)))
        return line(
            signs,
            Piece(date, "dim"),
            Piece(fit(header.stand_in, max(0, room)) if wide else titled(header.stand_in, header, max(0, room)), role),
            share,
            Piece(f"{outlet}{kind}", "dim"),
            count,
            Piece(pins, "accent"),
        )

    def _pinned(self, header: Header, width: int) -> str:
        """The ids of the passages pinned from an article; where not all fit, the first ones and a sign for more."""
        ids, more = list((self.pins or {}).get(header.id, ())), ""
        while len(ids) > 1 and cell_len(f" {' '.join(ids)}{more}") > width:
            ids.pop()
            more = "+"
        return fit(f" {' '.join(ids)}{more}", width)

    def _share(self, header: Header) -> str:
        if not self.progress:
            return ""
        share = self.progress.get(header.id)
        return "     " if share is None else f" {share:>2} %"

    def _count_cells(self, wide: bool) -> int:
        return 5 if self.theme == ALL else (10 if wide else 7)

    def _count(self, header: Header, of: str) -> str:
        if self.theme == ALL:
            return f"{header.paragraphs}¶"
        return f"{on_theme(header, self.theme)}{of}{header.paragraphs}¶"

    def opened(self, index: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - the protocol's
        """Nothing more."""
        return ()


def pins_of(brief: Brief | None) -> dict[str, list[str]]:
    """The excerpts of a brief by the article that they are from."""
    pins: dict[str, list[str]] = {}
    for excerpt in brief.excerpts.values() if brief else ():
        pins.setdefault(excerpt.article, []).append(excerpt.id)
    return pins


def on_theme(header: Header, theme: str) -> int:
    """How many paragraphs of an article are on a theme."""
    return dict(zip(header.themes, header.theme_paragraphs, strict=False)).get(theme, 0)


def dated(header: Header, *, to_month: bool = False) -> str:
    """The date as lists show it, whole or to the month; a question mark where it is only inferred."""
    return naming.shown(header, "issued", header.issued[:7] if to_month else header.issued) or naming.NO_DATE


def kind_of(header: Header) -> str:
    """The kind in a word; nothing where the outlet's name says it already."""
    if header.text == "digest":
        return "digest"
    word = header.genre.rpartition(" ")[2]
    return "" if word.casefold() in header.outlet.casefold() else naming.shown(header, "genre", word)


def titled(title: str, header: Header | None, width: int) -> str:
    """A title in exactly `width` cells; that of a digest has this word behind it, however little room there is."""
    if header is None or header.text != "digest":
        return fit(title, width)
    room = width - cell_len(DIGEST)
    return fit(cut(title, room) + DIGEST, width) if room >= len(DIGEST) else fit(title, width)


def fit_value(header: Header, field: str, value: str, width: int) -> str:
    """A value in exactly `width` cells; cut or not, it keeps the question mark of what is only inferred."""
    mark = naming.shown(header, field, value)[len(value) :]
    return fit(cut(value, width - len(mark)) + mark, width)


def preview(
    article: Article, themes: ArticleThemes, theme: str, labels: Mapping[str, str], width: int
) -> Iterator[Line]:
    """The paragraphs on the theme with the words that matched; without a theme, the first ones with theirs."""
    shown = 0
    for paragraph, matches in zip(article.segments.paragraphs, themes.paragraphs, strict=False):
        here = [match for match in matches if theme in {ALL, match.id}]
        if theme != ALL and not here:
            continue
        number = f"¶{paragraph.n}"
        said = [Piece(text, "dim") for text in _reasons(here, theme, labels, width - 6)]
        said += [Piece(text) for text in wrap(paragraph.span.slice(article.text)[:PREVIEW_LENGTH], width - 6)]
        yield from (line(Piece(fit("" if n else number, 6), "dim"), piece) for n, piece in enumerate(said))
        shown += 1
        if shown == PREVIEW_PARAGRAPHS:
            break


def _reasons(matches: Sequence[ThemeMatch], theme: str, labels: Mapping[str, str], width: int) -> list[str]:
    said = []
    for match in matches:
        words = ", ".join(match.matched) or "set by hand"
        said.append(f"matched: {words}" if theme != ALL else f"{labels.get(match.id, match.id)}: {words}")
    return wrap(" · ".join(said), width) if said else []


def headline(header: Header, width: int) -> Line:
    """Where an article comes from, in one line: authors, outlet, date, kind."""
    authors = naming.shown(header, "author", ", ".join(header.authors)) or naming.NO_AUTHOR
    outlet = naming.shown(header, header.outlet_field, header.outlet)
    digest = header.text == "digest"
    kind = "our digest, never quoted" if digest else naming.shown(header, "genre", header.genre)
    facts = [authors, outlet, dated(header), kind, naming.count(header.words, "word")]
    return line(Piece(cut(" · ".join(filter(None, facts)), width), "accent"))
