"""Names of people and of outlets in bylines, mastheads and text."""

from __future__ import annotations

import re
import unicodedata

from ...model import Name

PARTICLES = frozenset("al bin da de del den der di do dos du el ibn la le ten ter van von zu".split())
_TITLES = frozenset("dr prof professor mr mrs ms mx sir dame rabbi rev gen col maj lt capt amb ambassador".split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?)"
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))}|al-[^\W\d_]+)"
PERSON = rf"{WORD}(?:\s+(?:{WORD}|{_PARTICLE})){{1,4}}"
_PERSON = re.compile(PERSON + r"\Z")

_ORGANISATION = (
    "Institute Institution Center Centre University College Academy School Foundation Council Committee Commission "
    "Association Society Union Federation League Agency Authority Ministry Department Office Bureau Board Bank Fund "
    "Forum Network Group Initiative Observatory Laboratory Library Museum Trust Alliance Organization Organisation"
)
_NEWS = (
    "Times Post News Monitor Journal Herald Tribune Gazette Guardian Observer Chronicle Telegraph Independent Mail "
    "Mirror Globe Examiner Courier Dispatch Review Magazine Weekly Daily Press Radio TV Television Insider Standard "
    "Express Register Bulletin Reporter Week Wire Newswire Today Online"
)
_NEWS_ELSEWHERE = (
    "Courrier Dépêche Figaro Gazette Hebdo Journal Monde Parisien Presse Quotidien Revue Voix Allgemeine Anzeiger "
    "Kurier Nachrichten Rundschau Tagblatt Tageblatt Zeitung Corriere Giornale Repubblica Diario País "
    "Diário Folha Jornal Вестник Ведомости Газета Журнал Известия Коммерсантъ Коммерсант Новости Правда "
    "הארץ מעריב גלובס חדשות עיתון הצופה الأهرام الحياة الجزيرة العربي جريدة صحيفة"
)
ORGANISATION_WORDS = frozenset(_ORGANISATION.split())
NEWS_WORDS = frozenset(_NEWS.split())
_OUTLET_WORDS = NEWS_WORDS | frozenset(_NEWS_ELSEWHERE.split())
_PLACES = frozenset(
    "Hague Gambia Bahamas Bronx Netherlands Philippines Maldives Vatican Kremlin Knesset Congo Golan West Gaza White"
    " Pentagon".split()
)
"""What stands behind 'The' in the names of places."""

QUOTED_BY_OTHERS = frozenset(
    "AP AFP DPA EFE ANSA UPI TASS RIA ITAR-TASS Interfax Reuters Bloomberg Xinhua Kyodo SANA IRNA CNN BBC CNBC MSNBC "
    "NBC ABC CBS NPR PBS DW RT".split()
)
"""Agencies and stations that other outlets quote all the time: 'told Reuters' does not say whose text this is."""

_CAPITAL = r"[^\W\d_a-z][\w&’'.-]*"
_MASTHEAD = re.compile(
    rf"(?:(?:The|Le|La|Das|Die|Der|El)\s+)?(?:{_CAPITAL}\s+){{0,5}}?(?P<kind>{_CAPITAL})"
    rf"(?:\s+(?:for|of|on|and|&|the|at)(?:\s+(?:of|the))?(?:\s+{_CAPITAL}){{1,3}})*\Z"
)


def is_person(text: str) -> bool:
    """Whether a text is a person's name: two to five words with capitals, particles between them."""
    words = re.split(r"[\s-]+", text)
    return bool(_PERSON.match(text)) and not any(w in ORGANISATION_WORDS | NEWS_WORDS or w == "The" for w in words)


def is_masthead(text: str) -> bool:
    """Whether a line is the name of an institution and nothing else."""
    match = _MASTHEAD.match(text)
    if not match or len(text.split()) < 2:
        return False
    if match["kind"] in ORGANISATION_WORDS:
        return True
    return text.startswith("The ") and match["kind"] in NEWS_WORDS and match.end("kind") == len(text)


def is_outlet(text: str) -> bool:
    """Whether a name shows by itself that it is an outlet's: by a word of the trade, 'The', or capitals only."""
    words = re.split(r"[\s-]+", text)
    if not words or not re.match(rf"{_CAPITAL}(?:\s+(?:(?:of|du|des|de la|de|del|di)\s+)?{_CAPITAL}){{0,4}}\Z", text):
        return False
    acronym = len(words) == 1 and len(text) >= 3 and text.isupper() and text.isalpha()
    article = words[0] == "The" and len(words) > 1 and words[1] not in _PLACES
    return acronym or article or any(w in _OUTLET_WORDS for w in words)


def acronym(text: str) -> str:
    """The initials of the words with capitals, without an article at the beginning."""
    words = text.split()
    return "".join(w[0] for w in words[words[0] == "The" :] if w[0].isupper())


def person(text: str) -> Name:
    """A name in CSL's parts; what is no person's name is kept as it is."""
    words = text.split()
    while words and words[0].lower().rstrip(".") in _TITLES:
        words = words[1:]
    if len(words) < 2:
        return Name(literal=text)
    end = len(words) - 1
    if words[end].lower().rstrip(".") in _SUFFIXES and end > 1:
        end -= 1
    start = end
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return Name(family=" ".join(words[start:]), given=" ".join(words[:start]))


def folded(text: str) -> str:
    """Letters and digits only, in lower case and without accents: to compare a name with a host."""
    decomposed = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return "".join(filter(str.isalnum, decomposed.lower()))
