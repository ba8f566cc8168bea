"""The verbs beside ``check``, and the command line as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rulebook.packs import RULE, rule_with, write_pack
from tonecheck import __version__, linter
from tonecheck.cli import VERBS


@pytest.mark.parametrize("arguments", [["--version"], ["-V"]])
def test_version(run: Run, arguments: list[str]) -> None:
    assert run(*arguments) == (0, f"tonecheck {__version__}\n", "")


@pytest.mark.parametrize("help_option", ["-h", "--help"])
def test_help(run: Run, help_option: str) -> None:
    ran = run(help_option)
    assert ran.status == 0
    for verb in VERBS:
        assert f"\n  {verb} " in ran.out
        assert run(verb, help_option).out.startswith(f"Usage: tonecheck {verb} ")


@pytest.mark.parametrize("arguments", [[], ["chek"], ["--nope"], ["explain"], ["rules", "--by", "colour"]])
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert "Usage: tonecheck" in ran.out + ran.err


def test_no_traceback_reaches_a_user(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no\x1b[31m\nluck")

    monkeypatch.setattr(linter, "examine", broken)
    ran = run("check", "-", stdin="না 😀")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("tonecheck: unexpected error: RuntimeError: no\\x1b[31m luck (")
    monkeypatch.setenv("TONECHECK_DEBUG", "1")
    assert "Traceback" in run("check", "-", stdin="না 😀").err


def test_interruption(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(linter, "examine", interrupted)
    assert run("check", "-", stdin="না 😀") == (130, "", "")


def test_explain(run: Run) -> None:
    ran = run("explain", "bn-no")
    assert ran == (
        0,
        "bn-no  (team, error; bn)\n  Bengali\n\nWhy:\n  Bengali.\n\nFlagged:\n  - আমি »পারব না«। 😊\n\nNot flagged:\n  - পারব।\n\n"
        'Instead:\n  - আমি দেখছি কী করা যায়।\n\nTo switch it off:\n  --ignore bn-no, or ignore = ["bn-no"] in tonecheck.toml\n',
        "",
    )


def test_explain_of_an_unknown_rule_names_the_nearest(run: Run) -> None:
    ran = run("explain", "bn-nah")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no rule 'bn-nah': did you mean 'bn-no'?" in ran.err


def test_rules_by_category(run: Run) -> None:
    assert run("rules").out == (
        "team\n  bn-no     error       Bengali\n  mild      suggestion  Says maybe\n  no-never  warning     Says never\n"
    )


def test_rules_by_passage(run: Run, tmp_path: Path) -> None:
    write_pack(tmp_path / "team", own=rule_with("no-never", "own").replace("severity:", "passages: [A7]\nseverity:"))
    assert run("rules", "--by", "passage", "--pack", "team").out == (
        "A7: never a bare no\n  own       warning     Says never\n"
    )


def test_rules_for_programs(run: Run) -> None:
    document = json.loads(run("rules", "--output-format", "json").out)
    assert document["version"] == 1
    assert document["passages"] == {"A7": "never a bare no"}
    assert document["rules"][0] == {
        "id": "bn-no",
        "category": "team",
        "severity": "error",
        "summary": "Bengali",
        "message": "Bengali.",
        "why": "Bengali.",
        "passages": [],
        "languages": ["bn"],
    }


def test_the_tests_of_the_built_in_rules(run: Run) -> None:
    assert run("test") == (0, "", "6 cases passed\n")


def test_a_case_that_fails_is_shown_where_it_stands(run: Run, tmp_path: Path) -> None:
    noisy = rule_with("no-never", "own").replace("pass: ['Never mind.']", "pass: ['রিনা 😀, never again.']")
    write_pack(tmp_path / "team", own=noisy)
    ran = run("test", "team")
    assert ran.status == 1
    assert ran.out.splitlines()[0].startswith("team/own.yml:15:12: Noisy: own flags 'never again'")
    assert ran.out.splitlines()[1] == "  রিনা 😀, never again."
    assert ran.err == "1 of 2 cases failed\n"


def test_one_file_of_the_built_in_rules(run: Run, tmp_path: Path) -> None:
    from tonecheck.rulebook.catalog import builtin_pack

    assert run("test", str(Path(builtin_pack()) / "bn_no.yml")) == (0, "", "2 cases passed\n")
    assert run("test", str(Path(builtin_pack()) / "passages.yml")).err == "warning: 0 cases passed\n"


@pytest.mark.parametrize("path", ["নেই😀", "নেই😀.yml"])
@pytest.mark.parametrize("command", [["test"], ["rules", "--pack"], ["explain", "bn-no", "--pack"]])
def test_a_pack_that_is_not_there(run: Run, command: list[str], path: str) -> None:
    ran = run(*command, path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {path}: there is no such rule pack\n")


def test_a_pack_with_errors(run: Run, tmp_path: Path) -> None:
    write_pack(tmp_path / "team", own=RULE.replace("summary", "sumary"))
    ran = run("test", "team")
    assert ran.status == 2
    assert "team/own.yml:4:1:" in ran.err


def test_all_errors_of_a_pack_are_told(run: Run, tmp_path: Path) -> None:
    write_pack(
        tmp_path / "team",
        a=RULE.replace("severity: warning", "severity: wrong").replace("summary", "sumary"),
        b=rule_with("never (?:ever )?again", "never (again").replace("no-never", "b"),
        c=RULE.replace("no-never", "c") + "yields_to: [bn-nah]\n",
    )
    ran = run("test", "team")
    assert (ran.status, ran.out) == (2, "")
    told = [line.removeprefix("error: ") for line in ran.err.splitlines() if line.startswith("error: ")]
    assert [line.partition(":")[0] for line in told] == ["team/a.yml"] * 3 + ["team/b.yml", "team/c.yml"]
    assert "there is no rule 'bn-nah' to yield to" in told[-1]
    assert "did you mean 'bn-no'?" in ran.err


def test_explain_unused_ignore_which_is_no_rule(run: Run) -> None:
    ran = run("explain", "unused-ignore")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("unused-ignore (warning)\n\nA remark ")
