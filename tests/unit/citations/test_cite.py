"""Notes and sources as pandoc makes them with our style."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing_tui.citations import Citations, Cite, Text, cite, known_styles, plain
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Article, Metadata, Name, PartialDate, Speaker, SpeakerKind, State, TextKind

TERMS = wording("en").terms
FULL = "Ida Larsen, “The harbour counts: a first ledger”, Quay Gazette, 4 March 2025, ¶ 4"


def article(article_id: str = "harbour", **changes: object) -> Article:
    stated = {
        "type": "article-newspaper",
        "title": "The harbour counts: a first ledger",
        "author": (Name("Larsen", "Ida"),),
        "container_title": "Quay Gazette",
        "issued": PartialDate(2025, 3, 4),
        "url": "https://quay.example/a_b",
        "language": "en",
        "genre": "op-ed",
    }
    metadata = Metadata(**{**stated, **changes})  # type: ignore[arg-type] # fields by name
    return Article(article_id, metadata, "There is a ledger in the harbour office since spring.")


def made(cites: Sequence[Cite], *articles: Article, cache: Path | None = None) -> Citations:
    return cite(cites, {a.id: a for a in articles}, terms=TERMS, cache_dir=cache)


def note(source: Article, speaker: Speaker | None = None, locator: str = "¶ 4") -> str:
    return plain(made([Cite("e1", source.id, locator, speaker)], source).notes["e1"])


def test_full_at_first_short_afterwards_and_no_ibid() -> None:
    cites = [Cite("e1", "harbour", "¶ 4"), Cite("e2", "harbour", "¶¶ 5–6"), Cite("e3", "harbour", "heading before ¶ 9")]
    result = made(cites, article())
    notes = result.notes
    assert plain(notes["e1"]) == FULL
    assert plain(notes["e2"]) == "Larsen, “The harbour counts”, ¶¶ 5–6"
    assert plain(notes["e3"]) == "Larsen, “The harbour counts”, heading before ¶ 9"
    assert Text("Quay Gazette", italic=True) in notes["e1"]
    assert result.sources[0].text[-1].href == "https://quay.example/a_b", "an address stands once, with the sources"


NEXT_DAY = PartialDate(2025, 3, 5)


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        (
            {"title": "The harbour counts: a first ledger"},
            {"title": "The harbour counts: a second ledger"},
            ["Larsen, “The harbour counts: a first ledger”, ¶ 2", "Larsen, “The harbour counts: a second ledger”, ¶ 2"],
        ),
        (
            {"title": "Week in brief", "author": ()},
            {"title": "Week in brief", "author": (), "issued": NEXT_DAY},
            ["“Week in brief”, 4 March 2025, ¶ 2", "“Week in brief”, 5 March 2025, ¶ 2"],
        ),
        (
            {"title": ""},
            {"title": "", "container_title": "Strait Times"},
            [
                "Larsen, [untitled: “There is a ledger in the harbour office …”], Quay Gazette, ¶ 2",
                "Larsen, [untitled: “There is a ledger in the harbour office …”], Strait Times, ¶ 2",
            ],
        ),
        (
            {"title": "The harbour counts"},
            {"title": "The harbour counts", "author": (Name("Berg", "Ada"),)},
            ["Larsen, “The harbour counts”, ¶ 2", "Berg, “The harbour counts”, ¶ 2"],
        ),
    ],
)
def test_a_short_note_means_one_source(first: dict[str, object], second: dict[str, object], notes: list[str]) -> None:
    cites = [Cite(f"{a}{n}", a, f"¶ {n}") for n in (1, 2) for a in ("a", "b")]
    result = made(cites, article("a", **first), article("b", **second)).notes
    assert [plain(result[f"{a}2"]) for a in ("a", "b")] == notes


def test_each_source_once_and_sorted() -> None:
    others = [
        article("b", author=(Name("Berg", "Ada"),)),
        article("none", author=()),
        article("project", author=(Name(literal="Harbour Desk"),)),
    ]
    cites = [Cite(f"e{n}", a, "¶ 1") for n, a in enumerate(["harbour", "none", "b", "project", "harbour"])]
    sources = made(cites, article(), *others).sources
    assert [s.article for s in sources] == ["b", "project", "harbour", "none"]
    assert plain(sources[0].text) == (
        "Berg, Ada, “The harbour counts: a first ledger”, Quay Gazette, 4 March 2025 (op-ed), https://quay.example/a_b"
    )


@pytest.mark.parametrize(
    ("speaker", "opening"),
    [
        (Speaker("Jon Dahl"), "Jon Dahl, quoted in Ida Larsen, “"),
        (Speaker("ida larsen"), "Ida Larsen, “"),
        (Speaker("al-Farsi"), "al-Farsi, quoted in Ida Larsen, “"),
        (Speaker("unnamed official", kind=SpeakerKind.UNNAMED), "Unnamed official, quoted in Ida"),
        (Speaker("Jon Dahl", via=("his office",)), "Jon Dahl, through his office, quoted in Ida"),
        (Speaker("Jon Dahl", "harbour master"), "Jon Dahl, harbour master, quoted in Ida"),
        (
            Speaker("the union", "", SpeakerKind.INSTITUTIONAL, ("an official", "Kan")),
            "The union, through an official and Kan, quoted in Ida",
        ),
    ],
)
def test_the_speaker_comes_first_unless_it_is_the_author(speaker: Speaker, opening: str) -> None:
    assert note(article(), speaker).startswith(opening)


def test_a_role_is_told_once() -> None:
    dahl = Speaker("Jon Dahl", "harbour master")
    cites = [Cite("e1", "harbour", "¶ 1", dahl), Cite("e2", "harbour", "¶ 2", dahl)]
    notes = made(cites, article()).notes
    assert plain(notes["e1"]).startswith("Jon Dahl, harbour master, quoted in ")
    assert plain(notes["e2"]).startswith("Jon Dahl, quoted in ")


def test_what_is_missing_is_said() -> None:
    bare = article(title="", author=(), container_title="", issued=None, url="", genre="")
    assert note(bare) == ("[no author stated], [untitled: “There is a ledger in the harbour office …”], n.d., ¶ 4")


def test_a_digest_never_lends_its_own_words_as_a_title() -> None:
    assert "[untitled]" in note(article(title="", text=TextKind.DIGEST), locator="in our digest, ¶ 4")


def test_short_notes_without_author_and_title_name_the_outlet() -> None:
    bare = article(title="", author=(), text=TextKind.DIGEST)
    notes = made([Cite("e1", "harbour", "¶ 1"), Cite("e2", "harbour", "¶ 2")], bare).notes
    assert plain(notes["e2"]) == "[untitled], Quay Gazette, ¶ 2"


def test_what_is_inferred_stands_in_brackets() -> None:
    fields = ("title", "author", "container-title", "issued", "genre")
    doubtful = article(states=dict.fromkeys(fields, State.INFERRED))
    made_ = made([Cite("e1", "harbour", "¶ 4")], doubtful)
    assert plain(made_.notes["e1"]).startswith(
        "[Ida Larsen?], [“The harbour counts: a first ledger”?], [Quay Gazette?], [4 March 2025?], ¶ 4"
    )
    assert "[4 March 2025?] [op-ed?]" in plain(made_.sources[0].text)


@pytest.mark.parametrize(("date", "words"), [(PartialDate(2019), "2019"), (PartialDate(2019, 11), "November 2019")])
def test_dates_are_as_exact_as_the_source(date: PartialDate, words: str) -> None:
    assert f", {words}, ¶ 4" in note(article(issued=date))


def test_republication_is_named() -> None:
    assert note(article(republished_by="The Pier")).endswith("¶ 4, republished by The Pier")


def test_an_organisation_is_not_named_twice() -> None:
    board = (Name(literal="Harbour Board"),)
    dues = article(author=board, container_title="", publisher="Harbour Board", type="report", title="Dues")
    assert note(dues) == "Harbour Board, Dues, 4 March 2025, ¶ 4"


@pytest.mark.parametrize("language", ["fr-FR", "de-DE", "he-IL", "ru-RU", "xx"])
def test_other_languages_keep_the_locator(language: str) -> None:
    cites = [Cite("e1", "harbour", "original ¶ 7 (our digest, ¶ 4)")]
    notes = cite(cites, {"harbour": article()}, terms=TERMS, language=language).notes
    assert "original ¶ 7 (our digest, ¶ 4)" in plain(notes["e1"])


def test_two_places_in_a_source_are_never_taken_for_the_same(tmp_path: Path) -> None:
    """Where a style writes 'ibid' for the same source, each note still says where."""
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
        "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout><choose>"
        '<if position="ibid-with-locator"><text value="ibid "/><text variable="locator"/></if>'
        '<else-if position="ibid"><text value="ibid"/></else-if>'
        '<else><text variable="title" suffix=" "/><text variable="locator"/></else></choose>'
        "</layout></citation></style>"
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    places = ["¶ 1", "¶ 2", "¶ 2"]
    cites = [Cite(f"e{n}", "harbour", place) for n, place in enumerate(places, 1)]
    notes = cite(cites, {"harbour": article(title="T")}, terms=TERMS, style="own.csl", styles=tmp_path).notes
    assert [plain(note) for note in notes.values()] == ["T ¶ 1", "ibid ¶ 2", "ibid ¶ 2"]


def test_a_note_leads_to_its_source_and_its_locator_to_the_words() -> None:
    cites = [Cite("e1", "harbour", "¶ 4", Speaker("Jon Dahl"), "https://quay.example/a#x")]
    runs = made(cites, article("b", author=(Name("Aas", "Kim"),)), article()).notes["e1"]
    assert [(run.text, run.href) for run in runs if run.href] == [
        ("Ida Larsen, “The harbour counts: a first ledger”, ", "#source-1"),
        ("¶ 4", "https://quay.example/a#x"),
    ]


def test_the_same_work_cited_twice_is_one_source_in_every_style_of_ours() -> None:
    cites = [Cite("e1", "harbour", "¶ 1"), Cite("e2", "b", "¶ 2"), Cite("e3", "harbour", "¶ 3")]
    for style in known_styles():
        said = cite(cites, {"harbour": article(), "b": article("b", title="B")}, terms=TERMS, style=style)
        assert sorted(source.article for source in said.sources) == ["b", "harbour"]
        assert len({plain(note) for note in said.notes.values()}) == 3


def test_words_in_a_stand_in_keep_their_capitals_in_styles_that_change_those_of_titles(tmp_path: Path) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
        "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>"
        '<text variable="title" text-case="title" suffix=" "/><text variable="locator"/></layout></citation></style>'
    )
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    untitled = {"harbour": article(title="")}
    said = cite([Cite("e1", "harbour", "¶ 1")], untitled, terms=TERMS, style="own.csl", styles=tmp_path)
    assert "“There is a ledger in the harbour office …”" in plain(said.notes["e1"])


def numeric(layout: str) -> str:
    """A style that cites by number in the text."""
    within = '<text variable="citation-number"/><text variable="locator" prefix=", "/>'
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id>'
        '<category citation-format="numeric"/><updated>2026-01-01T00:00:00+00:00</updated></info>'
        f"<citation><layout{layout}>{within}</layout></citation>"
        '<bibliography><layout><text variable="title"/></layout></bibliography></style>'
    )


@pytest.mark.parametrize(
    ("layout", "around", "said"),
    [
        (' prefix="[" suffix="]" delimiter=", "', ("[", ", ", "]"), "Jon Dahl, quoted in 1, ¶ 4"),
        (' vertical-align="sup" delimiter=","', ("[", ",", "]"), "Jon Dahl, quoted in 1, ¶ 4"),
        (' delimiter=", "', ("", ", ", ""), "(Jon Dahl, quoted in 1, ¶ 4)"),
    ],
)
def test_numbers_in_the_text_are_told_from_those_of_notes(
    tmp_path: Path, layout: str, around: tuple[str, str, str], said: str
) -> None:
    (tmp_path / "own.csl").write_text(numeric(layout), encoding="utf-8")
    cites = [Cite("e1", "harbour", "¶ 4", Speaker("Jon Dahl"))]
    made_ = cite(cites, {"harbour": article()}, terms=TERMS, style="own.csl", styles=tmp_path)
    assert (made_.around, plain(made_.notes["e1"]), made_.names) == (around, said, False)


def test_a_name_reads_in_notes_and_sources_as_everywhere_else() -> None:
    names = [Name("王", "伟"), Name("김", "철수"), Name("ლომიძე", "გიორგი"), Name("王", "Wei"), Name("כהן", "דוד")]
    names.append(Name("Beethoven", "Ludwig", "", {"non-dropping-particle": "van"}))
    sources = [article(f"a{n}", author=(name,)) for n, name in enumerate(names)]
    result = made([Cite(a.id, a.id, "¶ 1") for a in sources], *sources)
    assert [plain(result.notes[a.id]).partition(", “")[0] for a in sources] == list(map(str, names))
    listed = {s.article: plain(s.text).partition(", “")[0] for s in result.sources}
    assert listed == {
        "a0": "王伟", "a1": "김철수", "a2": "ლომიძე, გიორგი", "a3": "王, Wei", "a4": "כהן, דוד",
        "a5": "van Beethoven, Ludwig",
    }  # fmt: skip
