"""The tests inside rule files, run: does a rule flag what it must, and leave alone what it must?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, cast

from tonecheck.engine.check import examine
from tonecheck.engine.facts import facts, signal_spots
from tonecheck.engine.library import Library
from tonecheck.engine.patterns import Patterns
from tonecheck.model import Finding, Reply
from tonecheck.rulebook.rule import Case, Rulebook, When
from tonecheck.text.document import read

Failure = Literal["Noisy", "Missing", "Wrong words", "Wrong rewrite", "Stopped"]


class Verdict(NamedTuple):
    """What came of one case; ``failure`` is None when it is as it should be. ``advice`` says what to do."""

    case: Case
    failure: Failure | None = None
    detail: str = ""
    advice: str = ""


_NOISY = (
    "make the pattern narrower or list under 'unless' what excuses it; if it is to be flagged, mark it under 'flag'"
)
_WORDS = "move the << and >> or change the pattern; (?P<mark>...) in a pattern flags only a part of what it matches"
_REWRITE = "the first rewrite that fits comes first: change their order under 'rewrites', or the case"
_SIGNAL_NOISY = "make the pattern narrower or list under 'unless' what takes it back; or move the case to 'found'"
_SIGNAL_MISSING = "add a pattern to 'cues' that matches it, or move the case to 'absent'"


def verdicts(rulebook: Rulebook, cases: Iterable[Case], patterns: Patterns | None = None) -> Iterator[Verdict]:
    """Run cases, each as a reply of its own, with all rules on, as a user would see it. ``patterns`` are those of the
    rulebook, where some were compiled before."""
    patterns = patterns or Patterns(rulebook)
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
        return Verdict(case, "Missing", f"the signal {case.subject} is not found", _SIGNAL_MISSING)
    if found and not case.flag:
        spot = found[0]
        sentences = document.customer if on_customer else document.sentences
        words = sentences[spot.sentence].folded.text[spot.start : spot.end]
        return Verdict(case, "Noisy", f"the signal {case.subject} is found at {words!r}", _SIGNAL_NOISY)
    return Verdict(case)


def _rule(patterns: Patterns, case: Case, reply: Reply) -> Verdict:
    active = {rule.id: rule.severity for rule in patterns.rulebook.rules.values()}
    examined = examine(read(reply), patterns, active, library_of(case))
    if examined.errors:
        return Verdict(case, "Stopped", str(examined.errors[0]))
    found = [finding for finding in examined.findings if finding.rule == case.subject]
    if not case.flag:
        return Verdict(case, "Noisy", f"{case.subject} flags {_words(found)}", _NOISY) if found else Verdict(case)
    if not found:
        others = ", ".join(dict.fromkeys(finding.rule for finding in examined.findings))
        detail = f"{case.subject} flags nothing ({f'but {others} does' if others else 'nor does another rule'})"
        return Verdict(case, "Missing", detail, _why_missing(patterns.rulebook, case, reply))
    if sorted((finding.start, finding.end) for finding in found) != sorted(case.marks):
        marked = ", ".join(repr(case.text[start:end]) for start, end in case.marks)
        return Verdict(case, "Wrong words", f"{case.subject} flags {_words(found)}, marked is {marked}", _WORDS)
    if case.rewrite is not None and case.rewrite != (offered := _first(found[0])):
        detail = f"{case.subject} offers {offered!r}, the case wants {case.rewrite!r}"
        return Verdict(case, "Wrong rewrite", detail, _REWRITE)
    return Verdict(case)


def _why_missing(rulebook: Rulebook, case: Case, reply: Reply) -> str:
    """What keeps the rule silent, found out by running it alone and with a part of it left out."""
    if (rule := rulebook.rules.get(case.subject)) is None:
        return ""
    tries = {
        "it speaks when it is alone: see 'yields_to'": rule,
        "what stands under 'unless' excuses it: narrow that": rule._replace(unless=()),
        "its 'when' does not hold: give the case the channel, kind or customer that it asks for": rule._replace(
            when=When()
        ),
    }
    document = read(reply)
    for reason, changed in tries.items():
        alone = Patterns(rulebook._replace(rules={rule.id: changed}))
        if examine(document, alone, {rule.id: rule.severity}, library_of(case)).findings:
            return reason
    languages = {language for sentence in document.sentences for language in sentence.reads}
    if case.language not in languages and document.sentences:
        spoken = " and ".join(sorted(languages)) or "no language"
        return f"the reply is read as {spoken}, not {case.language}: write more of the reply, or move the case"
    return "nothing under 'find' matches: patterns see small letters, straight quotes and whole words, in one sentence"


def _words(found: list[Finding]) -> str:
    return ", ".join(repr(finding.match) for finding in found)


def _first(finding: Finding) -> str:
    return finding.suggestions[0].text if finding.suggestions else ""
