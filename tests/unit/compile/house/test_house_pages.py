"""A house's own page may hold anything: nothing of it runs, nothing is fetched, and what the paper lacks is told."""

from __future__ import annotations

import socket
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.checks import Subject, checklist
from briefing_tui.compile import Compiled, compile_pdf, worker
from briefing_tui.compile.house.page import HousePageError, look_at, look_at_signs
from briefing_tui.compile.house.template import PLACE
from briefing_tui.errors import FormatError
from tests.unit.compile.samples import job

PAGE = "{{{{ furniture }}}}{{{{ cover }}}}{0}{{{{ body }}}}"
WIDE = "<table><tr>" + "".join(f"<td>Column-number-{n}</td>" for n in range(30)) + "</tr></table>"


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server that nobody may call."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server


def house(folder: Path, content: str, *, logo: str = "") -> Compiled:
    home = folder / "templates" / "ours"
    home.mkdir(parents=True)
    (home / "template.yaml").write_text("format: 1\ntitle: Ours\nparts: [bottom-line, sections, sources]\n")
    (home / "page.html").write_text(PAGE.format(content))
    if logo:
        (home / "logo.svg").write_text(logo)
    made = job(folder / "b.pdf", template="ours", judgements=(), final=False)
    return compile_pdf(replace(made, templates=folder / "templates"))


def test_a_table_wider_than_the_page_is_found(tmp_path: Path) -> None:
    made = house(tmp_path, WIDE)
    (found,) = made.layout.outside
    assert found[0] == "template"
    assert found[1].startswith("“Column- number-"), "the table, and not each of its cells"
    assert found[2] == 1
    found_by = checklist(Subject(job(tmp_path / "x.pdf").brief, {}, {}, made.layout)).findings
    messages = [f.message for f in found_by if f.rule == "layout.outside"]
    assert messages[0] == f"{found[1]} stands outside of its place on page 1"


def test_what_stands_on_the_paper_is_no_finding(tmp_path: Path) -> None:
    assert house(tmp_path, "<table><tr><td>Narrow</td></tr></table>").layout.outside == ()


