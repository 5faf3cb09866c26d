"""Briefs as files: `briefs/<id>.yaml`, made for diffs and for editing by hand."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from ..errors import FormatError, NotFoundError
from ..model.brief import Brief
from ..model.formats import FORMAT
from ..support import atomic, yaml
from ..support.text_files import MIB, display_name
from .brief_plain import brief_to_plain
from .brief_read import read_brief
from .fields import FieldError
from .formats import format_of, newer, upgraded
from .journal import journal_path

LIMIT = 32 * MIB
"""Bytes of a brief; one with 1,000 excerpts has half a MiB."""
CONFLICT = ".conflict"
"""Ends the name of a brief that could not be saved because its file had changed."""
TRASH = ".trash"
"""The folder beside briefs that deleted ones go to."""


def parse_brief(text: str, *, file: str) -> Brief:
    """The brief that the text of a file holds; one of a newer format as far as it can be read.

    Raises:
        FormatError: with line, field and what to do.
    """
    return brief_of(load_brief(text, file=file), file=file, text=text)


def load_brief(text: str, *, file: str) -> dict[str, Any]:
    """The document in the text of a file, in the format that it has.

    Raises:
        FormatError: with line, field and what to do.
    """
    if not text.strip():
        hint = "bring it back from a copy or from version control"
        raise FormatError("the file is empty", file=file, hint=hint)
    return yaml.load(text, file=file, limit=LIMIT)


def brief_from_plain(plain: Mapping[str, Any], *, file: str) -> Brief:
    """The brief that a plain document holds.

    Raises:
        FormatError: with the field and what to do.
    """
    return brief_of(dict(plain), file=file)


def brief_of(plain: dict[str, Any], *, file: str, text: str = "") -> Brief:
    """The brief that a document holds; `text` is where it was loaded from, for the lines of errors.

    Raises:
        FormatError: with field, line and what to do.
    """
    number = FORMAT
    try:
        number = format_of(plain)
        return read_brief(upgraded(plain), Path(file).stem)
    except FieldError as error:
        if number > FORMAT:
            raise newer(number, file=file) from None
        raise error.located(file, text) from None


def render_brief(brief: Brief) -> str:
    """A brief as its file has it."""
    return yaml.dump(brief_to_plain(brief))


def brief_paths(folder: Path) -> list[Path]:
    """The briefs in a folder, by name; those that a conflict left, and hidden files, are none.

    Raises:
        StorageError: where the folder cannot be read.
    """
    try:
        return sorted(
            p
            for p in folder.iterdir()  # `glob` takes a folder that cannot be read for an empty one
            if p.suffix == ".yaml" and not p.name.startswith(".") and not p.stem.endswith(CONFLICT) and p.is_file()
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        raise atomic.storage_error(error, folder, "cannot be read") from error


def trash(path: Path, state_dir: Path | None = None) -> Path:
    """Move a brief to the trash folder beside it, under a free name.

    Args:
        path: its file.
        state_dir: where its journal is kept, which goes with it: a new brief of the same id begins with one of its own.

    Returns:
        where it lies now.

    Raises:
        NotFoundError: where there is no such brief.
        StorageError: when it cannot be moved.
    """
    folder = path.parent / TRASH
    try:
        folder.mkdir(exist_ok=True)
        target = free_name(folder / path.name)
        journal = journal_path(path, state_dir) if state_dir else None
        if path.is_symlink():  # from the trash folder, a link that names its file from here would lead nowhere
            target.symlink_to(path.resolve())
            path.unlink()
        else:
            path.rename(target)
        atomic.sync_folder(path.parent)
        if journal and state_dir:
            with suppress(OSError):  # steps that stay behind harm nothing
                journal.rename(journal_path(target, state_dir))
    except FileNotFoundError as error:
        raise NotFoundError(f"no brief '{path.stem}'", where=display_name(path)) from error
    except OSError as error:
        raise atomic.storage_error(error, path, "cannot be deleted") from error
    return target


def free_name(path: Path) -> Path:
    """The path, or the first that is free with `-2`, `-3`, … at the end of the brief's id."""
    ending = CONFLICT + path.suffix if path.stem.endswith(CONFLICT) else path.suffix
    stem = path.name.removesuffix(ending)
    numbered = (path.with_name(f"{stem}-{n}{ending}") for n in count(2))
    return path if not path.exists() else next(p for p in numbered if not p.exists())
