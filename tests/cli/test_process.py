"""Whole processes: what only shows outside of one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rulebook.packs import BENGALI, write_pack

# The pack of the tests in place of the built-in rules: its folder is the first argument.
MAIN = """
import sys
from tonecheck.rulebook import catalog
rules = sys.argv.pop(1)
catalog.builtin_pack = lambda: rules
from tonecheck.__main__ import run
run()
"""
LINE = '{"text": "😀 আমি পারব না"}\n'


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    pack = write_pack(tmp_path / "rules", bn_no=BENGALI)
    return [sys.executable, "-c", MAIN, pack, "check", "--output-format", "concise"]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }


def test_bengali_under_the_c_locale(command: list[str], environ: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "চিঠি😀.txt"
    path.write_text("আমি পারব না 😀", encoding="utf-8")
    ran = subprocess.run([*command, str(path)], env=environ, capture_output=True, check=False)
    assert ran.stdout.decode() == f"{path}:1:5: error[bn-no] Bengali.\n"
    assert ran.returncode == 1


def test_what_is_piped_in_is_read_without_being_named(command: list[str], environ: dict[str, str]) -> None:
    ran = subprocess.run(command, env=environ, input="আমি পারব না 😀".encode(), capture_output=True, check=False)
    assert ran.stdout.decode() == "-:1:5: error[bn-no] Bengali.\n"
    ran = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"nothing to check" in ran.stderr


def test_a_lone_surrogate_comes_out_as_its_escape(command: list[str], environ: dict[str, str]) -> None:
    command += ["-", "--stdin-filename", "c.jsonl"]
    line = rb'{"id": "\ud83d", "text": "\ud83d ' + "আমি পারব না 😀".encode() + b'"}'
    for output_format in ("full", "concise", "json", "jsonl"):
        ran = subprocess.run(
            [*command, "--output-format", output_format], env=environ, input=line, capture_output=True, check=False
        )
        assert ran.returncode == 1
        assert (rb"\ud83d" in ran.stdout) is (output_format != "concise")


def test_a_reader_that_stops_is_no_error(command: list[str], environ: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(LINE * 5000, encoding="utf-8")
    with subprocess.Popen(
        [*command, str(path)], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
