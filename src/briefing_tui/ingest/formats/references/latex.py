"""LaTeX in the fields of BibTeX: accents, signs and quotation marks become characters, commands that only format go.

No macro is ever expanded, so that the time grows with the length of a value alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "G": "\u030f", "d": "\u0323", "c": "\u0327",
    "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SIGNS = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "textcopyright": "©", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textyen": "¥", "textendash": "–",
    "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "textquotedbl": '"', "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«",
    "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textregistered": "®", "texttrademark": "™", "textdegree": "°",
    "degree": "°", "circ": "°", "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~", "sim": "∼",
    "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "slash": "/",
    "textperiodcentered": "·", "cdot": "·", "times": "×", "pm": "±", "rightarrow": "→", "leftarrow": "←", "to": "→",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "infty": "∞", "mu": "μ", "textmu": "µ",
    "textexclamdown": "¡", "textquestiondown": "¿", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "space": " ",
    "newline": " ", "quad": " ", "qquad": " ", "par": " ", "ldquo": "“", "rdquo": "”", "textnumero": "№",
    "textasciiacute": "´", "textasciigrave": "`", "allowbreak": "", "hfill": " ", "relax": "", "protect": "",
    "textquotesinglbase": "‚", "quotesinglbase": "‚", "quotedblbase": "„",
}  # fmt: skip
_FORMATTING = frozenset(
    "emph textit textbf textsc textsl texttt textrm textsf textnormal textup textmd text mbox hbox uppercase lowercase "
    "MakeUppercase MakeLowercase MakeSentenceCase NoCaseChange it bf sc sl tt rm sf em itshape bfseries scshape small "
    "large url nolinkurl path mkbibemph mkbibbold mathrm mathit mathbf mathsf ensuremath underline foreignlanguage "
    "textsuperscript textsubscript bibstring mathcal boldsymbol bm selectlanguage english german".split()
)
_QUOTING = frozenset({"enquote", "mkbibquote", "textquote"})
_SWALLOWED = re.compile(r"\\(?:noop|SortNoop|href|foreignlanguage|selectlanguage|vspace|hspace)\*?\s*\{[^{}]*\}")

_LETTER = r"\\[ij](?![A-Za-z])\s*|[^\W\d_]"
_ACCENT = re.compile(
    rf"\\(?:(?P<sign>[`'^~=.\"])\s*|(?P<name>[uvHtcdbkrG])(?:\s+|(?=[{{\\])))(?:\{{\s*(?P<inside>{_LETTER})?\s*\}}|(?P<letter>{_LETTER}))"
)
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\*?(?:\{\}|[ \t\n]*)|\\(?P<escaped>.)", re.DOTALL)
_SCRIPT = re.compile(r"([_^])(?:\{([^{}\\]{1,20})\}|(\w))")
_MATH = re.compile(r"(?<!\\)\$([^$]{1,500})(?<!\\)\$")
_SPECIAL = re.compile(r"[\\{}$~`]|--|''")
_DASHES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("?`", "¿"), ("!`", "¡"), ("~", " "), ("`", "‘"))
_LOW = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_HIGH = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_KEPT = {"{": "\ue010", "}": "\ue011", "$": "\ue012", "~": "\ue013", "`": "\ue014", "-": "\ue015", "\\": "\ue016"}
"""Stand for characters that LaTeX has escaped, while its own are taken away."""
_BACK = str.maketrans({private: own for own, private in _KEPT.items()})
_SILENT = "-/@"
"""After a backslash: a place to break a word, a correction of spaces."""


def plain(value: str, unknown: Callable[[str], None] | None = None) -> str:
    """The words of a value.

    Args:
        value: as it stands in the file.
        unknown: called with each command that is left out without being known.
    """
    if not _SPECIAL.search(value):
        return " ".join(value.split())
    text = _SWALLOWED.sub("", value)
    text = _ACCENT.sub(_accent, text)
    text = _MATH.sub(lambda match: _math(match[1]), text)
    text = _COMMAND.sub(lambda match: _command(match, unknown), text)
    for mark, character in _DASHES:
        text = text.replace(mark, character)
    text = text.replace("{", "").replace("}", "")
    return " ".join(text.translate(_BACK).split())


def _accent(match: re.Match[str]) -> str:
    letter = (match["inside"] or match["letter"] or "").strip()
    if not letter:
        return _KEPT["~"] if match["sign"] == "~" else match["sign"] or ""
    letter = letter.removeprefix("\\")
    mark = _ACCENTS.get(match["sign"] or match["name"], "\u0361")
    return unicodedata.normalize("NFC", letter + mark)


def _math(inside: str) -> str:
    """A formula without its dollars; raised and lowered figures as such."""

    def moved(match: re.Match[str]) -> str:
        digits = match[2] or match[3]
        table = _LOW if match[1] == "_" else _HIGH
        return digits.translate(table) if all(ord(c) in table for c in digits) else match[0]

    return _SCRIPT.sub(moved, inside)


def _command(match: re.Match[str], unknown: Callable[[str], None] | None) -> str:
    if (escaped := match["escaped"]) is not None:
        if escaped in _SILENT:
            return ""
        return " " if escaped in " ,;:!\\\n" else _KEPT.get(escaped, escaped)
    name = match["name"]
    if name in _SIGNS:
        return _KEPT.get(_SIGNS[name], _SIGNS[name])
    if name in _FORMATTING or name in _QUOTING:
        return ""
    if letter := _greek(name):
        return letter
    if unknown:
        unknown(name)
    return ""


def _greek(name: str) -> str:
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.removeprefix('var').upper()}")
    except KeyError:
        return ""
