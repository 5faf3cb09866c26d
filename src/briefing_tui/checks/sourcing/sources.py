"""Rules on sources: what is missing or only inferred, and what came after the cut-off."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ...citations import known_styles
from ...model import Article, PartialDate, Severity, State, admiralty
from ...model.language_tags import is_language_tag
from ..rules.registry import ICD206, STANAG, Hit, Subject, contract, rule

_NAMES = {"title": "title", "author": "author", "container-title": "outlet", "issued": "date"}
_LEFT_OUT = _NAMES["container-title"]
"""What every style leaves out where it is missing, without a word."""
_UNDATED = "issued"
"""The field that has a rule of its own where it is missing."""
_SHOWN = "title"
"""The field that has a stand-in in every style."""


@rule("source.inferred", Severity.WARNING, contract(6))
def inferred(subject: Subject) -> Iterator[Hit]:
    """Metadata that is only inferred: printed in brackets with a question mark.

    Nothing is guessed silently: until a person confirms it, it is printed as a guess.
    """
    for article in _used(subject):
        fields = [label for name, label in _NAMES.items() if article.metadata.state(name) is State.INFERRED]
        if fields:
            yield Hit(
                _place(subject, article),
                f"{article.id}: {_list(fields)} inferred, not stated",
                f"confirm it: briefing article set {article.id} FIELD=VALUE",
            )


@rule("source.missing", Severity.NOTE, contract(6))
def missing(subject: Subject) -> Iterator[Hit]:
    """Metadata that the source does not state: title and author are printed as missing, an outlet is left out.

    What is absent stays absent, and the reader is told.
    """
    for article in _used(subject):
        if fields := _unstated(article, besides=_UNDATED):
            said = _printed_as(fields) if subject.brief.style in known_styles() else f"no {_list(fields)} stated"
            yield Hit(_place(subject, article), f"{article.id}: {said}")


@rule("source.style-silent", Severity.NOTE, contract(6))
def silent(subject: Subject) -> Iterator[Hit]:
    """A citation style that is none of ours: it cannot show that something is not stated, or a date only inferred."""
    if subject.brief.style in known_styles():
        return
    for article in _used(subject):
        fields = _unstated(article, besides=_SHOWN)
        unsaid = [f"states no {_list(fields)}"] if fields else []
        unsaid += ["has a date that is only inferred"] if article.metadata.state("issued") is State.INFERRED else []
        if unsaid:
            said = f"the style '{subject.brief.style}' cannot show that {article.id} {' and '.join(unsaid)}"
            hint = f"use one of ours: {', '.join(known_styles())}; or see that the reader does not miss it"
            yield Hit(_place(subject, article), said, hint)


@rule("source.language", Severity.WARNING)
def no_language(subject: Subject) -> Iterator[Hit]:
    """The language of a source that is no tag of one (BCP 47): it is printed nowhere.

    A screen reader could not tell how its words are to be spoken.
    """
    for article in _used(subject):
        language = article.metadata.language
        if language and not is_language_tag(language):
            hint = f"write it like en or en-GB: briefing article set {article.id} language=en"
            yield Hit(_place(subject, article), f"{article.id}: '{language}' is no tag of a language", hint)


@rule("source.undated", Severity.WARNING, ICD206)
def undated(subject: Subject) -> Iterator[Hit]:
    """A source without a date: nobody can tell whether it is stale.

    It is printed as `n.d.`, never with the day on which it was imported.
    """
    for article in _used(subject):
        if article.metadata.issued is None:
            yield Hit(
                _place(subject, article),
                f"{article.id} has no date",
                "where you know it (e in the library corrects it): "
                f"briefing article set {article.id} issued=YYYY-MM-DD (or YYYY-MM, YYYY)",
            )


@rule("source.stale", Severity.WARNING, ICD206)
def stale(subject: Subject) -> Iterator[Hit]:
    """A source that is older, on the brief's date, than the house allows.

    The profile's `stale-after` says how old a source may be; a year or a month without a day counts to its end.
    """
    limit = subject.profile.stale_after
    try:
        oldest = limit.before(date.fromisoformat(subject.brief.date))
    except ValueError:
        return
    for article in _used(subject):
        issued = article.metadata.issued
        if issued and _last_day(issued) < oldest:
            yield Hit(
                _place(subject, article),
                f"{article.id} is dated {issued}, more than {limit} before the brief",
                "see whether it still holds, or use a newer source",
            )


@rule("source.after-cut-off", Severity.WARNING, ICD206)
def after_cut_off(subject: Subject) -> Iterator[Hit]:
    """A source that is younger than the brief's cut-off.

    The briefing says that nothing later was taken in.
    """
    cut_off = subject.brief.cut_off
    for article in _used(subject):
        issued = str(article.metadata.issued or "")
        if cut_off and issued and issued > cut_off[: len(issued)]:
            yield Hit(
                _place(subject, article),
                f"{article.id} is dated {issued}, after the cut-off {cut_off}",
                "move the cut-off, or leave the source out",
            )


def _last_day(issued: PartialDate) -> date:
    """The last day that a date may mean."""
    month = issued.month or 12
    return date(issued.year or 1, month, issued.day or monthrange(issued.year or 1, month)[1])


def _unstated(article: Article, *, besides: str) -> list[str]:
    """What a source does not state; a publisher stands for an outlet."""
    data = article.metadata
    fields = [name for name in _NAMES if name != besides and data.state(name) is State.MISSING]
    return [_NAMES[name] for name in fields if name != "container-title" or not data.publisher]


def _printed_as(fields: list[str]) -> str:
    """What a source does not state, and what our own styles print of that."""
    named = [field for field in fields if field != _LEFT_OUT]
    said = [f"no {_list(named)} stated; printed as missing"] if named else []
    said += [f"no {_LEFT_OUT} stated; left out"] if len(named) < len(fields) else []
    return "; ".join(said)


def _used(subject: Subject) -> list[Article]:
    ids = dict.fromkeys(e.article for e in subject.brief.excerpts.values())
    return [subject.articles[i] for i in ids if i in subject.articles]


def _place(subject: Subject, article: Article) -> str:
    return next(e.id for e in subject.brief.excerpts.values() if e.article == article.id)


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


@rule("source.grade", Severity.ERROR, STANAG)
def unknown_grade(subject: Subject) -> Iterator[Hit]:
    """A grade that is no Admiralty code; it is not printed.

    A code that nobody can look up misleads more than none.
    """
    for article in _used(subject):
        found = admiralty.stored(article.metadata)
        if found and not admiralty.grade(article.metadata):
            hint = f"briefing article set {article.id} admiralty=B2: {admiralty.HINT}"
            yield Hit(_place(subject, article), f"{article.id}: '{found}' is no Admiralty code", hint)
