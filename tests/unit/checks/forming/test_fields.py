"""Nothing that somebody wrote stays out of the pages without a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import Subject, check
from briefing_tui.model import Brief, Confidence, Excerpt, Item, ItemKind, Judgement, Section, Severity, Span, Speaker
from briefing_tui.model.template import Core, Part, Template

QUOTE, TEXT = Item("i1", ItemKind.QUOTE, "e1"), Item("i2", ItemKind.TEXT, text="Ours.")
PASSAGE = Excerpt("e1", "a", "0" * 64, 1, Span(0, 4), "Word", speaker=Speaker("Anna Berg"))
SURE = Judgement("j1", "It holds.", "likely", Confidence("low", "Two short sources."))


def brief(*items: Item, **changes: Any) -> Brief:
    return replace(
        Brief("b", excerpts={"e1": PASSAGE}, judgements=(SURE,), sections=(Section("s1", "One", items or (QUOTE,)),)),
        **changes,
    )


def found(wrong: Brief, template: Template | None = None) -> list[tuple[str, str, str]]:
    subject = Subject(wrong, {}, {}, template=template)
    ours = ("form.lost-field", "form.misspelt-field", "form.unknown-field", "form.unprinted")
    return [(f.rule, f.place, f.message) for f in check(subject) if f.rule in ours]


@pytest.mark.parametrize(
    "item",
    [
        replace(QUOTE, text="Said."),
        replace(TEXT, note="For the foot."),
        replace(TEXT, excerpt="e1"),
    ],
)
def test_a_field_that_the_kind_of_an_item_does_not_print_is_an_error(item: Item) -> None:
    ((rule, place, _),) = found(brief(item))
    assert (rule, place) == ("form.lost-field", item.id)


def test_a_reason_without_a_level_is_an_error() -> None:
    ((rule, place, _),) = found(brief(judgements=(replace(SURE, confidence=Confidence(because="Two.")),)))
    assert (rule, place) == ("form.lost-field", "j1")


@pytest.mark.parametrize(
    "item",
    [QUOTE, replace(QUOTE, text=" "), replace(TEXT, text="See [@e1].", excerpt="e1"), replace(QUOTE, note="See there")],
)
def test_what_is_printed_or_empty_is_none(item: Item) -> None:
    assert found(brief(item)) == []


@pytest.mark.parametrize(
    ("wrong", "place", "name"),
    [
        (brief(extra={"judgments": [{"id": "j9", "text": "Gone"}]}), "", "judgements"),
        (brief(extra={"bottom_line": "Gone"}), "", "bottom-line"),
        (brief(extra={"Title": "Gone"}), "", "title"),
        (brief(sections=(Section("s1", "One", extra={"itmes": [1]}),)), "s1", "items"),
        (brief(replace(QUOTE, extra={"notes": "Gone"})), "i1", "note"),
        (brief(judgements=(replace(SURE, extra={"confidense": "Gone"}),)), "j1", "confidence"),
        (brief(excerpts={"e1": replace(PASSAGE, extra={"speeker": {"name": "Gone"}})}), "e1", "speaker"),
        (brief(excerpts={"e1": replace(PASSAGE, speaker=Speaker("A", extra={"rôle": "Gone"}))}), "e1", "role"),
    ],
)
def test_a_field_that_is_nearly_a_known_one_is_an_error_that_names_it(wrong: Brief, place: str, name: str) -> None:
    (finding,) = [f for f in check(Subject(wrong, {}, {})) if f.rule == "form.misspelt-field"]
    assert (finding.place, finding.severity) == (place, Severity.ERROR)
    assert f"did you mean {name}?" in finding.hint


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (brief(judgements=(replace(SURE, extra={"note": "Gone"}),)), "j1"),
        (brief(replace(QUOTE, extra={"speaker": {"name": "Gone"}})), "i1"),
        (brief(sections=(Section("s1", "One", extra={"text": "Gone"}),)), "s1"),
    ],
)
def test_a_field_of_another_kind_of_entry_is_one_too(wrong: Brief, place: str) -> None:
    ((rule, where, _),) = found(wrong)
    assert (rule, where) == ("form.misspelt-field", place)


@pytest.mark.parametrize("extra", [{"desk": "North"}, {"x-note": "Ours"}, {"colour": ["red"]}])
def test_a_field_of_ones_own_is_kept_and_noted(extra: Mapping[str, Any]) -> None:
    ((rule, place, message),) = found(brief(replace(QUOTE, extra=extra)))
    assert (rule, place) == ("form.unknown-field", "i1")
    assert "kept" in message


def test_an_empty_one_loses_nothing() -> None:
    assert found(brief(extra={"judgments": [], "notes": None, "x": " "})) == []


def test_core_statements_are_told_each_at_its_place_where_the_form_leaves_them_out() -> None:
    parts = (Part.JUDGEMENTS, Part.SECTIONS, Part.SOURCES)
    said = brief(replace(QUOTE, core="In short."), replace(QUOTE, id="i7"), replace(QUOTE, id="i9", core="Briefly."))
    told = found(said, Template("t", "T", core=Core.OMIT, parts=parts))
    assert [(rule, place) for rule, place, _ in told] == [("form.unprinted", "i1"), ("form.unprinted", "i9")]
    assert len({message for _, _, message in told}) == 1, "a list of open points has them in one line"
    assert found(said, Template("t", "T", core=Core.LEAD, parts=parts)) == []
