"""What holds of fixes whatever the text: for made-up findings, and for what the built-in rules find in many drafts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tonecheck import Linter, Reply, apply
from tonecheck.fixes import choose_fixes
from tonecheck.model import Applicability, Finding, Suggestion

TOP = Path(__file__).parents[1]
PIECES = ("না ", "😀", "কি", "{{name}}", "no ", "é", "👩‍🚀", "\n", "ক্ষ", "%{id}", "<b>", " ")
SAMPLE, JOINED = 120, 60


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Finding], list[Finding]]:
    """A text, findings with suggestions anywhere in it, and the same in another order."""
    text = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=12)))
    offset = st.integers(0, len(text))
    findings = []
    for rule in draw(st.lists(st.sampled_from("abc"), max_size=7)):
        start, end = sorted((draw(offset), draw(offset)))
        suggestions = []
        for _ in range(draw(st.integers(0, 2))):
            first, last = sorted((draw(offset), draw(offset)))
            level: Applicability = draw(st.sampled_from(("safe", "unsafe", "manual")))
            suggestions.append(Suggestion(draw(st.sampled_from(PIECES)), first, last, level))
        findings.append(Finding(rule, "error", "bn", "m", start, end, text[start:end], (), tuple(suggestions)))
    return text, findings, draw(st.permutations(findings))


@given(marked(), st.booleans())
def test_the_order_of_findings_changes_nothing(case: tuple[str, list[Finding], list[Finding]], unsafe: bool) -> None:
    text, findings, others = case
    assert apply(text, findings, unsafe) == apply(text, others, unsafe)
    assert [(fix.finding.rule, fix.suggestion) for fix in choose_fixes(findings, unsafe)] == [
        (fix.finding.rule, fix.suggestion) for fix in choose_fixes(others, unsafe)
    ]


@given(marked(), st.booleans())
def test_what_is_not_to_be_changed_stays(case: tuple[str, list[Finding], list[Finding]], unsafe: bool) -> None:
    text, findings, _ = case
    chosen = [fix.suggestion for fix in choose_fixes(findings, unsafe)]
    levels = {"safe", "unsafe"} if unsafe else {"safe"}
    assert {suggestion.applicability for suggestion in chosen} <= levels
    after, at, to = apply(text, findings, unsafe), 0, 0
    for suggestion in chosen:
        assert suggestion.start >= at
        kept = text[at : suggestion.start]
        assert after[to : to + len(kept) + len(suggestion.text)] == kept + suggestion.text
        at, to = suggestion.end, to + len(kept) + len(suggestion.text)
    assert after[to:] == text[at:]


@cache
def linter() -> Linter:
    return Linter(preset="strict")


def flagged(path: Path) -> Iterator[str]:
    """The replies of a rule's file that must be flagged and are written as one string; to load the file takes long."""
    for line in path.read_text("utf-8").splitlines():
        if line.lstrip().startswith('- "') and "<<" in line:
            yield yaml.safe_load(line.strip()[2:]).replace("<<", "").replace(">>", "")


@cache
def drafts() -> tuple[Reply, ...]:
    """The examples, some of the rules' own cases, and joins of those of different rules and languages: the same ones
    on every machine."""
    texts = [path.read_text("utf-8") for path in sorted((TOP / "examples" / "drafts").glob("*.txt"))]
    chance = random.Random("fixes 😀")
    cases = [text for path in sorted((TOP / "rules").glob("*/*.yml")) for text in flagged(path)]
    texts += chance.sample(cases, SAMPLE)
    texts += (" ".join(chance.sample(cases, 3)) for _ in range(JOINED // 2))
    texts += ("😀 না।\n\n".join(chance.sample(cases, 2)) + "\n\nRegards,\nMaya" for _ in range(JOINED // 2))
    return tuple(Reply(text) for text in texts)


def fixed(reply: Reply, unsafe: bool) -> Iterator[Reply]:
    """The reply after each round of fixes, until one changes nothing."""
    while (text := apply(reply, linter().check(reply), unsafe)) != reply.text:
        reply = Reply(text)
        yield reply


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_come_to_an_end_where_nothing_is_left_to_fix(unsafe: bool) -> None:
    for reply in drafts():
        rounds = list(islice(fixed(reply, unsafe), 6))
        assert len(rounds) < 6, reply.text
        last = rounds[-1] if rounds else reply
        assert not choose_fixes(linter().check(last), unsafe)


@pytest.mark.parametrize("unsafe", [False, True])
def test_no_fix_raises_what_its_rule_did_not_find_before(unsafe: bool) -> None:
    wrong = []
    for reply in drafts():
        findings = linter().check(reply)
        fixes = choose_fixes(findings, unsafe)
        after = linter().check(apply(reply, findings, unsafe))
        moved = 0
        for finding, suggestion in fixes:
            start = suggestion.start + moved
            moved += len(suggestion.text) - (suggestion.end - suggestion.start)
            end = suggestion.end + moved
            again = [one.match for one in after if one.rule == finding.rule and one.start < end and start < one.end]
            if again:
                wrong.append((finding.rule, finding.match, suggestion.text, again))
    assert not wrong


def test_the_drafts_try_many_rules() -> None:
    """The two above would hold of drafts in which nothing is fixed."""
    fixes = Counter(fix.finding.rule for reply in drafts() for fix in choose_fixes(linter().check(reply), unsafe=True))
    assert len(fixes) > 20
    assert fixes.total() > 150
