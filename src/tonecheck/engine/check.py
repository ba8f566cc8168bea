"""The one way through the engine: a document and a rulebook in, sorted findings out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tonecheck.engine.facts import Facts, excused, facts, holds
from tonecheck.engine.hits import Hit, hits
from tonecheck.engine.library import Library
from tonecheck.engine.matching import TIME_LIMIT, PatternTimeout
from tonecheck.engine.patterns import Patterns
from tonecheck.engine.rewriting import finding_language, put, suggestions
from tonecheck.errors import RuleTimeout
from tonecheck.model import Document, Finding, Severity
from tonecheck.rulebook.rule import Finder, Rule


class Examined(NamedTuple):
    """The findings of one reply in the order of their place, and the rules that were stopped for taking too long."""

    findings: tuple[Finding, ...]
    errors: tuple[RuleTimeout, ...]


class Caught(NamedTuple):
    """A hit that nothing excuses, with what found it."""

    rule: Rule
    finder: Finder
    hit: Hit


def examine(
    document: Document, patterns: Patterns, active: Mapping[str, Severity], library: Library | None = None
) -> Examined:
    """Run the active rules (id to severity) of the patterns' rulebook on a document. A canned reply is compared with
    those of its ``library`` so far. A rule that takes too long is left out and reported."""
    known = facts(document, patterns, library)
    patterns.replies += 1
    caught: list[Caught] = []
    errors: list[RuleTimeout] = []
    for id in active:
        rule = patterns.rulebook.rules[id]
        try:
            caught += _catch(known, rule)
        except PatternTimeout as stopped:
            errors.append(RuleTimeout(id, stopped.pattern, TIME_LIMIT))
    findings = [_finding(document, item, active[item.rule.id]) for item in caught if not _gives_way(item, caught)]
    return Examined(tuple(sorted(findings, key=_order)), tuple(errors))


def _catch(known: Facts, rule: Rule) -> list[Caught]:
    if not holds(known, rule.when):
        return []
    caught: list[Caught] = []
    for finder in rule.finders:
        for hit in sorted(hits(known, finder), key=_leftmost_longest):
            if not _said_already(hit, finder, caught) and not excused(known, rule.unless, hit.spot, hit.sentence):
                caught.append(Caught(rule, finder, hit))
    return caught


def _leftmost_longest(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _said_already(hit: Hit, finder: Finder, caught: list[Caught]) -> bool:
    """Whether a finding of the same rule stands there: on these words, or in the sentence unless each match counts."""
    each = finder.each or hit.spot is None or hit.spot.phrase.replace is not None
    return any(
        (hit.start < other.end and other.start < hit.end)
        or (hit.start, hit.end) == (other.start, other.end)
        or (not each and hit.sentence == other.sentence)
        for other in (item.hit for item in caught)
    )


def _gives_way(item: Caught, caught: list[Caught]) -> bool:
    """Whether a more specific rule speaks about the same sentence."""
    return any(
        other.rule.id in item.rule.yields_to and other.hit.sentence == item.hit.sentence and item.hit.sentence >= 0
        for other in caught
    )


def _finding(document: Document, item: Caught, severity: Severity) -> Finding:
    rule, hit = item.rule, item.hit
    language = finding_language(document, rule, hit)
    return Finding(
        rule=rule.id,
        severity=severity,
        language=language,
        message=put(rule.message, hit.words or {}),
        start=hit.start,
        end=hit.end,
        match=document.reply.text[hit.start : hit.end],
        passages=rule.passages,
        suggestions=suggestions(document, rule, item.finder, hit, language),
    )


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
