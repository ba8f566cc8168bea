"""For a comment in a pull request: the findings of each file as a list, the most severe first where not all fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tonecheck.errors import Problem
from tonecheck.model import SEVERITIES, Severity
from tonecheck.reports.advice import label, reply_name, rewrite
from tonecheck.reports.markdown_text import code, prose
from tonecheck.reports.paths import project_path
from tonecheck.reports.report import Located, Report, Style, Summary, add

MOST = 50
"""So many findings are listed, and so many problems."""
# GitHub takes 65,536 characters in a comment.
_ROOM = 60_000
_REWRITES = 3
_LONGEST = 200


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole comment, once the run is over: it begins with the counts."""
    summary = Summary()
    kept: dict[Severity, list[tuple[int, Located]]] = {severity: [] for severity in SEVERITIES}
    problems: list[Problem] = []
    number = 0
    for step in report.steps:
        summary = add(summary, step)
        problems += step.problems[: MOST - len(problems)]
        for located in step.findings:
            number += 1
            if len(kept[located.finding.severity]) < MOST:
                kept[located.finding.severity].append((number, located))
    yield f"**tonecheck**: {_counts(summary)}\n"
    listed, room = _fitting([f"- {_problem(problem)}\n" for problem in problems], _ROOM)
    if problems:
        yield "\nNot checked:\n\n" + "".join(listed) + _more(summary.problems - len(listed))
    worst = [entry for severity in SEVERITIES for entry in kept[severity]][:MOST]
    lines, _ = _fitting(
        [_line(located) for _, located in worst], room - sum(len(_path(located)) for _, located in worst)
    )
    shown = [(place, located, line) for (place, located), line in zip(worst, lines, strict=False)]
    # The run's own order again, so that each file is named once.
    for path, entries in groupby(sorted(shown, key=lambda entry: entry[0]), key=lambda entry: _path(entry[1])):
        yield f"\n{path}\n\n" + "".join(line for _, _, line in entries)
    yield _more(number - len(shown))


def _fitting(lines: list[str], room: int) -> tuple[list[str], int]:
    """The first of ``lines`` that fit into so many characters, and how many are left."""
    fitting = []
    for line in lines:
        if len(line) > room:
            break
        fitting.append(line)
        room -= len(line)
    return fitting, room


def _line(located: Located) -> str:
    finding, at = located.finding, located.span.start
    name = reply_name(located)
    where = f"{at.line}:{at.column}" + (f" in {_code(name)}" if name else "")
    words = f" {_code(finding.match)}" if finding.match.strip() else ""
    advice = "".join(
        f"\n  - {label(suggestion)}: {_code(rewrite(suggestion, finding))}"
        for suggestion in finding.suggestions[:_REWRITES]
    )
    return f"- {where} **{finding.severity}** {_code(finding.rule)}{words}: {_prose(finding.message)}{advice}\n"


def _problem(problem: Problem) -> str:
    place = f"{_path(problem)}{f' line {problem.line}' if problem.line else ''}"
    return f"{place}: {_prose(problem.message)}" + (f" ({_prose(problem.hint)})" if problem.hint else "")


def _path(place: Located | Problem) -> str:
    return _code(project_path(place.path))


def _counts(summary: Summary) -> str:
    found = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for count, severity in zip((summary.error, summary.warning, summary.suggestion), SEVERITIES, strict=True)
        if count
    ]
    replies = f"{summary.replies} {'reply' if summary.replies == 1 else 'replies'} checked"
    problems = f", {summary.problems} problem{'' if summary.problems == 1 else 's'}" if summary.problems else ""
    return f"{', '.join(found) or 'nothing found'}, {replies}{problems}"


def _more(left: int) -> str:
    return f"\nand {left} more\n" if left > 0 else ""


def _code(text: str) -> str:
    return code(_short(text))


def _prose(text: str) -> str:
    return prose(_short(text))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
