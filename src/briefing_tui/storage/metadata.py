"""Metadata as front matter has it, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.article import Metadata, Name, NamedSpeaker, PartialDate, State, TextKind
from ..model.formats import FORMAT
from .fields import FieldError, Fields, filled, listed, whole


def metadata_to_plain(metadata: Metadata) -> dict[str, Any]:
    """Metadata as front matter, keys in the order of the file; what is empty is left out."""
    m = metadata
    digest_of = m.custom_extra.get("digest-of", {})
    custom = filled(
        text=str(m.text),
        digest_of={**({"sha256": m.digest_of} if m.digest_of else {}), **digest_of},
        original_paragraphs={k: list(v) for k, v in m.original_paragraphs.items()},
        republished_by=m.republished_by,
        version_of=m.version_of,
        speakers=[{**filled(name=s.name, role=s.role, paragraphs=list(s.paragraphs)), **s.extra} for s in m.speakers],
        states={k: str(v) for k, v in m.states.items()},
        evidence=dict(m.evidence),
        original=dict(m.original),
        pages={k: first if first == last else [first, last] for k, (first, last) in m.pages.items()},
        paragraph_themes={k: list(v) for k, v in m.paragraph_themes.items()},
    )
    return {
        "format": FORMAT,
        **filled(
            type=m.type,
            title=m.title,
            author=[{**filled(family=n.family, given=n.given, literal=n.literal), **n.extra} for n in m.author],
            container_title=m.container_title,
            publisher=m.publisher,
            issued=str(m.issued) if m.issued else "",
            URL=m.url,
            language=m.language,
            genre=m.genre,
        ),
        "custom": {**custom, **{k: v for k, v in m.custom_extra.items() if k != "digest-of"}},
        **filled(themes=list(m.themes)),
        **m.extra,
    }


def metadata_from_plain(plain: Mapping[str, Any]) -> Metadata:
    """The metadata that loaded front matter states.

    Raises:
        FieldError: for a field that is not what it should be.
    """
    top = Fields(plain)
    custom = top.child("custom")
    digest_of = custom.child("digest-of")
    original = digest_of.text("sha256")  # what says whose digest it is, is one, though `text` may have been lost
    top.take("format")
    known: dict[str, Any] = {
        "type": top.text("type", "document"),
        "title": top.text("title"),
        "author": _names(top),
        "container_title": top.text("container-title"),
        "publisher": top.text("publisher"),
        "issued": _date(top, "issued"),
        "url": top.text("URL"),
        "language": top.text("language"),
        "genre": top.text("genre"),
        "themes": top.texts("themes"),
        "text": custom.choice("text", TextKind, TextKind.DIGEST if original else TextKind.FULL),
        "digest_of": original,
        "original_paragraphs": {n: _numbers(v, where) for n, v, where in _by_paragraph(custom, "original-paragraphs")},
        "republished_by": custom.text("republished-by"),
        "version_of": custom.text("version-of"),
        "speakers": tuple(map(_speaker, custom.children("speakers"))),
        "states": _states(custom.child("states")),
        "evidence": _texts(custom.child("evidence")),
        "original": _texts(custom.child("original")),
        "pages": {n: _range(v, where) for n, v, where in _by_paragraph(custom, "pages")},
        "paragraph_themes": {n: listed(v, where) for n, v, where in _by_paragraph(custom, "paragraph-themes")},
    }
    rest_of_digest = digest_of.rest()
    custom_extra = {**({"digest-of": rest_of_digest} if rest_of_digest else {}), **custom.rest()}
    return Metadata(**known, extra=top.rest(), custom_extra=custom_extra)


def _names(top: Fields) -> tuple[Name, ...]:
    names = []
    for n, entry in enumerate(top.entries("author")):
        if isinstance(entry, str):
            names.append(Name(literal=str(entry)))
            continue
        if not isinstance(entry, Mapping):
            raise FieldError("a name is {family: …, given: …} or {literal: …}", ("author", n))
        name = Fields(entry, ("author", n))
        read = Name(name.text("family"), name.text("given"), name.text("literal"))
        names.append(Name(read.family, read.given, read.literal, name.rest()))
    return tuple(names)


def _date(top: Fields, name: str) -> PartialDate | None:
    text = top.text(name)
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        hint = "2019, 2019-11 or 2019-11-20; leave it out where the source does not say"
        raise top.error(str(error), name, hint) from None


def _speaker(entry: Fields) -> NamedSpeaker:
    paragraphs = tuple(
        whole(v, (*entry.path, "paragraphs", n), least=1) for n, v in enumerate(entry.entries("paragraphs"))
    )
    return NamedSpeaker(entry.required("name"), entry.text("role"), paragraphs, entry.rest())


def _states(fields: Fields) -> dict[str, State]:
    return {name: fields.choice(name, State, State.STATED) for name in fields.names()}


def _texts(fields: Fields) -> dict[str, str]:
    return {name: fields.text(name) for name in fields.names()}


def _by_paragraph(custom: Fields, name: str) -> list[tuple[int, Any, tuple[str | int, ...]]]:
    """The entries of a mapping by ¶, each with its path."""
    fields = custom.child(name)
    return [(whole(key, (*fields.path, key), least=1), fields.take(key), (*fields.path, key)) for key in fields.names()]


def _range(value: Any, path: tuple[str | int, ...]) -> tuple[int, int]:
    """First and last page: a number, or a list of the two."""
    numbers = _numbers(value, path)
    if not 1 <= len(numbers) <= 2 or list(numbers) != sorted(numbers):
        raise FieldError("a page is a number, or [first, last]", path, "for example 3, or [3, 4]")
    return numbers[0], numbers[-1]


def _numbers(value: Any, path: tuple[str | int, ...]) -> tuple[int, ...]:
    """Numbers of paragraphs: a list, or a single one."""
    entries = [] if value is None else value if isinstance(value, list) else [value]
    return tuple(whole(entry, (*path, n), least=1) for n, entry in enumerate(entries))
