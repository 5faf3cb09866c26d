"""Who says a passage, measured on a labelled set; the figures and the method stand in docs/speakers.md."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.ingest import speakers_near
from briefing_tui.ingest.speakers import near
from briefing_tui.ingest.speakers.lexicon import lexicon_for
from briefing_tui.model import Attribution, Certainty, Span, SpeakerKind, segment
from briefing_tui.model.signs.spoken import in_quotation

CASES = Path(__file__).parent / "cases"
PARTS = (
    "tuned", "first_held_out", "held_out", "unsaid", "framed", "framed_again", "chains", "houses", "voices_again",
    "disturbed", "disturbed_again",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A passage with what a careful reader says about it."""

    text: str
    span: Span
    language: str
    expected: dict[str, Any]

    @classmethod
    def of(cls, entry: dict[str, Any]) -> Case:
        marked = entry["text"].strip("\n")
        start, end = marked.index("⟦"), marked.index("⟧") - 1
        text = marked.replace("⟦", "").replace("⟧", "")
        return cls(text, Span(start, end), entry.get("language", "en"), entry)

    def found(self) -> tuple[Attribution, ...]:
        return speakers_near(self.text, self.language, self.span)


def cases(part: str) -> list[Case]:
    return [Case.of(entry) for entry in tomllib.loads((CASES / f"{part}.toml").read_text("utf-8"))["case"]]


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def measured(part: str) -> Counter[str]:
    """How often what was found is what a careful reader says; by measure, right and all."""
    seen: Counter[str] = Counter()
    for case in cases(part):
        found, wanted = case.found(), case.expected.get("speaker", "")
        top = found[0] if found and found[0].certainty > Certainty.POSSIBLE else None
        right = top is not None and bare(top.name) == bare(wanted)
        seen += Counter(
            first=top is not None,
            first_right=right,
            taken=top is not None and top.certainty is Certainty.CERTAIN,
            taken_right=right and top is not None and top.certainty is Certainty.CERTAIN,
            speakers=bool(wanted),
        )
        hit = next((a for a in found if bare(a.name) == bare(wanted)), None)
        if hit is None:
            continue
        seen["offered"] += 1
        seen["kind_right"] += hit.kind is SpeakerKind(case.expected.get("kind", "named"))
        for name, value in (("role", hit.role), ("via", list(hit.via))):
            if name in case.expected:
                seen[name] += 1
                seen[f"{name}_right"] += value == case.expected[name]
    return seen


NO_VERBS = {
    "let it be known", "lets it be known", "rumour has it", "rumor has it", "legend has it", "word has it",
    "the story goes",
}  # fmt: skip
"""Phrases of the guard's list that have nobody as their subject."""

FLOORS = {
    "tuned": {"first": 0.99, "recall": 0.98, "taken": 1.0, "offered": 0.99, "kind": 0.99, "role": 0.99, "via": 0.99},
    "first_held_out": {
        "first": 0.97, "recall": 0.89, "taken": 1.0, "offered": 0.93, "kind": 0.99, "role": 0.99, "via": 0.99,
    },
    "held_out": {
        "first": 0.99, "recall": 0.97, "taken": 1.0, "offered": 0.99, "kind": 0.99, "role": 0.99, "via": 0.66,
    },
    "unsaid": {"first": 1.0, "recall": 1.0, "taken": 1.0, "offered": 1.0, "kind": 1.0},
    "framed": {"first": 1.0, "recall": 1.0, "taken": 1.0, "offered": 1.0, "kind": 1.0},
    "framed_again": {"first": 0.9, "recall": 1.0, "taken": 1.0, "offered": 1.0, "kind": 1.0},
    "chains": {"first": 1.0, "recall": 0.97, "taken": 1.0, "offered": 1.0, "kind": 1.0, "via": 1.0},
    "houses": {"first": 1.0, "recall": 1.0, "taken": 1.0, "offered": 1.0, "kind": 1.0},
    "voices_again": {"first": 1.0, "recall": 0.96, "taken": 1.0, "offered": 1.0, "kind": 1.0, "via": 1.0},
    "disturbed": {"first": 0.61, "recall": 0.93, "taken": 1.0, "offered": 0.93, "kind": 0.81},
    "disturbed_again": {"first": 0.6, "recall": 0.8, "taken": 1.0, "offered": 0.86, "kind": 0.84},
}  # fmt: skip
"""Shares, rounded down as docs/speakers.md publishes them."""


@pytest.mark.parametrize("part", PARTS)
def test_precision_and_recall(part: str) -> None:
    seen = measured(part)
    shares = {
        "first": seen["first_right"] / seen["first"],
        "recall": seen["first_right"] / seen["speakers"],
        "taken": seen["taken_right"] / seen["taken"],
        "offered": seen["offered"] / seen["speakers"],
        "kind": seen["kind_right"] / seen["offered"],
        "role": seen["role_right"] / max(seen["role"], 1),
        "via": seen["via_right"] / max(seen["via"], 1),
    }
    low = {name: round(shares[name], 3) for name, floor in FLOORS[part].items() if shares[name] < floor}
    assert not low, dict(seen)


def test_the_set_is_large_and_hard() -> None:
    everyone = [case for part in PARTS for case in cases(part)]
    nobody = [c for c in everyone if not c.expected.get("speaker") and not c.expected.get("offered")]
    assert len(everyone) >= 200
    assert len(nobody) >= 35
    assert {c.language for c in everyone} >= {"en", "de", "fr", "ru"}


