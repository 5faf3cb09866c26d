"""Whatever a source does not state, its notes and its entry read well: no stray comma, space or empty bracket."""

import re
from itertools import product

import pytest

from briefing_tui.citations import Cite, cite, plain
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Article, Metadata, Name, PartialDate, State, TextKind

STRAY = re.compile(r",\s*[,.)]|\s[,.);]|,\s*[(]|\s{2}|[(]\s*[)]|\[\s*\]|^[\s,.]|[\s,]$|\.\.|[(]\[|\]\[")
LARSEN = (Name("Larsen", "Ida"),)
DAY, YEAR = PartialDate(2025, 3, 4), PartialDate(2025)
STATED, INFERRED = State.STATED, State.INFERRED
FIELDS = ("author", "issued", "container_title", "title", "genre")
EVERY = list(
    product(
        [((), STATED), (LARSEN, STATED), (LARSEN, INFERRED)],
        [(None, STATED), (DAY, STATED), (YEAR, STATED), (DAY, INFERRED)],
        [("", STATED), ("Quay Gazette", STATED), ("Quay Gazette", INFERRED)],
        [("", STATED), ("The ledger: a count", STATED), ("The ledger: a count", INFERRED)],
        [("", STATED), ("op-ed", STATED), ("op-ed", INFERRED)],
    )
)
"""What a source can say of itself: each field stated, inferred or missing."""


def works() -> dict[str, Article]:
    result = {}
    for n, said in enumerate(EVERY):
        values = {field: value for field, (value, _) in zip(FIELDS, said, strict=True)}
        states = {field.replace("_", "-"): state for field, (_, state) in zip(FIELDS, said, strict=True)}
        kind = TextKind.DIGEST if n % 2 else TextKind.FULL
        url = "https://quay.example/a" * (n % 5 < 2)
        data = Metadata(type="article-newspaper", text=kind, states=states, url=url, **values)  # type: ignore[arg-type]
        result[f"w{n}"] = Article(f"w{n}", data, "There is a ledger in the harbour office since spring.")
    return result


@pytest.mark.parametrize("style", ["briefing-note", "briefing-author-date", "briefing-in-text"])
def test_what_is_missing_leaves_no_trace_but_its_words(style: str) -> None:
    sources = works()
    cites = [Cite(f"{time} {name}", name, "¶ 4") for time in ("first", "again") for name in sources]
    made = cite(cites, sources, terms=wording("en").terms, style=style)
    texts = [*map(plain, made.notes.values()), *(plain(source.text) for source in made.sources)]
    assert [text for text in texts if STRAY.search(text)] == []


def test_undated_sources_of_one_author_are_told_apart() -> None:
    two = {name: Article(name, Metadata(title=name, author=LARSEN), "Boats.") for name in ("one", "two")}
    made = cite([Cite(n, n, "¶ 1") for n in two], two, terms=wording("en").terms, style="briefing-author-date")
    assert [plain(note) for note in made.notes.values()] == ["Larsen n.d.-a, ¶ 1", "Larsen n.d.-b, ¶ 1"]


def test_a_genre_stands_behind_what_comes_before_it() -> None:
    data = Metadata(title="Tides", author=LARSEN, issued=YEAR, container_title="Quay Gazette", genre="op-ed")
    made = cite([Cite("e1", "tides", "¶ 1")], {"tides": Article("tides", data, "Boats.")},
                terms=wording("en").terms, style="briefing-author-date")  # fmt: skip
    assert plain(made.sources[0].text) == "Larsen, Ida 2025, “Tides”, Quay Gazette (op-ed)"
