"""Where a passage stands, in a few cells: whose words, the outlet or the title, the ¶."""

from __future__ import annotations

from ..model import Excerpt, Header, SpeakerKind, Verification, naming
from ..model.excerpt import standing
from .lines import cut, harmless

OFFICES = frozenset(
    "of and for the on agency association bank bureau center centre commission committee council cross department desk"
    " directorate editors embassy foundation government group house institute ministry network news office"
    " organisation organization party press project service society staff team union university".split()
)
"""Words that only names of organisations have."""
_BEHIND = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What stands behind a family name."""


def short_source(excerpt: Excerpt, header: Header | None, width: int, found: Verification | None = None) -> str:
    """Where a passage stands, in at most `width` cells, and always the ¶.

    A speaker or an author goes by the family name, with the outlet. An organisation says little, as all its articles
    have the same: the title does.
    """
    here = standing(excerpt, found)
    number = f" ¶{here.first}" + f"–{here.last}" * (here.last > here.first)
    return cut(", ".join(filter(None, _short_names(excerpt, header))), max(0, width - len(number))) + number


def _short_names(excerpt: Excerpt, header: Header | None) -> tuple[str, str]:
    speaker = _speaker(excerpt)
    if excerpt.speaker and excerpt.speaker.kind is not SpeakerKind.NAMED:
        return harmless(speaker), _outlet(header) if header else excerpt.article
    if header is None:
        return _family(speaker), excerpt.article
    author = header.authors[0] if header.authors else ""
    person = speaker or (author if _is_person(author) else "")
    if person:
        return _family(person), _outlet(header)
    outlet = naming.shown(header, header.outlet_field, header.outlet)
    return ("" if author else outlet), header.stand_in


def _outlet(header: Header) -> str:
    """The outlet, with a question mark where it is only inferred; else what stands for a title."""
    return naming.shown(header, header.outlet_field, header.outlet) or header.stand_in


def _is_person(name: str) -> bool:
    """Whether a name reads as a person's: two words or more, none of them as only offices have."""
    words = name.split()
    begins = words[-1][:1] if len(words) > 1 else ""
    return begins.isalpha() and not begins.islower() and not OFFICES.intersection(word.casefold() for word in words)


def _family(name: str) -> str:
    """The last word of a person's name; the name of an office stays whole, and one in letters that have no capitals."""
    words = [word for word in harmless(name).split() if word.rstrip(".").casefold() not in _BEHIND]
    last = words[-1] if _is_person(" ".join(words)) else ""
    return last if last[:1].isupper() else harmless(name)


def _speaker(excerpt: Excerpt) -> str:
    return excerpt.speaker.name if excerpt.speaker else ""
