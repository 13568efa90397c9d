"""Who may import whom, and what a command does not load. The rules themselves stand in pyproject.toml."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("PySide6", "reportlab", "networkx", "babel", "uniseg", "uharfbuzz", "msgspec")

FreshPython = Callable[[str], subprocess.CompletedProcess[str]]


def modules_of(*packages: str) -> list[str]:
    """Every module of our packages, by its dotted name."""
    files = sorted(file for package in packages for file in (ROOT / package).rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def packages() -> set[str]:
    """The packages at the root of the checkout that are the program."""
    return {file.parent.name for file in ROOT.glob("*/__init__.py")} - {"tests"}


def loaded_by(code: str, fresh_python: FreshPython) -> set[str]:
    """The top-level modules in memory after running some code."""
    outcome = fresh_python(f"import sys\n{code}\nprint('\\n', *{{name.partition('.')[0] for name in sys.modules}})")
    assert outcome.returncode == 0, outcome.stderr
    return set(outcome.stdout.splitlines()[-1].split())


def test_imports_keep_the_contracts() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", lint, "--no-cache", "--config", "pyproject.toml"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert " 0 broken" in outcome.stdout


def test_every_package_is_held_by_a_contract() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert set(rules["root_packages"]) == packages()
    downwards = next(contract for contract in rules["contracts"] if contract["name"] == "Imports point downwards")
    assert set(downwards["layers"]) == packages()


def test_every_package_is_checked_for_types() -> None:
    checked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["files"]
    assert set(checked) == packages() | {"main.py", "tests", "docs"}


@pytest.mark.parametrize("package", ["model", "export", "resources", "editor/commands", "editor/tasks"])
def test_nothing_below_the_window_brings_in_qt(package: str, fresh_python: FreshPython) -> None:
    imports = "".join(f"import {name}\n" for name in modules_of(package))
    assert "PySide6" not in loaded_by(imports, fresh_python)


def test_the_help_loads_nothing_heavy(fresh_python: FreshPython) -> None:
    loaded = loaded_by("import main\nmain.main(['--help'])", fresh_python)
    assert loaded.isdisjoint(HEAVY)


def test_a_check_loads_no_painter(fresh_python: FreshPython) -> None:
    loaded = loaded_by("import main\nmain.main(['check', 'resources/samples/clinic.cjm'])", fresh_python)
    assert loaded.isdisjoint({"PySide6", "reportlab", "uharfbuzz", "uniseg"})


def test_an_export_loads_neither_qt_nor_the_graphs_of_the_findings(fresh_python: FreshPython, tmp_path: Path) -> None:
    arguments = ["export", "resources/samples/clinic.cjm", "-o", str(tmp_path / "clinic.svg")]
    loaded = loaded_by(f"import main\nmain.main({arguments!r})", fresh_python)
    assert loaded.isdisjoint({"PySide6", "networkx", "reportlab"})
