"""How much of their wording two texts share."""

from __future__ import annotations

import pytest

from briefing_tui.search import in_common

FIRST = "the ferry to the far side of the bay was late again on every day of that week"
OTHER = "nobody in the council could say who had ordered the second crane or what it cost"


def test_a_text_is_all_in_itself_and_in_a_longer_one() -> None:
    assert in_common(FIRST, FIRST.upper()) == 1
    assert in_common(FIRST, f"{OTHER}. {FIRST}. {OTHER}") == 1
    assert in_common(f"{OTHER}. {FIRST}", FIRST) == 1


def test_two_texts_share_what_stands_in_both() -> None:
    longer = f"{FIRST}. {OTHER}"
    assert in_common(longer, f"{FIRST}. {' '.join(OTHER.split()[::-1])}") == pytest.approx(
        len(FIRST.split()) / len(longer.split()), abs=0.04
    )


@pytest.mark.parametrize("other", [OTHER, "", "the ferry to the far side of the moon"])
def test_what_is_not_shared_counts_for_nothing(other: str) -> None:
    assert in_common(FIRST, other) == 0
