"""Texts that files, readers of YAML and careless programs stumble over."""

from typing import Any

from hypothesis import strategies as st

SAMPLES = [
    *("NO", "yes", "y", "~", "null", "true", "1e3", "0o17", "0x1F", "1_000", "12:30:00", "2019-11-20", "2019", "007"),
    *(
        "- a",
        "a: b",
        "a:",
        "[",
        "{",
        "# no comment",
        "a #b",
        "'",
        '"',
        "\\",
        "%YAML",
        "@x",
        "*x",
        "&x",
        "!x",
        "=",
        "<<",
        "?",
    ),
    *("", " ", "  lead", "trail  ", "\t", "\n", "\n\nx", "x\n", "x\n\n", "a\n  b\nc", "a\r\nb", "a\rb", "---", "..."),
    *(" " * 120, "word " * 60, ("word " * 30 + "\n") * 3, "x" * 500, "a  b " * 40),
]
SIGNS = " \n\t:#'\"-?[]{},&*!|>%@`~aé\u0085\u2028\u2029\ufeff\x00\x07\x7f\x9f\u202e\u0301😀א"

TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=200), st.text(SIGNS, max_size=250), st.sampled_from(SAMPLES)
)
"""Any text that a file can hold, awkward ones often."""

VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
)
"""Texts, and lists and mappings of them."""
