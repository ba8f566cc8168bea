"""What is said about a case that is not as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.packs import SIGNAL, rule_with, write_pack
from tonecheck.rulebook.loading import load
from tonecheck.ruletest import Verdict, verdicts

CASES = "flag: ['We will <<never again>> do that. 😊']"


def failures(folder: Path, *changes: tuple[str, str], **others: str) -> list[Verdict]:
    """What fails in a pack of the sample rule with pieces changed, and other files."""
    text = rule_with(*changes[0])
    for old, new in changes[1:]:
        assert old in text, old
        text = text.replace(old, new, 1)
    loaded = load([write_pack(folder, own=text, **others)])
    return [verdict for verdict in verdicts(loaded.rulebook, loaded.cases) if verdict.failure]


def test_good_cases_say_nothing(tmp_path: Path) -> None:
    assert failures(tmp_path, ("severity: warning", "severity: error"), greeting=SIGNAL) == []


@pytest.mark.parametrize(
    ("change", "failure", "detail", "advice"),
    [
        (("'Never mind.'", "'রিনা 😀, never again.'"), "Noisy", "no-never flags 'never again'", "or list under 'unless'"),
        ((CASES, "flag: ['রিনা 😀, <<never>>.']"), "Missing", "nor does another rule", "nothing under 'find' matches"),
        ((CASES, "flag: ['রিনা 😀, <<never again>>.', 'আমি <<পারব না>>। 😊']"), "Missing", "flags nothing", "is read as bn, not en"),
        ((CASES, "flag: ['😀 never <<again>>.']"), "Wrong words", "flags 'never again', marked is 'again'", "move the << and >>"),
        ((CASES, "flag: [{reply: '😀 <<never again>>.', rewrite: না}]"), "Wrong rewrite", "offers 'Let me see what I can do.', the case wants 'না'", "comes first"),
    ],
)  # fmt: skip
def test_failures(tmp_path: Path, change: tuple[str, str], failure: str, detail: str, advice: str) -> None:
    (verdict,) = failures(tmp_path, change)
    assert verdict.failure == failure
    assert detail in verdict.detail
    assert advice in verdict.advice


@pytest.mark.parametrize(
    ("keys", "advice"),
    [
        ("unless: [{phrases: {en: ['do that']}}]\n", "what stands under 'unless' excuses it"),
        ("when: {channel: [chat]}\n", "its 'when' does not hold"),
        ("yields_to: [other]\n", "see 'yields_to'"),
    ],
)
def test_why_it_is_missing(tmp_path: Path, keys: str, advice: str) -> None:
    found = failures(tmp_path, ("rewrites:", keys + "rewrites:"), other=rule_with("no-never", "other"))
    assert [(verdict.case.subject, verdict.failure) for verdict in found] == [("no-never", "Missing")]
    assert advice in found[0].advice
    assert "but other does" in found[0].detail


def test_signals(tmp_path: Path) -> None:
    swapped = SIGNAL.replace("Hello there.", "না 😀 রিনা.").replace("Goodbye.", "😀 Hello.")
    noisy = failures(tmp_path, ("severity: warning", "severity: error"), greeting=swapped)
    assert [(verdict.failure, verdict.case.line) for verdict in noisy] == [("Missing", 7), ("Noisy", 7)]
    assert "'cues'" in noisy[0].advice
    assert "at 'hello'" in noisy[1].detail
    assert "'found'" in noisy[1].advice
