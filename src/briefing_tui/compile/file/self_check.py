"""Verifying a finished briefing: with nothing but the file, all that it says of itself agrees.

The receipt inside holds a fingerprint of everything else; its own hash stands outside it, in the metadata. Whoever
changes a file may make a new receipt as well: only a signature over the receipt's hash excludes that.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing_tui.errors import BriefingError, FormatError, StorageError
from briefing_tui.model import Brief, ItemKind, Stretch
from briefing_tui.model.alteration import printed
from briefing_tui.storage import parse_brief

from ..document.annex import fingerprint
from ..languages.scripts import printable, seen
from . import xmp
from .finish import DRAFT, RECEIPT, receipt_file
from .inside import ANNOTATIONS, BRIEF, SOURCES, known_sources
from .receipt import Receipt, known_annex, known_articles, understood
from .receipt_check import Held, disagreements

WARNINGS = 10
"""How many signs of damage are told; a hostile file has no end of them."""


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
    annex: Mapping[str, str] = field(default_factory=dict)
    """The hash of the words that the annex shows, by excerpt."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """The hash of each article when the briefing was made."""
    sources: Mapping[str, Any] = field(default_factory=dict)
    """The CSL item of each article when the briefing was made."""
    draft: bool | None = None
    """Whether it is one, as its pages or its receipt say; none where that cannot be told."""


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
    return check_bytes(data, file=str(file))


def check_bytes(data: bytes, *, file: str = "") -> SelfCheck:
    """The same for what is not written yet.

    Raises:
        FormatError: where it is no PDF.
    """
    if b"%PDF-" not in data[:1024]:
        hint = "only the PDF carries its receipt: name the one that `compile` made"
        raise FormatError("this is not a PDF", file=file, hint=hint)
    import pikepdf

    from .decoded import limits
    from .single_reading import troubles

    try:
        with limits(), pikepdf.open(BytesIO(data), attempt_recovery=False) as document:
            otherwise = tuple(Disagreement("file", said) for said in troubles(document, data))
            found = _Check(document).run()  # and the damage that the walk through all objects brought to light
            return replace(found, problems=(*found.problems, *otherwise))
    except pikepdf.PasswordError:
        return _broken("it is encrypted, so nothing in it can be compared")
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        # what a damaged or hostile file makes of the objects in it has no end of forms
        return _broken(f"it is damaged: {_said(error)}")


def receipt_of(file: Path) -> bytes:
    """The receipt inside a briefing that was just made."""
    import pikepdf

    from .decoded import decoded, inside

    with pikepdf.open(file) as document:
        specification = inside(document, RECEIPT)
        if specification is None:
            raise FormatError("there is no receipt in it", file=str(file), hint="compile the briefing again")
        return decoded(specification.EF.F)


def _said(trouble: object) -> str:
    """What qpdf says, without its name for the file."""
    return re.sub(r"^(stream <[^>]*>)?[:\s]*", "", (str(trouble) or type(trouble).__name__).splitlines()[0])


def _broken(said: str) -> SelfCheck:
    return SelfCheck(None, (), (Disagreement("file", said),))


class _Check:
    """One comparison."""

    def __init__(self, document: Any) -> None:
        from .fingerprints import Fingerprints

        self._pdf = document
        self._taken = Fingerprints(document)

    def run(self) -> SelfCheck:
        """All comparisons."""
        paper = self._text(RECEIPT)
        if paper is None:
            return _broken("there is no receipt in it: this program did not make it, or it was taken out")
        try:
            expected, about = understood(paper)
        except (ValueError, KeyError, TypeError):
            return _broken("its receipt cannot be understood")
        same, draft = self._taken.structure() == expected.structure, None
        problems = [*self._metadata(paper, about), *self._inside(expected.files), *self._listed(paper, about)]
        problems += self._drawn(expected, same=same and not problems)
        if self._taken.document() != expected.document:
            problems.append(Disagreement("document", "its title, bookmarks, links or colours were changed"))
        if brief := self._brief(problems):
            held = self._held(paper, about, brief)
            draft = held.is_draft or held.receipt.get("final") is False
            problems += (Disagreement(place, said) for place, said in disagreements(held))
        quotes = tuple(self._quotes(brief)) if brief and same else ()
        said = "its words are not those of the brief inside"
        problems += [Disagreement(f"quote {e}", said) for e, state in quotes if state != "identical"]
        annex = self._annex() if same else {}
        problems += self._in_annex(known_annex(paper), annex, brief) if brief and same else ()
        problems += () if same else self._tagged(expected, told={problem.place for problem in problems})
        sources = known_sources(self._text(SOURCES))
        problems += self._trouble()
        return SelfCheck(brief, quotes, tuple(problems), annex, known_articles(paper), sources, draft)

    def _text(self, name: str) -> bytes | None:
        from .decoded import TEXT, TooLargeError, decoded, inside

        specification = inside(self._pdf, name)
        try:
            return None if specification is None else decoded(specification.EF.F, most=TEXT)
        except TooLargeError:
            if name == ANNOTATIONS:  # it is longer than the brief that it repeats; the rest is compared all the same
                return b""
            raise ValueError(f"{name} inside it holds more than {TEXT >> 20} MiB") from None

    def _trouble(self) -> Iterator[Disagreement]:
        """What came to light while all of it was read: to be asked for last."""
        from .decoded import LARGEST
        from .fingerprints import MOST

        for place in self._taken.too_large:
            said = f"a stream holds more than {LARGEST >> 20} MiB, or all together more than {MOST >> 20}"
            yield Disagreement(place, f"{said}: it was not read")
        for warning in list(dict.fromkeys(map(_said, self._pdf.get_warnings())))[:WARNINGS]:
            yield Disagreement("file", f"it is damaged: {warning}")

    def _metadata(self, paper: bytes, about: xmp.About) -> Iterator[Disagreement]:
        from .decoded import TEXT, TooLargeError, decoded

        wanted = xmp.packet(about, receipt=hashlib.sha256(paper).hexdigest())
        said = "title, author, date or the hash of the receipt are not those of the receipt"
        try:
            if decoded(self._pdf.Root.Metadata, most=TEXT) != wanted:
                yield Disagreement("metadata", said)
        except TooLargeError:
            yield Disagreement("metadata", f"it holds more than {TEXT >> 20} MiB")

    def _inside(self, expected: Mapping[str, str]) -> Iterator[Disagreement]:
        found = {name: taken for name, taken in self._taken.files().items() if name != RECEIPT}
        for name in sorted(found.keys() | expected.keys()):
            if name not in found:
                yield Disagreement(name, "this file was taken out")
            elif name not in expected:
                yield Disagreement(name, "this file was put in afterwards")
            elif found[name] != expected[name]:
                yield Disagreement(name, "this file was changed")

    def _listed(self, paper: bytes, about: xmp.About) -> Iterator[Disagreement]:
        """Whether there is one way only to come by each file, and the receipt's own is described as it was."""
        import pikepdf

        from .decoded import inside, specifications
        from .fingerprints import Fingerprints

        for name, times in Counter(name for name, _ in specifications(self._pdf)).items():
            if times > 1:
                yield Disagreement(name, f"{times} files inside have this name: another viewer may show another one")
        if not self._taken.associated():
            yield Disagreement("document", "the files that it is associated with are not the files inside")
        with pikepdf.new() as other:
            wanted = Fingerprints(other).of(receipt_file(other, paper, about))
            if self._taken.of(inside(self._pdf, RECEIPT)) != wanted:
                yield Disagreement(RECEIPT, "what is said of this file was changed")

    def _drawn(self, expected: Receipt, *, same: bool) -> Iterator[Disagreement]:
        """Which pages were changed, and which notes and quotes of what was changed it was."""
        from .tagged import Changed

        found = self._taken.pages()
        if len(found) != len(expected.pages):
            yield Disagreement("file", f"it has {len(found)} pages instead of {len(expected.pages)}")
        pages = [n for n, (a, b) in enumerate(zip(found, expected.pages, strict=False), 1) if a != b]
        changed = Changed.found(self._pdf, expected.tags, pages)
        if same and found == expected.pages:
            if changed.names:
                yield Disagreement(RECEIPT, "what it says of the notes and quotes is not what is drawn for them")
            return
        for n in pages:
            yield Disagreement(f"page {n}", changed.throughout(n) or "what it shows was changed")
        yield from (Disagreement(place, "its text was changed") for place in changed.places())

    def _tagged(self, expected: Receipt, *, told: Container[str]) -> Iterator[Disagreement]:
        """That the tags were changed, and on which pages that are not told yet."""
        from .tagged import tags_by_page

        said = "the tags that say what is a quote and what is a note were changed, so no quote was compared"
        yield Disagreement("structure", said)
        for n, (a, b) in enumerate(zip(tags_by_page(self._pdf), expected.structures, strict=False), 1):
            if a != b and (place := f"page {n}") not in told:
                yield Disagreement(place, "its tags were changed, as what is a heading or in which language it is")

    def _brief(self, problems: list[Disagreement]) -> Brief | None:
        try:
            return parse_brief((self._text(BRIEF) or b"").decode(), file=BRIEF)
        except (BriefingError, ValueError) as error:
            problems.append(Disagreement(BRIEF, f"the brief inside cannot be read: {error}"))
            return None

    def _held(self, paper: bytes, about: xmp.About, brief: Brief) -> Held:
        """What the receipt is compared with."""
        from .tagged import is_tagged

        files = {name: self._text(name) or b"" for name in (BRIEF, ANNOTATIONS, SOURCES)}
        draft, fonts = is_tagged(self._pdf, DRAFT), self._taken.fonts()
        return Held(json.loads(paper), about, brief, files, tagged_draft=draft, fonts=fonts)

    def _quotes(self, brief: Brief) -> Iterator[tuple[str, str]]:
        """Whether the words that the tags of quotes carry are those of the brief, item by item."""
        from .tagged import tagged_texts

        shown = tagged_texts(self._pdf, "quote-")
        for _, item in brief.items():
            if item.kind is ItemKind.QUOTE and item.excerpt in brief.excerpts:
                said = shown.get(item.id)
                same = said is not None and seen(said) == _seen(brief.excerpts[item.excerpt].printed())
                yield item.excerpt, "identical" if same else "altered" if said else "vanished"

    def _annex(self) -> dict[str, str]:
        from .tagged import tagged_texts

        return {excerpt: fingerprint(said) for excerpt, said in tagged_texts(self._pdf, "annex-").items()}

    def _in_annex(self, known: Mapping[str, str], shown: Mapping[str, str], brief: Brief) -> Iterator[Disagreement]:
        """Whether the words in the annex are those taken from the sources, and what is marked those of the brief."""
        from .tagged import tagged_texts

        marked = tagged_texts(self._pdf, "exact-") if known else {}
        for excerpt, taken in known.items():
            if shown.get(excerpt) != taken:
                yield Disagreement(f"annex {excerpt}", "its words are not those that the receipt knows")
            elif excerpt in brief.excerpts and seen(marked.get(excerpt, "")) != _seen(
                printed(brief.excerpts[excerpt].exact)
            ):
                yield Disagreement(f"annex {excerpt}", "what is marked in it are not the words of the brief inside")
        for excerpt in sorted(shown.keys() - known.keys()):
            yield Disagreement(f"annex {excerpt}", "the receipt does not know it")


def _seen(stretches: Iterable[Stretch]) -> str:
    return seen("".join(printable(text) for stretch in stretches for text, _ in stretch.looks))
