"""Locators in the words of a note."""

import pytest

from briefing_tui.citations import locator


@pytest.mark.parametrize(
    ("first", "last", "options", "words"),
    [
        (4, 0, {}, "¶ 4"),
        (4, 4, {}, "¶ 4"),
        (4, 5, {}, "¶¶ 4–5"),
        (4, 4, {"heading": True}, "heading before ¶ 4"),
        (4, 6, {"heading": True}, "heading before ¶ 4"),
        (4, 4, {"pages": (3, 3)}, "p. 3, ¶ 4"),
        (4, 5, {"pages": (3, 4)}, "pp. 3–4, ¶¶ 4–5"),
        (4, 4, {"pages": (3, 3), "heading": True}, "p. 3, heading before ¶ 4"),
        (4, 4, {"digest": True}, "in our digest, ¶ 4"),
        (4, 5, {"digest": True}, "in our digest, ¶¶ 4–5"),
        (4, 4, {"digest": True, "original": [7]}, "original ¶ 7 (our digest, ¶ 4)"),
        (4, 4, {"digest": True, "original": [8, 7, 8]}, "original ¶¶ 7–8 (our digest, ¶ 4)"),
        (4, 5, {"digest": True, "original": [7, 8, 9, 12]}, "original ¶¶ 7–9, 12 (our digest, ¶¶ 4–5)"),
        (4, 4, {"original": [7]}, "¶ 4"),
    ],
)
def test_it_names_the_paragraphs(first: int, last: int, options: dict[str, object], words: str) -> None:
    assert locator(first, last, **options) == words  # type: ignore[arg-type] # the options of one case
