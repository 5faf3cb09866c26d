"""Who is quoted in an article, with the role that the text gives them, and where they speak."""

from __future__ import annotations

import pytest

from briefing_tui.ingest.speakers import speakers_in


def found(*paragraphs: str, language: str = "en") -> list[tuple[str, str, tuple[int, ...]]]:
    return [(s.name, s.role, s.paragraphs) for s in speakers_in("\n\n".join(paragraphs), language)]


INTRODUCED = "Mira Talvik, a senior fellow at the Port Selva Institute, told the Courier that the harbour is safe."


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (INTRODUCED, "Mira Talvik", "senior fellow at the Port Selva Institute"),
        ("“It is safe,” said Mira Talvik, head of the harbour office.", "Mira Talvik", "head of the harbour office"),
        ("“It is safe,” Mira Talvik, 45, a teacher from Selva, said.", "Mira Talvik", "teacher from Selva"),
        ("Danish Foreign Minister Mira Talvik said it was safe.", "Mira Talvik", "Danish Foreign Minister"),
        ("Greenland and Iceland expert Mira Talvik warned of it.", "Mira Talvik", "Greenland and Iceland expert"),
        ("Former chief of staff Mira Talvik said so.", "Mira Talvik", "chief of staff"),
        ("The Danish envoy to the islands, Mira Talvik, said so.", "Mira Talvik", "Danish envoy to the islands"),
        ("The ministry’s spokeswoman, Mira Talvik, said so.", "Mira Talvik", "spokeswoman"),
        ("Mira Talvik, who heads the institute, said so.", "Mira Talvik", "heads the institute"),
        ("Of the two, Mira Talvik – a retired pilot – said more.", "Mira Talvik", "retired pilot"),
        ("Gov. Mira Talvik was quoted as saying that it was safe.", "Mira Talvik", "Gov."),
        ("The harbour is safe, according to Judge Mira Talvik.", "Mira Talvik", "Judge"),
        ("The deal, explained Admiral Mira Talvik, “is safe for all.”", "Mira Talvik", "Admiral"),
        ("Dr. Mira Talvik of the Department of Health says it is safe.", "Mira Talvik", ""),
        ("President Mira Talvik, however, has repeatedly said it.", "Mira Talvik", "President"),
    ],
)
def test_roles_are_the_words_of_the_text(text: str, name: str, role: str) -> None:
    assert found(text) == [(name, role, (1,))]


def test_a_surname_alone_stands_for_the_full_name() -> None:
    assert found(INTRODUCED, "Nobody else was asked.", "Talvik told the Courier that “ships come and go.”") == [
        ("Mira Talvik", "senior fellow at the Port Selva Institute", (1, 3))
    ]


def test_a_surname_of_two_people_is_nobody_in_particular() -> None:
    named = "Mira Talvik and Joan Talvik met Captain Otto Brandt, who said that it was late."
    assert found(named, "“It was,” Talvik said.") == [("Otto Brandt", "Captain", (1,))]


def test_pronouns_mean_the_last_speaker() -> None:
    assert found(INTRODUCED, "The harbour is old, she said.", "According to her, it will last.") == [
        ("Mira Talvik", "senior fellow at the Port Selva Institute", (1, 2, 3))
    ]


@pytest.mark.parametrize(
    "second",
    [
        "The mayor, Otto Brandt, left. “It was late,” she said.",
        "The plan did not appeal to Captain Otto Brandt, and he said so.",
        "They said so.",
    ],
)
def test_a_pronoun_that_could_mean_another_means_nobody(second: str) -> None:
    met = "Otto Brandt, a captain, and his crew arrived."
    (only,) = found(met, INTRODUCED, second)
    assert (only[0], only[2]) == ("Mira Talvik", (2,))


def test_a_pronoun_of_the_other_gender_means_another() -> None:
    assert found(INTRODUCED, "It is safe, she said.", "It was late, he said.")[0][2] == (1, 2)


def test_whoever_opens_the_paragraph_is_meant() -> None:
    second = "Captain Otto Brandt, however, disagreed with that. “Ships will stay away,” he said."
    assert found(INTRODUCED, second)[1] == ("Otto Brandt", "Captain", (2,))


def test_a_quotation_goes_on_over_paragraphs() -> None:
    assert found(INTRODUCED + " “It is old.", "“It is strong.", "“And it is ours.”", "Nobody else came.")[0][2] == (
        1,
        2,
        3,
    )


def test_an_open_quotation_belongs_to_whom_it_is_put_down_to_at_its_end() -> None:
    speakers_ = found(INTRODUCED, "“We are tired.", "“We want to sleep,” said Captain Otto Brandt.")
    assert speakers_[0][2] == (1,)
    assert speakers_[1] == ("Otto Brandt", "Captain", (2, 3))


def test_third_hand_words_are_the_reporters() -> None:
    text = "Mira Talvik, a lawyer, said that President Otto Brandt had said that it was over."
    assert found(text) == [("Mira Talvik", "lawyer", (1,))]
    at_the_end = "President Otto Brandt said that it was over, according to Mira Talvik, a lawyer."
    assert found(at_the_end) == [("Mira Talvik", "lawyer", (1,))]


