"""Shared passages over many articles: planted reuse found, false pairs, speed; document MinHash as the peer.

    python -m benchmarks.reuse 10000

A tenth of the articles carry 9 to 120 words from another one, now and then with a word changed. The peer is
what libraries for near-duplicates do: a signature of 128 minima over runs of six words, pairs above a Jaccard of .5.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from briefing_tui.search import Catalogue, Reuse
from briefing_tui.search.wording import GRAM, SHORTEST, wording

from .corpus import SEED, vocabulary

BATCH = 64
"""Articles taken in at once, as an update does."""
PLANTED_SHARE = 0.1
MINIMA = 128
PEER_ARTICLES = 400
"""Articles that the peer's speed is measured on: it is slow in pure Python."""


def make(articles: int) -> tuple[list[str], list[tuple[int, int, int]]]:
    """Texts, and what was planted: into which, from which, the longest run in words."""
    chance = random.Random(SEED)  # noqa: S311 - the same words every time
    words = vocabulary(chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    texts = [chance.choices(words, cum_weights=weights, k=chance.randrange(200, 1_400)) for _ in range(articles)]
    planted = []
    for into in chance.sample(range(articles), int(articles * PLANTED_SHARE)):
        source = chance.randrange(articles)
        length = chance.choice((9, 10, 12, 15, 20, 40, 80, 120))
        start = chance.randrange(max(1, len(texts[source]) - length))
        passage = texts[source][start : start + length]
        if into == source or len(passage) < SHORTEST:
            continue
        run = len(passage)
        if run > 2 * SHORTEST and chance.random() < 0.5:
            changed = chance.randrange(SHORTEST, run - SHORTEST)
            passage = [*passage[:changed], "changed", *passage[changed + 1 :]]
            run = max(changed, run - changed - 1)
        at = chance.randrange(len(texts[into]))
        texts[into] = [*texts[into][:at], *passage, *texts[into][at:]]
        planted.append((into, source, run))
    return [" ".join(text) for text in texts], planted


def main() -> None:
    """Measure and print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 10_000
    texts, planted = make(articles)
    with tempfile.TemporaryDirectory() as folder:
        reuse = Reuse(Catalogue.open(Path(folder), "reuse"))
        begin = time.process_time()
        for start in range(0, articles, BATCH):
            reuse.add({str(n): texts[n] for n in range(start, min(start + BATCH, articles))})
        taken_in = articles / (time.process_time() - begin)
        size = sum(f.stat().st_size for f in Path(folder).iterdir()) / 2**20
        found: set[frozenset[int]] = set()
        times = []
        for number, text in enumerate(texts):
            begin = time.process_time()
            sharing = reuse.sharing(text, besides=(str(number),))
            times.append(time.process_time() - begin)
            found |= {frozenset((number, int(one.article))) for one in sharing}
    wanted = {pair for into, source, _ in planted if _common_run(texts, pair := frozenset((into, source)))}
    others = found - wanted
    false = [pair for pair in others if not _common_run(texts, pair)]
    times.sort()
    median, late = (times[len(times) * part // 100] * 1000 for part in (50, 95))
    print(
        f"{articles} articles, {len(wanted)} planted pairs, {len(others) - len(false)} more of passages planted twice"
    )
    print(f"recall {len(found & wanted) / len(wanted):.4f} (at least .98)   false pairs {len(false)} (at most 5)")
    print(f"taken in {taken_in:.0f} articles a CPU second (at least 150), {size:.0f} MiB")
    print(f"one against all: median {median:.2f} ms, p95 {late:.2f} ms CPU (at most 10)")
    _peer(texts, planted)


def _common_run(texts: list[str], pair: frozenset[int]) -> bool:
    """Whether two articles have a run of nine words in common; a later planting may have torn one apart."""
    a, b = (wording(texts[n]).numbers.tolist() for n in pair)
    grams = {tuple(a[n : n + SHORTEST]) for n in range(len(a) - SHORTEST + 1)}
    return any(tuple(b[n : n + SHORTEST]) in grams for n in range(len(b) - SHORTEST + 1))


def _peer(texts: list[str], planted: list[tuple[int, int, int]]) -> None:
    """Signatures of minima over whole documents: what they find of the same plantings, and their speed."""
    chance = random.Random(SEED)  # noqa: S311 - the same numbers every time
    factors = [(chance.randrange(1, 2**61 - 1), chance.randrange(2**61 - 1)) for _ in range(MINIMA)]

    def signature(text: str) -> list[int]:
        numbers = wording(text).numbers
        grams = {hash(gram) & 0xFFFF_FFFF for gram in zip(*(numbers[n:] for n in range(GRAM)), strict=False)}
        return [min((a * gram + b) % (2**61 - 1) for gram in grams) for a, b in factors]

    sample = planted[: PEER_ARTICLES // 2]
    begin = time.process_time()
    hits = 0
    for into, source, _ in sample:
        one, other = signature(texts[into]), signature(texts[source])
        hits += sum(x == y for x, y in zip(one, other, strict=True)) / MINIMA >= 0.5
    speed = 2 * len(sample) / (time.process_time() - begin)
    print(f"MinHash of whole articles: recall {hits / len(sample):.4f}, {speed:.0f} articles a CPU second")


if __name__ == "__main__":
    main()
