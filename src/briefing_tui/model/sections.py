"""Sections among each other: what stands below which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .brief import Section


def is_bare(sections: Sequence[Section], n: int) -> bool:
    """Whether nothing stands in the n-th section, nor in those below it.

    Args:
        sections: of a brief, in order.
        n: which, from 0.
    """
    below = takewhile(lambda section: section.level > sections[n].level, sections[n + 1 :])
    return not any(section.items for section in (sections[n], *below))
