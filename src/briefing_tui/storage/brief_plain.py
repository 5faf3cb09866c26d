"""From a brief to the plain document that its file and its journal hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ..model.alteration import Alteration
from ..model.brief import Brief, Item, Judgement, Section
from ..model.edits import FIELDS, last_id
from ..model.excerpt import ContextChoice, Excerpt, Speaker
from ..model.finding import Suppression
from ..model.formats import FORMAT
from .fields import filled

LETTERS = ("e", "i", "s", "j")
"""What ids begin with: those of excerpts, items, sections and judgements."""
_RARE = frozenset({"annex", "statement"})
"""Fields of their own that a file has only where they are set."""
_SPARE = 1_000
"""Parts no longer in use that are remembered at most, beside twice as many as are in use."""

_Part = TypeVar("_Part", Excerpt, Item, Judgement)


def brief_to_plain(brief: Brief) -> dict[str, Any]:
    """A brief as its file has it: keys in a fixed order, the excerpts in the order of their numbers."""
    return PlainWriter().write(brief, _last_ids(brief))


class PlainWriter:
    """Turns brief after brief into documents.

    A part that is still the same object is the same object in the new document too: an edit costs what it changes, and
    a comparison of two documents stops where they are one.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, dict[str, Any]]] = {}

    def write(self, brief: Brief, last_ids: Mapping[str, int] | None = None) -> dict[str, Any]:
        """The document, with those `last-ids` or without any."""
        plain = {
            "format": brief.newer_format or FORMAT,
            "id": brief.id,
            **{name: value for name in FIELDS if (value := _own(brief, name)) or name not in _RARE},
            **filled(fields=dict(brief.fields)),
            "excerpts": {k: self._part(brief.excerpts[k], _excerpt) for k in sorted(brief.excerpts, key=_by_number)},
            "judgements": [self._part(j, _judgement) for j in brief.judgements],
            "sections": [self._section(s) for s in brief.sections],
            "comments": _plain(brief.comments),
            "approvals": _plain(brief.approvals),
            **filled(
                allowed_quotations=_plain(brief.allowed_quotations),
                suppressed=[_suppression(each) for each in brief.suppressed],
                last_ids=last_ids,
            ),
            **_plain(brief.extra),
        }
        if len(self._known) > _SPARE + 2 * (len(brief.excerpts) + sum(len(s.items) for s in brief.sections)):
            self._known.clear()
        return plain

    def _section(self, section: Section) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": section.title,
            **({"level": section.level} if section.level != 1 else {}),
            "items": [self._part(i, _item) for i in section.items],
            **_plain(section.extra),
        }

    def _part(self, part: _Part, write: Callable[[_Part], dict[str, Any]]) -> dict[str, Any]:
        known = self._known.get(id(part))
        if known is None:  # the part is kept with its document, so no other object can have its id
            known = self._known[id(part)] = (part, write(part))
        return known[1]


def _own(brief: Brief, name: str) -> str:
    return str(getattr(brief, name.replace("-", "_")))


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    return {
        "article": excerpt.article,
        "sha256": excerpt.sha256,
        "paragraph": excerpt.paragraph,
        **filled(heading=excerpt.heading),
        "start": excerpt.span.start,
        "end": excerpt.span.end,
        "exact": excerpt.exact,
        **filled(prefix=excerpt.prefix, suffix=excerpt.suffix),
        **({"speaker": _speaker(excerpt.speaker)} if excerpt.speaker else {}),
        **filled(context=_context(excerpt.context), alterations=list(map(_alteration, excerpt.alterations))),
        **_plain(excerpt.extra),
    }


def _alteration(alteration: Alteration) -> dict[str, Any]:
    return {
        "kind": str(alteration.kind),
        "start": alteration.span.start,
        "end": alteration.span.end,
        **filled(exact=alteration.exact, text=alteration.text),
        **_plain(alteration.extra),
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    evidence = [
        {"start": e.span.start, "end": e.span.end, "exact": e.exact, **_plain(e.extra)} for e in speaker.evidence
    ]
    return {
        "name": speaker.name,
        **filled(role=speaker.role, kind=str(speaker.kind), via=list(speaker.via), evidence=evidence),
        **_plain(speaker.extra),
    }


def _context(choice: ContextChoice | None) -> dict[str, Any]:
    if choice is None:
        return {}
    return {**filled(dismissed=list(choice.dismissed), kept=list(choice.kept)), **_plain(choice.extra)}


def _judgement(judgement: Judgement) -> dict[str, Any]:
    confidence = judgement.confidence
    return {
        "id": judgement.id,
        "text": judgement.text,
        **filled(
            likelihood=judgement.likelihood,
            confidence={**filled(level=confidence.level, because=confidence.because), **_plain(confidence.extra)},
            for_=list(judgement.for_),
            against=list(judgement.against),
        ),
        **_plain(judgement.extra),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": str(item.kind),
        **filled(excerpt=item.excerpt, text=item.text, core=item.core, note=item.note),
        **_plain(item.extra),
    }


def _suppression(suppression: Suppression) -> dict[str, Any]:
    return {
        "rule": suppression.rule,
        "place": suppression.place,
        "reason": suppression.reason,
        **filled(by=suppression.by, date=suppression.date),
        **_plain(suppression.extra),
    }


def _last_ids(brief: Brief) -> dict[str, int]:
    """The highest numbers ever given, where they are no longer present."""
    if not brief.last_ids:
        return {}
    present = Brief(brief.id, excerpts=brief.excerpts, judgements=brief.judgements, sections=brief.sections)
    return {k: n for k, n in brief.last_ids.items() if n > (last_id(present, k) if k in LETTERS else 0)}


def _by_number(excerpt_id: str) -> tuple[int, str]:
    """Shorter ids first, which is the order of their numbers."""
    return len(excerpt_id), excerpt_id


def _plain(value: Any) -> Any:
    """A value in the types that JSON has."""
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value
