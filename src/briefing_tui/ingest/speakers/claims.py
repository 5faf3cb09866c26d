"""Claims: someone may be the speaker of a passage, as surely as the text says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...model import Attribution, Certainty, SpeakerKind
from .hearing import Heard
from .lexicon import Lexicon, lexicon_for
from .mention import Kind, Mention
from .people import Person

_KINDS = {Kind.PERSON: SpeakerKind.NAMED, Kind.BODY: SpeakerKind.INSTITUTIONAL}


def claims(heard: Heard, certainty: Certainty, distance: int, n: int, lexicon: Lexicon) -> list[Attribution]:
    """What words that are put down to someone claim; only possible where they are in doubt or can mean several people.

    Args:
        heard: the words.
        certainty: how surely they go with the passage.
        distance: paragraphs from the passage.
        n: the ¶ of the words, by which roles count that are told until then.
        lexicon: the language's words.
    """
    if heard.doubtful or len(heard.people) > 1:
        certainty = Certainty.POSSIBLE
    elif heard.unsure:
        certainty = min(certainty, Certainty.LIKELY)
    evidence, mention = (heard.span, *heard.through), heard.mention
    found = [
        replace(mentioned(p, distance, n), via=_others(heard.via, p.name), evidence=evidence, certainty=certainty)
        for p in heard.people
    ]
    if not found and mention.kind is not Kind.PRONOUN and not _is_plural(mention):
        via = _others(heard.via, mention.name)
        if mention.kind is Kind.BACK and mention.head not in lexicon.institutions_in_text:
            certainty = min(certainty, Certainty.LIKELY)
        name = heard.words[:1].lower() + heard.words[1:] if mention.kind is Kind.BACK else mention.name
        found = [Attribution(name, mention.role, _kind(mention, lexicon), via, evidence, distance, certainty)]
    return found


def mentioned(person: Person, distance: int, n: int) -> Attribution:
    """Someone who is named near a passage and may speak, though no words say so."""
    kind = _KINDS.get(person.kind, SpeakerKind.UNNAMED)
    return Attribution(person.name, person.role_at(n), kind, (), (), distance, Certainty.POSSIBLE)


def kind_of(name: str, language: str) -> SpeakerKind:
    """What kind of speaker somebody is of whom only the name is known, so that it is the same wherever they are named.

    Args:
        name: as an article records it or a person typed it.
        language: the tag of the article's.
    """
    lexicon, words = lexicon_for(language), set(name.split())
    small = {word.lower() for word in words}
    if not small & (lexicon.sources | lexicon.roles):  # 'ministry official'
        nouns = lexicon.institutions_in_text | lexicon.without_article
        if name in lexicon.states or words & (lexicon.institutions | lexicon.bodies | nouns):
            return SpeakerKind.INSTITUTIONAL
    return SpeakerKind.of(name)


def only_possible(found: Iterable[Attribution]) -> list[Attribution]:
    """The same people, none of whom is likelier than another."""
    return [replace(a, certainty=Certainty.POSSIBLE) for a in found]


def at_most(found: Iterable[Attribution], certainty: Certainty) -> list[Attribution]:
    """The same people, less surely."""
    return [replace(a, certainty=min(a.certainty, certainty)) for a in found]


def once(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Each speaker once, as surely as possible, in order."""
    best: dict[str, Attribution] = {}
    for each in found:
        known = best.get(each.name.casefold())
        if known is None or known.certainty < each.certainty:
            best[each.name.casefold()] = each
    return tuple(sorted(best.values(), key=lambda a: -a.certainty))


def names(found: Sequence[Attribution]) -> set[str]:
    """The names of the speakers."""
    return {a.name.casefold() for a in found}


def _is_plural(mention: Mention) -> bool:
    """Whether what looks like a name is a noun that opens a sentence: 'Divers from Selva said'."""
    opens = mention.kind is Kind.PERSON and mention.first == 0 and " " not in mention.name and not mention.role
    return opens and mention.name.endswith("s") and mention.reach > mention.last


def _others(via: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(v for v in via if v != name)


def _kind(mention: Mention, lexicon: Lexicon) -> SpeakerKind:
    if mention.kind is Kind.BACK and mention.head in lexicon.institutions_in_text:
        return SpeakerKind.INSTITUTIONAL
    return _KINDS.get(mention.kind, SpeakerKind.UNNAMED)
