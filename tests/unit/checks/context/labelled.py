"""The labelled cuts of the context guard, and how well it finds what they leave out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.checks.context import context_warnings
from briefing_tui.model import Article, Metadata, Span

CASES = Path(__file__).parent / "cases"
EVERY = (
    "development",
    "held-out-1",
    "held-out-2",
    "held-out-3",
    "held-out-4",
    "held-out-5",
    "held-out-6",
    "held-out-7",
    "held-out-8",
    "phrases",
)
"""The parts; the rules were developed on the later ones after they had been measured once: docs/context.md has both."""


@dataclass(frozen=True, slots=True)
class Case:
    """A cut, and the kinds of what it leaves out."""

    article: Article
    span: Span
    expect: frozenset[str]

    @property
    def found(self) -> frozenset[str]:
        """The kinds that the guard names."""
        return frozenset(context_warnings(self.article, self.span).kinds)


@dataclass(frozen=True, slots=True)
class Figures:
    """How the kinds that are named compare with those that are expected."""

    precision: float
    recall: float
    false_alarms: int
    """Ordinary passages that are warned about."""
    ordinary: int


def case(marked: str, expect: Iterable[str] = (), language: str = "en") -> Case:
    """A case from a text in which ⟦ and ⟧ stand around what is kept."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return Case(Article("case", Metadata(language=language), text), Span(start, end), frozenset(expect))


def cases(part: str) -> Iterator[Case]:
    """The cases of one part."""
    plain = tomllib.loads((CASES / f"{part}.toml").read_text(encoding="utf-8"))
    language = plain["language"]
    return (case(each["text"], each["expect"], each.get("language", language)) for each in plain["cases"])


def figures(found: Iterable[Case]) -> Figures:
    """Precision and recall over the kinds of all cases, and the false alarms on those of which nothing is expected."""
    right = named = expected = alarms = ordinary = 0
    for each in found:
        kinds = each.found
        right += len(kinds & each.expect)
        named += len(kinds)
        expected += len(each.expect)
        ordinary += not each.expect
        alarms += bool(kinds) and not each.expect
    return Figures(right / named, right / expected, alarms, ordinary)
