"""The characters that a reader takes for the signs that quotation marks are made of, as Unicode lists them.

Source: Unicode Technical Standard 39, table of confusables, version 15: all that have the same skeleton as the sign.
"""

APOSTROPHES = (
    "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02c8\u02ca\u02cb\u02f4\u0374\u0384\u055a\u055d\u05d9\u05f3\u07f4\u07f5"
    "\u144a\u16cc\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\u2018\u2019\u201b\u2032\u2035\ua78c\uff07\uff40\U00016f51\U00016f52"
)
"""Like `'`."""
DOUBLE = '"\u02ba\u02dd\u02ee\u02f6\u05f2\u05f4\u1cd3\u201c\u201d\u201f\u2033\u2036\u3003\uff02'
"""Like `"`, which is two of them."""
HALF_RINGS = "\u02bf\u02d3\u0559"
"""Like `ʿ`, the partner of one that is like `'`."""
COMMAS = ",\u00b8\u060d\u066b\u201a\ua4f9"
"""Like `,`."""
LESS = "<\u02c2\u1438\u16b2\u2039\u276e\U0001d236"
"""Like `<`."""
GREATER = ">\u02c3\u1433\u203a\u276f\U00016f3f\U0001d237"
"""Like `>`."""
MUCH_LESS = "\u226a\u22d8"
"""Like two or three `<`."""
MUCH_GREATER = "\u226b\u22d9\u2a20"
"""Like two or three `>`."""
ANGLES = "\u2329\u276c\u27e8\u3008\u31db\U00021fe8"
"""Like `〈`, but for a letter of Japanese."""
BREATHINGS = "\u1fcd\u1fce\u1fcf\u1fdd\u1fde\u1fdf"
"""Greek accents over nothing, each like `'` with another beside it."""
