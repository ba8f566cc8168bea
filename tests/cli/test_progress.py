from __future__ import annotations

import io
from itertools import count

from tonecheck.cli.progress import with_progress
from tonecheck.errors import Problem
from tonecheck.reports.report import Checked


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


STEPS = [Checked(replies=1), Checked(replies=1, files=1), Checked(problems=(Problem("না😀", 0, 0, "x"),)), Checked()]


def test_nothing_is_shown_where_no_terminal_is() -> None:
    stream = io.StringIO()
    assert list(with_progress(iter(STEPS), stream, lambda: 100.0)) == STEPS
    assert stream.getvalue() == ""


def test_nothing_is_shown_for_a_short_run() -> None:
    stream = Terminal()
    assert list(with_progress(iter(STEPS), stream, lambda: 0.5)) == STEPS
    assert stream.getvalue() == ""


def test_a_long_run_counts_and_clears_its_line() -> None:
    stream, clock = Terminal(), count(0, 0.4)
    assert list(with_progress(iter(STEPS * 2), stream, lambda: float(next(clock)))) == STEPS * 2
    assert "2 replies, 1 files checked …" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")
