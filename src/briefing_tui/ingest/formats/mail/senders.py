"""Whose mail it is: a person, an outlet, or a person who writes for one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....model import Name
from ...rules.names import NEWS_WORDS, ORGANISATION_WORDS, folded, is_person, person

_ROLES = re.compile(
    r"(?:no-?reply|do-?not-?reply|info|news\w*|newsletters?|editors?|editorial|hello|contact|press\w*|office|support|team|"
    r"mail\w*|service\w*|subscri\w+|digest|updates?|alerts?|admin|webmaster|list\w*|bounces?|notifications?|redaktion|"
    r"presse|marketing|members?|membership|communications?|media|events?)(?:[+._-].*)?\Z",
    re.IGNORECASE,
)
_NO_PERSON = frozenset(
    "Briefing Brief Newsletter Letter Letters Digest Team Editors Editor Desk Alerts Alert Updates Update Service "
    "Support Staff Morning Evening Weekend Note Notes Report Reports Watch Brief Dispatches Company Inc Ltd".split()
)
_ARTICLES = frozenset("The El La Los Las Le Les Il Lo Der Die Das".split())
"""Before a name and the place that it belongs to, the beginning of a title: 'El Punto de los Frutos'."""
_FOR = re.compile(
    r"(?P<who>.+?)(?:\s+(?:from|at|via|of|for|bei|von|de|per)\s+|\s*[,|/@–—]\s*|\s+-\s+)(?P<where>\S.*)\Z"
)


@dataclass(frozen=True, slots=True)
class Sender:
    """What a From header says."""

    author: Name | None = None
    outlet: str = ""
    sure: bool = True
    """Whether the author is the whole display name."""


def sender(shown: str, address: str, *, bulk: bool) -> Sender:
    """Who a display name is; a name that could be either a person or a newsletter is neither.

    Args:
        shown: the display name.
        address: of the mail.
        bulk: whether headers say that it went to many.
    """
    if not shown or "@" in shown:
        return Sender()
    family, comma, given = shown.partition(", ")
    if comma and " " not in given and _is_human(f"{given} {family}", address, bulk=bulk):
        return Sender(Name(family=family, given=given))
    if _is_human(shown, address, bulk=bulk):
        return Sender(person(shown))
    parts = _FOR.match(shown)
    who = parts["who"] if parts else ""
    if parts and who.split()[0] not in _ARTICLES and is_person(who) and not _named_otherwise(who):
        return Sender(person(who), parts["where"], sure=False)
    if is_person(shown) and not _named_otherwise(shown):
        return Sender()
    return Sender(outlet=shown if any(c.isalpha() for c in shown) else "")


def _named_otherwise(name: str) -> bool:
    return bool(set(re.split(r"[\s-]+", name)) & (NEWS_WORDS | ORGANISATION_WORDS | _NO_PERSON))


def _is_human(name: str, address: str, *, bulk: bool) -> bool:
    """A person's name which, in a mail to many or from an office's address, the address has to bear out."""
    if not is_person(name) or _named_otherwise(name):
        return False
    local = address.partition("@")[0]
    if any(len(part) > 2 and folded(part) in folded(local) for part in name.split()):
        return True
    return not bulk and not _ROLES.match(local)
