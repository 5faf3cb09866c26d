"""The forms of document: what a brief's form asks for, which there are, and copies that a house may change."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...errors import BriefingError, FormatError, InvalidError
from ...model import Brief, Problem, edits
from ...model.template import Template, TemplateField
from ...support.atomic import storage_error
from ..places import Places

_NAME = re.compile(r"\w[\w.-]*")
_NAME_HINT = "letters, digits, '-', '_' and '.', the first no '-' and no '.'"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of a brief asks for, in the brief's language; as much as could be read."""

    template: Template | None = None
    problem: Problem | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    unworded: tuple[str, ...] = ()
    own: bool = False
    """Whether it is one of the house, and none that ships."""
    fonts: tuple[str, ...] = ()
    """The files of fonts that it brings along."""


def asked(brief: Brief, places: Places) -> Asked:
    """What the form of a brief asks for."""
    from ...compile import is_house_form, load_form, words_of

    try:
        form = load_form(brief.template, places.templates)
    except InvalidError as error:
        return Asked(problem=Problem("", 0, "", error.message, error.hint))
    except BriefingError as error:
        return Asked(problem=problem(error))
    template = form.template
    words = words_of(template, brief.language)
    keys = (*template.headed(), *template.sections)
    unworded = tuple(dict.fromkeys(key for key in keys if key not in words))
    return Asked(template, None, words, unworded, is_house_form(brief.template, places.templates), form.fonts)


def problem(error: BriefingError) -> Problem:
    """An error as a value that checks can report."""
    if isinstance(error, FormatError):
        return Problem(error.file, error.line, error.field, error.message, error.hint)
    return Problem(error.where, 0, "", error.message, error.hint)


def own_fields(brief: Brief, places: Places) -> tuple[TemplateField, ...]:
    """The texts that a brief's form has a place for, then those that the brief has besides."""
    template = asked(brief, places).template
    names = template.own_fields() if template else ()
    fields = [f for f in template.fields if f.id in names] if template else []
    besides = (TemplateField(name, about="not printed by this form") for name in brief.fields if name not in names)
    return (*fields, *besides)


def with_sections(brief: Brief, places: Places) -> Brief:
    """A new brief with the sections that its form requires, empty."""
    form = asked(brief, places)
    for key in form.template.sections if form.template else ():
        brief, _ = edits.add_section(brief, form.words.get(key, key))
    return brief


def with_headings(brief: Brief, before: Brief, places: Places) -> Brief:
    """The brief with those titles in its language that the program gave its sections in the language that it had."""
    old, new = asked(before, places), asked(brief, places)
    known = {edits.first_title(before.language): edits.first_title(brief.language)}
    for key in old.template.sections if old.template else ():
        if key in old.words and key in new.words:
            known[old.words[key]] = new.words[key]
    return replace(brief, sections=tuple(replace(s, title=known.get(s.title, s.title)) for s in brief.sections))


class Templates:
    """The forms that briefs of a workspace can have: those that ship, and those of the house."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def all(self) -> tuple[Template, ...]:
        """All of them, by name; one that cannot be used says so."""
        from ...compile import known_templates, load_template

        found = []
        for name in known_templates(self._places.templates):
            try:
                found.append(load_template(name, self._places.templates))
            except BriefingError as error:
                found.append(Template(name, title=name, about=f"cannot be used: {error.message}"))
        return tuple(found)

    def is_own(self, name: str) -> bool:
        """Whether the workspace has it."""
        return (self._places.templates / name).is_dir()

    def copy(self, name: str, new: str = "") -> Path:
        """Copy a form into the workspace, where the house may change it; under its own name it goes before the other.

        Returns:
            the folder of the copy.

        Raises:
            InvalidError: for a form that there is not, or a name that is taken or none.
            StorageError: where it cannot be written.
        """
        from ...compile import template_files

        new = new or name
        if not _NAME.fullmatch(new):
            raise InvalidError(f"'{new}' cannot be the name of a form", where="template", hint=_NAME_HINT)
        target = self._places.templates / new
        where = self._places.relative(target)
        if target.exists():
            raise InvalidError(
                f"there is a folder {where} already", where=where, hint="choose another name, or edit it"
            )
        files = template_files(name, self._places.templates)
        made = target.with_name(f".{new}.unfinished-{os.getpid()}")
        try:
            for file_name, source in files.items():
                (made / file_name).parent.mkdir(exist_ok=True, parents=True)
                shutil.copyfile(source, made / file_name)
            made.rename(target)
        except OSError as error:
            raise storage_error(error, target, "the form cannot be copied") from error
        finally:
            shutil.rmtree(made, ignore_errors=True)  # gone where all went well
        return target
