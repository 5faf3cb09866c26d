"""Citation styles: our own, found by name, and a person's, found by path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.errors import FormatError, InvalidError, StorageError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FOLDER = Path(__file__).parent / "styles"

SUFFIX = ".csl"
CSL = "{http://purl.org/net/xbiblio/csl}"
"""The namespace of its elements."""


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


def load(name: str, folder: Path | None = None) -> Style:
    """Find a style by its name or, for one of a person's own, by the path of its `.csl` file.

    Args:
        name: of a style that ships, or a path that ends with `.csl`.
        folder: where a relative path begins; the current folder where there is none.

    Raises:
        InvalidError: for a name that is not known, or a file that is not there.
        StorageError: for a file that cannot be read.
        FormatError: for a file that is no CSL note style, or one that depends on another.
    """
    if name in known_styles():
        file = FOLDER / f"{name}.csl"
        return Style(name, file, file.read_text(encoding="utf-8"))
    known = f"{', '.join(known_styles())}; or the path of a .csl file, from the workspace's folder"
    if not name.endswith(SUFFIX):
        raise InvalidError(f"there is no citation style '{name}'", where="style", hint=f"known: {known}")
    file = (folder or Path()).resolve() / name
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InvalidError(f"there is no citation style {file}", where="style", hint=f"known: {known}") from error
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8, or get the style again"
        raise FormatError("the citation style is not UTF-8", file=name, hint=hint) from error
    except OSError as error:
        hint = "mend its permissions, or choose another style"
        raise StorageError(f"the citation style cannot be read: {error.strerror}", where=name, hint=hint) from error
    _check(text, name)
    return Style(name, file, text)


def _check(text: str, file: str) -> None:
    """Refuse what pandoc could not use by itself."""
    root = _root(text, file)
    if root.tag.rpartition("}")[2] != "style":
        raise FormatError("this is no CSL style", file=file, line=1, hint="a .csl file begins with <style …>")
    parents = (link for link in root.iter(f"{CSL}link") if link.get("rel") == "independent-parent")
    for parent in parents:
        raise FormatError(
            "the citation style depends on another one, which would have to be fetched",
            file=file,
            line=_line(text, "independent-parent"),
            hint=f"use the independent style that it names as its parent: {parent.get('href', '')}",
        )
    if root.get("class") != "note":
        raise FormatError(
            "the citation style is made for citations in the text; a briefing has notes",
            file=file,
            line=_line(text, "class"),
            hint='use a style with class="note"',
        )
    if root.find(f"{CSL}citation/{CSL}layout") is None:
        hint = "an independent style has <citation><layout>…"
        raise FormatError("the citation style does not say how a note reads", file=file, hint=hint)


def _root(text: str, file: str) -> Element:
    from xml.etree import ElementTree as ET

    try:
        return ET.fromstring(text)  # noqa: S314 - expat follows no address and limits entities
    except ET.ParseError as error:
        line, column = error.position
        message = f"this is no CSL style: {str(error).partition(':')[0]} (column {column + 1})"
        raise FormatError(message, file=file, line=line, hint="correct it there, or get the style again") from None


def _line(text: str, words: str) -> int:
    return text[: max(0, text.find(words))].count("\n") + 1
