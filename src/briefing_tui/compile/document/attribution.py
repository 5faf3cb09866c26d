"""The line under a quotation: who said it, where, when, and in which paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_tui.citations import Terms, Text, is_author, locator
from briefing_tui.model import (
    Article,
    Excerpt,
    ExcerptState,
    Metadata,
    Speaker,
    SpeakerKind,
    TextKind,
    Verification,
    naming,
)
from briefing_tui.model.excerpt import standing

from ..job import Job
from ..languages.wording import Wording


def place(excerpt: Excerpt, article: Article | None, found: Verification | None, terms: Terms) -> str:
    """The locator of an excerpt: where its words stand now or, if they do not, where they stood."""
    here = standing(excerpt, found)
    first, last, heading = here.first, here.last, here.heading
    if article is None or article.metadata.text is not TextKind.DIGEST:
        pages = article.metadata.pages_of(first, last) if article else None
        return locator(first, last, terms=terms, heading=heading, pages=pages)
    recorded = article.metadata.original_paragraphs
    original = [n for ours in range(first, last + 1) for n in recorded.get(ours, ())]
    return locator(first, last, terms=terms, heading=heading, digest=True, original=original)


def trouble(excerpt: Excerpt, job: Job, words: Wording) -> str:
    """Why the words of an excerpt cannot be relied on; empty where they are verified."""
    if excerpt.article not in job.articles:
        return words("unreadable" if excerpt.article in job.unreadable else "gone")
    if job.verified(excerpt.id):
        return ""
    found = job.verifications.get(excerpt.id)
    return words("altered" if found is not None and found.state is ExcerptState.ALTERED else "vanished")


def attribution(
    excerpt: Excerpt,
    article: Article | None,
    where: str,
    words: Wording,
    *,
    introduced: bool = False,
    opens: bool = False,
) -> tuple[Text, ...]:
    """Speaker or author, outlet, date, ¶; what is missing or inferred is shown as such (rule 6).

    Args:
        excerpt: the passage.
        article: its source; `None` where that is gone.
        where: the locator.
        words: of the briefing's language.
        introduced: whether the speaker's role has been told before.
        opens: whether it stands as a heading, so that a speaker without a name has a capital, as in a note.
    """
    who = _named(excerpt.speaker, opens=opens)
    if article is None:
        parts = [Text(words.apart(who)), Text(f"[{excerpt.article}]")]
    else:
        parts = [*_parts(excerpt, article.metadata, who, words, introduced=introduced)]
    parts = [part for part in parts if part.text]
    parts.append(Text(where))
    spaced = [part for one in parts for part in (Text(words.terms.several), one)]
    return tuple(spaced[1:])


def _named(speaker: Speaker | None, *, opens: bool) -> str:
    """What a speaker is called; empty where there is none."""
    name = speaker.name if speaker else ""
    return name[:1].upper() + name[1:] if opens and speaker and speaker.kind is not SpeakerKind.NAMED else name


def _parts(excerpt: Excerpt, data: Metadata, who: str, words: Wording, *, introduced: bool) -> Iterator[Text]:
    outlet, terms, speaker = naming.outlet(data), words.terms, excerpt.speaker
    each = words.apart
    if speaker and who and not is_author(speaker, data):
        yield Text(terms.several.join(filter(None, (each(who), "" if introduced else each(speaker.role)))))
        if speaker.via:
            yield Text(terms.through.format(names=terms.all_of(tuple(map(each, speaker.via)))))
    elif not (data.author and outlet.startswith(naming.authors(data))):
        yield Text(terms.authors(data, each))
    yield Text(each(outlet), italic=bool(data.container_title))
    yield Text(terms.issued(data))
