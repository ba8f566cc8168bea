from __future__ import annotations

from pathlib import Path

import pytest

from tonecheck.discover import Found, Rules, discover


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        ".gitignore": "*.tmp.txt\n/out/\n# a comment\n",
        ".git/info/exclude": "secret.md\n",
        "a.txt": "",
        "b.tmp.txt": "",
        "secret.md": "",
        "out/c.txt": "",
        "in/out/d.txt": "",
        "in/.gitignore": "!keep.tmp.txt\nনোট*.txt\n",
        "in/keep.tmp.txt": "",
        "in/নোট😀.txt": "",
        "node_modules/e.md": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(paths: list[str], rules: Rules | None = None) -> list[str]:
    return [file.path for file in discover(paths, rules) if isinstance(file, Found)]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("paths", "rules", "expected"),
    [
        (["."], Rules(), ["a.txt", "in/keep.tmp.txt", "in/out/d.txt"]),
        (["in"], Rules(), ["in/keep.tmp.txt", "in/out/d.txt"]),
        (
            ["."],
            Rules(gitignore=False),
            ["a.txt", "b.tmp.txt", "secret.md", "in/keep.tmp.txt", "in/নোট😀.txt", "in/out/d.txt", "out/c.txt"],
        ),
        (["."], Rules(exclude=("in/", "!in/x")), ["a.txt"]),
        (["."], Rules(exclude=("*.txt",)), []),
        (["a.txt", "out/c.txt", "b.tmp.txt"], Rules(exclude=("*.txt",)), ["a.txt", "out/c.txt", "b.tmp.txt"]),
        (["a.txt", "in"], Rules(exclude=("a.txt", "in"), force=True), []),
    ],
)
def test_what_is_left_out(paths: list[str], rules: Rules, expected: list[str]) -> None:
    assert found(paths, rules) == expected
