"""Which articles came with which import, so that the last one can be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ...support import atomic

LOG = "imports.json"
KEPT = 200
"""Imports that are remembered."""


class Log:
    """The imports of a workspace, the last one at the end."""

    def __init__(self, originals: Path) -> None:
        self._path = originals / LOG

    def entries(self) -> list[list[str]]:
        """Ids of the articles that each import made; none where the file cannot be read."""
        try:
            plain = json.loads(self._path.read_text(encoding="utf-8"))
            return [[str(article) for article in entry["articles"]] for entry in plain["imports"]]
        except (OSError, ValueError, KeyError, TypeError):
            return []

    def note(self, articles: Sequence[str]) -> None:
        """Add an import; one that made nothing is none."""
        if articles:
            self._write([*self._plain(), {"at": datetime.now(UTC).isoformat(timespec="seconds"), "articles": articles}])

    def drop_last(self) -> None:
        """Forget the last import."""
        self._write(self._plain()[:-1])

    def _plain(self) -> list[dict[str, object]]:
        try:
            found: list[dict[str, object]] = json.loads(self._path.read_text(encoding="utf-8"))["imports"]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        return found

    def _write(self, imports: Sequence[object]) -> None:
        text = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in imports[-KEPT:])
        atomic.write_text(self._path, f'{{"format": 1, "imports": [\n{text}\n]}}\n')
