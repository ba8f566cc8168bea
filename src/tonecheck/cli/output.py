"""The only code that prints: findings to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Literal, NoReturn

import typer

from tonecheck.errors import Problem
from tonecheck.model import SEVERITIES, Severity
from tonecheck.reports import TEXT_FORMATS, reporter
from tonecheck.reports.report import Checked, Report, Style, Summary, add
from tonecheck.reports.terminal import use_colour, visible

Colour = Literal["auto", "always", "never"]
FailOn = Literal["error", "warning", "suggestion", "never"]

CLEAN, FOUND, FAILED = 0, 1, 2
# What a shell reports for a program that wrote into a closed pipe.
_BROKEN_PIPE = 128 + 13
_NARROWEST = 40


def deliver(report: Report, output_format: str, colour: Colour) -> Summary:
    """Prints a report in a format while it is made, with its problems on standard error. Returns its counts."""
    summary = Summary()

    def told() -> Iterator[Checked]:
        nonlocal summary
        for step in report.steps:
            summary = add(summary, step)
            for problem in step.problems:
                complain(problem)
            yield step

    write(reporter(output_format)(report._replace(steps=told()), style_for(colour)))
    if output_format in TEXT_FORMATS:
        print(_summary_line(summary), file=sys.stderr)
    return summary


def write(pieces: Iterable[str]) -> None:
    """Writes text to standard output; when nobody reads it any longer, leaves quietly."""
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        # Else Python would try to flush once more on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_BROKEN_PIPE) from None


def complain(problem: Problem) -> None:
    """Says on standard error what went wrong."""
    print(f"error: {visible(str(problem))}", file=sys.stderr)


def exit_status(summary: Summary, fail_on: FailOn) -> int:
    """What went wrong outweighs what was found."""
    if summary.problems:
        return FAILED
    if fail_on == "never":
        return CLEAN
    counts: dict[Severity, int] = {
        "error": summary.error,
        "warning": summary.warning,
        "suggestion": summary.suggestion,
    }
    return FOUND if any(counts[severity] for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1]) else CLEAN


def usage_error(message: str) -> NoReturn:
    """Leaves with the verb's usage line and this message, exit status 2."""
    raise typer.BadParameter(message)


def style_for(colour: Colour) -> Style:
    """How text is to look on standard output."""
    from shutil import get_terminal_size

    wanted = use_colour(sys.stdout, os.environ) if colour == "auto" else colour == "always"
    return Style(wanted, max(_NARROWEST, get_terminal_size().columns))


def _summary_line(summary: Summary) -> str:
    if not summary.files and not summary.problems:
        return "warning: 0 files checked: no .txt, .md or .jsonl file there"
    found = [
        _count(number, severity)
        for number, severity in zip((summary.error, summary.warning, summary.suggestion), SEVERITIES, strict=True)
        if number
    ]
    checked = f"{_count(summary.replies, 'reply')} in {_count(summary.files, 'file')}"
    failed = f"; {_count(summary.problems, 'problem')}, see above" if summary.problems else ""
    nothing = "nothing found" if summary.replies else "nothing checked"
    return f"{checked}: {', '.join(found) or nothing}{failed}"


def _count(number: int, noun: str) -> str:
    plural = "replies" if noun == "reply" else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
