"""A message, or each of a mailbox, as a source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from email import policy
from email.message import Message

from ....errors import ImportFailedError
from ...document import Block, Line, Shape, Source, Unread
from ..envelope import message_of
from ..html import decode_page, read_page
from . import clues as found_in
from . import forwarded, furniture, plain_body
from .headers import addresses, header
from .parts import ATTACHMENTS, Parts, content, parts_of, text_of

_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n(?=[!-9;-~]+[ \t]*:|>From )")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"\s*(?:From [^\n]*\n)?[!-9;-~]+[ \t]*:")
_REOPENED = frozenset({"aside", "page-header"})
_SENTENCE = re.compile(r"\w[.!?…。؟][\"'”’»)\]]*\Z")
LAYERS = 5
"""Mails attached to mails that are looked into where there is no other text."""


def read_mail(name: str, data: bytes) -> Source:
    """Read a mail.

    Raises:
        ImportFailedError: for what is no mail, and for one without text.
    """
    if not data.strip():
        raise ImportFailedError("the file is empty", where=name, hint="save the mail again as .eml")
    if not _HEADER.match(data):
        raise ImportFailedError("this is no mail: it does not begin with headers", where=name, hint="save it as .eml")
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    return replace(_read(name, data), part="")


def read_mbox(name: str, data: bytes) -> Sequence[Source | Unread]:
    """Read a mailbox: each message is a part; one that cannot be read never stops the others.

    Raises:
        ImportFailedError: where no message begins.
    """
    starts = list(_START.finditer(data))
    if not starts:
        hint = "a mailbox begins with a line 'From …', and so does each of its messages"
        raise ImportFailedError("this is no mailbox in the mbox format", where=name, hint=hint)
    ends = [start.start() for start in starts[1:]] + [len(data)]
    seen: Counter[str] = Counter()
    return [
        _part(name, number, _ESCAPED.sub(rb"\1", data[start.end() : end]), seen)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def _part(name: str, number: int, data: bytes, seen: Counter[str]) -> Source | Unread:
    part = f"message {number}"
    try:
        source = _read(f"{name}, {part}", data)
    except ImportFailedError as error:
        return Unread(part, error)
    part = source.part or part
    seen[part] += 1
    return replace(source, part=part if seen[part] == 1 else f"{part} ({seen[part]})")


def _read(name: str, data: bytes) -> Source:
    try:
        return _source(name, message_of(data, policy.compat32))
    except RecursionError:
        what = "its parts are nested too deeply"
        raise ImportFailedError(what, where=name, hint="save its text as .txt and import that") from None
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # the standard library on broken headers
        what = f"the message is broken: {error}"
        raise ImportFailedError(what, where=name, hint="save its text as .txt and import that") from error


def _source(name: str, message: Message, layer: int = 0) -> Source:
    parts = parts_of(message)
    body = _body(name, parts)
    if body is None:
        if len(parts.messages) == 1 and layer < LAYERS:
            inner = _source(name, parts.messages[0], layer + 1)
            return replace(inner, warnings=(*inner.warnings, "this mail was attached to another, which has no text"))
        raise _no_text(name, parts)
    blocks, page, warnings = body
    own = found_in.own_clues(message)
    forward = forwarded.find(blocks, forwards=found_in.forwards(message))
    clues = found_in.forwarded_clues(forward) if forward else own
    blocks = _numbered(furniture.marked(forward.blocks if forward else blocks), parts)
    address = next((address for _, address in addresses(message, "From")), "")
    names = {field for field, _ in clues}
    if not forward:
        clues += found_in.browser_link(page, blocks, address)
    if parts.misnamed:
        warnings = (*warnings, "its parts stand behind another line than the one that its header names")
    if "issued" not in names:
        warnings = (*warnings, "the mail states no day on which it was sent")
    kind = found_in.mail_type(message, authored="author" in names, outlet="container-title" in names)
    markup = bool(page) and any(block.shape is Shape.HEADING for block in blocks)
    part = header(message, "Message-ID").strip("<> ")[:200]
    return Source(tuple(blocks), clues=tuple(clues), type=kind, markup=markup, part=part, warnings=warnings)


def _body(name: str, parts: Parts) -> tuple[list[Block], str, tuple[str, ...]] | None:
    """The blocks of the body, the page that they come from, and warnings: the page, unless the plain part is fuller."""
    plain, said = _plain(name, parts)
    for part in parts.html[:1]:
        decoded = decode_page(name, content(part), declared=part.get_content_charset() or "")
        try:
            source = read_page(name, decoded.text, warnings=decoded.warnings)
        except ImportFailedError:
            break
        blocks = [_reopened(block) for block in source.blocks]
        if _words(plain) <= 1.5 * _words(blocks) + 20:
            return blocks, decoded.text, source.warnings
        said = (*said, "the plain text of the mail is fuller than its page, and was taken")
    return (plain, "", said) if _words(plain) else None


def _plain(name: str, parts: Parts) -> tuple[list[Block], tuple[str, ...]]:
    blocks: list[Block] = []
    said: tuple[str, ...] = ()
    for part in parts.plain:
        if not content(part).strip():
            continue
        text, warnings = text_of(name, part)
        if str(part.get_param("format") or "").lower() == "flowed":
            text = plain_body.unflowed(text, joined=str(part.get_param("delsp") or "").lower() == "yes")
        blocks += plain_body.blocks_of(text)
        said += warnings
    return blocks, said


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks if block.shape is not Shape.FURNITURE)


def _reopened(block: Block) -> Block:
    """A mail has no navigation around its text: sentences that a page would have beside its article are text."""
    if block.kind in _REOPENED and len(block.text.split()) >= 8 and _SENTENCE.search(block.text):
        return replace(block, shape=Shape.PARAGRAPH, kind="")
    return block


def _numbered(blocks: Sequence[Block], parts: Parts) -> list[Block]:
    """The blocks with those for attachments behind them."""
    last = max((block.lines[-1].number for block in blocks), default=0)
    names = [
        *parts.attachments,
        *(f"{header(m, 'Subject')[:200] or 'a mail'} (message/rfc822)" for m in parts.messages),
    ]
    if len(names) > ATTACHMENTS:
        names = [*names[:ATTACHMENTS], f"and {len(names) - ATTACHMENTS} more"]
    return [*blocks, *(
        Block(label, (Line(last + n, label),), Shape.FURNITURE, kind="attachment") for n, label in enumerate(names, 1)
    )]  # fmt: skip


def _no_text(name: str, parts: Parts) -> ImportFailedError:
    if parts.encrypted:
        hint = "open it in the mail program that has the key, and save its text as .txt"
        return ImportFailedError("the mail is encrypted", where=name, hint=hint)
    if parts.attachments:
        listed = ", ".join(parts.attachments[:5])
        hint = "save what is attached from the mail program, and import that"
        return ImportFailedError(f"the mail has no text, only what is attached: {listed}", where=name, hint=hint)
    return ImportFailedError("the mail has no text", where=name, hint="check that it was saved whole")
