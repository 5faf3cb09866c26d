"""Verifying a finished briefing: with nothing but the file, all that it says of itself agrees.

The receipt inside holds a fingerprint of everything else; its own hash stands outside it, in the metadata. Whoever
changes a file may make a new receipt as well: only a signature over the receipt's hash excludes that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing_tui.errors import BriefingError, FormatError, StorageError
from briefing_tui.model import Brief, Item, ItemKind
from briefing_tui.storage import parse_brief

from . import xmp
from .finish import RECEIPT
from .inside import BRIEF
from .markup import quoted_parts
from .scripts import printable


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something in a file that is not as its receipt says."""

    place: str
    """`page 2`, `note e4`, `brief.yaml`, `metadata`, or `file` for the whole of it."""
    message: str


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """What a file says of itself, compared with itself."""

    brief: Brief | None
    """The brief inside, where it can be read."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Of each quoted excerpt its id and, as the pages show it, `identical`, `altered` or `vanished`."""
    problems: tuple[Disagreement, ...] = ()


def check_itself(file: Path) -> SelfCheck:
    """Compare everything in a briefing with its receipt, and the quotes on its pages with the brief inside.

    Raises:
        StorageError: where the file cannot be read.
        FormatError: where it is no PDF.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise StorageError(
            f"the file cannot be read: {error.strerror}", where=str(file), hint="check its name"
        ) from error
    if b"%PDF-" not in data[:1024]:
        raise FormatError("this is not a PDF", file=str(file), hint="name a briefing that `compile` made")
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as document:
            return _Check(document).run()
    except pikepdf.PasswordError:
        return _broken("it is encrypted, so nothing in it can be compared")
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        # what a damaged or hostile file makes of the objects in it has no end of forms
        return _broken(f"it is damaged: {str(error).splitlines()[0] if str(error) else type(error).__name__}")


def receipt_of(file: Path) -> bytes:
    """The receipt inside a briefing that was just made."""
    import pikepdf

    from .fingerprints import content_of, specifications

    with pikepdf.open(file) as document:
        return next(content_of(specification) for name, specification in specifications(document) if name == RECEIPT)


def _broken(said: str) -> SelfCheck:
    return SelfCheck(None, (), (Disagreement("file", said),))


class _Check:
    """One comparison."""

    def __init__(self, document: Any) -> None:
        from .fingerprints import Fingerprints, content_of, specifications

        self._pdf = document
        self._taken = Fingerprints(document)
        self._files = {name: content_of(specification) for name, specification in specifications(document)}
        self._receipt: Mapping[str, Any] = {}

    def run(self) -> SelfCheck:
        """All comparisons."""
        paper = self._files.get(RECEIPT)
        if paper is None:
            return _broken("there is no receipt in it: this program did not make it, or it was taken out")
        try:
            self._receipt = json.loads(paper)
            expected = self._receipt["pdf"]
            problems = [*self._warnings(), *self._metadata(paper, expected["about"]), *self._inside(expected["files"])]
            problems += [*self._pages(expected["pages"], expected["tags"]), *self._rest(expected)]
        except (ValueError, KeyError, TypeError, AttributeError):
            return _broken("its receipt cannot be understood")
        brief = self._brief(problems)
        quotes = tuple(self._quotes(brief)) if brief else ()
        problems += [
            Disagreement(f"quote {e}", "its words are not those of the brief inside")
            for e, s in quotes
            if s != "identical"
        ]
        return SelfCheck(brief, quotes, tuple(problems))

    def _warnings(self) -> Iterator[Disagreement]:
        for warning in self._pdf.get_warnings():
            yield Disagreement("file", f"it is damaged: {warning}")

    def _metadata(self, paper: bytes, about: Mapping[str, str]) -> Iterator[Disagreement]:
        wanted = xmp.packet(xmp.About(**about), receipt=hashlib.sha256(paper).hexdigest())
        if bytes(self._pdf.Root.Metadata.read_bytes()) != wanted:
            yield Disagreement(
                "metadata", "title, author, date or the hash of the receipt are not those of the receipt"
            )

    def _inside(self, expected: Mapping[str, str]) -> Iterator[Disagreement]:
        found = {name: taken for name, taken in self._taken.files().items() if name != RECEIPT}
        for name in sorted(found.keys() | expected.keys()):
            if name not in found:
                yield Disagreement(name, "this file was taken out")
            elif name not in expected:
                yield Disagreement(name, "this file was put in afterwards")
            elif found[name] != expected[name]:
                yield Disagreement(name, "this file was changed")

    def _pages(self, expected: list[str], tags: Mapping[str, str]) -> Iterator[Disagreement]:
        found = self._taken.pages()
        if len(found) != len(expected):
            yield Disagreement("file", f"it has {len(found)} pages instead of {len(expected)}")
        changed = [n for n, (here, wanted) in enumerate(zip(found, expected, strict=False), 1) if here != wanted]
        for n in changed:
            yield Disagreement(f"page {n}", "what it shows was changed")
        if changed:
            yield from self._tags(tags)

    def _tags(self, expected: Mapping[str, str]) -> Iterator[Disagreement]:
        """Which notes and quotes of the changed pages it was."""
        from .tagged import tagged_contents

        found = tagged_contents(self._pdf)
        for name in sorted(expected):
            if found.get(name) != expected[name]:
                kind, _, which = name.partition("-")
                yield Disagreement(f"{kind} {which.partition('.')[0]}", "its text was changed")

    def _rest(self, expected: Mapping[str, Any]) -> Iterator[Disagreement]:
        if self._taken.structure() != expected["structure"]:
            yield Disagreement("structure", "the tags that say what is a quote and what is a note were changed")
        if self._taken.document() != expected["document"]:
            yield Disagreement("document", "its title, bookmarks, links or colours were changed")

    def _brief(self, problems: list[Disagreement]) -> Brief | None:
        try:
            return parse_brief(self._files[BRIEF].decode(), file=BRIEF)
        except (BriefingError, KeyError, UnicodeDecodeError) as error:
            problems.append(Disagreement(BRIEF, f"the brief inside cannot be read: {error}"))
            return None

    def _quotes(self, brief: Brief) -> Iterator[tuple[str, str]]:
        """Whether the words that the tags carry are those of the brief, item by item."""
        from .tagged import tagged_texts

        shown = tagged_texts(self._pdf, "quote-")
        for _, item in brief.items():
            if item.kind is ItemKind.QUOTE and item.excerpt in brief.excerpts:
                said = shown.get(item.id)
                same = said is not None and _seen(said) == _seen(_words(brief, item))
                yield item.excerpt, "identical" if same else "altered" if said else "vanished"


def _words(brief: Brief, item: Item) -> str:
    return "".join(printable(part) for _, part in quoted_parts(brief.excerpts[item.excerpt].exact.strip()))


def _seen(text: str) -> str:
    """Without white space, which is where lines break, and soft hyphens, which no engine shows."""
    return "".join(text.replace("\u00ad", "").split())
