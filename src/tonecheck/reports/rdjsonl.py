"""The diagnostic format of reviewdog as JSON lines, written as they are found. Columns are UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.errors import Problem
from tonecheck.model import Severity
from tonecheck.reports.advice import label, ready_edits, rewrite
from tonecheck.reports.json_objects import encode
from tonecheck.reports.markdown_text import code, unlinked
from tonecheck.reports.paths import project_path
from tonecheck.reports.report import Located, Report, Span, Style

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}
_SOURCE = {"name": "tonecheck"}


def render(report: Report, style: Style) -> Iterator[str]:
    """A line for each finding and each problem."""
    for step in report.steps:
        for located in step.findings:
            yield encode(_finding(located)) + "\n"
        for problem in step.problems:
            yield encode(_problem(problem)) + "\n"


def _finding(located: Located) -> dict[str, object]:
    finding = located.finding
    return {
        "message": _message(located),
        "location": {"path": project_path(located.path), "range": _range(located.span)},
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": finding.rule},
        "suggestions": [{"range": _range(edit.span), "text": edit.text} for _, edit in ready_edits(located)],
    }


def _message(located: Located) -> str:
    """The message, and the rewrites that reviewdog cannot offer by a button; it writes them into a comment."""
    finding = located.finding
    ready = {suggestion for suggestion, _ in ready_edits(located)}
    advice = [
        f"{label(suggestion)}: {code(rewrite(suggestion, finding))}"
        for suggestion in finding.suggestions
        if suggestion not in ready
    ]
    return "\n".join((unlinked(finding.message), *advice))


def _problem(problem: Problem) -> dict[str, object]:
    location: dict[str, object] = {"path": project_path(problem.path)}
    if problem.line:
        # Columns of problems are code points, not bytes.
        location["range"] = {"start": {"line": problem.line}}
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {"message": unlinked(message), "location": location, "severity": "ERROR", "source": _SOURCE}


def _range(span: Span) -> dict[str, object]:
    return {
        "start": {"line": span.start.line, "column": span.utf8[0]},
        "end": {"line": span.end.line, "column": span.utf8[1]},
    }
