"""A rulebook from the finders of one rule, for tests of the engine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from tests.rulebook.packs import write_pack
from tonecheck.rulebook.loading import load
from tonecheck.rulebook.rule import Rulebook

VOCABULARY = str(Path(__file__).parents[2] / "rules" / "vocabulary")
_TESTS = "\n".join(f"  {language}:\n    flag: ['<<x>>']\n    pass: ['y']" for language in ("en", "bn", "bn-Latn"))


def rule_file(body: str, id: str = "the-rule") -> str:
    """A rule file with ``body`` (find, when, unless, yields_to …), and the rest filled in."""
    return (
        f"id: {id}\ncategory: team\nseverity: warning\nsummary: s\nmessage: m\nwhy: w\n"
        + dedent(body)
        + ("" if "rewrites:" in body else "rewrites: {en: [Better.], bn: [ভালো।], bn-Latn: [Bhalo.]}\n")
        + f"tests:\n{_TESTS}\n"
    )


def signal_file(id: str, phrases: str, on: str = "reply") -> str:
    """A signal file with cues of one weight."""
    tests = "\n".join(f"  {language}: {{found: [x], absent: [y]}}" for language in ("en", "bn", "bn-Latn"))
    cues = indent(dedent(phrases), "      ")
    return f"id: {id}\non: {on}\nsummary: s\ncues:\n  - phrases:\n{cues}\ntests:\n{tests}\n"


def book(folder: Path, body: str, **files: str) -> Rulebook:
    """The rulebook of one rule with ``body``, and other files."""
    return load([write_pack(folder, the_rule=rule_file(body), **files)], _vocabulary()).rulebook


@cache
def _vocabulary() -> Rulebook:
    """The vocabulary of the built-in rules alone."""
    return load([VOCABULARY]).rulebook
