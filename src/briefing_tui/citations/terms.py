"""The fixed words of notes in one language: handed down as a value, so that nothing here knows a catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from briefing_tui.model import Metadata, PartialDate, naming

_GENRE = "genre-"
START = "\ue001"
"""A private character that keeps what follows it as it is."""
HAIR = "\u200a"
"""A space between a title's own quotation marks and those around it."""
MARKED = "\u2063"
"""A separator that nobody sees, between the marks that a style puts around a title and those that go there instead."""
WESTERN = "\u200e\ue002"
"""Behind a family name, says that the given name comes first whatever its script: the sign of direction says so to the
engine, the private character tells it from one that a text has."""
_AND = re.compile(f"(?<= ו)־(?:{START} ?)?(?=[א-ת])")


@dataclass(frozen=True, slots=True)
class Terms:
    """What notes, lists of sources and attributions say beside what the source states.

    All but `and_` and `no_…` are patterns; `{n}` stands for a number or a range of them.
    """

    paragraph: str
    two_paragraphs: str
    paragraphs: str
    page: str
    pages: str
    heading: str
    """Of `{place}`, the ¶ that follows it."""
    within: str
    """A `{place}` after its `{page}`."""
    digest: str
    original: str
    several: str
    """Between names, between what is told of one source, and between numbers that are no range."""
    semicolon: str
    """Between sources."""
    et_al: str
    """After the first of many names."""
    quoted_in: str
    """What stands between the `{speaker}` and the source."""
    through: str
    """Before those through whom the words of a speaker came."""
    and_: str
    no_author: str
    no_date: str
    inferred_title: str
    untitled: str
    untitled_words: str
    republished: str
    version: str
    """Which of several texts that state the same of themselves."""
    gone: str
    unreadable: str
    date: Callable[[PartialDate], str]
    """A date in words, as exact as it is."""
    marks_around: Callable[[str], tuple[str, str]]
    """The quotation marks around a title, which are others than its own."""
    genres: Mapping[str, str]
    """What the genres are called that we know, by their English names with hyphens."""

    @classmethod
    def of(
        cls,
        words: Mapping[str, str],
        date: Callable[[PartialDate], str],
        marks_around: Callable[[str], tuple[str, str]],
    ) -> Terms:
        """The terms of a catalogue, whose keys are the names of the fields with hyphens.

        Raises:
            KeyError: for a word that the catalogue lacks.
        """
        names = [field.name for field in fields(cls) if field.name not in ("date", "marks_around", "genres")]
        genres = {key.removeprefix(_GENRE): word for key, word in words.items() if key.startswith(_GENRE)}
        return cls(
            **{name: words[name.strip("_").replace("_", "-")] for name in names},
            date=date,
            marks_around=marks_around,
            genres=genres,
        )

    def genre(self, name: str) -> str:
        """What a genre is called; one that is not known as it is given."""
        return self.genres.get("-".join(name.casefold().split()), name)

    def issued(self, metadata: Metadata) -> str:
        """The date of a source: as stated, in brackets with a question mark if inferred, else that none is."""
        if not metadata.issued:
            return self.no_date
        return naming.marked(metadata, "issued", self.date(metadata.issued))

    def authors(self, metadata: Metadata, each: Callable[[str], str] = str) -> str:
        """All authors in one line, or what says that none is stated; `each` says how a name stands in it."""
        names = [each(str(name)) for name in metadata.author]
        return naming.marked(metadata, "author", self.several.join(names)) if names else self.no_author

    def all_of(self, names: tuple[str, ...]) -> str:
        """Names with 'and' before the last."""
        return attached(self.and_.join(filter(None, (self.several.join(names[:-1]), *names[-1:]))))


def attached(text: str) -> str:
    """A text whose Hebrew 'and' is a part of the word that follows it; before any other script a maqaf stays between.

    A private character may stand behind the maqaf, which a style's 'and' ends with.
    """
    return _AND.sub("", text)
