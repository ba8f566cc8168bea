"""JUnit XML, for CI servers that show tests: a suite for each file, a failed case for each reply with findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tonecheck.errors import Problem
from tonecheck.reports.advice import label, reply_name, rewrite
from tonecheck.reports.paths import project_path
from tonecheck.reports.report import Checked, Located, Report, Style

# XML 1.0 has no way to write the others, and C1 controls are text to nobody.
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_TEXT: dict[int, str | None] = {
    **dict.fromkeys(code for code in _CONTROLS if chr(code) not in "\t\n"),
    **{ord(mark): entity for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))},
}
_ATTRIBUTE: dict[int, str | None] = {**_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}
_CLEAN = """\
<testsuite name="tonecheck" tests="1" failures="0" errors="0">
<testcase name="nothing found" classname="tonecheck"/>
</testsuite>
"""


def render(report: Report, style: Style) -> Iterator[str]:
    """The document in pieces, one file after the other; what has no finding is not named."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tonecheck">\n'
    clean = True
    for path, entries in groupby(_entries(report.steps), lambda entry: entry.path):
        clean = False
        yield _suite(project_path(path), list(entries))
    if clean:
        yield _CLEAN
    yield "</testsuites>\n"


def _entries(steps: Iterable[Checked]) -> Iterator[Located | Problem]:
    for step in steps:
        yield from step.findings
        yield from step.problems


def _suite(path: str, entries: Sequence[Located | Problem]) -> str:
    problems = [entry for entry in entries if isinstance(entry, Problem)]
    found = [entry for entry in entries if isinstance(entry, Located)]
    cases = [
        *(_failed(path, name, list(findings)) for name, findings in groupby(found, reply_name)),
        *(_problem(path, problem) for problem in problems),
    ]
    failures = len(cases) - len(problems)
    opening = f'<testsuite name="{_attribute(path)}" tests="{len(cases)}" failures="{failures}"'
    return f'{opening} errors="{len(problems)}">\n{"".join(cases)}</testsuite>\n'


def _failed(path: str, name: str, findings: Sequence[Located]) -> str:
    # Many readers take the first failure of a case only: there is one, with all of the reply's findings.
    first = findings[0].finding
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    text = "\n".join(line for located in findings for line in _lines(located))
    message = f"{first.rule}: {first.message}{more}"
    failure = f'<failure type="{_attribute(first.rule)}" message="{_attribute(message)}">{_text(text)}</failure>'
    return f"{_case(path, name or path)}{failure}</testcase>\n"


def _lines(located: Located) -> Iterator[str]:
    finding, at = located.finding, located.span.start
    yield f"{at.line}:{at.column} {finding.severity} {finding.rule}: {_unbroken(finding.message)}"
    for suggestion in finding.suggestions:
        yield f"  {label(suggestion)}: {_unbroken(rewrite(suggestion, finding))}"


def _problem(path: str, problem: Problem) -> str:
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    error = f'<error type="problem" message="{_attribute(problem.message)}">{_text(_unbroken(text))}</error>'
    return f"{_case(path, f'line {problem.line}' if problem.line else path)}{error}</testcase>\n"


def _case(path: str, name: str) -> str:
    return f'<testcase name="{_attribute(name)}" classname="{_attribute(path)}">'


def _text(text: str) -> str:
    return _lines_ended(text).translate(_TEXT)


def _attribute(text: str) -> str:
    return _lines_ended(text).translate(_ATTRIBUTE)


def _unbroken(text: str) -> str:
    # In the log of a CI server a line of a draft's own could be a command.
    return " ".join(_lines_ended(text).split("\n")).strip()


def _lines_ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
