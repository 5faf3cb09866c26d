"""Where the source lies, for the tests of the architecture."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "briefing_tui"


def source_files() -> list[Path]:
    """List every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def top_modules() -> list[str]:
    """List the dotted names of the modules and packages that stand directly in the package."""
    entries = [path for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    return sorted(f"{PACKAGE.name}.{path.stem}" for path in entries if path.stem != "__init__")


def name_of(path: Path) -> str:
    """Name a source file the way test ids show it, relative to the package."""
    return path.relative_to(PACKAGE).as_posix()


def definitions(tree: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every class, function and method in a tree, nested ones too; expressions, most of the tree, hold none."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        for part in ("body", "orelse", "handlers", "finalbody", "cases"):
            waiting += getattr(node, part, ())


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method in a tree, nested ones too."""
    return (node for node in definitions(tree) if not isinstance(node, ast.ClassDef))