def test_scripts_never_run_and_nothing_is_fetched(tmp_path: Path, listener: socket.socket) -> None:
    """A form cannot have such a sign; the engine would not follow it either."""
    at = f"http://127.0.0.1:{listener.getsockname()[1]}"
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret of the machine.")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20" '
        f'onload="x()"><title>A sign</title><script href="{at}/a.js">document.write("ran")</script>'
        f'<image href="{at}/b.png" width="9" height="9"/><image xlink:href="{secret.as_uri()}" width="9" height="9"/>'
        f'<use href="{at}/c.svg#d"/><style>@import url({at}/e.css);</style><rect width="9" height="9"/></svg>'
    )
    with pytest.raises(FormatError, match=r"the picture 'logo\.svg' cannot be used"):
        house(tmp_path, '<img src="logo.svg" alt="A sign">', logo=svg)
    named = b64encode(svg.encode()).decode()
    page = f'<img src="data:image/svg+xml;base64,{named}"><img src="{at}/f.png"><img src="{secret.as_uri()}">'
    with suppress(worker.JobError):
        worker._rendered(page, lambda _: None).write_pdf()
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize(
    "content",
    [
        "<blockquote>We surrender</blockquote>",
        "<q>We surrender</q>",
        "<mark>We surrender</mark>",
        "<p>“We surrender”</p>",
        "<p>&ldquo;We surrender&#8221;</p>",
        '<p data-block="1.1">We surrender</p>',
        '<p DATA-quote="i9">We surrender</p>',
        '<img src="logo.svg" alt="“We surrender”">',
        "<p title='\"We surrender'>x</p>",
        "<script>x()</script>",
        '<iframe src="a.html"></iframe>',
        '<object data="a"></object>',
        '<embed src="a">',
        '<link rel="stylesheet" href="a.css">',
        '<base href="https://x.example/">',
        "<style>p { color: red }</style>",
        '<p onclick="x()">x</p>',
        "<img src=logo.svg>",
        '<img src = "https://x.example/a.png">',
        '<p style="background: u\\72l(a.png)">x</p>',
        "<p style=\"display: list-item; list-style-type: 'We surrender '\">x</p>",
        '<p style="position: absolute">x</p>',
        "<p>He said: ''We surrender''</p>",
        "<p>He said: 'We surrender'</p>",
        "<p>He said: &#39;&#39;We surrender&#39;&#39;</p>",
        "<p>He said: &lt;&lt;We surrender&gt;&gt;</p>",
        '<bdo dir="rtl">x</bdo>',
        '<p class="n">1.1</p>',
        '<p class="logo">x</p>',
        '<a href="file:///a">x</a>',
        "<svg></svg>",
        "<![CDATA[x]]>",
        "<!-- <p> -->",
        "<p title='<script>'>x</p>",
        "a < b",
    ],
)
def test_a_page_that_quotes_runs_or_fetches_is_refused_with_its_line(content: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        house(tmp_path, f"\n{content}", logo="<svg/>")
    assert (caught.value.file, caught.value.line) == ("ours/page.html", 2)


def test_a_part_in_a_comment_is_refused() -> None:
    with pytest.raises(HousePageError, match="comment"):
        look_at("{{ furniture }}{{ cover }}<!-- {{ body }} -->")


@pytest.mark.parametrize(
    "page",
    [
        '<div dir="rtl">{{ body }}</div>',
        "<b dir=rtl><p></b>{{ body }}",
        "<p dir=rtl>Quay {{ body }}",
        "<i dir=rtl></b>{{ body }}",
    ],
)
def test_a_part_has_its_own_direction(page: str) -> None:
    with pytest.raises(HousePageError, match="direction"):
        look_at(page)


def test_a_mark_put_together_of_two_elements_is_one() -> None:
    with pytest.raises(HousePageError, match="no quotation marks"):
        look_at("<p>He said: <b>'</b>'We surrender<b>'</b>'</p>")


@pytest.mark.parametrize(
    ("page", "line", "message"),
    [
        ("<p>Office</p>\n<p>— Мы сдаёмся, — сказал министр</p>", 2, "no speech by a dash: ‘Мы сдаёмся’"),
        ("{{ cover }} – We give up, he said", 1, "no speech by a dash"),
        ("<p>They gave up.<sup>1</sup></p>", 1, "no signs like the call of a note: ‘up.¹’"),
        ("<p>They gave up.<b>1</b></p>", 1, "‘1’ stands alone in <b>"),
        ("<p>They gave up<sup>1,2</sup></p>", 1, "no signs like the call of a note"),
        ("<p>They gave up<sup>\U0001d7d0</sup></p>", 1, "no signs like the call of a note"),
        ("<p>They gave up<sup><b>٢ b</b></sup></p>", 1, "no signs like the call of a note"),
        ("<p>They gave up<sup>Ⅱ</sup></p>", 1, "no signs like the call of a note"),
        ("<p>They gave up<sup>&#8202;&#50;.</sup></p>", 1, "no signs like the call of a note"),
        ("<div>They gave up</div>\n<div>2</div>", 2, "‘2’ stands alone in <div>"),
        ("<table><tr><td>They gave up<td>[12]</table>", 1, r"‘\[12\]’ stands alone in <td>"),
        ("<p>They gave up<b>1&#8203;</b></p>", 1, "stands alone in <b>"),
        ("<p>They gave up<b>1'</b></p>", 1, "stands alone in <b>"),
        ("<p>They gave up<sup>{{ contents }}1</sup></p>", 1, "signs like the call of a note|stands alone"),
        ("<p>They gave up<small>1&ndash;3</small></p>", 1, "stands alone in <small>"),
        ("\n<p>They gave up.¹</p>", 2, "no signs like the call of a note"),
        ("<p>They gave up [2]</p>", 1, r"no signs like the call of a note: ‘up \[2\]’"),
        ("<p>They gave up.<i>(2)</i></p>", 1, r"‘\(2\)’ stands alone in <i>"),
        ("<p>They gave up. (2)</p>", 1, "no signs like the call of a note"),
        ('<img src="data:," alt="They gave up [2]">', 1, "no signs like the call of a note"),
    ],
)
def test_fixed_words_neither_speak_nor_call_a_note(page: str, line: int, message: str) -> None:
    with pytest.raises(HousePageError, match=message) as caught:
        look_at(page)
    assert caught.value.line == line


def test_figures_and_dashes_of_an_address_are_let_through() -> None:
    look_at(
        "<p>Quay 3 – Floor <b>2, north</b> – 1<sup>st</sup> door – <i>2026</i></p>"
        "<p>Ministry of Trade — Desk for <i>Grain</i>\n— Sector 4</p>"
        "<p><b>Tel.</b> 030 123 45, <b>12:30</b></p><p>十</p>"
        "<p>{{ body }}</p><p>120 m<sup>2</sup></p><ul><li>Open 8–16</li></ul>"
    )


def test_the_usual_furniture_of_a_house_is_let_through() -> None:
    look_at(
        '<header class="top" style="color: red"><a href="https://x.example">The King’s Office</a> &amp; all</header>'
        '<table style="width: 100%"><tr><td style="width: 30mm; text-align: right">The clerks’ room</td></tr></table>'
        '<img class="logo" src="data:," alt="A sign" style="float: right; height: 12mm"><p dir="rtl" lang="ar">سلام</p>'
        "<p>{{ body }}</p>"
    )


@pytest.mark.parametrize(
    ("page", "line", "message"),
    [
        ("{{ cover }}\n<div>\n{{ body }}\n", 2, "<div> is not closed"),
        ("<div>\n<span>\n</div>", 2, "<span> is not closed before </div>"),
        ("\n</div>", 2, "</div> closes nothing"),
        ("<div/>{{ body }}", 1, "<div/> is not closed"),
        ("<div class='{{ body }}'></div>", 1, "'class' cannot hold a part"),
        ("{{ cover }}\n{% if late %}", 2, "'{%' means nothing here"),
        ("{{ cover }}\n{# a note #}", 2, "'{#' means nothing here"),
        ("{{ cover }}\n<% late %>", 2, "'<%' means nothing here"),
        ("{{ cover }}\n{{ body", 2, "'{{' stands without '}}'"),
        ("{{ cover \n{{ body }}", 1, "'{{' stands without '}}'"),
        ("{{ cover }}\n{{ body }", 2, "'{{' stands without '}}'"),
        ("cover }}", 1, "'}}' stands without '{{'"),
        ("{{{ body }}}", 1, "'{' means nothing here"),
    ],
)
def test_what_is_not_well_formed_is_told_with_its_line(page: str, line: int, message: str) -> None:
    def look() -> None:
        look_at_signs(page, PLACE)
        look_at(page)

    with pytest.raises(HousePageError) as told:
        look()
    assert (told.value.line, str(told.value)[: len(message)]) == (line, message)
    assert told.value.hint


def test_elements_that_end_without_a_word_may() -> None:
    look_at("<p>x<p>y<ul><li>a<li>b</ul><br/><table><tr><td>x</table><hr><img src='data:,' alt='x'/>")
