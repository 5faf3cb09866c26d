"""Rules of the form of document: what it requires, what it has no place for, and its limits."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Severity
from ...model.blank import is_blank
from ...model.sections import is_bare
from ...model.template import BOTTOM_LINE, Core, Part, Template
from ..rules.registry import Hit, Subject, rule


@rule("form.required", Severity.ERROR)
def required(subject: Subject) -> Iterator[Hit]:
    """A part that the form requires and the brief lacks."""
    template = subject.template
    for field in template.fields if template else ():
        if field.required and field.id != BOTTOM_LINE and is_blank(subject.brief.fields.get(field.id, "")):
            yield Hit(
                field.id,
                f"the form asks for '{subject.label(field.id)}', which is not written",
                "write it (i in the draft)",
            )
    for name in template.required if template else ():
        if is_blank(getattr(subject.brief, name.replace("-", "_"))):
            yield Hit(name, f"the form asks for '{name}', which is not written", "write it (i in the draft)")
    for key in template.sections if template else ():
        yield from _section(subject, subject.label(key))


@rule("form.unprinted", Severity.WARNING)
def unprinted(subject: Subject) -> Iterator[Hit]:
    """Something that is written, and for which the form has no place."""
    template = subject.template
    if template:
        for place, what in _written(subject):
            if place not in template.parts:
                where = next(iter(subject.brief.judgements)).id if place == Part.JUDGEMENTS else place
                hint = "choose another form (i in the draft), or take it out"
                yield Hit(where, f"the form “{template.title}” has no place for {what}: it is not printed", hint)
        cores = [item.id for _, item in subject.brief.items() if item.core.strip()]
        if template.core is Core.OMIT:
            hint = "choose a form that opens its paragraphs with them (i in the draft)"
            yield from (Hit(one, f"the form “{template.title}” does not print core statements", hint) for one in cores)


@rule("form.words", Severity.ERROR)
def without_words(subject: Subject) -> Iterator[Hit]:
    """A form without words of its own in the language of the briefing."""
    for key in subject.unworded:
        hint = f"write them under `words: {subject.brief.language}:` in its template.yaml, or choose another form"
        yield Hit("template", f"the form '{subject.brief.template}' has no words for '{key}' in this language", hint)


@rule("form.own", Severity.NOTE)
def of_the_house(subject: Subject) -> Iterator[Hit]:
    """A form of the house's own: its look is not the program's."""
    if subject.own_form:
        hint = "the receipt has its hash; compile with a form that ships where its look is in doubt"
        yield Hit("template", f"the form '{subject.brief.template}' is the house's own", hint)


@rule("form.face", Severity.WARNING)
def faces_of_the_house(subject: Subject) -> Iterator[Hit]:
    """A form that brings fonts of its own: which letters they show for the words of sources, nobody has checked.

    The text in the PDF is right; what is seen is what the font draws.
    """
    if subject.own_fonts:
        files = ", ".join(subject.own_fonts)
        hint = "compare the pages with the sources once; the form's hash in the receipt is that of these files too"
        yield Hit("template", f"words of sources may be set in fonts of the form: {files}", hint)


@rule("layout.lines", Severity.WARNING)
def too_many_lines(subject: Subject) -> Iterator[Hit]:
    """A part that is longer than the form allows."""
    template: Template | None = subject.template
    for field in template.fields if template and subject.layout else ():
        lines = subject.layout.lines.get(field.id, 0) if subject.layout else 0
        if field.lines and lines > field.lines:
            label = subject.label(field.id)
            yield Hit(
                field.id, f"'{label}' has {lines} lines of {field.lines}", "cut it: the form asks for brevity here"
            )


def _section(subject: Subject, title: str) -> Iterator[Hit]:
    """What a section that the form asks for lacks: itself, or anything in it."""
    sections = subject.brief.sections
    called = [n for n, section in enumerate(sections) if section.is_called(title)]
    asked = f"the form asks for a section “{title}”"
    if not called:
        yield Hit("", asked, f"add one with this heading, “{title}” (a in the draft)")
    elif all(is_bare(sections, n) for n in called):
        yield Hit(
            sections[called[0]].id, f"{asked}, which is empty", "pin passages into it, or write a text (a in the draft)"
        )


def _written(subject: Subject) -> Iterator[tuple[str, str]]:
    """The parts that a form may lack and that have something to say, each with what it is called."""
    brief = subject.brief
    if brief.bottom_line.strip():
        yield BOTTOM_LINE, "the bottom line"
    if brief.judgements:
        yield Part.JUDGEMENTS, "key judgements"
    for name, text in brief.fields.items():
        if text.strip():
            yield name, f"'{name}'"
