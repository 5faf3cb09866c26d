"""Own words that run the other way than the document: each text by itself, its brackets, stops and numbers with it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.document.runs import Call
from briefing_tui.compile.document.tree import Document
from briefing_tui.compile.forms import word
from briefing_tui.compile.forms.reference_docx import reference
from briefing_tui.compile.forms.word_directions import LRM, RLM, apart, closed, string
from briefing_tui.compile.forms.word_nodes import kept, styled, words
from briefing_tui.compile.forms.word_notes import turned
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.languages.scripts import direction, isolated, rtl_runs
from briefing_tui.compile.page.html import render
from briefing_tui.compile.page.markup import all_apart, all_apart_on_screen, plain
from briefing_tui.model import Confidence, Item, ItemKind, Judgement, Section
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

HEBREW, ENGLISH = "הספר (2025) שלם: 12 מזחים.", "The ledger (2025) is complete: 12 berths."


def document(said: str, language: str) -> Document:
    """A briefing in which all that the author writes is one sentence."""
    items = (Item("i1", ItemKind.TEXT, text=said), Item("i2", ItemKind.QUOTE, excerpt="e1", core=said))
    job = samples.job(
        Path("x.pdf"), language=language, template="submission", title=said, addressee=said, bottom_line=said,
        fields={"issue": said, "recommendation": f"{said}\n- {said}"}, sections=(Section("s1", said, items),),
        judgements=(Judgement("j1", said, "likely", Confidence("low", said), ("e1",)),),
    )  # fmt: skip
    return built(job)


@pytest.mark.parametrize(
    ("text", "rtl", "way"),
    [
        (HEBREW, False, "rtl"), (HEBREW, True, ""), (ENGLISH, True, "ltr"), (ENGLISH, False, ""),
        ("2025 (12)", True, ""), ("", True, ""),
        ("The end is near: סוף", True, "ltr"), ("התפלה (desalination)", True, ""),
    ],
)  # fmt: skip
def test_a_text_has_a_direction_of_its_own_where_it_runs_against_the_document(text: str, rtl: bool, way: str) -> None:
    assert direction(text, rtl=rtl) == way
    assert isolated(text, rtl=rtl) == {"rtl": f"\u2067{text}\u2069", "ltr": f"\u2066{text}\u2069"}.get(way, text)


@pytest.mark.parametrize(("said", "language", "way"), [(HEBREW, "en-GB", "rtl"), (ENGLISH, "ar", "ltr")])
def test_on_the_page_each_own_text_says_its_direction(said: str, language: str, way: str) -> None:
    html = render(document(said, language), load_form("submission"), generator="x")
    for key in ("bottom-line", "prose issue", "prose recommendation", "judgement j1", "1"):
        assert re.search(rf'<(?:p|div)[^>]* data-block="{key}" dir="{way}"', html), key
    for key in ("title", "addressee", "section s1"):
        number = r'(?: data-running="[^"]*")?>(?:<span class="n">.*?</span> )?'
        assert re.search(rf'<(?:h1|h2|dd) data-block="{key}"{number}<bdi dir="{way}">', html), key
    assert f'data-title="{isolated(said, rtl=way == "ltr")}"' in html
    same = render(document(said, "he" if way == "rtl" else "en-GB"), load_form("submission"), generator="x")
    assert not re.search(rf'data-block="[^"]*"(?: dir="{way}"|{number}<bdi dir="{way}")', same)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (f"so {HEBREW}", ["הספר (2025) שלם: 12 מזחים"]),
        ("הנמל (צפון)", ["הנמל (צפון)"]),
        ('לפי דו"ח 3 [א]', ['לפי דו"ח 3 [א]']),
        ("[לא צוין מחבר], [ללא כותרת]", ["לא צוין מחבר", "ללא כותרת"]),
        ("Quay، Gazette", []),
        ("“הקו אחרי דצמבר 2024”, הנמל, 4 March", ["הקו אחרי דצמבר 2024", "הנמל"]),
        ("הקו 1963–2024", ["הקו 1963–2024"]),
        ("ראו הקו 12 of May", ["ראו הקו"]),
    ],
)
def test_brackets_and_numbers_go_with_the_words_around_them(text: str, runs: list[str]) -> None:
    assert [run for run, rtl in rtl_runs(text) if rtl] == runs


def test_marks_of_arabic_and_hebrew_stay_at_the_words_between_them() -> None:
    assert plain("Larsen, «The harbour: a ledger», 4") == 'Larsen, <bdi dir="ltr">«The harbour: a ledger»</bdi>, 4'
    nested = "««Северный путь»: буксиров не хватает»"
    assert plain(f"Морозова, {nested}, 4") == f'Морозова, <bdi dir="ltr">{nested}</bdi>, 4'
    assert plain("Larsen, ”The harbour”, 4") == 'Larsen, <bdi dir="ltr">”The harbour”</bdi>, 4'
    assert plain("“One” and “two”") == "“One” and “two”"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>See the annex (p. 3).</p>", '<p><bdi dir="ltr">See the annex (p. 3)</bdi>.</p>'),
        ("<p>Larsen &amp; Co, 4 <b>12</b></p>", '<p><bdi dir="ltr">Larsen &amp; Co</bdi>, 4 <b>12</b></p>'),
        ('<p class="a">שלום</p><svg><text>A</text></svg>', '<p class="a">שלום</p><svg><text>A</text></svg>'),
    ],
)
def test_on_a_screen_left_to_right_words_are_kept_to_themselves(html: str, shown: str) -> None:
    assert all_apart_on_screen(html) == shown


@pytest.mark.parametrize("apart", [all_apart, all_apart_on_screen])
def test_a_day_goes_with_its_month_and_not_with_the_name_before_it(apart: Callable[[str], str]) -> None:
    html = apart(f"<p>{plain('Ida Larsen, Quay Press, 4 במרץ 2019')}</p>")
    assert '<bdi lang="he" dir="rtl">4 במרץ 2019</bdi>' in html
    assert re.sub("<[^>]*>", "", html) == "Ida Larsen, Quay Press, 4 במרץ 2019"


def divisions(node: Any) -> list[tuple[str, str]]:
    """The style and direction of each paragraph of pandoc's tree, headings among them."""
    if isinstance(node, list):
        return [found for child in node for found in divisions(child)]
    if not isinstance(node, dict) or "c" not in node:
        return []
    keys = dict(node["c"][0][2]) if node["t"] == "Div" else {}
    own = [(keys.get("custom-style", node["c"][-1][0]["t"]), keys.get("dir", ""))] if keys else []
    return own + divisions(node["c"])


