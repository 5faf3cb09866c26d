"""The words of judgements: vague ones, terms of another scale, percentages; and what only looks like them."""

from __future__ import annotations

import pytest

from briefing_tui.checks import RULES, Subject
from briefing_tui.checks.judging.percentages import _words_of, percentages
from briefing_tui.checks.phrasing.phrases import fold
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Brief, Confidence, Judgement, Severity


def found(rule: str, text: str, *, scale: str = "phia", language: str = "en-GB", **judgement: object) -> list[str]:
    """The messages of one rule on a brief with one judgement."""
    judged = Judgement("j1", text, **judgement)  # type: ignore[arg-type]
    brief = Brief("b", scale=scale, language=language, judgements=(judged,))
    return [hit.message for hit in RULES[rule].find(Subject(brief, {}, {}))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moscow may close the line.", "‘may’"),
        ("Moscow might or could close it.", "‘might’ and ‘could’"),
        ("We cannot rule out that the line closes.", "‘cannot rule out’"),
        ("A closure can’t be excluded.", "‘can’t be excluded’"),
        ("Possibly the line closes.", "‘Possibly’"),
        ("It is likely to close. Then Moscow could open it.", "‘could’"),
        ("There is a chance that it closes.", "‘There is a chance’"),
        ("It may close in May 2027.", "‘may’"),
        ("It is conceivable that the line ends.", "‘is conceivable’"),
        ("A second closure seems plausible.", "‘seems plausible’"),
    ],
)
def test_vague_words_are_named(text: str, words: str) -> None:
    assert [m.partition(" leave")[0] for m in found("judgement.vague", text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that Israel could strike there.",
        "There is a realistic possibility that the line closes.",
        "The talks of May 2024 settled it.",
        "In May the line closed.",
        "Since May they have met twice.",
        "Its military might settled it.",
        "They could not agree.",
        "He promised more than he could deliver.",
        "It depends on whether Moscow may act.",
        "He said “it may close”, and it did.",
        "The possible gain is small.",
        "They met as soon as possible.",
        "Theresa May closed it.",
        "May will bring talks.",
        "May was quiet; June was not.",
    ],
)
def test_what_only_looks_vague_is_none(text: str) -> None:
    assert found("judgement.vague", text) == []
    assert found("judgement.vague", text, scale="none") == []


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "Moscou pourrait fermer la ligne.", 1),
        ("fr", "Il n’est pas exclu que Moscou ferme la ligne.", 1),
        ("fr", "Moscou a fermé la ligne.", 0),
        ("de", "Moskau könnte die Leitung schließen.", 1),
        ("de", "Es ist nicht auszuschließen, dass Moskau sie schließt.", 1),
        ("de", "Moskau konnte die Leitung schließen.", 0),
        ("ru", "Нельзя исключить, что Москва закроет линию.", 1),
        ("ru", "Это невозможно.", 0),
        ("he", "ייתכן", 0),
    ],
)
def test_other_languages_have_lists_of_their_own(language: str, text: str, count: int) -> None:
    assert len(found("judgement.vague", text, language=language)) == count
    assert bool(found("judgement.not-checked", text, language=language)) is (language == "he")


@pytest.mark.parametrize(
    ("scale", "text", "word"),
    [
        ("phia", "It is very likely that it closes.", "very likely"),
        ("phia", "There is almost no chance of it.", "almost no chance"),
        ("icd203", "It is highly likely that it closes.", "highly likely"),
        ("icd203", "There is a realistic possibility of it.", "realistic possibility"),
        ("phia", "It will probably close.", "probably"),
        ("none", "It is likely, and very likely in spring. It is highly likely in summer.", "highly likely"),
    ],
)
def test_terms_of_another_scale_are_named(scale: str, text: str, word: str) -> None:
    (message,) = found("judgement.scales", text, scale=scale)
    assert message.startswith(f"‘{word}’ is a term of ")


@pytest.mark.parametrize(
    ("scale", "text"),
    [
        ("phia", "It is highly likely, or almost certain, that it closes."),
        ("icd203", "It is very unlikely that it closes."),
        ("phia", "He calls it “very likely”."),
        ("none", "It is likely, and very likely in spring."),
        ("phia", "There is a remote chance of it, in a remote area, without probable cause."),
    ],
)
def test_terms_of_its_own_scale_are_let_through(scale: str, text: str) -> None:
    assert found("judgement.scales", text, scale=scale) == []


