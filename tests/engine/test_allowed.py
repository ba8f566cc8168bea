from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.packs import rule_with, write_pack
from tonecheck.engine.allowed import allowed_terms, is_allowed
from tonecheck.linter import Linter


@pytest.mark.parametrize(
    ("match", "terms", "allowed"),
    [
        ("", ["ACME"], False),
        ("😀 !!!", ["ACME"], False),
        ("ACME NOW", ["ACME"], False),
        ("SLAs", ["SLA"], False),
        ("prime", ["Acme Prime"], False),
        ("কর", ["করা"], False),
        ("ACME", [""], False),
        ("sla", ["SLA"], True),
        ("ACME PRIME sla", ["Acme Prime", "SLA"], True),
        ("ACME, ACME! 😀", ["acme"], True),
        ("বড়\u09be", ["ব\u09a1\u09bcা"], True),
    ],
)
def test_all_words_must_be_allowed(match: str, terms: list[str], allowed: bool) -> None:
    assert is_allowed(match, allowed_terms(terms)) is allowed


def test_an_allowed_word_does_not_hide_the_next_one(tmp_path: Path) -> None:
    """One finding a sentence is enough, but it must be of words that are not allowed."""
    pack = write_pack(tmp_path, own=rule_with("'never (?:ever )?again'", "'never again', 'ever after'"))
    text = "😀 ভাই, never again, ever after."

    def found(*allowed: str) -> list[str]:
        return [finding.match for finding in Linter(packs=[pack], select=["team"], allowed=allowed).check(text)]

    assert found() == ["never again"]
    assert found("Never again") == ["ever after"]
    assert found("never again", "EVER AFTER") == []
