"""What is open in a draft, as its last part lists it: the findings of the checks, equal ones in one line. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing_tui.citations import Text, joined, plain
from briefing_tui.model import Finding, Severity
from briefing_tui.model.finding import gravest_first

from ..languages.scripts import base_language
from ..languages.shortening import shortened
from ..languages.wording import Wording
from .open_messages import as_printed

LANGUAGE = "en"
"""What the checks speak, whatever the language of the briefing."""
MOST = 60
"""Lines of the list; of more it says how many there are."""
PLACES = 12
"""Places of one line that are named; of more their number."""
SEPARATOR = " · "
LONGEST = 600
"""Characters of a message; one that repeats a whole text of the author's is cut."""
_FIELD = re.compile(r"[a-z-]{3,}")
_SIGNS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.NOTE: "•"}


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One line of the list: a finding, or several that say the same of different places."""

    severity: Severity
    weight: str
    """Its sign, and its word in the language of the briefing."""
    ids: tuple[str, ...]
    """What the findings are about, as they say it: ids and fields, `''` for the whole brief."""
    places: tuple[Text, ...]
    """The same as the pages call it, each with what leads there."""
    message: str
    hint: str
    rule: str

    @property
    def text(self) -> str:
        """All that is printed of it, in order."""
        return "".join((self.weight, plain(self.places), self.message, self.advice))

    @property
    def advice(self) -> str:
        """What to do, and by which rule it was found."""
        return SEPARATOR.join(filter(None, (self.hint, self.rule)))


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """The list, with what stands before and behind it."""

    points: tuple[OpenPoint, ...] = ()
    about: str = ""
    """What it is."""
    rest: str = ""
    """How many findings it leaves out, and what lists them; empty where it has all."""
    left_out: int = 0
    """Their number."""
    later: str = ""
    """What cannot be in it, as only the pages tell it."""
    language: str = ""
    """BCP 47 tag of the messages; empty where it is the briefing's own."""


NOTHING = OpenPoints()


def open_points(
    findings: Sequence[Finding],
    places: Mapping[str, Text],
    names: Mapping[str, str],
    words: Wording,
    *,
    brief_id: str,
    language: str,
) -> OpenPoints:
    """The list of some findings; nothing where there are none.

    Args:
        findings: what the checks say before the pages are made.
        places: what the pages call the places of findings, by id or field.
        names: what messages call items, judgements and excerpts, by id.
        words: of the briefing.
        brief_id: for the commands that it names.
        language: of the briefing.
    """
    if not findings:
        return NOTHING
    alike: dict[tuple[Severity, str, str, str], list[str]] = {}
    for found in gravest_first(findings):
        alike.setdefault((found.severity, found.rule, found.message, found.hint), []).append(found.place)
    listed = list(alike.items())[:MOST]
    left = len(findings) - sum(len(ids) for _, ids in listed)
    return OpenPoints(
        points=tuple(
            OpenPoint(
                severity=severity,
                weight=f"{_SIGNS[severity]} {words(f'weight-{severity}')}",
                ids=tuple(ids),
                places=joined(_named(ids, places, words)),
                message=shortened(as_printed(message, names), LONGEST),
                hint=shortened(hint, LONGEST),
                rule=rule,
            )
            for (severity, rule, message, hint), ids in listed
        ),
        about=words("open-points-about"),
        rest=words("open-points-rest", n=left, command=f"briefing check {brief_id}") if left else "",
        left_out=left,
        later=words("open-points-later", command=f"briefing compile {brief_id}"),
        language="" if base_language(language) == LANGUAGE else LANGUAGE,
    )


def _named(ids: Sequence[str], places: Mapping[str, Text], words: Wording) -> Iterator[Text]:
    """'1.1, 1.2, and 38 more', each place with what leads there; the brief as a whole has no name."""
    named = [places.get(one, Text(_field(one, words))) for one in dict.fromkeys(ids) if one]
    separator = Text(words.terms.several)
    for n, place in enumerate(named[:PLACES]):
        yield from (separator, place) if n else (place,)
    if len(named) > PLACES:
        yield Text(words.terms.several + words("and-more", n=len(named) - PLACES))


def _field(name: str, words: Wording) -> str:
    """A field that is no part of the pages, by its label; what is none, as it is."""
    return words.words.get(name, name.replace("-", " ").capitalize()) if _FIELD.fullmatch(name) else name