@pytest.mark.parametrize(
    ("text", "stated", "said"),
    [
        ("It is likely (20 %) that it closes.", "", "20 % contradicts ‘likely’"),
        ("It is likely (about 40–60 per cent) that it closes.", "", "40 to 60 % contradicts ‘likely’"),
        ("It is highly unlikely, at 30%, that it closes.", "", "30 % contradicts ‘highly unlikely’"),
        ("There is a 70 % chance that it closes.", "unlikely", "70 % contradicts ‘unlikely’"),
        ("It is unlikely: the probability of 60 percent is gone.", "", "60 % contradicts ‘unlikely’"),
        ("We think that it is likely: 20 %.", "", "20 % contradicts ‘likely’"),
        ("We judge it unlikely—60 %.", "", "60 % contradicts ‘unlikely’"),
        ("More fighting is unlikely (80 %).", "", "80 % contradicts ‘unlikely’"),
        ("A fall of the government is almost certain (20 %).", "", "20 % contradicts ‘almost certain’"),
        ("That prices matter is unlikely (80 %).", "", "80 % contradicts ‘unlikely’"),
        ("It is unlikely, with a 70 % chance.", "", "70 % contradicts ‘unlikely’"),
        ("It is unlikely; there is a 70 % chance.", "", "70 % contradicts ‘unlikely’"),
        ("It is unlikely [60 %] that it closes.", "", "60 % contradicts ‘unlikely’"),
    ],
)
def test_a_percentage_against_its_term_is_an_error(text: str, stated: str, said: str) -> None:
    (message,) = found("judgement.percentage", text, likelihood=stated)
    assert message.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "It is likely (55 to 75 %) that it closes.",
        "It is likely (60 %) that it closes.",
        "It is likely that 20 % of the flights end.",
        "Prices are likely 20 % lower.",
        "It is likely (20 % of the flights) that it closes.",
        "Growth is likely, at 2 %, to slow.",
        "Inflation, likely at 3 %, hurts.",
        "Turnout is unlikely, at 70 %, to be matched.",
        "It is likely to close; a 20 % chance of rain remains.",
        "In 2023, 5 % left.",
    ],
)
def test_a_percentage_of_something_else_is_let_through(text: str) -> None:
    assert found("judgement.percentage", text) == []


def test_the_reason_and_the_bottom_line_are_read_too() -> None:
    because = Confidence("low", "A very likely story.")
    assert found("judgement.scales", "It closes.", confidence=because)
    brief = Brief("b", bottom_line="It is unlikely (80 %) to close.")
    (hit,) = RULES["judgement.percentage"].find(Subject(brief, {}, {}))
    assert hit.place == "bottom-line"
    brief = Brief("b", bottom_line="We have high confidence that it is likely to close.")
    (hit,) = RULES["judgement.mixed"].find(Subject(brief, {}, {}))
    assert hit.place == "bottom-line"


