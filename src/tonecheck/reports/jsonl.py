"""JSON lines: one finding object a line, written as it is found. Errors are on standard error."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.reports.json_objects import encode, finding_object
from tonecheck.reports.report import Report, Style


def render(report: Report, style: Style) -> Iterator[str]:
    """A line for each finding."""
    for step in report.steps:
        for located in step.findings:
            yield encode(finding_object(located)) + "\n"
