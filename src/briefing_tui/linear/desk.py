"""The desk: the places one has come through, and what a line does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors import BriefingError, InvalidError, QueryError
from ..settings import is_key
from .drafting import Drafting
from .grammar import FROM_ANYWHERE, Grammar, Request
from .library import LibraryPlace
from .place import Leave, Place
from .talk import Talk

if TYPE_CHECKING:
    from ..model import Brief
    from ..workspace import Workspace

OnePlace = TypeVar("OnePlace", bound=Place)


class Desk(Drafting):
    """Obeys lines."""

    def __init__(self, workspace: Workspace, talk: Talk) -> None:
        super().__init__(workspace, talk)
        self.keymap = workspace.keymap
        self.grammar = Grammar(self.keymap)
        talk.is_command = self.grammar.is_command
        self.places: list[Place] = [LibraryPlace(self)]
        self.says_where = True
        """Whether the line that is obeyed ends with where one is."""
        self._trouble = ""
        self.made: tuple[Brief, Any] | None = None
        """The brief that became a PDF last, as it was then, and the report of it."""

    @property
    def place(self) -> Place:
        """Where one is."""
        return self.places[-1]

    def begin(self) -> None:
        """Say where one is, what is open, and what is wrong with the settings."""
        self.reopen()
        for problem in self.workspace.problems():
            self.talk.say(str(problem))
        help_key = self.keymap.keys["everywhere.help"][0]
        self.talk.say(f"{self.workspace.title}. {help_key} or help says the commands, quit leaves.")
        self.place.arrive()

    def end(self) -> None:
        """Keep where one was, save and close."""
        for place in reversed(self.places):
            try:
                place.leave()
            except BriefingError as error:
                self.talk.say(str(error))
        self.close()

    def obey(self, line: str) -> None:
        """Do what a line says, and say what came of it.

        Raises:
            Leave: where it says so.
        """
        self.says_where = True
        try:
            self._look_outside()
            if line:
                self._do_line(line)
        except BriefingError as error:
            place = f"{error.where}: " if isinstance(error, QueryError) else ""
            self.talk.say(f"{place}{error.message}{f'; {error.hint}' if error.hint else ''}")
            return
        except (Leave, KeyboardInterrupt, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - a person gets a sentence, and can go on
            from ..support.locations import write_down

            self.talk.say(
                f"Something went wrong that should not have: {type(error).__name__}. "
                f"Nothing is lost; the details are in {write_down()}"
            )
            return
        self.tell()
        if self.says_where:
            self.talk.say(self.place.where())

    def _look_outside(self) -> None:
        """Take in what was changed elsewhere; trouble with that is told once and holds nothing up."""
        try:
            self.look()
            self.place.changed()
            self._trouble = ""
        except BriefingError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.talk.say(f"This is how it was: {error}")

    def _do_line(self, line: str) -> None:
        words = line.split()
        if self._are_keys(words):
            for word in words:
                keys = self.keymap.of(*self.place.places())
                if word not in keys:
                    raise InvalidError(
                        f"'{word}' is no key here ({self.place.NAME})", hint="what stands before it is done"
                    )
                self.do(Request(keys[word].id))
            return
        for request in self.grammar.read(line, self.place.places(), self.place.takes()):
            self.do(request)

    def _are_keys(self, words: list[str]) -> bool:
        """Whether a line is several keys: the first is one here, and the others are not what it is about."""
        keys = self.keymap.of(*self.place.places())
        if len(words) < 2 or words[0] not in keys or not all(map(is_key, words)):
            return False
        about = keys[words[0]].id in set(self.place.takes())
        return self.grammar.keys.issuperset(words) and not (about and words[1].isdecimal())

    def do(self, request: Request) -> None:
        """Do one command.

        Raises:
            InvalidError: where it is not done here, or takes nothing behind it.
        """
        if request.name in FROM_ANYWHERE and not self.place.does(request.name):
            self._go_for(request.name)
        method = self.place.does(request.name)
        if not method:
            raise self.place.refuse(request.name)
        if request.words:
            getattr(self.place, method)(request.words)
        else:
            getattr(self.place, method)()

    def _go_for(self, name: str) -> None:
        """Go to the place of a command."""
        if name.startswith("checklist."):
            self.place.do_checklist()
        elif name.startswith("draft."):
            self.place.do_draft()
        else:
            self.home()

    def go(self, place: Place) -> None:
        """Go on to a place."""
        self.places.append(place)
        self.says_where = True
        place.arrive()

    def go_once(self, place: OnePlace) -> OnePlace:
        """Go to a place of which there is one: back to it where one has come through it; the one gone to."""
        if any(type(one) is type(place) for one in self.places):
            while type(self.place) is not type(place):
                self._pop()
            self.place.changed()
            self.says_where = True
        else:
            self.go(place)
        return cast("OnePlace", self.place)

    def back(self) -> None:
        """Go back to the place before."""
        self._pop()
        self.place.changed()
        self.says_where = True

    @property
    def home_place(self) -> LibraryPlace:
        """The first place."""
        return cast("LibraryPlace", self.places[0])

    def home(self) -> LibraryPlace:
        """Go to the first place, and give it."""
        while len(self.places) > 1:
            self._pop()
        self.place.changed()
        self.says_where = True
        return self.home_place

    def swap(self, place: Place) -> None:
        """Go on to a place that one does not come back from to this one."""
        self._pop()
        self.go(place)

    def _pop(self) -> None:
        self.places.pop().leave()
