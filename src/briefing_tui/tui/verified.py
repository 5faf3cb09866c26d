"""What is known about the passages of the open brief: each is compared once, and again when asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..model import Brief, Excerpt, Verification


class Verified:
    """Comparisons that are still true.

    Args:
        verify: compares all passages of a brief with their sources. Slow.
    """

    def __init__(self, verify: Callable[[Brief], Mapping[str, Verification]]) -> None:
        self._verify = verify
        self._known: dict[str, tuple[Excerpt, Verification]] = {}

    def forget(self) -> None:
        """Compare everything again when next asked: the sources may have changed."""
        self._known = {}

    def known(self, brief: Brief) -> dict[str, Verification]:
        """What is known of a brief's passages, by id; some may be missing."""
        return {i: self._known[i][1] for i, excerpt in brief.excerpts.items() if self._is_known(i, excerpt)}

    def complete(self, brief: Brief) -> bool:
        """Whether all passages have been compared."""
        return all(self._is_known(i, excerpt) for i, excerpt in brief.excerpts.items())

    def compare(self, brief: Brief) -> dict[str, Verification]:
        """Compare the passages of which nothing is known, and tell of all. May be slow: run it in a thread."""
        unknown = {i: excerpt for i, excerpt in brief.excerpts.items() if not self._is_known(i, excerpt)}
        if unknown:
            found = self._verify(replace(brief, excerpts=unknown))
            self._known.update({i: (excerpt, found[i]) for i, excerpt in unknown.items() if i in found})
        return self.known(brief)

    def _is_known(self, excerpt_id: str, excerpt: Excerpt) -> bool:
        known = self._known.get(excerpt_id)
        return known is not None and known[0] is excerpt
