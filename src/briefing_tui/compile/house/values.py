"""What the style sheets of a house may set: type, colours, borders, distances, columns and breaks.

Each property has the values that it may have. What is not here could hide words, move them, or add some.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_POINTS = {"pt": 1.0, "pc": 12.0, "px": 0.75, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "q": 18 / 25.4}
_COLOURED = frozenset({"rgb", "rgba", "hsl", "hsla"})
_FREE = frozenset({"inherit", "initial", "unset"})
_SIDES = ("", "-top", "-right", "-bottom", "-left", "-block", "-block-start", "-block-end", "-inline",
          "-inline-start", "-inline-end")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Values:
    """The values that a property may have."""

    words: frozenset[str] = frozenset()
    lengths: bool = False
    """Lengths and percentages of 0 or more."""
    least: float | None = None
    """Numbers without a unit, of no less."""
    most: tuple[float, float] | None = None
    """Lengths of 0 or more, of at most so many em or points."""
    colours: bool = False
    names: bool = False
    """Any identifier, and names in quotes, as of faces."""
    quoted: frozenset[str] = frozenset()
    """Names in quotes, where not any may stand."""
    signs: str = ""
    """What may stand between values."""
    variables: bool = False
    """Whether a variable of the sheet may stand here."""
    pictures: bool = False
    """Whether a picture of the folder may stand here."""
    hint: str = ""

    def admit(self, tokens: Sequence[Any]) -> bool:
        """Whether a value is one of these."""
        return bool(tokens) and all(map(self._admits, tokens))

    def _admits(self, token: Any) -> bool:
        kind = token.type
        if kind == "ident":
            return token.lower_value in self.words or self.names or (self.colours and is_colour(token))
        if kind == "number":
            return (self.least is not None and token.value >= self.least) or (
                token.value == 0 and (self.lengths or self.most is not None)
            )
        if kind in ("dimension", "percentage"):
            return token.value >= 0 and (self.lengths or self._is_small(token))
        if kind == "function" and token.lower_name == "var":
            return self.variables and variable(token) != ""
        if kind == "string":
            return self.names or token.value in self.quoted
        if kind == "literal":
            return token.value in self.signs
        return self.colours and is_colour(token)

    def _is_small(self, token: Any) -> bool:
        if self.most is None or token.type != "dimension":
            return False
        if token.lower_unit in ("em", "rem"):
            return bool(token.value <= self.most[0])
        return token.lower_unit in _POINTS and token.value * _POINTS[token.lower_unit] <= self.most[1]


def is_colour(token: Any) -> bool:
    """Whether a token is a colour."""
    from tinycss2.color4 import parse_color

    if token.type == "function" and token.lower_name not in _COLOURED:
        return False
    return token.type in ("ident", "hash", "function") and parse_color(token) is not None


def variable(function: Any) -> str:
    """The name of a variable that stands alone between its brackets; nothing for any other."""
    inside = [token for token in function.arguments if token.type != "whitespace"]
    alone = len(inside) == 1 and inside[0].type == "ident" and inside[0].value.startswith("--")
    return str(inside[0].value) if alone else ""


def _words(text: str, **more: Any) -> Values:
    return Values(frozenset(text.split()), **more)


_COLOUR = Values(_FREE, colours=True, variables=True, hint="a colour")
_LINES = "none hidden dotted dashed solid double groove ridge inset outset "
_LENGTH = Values(lengths=True, variables=True, hint="lengths of 0 or more")
_DISTANCE = _words("auto", lengths=True, variables=True, hint="lengths of 0 or more")
_BORDER = _words(_LINES + "thin medium thick", lengths=True, colours=True, variables=True, hint="no picture")
_BREAK = _words("auto avoid page left right always avoid-page avoid-column column", hint="auto, avoid or page")
_LETTERS = Values(frozenset({"normal", *_FREE}), most=(0.2, 2.0), hint="normal, or 0 to 0.2em")
_GAPS = Values(frozenset({"normal", *_FREE}), most=(0.5, 3.0), hint="normal, or 0 to 0.5em")
_FONT = Values(_FREE, lengths=True, least=0, names=True, signs=",", variables=True, hint="sizes and names of faces")
_FEATURES = Values(
    frozenset({"normal", "on", "off", *_FREE}), least=0, signs=",",
    quoted=frozenset("kern liga clig calt lnum onum tnum pnum smcp case zero ccmp locl mark mkmk".split()),
    hint="features that change no sign into another: kern, liga, lnum, onum, tnum, pnum, smcp and the like",
)  # fmt: skip
_AXES = Values(
    frozenset({"normal", *_FREE}), least=0, signs=",", quoted=frozenset({"wght", "wdth", "opsz"}),
    hint="the axes wght, wdth and opsz",
)  # fmt: skip
_CAPS = "normal small-caps petite-caps titling-caps "
"""Those that tell capital letters from others, as the source does: ‘US’ and ‘us’ are two words."""
_FIGURES = "normal lining-nums oldstyle-nums tabular-nums proportional-nums slashed-zero "
_JOINED = "normal none common-ligatures no-common-ligatures contextual no-contextual "
_PLAIN = "normal no-discretionary-ligatures no-historical-ligatures inherit initial unset "
_VARIANTS: Mapping[str, Values] = {
    "": _words(_CAPS + _FIGURES + _JOINED + _PLAIN, hint="small-caps, kinds of figures, or ligatures"),
    "-caps": _words(_CAPS + _PLAIN, hint="normal or small-caps: capitals stay apart from other letters"),
    "-numeric": _words(_FIGURES + _PLAIN, hint="kinds of figures: no fractions and no ordinals"),
    "-ligatures": _words(_JOINED + _PLAIN, hint="common-ligatures, contextual, or none"),
    "-east-asian": _words("full-width proportional-width " + _PLAIN, hint="full-width or proportional-width"),
    **dict.fromkeys(("-position", "-alternates"), _words(_PLAIN, hint="normal: raised figures are another text")),
}
"""What a face may do with its letters: no figure looks like the number of a note, or like part of a fraction."""
_DECORATION = _words(
    "none underline overline solid double dotted dashed wavy inherit", colours=True, variables=True,
    hint="none, underline or overline: a line through words strikes them out",
)  # fmt: skip
CUSTOM = Values(
    lengths=True, least=0, colours=True, names=True, signs=",", variables=True, hint="colours and names of faces"
)
"""What a variable may hold."""
EVERYWHERE: Mapping[str, Values] = {
    "color": _COLOUR, "background-color": _COLOUR, "text-decoration-color": _COLOUR, "column-rule-color": _COLOUR,
    "background": _words("none", colours=True, variables=True, hint="a colour; a picture is an <img> in page.html"),
    **{f"margin{side}": _DISTANCE for side in _SIDES},
    **{f"padding{side}": _LENGTH for side in _SIDES},
    **{f"border{side}": _BORDER for side in _SIDES},
    **{f"border{side}-style": _words(_LINES) for side in _SIDES},
    **{f"border{side}-width": _words("thin medium thick", lengths=True, variables=True) for side in _SIDES},
    **{f"border{side}-color": _COLOUR for side in _SIDES},
    **{f"border{corner}-radius": Values(lengths=True, signs="/") for corner in
       ("", "-top-left", "-top-right", "-bottom-left", "-bottom-right")},
    "border-collapse": _words("collapse separate"), "border-spacing": Values(lengths=True),
    "box-decoration-break": _words("slice clone"), "box-sizing": _words("border-box content-box"),
    **{f"font{part}": _FONT for part in (
        "-family", "-size", "-weight", "-style", "-stretch", "-kerning", "-synthesis", "-optical-sizing")},
    **{f"font-variant{part}": values for part, values in _VARIANTS.items()},
    "font-feature-settings": _FEATURES, "font-variation-settings": _AXES,
    "line-height": Values(frozenset({"normal", *_FREE}), least=1, hint="normal, or a number of 1 or more"),
    "letter-spacing": _LETTERS, "word-spacing": _GAPS,
    "text-align": _words("start end left right center justify inherit"),
    "text-align-last": _words("auto start end left right center justify inherit"),
    "text-indent": Values(_FREE, lengths=True, hint="a length of 0 or more"),
    "text-transform": _words("none", hint="none: other letters are another text; font-variant-caps has small capitals"),
    "text-decoration": _DECORATION, "text-decoration-line": _DECORATION, "text-decoration-style": _DECORATION,
    "text-wrap": _words("wrap balance pretty auto"), "white-space": _words("normal nowrap"),
    "hyphens": _words("none manual auto"), "overflow-wrap": _words("normal break-word anywhere"),
    "word-break": _words("normal keep-all", hint="normal or keep-all: no word is divided without a hyphen"),
    "vertical-align": _words("baseline sub super top text-top middle bottom text-bottom", hint="a word, no length"),
    "display": _words("block inline inline-block table table-row table-cell", hint="block, inline or inline-block"),
    "table-layout": _words("auto fixed"), "min-height": Values(lengths=True),
    "clear": _words("none left right both"),
    **{f"break-{side}": _BREAK for side in ("before", "after", "inside")},
    **{f"page-break-{side}": _BREAK for side in ("before", "after", "inside")},
    "orphans": Values(least=1), "widows": Values(least=1),
    "columns": _words("auto", lengths=True, least=1), "column-count": _words("auto", least=1),
    "column-width": _words("auto", lengths=True), "column-fill": _words("auto balance balance-all"),
    "column-gap": _words("normal", lengths=True), "column-span": _words("none all"), "column-rule": _BORDER,
    "column-rule-style": _words(_LINES), "column-rule-width": _words("thin medium thick", lengths=True),
    "list-style": _words("none inside outside", hint="none"),
    "list-style-type": _words("none", hint="none"),
    "list-style-position": _words("inside outside"), "list-style-image": _words("none"),
}  # fmt: skip
_SIZE = _words("auto none", lengths=True)
SIZED: Mapping[str, Values] = dict.fromkeys(("width", "min-width", "max-width"), _SIZE)
"""For pictures, tables and the boxes of the margins."""
PICTURES: Mapping[str, Values] = {
    **dict.fromkeys(("height", "max-height"), _SIZE),
    "float": _words("none left right"), "object-fit": _words("fill contain cover none scale-down"),
}  # fmt: skip
MARGINS: Mapping[str, Values] = {
    name: Values(names=True, lengths=True, signs=",/", colours=True, variables=True, pictures=True)
    for name in ("background", "background-image", "background-position", "background-repeat", "background-size")
}
"""For the boxes in the margins of a page."""
PAGE: Mapping[str, Values] = {"size": Values(names=True, most=(0, 3_400.0), hint="a paper, or up to 1,199 mm a side")}


def admits_font(tokens: Sequence[Any]) -> bool:
    """Whether the short form of a font has lines of at least their letters' height."""
    before = ""
    for token in tokens:
        sign = token.value if token.type == "literal" else ""
        if before == "/":
            if token.type == "function" or not EVERYWHERE["line-height"].admit([token]):
                return False
        elif sign != "/" and not _FONT.admit([token]):
            return False
        before = sign
    return bool(tokens)
