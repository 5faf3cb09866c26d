"""The rules, each declared once with its id and severity, and the one function that applies them all."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ...model import (
    Article,
    Brief,
    Checklist,
    Excerpt,
    Finding,
    LayoutFacts,
    Problem,
    Severity,
    Suppressed,
    Suppression,
    Verification,
)
from ...model.finding import gravest_first
from ...model.template import Template

HOUSE = "good form"
"""Where a rule comes from that no standard prescribes."""
ICD203 = "ICD 203, analytic standards"
ICD206 = "ICD 206, sourcing requirements"
STANAG = "STANAG 2511, reliability and credibility"
TRAFFIC_LIGHT = "TLP 2.0, traffic light protocol"
LAYOUT = "layout."
"""What the ids of the rules begin with that need a layout."""
SUPPRESSION = "suppression."
"""What the ids of the rules begin with that look at suppressions."""
_ENDLESS = re.compile(r"([^\s'’\"”»]{60})[^\s'’\"”»]{40,}")
"""What somebody wrote without a space: a message shows how it begins."""


@dataclass(frozen=True, slots=True)
class Age:
    """A length of time as calendars have it."""

    months: int = 0
    days: int = 0

    def before(self, day: date) -> date:
        """The day so long before another; the last one of a month that is too short."""
        year, month = divmod(day.year * 12 + day.month - 1 - self.months, 12)
        if year < 1:
            return date.min
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) - timedelta(days=self.days)

    def __str__(self) -> str:
        number, unit = (self.days, "day") if self.days else (self.months, "month")
        if unit == "month" and number % 12 == 0:
            number, unit = number // 12, "year"
        return f"{number} {unit}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a house makes of the rules."""

    weights: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule id, what a finding weighs here; `None` for a rule that is switched off."""
    stale_after: Age = Age(months=24)
    """How old a source may be on the brief's date."""
    long_quote: int = 150
    """How many words a quote may have."""


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
    style_words: Collection[str] = ()
    """What the style of a person's own prints beside what it is given."""
    templates: Collection[str] = ()
    """The forms that are installed."""
    template: Template | None = None
    """The form that the brief has chosen, where it can be used."""
    template_problem: Problem | None = None
    """Why it cannot be used."""
    own_form: bool = False
    """Whether it is one of the house, and none that ships."""
    own_fonts: Collection[str] = ()
    """The files of fonts that it brings along."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The fixed words of the briefing, by key: those of its form and of the program."""
    unworded: Collection[str] = ()
    """The keys that there are no words for in the brief's language."""
    languages: Collection[str] = ()
    """The languages whose fixed words the program has."""
    themes: Collection[str] = ()
    """The names of the themes, where the form prints them."""
    page_limit: int = 0
    """Pages that a briefing may have; 0 for any number."""
    profile: Profile = Profile()
    found: Collection[tuple[str, str]] = ()
    """Rule and place of everything found so far, for the rules that come after the others."""

    def article_of(self, excerpt: Excerpt) -> Article | None:
        """The article of an excerpt, or `None` where it is gone."""
        return self.articles.get(excerpt.article)

    def label(self, key: str) -> str:
        """What the briefing calls a part of its form."""
        return self.words.get(key, key)


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
    source: str = HOUSE
    """Who asks for it: the contract on quotations, a published standard, or good form."""
    binding: bool = False
    """Whether a house can neither weigh it otherwise nor anyone suppress what it finds."""
    last: bool = False
    """Whether it looks at what the other rules found."""
    why: str = ""
    """What it is good for, in a sentence or two; may be empty."""

    @property
    def group(self) -> str:
        """What its id begins with: the part of a brief that it looks at."""
        return self.id.partition(".")[0]


RULES: dict[str, Rule] = {}
"""All rules by id, in the order in which they are declared."""

_Find = Callable[[Subject], Iterator[Hit]]


def contract(number: int) -> str:
    """A rule of the contract on quotations, as a source."""
    return f"contract on quotations, rule {number}"


def rule(
    rule_id: str, severity: Severity, source: str = HOUSE, *, binding: bool = False, last: bool = False
) -> Callable[[_Find], _Find]:
    """Declare a rule; its docstring's first line is its title, what follows says why there is such a rule."""

    def declare(find: _Find) -> _Find:
        if rule_id in RULES:
            raise ValueError(f"two rules have the id {rule_id}")
        title, _, why = (find.__doc__ or "").partition("\n")
        RULES[rule_id] = Rule(rule_id, severity, title, find, source, binding, last, " ".join(why.split()))
        return find

    return declare


def weight(rule: Rule, profile: Profile) -> Severity | None:
    """What a finding of a rule weighs in a house; `None` where it is switched off."""
    return rule.severity if rule.binding else profile.weights.get(rule.id, rule.severity)


def in_force(suppression: Suppression) -> bool:
    """Whether a suppression is of effect: it has a reason, and its rule is one that can be suppressed."""
    rule = RULES.get(suppression.rule)
    return rule is not None and not rule.binding and bool(suppression.reason.strip())


def check(subject: Subject) -> tuple[Finding, ...]:
    """Apply all rules.

    Returns:
        the findings that stand, gravest first.
    """
    return checklist(subject).findings


def checklist(subject: Subject, before: Checklist | None = None) -> Checklist:
    """Apply all rules, and put aside what somebody suppressed with a reason.

    Args:
        subject: what is checked.
        before: what was found in the same brief before its pages were laid out, which is not looked for again.
    """
    found = [*_findings(subject, before)]
    subject = replace(subject, found=frozenset((f.rule, f.place) for f in found))
    found += (f for r in RULES.values() if r.last for f in _found(r, subject))
    by_place = {(s.rule, s.place): s for s in subject.brief.suppressed if in_force(s)}
    stand, suppressed = [], []
    for finding in gravest_first(found):
        suppression = by_place.get((finding.rule, finding.place))
        if suppression:
            suppressed.append(Suppressed(finding, suppression))
        else:
            stand.append(finding)
    return Checklist(tuple(stand), tuple(suppressed))


def _findings(subject: Subject, before: Checklist | None) -> Iterator[Finding]:
    """What all rules find but the last; of what was looked for before only that again which the pages decide."""
    known = _by_rule(before) if before else {}
    for r in RULES.values():
        if before and not r.id.startswith(LAYOUT):
            yield from () if r.last else known.get(r.id, ())
        elif not r.last:
            yield from _found(r, subject)


def _found(r: Rule, subject: Subject) -> Iterator[Finding]:
    severity = weight(r, subject.profile)
    if severity:
        for hit in r.find(subject):
            yield Finding(r.id, severity, hit.place, _ENDLESS.sub(r"\1…", hit.message), hit.hint)


def _by_rule(before: Checklist) -> Mapping[str, Sequence[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in (*before.findings, *(one.finding for one in before.suppressed)):
        found.setdefault(finding.rule, []).append(finding)
    return found
