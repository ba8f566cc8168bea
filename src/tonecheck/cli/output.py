"""The only code that prints: findings to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NoReturn, TextIO

import typer

from tonecheck.errors import Problem
from tonecheck.model import SEVERITIES, Severity
from tonecheck.reports import FORMATS, TEXT_FORMATS, Render, reporter
from tonecheck.reports.fixes_made import fix_lines, fixable, hint
from tonecheck.reports.report import Checked, FixMade, Report, Style, Summary, add
from tonecheck.reports.terminal import no_command, use_colour, visible

Colour = Literal["auto", "always", "never"]
FailOn = Literal["error", "warning", "suggestion", "never"]
if TYPE_CHECKING:
    OutputFormat = str
else:
    OutputFormat = Literal[tuple(FORMATS)]

CLEAN, FOUND, FAILED = 0, 1, 2
# What a shell reports for a program that wrote into a closed pipe.
_BROKEN_PIPE = 128 + 13
_NARROWEST = 40


def deliver(
    report: Report,
    output_format: str,
    colour: Colour,
    *,
    quiet: bool = False,
    stream: TextIO | None = None,
    summary_line: bool = True,
    statistics: bool = False,
    show_fixes: bool = False,
    fixing: bool = False,
) -> Summary:
    """Prints a report in a format while it is made, or the numbers of its findings (``statistics``), on standard output
    or another stream, with its problems on standard error. When ``quiet`` the findings are only counted; without
    ``summary_line`` no counts follow. With ``show_fixes`` the fixes that were made follow the findings; when ``fixing``
    the counts speak of those that more options would make. Returns the counts."""
    summary = Summary()
    fixes: list[FixMade] = []
    more = [0, 0]

    def told() -> Iterator[Checked]:
        nonlocal summary
        for step in report.steps:
            summary = add(summary, step)
            if show_fixes:
                fixes.extend(step.fixes)
            if output_format in TEXT_FORMATS:
                more[:] = map(sum, zip(more, fixable(step), strict=True))
            for problem in step.problems:
                complain(problem)
            for note in step.notes:
                _say(f"note: {note}")
            yield step._replace(findings=()) if quiet else step

    stream = stream or sys.stdout
    pieces = _render(output_format, statistics)(report._replace(steps=told()), style_for(colour, stream))
    if quiet:
        for _ in pieces:
            pass
    else:
        write(pieces, stream)
    if output_format in TEXT_FORMATS:
        write(fix_lines(fixes), stream)
        if summary_line:
            told_more = hint(*more, fixing=fixing)
            print(f"{_summary_line(summary)}{told_more and f'; {told_more}'}", file=sys.stderr)
    return summary


def _render(output_format: str, statistics: bool) -> Render:
    if not statistics:
        return reporter(output_format)
    from tonecheck.reports.statistics import RENDERS

    if output_format not in RENDERS:
        usage_error(f"--statistics are written as {', '.join(RENDERS)}, not as {output_format}")
    return RENDERS[output_format]


def write(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """Writes text to standard output, or to another stream; when nobody reads it any longer, leaves quietly."""
    stream = stream or sys.stdout
    try:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
    except BrokenPipeError:
        # Else Python would try to flush once more on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise typer.Exit(_BROKEN_PIPE) from None


def complain(problem: Problem) -> None:
    """Says on standard error what went wrong."""
    _say(f"error: {problem}")


def _say(text: str) -> None:
    # Line by line: each could begin with words of a draft.
    for line in visible(text).split("\n"):
        print(no_command(line), file=sys.stderr)


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


def style_for(colour: Colour, stream: TextIO | None = None) -> Style:
    """How text is to look on a stream (default: standard output)."""
    from shutil import get_terminal_size

    wanted = use_colour(stream or sys.stdout, os.environ) if colour == "auto" else colour == "always"
    return Style(wanted, max(_NARROWEST, get_terminal_size().columns))


def _summary_line(summary: Summary) -> str:
    if not summary.files and not summary.problems:
        return f"warning: 0 files checked: {_nothing(summary)}"
    found = [
        _count(number, severity)
        for number, severity in zip((summary.error, summary.warning, summary.suggestion), SEVERITIES, strict=True)
        if number
    ]
    checked = f"{_count(summary.replies, 'reply')} in {_count(summary.files, 'file')}"
    fixed = f"{summary.fixed} fixed, " if summary.fixed else ""
    nothing = "nothing found" if summary.replies else "nothing checked"
    return f"{checked}: {fixed}{', '.join(found) or nothing}{_left_out(summary)}"


def _nothing(summary: Summary) -> str:
    if summary.unknown:
        return f"no replies are known in {_count(summary.unknown, 'file')} there; name one of them to hear why"
    return "no file there that replies are kept in; 'tonecheck sources' lists the kinds"


def _left_out(summary: Summary) -> str:
    parts = []
    if summary.silenced:
        parts.append(f"; {summary.silenced} silenced")
    if summary.known:
        parts.append(f"; {summary.known} known")
    if summary.skipped:
        parts.append(f"; {_count(summary.skipped, 'reply')} not in use or not for customers")
    if summary.unknown:
        parts.append(f"; {_count(summary.unknown, 'file')} without known replies")
    if summary.problems:
        parts.append(f"; {_count(summary.problems, 'problem')}, see above")
    return "".join(parts)


def _count(number: int, noun: str) -> str:
    plural = "replies" if noun == "reply" else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