@pytest.mark.parametrize(("said", "language", "way"), [(HEBREW, "en-GB", "rtl"), (ENGLISH, "ar", "ltr")])
def test_in_a_docx_each_own_paragraph_has_its_direction(said: str, language: str, way: str) -> None:
    told = divisions(word.tree(document(said, language))["blocks"])
    against = {style for style, direction in told if direction == way}
    assert against >= {"Title", "Body Text", "Bottom Line Leading", "List Item Last", "Numbered Turned"}
    quotation = [(style, direction) for style, direction in told if style.startswith(("Quotation", "Attribution"))]
    assert quotation == (
        [("Quotation Whole", "")] if way == "rtl" else [("Quotation Turned", "ltr"), ("Attribution Beside", "")]
    ), "who said it runs as the document does"
    assert {direction for style, direction in told if style == "Number Beside"} == {""}, (
        "numbers stay where lines begin"
    )
    assert {direction for style, direction in told if style in ("Facts", "Estimate", "Source")} == {""}


def test_left_to_right_words_are_marked_in_a_docx_that_runs_the_other_way() -> None:
    ltr = {"t": "Span", "c": [["", [], [["dir", "ltr"]]], [string(f"Ida Larsen{LRM}")]]}
    title = {"t": "Span", "c": [["", [], [["dir", "ltr"]]], [string(f"{LRM}«Boats»{LRM}")]]}
    before = {"t": "Para", "c": [string("Ida Larsen, «Boats», 4 "), string("12"), {"t": "Emph", "c": [string("A")]}]}
    after = apart(before)["c"]
    assert after[:5] == [ltr, string(f"{RLM}, "), title, string(f"{RLM}, 4 "), string("12")]
    assert after[5]["c"][0]["c"][1] == [string(f"A{LRM}")]
    turned = {"t": "Div", "c": [["", [], [["dir", "ltr"]]], [before]]}
    assert apart(turned) == turned


