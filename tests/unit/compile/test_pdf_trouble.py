"""Making a PDF where something goes wrong: nothing half-made is left, and a person is told."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile import compile_pdf, process
from briefing_tui.errors import BriefingError, CancelledError, RefusedError, StorageError, ToolError
from briefing_tui.model import (
    LayoutFacts,
)
from tests.privileges import bound_by_permissions
from tests.unit.compile import samples

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
    "<updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>{}</layout></citation></style>"
)


def failing(job: Callable[[], object]) -> BriefingError:
    with pytest.raises(BriefingError) as error:
        job()
    return error.value


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


@pytest.mark.usefixtures("cold")
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


@pytest.mark.parametrize("stage", range(4))
def test_a_worker_that_is_killed_at_any_stage_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: int
) -> None:
    """A stand-in goes through the stages, and dies after one of them."""
    said = "; ".join(f"""echo '{{"progress": "{n}", "share": 0.{n}}}'""" for n in range(1, stage + 1))
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\ncat >/dev/null; {said or ':'}; kill -9 $$\n", encoding="utf-8")
    program.chmod(0o755)
    file = tmp_path / "out" / "x.pdf"
    file.parent.mkdir()
    file.write_bytes(b"old")
    told: list[str] = []
    monkeypatch.setattr(process.sys, "executable", str(program))  # type: ignore[attr-defined] # the module it uses
    with pytest.raises(ToolError, match="ended from outside"):
        compile_pdf(samples.job(file, final=False), progress=lambda step, _: told.append(step))
    assert told == ["notes", *map(str, range(1, stage + 1))]
    assert [(path.name, path.read_bytes()) for path in file.parent.iterdir()] == [("x.pdf", b"old")]


def test_awkward_texts_are_on_the_pages_or_named(tmp_path: Path) -> None:
    """A title of 400 characters, emoji, unassigned code points, HTML everywhere, an address of 2,000 characters."""
    html = "<b onclick='x'>&amp;</b><script>alert(1)</script></style>"
    source = samples.article(title=html, url=f"https://quay.example/{'q' * 2000}?{html}", container_title=html)
    job = samples.job(
        tmp_path / "x.pdf",
        articles=[source],
        final=False,
        title=f"{'A long title ' * 29} \U0001f6a2 \U000e0080 {html}",
        marking=html,
        addressee=html,
        author=html,
        reference=html,
        bottom_line=f"{html} \U0001f469\u200d\U0001f680 \U0003fffe",
    )
    made = compile_pdf(job)
    assert not made.layout.lost
    text = "".join("".join(samples.pages(made.file)).split())
    assert text.count("<script>alert(1)</script>") >= 5
    assert set(made.layout.missing_glyphs) <= {"\U0001f6a2", "\U000e0080", "\U0001f469", "\U0001f680", "\U0003fffe"}


def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    error = failing(lambda: bound_by_permissions(lambda: compile_pdf(samples.job(folder / "x.pdf"))))
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
    assert isinstance(error, RefusedError)
    assert "Noto Serif" in error.message
    assert "noto" in error.hint
    assert not (tmp_path / "x.pdf").exists()


def test_a_style_that_fails_gives_way_in_a_draft_alone(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(STYLE.format('<text variable="DOI"/>'), encoding="utf-8")
    job = replace(samples.job(tmp_path / "x.pdf", style="own.csl", final=False), styles=tmp_path)
    made = compile_pdf(job)
    assert "a note is empty" in made.layout.style_failure
    assert "¶ 2" in samples.pages(tmp_path / "x.pdf")[0]
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
