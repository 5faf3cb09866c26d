"""The workspace: everything that a face of the program can do, in one part for each subject."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Problem
from ..search import Catalogue
from ..settings import Keymap, resolve_keymap
from ..support.locations import Locations, workspace_key
from .articles.corpus import Corpus
from .articles.reading import ReadingState
from .places import Places, find
from .settings import key_problems, profile_problems, read_settings, rule_problems

if TYPE_CHECKING:
    from ..model import Brief, Filters, Person, View
    from .articles.corrections import Corrections
    from .articles.links import Links
    from .articles.looking import Answers, Everything
    from .articles.removal import Removal
    from .articles.views import Views
    from .briefing.briefing import Briefing
    from .briefing.templates import Templates
    from .drafting.briefs import Briefs
    from .drafting.recutting import Recutting
    from .drafting.versions import Moved
    from .importing import Importing
    from .themes.changes import ThemeChanges


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
        self._state = locations.state / key
        self._catalogue = Catalogue.open(locations.cache, key)
        users = locations.config / "settings.yaml"
        self.settings, self.settings_problems = read_settings(self._catalogue, users, places)
        self.reading = ReadingState(self._state / "reading.json")
        self.articles = Corpus(places, self._catalogue)

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

    @cached_property
    def keymap(self) -> Keymap:
        """The keys of every command, a person's own over the declared ones."""
        return resolve_keymap(overrides=self.settings.keymap)

    @cached_property
    def key_problems(self) -> tuple[Problem, ...]:
        """What in a person's own keys could not be followed, or hides something, with file and line."""
        files = (self.places.settings, self.locations.config / "settings.yaml")
        return key_problems(self.keymap.trouble, files, self.places.relative)

    @cached_property
    def rule_problems(self) -> tuple[Problem, ...]:
        """What in the house profile could not be followed, with file and line; everything else of it holds."""
        files = (self.places.settings, self.locations.config / "settings.yaml")
        return rule_problems(profile_problems(self.settings.rules), files, self.places.relative)

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read or followed, with what to do about each."""
        views = self.views.problems() if self.settings.views else ()
        settings = (*self.settings_problems, *self.key_problems, *self.rule_problems)
        return (*settings, *views, *self.articles.problems())

    @cached_property
    def views(self) -> Views:
        """The saved ways to look at the articles."""
        from .articles.views import Views

        return Views(self.places, self.settings.views, self.articles)

    @property
    def templates(self) -> Templates:
        """The forms that a briefing can have."""
        from .briefing.templates import Templates

        return Templates(self.places)

    def person(self, filters: Filters | None = None, brief: Brief | None = None) -> Person:
        """What the person did with articles, as far as the filters ask for it; see `standing.person`."""
        from .articles.standing import person

        return person(self.reading, self.briefs, brief, filters)

    def look(self, view: View, person: Person | None = None) -> Everything | Answers:
        """What a view shows; see `looking.look`."""
        from .articles.looking import look

        return look(self.articles, view, person or self.person(view.filters))

    def progress(self) -> dict[str, int]:
        """How far one came, in percent, in the articles that one may want to go on with, by id."""
        from .articles.standing import progress

        return progress(self.reading, self._catalogue)

    def news_of_the_index(self) -> list[str]:
        """What happened to the search index since this was last asked; nothing of the user's is in it."""
        told = self._catalogue.messages[:]
        del self._catalogue.messages[: len(told)]
        return told

    @cached_property
    def corrections(self) -> Corrections:
        """Changes articles."""
        from .articles.corrections import Corrections

        return Corrections(self.articles, self.places, self._state)

    @cached_property
    def briefs(self) -> Briefs:
        """Makes, opens and pins into briefs."""
        from .drafting.briefs import Briefs

        return Briefs(
            self.articles, self.places, self._catalogue, self._state, reading=self.reading, settings=self.settings
        )

    @cached_property
    def recutting(self) -> Recutting:
        """Widens and narrows the passages of briefs."""
        from .drafting.recutting import Recutting

        return Recutting(self.articles, guard=self.settings.guard)

    @cached_property
    def briefing(self) -> Briefing:
        """Verifies, checks and compiles a brief."""
        from .briefing.briefing import Briefing

        return Briefing(self.articles, self.places, self.locations.cache, self.settings)

    @cached_property
    def importing(self) -> Importing:
        """Takes documents in."""
        from .importing import Importing

        return Importing(self.articles, self._catalogue, self.briefs, self.places)

    @cached_property
    def removal(self) -> Removal:
        """Takes articles out."""
        from .articles.removal import Removal

        return Removal(self.articles, self.briefs, self.places)

    @cached_property
    def themes(self) -> ThemeChanges:
        """Adds and renames themes."""
        from .themes.changes import ThemeChanges

        return ThemeChanges(self.articles, self.places)

    @cached_property
    def links(self) -> Links:
        """How articles are related."""
        from .articles.links import Links

        return Links(self.articles, self._catalogue)

    def to_newer(self, brief: Brief) -> Moved:
        """The brief on the newer versions of its sources, as far as they have its excerpts word for word."""
        from .drafting.versions import to_newer

        return to_newer(brief, self.articles, self.links)

    def not_in_it(self, brief: Brief) -> str:
        """Says which unfinished texts a compiled brief does not have; nothing where there is none."""
        from .drafting.unfinished import not_in_it

        return not_in_it(brief, self.places, self._state)

    def close(self) -> None:
        """Let go of the catalogue, and of the process that makes PDFs."""
        if "briefing" in self.__dict__:
            self.briefing.close()
        self._catalogue.close()
