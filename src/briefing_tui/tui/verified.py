"""What is known about the passages of the open brief: each is compared once, and again when its source changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ..model import Brief, Excerpt, Verification

Stamp = tuple[int, int] | None
"""What changes when a file does: time of writing and size; `None` where there is no file."""


class Verified:
    """Comparisons that are still true.

    Args:
        verify: compares all passages of a brief with their sources. Slow.
        corpus: the folder of the articles.
    """

    def __init__(self, verify: Callable[[Brief], Mapping[str, Verification]], corpus: Path) -> None:
        self._verify = verify
        self._corpus = corpus
        self._known: dict[str, tuple[Excerpt, Verification]] = {}
        self._stamps: dict[str, Stamp] = {}
        self._files: dict[str, Path] = {}

    def forget(self) -> None:
        """Compare everything again when next asked: the sources may have changed."""
        self._known = {}

    def outdated(self) -> bool:
        """Forget the passages whose source was written anew since they were compared; whether there are any."""
        changed = {article for article, stamp in list(self._stamps.items()) if self._stamp(article) != stamp}
        for article in changed:
            del self._stamps[article]
        gone = [i for i, (excerpt, _) in list(self._known.items()) if excerpt.article in changed]
        for excerpt_id in gone:
            self._known.pop(excerpt_id, None)
        return bool(gone)

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
            # Before the sources are read: what is written meanwhile is seen as a change.
            stamps = {article: self._stamp(article) for article in {e.article for e in unknown.values()}}
            found = self._verify(replace(brief, excerpts=unknown))
            self._stamps.update(stamps)
            self._known.update({i: (excerpt, found[i]) for i, excerpt in unknown.items() if i in found})
        return self.known(brief)

    def _is_known(self, excerpt_id: str, excerpt: Excerpt) -> bool:
        known = self._known.get(excerpt_id)
        return known is not None and known[0] is excerpt

    def _stamp(self, article: str) -> Stamp:
        file = self._files.get(article) or self._corpus / f"{article}.md"
        with suppress(OSError):
            status = file.stat()
            return status.st_mtime_ns, status.st_size
        if article not in self._files:  # looked for in the folders below once; most articles are in none
            self._files[article] = next(self._corpus.rglob(f"{article}.md"), file)
        return None
