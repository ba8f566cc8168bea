from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from tests.reports.sample import examine
from tonecheck.discover import Found
from tonecheck.errors import Problem
from tonecheck.positions import Place
from tonecheck.reports.report import Checked, Summary, add
from tonecheck.run import check_file, check_files
from tonecheck.sources.source import Context


def total(steps: list[Checked]) -> Summary:
    summary = Summary()
    for step in steps:
        summary = add(summary, step)
    return summary


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good, bad, folder = tmp_path / "ভালো😀.txt", tmp_path / "bad.txt", tmp_path / "folder"
    good.write_text("এটা সম্ভব না 😀", encoding="utf-8")
    bad.write_bytes("না 😀\n".encode() + b"ok\xff")
    folder.mkdir()
    gone = Problem("gone", 0, 0, "no such file or folder", "check the path")
    steps = list(
        check_files(
            partial(check_file, examine, Context()),
            [gone if path is gone else Found(str(path), True) for path in (folder, gone, bad, tmp_path / "new", good)],
        )
    )
    problems = [problem for step in steps for problem in step.problems]
    assert [(Path(problem.path).name, problem.line, problem.column) for problem in problems] == [
        ("folder", 0, 0),
        ("gone", 0, 0),
        ("bad.txt", 2, 3),
        ("new", 0, 0),
    ]
    assert all(problem.hint for problem in problems)
    assert total(steps) == Summary(replies=1, files=1, error=1, warning=1, problems=4)


@pytest.mark.parametrize(("data", "replies"), [("", 1), (" \r\n\t\u00a0", 1), ("😀", 1)])
def test_a_file_without_words_has_no_findings(data: str, replies: int) -> None:
    steps = list(check_file(examine, Context(), "a.txt", io.BytesIO(data.encode())))
    assert bool(total(steps).warning) is bool(data.strip())
    assert (total(steps).replies, total(steps).files) == (replies, 1)


def test_findings_stand_in_the_file() -> None:
    lines = '{"text": "ভালো 😀, happy to help"}\n{"id": 7, "text": "😀\\nএটা সম্ভব না, happy to help, সম্ভব না"}\n'
    steps = list(check_file(examine, Context(), "c.jsonl", io.BytesIO(lines.encode())))
    first, second = (located for step in steps for located in step.findings)
    at = lines.index("সম্ভব")
    begin = lines.index("\n") + 1
    assert (first.path, first.reply) == ("c.jsonl", "7")
    assert first.span[:2] == (Place(2, at - begin + 1, at), Place(2, at - begin + 9, at + 8))
    before = lines[begin:at]
    assert first.span.utf16[0] == len(before.encode("utf-16-le")) // 2 + 1
    assert first.span.utf8[0] == len(before.encode()) + 1
    assert first.suggestions == (first.span,) * 3
    assert [first.occurrence, second.occurrence] == [1, 2]


def test_equal_findings_in_a_reply_are_numbered() -> None:
    text = "এটা সম্ভব না।\n\n" * 3 + "😀 happy to help"
    (step, _) = check_file(examine, Context(), "a.txt", io.BytesIO(text.encode()))
    assert [located.occurrence for located in step.findings] == [1, 2, 3]


def test_a_rule_that_was_stopped_is_a_problem_of_its_line() -> None:
    lines = '{"text": "😀 না happy to help"}\n{"text": "aaaa happy to help"}\n'
    steps = list(check_file(examine, Context(), "c.jsonl", io.BytesIO(lines.encode())))
    (problem,) = (problem for step in steps for problem in step.problems)
    assert (problem.path, problem.line) == ("c.jsonl", 2)
    assert "team-rule" in problem.message
    assert "\n" not in problem.message
    assert problem.hint
