from __future__ import annotations

import pytest

from tonecheck.excerpts import Excerpt, excerpt
from tonecheck.fingerprints import fingerprint

NO = "এটা সম্ভব না 😀।"


def of(text: str, words: str, rule: str = "flat-refusal", occurrence: int = 1) -> str:
    start = text.index(words)
    return fingerprint(rule, excerpt(text, start, start + len(words)), occurrence)


@pytest.mark.parametrize(
    "other",
    [
        of(NO, "সম্ভব না", rule="bare-no"),
        of(NO, "সম্ভব"),
        of(NO, "সম্ভব না", occurrence=2),
        of("তবে এটা সম্ভব না 😀।", "সম্ভব না"),
        fingerprint("flat-refusal", Excerpt("এটা সম্ভব না 😀।", "", ""), 1),
    ],
)
def test_other_findings_differ(other: str) -> None:
    assert other != of(NO, "সম্ভব না")


@pytest.mark.parametrize("text", ["প্রিয় রিনা,\n\nএটা সম্ভব না 😀। বাই।", "দেখেছি। এটা\r\nসম্ভব না\t😀।", "  এটা সম্ভব না 😀।\n"])
def test_what_stands_around_the_sentence_changes_nothing(text: str) -> None:
    assert of(text, "সম্ভব না") == of(NO, "সম্ভব না")


def test_it_stays_the_same_from_version_to_version() -> None:
    assert of(NO, "সম্ভব না") == "3db6a6b5e2efd128"
    assert fingerprint("x", Excerpt("\ud83d", "", ""), 1) == "6aafc42351f22a72"
