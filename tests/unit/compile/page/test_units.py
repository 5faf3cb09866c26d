"""What is kept on one line is kept in its place, too, where lines run from right to left."""

from __future__ import annotations

import re
import time

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.languages.scripts import rtl_runs
from briefing_tui.compile.page.markup import all_apart, kept, plain, quoted, title
from briefing_tui.compile.page.units import UNIT, in_place
from tests.unit.compile.page.test_html import quote


def units(html: str) -> list[str]:
    return [re.sub("<[^>]+>", "", said) for said in re.findall(rf"<span{UNIT}>(.*?)</span>", html)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Quay, 4 May 2025, ¶¶ 3–4", ["4 May 2025", "¶¶ 3–4"]),
        ("Der Kai, 4.\u00a0Dezember 2025, S.\u00a04–5", ["4.\u00a0Dezember 2025", "S.\u00a04–5"]),
        ("Le Quai, septembre 2025", ["septembre 2025"]),
        ("Причал, 19 октября 2026 г., с. 3", ["19 октября 2026 г."]),
        ("van der Berg 2024; Иванов, Пётр Сергеевич 2023", []),
        ("from 1 January 2027 on", ["1 January 2027"]),
    ],
)
def test_dates_and_locators_are_kept_and_names_with_a_year_are_none(text: str, found: list[str]) -> None:
    assert units(kept(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Es kostet 150 Mio. Schekel im Jahr.", ["150 Mio. Schekel"]),
        ("some 12 %, 5 km off, 1,200 MW", ["12 %", "5 km", "1,200 MW"]),
        ("about 3.5 million people; 20\u202f000 tonnes", ["3.5 million"]),
        ("2,4 Milliarden Euro, 12 млрд рублей", ["2,4 Milliarden", "12 млрд рублей"]),
        ("in 2024 men and 5 m-long nets, S-300 t", []),
        ("ירד ב־30% מאז, ול-2024 נקבע", ["ב־30%", "ול-2024"]),
        ("הקוד ב־1174-SV3W, בשנת 2024", []),
        ("כ־150 מיליון שקל", ["כ־150 מיליון"]),
    ],
)
def test_figures_stay_with_their_units_and_with_a_prefix(text: str, found: list[str]) -> None:
    assert units(kept(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("المرفأ، 14 مارس 2025 (خبر)", ["14 مارس 2025"]),
        ("<em>Reuters</em>, 14 مارس 2025", ["14 مارس 2025"]),
        ("הרציף, 4 בדצמבר 2025, פס׳ 2", ["4 בדצמבר 2025"]),
        ("<em>Quay</em>, 3 בנובמבר 2026.", ["3 בנובמבר 2026"]),
    ],
)
def test_so_are_dates_of_pages_from_right_to_left(text: str, found: list[str]) -> None:
    parts = re.split(r"(</?em>)", text)
    html = "".join(part if part.startswith("<") else kept(part) for part in parts)
    assert units(all_apart(f"<p>{html}</p>")) == found


@pytest.mark.parametrize(
    "words",
    [
        "van der Berg 2024",
        "O’Neill, Jane M. and Pieter van der Berg 2024",
        "The seasons 2023/24 to 2025/26 and all",
        "The War 1947–1948: a history",
        "Essays, 12–14 May 2019",
        "2023–2024 seasons of drought",
    ],
)
def test_left_to_right_words_of_such_pages_are_in_one_piece(words: str) -> None:
    page = all_apart(f"<p>{kept(f'כהן, {words}, פס׳ 2')}</p>")
    said = [re.sub("<[^>]+>", "", bdi) for bdi in re.findall(r'<bdi dir="ltr">(.*?)</bdi>', page)]
    assert any(words in piece for piece in said)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ו־Water Quarterly (2023–2025) על", ["2023–2025"]),
        ("“Essays, 12–14 May 2019”", ["12–14", "May 2019"]),
        ("ראו The War, 1947–1948: a history, על הקו", ["1947–1948"]),
        ("כהן, Ports, 1990–2020", ["1990–2020"]),
    ],
)
def test_ranges_among_left_to_right_words_stay_on_one_line_in_pages_from_right_to_left(
    words: str, found: list[str]
) -> None:
    page = all_apart(f"<h1>{title(Text(words), rtl=True)}</h1>")
    assert re.findall(r'class="unit"[^>]*>([^<]*\d)<', page) == found
    assert all(re.search(rf'dir="ltr">(?:(?!</bdi>).)*{said}', page) for said in found)


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("In the cases studied (2003–2023) it rose by 4.5 per cent.", ["2003–2023"]),
        ("It cost 150 million in 2004.", ["150 million"]),
        ("في 7 أكتوبر 2023 وحتى", ["7 أكتوبر 2023"]),
    ],
)
def test_a_quote_keeps_them_on_one_line_letter_for_letter(passage: str, found: list[str]) -> None:
    (said,) = quoted(quote(passage))
    assert units(said) == found
    assert passage in re.sub("<[^>]+>", "", said)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("« למה הביטוח התייקר ב־30% », Quay", "למה הביטוח התייקר ב־30%"),
        ("“المحرر: كلفة 5$”, Quay", "المحرر: كلفة 5$"),
        ("“חיפה: שוק ה־GDP”, Quay", "חיפה: שוק ה־GDP"),
        ("كلفة 12.5%", "كلفة 12.5%"),
        ("הנמל ב־2024.", "הנמל ב־2024"),
        ("המחיר ירד ב־30% מאז, Quay", "המחיר ירד ב־30% מאז"),
        ("شحنة بـ 5$ للطن, Quay", "شحنة بـ 5$ للطن"),
    ],
)
def test_figures_of_a_title_go_with_it(text: str, run: str) -> None:
    assert [said for said, rtl in rtl_runs(text) if rtl] == [run]
    assert f'dir="rtl">{run}</bdi>' in plain(text)


@pytest.mark.parametrize("sign", ["0", "1,", "1.0", "1\u00a0", "ב-1", "1–", "א1"])
def test_looking_for_them_takes_no_time_in_a_long_row_of_figures(sign: str) -> None:
    begun = time.process_time()
    for end in ("", "x", " km", " "):
        kept(f"It begins {sign * 5000}{end}")
    assert time.process_time() - begun < 5


def test_a_long_list_of_figures_is_no_unit() -> None:
    said = ", ".join(map(str, range(1, 60)))
    for text in (f"See ¶ {said} of it.", f"See p.\u00a0{said} of it.", "9" * 60 + "–" + "9" * 60):
        longest = max(map(len, re.findall(r'<span class="unit">([^<]*)</span>', kept(text))), default=0)
        assert longest < 50


def test_many_units_among_words_from_the_left_take_no_longer_than_their_number() -> None:
    one = '<span class="unit">5 km</span> and '
    assert in_place("abc " + one * 20_000) == "abc " + "5 km and " * 20_000
