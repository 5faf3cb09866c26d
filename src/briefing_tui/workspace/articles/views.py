"""Saved views: under `views:` in the workspace's settings, by name, to be written by hand or by the program."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...errors import BriefingError, FormatError, InvalidError, NotFoundError
from ...model import Facet, Filter, Problem, Sort, View
from ...support import atomic
from ..places import Places

if TYPE_CHECKING:
    from .corpus import Corpus

FIELD = "views"
LONGEST = 60
"""Characters of a name."""


class Views:
    """The saved views of one workspace.

    Args:
        places: the workspace's folders; its settings are written, and nothing else of them than one view.
        plain: the views as the settings have them, those of the person and of the workspace.
        corpus: knows the themes that a view may name.
    """

    def __init__(self, places: Places, plain: Mapping[str, Any], corpus: Corpus) -> None:
        self._places = places
        self._plain = dict(plain)
        self._corpus = corpus

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, the broken ones too, as they stand in the file."""
        return tuple(self._plain)

    def get(self, name: str) -> View:
        """The view of that name.

        Raises:
            NotFoundError: where there is none.
            FormatError: where it is broken; says how.
        """
        if name not in self._plain:
            known = ", ".join(self._plain) or "there is none yet: v in the library keeps one"
            raise NotFoundError(f"no view '{name}'", where=self._file, hint=known)
        themes = {theme.id for theme in self._corpus.matcher.themes}
        return from_plain(self._plain[name], name=name, file=self._file, themes=themes)

    def problems(self) -> tuple[Problem, ...]:
        """The views that cannot be used, each by its name."""
        found = []
        for name in self._plain:
            try:
                self.get(name)
            except FormatError as error:
                found.append(Problem(error.file, self._line(name), error.field, error.message, error.hint))
        return tuple(found)

    def save(self, name: str, view: View) -> None:
        """Keep a view under a name, in place of one that has it.

        Raises:
            InvalidError: for an empty or overlong name.
            HeldError: where another process does not finish its own change.
            FormatError, StorageError: where the settings cannot be read or written; they are then as they were.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST:
            raise InvalidError(f"a view's name has 1 to {LONGEST} characters", where="name", hint="give it a short one")
        plain = to_plain(view)
        self._write(name, plain)
        self._plain[name] = plain

    def delete(self, name: str) -> None:
        """Take a view out of the workspace's settings.

        Raises:
            NotFoundError: where they have none of that name.
            FormatError, StorageError: as for `save`.
        """
        self._write(name, None)
        self._plain.pop(name, None)

    @property
    def _file(self) -> str:
        return self._places.settings.name

    def _text(self) -> str:
        from ...support.text_files import MIB, decoded, read_bytes

        try:
            data = read_bytes(self._places.settings, limit=MIB)
        except NotFoundError:
            return "format: 1\n"
        return decoded(data, file=self._file, hint="save it as UTF-8")

    def _write(self, name: str, plain: Mapping[str, Any] | None) -> None:
        """Set a view in the file as it is now, alone among all windows, so that what another one keeps stays."""
        from ...support import yaml

        with self._corpus.writing():
            text = self._text()
            kept = yaml.load(text, file=self._file).get(FIELD) or {}
            if not isinstance(kept, Mapping):
                line, hint = yaml.line_of(text, (FIELD,)), "mend or delete that line: a view would take its place"
                raise FormatError("should give views their names", file=self._file, line=line, field=FIELD, hint=hint)
            if plain is None and name not in kept:
                raise NotFoundError(f"no view '{name}'", where=self._file, hint="it may stand in your own settings")
            atomic.write_text(self._places.settings, yaml.edited(text, (FIELD, name), plain, file=self._file))

    def _line(self, name: str) -> int:
        from ...support import yaml

        try:
            text = self._text()
            return yaml.line_of(text, (FIELD, name)) if FIELD in yaml.load(text) else 0
        except BriefingError:
            return 0


def to_plain(view: View) -> dict[str, Any]:
    """A view as it stands in the file: what says nothing is left out."""
    plain: dict[str, Any] = {}
    for facet in view.filters.by_facet:
        chosen = view.filters.chosen(facet)
        plain[facet.word] = chosen[0] if len(chosen) == 1 else list(chosen)
    plain |= {"words": view.filters.words, "query": view.query}
    plain["sort"] = view.sort.value
    return {name: value for name, value in plain.items() if value}


def from_plain(plain: Any, *, name: str, file: str, themes: Collection[str]) -> View:
    """A view as the file has it.

    Raises:
        FormatError: for what no view has, a theme that is not there, a question that cannot be understood.
    """

    def wrong(message: str, field: str = "", hint: str = "") -> FormatError:
        return FormatError(message, file=file, field=".".join(filter(None, (FIELD, name, field))), hint=hint)

    if not isinstance(plain, Mapping):
        raise wrong("should say what is shown", hint="for example {theme: iran, year: 2019, reading: unread}")
    facets = {facet.word: facet for facet in Facet} | {facet.value: facet for facet in Facet}
    view = View()
    for field, given in plain.items():
        if field in facets:
            for value in _texts(given):
                if value is None or (facets[field] is Facet.THEME and value not in themes):
                    raise wrong(f"there is no {field} '{value or ''}'", field, "one of: " + ", ".join(sorted(themes)))
                view &= Filter(facets[field], value)
        elif field not in {"words", "query", "sort"}:
            raise wrong(f"a view has no '{field}'", field, "one of: " + ", ".join((*facets, "words", "query", "sort")))
    words, query = (str(plain.get(field) or "") for field in ("words", "query"))
    try:
        sort = Sort(str(plain.get("sort") or Sort.DATE))
        _understand(query)
    except ValueError:
        raise wrong("there is no such order", "sort", "one of: " + ", ".join(Sort)) from None
    except BriefingError as error:
        raise wrong(error.message, "query", error.hint) from None
    return replace(view, filters=replace(view.filters, words=words), query=query, sort=sort).settled()


def _texts(given: Any) -> list[str | None]:
    listed = given if isinstance(given, list) else [given]
    return [None if isinstance(value, list | dict | None) else str(value) for value in listed]


def _understand(query: str) -> None:
    if query:
        from ...search import parse_query

        parse_query(query)
