"""The reason for a confidence, as it is typed and as it is kept."""

from __future__ import annotations

BECAUSE = {"en": ("because",), "fr": ("car", "parce que"), "ru": ("так как", "потому что")}
"""What is printed before a reason that begins with a small letter, and what says the same, by language."""


def reason(text: str, language: str) -> str:
    """A reason without the ‘because’ at its beginning that is printed before it."""
    said = text.strip()
    doubled = BECAUSE.get(language.partition("-")[0].casefold(), ())
    return next((said[len(word) :].lstrip(" ,:") for word in doubled if said.startswith(f"{word} ")), said)
