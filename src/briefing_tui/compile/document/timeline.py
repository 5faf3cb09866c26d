"""The sources in time: when each appeared, as exactly as it says, and where that stands on an axis. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefing_tui.citations import Terms
from briefing_tui.model import Article, Metadata, PartialDate, State, naming

from ..languages.scripts import isolated
from ..languages.wording import Wording
from .tables import Table

LEAST = 2
"""Sources with a date that there are to be."""
LONGEST = 58
"""Characters of a label in the picture that has no room for more; the words beside it have all of them."""
TICKS = 7
"""Marks of the axis at most."""
LONG_TICKS = 6
"""Of those with the name of a month."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
"""Months from one mark of the axis to the next."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Moment:
    """When one source appeared."""

    label: str
    date: str
    """In words, as exact as it is stated."""
    start: int
    """Its first day, counted from the beginning of the calendar."""
    end: int
    """The day after its last: that of the month or the year where only that is stated."""
    inferred: bool = False

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.end - self.start == 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """All sources, the earliest first."""

    moments: tuple[Moment, ...] = ()
    undated: tuple[str, ...] = ()
    """Labels of those without a date."""
    ticks: tuple[tuple[int, str], ...] = ()
    """Marks of the axis, from its beginning to its end: a day, and what it is called."""
    said: str = ""
    """The same in words."""
    note: str = ""
    """Which sources have no date."""
    key: str = ""
    """What an open mark says, where there is one."""
    head: tuple[str, str] = ("", "")

    def table(self) -> Table:
        """The same as dates and sources, for a form without pictures."""
        return Table(self.head, tuple((m.date, m.label) for m in self.moments))


NO_TIMELINE = Timeline()


def timeline(articles: Iterable[Article], words: Wording) -> Timeline:
    """Put the sources in order; those of one date or none make no timeline.

    Args:
        articles: those that are cited.
        words: of the briefing's language.
    """
    moments: list[Moment] = []
    undated: list[str] = []
    for article, name in _named(tuple(articles), words):
        data = article.metadata
        if data.issued:
            start, end = days(data.issued)
            inferred = data.state("issued") is State.INFERRED
            moments.append(Moment(name, words.terms.issued(data), start, end, inferred))
        else:
            undated.append(name)
    if len(moments) < LEAST:
        return NO_TIMELINE
    moments.sort(key=lambda m: (m.start, m.end, m.label))
    comma, semicolon = words.terms.several, words.terms.semicolon
    shown = semicolon.join(f"{m.date}{comma}{m.label}" for m in moments)
    names = semicolon.join(name if words.rtl else isolated(name, rtl=False) for name in undated)
    note = words("timeline-undated", names=names) if names else ""
    said = " ".join(filter(None, (words("timeline-alt", list=shown), note)))
    key = words("timeline-inferred") if any(m.inferred for m in moments) else ""
    head = (words("issued"), words("source"))
    return Timeline(tuple(moments), tuple(undated), tuple(_ticks(moments, words)), said, note, key, head)


def _named(articles: tuple[Article, ...], words: Wording) -> Iterator[tuple[Article, str]]:
    """The sources with their labels; where several have the same, their titles tell them apart."""
    labels = [label(article, words) for article in articles]
    for article, name in zip(articles, labels, strict=True):
        title = naming.marked(article.metadata, "title", article.metadata.title) if article.metadata.title else ""
        titled = f"{words.apart(title)}{words.terms.several}{name}"
        yield article, titled if title and labels.count(name) > 1 else name


def label(article: Article, words: Wording) -> str:
    """What a source is called in few words: who wrote it, and where."""
    data = article.metadata
    outlet = naming.outlet(data)
    told = outlet.startswith(_who(data, words.terms) or "\0")
    parts = [_who(data, words.terms, words.apart), "" if told else words.apart(outlet)]
    return words.terms.several.join(filter(None, parts)) or words.apart(data.title) or words.terms.untitled


def days(stated: PartialDate) -> tuple[int, int]:
    """The first day that a date may mean, and the day after the last."""
    first = _day(stated.year, stated.month or 1, stated.day or 1)
    if stated.day:
        return first, first + 1
    months = stated.year * 12 + (stated.month or 1) - 1 + (1 if stated.month else 12)
    return first, _month(months)


def _who(data: Metadata, terms: Terms, each: Callable[[str], str] = str) -> str:
    names = [each(name.short) for name in data.author]
    many = f"{names[0]} {terms.et_al}" if len(names) > 2 else terms.all_of(tuple(names))
    return naming.marked(data, "author", many) if names else ""


def _ticks(moments: list[Moment], words: Wording) -> Iterator[tuple[int, str]]:
    """Marks at the beginnings of days, months or years, from before the first source to after the last."""
    if not moments:
        return
    start, end = moments[0].start, max(m.end for m in moments)
    first, last = date.fromordinal(start), date.fromordinal(min(end, _LAST))
    if end - start <= TICKS * 3:
        step = -(-(end - start) // (TICKS - 1)) or 1
        for n in range(-(-(end - start) // step) + 1):
            day = date.fromordinal(min(start + n * step, _LAST))
            yield start + n * step, words.date(PartialDate(day.year, day.month, day.day))
        return
    from_month, to_month = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1 + (last.day > 1)
    for months in _STEPS:
        begin = from_month // min(months, 12) * min(months, 12)
        count = -(-(to_month - begin) // months)
        if count < (TICKS if months % 12 == 0 else LONG_TICKS):
            break
    for n in range(count + 1):
        year, month = divmod(begin + n * months, 12)
        yield _month(begin + n * months), words.date(PartialDate(year, 0 if months % 12 == 0 else month + 1))


def _month(months: int) -> int:
    """The first day of a month, counted from year 0."""
    return _day(months // 12, months % 12 + 1, 1)


def _day(year: int, month: int, day: int) -> int:
    """A day as a number; before and after what the calendar holds, its ends."""
    if year < 1:
        return _FIRST
    if year > date.max.year:
        return _LAST + 1
    try:
        return date(year, month, day).toordinal()
    except ValueError:  # no such day, which only a file written by hand can say
        return (date(year, month, 1) + timedelta(days=27)).toordinal()
