"""Sentences and words: what a careful reader would mark, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span, sentences, words

ENGLISH = [
    # Plain ends.
    "The envoy left.| The talks went on.",
    "Who signs?| Nobody knows!| The cabinet will say.",
    "One sentence without a full stop",
    "He left\nin a hurry.| She stayed.",
    # Acronyms.
    "The U.S. President called twice.",
    "They met in the U.S. The next round is in May.".replace("S. The", "S.| The"),
    "Aid came from the U.N. and the E.U. alike.",
    "He moved to Washington, D.C.| It was a mistake.",
    "He moved to Washington, D.C., in the spring.",
    "The U.S. State Department and the U.K. Foreign Office agreed.",
    "It was built in the U.S.| But it was paid for elsewhere.",
    "It was built in the U.S. A senior official confirmed that.".replace("S. A", "S.| A"),
    "Goods from the U.S.S.R. Ministry arrived.",
    "He has a Ph.D.| His sister has two.",
    "Talks open at 9 a.m. Monday in Geneva.",
    "Talks open at 9 a.m.| They end at noon.",
    # Dates, numbers and other abbreviations.
    "Before Oct. 7 the line was quiet.",
    "It changed on Oct. 7.| After that nobody called.",
    "The note is dated 8.11.2019 and unsigned.",
    "The note is dated 8.11.2019.| It is unsigned.",
    "Trade grew by 3.5 per cent in 2018.| Then it fell.",
    "It cost $2.4 billion.| No. 5 on the list cost more.",
    "Resolution No. 242 was cited.",
    "Did he agree? No.| He walked out.".replace("? No", "?| No"),
    "See Art. 5 and pp. 12–14 of the treaty.",
    "See Vol. III for the rest.",
    "It began in 1993.| It ended in 1998.",
    "1. The first point stands.| The second falls.",
    "A. The first point stands.| It was made twice.",
    "II. The second part is shorter.| It has no maps.",
    "He was first.| 15 others followed.",
    "Acme Ltd. Chairman Roy Holt resigned.",
    "He sold it to Acme Ltd.| The price is not known.",
    "Guns, shells, etc. were found.",
    "They brought guns, shells, etc.| Soldiers watched.",
    "Weizman et al. (2011) say otherwise.",
    "The city, i.e. its centre, e.g. the port, was hit.",
    "It was Haifa vs. Odessa again.",
    "The case Smith v. Jones was closed.",
    # Titles and initials.
    "Mr. Adler met Dr. Petrova and Gen. Sokol.| Mrs. Adler did not.",
    "J. S. Smith spoke first.| A. Lindqvist spoke last.",
    "A report by J.S. Smith was read.",
    "George H. W. Bush was there.| So was I.",
    "Lt. Col. Baker and Maj. Gen. Levin shook hands.",
    "They flew to St. Petersburg.| It rained.",
    "We chose plan B.| The others chose plan C.",
    "The car was Dana Levi’s. The house was not.".replace("s. The", "s.| The"),
    # Quotation marks and brackets after the stop.
    "“We agreed.”| She sat down.",
    "'We agreed.'| She sat down.",
    '"We agreed."| She sat down.',
    "He said: “We agreed. Then we left.” She nodded.".replace("agreed. T", "agreed.| T").replace("” She", "”| She"),
    "“He told me ‘never again.’”| Then he went home.",
    "“He told me ‘never again.’ ”| Then he went home.",
    "“We spoke of ‘the sons of the land,’ ” said the envoy.",
    "(The text is secret.)| The summary is not.",
    "The text is secret (the summary is not).| Both are short.",
    "It is over. [The minister] has resigned.".replace(". [", ".| ["),
    "It had begun in 2014 [with the strike] and went on.",
    "The plan (whose plan?) was dropped.",
    "*This is in italics.*| This is not.",
    "They relayed it to the U.S.”| Then they waited.",
    # Questions and exclamations inside a sentence.
    "“Is it true?” she said.| Nobody answered.",
    "“Is it true?” Dana Levi asked.| Nobody answered.",
    "“Is it true?” the old general asked.",
    "“Is it true?”| He did not answer.",
    "“Enough!” – the minister stood up.| “Enough.”",
    "You did what?!| I see.",
    "Why not?..| It is late.",
    "It is the Yahoo! of the region.",
    # Ellipses.
    "He said … nothing at all.| Then he left.",
    "He said... nothing at all.| Then he left.",
    "He waited…| Nobody came.",
    "He waited...| Nobody came.",
    "…and so it went on.| Until May.",
    "“… we held the line.”| They did.",
    "The pact […] Moscow signed was short.",
    "The pact was short. […] It held.".replace(". [", ".| ["),
    # Names with a small first letter, notes, lists.
    "It was over. al-Hariri resigned.".replace(". al", ".| al"),
    "The firm rose. iRobot fell.".replace(". i", ".| i"),
    "The line holds.[12]| It is old.",
    "The line holds.12| It is old.",
    "The line holds.¹²| It is old.",
    "They asked for three things:|\n- guns|\n- money|\n- time",
    "They asked for two things:|\n1. guns and|\n2. money",
    "Roses are red,\nviolets are blue.",
]
OTHERS = [
    ("ru", "Договор подписан в 1993 г. в Москве.| Он действует."),
    ("ru", "Договор подписан в 1993 г.| После этого всё изменилось."),
    ("ru", "Договор подписан в 1993 г. Россия и Израиль довольны."),
    ("ru", "Это союз, т. е. договор."),
    ("ru", "Это союз, т.е. Москва и Каир заодно."),
    ("ru", "Пришли гости и т. д.| Министр молчал."),
    ("ru", "Потратили 5 млн.| Министр молчал."),
    ("ru", "Завод им. Калинина закрыт.| Рабочие ушли."),
    ("ru", "Она ответила им.| Потом ушла."),
    ("ru", "А. С. Иванов и В. В. Петров молчали.| Говорил И. Сидоров."),
    ("ru", "«Зачем?» — спросил он.| Никто не ответил."),
    ("ru", "«Мы уходим».| Он встал."),
    ("ru", "Он ушёл...| Дверь закрылась."),
    ("uk", "Це відбулося в м. Києві.| Потім усі поїхали."),
    ("fr", "«\u00a0Pourquoi\u00a0?\u00a0» demanda-t-il.| Personne ne parla."),
    ("fr", "Il a dit\u00a0: «\u00a0Non.\u00a0»| Puis il est parti."),
    ("fr", "M. Duval et Mme Petit sont là.| Il pleut."),
    ("fr", "« Venez ! »| Ils vinrent."),
    ("de", "Er sagte: „Wir gehen.“| Dann ging er."),
    ("de", "Am 3. Oktober kam er, d. h. zu spät.| Es regnete."),
    ("de", "„Warum?“, fragte sie.| Er schwieg."),
    ("de", "Der 2. Weltkrieg war vorbei.| Die Stadt lag still."),
    ("de", "Das gilt z. B. Berlin.| Wien nicht."),
    ("es", "¿Quién es?| ¡Es él!| La Sra. Ruiz calló."),
    ("it", "Il Sig. Rossi parlò.| Nessuno rispose."),
    ("he", "השר הגיע.| הוא לא דיבר.| מי ישב שם?"),
    ("he", "א. ב. כהן כתב ספר.| הוא קצר."),
    ("ar", "وصل الوزير.| هل تكلم؟| لا."),
    ("ar", "وصل د. سالم أمس.| ثم غادر."),
    ("fa", "او آمد۔| رفت."),
    ("ja", "大臣は来た。|誰も話さなかった。|なぜ？"),
    ("ja", "「なぜ？」と彼は聞いた。|答えはない。"),
    ("zh", "部长来了。|“为什么？”|没有人回答！"),
    ("zh", "他说：“我们走。”|她留下。"),
    ("hi", "मंत्री आए।| कोई नहीं बोला।"),
    ("", "Министр А. Иванов уехал.| Он молчал."),
    ("xx", "The U.S. envoy left. The talks went on.".replace("left. ", "left.| ")),
]


@pytest.mark.parametrize("marked", ENGLISH)
@pytest.mark.parametrize("language", ["", "en-GB"])
def test_english(marked: str, language: str) -> None:
    check(marked, language)


@pytest.mark.parametrize(("language", "marked"), OTHERS)
def test_other_languages(language: str, marked: str) -> None:
    check(marked, language)


def check(marked: str, language: str) -> None:
    text = marked.replace("|", "")
    found = [s.slice(text) for s in sentences(text, Span(0, len(text)), language)]
    assert found == [part.strip() for part in marked.split("|")]


def test_only_the_paragraph_counts() -> None:
    text = "Before. He came.  She left. After."
    span = Span(7, 27)
    assert [s.slice(text) for s in sentences(text, span)] == ["He came.", "She left."]
    assert sentences(text, Span(8, 8)) == ()
    assert sentences("  \n ", Span(0, 4)) == ()


def test_time_grows_with_the_length_alone() -> None:
    text = "word " * 50_000 + "." * 50_000 + "x" + '."' * 20_000 + "x" + " ." * 50_000
    assert sentences(text, Span(0, len(text)))[-1].end == len(text)


CHARACTERS = "abcXYZ.?!…。？ \n\t“”‘’«»\"'()[]-—,0123\u00a0é\ud800"
PIECES = st.sampled_from([*CHARACTERS, "U.S. ", "Mr. ", ". The ", "...", "т. е. ", "👩\u200d👧", "\u200fש"])
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


@given(TEXTS, st.sampled_from(["", "en", "de-AT", "ru", "fr", "zz"]), st.data())
def test_sentences_cover_all_but_white_space(text: str, language: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = sentences(text, span, language)
    position = span.start
    for sentence in found:
        assert not text[position : sentence.start].strip()
        assert len(sentence)
        assert sentence.slice(text) == sentence.slice(text).strip()
        position = sentence.end
    assert position <= span.end
    assert not text[position : span.end].strip()


@given(TEXTS, st.data())
def test_words_are_ordered_and_apart(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    position = span.start
    for word in words(text, span):
        assert position <= word.start < word.end <= span.end
        assert not any(c.isspace() for c in word.slice(text))
        assert not any(c.isalnum() for c in text[position : word.start])
        position = word.end
    assert not any(c.isalnum() for c in text[position : span.end])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “yes.”", ["He", "said", "yes"]),
        ("Haifa’s well-known 3.5% in the U.S. now", ["Haifa’s", "well-known", "3.5%", "in", "the", "U.S.", "now"]),
        ("USSR—and later", ["USSR", "and", "later"]),
        ("$3,000 on 8.11.2019…", ["$3,000", "on", "8.11.2019"]),
        ("« Non ! »", ["Non"]),
        ("cafe\u0301 שָׁלוֹם हिन्दी", ["cafe\u0301", "שָׁלוֹם", "हिन्दी"]),
        ("部长来了。", ["部", "长", "来", "了"]),
        ("*so* _it_ goes", ["so", "it", "goes"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [w.slice(text) for w in words(text, Span(0, len(text)))] == expected
