"""Speech by dashes in the languages that write it, and dashes that are none."""

from __future__ import annotations

import pytest

from briefing_tui.model.signs.dashed_speech import dashed_speech


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("— Я солгал Израилю, — признался Путин, — и жалею об этом.", ("Я солгал Израилю", "и жалею об этом")),
        ("– Skłamałem – przyznał Putin.", ("Skłamałem – przyznał Putin",)),
        ("—Mentí a Israel —reconoció Putin—, y lo lamento.", ("Mentí a Israel", "y lo lamento")),
        ("— Je mens, avoua Poutine.", ("Je mens, avoua Poutine",)),
        ("―\u00a0Мы ушли.", ("Мы ушли",)),
        ("\u200b— Мы ушли.", ("Мы ушли",)),
        ("− Мы ушли.", ("Мы ушли",)),
        ("- Мы ушли.", ("Мы ушли",)),
        ("…— Мы ушли.", ("Мы ушли",)),
        ("— 5 000 человек погибли.", ("5 000 человек погибли",)),
        ("Путин сказал: — Я солгал.", ("Я солгал",)),
        ("Я солгал Израилю, — признался Путин, — и жалею.", ("Я солгал Израилю",)),
        ("Я солгал! – сказала она.", ("Я солгал!",)),
        ("Я солгал Израилю, - заявил Путин.", ("Я солгал Израилю",)),
        ("Mentí —dijo Putin.", ("Mentí",)),
        ("It brought none. — I was wrong, Putin said. — And so.", ("I was wrong, Putin said", "And so")),
        ("— We go. — We lied.", ("We go", "We lied")),
        ("Nikt nie przyjechał. – Skłamałem – przyznał.", ("Skłamałem – przyznał",)),
        ("We lied, — said Putin, — and regret it.", ("We lied",)),
    ],
)
def test_a_line_that_has_somebody_speak_is_found(line: str, said: tuple[str, ...]) -> None:
    assert dashed_speech([line]) == [said]


@pytest.mark.parametrize(
    "line",
    [
        "Москва — столица России.", "То, что он ушёл, — признак слабости.", "The line – so they say – holds.",
        "The war, said to be over — said so often — goes on.", "–5 degrees", "— ", "—", "1991–1996, pp. 3–7",
        "«Я солгал», — признался Путин.", "“We go!” — said Putin.", "— “We go.”", "He is a well-known liar - so it is.",
        "the U.S. – Russia line", "Sept. – Oct. 2015", "He left. — or so they say.", "“We go.” — Vladimir Putin",
        "“We go”. — Vladimir Putin", "Он приехал из Москвы — сказано в отчёте.",
    ],
)  # fmt: skip
def test_a_dash_within_a_sentence_is_none(line: str) -> None:
    assert dashed_speech([line]) == []


def test_the_name_behind_words_in_quotation_marks_is_no_speech() -> None:
    assert dashed_speech(["“We go.”", "— Vladimir Putin, speech, 1 May 2025"]) == []
    assert dashed_speech(["“We go.”", "— I lied to Israel"]) == [("I lied to Israel",)]
    assert dashed_speech(["We go.", "— Vladimir Putin"]) == [("Vladimir Putin",)]
