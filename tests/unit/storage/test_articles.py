"""Articles as files: what is stated comes back, and what is malformed is named by file, line, field and remedy."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.errors import BriefingError, FormatError, InvalidError, NotFoundError
from briefing_tui.model import Article, Metadata, Name, NamedSpeaker, PartialDate, State, TextKind
from briefing_tui.storage import (
    canonical,
    metadata_to_plain,
    parse_article,
    read_article,
    render_article,
    write_article,
)
from tests.unit.support.awkward import TEXTS, VALUES

PARAGRAPHS = st.integers(1, 500)
DATES = st.builds(PartialDate, st.integers(1, 9999)) | st.builds(
    PartialDate, st.integers(1000, 2030), st.integers(1, 12)
)
NAMES = st.builds(Name, family=TEXTS, given=TEXTS) | st.builds(
    Name, literal=TEXTS.filter(bool), extra=st.just({"suffix": "III"})
)
UNKNOWN = st.dictionaries(st.text("xyz", min_size=4, max_size=6), VALUES.filter(bool), max_size=2)
METADATA = st.builds(
    Metadata,
    type=TEXTS.filter(bool),
    title=TEXTS,
    author=st.lists(NAMES, max_size=2).map(tuple),
    container_title=TEXTS,
    publisher=TEXTS,
    issued=st.none() | DATES,
    url=TEXTS,
    language=TEXTS,
    genre=TEXTS,
    text=st.sampled_from(TextKind),
    digest_of=TEXTS,
    original_paragraphs=st.dictionaries(PARAGRAPHS, st.lists(PARAGRAPHS, max_size=3).map(tuple), max_size=2),
    republished_by=TEXTS,
    speakers=st.lists(
        st.builds(NamedSpeaker, TEXTS.filter(bool), TEXTS, st.lists(PARAGRAPHS).map(tuple)), max_size=2
    ).map(tuple),
    states=st.dictionaries(TEXTS, st.sampled_from(State), max_size=2),
    evidence=st.dictionaries(TEXTS, TEXTS, max_size=2),
    original=st.dictionaries(TEXTS, TEXTS, max_size=2),
    pages=st.dictionaries(
        PARAGRAPHS, st.tuples(PARAGRAPHS, PARAGRAPHS).map(lambda pair: (min(pair), max(pair))), max_size=2
    ),
    paragraph_themes=st.dictionaries(PARAGRAPHS, st.lists(TEXTS, max_size=3).map(tuple), max_size=2),
    themes=st.lists(TEXTS, max_size=2).map(tuple),
    extra=UNKNOWN,
    custom_extra=UNKNOWN,
)
HERE = Path("corpus/x.md")


@given(METADATA, TEXTS.map(canonical))
def test_what_is_written_comes_back(metadata: Metadata, text: str) -> None:
    article = Article("x", metadata, text)
    assert parse_article(render_article(article), HERE) == article


def test_front_matter_as_documented() -> None:
    metadata = Metadata(
        type="article-newspaper",
        title="A title: with a colon",
        author=(Name("Doe", "Jane"), Name(literal="An institute")),
        container_title="The Paper",
        issued=PartialDate(2019),
        url="https://example.org/a",
        text=TextKind.DIGEST,
        digest_of="ab12",
        original_paragraphs={1: (1, 2)},
        speakers=(NamedSpeaker("A. B.", "spokesman", (4, 9)),),
        states={"author": State.STATED, "issued": State.INFERRED},
        evidence={"author": "line 7: By Jane Doe"},
        pages={1: (3, 3), 2: (3, 4)},
        paragraph_themes={12: ("iran", "-history")},
        themes=("deconfliction", "-iran"),
        extra={"DOI": "10.1/x", "volume": 3},
        custom_extra={"mine": True, "digest-of": {"file": "a.txt"}},
    )
    assert render_article(Article("x", metadata, "One.\n\nTwo.")) == (
        "---\n"
        "format: 1\n"
        "type: article-newspaper\n"
        "title: 'A title: with a colon'\n"
        "author:\n"
        "- {family: Doe, given: Jane}\n"
        "- {literal: An institute}\n"
        "container-title: The Paper\n"
        "issued: 2019\n"
        "URL: https://example.org/a\n"
        "custom:\n"
        "  text: digest\n"
        "  digest-of: {sha256: ab12, file: a.txt}\n"
        "  original-paragraphs: {1: [1, 2]}\n"
        "  speakers:\n"
        "  - {name: A. B., role: spokesman, paragraphs: [4, 9]}\n"
        "  states: {author: stated, issued: inferred}\n"
        "  evidence: {author: 'line 7: By Jane Doe'}\n"
        "  pages: {1: 3, 2: [3, 4]}\n"
        "  paragraph-themes: {12: [iran, -history]}\n"
        "  mine: true\n"
        "themes: [deconfliction, -iran]\n"
        "DOI: 10.1/x\n"
        "volume: 3\n"
        "---\n"
        "One.\n\nTwo.\n"
    )
    assert parse_article(render_article(Article("x", metadata, "t")), HERE).metadata == metadata
    assert metadata_to_plain(metadata)["issued"] == "2019"


def test_null_is_absent_and_names_may_be_texts() -> None:
    content = "---\ntype:\ntitle: ~\nauthor: [Reuters]\nissued: null\ncustom:\n---\nText\n"
    metadata = parse_article(content, HERE).metadata
    assert metadata == Metadata(author=(Name(literal="Reuters"),))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("---\nformat: 1\n---\n\n\nOne\r\n\r\nTwo\n\n", "One\n\nTwo"),
        ("\ufeff---\r\nformat: 1\r\n---\r\nOne\r\n", "One"),
        ("---\nformat: 1\n---   \n  indented\n---\nnot the end\n", "  indented\n---\nnot the end"),
        ("---\nformat: 1\n---\n", ""),
        ("---\nformat: 1\n---", ""),
        ("---\n---\nOne", "One"),
    ],
)
def test_the_text(tmp_path: Path, content: str, text: str) -> None:
    file = tmp_path / "an id with 'quotes'.md"
    file.write_bytes(content.encode())
    article = read_article(file)
    assert (article.id, article.text) == ("an id with 'quotes'", text)


@pytest.mark.parametrize(
    ("data", "line", "field", "words"),
    [
        (b"", 0, "", "empty"),
        (b" \n\n", 0, "", "empty"),
        (b"\x7fELF\0\0\0", 0, "", "no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 2, "", "not UTF-8"),
        ("---\ntitle: Ça\n---\nété\n".encode("latin-1"), 2, "", "not UTF-8"),
        ("---\ntitle: x\n---\n".encode("utf-16"), 0, "", "UTF-16"),
        (b"Just a text.\n", 1, "", "front matter is missing"),
        (b"----\nformat: 1\n---\n", 1, "", "front matter is missing"),
        (b"---\nformat: 1\ntitle: x\n", 1, "", "has no end"),
        (b"---\nformat: 1\nissued: 20.11.2019\n---\n", 3, "issued", "not a date"),
        (b"---\nformat: 1\nissued: 2019-02-30\n---\n", 3, "issued", "no such day"),
        (b"---\nformat: 1\nissued: {date-parts: [[2019]]}\n---\n", 3, "issued", "is a text"),
        (b"---\nformat: 1\ntitle: [a]\n---\n", 3, "title", "is a text"),
        (b"---\nformat: 1\nauthor: Jane Doe\n---\n", 3, "author", "is a list"),
        (b"---\nformat: 1\nauthor: [[Jane]]\n---\n", 3, "author[1]", "a name is"),
        (b"---\nformat: 1\ncustom:\n  text: partial\n---\n", 4, "custom.text", "cannot be 'partial'"),
        (b"---\nformat: 1\ncustom:\n  states: {issued: maybe}\n---\n", 4, "custom.states.issued", "cannot be 'maybe'"),
        (b"---\nformat: 1\ncustom:\n  pages: {a: 1}\n---\n", 4, "custom.pages.a", "whole number"),
        (b"---\nformat: 1\ncustom:\n  speakers:\n  - {role: x}\n---\n", 5, "custom.speakers[1].name", "missing"),
        (b"---\nformat: 1\nthemes: [{a: b}]\n---\n", 3, "themes[1]", "a text is expected"),
        (b"---\nformat: x\n---\n", 2, "format", "whole number"),
        (b"---\nformat: 2\n---\n", 0, "format", "newer version"),
        (b"---\nformat: 1\nformat: 1\n---\n", 3, "format", "twice"),
        (b"---\nformat: 1\ntitle: a: b\n---\n", 3, "", "not YAML"),
        (b"---\ntitle: " + b"x" * 1_000_000 + b"\n---\n", 1, "", "65,536"),
    ],
)
def test_malformed_files(tmp_path: Path, data: bytes, line: int, field: str, words: str) -> None:
    file = tmp_path / "corpus" / "bad.md"
    file.parent.mkdir()
    file.write_bytes(data)
    with pytest.raises(FormatError) as caught:
        read_article(file)
    error = caught.value
    assert (error.file, error.line, error.field) == ("corpus/bad.md", line, field)
    assert words in error.message


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda data: b"---\nformat: 1\n" + data))
def test_no_bytes_break_it(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(data)
    with suppress(BriefingError):
        read_article(file)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_article(tmp_path / "gone.md")
    with pytest.raises(BriefingError, match="it is a folder"):
        read_article(tmp_path)


def test_ten_megabytes_are_read(tmp_path: Path) -> None:
    file = tmp_path / "large.md"
    file.write_text("---\nformat: 1\n---\n" + "Words of a long text. " * 480_000, encoding="utf-8")
    assert len(read_article(file).text) > 10_000_000


def test_rewriting_keeps_what_would_be_lost(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    for content in ("---\ntitle: x\n---\nOne\n", "---\nformat: 1\n# a comment\ntitle: x\n---\nOne\n"):
        file.write_text(content, encoding="utf-8")
        write_article(file, read_article(file))
        copies = sorted((tmp_path / ".older").iterdir())
        assert content in [copy.read_text(encoding="utf-8") for copy in copies]
    write_article(file, read_article(file))
    assert len(list((tmp_path / ".older").iterdir())) == 2, "what the program wrote loses nothing"


def test_half_a_surrogate_pair_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    write_article(file, Article("x", Metadata(), "old"))
    with pytest.raises(InvalidError):
        write_article(file, Article("x", Metadata(), "a\udc80"))
    assert read_article(file).text == "old"


def test_the_articles_that_ship_come_back() -> None:
    folder = Path(__file__).resolve().parents[3] / "corpus"
    files: list[Any] = sorted(folder.glob("*.md"))
    assert files
    for file in files:
        article = read_article(file)
        assert parse_article(render_article(article), file) == article
        assert replace(article, text="").metadata.type
