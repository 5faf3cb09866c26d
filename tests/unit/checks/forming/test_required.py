"""What a form asks for and a brief lacks."""

from __future__ import annotations

from dataclasses import replace

from briefing_tui.checks import Subject, check
from briefing_tui.model import Section
from briefing_tui.model.template import Template
from tests.unit.checks.test_rules import ARTICLES, GOOD


def test_what_a_form_requires_of_the_head_is_an_error() -> None:
    bare = replace(GOOD, addressee="", marking="")
    for template, wanted in (
        (Template("t"), {"form.addressee": "addressee", "form.unmarked": "marking"}),
        (Template("t", required=("addressee",)), {"form.required": "addressee", "form.unmarked": "marking"}),
    ):
        found = check(Subject(bare, ARTICLES, {}, template=template))
        form = ("form.addressee", "form.unmarked", "form.required")
        assert {f.rule: f.place for f in found if f.rule in form} == wanted


def test_a_section_that_a_form_asks_for_must_have_something_in_it() -> None:
    form = Template("t", sections=("argument",))
    below = Section("s4", "Detail", GOOD.sections[0].items[:1], level=2)
    for added, wanted in (
        ((), [("form.required", "", "the form asks for a section “argument”")]),
        (
            (Section("s3", "Argument"),),
            [("form.required", "s3", "the form asks for a section “argument”, which is empty")],
        ),
        ((Section("s3", "Argument"), below), []),
    ):
        brief = replace(GOOD, sections=(*GOOD.sections, *added))
        found = check(Subject(brief, ARTICLES, {}, template=form))
        assert [
            (f.rule, f.place, f.message) for f in found if f.rule in ("form.required", "form.empty-section")
        ] == wanted
