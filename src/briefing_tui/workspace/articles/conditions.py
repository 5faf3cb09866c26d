"""From the filters of a person to what the catalogue is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...model import Facet, Filter, Filters
from ...model.filters import ANY_BRIEF, MARKED, NO_BRIEF, READ, THIS_BRIEF, UNREAD, Person
from ...search import Wanted

NOBODY = Person()
"""Who has done nothing yet."""
Known = Callable[[Facet], Iterable[str]]
"""The values that articles have for a facet."""


def wanted(filters: Filters, person: Person, known: Known) -> Wanted:
    """The articles that the filters let through; what the person did with them, as sets of ids."""
    facets = []
    only: frozenset[str] | None = None
    but: frozenset[str] = frozenset()
    for facet, group in filters.by_facet.items():
        chosen = {condition.value for condition in group}
        if facet in _PERSONS:
            among, without = _PERSONS[facet](chosen, person)
            only = among if only is None else only & (only if among is None else among)
            but |= without
        else:
            facets.append((facet.value, tuple(_values(group, known))))
    return Wanted(tuple(facets), filters.words, only, but)


def _values(group: Iterable[Filter], known: Known) -> Iterable[str]:
    """The values that conditions on one facet let through; of a range of years those that there are."""
    for condition in group:
        if condition.facet is Facet.YEAR:
            yield from (value for value in known(condition.facet) if condition.lets(value))
        else:
            yield condition.value


_Sets = tuple[frozenset[str] | None, frozenset[str]]
"""The ids among which an article must be, where it must, and those among which it must not be."""


def _reading(chosen: set[str], person: Person) -> _Sets:
    if chosen == {READ}:
        return person.read, frozenset()
    return None, person.read if chosen == {UNREAD} else frozenset()


def _mark(chosen: set[str], person: Person) -> _Sets:
    return (person.marked if chosen == {MARKED} else None), frozenset()


def _pinned(chosen: set[str], person: Person) -> _Sets:
    anywhere = person.pinned | person.pinned_here
    if NO_BRIEF not in chosen:
        return (anywhere if ANY_BRIEF in chosen else person.pinned_here), frozenset()
    if ANY_BRIEF in chosen:
        return None, frozenset()
    return None, anywhere if chosen == {NO_BRIEF} else anywhere - person.pinned_here


VALUES_OF_PERSON = {
    Facet.READING: (UNREAD, READ),
    Facet.MARK: (MARKED,),
    Facet.PINNED: (THIS_BRIEF, ANY_BRIEF, NO_BRIEF),
}
"""What a person may have done with an article, by facet."""

_PERSONS: dict[Facet, Callable[[set[str], Person], _Sets]] = {
    Facet.READING: _reading,
    Facet.MARK: _mark,
    Facet.PINNED: _pinned,
}
