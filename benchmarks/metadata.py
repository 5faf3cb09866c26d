"""Title, author and date of saved web pages with labels by people, beside trafilatura alone.

python -m benchmarks.metadata FOLDER

FOLDER holds the `tests` of adbar/trafilatura: `evaldata.json`, `eval/` and `cache/`. The pages are halved by a hash of
their address: the rules were tuned on one half, the other was not looked at for them. Every answer is held against the
labels as they are, and against the labels with what `data/metadata-review.toml` adds: on many pages without a date in
the labels the page itself states one. The limit is for authors and dates.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, read

FIELDS = ("title", "author", "date")
MOST_INVENTED = 0.05
REVIEW = Path(__file__).with_name("data") / "metadata-review.toml"

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page with its labels; a field that is missing from them is not judged."""

    data: bytes
    labels: Values
    reviewed: Values


def main(folder: str = "") -> None:
    """Print, by half, labels and field: how often a value is given, how many are right, how often one is invented."""
    if not folder:
        print("no folder given: fetch adbar/trafilatura and give its tests folder")
        return
    for half, name in ((0, "tuned on"), (1, "held out")):
        pages = list(_pages(Path(folder), half))
        answers = {
            who: [reader(page.data) for page in pages]
            for who, reader in (("trafilatura alone", _trafilatura), ("ours", _ours))
        }
        for kind, labels in (
            ("the labels as they are", [page.labels for page in pages]),
            ("the labels as reviewed", [page.reviewed for page in pages]),
        ):
            print(f"\n{name}: {len(pages)} pages, {kind}")
            print(f"{'':7}{'':18} {'given':>7} {'right of those':>15} {'invented where the label says none':>36}")
            for who, values in answers.items():
                for field in FIELDS:
                    _report(field, who, _count(field, labels, values))
        if half == 0:
            _tell_invented(pages)


def _report(field: str, who: str, found: Counter[str]) -> None:
    given = found["given"] / max(1, found["labelled"])
    right = found["right"] / max(1, found["given"])
    invented = found["invented"] / max(1, found["none"])
    limit = (
        ""
        if who != "ours" or field == "title"
        else f"  (below {MOST_INVENTED}: {'kept' if invented < MOST_INVENTED else 'BROKEN'})"
    )
    print(f"{field:7}{who:18} {given:7.3f} {right:15.3f} {invented:25.3f} ({found['invented']}/{found['none']}){limit}")


def _tell_invented(pages: list[Page]) -> None:
    """What we give where the label says none, and from where."""
    for page in pages:
        found = _document(page.data) if not (page.labels["author"] and page.labels["date"]) else None
        if found is None:
            continue
        given = _values(found)
        for field, name in (("author", "author"), ("date", "issued")):
            if given[field] and not page.labels[field]:
                states = f"; the page states {page.reviewed[field]}" if page.reviewed[field] else ""
                evidence = found.metadata.evidence.get(name, "")
                print(f"  {field}: {given[field]} on '{given['title']}' ({evidence}){states}")


def _pages(folder: Path, half: int) -> Iterator[Page]:
    """The pages of one half."""
    review = tomllib.loads(REVIEW.read_text(encoding="utf-8"))
    for address, entry in json.loads((folder / "evaldata.json").read_text(encoding="utf-8")).items():
        if "author" not in entry or int(hashlib.sha256(address.encode()).hexdigest(), 16) % 2 != half:
            continue
        path = next((p for part in ("eval", "cache") if (p := folder / part / entry["file"]).is_file()), None)
        if path is not None:
            labels = {field: _joined(entry.get(field)) for field in FIELDS}
            yield Page(path.read_bytes(), labels, _reviewed(labels, path.name, review))


def _reviewed(labels: Values, page: str, review: Mapping[str, Any]) -> Values:
    """The labels of a page with what the review found where they are empty."""
    found = dict(labels)
    if not labels["date"] and page not in review["undated"]:
        found["date"] = (review["shown"] | review["marked"])[page]["date"]
    if not labels["title"] and page in review["titled"]:
        del found["title"]
    return found


def _count(field: str, labels: list[Values], answers: list[Values]) -> Counter[str]:
    count: Counter[str] = Counter()
    for known, found in zip(labels, answers, strict=True):
        if field not in known:
            continue
        label, value = known[field], found.get(field, "")
        count["labelled" if label else "none"] += 1
        if value:
            count["given" if label else "invented"] += 1
            count["right"] += bool(label) and _same(field, label, value)
    return count


def _same(field: str, label: str, value: str) -> bool:
    """Exact but for case and white space; authors as a set."""
    if field != "author":
        return " ".join(label.split()).casefold() == " ".join(value.split()).casefold()
    return _people(label) == _people(value)


def _people(text: str) -> set[str]:
    parts = re.split(r";|,|&| und | and ", text)
    return {"".join(filter(str.isalnum, part)).casefold() for part in parts if part.strip()}


def _document(data: bytes) -> Document | None:
    try:
        (document,) = read("page.html", data)
    except ImportFailedError:
        return None
    return document if isinstance(document, Document) else None


def _ours(data: bytes) -> Values:
    document = _document(data)
    return _values(document) if document else {}


def _values(document: Document) -> Values:
    metadata = document.metadata
    author = "; ".join(map(str, metadata.author))
    return {"title": metadata.title, "author": author, "date": str(metadata.issued) if metadata.issued else ""}


def _trafilatura(data: bytes) -> Values:
    from trafilatura import extract_metadata

    try:
        found: Any = extract_metadata(data)
    except Exception:  # noqa: BLE001 - a page that it cannot read is one that it says nothing of
        return {}
    return {field: _joined(getattr(found, field, "")) for field in FIELDS} if found else {}


def _joined(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


if __name__ == "__main__":
    main(*sys.argv[1:2])
