"""RTF: code pages by font, notes of every program, numbers of lists as written, and objects that are not opened."""

from __future__ import annotations

import pytest

from tests.unit.ingest.office import rtf
from tests.unit.ingest.samples import BUDGET, COUNCIL, headings, kinds, read


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\f1\'cf\'f0\'e8\'e2\'e5\'f2", "Привет"),
        (r"\f2\'c1\'e8\'de\'ed\'e1", "Αθήνα"),
        (r"\f0 caf\'e9 \'93so\'94 \'97", "café “so” —"),
        (r"\f4\'93\'fa\'96\'7b", "日本"),
        (r"\f4\'96{}", "\ufffd"),
        (r"\u8220?so\u8221? \u-10179?\u-8704?", "“so” 😀"),
        (r"{\uc2\u1055\'cf\'f0}\u1088?.", "Пр."),
        (r"{\uc0\u1055\u1088 }.", "Пр."),
        (r"Two  spaces\~no\-so\_hard \\ \{x\}", "Two  spaces\u00a0no\u00adso\u2011hard \\ {x}"),
        (r"\ldblquote so\rdblquote  it\rquote s \emdash  no", "“so” it’s — no"),
        ("one\r\n word", "one word"),
    ],
)
def test_characters_are_those_of_their_font(source: str, text: str) -> None:
    assert read("a.rtf", rtf(rf"{{{source}}}\par")).text == text


def test_the_page_of_the_document_holds_where_a_font_says_nothing() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 A;}}\f0\'cf\'f0\'e8\par}"
    assert read("a.rtf", data).text == "При"


def test_notes_and_comments_of_all_programs() -> None:
    words = r"One{\super\chftn}{\footnote\pard\chftn  Word's note.\par} two{\*\footnote\chftn\pard Another's.\par}"
    remark = r" three{\*\atnid A}{\*\atnauthor B}\chatn{\*\annotation\pard Is it?\par}.\par"
    document = read("a.rtf", rtf(words + remark))
    assert document.text == "One two three."
    assert [(d.kind, d.text) for d in document.dropped] == [
        ("footnote", "Word's note."),
        ("footnote", "Another's."),
        ("comment", "Is it?"),
    ]


def test_lists_are_numbered_as_written() -> None:
    items = r"{\listtext 3.\tab}\ls1 third\par", r"{\listtext\f3\'b7\tab}\ls2 dot\par", r"{\pntext 4)\tab}fourth\par"
    assert read("a.rtf", rtf(rf"{COUNCIL}\par", *items, rf"\pard {BUDGET}\par")).text == (
        f"{COUNCIL}\n\n3. third\n- dot\n4) fourth\n\n{BUDGET}"
    )


def test_heads_of_pages_are_reported() -> None:
    head = r"{\header\pard The Quay Review\par}{\footer\pard Page \chpgn\par}"
    document = read("a.rtf", rtf(rf"{COUNCIL}\par", head=head))
    assert document.text == COUNCIL
    assert [(d.kind, d.text) for d in document.dropped] == [
        ("running-head", "The Quay Review"),
        ("running-head", "Page"),
    ]


def test_changes_are_read_as_accepted_and_said() -> None:
    document = read("a.rtf", rtf(r"It was {\deleted not }{\revised truly }so.\par"))
    assert document.text == "It was truly so."
    assert document.warnings == ("it has tracked changes: read as if all were accepted",)


def test_hidden_words_are_out() -> None:
    assert read("a.rtf", rtf(r"Seen{\v  and not seen}.\par")).text == "Seen."


def test_objects_and_pictures_are_not_opened() -> None:
    thing = r"{\object\objemb{\*\objclass Evil.1}{\*\objdata " + "d0cf11e0" * 50_000 + r"}{\result A sheet}}"
    picture = r"{\pict\pngblip " + "89504e47" * 50_000 + "}"
    binary = "{\\pict\\bin4 }}}}}"
    document = read("a.rtf", rtf(rf"{COUNCIL}\par", thing + r"\par", picture + r"\par", binary + r"\par"))
    assert document.text == f"{COUNCIL}\n\nA sheet"


def test_links_and_outlines() -> None:
    link = r'{\field{\*\fldinst HYPERLINK "https://example.org/a  b"}{\fldrslt the words}}'
    document = read(
        "a.rtf", rtf(rf"Read {link} here.\par", r"\pard\outlinelevel0 A heading\par", rf"\pard {COUNCIL}\par")
    )
    assert document.text == f"Read the words here.\n\n## A heading\n\n{COUNCIL}"
    assert headings(document) == ["A heading"]


def test_the_text_box_is_text() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn posh}{\sv 1}}{\shptxt " + BUDGET + r"\par}}}"
    document = read("a.rtf", rtf(rf"{COUNCIL}\par", shape + r"\par"))
    assert document.text == f"{COUNCIL}\n\n{BUDGET}"
    assert not kinds(document)


def test_what_is_cut_short_is_read_and_said() -> None:
    document = read("a.rtf", rtf(rf"{COUNCIL}\par", rf"{{\b {BUDGET}")[:-2])
    assert document.text.startswith(f"{COUNCIL}\n\n{BUDGET[:40]}")
    assert any("ends in the middle" in warning for warning in document.warnings)


def test_properties_alone_say_nothing() -> None:
    info = r"{\info{\title Document1}{\author Some User}}"
    data = read("a.rtf", rtf(rf"{COUNCIL}\par", rf"{BUDGET}\par", head=info)).metadata
    assert not data.title
    assert not data.author
