"""From a plain document to the brief that it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of
from typing import Any

from ..model.alteration import Alteration, AlterationKind
from ..model.brief import Brief, Confidence, Item, ItemKind, Judgement, Section
from ..model.edits import FIELDS
from ..model.excerpt import ContextChoice, Evidence, Excerpt, Speaker, SpeakerKind
from ..model.finding import Suppression
from ..model.formats import FORMAT
from ..model.span import Span
from ..support import yaml
from .fields import FieldError, Fields
from .formats import format_of

_DEFAULTS: dict[str, str] = {
    f.name.replace("_", "-"): f.default for f in fields_of(Brief) if isinstance(f.default, str)
}


def read_brief(plain: Mapping[str, Any], default_id: str) -> Brief:
    """The brief that a document of the current format holds, or of a newer one as far as it can be read.

    An excerpt that is named and not there is no reason not to read the rest: the checks find it.

    Args:
        plain: the document.
        default_id: for a brief that does not state its own.

    Raises:
        FieldError: for a field that is not what it should be, or an id that is there twice.
    """
    number = format_of(plain)
    top = Fields(plain)
    top.take("format")
    ids = _Ids()
    excerpts = _excerpts(top.child("excerpts"))
    fields = top.child("fields")
    last_ids = top.child("last-ids")
    own: dict[str, Any] = {name.replace("-", "_"): top.text(name, _DEFAULTS[name]) for name in FIELDS}
    return Brief(
        id=top.text("id", default_id),
        **own,
        fields={name: fields.text(name) for name in fields.names()},
        excerpts=excerpts,
        judgements=tuple(_judgement(f, ids) for f in top.children("judgements")),
        sections=tuple(_section(f, ids) for f in top.children("sections")),
        comments=_mappings(top, "comments"),
        approvals=_mappings(top, "approvals"),
        allowed_quotations=_mappings(top, "allowed-quotations"),
        suppressed=tuple(_suppression(f) for f in top.children("suppressed")),
        last_ids={name: last_ids.integer(name) for name in last_ids.names()},
        extra=top.rest(),
        newer_format=number if number > FORMAT else 0,
    )


_ID = re.compile(r"[\w-]+")
_PLACES = re.compile(r"[cn]\d+|(?:source|annex)-\d+", re.ASCII)
"""What the pages call the places of calls, notes, sources and passages in the annex."""
_ID_HINT = "letters, digits, '-' and '_': like e1, i2 or south-quay"


class _Ids:
    """The ids met so far: each names one thing."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def take(self, fields: Fields) -> str:
        """The id of an entry that nothing else has."""
        found = fields.required("id", "any short name that nothing else in the brief has")
        if not _ID.fullmatch(found):
            raise fields.error(f"'{found}' cannot be an id", "id", _ID_HINT)
        if _PLACES.fullmatch(found):
            raise fields.error(f"'{found}' cannot be an id: the pages call a note or a source so", "id", _ID_HINT)
        if found in self._seen:
            raise fields.error(f"the id '{found}' is there twice", "id", "give one of the two another id")
        self._seen.add(found)
        return found


def _excerpts(fields: Fields) -> dict[str, Excerpt]:
    return {name: _excerpt(name, fields.child(name)) for name in fields.names()}


def _excerpt(excerpt_id: str, fields: Fields) -> Excerpt:
    if not _ID.fullmatch(excerpt_id):
        raise FieldError(f"'{excerpt_id}' cannot be the id of an excerpt", fields.path, _ID_HINT)
    start = fields.integer("start")
    return Excerpt(
        id=excerpt_id,
        article=fields.required("article"),
        sha256=fields.required("sha256"),
        paragraph=fields.integer("paragraph", least=1),
        span=Span(start, fields.integer("end", least=start)),
        exact=fields.required("exact"),
        prefix=fields.text("prefix"),
        suffix=fields.text("suffix"),
        heading=fields.flag("heading"),
        speaker=_speaker(fields),
        context=_context(fields),
        alterations=tuple(map(_alteration, fields.children("alterations"))),
        extra=fields.rest(),
    )


def _speaker(excerpt: Fields) -> Speaker | None:
    if excerpt.take("speaker") is None:
        return None
    fields = excerpt.child("speaker")
    return Speaker(
        name=fields.text("name"),
        role=fields.text("role"),
        kind=fields.choice("kind", SpeakerKind, SpeakerKind.NAMED),
        via=fields.texts("via"),
        evidence=tuple(map(_evidence, fields.children("evidence"))),
        extra=fields.rest(),
    )


def _evidence(fields: Fields) -> Evidence:
    start = fields.integer("start")
    return Evidence(Span(start, fields.integer("end", least=start)), fields.required("exact"), fields.rest())


def _alteration(fields: Fields) -> Alteration:
    start = fields.integer("start")
    return Alteration(
        kind=fields.choice("kind", AlterationKind),
        span=Span(start, fields.integer("end", least=start)),
        exact=fields.text("exact"),
        text=fields.text("text"),
        extra=fields.rest(),
    )


def _context(excerpt: Fields) -> ContextChoice | None:
    if excerpt.take("context") is None:
        return None
    fields = excerpt.child("context")
    return ContextChoice(fields.texts("dismissed"), fields.texts("kept"), fields.rest())


def _judgement(fields: Fields, ids: _Ids) -> Judgement:
    confidence = fields.child("confidence")
    return Judgement(
        id=ids.take(fields),
        text=fields.text("text"),
        likelihood=fields.text("likelihood"),
        confidence=Confidence(confidence.text("level"), confidence.text("because"), confidence.rest()),
        for_=fields.texts("for"),
        against=fields.texts("against"),
        extra=fields.rest(),
    )


def _section(fields: Fields, ids: _Ids) -> Section:
    return Section(
        id=ids.take(fields),
        title=fields.text("title"),
        items=tuple(_item(f, ids) for f in fields.children("items")),
        level=fields.integer("level", 1, least=1),
        extra=fields.rest(),
    )


def _item(fields: Fields, ids: _Ids) -> Item:
    return Item(
        kind=fields.choice("kind", ItemKind),
        id=ids.take(fields),
        excerpt=fields.text("excerpt"),
        text=fields.text("text"),
        core=fields.text("core"),
        note=fields.text("note"),
        extra=fields.rest(),
    )


def _suppression(fields: Fields) -> Suppression:
    return Suppression(
        rule=fields.text("rule"),
        place=fields.text("place"),
        reason=fields.text("reason"),
        by=fields.text("by"),
        date=fields.text("date"),
        extra=fields.rest(),
    )


def _mappings(fields: Fields, name: str) -> tuple[Mapping[str, Any], ...]:
    entries = fields.entries(name)
    for n, entry in enumerate(entries):
        if not isinstance(entry, Mapping):
            raise FieldError(f"an entry of '{name}' holds fields, as 'name: value'", (*fields.path, name, n))
    return tuple(yaml.resolved(entry) for entry in entries)
