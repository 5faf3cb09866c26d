"""Bringing the catalogue up to date with the files: only what changed is read, and only new bytes are parsed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath

from briefing_tui.errors import BriefingError, FormatError
from briefing_tui.model import Article, Matcher, Problem

from .catalogue import BATCH, Catalogue
from .rows import Entry, Stamp, rules_key
from .survey import survey

Load = Callable[[Path], Article]
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_LOOK_AGAIN: Stamp = (-1, -1)
_TICK = 20_000_000
"""Nanoseconds within which a file may be written twice with one time of writing (the kernel's clock has 4 to 10 ms)."""


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What changed since the last scan, by article id."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    rethemed: int = 0
    """Articles that changed rules were applied to, without reading them."""
    problems: tuple[Problem, ...] = ()
    """All files that cannot be loaded, new or not."""
    complete: bool = True
    """False where the scan was broken off; the next one goes on from there."""

    @property
    def anything(self) -> bool:
        """Whether lists have to be drawn again."""
        return bool(self.added or self.changed or self.removed or self.rethemed)


def scan(
    folder: Path,
    catalogue: Catalogue,
    load: Load,
    matcher: Matcher,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ScanResult:
    """Compare the corpus folder with the catalogue and take over what differs, a batch a transaction.

    Where nothing changed, no file is read and nothing is written. A file that cannot be loaded becomes a problem and
    hides no other. Another process may do the same at the same time.

    Args:
        load: reads one article file.
        matcher: the rules that give paragraphs their themes; where they changed, the stored texts are gone through.
        progress: called with how many of how many files are done.
        cancelled: asked before each file; what was done until then is kept.
    """
    for _ in range(3):  # again from the start where the database was lost on the way
        epoch = catalogue.epoch
        result = _Scan(folder, catalogue, load, matcher, progress, cancelled).run()
        if catalogue.epoch == epoch or not result.complete:
            break
    return result


class _Scan:
    """One pass over the folder."""

    def __init__(
        self,
        folder: Path,
        catalogue: Catalogue,
        load: Load,
        matcher: Matcher,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._load = load
        self._matcher = matcher
        self._rules = rules_key(matcher)
        self._progress = progress
        self._cancelled = cancelled or (lambda: False)
        self._before: set[str] = set()
        self._after: dict[str, bool] = {}

    def run(self) -> ScanResult:
        seen = survey(self._folder)
        stamps = self._catalogue.stamps()
        gone = [name for name in stamps if name not in seen.found and name not in seen.refused]
        suspects = [name for name, stamp in seen.found.items() if stamps.get(name) != stamp]
        known = self._catalogue.known([*gone, *suspects, *seen.refused]) if gone or suspects or seen.refused else {}
        self._before = {_id(name) for name, (_, problem) in known.items() if problem is None}
        entries = self._entries(seen, sorted(suspects), gone, known)
        return entries
