"""A real PDF: what is on its pages, what is in it, and what is refused."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefing_tui.compile import compile_pdf, process
from briefing_tui.errors import BriefingError, CancelledError, RefusedError, StorageError, ToolError
from briefing_tui.model import (
    ExcerptState,
    Item,
    ItemKind,
    LayoutFacts,
    Section,
    TextKind,
    normalise,
)
from tests.unit.compile import samples


def pages(file: Path) -> list[str]:
    """The text of each page, white space folded."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [normalise(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A final briefing."""
    file = tmp_path_factory.mktemp("finished") / "ledger.pdf"
    compile_pdf(samples.job(file))
    return file


def test_every_part_is_on_the_page(finished: Path) -> None:
    (text,) = pages(finished)
    for words in (
        "What the harbour ledger tells us", "Director of ports", "Harbour desk", "21 November 2026", "HB/1",
        "20 November 2026", "Bottom line", "Let the south quay for less.", "Key judgements",
        "It is likely that demand stays uneven.",
        "Likelihood: likely (55–75 %).", "Confidence: low, because one year is short.", "almost certain", "The ledger",
        "“The new ledger lists every berth.”", "Ida Larsen, Quay Gazette, 4 March 2025, ¶ 2", "See the annex.",
        "The north quay is let far more often.", "Larsen, “The harbour counts”, ¶ 3", "Sources", "Larsen, Ida",
        "Page 1 of 1",
    ):  # fmt: skip
        assert words in text
    assert text.count("TLP:GREEN") == 2
    assert "DRAFT" not in text
    assert samples.QUOTES[1] not in text


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
        assert sorted(pdf.attachments) == ["brief.yaml", "receipt.json"]
        assert pdf.attachments["brief.yaml"].get_file().read_bytes() == b"id: ledger\n"
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
    text = pages(made.file)[0]
    assert "DRAFT 1 excerpts unverified (1 of them quotes)" in text
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
    assert "¶ 9" in pages(made.file)[0]


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
    texts = pages(made.file)
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
    assert "DRAFT" in pages(made.file)[0]


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
    assert "word0 word1" in pages(made.file)[0]


def test_characters_that_no_font_has_are_told(tmp_path: Path) -> None:
    source = samples.article(text="A \u0378 sign, \U0010f123 and an \u202eoverride\x07.")
    passage = samples.excerpt(source, source.text, "e1")
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1")]
    made = compile_pdf(
        samples.job(tmp_path / "x.pdf", items=items, articles=[source], excerpts=[passage], judgements=())
    )
    assert set("\u0378\U0010f123") <= set(made.layout.missing_glyphs)


def test_hebrew_arabic_and_russian_are_set_with_fonts_that_have_them(tmp_path: Path) -> None:
    texts = {"he": "הקו נועד למנוע תאונה.", "ar": "الخط لمنع وقوع حادث.", "ru": "Линия нужна была для одного."}
    sources = [samples.article(tag, text, language=tag) for tag, text in texts.items()]
    excerpts = [samples.excerpt(s, s.text, f"e{n}") for n, s in enumerate(sources)]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in range(3)]
    made = compile_pdf(samples.job(tmp_path / "x.pdf", items=items, articles=sources, excerpts=excerpts, judgements=()))
    assert made.layout.missing_glyphs == ""
    assert texts["ru"] in pages(made.file)[0]
    with pikepdf.open(made.file) as pdf:
        fonts = json.loads(pdf.attachments["receipt.json"].get_file().read_bytes())["fonts"]
    assert {"Noto-Serif-Hebrew", "Noto-Naskh-Arabic"} <= {font["name"] for font in fonts}


def test_progress_goes_forward_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    compile_pdf(samples.job(tmp_path / "x.pdf"), progress=lambda *step: told.append(step))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert told[-1] == ("done", 1.0)
    assert "page 1" in dict(told)


def test_nothing_is_in_its_folder_before_it_is_whole(tmp_path: Path) -> None:
    """So that nothing is left there, whenever the process is killed."""
    seen: list[tuple[str, list[Path]]] = []
    made = compile_pdf(samples.job(tmp_path / "x.pdf"), progress=lambda s, _: seen.append((s, [*tmp_path.iterdir()])))
    assert [files for step, files in seen if step != "done"] == [[]] * (len(seen) - 1)
    assert seen[-1] == ("done", [made.file])


def test_pages_that_are_not_accepted_are_not_written(tmp_path: Path) -> None:
    def refuse(layout: LayoutFacts) -> None:
        raise RefusedError(f"{layout.pages} page")

    with pytest.raises(RefusedError, match="1 page"):
        compile_pdf(samples.job(tmp_path / "x.pdf"), accept=refuse)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"old")
    stop = threading.Event()
    with pytest.raises(CancelledError):
        compile_pdf(samples.job(file), progress=lambda *_: stop.set(), cancelled=stop.is_set)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_worker_that_is_killed_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def remember(*args: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **options))  # type: ignore[call-overload] # passed on
        return started[-1]

    monkeypatch.setattr(process.subprocess, "Popen", remember)  # type: ignore[attr-defined] # the module it uses
    with pytest.raises(ToolError, match="ended from outside"):
        compile_pdf(
            samples.job(tmp_path / "x.pdf"),
            progress=lambda step, _: os.kill(started[-1].pid, signal.SIGKILL) if step == "layout" else None,
        )
    assert list(tmp_path.iterdir()) == []


def failing(job: Callable[[], object]) -> BriefingError:
    with pytest.raises(BriefingError) as error:
        job()
    return error.value


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    error = failing(lambda: compile_pdf(samples.job(folder / "x.pdf")))
    assert isinstance(error, StorageError)
    assert str(folder) in error.where


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk: the worker inherits it."""
    file = tmp_path / "x.pdf"
    file.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        error = failing(lambda: compile_pdf(samples.job(file)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert isinstance(error, StorageError)
    assert error.hint
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_no_fonts_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / "fonts.conf"
    folder = next(p for p in map(Path, ("/usr/share/fonts/truetype/dejavu", "/Library/Fonts")) if p.is_dir())
    bare.write_text(f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    monkeypatch.setattr(process, "FONTS", bare)
    error = failing(lambda: compile_pdf(samples.job(tmp_path / "x.pdf")))
    assert isinstance(error, ToolError)
    assert "Noto Serif" in error.message
    assert "noto" in error.hint
    assert not (tmp_path / "x.pdf").exists()


STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
    "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>{}</layout></citation></style>"
)


def test_a_style_that_fails_gives_way_in_a_draft_alone(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(STYLE.format('<text variable="DOI"/>'), encoding="utf-8")
    job = replace(samples.job(tmp_path / "x.pdf", style="own.csl", final=False), styles=tmp_path)
    made = compile_pdf(job)
    assert "a note is empty" in made.layout.style_failure
    assert "¶ 2" in pages(tmp_path / "x.pdf")[0]
    with pytest.raises(ToolError, match="a note is empty"):
        compile_pdf(replace(job, final=True, output=tmp_path / "y.pdf"))


def test_a_style_without_locators_makes_no_final_briefing(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(STYLE.format('<text variable="title"/>'), encoding="utf-8")
    job = replace(samples.job(tmp_path / "x.pdf", style="own.csl", final=False), styles=tmp_path)
    made = compile_pdf(job)
    assert (made.layout.unplaced, made.layout.unlisted) == (("e1", "e2"), True)
    with pytest.raises(RefusedError, match="do not say where"):
        compile_pdf(replace(job, final=True, output=tmp_path / "y.pdf"))
    assert not (tmp_path / "y.pdf").exists()
