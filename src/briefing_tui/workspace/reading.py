"""What a person has read, marked, and where they stopped: kept in the user's state directory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..support import atomic


class ReadingState:
    """Positions, read and marked articles of one workspace, and the brief last open."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values: dict[str, Any] = {}
        try:
            loaded = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            loaded = None
        if isinstance(loaded, dict):
            self._values = loaded

    def position(self, article_id: str) -> int:
        """Where reading stopped: an offset into the text, 0 at first."""
        value = self._table("positions").get(article_id, 0)
        return value if isinstance(value, int) and value >= 0 else 0

    def set_position(self, article_id: str, offset: int) -> None:
        """Remember where reading stopped; opening an article makes it read."""
        self._table("positions")[article_id] = offset
        self._table("read")[article_id] = True
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
        """Call an article read or unread."""
        self._set("read", article_id, read)

    def is_marked(self, article_id: str) -> bool:
        """Whether the article is marked."""
        return bool(self._table("marked").get(article_id))

    def set_marked(self, article_id: str, marked: bool) -> None:
        """Mark an article, or take the mark away."""
        self._set("marked", article_id, marked)

    @property
    def last_brief(self) -> str:
        """The id of the brief that was open last, or an empty text."""
        value = self._values.get("last-brief", "")
        return value if isinstance(value, str) else ""

    @last_brief.setter
    def last_brief(self, brief_id: str) -> None:
        if brief_id != self.last_brief:
            self._values["last-brief"] = brief_id
            self._save()

    def _table(self, name: str) -> dict[str, Any]:
        table = self._values.setdefault(name, {})
        if not isinstance(table, dict):
            table = self._values[name] = {}
        return table

    def _set(self, table: str, article_id: str, value: bool) -> None:
        if value:
            self._table(table)[article_id] = True
        else:
            self._table(table).pop(article_id, None)
        self._save()

    def _save(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write_text(self._file, json.dumps(self._values, ensure_ascii=False))
