"""Citations in Markdown: notes with their numbers whose text holds `[@key, para. 4]`, or that alone in the text.

The words around the citation are those of the other forms; pandoc writes the citation itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing_tui.citations import Citations, Placement, Terms, Text, plain, spoken
from briefing_tui.model import Excerpt, Item, ItemKind
from briefing_tui.model.own_text import pieces

from ..document.attribution import place
from ..document.inline import with_remark
from ..document.quoted import remark
from ..document.runs import Call
from ..document.tree import Document
from ..job import Job
from ..languages.wording import wording
from .markdown_text import escaped, folded, in_citation, runs, to_place

_JOINT = "^^"
"""Between two raised texts, which are one."""
_PLACE = "n"
"""How the name of the place of a note begins; its number follows."""
_LOCATED = re.compile(r"(?:paras?|pp?)\. ")
"""How a locator begins that pandoc knows."""


class Cites:
    """Writes the calls, notes and attributions of one job."""

    def __init__(self, job: Job, citations: Citations) -> None:
        self._job = job
        self._citations = citations
        self._words = wording(job.language)
        self._told: set[str] = set()

    def together(self, calls: Iterable[Call], item: Item | None = None) -> str:
        """Calls at one place: the numbers of their notes, or ` [@key, para. 4]` where citations stand in the text.

        A note called again is not one more, as pandoc would give it another number: its number is a link to the note,
        so that it leads there whatever is put before it. Commas part the numbers.

        Args:
            calls: what is called.
            item: in which they stand, if any, whose remark follows where there are no notes.
        """
        return "".join(self._call(call, item, n) for n, call in enumerate(calls)).replace(_JOINT, "")

    def notes(self, document: Document) -> Iterator[str]:
        """All notes in their order; none where citations stand in the text."""
        noted = document.placement is not Placement.INLINE
        named = set(_named(document))
        for call in document.calls() if noted else ():
            if call.note:
                place = f"[]{{#{_PLACE}{call.number}}}" if call.number in named else ""
                yield f"[^{call.number}]: {place}{self._note(call)}"

    def attribution(self, call: Call, words: Sequence[Text], item: Item | None) -> str:
        """The line under a quotation; a citation where it takes that place.

        Args:
            call: of the quotation.
            words: of the line.
            item: that quotes.
        """
        cited = call.placement is Placement.INLINE and not call.words
        return f"— {self._citation(call.excerpt, self._remark(item, call.excerpt)) if cited else runs(words)}"

    def after(self, call: Call, item: Item | None) -> str:
        """What follows the words of a quotation: the call, unless the line under it is the citation."""
        if call.placement is not Placement.INLINE:
            return self.together([call], item)
        return f" {self._citation(call.excerpt, '')}" if call.words else ""

    def _call(self, call: Call, item: Item | None, before: int) -> str:
        if call.placement is Placement.INLINE:
            return f" {self._citation(call.excerpt, self._remark(item, call.excerpt))}"
        number = f"[^{call.number}]" if call.note else f"^{to_note(str(call.number), call.number)}^"
        return f"^,^{number}" if before else number

    def _note(self, call: Call) -> str:
        """The citation, then what else the note says: what is altered, what the author adds, the code."""
        cited = self._citations.notes[call.excerpt]
        if self._job.brief.excerpts[call.excerpt].article not in self._job.articles:
            return "".join(map(to_place, call.note))
        others = _behind(call.note, len(plain(cited)))
        if others and others[0].text.startswith("."):
            others[0] = replace(others[0], text=others[0].text[1:])
        return f"{self._citation(call.excerpt, '')}.{''.join(map(to_place, others))}"

    def _citation(self, excerpt_id: str, suffix: str) -> str:
        """`[N. N., harbour master, quoted in @key, para. 4]`; of a source that is gone what other forms say."""
        excerpt = self._job.brief.excerpts[excerpt_id]
        if excerpt.article not in self._job.articles:
            opening, _, closing = self._citations.around
            return f"{escaped(opening)}{runs(self._citations.notes[excerpt_id])}{suffix}{escaped(closing)}"
        locator = self._locator(excerpt)
        if suffix and _LOCATED.match(locator):
            located = f", {{{in_citation(locator)}}}"  # where the locator ends and the suffix begins
        else:
            located = f", {in_citation(locator)}" if locator else ""
        return f"[{in_citation(self._speaker(excerpt))}@{excerpt.article}{located}{suffix}]"

    def _locator(self, excerpt: Excerpt) -> str:
        article, found = self._job.articles.get(excerpt.article), self._job.verifications.get(excerpt.id)
        return place(excerpt, article, found, _for_pandoc(self._words.terms))

    def _speaker(self, excerpt: Excerpt) -> str:
        """Who is quoted, as the note or the citation in the text begins."""
        said = plain(self._citations.notes[excerpt.id]).removeprefix("(")
        data = self._job.articles[excerpt.article].metadata
        opens = self._citations.placement is not Placement.INLINE
        full, short = (
            plain(spoken(excerpt.speaker, data, self._words.terms, introduced=introduced, opens=opens))
            for introduced in (False, True)
        )
        return short if said.startswith(short) and not said.startswith(full) else full

    def _remark(self, item: Item | None, excerpt_id: str) -> str:
        """What is said of a quotation, and what the author adds at its item: once, as a suffix of the citation."""
        if not item or item.excerpt != excerpt_id or item.id in self._told:
            return ""
        self._told.add(item.id)
        altered = remark(self._job.brief.excerpts[excerpt_id], self._words) if item.kind is ItemKind.QUOTE else ""
        added = folded("".join(piece.text for piece in pieces(item.note.strip())))
        said = " ".join(filter(None, (altered, added)))
        return in_citation(plain(with_remark((), (Text(said),)))) if said else ""


def to_note(label: str, number: int) -> str:
    """A label that leads to a note."""
    return f"[{label}](#{_PLACE}{number})"


def _named(document: Document) -> Iterator[int]:
    """The numbers of the notes that are called again, or named elsewhere."""
    for call in document.calls():
        if not call.note:
            yield call.number
        places = (part.href.removeprefix(f"#{_PLACE}") for part in call.note)
        yield from (int(place) for place in places if place.isdecimal())
    for point in document.points:
        yield from (reference.note for support in point.support for reference in support.references)


def _for_pandoc(terms: Terms) -> Terms:
    """The terms of a language with the labels of locators that pandoc knows."""
    return replace(
        terms, paragraph="para. {n}", two_paragraphs="paras. {n}", paragraphs="paras. {n}", page="p. {n}",
        pages="pp. {n}",
    )  # fmt: skip


def _behind(parts: Sequence[Text], characters: int) -> list[Text]:
    """The runs of a text without its first characters."""
    rest: list[Text] = []
    for part in parts:
        rest += [replace(part, text=part.text[characters:])] if characters < len(part.text) else []
        characters = max(0, characters - len(part.text))
    return rest
