"""The rules, each declared once with its id and severity, and the one function that applies them all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..model import Article, Brief, Excerpt, Finding, LayoutFacts, Problem, Severity, Verification
from ..model.finding import gravest_first


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked."""

    brief: Brief
    articles: Mapping[str, Article]
    """The articles that the brief refers to, by id; one that is gone is not there."""
    verifications: Mapping[str, Verification]
    """By excerpt id."""
    layout: LayoutFacts | None = None
    unreadable: Mapping[str, Problem] = field(default_factory=dict)
    """The articles that are there and cannot be read, by id, with what is wrong with their files."""
    style_problem: Problem | None = None
    """Why the brief's citation style cannot be used."""
    templates: Collection[str] = ()
    """The forms that are installed."""
    languages: Collection[str] = ()
    """The languages whose fixed words the program has."""
    page_limit: int = 0
    """Pages that a briefing may have; 0 for any number."""

    def article_of(self, excerpt: Excerpt) -> Article | None:
        """The article of an excerpt, or `None` where it is gone."""
        return self.articles.get(excerpt.article)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found, before it gets the rule's id and severity."""

    place: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, how much a finding weighs, and the function that finds."""

    id: str
    severity: Severity
    title: str
    find: Callable[[Subject], Iterable[Hit]]


RULES: dict[str, Rule] = {}
"""All rules by id, in the order in which they are declared."""


def rule(
    rule_id: str, severity: Severity
) -> Callable[[Callable[[Subject], Iterator[Hit]]], Callable[[Subject], Iterator[Hit]]]:
    """Declare a rule; its docstring's first line is its title."""

    def declare(find: Callable[[Subject], Iterator[Hit]]) -> Callable[[Subject], Iterator[Hit]]:
        if rule_id in RULES:
            raise ValueError(f"two rules have the id {rule_id}")
        RULES[rule_id] = Rule(rule_id, severity, (find.__doc__ or "").partition("\n")[0], find)
        return find

    return declare


def check(subject: Subject) -> tuple[Finding, ...]:
    """Apply all rules.

    Returns:
        the findings, gravest first.
    """
    return gravest_first(
        Finding(r.id, r.severity, hit.place, hit.message, hit.hint) for r in RULES.values() for hit in r.find(subject)
    )
