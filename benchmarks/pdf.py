"""Paragraphs of PDFs made by several programs from one known text, beside `pdftotext` with and without `-layout`.

    python -m benchmarks.pdf           all programs that are installed
    python -m benchmarks.pdf FOLDER    the PDFs are kept there

The peer's paragraphs are what blank lines part, with its lines joined and a hyphen at a line's end taken away; its form
feeds are blank lines. What is *right* stands word for word, in the right order; recall and precision are of characters
in order (longest common subsequence), with heads, page numbers and notes counted as what does not belong to the text.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from benchmarks.pdf_programs import PROGRAMS, Block, known_text
from benchmarks.timing import cpu, cpu_of_command
from briefing_tui import ingest
from briefing_tui.ingest import Document
from briefing_tui.model import segment


@dataclass(frozen=True)
class Score:
    """How much of the known text came back."""

    right: float
    recall: float
    precision: float

    def __str__(self) -> str:
        return f"{self.right:6.1%} {self.recall:7.2%} {self.precision:7.2%}"


def score(found: Sequence[str], known: Sequence[str]) -> Score:
    """Compare paragraphs with the known ones."""
    a, b = "".join("".join(found).split()), "".join("".join(known).split())
    common = LCSseq.similarity(a, b)
    right = LCSseq.similarity([" ".join(p.split()) for p in found], [" ".join(p.split()) for p in known])
    return Score(right / len(known), common / len(b), common / max(1, len(a)))


def ours(file: Path) -> list[str]:
    """Our paragraphs and headings."""
    (document,) = ingest.read(file.name, file.read_bytes())
    if not isinstance(document, Document):
        raise TypeError(file)
    parts = segment(document.text)
    spans = sorted([p.span for p in parts.paragraphs] + [h.span for h in parts.headings], key=lambda span: span.start)
    return [span.slice(document.text) for span in spans]


def peer(file: Path, *options: str) -> list[str]:
    """The paragraphs of pdftotext."""
    done = subprocess.run(["pdftotext", *options, str(file), "-"], check=True, capture_output=True)
    blocks = re.split(r"\n\s*\n|\f", done.stdout.decode())
    return [re.sub(r"\s+", " ", re.sub(r"(?<=\w)[-‐]\n\s*(?=[a-z])", "", block)).strip() for block in blocks]


def measure(what: str, file: Path, blocks: Sequence[Block]) -> None:
    """Print the lines of one PDF."""
    known = [block.text for block in blocks]
    pages = len(subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True).stdout.split(b"\f")) - 1
    spent = cpu(lambda: ours(file), repeat=2)
    theirs = cpu_of_command(["pdftotext", str(file), "-"], repeat=2)
    print(f"{what:38} {score(ours(file), known)}  {pages * 1000 / spent:6.0f} pages/s")
    for options in ((), ("-layout",)):
        rate = f"{pages * 1000 / theirs:6.0f} pages/s" if not options else ""
        print(f"{'   ' + ' '.join(('pdftotext', *options)):38} {score(peer(file, *options), known)}  {rate}")


def main() -> None:
    """Make the PDFs and measure them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    blocks = known_text()
    print(f"{len(blocks)} blocks{'':29} right   recall   precision")
    for what, make in PROGRAMS.items():
        place = folder / re.sub(r"\W+", "-", what.lower())
        place.mkdir(parents=True, exist_ok=True)
        try:
            if not (place / "out.pdf").exists():
                make(blocks, place)
        except (ImportError, OSError, RuntimeError, subprocess.CalledProcessError) as error:
            print(f"{what:38} not measured: {type(error).__name__}: {str(error)[:60]}")
            continue
        measure(what, place / "out.pdf", blocks)


if __name__ == "__main__":
    main()
