"""Rule 7 without quotation marks: speech by dashes, and what reads like the call of a note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject, check, verify
from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Confidence,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Section,
    Span,
    Speaker,
    take,
)

NOTE = Article("note", Metadata(title="A note"), "The line brought peace.² It manages risk [3]; no dispute is settled.")
E1 = replace(take(NOTE, Span(0, 44)), id="e1")
GOOD = Brief(
    "b",
    title="T",
    date="2026-11-21",
    bottom_line="B.",
    excerpts={"e1": E1},
    judgements=(Judgement("j1", "It holds.", "likely", Confidence("low", "One source."), ("e1",)),),
    sections=(Section("s1", "One", (Item("i1", ItemKind.QUOTE, "e1"),)),),
)
OURS = ("own-words.dash", "own-words.false-call")


def found(brief: Brief) -> list[tuple[str, str, str]]:
    states = {e.id: verify(e, NOTE) for e in brief.excerpts.values()}
    return [(f.rule, f.place, f.message) for f in check(Subject(brief, {"note": NOTE}, states)) if f.rule in OURS]


def of_rule(brief: Brief, rule: str) -> list[str]:
    return [message for name, _, message in found(brief) if name == rule]


def text(words: str, core: str = "", note: str = "") -> Brief:
    item = Item("i9", ItemKind.TEXT, text=words, core=core, note=note)
    return replace(GOOD, sections=(*GOOD.sections, Section("s2", "Two", (item,))))


@pytest.mark.parametrize(
    ("brief", "place"),
    [
        (replace(GOOD, title="War²"), "title"),
        (replace(GOOD, bottom_line="It was a mistake [2]."), "bottom-line"),
        (replace(GOOD, bottom_line="It was a mistake.*²*"), "bottom-line"),
        (replace(GOOD, bottom_line="It was a mistake [@e1]²."), "bottom-line"),
        (replace(GOOD, judgements=(replace(GOOD.judgements[0], text="It holds.²"),)), "j1"),
        (replace(GOOD, judgements=(replace(GOOD.judgements[0], confidence=Confidence("low", "So.²")),)), "j1"),
        (replace(GOOD, sections=(replace(GOOD.sections[0], title="War [2]"),)), "s1"),
        (replace(GOOD, excerpts={"e1": replace(E1, speaker=Speaker("A. B.", "minister²"))}), "e1"),
        (text("It holds.", core="It holds²"), "i9"),
        (text("It holds.", note="It holds.²"), "i9"),
        (text(r"It holds \[2]."), "i9"),
        (text("- It holds.²\n- So"), "i9"),
    ],
)
def test_a_false_call_is_an_error_wherever_it_is_printed(brief: Brief, place: str) -> None:
    assert [(rule, where) for rule, where, _ in found(brief)] == [("own-words.false-call", place)]


def test_a_false_call_can_be_vouched_for_with_a_reason() -> None:
    brief = text("On plan B² and on.")
    assert of_rule(brief, "own-words.false-call") == ["‘B²’ reads like the call of a note, and calls none"]
    allowed = {"place": "i9", "text": "B²", "reason": "the name of a plan"}
    assert found(replace(brief, allowed_quotations=(allowed,))) == []


def test_a_number_in_round_brackets_is_told_where_it_reads_like_a_call_and_can_be_vouched_for() -> None:
    rule = RULES["own-words.round-call"]
    brief = replace(text("It was a mistake (2).", core="So it was (3)"), title="The talks (2)")
    assert [(hit.place, hit.message.split("’")[0]) for hit in rule.find(Subject(brief, {"note": NOTE}, {}))] == [
        ("i9", "‘was (3)"), ("i9", "‘mistake (2)")
    ]  # fmt: skip
    allowed = tuple({"place": "i9", "text": t, "reason": "a count"} for t in ("was (3)", "mistake (2)"))
    assert not list(rule.find(Subject(replace(brief, allowed_quotations=allowed), {"note": NOTE}, {})))
    assert rule.severity == "warning"


def test_figures_of_the_source_that_read_like_calls_are_told_unless_they_are_left_out() -> None:
    rule = RULES["quotation.call-like"]
    said = [hit.message for hit in rule.find(Subject(GOOD, {"note": NOTE}, {}))]
    assert [message.split("‘")[1].split("’")[0] for message in said] == ["peace.²", "risk [3]"]
    left_out = Alteration(AlterationKind.OMIT, Span(23, 24), "²")
    altered = replace(GOOD, excerpts={"e1": replace(E1, alterations=(left_out,))})
    said = [hit.message for hit in rule.find(Subject(altered, {"note": NOTE}, {}))]
    assert [message.split("‘")[1].split("’")[0] for message in said] == ["risk [3]"]
    assert (rule.severity, RULES["own-words.false-call"].binding, RULES["own-words.dash"].binding) == (
        "warning", True, True
    )  # fmt: skip


def test_speech_behind_a_dash_is_an_error_unless_it_is_pinned_or_vouched_for() -> None:
    brief = text("So it was.\n\n— Я солгал Израилю, — признался Путин, — и жалею.")
    (message,) = of_rule(brief, "own-words.dash")
    assert message.startswith("“Я солгал Израилю” ")
    allowed = {"place": "i9", "text": "Я солгал Израилю", "reason": "a line of a play"}
    assert found(replace(brief, allowed_quotations=(allowed,))) == []
    assert found(text("— The line brought peace, — said A. B., — It manages risk.")) == []
    assert len(found(text("— The line brought peace, — said A. B., — and we lied."))) == 1


@pytest.mark.parametrize(
    ("brief", "place"),
    [
        (replace(GOOD, title="— We lied"), "title"),
        (replace(GOOD, title="- We lied"), "title"),
        (text("It holds.", core="- We lied"), "i9"),
        (text("It holds.", core="*— We lied*"), "i9"),
        (text("It holds:\n\n- — We lied"), "i9"),
        (text(r"\- We lied"), "i9"),
    ],
)
def test_a_dash_is_seen_where_it_begins_what_is_printed(brief: Brief, place: str) -> None:
    assert [(rule, where) for rule, where, _ in found(brief)] == [("own-words.dash", place)]


def test_lists_and_lines_that_were_wrapped_are_no_speech() -> None:
    assert found(text("It holds:\n\n- the line\n- the channel\n- the visits")) == []
    assert found(text("The line holds\n— so they say — for now.")) == []


FALSE_NOTE = "former chief of staff; 4 Vladimir Putin, Speech, Kremlin, 1 May 2025, p. 3"


def further(brief: Brief) -> list[str]:
    return [hit.place for hit in RULES["own-words.further-note"].find(Subject(brief, {"note": NOTE}, {}))]


def spoken(role: str) -> Brief:
    return replace(GOOD, excerpts={"e1": replace(E1, speaker=Speaker("A. B.", role))})


@pytest.mark.parametrize("role", [FALSE_NOTE, "chief [4] Vladimir Putin. 5. Speech", "chief, " * 20])
def test_a_role_that_goes_on_like_a_note_is_told(role: str) -> None:
    assert further(spoken(role)) == ["e1"]


@pytest.mark.parametrize(
    "role", ["minister, 2014–2016", "Minister of Defence, 2 May 2025", "head of the 7th Directorate"]
)
def test_the_role_of_a_speaker_is_no_note(role: str) -> None:
    assert further(spoken(role)) == []


def test_a_long_role_in_the_words_of_the_source_is_no_note() -> None:
    role = "head of the foreign relations directorate and of much else besides, " * 3
    told = replace(NOTE, text=f"{NOTE.text} She was {role}they say.")
    subject = Subject(spoken(role.strip(" ,")), {"note": told}, {})
    assert list(RULES["own-words.further-note"].find(subject)) == []


def test_what_is_added_to_a_note_and_goes_on_like_another_is_told() -> None:
    assert further(text("So.", note=f"Compare the digest; {FALSE_NOTE[23:]}")) == ["i9"]
    assert further(text("So.", note="Compare the digest; 4 Israeli ministers deny it.")) == []
