"""Citation styles: our own, found by name, and a person's, found by path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.errors import FormatError, InvalidError, StorageError

FOLDER = Path(__file__).parent / "styles"

_CLASS = re.compile(r"<style\b[^>]*\bclass\s*=\s*[\"'](note|in-text)[\"']")
_PARENT = re.compile(r"<link\b[^>]*\brel\s*=\s*[\"']independent-parent[\"']")


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style that pandoc can apply by itself."""

    name: str
    file: Path
    text: str

    @property
    def ours(self) -> bool:
        """Whether it ships with the program, and so knows our stand-ins for what is missing."""
        return self.file.parent == FOLDER


def known_styles() -> tuple[str, ...]:
    """The styles that ship, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.csl")))


def load(name: str) -> Style:
    """Find a style by its name or, for one of a person's own, by the path of its `.csl` file.

    Raises:
        InvalidError: for a name that is not known.
        StorageError: for a file that cannot be read.
        FormatError: for a file that is no CSL note style, or one that depends on another.
    """
    file = Path(name) if name.endswith(".csl") else FOLDER / f"{name}.csl"
    if not name.endswith(".csl") and name not in known_styles():
        raise InvalidError(
            f"there is no citation style '{name}'",
            where="style",
            hint=f"known: {', '.join(known_styles())}; or the path of a .csl file",
        )
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        hint = f"known: {', '.join(known_styles())}"
        raise InvalidError(f"there is no file {file}", where="style", hint=hint) from error
    except UnicodeDecodeError as error:
        raise FormatError("the citation style is not UTF-8", file=str(file)) from error
    except OSError as error:
        raise StorageError(f"the citation style cannot be read: {error.strerror}", where=str(file)) from error
    _check(text, file)
    return Style(name, file, text)


def _check(text: str, file: Path) -> None:
    if _PARENT.search(text):
        raise FormatError(
            "the citation style depends on another one, which would have to be fetched",
            file=str(file),
            hint="use the independent style that it names as its parent",
        )
    kind = _CLASS.search(text)
    if kind is None:
        raise FormatError("this is no CSL style", file=str(file), hint="a .csl file begins with <style …>")
    if kind[1] != "note":
        raise FormatError(
            "the citation style is made for citations in the text; a briefing has notes",
            file=str(file),
            hint='use a style with class="note"',
        )
