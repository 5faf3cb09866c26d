"""The house profile: which rules a house switches off or weighs otherwise, and the limits that rules have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from ...model import Severity
from .registry import RULES, Age, Profile

OFF = "off"
WEIGHTS: dict[str, Severity | None] = {OFF: None, **{s.value: s for s in reversed(Severity)}}
"""What may stand behind a rule's id: `None` switches it off."""
STALE_AFTER, LONG_QUOTE = "stale-after", "long-quote"
"""The limits, by the names that they have in a profile."""
_AGE = re.compile(r"(\d{1,3})\s*(day|week|month|year)s?", re.ASCII)
_WORDS = re.compile(r"(\d{1,5})\s*words?", re.ASCII)
_LEAST = 0.5
"""How like an id a word must be to be taken for a misspelling of it."""


@dataclass(frozen=True, slots=True)
class ProfileProblem:
    """An entry of a profile that cannot be followed."""

    name: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """A profile, and what of it could not be followed: everything else holds."""

    profile: Profile
    problems: tuple[ProfileProblem, ...] = field(default=())


def read_profile(plain: Mapping[str, str]) -> ReadProfile:
    """The profile that a mapping holds: from the id of a rule to its weight, and the limits by their names."""
    weights: dict[str, Severity | None] = {}
    limits: dict[str, Any] = {}
    problems = []
    for name, value in plain.items():
        if name in _LIMITS:
            read, what, example = _LIMITS[name]
            if limit := read(value):
                limits[name.replace("-", "_")] = limit
            else:
                problems.append(ProfileProblem(name, f"'{value}' is no {what}", f"write it like: {example}"))
        elif problem := _problem(name, value):
            problems.append(problem)
        else:
            weights[name] = WEIGHTS[value]
    return ReadProfile(Profile(weights, **limits), tuple(problems))


def limits_of(profile: Profile) -> dict[str, str]:
    """The limits of a profile by their names, as they are written."""
    return {STALE_AFTER: str(profile.stale_after), LONG_QUOTE: f"{profile.long_quote} words"}


def _problem(name: str, value: str) -> ProfileProblem | None:
    rule = RULES.get(name)
    if rule is None:
        near = get_close_matches(name, [*RULES, *_LIMITS], n=1, cutoff=_LEAST)
        hint = f"did you mean {near[0]}? " if near else ""
        return ProfileProblem(name, f"there is no rule '{name}'", f"{hint}`briefing check --rules` lists them")
    if value not in WEIGHTS:
        return ProfileProblem(name, f"a rule cannot be '{value}'", "one of: " + ", ".join(WEIGHTS))
    if rule.binding and value != rule.severity:
        message = f"the weight of '{name}' is fixed ({rule.severity}): {rule.source}"
        return ProfileProblem(name, message, "leave the line out")
    return None


def _age(text: str) -> Age | None:
    match = _AGE.fullmatch(text.strip().lower())
    if match is None or int(match[1]) == 0:
        return None
    number = int(match[1])
    return {
        "day": Age(days=number), "week": Age(days=7 * number), "month": Age(months=number),
        "year": Age(months=12 * number),
    }[match[2]]  # fmt: skip


def _words(text: str) -> int:
    match = _WORDS.fullmatch(text.strip().lower())
    return int(match[1]) if match else 0


_LIMITS: dict[str, tuple[Callable[[str], Any], str, str]] = {
    STALE_AFTER: (_age, "length of time", "2 years"),
    LONG_QUOTE: (_words, "number of words", "150 words"),
}
"""How each limit is read, what it is, and an example."""
