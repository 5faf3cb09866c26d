"""Compiling the finished brief, beside bare WeasyPrint on the same HTML in a fresh process: CPU, children included.

The worker's own libraries and fonts are warm in both. 'Cold' means that pandoc is asked for the notes; on every later
compilation with the same notes its answer comes from the cache.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from briefing_tui.checks import verify
from briefing_tui.citations import cite
from briefing_tui.compile import Job
from briefing_tui.compile.build import build
from briefing_tui.compile.html import render
from briefing_tui.compile.notes import cites
from briefing_tui.storage import parse_brief, read_article

ROOT = Path(__file__).resolve().parents[1]
BRIEF = "deconfliction"
RUNS = 7
LIMIT = 1.3
BARE = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def page() -> str:
    """The HTML that the worker is given."""
    text = (ROOT / "briefs" / f"{BRIEF}.yaml").read_text(encoding="utf-8")
    brief = parse_brief(text, file=f"{BRIEF}.yaml")
    articles = {e.article: read_article(ROOT / "corpus" / f"{e.article}.md") for e in brief.excerpts.values()}
    found = {e.id: verify(e, articles[e.article]) for e in brief.excerpts.values()}
    job = Job(brief, articles, found, Path("x.pdf"), False, text)
    notes = cite(cites(job), articles, style=brief.style, language=brief.language)
    return render(build(job, notes), template=brief.template, generator="Briefing")


def cpu(command: list[str], env: dict[str, str]) -> float:
    """CPU seconds of one run and of all that it starts."""
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure in turns and print medians."""
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder, "brief.html")
        html.write_text(page(), encoding="utf-8")
        env = {**os.environ, **{f"XDG_{n}_HOME": f"{folder}/{n}" for n in ("CONFIG", "STATE", "CACHE")}}
        bare = [sys.executable, "-c", BARE, str(html), f"{folder}/bare.pdf"]
        ours = [sys.executable, "-m", "briefing_tui", "-w", str(ROOT), "compile", BRIEF, "-o", f"{folder}/ours.pdf"]
        cold = cpu(ours, env)
        runs = [(cpu(bare, env), cpu(ours, env)) for _ in range(RUNS)]
    peer, warm = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"bare WeasyPrint                   {peer:.2f} s CPU")
    print(f"briefing compile, notes cached    {warm:.2f} s CPU   {warm / peer:.2f} times (at most {LIMIT})")
    print(f"briefing compile, everything cold {cold:.2f} s CPU   {cold / peer:.2f} times (first run of all)")


if __name__ == "__main__":
    main()
