"""A real PDF: what is on its pages, what is in it, and what is refused."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefing_tui.compile import compile_pdf
from briefing_tui.errors import RefusedError
from briefing_tui.model import (
    ExcerptState,
    Item,
    ItemKind,
    Section,
    Speaker,
    SpeakerKind,
    TextKind,
)
from briefing_tui.storage import parse_brief
from tests.unit.compile import samples


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A final briefing."""
    file = tmp_path_factory.mktemp("finished") / "ledger.pdf"
    compile_pdf(samples.job(file))
    return file


def test_every_part_is_on_the_page(finished: Path) -> None:
    (text,) = samples.pages(finished)
    for words in (
        "What the harbour ledger tells us", "Director of ports", "Harbour desk", "21 November 2026", "HB/1",
        "20 November 2026", "Bottom line", "Let the south quay for less.", "Key judgements",
        "It is likely that demand stays uneven.",
        "Likelihood: likely (55–75%).", "Confidence: low, because one year is short.", "almost certain", "The ledger",
        "“The new ledger lists every berth.”", "Ida Larsen, Quay Gazette, 4 March 2025, ¶ 2", "See the annex.",
        "The north quay is let far more often.", "Larsen, “The harbour counts”, ¶ 3", "Sources", "Larsen, Ida",
        "Page 1 of 1",
    ):  # fmt: skip
        assert words in text
    assert text.count("TLP:GREEN") == 2
    assert "DRAFT" not in text
    assert samples.QUOTES[1] not in text


def test_the_speaker_is_credited_and_not_the_outlet(tmp_path: Path) -> None:
    source = samples.article(republished_by="The Pier")
    official = Speaker("senior official", kind=SpeakerKind.UNNAMED, via=("Kan",))
    dahl = Speaker("Jon Dahl", "harbour master")
    excerpts = [
        samples.excerpt(source, words, f"e{n}", speaker)
        for n, (words, speaker) in enumerate(zip(samples.QUOTES, (official, dahl), strict=False), 1)
    ]
    items = [Item(f"i{n}", ItemKind.QUOTE, f"e{n}") for n in (1, 2)]
    job = samples.job(tmp_path / "x.pdf", articles=[source], excerpts=excerpts, items=items)
    (text,) = samples.pages(compile_pdf(job).file)
    for words in (
        "— senior official, through Kan, Quay Gazette, 4 March 2025, ¶ 2",
        "Senior official, through Kan, quoted in Ida Larsen, “The harbour counts: a first ledger”, Quay Gazette",
        "¶ 2, republished by The Pier",
        "— Jon Dahl, harbour master, Quay Gazette, 4 March 2025, ¶ 3",
        "Jon Dahl, harbour master, quoted in Larsen, “The harbour counts”, ¶ 3",
    ):
        assert words in text


def test_the_file_says_what_it_is(finished: Path) -> None:
    with pikepdf.open(finished) as pdf:
        assert str(pdf.docinfo["/Title"]) == "What the harbour ledger tells us"
        assert str(pdf.docinfo["/Author"]) == "Harbour desk"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261121000000Z"
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            assert [str(entry.title) for entry in outline.root] == [
                "Bottom line", "Key judgements", "1 The ledger", "Sources",
            ]  # fmt: skip


def test_the_brief_and_a_receipt_are_inside(finished: Path) -> None:
    with pikepdf.open(finished) as pdf:
        assert sorted(pdf.attachments) == ["brief.yaml", "excerpts.jsonld", "receipt.json", "sources.json"]
        annotations = json.loads(pdf.attachments["excerpts.jsonld"].get_file().read_bytes())
        assert [a["target"]["selector"][0]["exact"] for a in annotations] == list(samples.QUOTES)
        (source,) = json.loads(pdf.attachments["sources.json"].get_file().read_bytes())
        assert (source["id"], source["issued"]) == ("harbour", {"date-parts": [[2025, 3, 4]]})
        assert parse_brief(pdf.attachments["brief.yaml"].get_file().read_bytes().decode(), file="b.yaml").id == "ledger"
        data = pdf.attachments["receipt.json"].get_file().read_bytes()
    receipt = json.loads(data)
    assert [(e["id"], e["state"], e["quoted"]) for e in receipt["excerpts"]] == [
        ("e1", "identical", True),
        ("e2", "identical", False),
    ]
    assert {"briefing", "citations", "pango", "weasyprint"} <= receipt["engines"].keys()
    assert {"Noto-Serif", "Noto-Sans"} <= {font["name"] for font in receipt["fonts"]}
    assert all(re.fullmatch("[0-9a-f]{64}", font["sha256"]) for font in receipt["fonts"])
    assert b"/usr" not in data
    assert str(finished.parent).encode() not in data


