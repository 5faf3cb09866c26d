"""A page on a narrow screen: paragraphs are broken anew, numbers and columns stay."""

from __future__ import annotations

from briefing_tui.tui.screens.briefing.page_lines import drawn, in_cells

LONG = "one two three four five six seven eight nine ten eleven twelve"


def test_a_page_that_fits_is_as_it_is() -> None:
    assert in_cells(["a", "", "  b  c"], 20) == ["a", "", "  b  c"]


def test_a_paragraph_goes_on_under_its_beginning() -> None:
    lines = ["1.1   " + LONG, "      thirteen fourteen.", "", "Heading"]
    assert in_cells(lines, 46) == [
        "1.1   one two three four five six seven eight",
        "      nine ten eleven twelve thirteen",
        "      fourteen.",
        "",
        "Heading",
    ]


def test_short_lines_do_not_run_together() -> None:
    assert in_cells(["For", "The minister", LONG], 40)[:2] == ["For", "The minister"]


def test_columns_do_not_either() -> None:
    lines = [f"{LONG}  right column", "below"]
    assert in_cells(lines, 50)[-1] == "below"


def test_what_stands_apart_still_does() -> None:
    assert in_cells([f"To  {LONG}", "One column here  another one", "third"], 20)[-3:] == [
        "One column here",
        "another one",
        "third",
    ]
    assert in_cells(["a  b  c" + " " * 40 + "d", "e"], 20) == ["a  b  c  d", "e"]


def test_the_number_of_a_paragraph_stands_before_it() -> None:
    lines = ["¶ 35    " + LONG, "        thirteen fourteen."]
    assert in_cells(lines, 48) == [
        "¶ 35    one two three four five six seven eight",
        "        nine ten eleven twelve thirteen",
        "        fourteen.",
    ]


def test_what_began_a_line_of_its_own_still_does() -> None:
    short = "It is likely that this line of sixty letters risks nothing"
    said = "Likelihood: likely (55–75%). Confidence: moderate. Analysts who disagree tie the line to stakes."
    for lines in ([short, said], [f"{LONG} {LONG}"[:78].strip(), short, said]):
        assert any(line.startswith("Likelihood:") for line in in_cells(lines, 50))


def test_wide_characters_count_twice() -> None:
    assert all(len(line) <= 10 for line in in_cells(["界" * 30], 20))


def test_a_line_is_drawn_from_left_to_right_where_the_terminal_does_not_order_it() -> None:
    assert drawn("plain (words)", 40) == "plain (words)"
    assert drawn("אבג (1.2) abc", 20) == "       abc (1.2) גבא"
    assert drawn("a אבג, abc", 20) == "a גבא, abc"
