"""Furniture that shows by itself what it is, wherever it stands: captions, credits, related links, disclaimers.

A rule that is not sure leaves the line in the text: losing words of the text is the worst error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from ..document import Shape
from .names import folded
from .sheet import Sheet

_SOURCES = (
    r"file|wikipedia|wikimedia(?: commons)?|flickr|getty(?: images)?|shutterstock|istock|unsplash|pixabay|pexels|"
    r"youtube|facebook|twitter|instagram|screen ?(?:shot|grab|capture)|screencap|courtesy|handout|pool|archive|gpo|"
    r"flash ?90|public domain|cc[ -]by[\w .-]*|illustrati(?:on|ve)[\w ]*|photo\w*|image"
)
_CREDIT = re.compile(
    rf"\((?:(?:photo|image|picture|credit|photograph)s?(?: credit| by|:)[^()]*|(?:[^()]*/\s*)?(?:{_SOURCES})\b[^()]*|"
    rf"[^()/]{{2,40}}/\s?(?:ap|afp|reuters|epa|dpa|tass|sputnik|xinhua|gpo|pool)(?: photo)?|via [^()]{{2,40}})\)\.?\Z",
    re.IGNORECASE,
)
_AGENCY_CREDIT = re.compile(r"\((?:AP|AFP|Reuters|EPA|DPA|TASS|Sputnik|Xinhua)\)\.?\Z", re.IGNORECASE)
_POSITION = re.compile(r"\((?:L|R|C|left|right|cent(?:er|re)|second from \w+)\)", re.IGNORECASE)
_PHOTO_LINE = re.compile(
    r"[(\[]?(?:(?:photo|image|picture|photograph|illustration|foto|фото|cover image|featured image|lead image)s?"
    r"(?:\s+(?:credit|courtesy|source))?s?\s*(?::|©|\|)|(?:photo|image|picture)\s+credits?\b)\s*\S",
    re.IGNORECASE,
)
_PHOTO_BY = re.compile(
    r"(?i:photos?|images?|pictures?|illustrations?|foto)(?: (?i:credit|courtesy))? (?:by|of) [^\W\d_a-z]"
)
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?P<top>[a-z]{2,10})\Z", re.IGNORECASE)
_NO_HOSTS = frozenset("cs doc docx go html js md pdf py rs sh ts txt xml".split())
"""Endings of single words with a full stop in them that are no sites: `Node.js`."""
_RELATED_LINE = re.compile(
    r"(?:related(?:\s+(?:articles?|story|stories|content|links?|reading|news|posts?))?|read(?: also| more| next)|"
    r"also read|see also|more on this|(?-i:READ|WATCH|LISTEN)|don['’]t miss)\s*[:>»]\s*\S",
    re.IGNORECASE,
)
_RELATED_HEADER = re.compile(
    r"(?:check also|related(?:\s+(?:articles?|stor(?:y|ies)|content|links?|news|posts?|reading))|read also|also read|"
    r"you (?:may|might) also (?:like|be interested in)|more (?:from|in|on) [^.!?]{2,40}|"
    r"recommended(?: for you| reading)?|"
    r"most (?:read|popular|viewed)|trending(?: now)?|read next|up next|latest news|further reading|"
    r"mehr zum thema|lire aussi|à lire aussi|leer también|leggi anche|читайте также|по теме)\s*:?\Z",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:disclaimer:\s*)?(?:the\s+)?(?:views|opinions|facts|content)\b[^.]{0,60}?"
    r"\b(?:expressed|presented|stated|contained)\b[^.]{0,80}?"
    r"\b(?:(?:do|does|may) not (?:necessarily )?(?:reflect|represent|state)|"
    r"are (?:solely |strictly |entirely )?(?:those of|the author|his own|her own|their own))",
    re.IGNORECASE,
)
_PLAIN_URL = re.compile(r"<?((?:https?://|www\.)[^\s<>]+)>?\Z")
_URL_LABEL = re.compile(
    r"(?:original(?:ly)?(?: article)? (?:url|link|source|at)|(?:source|article|full) (?:url|link)|url|link|permalink|"
    r"retrieved from|available at)\s*:?\s*(?P<url><?(?:https?://|www\.)\S+)?\Z",
    re.IGNORECASE,
)
LONGEST_RELATED = 40
"""Titles and teasers under one 'Check also'."""

_STANDALONE = re.compile(
    r"(?:advertisement|sponsored(?: content)?|story continues below(?: advertisement)?|click here(?: to [^.!?]{2,60})?|"
    r"skip (?:to (?:main )?content|advertisement)|share (?:this (?:article|post|story|page)|on (?:facebook|twitter|x|"
    r"whatsapp|linkedin|telegram))|(?:subscribe|sign up) (?:to|for) (?:our|the)[^.!?]{2,80}|follow us on [^.!?]{2,60}|"
    r"leave a (?:reply|comment)|\d+ (?:comments?|shares?)|all rights reserved|"
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))[^!?]{0,120}|(?:tags|filed under)\s*:.{1,200})[.!]?\Z",
    re.IGNORECASE,
)


def mark(sheet: Sheet) -> None:
    """Drop what shows by itself that it is furniture."""
    for index in sheet.open():
        block = sheet.blocks[index]
        if len(block.text) > 400 or "\n" in block.text or sheet.kinds[index]:
            continue
        for kind, holds in _RULES:
            if holds(sheet, index):
                sheet.drop(index, kind)
                break
    _image_alternatives(sheet)
    _related_sections(sheet)


def _is_caption(sheet: Sheet, index: int) -> bool:
    """A short block that ends with a picture's credit in brackets."""
    text = sheet.blocks[index].text
    if len(text.split()) > 40:
        return False
    if _CREDIT.search(text):
        return True
    credit = _AGENCY_CREDIT.search(text)
    ended = credit is not None and text[: credit.start()].rstrip().endswith((".", "”", '"'))
    return credit is not None and (not ended or bool(_POSITION.search(text)))


