"""For people who go through a library: the findings of each reply below one line that names it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tonecheck.reports.advice import reply_name
from tonecheck.reports.report import Located, Report, Style
from tonecheck.reports.terminal import no_command, one_line


def render(report: Report, style: Style) -> Iterator[str]:
    """A header for each reply with findings, and a line for each of these; an empty line between replies."""
    separator = ""
    for step in report.steps:
        for header, findings in groupby(step.findings, _header):
            yield "".join((separator, no_command(header), "\n", *(_line(located) for located in findings)))
            separator = "\n"


def _header(located: Located) -> str:
    name = reply_name(located)
    return one_line(f"{located.path}: {name}" if name else located.path)


def _line(located: Located) -> str:
    finding, at = located.finding, located.span.start
    return f"  {at.line}:{at.column}  {finding.severity}  {one_line(finding.rule)}  {one_line(finding.message)}\n"
