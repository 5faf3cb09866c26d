"""Rules on the sources of a judgement: how many there are once those of one origin count as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Severity
from ...model.naming import count
from ..judging.vocabulary import vocabulary_for
from ..rules.registry import ICD206, Hit, Subject, rule
from .origins import Group, groups

_HINT = (
    "add one of another origin (+ in the draft), or say in the reason for the confidence (e) that there is none: "
    "“No second source.”"
)


@rule("judgement.single-source", Severity.WARNING, ICD206)
def single_source(subject: Subject) -> Iterator[Hit]:
    """A judgement that rests on one source, or on several of one origin.

    What the brief's own author wrote argues for a judgement and is no source of it. Nothing is found where the reason
    for the confidence says that there is one source: the reader knows it then.
    """
    known = vocabulary_for(subject.brief.language) or vocabulary_for("en")
    for judgement in subject.brief.judgements:
        found = groups(subject, judgement.for_)
        others = [group for group in found if not group.own]
        if not found or len(others) > 1 or (known and known.says_one_source(judgement.confidence.because)):
            continue
        if not others:
            yield Hit(judgement.id, f"it rests on the author's own texts alone: {_listed(found)}", _HINT)
        else:
            own = "; the author's own texts are not counted" if len(found) > 1 else ""
            yield Hit(judgement.id, f"it rests on one source: {_listed(others)}{own}", _HINT)


@rule("judgement.independence", Severity.WARNING, ICD206)
def independence(subject: Subject) -> Iterator[Hit]:
    """Sources of one outlet or one origin beside others: they count as one, however many there are.

    Several reports of one thing said are no more evidence of it than the first.
    """
    for judgement in subject.brief.judgements:
        others = [group for group in groups(subject, judgement.for_) if not group.own]
        several = [group for group in others if group.reason]
        if len(others) > 1 and several:
            number = sum(len(group.articles) for group in others)
            message = f"{count(number, 'source')} are {len(others)} by origin: {_listed(several)}"
            yield Hit(judgement.id, message, "count those as one where you say how sure you are (e in the draft)")


def _listed(found: Sequence[Group]) -> str:
    return "; ".join(" and ".join(group.articles) + (f" ({group.reason})" if group.reason else "") for group in found)
