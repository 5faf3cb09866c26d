"""PDF: lines become paragraphs in reading order; what pages carry beside the text is told from it."""

from __future__ import annotations

from itertools import zip_longest

import pikepdf
import pytest

from briefing_tui.ingest import Document
from tests.unit.ingest.pdf_samples import (
    HEIGHT,
    LEADING,
    LEFT,
    TOP,
    Text,
    add_page,
    flow,
    paragraph,
    pdf,
    saved,
    stream,
)
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, kinds, paragraphs, read

LONG = f"{COUNCIL} {BUDGET} {FERRY}"
RIGHT = 310.0
"""Where the second of two columns begins."""


def imported(*pages: list[Text]) -> Document:
    return read("report.pdf", pdf(*pages))


def page_number(number: int | str) -> Text:
    return Text(str(number), 290, 40, 8)


def long_column(texts: list[str], *, x: float = LEFT, y: float = TOP) -> list[Text]:
    return flow(*texts, x=x, y=y, columns=34, indent=2, gap=0)


def test_lines_are_joined_and_space_parts_paragraphs() -> None:
    assert paragraphs(imported(flow(COUNCIL, BUDGET, FERRY))) == [COUNCIL, BUDGET, FERRY]


def test_indents_part_paragraphs() -> None:
    assert paragraphs(imported(flow(COUNCIL, BUDGET, FERRY, indent=2, gap=0))) == [COUNCIL, BUDGET, FERRY]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    assert paragraphs(imported(flow(COUNCIL, BUDGET, FERRY, gap=0))) == [COUNCIL, BUDGET, FERRY]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = long_column([COUNCIL, BUDGET]), long_column([FERRY, COUNCIL], x=RIGHT)
    drawn_across = [line for pair in zip_longest(left, right) for line in pair if line]
    assert paragraphs(imported(left + right)) == [COUNCIL, BUDGET, FERRY, COUNCIL]
    assert paragraphs(imported(drawn_across)) == [COUNCIL, BUDGET, FERRY, COUNCIL]


def test_what_runs_across_parts_columns() -> None:
    head = flow(COUNCIL, y=TOP)
    first = long_column([BUDGET, FERRY], y=660) + long_column([COUNCIL, FERRY], x=RIGHT, y=660)
    across = flow(BUDGET, y=440)
    second = long_column([FERRY, COUNCIL], y=360) + long_column([BUDGET, FERRY], x=RIGHT, y=360)
    assert paragraphs(imported(head + first + across + second)) == [
        COUNCIL, BUDGET, FERRY, COUNCIL, FERRY, BUDGET, FERRY, COUNCIL, BUDGET, FERRY,
    ]  # fmt: skip


def test_three_columns() -> None:
    page = [
        line
        for number, text in enumerate((COUNCIL, BUDGET, FERRY))
        for line in flow(text, FERRY, x=40 + number * 180, columns=26, indent=2, gap=0)
    ]
    assert paragraphs(imported(page)) == [COUNCIL, FERRY, BUDGET, FERRY, FERRY, FERRY]


def test_a_paragraph_runs_over_columns_and_pages() -> None:
    lines = paragraph(LONG, TOP, columns=34)
    third = len(lines) // 3
    left = lines[:third]
    right = [Text(t.text, RIGHT, left[n].y) for n, t in enumerate(lines[third : 2 * third])]
    after = [Text(t.text, LEFT, TOP - n * 13) for n, t in enumerate(lines[2 * third :])]
    beside = long_column([COUNCIL], x=RIGHT)
    assert paragraphs(imported(left + right, after + beside)) == [LONG, COUNCIL]


def test_it_has_the_pages_that_it_stands_on() -> None:
    lines = paragraph(LONG, 120)
    first, second = lines[:4], [Text(t.text, t.x, TOP - n * 13) for n, t in enumerate(lines[4:])]
    document = imported(flow(COUNCIL) + first, second + flow(BUDGET, y=600))
    assert paragraphs(document) == [COUNCIL, LONG, BUDGET]
    assert document.metadata.pages == {1: (1, 1), 2: (1, 2), 3: (2, 2)}


def test_printed_page_numbers_are_the_pages() -> None:
    pages = [[*flow(text), page_number(number)] for number, text in enumerate((COUNCIL, BUDGET, FERRY), 41)]
    document = imported(*pages)
    assert document.metadata.pages == {1: (41, 41), 2: (42, 42), 3: (43, 43)}
    assert [kind for _, kind in kinds(document)] == ["page-number"] * 3


