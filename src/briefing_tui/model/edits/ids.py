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
    highest = brief.last_ids.get(letter, 0)
    ours = len(f"{letter}{highest}")
    for one in ids:  # at every key that changes a brief: most are shorter, or not higher, and cost no more than a look
        if ours <= len(one) <= LONGEST and one[0] == letter and one[1:].isdecimal():
            highest = max(highest, int(one[1:]))
    return highest
