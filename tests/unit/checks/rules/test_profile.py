"""The house profile, and findings that somebody suppressed with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from briefing_tui.checks import LAYOUT, RULES, Age, Profile, Subject, checklist, read_profile
from briefing_tui.checks.rules.registry import Rule
from briefing_tui.model import Brief, Checklist, Judgement, LayoutFacts, Severity, Suppression

BRIEF = Brief(
    "b", title="A brief", date="2026-11-21", bottom_line="It holds.", judgements=(Judgement("j1", "It may hold."),)
)
WHY = Suppression("judgement.vague", "j1", "The minister asked for this word.", by="A. Berg", date="2026-11-21")


def checked(brief: Brief = BRIEF, profile: Profile | None = None) -> Checklist:
    return checklist(Subject(brief, {}, {}, profile=profile or Profile()))


def severity_of(rule: str, found: Checklist) -> Severity | None:
    return next((f.severity for f in found.findings if f.rule == rule), None)


def test_a_house_weighs_rules_and_switches_them_off() -> None:
    read = read_profile({"judgement.vague": "error", "form.addressee": "off", "judgement.evidence": "note"})
    assert read.problems == ()
    found = checked(profile=read.profile)
    assert severity_of("judgement.vague", found) is Severity.ERROR
    assert severity_of("judgement.evidence", found) is Severity.NOTE
    assert severity_of("form.addressee", found) is None
    assert severity_of("form.addressee", checked()) is Severity.WARNING
    assert found.findings[0].severity is Severity.ERROR


@pytest.mark.parametrize("rule", [r.id for r in RULES.values() if r.binding])
def test_no_house_weakens_the_contract(rule: str) -> None:
    for value in ("off", "note", "warning"):
        if value != RULES[rule].severity:
            read = read_profile({rule: value})
            assert "is fixed" in read.problems[0].message
            assert read.profile.weights == {}
    assert read_profile({rule: RULES[rule].severity.value}).problems == ()


def test_the_contract_binds_what_it_names() -> None:
    binding = {r.id for r in RULES.values() if r.binding}
    assert binding >= {
        "quotation.altered", "quotation.vanished", "quotation.article-gone", "quotation.article-unreadable",
        "quotation.digest", "own-words.quotation", "own-words.unpaired", "form.newer-format", "layout.lost-text",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "message", "hint"),
    [
        ("judgment.vague", "off", "there is no rule", "did you mean judgement.vague?"),
        ("nonsense", "off", "there is no rule", "`briefing check --rules` lists them"),
        ("judgement.vague", "fatal", "cannot be 'fatal'", "one of: off, note, warning, error"),
        ("stale-after", "soon", "no length of time", "2 years"),
        ("stale-after", "0 years", "no length of time", "2 years"),
        ("long-quote", "0 words", "no number of words", "150 words"),
        ("long-quote", "some", "no number of words", "150 words"),
        ("long-quotes", "150 words", "there is no rule", "long-quote"),
    ],
)
def test_what_cannot_be_followed_is_a_problem_by_name(name: str, value: str, message: str, hint: str) -> None:
    read = read_profile({name: value, "form.addressee": "off"})
    (problem,) = read.problems
    assert problem.name == name
    assert message in problem.message
    assert hint in problem.hint
    assert read.profile.weights == {"form.addressee": None}, "everything else holds"


@pytest.mark.parametrize(
    ("text", "age", "day"),
    [
        ("2 years", Age(months=24), date(2022, 2, 28)),
        ("1 Year", Age(months=12), date(2023, 2, 28)),
        ("18 months", Age(months=18), date(2022, 8, 29)),
        ("6 weeks", Age(days=42), date(2024, 1, 18)),
        ("30 days", Age(days=30), date(2024, 1, 30)),
        ("999 years", Age(months=11988), date(1025, 2, 28)),
    ],
)
def test_a_length_of_time_is_as_calendars_have_it(text: str, age: Age, day: date) -> None:
    assert read_profile({"stale-after": text}).profile.stale_after == age
    assert age.before(date(2024, 2, 29)) == day


def test_a_length_of_time_is_said_in_words() -> None:
    assert [str(a) for a in (Age(months=24), Age(months=12), Age(months=5), Age(days=1))] == [
        "2 years", "1 year", "5 months", "1 day",
    ]  # fmt: skip


# Suppression


def test_a_suppressed_finding_is_kept_beside_with_its_reason() -> None:
    found = checked(replace(BRIEF, suppressed=(WHY,)))
    assert severity_of("judgement.vague", found) is None
    (one,) = found.suppressed
    assert (one.finding.rule, one.finding.place, one.suppression) == ("judgement.vague", "j1", WHY)
    assert severity_of("judgement.evidence", found) is Severity.ERROR, "the others at the place stand"
    assert not any(f.rule.startswith("suppression.") for f in found.findings)


def test_a_suppression_is_for_its_place_alone() -> None:
    found = checked(replace(BRIEF, suppressed=(replace(WHY, place="j2"),)))
    assert severity_of("judgement.vague", found) is Severity.WARNING
    assert severity_of("suppression.unused", found) is Severity.NOTE


def test_a_suppression_of_what_is_gone_is_a_note() -> None:
    mended = replace(BRIEF, judgements=(Judgement("j1", "It is likely to hold."),), suppressed=(WHY,))
    (note,) = (f for f in checked(mended).findings if f.rule == "suppression.unused")
    assert (note.place, note.severity) == ("j1", Severity.NOTE)


def test_what_needs_a_layout_is_not_called_gone_before_there_is_one() -> None:
    early = replace(BRIEF, suppressed=(Suppression("layout.late-note", "e1", "It is on the next page."),))
    assert severity_of("suppression.unused", checked(early)) is None


@pytest.mark.parametrize(
    "suppression",
    [
        replace(WHY, reason="  "),
        Suppression("quotation.altered", "e1", "It looks right to me."),
        Suppression("no.such-rule", "j1", "Because."),
    ],
)
def test_a_suppression_without_effect_is_said(suppression: Suppression) -> None:
    found = checked(replace(BRIEF, suppressed=(suppression,)))
    assert severity_of("judgement.vague", found) is Severity.WARNING
    assert severity_of("suppression.void", found) is Severity.WARNING
    assert found.suppressed == ()


class _Untouched:
    """Facts of a layout at which nobody may look."""

    def __bool__(self) -> bool:
        raise AssertionError("a rule whose id does not say so looks at the pages")

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"a rule whose id does not say so looks at {name}")


@pytest.mark.parametrize("rule", [r for r in RULES.values() if not r.id.startswith(LAYOUT)], ids=lambda r: r.id)
def test_the_pages_are_looked_at_by_the_rules_of_the_layout_alone(rule: Rule) -> None:
    subject = Subject(
        replace(BRIEF, suppressed=(WHY,), template="bluf"), {}, {}, layout=cast("LayoutFacts", _Untouched())
    )
    list(rule.find(subject))


def test_what_was_found_before_the_pages_were_laid_out_is_not_looked_for_again() -> None:
    long = replace(BRIEF, suppressed=(WHY, replace(WHY, rule="layout.pages", place="")))
    facts = LayoutFacts(9, 0.5, 1, 1, ("e1",))
    before, laid_out = Subject(long, {}, {}, page_limit=2), Subject(long, {}, {}, page_limit=2, layout=facts)
    assert checklist(laid_out, checklist(before)) == checklist(laid_out)
    other = replace(laid_out, brief=replace(long, bottom_line=""))
    assert checklist(other, checklist(before)) == checklist(laid_out), "nobody looks again"
