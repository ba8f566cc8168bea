"""The tests inside rule files, run: does a rule flag what it must, and leave alone what it must?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, cast

from tonecheck.engine.check import examine
from tonecheck.engine.facts import facts, signal_spots
from tonecheck.engine.library import Library
from tonecheck.engine.patterns import Patterns
from tonecheck.model import Finding, Reply
from tonecheck.rulebook.rule import Case, Rulebook
from tonecheck.text.document import read

Failure = Literal["Noisy", "Missing", "Wrong words", "Wrong rewrite", "Stopped"]


class Verdict(NamedTuple):
    """What came of one case; ``failure`` is None when it is as it should be."""

    case: Case
    failure: Failure | None = None
    detail: str = ""


def verdicts(rulebook: Rulebook, cases: Iterable[Case]) -> Iterator[Verdict]:
    """Run cases, each as a reply of its own, with all rules on, as a user would see it."""
    patterns = Patterns(rulebook)
    for case in cases:
        reply = reply_of(case)
        yield _signal(patterns, case, reply) if case.subject in rulebook.signals else _rule(patterns, case, reply)


def reply_of(case: Case) -> Reply:
    """The reply that a case is about."""
    return Reply(case.text, **cast("Any", {key: value for key, value in case.given.items() if key != "earlier"}))


def library_of(case: Case) -> Library:
    """The library that a case's reply is part of: the reply before it, where the case gives one."""
    library = Library()
    if "earlier" in case.given:
        document = read(Reply(str(case.given["earlier"]), kind="canned"))
        library.earlier(document, words=0, alike=100)
    return library


def _signal(patterns: Patterns, case: Case, reply: Reply) -> Verdict:
    on_customer = patterns.rulebook.signals[case.subject].on == "customer"
    document = read(Reply("", customer=case.text) if on_customer else reply)
    found = signal_spots(facts(document, patterns), case.subject)
    if case.flag and not found:
        return Verdict(case, "Missing", f"the signal {case.subject} is not found")
    if found and not case.flag:
        spot = found[0]
        sentences = document.customer if on_customer else document.sentences
        words = sentences[spot.sentence].folded.text[spot.start : spot.end]
        return Verdict(case, "Noisy", f"the signal {case.subject} is found at {words!r}")
    return Verdict(case)


def _rule(patterns: Patterns, case: Case, reply: Reply) -> Verdict:
    active = {rule.id: rule.severity for rule in patterns.rulebook.rules.values()}
    examined = examine(read(reply), patterns, active, library_of(case))
    if examined.errors:
        return Verdict(case, "Stopped", str(examined.errors[0]))
    found = [finding for finding in examined.findings if finding.rule == case.subject]
    if not case.flag:
        return Verdict(case, "Noisy", f"{case.subject} flags {_words(found)}") if found else Verdict(case)
    if not found:
        others = ", ".join(finding.rule for finding in examined.findings) or "none does"
        return Verdict(case, "Missing", f"{case.subject} flags nothing (other rules that do: {others})")
    if sorted((finding.start, finding.end) for finding in found) != sorted(case.marks):
        marked = ", ".join(repr(case.text[start:end]) for start, end in case.marks)
        return Verdict(case, "Wrong words", f"{case.subject} flags {_words(found)}, marked is {marked}")
    if case.rewrite is not None and case.rewrite != (offered := _first(found[0])):
        return Verdict(case, "Wrong rewrite", f"{case.subject} offers {offered!r}, the case wants {case.rewrite!r}")
    return Verdict(case)


def _words(found: list[Finding]) -> str:
    return ", ".join(repr(finding.match) for finding in found)


def _first(finding: Finding) -> str:
    return finding.suggestions[0].text if finding.suggestions else ""
