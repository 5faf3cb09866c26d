"""Bringing the catalogue up to date with the files: only what changed is read, and only new bytes are parsed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.errors import BriefingError, FormatError
from briefing_tui.model import Problem

from .catalogue import BATCH, Catalogue
from .stamps import Stamp, rules_key
from .survey import SUFFIX, Survey

if TYPE_CHECKING:
    from briefing_tui.model import Article, Matcher

    from .rows import Entry

Load = Callable[[Path], "Article"]
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
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    only: Collection[str] | None = None,
) -> ScanResult:
    """Compare the corpus folder with the catalogue and take over what differs, a batch a transaction.

    Where nothing changed, no file is read and nothing is written. A file that cannot be loaded becomes a problem and
    hides no other. Another process may do the same at the same time.

    Args:
        folder: the corpus.
        catalogue: what is brought up to date.
        load: reads one article file.
        matcher: the rules that give paragraphs their themes; where they changed, the stored texts are gone through.
        progress: called with how many of how many files are done.
        cancelled: asked before each file; what was done until then is kept.
        only: names of files that somebody says have changed, where nothing else needs to be looked at.
    """
    result = ScanResult()
    for _ in range(3):  # again from the start where the database was lost on the way
        epoch = catalogue.epoch
        result = _joined(result, _Scan(folder, catalogue, load, matcher, only).run(progress, cancelled or _never))
        if catalogue.epoch == epoch or not result.complete:
            break
        only = None
    return result


def _joined(first: ScanResult, then: ScanResult) -> ScanResult:
    return replace(
        then,
        added=tuple(sorted({*first.added, *then.added})),
        changed=tuple(sorted({*first.changed, *then.changed} - {*then.added})),
        removed=tuple(sorted({*first.removed, *then.removed})),
        rethemed=first.rethemed + then.rethemed,
    )


class _Scan:
    """One pass over the folder."""

    def __init__(
        self, folder: Path, catalogue: Catalogue, load: Load, matcher: Matcher, only: Collection[str] | None = None
    ) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._load = load
        self._matcher = matcher
        self._rules = rules_key(matcher)
        self._found: Mapping[str, Stamp] = {}
        self._refused: Mapping[str, Problem] = {}
        self._survey: bytes | None = None
        self._files: int | None = None
        """How many there are, where all were looked at."""
        self._keep = False
        """Whether what the next start needs is not kept, or not any more."""
        # Files in several folders may have one name: which of them counts, only a look at all tells.
        alone = only is not None and not any("/" in name for name in only) and not catalogue.in_folders()
        self._names = self._look_at_some(only or ()) if alone else self._look_at_all()
        self._known = catalogue.known(self._names) if self._names else {}
        self._before: set[str] = set()
        self._same: set[str] = set()
        self._loaded: set[str] = set()

    def run(self, progress: Progress | None, cancelled: Cancelled) -> ScanResult:
        """Go through what differs, then through the themes."""
        total = len(self._names)
        complete = True
        for start in range(0, total, BATCH):
            names = list(takewhile(lambda _: not cancelled(), self._names[start : start + BATCH]))
            self._apply(names)
            complete = len(names) == min(BATCH, total - start)
            if not complete:
                break
            if progress:
                progress(start + len(names), total)
        rethemed = self._catalogue.retheme(self._matcher, progress, cancelled) if complete else 0
        if complete and self._loaded:
            self._catalogue.merge(cancelled, whole=len(self._loaded) > max(BATCH, len(self._found) // 10))
        if complete and self._files is not None and (self._keep or rethemed):
            self._catalogue.keep(self._survey, self._files)
        return ScanResult(
            added=tuple(sorted(self._loaded - self._before)),
            changed=tuple(sorted(self._loaded & self._before)),
            removed=tuple(sorted(self._before - self._loaded - self._same)),
            rethemed=rethemed,
            problems=self._catalogue.problems(),
            complete=complete and not cancelled(),
        )

    def _look_at_some(self, names: Collection[str]) -> list[str]:
        """Of some files those that differ from what the catalogue knows of them, and those that are gone."""
        return self._compare(Survey(self._folder, sorted(names)), self._catalogue.stamps(names))

    def _look_at_all(self) -> list[str]:
        """The same of all files; the least is done where a survey is that of last time."""
        survey = Survey(self._folder)
        self._survey, self._files = survey.packed, survey.count
        if self._survey is not None and self._catalogue.agrees(self._survey):
            return []
        self._keep = self._survey is not None
        return self._compare(survey, self._catalogue.stamps())

    def _compare(self, survey: Survey, stamps: Mapping[str, Stamp]) -> list[str]:
        self._found, self._refused = survey.found, survey.refused
        gone = [name for name in stamps if name not in self._found and name not in self._refused]
        changed = [name for name, stamp in self._found.items() if stamps.get(name) != stamp]
        # The last by name first: of one day, what comes last into the catalogue stands first where the newest do.
        return [*gone, *self._refused, *sorted(changed, reverse=True)]

    def _apply(self, names: list[str]) -> None:
        """One batch, one transaction."""
        from .rows import Entry  # where nothing changed nothing of articles is needed

        entries: list[Entry] = []
        removed: list[str] = []
        touched: dict[str, Stamp] = {}
        for name in names:
            sha, problem = self._known.get(name, ("", None))
            if name in self._known and problem is None:
                self._before.add(_id(name))
            if name in self._refused:
                if problem != self._refused[name]:
                    entries.append(Entry(name, _LOOK_AGAIN, "", problem=self._refused[name]))
            elif name not in self._found:
                removed.append(name)
            else:
                entry = self._read(name, sha)
                if entry.sha and entry.sha == sha:
                    touched[name] = entry.stamp
                    self._same.update(() if problem else (_id(name),))
                elif entry.problem is None or entry.problem != problem:
                    entries.append(entry)
                    self._loaded.update((_id(name),) if entry.article else ())
        if _LOOK_AGAIN in (*touched.values(), *(entry.stamp for entry in entries)):
            self._survey = None  # the next scan has to look closer
        if entries or removed or touched:
            self._keep = True
            self._catalogue.apply(entries, removed, touched)

    def _read(self, name: str, sha: str) -> Entry:
        """A file as it is now; without its content where the bytes have the hash `sha`."""
        from .rows import Entry

        path = self._folder / name
        shown = f"{self._folder.name}/{name}"
        stamp = self._found[name]
        if 0 <= time.time_ns() - stamp[0] < _TICK:
            stamp = _LOOK_AGAIN
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            message = f"The file cannot be read: {error.strerror or error}"
            return Entry(name, _LOOK_AGAIN, "", problem=Problem(shown, 0, "", message, "mend its permissions"))
        entry = Entry(name, stamp, found, rules=self._rules)
        if found == sha:
            return entry
        try:
            article = self._load(path)
            if article.id != _id(name):
                article = replace(article, id=_id(name))
            return replace(entry, article=article, themes=self._matcher.article(article))
        except FormatError as error:
            problem = Problem(shown, error.line, error.field, error.message, error.hint)
        except BriefingError as error:
            problem = Problem(shown, 0, "", error.message, error.hint)
        except (OSError, ValueError, RecursionError) as error:
            problem = Problem(
                shown, 0, "", f"The file cannot be understood: {error}", "compare it with another article"
            )
        return replace(entry, problem=problem)


def _id(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(SUFFIX)


def _never() -> bool:
    return False
