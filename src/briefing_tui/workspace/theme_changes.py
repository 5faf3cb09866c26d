"""Adding and renaming themes: the theme file is edited as a person would, and the lists follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import Rules, Theme
from ..storage import renamed, with_theme
from ..support import atomic
from ..support.text_files import MIB, decoded, read_bytes
from .corpus import Corpus
from .places import FIRST_THEMES, Places

LIMIT = 4 * MIB
"""Bytes of a theme file."""


class ThemeChanges:
    """Changes of the themes of one workspace."""

    def __init__(self, corpus: Corpus, places: Places) -> None:
        self._corpus = corpus
        self._places = places

    def add(
        self, theme_id: str, label: str, *, scope_note: str = "", any_of: Sequence[str] = (), broader: str = ""
    ) -> Theme:
        """Add a theme at the end of the file.

        Args:
            theme_id: a short name that stays.
            label: what screens call it.
            scope_note: what belongs to it and what does not.
            any_of: words of which one puts a paragraph on it; `*` at the end of a word stands for any letters.
            broader: the theme that it is a part of.

        Raises:
            InvalidError: where it cannot be, such as for an id that is taken.
            FormatError, RefusedError: where the file cannot be edited; it stays as it is.
        """
        theme = Theme(
            theme_id.strip(), label.strip(), scope_note=scope_note.strip(), broader=broader.strip(),
            rules=Rules(any=tuple(filter(None, (word.strip() for word in any_of)))),
        )  # fmt: skip
        self._change(lambda text, file: with_theme(text, theme, file))
        return theme

    def rename(self, theme_id: str, label: str) -> None:
        """Give a theme another name; its id, by which articles and briefs know it, stays.

        Raises:
            NotFoundError, InvalidError, FormatError, RefusedError: where that cannot be; the file stays as it is.
        """
        self._change(lambda text, file: renamed(text, theme_id, label.strip(), file))

    def _change(self, change: Callable[[str, str], str]) -> None:
        path = self._places.themes
        with self._corpus.writing():
            file = self._places.relative(path)
            data = read_bytes(path, limit=LIMIT) if path.exists() else FIRST_THEMES.encode()
            changed = change(decoded(data, file=file), file)
            atomic.write_text(path, changed.replace("\n", "\r\n") if b"\r\n" in data else changed)
            self._corpus.scan()
