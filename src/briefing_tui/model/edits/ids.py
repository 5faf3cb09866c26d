"""Ids of a brief: given once, never used again."""

from __future__ import annotations

from dataclasses import replace

from ..brief import Brief

LONGEST = 16
"""Characters of an id that can be one of ours; a longer number is a name that a person chose."""


def new_id(brief: Brief, letter: str) -> tuple[Brief, str]:
    """The next id for `letter` (`e`, `i`, `s` or `j`), and a brief that remembers it was given."""
    n = last_id(brief, letter) + 1
    return replace(brief, last_ids={**brief.last_ids, letter: n}), f"{letter}{n}"


def last_id(brief: Brief, letter: str) -> int:
    """The highest number that `letter` has in the brief or ever had."""
    ids = {
        "e": brief.excerpts.keys(),
        "i": (i.id for _, i in brief.items()),
        "s": (s.id for s in brief.sections),
        "j": (j.id for j in brief.judgements),
    }[letter]
    numbers = (int(i[1:]) for i in ids if i[:1] == letter and i[1:].isdecimal() and len(i) <= LONGEST)
    return max(brief.last_ids.get(letter, 0), max(numbers, default=0))
