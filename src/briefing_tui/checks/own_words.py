"""Rule 7 of the contract: quotation marks in the author's own text, and what looks like a cite and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Brief, Severity, TextKind, normalise
from .registry import Hit, Subject, rule

_CLOSERS = {
    "“": "”", "”": "”“", "„": "”“‟", "‟": "”", '"': '"', "＂": "＂", "″": "″",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』", "〝": "〞〟",
}  # fmt: skip
"""What may close each mark that can open; ” and » open too, as in Swedish and in German books."""
_MARKS = re.compile('[“”„‟"＂″«»‹›「」『』〝〞〟]')
_DOUBLED = re.compile("''|``|´´|‘‘|’’")
"""Double marks put together of single ones."""
_SINGLE_PAIRS = (
    r"‚([^‚‘’]*)[‘’]",
    r"‘((?:[^‘’]|’(?=\w))*)’(?!\w)",
    r"(?<![\w’])’(?![\d\s])((?:[^‘’]|’(?=\w))*)’(?!\w)",
    r"(?<![\w'])'([^\s'](?:[^']|'(?=\w))*)'(?!\w)",
    r"(?<!\S)'\s([^']*)\s'(?!\w)",
    r"`([^`´']+)[`´']",
)
"""Single marks, told from apostrophes by the letters beside them."""
_SINGLE = re.compile("|".join(_SINGLE_PAIRS))
_NO_MARK = re.compile('(?<=[0-9])["″]|(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
"""Inches and seconds, and the sign within a Hebrew abbreviation."""
_MARKUP = re.compile(r"\\([\\*\[])|\s*\[@(e\d+)\]")
_CITE_LIKE = re.compile(r"(?<![\w.@])(?<!\\\[)@\s?[eE]\d+\b")


@rule("own-words.quotation", Severity.ERROR)
def quotation(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in own text that are in no pinned excerpt."""
    pinned = [
        normalise(e.exact)
        for e in subject.brief.excerpts.values()
        if not ((article := subject.article_of(e)) and article.metadata.text is TextKind.DIGEST)
    ]
    allowed = _allowed(subject.brief)
    for place, text in own_texts(subject.brief):
        for words in quoted_words(text):
            if (place, words) not in allowed and not any(words in p for p in pinned):
                yield Hit(
                    place,
                    f"“{words}” stands between quotation marks and in no pinned excerpt of a source",
                    "pin the passage, take the marks off, or allow it as a title or scare quote with a reason",
                )


@rule("own-words.unpaired", Severity.ERROR)
def unpaired(subject: Subject) -> Iterator[Hit]:
    """A quotation mark in own text without its partner, so that nobody can tell which words are quoted."""
    allowed = _allowed(subject.brief)
    for place, text in own_texts(subject.brief):
        left = _pairs(_printed(text))[1]
        if left and (place, left) not in allowed:
            yield Hit(place, f"a quotation mark {left} has no partner", "close it with its own kind, or take it out")


@rule("own-words.unknown-cite", Severity.ERROR)
def unknown_cite(subject: Subject) -> Iterator[Hit]:
    """Own text that cites an excerpt which the brief does not have."""
    for place, text in own_texts(subject.brief):
        for excerpt in cited(text):
            if excerpt not in subject.brief.excerpts:
                yield Hit(place, f"[@{excerpt}] cites an excerpt that is not in the brief", "correct the id, or pin it")


@rule("own-words.cite-form", Severity.ERROR)
def cite_form(subject: Subject) -> Iterator[Hit]:
    """What looks like a cite and would be printed as it stands: another form, or a place that has no notes."""
    for place, text in own_texts(subject.brief):
        odd = _CITE_LIKE.search(_MARKUP.sub(lambda match: match[0] if match[1] else "", text))
        if odd:
            hint = "write each as [@e1]: [@e1] [@e2], not [@e1; @e2]"
            yield Hit(place, f"'{odd.group()}' is not read as a cite and would be printed as it stands", hint)
    for place, text in _without_notes(subject.brief):
        for excerpt in cited(text):
            yield Hit(place, f"[@{excerpt}] would be printed as it stands: there are no notes here", "take it out")


def own_texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Everything that the author wrote and that may be printed, with its place."""
    yield from _without_notes(brief)
    yield "bottom-line", brief.bottom_line
    for judgement in brief.judgements:
        yield judgement.id, judgement.text
        yield judgement.id, judgement.confidence.because
    for _, item in brief.items():
        yield item.id, item.text
        yield item.id, item.core
        yield item.id, item.note


def quoted_words(text: str) -> Iterator[str]:
    """The words between each pair of quotation marks, folded by rule 1; nested pairs count with the outer one.

    Cites do not count, as they are not printed between the words.
    """
    found, _, rest = _pairs(_printed(text))
    found += [next(g for g in match.groups() if g is not None) for match in _SINGLE.finditer(rest)]
    yield from filter(None, (normalise(words).strip() for words in found))


def cited(text: str) -> list[str]:
    """Ids of the excerpts that a text cites; one with a backslash before it is no cite."""
    return [match[2] for match in _MARKUP.finditer(text) if match[2]]


def _without_notes(brief: Brief) -> Iterator[tuple[str, str]]:
    """What the author wrote where no note can be called."""
    for name in ("title", "addressee", "author", "reference", "marking"):
        yield name, getattr(brief, name)
    for judgement in brief.judgements:
        yield judgement.id, judgement.likelihood
        yield judgement.id, judgement.confidence.level
    for section in brief.sections:
        yield section.id, section.title
    for excerpt in brief.excerpts.values():
        if excerpt.speaker:
            for text in (excerpt.speaker.name, excerpt.speaker.role, *excerpt.speaker.via):
                yield excerpt.id, text


def _allowed(brief: Brief) -> set[tuple[str, str]]:
    """Place and words of what a person has vouched for, with a reason."""
    return {
        (str(a.get("place", "")), normalise(str(a.get("text", ""))).strip())
        for a in brief.allowed_quotations
        if str(a.get("reason", "")).strip()
    }


def _printed(text: str) -> str:
    """The text as it is printed: without cites, and with escaped signs as themselves."""
    return _MARKUP.sub(lambda match: match[1] or "", text)


def _pairs(text: str) -> tuple[list[str], str, str]:
    """What stands between double marks, the mark that nothing closes, and the text outside of them."""
    text = _DOUBLED.sub('"', text)
    found: list[str] = []
    rest: list[str] = []
    opened: list[re.Match[str]] = []
    end = 0
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if not opened:
            if not _NO_MARK.match(text, mark.start()):
                opened.append(mark)
        elif sign in _CLOSERS.get(opened[0].group(), ""):
            first = opened[0]
            opened.pop()
            if not opened:
                found.append(text[first.end() : mark.start()])
                rest.append(text[end : first.start()])
                end = mark.end()
        elif sign == opened[0].group():
            opened.append(mark)
    rest.append(text[end:])
    return found, opened[0].group() if opened else "", " ".join(rest)
