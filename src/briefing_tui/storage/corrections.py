"""What a person corrected in an article, step by step: `corpus/.originals/<id>/corrections.jsonl`.

Each line is a step (what it is called, when, and the patch between the article before and after) or says that the last
ones were taken back, or made again. It is written before the article is, and carries the hash of the article as it was:
where the article still is so, the last line never came to be. Nothing is ever taken out of the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..model import patch
from ..model.article import Article
from ..model.patch import Patch, PatchError, Plain
from ..support import atomic
from .article_files import canonical
from .fields import FieldError
from .metadata import metadata_from_plain, metadata_to_plain

CORRECTIONS = "corrections.jsonl"
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Correction:
    """One step: what people call it, when it was made, and what it changed."""

    label: str
    at: str
    """ISO 8601 in UTC."""
    patch: Patch

    def made(self, article: Article) -> Article | None:
        """The article with this step; `None` where the article is not as it was before."""
        return _patched(article, self.patch)

    def taken_back(self, article: Article) -> Article | None:
        """The article without this step; `None` where the article is not as the step left it."""
        return _patched(article, patch.invert(self.patch))


@dataclass(slots=True)
class _Steps:
    """What the lines of a log come to."""

    done: list[Correction] = field(default_factory=list)
    undone: list[Correction] = field(default_factory=list)

    def follow(self, record: Plain) -> None:
        """Take one line in."""
        if "undo" in record:
            for _ in range(min(_count(record["undo"]), len(self.done))):
                self.undone.insert(0, self.done.pop())
        elif "redo" in record:
            for _ in range(min(_count(record["redo"]), len(self.undone))):
                self.done.append(self.undone.pop(0))
        elif isinstance(record.get("patch"), list):
            self.done.append(Correction(str(record.get("edit", "")), str(record.get("at", "")), record["patch"]))
            self.undone.clear()


class CorrectionLog:
    """The corrections of one article; whoever writes is alone with the article meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / CORRECTIONS

    def steps(self, article: Article) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
        """The steps that hold, and those taken back that can be made again, each in the order they were made in.

        Args:
            article: as it is now.
        """
        standing = self._standing()
        steps = _followed(standing[:-1] if _never_came(standing, article) else standing)
        return tuple(steps.done), tuple(steps.undone)

    def add(self, label: str, before: Article, after: Article) -> None:
        """Note a step that is about to be made; one that changes nothing is none.

        Raises:
            StorageError: where that cannot be written; the step is not to be made then.
        """
        if changes := patch.diff(_plain(before), _plain(after)):
            at = datetime.now(UTC).isoformat(timespec="seconds")
            self._note({"edit": label, "at": at, "patch": changes}, before)

    def take_back(self, article: Article, steps: int = 1) -> None:
        """Note that the last steps that hold are about to be taken back from an article.

        Raises:
            StorageError: as for `add`.
        """
        self._note({"undo": steps}, article)

    def make_again(self, article: Article, steps: int = 1) -> None:
        """Note that the first of those taken back are about to be made again.

        Raises:
            StorageError: as for `add`.
        """
        self._note({"redo": steps}, article)

    def _note(self, record: Plain, before: Article) -> None:
        if _never_came(self._standing(), before):
            self._append({"void": True})
        self._append(record | {"before": _hash(before)})

    def _append(self, record: Plain) -> None:
        atomic.append_line(self._path, json.dumps(record, ensure_ascii=False, separators=(",", ":")))

    def _standing(self) -> list[Plain]:
        """The lines without those that never came to be, as far as later ones say so."""
        standing: list[Plain] = []
        for record in self._records():
            if "void" not in record:
                standing.append(record)
            elif standing:
                standing.pop()
        return standing

    def _records(self) -> Iterator[Plain]:
        """The lines; what cannot be read is passed over."""
        try:
            lines: Sequence[bytes] = self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise atomic.storage_error(error, self._path, "cannot be read") from error
        for line in filter(None, lines):
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if isinstance(record, dict):
                yield record


def _never_came(standing: Sequence[Plain], article: Article) -> bool:
    """Whether the article is as it was before the last line; where it was also changed outside, what fits tells."""
    if not standing:
        return False
    last = standing[-1]
    if last.get("before") == _hash(article):
        return True
    steps = _followed(standing)
    if "undo" in last and steps.undone:
        return steps.undone[0].made(article) is None and steps.undone[0].taken_back(article) is not None
    if "redo" in last and steps.done:
        return steps.done[-1].taken_back(article) is None and steps.done[-1].made(article) is not None
    return False


def _followed(records: Iterable[Plain]) -> _Steps:
    steps = _Steps()
    for record in records:
        steps.follow(record)
    return steps


def _count(value: Any) -> int:
    return int(value) if isinstance(value, int) else 1


def _hash(article: Article) -> str:
    """What tells an article from every other state of itself."""
    return sha256(json.dumps(_plain(article), sort_keys=True).encode()).hexdigest()


def _plain(article: Article) -> Plain:
    """An article as a plain document, its blocks one by one, so that a step over one of them is small."""
    plain: dict[str, Any] = metadata_to_plain(article.metadata)
    whole: Plain = json.loads(json.dumps(plain | {"text": canonical(article.text).split(_GAP)}, default=str))
    return whole


def _patched(article: Article, changes: Patch) -> Article | None:
    try:
        plain = patch.apply(changes, _plain(article))
        text = _GAP.join(plain.pop("text"))
        return Article(article.id, metadata_from_plain(plain), text)
    except (PatchError, FieldError, KeyError, TypeError, IndexError):
        return None
