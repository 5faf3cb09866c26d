"""The steps of a brief, given to the same brief under another id."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .history import DamagedError, replay
from .journal import Journal, journal_path


def hand_over_steps(path: Path, target: Path, state_dir: Path) -> None:
    """Let a brief that was written anew under another id be undone as the old one could.

    Args:
        path: the old file; its journal stays.
        target: the new file, which holds the same but for the id.
        state_dir: where journals are kept.

    Raises:
        StorageError: when the new journal cannot be written.
    """
    try:
        past = replay(Journal(journal_path(path, state_dir)).read())
    except DamagedError:
        return  # opening it would say so and begin anew; so does the new one
    if past is None:
        return
    history = past.history
    history.document = {**history.document, "id": target.stem}
    sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
    Journal(journal_path(target, state_dir)).replace(history.records(sha256))
