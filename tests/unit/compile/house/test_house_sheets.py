"""Style sheets of a house: what is let through as it was read, and what is refused with the place and what to do."""

from __future__ import annotations

import pytest

from briefing_tui.compile.house.sheet import SHIPPED, HouseSheetError, Named, attribute_fault, let_through, shipped

HIDDEN = [
    ".quote { line-height: 0 }",
    ".quote { font: 8pt/0 serif }",
    ".quote { font: 8pt/var(--x) serif }",
    ".quote { letter-spacing: -.55em }",
    ".quote { word-spacing: -.3em }",
    ".quote { text-indent: -9mm }",
    ".quote { margin: 0 -1mm }",
    ".quote { margin: 0 calc(1mm - 9mm) }",
    ".quote { width: 1mm }",
    ".quote:not(img) { width: 1mm }",
    ".quote:not(.logo) { float: left }",
    ".attribution { position: relative }",
    ".n { position: absolute; left: -20mm }",
    ".n { top: 3mm }",
    ".quote { display: none }",
    ".quote { display: flex }",
    "a.call { visibility: hidden }",
    ".quote { opacity: .1 }",
    ".quote { clip: rect(0 0 0 0) }",
    ".quote { overflow: hidden }",
    ".quote { transform: none }",
    ".quote { filter: none }",
    ".quote { mix-blend-mode: difference }",
    ".quote { box-shadow: 0 0 9mm white }",
    ".quote { text-shadow: none }",
    ".quote { outline: 1mm solid white }",
    ".quote { z-index: 3 }",
    ".quote { background: linear-gradient(red, red) }",
    ".quote { background-image: url(a.png) }",
    "@page { background: url(a.png) }",
    "@page { @top-left { margin-bottom: -90mm } }",
    ".quote { text-decoration: line-through }",
    ".quote { text-decoration: underline 1em }",
    ".quote { direction: rtl }",
    ".quote[dir=ltr] { direction: rtl }",
    ".quote { unicode-bidi: bidi-override }",
    ".quote { order: 2 }",
    ".quote { text-transform: uppercase }",
    ".quote { all: initial }",
    ".quote { margin: inherit }",
]
CHANGED = [
    '.quote { font-feature-settings: "sups" 1 }',
    '.quote { font-feature-settings: "kern" 1, "frac" 1 }',
    ".quote { font-feature-settings: var(--x) }",
    ".quote { font-variant-position: super }",
    ".quote { font-variant-alternates: historical-forms }",
    ".quote { font-variant-numeric: diagonal-fractions }",
    ".quote { font-variant-numeric: tabular-nums ordinal }",
    ".quote { font-variant: super }",
    ".quote { font-variant: all-small-caps }",
    ".quote { font-variant-caps: all-small-caps }",
    "body { font-variant-caps: all-petite-caps }",
    ".quote { font-variant-caps: unicase }",
    '.quote { font-feature-settings: "smcp", "c2sc" }',
    "@font-face { font-variant: all-small-caps }",
    ".quote { font-variant-east-asian: traditional }",
    '.quote { font-variation-settings: "slnt" 9 }',
    "@font-face { font-variant: super }",
    ".quote p::first-line { color: red }",
    "p { word-break: break-all }",
    "blockquote p { word-break: break-word }",
    ".quote p::First-Letter { font-weight: bold }",
    ".quote p:first-letter { font-size: 9pt }",
    "@page { size: 5000mm 5000mm }",
    "@page wide { size: 300cm }",
]
WORDS = [
    '.quote { content: "not" }',
    ".quote::before { content: counter(x, upper-alpha) }",
    ".quote::before { content: counter(footnote) }",
    ".note::footnote-marker { content: counter(zz) }",
    ".note::footnote-marker { content: counter(footnote, upper-alpha) }",
    '.note::footnote-marker { content: "7" }',
    ".quote { counter-reset: x 9874 }",
    ".quote { counter-set: footnote 3 }",
    ".quote { display: list-item }",
    ".quote { list-style-type: var(--x) }",
    ".quote { list-style: var(--x) inside }",
    "h1 { bookmark-label: var(--x) }",
    "body { string-set: page-word var(--x) }",
    ".quote { quotes: none }",
    "@page { @top-left { content: \"''We surrender,'' he said\" } }",
    '@page { @top-left { content: "\'" "\'We surrender\'" "\'" } }',
    "@page { @top-left { content: \"'We surrender'\" } }",
    '@page { @top-left { content: "“We surrender”" } }',
    '@page { @top-left { content: "— We surrender" } }',
    '@page { @top-left { content: "They surrendered [2]" } }',
    '@page { @top-left { content: open-quote "We surrender" close-quote } }',
    "@page { @top-left { content: attr(title) } }",
]
ASTRAY = [
    "@page { size: A4; --x: url(#a\\)b{) } .quote::after { content: 'We surrender' }",
    "@page { --x: {}} } .quote::after { content: 'We surrender' }",
    '.a { font-family: "x/*" } .b { font-family: \'*/"} .quote::after { content: "We" } c {\' }',
    '.a { font-family: "x } y" }',
    ".a { font-family: a\\{b }",
    ".a { --x: attr(title) }",
    ".a { --x: -1mm }",
    ".a { margin: 1/**/2mm 3/* x */px; }",
    ".a { color: red; .b { color: red } }",
    "@media print { .a { color: red } }",
    "@supports (a: b) { .a { color: red } }",
    '@import "base.css" screen;',
    "@namespace url(x);",
    ".a { color: red; ) }",
    ".a { color: red } .b",
]


