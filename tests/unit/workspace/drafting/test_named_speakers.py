"""The grammar of the people quoted, as a person types them."""

from __future__ import annotations

import pytest

from briefing_tui.errors import InvalidError
from briefing_tui.model import NamedSpeaker
from briefing_tui.workspace.drafting.named_speakers import named_speakers, shown_speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("", ()),
        (" ; ", ()),
        ("Ida Berg", (NamedSpeaker("Ida Berg"),)),
        ("Ida Berg (mayor)", (NamedSpeaker("Ida Berg", "mayor"),)),
        ("Ida Berg ¶4,9", (NamedSpeaker("Ida Berg", "", (4, 9)),)),
        (
            "Anna Petrova (general, ret.; of the guard) ¶ 4, 9-11; Ida Berg ¶2",
            (
                NamedSpeaker("Anna Petrova", "general, ret.; of the guard", (4, 9, 10, 11)),
                NamedSpeaker("Ida Berg", "", (2,)),
            ),
        ),
        ("Anna (Anya) Petrova (x (y)) ¶ 3", (NamedSpeaker("Anna (Anya) Petrova", "x (y)", (3,)),)),
    ],
)
def test_names_roles_and_paragraphs(text: str, speakers: tuple[NamedSpeaker, ...]) -> None:
    assert named_speakers(text, paragraphs=20) == speakers
    assert named_speakers(shown_speakers(speakers)) == speakers, "what is shown can be typed"


@pytest.mark.parametrize("text", ["(mayor)", "A ¶", "A ¶ x", "A ¶ 9-4", "A; A", "A ((", "A ¶ 99", "¶ 4"])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidError):
        named_speakers(text, paragraphs=20)


def test_a_known_speaker_keeps_what_cannot_be_typed() -> None:
    known = (NamedSpeaker("Ida Berg", "mayor", (1,), {"id": "q1"}),)
    (speaker,) = named_speakers("Ida Berg (former mayor) ¶ 2", known, 5)
    assert speaker == NamedSpeaker("Ida Berg", "former mayor", (2,), {"id": "q1"})
