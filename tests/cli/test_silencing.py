"""Remarks in libraries and baselines, from the command line to the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_fix import SAFE
from tests.rulebook.packs import write_pack

REMARK = "# tonecheck: ignore[no-never] আইন 😀"
NEVER = "- reply: 'না 😀 never again'\n"
LIBRARY = f"{REMARK}\n{NEVER}{NEVER}"
FIELD = ("--field", "reply")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "লাইব্রেরি.yml"
    path.write_text(LIBRARY, "utf-8")
    return path


def test_a_silenced_finding_is_counted_and_not_told(run: Run, library: Path) -> None:
    done = run("check", library.name, *FIELD, "--output-format", "json")
    told = json.loads(done.out)
    assert [finding["start"]["line"] for finding in told["findings"]] == [3]
    assert (told["summary"]["silenced"], told["summary"]["known"]) == (1, 0)
    assert run("check", library.name, *FIELD).err.rstrip().endswith("1 warning; 1 silenced")


def test_no_ignores_tells_all(run: Run, library: Path) -> None:
    done = run("check", library.name, *FIELD, "--no-ignores", "--output-format", "concise")
    assert len(done.out.splitlines()) == 2


@pytest.mark.parametrize("options", [[], ["--fix"]])
def test_a_mistyped_remark_is_an_error_and_nothing_is_written(
    run: Run, library: Path, tmp_path_factory: pytest.TempPathFactory, options: list[str]
) -> None:
    pack = write_pack(tmp_path_factory.mktemp("pack"), safe=SAFE)
    text = "# না 😀 tonecheck: ignore[no-nevr] আইন\n- reply: we utilise\n"
    library.write_text(text, "utf-8")
    done = run("check", library.name, *FIELD, "--pack", pack, *options)
    assert done.status == 2
    assert f"{library.name}:1:8: there is no rule 'no-nevr'" in done.err
    assert library.read_text("utf-8") == text


def test_fix_leaves_what_is_silenced(run: Run, library: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pack = write_pack(tmp_path_factory.mktemp("pack"), safe=SAFE)
    library.write_text("# tonecheck: ignore[no-utilise] law\n- reply: না 😀 utilise\n- reply: utilise\n", "utf-8")
    done = run("check", library.name, *FIELD, "--pack", pack, "--fix")
    assert library.read_text("utf-8").splitlines()[1:] == ["- reply: না 😀 utilise", "- reply: use"]
    assert (done.status, "1 fixed" in done.err, "1 silenced" in done.err) == (0, True, True)


def test_a_draft_with_a_remark_is_stopped(run: Run) -> None:
    done = run("check", "-", stdin=f"{REMARK}\nnever again")
    assert done.status == 2
    assert "-:1:3: this remark stands among the words" in done.err


def test_a_baseline_from_its_beginning_to_its_end(run: Run, library: Path) -> None:
    with_baseline = ("check", library.name, *FIELD, "--baseline", "known")
    done = run(*with_baseline)
    assert (done.status, "no such baseline" in done.err) == (2, True)
    assert run(*with_baseline, "--update-baseline").status == 0
    done = run(*with_baseline)
    assert (done.status, done.out) == (0, "")
    assert done.err.rstrip().endswith("nothing found; 1 silenced; 1 known")
    library.write_text(LIBRARY + NEVER.replace("না", "আর না"), "utf-8")
    done = run(*with_baseline, "--output-format", "concise")
    assert (done.status, done.out.count("\n"), ":4:" in done.out) == (1, 1, True)
    library.write_text("- reply: বেশ 😀\n", "utf-8")
    assert "1 entry of the baseline is no longer found" in run(*with_baseline).err
    run(*with_baseline, "--prune-baseline")
    assert Path("known").read_text("utf-8").count("\n") == 1


def test_a_choice_of_rules_prunes_the_others_not(run: Run, library: Path) -> None:
    with_baseline = ("check", library.name, *FIELD, "--baseline", "known")
    run(*with_baseline, "--update-baseline")
    seen = Path("known").read_bytes()
    for use in ("--prune-baseline", "--update-baseline"):
        run(*with_baseline, "--select", "mild", use)
        assert Path("known").read_bytes() == seen


def test_a_broken_baseline_is_an_error_in_json_too(run: Run, library: Path) -> None:
    Path("known").write_text('{"tonecheck-baseline": 1}\n{"path": "না😀"\n', "utf-8")
    done = run("check", library.name, *FIELD, "--baseline", "known", "--output-format", "json")
    told = json.loads(done.out)
    assert (done.status, told["findings"]) == (2, [])
    assert [(error["path"], error["line"]) for error in told["errors"]] == [("known", 2)]


def test_a_baseline_among_the_replies_is_none_of_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("never again 😀", "utf-8")
    for _ in range(2):
        assert run("check", ".", "--baseline", "known.txt", "--update-baseline").status == 0
    assert run("check", ".", "--baseline", "known.txt").err.startswith("1 reply in 1 file")


@pytest.mark.parametrize(
    "options",
    [
        ["--update-baseline"],
        ["--prune-baseline"],
        ["--baseline", "b", "--update-baseline", "--prune-baseline"],
        ["--baseline", "b", "--update-baseline", "--diff"],
    ],
)
def test_what_does_not_go_together(run: Run, library: Path, options: list[str]) -> None:
    done = run("check", library.name, *options)
    assert (done.status, done.out) == (2, "")
    assert not Path("b").exists()
