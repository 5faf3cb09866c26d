"""The folders of forms: those that ship, and those that a house keeps in its workspace."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from briefing_tui.errors import FormatError, InvalidError
from briefing_tui.support.text_files import MIB, decoded, read_bytes

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


def template_files(name: str, folder: Path | None = None) -> dict[str, Path]:
    """The files that a form consists of, by the names that they have in its folder; those that all share among them.

    Raises:
        InvalidError: for a form that there is not.
        FormatError: for one with a link that leads out of its folder.
    """
    home = home_of(name, folder)
    shared = {file.name: file for file in BASE.iterdir() if file.is_file()}
    found = sorted(file.relative_to(home) for file in home.rglob("*") if file.is_file())
    return shared | {file.as_posix(): within(home, file.as_posix()) for file in found if _is_used(file)}


def form_sha256(name: str, folder: Path | None = None) -> str:
    """The hash of a form: of the lines that `sha256sum` prints for its files, in the order of their names."""
    files = template_files(name, folder)
    lines = (f"{hashlib.sha256(files[file].read_bytes()).hexdigest()}  {file}\n" for file in sorted(files))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def is_house_form(name: str, folder: Path | None = None) -> bool:
    """Whether a form is the house's own, under a name of its own or under that of one that ships."""
    return is_house(home_of(name, folder))


def _is_used(file: Path) -> bool:
    """Whether a form can do anything with a file of its folder; what editors and systems leave there is none of it."""
    if any(part.startswith(".") for part in file.parts):
        return False
    return str(file) in (SHEET, STYLE, MIRRORED, PAGE, SHARED) or file.suffix.lower() in KINDS


def within(home: Path, name: str) -> Path:
    """A file of a form's folder, or the one that all share; no link leads out of the folder."""
    file = home / name
    if not os.path.lexists(file):
        return BASE / name
    if not file.resolve().is_relative_to(home.resolve()):
        hint = "copy the file itself into the folder"
        raise FormatError(f"'{name}' leads out of the template's folder", file=f"{home.name}/{name}", hint=hint)
    return file


def home_of(name: str, folder: Path | None) -> Path:
    """The folder of a form; that of the house goes before one that ships.

    Raises:
        InvalidError: for a form that there is not.
    """
    if name in known_templates(folder):
        own = folder / name if folder else None
        return own if own and _is_form(own) else FOLDER / name
    known = ", ".join(known_templates(folder))
    raise InvalidError(f"there is no template '{name}'", where="template", hint=f"known: {known}")


def text_of(home: Path, name: str) -> str:
    """A file of a form, or the one that all share.

    Raises:
        FormatError: for one that is no UTF-8, or too large, or outside of the folder.
        StorageError: for one that cannot be read.
    """
    return decoded(read_bytes(within(home, name), limit=LIMIT), file=f"{home.name}/{name}", hint="save it as UTF-8")


def is_house(home: Path) -> bool:
    """Whether a folder is one of the house's, and none that ships."""
    return home.parent != FOLDER
