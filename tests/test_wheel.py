"""The package as users get it: built, installed elsewhere, and used from there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_rules_and_types_are_inside(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert "tonecheck/py.typed" in names
    rules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yml")}
    assert rules
    assert {f"tonecheck/{rule}" for rule in rules} <= names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


def test_it_works_where_there_is_no_repository(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "খসড়া😀.txt").write_text("Hi Rina 😀,\n\nCalm down. মাথা ঠান্ডা করুন।\n", encoding="utf-8")
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": ""}
    command = [str(scripts / "tonecheck"), "check", "--select", "calm-down", "--output-format", "concise", "."]
    ran = subprocess.run(command, cwd=drafts, env=environ, capture_output=True, check=False)
    assert ran.stderr.decode().splitlines() == ["1 reply in 1 file: 2 errors; 2 fixable with --fix --unsafe-fixes"]
    assert ran.stdout.decode().startswith("খসড়া😀.txt:3:1: error[calm-down] ")
    assert ran.returncode == 1
