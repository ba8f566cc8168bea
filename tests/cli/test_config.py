from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TOML = 'preset = "strict" # 😀\n\n  ignore = ["mild"]\n[severity]\nbn-no = "off"\n[per-file."চিঠি😀/*"]\nignore = ["bn-no"]\n'
BAD = "দুঃখিত 😀, আমি পারব না। We will never again do it.\n"


def rows(out: str) -> dict[str, str]:
    return {line.split("  ")[0]: " ".join(line.split()[1:]) for line in out.splitlines()}


def test_every_value_and_where_it_comes_from(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tonecheck.toml").write_text(TOML, "utf-8")
    monkeypatch.setenv("TONECHECK_CHANNEL", "chat")
    ran = run("config", "--config", "kind='canned'")
    assert (ran.status, ran.err) == (0, "")
    found = rows(ran.out)
    assert found["preset"] == '"strict" tonecheck.toml:1:1'
    assert found["ignore"] == '["mild"] tonecheck.toml:3:3'
    assert found["severity.bn-no"] == '"off" tonecheck.toml:5:1'
    assert found["channel"] == '"chat" TONECHECK_CHANNEL'
    assert found["kind"] == "\"canned\" --config kind='canned'"
    assert found["fail-on"] == '"warning" default'
    assert found['per-file."চিঠি😀/*".ignore'] == '["bn-no"] tonecheck.toml:7:1'


def test_for_one_file_its_own_table_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(TOML, "utf-8")
    (tmp_path / "চিঠি😀").mkdir()
    (tmp_path / "চিঠি😀/a.txt").write_text("")
    ran = run("config", "চিঠি😀/a.txt", "--output-format", "json")
    found = json.loads(ran.out)
    assert (found["version"], found["path"]) == (1, "চিঠি😀/a.txt")
    place = {"kind": "file", "name": "tonecheck.toml"}
    assert found["settings"]["ignore"] == {
        "value": ["mild", "bn-no"],
        "from": [{**place, "line": 3, "column": 3}, {**place, "line": 7, "column": 1}],
    }
    assert found["settings"]["fail-on"]["from"] == [{"kind": "default", "name": None}]


@pytest.mark.parametrize("verb", ["config", "check"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ignore = [\n"mild",\n"bn-na😀"]', "tonecheck.toml:1:1: there is no rule 'bn-na😀'\n  did you mean 'bn-no'?"),
        ('preset = "strikt"', "tonecheck.toml:1:1: there is no preset 'strikt'\n  did you mean 'strict'?"),
        ('[severity] # ক😀\n mlid = "off"', "tonecheck.toml:2:2: there is no rule 'mlid'\n  did you mean 'mild'?"),
        ("limits = {mild = 1}", "tonecheck.toml:1:11: there is no limit 'mild'"),
        ('[per-file."ক😀"]\nselect = ["mlid"]', "tonecheck.toml:2:1: there is no rule 'mlid'"),
        ('profile = "chatwot"', "tonecheck.toml:1:1: there is no profile 'chatwot'\n  did you mean 'chatwoot'?"),
        ('slect = ["mild"] # 😀', "tonecheck.toml:1:1: there is no setting 'slect'"),
    ],
)
def test_what_cannot_be_used(run: Run, tmp_path: Path, verb: str, text: str, message: str) -> None:
    (tmp_path / "tonecheck.toml").write_text(text, "utf-8")
    (tmp_path / "a.txt").write_text(BAD, "utf-8")
    ran = run(verb, "a.txt")
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_a_path_that_is_not_there(run: Run) -> None:
    ran = run("config", "নেই😀")
    assert ran.status == 2
    assert "there is no 'নেই😀'" in ran.err


def found_in(run: Run, *arguments: str, stdin: str = "") -> list[str]:
    out = run("check", "--output-format", "concise", *arguments, stdin=stdin).out
    return [line.split(": ")[0].split(":")[0] + " " + line.split("[")[1].split("]")[0] for line in out.splitlines()]


def test_each_file_is_checked_with_its_own_configuration(run: Run, tmp_path: Path) -> None:
    for folder in ("ক😀", "খ", "খ/গ"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(BAD, "utf-8")
    (tmp_path / "ক😀/tonecheck.toml").write_text('ignore = ["bn-no"]', "utf-8")
    (tmp_path / "খ/.tonecheck.toml").write_text('[per-file."গ/*"]\nselect = ["bn-no"]', "utf-8")
    everything = ["খ/a.txt bn-no", "খ/a.txt no-never"]
    assert found_in(run, ".") == ["ক😀/a.txt no-never", *everything, "খ/গ/a.txt bn-no"]
    assert found_in(run, "ক😀", "--isolated") == ["ক😀/a.txt bn-no", "ক😀/a.txt no-never"]
    assert found_in(run, "ক😀", "--ignore", "no-never") == []
    assert found_in(run, "-", "--stdin-filename", "ক😀/b.txt", stdin=BAD) == ["ক😀/b.txt no-never"]
    assert found_in(run, "-", stdin=BAD) == ["- bn-no", "- no-never"]


def test_a_broken_configuration_on_the_way_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ক😀").mkdir()
    (tmp_path / "ক😀/tonecheck.toml").write_text("x = 1", "utf-8")
    for name in ("a.txt", "ক😀/b.txt"):
        (tmp_path / name).write_text(BAD, "utf-8")
    ran = run("check", ".")
    assert ran.status == 2
    assert ran.err.count("ক😀/tonecheck.toml:1:1: there is no setting 'x'") == 1


def test_each_folder_has_its_own_exclusions(run: Run, tmp_path: Path) -> None:
    for folder in ("ক😀", "খ"):
        (tmp_path / folder).mkdir()
        for name in ("a.txt", "b.txt"):
            (tmp_path / folder / name).write_text("আমি পারব না", "utf-8")
    (tmp_path / "tonecheck.toml").write_text('exclude = ["a.txt"]', "utf-8")
    (tmp_path / "ক😀/tonecheck.toml").write_text('exclude = ["b.txt"]', "utf-8")
    assert found_in(run, ".") == ["ক😀/a.txt bn-no", "খ/b.txt bn-no"]
    assert found_in(run, ".", "--exclude", "খ/") == ["ক😀/a.txt bn-no"]
    assert found_in(run, "ক😀/a.txt", "ক😀/b.txt", "--force-exclude") == ["ক😀/a.txt bn-no"]


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        ('fail-on = "error"', [], 0),
        ('fail-on = "error"', ["--fail-on", "warning"], 1),
        ('output-format = "json"\nfail-on = "never"', [], 0),
    ],
)
def test_what_concerns_the_run(run: Run, tmp_path: Path, text: str, arguments: list[str], status: int) -> None:
    (tmp_path / "ক😀").mkdir()
    (tmp_path / "ক😀/tonecheck.toml").write_text(text, "utf-8")
    (tmp_path / "ক😀/a.txt").write_text("😀 We will never again do it.", "utf-8")
    ran = run("check", "ক😀/a.txt", *arguments)
    assert ran.status == status
    assert ran.out.startswith("{") is ("json" in text)


def test_allowed_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("😀 We will never again do it.", "utf-8")
    assert found_in(run, "a.txt", "--config", 'allowed = ["never 😀"]') == ["a.txt no-never"]
    assert found_in(run, "a.txt", "--config", 'allowed = ["NEVER"]') == ["a.txt no-never"]
    assert found_in(run, "a.txt", "--config", 'allowed = ["NEVER", "Again"]') == []
    assert found_in(run, "a.txt", "--config", 'allowed = ["never again"]') == []
