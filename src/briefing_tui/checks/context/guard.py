"""The context guard: what a cut leaves out that changes what the kept words mean. It advises and never forbids."""

from __future__ import annotations

from ...model import Article, Span
from ..phrasing.attributed import attributed
from ..phrasing.lexicon import lexicon_for
from ..phrasing.passage import Cut
from ..phrasing.warning import ContextKind, ContextWarning, Side
from .borders import borders, paired
from .dangling import dangling
from .dropped import dropped
from .parted import parted
from .report import ContextReport
from .turns import turned
from .unfinished import unfinished

_SIDES = list(Side)
_KINDS = list(ContextKind)


def context_warnings(article: Article, span: Span) -> ContextReport:
    """What a cut leaves out or leaves dangling.

    Args:
        article: the source; the language that it states chooses the word lists.
        span: the cut; white space at its ends does not count.
    """
    language = article.metadata.language
    words = span.slice(article.text)
    start = span.start + len(words) - len(words.lstrip())
    cut = Cut(article, Span(start, max(start, span.start + len(words.rstrip()))))
    lexicon = lexicon_for(language)
    if not len(cut.span):
        return ContextReport(language, lexicon is not None)
    found = [*borders(cut), *turned(cut)]
    if lexicon:
        found += [*dropped(cut, lexicon), *parted(cut, lexicon), *attributed(cut, lexicon), *dangling(cut, lexicon)]
    begun = {warning.span.start for warning in found}  # what is told of the next words already
    found += (warning for warning in unfinished(cut) if warning.span.start not in begun)
    foreign = lexicon is not None and not lexicon.writes(words)
    checked = lexicon is not None and not foreign
    return ContextReport(language, checked, _one_each(cut, found), (article, cut.span), foreign)


def _one_each(cut: Cut, found: list[ContextWarning]) -> tuple[ContextWarning, ...]:
    """One warning of each kind on each side of a sentence, the nearest to the cut; in the order of sides and kinds."""
    nearest: dict[tuple[ContextKind, Side, bool], ContextWarning] = {}
    for warning in found:
        beside = warning.span.end <= cut.opening.start or warning.span.start >= cut.closing.end
        key = warning.kind, warning.side, beside
        known = nearest.get(key)
        if known is None or _distance(cut, warning) < _distance(cut, known):
            nearest[key] = warning
    found = [paired(cut, warning) for warning in nearest.values()]
    return tuple(sorted(found, key=lambda w: (_SIDES.index(w.side), _KINDS.index(w.kind))))


def _distance(cut: Cut, warning: ContextWarning) -> int:
    return max(cut.span.start - warning.span.end, warning.span.start - cut.span.end)