def _is_photo_credit(sheet: Sheet, index: int) -> bool:
    """What names a photographer or an agency; a bare site name only at the head or the tail of the document."""
    text = sheet.blocks[index].text
    words = len(text.split())
    if words == 1 and (host := _DOMAIN.match(text)):
        return host["top"].lower() not in _NO_HOSTS and _is_outside(sheet, index)
    return (words <= 25 and bool(_PHOTO_LINE.match(text))) or (
        words <= 8 and not text.endswith(".") and bool(_PHOTO_BY.match(text))
    )


def _is_outside(sheet: Sheet, index: int) -> bool:
    """Whether a block stands among the first or the last of the document."""
    return index < 8 or index >= len(sheet.blocks) - 8


def _matches(pattern: re.Pattern[str], longest: int) -> Callable[[Sheet, int], bool]:
    """A rule: the block has at most so many words and matches from its beginning."""

    def holds(sheet: Sheet, index: int) -> bool:
        text = sheet.blocks[index].text
        return len(text.split()) <= longest and bool(pattern.match(text))

    return holds


def _is_url(sheet: Sheet, index: int) -> bool:
    """An address alone on its line, at the head or the tail of the document or after its label."""
    if not _PLAIN_URL.match(sheet.blocks[index].text):
        return False
    return _is_outside(sheet, index) or sheet.kinds[index - 1] == "url-label"


_RULES: tuple[tuple[str, Callable[[Sheet, int], bool]], ...] = (
    ("caption", _is_caption),
    ("photo-credit", _is_photo_credit),
    ("related-link", _matches(_RELATED_LINE, 30)),
    ("disclaimer", _matches(_DISCLAIMER, 60)),
    ("url-label", _matches(_URL_LABEL, 6)),
    ("url", _is_url),
    ("notice", _matches(_STANDALONE, 25)),
)


def _image_alternatives(sheet: Sheet) -> None:
    """Short lines without a sentence before a caption that says the same, or names written as in a file's name."""
    forms: tuple[set[str], set[str]] | None = None
    caption = ""
    for index in range(len(sheet.blocks) - 1, -1, -1):
        text = sheet.blocks[index].text
        if sheet.kinds[index] == "caption":
            caption = text
            continue
        words = text.split()
        if sheet.kinds[index] or sheet.blocks[index].shape is not Shape.PARAGRAPH:
            continue
        plain = 0 < len(words) <= 6 and all(w.replace("-", "").replace("’", "").isalpha() for w in words)
        named = False
        if plain and text.islower() and len(words) > 1:
            lower, capital = forms = forms or _word_forms(sheet)
            named = all(word in capital and word not in lower for word in words)
        told = plain and bool(caption) and _is_within(words, caption)
        if named or told:
            sheet.drop(index, "image-alternative")
        else:
            caption = ""


