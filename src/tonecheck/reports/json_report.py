"""One JSON object for the whole run, version 1: findings, errors and counts. Findings are written as they come."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.errors import Problem
from tonecheck.reports.json_objects import counts_object, encode, finding_object, problem_object
from tonecheck.reports.report import Report, Style, Summary, add


def render(report: Report, style: Style) -> Iterator[str]:
    """The object in pieces, a finding on each line."""
    summary = Summary()
    problems: list[Problem] = []
    separator = "\n"
    yield '{"version": 1, "findings": ['
    for step in report.steps:
        summary = add(summary, step)
        problems.extend(step.problems)
        for located in step.findings:
            yield separator + encode(finding_object(located))
            separator = ",\n"
    yield f'], "errors": {encode([problem_object(problem) for problem in problems])}, '
    yield f'"summary": {encode(counts_object(summary))}}}\n'
