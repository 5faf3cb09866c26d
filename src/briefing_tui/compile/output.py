"""The file that a briefing becomes: written whole, in one step, after everything else; a final one stays for ever."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_tui.errors import BriefingError, RefusedError, StorageError
from briefing_tui.support.atomic import create_bytes, storage_error, write_together

from .file.as_made import is_as_made
from .forms import files_of
from .forms.seals import seal_of
from .job import Job

Make = Callable[[Path], Sequence[bytes]]
"""Gives the contents of the files of a form, by the place of the first; it may be asked more than once."""


def check_place(output: Path) -> None:
    """Find out before the work what would keep the file from being written; the folder is made.

    Raises:
        StorageError: where nothing can be written there.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.is_dir():
            raise StorageError("cannot be written: it is a folder", where=str(output), hint="name a file")
        if output.exists() and not output.is_file():
            raise StorageError("cannot be written: it is a device or a pipe", where=str(output), hint="name a file")
        if not os.access(output.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise storage_error(error, output, "cannot be written") from error


@dataclass(frozen=True, slots=True)
class Written:
    """Where a briefing is now."""

    files: tuple[Path, ...]
    same: bool = False
    """Whether it was there already, byte for byte."""


def write(job: Job, form: str, make: Make) -> Written:
    """Write a briefing. One that is final takes no other's place: the same is left alone, another is a new revision.

    Raises:
        RefusedError: where a person named a place that a final one has.
        StorageError: where it cannot be written; what was there is as it was.
    """
    revised = job.final and not job.named
    place = _latest(job, form) if revised else job.output
    files = files_of(form, place)
    contents = make(place)
    if job.final and all(map(_holds, files, contents)):
        return Written(files, same=True)
    if any(map(_is_there, files)) if revised else _keeps_out(job, form):
        if not revised:
            _refuse(job, form)
        files = files_of(form, _free(job, form))
        contents = make(files[0])
    if not revised:
        write_together(dict(reversed([*zip(files, contents, strict=True)])))
        return Written(files)
    try:
        _create(files, contents)
    except FileExistsError:  # somebody else was faster
        return write(job, form, make)
    return Written(files)


def refuse_over_final(job: Job, form: str) -> None:
    """Find out before the work whether a draft is to take the place of a final one.

    Raises:
        RefusedError: where it is.
    """
    if not job.final and _keeps_out(job, form):
        _refuse(job, form)


def is_final(file: Path, form: str) -> bool:
    """Whether a file is a final briefing, as far as its form says so."""
    try:
        if form == "html":
            return _is_there(file) and b'<p class="draft"' not in file.read_bytes()
    except OSError:
        return False
    return bool(_about(file, form).get("final"))


def is_ours(file: Path, form: str) -> bool:
    """Whether a file says that it is a briefing, and nobody has changed it since."""
    if form != "pdf":
        return seal_of(form, file) is not None
    try:
        return is_as_made(file.read_bytes()) and bool(_about(file, form).get("brief"))
    except OSError:
        return False


def _about(file: Path, form: str) -> Mapping[str, Any]:
    """What a file says of itself: a PDF in its receipt, JSON in its first fields, others in a seal if they have one."""
    if seal := seal_of(form, file):
        return {"brief": seal.brief, "final": seal.final}
    try:
        if form == "pdf":
            return _receipt(file)
        said = json.loads(file.read_bytes()) if form == "json" else {}
    except (OSError, ValueError, BriefingError):
        return {}
    return said if isinstance(said, dict) else {}


def _receipt(file: Path) -> Mapping[str, Any]:
    import pikepdf

    from .file.self_check import receipt_of

    try:
        said: dict[str, Any] = json.loads(receipt_of(file))
        return {"brief": said["brief"]["id"], "final": said["final"]}
    except (pikepdf.PdfError, KeyError, TypeError):
        return {}


def _keeps_out(job: Job, form: str) -> bool:
    document, *others = files_of(form, job.output)
    named = [(document, form), *((file, file.suffix.removeprefix(".")) for file in others)]
    return any(_is_there(file) and is_final(file, kind) for file, kind in named)


def _is_there(file: Path) -> bool:
    """Whether there is a file with something in it, or a link that leads nowhere, which is somebody's."""
    with suppress(OSError):
        return file.stat().st_size > 0
    return file.is_symlink()


def _create(files: Sequence[Path], contents: Sequence[bytes]) -> None:
    """Make files that are not there yet, all of them or none."""
    made: list[Path] = []
    try:
        for file, content in zip(files, contents, strict=True):
            if not _is_there(file):
                with suppress(FileNotFoundError):
                    file.unlink()  # empty
            create_bytes(file, content)
            made.append(file)
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise


def _refuse(job: Job, form: str) -> None:
    raise RefusedError(
        "a final briefing is there, and nothing takes its place",
        where=str(job.output),
        hint=f"name {_free(job, form)}" if job.final else "name another file for the draft",
    )


def _latest(job: Job, form: str) -> Path:
    """The revision of this brief that was made last; the plain name where there is none."""
    place, number = job.output, 2
    while any(map(os.path.lexists, files_of(form, revision := _revision(job, number)))):
        if _about(revision, form).get("brief", job.brief.id) == job.brief.id:
            place = revision
        number += 1
    return place


def _free(job: Job, form: str) -> Path:
    """The next revision's place."""
    number = 2
    while any(map(os.path.lexists, files_of(form, _revision(job, number)))):
        number += 1
    return _revision(job, number)


def _revision(job: Job, number: int) -> Path:
    """`ledger.rev2.pdf`, `ledger.rev3.pdf`; a person may have named one themselves."""
    stem, dot, last = job.output.stem.rpartition(".rev")
    plain = stem if job.named and dot and last.isdecimal() else job.output.stem
    return job.output.with_name(f"{plain}.rev{number}{job.output.suffix}")


def _holds(file: Path, content: bytes) -> bool:
    with suppress(OSError):
        return file.stat().st_size == len(content) and file.read_bytes() == content
    return False
