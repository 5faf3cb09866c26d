"""The layers, statically: import-linter's contracts hold, and each of them refuses what it is there to refuse."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.architecture.house import ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
LAYERS = [
    *("cli", "tui", "linear", "workspace", "compile", "checks"),
    *("citations", "search", "ingest", "storage", "settings", "reading"),
    *("support", "model"),
    *(f"compile/{room}" for room in ("forms", "exports", "file", "layout", "page", "document", "house", "languages")),
    *(f"checks/{room}" for room in ("forming", "sourcing", "quoting", "context", "judging", "speaking", "phrasing")),
    "checks/rules",
]
MODULES = [
    *("__init__", "__main__", "errors", "support/yaml", "tui/app"),
    *(
        f"compile/{name}"
        for name in ("pdf", "output", "worker", "measuring", "prepared", "process", "standby", "build", "job")
    ),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over the package that the interpreter finds from this folder."""
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


def test_every_contract_holds() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A package of the same name and layers without anything in them, under the project's contracts."""
    package = tmp_path / "briefing_tui"
    for name in LAYERS:
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    for name in MODULES:
        (package / f"{name}.py").touch()
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_an_empty_house_keeps_them(house: Path) -> None:
    (house / "briefing_tui/tui/app.py").write_text("import textual.app\n")
    (house / "briefing_tui/compile/worker.py").write_text("import weasyprint\n")
    (house / "briefing_tui/support/yaml.py").write_text("import yaml\n")
    result = lint(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("model/article.py", "import briefing_tui.support"),
        ("model/article.py", "import rich.text"),
        ("errors.py", "import click"),
        ("tui/app.py", "import briefing_tui.cli"),
        ("linear/run.py", "import briefing_tui.tui"),
        ("linear/run.py", "import textual"),
        ("search/index.py", "import briefing_tui.storage"),
        ("checks/quoting/quotes.py", "import briefing_tui.compile"),
        ("checks/speaking/voices.py", "import briefing_tui.checks.context"),
        ("checks/phrasing/told.py", "def tells():\n    import briefing_tui.checks.speaking"),
        ("checks/judging/terms.py", "import briefing_tui.checks.speaking"),
        ("workspace/service.py", "def show():\n    import textual"),
        ("compile/pdf.py", "import weasyprint"),
        ("compile/languages/scripts.py", "import briefing_tui.compile.document"),
        ("compile/page/html.py", "import briefing_tui.compile.layout"),
        ("storage/briefs.py", "from yaml import CSafeLoader"),
        ("loose.py", "x = 1"),
    ],
)
def test_they_refuse(house: Path, file: str, line: str) -> None:
    (house / "briefing_tui" / file).write_text(line + "\n")
    assert lint(house).returncode == 1


def test_model_and_errors_import_the_standard_library_alone() -> None:
    graph = grimp.build_graph("briefing_tui", include_external_packages=True, cache_dir=None)
    pure = {"briefing_tui.errors", "briefing_tui.model"} | graph.find_descendants("briefing_tui.model")
    foreign = {
        (module, imported)
        for module in pure
        for imported in graph.find_modules_directly_imported_by(module)
        if imported.partition(".")[0] not in sys.stdlib_module_names | {"briefing_tui"}
    }
    assert not foreign
