"""One line a finding, in the form that editors and ``grep`` know: ``path:line:column: severity[rule] message``."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.reports.report import Report, Style
from tonecheck.reports.terminal import no_command, one_line


def render(report: Report, style: Style) -> Iterator[str]:
    """A line for each finding."""
    for step in report.steps:
        for located in step.findings:
            finding, at = located.finding, located.span.start
            place = f"{one_line(located.path)}:{at.line}:{at.column}"
            line = f"{place}: {finding.severity}[{one_line(finding.rule)}] {one_line(finding.message)}"
            yield f"{no_command(line)}\n"
