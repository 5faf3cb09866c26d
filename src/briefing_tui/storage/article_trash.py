"""The trash folder of the corpus: `corpus/.trash/<id>/` has the article and what it was made from."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from pathlib import Path

from ..errors import NotFoundError, RefusedError
from ..support import atomic
from ..support.text_files import display_name

TRASH = ".trash"
_ORIGINAL = "original"
"""The folder of what an article was made from, beside it."""


def trash_article(path: Path, originals: Path) -> Path:
    """Move an article and its originals into a folder of their own in the trash.

    Args:
        path: the article's file.
        originals: the folder of what it was made from; it need not be there.

    Returns:
        the folder where they lie now.

    Raises:
        NotFoundError: where there is no such article.
        StorageError: when it cannot be moved; then it is where it was.
    """
    trash = path.parent / TRASH
    numbered = (trash / (path.stem if n == 1 else f"{path.stem}-{n}") for n in count(1))
    folder = next(p for p in numbered if not p.exists())
    try:
        folder.mkdir(parents=True)
        path.rename(folder / path.name)
        if originals.is_dir():
            originals.rename(folder / _ORIGINAL)
        atomic.sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            (folder / path.name).rename(path)
        with suppress(OSError):
            folder.rmdir()
        if isinstance(error, FileNotFoundError):
            raise NotFoundError(f"no article '{path.stem}'", where=display_name(path)) from error
        raise atomic.storage_error(error, path, "cannot be taken out") from error
    return folder


def restore_article(folder: Path, originals: Path) -> Path:
    """Move an article and its originals back to where they were.

    Args:
        folder: that of the article in the trash, as `trash_article` gave it.
        originals: the folder where what it was made from belongs.

    Returns:
        the article's file.

    Raises:
        NotFoundError: where it does not lie there any more.
        RefusedError: where another one has its name by now.
        StorageError: when it cannot be moved; then it is where it was.
    """
    file = next(folder.glob("*.md"), None)
    if file is None:
        raise NotFoundError("the article is not in the trash folder any more", where=display_name(folder))
    path = folder.parent.parent / file.name
    if path.exists() or originals.exists():
        hint = f"it stays in {display_name(folder)}; take the other one out first"
        raise RefusedError(f"there is another '{file.stem}' by now", where=display_name(path), hint=hint)
    moved = folder / _ORIGINAL
    try:
        if moved.is_dir():
            originals.parent.mkdir(parents=True, exist_ok=True)
            moved.rename(originals)
        file.rename(path)
        atomic.sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            originals.rename(moved)
        raise atomic.storage_error(error, path, "cannot be brought back") from error
    with suppress(OSError):
        folder.rmdir()
    return path
