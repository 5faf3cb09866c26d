"""The forms of document, with all that their pages are made with.

A form is a folder with `template.yaml` (what it asks for), `style.css` (how it looks; `rtl.css` mirrors it) and
`page.html` (where its parts stand). What a folder lacks comes from `templates/base`.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.errors import BriefingError, FormatError, NotFoundError
from briefing_tui.model.template import Part, Template
from briefing_tui.storage import parse_template
from briefing_tui.support.text_files import read_bytes

from ..languages.wording import DEFAULT, wording
from .folders import KINDS, LIMIT, MIRRORED, PAGE, SHARED, SHEET, STYLE, home_of, is_house, text_of
from .page import HousePageError, look_at, look_at_signs
from .picture import complaint
from .sheet import HouseSheetError, Named, let_through

_FACE = re.compile(r"""--(sans|serif):\s*["']?([^"',;]+)""")
PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""Where a part goes in a page."""
_IMPORT = f'@import "{SHARED}";'
_SOURCE = re.compile(r"""(<img\b[^>]*?\bsrc\s*=\s*)(["'])(?!data:)([^"']*)\2""", re.IGNORECASE)
PLACES = ("furniture", "cover", "body")
"""What a page must have a place for; a part may have a place of its own, all others are in `body`."""


@dataclass(frozen=True, slots=True)
class Form:
    """A template with all that its pages are made with."""

    template: Template
    css: str
    mirrored: str
    """What comes behind it for a document that runs from right to left."""
    page: str
    """HTML of the body, with `{{ name }}` where something goes."""
    fonts: tuple[str, ...] = ()
    """The files of the house's own whose letters its text may be set in."""

    @property
    def faces(self) -> tuple[str, ...]:
        """The families that its text is set in, as its style sheet says last."""
        return tuple(dict.fromkeys(dict(_FACE.findall(self.css)).values()))


@dataclass(frozen=True, slots=True)
class _Here:
    """A place in a file of a form."""

    home: Path
    name: str
    line: int


def load_template(name: str, folder: Path | None = None) -> Template:
    """What a form asks for; one of the house goes before one that ships.

    Raises:
        InvalidError: for a form that there is not.
        FormatError: for a file that cannot be understood; with line and field.
        StorageError: for one that cannot be read.
    """
    home = home_of(name, folder)
    if not os.path.lexists(home / SHEET):
        hint = f"copy that of another form, or take the folder {name} away"
        raise FormatError("the form has no such file, which says what it asks for", file=f"{name}/{SHEET}", hint=hint)
    reserved = frozenset(wording(DEFAULT).words).difference(Part)
    return parse_template(text_of(home, SHEET), template_id=name, file=f"{name}/{SHEET}", reserved=reserved)


def load_form(name: str, folder: Path | None = None) -> Form:
    """A form with its style sheet and page.

    Raises:
        InvalidError: for a form that there is not.
        FormatError: for a file that cannot be understood, or one that names what is not in its folder; with line.
        StorageError: for one that cannot be read.
    """
    template = load_template(name, folder)
    home = home_of(name, folder)
    css = _style(home, STYLE) + _paper(template, left=31, right=15.4)
    mirrored = _style(home, MIRRORED) + _paper(template, left=15.4, right=31)
    return Form(template, css, mirrored, _page(home, template), _fonts(home) if is_house(home) else ())


def words_of(template: Template, language: str) -> Mapping[str, str]:
    """The fixed words that a briefing of this form is printed with, by key; the form's own go before."""
    return wording(language).with_words(template.words_of(language)).words


def _style(home: Path, name: str) -> str:
    """A style sheet with all that it names in it."""
    if not is_house(home):
        return text_of(home, name).replace(_IMPORT, text_of(home, SHARED) if name != SHARED else "")
    return "".join(piece if isinstance(piece, str) else _named(home, name, piece) for piece in _pieces(home, name))


def _pieces(home: Path, name: str) -> tuple[str | Named, ...]:
    try:
        return let_through(text_of(home, name))
    except HouseSheetError as error:
        ours = name in (SHARED, MIRRORED)
        hint = (
            error.hint + f"; of a copy from an earlier version take {name} out: the form has the program's then" * ours
        )
        raise FormatError(str(error), file=f"{home.name}/{name}", line=error.line, hint=hint) from None


def _named(home: Path, sheet: str, named: Named) -> str:
    """What stands in a sheet for a file that it names."""
    here = _Here(home, sheet, named.line)
    if not named.sheet:
        return f'url("{_data(here, named.name)}")'
    if named.name != SHARED or sheet == SHARED:
        raise _wrong(here, f"'{named.name}' cannot be imported", "only base.css can, and not from itself")
    return _style(home, SHARED)


def _fonts(home: Path) -> tuple[str, ...]:
    names = (
        piece.name for sheet in (STYLE, SHARED, MIRRORED) for piece in _pieces(home, sheet) if isinstance(piece, Named)
    )
    return tuple(sorted({name for name in names if KINDS.get(Path(name).suffix.lower(), "").startswith("font/")}))


def _page(home: Path, template: Template) -> str:
    text = text_of(home, PAGE)
    known = {*PLACES, *template.parts}
    places = [match[1] for match in PLACE.finditer(text)]
    with _in_page(home):
        look_at_signs(text, PLACE)

    def here(match: re.Match[str]) -> _Here:
        return _Here(home, PAGE, text.count("\n", 0, match.start()) + 1)

    for match in PLACE.finditer(text):
        if match[1] not in known:
            raise _wrong(here(match), f"there is no part '{match[1]}'", "one of: " + ", ".join(sorted(known)))
        if places.count(match[1]) > 1:
            raise _wrong(here(match), f"'{match[1]}' has two places", "take one of them out")
    for needed in PLACES:
        if needed not in places:
            hint = f"write {{{{ {needed} }}}} where it goes"
            raise FormatError(f"the page has no place for '{needed}'", file=f"{home.name}/{PAGE}", hint=hint)
    page = _SOURCE.sub(lambda m: f'{m[1]}"{_data(here(m), m[3])}"', text)
    with _in_page(home):
        look_at(page)
    return page


@contextmanager
def _in_page(home: Path) -> Iterator[None]:
    """Says of what a page cannot have in which file it stands."""
    try:
        yield
    except HousePageError as error:
        raise FormatError(str(error), file=f"{home.name}/{PAGE}", line=error.line, hint=error.hint) from None


def filled(form: Form, parts: dict[str, str]) -> str:
    """The page with everything in its place.

    Args:
        form: whose page.
        parts: HTML by name; each name of `PLACES` but `body`, and each part of the template.
    """
    own = {match[1] for match in PLACE.finditer(form.page)}
    body = "\n".join(text for name, text in parts.items() if text and name not in own and name not in PLACES)
    given = {**parts, "body": body}
    return PLACE.sub(lambda match: given.get(match[1], ""), form.page.strip())


def _data(here: _Here, named: str) -> str:
    """A file of the folder as an address that holds it; nothing else can be named."""
    root = here.home.resolve()
    file = (root / named).resolve()
    if "://" in named or not file.is_relative_to(root) or any(p.startswith(".") for p in file.relative_to(root).parts):
        hint = "copy the file into the template's folder, name it from there, and without a dot at its beginning"
        raise _wrong(here, f"'{named}' is not in the template's folder", hint)
    kind = KINDS.get(file.suffix.lower())
    if kind is None:
        hint = "a picture or a font: " + ", ".join(KINDS)
        raise _wrong(here, f"'{named}' cannot be used here", hint)
    try:
        content = read_bytes(file, limit=LIMIT)
    except NotFoundError as error:
        hint = "put it there, or take its name out"
        message = f"there is no file '{named}' in the template's folder"
        raise _wrong(here, message, hint) from error
    except BriefingError as error:
        raise _wrong(here, f"'{named}': {error.message}", error.hint) from error
    if kind.startswith("image/") and (found := complaint(content, file.suffix.lower())):
        raise _wrong(here, f"the picture '{named}' cannot be used: {found[0]}", found[1])
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _wrong(here: _Here, message: str, hint: str) -> FormatError:
    return FormatError(message, file=f"{here.home.name}/{here.name}", line=here.line, hint=hint)


def _paper(template: Template, *, left: float, right: float) -> str:
    """What a style sheet needs for the paper: the measure is that of A4; the margins, in mm, take what is over."""
    letter = f"\n@page {{ size: Letter; margin-left: {left}mm; margin-right: {right}mm }}\n"
    return "" if template.paper == "A4" else letter
