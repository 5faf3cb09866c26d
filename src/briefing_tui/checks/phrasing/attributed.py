"""Who says what is kept, where the cut leaves that out: in its sentence, by the quotation around it, or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from ...model.signs.spoken import masked
from .clauses import frames
from .lexicon import Lexicon
from .passage import Cut
from .phrases import fold
from .sides import Beside
from .warning import ContextKind, ContextWarning, Side

_BORDER = re.compile(r"[,—–;:?!]|\s-\s|[\"”’»](?=\s)")
_LONGEST_SUBJECT = 14
"""Words."""
_SIGNS = ' \n.,!?…"“”‘’«»'
_SOON = 8
"""Words behind a verb within which what it reports begins."""
_NAME = re.compile(r"(?:(?:The\s+)?(?:[^\W\d_a-z][\w.’'-]*\s*){1,5}|(?:The|An?)(?:\s+[\w.’'-]+){1,3}\s*):[\s\"“„«‘]*\Z")


def attributed(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """The warnings about who speaks."""
    found = [*_before(cut, lexicon), *_after(cut, lexicon)]
    yield from found
    framed = [*_framed(cut, lexicon)]
    yield from framed
    if not found and not framed:
        yield from _around(cut, lexicon)


def _before(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    head, lists = Beside.head(cut), lexicon.attribution
    if not head.folded:
        return
    found = [
        *(m for phrases in (lists.frames, lists.that) for m in phrases.find(head.folded) if _frames(head, m, lexicon)),
        *(
            m
            for m in lists.plain.find(head.folded)
            if _frames(head, m, lexicon) and not _is_noun(head.folded, m, lexicon)
        ),
        *(m for m in lists.say.find(head.folded) if _says_on(head, m, lexicon)),
        *(m for m in lists.behind.find(head.folded) if _between_commas(head, m, lexicon)),
        *(m for phrases in (lists.touching, lists.think) if (m := phrases.closes(head.folded))),
        *_colon(head, lexicon),
    ]
    told = [match for match in found if not _is_told(head.folded, match, lexicon)]
    for match in told or found:
        yield head.clause(ContextKind.ATTRIBUTION, match)


def _is_told(folded: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether somebody is only spoken to, and not said who speaks: 'it can be assured that'."""
    before = folded[: match.start()].split()
    return bool(before) and before[-1] in lexicon.attribution.passive


