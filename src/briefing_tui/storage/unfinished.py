"""Texts that are being typed about an article: a small file of the user's state, there while one is not done with."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ..support import atomic

FOLDER = "typing"


class Unfinished:
    """What is being typed about the articles of one workspace, by article and by what it belongs to."""

    def __init__(self, state: Path) -> None:
        self._folder = state / FOLDER

    def articles(self) -> tuple[str, ...]:
        """The articles about which something was being typed."""
        try:
            return tuple(sorted(path.stem for path in self._folder.iterdir() if path.suffix == ".json"))
        except OSError:
            return ()

    def texts(self, article_id: str) -> dict[str, str]:
        """What was being typed about an article, by the names of its fields; what cannot be read is nothing."""
        try:
            plain = json.loads(self._path(article_id).read_bytes())
        except (OSError, ValueError):
            return {}
        return {str(k): v for k, v in plain.items() if isinstance(v, str)} if isinstance(plain, dict) else {}

    def type(self, article_id: str, name: str, text: str | None) -> None:
        """Remember what is being typed into a field; `None` forgets it.

        Raises:
            InvalidError: for a text that no file can hold.
            StorageError: when it cannot be written.
        """
        texts = self.texts(article_id)
        if texts.get(name) == text:
            return
        kept = {k: v for k, v in texts.items() if k != name} | ({} if text is None else {name: text})
        path = self._path(article_id)
        if not kept:
            with suppress(OSError):
                path.unlink()
            return
        try:
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise atomic.storage_error(error, self._folder, "cannot be made") from error
        atomic.write_text(path, json.dumps(kept, ensure_ascii=False))

    def _path(self, article_id: str) -> Path:
        return self._folder / f"{article_id}.json"