def test_names_in_a_row_are_each_marked_in_a_docx_that_runs_the_other_way() -> None:
    one, two = isolated("Quay Gazette", rtl=True), isolated("Far Post", rtl=True)
    spans = [{"t": "Span", "c": [["", [], [["dir", "ltr"]]], [string(name)]]} for name in (one, two)]
    assert apart([string(f"({one}, {two}).")]) == [
        string("("),
        spans[0],
        string(f"{RLM}, "),
        spans[1],
        string(f"{RLM})."),
    ]


def test_what_follows_right_to_left_words_in_a_docx_does_not_go_along() -> None:
    (name,) = words("דנה לוי")
    assert closed([name, string(", 3 October 2025")]) == [name, string(LRM), string(", 3 October 2025")]
    turned_round = {"t": "Div", "c": [["", [], [["dir", "rtl"]]], [{"t": "Para", "c": [name, string(", 3")]}]]}
    assert closed(turned_round) == turned_round


@pytest.mark.parametrize(
    ("text", "kept_whole"),
    [
        (isolated("HB-2025-117", rtl=True), isolated("HB-2025-117", rtl=True)),
        ("[1174\u2011SV3W\u2011B]", f"{LRM}1174\u2011SV3W\u2011B{LRM}"),
    ],
)
def test_a_code_in_a_docx_that_runs_from_right_to_left_stays_whole(text: str, kept_whole: str) -> None:
    spans = [node for node in apart([string(text)]) if node["t"] == "Span"]
    assert spans == [{"t": "Span", "c": [["", [], [["dir", "ltr"]]], [string(kept_whole)]]}]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("[דנה], ”Die Lager 6”, ב־", f"{LRM}”Die Lager 6”{LRM}"),
        ("דנה, «Die Lager», ב־", f"{LRM}«Die Lager»{LRM}"),
        ("ב־(Die Lager), ב־", f"{LRM}(Die Lager){LRM}"),
        ("”דנה Die Lager”", f"Die Lager{LRM}"),
        ("«Die Lager דנה»", f"Die Lager{LRM}"),
    ],
)
def test_both_marks_of_a_title_run_one_way_in_a_docx(text: str, together: str) -> None:
    spans = [node["c"] for node in apart(words(text)) if node["t"] == "Span"]
    assert [said[0]["c"] for (*_, keys), said in spans if dict(keys)["dir"] == "ltr"] == [together]


@pytest.mark.parametrize("title", ["”The harbour”", "«The harbour»", "“The harbour”"])
def test_a_name_and_a_title_in_a_docx_follow_each_other_as_its_lines_run(title: str) -> None:
    said = [
        (node["c"][1][0]["c"].strip(LRM), "ltr") if node["t"] == "Span" else (node["c"].strip(RLM), "rtl")
        for node in apart(words(f"Anna Larsen, {title}, "))
    ]
    assert said == [("Anna Larsen", "ltr"), (", ", "rtl"), (title, "ltr"), (", ", "rtl")]


@pytest.mark.parametrize(("rtl", "side"), [(True, "right"), (False, "left")])
def test_a_number_beside_a_text_that_runs_the_other_way_stands_where_lines_begin(rtl: bool, side: str) -> None:
    before = BytesIO()
    with zipfile.ZipFile(before, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), '<w:pPr><w:pStyle w:val="NumberBeside" /></w:pPr>')
    with zipfile.ZipFile(BytesIO(turned(before.getvalue(), rtl=rtl))) as archive:
        said = archive.read("word/document.xml").decode()
    assert re.search(rf'"NumberBeside" /><w:framePr [^>]*w:xAlign="{side}"', said)


