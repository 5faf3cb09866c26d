"""The layers, at run time: what importing each package brings along, in an interpreter of its own."""

import json
import subprocess
import sys

import pytest

from tests.architecture.house import PACKAGE, top_modules

LATE = {"PIL", "pikepdf", "py3langid", "pypandoc", "pypdfium2", "trafilatura", "weasyprint"}
"""What takes long to import: only inside the function that needs it."""

FIRST_PAINT = ("__main__", "cli", "linear", "settings", "tui", "workspace")
"""What runs before a command answers or the app paints: no YAML either."""

PROBE = """
import importlib, json, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in set(sys.modules) - before})))
"""


def brought_by(*modules: str) -> set[str]:
    """Import modules in a fresh interpreter and name the top-level modules that came with them."""
    command = [sys.executable, "-c", PROBE, *modules]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 0, result.stderr
    return set(json.loads(result.stdout))


def forbidden_to(module: str) -> set[str]:
    """Tell what must not come with a module of the package."""
    name = module.rpartition(".")[2]
    return LATE | ({"textual"} if name != "tui" else set()) | ({"yaml"} if name in FIRST_PAINT else set())


LIGHT = ("cli", "errors", "model.display", "model.brief_fields")
"""What every command waits for; the rest comes with what a command does."""

PARTS = """
import sys, briefing_tui.cli
print(*sorted(name.removeprefix("briefing_tui.") for name in sys.modules if name.startswith("briefing_tui.")))
"""


@pytest.mark.parametrize("module", top_modules())
def test_it_brings_nothing_forbidden(module: str) -> None:
    assert not brought_by(module) & forbidden_to(module)


@pytest.mark.parametrize("module", sorted({"briefing_tui.errors", "briefing_tui.model"} & set(top_modules())))
def test_it_brings_the_standard_library_alone(module: str) -> None:
    assert brought_by(module) <= sys.stdlib_module_names | {"briefing_tui"}


def test_no_command_brings_textual_or_weasyprint() -> None:
    folder = PACKAGE / "cli"
    commands = sorted(f"briefing_tui.cli.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__")
    assert not brought_by(*commands) & {"textual", "weasyprint"}


def test_a_command_waits_for_little() -> None:
    done = subprocess.run([sys.executable, "-c", PARTS], capture_output=True, text=True, check=True, timeout=60)
    heavy = [name for name in done.stdout.split() if name != "model" and not name.startswith(LIGHT)]
    assert not heavy
