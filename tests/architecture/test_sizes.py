"""Sizes that keep the code readable, and a docstring on everything public."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual.app import App
from textual.command import Provider
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.suggester import Suggester
from textual.validation import Validator
from textual.widgets import Input, OptionList, TextArea, Tree

from tests.architecture.house import definitions, functions, name_of, source_files

FILE_LINES = 400
FUNCTION_LINES = 80
APP_LINES = 150

HANDLERS = ("action_", "compute_", "key_", "on_", "validate_", "watch_")
"""Prefixes by which Textual finds methods: their names say what they are for."""

FRAMEWORK = (App, Input, ModalScreen, OptionList, Provider, ScrollView, Suggester, TextArea, Tree, Validator)

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@cache
def overridable() -> frozenset[str]:
    """The names that a widget, screen or app may have taken over from Textual."""
    return frozenset(name for base in FRAMEWORK for name in dir(base))


def lines_of(node: ast.stmt) -> int:
    """Count the lines from a definition's name to its end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def decorators(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Name a function's decorators by their last part: `on`, `override`, `setter`."""
    return {ast.unparse(decorator).partition("(")[0].rpartition(".")[2] for decorator in node.decorator_list}


def excepted(node: ast.FunctionDef | ast.AsyncFunctionDef, path: Path) -> bool:
    """Tell whether a method is a handler or an override, whose name says enough."""
    if decorators(node) & {"override", "overload", "setter"} or node.name.startswith("__"):
        return True
    in_app = "tui" in path.parts
    return in_app and ("on" in decorators(node) or node.name.startswith(HANDLERS) or node.name in overridable())


def apps(tree: ast.Module) -> Iterator[ast.ClassDef]:
    """Yield the classes of apps."""
    for node in definitions(tree):
        if isinstance(node, ast.ClassDef):
            bases = {ast.unparse(base).partition("[")[0] for base in node.bases}
            if bases & {"App", "app.App"}:
                yield node


def public(node: ast.Module | ast.ClassDef, path: Path) -> Iterator[tuple[str, Documented]]:
    """Yield what a module or a class shows to others, by name."""
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield child.name, child
            yield from ((f"{child.name}.{name}", inner) for name, inner in public(child, path))
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            is_method = isinstance(node, ast.ClassDef)
            if not child.name.startswith("_") and not (is_method and excepted(child, path)):
                yield child.name, child


def faults(path: Path) -> list[str]:
    """Name what is too long in a file, or lacks a docstring."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, str(path))
    long = [node.name for node in functions(tree) if lines_of(node) > FUNCTION_LINES]
    long += [node.name for node in apps(tree) if lines_of(node) >= APP_LINES]
    if len(text.splitlines()) > FILE_LINES:
        long.append("the file")
    found: list[tuple[str, Documented]] = [("the module", tree), *public(tree, path)]
    bare = [name for name, node in found if not (ast.get_docstring(node) or "").strip()]
    return [f"{name} is too long" for name in long] + [f"{name} has no docstring" for name in bare]


def test_files_are_short_and_what_is_public_has_a_docstring() -> None:
    """One test for all files: to collect and report hundreds takes longer than to look at them."""
    assert not {name_of(path): wrong for path in source_files() if (wrong := faults(path))}
