"""Compiling briefs of 2, 10, 50 and 200 pages beside WeasyPrint and pandoc: CPU seconds, children included.

Ours is the whole command: sources compared, notes, checks, layout, finish, receipt. 'Cold' means that pandoc is asked
for the notes; on every later compilation with the same notes its answer comes from the cache. The peers are WeasyPrint
alone on the same HTML, and pandoc with WeasyPrint on the same brief in Markdown with the same style sheet: once with
its notes at the foot of the pages, as the style sheet has them (a few lines of Lua make them so), and once as pandoc
has them, in a list at the end, which is far less work to lay out. Typst and Chromium stand beside, where they are
installed, for orientation (`setters.py`). 'Warm' is what the app does: the process that makes
the PDF waits already, and the time runs from the key to the file.

    python -m benchmarks.compile [PAGES …]
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import pypandoc

from benchmarks.long_briefs import ROOT, of_pages
from benchmarks.setters import chromium, typst
from benchmarks.timing import cpu_of_process, cpu_of_program, resting, verdict
from briefing_tui.model import Brief
from briefing_tui.storage import render_brief
from briefing_tui.workspace import Workspace

PAGES = (2, 10, 50, 200)
RUNS = {2: 3, 10: 3}
BARE_LIMIT, PANDOC_LIMIT, WARM_LIMIT = 1.25, 1.1, 1.0
FROM = 10
"""Pages from which the limits hold: below, the start of a program is what counts."""
BARE = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
NOTES = ROOT / "src/briefing_tui/citations/styles/briefing-note.csl"
"""Both sides make notes in one style."""
AT_THE_FOOT = """
function Note(note)
  return pandoc.Span(pandoc.utils.blocks_to_inlines(note.content), {class = "note"})
end
"""
"""A filter for pandoc: the notes as elements that the style sheet sets at the foot of the page."""
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class _Caught(Exception):  # noqa: N818 - no error
    """The order that the worker would have had."""


def html_of(workspace: Workspace, brief: Brief, file: Path) -> str:
    """What the worker lays out."""

    def catch(order: dict[str, Any], *_: object, **__: object) -> None:
        raise _Caught(order["html"])

    with mock.patch("briefing_tui.compile.pdf.lay_out", catch):
        try:
            workspace.briefing.compile(brief, output=file)
        except _Caught as caught:
            return str(caught)
    raise RuntimeError("nothing was laid out")


def warm(workspace: Workspace, brief: Brief, file: Path) -> float:
    """CPU seconds from the key to the PDF where a worker waits: of this process and of the worker."""
    briefing = workspace.briefing
    briefing.get_ready()
    pid = briefing._standby._waiting._process.pid  # noqa: SLF001 - what it used before the key does not count
    resting(pid)
    used = cpu_of_program(pid) / 1000
    before, children = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    briefing.compile(brief, output=file)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    reaped = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    return time.process_time() - before + reaped - used


class Bench:
    """A workspace of its own, and what each side makes of a brief."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {**os.environ, **{f"XDG_{n}_HOME": f"{folder}/{n}" for n in ("CONFIG", "STATE", "CACHE")}}
        os.environ.update({name: value for name, value in self.env.items() if name.startswith("XDG_")})
        desk = folder / "desk"
        shutil.copytree(ROOT / "corpus", desk / "corpus")
        (desk / "briefs").mkdir()
        self.workspace = Workspace.open(desk)

    def add(self, brief: Brief) -> None:
        """Put a brief into the workspace, and what the peers need beside it."""
        (self.workspace.places.briefs / f"{brief.id}.yaml").write_text(render_brief(brief), encoding="utf-8")
        html = html_of(self.workspace, brief, self.folder / "page.pdf")
        (self.folder / "page.html").write_text(html, encoding="utf-8")
        (self.folder / "page.css").write_text("".join(STYLE.findall(html)), encoding="utf-8")
        for suffix in ("md", "bib"):
            (self.folder / f"page.{suffix}").unlink(missing_ok=True)
        self.workspace.briefing.compile(brief, output=self.folder / "page.md", form="md")
        shutil.rmtree(self.workspace.locations.cache / "citations", ignore_errors=True)

    def ours(self, brief: Brief) -> float:
        """The command."""
        desk, file = str(self.workspace.path), str(self.folder / "ours.pdf")
        return cpu_of_process(
            [sys.executable, "-m", "briefing_tui", "-w", desk, "compile", brief.id, "-o", file], self.env
        )

    def cold(self, brief: Brief) -> float:
        """The command, where pandoc has to be asked for every note."""
        shutil.rmtree(self.workspace.locations.cache / "citations", ignore_errors=True)
        return self.ours(brief)

    def bare(self) -> float:
        """WeasyPrint on the HTML."""
        return cpu_of_process(
            [sys.executable, "-c", BARE, f"{self.folder}/page.html", f"{self.folder}/bare.pdf"], self.env
        )

    def pandoc(self, *, at_the_foot: bool) -> float:
        """Pandoc on the Markdown, with WeasyPrint for the pages, and the notes at their foot or at the end."""
        (self.folder / "notes.lua").write_text(AT_THE_FOOT, encoding="utf-8")
        engine = Path(sys.executable).with_name("weasyprint")
        command = [
            pypandoc.get_pandoc_path(), "page.md", "--citeproc", "--bibliography", "page.bib", "--css", "page.css",
            "--csl", str(NOTES), f"--pdf-engine={engine}", "-t", "html", "--standalone", "-o", "pandoc.pdf",
            *(["--lua-filter", "notes.lua"] if at_the_foot else []),
        ]  # fmt: skip
        return cpu_of_process(["env", "-C", str(self.folder), *command], self.env)

    def others(self) -> tuple[tuple[str, float], ...]:
        """Other ways to pages: what they set is less, or looks otherwise."""
        return ("Chromium", chromium(self.folder, self.env)), ("pandoc and Typst", typst(self.folder, self.env))


