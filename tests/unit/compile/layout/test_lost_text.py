"""What the brief holds is on the pages, text by text; a difference is told in a draft and refused in a final one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile import compile_pdf, prepared
from briefing_tui.compile.page.html import render
from briefing_tui.errors import RefusedError
from briefing_tui.model import Confidence, Item, ItemKind, Judgement, Section
from tests.unit.compile import samples


def hide(monkeypatch: pytest.MonkeyPatch, selector: str) -> None:
    """A style that hides things stands in for a layout that loses them."""

    def hiding(*args: Any, **options: Any) -> str:
        return render(*args, **options).replace("</style>", f"{selector} {{display: none}}</style>")

    monkeypatch.setattr(prepared, "render", hiding)


def test_text_that_the_layout_lost_is_told_in_a_draft_and_refused_in_a_final_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(monkeypatch, ".bottom-line p, .estimate, .cover dd, .draft, .sources li:first-child")
    made = compile_pdf(samples.job(tmp_path / "x.pdf", final=False))
    assert {place for place, _ in made.layout.lost} >= {"bottom-line", "j1", "addressee", "date", ""}
    assert ("", "source 1") in made.layout.lost
    assert not {"s1", "i1", "i2", "i3", "e1", "e2", "title", "marking"} & {place for place, _ in made.layout.lost}
    with pytest.raises(RefusedError, match="the bottom line"):
        compile_pdf(samples.job(tmp_path / "y.pdf"))
    assert not (tmp_path / "y.pdf").exists()


def test_a_word_of_a_note_that_the_layout_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "#n1 em")
    made = compile_pdf(samples.job(tmp_path / "x.pdf", final=False))
    assert made.layout.lost == (("e1", "note 1"),)


def test_every_part_of_a_brief_of_all_kinds_is_found_again(tmp_path: Path) -> None:
    """Marks, controls, scripts and rows of calls: nothing of it is taken for lost."""
    odd = "A\u00ad b\t *c* \u202e [@e1][@e2] שלום \x07 and [@e1] so: “x” & <y>."
    source = samples.article(text=f"{odd}\n\n## Head\n\nMore of it, in full.", title="Odd <title> שלום")
    excerpts = [samples.excerpt(source, odd, "e1"), samples.excerpt(source, "More of it, in full.", "e2")]
    items = [
        Item("i1", ItemKind.TEXT, text=f"{odd}\n\n{odd}"),
        Item("i2", ItemKind.QUOTE, excerpt="e1", note=odd),
        Item("i3", ItemKind.PARAPHRASE, excerpt="e2", text=odd),
    ]
    point = Judgement("j1", odd, "likely", Confidence("low", odd), ("e1",), ("e2",))
    fields: dict[str, Any] = dict.fromkeys(("title", "reference", "author", "addressee", "bottom_line"), odd)
    sections = (Section("s1", odd, tuple(items)), Section("s2", odd, level=2))
    made = compile_pdf(
        samples.job(
            tmp_path / "x.pdf", articles=[source], excerpts=excerpts, sections=sections, judgements=(point,), **fields
        )
    )
    assert made.layout.lost == ()


def test_a_word_without_an_end_is_broken_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    """The engine would take minutes to find where to break it."""
    word = "Ab\u0301c7" * 3_000
    made = compile_pdf(samples.job(tmp_path / "x.pdf", final=False, title=word[:3000], bottom_line=f"{word} & {word}"))
    assert made.layout.lost == ()


def test_words_beside_signs_of_taller_faces_are_none_that_run_together(tmp_path: Path) -> None:
    """The box of a sign from another face may be as high as two lines."""
    odd = "→ ← ↑ ↓ ↔ ⇒ ① Ⅳ ☎ ✓ ★ ∑ ∮ ℃ ㎡ ⅓ བོད་ མི་ မြန်མာ សន្តិភាព ไทย हिन्दी తెలుగు 港口 항구 שָׁלוֹם العربية ወደብ Ж Ω".split()
    odd += ["…", "\u0378", "\ue000", "\U00018d00", "🎉"]  # what no font has is told as that, and not as lost
    rest = "was closed to all ships, and the port master said that nothing more would be done before the week was over"
    texts = [f"The route from Haifa {sign} Beirut {rest} {sign} and so {rest}." for sign in odd]
    source = samples.article(text="\n\n".join(texts))
    excerpts = [samples.excerpt(source, text, f"e{n}") for n, text in enumerate(texts, 1)]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in range(1, len(texts) + 1)]
    job = samples.job(tmp_path / "x.pdf", articles=[source], excerpts=excerpts, items=items, judgements=(), final=False)
    made = compile_pdf(job)
    assert made.layout.lost == ()
    assert "\u0378" in made.layout.missing_glyphs
    assert 5 < made.layout.words_a_line < 20