def _frames(head: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    return frames(head.up_to_cut(match), lexicon.clause)


def _colon(head: Beside, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """'The answer is simple: …', 'Jane Doe: …'."""
    if head.folded.rstrip(' "“„«‘').endswith(":"):
        named = lexicon.attribution.version.first(head.folded) or _NAME.match(head.span.slice(head.cut.text))
        if named:
            yield named


def _says_on(head: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether what a verb of saying reports goes on into what is kept."""
    between = head.up_to_cut(match)
    if not frames(between, lexicon.clause) or _is_noun(head.folded, match, lexicon):
        return False
    if "," not in between:
        return True
    last_comma = head.folded.rfind(",", 0, match.start())
    inside = head.folded[last_comma + 1 : match.start()].split() if last_comma >= 0 else []
    in_relative = bool(inside) and inside[0] in lexicon.attribution.relative
    return not in_relative and between.split()[0] not in lexicon.attribution.question


def _between_commas(head: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a subject and its verb stand between commas: '…, its critics maintain, …'."""
    border = list(_BORDER.finditer(head.folded, 0, match.start()))[-1:]
    if not border or not head.folded[match.end() :].startswith((",", " –", " —", "—")):
        return False
    subject = head.folded[border[0].end() : match.start()].strip(' "“”').split()
    if subject and (subject[0] in lexicon.attribution.no_subject or subject[-1] in lexicon.attribution.passive):
        return False
    return frames(head.up_to_cut(match).lstrip(" ,"), lexicon.clause) and not _is_noun(head.folded, match, lexicon)


def _is_noun(folded: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether an article stands before it: 'the report'."""
    before = folded[: match.start()].split()
    return bool(before) and before[-1] in lexicon.attribution.determiner


def _after(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    tail, lists = Beside.tail(cut), lexicon.attribution
    for match in lists.frames.find(tail.folded):
        if frames(tail.folded[: match.start()].rstrip(" ,"), lexicon.clause):
            yield tail.clause(ContextKind.ATTRIBUTION, match)
    for match in lists.behind.find(tail.folded):
        if _says_back(tail, match, lexicon):
            yield tail.clause(ContextKind.ATTRIBUTION, match)


def _says_back(tail: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a verb stands behind the words that it reports: '…, he said', '…,” said the envoy'."""
    kept_end = tail.cut.text[max(0, tail.cut.span.end - 2) : tail.cut.span.end]
    shift = len(kept_end)
    folded = fold(kept_end) + tail.folded
    start, end = match.start() + shift, match.end() + shift
    borders = list(_BORDER.finditer(folded, 0, start))
    if not borders or _is_noun(tail.folded, match, lexicon):
        return False
    before = folded[: borders[-1].start()]
    if not frames(before[shift:].rstrip(" ,"), lexicon.clause):
        return False
    subject = [w for w in re.split(r"[\s\"“”]+", folded[borders[-1].end() : start]) if w]
    if lexicon.attribution.complement.first(" ".join(_own_words(folded[end:], lexicon).split()[:_SOON])):
        return False
    if not subject:
        return True
    if subject[-1] in lexicon.attribution.passive:
        return False
    return len(subject) <= _LONGEST_SUBJECT and subject[0] not in lexicon.attribution.no_subject


def _own_words(folded: str, lexicon: Lexicon) -> str:
    """What follows a verb up to the next one, which reports words of its own: 'told the paper, explaining that'."""
    further = lexicon.attribution.say.first(folded)
    return folded[: further.start()] if further else folded


def _framed(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """A neighbouring sentence that puts the words down to someone."""
    lists = lexicon.attribution
    before = Beside.sentence(cut, cut.previous, Side.BEFORE)
    match = lists.opens.first(before.folded)
    if match is None and before.folded.endswith(":"):
        match = lists.version.first(before.folded)
    if match:
        yield before.clause(ContextKind.ATTRIBUTION, match)
    after = Beside.sentence(cut, cut.following, Side.AFTER)
    lead = len(after.folded) - len(after.folded.lstrip(" \"“‘'—–-"))
    if match := lists.closes.opens(after.folded[lead:]):
        yield after.warning(ContextKind.ATTRIBUTION, lead, lead + match.end())


def _around(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """Who speaks where the words stand in quotation marks and no word of the sentence says so."""
    quotation = cut.marks.quotation(cut.span.start)
    last = cut.marks.quotation(_last_letter(cut))
    if quotation is None or last is None or _speaks(cut, cut.span, lexicon):
        return
    whole = Span(quotation.start, max(quotation.end, last.end))
    block = [s for s in cut.first.sentences if s.end <= cut.opening.start]
    later = [s for s in cut.last.sentences if s.start >= cut.closing.end]
    ends = [s for s in later if s.start < whole.end]
    before = cut.beside(-1) if whole.start <= cut.first.span.start and _goes_on(cut, whole) else None
    earlier = [*reversed(block), *(reversed(before.sentences) if before else ())]
    own = ((Side.BEFORE, [cut.head]), (Side.AFTER, [cut.tail]))
    for side, candidates in (*own, (Side.AFTER, ends), (Side.BEFORE, earlier), (Side.AFTER, later[len(ends) :][:1])):
        for sentence in candidates:
            if match := _speaks(cut, sentence, lexicon):
                yield Beside.sentence(cut, sentence, side).clause(ContextKind.ATTRIBUTION, match)
                return


def _goes_on(cut: Cut, whole: Span) -> bool:
    """Whether a paragraph that begins with a quotation carries on the one before: it is left open, or holds no more."""
    if not cut.last.span.overlaps(whole) or cut.text[whole.end : cut.last.span.end].strip(_SIGNS) == "":
        return True
    back = cut.beside(-1)
    return back is not None and masked(cut.text, back.span)[1]


def _speaks(cut: Cut, span: Span, lexicon: Lexicon) -> re.Match[str] | None:
    """The first verb of saying of a stretch of text that stands outside its quotation marks."""
    folded = fold(span.slice(cut.text))
    lists = lexicon.attribution
    for phrases in (lists.say, lists.behind, lists.frames, lists.judge):
        for match in phrases.find(folded):
            if phrases is lists.judge and not _judges(
                cut, span.start + match.start(), folded[: match.start()], lexicon
            ):
                continue
            if cut.marks.quotation(span.start + match.start()) is None and not _is_noun(folded, match, lexicon):
                return match
    return None


def _judges(cut: Cut, place: int, before: str, lexicon: Lexicon) -> bool:
    """Whether a verb says of something else what is kept behind it: 'called it', not: 'the road was also called'."""
    clause = before.rpartition(",")[2].split()
    return place < cut.span.start and not set(clause[-2:]) & lexicon.attribution.passive


def _last_letter(cut: Cut) -> int:
    end = cut.span.end
    while end > cut.span.start + 1 and not cut.text[end - 1].isalnum():
        end -= 1
    return end - 1