def measure(bench: Bench, pages: int) -> tuple[float, float]:
    """Measure one length in turns, print medians, and give ours with the pages that it came to."""
    brief = of_pages(pages)
    bench.add(brief)
    if pages < FROM:
        bench.ours(brief)  # fonts and files once for all
    foot, end = partial(bench.pandoc, at_the_foot=True), partial(bench.pandoc, at_the_foot=False)
    turns = (partial(bench.cold, brief), partial(bench.ours, brief), bench.bare, foot, end)
    runs = [[turn() for turn in turns] for _ in range(RUNS.get(pages, 1))]
    cold, ours, bare, pandoc, listed = (statistics.median(column) for column in zip(*runs, strict=True))
    made = bench.workspace.briefing.compile(brief, output=bench.folder / "ours.pdf")
    beside = [f"{name} {seconds:.2f} s" for name, seconds in bench.others() if seconds]
    held = pages >= FROM
    print(f"{made.pages} pages, {len(brief.excerpts)} excerpts")
    print(f"  WeasyPrint alone           {bare:8.2f} s")
    print(f"  pandoc and WeasyPrint      {pandoc:8.2f} s")
    print(f"  and its notes at the end   {listed:8.2f} s   ours × {ours / listed:.2f}")
    if beside:
        print(f"  for orientation: {', '.join(beside)}")
    for name, value in (("notes cached", ours), ("everything cold", cold)):
        said = f" {verdict(value / bare, BARE_LIMIT)}" if held else ""
        other = f" {verdict(value / pandoc, PANDOC_LIMIT)}" if held else ""
        print(f"  ours, {name:15}      {value:8.2f} s   × {value / bare:.2f}{said}   × {value / pandoc:.2f}{other}")
    return ours, made.pages


def main(lengths: tuple[int, ...] = PAGES) -> None:
    """All lengths, then the app."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        grown = [measure(bench, pages) for pages in lengths]
        per_page = [seconds / pages for seconds, pages in grown]
        print("a page, s: " + ", ".join(f"{each:.3f}" for each in per_page) + " (growth is linear where it levels out)")
        brief = of_pages(2)
        bench.add(brief)
        bench.workspace.briefing.compile(brief, output=bench.folder / "warm.pdf")
        try:
            runs = [(warm(bench.workspace, brief, bench.folder / "warm.pdf"), bench.bare()) for _ in range(3)]
        finally:
            bench.workspace.briefing.close()
        ours, bare = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"two pages in the app, warm   {ours:8.2f} s   × {ours / bare:.2f} {verdict(ours / bare, WARM_LIMIT)}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or PAGES)
