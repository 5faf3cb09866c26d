"""Any bytes give an article or a clear refusal; nothing is lost on the way; time grows with length alone."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, suggest_id
from briefing_tui.ingest.formats.markdown import looks_like_markdown
from briefing_tui.model import Metadata, Name, segment
from tests.unit.ingest.samples import BUDGET, COUNCIL, headings, paragraphs, read

LINES = st.sampled_from(
    [
        "", "", "", COUNCIL, BUDGET, "By Dana Levi", "March 3, 2021", "SWN, 8.11.2019", "Check Also",
        "Teaser of a text …", "Source: Ferries United", "https://a.example/2018/09/04/x", "Original url:",
        "photo: by nobody", "dana levi", "Quay of Selva (AP/File)", "Make a donation today!", "Who pays for it", "Why?",
        "- item", "## x", "   indented", "and so it goes on to the", "end of it all.",
        "Dana Levi: “A decision that anyone could carry home.”", "The Selva Institute for Grain",
        "\u00a0## z", "a\u00a0b  c", "\ufeff", "\x1b[31m", "---", "***", "> quoted", "1. one",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES | st.text(max_size=80), max_size=30).map("\n".join)
MARKED = st.lists(LINES | st.text("ab *_`[]()<>!#\\-\n|", max_size=40), max_size=30).map("\n".join)


def shown(document: Document) -> str:
    """All words of an article, headings too, without our marks."""
    return "".join((*paragraphs(document), *headings(document)))


def visible(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace())


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for name in ("a.txt", "a.md"):
        try:
            shown_or_refused = shown(read(name, data))
        except ImportFailedError as error:
            shown_or_refused = error.where and error.message and error.hint
        assert shown_or_refused


@given(MARKED)
def test_any_markdown(text: str) -> None:
    try:
        document = read("a.md", text.encode())
    except ImportFailedError:
        return
    assert document.text.strip()
    assert "\r" not in document.text


@settings(max_examples=150)
@given(TEXTS.filter(lambda text: not looks_like_markdown(text) and "\\## " not in text))
def test_plain_text_loses_nothing(text: str) -> None:
    try:
        document = read("a.txt", text.encode("utf-8", "replace"))
    except ImportFailedError:
        return
    kept = visible(shown(document)) + visible("".join(d.text for d in document.dropped))
    source = text.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    assert kept == visible(source)


@given(TEXTS)
def test_dropped_lines_are_lines_of_the_source(text: str) -> None:
    try:
        document = read("a.txt", text.encode("utf-8", "replace"))
    except ImportFailedError:
        return
    for dropped in document.dropped:
        assert dropped.kind
        assert dropped.line >= 1
    assert list(document.dropped) == sorted(document.dropped, key=lambda d: d.line)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=200), st.lists(st.text(max_size=9)))
def test_ids_are_always_valid(title: str, family: str, text: str, taken: list[str]) -> None:
    found = suggest_id(Metadata(title=title, author=(Name(family=family),)), text, taken, "0a1b2c3d")
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", found)
    assert found not in taken


@pytest.mark.parametrize(
    "unit",
    [
        "*a ", "[a ", "[", "`a ", "_", "<a ", "[a](", "> ", " ", "(", "Anna ", "- a\n", "<!-- \n\n", "```\n\n",
        "Check Also\n\n", "and so it goes on to the\n\n", "word\nword word\n", "anna levi\n\n", "March 3, 2021\n\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_time_does_not_explode(unit: str, name: str) -> None:
    data = ("# a\n\n**b** c\n\nx" + unit * (40_000 // len(unit)) + "b").encode()
    start = time.process_time()
    read(name, data)
    assert time.process_time() - start < 2


@pytest.mark.slow
def test_ten_megabytes() -> None:
    data = "\n\n".join([COUNCIL, BUDGET] * 17_000).encode() * 2
    assert len(data) > 10_000_000
    document = read("a.txt", data)
    assert len(segment(document.text).paragraphs) > 60_000
