from __future__ import annotations

import pytest

from tests.reports.sample import report
from tonecheck.positions import Place
from tonecheck.reports.fixes_made import fix_lines, fixable, hint
from tonecheck.reports.report import Checked, FixMade


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("না 😀", "হ্যাঁ", "না 😀 → হ্যাঁ"),
        ("", ".\n\nহ্যাঁ 😀", "put in: . হ্যাঁ 😀"),
        ("really\r\nনা 😀 ", "", "left out: really না 😀"),
        ("\x1b[31m", "\u202e", "\\x1b[31m → \\u202e"),
    ],
)
def test_a_fix_is_one_line_that_cannot_steer_the_terminal(before: str, after: str, line: str) -> None:
    made = FixMade("খ\n.txt", Place(3, 5, 40), "a-rule", before, after)
    assert list(fix_lines([made])) == [f"খ .txt:3:5: fixed[a-rule] {line}\n"]


def test_what_cannot_be_fixed_is_not_promised() -> None:
    found = [located for step in report().steps for located in step.findings]
    offered = [[one.applicability for one in located.finding.suggestions] for located in found]
    assert fixable(Checked(tuple(found))) == (
        sum("safe" in each for each in offered),
        sum("unsafe" in each and "safe" not in each for each in offered),
    )
    assert fixable(Checked(tuple(found)))[1]
    assert fixable(Checked(tuple(located._replace(not_fixed="😀") for located in found))) == (0, 0)


@pytest.mark.parametrize(
    ("safe", "unsafe", "fixing", "expected"),
    [
        (0, 0, False, ""),
        (3, 0, True, ""),
        (3, 0, False, "3 fixable with --fix"),
        (0, 2, False, "2 fixable with --fix --unsafe-fixes"),
        (3, 2, False, "3 fixable with --fix, 2 more with --unsafe-fixes"),
        (0, 2, True, "2 more with --unsafe-fixes"),
    ],
)
def test_the_hint_names_the_options_that_are_missing(safe: int, unsafe: int, fixing: bool, expected: str) -> None:
    assert hint(safe, unsafe, fixing=fixing) == expected
