"""Workflow commands of GitHub Actions: each finding is shown at its line in the pull request.

GitHub shows the first ten of a kind in a step; all of them are in its log. Errors come as they are found, warnings and
notices behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tonecheck.errors import Problem
from tonecheck.model import Severity
from tonecheck.reports.advice import label, reply_name, rewrite
from tonecheck.reports.paths import project_path
from tonecheck.reports.report import Located, Report, Style
from tonecheck.reports.terminal import one_line, visible

_COMMANDS: dict[Severity, Literal["error", "warning", "notice"]] = {
    "error": "error",
    "warning": "warning",
    "suggestion": "notice",
}
_SHOWN = 10


def render(report: Report, style: Style) -> Iterator[str]:
    """A command a line, and a closing line when GitHub will not show all of them."""
    errors = 0
    later: dict[Severity, list[str]] = {"warning": [], "suggestion": []}
    for step in report.steps:
        for problem in step.problems:
            errors += 1
            yield _problem(problem)
        for located in step.findings:
            if located.finding.severity == "error":
                errors += 1
                yield _finding(located)
            else:
                later[located.finding.severity].append(_finding(located))
    for lines in later.values():
        yield from lines
    counts = (errors, *(len(lines) for lines in later.values()))
    if max(counts) > _SHOWN:
        kinds = ", ".join(
            f"{count} {command}{'' if count == 1 else 's'}"
            for count, command in zip(counts, _COMMANDS.values(), strict=True)
        )
        yield f"{kinds}: GitHub shows {_SHOWN} of each in the pull request, the others are in this log only\n"


def _finding(located: Located) -> str:
    finding, (start, end, columns, _) = located.finding, located.span
    places: list[tuple[str, int]] = [("line", start.line), ("endLine", end.line)]
    if start.line == end.line:
        # GitHub takes columns within one line only.
        places += [("col", columns[0]), ("endColumn", columns[1])]
    name = reply_name(located)
    title = f"{finding.rule}: {name}" if name else finding.rule
    advice = (f"{label(suggestion)}: {one_line(rewrite(suggestion, finding))}" for suggestion in finding.suggestions)
    return _command(
        _COMMANDS[finding.severity], located.path, places, title, "\n".join((one_line(finding.message), *advice))
    )


def _problem(problem: Problem) -> str:
    # Without a column: those of problems are code points.
    places = [("line", problem.line)] if problem.line else []
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return _command("error", problem.path, places, "tonecheck", visible(message))


def _command(name: str, path: str, places: list[tuple[str, int]], title: str, message: str) -> str:
    properties = [
        f"file={_property(project_path(path))}",
        *(f"{key}={number}" for key, number in places),
        f"title={_property(one_line(title))}",
    ]
    return f"::{name} {','.join(properties)}::{_data(message)}\n"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    # What is left, such as an escape sequence, belongs in no log.
    return visible(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
