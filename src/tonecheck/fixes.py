"""Suggestions put into a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tonecheck.model import Finding, Reply, Suggestion


class Fix(NamedTuple):
    """The suggestion of a finding that is to be made."""

    finding: Finding
    suggestion: Suggestion


def apply(reply: Reply | str, findings: Iterable[Finding], unsafe: bool = False) -> str:
    """The reply's text with the suggestions of the findings put in: ``safe`` ones, with ``unsafe`` also the unsafe
    ones, never a ``manual`` one.

    Of two edits that touch the same words the one that begins first is made and the other left out, so that edits never
    collide; the order of ``findings`` does not matter.
    """
    return apply_fixes(reply if isinstance(reply, str) else reply.text, choose_fixes(findings, unsafe))


def choose_fixes(findings: Iterable[Finding], unsafe: bool = False) -> list[Fix]:
    """The fixes that ``apply`` makes, in the order of the text and apart from each other."""
    wanted = ("safe", "unsafe") if unsafe else ("safe",)
    fixes: dict[tuple[int, int, str], Fix] = {}
    for finding in findings:
        fix = _chosen(finding, wanted)
        # The same edit of two rules counts for the first of them in the alphabet.
        if fix is not None and finding.rule <= fixes.get(_edit(fix.suggestion), fix).finding.rule:
            fixes[_edit(fix.suggestion)] = fix
    chosen: list[Fix] = []
    at = 0
    last: tuple[int, int] | None = None
    for start, end, words in sorted(fixes):
        if start < at or last == (start, end):
            continue
        chosen.append(fixes[start, end, words])
        at, last = end, (start, end)
    return chosen


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """``text`` with fixes made that are apart from each other and in order."""
    pieces, at = [], 0
    for _, suggestion in fixes:
        pieces += [text[at : suggestion.start], suggestion.text]
        at = suggestion.end
    return "".join([*pieces, text[at:]])


def _chosen(finding: Finding, wanted: tuple[str, ...]) -> Fix | None:
    for suggestion in finding.suggestions:
        if suggestion.applicability in wanted:
            return Fix(finding, suggestion)
    return None


def _edit(suggestion: Suggestion) -> tuple[int, int, str]:
    return suggestion.start, suggestion.end, suggestion.text