@pytest.mark.parametrize("css", HIDDEN + CHANGED + WORDS + ASTRAY)
def test_what_could_hide_move_or_add_words_is_refused_with_its_line(css: str) -> None:
    with pytest.raises(HouseSheetError) as caught:
        let_through(f".cover {{ color: red }}\n\n{css}")
    assert caught.value.line == 3
    assert caught.value.hint


def test_a_refusal_names_selector_property_and_value() -> None:
    with pytest.raises(HouseSheetError, match=r"'line-height: 0' of '\.quote p' cannot be used") as caught:
        let_through(".quote   p, h1 { line-height:0 }")
    assert caught.value.hint == "normal, or a number of 1 or more"


def test_nothing_of_a_form_hangs_outside_of_its_margins() -> None:
    """Whatever margins a house sets, what stands beside the text is within them."""
    declared = {(selector, name): value for selector, name, value in shipped() if selector.startswith("@page")}
    assert not [said for said in declared.items() if " -" in f" {said[1]}"]
    assert ("@page @footnote", "margin", "3mm 16.5mm 0 0") in shipped()
    assert (".note small", "right", "-16.5mm") in shipped()


@pytest.mark.parametrize("sheet", sorted(SHIPPED.rglob("*.css")), ids=lambda sheet: f"{sheet.parent.name}/{sheet.name}")
def test_a_copy_of_what_ships_is_let_through(sheet: str) -> None:
    assert let_through(SHIPPED.joinpath(sheet).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "rule",
    [
        '@page { size: A4; margin: 20mm; @top-right { content: "Office (North), King\'s Quay" counter(page) } }',
        '@page { @bottom-center { content: "— " counter(page) " —" } }',
        '@page { @bottom-center { content: "[" counter(page) "/" counter(pages) "]" } }',
        "@page :first { @top-left { content: none; width: 30mm; border-bottom: 1pt solid red } }",
        ':root { --accent: #7a1f3d; --tint: rgb(1, 2, 3); --gap: 2mm; --serif: "Source Serif 4", serif }',
        "h1, h2 { font: bold 12pt/1.2 var(--sans); letter-spacing: .1em; font-variant-caps: small-caps }",
        '.quote { font-feature-settings: "kern", "onum" 1; font-variation-settings: "wght" 480 }',
        "h2 { font-variant: small-caps; font-variant-numeric: oldstyle-nums; font-variant-position: normal }",
        ".logo { float: right; height: 14mm; width: auto }",
        ".head > img.sign:first-child { width: 20mm }",
        ".head { border-bottom: .5pt solid var(--rule); padding: 2mm 0; margin: var(--gap) auto }",
        ".quote { border-left: 2pt solid red; background: #eee; orphans: 3; color: black !important }",
        ".sources ul { columns: 1; list-style-type: '' }",
        ".quote::before { content: '' }",
        "td:first-child { width: 3mm }",
        ".attribution[dir=rtl] { direction: rtl }",
    ],
)
def test_type_colours_borders_distances_and_running_lines_are_a_houses_own(rule: str) -> None:
    said = "".join(map(str, let_through(rule)))
    assert "".join(said.split()).replace(";}", "}") == "".join(rule.split()).replace("'", '"', 2 * ("''" in rule))


def test_files_are_named_with_their_lines() -> None:
    css = '@import "base.css";\n@font-face { font-family: x;\n src: url( a.woff2 ) format("woff2"), url("b.ttf") }'
    named = [piece for piece in let_through(css) if isinstance(piece, Named)]
    assert named == [Named("base.css", 1, sheet=True), Named("a.woff2", 3), Named("b.ttf", 3)]


@pytest.mark.parametrize(
    ("style", "element"),
    [("display: list-item; list-style-type: 'We'", "div"), ("line-height: 0", "p"), ("width: 1mm", "p"), ("{}", "p")],
)
def test_an_attribute_has_the_same_limits(style: str, element: str) -> None:
    assert attribute_fault(style, element)


def test_an_attribute_that_a_letterhead_has() -> None:
    assert not attribute_fault("width: 40mm; text-align: right; color: rgb(1, 2, 3)", "td")
