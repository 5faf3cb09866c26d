"""Themes added, renamed, corrected and removed: the theme file is edited as a person would, and the lists follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Literal

from ...errors import NotFoundError, RefusedError
from ...model import Rules, Theme
from ...storage import renamed, reworded, with_theme, without_theme
from ...support import atomic
from ...support.text_files import MIB, decoded, read_bytes
from ..articles.corpus import Corpus
from ..places import FIRST_THEMES, Places
from .steps import ThemeStep, ThemeSteps

TRASH = ".trash"
"""The folder of `corpus/` that keeps the file as it was before words were corrected or a theme was removed."""
LIMIT = 4 * MIB
"""Bytes of a theme file."""


class ThemeChanges:
    """Changes of the themes of one workspace; each can be undone until the program ends."""

    def __init__(self, corpus: Corpus, places: Places) -> None:
        self._corpus = corpus
        self._places = places
        self.steps = ThemeSteps()

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
        self._change(f"add the theme ‘{theme.pref_label}’", lambda text, file: with_theme(text, theme, file))
        return theme

    def rename(self, theme_id: str, label: str) -> None:
        """Give a theme another name; its id, by which articles and briefs know it, stays.

        Raises:
            NotFoundError, InvalidError, FormatError, RefusedError: where that cannot be; the file stays as it is.
        """
        said = f"call {self._named(theme_id)} ‘{label.strip()}’"
        self._change(said, lambda text, file: renamed(text, theme_id, label.strip(), file))

    def theme(self, theme_id: str) -> Theme:
        """A theme, as the lists know it.

        Raises:
            NotFoundError: where there is none.
        """
        themes = self._corpus.matcher.themes
        found = next((one for one in themes if one.id == theme_id), None)
        if found is None:
            known = ", ".join(one.id for one in themes) or "there are none yet"
            raise NotFoundError(f"no theme '{theme_id}'", hint=f"one of: {known}")
        return found

    def correct(self, theme_id: str, words: Mapping[str, str]) -> Path:
        """Give a theme other words.

        Args:
            theme_id: which one.
            words: with commas between, by the name of their list: `any` and `phrases` put a paragraph on it, within one
                of `not` a hit does not count. A list that is not named stays as it is.

        Returns:
            the file as it was.

        Raises:
            NotFoundError, FormatError, RefusedError: where that cannot be; the file stays as it is.
        """
        lists = {name: typed(said) for name, said in words.items()}
        said = f"change the words of {self._named(theme_id)}"
        return self._change(said, lambda text, file: reworded(text, theme_id, lists, file), keep=True)

    def remove(self, theme_id: str) -> Path:
        """Take a theme out of the file; what articles were put on it by hand stays with them.

        Returns:
            the file as it was.

        Raises:
            NotFoundError, FormatError, RefusedError: where that cannot be; the file stays as it is.
        """
        said = f"remove {self._named(theme_id)}"
        return self._change(said, lambda text, file: without_theme(text, theme_id, file), keep=True)

    def step(self, name: Literal["undo", "redo"]) -> str:
        """Undo or redo the next step; what the step is called.

        Raises:
            NotFoundError: where there is none.
            RefusedError: where the file was changed otherwise since; it stays as it is.
        """
        step = self.steps.next(name)
        if step is None:
            raise NotFoundError("nothing was changed among the themes", hint="there is nothing to go back to")
        now, then = (step.after, step.before) if name == "undo" else (step.before, step.after)
        path = self._places.themes
        with self._corpus.writing():
            if (read_bytes(path, limit=LIMIT) if path.exists() else b"") != now:
                hint = f"look at it as it is now; the step was: {step.label}"
                raise RefusedError("the theme file was changed outside", where=self._places.relative(path), hint=hint)
            atomic.write_bytes(path, then)
            self.steps.follow(name)
            self._corpus.scan()
        return step.label

    def _named(self, theme_id: str) -> str:
        label = next((one.pref_label for one in self._corpus.matcher.themes if one.id == theme_id), theme_id)
        return f"the theme ‘{label}’"

    def _change(self, label: str, change: Callable[[str, str], str], *, keep: bool = False) -> Path:
        """Edit the file and look at the articles anew; the file, or the copy that is kept of it as it was."""
        path = kept = self._places.themes
        with self._corpus.writing():
            file = self._places.relative(path)
            data = read_bytes(path, limit=LIMIT) if path.exists() else FIRST_THEMES.encode()
            changed = change(decoded(data, file=file), file)
            if keep:
                kept = _free(path.parent / TRASH / path.name)
                kept.parent.mkdir(exist_ok=True)
                atomic.write_bytes(kept, data)
            after = atomic.encoded(changed.replace("\n", "\r\n") if b"\r\n" in data else changed, where=file)
            atomic.write_bytes(path, after)
            self.steps.add(ThemeStep(label, data, after))
            self._corpus.scan()
        return kept


WORDS = {
    "any": "words that put a paragraph on it",
    "phrases": "phrases that do so",
    "not": "words within which a hit does not count",
}
"""The lists of a theme's words, by their names in the file."""


def shown(theme: Theme, name: str) -> str:
    """One of the lists of a theme's words, as it is typed."""
    return ", ".join({"any": theme.rules.any, "phrases": theme.rules.phrases, "not": theme.rules.not_}[name])


def typed(text: str) -> tuple[str, ...]:
    """Words as they are typed, with commas between."""
    return tuple(dict.fromkeys(filter(None, (" ".join(word.split()) for word in text.split(",")))))


def _free(path: Path) -> Path:
    numbered = (path if n == 1 else path.with_stem(f"{path.stem}-{n}") for n in count(1))
    return next(p for p in numbered if not p.exists())
