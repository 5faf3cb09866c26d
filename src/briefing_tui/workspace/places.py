"""Where things lie in a workspace, and how one is found and made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ..errors import NotFoundError, StorageError
from ..support import atomic

FIRST_THEMES = """\
format: 1
# A theme is a subject of this workspace. A paragraph is on it where its rules find their words; case and accents do not
# count, and * stands for any ending. `briefing show ID --json` says which words matched.
# One looks like this; take the signs # away and make it yours:
#
# - id: arms-trade
#   prefLabel: Arms trade
#   scopeNote: Say what is in and what is out.
#   rules:
#     any: [arms, missile*]
themes: []
"""
FIRST_BRIEF = "first-brief"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one workspace."""

    root: Path

    @property
    def corpus(self) -> Path:
        """The articles."""
        return self.root / "corpus"

    @property
    def themes(self) -> Path:
        """The theme file."""
        return self.corpus / "themes.yaml"

    @property
    def originals(self) -> Path:
        """The imported files, byte for byte."""
        return self.corpus / ".originals"

    @property
    def briefs(self) -> Path:
        """The drafts."""
        return self.root / "briefs"

    @property
    def templates(self) -> Path:
        """The forms of document that the house keeps, a folder each."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """The compiled briefings."""
        return self.root / "out"

    @property
    def settings(self) -> Path:
        """The workspace's own settings, over the user's."""
        return self.root / "briefing.yaml"

    def brief(self, brief_id: str) -> Path:
        """The file of a brief."""
        return self.briefs / f"{brief_id}.yaml"

    def relative(self, path: Path) -> str:
        """A path as messages show it: from the workspace's folder where it lies in it."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)


def find(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that has `corpus/`.

    Raises:
        NotFoundError: where there is none.
    """
    resolved = start.expanduser().resolve()
    for folder in (resolved, *resolved.parents):
        # Not `Path.is_dir`, which fails for a folder that is closed to us instead of saying no.
        if os.path.isdir(folder / "corpus"):  # noqa: PTH112
            return folder
    raise NotFoundError(
        "no workspace here or in a folder above",
        where=str(start),
        hint="make one: briefing init DIR; or name one: -w DIR",
    )


def make(folder: Path) -> Places:
    """Make a new workspace with a theme file; what is there already stays as it is.

    Raises:
        StorageError: where the folder cannot be written.
    """
    places = Places(folder.expanduser().resolve())
    try:
        for wanted in (places.corpus, places.briefs):
            wanted.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"cannot make the folder: {error.strerror}", where=str(folder), hint="choose a folder that you may write"
        ) from error
    if not places.themes.exists():
        atomic.write_text(places.themes, FIRST_THEMES)
    return places
