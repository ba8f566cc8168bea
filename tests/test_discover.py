from __future__ import annotations

import os
from pathlib import Path

import pytest

from tonecheck.discover import Found, Rules, discover
from tonecheck.errors import Problem


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.MD",
        "নোট😀.jsonl",
        "photo.png",
        ".hidden.txt",
        ".git/x.txt",
        "in/z.txt",
        "in/deep/y.md",
        "about/README.bn.md",
        "about/LICENSE.txt",
        "about/readme-first😀.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["in/deep", "in"], ["in/deep/y.md", "in/z.txt"], id="no file twice"),
        pytest.param(["b.txt", "./b.txt"], ["b.txt"], id="no file twice by another spelling"),
        pytest.param(
            ["."],
            ["a.MD", "b.txt", "নোট😀.jsonl", "about/readme-first😀.md", "in/z.txt", "in/deep/y.md"],
            id="hidden and others left out",
        ),
        pytest.param([".hidden.txt", "photo.png"], [".hidden.txt", "photo.png"], id="a named file is taken"),
        pytest.param([".git"], [".git/x.txt"], id="a named folder is walked"),
        pytest.param(["about"], ["about/readme-first😀.md"], id="files about the folder are left out"),
        pytest.param(["about/README.bn.md"], ["about/README.bn.md"], id="but not when they are named"),
        pytest.param(["in", "b.txt"], ["in/z.txt", "in/deep/y.md", "b.txt"], id="order given"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_files(paths: list[str], expected: list[str]) -> None:
    assert [found.path.replace(os.sep, "/") for found in discover(paths) if isinstance(found, Found)] == expected


@pytest.mark.usefixtures("folder")
def test_a_missing_path_is_a_problem_and_the_others_are_found() -> None:
    missing, found = discover(["নেই😀.txt", "b.txt"])
    assert isinstance(missing, Problem)
    assert missing.path == "নেই😀.txt"
    assert missing.hint
    assert found == Found("b.txt", True)


def test_a_link_in_a_circle_ends(folder: Path) -> None:
    (folder / "in" / "round").symlink_to(folder)
    assert len(list(discover(["in"]))) == 2


@pytest.mark.usefixtures("folder")
def test_forced_exclusion_takes_named_files_like_those_of_a_folder() -> None:
    assert list(discover(["b.txt", "নোট😀.jsonl"])) == [Found("b.txt", True), Found("নোট😀.jsonl", True)]
    forced = list(discover(["b.txt", "নোট😀.jsonl"], Rules(force=True)))
    assert forced == [Found("b.txt", False), Found("নোট😀.jsonl", False)]
