"""What a person corrected in an article, step by step: `corpus/.originals/<id>/corrections.jsonl`.

Each line is a step (what it is called, when, and the patch between the article before and after) or says that the last
one was taken back, or made again. Nothing is ever taken out of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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


class CorrectionLog:
    """The corrections of one article."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / CORRECTIONS

    def steps(self) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
        """The steps that hold, and those taken back that can be made again, each in the order they were made in."""
        done: list[Correction] = []
        undone: list[Correction] = []
        for record in self._records():
            if "undo" in record and done:
                undone.insert(0, done.pop())
            elif "redo" in record and undone:
                done.append(undone.pop(0))
            elif isinstance(record.get("patch"), list):
                done.append(Correction(str(record.get("edit", "")), str(record.get("at", "")), record["patch"]))
                undone.clear()
        return tuple(done), tuple(undone)

    def add(self, label: str, before: Article, after: Article) -> None:
        """Note a step that is about to be made; one that changes nothing is none.

        Raises:
            StorageError: where that cannot be written; the step is not to be made then.
        """
        if changes := patch.diff(_plain(before), _plain(after)):
            at = datetime.now(UTC).isoformat(timespec="seconds")
            self._append({"edit": label, "at": at, "patch": changes})

    def take_back(self) -> None:
        """Note that the last step that holds is taken back."""
        self._append({"undo": True})

    def make_again(self) -> None:
        """Note that the first of those taken back is made again."""
        self._append({"redo": True})

    def _append(self, record: Plain) -> None:
        atomic.append_line(self._path, json.dumps(record, ensure_ascii=False, separators=(",", ":")))

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
