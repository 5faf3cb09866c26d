"""What mails carry around their text: links to the browser, ways to unsubscribe, signatures of telephones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...document import Block, Shape

HEAD, TAIL = 8, 30
"""Blocks at either end that may be furniture of the mail."""
LONGEST = 70
"""Words of a block that may be a footer."""

_BROWSER = re.compile(
    r"\b(?:(?:view|read|open|see|display)\b.{0,40}\b(?:in|on|with) (?:your |a |the )?(?:web ?)?(?:browser|web)|"
    r"(?:view|read) (?:this |the )?(?:e-?mail|message|newsletter|post|issue)?\s*online|"
    r"view (?:as|this as) a? ?web ?page|(?:trouble|problems?|difficulty) (?:viewing|reading|seeing) this|"
    r"not display(?:ed|ing)? (?:correctly|properly)|"
    r"(?:im|in ihrem|in deinem) browser (?:an|öffnen|lesen|ansehen|anzeigen)\w*|"
    r"(?:voir|lire|consulter|afficher)\b.{0,30}\b(?:en ligne|dans (?:votre|le) navigateur)|"
    r"ver (?:este \w+ )?en (?:el|tu|su) navegador|(?:открыть|посмотреть|читать) (?:письмо )?в браузере)",
    re.IGNORECASE,
)
_UNSUBSCRIBE = re.compile(
    r"\b(?:unsubscribe|opt[- ]out of|(?:update|manage|change|edit) (?:your |my )?(?:e-?mail |newsletter )?"
    r"(?:subscription )?(?:preferences|subscriptions?|settings)|"
    r"you(?:['’]re| are)? (?:received?|receiving|getting|get) this "
    r"(?:e-?mail|message|newsletter|mailing|because)|this (?:e-?mail|message|newsletter) (?:was|has been|is) "
    r"(?:being )?sent to|no longer (?:wish|want) to receive|(?:was|been) forwarded (?:this|to you)|"
    r"(?:add|save) (?:us|our address|\S+@\S+) to your (?:address book|contacts|safe)|our mailing address|"
    r"abbestellen|newsletter abmelden|(?:se |vous )désabonner|désinscri\w+|darse de baja|"
    r"anular (?:la|tu|su) suscripción|disiscriv\w+|annulla\w* l['’]iscrizione|отписаться|uitschrijven)",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:sent from (?:my |a )?\S.{0,40}|get outlook for (?:ios|android).{0,60}|"
    r"(?:von meinem|envoyé de mon|enviado desde mi)\b.{0,40})\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[<(\[]*\s*https?://\S+\s*[>)\]]*\Z")
_VISIBLE = re.compile(r"[^\W_]|[!-/:-@\[-`{-~]")
_SIGNATURE = re.compile(r"--\s*\Z")


def marked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the furniture of mails set apart."""
    found = list(blocks)
    last = len(found)
    for index, block in enumerate(found):
        if block.shape is not Shape.FURNITURE and (kind := _kind(block.text, index, last)):
            found[index] = _as(block, kind)
    _after_footer(found)
    _signature(found)
    return found


def _as(block: Block, kind: str) -> Block:
    return replace(block, shape=Shape.FURNITURE, kind=kind)


def _kind(text: str, index: int, count: int) -> str:
    words = len(text.split())
    if not _VISIBLE.search(text):
        return "preheader"
    if _ADDRESS.match(text) and (len(text) > 80 or "?" in text):
        return "tracking-link"
    at_an_end = index < HEAD or index >= count - TAIL
    if not at_an_end or words > LONGEST:
        return ""
    if words <= 30 and _BROWSER.search(text):
        return "view-in-browser"
    if _UNSUBSCRIBE.search(text):
        return "unsubscribe"
    return "signature" if words <= 8 and index >= count - 6 and _DEVICE.match(text) else ""


def _after_footer(found: list[Block]) -> None:
    """Short blocks behind the last way to unsubscribe: addresses, rights, links."""
    start = max(
        (i for i, b in enumerate(found) if b.kind == "unsubscribe" and i >= len(found) - TAIL), default=len(found)
    )
    if start < len(found) // 2:
        return
    for index in range(start + 1, len(found)):
        block = found[index]
        if block.shape is not Shape.FURNITURE and len(block.text.split()) <= 25:
            found[index] = _as(block, "mail-footer")


def _signature(found: list[Block]) -> None:
    """The blocks below a line of two dashes, where they are few and short."""
    for index in range(len(found) - 1, max(len(found) - 9, 0), -1):
        if not _SIGNATURE.match(found[index].text):
            continue
        below = [i for i in range(index, len(found)) if found[i].shape is not Shape.FURNITURE]
        if sum(len(found[i].text.split()) for i in below) <= 80:
            for i in below:
                found[i] = _as(found[i], "signature")
        return
