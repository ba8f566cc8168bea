"""The text of a new rule file: a whole rule about competitors, to be written over, that says what each key is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tonecheck.model import Language


class _Words(NamedTuple):
    """What the example says in one language: patterns, and replies in full."""

    phrase: str
    excuse: str
    rewrite: str
    flag: str
    excused: str
    near: str


_WORDS: dict[Language, _Words] = {
    "en": _Words(
        "(?:unlike|better than) our competitors?",
        "you asked",
        "Here is what we can do for you: […].",
        "<<Unlike our competitors>>, we deliver on Friday.",
        "You asked whether we are better than our competitors: we are faster.",
        "A cable from one of our competitors fits as well.",
    ),
    "bn": _Words(
        "প্রতিদ্বন্দ্বীদের (?:মতো (?:নয়|না)|চেয়ে ভালো)",
        "আপনি জানতে চেয়েছেন",
        "আপনার জন্য আমরা যা করতে পারি: […]।",
        "আমরা <<প্রতিদ্বন্দ্বীদের মতো নয়>>, শুক্রবারেই পৌঁছে দিই।",
        "আপনি জানতে চেয়েছেন আমরা প্রতিদ্বন্দ্বীদের চেয়ে ভালো কি না: আমরা দ্রুত পৌঁছাই।",
        "প্রতিদ্বন্দ্বীদের কেবলও এতে লাগে।",
    ),
    "bn-Latn": _Words(
        "protidondider (?:moto (?:noy|na)|cheye bhalo)",
        "apni jante cheyechen",
        "Apnar jonno amra ja korte pari: […].",
        "Amra <<protidondider moto na>>, shukrobarei pouche dei.",
        "Apni jante cheyechen amra protidondider cheye bhalo kina: amra druto pouchai.",
        "Protidondider cable o ete lage.",
    ),
}

_HEAD = """\
# A rule, in one file. Write your own words over the example, line by line; what each key can hold is in
# docs/rule-format.md. 'tonecheck test' on this file says whether the tests at its end hold.

# The rule's name, for good: it stands in findings and configurations.
id: {id}
category: {category}
# error: must not be sent; warning: mend before sending; suggestion: advice.
severity: warning
# One line, for lists of rules.
summary: Compares us with competitors
# Why, in one sentence, for the person who wrote the words.
message: A comparison sounds like selling; say what you can do for this customer.
# A paragraph for 'tonecheck explain'.
why: >-
  Who writes to us wants an answer, not an advertisement.

# What to look for. A pattern is a regular expression in small letters; it sees one sentence at a time and whole words
# only. Single quotes keep it as it is; write '' for an apostrophe.
find:
"""
_UNLESS = """
# What takes a finding back when it stands in the same sentence ('within' widens that). Leave it out if there is none.
unless:
"""
_REWRITES = """
# Words to send instead of the sentence. […] is a blank that only the writer can fill.
rewrites:
"""
_TESTS = """
# In each language at least one reply that must be flagged, the very words between << and >>, and one that must pass.
tests:
"""


def skeleton(id: str, category: str, languages: Iterable[Language]) -> str:
    """The text of a rule file that loads, and whose tests pass, in these languages."""
    words = {language: _WORDS[language] for language in languages}
    phrases: dict[str, tuple[str, ...]] = {language: (said.phrase,) for language, said in words.items()}
    rewrites: dict[str, tuple[str, ...]] = {language: (said.rewrite,) for language, said in words.items()}
    excuses: dict[str, tuple[str, ...]] = {language: (said.excuse,) for language, said in words.items()}
    text = _HEAD.format(id=id, category=category) + "  - phrases:\n" + _lists(phrases, 6)
    text += _UNLESS + "  - phrases:\n" + _lists(excuses, 6)
    text += _REWRITES + _lists(rewrites, 2)
    text += _TESTS
    for language, said in words.items():
        text += f"  {language}:\n" + _lists({"flag": (said.flag,), "pass": (said.excused, said.near)}, 4)
    return text


def _lists(items: Mapping[str, Sequence[str]], indent: int) -> str:
    margin = " " * indent
    return "".join(
        f"{margin}{key}:\n" + "".join(f"{margin}  - '{value}'\n" for value in values) for key, values in items.items()
    )
