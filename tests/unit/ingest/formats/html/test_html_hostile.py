"""Web pages that are broken, hostile or without their text: a clear line, or what can be read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.errors import ImportFailedError
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, paragraphs, read

TAGS = st.sampled_from(
    [
        "<p>", "</p>", "<div class='nav'>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>",
        "<br>", "<h1>", "</h1>", "<script>", "</script>", "<a href='x'>", "</a>", "<!--", "-->", "<![CDATA[", "&amp",
        "&#0;", "&#x110000;", "<time datetime='2021'>", "<img alt='x'>", "<pre>", "</pre>", "<frameset>", "\0",
        "<script type='application/ld+json'>{\"@type\": [\"Article\"], \"headline\": [1], \"author\": {}}</script>",
        "<body>", "</html>", "<base>", "<dialog>", "<select><option>y", COUNCIL, BUDGET,
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS | st.text(max_size=20), max_size=25).map("".join))
def test_any_page_gives_an_article_or_a_refusal(text: str) -> None:
    try:
        document = read("page.html", f"<p>{text}".encode("utf-8", "replace"))
    except ImportFailedError as error:
        assert error.hint  # noqa: PT017 - either outcome is right, each in its way
    else:
        assert document.text.strip()


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<html><body><div id='root'></div><script>var app = 1</script></body></html>", "built by a script"),
        ("<html><frameset><frame src='a.html'><noframes>No frames</noframes></frameset></html>", "a page of frames"),
        ("<html><head><title>T</title></head><body> </body></html>", "holds no text"),
        ("<!-- nothing -->", "holds no text"),
    ],
)
def test_page_without_its_text_says_why(body: str, what: str) -> None:
    with pytest.raises(ImportFailedError, match=what) as raised:
        read("page.html", body.encode())
    assert raised.value.hint


def test_empty_file_is_refused() -> None:
    with pytest.raises(ImportFailedError, match="empty"):
        read("page.html", b"")


def test_text_that_only_the_json_ld_states_is_taken_with_a_warning() -> None:
    stated = f'{{"@type": "NewsArticle", "headline": "Grain", "articleBody": "{COUNCIL}\\n{BUDGET}"}}'
    data = f"<html><head><script type='application/ld+json'>{stated}</script></head><body><div></div></body></html>"
    document = read("page.html", data.encode())
    assert paragraphs(document) == [COUNCIL, BUDGET]
    assert any("JSON-LD" in warning for warning in document.warnings)


@pytest.mark.parametrize("tag", ["table><tr><td", "div", "blockquote", "ul><li", "span", "b"])
def test_thousand_nested_elements_lose_no_words(tag: str) -> None:
    opened = f"<{tag}>" * 1000
    started = time.process_time()
    document = read("page.html", f"<html><body>{opened}<p>{COUNCIL}</p></body></html>".encode())
    assert COUNCIL in document.text
    assert time.process_time() - started < 20


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = "".join(f"<!ENTITY b{n} '{f'&b{n - 1};' * 10}'>" for n in range(1, 10))
    kind = f"<!DOCTYPE html [<!ENTITY b0 'boom'>{bomb}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    data = f"{kind}<p>{COUNCIL}</p><p>&b9; &f;</p>"
    document = read("page.html", data.encode())
    assert COUNCIL in document.text
    assert len(document.text) < 2000
    assert "root:" not in document.text


def test_broken_markup_keeps_its_words() -> None:
    data = f"<p>{COUNCIL}<p>{BUDGET}<b><i></b>Bold</i><div>{FERRY}</p></table></span>"
    words = " ".join(block.text for block in read("page.html", data.encode()).blocks)
    assert COUNCIL in words
    assert "Bold" in words
    assert FERRY in words


def test_bytes_that_are_not_of_the_declared_encoding_are_counted() -> None:
    data = b"<meta charset='shift_jis'><p>" + COUNCIL.encode() + b" \x81 </p>"
    document = read("page.html", data)
    assert any("cp932" in warning for warning in document.warnings)


def test_large_page_is_read_by_its_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.ingest.formats.html.body.MOST_PIECES", 3)
    rows = "".join(f"<p>{n}: {FERRY}</p>" for n in range(20))
    document = read("page.html", f"<body><nav>Home</nav>{rows}</body>".encode())
    assert len(paragraphs(document)) == 20
    assert any("too large" in warning for warning in document.warnings)
