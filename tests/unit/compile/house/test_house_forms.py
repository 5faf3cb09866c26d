"""A form that a house made: what it may bring along, and what is refused with its line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.citations import Citations
from briefing_tui.compile import compile_pdf
from briefing_tui.compile.file.receipt import receipt
from briefing_tui.compile.house.folders import form_sha256, is_house_form, template_files
from briefing_tui.compile.house.template import load_form, load_template
from briefing_tui.compile.page.html import render
from briefing_tui.errors import BriefingError, FormatError, RefusedError
from tests.unit.compile import samples
from tests.unit.compile.house.test_templates import PIXEL, house
from tests.unit.compile.test_build import built


def test_a_picture_and_a_part_find_their_places(tmp_path: Path) -> None:
    own = house(
        tmp_path,
        page_html='<img src="logo.png" alt="us">{{furniture}}{{ cover }}<aside>{{ recommendation }}</aside>{{ body }}',
    )
    (own / "logo.png").write_bytes(PIXEL)
    form = load_form("own", tmp_path)
    assert 'src="data:image/png;base64,' in form.page
    job = samples.job(tmp_path / "x.pdf", template="own", fields={"recommendation": "Agree."}, final=False)
    html = render(built(replace(job, templates=tmp_path)), form, generator="Briefing")
    assert html.count("Agree.") == 1
    assert re.search(r"<aside>[^§]*Agree\.[^§]*</aside>", html)


@pytest.mark.parametrize(
    ("file", "text", "line", "message"),
    [
        ("page.html", "{{ furniture }}\n{{ cover }}", 0, "no place for 'body'"),
        ("page.html", "{{ furniture }}{{ cover }}\n{{ body }}\n{{ chorus }}", 3, "no part 'chorus'"),
        ("page.html", "{{ furniture }}{{ cover }}{{ body }}\n{{ cover }}", 1, "two places"),
        ("page.html", '{{furniture}}{{cover}}{{body}}\n<img src="../../x.png">', 2, "not in the template's folder"),
        ("page.html", '{{furniture}}{{cover}}{{body}}<img src="https://x.example/a.png">', 1, "not in the template"),
        ("page.html", '{{furniture}}{{cover}}{{body}}<img src="gone.png">', 1, "no file 'gone.png'"),
        ("page.html", '{{furniture}}{{cover}}{{body}}<img src="template.yaml">', 1, "cannot be used here"),
        ("style.css", 'a {}\n@import "other.css";', 2, "cannot be imported"),
        ("style.css", '@import "base.css";\n@font-face { src: url(/etc/passwd) }', 2, "not in the template's folder"),
        ("style.css", "@import url('https://x.example/a.css');", 1, "cannot be imported"),
        ("template.yaml", "format: 1\nparts: [sections", 3, "YAML"),
    ],
)
def test_what_a_form_cannot_have_is_refused_with_its_line(
    file: str, text: str, line: int, message: str, tmp_path: Path
) -> None:
    own = house(tmp_path)
    (own / file).write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match=message) as caught:
        load_form("own", tmp_path)
    assert caught.value.file.endswith(file)
    assert not line or caught.value.line == line


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    own = house(tmp_path)
    (own / "style.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BriefingError):
        load_form("own", tmp_path)


def test_a_sheet_alone_makes_a_form(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "template.yaml").write_text("format: 1\nparts: [sections, sources]\n", encoding="utf-8")
    form = load_form("own", tmp_path)
    assert form.template.parts == ("sections", "sources")
    assert ".passage" in form.css
    assert ".n {" in form.mirrored


@pytest.mark.parametrize(
    "css",
    [
        'p::after { content: "We surrender" }',
        'p::after { content: "\\57 e" }',
        "p::after { CONTENT : '“' }",
        "p::after { c\\6fntent: open-quote }",
        "p::after { content: attr(title) }",
        "p::after { content: var(--x) }",
        "p::after { content: string(page-word) }",
        'li { list-style-type: "We surrender" }',
        'p { quotes: "So “" "" }',
        '@counter-style x { symbols: "We surrender" }',
        'p { hyphenate-character: "surrender" }',
        "@page { x: \\{ } p::after { content: 'We' }",
        '@page { x: "{\n} p::after { content: "We" }',
        '@page { @top-left { content: "“We surrender”" } }',
        '@page { @top-left { content: "\\201cWe\\201d" } }',
        "@page { @top-left { content: open-quote 'We surrender' close-quote } }",
        "p { background: URL(https://x.example/a.png) }",
        "p { background: u\\72l(https://x.example/a.png) }",
        "p { color: red }</style><p>We surrender",
        "@IMPORT url(base.css) print;",
        "@\\69mport 'other.css';",
    ],
)
def test_a_style_sheet_adds_no_words_and_names_nothing_outside(css: str, tmp_path: Path) -> None:
    house(tmp_path, style_css=f'@import "base.css";\n{css}')
    with pytest.raises(FormatError) as caught:
        load_form("own", tmp_path)
    assert (caught.value.file, caught.value.line) == ("own/style.css", 2)


def test_signs_numbers_and_running_lines_are_a_houses_own(tmp_path: Path) -> None:
    rules = """@page { @top-right { content: "Harbour Office" } }
