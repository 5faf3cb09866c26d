"""A brief's own fields and its judgements: a value that would be an error of the checklist is refused at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import InvalidError
from ...model import Brief, Finding, edits
from ...model.brief_fields import FIELDS, SAID
from ...model.standards import SCALE_NAMES, TLP
from ...model.template import BOTTOM_LINE, TemplateField
from ..briefing.templates import Templates, asked, own_fields, with_headings
from ..places import Places

if TYPE_CHECKING:
    from ...storage import BriefSession

VALUE_RULES = frozenset(
    {
        "form.date",
        "form.marking",
        "form.template",
        "form.language",
        "form.unknown-language",
        "form.style",
        "form.annex",
        "form.statement",
        "judgement.scale",
    }
)
"""The rules that say which values a field takes."""
TERM_RULE = "judgement.term"
"""The rule that says which likelihoods a judgement takes."""


def with_own_fields(brief: Brief, fields: Mapping[str, str], places: Places) -> Brief:
    """The brief with some of its own fields set, named as in the file; an empty value is the one of a new brief.

    Raises:
        InvalidError: for an unknown field or a value that it does not take.
    """
    usual = Brief(brief.id)
    template = asked(replace(brief, template=fields.get("template") or brief.template), places).template
    of_form = template.own_fields() if template else tuple(brief.fields)
    for name, value in fields.items():
        if name in of_form or name in brief.fields:
            brief = edits.set_template_field(brief, name, value.strip())
            continue
        brief = edits.set_field(brief, name, value.strip())
        if not value.strip():
            brief = edits.set_field(brief, name, getattr(usual, name.replace("-", "_")))
    brief = edits.fit_fields(brief, of_form)
    _refuse_wrong_values(brief, {name for name, value in fields.items() if value.strip()}, places)
    return brief


def set_fields(session: BriefSession, fields: Mapping[str, str], places: Places) -> bool:
    """Set some of an open brief's own fields, in one step; whether that changed one: else there is no step.

    With the language, titles of sections as the program gives them go over to the new one; all others stay.
    """
    before = session.brief
    brief = with_own_fields(before, fields, places)
    if brief.language != before.language:
        brief = with_headings(brief, before, places)
    changed = [name for name in fields if value_of(brief, name) != value_of(before, name)]
    if changed:
        session.edit(brief, f"set {', '.join(changed)}")
    return bool(changed)


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
    from ..briefing.compiling import checklist_of
    from .sources import Sources

    own = replace(brief, excerpts={}, sections=(), bottom_line="")
    return [found for found in checklist_of(own, Sources({}, {}), places).findings if found.rule in rules]


@dataclass(frozen=True, slots=True)
class OwnField:
    """One of the brief's own fields, named as in the file."""

    name: str
    about: str
    """What belongs there."""
    is_long: bool = False
    """Whether it may have several paragraphs."""


def fields_of(brief: Brief, places: Places) -> tuple[OwnField, ...]:
    """The brief's own fields: those of every brief, then those that its form has a place for."""
    every = [OwnField(name, SAID[name], name == BOTTOM_LINE) for name in FIELDS]
    asked_for, words = own_fields(brief, places), asked(brief, places).words
    return (*every, *(OwnField(f.id, _about(f, words.get(f.id, "")), is_long=True) for f in asked_for))


def _about(field: TemplateField, printed: str) -> str:
    """What belongs in a field of the form, behind what the pages call it where that is another word."""
    about = field.about or "a part of this form"
    return about if printed.casefold() in ("", field.id) else f"‘{printed}’: {about}"


def value_of(brief: Brief, name: str) -> str:
    """What a field, named as in the file, has."""
    return str(getattr(brief, name.replace("-", "_"))) if name in FIELDS else brief.fields.get(name, "")


def choices(name: str, places: Places) -> list[tuple[str, str, str]]:
    """The values that a field is known to take, what each is called, and what is said of it; often any text will do.

    Of the forms, the one that a brief has where nobody says another is the first.
    """
    if name == "marking":
        return [*((m, m, "") for m in TLP), ("", "none", "")]
    if name in ("annex", "statement"):
        return [("yes", "yes", ""), ("no", "no", ""), ("", "as the form says", "")]
    if name == "scale":
        return [(key, said, "") for key, said in SCALE_NAMES.items()]
    if name == "template":
        forms = sorted(Templates(places).all(), key=lambda form: form.id != Brief("").template)
        return [(form.id, form.id, f"{form.title}: {form.about}") for form in forms]
    if name == "style":
        from ...citations import known_styles, load

        stands = {"footnote": "at the foot of the page", "endnote": "at the end", "inline": "in the text"}
        ours = [(s, s, stands[load(s).placement.value]) for s in known_styles()]
        return [*ours, *((file, file, "of the house") for file in _style_files(places.root))]
    return []


def _style_files(root: Path) -> list[str]:
    """The styles that a workspace has itself, in its folder or in a folder of that, as a brief names them."""
    found = (file.relative_to(root).as_posix() for file in (*root.glob("*.csl"), *root.glob("[!.]*/*.csl")))
    return sorted(name for name in found if not name.startswith("."))
