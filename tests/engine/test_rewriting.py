"""The words that a suggestion puts in, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.packs import rule_with
from tonecheck import Linter, apply
from tonecheck.rulebook.loading import load

SENTENCE = rule_with("['Let me see what I can do.']", "[{text: 'Let me see.', apply: unsafe}]")
WORD = rule_with(
    "- phrases:\n      en: ['never (?:ever )?again']",
    "- phrases:\n      en: [{pattern: 'never (?:ever )?again', replace: 'Please wait', apply: unsafe}]",
)
OWN = rule_with("['Let me see what I can do.']", '[{text: "I\'ll see.", apply: unsafe}]')


@pytest.fixture(scope="module")
def linters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Linter]:
    made = {}
    for name, rule in {"sentence": SENTENCE, "word": WORD, "own": OWN}.items():
        folder = tmp_path_factory.mktemp(name)
        (folder / "rule.yml").write_text(rule, "utf-8")
        made[name] = Linter(rulebook=load([str(folder)]).rulebook)
    return made


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        # Never a small letter where a sentence begins, nor a capital amid one.
        ("sentence", "never again. 😀", "Let me see."),
        ("sentence", "ক 😀!\nnever again.", "ক 😀!\nLet me see."),
        ("sentence", "Hi Maya 😀,\nnever again.", "Hi Maya 😀,\nLet me see."),
        ("sentence", "Hi Maya 😀, never again.", "Hi Maya 😀, let me see."),
        ("sentence", "Hi Maya 😀, Never again.", "Hi Maya 😀, Let me see."),
        ("sentence", "Hi {{name}}, never again. না", "Hi {{name}}, let me see. না"),
        ("own", "Hi Maya 😀, never again.", "Hi Maya 😀, I'll see."),
        ("word", "Hi Maya 😀, never again.", "Hi Maya 😀, please wait."),
        ("word", "😀 Never again.", "😀 Please wait."),
        # The placeholder or the emoji that a sentence speaks to stays.
        ("sentence", "{{name}}, we will never again do it. না", "{{name}}, let me see. না"),
        ("sentence", "😀, We will never again do it.", "😀, Let me see."),
        ("sentence", "না {{name}}, we will never again do it.", "Let me see."),
    ],
)
def test_words_in_their_place(linters: dict[str, Linter], rule: str, text: str, expected: str) -> None:
    findings = [finding for finding in linters[rule].check(text) if finding.rule == "no-never"]
    assert findings
    assert apply(text, findings, unsafe=True) == expected


def test_what_is_said_already_is_not_offered(tmp_path: Path) -> None:
    """Else a fix would change nothing, again and again."""
    rule = rule_with(
        "['Let me see what I can do.']", "[{text: 'We will never again do it. 😀', apply: unsafe}, 'Let me see.']"
    )
    (tmp_path / "rule.yml").write_text(rule, "utf-8")
    (finding,) = Linter(rulebook=load([str(tmp_path)]).rulebook).check("We will never again do it. 😀")
    assert [suggestion.text for suggestion in finding.suggestions] == ["Let me see."]
