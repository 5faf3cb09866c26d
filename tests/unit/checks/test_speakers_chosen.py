"""A speaker chosen against the text, measured on the labelled passages of the search for speakers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject, verify
from briefing_tui.model import (
    Article,
    Brief,
    Item,
    ItemKind,
    Metadata,
    Section,
    Span,
    Speaker,
    SpeakerKind,
    take,
)
from briefing_tui.model.excerpt import Evidence
from tests.unit.ingest.test_speakers_near import PARTS, Case, bare, cases

NOBODY = Speaker("Zebulon Quartz")


def questioned(case: Case, speaker: Speaker) -> bool:
    """Whether the checklist questions a speaker of the passage."""
    article = Article("a", Metadata(language=case.language), case.text)
    excerpt = replace(take(article, case.span), id="e1", speaker=speaker)
    items = (Item("i1", ItemKind.QUOTE, "e1"),)
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", items),))
    subject = Subject(brief, {"a": article}, {"e1": verify(excerpt, article)})
    return any(True for _ in RULES["speaker.unfounded"].find(subject))


TEXT = """Ida Berg, a historian, met Ole Lund. Ole Lund said that “the harbour is closed.”

Ida Berg, a historian, told the paper that “the ice will hold until March.” She said: “I have seen it.”

The minister, Sergei Zelensky, said that “we shall see.” Berg said that Lund had told her “the boats are lost.”
"""


def said(words: str, speaker: Speaker, evidence: str = "") -> list[str]:
    """What the checklist says of a speaker, with the words of another place for evidence."""
    start = TEXT.index(words)
    article = Article("a", Metadata(language="en"), TEXT)
    if evidence:
        at = TEXT.index(evidence)
        speaker = replace(speaker, evidence=(Evidence(Span(at, at + len(evidence)), evidence),))
    excerpt = replace(take(article, Span(start, start + len(words))), id="e1", speaker=speaker)
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "", (Item("i1", ItemKind.QUOTE, "e1"),)),))
    subject = Subject(brief, {"a": article}, {"e1": verify(excerpt, article)})
    return [hit.message for hit in RULES["speaker.unfounded"].find(subject)]


def test_a_speaker_found_elsewhere_is_questioned_where_the_sentence_names_another() -> None:
    (message,) = said("the ice will hold", Speaker("Ole Lund"), "Ole Lund said")
    assert message == "the source has these words from Ida Berg, and Ole Lund is credited"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the ice will hold", Speaker("Berg")),
        ("the ice will hold", Speaker("a historian", kind=SpeakerKind.UNNAMED)),
        ("the ice will hold", Speaker("Ida Bergh")),
        ("I have seen it", Speaker("Ole Lund")),
        ("we shall see", Speaker("Zelenskyy")),
        ("we shall see", Speaker("The minister", kind=SpeakerKind.UNNAMED)),
        ("the boats are lost", Speaker("Ida Berg")),
        ("the boats are lost", Speaker("Ole Lund", via=("Ida Berg",))),
    ],
)
def test_chains_pronouns_roles_and_family_names_are_nobody_else(words: str, speaker: Speaker) -> None:
    assert not said(words, speaker, "Ole Lund said")


def another(case: Case, wanted: str) -> Speaker | None:
    """Somebody else who is found near the passage."""
    last = set(wanted.casefold().split())
    others = (a for a in case.found() if bare(a.name) != bare(wanted) and a.name.casefold().split()[-1] not in last)
    found = next(others, None)
    return Speaker(found.name, kind=found.kind) if found else None


def test_the_right_speaker_is_hardly_ever_questioned_and_a_wrong_one_mostly() -> None:
    seen: Counter[str] = Counter()
    for case in (case for part in PARTS for case in cases(part)):
        wanted = case.expected.get("speaker", "")
        if wanted:
            right = Speaker(wanted, kind=SpeakerKind(case.expected.get("kind", "named")))
            wrong = another(case, wanted)
            seen += Counter(right=1, alarms=questioned(case, right), nobody=questioned(case, NOBODY))
            if wrong:
                seen += Counter(wrong=1, found=questioned(case, wrong))
    assert seen["right"] > 200
    assert seen["alarms"] / seen["right"] < 0.01
    assert seen["nobody"] == seen["right"]
    assert seen["found"] / seen["wrong"] > 0.9


@pytest.mark.parametrize("name", ["", " "])
def test_a_speaker_without_a_name_is_told(name: str) -> None:
    assert said("the ice will hold", Speaker(name, "a minister")) == ["somebody without a name is credited"]


@pytest.mark.parametrize("via", ["", " "])
def test_nobody_through_whom_words_came_is_nobody(via: str) -> None:
    (message,) = said("the ice will hold", Speaker("Ole Lund", via=(via,)), "Ole Lund said")
    assert message == "the source has these words from Ida Berg, and Ole Lund is credited"
