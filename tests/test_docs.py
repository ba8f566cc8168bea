"""Every command and snippet of the documentation is run."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from tonecheck.config import read_config
from tonecheck.rulebook.catalog import rulebook
from tonecheck.rulebook.loading import load
from tonecheck.ruletest import verdicts

TOP = Path(__file__).parents[1]
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
FENCE = regex.compile(r"^```(\w+)\n(.*?)^```", regex.MULTILINE | regex.DOTALL)


def snippets(language: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [
        pytest.param(code, id=f"{page.name}-{number}")
        for page in PAGES
        for number, (found, code) in enumerate(FENCE.findall(page.read_text("utf-8")))
        if found == language
    ]


@pytest.mark.parametrize("code", snippets("python"))
def test_python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, cwd=TOP, timeout=60)


@pytest.mark.parametrize("code", snippets("console"))
def test_console(code: str) -> None:
    """Lines after ``$`` are commands; the lines below are their output, where any is shown."""
    for block in regex.split(r"^\$ ", code, flags=regex.MULTILINE)[1:]:
        command, _, shown = block.partition("\n")
        tonecheck = f"{shlex.quote(sys.executable)} -m tonecheck"
        done = subprocess.run(
            regex.sub(r"(?<![\w/.-])tonecheck (?=[a-z])", tonecheck + " ", command),
            shell=True,
            cwd=TOP,
            capture_output=True,
            timeout=60,
            env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        )
        assert done.returncode in (0, 1), done.stderr.decode()
        if shown.strip():
            assert done.stdout.decode().strip() == shown.strip()


@pytest.mark.parametrize("code", snippets("toml"))
def test_toml(code: str, tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(code, "utf-8")
    assert read_config(str(tmp_path)).packs


@pytest.mark.parametrize("code", snippets("yaml"))
def test_yaml(code: str, tmp_path: Path) -> None:
    """A whole file among the snippets is a good rule pack file, and its tests pass."""
    if not code.startswith(("id:", "change:")):
        pytest.skip("not a whole file")
    (tmp_path / "snippet.yml").write_text(code, "utf-8")
    own = code.split("\n", 1)[0].removeprefix("id: ").removeprefix("change: ")
    loaded = load([str(tmp_path)], rulebook())
    wrong = [
        verdict
        for verdict in verdicts(loaded.rulebook, loaded.cases)
        if verdict.failure and verdict.case.subject == own
    ]
    assert not wrong