def test_nobody_speaks_within_quotation_marks() -> None:
    text = "“President Otto Brandt said that it was over,” Judge Mira Talvik recalled."
    assert found(text) == [("Mira Talvik", "Judge", (1,))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The port closed, a senior Danish official confirmed to the Courier.", "senior Danish official"),
        (
            "The Courier cited an unnamed Danish official as saying, “The port will be closed.”",
            "unnamed Danish official",
        ),
        ("A spokesman for the harbour office said it was closed.", "spokesman for the harbour office"),
        ("Two people close to the talks met. Danish diplomatic sources say it is closed.", "Danish diplomatic sources"),
        ("The Danish Defense Ministry said the port was closed.", "Danish Defense Ministry"),
        ("The port is closed, said the Ministry of Transport.", "Ministry of Transport"),
        ("The Kremlin announced that the port was closed.", "Kremlin"),
        ("The Danish ambassador in Selva said during his visit that it was closed.", "Danish ambassador in Selva"),
    ],
)
def test_speakers_without_a_name_and_institutions(text: str, name: str) -> None:
    assert found(text) == [(name, "", (1,))]


def test_the_ministry_is_the_one_named_before() -> None:
    assert found("The Danish Defense Ministry said it was closed.", "“Wait a few days,” the ministry added.") == [
        ("Danish Defense Ministry", "", (1, 2))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Captain Otto Brandt met the Danish foreign minister, Mira Talvik, on Monday.",
        "The Guardian reported that the port was closed. The New York Times said so too.",
        "Denmark said the port was closed.",
        "Moscow announced it. The US said so. Tel Aviv said nothing. Hong Kong said it.",
        "According to a report, it was closed. According to plans, it will open. It was according to custom.",
        "Captain Otto Brandt refused to say more, could not say when, and was told to wait. He is said to be tired.",
        "Judge Mira Talvik believes in the harbour.",
        "Critics say so. Many said it. Some officials left.",
        "According to the UN report, the port was closed.",
        "As the saying goes, the sea told no lies.",
        "The book Red Harbour says it well.",
        "Otto Brandt’s speech said much.",
        "",
        "“",
    ],
)
def test_whoever_is_merely_mentioned_does_not_speak(text: str) -> None:
    assert found(text) == []


def test_interviews_show_the_speaker_in_any_language() -> None:
    assert found("María Soto: «Así es.»", "“¿Y ahora?”", "Soto: «No lo sé.»", language="es") == [
        ("María Soto", "", (1, 3))
    ]
    assert found("Mira Talvik: “That is what I mean.”") == [("Mira Talvik", "", (1,))]
    assert found("“We wait.” Correction: “We do not wait.”", "Correction: “We go.”") == []


def test_german() -> None:
    assert found(
        "Der Historiker Jens Möbel, Leiter des Hafenmuseums, sagte der Zeitung, das sei neu. „Sehr neu“, sagte er.",
        "Laut Außenministerin Petra Lund bleibt der Hafen zu. Ein Sprecher des Ministeriums sagte, man prüfe das.",
        language="de",
    ) == [
        ("Jens Möbel", "Leiter des Hafenmuseums", (1,)),
        ("Petra Lund", "Außenministerin", (2,)),
        ("Sprecher des Ministeriums", "", (2,)),
    ]


def test_french() -> None:
    assert found(
        "« Le port est fermé », a déclaré mardi Jeanne Moulin, directrice du port. Elle a ajouté que tout allait bien.",
        "« C’est fini », affirme-t-elle. Selon le ministre Paul Lande, rien n’est fini.",
        language="fr",
    ) == [("Jeanne Moulin", "directrice du port", (1, 2)), ("Paul Lande", "ministre", (2,))]


def test_russian() -> None:
    assert found(
        "Министр транспорта Дании Андрей Петровский заявил, что порт закрыт. «Надолго», — сказал он.",
        "По словам Петровского, всё спокойно. По его словам, так и будет.",
        "Как сообщила директор порта Анна Лунина, корабли ушли.",
        language="ru",
    ) == [("Андрей Петровский", "Министр транспорта Дании", (1, 2)), ("Анна Лунина", "директор порта", (3,))]


def test_other_languages_are_left_alone() -> None:
    assert found("Il ministro Paolo Landi ha detto che il porto è chiuso.", language="it") == []
    assert found("ראש העיר: “הנמל סגור”", language="he") == []


def test_a_role_of_years_later_is_not_taken_for_that_of_the_words() -> None:
    between = "\n\n".join(
        f"The ferry of year {n} sailed on as before, and nobody at the quay asked why." for n in range(6)
    )
    text = (
        "In 1947 the envoy to the islands, Otto Brandt, said that the port would stay open.\n\n"
        f"{between}\n\nOtto Brandt, the minister of ports, stayed at home that year."
    )
    (speaker,) = speakers_in(text, "en")
    assert (speaker.name, speaker.paragraphs) == ("Otto Brandt", (1,))
    assert "minister" not in speaker.role
