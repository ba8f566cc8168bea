"""Every command and snippet of the documentation is run.

A page that tells a story marks its snippets: ``yaml file=NAME`` is a file to write, ``yaml append=NAME`` goes at the end
of it (in any language), and ``console session`` runs in the folder of those files. All of a page share one folder, in
the order of the page, and what is shown below a command is all that comes out of it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from tonecheck.config import Settings, read_config
from tonecheck.rulebook.catalog import rulebook
from tonecheck.rulebook.loading import load
from tonecheck.ruletest import verdicts

TOP = Path(__file__).parents[1]
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
STORY = regex.compile(r"^```\w+ (session|(?:file|append)=\S+)\n(.*?)^```", regex.MULTILINE | regex.DOTALL)
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
    for command, shown in commands(code):
        done = shell(command, TOP, stderr=subprocess.PIPE)
        assert done.returncode in (0, 1), done.stderr.decode()
        if shown:
            assert done.stdout.decode().strip() == shown


def commands(code: str) -> list[tuple[str, str]]:
    """Each command of a console snippet, and what is shown below it."""
    blocks = regex.split(r"^\$ ", code, flags=regex.MULTILINE)[1:]
    return [(command, shown.strip()) for command, _, shown in (block.partition("\n") for block in blocks)]


def shell(command: str, folder: Path, *, stderr: int) -> subprocess.CompletedProcess[bytes]:
    tonecheck = f"{shlex.quote(sys.executable)} -m tonecheck"
    return subprocess.run(
        regex.sub(r"(?<![\w/.-])tonecheck (?=[a-z])", tonecheck + " ", command),
        shell=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=stderr,
        timeout=60,
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
    )


def stories() -> list[Path]:
    return [page for page in PAGES if STORY.search(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", stories(), ids=lambda page: page.name)
def test_story(page: Path, tmp_path: Path) -> None:
    for mark, code in STORY.findall(page.read_text("utf-8")):
        key, _, name = mark.partition("=")
        if key != "session":
            with (tmp_path / name).open("w" if key == "file" else "a", encoding="utf-8") as stream:
                stream.write(code)
            continue
        for command, shown in commands(code):
            done = shell(command, tmp_path, stderr=subprocess.STDOUT)
            assert done.returncode in (0, 1), done.stdout.decode()
            assert done.stdout.decode().strip() == shown, command


def test_the_guide_is_a_story() -> None:
    assert TOP / "docs" / "first-rule.md" in stories()


@pytest.mark.parametrize("code", snippets("toml"))
def test_toml(code: str, tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(code, "utf-8")
    assert read_config(str(tmp_path)) != Settings()


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