def test_words_that_nobody_is_said_to_say_are_credited_to_nobody_unasked() -> None:
    for part in PARTS:
        for case in cases(part):
            found = case.found()
            if not case.expected.get("speaker"):
                assert not found or found[0].certainty is not Certainty.CERTAIN, case.text


def test_whoever_is_too_uncertain_is_not_credited_unasked() -> None:
    uncertain = [case for part in PARTS for case in cases(part) if not case.expected.get("unasked", True)]
    assert len(uncertain) >= 15
    for case in uncertain:
        assert not [a for a in case.found() if a.certainty is Certainty.CERTAIN], case.text


def test_what_somebody_calls_a_thing_is_theirs_and_not_the_next_ones() -> None:
    case = Case.of({"text": "What Moscow calls ⟦“special measures for peace”⟧ Kyiv calls war."})
    assert [(a.name, a.certainty) for a in case.found()] == [
        ("Moscow", Certainty.LIKELY),
        ("Kyiv", Certainty.POSSIBLE),
    ]


def test_where_two_readings_are_possible_both_are_offered_and_neither_is_the_first_choice() -> None:
    for case in cases("tuned"):
        if wanted := case.expected.get("offered"):
            found = case.found()
            assert {a.name for a in found} >= set(wanted), case.text
            assert not any(a.certainty for a in found), case.text


def test_what_is_found_rests_on_the_text() -> None:
    for part in PARTS:
        for case in cases(part):
            for found in case.found():
                assert found.role in case.text
                assert found.name.removeprefix("the ") in case.text
                assert all(e.slice(case.text).strip() for e in found.evidence)
                assert found.evidence or found.certainty is Certainty.POSSIBLE


def test_who_reports_another_comes_second_and_both_have_their_evidence() -> None:
    told = Case.of({"text": "“Norway keeps saying that ⟦the strait is open⟧,” said Ilse Maron."})
    first, second, *_ = told.found()
    assert (first.name, first.via, first.certainty) == ("Norway", ("Ilse Maron",), Certainty.LIKELY)
    assert [e.slice(told.text) for e in first.evidence] == ["Norway keeps saying", "said Ilse Maron"]
    assert (second.name, second.via, second.certainty) == ("Ilse Maron", (), Certainty.POSSIBLE)


@pytest.mark.parametrize("phrases", ["say", "behind"])
def test_the_verbs_by_which_the_guard_says_who_speaks_are_known_to_the_search_too(phrases: str) -> None:
    words = resources.files("briefing_tui.checks.phrasing") / "words" / "en.toml"
    listed = tomllib.loads(words.read_text("utf-8"))["names"][phrases]
    verbs = {phrase.removesuffix(" that") for phrase in listed} - NO_VERBS
    known = lexicon_for("en")
    assert {v for v in verbs if v not in known.triggers | known.participles} == set()


def test_any_passage_is_answered() -> None:
    text = "\n\n".join(case.text for case in cases("tuned")[:60])
    chance = random.Random(4)
    for _ in range(40):
        start = chance.randrange(len(text))
        span = Span(start, min(len(text), start + chance.randrange(1, 400)))
        names = [a.name for a in speakers_near(text, "en", span)]
        assert len(names) == len(set(names)) <= 8
    assert speakers_near("", "en", Span(0, 0)) == ()
    assert speakers_near("Words.", "xx", Span(0, 5)) == ()


@pytest.mark.parametrize("part", ["chains", "voices_again"])
def test_what_was_asked_before_changes_no_answer(part: str) -> None:
    """One reading of an article serves all its passages."""
    text = "\n\n".join(case.text for case in cases(part))
    chance = random.Random(7)
    places = [Span(start, start + 30) for start in chance.sample(range(len(text) - 30), 60)]
    asked = [speakers_near(text, "en", span) for span in places]
    for span, found in zip(reversed(places), reversed(asked), strict=True):
        near._hearing.cache_clear()
        assert speakers_near(text, "en", span) == found


def test_a_passage_far_into_a_long_article_knows_whom_its_beginning_introduced() -> None:
    filler = "\n\n".join(["The harbour was quiet on that day."] * 4000)
    text = f"Mira Talvik, a geographer, told the press that it is safe.\n\n{filler}\n\n“It is safe,” Talvik said."
    start = text.rindex("It is safe")
    (found,) = speakers_near(text, "en", Span(start, start + 10))
    assert (found.name, found.role, found.certainty) == ("Mira Talvik", "geographer", Certainty.CERTAIN)


def test_a_paragraph_as_long_as_a_book_is_read_around_the_passage() -> None:
    text = "“It was late for all of us,” Captain Otto Brandt said. " * 20_000
    read: list[int] = []
    for start in (0, 500_000, len(text) - 40):
        found = speakers_near(text, "en", Span(start, start + 30))
        assert found[0].name == "Otto Brandt"
        read += (abs(e.start - start) for e in found[0].evidence)
    assert max(read) < 100


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “it is late now” and left.", True),
        ("The so-called “blue line” is closed.", False),
        ("He said that it is late.", False),
        ("“Late,” he said.", True),
        ("“It is late, and nobody came.” He left.", True),
    ],
)
def test_words_in_quotation_marks_of_which_somebody_may_be_the_speaker(text: str, quoted: bool) -> None:
    assert in_quotation(text, segment(text).paragraphs, Span(0, len(text))) is quoted
