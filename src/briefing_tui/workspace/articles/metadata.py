"""Setting an article's metadata by hand: `FIELD=VALUE`, as the command line and the app take it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ...errors import InvalidError
from ...model import Article, Metadata, Name, PartialDate, State, admiralty
from ...model.article import PLACES
from ..drafting.named_speakers import named_speakers, shown_speakers


def with_fields(article: Article, fields: Mapping[str, str]) -> Article:
    """The article with some fields set by a person; an empty value says that the source does not state it.

    Raises:
        InvalidError: for an unknown field or a value that it does not take.
    """
    metadata = article.metadata
    changes: dict[str, Any] = {}
    extra = dict(metadata.extra)
    custom = metadata.custom_extra
    states = dict(metadata.states)
    evidence = dict(metadata.evidence)
    for name, value in fields.items():
        if name in PLACES:
            extra[name] = value.strip()
        elif name == admiralty.FIELD:
            custom = _graded(metadata.custom_extra, value)
        elif name == "speakers":
            changes[name] = named_speakers(value, metadata.speakers, len(article.segments.paragraphs))
        else:
            changes[{"URL": "url"}.get(name, name.replace("-", "_"))] = _reader(name)(value.strip())
        states[name] = State.USER if value.strip() else State.MISSING
        evidence.pop(name, None)
    kept = {name: value for name, value in extra.items() if value != "" or name not in PLACES}
    known = {**changes, "states": states, "evidence": evidence, "extra": kept, "custom_extra": custom}
    return replace(article, metadata=replace(metadata, **known))


def confirmed(metadata: Metadata, fields: Iterable[str]) -> Metadata:
    """The metadata with what is inferred in some fields taken over by a person.

    Raises:
        InvalidError: for an unknown field, and for one that has no value.
    """
    states = dict(metadata.states)
    for name in fields:
        if name not in FIELDS:
            raise _unknown(name)
        if not metadata.value(name):
            raise InvalidError(f"there is no {name} to confirm", where=name, hint=f"set it: {name}=…")
        states[name] = State.USER
    return replace(metadata, states=states)


def names(value: str) -> tuple[Name, ...]:
    """Names as people type them: `Family, Given; Family, Given`; without a comma, an organisation."""
    result = []
    for part in filter(None, (p.strip() for p in value.split(";"))):
        family, comma, given = part.partition(",")
        result.append(Name(family=family.strip(), given=given.strip()) if comma else Name(literal=part))
    return tuple(result)


def value_of(metadata: Metadata, name: str) -> str:
    """A field as people type it."""
    if name == "speakers":
        return shown_speakers(metadata.speakers)
    value = metadata.value(name)
    if isinstance(value, tuple):
        return "; ".join(map(_typed, value))
    return str(value or "")


def _typed(name: Name) -> str:
    return name.literal or f"{name.family}, {name.given}".rstrip()


def _graded(custom: Mapping[str, Any], value: str) -> dict[str, Any]:
    """What is kept of an article beside CSL, with a grade or without one."""
    grade = value.strip().upper()
    if grade and not admiralty.is_grade(grade):
        raise InvalidError(f"'{value}' is no Admiralty code", where=admiralty.FIELD, hint=admiralty.HINT)
    others = {name: known for name, known in custom.items() if name != admiralty.FIELD}
    return {**others, admiralty.FIELD: grade} if grade else others


def _date(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value else None
    except ValueError as error:
        raise InvalidError(f"'{value}' is not a date", where="issued", hint="2019, 2019-11 or 2019-11-20") from error


def _kind(value: str) -> str:
    if not value:
        raise InvalidError("an article has to have a type", where="type", hint="a CSL type, such as article-newspaper")
    return value


def _reader(name: str) -> Callable[[str], Any]:
    if name not in _READERS:
        raise _unknown(name)
    return _READERS[name]


def _unknown(name: str) -> InvalidError:
    return InvalidError(f"an article has no field '{name}'", where=name, hint="one of: " + ", ".join(FIELDS))


_READERS: dict[str, Callable[[str], Any]] = {
    "type": _kind,
    "title": str,
    "author": names,
    "container-title": str,
    "publisher": str,
    "issued": _date,
    "URL": str,
    "language": str,
    "genre": str,
    "republished-by": str,
}

FIELDS = (*_READERS, *PLACES, "speakers", admiralty.FIELD)
"""What a person can set."""
QUESTIONS = {
    "title": "as the document has it; empty where it states none",
    "author": "Family, Given; Family, Given · an organisation without a comma",
    "container-title": "the newspaper, journal or site that published it",
    "publisher": "the organisation that published it",
    "republished-by": "who published it again, where this copy is theirs",
    "issued": "2019, 2019-11 or 2019-11-20, as exact as it is stated",
    "URL": "where it stands",
    "genre": "news, op-ed, interview, study, press release, speech",
    "language": "en, he, ru, en-GB",
    "type": "article-newspaper, article-journal, webpage, report, book",
    "volume": "of the journal, as it is stated",
    "issue": "of the journal, as it is stated",
    "page": "where it stands in the journal: 12 or 12-34",
    "DOI": "10.… without an address before it",
    "admiralty": "how reliable the source is, A to F, and how credible what it says, 1 to 6: B2",
    "speakers": "who is quoted · Name (role) ¶ 4, 9-11; Name (role) ¶ 2",
}
"""What is asked for each of them."""
