"""The trash folder of the corpus: `corpus/.trash/<id>/` has the article and what it was made from."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from pathlib import Path

from ..errors import NotFoundError
from ..support import atomic
from ..support.text_files import display_name

TRASH = ".trash"


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
            originals.rename(folder / "original")
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
