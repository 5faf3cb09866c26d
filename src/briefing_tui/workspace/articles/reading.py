"""What a person has read, marked, and where they stopped: kept in the user's state directory."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from ...errors import StorageError
from ...search import Stamp
from ...support import atomic
from ..memo import stamp


class ReadingState:
    """Positions, read and marked articles of one workspace, and the brief last open.

    Several windows may have one file: each change is made to what the file holds by then. Where it cannot be written,
    a position or the last brief is remembered for this time only; a mark, which a person set, says so.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values: dict[str, Any] = {}
        self._stamp: Stamp | None = None
        self._unsaved = False
        self._look()

    def position(self, article_id: str) -> int:
        """Where reading stopped: an offset into the text, 0 at first."""
        value = self._table("positions").get(article_id, 0)
        return value if isinstance(value, int) and value >= 0 else 0

    @property
    def positions(self) -> dict[str, int]:
        """Where reading stopped in each article that was opened, by its id."""
        return {article: self.position(article) for article in self._table("positions")}

    def set_position(self, article_id: str, offset: int) -> None:
        """Remember where reading stopped; opening an article makes it read."""
        self._look()
        self._table("positions").pop(article_id, None)  # what was read last stands last
        self._table("positions")[article_id] = offset
        self._table("read")[article_id] = True
        with suppress(StorageError):
            self._save()

    @property
    def read(self) -> frozenset[str]:
        """Ids of the articles that were opened or called read."""
        return frozenset(self._table("read"))

    @property
    def marked(self) -> frozenset[str]:
        """Ids of the marked articles."""
        return frozenset(self._table("marked"))

    def is_read(self, article_id: str) -> bool:
        """Whether the article was opened or called read."""
        return bool(self._table("read").get(article_id))

    def set_read(self, article_id: str, read: bool) -> None:
        """Call an article read or unread.

        Raises:
            StorageError: where that cannot be kept beyond this time.
        """
        self._set("read", article_id, read)

    def is_marked(self, article_id: str) -> bool:
        """Whether the article is marked."""
        return bool(self._table("marked").get(article_id))

    def set_marked(self, article_id: str, marked: bool) -> None:
        """Mark an article, or take the mark away.

        Raises:
            StorageError: where that cannot be kept beyond this time.
        """
        self._set("marked", article_id, marked)

    @property
    def last_brief(self) -> str:
        """The id of the brief that was open last, or an empty text."""
        value = self._values.get("last-brief", "")
        return value if isinstance(value, str) else ""

    @last_brief.setter
    def last_brief(self, brief_id: str) -> None:
        if brief_id != self.last_brief:
            self._look()
            self._values["last-brief"] = brief_id
            with suppress(StorageError):
                self._save()

    def _table(self, name: str) -> dict[str, Any]:
        table = self._values.setdefault(name, {})
        if not isinstance(table, dict):
            table = self._values[name] = {}
        return table

    def _set(self, table: str, article_id: str, value: bool) -> None:
        self._look()
        if value:
            self._table(table)[article_id] = True
        else:
            self._table(table).pop(article_id, None)
        self._save()

    def _look(self) -> None:
        """Take over what another window wrote, unless something of ours could not be written yet."""
        now = stamp(self._file)
        if self._unsaved or now is None or now == self._stamp:
            return
        try:
            loaded = json.loads(self._file.read_text(encoding="utf-8"))
        except OSError:
            return
        except ValueError:  # whatever it is, it is not ours to write over
            with suppress(OSError):
                self._file.replace(self._file.with_suffix(".damaged.json"))
            return
        self._stamp = now
        self._values = loaded if isinstance(loaded, dict) else {}

    def _save(self) -> None:
        self._unsaved = True
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise atomic.storage_error(error, self._file.parent, "cannot be made") from error
        atomic.write_text(self._file, json.dumps(self._values, ensure_ascii=False))
        self._unsaved = False
        self._stamp = stamp(self._file)
