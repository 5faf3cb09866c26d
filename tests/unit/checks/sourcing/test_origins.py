"""How many sources a judgement has, opinion told as fact, and speakers whom the source does not name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import RULES, Subject, verify
from briefing_tui.model import (
    Article,
    Brief,
    Confidence,
    Evidence,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Name,
    NamedSpeaker,
    Section,
    Span,
    Speaker,
    SpeakerKind,
    State,
    TextKind,
    take,
)

ANNA, BORIS = (Name(family=family, given=given) for family, given in (("Berg", "Anna"), ("Stein", "Boris")))
TEXTS = {
    "a": "The harbour was shut for nine days after the storm, and the ferries stayed on the far side of the bay.",
    "b": "Officials counted the cargo twice. Nobody could say where the missing crates had gone in the meantime.",
}


def filler(word: str) -> str:
    """A hundred words that no other text has."""
    return " ".join(f"{word}{n}" for n in range(100))


def article(article_id: str, text: str = "", **metadata: Any) -> Article:
    return Article(article_id, Metadata(**metadata), text or TEXTS[article_id])


def subject(*articles: Article, author: str = "", speakers: dict[str, Speaker] | None = None) -> Subject:
    """A judgement that rests on the beginning of each article."""
    excerpts = {}
    for n, one in enumerate(articles, 1):
        speaker = (speakers or {}).get(one.id)
        excerpts[f"e{n}"] = replace(take(one, Span(0, 20)), id=f"e{n}", speaker=speaker)
    brief = Brief("b", author=author, excerpts=excerpts, judgements=(Judgement("j1", "It holds.", for_=(*excerpts,)),))
    found = {i: verify(e, one) for (i, e), one in zip(excerpts.items(), articles, strict=True)}
    return Subject(brief, {one.id: one for one in articles}, found)


def said(rule: str, checked: Subject) -> list[str]:
    return [hit.message for hit in RULES[rule].find(checked)]


A, B = article("a", container_title="The Gazette"), article("b", container_title="Herald")


def test_two_sources_of_two_origins_are_enough() -> None:
    assert said("judgement.single-source", subject(A, B)) == []
    assert said("judgement.independence", subject(A, B)) == []


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (A, article("b", container_title="Gazette"), "both are of The Gazette"),
        (A, replace(B, text=A.text), "they have the same text"),
        (A, replace(B, text=f"{A.text} Our reporter adds this."), "they share much of their wording"),
        (
            A.with_metadata(original={"sha256": "f0"}),
            B.with_metadata(text=TextKind.DIGEST, digest_of="f0"),
            "one original",
        ),
        (
            A.with_metadata(text=TextKind.DIGEST, digest_of="f0"),
            B.with_metadata(text=TextKind.DIGEST, digest_of="f0"),
            "they come from one original",
        ),
        (A, B.with_metadata(version_of="a"), "they are versions of one text"),
        (A.with_metadata(republished_by="Herald"), B, "Herald published one and republished the other"),
        (A.with_metadata(author=(ANNA,), genre="op-ed"), B.with_metadata(author=(ANNA,), genre="opinion"), "Anna Berg"),
    ],
)
def test_sources_of_one_origin_are_one(first: Article, second: Article, reason: str) -> None:
    (message,) = said("judgement.single-source", subject(first, second))
    assert message.startswith("it rests on one source: a and b (")
    assert reason in message
    third = article("c", "Prices of bread rose in the spring, as they do in most years after a poor harvest.")
    (message,) = said("judgement.independence", subject(first, second, third))
    assert message.startswith("3 sources are 2 by origin: a and b (")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (A.with_metadata(author=(ANNA,)), B.with_metadata(author=(ANNA,))),
        (A.with_metadata(container_title=""), B.with_metadata(container_title="")),
        (A.with_metadata(republished_by="Archive"), B.with_metadata(republished_by="Archive")),
        (
            replace(A, text=f"{A.text} {filler('first')}"),
            replace(
                B,
                text=f"{B.text} “The harbour was shut for nine days after the storm,” he said. {filler('second')}",
            ),
        ),
    ],
    ids=["one reporter", "no outlet", "one archive", "one quotation"],
)
def test_what_is_no_common_origin(first: Article, second: Article) -> None:
    assert said("judgement.single-source", subject(first, second)) == []
    assert said("judgement.independence", subject(first, second)) == []


def test_one_voice_or_channel_in_two_outlets_is_one_source() -> None:
    one = Speaker("Anna Berg")
    assert (
        "both have it from Anna Berg"
        in said("judgement.single-source", subject(A, B, speakers={"a": one, "b": one}))[0]
    )
    unnamed = Speaker("an official", kind=SpeakerKind.UNNAMED)
    assert said("judgement.single-source", subject(A, B, speakers={"a": unnamed, "b": unnamed})) == []
    told = {"a": replace(unnamed, via=("Radio One",)), "b": Speaker("Boris Stein", via=("Radio One",))}
    assert "through Radio One" in said("judgement.single-source", subject(A, B, speakers=told))[0]


@pytest.mark.parametrize(
    ("language", "reason", "is_told"),
    [
        ("en-GB", "One expert, on the record; no second source.", False),
        ("en-GB", "It rests on one source; there is none of another origin.", False),
        ("en-GB", "A single,\nnamed expert: there is no other source.", False),
        ("xx", "Single source, well placed.", False),
        ("de", "Nur eine Quelle, aber nah am Geschehen.", False),
        ("fr", "Une seule source.", False),
        ("ru", "Есть только один источник.", False),
        ("en-GB", "More than one source says so.", True),
        ("en-GB", "The source is well placed.", True),
        ("en-GB", "", True),
    ],
)
def test_a_reason_that_says_there_is_one_source_is_enough(language: str, reason: str, is_told: bool) -> None:
    checked = subject(A)
    judgement = replace(checked.brief.judgements[0], confidence=Confidence("low", reason))
    checked = replace(checked, brief=replace(checked.brief, language=language, judgements=(judgement,)))
    assert bool(said("judgement.single-source", checked)) is is_told


def test_the_authors_own_texts_are_no_sources() -> None:
    note = A.with_metadata(author=(Name(literal="The Desk"),))
    (message,) = said("judgement.single-source", subject(note, B, author="The Desk"))
    assert message == "it rests on one source: b; the author's own texts are not counted"
    (message,) = said("judgement.single-source", subject(note, author="The Desk"))
    assert "own texts alone" in message
    assert said("judgement.single-source", subject(note, B, author="Another")) == []


# Opinion


def opinion(text: str, **changes: Any) -> list[str]:
    """What is said about a paraphrase of an opinion piece, and a judgement on it."""
    piece = A.with_metadata(author=(ANNA,), genre="op-ed", **changes)
    checked = subject(piece)
    item = Item("i1", ItemKind.PARAPHRASE, "e1", text=text)
    brief = replace(checked.brief, sections=(Section("s1", "One", (item,)),))
    return [hit.place for hit in RULES["source.opinion"].find(replace(checked, brief=brief))]


def test_an_opinion_told_as_fact_is_found_in_the_item_and_the_judgement() -> None:
    assert opinion("The harbour was shut.") == ["i1", "j1"]
    assert opinion("The harbour was shut.", language="en") == ["i1", "j1"]


@pytest.mark.parametrize(
    ("text", "places"),
    [("Der Hafen war geschlossen.", ["i1"]), ("Nach Ansicht der Autorin war der Hafen geschlossen.", [])],
)
def test_a_brief_in_another_language_says_whose_view_it_is_in_its_own_words(text: str, places: list[str]) -> None:
    checked = subject(A.with_metadata(author=(ANNA,), genre="op-ed"))
    item = Item("i1", ItemKind.PARAPHRASE, "e1", text=text)
    brief = replace(checked.brief, language="de", judgements=(), sections=(Section("s1", "One", (item,)),))
    assert [hit.place for hit in RULES["source.opinion"].find(replace(checked, brief=brief))] == places


@pytest.mark.parametrize(
    "text",
    [
        "Berg calls the harbour shut.",
        "In the Gazette, the harbour is called shut.",
        "According to one writer the harbour was shut.",
        "One observer argued that the harbour was shut.",
    ],
)
def test_an_opinion_that_is_attributed_is_none(text: str) -> None:
    assert opinion(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The harbour was shut [@e1].", ["bottom-line", "i1"]),
        ("Berg calls the harbour shut [@e1].", []),
        ("Berg disagrees. The harbour was shut. [@e1]", []),
        ("Berg disagrees. So it goes. The harbour was shut [@e1].", ["bottom-line", "i1"]),
        ("Moscow says that all is well. The harbour was shut [@e1].", ["bottom-line", "i1"]),
        ("The army announced nothing. The harbour was shut [@e1].", ["bottom-line", "i1"]),
        ("Nobody in Bergen disagrees. The harbour was shut [@e1].", ["bottom-line", "i1"]),
        ("One columnist argues otherwise. The harbour was shut [@e1].", []),
        ("So an op-ed says. The harbour was shut [@e1].", []),
        ("Moscow says that the harbour was shut [@e1].", []),
    ],
)
def test_own_text_that_cites_an_opinion_says_whose_it_is(text: str, places: list[str]) -> None:
    checked = subject(A.with_metadata(author=(ANNA,), genre="op-ed"))
    sections = (Section("s1", "One", (Item("i1", ItemKind.TEXT, text=text), Item("i2", ItemKind.QUOTE, "e1"))),)
    brief = replace(checked.brief, sections=sections, bottom_line=text, judgements=())
    assert [hit.place for hit in RULES["source.opinion"].find(replace(checked, brief=brief))] == places


def test_news_needs_no_attribution_and_a_quote_has_its_note() -> None:
    assert said("source.opinion", subject(A.with_metadata(genre="news"))) == []
    checked = subject(A.with_metadata(author=(ANNA,), genre="Editorial"))
    assert len(said("source.opinion", checked)) == 1
    quoted = replace(checked.brief, sections=(Section("s1", "One", (Item("i1", ItemKind.QUOTE, "e1"),)),))
    assert said("source.opinion", replace(checked, brief=quoted)) == []
    assert said("source.opinion", replace(checked, brief=replace(checked.brief, language="ja"))) == []


# Speakers

SPOKEN = (
    "The council met on Monday.\n\n“We will open the bridge in spring,” Anna Berg told reporters.\n\n"
    "Boris Stein was absent. Nothing else was decided there."
)


def doubt(speaker: Speaker, **metadata: Any) -> list[str]:
    spoken = article("s", SPOKEN, language="en", **metadata)
    begin = SPOKEN.index("We will")
    excerpt = replace(take(spoken, Span(begin, begin + 32)), id="e1", speaker=speaker)
    items = (Item("i1", ItemKind.QUOTE, "e1"),)
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", items),))
    return said("speaker.unfounded", Subject(brief, {"s": spoken}, {"e1": verify(excerpt, spoken)}))


@pytest.mark.parametrize("evidence", [(), (Evidence(Span(59, 70), "Boris Stein"),)])
def test_a_speaker_chosen_against_the_text_is_questioned(evidence: tuple[Evidence, ...]) -> None:
    assert doubt(Speaker("Boris Stein", evidence=evidence)) == ["said by Anna Berg, credited to Boris Stein"]


@pytest.mark.parametrize("speaker", [Speaker("Anna Berg"), Speaker("Berg")])
def test_a_speaker_whom_the_text_names_is_not_questioned(speaker: Speaker) -> None:
    assert doubt(speaker) == []


def test_a_speaker_whom_a_person_recorded_for_the_article_is_not_questioned() -> None:
    recorded = {"speakers": (NamedSpeaker("Boris Stein", paragraphs=(2,)),)}
    assert doubt(Speaker("Boris Stein"), **recorded, states={"speakers": State.USER}) == []
    elsewhere = (NamedSpeaker("Boris Stein", paragraphs=(3,)), NamedSpeaker("Anna Berg", paragraphs=(2,)))
    assert doubt(Speaker("Boris Stein"), speakers=elsewhere, states={"speakers": State.USER}) != []
    assert doubt(Speaker("Boris Stein"), **recorded) != []
    assert doubt(Speaker("Boris Stein"), speakers=(NamedSpeaker("Boris Stein", paragraphs=(3,)),)) != []


def test_an_author_is_questioned_for_words_that_the_text_quotes_from_somebody_else() -> None:
    assert doubt(Speaker("Boris Stein"), author=(BORIS,)) == ["said by Anna Berg, credited to Boris Stein"]


def test_a_speaker_who_is_nowhere_near_is_questioned() -> None:
    narrated = article("n", "The bridge opens in spring.\n\nIt was built in two years.", language="en")
    for name, count in (("Clara Wolf", 1), ("the bridge authority", 0)):
        excerpt = replace(take(narrated, Span(0, 27)), id="e1", speaker=Speaker(name, kind=SpeakerKind.of(name)))
        items = (Item("i1", ItemKind.PARAPHRASE, "e1", text="It opens."),)
        brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", items),))
        found = said("speaker.unfounded", Subject(brief, {"n": narrated}, {"e1": verify(excerpt, narrated)}))
        assert len(found) == count
