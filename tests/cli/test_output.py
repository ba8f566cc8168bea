"""What is printed where."""

from __future__ import annotations

import io

import pytest
import typer

from tests.reports.sample import report
from tests.reports.validators import parsed_commands
from tonecheck.cli.output import deliver
from tonecheck.errors import Problem
from tonecheck.reports.report import Checked, Report


def test_the_summary_line_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    deliver(report(), "concise", "never", summary_line=False)
    quiet = capsys.readouterr()
    assert quiet.err == ""
    deliver(report(), "concise", "never")
    assert capsys.readouterr() == (
        quiet.out,
        "1 reply in 1 file: 2 errors, 1 warning; 2 fixable with --fix, 1 more with --unsafe-fixes\n",
    )


def test_errors_are_said_without_the_summary_line(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("নেই😀.txt", 0, 0, "no such file", "")
    assert deliver(Report((Checked(problems=(problem,)),), {}), "full", "never", summary_line=False).problems == 1
    assert capsys.readouterr() == ("", "error: নেই😀.txt: no such file\n")


def test_statistics_stand_in_the_place_of_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert deliver(report(), "full", "never", statistics=True).error == 2
    out, err = capsys.readouterr()
    assert out.startswith("By rule:\n  2  flat-refusal\n")
    assert err == "1 reply in 1 file: 2 errors, 1 warning; 2 fixable with --fix, 1 more with --unsafe-fixes\n"


def test_statistics_are_not_written_in_every_format() -> None:
    with pytest.raises(typer.BadParameter, match="full, concise, grouped, json, not as sarif"):
        deliver(report(), "sarif", "never", statistics=True)


def test_a_report_goes_where_it_is_told_to(capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    deliver(report(), "jsonl", "always", stream=stream)
    assert stream.getvalue().count("\n") == 3
    assert capsys.readouterr() == ("", "")


def test_no_note_is_a_command_to_github(capsys: pytest.CaptureFixture[str]) -> None:
    note = "রিনা.eml: The text with its fixes:\n::error::😀\n  ::add-mask::না ##[group]"
    problem = Problem("::error::.txt", 0, 0, "না\n::notice::x")
    deliver(Report((Checked(notes=(note,), problems=(problem,)),), {}), "concise", "never")
    err = capsys.readouterr().err
    assert parsed_commands(err) == []
    assert "\n\\x3a:error::😀\n  \\x3a:add-mask::না #\\x23[group]\n" in err
