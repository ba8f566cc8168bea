"""SARIF 2.1.0, for code scanning on GitHub, for editors and for viewers. Results are written as they are found."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.errors import Problem
from tonecheck.fingerprints import fingerprint
from tonecheck.model import Severity
from tonecheck.reports.advice import label, ready_edits, reply_name
from tonecheck.reports.json_objects import encode
from tonecheck.reports.paths import uri
from tonecheck.reports.report import FileEdit, Located, Report, Span, Style
from tonecheck.reports.sarif_rules import rule_object

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "note"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The log in pieces, a result on each line; the rules come last, when it is known which of them are named."""
    rules: dict[str, tuple[int, Severity]] = {}
    problems: list[Problem] = []
    separator = "\n"
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "utf16CodeUnits", "results": ['
    for step in report.steps:
        problems += step.problems
        for located in step.findings:
            index, _ = rules.setdefault(located.finding.rule, (len(rules), located.finding.severity))
            yield separator + encode(_result(located, index))
            separator = ",\n"
    invocation: dict[str, object] = {"executionSuccessful": not problems}
    if problems:
        invocation["toolExecutionNotifications"] = [_notification(problem) for problem in problems]
    driver = {
        "name": "tonecheck",
        **({"version": report.version, "semanticVersion": report.version} if report.version else {}),
        "rules": [
            rule_object(id, LEVELS[severity], report.rules.get(id), report.passages)
            for id, (_, severity) in rules.items()
        ],
    }
    yield f'\n], "invocations": {encode([invocation])}, "tool": {encode({"driver": driver})}}}]}}\n'


def _result(located: Located, index: int) -> dict[str, object]:
    finding = located.finding
    artifact = {"uri": uri(located.path)}
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": artifact, "region": _region(located.span)}}
    name = reply_name(located)
    if name:
        location["logicalLocations"] = [{"name": name, "kind": "reply"}]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [location],
        "partialFingerprints": {"tonecheck/v1": fingerprint(finding.rule, located.excerpt, located.occurrence)},
    }
    fixes = [_fix(artifact, label(suggestion), edit) for suggestion, edit in ready_edits(located)]
    if fixes:
        result["fixes"] = fixes
    return result


def _fix(artifact: dict[str, str], description: str, edit: FileEdit) -> dict[str, object]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    return {
        "description": {"text": description},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _notification(problem: Problem) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(problem.path)}}
    if problem.line:
        # Without a column: those of problems are code points.
        physical["region"] = {"startLine": problem.line}
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "level": "error",
        "message": {"text": _message(text)},
        "locations": [{"physicalLocation": physical}],
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.utf16[0],
        "endLine": span.end.line,
        "endColumn": span.utf16[1],
    }


def _message(text: str) -> str:
    """``text`` without what would be a link in a SARIF message: it may hold words of the draft."""
    return text.replace("](", "] (")