def test_numbers_that_disagree_are_no_page_numbers() -> None:
    pages = [
        [*flow(text), page_number(number)] for number, text in zip((7, 3, 19), (COUNCIL, BUDGET, FERRY), strict=True)
    ]
    assert imported(*pages).metadata.pages == {1: (1, 1), 2: (2, 2), 3: (3, 3)}


def test_running_heads_are_dropped() -> None:
    heads = ["The Selva Quarterly", "Grain and Ships", "The Selva Quarterly"]
    pages = [
        [Text(f"{head} {number}", LEFT, 800, 8), *flow(text, y=740)]
        for number, (head, text) in enumerate(zip(heads, (COUNCIL, BUDGET, FERRY), strict=True), 12)
    ]
    document = imported(*pages)
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]
    assert [kind for _, kind in kinds(document)] == ["running-head"] * 3
    assert document.metadata.pages[1] == (12, 12)


def test_the_same_words_in_the_text_stay() -> None:
    pages = [[*flow(text, y=810), Text("Not a head.", LEFT, 400)] for text in (COUNCIL, BUDGET, FERRY)]
    assert paragraphs(imported(*pages)).count("Not a head.") == 3


def test_a_line_of_the_text_that_comes_again_at_the_top_of_a_page_stays() -> None:
    head = "The council of Selva, in its spring session, resolved upon the matter thus:"
    pages = [
        [Text("The Selva Quarterly", 240, 815, 8), *flow(f"{head} {text}", y=800)] for text in (COUNCIL, BUDGET, FERRY)
    ]
    document = imported(*pages)
    assert paragraphs(document) == [f"{head} {text}" for text in (COUNCIL, BUDGET, FERRY)]
    assert [line.text for line in document.dropped] == ["The Selva Quarterly"] * 3


def test_headings_by_size_weight_and_number() -> None:
    page = [
        *flow(COUNCIL), Text("Who pays for it", LEFT, 660, 14), *flow(BUDGET, y=640),
        Text("The islands", LEFT, 580, bold=True), *flow(FERRY, y=565),
        Text("2.1 Ships and rails", LEFT, 500), *flow(COUNCIL, y=480),
    ]  # fmt: skip
    document = imported(page)
    assert headings(document) == ["Who pays for it", "The islands", "2.1 Ships and rails"]
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY, COUNCIL]


def test_a_heading_of_two_lines_is_one() -> None:
    page = [*flow(COUNCIL), Text("Who pays for the terminal", LEFT, 660, 14), Text("and when", LEFT, 642, 14)]
    assert headings(imported([*page, *flow(BUDGET, y=615)])) == ["Who pays for the terminal and when"]


def test_footnotes_are_dropped_and_their_calls_left_out() -> None:
    body = flow(COUNCIL, BUDGET)
    last = body[-1]
    call = Text("1", last.x + 6 * len(last.text), last.y + 4, 6)
    notes = [Text("1", LEFT, 102, 5), Text("Minutes of the council,", LEFT + 4, 100, 8), Text("p. 4.", LEFT, 89, 8)]
    document = imported([*body, call, *notes])
    assert paragraphs(document) == [COUNCIL, BUDGET]
    assert [d.text for d in document.dropped if d.kind == "footnote"] == ["1 Minutes of the council, p. 4."]
    assert any("1 number" in warning for warning in document.warnings)


def test_other_superscripts_stay() -> None:
    page = [*flow(COUNCIL), Text("The yard has 900 m", LEFT, 640), Text("2", LEFT + 18 * 6, 644, 6),
            Text("in all.", LEFT + 20 * 6, 640)]  # fmt: skip
    assert paragraphs(imported(page))[-1] == "The yard has 900 m2 in all."


def test_lists_keep_their_lines() -> None:
    items = [Text("• Count the ships in the harbour", LEFT, 660), Text("• Weigh the grain", LEFT, 647)]
    numbered = [Text("1. Ask", LEFT, 620), Text("2. Wait", LEFT, 607), Text("3. Ask again", LEFT, 594)]
    found = paragraphs(
        imported(
            [
                *flow(COUNCIL),
                *items,
                *flow(BUDGET, y=634),
            ]
        )
    )
    assert found == [COUNCIL, "- Count the ships in the harbour\n- Weigh the grain", BUDGET]
    assert paragraphs(imported([*flow(COUNCIL), *numbered]))[-1] == "1. Ask\n2. Wait\n3. Ask again"