def test_a_note_keeps_the_language_of_the_document_in_a_docx() -> None:
    node = styled("Quotation", [Text("Le port"), Call(1, "e1", (Text("Larsen"),))], language="fr", way="ltr")
    said, note = (part for part in node["c"][1][0]["c"] if "w:bookmark" not in str(part))
    assert said == {"t": "Span", "c": [["", [], [["lang", "fr"]]], [string("Le port")]]}
    assert note["t"] == "Note"
    assert "fr" not in str(note)


def test_every_style_that_a_docx_asks_for_is_in_its_reference() -> None:
    asked = {style for language in ("he", "en-GB") for style, _ in divisions(word.tree(document(HEBREW, language)))}
    asked |= {style for style, _ in divisions(word.tree(document(ENGLISH, "ar")))}
    styles = (Path(word.__file__).with_name("docx") / "styles.xml").read_text(encoding="utf-8")
    assert {style for style in asked if f'w:name w:val="{style}"' not in styles} <= {"Header", "Para"}


@pytest.mark.parametrize(("rtl", "side"), [(True, "right"), (False, "left")])
def test_the_line_beside_a_quotation_stands_where_lines_begin(rtl: bool, side: str) -> None:
    with zipfile.ZipFile(BytesIO(reference(marking="", running="R", page="p", of="of", rtl=rtl))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert re.findall(r'styleId="(\w+)"(?:(?!</w:style>).)*<w:pBdr><w:(left|right) ', styles) == [
        ("BottomLine", side),
        ("Quotation", side),
    ]


@pytest.mark.parametrize("rtl", [True, False])
def test_the_columns_of_a_table_begin_where_lines_do(rtl: bool) -> None:
    before = BytesIO()
    with zipfile.ZipFile(before, "w") as archive:
        archive.writestr(
            zipfile.ZipInfo("word/document.xml"), '<w:tblPr><w:tblStyle w:val="Table" /><w:tblW /></w:tblPr>'
        )
    with zipfile.ZipFile(BytesIO(turned(before.getvalue(), rtl=rtl))) as archive:
        assert (b'"Table" /><w:bidiVisual/><w:tblW' in archive.read("word/document.xml")) is rtl


@pytest.mark.parametrize(("rtl", "wanted"), [(True, ["<w:bidi/>"] * 2), (False, ["", ""])])
def test_footnotes_run_as_the_document_does(rtl: bool, wanted: list[str]) -> None:
    notes = "".join(f'<w:p><w:pPr><w:pStyle w:val="FootnoteText" />{way}</w:pPr></w:p>' for way in ("", "<w:bidi />"))
    before = BytesIO()
    with zipfile.ZipFile(before, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/footnotes.xml"), notes)
        archive.writestr(zipfile.ZipInfo("word/document.xml"), notes)
    made = turned(before.getvalue(), rtl=rtl)
    assert made == turned(before.getvalue(), rtl=rtl)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        said = archive.read("word/footnotes.xml").decode()
        assert archive.read("word/document.xml").decode() == notes
    assert re.findall(r"/>((?:<w:bidi/>)?)</w:pPr>", said) == wanted


def test_header_and_footer_run_as_the_document_does() -> None:
    with zipfile.ZipFile(BytesIO(reference(marking="TLP:RED", running="R", page="صفحة", of="من", rtl=True))) as archive:
        for name in ("word/header1.xml", "word/footer1.xml"):
            line = archive.read(name).decode()
            assert "<w:bidi/>" in line
            assert line.index("TLP:RED") < line.index("<w:tab/>"), "the marking stays on the right"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quay, 4 March 2025, ¶ 4", "Quay, 4~March 2025, ¶~4"),
        ("8. November 2025, ¶¶ 5–6, 9", "8.~November 2025, ¶¶~5–6, 9"),
        ("2019 12 boats", "2019 12 boats"),
    ],
)
def test_days_and_locators_stay_on_one_line(text: str, shown: str) -> None:
    assert [run.text for run in kept([Text(text)])] == [shown.replace("~", "\u00a0")]


def test_codes_and_addresses_stay_whole() -> None:
    code, address = Text("[K7Q2-M9X4-W]", small=True), Text("https://quay.example/4 March 2025")
    assert [run.text for run in kept([code, address])] == ["[K7Q2\u2011M9X4\u2011W]", address.text]