def _is_within(words: list[str], caption: str) -> bool:
    """Whether all words but the small ones stand in the caption."""
    inside = {folded(w) for w in caption.split()}
    return all(folded(w) in inside for w in words if len(w) > 3)


def _word_forms(sheet: Sheet) -> tuple[set[str], set[str]]:
    """The words of longer blocks: those that occur in lower case, and those with a capital, in lower case too."""
    lower: set[str] = set()
    capital: set[str] = set()
    for block in sheet.blocks[:500]:
        if len(block.text) > 60:
            for word in re.findall(r"[^\W\d_]+", block.text):
                (lower if word[0].islower() else capital).add(word.lower())
    return lower, capital


def is_teaser(text: str) -> bool:
    """Whether a text breaks off, as the opening words of another article do."""
    return text.rstrip().endswith(("…", "...", "[…]", "[...]", "Read more", "Read more »", "[...]"))


_NO_TITLE = re.compile(
    r"(?:(?:strictly |private and |company )?confidential|(?:first |final |working |rough )?"
    r"draft(?: (?:v|version |no\.? |of )?\d[\w .:/-]{0,30}| for (?:comment|discussion|review|consultation))?|"
    r"(?:under |strictly )?embargo(?:ed)?(?:\s*(?::|until\b|till\b|\d).{0,80})?|"
    r"(?:for )?immediate (?:release|use|publication)|"
    r"(?:press|media|news) (?:release|statement|notice)|"
    r"not for (?:publication|distribution|citation|release|sale)\b.{0,60}|"
    r"do not (?:cite|quote|copy|distribute|circulate)\b.{0,60}|page \d+(?: (?:of|/) \d+)?|for internal use(?: only)?|"
    r"internal(?: use only)?|restricted|(?:top )?secret|(?:un)?classified|sample|copy|advance copy|attachment|annex|"
    r"(?:streng )?vertraulich|entwurf|sperrfrist\b.{0,80}|presse(?:mitteilung|information|erklärung)|medienmitteilung|"
    r"zur sofortigen (?:veröffentlichung|verwendung)|seite \d+(?: von \d+)?|"
    r"(?:strictement )?confidentiel|communiqué de presse|(?:sous )?embargo(?: jusqu.{0,80})?|"
    r"pour diffusion immédiate|brouillon|"
    r"(?:строго )?конфиденциально|черновик|проект|пресс-релиз|для служебного пользования|страница \d+|стр\. \d+|"
    r"\W*[\d.,]+\W*)[\s.:!*–—-]*\Z",
    re.IGNORECASE,
)
_WHOLLY_QUOTED = re.compile(r"[“\"„«‘'][^“”\"„«»]+[”\"“»’']\Z")


def is_notice(text: str) -> bool:
    """Whether a line says how a document may be used or what it is, and never what it is called."""
    return bool(_NO_TITLE.match(text))


def is_wholly_quoted(text: str) -> bool:
    """Whether a line is in quotation marks from end to end: words of someone, not a title."""
    return bool(_WHOLLY_QUOTED.match(text))


def is_title_like(text: str, longest: int = 25) -> bool:
    """Whether a block could be a title: one line, not too long, no sentence that has come to its end."""
    if len(text) > 200 or "\n" in text or not 1 <= len(text.split()) <= longest:
        return False
    opening = text.lstrip("“”\"'‘’«„([¿¡")[:1]
    return (
        not text.endswith((".", ",", ";", ":", "…")) and bool(opening) and not opening.islower() and opening.isalnum()
    )


def _related_sections(sheet: Sheet) -> None:
    """'Check also' with the titles and teasers under it; what reads like text ends it."""
    for index in sheet.open():
        text = sheet.blocks[index].text
        if sheet.kinds[index] or len(text) > 60 or not _RELATED_HEADER.match(text):
            continue
        run: list[tuple[int, str]] = []
        for following in islice(sheet.after(index), LONGEST_RELATED):
            words = sheet.blocks[following].text
            if is_teaser(words) and len(words.split()) <= 60:
                run.append((following, "related-teaser"))
            elif is_title_like(words):
                run.append((following, "related-title"))
            else:
                break
        at_the_end = sheet.following(run[-1][0] if run else index) is None
        if not at_the_end:
            last = max((n for n, (_, kind) in enumerate(run, 1) if kind == "related-teaser"), default=0)
            run = run[:last]
        if run or (at_the_end and not text.lower().startswith("more ")):
            sheet.drop(index, "related-header")
            for following, kind in run:
                sheet.drop(following, kind)
