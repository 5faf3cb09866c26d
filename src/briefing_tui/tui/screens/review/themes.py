"""Choosing the themes of an article: those that hold, then those that it may be on, then the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ....model import Article, Matcher, Theme
from ....model.suggestions import suggest

Option = tuple[str, str, str]


def options(article: Article, matcher: Matcher) -> list[Option]:
    """Every theme with why it stands where it does: the rules' words, the words in common, or nothing."""
    by_id = {theme.id: theme for theme in matcher.themes}
    ranked = dict(_ranked(article, matcher))
    names = [*ranked, *(theme for theme in by_id if theme not in ranked)]
    return [(name, _label(by_id.get(name), name), ranked.get(name, "")) for name in names]


def chosen(article: Article, matcher: Matcher) -> tuple[str, ...]:
    """The themes that hold now."""
    return matcher.own(article).themes


def changes(article: Article, matcher: Matcher, ticked: Collection[str]) -> list[str]:
    """What has to be set so that the ticked themes hold and no other; the rules are left to say what they can."""
    by_rules = _by_rules(article, matcher)
    now = set(chosen(article, matcher))
    result = []
    for theme in (t.id for t in matcher.themes):
        if theme in ticked and theme not in now:
            result.append(f"={theme}" if theme in by_rules else f"+{theme}")
        elif theme in now and theme not in ticked:
            result.append(f"-{theme}" if theme in by_rules else f"={theme}")
    return result


def _by_rules(article: Article, matcher: Matcher) -> dict[str, tuple[list[int], list[str]]]:
    """The themes that the rules find, or a person set for a paragraph: the paragraphs, and the words."""
    found: dict[str, tuple[list[int], list[str]]] = {}
    without = article.with_metadata(themes=())
    for n, matches in enumerate(matcher.own(without).paragraphs, 1):
        for match in matches:
            paragraphs, words = found.setdefault(match.id, ([], []))
            paragraphs.append(n)
            words += [word for word in match.matched if word not in words]
    return found


def _ranked(article: Article, matcher: Matcher) -> Iterator[tuple[str, str]]:
    by_rules = _by_rules(article, matcher)
    for theme, (paragraphs, words) in sorted(by_rules.items(), key=lambda pair: -len(pair[1][0])):
        yield theme, f"{len(paragraphs)} ¶: {', '.join(words[:5]) or 'set by hand'}"
    for theme in article.metadata.themes:
        if not theme.startswith("-") and theme not in by_rules:
            yield theme, "yours"
    for one in suggest(f"{article.metadata.title}\n{article.text}", matcher.themes):
        if one.theme not in by_rules and one.theme not in article.metadata.themes:
            yield one.theme, f"perhaps: {', '.join(one.words)}"


def _label(theme: Theme | None, name: str) -> str:
    return (theme.pref_label if theme else "") or name