.warning::before { content: "≠ " }
.note::footnote-marker { content: counter(footnote) ". " }
[data-block="bottom-line"] { font-family: "Noto Sans" } /* content: "x" } */"""
    house(tmp_path, style_css=f'@import "base.css";\n{rules}')
    assert "Harbour Office" in load_form("own", tmp_path).css


def test_a_picture_in_the_margin_is_a_houses_own(tmp_path: Path) -> None:
    rule = '@page { @top-left { background: no-repeat URL("logo.png") } }'
    own = house(tmp_path, style_css=f'@import "base.css";\n{rule}')
    (own / "logo.png").write_bytes(PIXEL)
    assert 'url("data:image/png' in load_form("own", tmp_path).css


def test_the_fonts_of_a_house_are_known_by_their_files(tmp_path: Path) -> None:
    face = '@font-face { font-family: "Quay"; src: url(faces/quay.woff2) format("woff2"), local("Quay") }'
    own = house(tmp_path, style_css=f'@import "base.css";\n{face}')
    (own / "faces").mkdir()
    (own / "faces" / "quay.woff2").write_bytes(b"wOF2")
    assert load_form("own", tmp_path).fonts == ("faces/quay.woff2",)
    assert load_form("memo").fonts == ()


def test_a_font_that_is_none_keeps_no_draft_from_being_made_but_a_final_one(tmp_path: Path) -> None:
    face = '@font-face { font-family: "Quay"; src: url(quay.ttf) }\nbody { font-family: "Quay", "Noto Serif" }'
    own = house(tmp_path, style_css=f'@import "base.css";\n{face}')
    (own / "quay.ttf").write_bytes(b"no font at all")
    job = replace(samples.job(tmp_path / "b.pdf", template="own", final=False), templates=tmp_path)
    draft = compile_pdf(job)
    assert draft.layout.unread == ("the font of the face 'Quay' cannot be read",)
    with pytest.raises(RefusedError, match="the font of the face 'Quay' cannot be read"):
        compile_pdf(replace(job, final=True, output=tmp_path / "final.pdf"))
    assert not (tmp_path / "final.pdf").exists()


def test_a_style_sheet_that_imports_itself_is_refused(tmp_path: Path) -> None:
    house(tmp_path, base_css='p {}\n@import "base.css";')
    with pytest.raises(FormatError, match="cannot be imported") as caught:
        load_form("own", tmp_path)
    assert (caught.value.file, caught.value.line) == ("own/base.css", 2)


@pytest.mark.parametrize("name", ["template.yaml", "style.css", "base.css", "rtl.css", "page.html"])
def test_no_link_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    own = house(tmp_path)
    (tmp_path / name).write_bytes((own / name).read_bytes())
    (own / name).unlink()
    (own / name).symlink_to(tmp_path / name)
    with pytest.raises(FormatError, match="leads out"):
        load_form("own", tmp_path)
    with pytest.raises(FormatError, match="leads out"):
        template_files("own", tmp_path)


@pytest.mark.parametrize("field", ["cover", "body", "furniture", "page", "of", "for", "unverified"])
def test_what_the_program_says_itself_is_no_field_and_no_section(field: str, tmp_path: Path) -> None:
    own = house(tmp_path)
    for text in (f"fields: [{{id: {field}}}]\nparts: [{field}, sections, sources]", f"sections: [{field}]"):
        (own / "template.yaml").write_text(f"format: 1\n{text}\n", encoding="utf-8")
        with pytest.raises(FormatError, match=f"'{field}' cannot be") as caught:
            load_template("own", tmp_path)
        assert caught.value.line == 2


def test_a_form_has_a_hash_that_a_change_of_any_file_changes(tmp_path: Path) -> None:
    own = house(tmp_path)
    assert form_sha256("own", tmp_path) == form_sha256("memo"), "a copy is the same form"
    before = form_sha256("own", tmp_path)
    (own / "rtl.css").write_text("p {}", encoding="utf-8")
    assert form_sha256("own", tmp_path) != before
    job = replace(samples.job(tmp_path / "x.pdf", template="own"), templates=tmp_path)
    said = receipt(job, Citations({}, (), "", ""), program="1")["form"]
    assert said == {"name": "own", "sha256": form_sha256("own", tmp_path)}


@pytest.mark.parametrize(
    "name", [".DS_Store", "style.css~", "#style.css#", ".style.css.swp", "README.md", ".git/a.svg"]
)
def test_what_a_form_cannot_use_is_no_part_of_it(name: str, tmp_path: Path) -> None:
    own = house(tmp_path)
    before = form_sha256("own", tmp_path)
    (own / name).parent.mkdir(exist_ok=True)
    (own / name).write_text("left behind", encoding="utf-8")
    assert form_sha256("own", tmp_path) == before


def test_pictures_and_fonts_in_folders_of_a_form_are_part_of_it(tmp_path: Path) -> None:
    own = house(tmp_path)
    before = form_sha256("own", tmp_path)
    (own / "signs").mkdir()
    (own / "signs" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert form_sha256("own", tmp_path) != before
    assert "signs/logo.svg" in template_files("own", tmp_path)


def test_a_hidden_file_cannot_be_named(tmp_path: Path) -> None:
    own = house(tmp_path)
    (own / ".logo.svg").write_text("<svg/>", encoding="utf-8")
    (own / "page.html").write_text('<img src=".logo.svg">{{ furniture }}{{ cover }}{{ body }}', encoding="utf-8")
    with pytest.raises(FormatError, match="is not in the template's folder"):
        load_form("own", tmp_path)


def test_a_form_of_the_house_is_known_as_one(tmp_path: Path) -> None:
    house(tmp_path)
    house(tmp_path / "more").rename(tmp_path / "memo")
    assert [is_house_form(name, tmp_path) for name in ("own", "memo", "bluf")] == [True, True, False]
