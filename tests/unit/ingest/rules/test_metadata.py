"""Metadata: stated with its line, inferred and marked so, or missing; never a guess."""

from __future__ import annotations

import pytest

from briefing_tui.ingest import suggest_id
from briefing_tui.ingest.rules.dates import in_url, read_line
from briefing_tui.ingest.rules.names import is_masthead, is_person, person
from briefing_tui.model import Metadata, Name, PartialDate, State, TextKind
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, imported, kinds, paragraphs, read


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("November 20, 2019", "2019-11-20"),
        ("Published on Wed, Nov. 20th, 2019 at 10:30 a.m.", "2019-11-20"),
        ("20 November 2019", "2019-11-20"),
        ("2019-11-20T10:00:00Z", "2019-11-20"),
        ("20.11.2019", "2019-11-20"),
        ("11/20/2019", "2019-11-20"),
        ("20/11/2019", "2019-11-20"),
        ("8.11.2019", "2019-11-08"),
        ("8/11/2019", "2019"),
        ("November 2019", "2019-11"),
        ("le 3 août 2021", ""),
        ("3 août 2021", "2021-08-03"),
        ("3. März 2021", "2021-03-03"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("3 марта 2021 г.", "2021-03-03"),
        ("3 במרץ 2021", "2021-03-03"),
        ("2021年3月3日", "2021-03-03"),
        ("31 November 2019", ""),
        ("2019", ""),
        ("Version 2.11.2019 of the text", ""),
        ("November 20", ""),
        ("Chapter 12 1999", ""),
    ],
)
def test_date_lines(text: str, date: str) -> None:
    reading = read_line(text)
    assert str(reading.date if reading else "") == date


def test_both_readings_of_an_unclear_date_are_named() -> None:
    dotted, stroke = read_line("8.11.2019"), read_line("8/11/2019")
    assert dotted is not None
    assert stroke is not None
    assert dotted.note == "read day first; 2019-08-11 if month first"
    assert stroke.note == "day and month unclear: 2019-11-08 or 2019-08-11"


def test_dates_in_addresses() -> None:
    assert in_url("https://a.example/2019/11/20/title-a68249") == PartialDate(2019, 11, 20)
    assert in_url("https://a.example/2019/11/title") == PartialDate(2019, 11)
    assert in_url("https://a.example/id/20191120") is None


def test_a_date_from_the_address_alone_is_inferred() -> None:
    document = imported("Grain before guns", COUNCIL, BUDGET, "Original url: https://a.example/2018/09/04/grain")
    assert document.metadata.issued == PartialDate(2018, 9, 4)
    assert document.metadata.states["issued"] is State.INFERRED
    assert document.metadata.states["URL"] is State.STATED


def test_nothing_is_taken_from_the_file_name() -> None:
    document = imported(COUNCIL, BUDGET, name="2018-09-04 Dana Levi, The Selva Times.txt")
    missing = {name for name, state in document.metadata.states.items() if state is State.MISSING}
    assert missing == {"title", "author", "container-title", "publisher", "issued", "URL", "genre", "republished-by"}
    assert not any(document.metadata.value(name) for name in missing)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("A senior source confirmed to Al-Monitor that it is so.", "Al-Monitor"),
        ("Haddad told The Harbourer on Monday that it is so.", "The Harbourer"),
        ("Haddad told\u00a0 The Selva Times that it is so.", "The Selva Times"),
        ("Haddad told President Levi that it is so.", ""),
        ("Haddad told Reuters that it is so.", ""),
        ("Haddad told The Harbourer and later told The Selva Times that it is so.", ""),
    ],
)
def test_outlet_that_somebody_told(sentence: str, outlet: str) -> None:
    metadata = imported(COUNCIL, sentence, BUDGET).metadata
    assert metadata.container_title == outlet
    assert metadata.states["container-title"] is (State.INFERRED if outlet else State.MISSING)


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Dana Levi", ["Dana Levi"], ""),
        ("BY DANA LEVI", ["DANA LEVI"], ""),
        ("By Dana Levi and Omar al-Haddad", ["Dana Levi", "Omar al-Haddad"], ""),
        ("By Dana Levi, Omar Haddad and Ruth Carmi", ["Dana Levi", "Omar Haddad", "Ruth Carmi"], ""),
        ("By: Ruth Carmi, The Harbourer", ["Ruth Carmi"], "The Harbourer"),
        ("By Ludwig van Beek, Reuters", ["Ludwig van Beek"], ""),
        ("By the Editorial Board", ["the Editorial Board"], ""),
        ("Von Hans Meier", ["Hans Meier"], ""),
        ("Автор: Анна Левина", ["Анна Левина"], ""),
        ("By air and by sea", [], ""),
        ("By any other name", [], ""),
    ],
)
def test_bylines(line: str, authors: list[str], outlet: str) -> None:
    metadata = imported("Grain before guns", line, COUNCIL, BUDGET).metadata
    assert [str(name) for name in metadata.author] == authors
    assert metadata.container_title == outlet


