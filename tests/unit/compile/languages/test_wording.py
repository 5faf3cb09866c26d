"""The program's own words, by language."""

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from briefing_tui.citations import Terms
from briefing_tui.compile.languages import wording as wording_module
from briefing_tui.compile.languages.wording import FOLDER, known_languages, wording
from briefing_tui.errors import FormatError
from briefing_tui.model import PartialDate
from briefing_tui.model.standards import SCALES


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("en-GB", "2026-11-21", "21 November 2026"),
        ("en-US", "2026-11-21", "November 21, 2026"),
        ("en-US", "2026-11", "November 2026"),
        ("fr", "2026-11-01", "1er\u00a0novembre 2026"),
        ("fr-FR", "2026-11-02", "2\u00a0novembre 2026"),
        ("de", "2026-03-02", "2.\u00a0März 2026"),
        ("ru", "2026-11-21", "21\u00a0ноября 2026\u00a0г."),
        ("ru", "2026-11", "ноябрь 2026\u00a0г."),
        ("he", "2026-11-21", "21 בנובמבר 2026"),
        ("ar", "2026-11-21", "21 نوفمبر 2026"),
        ("xx", "2026", "2026"),
        ("", "2026", "2026"),
    ],
)
def test_dates(language: str, date: str, words: str) -> None:
    assert wording(language).date(PartialDate.parse(date)) == words


def test_what_is_no_date_is_not_written() -> None:
    assert wording("en").written_date("2026-11-21") == "21 November 2026"
    assert wording("en").written_date("next spring") == ""


def test_an_unknown_language_falls_back_to_english() -> None:
    assert wording("tlh") == wording("en")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.json")), ids=lambda f: f.stem)
def test_no_catalogue_has_what_english_has_not(file: object) -> None:
    english = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))
    other = json.loads((FOLDER / file.name).read_text(encoding="utf-8"))  # type: ignore[attr-defined] # a path
    assert set(other) <= set(english) | {"months-alone"}
    assert set(other.get("words", {})) <= set(english["words"])
    assert len(other.get("months", english["months"])) == 12


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_no_catalogue_lacks_a_word(language: str) -> None:
    english = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))
    own = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    assert own["words"].keys() == english["words"].keys()
    assert own["levels"].keys() == english["levels"].keys()
    for key, words in own["words"].items():
        assert {name for _, name, *_ in Formatter().parse(words) if name} == {
            name for _, name, *_ in Formatter().parse(english["words"][key]) if name
        }


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("en-GB", "plain words", ("“", "”")),
        ("en-GB", "she said “wait” and left", ("‘", "’")),
        ("en-GB", 'she said "wait" and left', ("‘", "’")),
        ("fr", "elle a dit « attends »", ("“", "”")),
        ("ru", "он сказал «жди»", ("„", "“")),
        ("xx", "she said “wait”", ("‘", "’")),
    ],
)
def test_a_quotation_within_stays_apart_from_our_marks(language: str, text: str, marks: tuple[str, str]) -> None:
    assert wording(language).marks_around(text) == marks


@pytest.mark.parametrize("group", ["citations", "likelihoods", "scales"])
@pytest.mark.parametrize("language", sorted(known_languages()))
def test_no_catalogue_lacks_a_word_of_notes_or_scales(language: str, group: str) -> None:
    english = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))[group]
    own = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))[group]
    assert own.keys() == english.keys()
    for key, words in own.items():
        assert {name for _, name, *_ in Formatter().parse(words) if name} == {
            name for _, name, *_ in Formatter().parse(english[key]) if name
        }


def test_notes_want_every_word() -> None:
    words = dict(wording("en").citations)
    del words["paragraph"]
    with pytest.raises(KeyError, match="paragraph"):
        Terms.of(words, wording("en").date, wording("en").marks_around)


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_the_terms_of_a_scale_stay_apart(language: str) -> None:
    words = wording(language)
    for scale, terms in SCALES.items():
        shown = [words.likelihood(term.word) for term in terms]
        assert len(set(shown)) == len(terms)
        assert not terms or words.scales[scale]


def test_a_term_is_shown_in_the_language_and_other_words_as_they_are() -> None:
    assert wording("de").likelihood("Highly likely") == "höchst wahrscheinlich"
    assert wording("en-GB").likelihood("Highly likely") == "Highly likely"
    assert wording("fr").likelihood("perhaps") == "perhaps"


LANGUAGES = sorted({*known_languages(), "en-US"})
SAMPLES = ["4 марта 2026 г.", "U.S. News, Inc.", "Quoi ?", "Yahoo!", "one, two …", "3"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_value_meets_a_second_full_stop(language: str) -> None:
    words = wording(language)
    for key, pattern in words.words.items():
        names = [name for _, name, *_ in Formatter().parse(pattern) if name]
        for sample in SAMPLES if names else ():
            said = words(key, **dict.fromkeys(names, sample))
            assert not re.search(r"[.…!?]\.", said), (key, said)
    date = PartialDate.parse("2026-03-04")
    assert re.search(r"\w\.$", words("statement-date", first=words.date(date)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_spaces_before_punctuation_are_those_of_the_language(language: str) -> None:
    words = wording(language)
    for text in (*words.words.values(), *words.scales.values(), *words.citations.values(), *words.quotation_marks):
        assert not re.search(r" [,.:;!?»]|« ", text), text
        if language == "fr":
            assert not re.search(r"[^\u00a0\u202f][:;!?»](?!//)|«(?![\u00a0\u202f])", text), text
        else:
            assert not re.search(r"[\u00a0\u202f][,.:;!?»]", text), text


@pytest.mark.parametrize(
    ("language", "genre", "said"),
    [
        ("de", "news", "Nachricht"),
        ("fr", "Op-Ed", "tribune"),
        ("he", "press  release", "הודעה לעיתונות"),
        ("ar", "op-ed", "مقال رأي"),
        ("ru", "Kolumne", "Kolumne"),
        ("en-GB", "Op-Ed", "op-ed"),
    ],
)
def test_a_known_genre_is_said_in_the_language_of_the_briefing(language: str, genre: str, said: str) -> None:
    assert wording(language).terms.genre(genre) == said


def test_every_language_has_its_own_word_for_news() -> None:
    assert len({wording(language).terms.genres["news"] for language in known_languages()}) == len(known_languages())


def test_a_language_that_lacks_a_word_is_an_error_and_not_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in wording_module.FOLDER.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    german = json.loads((tmp_path / "de.json").read_text(encoding="utf-8"))
    del german["words"]["sources"]
    (tmp_path / "de.json").write_text(json.dumps(german), encoding="utf-8")
    monkeypatch.setattr(wording_module, "FOLDER", tmp_path)
    with pytest.raises(FormatError, match="the words of 'de' lack 'sources'"):
        wording_module.wording.__wrapped__("de-AT")
    assert wording_module.wording.__wrapped__("fr").words["sources"]
    assert wording_module.wording.__wrapped__("xx").words["sources"] == "Sources"
