"""The whole built-in rulebook, checked by its own tests and by what holds for every rule."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

import pytest

from tests.scripts import script
from tonecheck import apply
from tonecheck.engine.check import examine
from tonecheck.engine.library import Library
from tonecheck.engine.patterns import Patterns
from tonecheck.model import Finding, Language, Reply, Severity
from tonecheck.rulebook.compiled import dump, restore
from tonecheck.rulebook.loading import Loaded, load
from tonecheck.rulebook.phrases import in_language
from tonecheck.rulebook.rule import Case, Excuse, PhraseLanguage, Phrases, Rewrite, Rulebook, named_groups
from tonecheck.ruletest import library_of, reply_of, verdicts
from tonecheck.text.document import read

RULES = str(Path(__file__).parents[2] / "rules")
LEAST = {True: 8, False: 6}
FILLED: dict[Language, dict[str, str]] = {
    "en": {"blank": "5 pm today", "group": "your address"},
    "bn": {"blank": "আজ বিকেল ৫টা", "group": "আপনার ঠিকানা"},
    "bn-Latn": {"blank": "aj bikel 5 ta", "group": "apnar address"},
}


@cache
def loaded() -> Loaded:
    return load([RULES])


@cache
def patterns() -> Patterns:
    return Patterns(loaded().rulebook)


def find(reply: Reply, made: Patterns, library: Library | None = None) -> tuple[Finding, ...]:
    """The findings of all rules, whatever preset."""
    return _find(reply, made) if library is None else _examined(reply, made, library)


@lru_cache(maxsize=20_000)
def _find(reply: Reply, made: Patterns) -> tuple[Finding, ...]:
    # The same replies are asked for by several tests.
    return _examined(reply, made, None)


def _examined(reply: Reply, made: Patterns, library: Library | None) -> tuple[Finding, ...]:
    active: dict[str, Severity] = {rule.id: rule.severity for rule in made.rulebook.rules.values()}
    examined = examine(read(reply), made, active, library)
    assert not examined.errors
    return examined.findings


def cases(subject: str, *, flag: bool | None = None) -> Iterator[Case]:
    return (case for case in loaded().cases if case.subject == subject and flag in (None, case.flag))


def place(case: Case) -> str:
    return f"{Path(case.path).name}:{case.line} [{case.language}] {case.text!r}"


SUBJECTS = sorted({case.subject for case in loaded().cases})
RULE_IDS = sorted(loaded().rulebook.rules)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_its_own_tests(subject: str) -> None:
    wrong = [
        f"{place(verdict.case)}\n  {verdict.failure}: {verdict.detail}"
        for verdict in verdicts(loaded().rulebook, cases(subject), patterns())
        if verdict.failure
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_it_has_tests_enough_in_each_language(subject: str) -> None:
    counted = Counter((case.language, case.flag) for case in cases(subject))
    book = loaded().rulebook
    if subject in book.rules:
        spoken = set(book.rules[subject].languages)
    else:
        spoken = {cast("Language", name) for cue in book.signals[subject].cues for name in cue.phrases if name != "any"}
    few = [
        f"{counted[language, flag]} {'flag' if flag else 'pass'} cases in {language}"
        for language in spoken
        for flag, least in LEAST.items()
        if counted[language, flag] < least
    ]
    assert not few


def sendable(rewrite: Rewrite) -> str:
    """The rewrite as an agent would send it, blanks and groups filled in."""
    words = FILLED[rewrite.language]
    text = rewrite.text.replace("[…]", words["blank"])
    for group in named_groups(text):
        text = text.replace("{" + group + "}", words["group"])
    return text


@pytest.mark.parametrize("id", RULE_IDS)
def test_every_rewrite_passes_every_rule(id: str) -> None:
    for rewrite in loaded().rulebook.rules[id].rewrites:
        if rewrite.replaces != "reply":
            found = find(Reply(sendable(rewrite), channel="chat"), patterns())
            assert not found, (sendable(rewrite), [(finding.rule, finding.match) for finding in found])


@pytest.mark.parametrize("id", RULE_IDS)
def test_every_rule_offers_a_choice_in_each_language_and_names_its_passages(id: str) -> None:
    rule = loaded().rulebook.rules[id]
    offered = Counter(rewrite.language for rewrite in rule.rewrites if rewrite.replaces != "reply")
    # What takes the place of a whole reply is its twin: there is only one.
    least = 0 if any(rewrite.replaces == "reply" for rewrite in rule.rewrites) else 2
    assert all(offered[language] >= least for language in rule.languages), offered
    assert rule.passages
    assert set(rule.passages) <= loaded().rulebook.passages.keys()


@pytest.mark.parametrize("id", RULE_IDS)
def test_what_it_finds_is_a_slice_with_rewrites_and_no_other_rule_says_the_same(id: str) -> None:
    for case in cases(id, flag=True):
        seen: dict[tuple[int, int], Finding] = {}
        for finding in find(reply_of(case), patterns(), library_of(case)):
            assert finding.match == case.text[finding.start : finding.end], place(case)
            assert finding.suggestions, place(case)
            assert finding.language in loaded().rulebook.rules[finding.rule].languages, place(case)
            other = seen.setdefault((finding.start, finding.end), finding)
            shared = finding.match and set(other.passages) & set(finding.passages)
            assert other is finding or not shared, f"{other.rule} and {finding.rule} both: {place(case)}"


def fix(reply: Reply, *, unsafe: bool, rounds: int) -> Reply:
    """The reply with its fixes, and the fixes of what is left, until nothing changes. Fails when that takes longer."""
    for _ in range(rounds):
        fixed = apply(reply, find(reply, patterns()), unsafe=unsafe)
        if fixed == reply.text:
            return reply
        reply = dataclasses.replace(reply, text=fixed)
    assert apply(reply, find(reply, patterns()), unsafe=unsafe) == reply.text, f"still changing: {reply.text!r}"
    return reply


@pytest.mark.parametrize("id", RULE_IDS)
def test_after_a_fix_nothing_new_is_found_and_a_second_fix_changes_nothing(id: str) -> None:
    book = loaded().rulebook
    for case in cases(id, flag=True):
        reply = reply_of(case)
        before = {finding.rule for finding in find(reply, patterns())}
        safe = fix(reply, unsafe=False, rounds=1)
        assert {finding.rule for finding in find(safe, patterns())} <= before, f"{safe.text!r} from {place(case)}"
        # What is missing in one place goes in one after the other; and a fragment that a rewrite makes a complete reply
        # may now be told what a complete reply needs.
        unsafe = fix(reply, unsafe=True, rounds=4)
        new = {finding.rule for finding in find(unsafe, patterns())} - before
        if not read(reply).complete:
            new = {id for id in new if not book.rules[id].when.complete}
        assert not new, f"{new} in {unsafe.text!r} from {place(case)}"


def test_the_rulebook_comes_back_from_its_compiled_form_as_it_was() -> None:
    assert dump(restore(dump(loaded().rulebook))) == dump(loaded().rulebook)


def test_the_rule_pages_are_current() -> None:
    made = script("write_rule_pages")
    wanted = made.texts(loaded())
    assert sorted(made.FOLDER.glob("*.md")) == sorted(wanted), "run 'make pages'"
    stale = [path.name for path, text in wanted.items() if path.read_text(encoding="utf-8") != text]
    assert not stale, "run 'make pages'"


def unfiltered(rulebook: Rulebook) -> Rulebook:
    """The rulebook with the prefilter off: every pattern runs on every sentence."""

    def phrases(found: Phrases) -> Phrases:
        return {
            language: tuple(
                phrase._replace(needs=()) for phrase in in_language(found, cast("PhraseLanguage", language))
            )
            for language in found
        }

    def excuses(found: tuple[Excuse, ...]) -> tuple[Excuse, ...]:
        return tuple(excuse._replace(phrases=phrases(excuse.phrases)) for excuse in found)

    rules = {
        id: rule._replace(
            finders=tuple(finder._replace(phrases=phrases(finder.phrases)) for finder in rule.finders),
            unless=excuses(rule.unless),
        )
        for id, rule in rulebook.rules.items()
    }
    signals = {
        id: signal._replace(
            cues=tuple(cue._replace(phrases=phrases(cue.phrases)) for cue in signal.cues),
            unless=excuses(signal.unless),
        )
        for id, signal in rulebook.signals.items()
    }
    return rulebook._replace(rules=rules, signals=signals)


@pytest.mark.slow
def test_prefilter_and_pruning_lose_nothing() -> None:
    whole = Patterns(unfiltered(loaded().rulebook))
    whole.replies = 1_000_000  # compiled whole from the start
    for case in loaded().cases:
        pruned = Patterns(loaded().rulebook)
        assert find(reply_of(case), whole) == find(reply_of(case), pruned), place(case)
