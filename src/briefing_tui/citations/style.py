"""Citation styles: our own, found by name, and a person's, found by path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.errors import FormatError, InvalidError, NotFoundError
from briefing_tui.support.text_files import MIB, decoded, read_bytes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FOLDER = Path(__file__).parent / "styles"

SUFFIX = ".csl"
LIMIT = 4 * MIB
"""Bytes; the longest styles that people share have a twentieth of that."""
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
        StorageError: for a file that cannot be read, or is a device or a pipe.
        FormatError: for a file that is too large or no CSL note style, or one that depends on another.
    """
    if name in known_styles():
        file = FOLDER / f"{name}.csl"
        return Style(name, file, file.read_text(encoding="utf-8"))
    known = f"{', '.join(known_styles())}; or the path of a .csl file, from the workspace's folder"
    if not name.endswith(SUFFIX):
        raise InvalidError(f"there is no citation style '{name}'", where="style", hint=f"known: {known}")
    file = (folder or Path()).resolve() / name
    try:
        data = read_bytes(file, limit=LIMIT)
    except NotFoundError as error:
        raise InvalidError(f"there is no citation style {file}", where="style", hint=f"known: {known}") from error
    text = decoded(data, file=name, hint="save it as UTF-8, or get the style again")
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
    if root.find(f"{CSL}citation/{CSL}layout/*") is None:
        hint = "an independent style has <citation><layout>… with the parts of a note in it"
        raise FormatError("the citation style does not say how a note reads", file=file, hint=hint)
    _check_macros(root, text, file)


def _check_macros(root: Element, text: str, file: str) -> None:
    """Refuse a macro that is called and not there, and one that calls itself, which pandoc would never finish."""
    called = {m.get("name", ""): _calls(m) for m in root.iter(f"{CSL}macro")}
    for name in dict.fromkeys(_calls(root)):
        if name not in called:
            raise FormatError(
                f"the citation style calls the macro '{name}', which it does not have",
                file=file,
                line=_line(text, f'"{name}"'),
                hint="correct the name, or get the style again",
            )
    left = {name: set(names) for name, names in called.items()}
    while done := {name for name, names in left.items() if not names}:
        left = {name: names - done for name, names in left.items() if name not in done}
    if left:
        name = next(iter(left))
        raise FormatError(
            f"macros of the citation style call themselves: {', '.join(left)}",
            file=file,
            line=_line(text, f'"{name}"'),
            hint="take the call out, or get the style again",
        )


def _calls(part: Element) -> list[str]:
    """The names of the macros that are called within a part of a style."""
    return [name for e in part.iter() if e.tag in (f"{CSL}text", f"{CSL}key") and (name := e.get("macro"))]


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
