"""Shared passages: which articles have wording in common with a text, and where."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from briefing_tui.model import Span, text_hash

from .alignment import runs
from .catalogue import BATCH, Catalogue
from .changes import forget_wording
from .wording import Wording, fingerprints, wording

COMMONPLACE = 60
"""Different texts that a fingerprint may stand in; what stands in more is a formula, such as an agency's last line."""

_MISSING = "FROM articles JOIN texts USING (number) WHERE id NOT IN (SELECT id FROM wordings)"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of nine words or more that two texts have in common, punctuation, case and white space aside."""

    words: int
    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a text has in common with an article."""

    article: str
    passages: tuple[Passage, ...]
    """In the order of the text."""
    here: float
    """Share of the text's words that are common, 0 to 1."""
    there: float
    """Share of the article's words."""

    @property
    def words(self) -> int:
        """Words in common."""
        return sum(passage.words for passage in self.passages)


class Reuse:
    """An index of the wording of all articles of a catalogue; it may be behind until `update`."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._database = catalogue.database

    @property
    def behind(self) -> int:
        """How many articles the catalogue has and the index lacks, about."""
        ((articles, known),) = self._all("SELECT (SELECT count(*) FROM identities), (SELECT count(*) FROM wordings)")
        return max(0, int(articles) - int(known))

    def update(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        """Take in the articles that the catalogue has and the index lacks, a batch a transaction. Slow at first."""
        total = self._all(f"SELECT count(*) {_MISSING}")[0][0] if self.behind else 0
        done = 0
        while done < total and not (cancelled and cancelled()):
            batch = self._all(f"SELECT id, text {_MISSING} LIMIT ?", BATCH)
            if not batch:
                break
            self._database.write(partial(_take_in, batch=batch))
            done += len(batch)
            if progress:
                progress(done, total)

    def add(self, texts: Mapping[str, str]) -> None:
        """Take in articles, by id, that the catalogue may not know yet."""
        self._database.write(partial(_take_in, batch=texts.items()))

    def sharing(self, text: str, *, besides: Collection[str] = ()) -> tuple[Sharing, ...]:
        """The articles with passages in common with a text, those with most words first."""
        own = wording(text)
        seeds = self._seeds(own)
        found = [self._compare(own, number, places, besides) for number, places in seeds.items()]
        return tuple(sorted(filter(None, found), key=lambda sharing: (-sharing.words, sharing.article)))

    def _seeds(self, own: Wording) -> dict[int, list[tuple[int, int]]]:
        """By number of an article: the pairs of places with a fingerprint in common."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        for print_, place in fingerprints(own.numbers):
            places[print_].append(place)
        sql = "SELECT print, number, place FROM fingerprints WHERE print IN (SELECT value FROM json_each(?))"
        shared: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for print_, number, place in self._all(sql, json.dumps(list(places))):
            shared[print_].append((number, place))
        seeds: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        formulas = self._formulas(shared)
        for print_, others in shared.items():
            if print_ not in formulas:
                for number, there in others:
                    seeds[number].extend((here, there) for here in places[print_])
        return seeds

    def _formulas(self, shared: Mapping[int, Collection[tuple[int, int]]]) -> set[int]:
        """The fingerprints that stand in too many texts; copies of one text are one."""
        frequent = {p: {number for number, _ in others} for p, others in shared.items() if len(others) > COMMONPLACE}
        numbers = list(set().union(*frequent.values()))
        sql = "SELECT number, sha FROM wordings WHERE number IN (SELECT value FROM json_each(?))"
        texts = dict(self._all(sql, json.dumps(numbers))) if numbers else {}
        return {p for p, found in frequent.items() if len({texts.get(number) for number in found}) > COMMONPLACE}

    def _compare(
        self, own: Wording, number: int, seeds: Iterable[tuple[int, int]], besides: Collection[str]
    ) -> Sharing | None:
        row = self._all("SELECT id, words, starts, ends FROM wordings WHERE number = ?", number)
        if not row or row[0][0] in besides:
            return None
        name, *columns = row[0]
        other = Wording(*(array("I", column) for column in columns))
        found = runs(own.numbers, other.numbers, seeds)
        if not found:
            return None
        passages = tuple(
            Passage(run.length, own.span(run.here, run.length), other.span(run.there, run.length)) for run in found
        )
        words = sum(passage.words for passage in passages)
        return Sharing(name, passages, words / len(own.numbers), words / len(other.numbers))

    def _all(self, sql: str, *parameters: str | int) -> list[Any]:
        return self._database.read(lambda connection: connection.execute(sql, parameters).fetchall())


def _take_in(connection: sqlite3.Connection, batch: Iterable[tuple[str, str]]) -> None:
    rows: list[tuple[int, int, int]] = []
    for name, text in batch:
        forget_wording(connection, name)
        words = wording(text)
        columns = (words.numbers.tobytes(), words.starts.tobytes(), words.ends.tobytes())
        sql = "INSERT INTO wordings (id, sha, words, starts, ends) VALUES (?, ?, ?, ?, ?)"
        number = connection.execute(sql, (name, text_hash(text), *columns)).lastrowid or 0
        rows += ((print_, number, place) for print_, place in fingerprints(words.numbers))
    connection.executemany("INSERT INTO fingerprints VALUES (?, ?, ?)", sorted(rows))  # in the order of the tree
