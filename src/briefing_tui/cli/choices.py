"""A choice among names that are looked up when a command needs them, not when the program starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    Type = click.ParamType[str]
else:
    Type = click.ParamType  # older versions of the library have no generic one


class Choice(Type):
    """One of the names that a function gives."""

    name = "name"

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """All names, as the help shows them."""
        return f"[{'|'.join(self._names())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, where it is one of them."""
        known = tuple(self._names())
        if value not in known:
            self.fail(f"there is no form '{value}'; known: {', '.join(known)}", param, ctx)
        return value