def test_an_item_of_two_lines_is_one_line() -> None:
    items = [
        Text("• Count the ships in the harbour, and those that wait outside of it until", LEFT, 660),
        Text("the morning", LEFT + 12, 647), Text("• Weigh the grain", LEFT, 634),
    ]  # fmt: skip
    assert paragraphs(imported([*flow(COUNCIL), *items]))[-1] == (
        "- Count the ships in the harbour, and those that wait outside of it until the morning\n- Weigh the grain"
    )


def test_verse_keeps_its_lines() -> None:
    verse = ["The ships go out", "The ships come home", "And nobody is there"]
    lines = [Text(line, LEFT + 40, 640 - n * 13) for n, line in enumerate(verse)]
    assert paragraphs(imported([*flow(COUNCIL), *lines, *flow(BUDGET, y=580)]))[1] == "\n".join(verse)


def test_a_block_quote_is_a_paragraph() -> None:
    quote = paragraph(FERRY, 660, x=LEFT + 40, columns=55, size=9)
    assert paragraphs(imported([*flow(COUNCIL), *quote, *flow(BUDGET, y=600)])) == [COUNCIL, FERRY, BUDGET]


@pytest.mark.parametrize("columns", [(0, 200), (0, 150, 300)])
def test_tables_are_lines_of_cells(columns: tuple[int, ...]) -> None:
    cells = [("Port", "2019", "2020"), ("Selva", "12.4", "9.8"), ("Hale", "101.9", "80.4")]
    page = flow(COUNCIL)
    for n, row in enumerate(cells):
        page += [Text(cell, LEFT + x, 640 - n * 14) for cell, x in zip(row, columns, strict=False)]
    table = "\n".join(" | ".join(row[: len(columns)]) for row in cells)
    assert paragraphs(imported([*page, *flow(BUDGET, y=570)])) == [COUNCIL, table, BUDGET]


def test_captions_and_contents_are_dropped() -> None:
    page = [
        *flow(COUNCIL), Text("Figure 2: The quay at dusk", LEFT, 640, 8), *flow(BUDGET, y=610),
        Text("Who pays for it ............ 12", LEFT, 540), Text("The islands ................ 19", LEFT, 527),
    ]  # fmt: skip
    document = imported(page)
    assert paragraphs(document) == [COUNCIL, BUDGET]
    assert {kind for _, kind in kinds(document)} == {"caption", "contents"}


def test_a_sentence_about_a_figure_stays() -> None:
    text = f"Figure 2 shows what nobody had said. {COUNCIL}"
    assert paragraphs(imported(flow(text, BUDGET))) == [text, BUDGET]


def test_text_at_an_angle_is_a_margin_note() -> None:
    document = pikepdf.new()
    add_page(document, stream(flow(COUNCIL)) + b" BT /F 14 Tf 0 1 -1 0 40 300 Tm (Draft of May) Tj ET")
    found = read("a.pdf", saved(document))
    assert paragraphs(found) == [COUNCIL]
    assert [(d.kind, d.text) for d in found.dropped] == [("margin-note", "Draft of May")]


def test_a_page_that_lies_on_its_side_is_read() -> None:
    lines = flow(COUNCIL, BUDGET, columns=90)
    content = b"\n".join(
        b"BT /F 10 Tf 0 1 -1 0 %.1f %.1f Tm (%s) Tj ET" % (HEIGHT - t.y, t.x, t.text.encode()) for t in lines
    )
    document = pikepdf.new()
    add_page(document, content)
    document.pages[0].Rotate = 90
    assert paragraphs(read("a.pdf", saved(document))) == [COUNCIL, BUDGET]


def test_words_beside_the_page_are_not_read() -> None:
    assert paragraphs(imported([*flow(COUNCIL), Text("Nobody sees this.", -400, 500)])) == [COUNCIL]


def test_every_word_is_in_the_text_or_reported() -> None:
    pages = [
        [
            Text("The Selva Quarterly", LEFT, 800, 8),
            *flow(COUNCIL, BUDGET),
            page_number(n),
            Text("* A note.", LEFT, 90, 7),
        ]
        for n in range(1, 5)
    ]
    document = imported(*pages)
    words = " ".join(t.text for page in pages for t in page).split()
    shown = " ".join((document.text, *(d.text for d in document.dropped))).split()
    assert sorted(words) == sorted(shown)


def test_leading_of_the_samples_is_what_the_tests_say() -> None:
    first, second = paragraph(COUNCIL, TOP)[:2]
    assert first.y - second.y == pytest.approx(LEADING * 10)
