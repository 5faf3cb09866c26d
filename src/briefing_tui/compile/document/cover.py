"""What a briefing says about itself before it says anything else: title, cover block, notice of a draft, scale."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing_tui.citations import Text
from briefing_tui.model import Brief, Severity
from briefing_tui.model.blank import is_blank
from briefing_tui.model.standards import SCALES
from briefing_tui.model.template import Template

from ..job import Job
from ..languages.wording import Wording
from .points import Scale
from .runs import Gap
from .tree import Fact

_FACTS = ("addressee", "author", "reference", "date", "cut-off")
_LABELS = {"date": "issued"}
"""Labels that are not called like their fields."""
_DATES = ("date", "cut-off")


def title(brief: Brief, words: Wording) -> Text | Gap:
    """The title, or a mark that there is none yet."""
    return Gap(words("no-title")) if is_blank(brief.title) else Text(brief.title)


def facts(brief: Brief, words: Wording, needed: Collection[str] = ("date",)) -> Iterator[Fact]:
    """The lines of the cover block: those that have something to say, and those that are needed."""
    for field in _FACTS:
        label = words(_LABELS.get(field, field))
        value = str(getattr(brief, field.replace("-", "_")))
        written = words.written_date(value) if field in _DATES else value
        if not is_blank(written):
            yield Fact(field, label, Text(written), words("label", label=label))
        elif not is_blank(value) or field in needed:
            gap = "no-date" if field in _DATES else "no-addressee" if field == "addressee" else "not-written"
            yield Fact(field, label, Gap(words(gap)), words("label", label=label))


def needed(template: Template, *, final: bool) -> tuple[str, ...]:
    """The fields whose gap is marked; what a final briefing may lack, it lacks without a mark."""
    return ("date", *template.required, *(() if final else ("addressee", "marking")))


def notice(job: Job, words: Wording) -> tuple[str, ...]:
    """What a draft says about itself: how much is open by what the brief says, and what cannot be relied on."""
    weights = [finding.severity for finding in job.findings]
    counts = [words(f"open-{s}", n=weights.count(s)) for s in Severity if s in weights]
    said = " · ".join(filter(None, (*counts, _untrusted(job, words))))
    return (words("draft"), said) if said else (words("draft"),)


def _untrusted(job: Job, words: Wording) -> str:
    """How many excerpts are unverified, and whether they are quotes; nothing where all are verified."""
    unverified = job.unverified()
    quotes = len(job.brief.quoted() & set(unverified))
    if not unverified:
        return ""
    kind = {len(unverified): "unverified-quotes", 0: "unverified-others"}.get(quotes, "unverified")
    return words(kind, n=len(unverified), quotes=quotes)


def scale(brief: Brief, words: Wording) -> Scale:
    """The likelihood scale, where a judgement uses one."""
    used = {j.likelihood.casefold() for j in brief.judgements if j.likelihood}
    terms = SCALES.get(brief.scale, ()) if used else ()
    if not terms:
        return Scale()
    listed = tuple((words.likelihood(t.word), words("range", low=t.low, high=t.high), t.word in used) for t in terms)
    name, unit = words.scales[brief.scale], words("per-cent")
    named = words("label", label=f"{name}{words.terms.several}{unit}")
    said = words.terms.semicolon.join(f"{term} {span}" for term, span, _ in listed)
    return Scale(name, unit, listed, f"{named} {said}.")