def test_a_draft_says_so_on_page_one_and_at_the_place(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.pdf", final=False)
    altered = replace(job.verifications["e1"], state=ExcerptState.ALTERED)
    made = compile_pdf(replace(job, verifications={**job.verifications, "e1": altered}))
    text = samples.pages(made.file)[0]
    assert "DRAFT 1 quote unverified" in text
    assert "≠ Not verified: the source now reads differently" in text
    assert (made.verified, made.unverified, made.quotes_verified, made.quotes_unverified) == (1, 1, 0, 1)


@pytest.mark.parametrize("state", [ExcerptState.ALTERED, ExcerptState.VANISHED])
def test_a_final_one_is_refused_and_nothing_written(tmp_path: Path, state: ExcerptState) -> None:
    job = samples.job(tmp_path / "out" / "x.pdf")
    bad = replace(job.verifications["e2"], state=state)
    with pytest.raises(RefusedError, match="e2") as error:
        compile_pdf(replace(job, verifications={**job.verifications, "e2": bad}))
    assert error.value.exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_final_one_is_refused_where_an_article_is_gone_or_a_digest_quoted(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.pdf")
    with pytest.raises(RefusedError):
        compile_pdf(replace(job, articles={}))
    with pytest.raises(RefusedError, match="digest"):
        compile_pdf(samples.job(tmp_path / "x.pdf", articles=[samples.article().with_metadata(text=TextKind.DIGEST)]))
    assert list(tmp_path.iterdir()) == []


def test_a_moved_excerpt_counts_as_verified(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.pdf")
    moved = replace(job.verifications["e1"], state=ExcerptState.MOVED, paragraph=9, last_paragraph=9)
    made = compile_pdf(replace(job, verifications={**job.verifications, "e1": moved}))
    assert "¶ 9" in samples.pages(made.file)[0]


def test_a_long_briefing_keeps_every_note_and_marks_every_page(tmp_path: Path) -> None:
    """Sixty notes of different length: those that the layout once lost."""
    source = samples.article(
        text="\n\n".join(f"Sentence number {n} is here{' and there' * (n % 9)}." for n in range(60))
    )
    excerpts = [samples.excerpt(source, f"Sentence number {n} is", f"e{n}") for n in range(60)]
    items = [
        Item(f"i{n}", ItemKind.PARAPHRASE, excerpt=f"e{n}", text="Words of ours. " * (1 + n % 5), note="So. " * (n % 7))
        for n in range(60)
    ]
    job = samples.job(tmp_path / "x.pdf", items=items, articles=[source], excerpts=excerpts)
    made = compile_pdf(job)
    texts = samples.pages(made.file)
    assert (made.notes, made.layout.notes_called, made.layout.notes_placed) == (60, 60, 60)
    assert made.pages == len(texts) > 2
    assert all(text.count("TLP:GREEN") == 2 for text in texts)
    assert all(f"Page {n} of {made.pages}" in text for n, text in enumerate(texts, 1))
    assert all(job.brief.title in text for text in texts)


def test_an_empty_brief_is_a_draft_all_the_same(tmp_path: Path) -> None:
    names = ("title", "date", "reference", "author", "addressee", "marking", "bottom_line", "cut_off")
    fields: dict[str, Any] = dict.fromkeys(names, "")
    sections = (Section("s1", ""),)
    job = samples.job(tmp_path / "x.pdf", final=False, excerpts=[], judgements=(), sections=sections, **fields)
    made = compile_pdf(job)
    assert (made.pages, made.notes, made.sources) == (1, 0, 0)
    assert "DRAFT" in samples.pages(made.file)[0]


def test_a_very_long_quote_and_title(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(5000)) + "."
    source = samples.article(text=words, title="A title that goes on " * 20)
    job = samples.job(
        tmp_path / "x.pdf",
        items=[Item("i1", ItemKind.QUOTE, excerpt="e1")],
        articles=[source],
        excerpts=[samples.excerpt(source, words, "e1")],
        judgements=(),
        title="The ledger and the harbour " * 15,
    )
    made = compile_pdf(job)
    assert made.pages > 5
    assert "word0 word1" in samples.pages(made.file)[0]


def test_characters_that_no_font_has_are_told(tmp_path: Path) -> None:
    source = samples.article(text="A \u0378 sign, \U0010f123 and an \u202eoverride\x07.")
    passage = samples.excerpt(source, source.text, "e1")
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1")]
    made = compile_pdf(
        samples.job(tmp_path / "x.pdf", items=items, articles=[source], excerpts=[passage], judgements=())
    )
    assert set("\u0378\U0010f123") <= set(made.layout.missing_glyphs)


@pytest.mark.parametrize("sign", ["\ue123", "\uf8ff", "\U000f0001", "\U00100001"])
def test_a_sign_of_private_use_is_none_whatever_a_font_draws_for_it(tmp_path: Path, sign: str) -> None:
    job = samples.job(tmp_path / "x.pdf", judgements=())
    made = compile_pdf(replace(job, brief=replace(job.brief, bottom_line=f"A {sign} sign.")))
    assert made.layout.missing_glyphs == sign


def test_hebrew_arabic_and_russian_are_set_with_fonts_that_have_them(tmp_path: Path) -> None:
    texts = {"he": "הקו נועד למנוע תאונה.", "ar": "الخط لمنع وقوع حادث.", "ru": "Линия нужна была для одного."}
    sources = [samples.article(tag, text, language=tag) for tag, text in texts.items()]
    excerpts = [samples.excerpt(s, s.text, f"e{n}") for n, s in enumerate(sources)]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in range(3)]
    made = compile_pdf(samples.job(tmp_path / "x.pdf", items=items, articles=sources, excerpts=excerpts, judgements=()))
    assert made.layout.missing_glyphs == ""
    assert texts["ru"] in samples.pages(made.file)[0]
    with pikepdf.open(made.file) as pdf:
        fonts = json.loads(pdf.attachments["receipt.json"].get_file().read_bytes())["fonts"]
    assert {"Noto-Serif-Hebrew", "Noto-Naskh-Arabic"} <= {font["name"] for font in fonts}