def test_who_may_be_author_or_outlet_is_asked() -> None:
    document = imported("Grain before guns", "By Dana Levi, Jane Doe", COUNCIL, BUDGET)
    assert [str(name) for name in document.metadata.author] == ["Dana Levi"]
    assert any("Jane Doe" in warning for warning in document.warnings)


def test_a_byline_with_outlet_and_date() -> None:
    metadata = imported("Grain before guns", "By Dana Levi, The Selva Post | March 3, 2021", COUNCIL, BUDGET).metadata
    assert (metadata.container_title, str(metadata.issued)) == ("The Selva Post", "2021-03-03")


def test_names_in_parts() -> None:
    assert person("Ludwig van Beek") == Name(family="van Beek", given="Ludwig")
    assert person("Dr. Dana Levi") == Name(family="Levi", given="Dana")
    assert person("Plato") == Name(literal="Plato")
    assert is_person("Anna-Maria O’Neill")
    assert not is_person("The Selva Times")
    assert is_masthead("University of Selva")
    assert not is_masthead("The Council of Selva Faces a New Crisis")


@pytest.mark.parametrize(
    ("first", "state"),
    [("Grain before guns", State.INFERRED), ("Grain", State.MISSING), ("Dear Sir or Madam", State.MISSING)],
)
def test_a_title_that_only_a_long_paragraph_bears_out_is_inferred(first: str, state: State) -> None:
    document = imported(first, COUNCIL, BUDGET)
    assert document.metadata.states["title"] is state
    assert (first in document.text) == (state is State.MISSING)


def test_summary_and_subtitle_above_a_byline() -> None:
    for summary in ("A port weighs its options", "A port weighs its options, and finds few."):
        document = imported("Grain before guns", summary, "By Dana Levi", "March 3, 2021", COUNCIL, BUDGET)
        assert [kind for _, kind in kinds(document)] == ["title", "standfirst", "byline", "date"]
        assert paragraphs(document) == [COUNCIL, BUDGET]


def test_a_section_name_above_the_title() -> None:
    document = imported("OPINION", "Grain before guns", "By Dana Levi", COUNCIL, BUDGET)
    assert (document.metadata.title, document.metadata.genre) == ("Grain before guns", "op-ed")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("JNS", True), ("The Selva Times", True), ("Le Courrier du Levant", True), ("Hafener Zeitung", True),
        ("El País", True), ("הארץ", True), ("Известия", True),
        ("The Hague", False), ("The Netherlands", False), ("The Golan Heights", False), ("Gaspara Stampa", False),
        ("La Haye", False), ("El Salvador", False), ("Tel Aviv", False), ("Москва", False),
        ("ירושלים", False),
    ],
)  # fmt: skip
def test_an_outlet_is_told_from_a_place_before_a_date(name: str, outlet: bool) -> None:
    metadata = imported("Grain before guns", f"{name}, 4 May 2025", COUNCIL, BUDGET).metadata
    assert metadata.container_title == (name if outlet else "")
    assert str(metadata.issued) == "2025-05-04"


def test_an_article_of_ours_is_taken_as_it_is() -> None:
    text = "## Head\n\nText *not* emphasised.\n\n\\## escaped\n\nBy Dana Levi"
    header = (
        "format: 1\ntype: report\ntitle: Grain\nissued: 2018\ncustom:\n  text: digest\n  digest-of: {sha256: abc}\n"
        "  states: {issued: inferred}\n"
    )
    document = read("a.md", f"---\n{header}---\n{text}\n".encode())
    assert document.text == text
    metadata = document.metadata
    assert (metadata.text, metadata.digest_of, metadata.type) == (TextKind.DIGEST, "abc", "report")
    assert (metadata.states["title"], metadata.states["issued"]) == (State.STATED, State.INFERRED)
    assert metadata.evidence["title"] == "line 4: title: Grain"


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (
            Metadata(author=(Name("Levi", "Dana"),), title="The Grain & the Guns", issued=PartialDate(2018)),
            "levi-2018-grain-guns",
        ),
        (Metadata(container_title="Le Père Noël", title="Œuvre d’été"), "le-pere-noel-oeuvre-dete"),
        (Metadata(author=(Name("Левина", "Анна"),), title="Зерно"), "abc123"),
        (Metadata(title="Зерно", issued=PartialDate(2021)), "2021-abc123"),
        (Metadata(), "harbour-council-port-selva-met"),
        (Metadata(title="x" * 200), "x" * 60),
    ],
)
def test_ids(metadata: Metadata, expected: str) -> None:
    text = "" if "abc123" in expected else COUNCIL
    assert suggest_id(metadata, text, (), "abc123") == expected


def test_ids_are_unique_and_never_too_long() -> None:
    taken: set[str] = set()
    for _ in range(12):
        taken.add(suggest_id(Metadata(title="word " * 3 + "y" * 80), FERRY, taken, "abc123"))
        taken.add(suggest_id(Metadata(title="z" * 80), FERRY, taken, "abc123"))
    assert len(taken) == 24
    assert max(map(len, taken)) <= 60
