"""The workspace: everything that a face of the program can do, in one part for each subject."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Problem
from ..search import Catalogue
from ..support.locations import Locations, workspace_key
from .briefing import Briefing
from .briefs import Briefs
from .corpus import Corpus
from .corrections import Corrections
from .places import Places, find
from .reading import ReadingState
from .settings import read_settings

if TYPE_CHECKING:
    from ..model import Brief
    from .importing import Importing
    from .links import Links
    from .removal import Removal
    from .versions import Moved


class Workspace:
    """One workspace, opened. What is slow says so; it may be called from a worker thread.

    `articles` lists, reads and searches them, `corrections` changes them, `importing` and `removal` take documents in
    and out, `links` knows how articles are related; `briefs` makes, opens and pins into briefs, `briefing` verifies,
    checks and compiles one; `reading` knows what was read, marked and left open.
    """

    def __init__(self, places: Places, locations: Locations) -> None:
        self.places = places
        self.locations = locations
        key = workspace_key(places.root)
        state = locations.state / key
        self._catalogue = Catalogue.open(locations.cache, key)
        users = locations.config / "settings.yaml"
        self.settings, self.settings_problems = read_settings(self._catalogue, users, places)
        self.reading = ReadingState(state / "reading.json")
        self.articles = Corpus(places, self._catalogue)
        self.corrections = Corrections(self.articles, places)
        self.briefs = Briefs(
            self.articles, places, self._catalogue, state, reading=self.reading, settings=self.settings
        )
        self.briefing = Briefing(
            self.articles, places, locations.cache, page_limit=self.settings.pages, minutes=self.settings.minutes
        )

    @classmethod
    def open(cls, path: Path, locations: Locations | None = None) -> Workspace:
        """Open the workspace around a folder: the catalogue and nothing else is read.

        Raises:
            NotFoundError: where there is no workspace.
        """
        return cls(Places(find(path)), locations or Locations.default())

    @property
    def path(self) -> Path:
        """The workspace's folder."""
        return self.places.root

    @property
    def title(self) -> str:
        """What the workspace is called: its setting, or the folder's name."""
        return self.settings.title or self.path.name

    @property
    def last_brief(self) -> str:
        """The id of the brief that was open last, or an empty text."""
        return self.reading.last_brief

    @last_brief.setter
    def last_brief(self, brief_id: str) -> None:
        self.reading.last_brief = brief_id

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, with what to do about each."""
        return (*self.settings_problems, *self.articles.problems())

    @cached_property
    def importing(self) -> Importing:
        """Takes documents in."""
        from .importing import Importing

        return Importing(self.articles, self._catalogue, self.briefs, self.places)

    @cached_property
    def removal(self) -> Removal:
        """Takes articles out."""
        from .removal import Removal

        return Removal(self.articles, self.briefs, self.places)

    @cached_property
    def links(self) -> Links:
        """How articles are related."""
        from .links import Links

        return Links(self.articles, self._catalogue)

    def to_newer(self, brief: Brief) -> Moved:
        """The brief on the newer versions of its sources, as far as they have its excerpts word for word."""
        from .versions import to_newer

        return to_newer(brief, self.articles, self.links)

    def close(self) -> None:
        """Let go of the catalogue."""
        self._catalogue.close()
