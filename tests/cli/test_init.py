from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tonecheck.config import read_config
from tonecheck.errors import ConfigError

CHATWOOT = (
    '[{"id": 1, "account_id": 1, "short_code": "😀", "content": "আমি দেখছি।", "created_at": "", "updated_at": ""}]'
)


@pytest.mark.parametrize("name", ["tonecheck.toml", ".tonecheck.toml", "pyproject.toml"])
def test_it_overwrites_nothing(run: Run, tmp_path: Path, name: str) -> None:
    text = '# ক😀\n[tool.tonecheck]\npreset = "strict"\n'
    (tmp_path / name).write_text(text, "utf-8")
    ran = run("init")
    assert (ran.status, ran.out) == (2, "")
    assert f"{name}: there is a configuration already" in ran.err
    assert (tmp_path / name).read_text("utf-8") == text
    assert os.listdir(tmp_path) == [name]


def test_a_folder_that_is_not_there(run: Run) -> None:
    ran = run("init", "নেই😀")
    assert ran.status == 2
    assert "'নেই😀' is no folder" in ran.err


def test_it_is_made_for_what_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ক 😀").mkdir()
    (tmp_path / "ক 😀/c.json").write_text(CHATWOOT, "utf-8")
    (tmp_path / "ক 😀/a.txt").write_text("😀 We will never again do it.", "utf-8")
    (tmp_path / "ক 😀/x.json").write_text('{"ক": "😀"}', "utf-8")
    ran = run("init", "ক 😀")
    assert (ran.status, ran.out) == (0, "ক 😀/tonecheck.toml\n")
    assert "found: 2 replies in 2 files; languages: en 1, bn 1\n" in ran.err
    assert "libraries: chatwoot (1)\n" in ran.err
    assert "no replies are known in 1 more files, such as ক 😀/x.json" in ran.err
    assert ran.err.endswith("next: read it through, then run: tonecheck check 'ক 😀'\n")
    text = (tmp_path / "ক 😀/tonecheck.toml").read_text("utf-8")
    assert "# libraries: chatwoot (1)\n" in text
    assert read_config("ক 😀").channel == "chat"
    assert run("check", "ক 😀/a.txt").status == 1


def test_in_an_empty_folder_nothing_is_decided(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    ran = run("init")
    assert (ran.status, ran.out) == (0, "tonecheck.toml\n")
    assert tomllib.loads((tmp_path / "tonecheck.toml").read_text("utf-8")) == {}
    assert "found: no replies yet\n" in ran.err


def test_every_suggestion_in_it_is_one_that_works(run: Run, tmp_path: Path) -> None:
    run("init")
    path = tmp_path / "tonecheck.toml"
    lines = path.read_text("utf-8").splitlines()
    settings = [line.removeprefix("# ") for line in lines if " = " in line or line.startswith("# [")]
    path.write_text("\n".join(settings), "utf-8")
    found = read_config(".")
    assert found.rules.preset == "strict"
    assert found.rules.limits == (("sentence-words", 30),)
    path.write_text("\n".join([*settings, "x = 1"]), "utf-8")
    with pytest.raises(ConfigError):
        read_config(".")
