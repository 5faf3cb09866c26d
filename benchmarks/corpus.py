"""A workspace of any size for measuring: the same number always gives the same bytes.

    python -m benchmarks.corpus FOLDER 10000

Words are made up, frequent and rare in the proportions of a language (Zipf), with some words of the subject among them
so that themes and searches find something. Most articles have 300 to 1,500 words, one in fifty some 10,000.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from itertools import accumulate
from pathlib import Path

from benchmarks.timing import RESULTS
from tests.e2e.terminal import environment

SEED = 20261121
VOCABULARY = 20_000
COMMON = "missiles"
"""In about one paragraph of eight; see `PLANTED`."""
PLANTED = {COMMON: 120, "deconfliction": 30, "embassy": 60, "pilgrims": 15, "Hmeimim": 8, "sanctions": 80, "Élysée": 2}
"""Words of the subject, each with how often it stands among 1,000 paragraphs."""
OUTLETS = 40
AUTHORS = 300
THEMES = {
    "arms": ("Weapons and arms control", ["missile*"]),
    "coordination": ("Military coordination", ["deconfliction", "Hmeimim"]),
    "diplomacy": ("Embassies and envoys", ["embass*"]),
    "pilgrimage": ("Pilgrims and holy places", ["pilgrim*"]),
    "trade": ("Trade and sanctions", ["sanctions"]),
}

_SYLLABLES = [c + v for c in "b d f g k l m n p r s t v z sh tr st".split() for v in "a e i o u ar en is on".split()]


def make_workspace(folder: Path, articles: int) -> Path:
    """Write `corpus/` with that many articles and a theme file, and an empty `briefs/`; kept where it is complete."""
    done = folder / f".complete-{SEED}-{articles}"
    if done.exists():
        return folder
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    (folder / "briefs").mkdir(exist_ok=True)
    (corpus / "themes.yaml").write_text(_theme_file(), "utf-8")
    chance = random.Random(SEED)  # noqa: S311 - the same words every time
    words = vocabulary(chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    for number in range(articles):
        (corpus / f"article-{number:06d}.md").write_text(_article(chance, number, words, weights), "utf-8")
    done.touch()
    return folder


def ready(articles: int) -> tuple[Path, Path]:
    """A workspace kept from run to run, its catalogue up to date.

    Returns:
        its folder, and the home of the person who uses it.
    """
    folder, home = make_workspace(RESULTS / f"workspace-{articles}", articles), RESULTS / "home"
    command = [sys.executable, "-m", "briefing_tui", "-w", str(folder), "index"]
    subprocess.run(command, env=environment(home), check=True, stdout=subprocess.DEVNULL)
    return folder, home


def vocabulary(chance: random.Random) -> list[str]:
    """Made-up words, the frequent ones first."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words)


def _article(chance: random.Random, number: int, words: list[str], weights: list[float]) -> str:
    length = 10_000 if chance.random() < 0.02 else int(300 + 1_200 * chance.betavariate(2, 5))
    date = f"{chance.randint(1990, 2026)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    author = chance.randint(1, AUTHORS)
    title = " ".join(chance.choices(words, cum_weights=weights, k=7)).capitalize()
    header = [
        "---",
        "format: 1",
        "type: article-newspaper",
        *([] if number % 31 == 0 else [f"title: {title}"]),
        f"author: [{{family: Family{author}, given: Given}}]",
        f"container-title: Outlet {chance.randint(1, OUTLETS)}",
        f"issued: {date}",
        "language: en",
        f"genre: {chance.choice(('news', 'op-ed', 'study'))}",
        "custom:",
        "  text: full",
        f"  speakers: [{{name: Speaker {chance.randint(1, 500)}, role: official}}]",
        "---",
    ]
    blocks: list[str] = []
    while length > 0:
        paragraph = _paragraph(chance, words, weights)
        length -= paragraph.count(" ") + 1
        if blocks and chance.random() < 0.1:
            blocks.append("## " + " ".join(chance.choices(words, cum_weights=weights, k=4)).capitalize())
        blocks.append(paragraph)
    return "\n".join(header) + "\n" + "\n\n".join(blocks) + "\n"


def _paragraph(chance: random.Random, words: list[str], weights: list[float]) -> str:
    sentences = [
        chance.choices(words, cum_weights=weights, k=chance.randint(8, 30)) for _ in range(chance.randint(1, 6))
    ]
    for word, frequency in PLANTED.items():
        if chance.random() < frequency / 1_000:
            sentence = chance.choice(sentences)
            sentence.insert(chance.randint(1, len(sentence)), word)
    return " ".join(sentence[0].capitalize() + " " + " ".join(sentence[1:]) + "." for sentence in sentences)


def _theme_file() -> str:
    lines = ["format: 1", "themes:"]
    for name, (label, words) in THEMES.items():
        lines += [
            f"- id: {name}",
            f"  prefLabel: {label}",
            f"  scopeNote: What articles say about {label.lower()}.",
            f"  rules: {{any: {json.dumps(words)}}}",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(make_workspace(Path(sys.argv[1]), int(sys.argv[2])))
