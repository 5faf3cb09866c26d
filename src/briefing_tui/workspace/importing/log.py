"""Which articles came with which import, so that the last one can be taken back.

Each article has its line, written before the article is: what a program made that was killed can be taken back too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ...support import atomic

LOG = ".imports.jsonl"
"""Hidden, as no article's id can be."""


@dataclass(frozen=True, slots=True)
class Import:
    """What one call made."""

    at: str
    """When it began, ISO 8601 in UTC."""
    articles: tuple[str, ...]
    """Ids; not all of them need to be there."""


class Log:
    """The imports of a workspace; an instance is one of them as soon as it adds an article."""

    def __init__(self, originals: Path) -> None:
        self._path = originals / LOG
        self._at = ""

    def entries(self) -> tuple[Import, ...]:
        """The imports that were not taken back, the last one at the end; what cannot be read is passed over."""
        imports: dict[str, list[str]] = {}
        for line in self._lines()[0]:
            if back := line.get("taken-back"):
                imports.pop(back, None)
            else:
                imports.setdefault(line["import"], []).append(line["article"])
        return tuple(Import(at, tuple(articles)) for at, articles in imports.items())

    def add(self, article: str) -> None:
        """Note an article that is about to be made.

        Raises:
            StorageError: where that cannot be written; the article is not to be made then.
        """
        if not self._at:
            self._set_aside_unreadable()
            self._at = datetime.now(UTC).isoformat()
        atomic.append_line(self._path, _rendered({"import": self._at, "article": article}))

    def take_back(self, at: str) -> None:
        """Note that an import was taken back."""
        self._set_aside_unreadable()
        atomic.append_line(self._path, _rendered({"taken-back": at}))

    def _lines(self) -> tuple[list[dict[str, str]], bool]:
        """What the log says, and whether that is all that is in it."""
        try:
            *lines, torn = self._path.read_bytes().split(b"\n")
        except OSError as error:
            return [], isinstance(error, FileNotFoundError)
        read = [plain for line in lines if (plain := _plain(line))]
        return read, len(read) == len(lines) and not torn

    def _set_aside_unreadable(self) -> None:
        """Keep a damaged log under another name, and go on with what can be read of it."""
        lines, whole = self._lines()
        if whole:
            return
        numbered = (self._path.with_name(f"{LOG}.unreadable-{n}") for n in count(1))
        try:
            self._path.rename(next(path for path in numbered if not path.exists()))
        except OSError as error:
            raise atomic.storage_error(error, self._path, "cannot be set aside") from error
        if lines:
            atomic.write_text(self._path, "".join(f"{_rendered(line)}\n" for line in lines))


def _plain(line: bytes) -> dict[str, str] | None:
    try:
        plain = json.loads(line)
    except ValueError:
        return None
    known = isinstance(plain, dict) and all(isinstance(value, str) for value in plain.values())
    return plain if known and plain.keys() in ({"import", "article"}, {"taken-back"}) else None


def _rendered(line: dict[str, str]) -> str:
    return json.dumps(line, ensure_ascii=False)
