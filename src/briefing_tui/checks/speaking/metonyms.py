"""States by another name: a capital or a seat that stands for its government."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "metonyms.toml"


def one_state(one: str, other: str) -> bool:
    """Whether two names, each as a whole, are those of one state: ‘Moscow’ and ‘Russia’, and not ‘Moscow mayor’."""
    state = _states().get(_bare(one))
    return state is not None and state == _states().get(_bare(other))


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


@cache
def _states() -> Mapping[str, str]:
    """The state that each name means."""
    listed: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: state for state, names in listed.items() for name in (state, *names)}
