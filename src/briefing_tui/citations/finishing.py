"""From what the engine says of a source to the note of a passage: speaker, locator, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing_tui.model import Metadata, Speaker, SpeakerKind

from . import pandoc
from .inlines import Text, joined
from .locator_conditions import NAMED
from .style import Placement, Style
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Cite:
    """One note to be written."""

    id: str
    """The excerpt's."""
    article: str
    locator: str
    """As `locator` words it."""
    speaker: Speaker | None = None
    href: str = ""
    """Where the passage itself can be seen, which the locator leads to."""
    numbers: str = ""
    """Of the locator, without the word for what they count: some styles have their own. Empty where it needs words."""


def finished(
    each: Cite, note: Sequence[Text], metadata: Metadata, *, style: Style, terms: Terms, place: str, introduced: bool
) -> tuple[Text, ...]:
    """The note of a passage.

    Args:
        each: what is cited.
        note: what the engine says of its source, with a mark where the locator goes.
        metadata: of the article that the passage is in.
        style: how it is cited.
        terms: of the briefing's language.
        place: where the entry of the source stands; empty for none.
        introduced: whether a note before told the speaker's role.
    """
    speaker = list(
        spoken(each.speaker, metadata, terms, introduced=introduced, opens=style.placement is not Placement.INLINE)
    )
    return joined(_apart(speaker, _placed(_linked(_within(note, style), place, style), each), style))


def _within(note: Sequence[Text], style: Style) -> Iterator[Text]:
    """A citation without what the style puts around all that stand at one place of the text."""
    opening, _, closing = style.around
    for n, run in enumerate(note):
        text = run.text.removeprefix(opening) if n == 0 else run.text
        yield replace(run, text=text.removesuffix(closing) if n == len(note) - 1 else text)


def _apart(speaker: Sequence[Text], note: Iterable[Text], style: Style) -> Iterator[Text]:
    """The speaker, then the citation; in parentheses where the style puts none around what stands in the text."""
    alone = bool(speaker) and style.placement is Placement.INLINE and not style.around[0]
    yield from (*([Text("(")] if alone else []), *speaker, *note, *([Text(")")] if alone else []))


def _linked(note: Iterable[Text], place: str, style: Style) -> Iterator[Text]:
    """A citation that leads to the entry of its source: how it begins or, in the text, all of it."""
    for n, run in enumerate(note):
        leads = n == 0 or style.placement is Placement.INLINE
        yield replace(run, href=run.href or (f"#{place}" if place and leads else ""))


def _placed(note: Iterable[Text], each: Cite) -> Iterator[Text]:
    """A note with its locator in its place, which leads to the passage."""
    named = False
    for run in note:
        before, *others = pandoc.LOCATOR.split(run.text)
        for after in others:
            named = before.endswith(NAMED) or (named and not before)
            said = (each.numbers if named else "") or each.locator
            yield replace(run, text=before.replace(NAMED, ""))
            yield replace(run, text=said, href=each.href or run.href)
            before, named = after, False
        named = before.endswith(NAMED)
        yield replace(run, text=before.replace(NAMED, ""))


def spoken(
    speaker: Speaker | None, metadata: Metadata, terms: Terms, *, introduced: bool, opens: bool = True
) -> Iterator[Text]:
    """'Micky Aharonson, expert on Russia, quoted in ', unless the speaker is the author.

    Args:
        speaker: who said the words.
        metadata: of the article that reports them.
        terms: of the briefing's language.
        introduced: whether a note before told the role.
        opens: whether a sentence begins so.
    """
    if speaker is None or not speaker.name.strip() or is_author(speaker, metadata):
        return
    name = speaker.name
    if opens and speaker.kind is not SpeakerKind.NAMED:
        name = name[:1].upper() + name[1:]
    role = f"{terms.several}{speaker.role}" if speaker.role and not introduced else ""
    via = tuple(filter(str.strip, speaker.via))
    through = f"{terms.several}{terms.through.format(names=terms.all_of(via))}" if via else ""
    yield Text(terms.quoted_in.format(speaker=f"{name}{role}{through}"))


def source_place(number: int) -> str:
    """The name of the place where an entry of the list of sources stands, counted from 1."""
    return f"source-{number}"


def is_author(speaker: Speaker, metadata: Metadata) -> bool:
    """Whether the speaker is one of the article's authors."""
    return speaker.name.strip().casefold() in {str(author).casefold() for author in metadata.author}
