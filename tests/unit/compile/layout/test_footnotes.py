"""Measuring each note once, and the other faster ways: the pages are those of the engine as it comes, box by box."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui.compile import compile_pdf, process
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.layout.footnotes import ON_PAGE, measured_once, not_put_off
from briefing_tui.compile.page.html import render
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

NOTES = 40


def page_of_notes(folder: Path) -> str:
    """A brief with notes of many lengths, some of which go over to the next page."""
    source = samples.article(text="\n\n".join(f"Sentence number {n} is here." for n in range(NOTES)))
    excerpts = [samples.excerpt(source, f"Sentence number {n} is", f"e{n}") for n in range(NOTES)]
    own = "Words of ours. "
    items = [
        Item(f"i{n}", ItemKind.PARAPHRASE, excerpt=f"e{n}", text=own * (1 + n % 4), note="So it is. " * (n % 17))
        for n in range(NOTES)
    ]
    job = samples.job(folder / "x.pdf", items=items, articles=[source], excerpts=excerpts, judgements=())
    return render(built(job), load_form("bluf"), generator="Briefing")


LAY_OUT = """
import json, sys, weasyprint
from weasyprint.layout import LayoutContext, block, inline
from briefing_tui.compile.layout.footnotes import not_put_off
from briefing_tui.compile.layout.line_ends import hang_last_spaces
from briefing_tui.compile.worker import _engine

hang_last_spaces(inline)  # where lines end and notes stand is corrected, and no faster way
not_put_off(LayoutContext)
measured, styles = [], set()
if sys.argv[1] == "once":
    lay_out = block.block_level_layout
    block.block_level_layout = lambda *args: measured.append(1) or lay_out(*args)
    _engine()
    block.block_level_layout = lay_out

def texts(box, page):
    styles.add(id(box.style))
    if isinstance(getattr(box, "text", None), str):
        yield page, round(box.position_x, 3), round(box.position_y, 3), box.text
    for child in getattr(box, "children", ()):
        yield from texts(child, page)

pages = weasyprint.HTML(string=sys.stdin.read()).render().pages
found = [text for n, page in enumerate(pages, 1) for text in texts(page._page_box, n)]
for n, page in enumerate(pages, 1):
    found.append((n, *page.anchors.items(), [link[:3] for link in page.links], page.bookmarks))
print(json.dumps([len(measured), len(styles), found]))
"""
"""Prints how many notes were measured, how many styles there are, and every text and link with its page and place; the
tests' own process has no engine."""


def laid_out(html: str, how: str) -> tuple[int, int, list[list[Any]]]:
    done = subprocess.run(
        [sys.executable, "-c", LAY_OUT, how],
        input=html.encode(),
        env={**os.environ, **process.environment(None)},
        capture_output=True,
        check=True,
    )
    measured, styles, texts = json.loads(done.stdout)
    return measured, styles, texts


def test_the_pages_are_the_same(tmp_path: Path) -> None:
    html = page_of_notes(tmp_path)
    _, many, usual = laid_out(html, "as it comes")
    measured, few, texts = laid_out(html, "once")
    assert texts == usual
    assert max(page for page, *_ in usual) > 1
    assert few < many / 2  # names of elements keep no styles apart
    assert 0 < measured <= 2 * NOTES  # a page that other pages' numbers depend on is laid out twice


FULL = """
<style>
  @page { size: 300px 200px; margin: 10px; @footnote { margin: 0 } }
  * { margin: 0; padding: 0; font: 12px/20px "Noto Sans" }
  p { orphans: 2; widows: 2 }
  .note { float: footnote; footnote-policy: line }
  .note::footnote-call, .note::footnote-marker { content: none; line-height: 0 }
</style>
"""
"""Pages of nine lines."""


def test_a_note_stays_on_the_page_of_its_call_where_two_lines_more_would_take_its_room() -> None:
    before = "<p>before<br>" * 6 + "<p>called<span class=note>note</span>"
    after = "<p>after<br>after<br>after<br>after"
    _, _, found = laid_out(f"{FULL}{before}{after}", "once")
    pages = {text[3]: text[0] for text in found if len(text) == 4}
    assert pages == {"before": 1, "called": 1, "note": 1, "after": 2}


def test_an_engine_that_works_otherwise_is_left_alone() -> None:
    class Other:
        """A context without the account of notes."""

    measured_once(Other, lay_out=print, complete=print)
    not_put_off(Other)
    assert not hasattr(Other, "_update_footnote_area")
    assert not hasattr(Other, ON_PAGE)


def test_many_cites_in_one_sentence_keep_their_notes_on_their_pages(tmp_path: Path) -> None:
    source = samples.article(text="\n\n".join(f"Sentence number {n} is here." for n in range(120)))
    excerpts = [samples.excerpt(source, f"Sentence number {n} is", f"e{n}") for n in range(120)]
    bottom_line = "So it is " + "".join(f"[@e{n}]" for n in range(120)) + "."
    job = samples.job(
        tmp_path / "x.pdf", items=[], articles=[source], excerpts=excerpts, judgements=(), bottom_line=bottom_line
    )
    layout = compile_pdf(replace(job, minutes=1)).layout
    assert (layout.notes_called, layout.notes_placed, layout.late_notes, layout.lost) == (120, 120, (), ())
