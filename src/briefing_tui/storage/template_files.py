"""What a form of document asks for, as a file: `template.yaml`, which a house may copy and change."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..errors import FormatError
from ..model.brief_fields import FIELDS
from ..model.signs.fixed_words import borrowed
from ..model.template import BOTTOM_LINE, REQUIRABLE, Core, Numbering, Part, Template, TemplateField
from ..support import yaml
from ..support.text_files import MIB
from .fields import FieldError, Fields
from .formats import current

LIMIT = MIB
"""Bytes of a template's file."""
PAPERS = ("A4", "Letter")

_ID = re.compile(r"[a-z][a-z0-9-]*")
_TAKEN = re.compile(r"[eijs]\d+")
"""Ids of excerpts, items, judgements and sections."""
_PLACES = frozenset(("cover", "body", "furniture"))
"""What a page has places for."""
_NAMES = frozenset((*FIELDS, *Part))
_ID_HINT = "small letters, digits and '-', the first a letter; no name that a brief or a form has for something else"


def parse_template(text: str, *, template_id: str, file: str, reserved: Collection[str] = ()) -> Template:
    """The template that the text of a file holds.

    Args:
        text: YAML.
        template_id: its name.
        file: what an error names.
        reserved: keys of words that the program says itself: no field and no section has one of them.

    Raises:
        FormatError: for an unknown part, a field that is printed nowhere, and the like; with line and field.
    """
    if not text.strip():
        raise FormatError(
            "the file is empty", file=file, hint="bring it back from a copy, or copy that of another form"
        )
    plain = current(yaml.load(text, file=file, limit=LIMIT), file=file, text=text)
    try:
        return _template(Fields(plain), template_id, frozenset(reserved) | _PLACES)
    except FieldError as error:
        raise error.located(file, text) from None


def _template(top: Fields, template_id: str, reserved: Collection[str]) -> Template:
    top.take("format")
    usual = Template(template_id)
    fields = tuple(_fields(top, reserved))
    template = Template(
        id=template_id,
        title=top.text("title", template_id),
        about=top.text("about"),
        parts=top.texts("parts") or usual.parts,
        fields=fields,
        required=top.texts("required"),
        sections=top.texts("sections"),
        pages=top.integer("pages", 0),
        paper=top.text("paper", usual.paper),
        numbering=top.choice("numbering", Numbering, usual.numbering),
        core=top.choice("core", Core, usual.core),
        words=_words(top.child("words")),
    )
    for unknown in top.rest():
        raise top.error(f"a template has no '{unknown}'", unknown, "see docs/templates.md")
    _check(template, top)
    for n, key in enumerate(template.sections):
        if key in reserved or key in _NAMES:
            raise FieldError(f"'{key}' cannot be the key of a section", ("sections", n), _ID_HINT)
    _check_words(template)
    return template


def _fields(top: Fields, reserved: Collection[str]) -> Iterator[TemplateField]:
    seen: set[str] = set()
    for entry in top.children("fields"):
        name = entry.required("id", _ID_HINT)
        taken = name in reserved or (name in _NAMES and name != BOTTOM_LINE)
        if taken or not _ID.fullmatch(name) or _TAKEN.fullmatch(name):
            raise entry.error(f"'{name}' cannot be the id of a field", "id", _ID_HINT)
        if name in seen:
            raise entry.error(f"the field '{name}' is there twice", "id", "give one of the two another id")
        seen.add(name)
        yield TemplateField(name, entry.flag("required"), entry.integer("lines", 0), entry.text("about"))
        for unknown in entry.rest():
            raise entry.error(f"a field has no '{unknown}'", unknown, "it has: id, required, lines, about")


def _check(template: Template, top: Fields) -> None:
    known = {*Part, *template.own_fields()}
    for n, part in enumerate(template.parts):
        if part not in known:
            message, hint = f"there is no part '{part}'", "one of: " + ", ".join(sorted(known))
            raise FieldError(message, ("parts", n), hint)
        if part in template.parts[:n]:
            raise FieldError(f"the part '{part}' is there twice", ("parts", n), "take one of the two out")
    for n, name in enumerate(template.required):
        if name not in REQUIRABLE:
            hint = "one of: " + ", ".join(REQUIRABLE) + "; a field of the form says `required: true` itself"
            raise FieldError(f"'{name}' cannot be required here", ("required", n), hint)
        if name in template.required[:n]:
            raise FieldError(f"'{name}' is required twice", ("required", n), "take one of the two out")
    for needed in (Part.SECTIONS, Part.SOURCES, *template.own_fields()):
        if needed not in template.parts:
            raise top.error(f"'{needed}' would be printed nowhere", "parts", "name it among the parts")
    if template.paper not in PAPERS:
        raise top.error(f"there is no paper '{template.paper}'", "paper", "one of: " + ", ".join(PAPERS))


def _words(fields: Fields) -> dict[str, dict[str, str]]:
    languages = [fields.child(language) for language in fields.names()]
    return {str(one.path[-1]): {key: one.text(key) for key in one.names()} for one in languages}


def _check_words(template: Template) -> None:
    """A form names its own headings; what the program says of sources and of what is unverified stays its own."""
    known = {*Part, *template.parts, *template.own_fields(), *template.sections}
    for language, words in template.words.items():
        for key, said in words.items():
            path = ("words", language, key)
            if key not in known:
                hint = "one of its parts, fields and sections: " + ", ".join(sorted(known))
                raise FieldError(f"'{key}' is no heading of this form", path, hint)
            if found := borrowed([said]):
                raise FieldError(f"the words for '{key}' have {found.what}", path, found.hint)