def test_the_adverb_of_a_term_is_that_term() -> None:
    assert found("judgement.percentage", "It almost certainly (50 %) closes.")
    assert not found("judgement.percentage", "It almost certainly (97 %) closes.")
    assert found("judgement.mixed-reason", "It closes.", confidence=Confidence("low", "They almost certainly agree."))
    assert found("judgement.vague", "We cannot entirely rule out a strike.")


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("We have high confidence that it is likely.", True),
        ("It is likely, and we are fairly confident that it lasts.", True),
        ("We judge with high confidence that it will probably rain.", True),
        ("We have high confidence that it is very likely.", True),
        ("It is almost certainly so, we say with high confidence.", True),
        ("It is highly likely (confidence: moderate).", True),
        ("It is likely that public confidence falls.", False),
        ("It is likely that confidence-building measures fail.", False),
        ("It is likely. We have moderate confidence in this.", False),
        ("Consumer confidence is likely to fall.", False),
        ("Confidence is likely to fall.", False),
        ("Voters are unlikely to have full confidence in the minister.", False),
        ("Moscow has little confidence that a deal is likely.", False),
        ("Confidence is high that it is likely.", True),
        ("High confidence: it is likely.", True),
        ("It is likely (moderate to high confidence).", True),
        ("Our confidence that it is likely has grown.", True),
        ("We assess with moderate to high confidence that it is likely.", True),
        ("We have high to moderate confidence that it is likely.", True),
        ("We have a high level of confidence that it is likely.", True),
        ("With moderate-to-high confidence, closing is likely.", True),
        ("Investors are likely to respond with confidence.", False),
        ("The confidence level of voters is likely to rise.", False),
    ],
)
def test_only_our_own_confidence_counts(text: str, mixed: bool) -> None:
    assert bool(found("judgement.mixed", text)) is mixed


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "It is almost certainly so (50 %).", "50 % contradicts ‘almost certain’"),
        ("en", "There is a 50 % (almost certain) chance of it.", "50 % contradicts ‘almost certain’"),
        ("de", "Das ist nahezu sicher so (50 Prozent).", "50 % contradicts ‘almost certain’"),
        ("de", "Die Furt wird wahrscheinlich (20 %) gesperrt.", "20 % contradicts ‘likely’"),
        ("fr", "Il est probable (de 20 à 30 pour cent) que le gué ferme.", "20 to 30 % contradicts ‘likely’"),
        ("fr", "C’est quasi certain ici (50 %).", "50 % contradicts ‘almost certain’"),
        ("ru", "Это почти наверняка так (50 %).", "50 % contradicts ‘almost certain’"),
        ("he", "כמעט ודאי כך (50%).", "50 % contradicts ‘almost certain’"),
        ("he", "סביר (כ-20%) שהמעבר ייסגר.", "20 % contradicts ‘likely’"),
        ("ar", "شبه مؤكّد هكذا (50٪).", "50 % contradicts ‘almost certain’"),
        ("ar", "من المرجّح (٢٠ في المئة) أن يغلق المعبر.", "20 % contradicts ‘likely’"),
    ],
)
def test_a_percentage_of_the_same_clause_is_held_against_the_term(language: str, text: str, said: str) -> None:
    (message,) = found("judgement.percentage", text, language=language)
    assert message.startswith(said)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "It is likely to close in May (20 %).", "20 % stands with ‘likely’"),
        ("en", "It will almost certainly close: about 50 %.", "50 % stands with ‘almost certain’"),
        ("en", "The party is highly likely to hold its majority (52 %).", "52 % stands with ‘highly likely’"),
        ("en", "It will likely remain the main partner (30 %).", "30 % stands with ‘likely’"),
        ("en", "The likely winner, 52 %.", "52 % stands with ‘likely’"),
        ("en", "Likely losses: 20 %.", "20 % stands with ‘likely’"),
        ("en", "A rise in the tariff is likely: 20 %.", "20 % stands with ‘likely’"),
        ("en", "A pay rise is likely — 3 %.", "3 % stands with ‘likely’"),
        ("en", "A majority for the treaty is likely: 51 %.", "51 % stands with ‘likely’"),
        ("en", "Something is likely: 49 %.", "49 % stands with ‘likely’"),
        ("en", "Growth, which is likely: 2 %.", "2 % stands with ‘likely’"),
        ("en", "It isn't likely (20 %).", "20 % stands with ‘likely’"),
        ("en", "Nor is it likely (10 %) that it closes.", "10 % stands with ‘likely’"),
        ("fr", "Une majorité est probable : 51 %.", "51 % stands with ‘likely’"),
        ("ru", "Повышение вероятно: 20 %.", "20 % stands with ‘likely’"),
        ("de", "Es ist keineswegs wahrscheinlich (20 %).", "20 % stands with ‘likely’"),
        ("en", "A new quota is likely [20 %].", "20 % stands with ‘likely’"),
        ("en", "It is not likely (20 %) that it closes.", "20 % stands with ‘likely’"),
        ("en", "It is as likely (50 %) as not.", "50 % stands with ‘likely’"),
        ("de", "Ein Zoll ist wahrscheinlich (20 %).", "20 % stands with ‘likely’"),
        ("fr", "Une taxe est probable (20 %).", "20 % stands with ‘likely’"),
        ("ru", "Пошлина вероятно (20 %) останется.", "20 % stands with ‘likely’"),
        ("de", "Die Steuer beträgt wahrscheinlich 15 Prozent.", "15 % stands with ‘likely’"),
        ("de", "Der Anteil bleibt wahrscheinlich stabil (15 %).", "15 % stands with ‘likely’"),
        ("fr", "Le taux sera probablement de 15 %.", "15 % stands with ‘likely’"),
        ("ru", "Налог, вероятно, 15 %.", "15 % stands with ‘likely’"),
    ],
)
def test_a_percentage_that_may_be_of_something_else_is_no_error(language: str, text: str, said: str) -> None:
    assert found("judgement.percentage", text, language=language) == []
    (message,) = found("judgement.percentage-near", text, language=language)
    assert message.startswith(said)
    assert RULES["judgement.percentage-near"].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is almost certainly so (97 %)."),
        ("en", "Prices are likely to fall (20 %)."),
        ("en", "It is likely that the share stays (20 %)."),
        ("en", "It is likely because few came (20 %)."),
        ("en", "It is highly likely (85 %) to close."),
        ("de", "Das ist höchst wahrscheinlich (85 %)."),
        ("de", "Die Preise werden wahrscheinlich sinken (20 %)."),
        ("fr", "Les prix vont probablement baisser (20 %)."),
        ("ru", "Вероятно (60 %), что брод закроют."),
        ("he", "סביר (60%) שהמעבר ייסגר."),
        ("ar", "من المرجح (60٪) أن يغلق المعبر."),
    ],
)
def test_one_that_fits_or_is_of_something_else_is_let_through(language: str, text: str) -> None:
    assert found("judgement.percentage", text, language=language) == []
    assert found("judgement.percentage-near", text, language=language) == []


@pytest.mark.parametrize("language", ["de", "fr", "ru", "he", "ar"])
def test_the_terms_in_each_language_are_those_that_its_pages_print(language: str) -> None:
    printed_terms = wording(language).likelihoods
    assert printed_terms
    for term, printed in printed_terms.items():
        known = _words_of(language).terms
        assert any(term == word and phrases.opens(fold(printed)) for word, phrases in known)


@pytest.mark.parametrize("sign", ["7", " ", "(", "likely ", "likely 7", "1.", "at ", "50 % chance "])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_long_text_is_read_in_time_that_grows_with_it(language: str, sign: str) -> None:
    list(percentages("likely " + sign * (100_000 // len(sign)) + " 5 %", language))
