"""Title, author and date of saved web pages with labels by people, beside trafilatura alone.

python -m benchmarks.metadata FOLDER

FOLDER holds the `tests` of adbar/trafilatura: `evaldata.json`, `eval/` and `cache/`. The pages are halved by a hash of
their address: the rules were tuned on one half, the other was not looked at, but for what is given where its labels say
none: that is listed for both halves, with its evidence. Of the dates nearly all are stated by the page itself, as a day
of publication that the labels lack. Six pages have no label for their title, though they have one: the limit is for
authors and dates.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, read

FIELDS = ("title", "author", "date")
MOST_INVENTED = 0.05

Values = dict[str, str]


def main(folder: str = "") -> None:
    """Print, by half and field: how often a value is given, how many are right, how often one is invented."""
    if not folder:
        print("no folder given: fetch adbar/trafilatura and give its tests folder")
        return
    for half, name in ((0, "tuned on"), (1, "held out")):
        pages = list(_pages(Path(folder), half))
        print(f"\n{name}: {len(pages)} pages")
        print(f"{'':7}{'':18} {'given':>7} {'right of those':>15} {'invented where the label says none':>36}")
        for who, reader in (("trafilatura alone", _trafilatura), ("ours", _ours)):
            counts = _count(pages, reader)
            for field in FIELDS:
                _report(field, who, counts[field])
        for data, labels in pages:
            _tell_invented(data, labels)


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


def _tell_invented(data: bytes, labels: Values) -> None:
    """What we give where the label says none, and from where: some labels lack what their page states."""
    found = _document(data) if not (labels["author"] and labels["date"]) else None
    if found is None:
        return
    given = _values(found)
    for field, name in (("author", "author"), ("date", "issued")):
        if given[field] and not labels[field]:
            print(f"  {field}: {given[field]} on '{given['title']}' ({found.metadata.evidence.get(name, '')})")


def _pages(folder: Path, half: int) -> Iterator[tuple[bytes, Values]]:
    """The bytes and the labels of one half."""
    for address, entry in json.loads((folder / "evaldata.json").read_text(encoding="utf-8")).items():
        if "author" not in entry or int(hashlib.sha256(address.encode()).hexdigest(), 16) % 2 != half:
            continue
        path = next((p for part in ("eval", "cache") if (p := folder / part / entry["file"]).is_file()), None)
        if path is not None:
            yield path.read_bytes(), {field: _joined(entry.get(field)) for field in FIELDS}


def _count(pages: list[tuple[bytes, Values]], reader: Callable[[bytes], Values]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for data, labels in pages:
        found = reader(data)
        for field in FIELDS:
            label, value, count = labels[field], found.get(field, ""), counts[field]
            count["labelled" if label else "none"] += 1
            if value:
                count["given" if label else "invented"] += 1
                count["right"] += bool(label) and _same(field, label, value)
    return counts


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
