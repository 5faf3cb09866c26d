"""What somebody is reported to say in other words is not printed as the source's own without a word of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import RULES, Subject, verify
from briefing_tui.model import Article, Brief, Item, ItemKind, Metadata, Name, Section, Span, Speaker, take

TOLD = (
    "Ida Berg, a pilot, told The Herald on Monday that the ice will hold, explaining that nobody wants a new quay.\n\n"
    "The quay is old. In addition, she said, the ferry is late. “The crew is tired,” she said."
)


def hits(words: str, text: str = "", kind: ItemKind = ItemKind.QUOTE, source: str = TOLD, **changes: Any) -> list[str]:
    start = source.index(words)
    article = Article("a", Metadata(language=changes.pop("language", "en"), author=(Name(family="Stein"),)), source)
    excerpt = replace(take(article, Span(start, start + len(words))), id="e1", speaker=changes.pop("speaker", None))
    language = changes.pop("brief", "en-GB")
    items = (Item("i1", kind, "" if kind is ItemKind.TEXT else "e1", text=text, **changes),)
    brief = Brief("b", language=language, excerpts={"e1": excerpt}, sections=(Section("s1", "One", items),))
    subject = Subject(brief, {"a": article}, {"e1": verify(excerpt, article)})
    return [hit.message for hit in RULES["speaker.reported"].find(subject)]


@pytest.mark.parametrize("words", ["the ice will hold", "nobody wants a new quay", "the ferry is late"])
def test_a_quote_of_what_somebody_is_reported_to_say_is_told(words: str) -> None:
    (message,) = hits(words)
    assert message.startswith("Ida Berg said this, as reported in a, ¶ ")


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("de", "Ida Berg sagte der Zeitung, dass das Eis halten werde.", "das Eis halten werde"),
        ("fr", "Ida Berg a déclaré au journal que la glace tiendra.", "la glace tiendra"),
        ("ru", "Ида Берг сказала газете, что лёд выдержит.", "лёд выдержит"),
    ],
)
def test_it_is_told_in_other_languages_with_verbs_of_saying(language: str, source: str, words: str) -> None:
    assert hits(words, source=source, language=language)


@pytest.mark.parametrize("text", ["The ice will hold.", "The quay is in good repair."])
def test_a_paraphrase_that_names_nobody_is_told(text: str) -> None:
    assert hits("the ice will hold", text, ItemKind.PARAPHRASE)
    (message,) = hits("The crew is tired", text, ItemKind.PARAPHRASE)
    assert message.startswith("Ida Berg said this in a, ")


@pytest.mark.parametrize("text", ["Berg expects the ice to hold.", "According to one pilot, the ice will hold."])
def test_a_paraphrase_that_says_whose_words_they_are_is_fine(text: str) -> None:
    assert not hits("the ice will hold", text, ItemKind.PARAPHRASE)


def test_a_quote_that_keeps_who_says_so_or_has_a_speaker_is_fine() -> None:
    assert not hits("Ida Berg, a pilot, told The Herald on Monday that the ice will hold")
    assert not hits("the ice will hold", speaker=Speaker("Ida Berg"))
    assert not hits("the ice will hold", core="Berg on the ice")
    assert hits("In addition, she said, the ferry is late"), "nobody could tell who she is"


def test_the_source_s_own_words_and_those_of_its_author_are_fine() -> None:
    assert not hits("The quay is old.")
    assert not hits("the ice will hold", source="Stein said that the ice will hold.")
    assert not hits("the ice will hold", source="Ida Berg wrote a book that the ice will hold up.")


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("de", "Der Hafen war voll. Die Lage sei ernst. Niemand kam.", "Die Lage sei ernst."),
        ("fr", "Le bac est perdu, a indiqué la mairie.", "Le bac est perdu"),
        ("ru", "По словам мэра, паром стоит.", "паром стоит"),
        ("he", "מנהל הנמל אמר אתמול כי המעבורת תעגון.", "המעבורת תעגון"),
        ("ar", "قال مدير الميناء إن العبّارة ستبقى راسية.", "العبّارة ستبقى راسية"),
    ],
)
def test_words_of_each_language_say_that_somebody_says_so(language: str, source: str, words: str) -> None:
    (message,) = hits(words, source=source, language=language)
    assert "said this, as reported in a, ¶ 1" in message
    assert not hits(words, source=source, language=language, speaker=Speaker("Ida Berg"))


@pytest.mark.parametrize(
    ("language", "source", "words", "said"),
    [
        (
            "de",
            "Die Fähre brauche einen Motor, so Hafenmeister Lund.",
            "Die Fähre brauche einen Motor",
            "Hafenmeister Lund",
        ),
        ("fr", "Le bac est perdu, a indiqué la mairie.", "Le bac est perdu", "somebody"),
        ("he", "מנהל הנמל אמר אתמול כי המעבורת תעגון.", "המעבורת תעגון", "somebody"),
    ],
)
def test_a_message_calls_somebody_by_words_that_are_a_name_and_by_no_others(
    language: str, source: str, words: str, said: str
) -> None:
    (message,) = hits(words, source=source, language=language)
    assert message.startswith(f"{said} said this, as reported in a, ¶ 1")


def test_a_quote_in_another_language_that_keeps_who_says_so_is_fine() -> None:
    whole = "מנהל הנמל אמר אתמול כי המעבורת תעגון."
    assert not hits(whole, source=whole, language="he")
    nameless = "הוא אמר כי המעבורת תעגון."
    assert hits(nameless, source=nameless, language="he"), "nobody could tell who he is"


def test_what_its_author_or_its_outlet_says_is_its_own_in_each_language() -> None:
    assert not hits("המעבורת תעגון", source="Stein אמר כי המעבורת תעגון.", language="he")
    assert not hits("die Furt schließt", source="Stein zufolge gilt: die Furt schließt.", language="de")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Das Eis wird halten.", True),
        ("de", "Nach Ansicht einer Pilotin wird das Eis halten.", False),
        ("fr", "La glace tiendra.", True),
        ("fr", "Une pilote estime que la glace tiendra.", False),
        ("he", "הקרח יחזיק.", True),
        ("he", "לדברי טייסת, הקרח יחזיק.", False),
    ],
)
def test_paraphrases_in_other_languages_say_so_in_their_own_words(language: str, text: str, told: bool) -> None:
    assert bool(hits("the ice will hold", text, ItemKind.PARAPHRASE, brief=language)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ice will hold [@e1].", True),
        ("The ice, Berg says, will hold [@e1].", False),
        ("One pilot argues that the ice will hold. [@e1]", False),
        ("Berg flies there. The ice will hold [@e1].", False),
        ("Moscow says so. The ice will hold [@e1].", True),
        ("The ice will hold.", False),
    ],
)
def test_own_text_that_cites_it_as_a_finding_is_told(text: str, told: bool) -> None:
    found = hits("the ice will hold", text, ItemKind.TEXT)
    assert bool(found) is told
    assert all("this text cites it as the source's own finding" in message for message in found)
    assert not hits("the ice will hold", text, ItemKind.TEXT, speaker=Speaker("Ida Berg"))
