"""Themes: subjects of the workspace, with explained rules that match single paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Article

LONG_PARAGRAPH = 120
"""Words. A paragraph that is longer needs two hits: measured on 139 paragraphs and 12 themes, F1 .88."""

WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Rules:
    """When a paragraph is on a theme: words and phrases that are looked for, case and accents folded.

    Each word may end in `*`, which stands for any ending.
    """

    any: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    """A hit inside one of these does not count."""
    min_hits: int = 1


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject, with SKOS-named fields."""

    id: str
    pref_label: str
    alt_label: tuple[str, ...] = ()
    scope_note: str = ""
    broader: str = ""
    related: tuple[str, ...] = ()
    rules: Rules = Rules()
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """A theme that a paragraph is on, and the words that say so (empty where a person set it)."""

    id: str
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Matcher:
    """The rules of all themes, ready to be applied to many paragraphs."""

    themes: tuple[Theme, ...]

    @cached_property
    def _patterns(self) -> dict[str, tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str] | None]]:
        return {t.id: p for t in self.themes if (p := _compile(t.rules)) is not None}

    def match(self, paragraph: str) -> tuple[ThemeMatch, ...]:
        """The themes whose rules a paragraph fulfils, in the order of the theme file."""
        folded = fold(paragraph)
        long = len(WORD.findall(folded)) > LONG_PARAGRAPH
        found = []
        for theme in self.themes:
            if theme.id not in self._patterns:
                continue
            starts, pattern, veto = self._patterns[theme.id]
            if not any(start in folded for start in starts):
                continue  # most paragraphs are on few themes, and this is ten times quicker than the pattern
            places = list(pattern.finditer(folded))
            masked = [m.span() for m in veto.finditer(folded)] if veto and places else []
            hits = [m.group() for m in places if not any(a <= m.start() and m.end() <= b for a, b in masked)]
            if len(hits) >= max(theme.rules.min_hits, 2 if long else 1):
                found.append(ThemeMatch(theme.id, tuple(dict.fromkeys(hits))))
        return tuple(found)

    @cached_property
    def above(self) -> dict[str, tuple[str, ...]]:
        """The themes above each one that has such, the nearest first; a circle ends where it closes."""
        parents = {theme.id: theme.broader for theme in self.themes if theme.broader}
        return {theme: tuple(_upwards(theme, parents)) for theme in parents}

    def own(self, article: Article) -> ArticleThemes:
        """The themes of an article and of each of its paragraphs, a person's word above the rules'."""
        texts = [p.span.slice(article.text) for p in article.segments.paragraphs]
        return combine(
            [self.match(text) for text in texts],
            article.metadata.themes,
            article.metadata.paragraph_themes,
            [t.id for t in self.themes],
        )

    def article(self, article: Article) -> ArticleThemes:
        """The same with the themes above these: what is on a theme is on the broader one, unless a person says no."""
        own = self.own(article)
        if not self.above:
            return own
        order = [t.id for t in self.themes]
        by_hand = article.metadata.paragraph_themes
        dropped = _dropped(article.metadata.themes)
        paragraphs = tuple(
            self._with_broader(found, dropped | _dropped(by_hand.get(n, ())), order)
            for n, found in enumerate(own.paragraphs, 1)
        )
        present = {*own.themes, *(m.id for p in paragraphs for m in p)}
        present |= {above for theme in own.themes for above in self.above.get(theme, ()) if above not in dropped}
        themes = [t for t in order if t in present] + sorted(present - set(order))
        return ArticleThemes(tuple(themes), paragraphs)

    def _with_broader(
        self, found: tuple[ThemeMatch, ...], dropped: frozenset[str], order: Sequence[str]
    ) -> tuple[ThemeMatch, ...]:
        """The matches of a paragraph, and those that they make of the themes above with the same words."""
        matched = {match.id: dict.fromkeys(match.matched) for match in found}
        for match in found:
            for above in self.above.get(match.id, ()):
                if above not in dropped:
                    matched.setdefault(above, {}).update(dict.fromkeys(match.matched))
        place = {theme: n for n, theme in enumerate(order)}
        ids = sorted(matched, key=lambda theme: place.get(theme, len(place)))
        return tuple(ThemeMatch(theme, tuple(matched[theme])) for theme in ids)


