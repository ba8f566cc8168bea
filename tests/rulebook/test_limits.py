from __future__ import annotations

import pytest

from tonecheck import ConfigError, Linter, Reply
from tonecheck.rulebook.catalog import rulebook
from tonecheck.rulebook.limits import limit_names

LONG = "আপনার 😀 " + "খুব " * 20 + "ভালো।"


def rules(reply: Reply | str, **limits: int) -> set[str]:
    named = {key.replace("_", "-"): value for key, value in limits.items()}
    select = ("hard-to-follow", "over-apologising", "unacknowledged-delay")
    return {finding.rule for finding in Linter(select=select, limits=named).check(reply)}


def test_the_names_of_limits_do_not_change() -> None:
    """Teams write them in their configuration."""
    assert limit_names(rulebook()) == (
        "sentence-words",
        "waited-hours",
        "duplicate-reply",
        "hard-to-follow",
        "negative-wording",
        "over-apologising",
        "shouting",
    )


@pytest.mark.parametrize("name", ["sentence-word", "calm-down", "ক😀"])
def test_what_has_no_limit_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=f"there is no limit '{name}'"):
        Linter(limits={name: 1})


def test_a_measure() -> None:
    assert rules(LONG) == set()
    assert rules(LONG, sentence_words=21) == set()
    assert rules(LONG, sentence_words=20) == {"hard-to-follow"}


def test_a_count() -> None:
    text = "Sorry for the delay. I apologise for the box. 😀 Sorry for the noise."
    assert rules(text) == set()
    assert rules(text, over_apologising=3) == {"over-apologising"}


def test_a_limit_leaves_the_rules_of_others_alone() -> None:
    Linter(limits={"sentence-words": 1})
    assert rules(LONG) == set()
