"""A speaker chosen against the text, measured on the labelled passages of the search for speakers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import RULES, Subject, credit_doubt, speakers_at, verify
from briefing_tui.model import (
    Article,
    Brief,
    Certainty,
    Item,
    ItemKind,
    Metadata,
    Name,
    NamedSpeaker,
    Section,
    Span,
    Speaker,
    SpeakerKind,
    take,
)
from briefing_tui.model.excerpt import Evidence
from briefing_tui.model.signs.spoken import masked, runs
from tests.unit.ingest.speakers.test_speakers_near import PARTS, Case, bare, cases
from tests.unit.ingest.test_originals import document

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
    assert message == "said by Ida Berg, credited to Ole Lund"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the ice will hold", Speaker("Berg")),
        ("the ice will hold", Speaker("a historian", kind=SpeakerKind.UNNAMED)),
        ("the ice will hold", Speaker("Ida Bergh")),
        ("I have seen it", Speaker("Berg")),
        ("we shall see", Speaker("Zelenskyy")),
        ("we shall see", Speaker("The minister", kind=SpeakerKind.UNNAMED)),
        ("the boats are lost", Speaker("Ole Lund", via=("Ida Berg",))),
    ],
)
def test_chains_pronouns_roles_and_family_names_are_nobody_else(words: str, speaker: Speaker) -> None:
    assert not said(words, speaker, "Ole Lund said")
    assert not said(words, speaker)


def test_whoever_passes_words_on_is_nobody_else_where_their_own_words_say_so() -> None:
    maron = Speaker("Ida Berg")
    assert not said("the boats are lost", maron, "Berg said")
    for evidence in ("", "Ole Lund said", "Ida Berg, a historian, told the paper"):
        assert said("the boats are lost", maron, evidence) == ["said by Ole Lund, credited to Ida Berg"]


@pytest.mark.parametrize("evidence", ["", "Ole Lund said"])
def test_a_pronoun_says_who_speaks_and_words_of_another_sentence_do_not(evidence: str) -> None:
    assert said("I have seen it", Speaker("Ole Lund"), evidence) == ["said by Ida Berg, credited to Ole Lund"]


OFFICIAL = "Ole Lund, the mayor, was away. The Daily cited an unnamed official as saying, “The quay is closed.”"
PROSE = """Ole Lund has met the minister, Ida Berg, in the harbour. The quay was closed in spring.

The ferry of the island was late, and the mayor asked why. Ole Lund said that the ice was thin.

The quarrel is old. According to Berg, it began in the harbour. In the eyes of some, Lund lost it.
"""


def doubted(text: str, words: str, speaker: Speaker, **metadata: Any) -> str:
    start = text.index(words)
    article = Article("a", Metadata(**{"language": "en", **metadata}), text)
    return credit_doubt(article, Span(start, start + len(words)), speaker)


def test_somebody_without_a_name_is_somebody_else_too() -> None:
    said_by = doubted(OFFICIAL, "The quay is closed", Speaker("Ole Lund"))
    assert said_by == "said by unnamed official, credited to Ole Lund"
    assert not doubted(OFFICIAL, "The quay is closed", Speaker("an official", kind=SpeakerKind.UNNAMED))


def test_a_role_and_the_name_of_whoever_has_it_are_one_person() -> None:
    said_so = "“The quay is closed,” the mayor said."
    assert not doubted(said_so, "The quay", Speaker("Ole Lund", "mayor of Selva"))
    recorded = (NamedSpeaker("Ole Lund", "mayor of Selva", (7,)),)
    assert not doubted(said_so, "The quay", Speaker("Ole Lund"), speakers=recorded)
    titled = "Foreign Minister Ole Lund said that “the quay is closed.”"
    assert not doubted(titled, "the quay", Speaker("Foreign Minister"))


def test_words_that_are_the_source_s_own_are_nobody_s() -> None:
    for words in ("Ole Lund has met the minister", "The quay was closed in spring.", "The quarrel is old"):
        assert doubted(PROSE, words, Speaker("Ida Berg")) == (
            "nobody is quoted here: these are the source’s own words, credited to Ida Berg"
        )
    author = Name(family="Berg", given="Ida")
    for metadata in ({"author": (author,)}, {"container_title": "The Ida Berg"}, {"language": "fi"}):
        assert not doubted(PROSE, "The quay was closed in spring.", Speaker("Ida Berg"), **metadata)
    recorded = (NamedSpeaker("Ida Berg", paragraphs=(1,)),)
    assert not doubted(PROSE, "The quay was closed in spring.", Speaker("Ida Berg"), speakers=recorded)


@pytest.mark.parametrize(
    "words",
    [
        "These quays are called the Old Row.",
        "The reports of the US came late.",
        "Trade continued in both states.",
        "The loss is estimated at ten boats.",
    ],
)
def test_nouns_and_other_verbs_do_not_say_that_somebody_speaks(words: str) -> None:
    text = f"Ida Berg told the paper that the ice was thin.\n\n{words}"
    assert doubted(text, words, Speaker("Ida Berg")).startswith("nobody is quoted here")


@pytest.mark.parametrize(
    "words",
    [
        "She estimated the loss at ten boats.",
        "Berg called for help.",
        "The pilot said that it was late.",
        "The loss, the pilot estimated, was ten boats.",
        "It is reported that ten boats were lost.",
    ],
)
def test_a_verb_that_may_be_the_speaker_s_is_not_questioned(words: str) -> None:
    text = f"Ida Berg, a pilot, told the paper that the ice was thin.\n\n{words}"
    assert not doubted(text, words, Speaker("Ida Berg"))


@pytest.mark.parametrize(
    ("words", "name"),
    [("the ice was thin", "Ole Lund"), ("it began in the harbour", "Berg"), ("Lund lost it", "Ida Berg")],
)
def test_words_that_somebody_is_reported_to_say_are_not_the_source_s_own(words: str, name: str) -> None:
    assert not doubted(PROSE, words, Speaker(name))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Berg: The quay was closed in spring.\n\nThe ice was thin.",
        "The ice was thin, and we were cold. Ida Berg spoke in the harbour.",
    ],
)
def test_interviews_and_speeches_are_somebody_s(text: str) -> None:
    assert not doubted(text, "ce was thin", Speaker("Ida Berg"))


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
    assert message == "said by Ida Berg, credited to Ole Lund"


@pytest.mark.usefixtures("originals")
def test_of_the_originals_no_right_speaker_is_in_doubt_and_every_other_name_beside_them_is() -> None:
    seen: Counter[str] = Counter()
    for number in ("000", "002", "003"):
        read, _ = document(number)
        article = Article("a", read.metadata, read.text)
        for paragraph in article.segments.paragraphs:
            for quotation in runs(masked(article.text, paragraph.span)[0], paragraph.span.start):
                near = speakers_at(article, quotation)
                if not near or near[0].certainty is not Certainty.CERTAIN:
                    continue
                first, named = near[0], [a for a in near[1:] if a.kind is SpeakerKind.NAMED]
                seen += Counter(
                    right=1,
                    alarms=bool(credit_doubt(article, quotation, Speaker(first.name, kind=first.kind))),
                    wrong=len(named),
                    found=sum(bool(credit_doubt(article, quotation, Speaker(a.name))) for a in named),
                )
    assert seen["right"] >= 50
    assert seen["alarms"] == 0
    assert seen["found"] == seen["wrong"] >= 50