@dataclass(frozen=True, slots=True)
class ArticleThemes:
    """The themes of one article."""

    themes: tuple[str, ...]
    paragraphs: tuple[tuple[ThemeMatch, ...], ...]
    """By ¶ (index 0 is ¶ 1)."""

    def counts(self) -> tuple[int, ...]:
        """How many paragraphs are on each of `themes`, in that order."""
        return tuple(sum(any(m.id == t for m in p) for p in self.paragraphs) for t in self.themes)


def combine(
    matches: Sequence[tuple[ThemeMatch, ...]],
    article_set: Iterable[str],
    paragraph_set: Mapping[int, tuple[str, ...]],
    order: Sequence[str],
) -> ArticleThemes:
    """Put a person's additions and removals over what the rules found.

    An article is on a theme where one of its paragraphs is, or where a person says so. A removal for the article holds
    for its paragraphs too, unless one of them was added by hand.
    """
    removed = {t[1:] for t in article_set if t.startswith("-")}
    paragraphs = []
    for n, found in enumerate(matches, 1):
        by_hand = paragraph_set.get(n, ())
        added = [t for t in by_hand if not t.startswith("-")]
        dropped = removed | {t[1:] for t in by_hand if t.startswith("-")}
        kept = [m for m in found if m.id not in dropped or m.id in added]
        kept += [ThemeMatch(t, ()) for t in added if all(m.id != t for m in kept)]
        paragraphs.append(tuple(kept))
    present = {m.id for p in paragraphs for m in p} | {t for t in article_set if not t.startswith("-")}
    ordered = [t for t in order if t in present] + sorted(present - set(order))
    return ArticleThemes(tuple(ordered), tuple(paragraphs))


def tree(themes: Sequence[Theme]) -> list[tuple[Theme, int]]:
    """The themes with how deep each stands, those below one right after it; every theme is there once."""
    known = {theme.id for theme in themes}
    below: dict[str, list[Theme]] = {}
    for theme in themes:
        below.setdefault(theme.broader if theme.broader in known else "", []).append(theme)
    result: dict[str, tuple[Theme, int]] = {}
    for start in (*below.get("", ()), *themes):  # the latter for what only a circle leads to
        waiting = [(start, 0)]
        while waiting:
            theme, depth = waiting.pop()
            if theme.id not in result:
                result[theme.id] = (theme, depth)
                waiting += [(inner, depth + 1) for inner in reversed(below.get(theme.id, ()))]
    return list(result.values())


def _upwards(theme: str, parents: Mapping[str, str]) -> Iterator[str]:
    seen = {theme}
    above = parents[theme]
    while above and above not in seen:
        seen.add(above)
        yield above
        above = parents.get(above, "")


def _dropped(by_hand: Iterable[str]) -> frozenset[str]:
    return frozenset(theme[1:] for theme in by_hand if theme.startswith("-"))


def fold(text: str) -> str:
    """Case and accents folded, typographic apostrophes made plain: what theme rules compare."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.replace("’", "'"))
        text = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
    return text.casefold()


def _compile(rules: Rules) -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str] | None] | None:
    """The letters that a hit begins with, the pattern of hits and that of places where none counts."""
    positive = [*rules.phrases, *rules.any]
    starts = tuple({words[0].removesuffix("*") for p in positive if (words := fold(p).split())})
    if not starts:
        return None
    return starts, _alternatives(positive), (_alternatives(rules.not_) if rules.not_ else None)


def _alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    """Longest first, so that a phrase wins over a word that it begins with."""
    parts = []
    for phrase in sorted(filter(None, (fold(p).strip() for p in phrases)), key=len, reverse=True):
        words = [re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in phrase.split()]
        parts.append(r"[\s\-‐‑]+".join(words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
