"""The Code Quality report of GitLab: a JSON array of issues, for the artifact ``reports: codequality``."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.errors import Problem
from tonecheck.model import Severity
from tonecheck.reports.identity import unique_fingerprints
from tonecheck.reports.json_objects import encode
from tonecheck.reports.paths import project_path
from tonecheck.reports.report import Located, Report, Style

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The array in pieces, an issue on each line."""
    identify = unique_fingerprints()
    problems = 0
    separator = "\n"
    yield "["
    for step in report.steps:
        for located in step.findings:
            yield separator + encode(_finding(located, identify(located)))
            separator = ",\n"
        for problem in step.problems:
            problems += 1
            yield separator + encode(_problem(problem, problems))
            separator = ",\n"
    yield "\n]\n"


def _finding(located: Located, identity: str) -> dict[str, object]:
    finding, (start, end, columns, _) = located.finding, located.span
    return {
        # GitLab does not show the check's name.
        "description": f"{finding.rule}: {finding.message}",
        "check_name": finding.rule,
        "fingerprint": identity,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": project_path(located.path),
            "lines": {"begin": start.line, "end": end.line},
            "positions": {
                "begin": {"line": start.line, "column": columns[0]},
                "end": {"line": end.line, "column": columns[1]},
            },
        },
    }


def _problem(problem: Problem, number: int) -> dict[str, object]:
    from hashlib import sha256

    path, line = project_path(problem.path), problem.line or 1
    key = "\0".join(("tonecheck", path, problem.message, str(number)))
    return {
        "description": f"tonecheck: {problem.message}" + (f" ({problem.hint})" if problem.hint else ""),
        "check_name": "tonecheck",
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": line, "end": line}},
    }
