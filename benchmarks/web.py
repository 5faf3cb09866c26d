"""The text of saved web pages, beside trafilatura alone, by the benchmark's own evaluator.

python -m benchmarks.web FOLDER

FOLDER holds scrapinghub/article-extraction-benchmark: `evaluate.py`, `ground-truth.json` and `html/*.html.gz`.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, read

Reader = Callable[[bytes], str]
ROUNDS = 3


def main(folder: str = "") -> None:
    """Print F1, precision, recall and pages a CPU second of both, and what the project has set itself."""
    if not folder:
        print("no folder given: fetch scrapinghub/article-extraction-benchmark and give its folder")
        return
    root = Path(folder)
    evaluator = _evaluator(root / "evaluate.py")
    truth = json.loads((root / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((root / "html" / f"{key}.html.gz").read_bytes()) for key in truth}
    readers = {"trafilatura alone": _trafilatura, "ours": _ours}
    texts, seconds = _run(readers, pages)
    found: dict[str, tuple[float, float]] = {}
    for name in readers:
        rows = [evaluator.string_shingle_matching(truth[key]["articleBody"], texts[name][key]) for key in truth]
        scores = evaluator.metrics_from_tp_fp_fns(rows)
        found[name] = scores["f1"], len(pages) / seconds[name]
        figures = "  ".join(f"{key} {scores[key]:.4f}" for key in ("f1", "precision", "recall"))
        print(f"{name:20} {figures}  {found[name][1]:6.1f} pages a CPU second")
    (their_f1, their_speed), (f1, speed) = found["trafilatura alone"], found["ours"]
    ratio = speed / their_speed
    print(f"F1 at least theirs: {'kept' if f1 >= their_f1 else 'BROKEN'}")
    print(f"pages a second × {ratio:.2f} of theirs (at least .8: {'kept' if ratio >= 0.8 else 'BROKEN'})")


def _run(readers: Mapping[str, Reader], pages: dict[str, bytes]) -> tuple[dict[str, dict[str, str]], dict[str, float]]:
    """Texts by reader and page, and each reader's CPU seconds: page by page in turn, the best of some rounds each."""
    for reader in readers.values():
        for page in list(pages.values())[:5]:  # what is imported and compiled once is not measured
            reader(page)
    texts: dict[str, dict[str, str]] = {name: {} for name in readers}
    seconds = dict.fromkeys(readers, 0.0)
    for key, page in pages.items():
        best = dict.fromkeys(readers, float("inf"))
        for _ in range(ROUNDS):
            for name, reader in readers.items():
                begin = time.process_time()
                texts[name][key] = reader(page)
                best[name] = min(best[name], time.process_time() - begin)
        for name in readers:
            seconds[name] += best[name]
    return texts, seconds


def _ours(page: bytes) -> str:
    """The article's text, with all that importing does."""
    try:
        (document,) = read("page.html", page)
    except ImportFailedError:
        return ""
    return document.text if isinstance(document, Document) else ""


def _trafilatura(page: bytes) -> str:
    from trafilatura import extract

    return extract(page.decode("utf-8"), include_comments=False) or ""


def _evaluator(path: Path) -> ModuleType:
    spec = spec_from_file_location("article_extraction_evaluate", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(*sys.argv[1:2])
