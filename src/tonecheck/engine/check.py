"""The one way through the engine: a document and a rulebook in, sorted findings out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tonecheck.engine.allowed import Allowed, is_allowed
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
    document: Document,
    patterns: Patterns,
    active: Mapping[str, Severity],
    library: Library | None = None,
    allowed: Allowed = frozenset(),
) -> Examined:
    """Run the active rules (id to severity) of the patterns' rulebook on a document. A canned reply is compared with
    those of its ``library`` so far. Words that are all ``allowed`` are no match. A rule that takes too long is left out
    and reported."""
    known = facts(document, patterns, library)
    patterns.replies += 1
    caught: list[Caught] = []
    errors: list[RuleTimeout] = []
    for id in active:
        rule = patterns.rulebook.rules[id]
        try:
            caught += _catch(known, rule, allowed)
        except PatternTimeout as stopped:
            errors.append(RuleTimeout(id, stopped.pattern, TIME_LIMIT))
    findings = [_finding(document, item, active[item.rule.id]) for item in caught if not _gives_way(item, caught)]
    return Examined(tuple(sorted(findings, key=_order)), tuple(errors))


def _catch(known: Facts, rule: Rule, allowed: Allowed) -> list[Caught]:
    if not holds(known, rule.when):
        return []
    caught: list[Caught] = []
    for finder in rule.finders:
        said = _Said(caught)
        for hit in sorted(hits(known, finder), key=_leftmost_longest):
            if allowed and is_allowed(known.document.reply.text[hit.start : hit.end], allowed):
                continue
            if not _is_said(hit, finder, said) and not excused(known, rule.unless, hit.spot, hit.sentence):
                caught.append(Caught(rule, finder, hit))
                said.add(hit)
    return caught


def _leftmost_longest(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


class _Said:
    """What a rule has said of a document: by its finders before, and by the one at work, whose hits come in order."""

    def __init__(self, caught: list[Caught]) -> None:
        self.before = [item.hit for item in caught]
        self.sentences = {hit.sentence for hit in self.before}
        self.spans = {(hit.start, hit.end) for hit in self.before}
        self.reach = 0

    def add(self, hit: Hit) -> None:
        self.sentences.add(hit.sentence)
        self.spans.add((hit.start, hit.end))
        self.reach = max(self.reach, hit.end)


def _is_said(hit: Hit, finder: Finder, said: _Said) -> bool:
    """Whether a finding of the same rule stands there: on these words, or in the sentence unless each match counts."""
    each = finder.each or hit.spot is None or hit.spot.phrase.replace is not None
    return (
        (hit.start, hit.end) in said.spans
        or (not each and hit.sentence in said.sentences)
        or (hit.start < said.reach and hit.start < hit.end)
        or any(hit.start < other.end and other.start < hit.end for other in said.before)
    )


def _gives_way(item: Caught, caught: list[Caught]) -> bool:
    """Whether a more specific rule speaks about the same sentence."""
    return bool(item.rule.yields_to) and any(
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
