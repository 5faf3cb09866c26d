"""What a page says about itself in its head and its attributes, as it says it: meta tags, JSON-LD, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

MOST_NODES = 2_000
"""Nodes of JSON-LD that are looked at."""
MOST_HEADINGS = 5
MOST_TIMES = 20
LONGEST_CONTENT = 2_000
"""Characters of a meta tag."""
LONGEST_SCRIPT = 2**20
"""Characters of a block of JSON-LD."""

_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*\Z")


_THINGS = frozenset(
    "Product Offer Comment UserComments Answer Book Movie MusicAlbum MusicRecording TVEpisode TVSeries VideoGame "
    "JobPosting Event Place".split()
)
_KINDS_OF_THINGS = ("Application", "Object", "Event")
"""Types of schema.org whose author and day are their own, not those of the page that shows them."""


@dataclass(slots=True)
class Head:
    """The statements of a page about itself."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    """Contents of meta tags by name, property or itemprop, in lower case."""
    nodes: list[Mapping[str, Any]] = field(default_factory=list)
    """All objects of its JSON-LD that have a type."""
    title: str = ""
    """Of the browser's window."""
    headings: list[str] = field(default_factory=list)
    """The words of its first headings of the first level."""
    canonical: str = ""
    language: str = ""
    authors: list[tuple[str, str]] = field(default_factory=list)
    """What is marked as an author, and by which mark."""
    times: list[tuple[str, str]] = field(default_factory=list)
    """Dates that are marked up: the value for machines, and by which mark."""

    def first(self, *names: str) -> tuple[str, str]:
        """The first meta tag of some that is not empty: its content and its name."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content, name
        return "", ""


def read_head(root: Any) -> Head:
    """Collect them."""
    head = Head()
    for element in root.iter(*_TAKERS):
        _TAKERS[element.tag](head, element)
    for element in islice(root.xpath("//*[@itemprop='author' or @itemprop='datePublished' or @rel='author']"), 50):
        _take_marked(head, element)
    return head


def _take_meta(head: Head, element: Any) -> None:
    if element.get("itemprop") and _is_of_thing(element):
        return
    name = element.get("property") or element.get("name") or element.get("itemprop")
    content = folded_space(element.get("content") or "")
    if name and content and len(content) < LONGEST_CONTENT:
        head.meta.setdefault(name.strip().lower(), []).append(content)


def _take_script(head: Head, element: Any) -> None:
    if "ld+json" in (element.get("type") or "").lower():
        head.nodes.extend(islice(_nodes(element.text or ""), MOST_NODES - len(head.nodes)))


def _take_link(head: Head, element: Any) -> None:
    if not head.canonical and "canonical" in (element.get("rel") or "").lower().split():
        head.canonical = (element.get("href") or "").strip()


def _take_title(head: Head, element: Any) -> None:
    if not head.title and element.getparent() is not None and element.getparent().tag != "svg":
        head.title = words_of(element)


def _take_heading(head: Head, element: Any) -> None:
    if len(head.headings) < MOST_HEADINGS and (words := words_of(element)):
        head.headings.append(words)


def _take_time(head: Head, element: Any) -> None:
    if len(head.times) < MOST_TIMES and (value := (element.get("datetime") or "").strip()):
        published = element.get("pubdate") is not None or "publish" in (element.get("class") or "").lower()
        head.times.append((value, "time pubdate" if published else "time"))


def _take_language(head: Head, element: Any) -> None:
    language = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    head.language = head.language or language.strip()


_TAKERS: dict[str, Callable[[Head, Any], None]] = {
    "meta": _take_meta, "script": _take_script, "link": _take_link, "title": _take_title, "h1": _take_heading,
    "time": _take_time, "html": _take_language,
}  # fmt: skip


def _take_marked(head: Head, element: Any) -> None:
    if element.tag == "meta" or (element.get("itemprop") and _is_of_thing(element)):
        return
    if element.get("itemprop") == "datePublished":
        value = element.get("datetime") or element.get("content") or words_of(element)
        head.times.append((value.strip(), "itemprop datePublished"))
        return
    mark = "itemprop author" if element.get("itemprop") == "author" else "rel=author"
    named = element.xpath(".//*[@itemprop='name']")
    value = folded_space((named[0].get("content") or words_of(named[0])) if named else words_of(element))
    if value and (value, mark) not in head.authors:
        head.authors.append((value, mark))


def _is_of_thing(element: Any) -> bool:
    """Whether a mark says something about a thing on the page, such as a picture or a product, not about the page."""
    scope = next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)
    kind = (scope.get("itemtype") or "").strip().rsplit("/", 1)[-1] if scope is not None else ""
    return kind in _THINGS or kind.endswith(_KINDS_OF_THINGS)


def words_of(element: Any) -> str:
    """The words of an element, white space folded."""
    return folded_space("".join(element.itertext()))


def folded_space(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def _nodes(script: str) -> Iterator[Mapping[str, Any]]:
    """The typed objects of a block of JSON-LD, those within others too, the outer ones first."""
    if len(script) > LONGEST_SCRIPT:
        return
    try:
        waiting: list[Any] = [json.loads(_WRAPPING.sub("", script), strict=False)]
    except (ValueError, RecursionError):
        return
    for value in waiting:
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if "@type" in value:
                yield value
            waiting.extend(v for v in value.values() if isinstance(v, (dict, list)))
        if len(waiting) > MOST_NODES:
            return
