"""The forms of document: those that ship, and those that a house keeps in its workspace.

A form is a folder with `template.yaml` (what it asks for), `style.css` (how it looks; `rtl.css` mirrors it) and
`page.html` (where its parts stand). What a folder lacks comes from `templates/base`.
"""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.errors import BriefingError, FormatError, InvalidError, NotFoundError
from briefing_tui.model.template import Part, Template
from briefing_tui.storage import parse_template
from briefing_tui.support.text_files import MIB, decoded, read_bytes

from ..languages.wording import DEFAULT, wording
from .page import HousePageError, look_at, look_at_signs
from .picture import complaint
from .sheet import HouseSheetError, Named, let_through

FOLDER = Path(__file__).parents[1] / "templates"
BASE = FOLDER / "base"
"""What all forms share; it is none itself."""
SHEET, STYLE, MIRRORED, PAGE = "template.yaml", "style.css", "rtl.css", "page.html"
SHARED = "base.css"
LIMIT = 8 * MIB
"""Bytes of a file that a form brings along."""
KINDS = {
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
    ".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf",
}  # fmt: skip
"""What a form may bring along, by the end of its name."""

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


def known_templates(folder: Path | None = None) -> tuple[str, ...]:
    """The forms that there are, by name.

    Args:
        folder: that of the house, in which each folder is a form that has any of its files, whether it can be used or
            not.
    """
    found = {path.parent.name for path in FOLDER.glob(f"*/{SHEET}")}
    found.update(path.name for path in (folder.glob("*") if folder else ()) if _is_form(path))
    return tuple(sorted(name for name in found if not name.startswith(".")))


def _is_form(folder: Path) -> bool:
    """Whether a folder is meant as a form, and not for fonts or pictures alone."""
    return any(os.path.lexists(folder / name) for name in (SHEET, STYLE, MIRRORED, PAGE))


def load_template(name: str, folder: Path | None = None) -> Template:
    """What a form asks for; one of the house goes before one that ships.

    Raises:
        InvalidError: for a form that there is not.
        FormatError: for a file that cannot be understood; with line and field.
        StorageError: for one that cannot be read.
    """
    home = _home(name, folder)
    if not os.path.lexists(home / SHEET):
        hint = f"copy that of another form, or take the folder {name} away"
        raise FormatError("the form has no such file, which says what it asks for", file=f"{name}/{SHEET}", hint=hint)
    reserved = frozenset(wording(DEFAULT).words).difference(Part)
    return parse_template(_text(home, SHEET), template_id=name, file=f"{name}/{SHEET}", reserved=reserved)


def load_form(name: str, folder: Path | None = None) -> Form:
    """A form with its style sheet and page.

    Raises:
        InvalidError: for a form that there is not.
        FormatError: for a file that cannot be understood, or one that names what is not in its folder; with line.
        StorageError: for one that cannot be read.
    """
    template = load_template(name, folder)
    home = _home(name, folder)
    css = _paper(template, _style(home, STYLE))
    return Form(template, css, _style(home, MIRRORED), _page(home, template), _fonts(home) if _is_house(home) else ())


def words_of(template: Template, language: str) -> Mapping[str, str]:
    """The fixed words that a briefing of this form is printed with, by key; the form's own go before."""
    return wording(language).with_words(template.words_of(language)).words


def template_files(name: str, folder: Path | None = None) -> dict[str, Path]:
    """The files that a form consists of, by the names that they have in its folder; those that all share among them.

    Raises:
        InvalidError: for a form that there is not.
        FormatError: for one with a link that leads out of its folder.
    """
    home = _home(name, folder)
    shared = {file.name: file for file in BASE.iterdir() if file.is_file()}
    found = sorted(file.relative_to(home) for file in home.rglob("*") if file.is_file())
    return shared | {file.as_posix(): _within(home, file.as_posix()) for file in found if _is_used(file)}


def form_sha256(name: str, folder: Path | None = None) -> str:
    """The hash of a form: of the lines that `sha256sum` prints for its files, in the order of their names."""
    files = template_files(name, folder)
    lines = (f"{hashlib.sha256(files[file].read_bytes()).hexdigest()}  {file}\n" for file in sorted(files))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def is_house_form(name: str, folder: Path | None = None) -> bool:
    """Whether a form is the house's own, under a name of its own or under that of one that ships."""
    return _is_house(_home(name, folder))


def _is_used(file: Path) -> bool:
    """Whether a form can do anything with a file of its folder; what editors and systems leave there is none of it."""
    if any(part.startswith(".") for part in file.parts):
        return False
    return str(file) in (SHEET, STYLE, MIRRORED, PAGE, SHARED) or file.suffix.lower() in KINDS


def _within(home: Path, name: str) -> Path:
    """A file of a form's folder, or the one that all share; no link leads out of the folder."""
    file = home / name
    if not os.path.lexists(file):
        return BASE / name
    if not file.resolve().is_relative_to(home.resolve()):
        hint = "copy the file itself into the folder"
        raise FormatError(f"'{name}' leads out of the template's folder", file=f"{home.name}/{name}", hint=hint)
    return file


def _home(name: str, folder: Path | None) -> Path:
    if name in known_templates(folder):
        own = folder / name if folder else None
        return own if own and _is_form(own) else FOLDER / name
    known = ", ".join(known_templates(folder))
    raise InvalidError(f"there is no template '{name}'", where="template", hint=f"known: {known}")


def _text(home: Path, name: str) -> str:
    return decoded(read_bytes(_within(home, name), limit=LIMIT), file=f"{home.name}/{name}", hint="save it as UTF-8")


def _style(home: Path, name: str) -> str:
    """A style sheet with all that it names in it."""
    if not _is_house(home):
        return _text(home, name).replace(_IMPORT, _text(home, SHARED) if name != SHARED else "")
    return "".join(piece if isinstance(piece, str) else _named(home, name, piece) for piece in _pieces(home, name))


def _pieces(home: Path, name: str) -> tuple[str | Named, ...]:
    try:
        return let_through(_text(home, name))
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


def _is_house(home: Path) -> bool:
    return home.parent != FOLDER


def _page(home: Path, template: Template) -> str:
    text = _text(home, PAGE)
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


def _paper(template: Template, css: str) -> str:
    """The style sheet for the paper: the measure stays, the margins take what is over."""
    letter = "\n@page { size: Letter; margin-left: 31mm; margin-right: 15.5mm }\n"
    return css if template.paper == "A4" else css + letter
