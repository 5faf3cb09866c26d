"""Other programs that set pages, for orientation: Chromium on our HTML, Typst on what pandoc makes of the Markdown.

Neither does the same work: Chromium sets notes where they are called and makes no PDF/A, Typst has its own style.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pypandoc

from benchmarks.timing import cpu_of_process

_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def chromium(folder: Path, env: Mapping[str, str]) -> float:
    """CPU seconds from `page.html` to a PDF; 0 where Chromium is not installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return 0.0
    return cpu_of_process(
        [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium",
         f"--print-to-pdf={folder}/chromium.pdf", f"file://{folder}/page.html"],
        env,
    )  # fmt: skip


def typst(folder: Path, env: Mapping[str, str]) -> float:
    """CPU seconds from `page.md` over pandoc to a PDF; 0 where Typst (`pip install typst`) is not installed."""
    if find_spec("typst") is None:
        return 0.0
    source, made = folder / "page.typ", folder / "typst.pdf"
    pandoc = [
        pypandoc.get_pandoc_path(), "page.md", "--citeproc", "--bibliography", "page.bib", "-t", "typst",
        "--standalone", "-o", str(source),
    ]  # fmt: skip
    seconds = cpu_of_process(["env", "-C", str(folder), *pandoc], env)
    return seconds + cpu_of_process([sys.executable, "-c", _TYPST, str(source), str(made)], env)
