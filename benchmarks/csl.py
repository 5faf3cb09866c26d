"""The test suite of CSL through this program's interface: `python -m benchmarks.csl FOLDER`.

FOLDER is a copy of https://github.com/citation-style-language/test-suite. Each test is put as a briefing would put it:
its items become articles, and each is cited by a note of its own. What a briefing never asks for is counted as outside:
several sources in one citation, words before or behind one, a part of one, sections of a list. The words alone are
compared: a note here knows italic and bold, not small capitals or raised letters.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from briefing_tui.citations import Cite, Placement, cite, plain
from briefing_tui.compile.languages.wording import wording
from briefing_tui.errors import BriefingError
from briefing_tui.model import Article, Metadata, Name, PartialDate

_SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n(.*?)<<=+ \1 =+<<", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ENTRY = re.compile(r'<div class="csl-entry">(.*?)</div>\s*(?=<div class="csl-entry">|</div>\s*\Z)', re.DOTALL)
_COUNTED = re.compile(r"^(?:\.\.|>>)\[\d+\] ", re.MULTILINE)
_NEVER = ("prefix", "suffix", "author-only", "suppress-author", "composite")
_OWN = frozenset("id type title author container-title publisher issued URL language genre".split())
OUTSIDE = "outside: "


def main() -> None:
    """Run all tests of the suite; print the shares."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        print("not run: name a copy of https://github.com/citation-style-language/test-suite")
        return
    files = sorted(Path(sys.argv[1]).glob("processor-tests/humans/*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        found = {file.stem: outcome(file.read_text(encoding="utf-8"), Path(folder)) for file in files}
    counts = Counter(found.values())
    passed, outside = counts["passed"], sum(n for said, n in counts.items() if said.startswith(OUTSIDE))
    inside = len(files) - outside
    print(f"{len(files)} tests: {passed} passed, {inside - passed} failed, {outside} outside")
    print(f"passed: {passed / len(files):.0%} of all, {passed / max(1, inside):.0%} of those inside")
    for said, n in counts.most_common():
        print(f"  {n:4}  {said}")
    if "--names" in sys.argv:
        print("\n".join(f"{said}\t{name}" for name, said in found.items() if said != "passed"))


def outcome(text: str, folder: Path) -> str:
    """What becomes of one test."""
    parts = {name: content.strip() for name, content in _SECTION.findall(text)}
    items = json.loads(parts["INPUT"])
    clusters, why = _clusters(parts, items)
    if why:
        return OUTSIDE + why
    (folder / "style.csl").write_text(parts["CSL"], encoding="utf-8")
    try:
        articles = {str(item["id"]): _article(item) for item in items}
        cites = [Cite(f"e{n}", str(c["id"]), str(c.get("locator", ""))) for n, c in enumerate(clusters)]
        language, terms = _language(parts), wording("en").terms
        said = cite(cites, articles, terms=terms, style="style.csl", styles=folder, language=language)
    except BriefingError as error:
        return f"failed: refused, {error.message[:60]}"
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        return f"failed: {type(error).__name__}"
    if parts["MODE"] == "bibliography":
        wanted = [_bare(entry) for entry in _ENTRY.findall(parts["RESULT"])] or [_bare(parts["RESULT"])]
        got = [plain(source.text) for source in said.sources]
    else:
        opening, _, closing = said.around if said.placement is Placement.INLINE else ("", "", "")
        wanted = [_bare(line) for line in _COUNTED.sub("", parts["RESULT"]).split("\n")]
        got = [f"{opening}{plain(said.notes[c.id])}{closing}" for c in cites]
    return "passed" if [_bare(one) for one in got] == wanted else f"failed: other words ({parts['MODE']})"


def _clusters(parts: Mapping[str, str], items: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], str]:
    """What is cited, one by one; or why a briefing never asks for that."""
    if parts["MODE"] not in ("citation", "bibliography"):
        return [], f"mode {parts['MODE']}"
    if other := sorted(set(parts) & {"BIBSECTION", "BIBENTRIES", "ABBREVIATIONS"}):
        return [], other[0].lower()
    if "CITATIONS" in parts:
        groups = [citation[0]["citationItems"] for citation in json.loads(parts["CITATIONS"])]
    elif "CITATION-ITEMS" in parts:
        groups = json.loads(parts["CITATION-ITEMS"])
    else:
        groups = [[{"id": item["id"]}] for item in items] if parts["MODE"] == "bibliography" else [list(items)]
    if parts["MODE"] == "bibliography":
        groups = [[one] for group in groups for one in group]
    if any(len(group) != 1 for group in groups):
        return [], "several sources in one citation"
    cited = [group[0] for group in groups]
    if any(one.get(key) for one in cited for key in _NEVER if "citation" in parts["MODE"]):
        return [], "words before or behind a citation, or a part of one"
    return cited, ""


def _article(item: Mapping[str, Any]) -> Article:
    """An item of CSL-JSON as an article that a workspace could hold."""
    return Article(
        str(item["id"]),
        Metadata(
            type=item.get("type", "document"),
            title=str(item.get("title", "")),
            author=tuple(map(_name, item.get("author", ()))),
            container_title=str(item.get("container-title", "")),
            publisher=str(item.get("publisher", "")),
            issued=_date(item.get("issued")),
            url=str(item.get("URL", "")),
            language=str(item.get("language", "")),
            genre=str(item.get("genre", "")),
            extra={key: value for key, value in item.items() if key not in _OWN},
        ),
        "A text.",
    )


def _name(name: Mapping[str, Any]) -> Name:
    if "literal" in name:
        return Name(literal=str(name["literal"]))
    more = {part: value for part, value in name.items() if part not in ("family", "given")}
    return Name(str(name.get("family", "")), str(name.get("given", "")), extra=more)


def _date(issued: Mapping[str, Any] | None) -> PartialDate | None:
    parts = (issued or {}).get("date-parts")
    return PartialDate(*(int(part) for part in parts[0][:3])) if parts else None


def _language(parts: Mapping[str, str]) -> str:
    found = re.search(r'default-locale="([^"]+)"', parts["CSL"])
    return found[1] if found else "en-US"


def _bare(text: str) -> str:
    return " ".join(unescape(_TAG.sub("", text)).split())


if __name__ == "__main__":
    main()
