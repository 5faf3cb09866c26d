"""A brief's own fields and its judgements: a value that would be an error of the checklist is refused at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ..errors import InvalidError
from ..model import Brief, Finding, edits
from ..model.standards import SCALE_NAMES, TLP
from .places import Places

VALUE_RULES = frozenset(
    {"form.date", "form.marking", "form.template", "form.language", "form.style", "judgement.scale"}
)
"""The rules that say which values a field takes."""
SAID = {
    "title": "what the briefing is called",
    "date": "as printed on the cover: 2026-11-21",
    "reference": "the file number",
    "author": "who signs it",
    "addressee": "who decides on it",
    "marking": "printed on every page",
    "language": "of the document: en-GB",
    "template": "the form of the document",
    "style": "how sources are cited",
    "scale": "the words for likelihood",
    "cut-off": "the day up to which sources were taken in",
    "bottom-line": "the answer, first of all",
}
"""What a field is for, by its name in the file."""
TERM_RULE = "judgement.term"
"""The rule that says which likelihoods a judgement takes."""


def with_own_fields(brief: Brief, fields: Mapping[str, str], places: Places) -> Brief:
    """The brief with some of its own fields set, named as in the file; an empty value is the one of a new brief.

    Raises:
        InvalidError: for an unknown field or a value that it does not take.
    """
    usual = Brief(brief.id)
    for name, value in fields.items():
        brief = edits.set_field(brief, name, value.strip())
        if not value.strip():
            brief = edits.set_field(brief, name, getattr(usual, name.replace("-", "_")))
    _refuse_wrong_values(brief, {name for name, value in fields.items() if value.strip()}, places)
    return brief


def refuse_wrong_term(brief: Brief, judgement_id: str, places: Places) -> None:
    """See that the likelihood of a judgement is a term of the brief's scale.

    Raises:
        InvalidError: where it is not.
    """
    alone = tuple(j for j in brief.judgements if j.id == judgement_id)
    for found in _found(replace(brief, judgements=alone), {TERM_RULE}, places):
        raise InvalidError(found.message, where="likelihood", hint=found.hint)


def _refuse_wrong_values(brief: Brief, names: set[str], places: Places) -> None:
    if not names:
        return
    for found in _found(replace(brief, judgements=()), VALUE_RULES, places):
        if found.place in names:
            raise InvalidError(found.message, where=found.place, hint=found.hint)


def _found(brief: Brief, rules: Collection[str], places: Places) -> list[Finding]:
    """What some rules find in a brief's own fields and its judgements; nothing else of it is looked at."""
    from .compiling import Sources, findings

    own = replace(brief, excerpts={}, sections=(), bottom_line="")
    return [found for found in findings(own, Sources({}, {}), places) if found.rule in rules]


def value_of(brief: Brief, name: str) -> str:
    """What a field, named as in the file, has."""
    return str(getattr(brief, name.replace("-", "_")))


def choices(name: str) -> list[tuple[str, str, str]]:
    """The values that a field is known to take, what each is called, and what is said of it; often any text will do."""
    if name == "marking":
        return [*((m, m, "") for m in TLP), ("", "none", "")]
    if name == "scale":
        return [(key, said, "") for key, said in SCALE_NAMES.items()]
    if name == "template":
        from ..compile import known_templates

        return [(t, t, "") for t in sorted(known_templates())]
    if name == "style":
        from ..citations import known_styles

        return [(s, s, "") for s in sorted(known_styles())]
    return []
