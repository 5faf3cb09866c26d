"""Where a briefing or an export may be written: never over what people wrote."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import chain, count
from pathlib import Path

from ...errors import InvalidError, StorageError
from ..places import Places

DRAFT = ".draft"
"""How the name of a draft ends, before that of its form."""


def expanded(path: Path) -> Path:
    """The path with the home folder in place of `~`; a person who is not known stays part of the name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def refuse_among_sources(target: Path, places: Places) -> None:
    """Nothing is written among the articles and briefs, nor in place of the settings.

    Raises:
        InvalidError: for such a place.
    """
    resolved = target.resolve()
    if any(resolved.is_relative_to(place.resolve()) for place in (places.corpus, places.briefs, places.settings)):
        raise InvalidError(
            "a briefing is not written among the articles and briefs", where=str(target), hint="name another file"
        )


def refuse_places(files: Iterable[Path], places: Places, form: str, *, free: bool = False) -> None:
    """A briefing never takes the place of an article or a brief, nor of anything else that people write.

    Args:
        files: all that are to be written.
        places: the workspace's folders.
        form: what is made.
        free: whether another name is found where one of these is taken.

    Raises:
        InvalidError: for a place that is taken.
    """
    seen: set[Path] = set()
    for n, file in enumerate(files):
        refuse_among_sources(file, places)
        resolved = file.resolve()
        if resolved in seen:
            raise InvalidError(
                "the text and its sources would be one file", where=str(file), hint=f"name a file that ends in .{form}"
            )
        seen.add(resolved)
        # Not `Path.is_file`, which fails in a folder that is closed to us: the place is looked at again before writing.
        if free or not os.path.lexists(file):
            continue
        if not os.path.exists(resolved):  # noqa: PTH110
            _refuse(file, "this link leads nowhere")
        kind = form if n == 0 else file.suffix.removeprefix(".")
        if os.path.isfile(resolved) and not _may_be_replaced(resolved, kind):  # noqa: PTH113
            _refuse(file, "this file is not known to be a briefing as it was made")


def draft_place(usual: Path, files: Callable[[Path], Iterable[Path]]) -> Path:
    """Where a draft goes without a name of its own: it always comes, and takes the place of drafts as they were made.

    Args:
        usual: its place; `b.draft.docx` is followed by `b.draft.2.docx` where somebody wrote in it, and so on.
        files: all that are written for a file.
    """
    places = chain([usual], (usual.with_stem(f"{usual.stem}.{n}") for n in count(2)))
    return next(place for place in places if all(map(_is_free, files(place))))


def _is_free(file: Path) -> bool:
    if not os.path.lexists(file):
        return True
    return os.path.isfile(file) and _may_be_replaced(file, file.suffix.removeprefix("."))  # noqa: PTH113


def _refuse(file: Path, said: str) -> None:
    raise InvalidError(
        f"{said}, and a briefing does not take its place",
        where=str(file),
        hint="name another file, or take that one away",
    )


def refuse_draft_name(files: Iterable[Path]) -> None:
    """A final briefing is never called like a draft: the next draft would take its place, and most forms do not tell.

    Raises:
        InvalidError: for such a name.
    """
    for file in files:
        if file.stem.casefold().endswith(DRAFT):
            hint = "name another file with -o, or give the brief another id (`briefing brief rename`)"
            raise InvalidError("a final briefing cannot be called like a draft", where=str(file), hint=hint)


def make_folder(folder: Path) -> None:
    """Make the folder of a file that is to be written.

    Raises:
        StorageError: where that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"cannot make the folder: {error.strerror}", where=str(folder), hint="name another folder"
        ) from error


def _may_be_replaced(file: Path, form: str) -> bool:
    """Whether a file is known to be what is made, or is empty."""
    from ...compile import is_ours

    try:
        return file.stat().st_size == 0 or is_ours(file, form)
    except OSError:
        return False
