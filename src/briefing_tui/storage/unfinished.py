"""Texts that are being typed about an article: a small file of the user's state, there while one is not done with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import HeldError
from ..support import atomic

FOLDER = "typing"
SECONDS = 2.0
"""How long a keystroke waits for another window, which needs milliseconds."""


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
            HeldError: where another process does not finish.
            StorageError: when it cannot be written.
        """
        if self.texts(article_id).get(name) == text:
            return
        with self._writing():
            texts = {k: v for k, v in self.texts(article_id).items() if k != name}
            kept = texts if text is None else texts | {name: text}
            path = self._path(article_id)
            if kept:
                atomic.write_text(path, json.dumps(kept, ensure_ascii=False))
            else:
                with suppress(OSError):
                    path.unlink()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Be alone among all windows; the lock of the articles would not do: an import holds it for minutes."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._folder / ".lock", timeout=SECONDS)
        try:
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise HeldError(
                "another window is keeping what is typed", where=str(self._folder), hint="type on"
            ) from error
        except OSError as error:
            raise atomic.storage_error(error, self._folder, "cannot be written") from error
        try:
            yield
        finally:
            lock.release()

    def _path(self, article_id: str) -> Path:
        return self._folder / f"{article_id}.json"
