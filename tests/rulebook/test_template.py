"""A pruned pattern matches in its text just what the whole pattern does."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.rulebook.parsing import Parser, Vocabulary
from tonecheck.rulebook.patterns import expand
from tonecheck.rulebook.template import can_match, pruned, source, whole, words

VOCABULARY: Vocabulary = {
    ("en", "refuse"): ("can't", "cannot", "won't", "are unable to", "(?:do|does|did) not", "no (?:way|chance)"),
    ("en", "thing"): ("your (?:order|refund|parcel|address)", "that", "{refuse}ed thing", "a replacement for it"),
    ("common", "gap"): (r"(?:\w+ ){0,2}",),
    ("bn", "no"): ("পারব না", "হবে না", "সম্ভব (?:না|নয)", "যাবে না", "দেওয়া হবে না"),
}
PATTERNS = [
    "we {refuse} {gap}{thing}",
    "(?:we|i|our team|the whole company|nobody here) {refuse}?(?: {thing})+",
    "(?<!{refuse} )(?:help|change|exchange|replace|refund) {thing}",
    "(?P<mark>{refuse}) (?=help|change|exchange|replace|refund){gap}",
    "(?:{refuse} (?:help|change|refund|exchange)|{thing} is (?:gone|lost|late|broken|missing)|soon)",
    "(?:(?:really|simply|just|honestly|actually|certainly) ){0,2}{refuse}",
    "(?:{thing}|{refuse}|x)",
    "a {thing}|{refuse}",
    "(?!{refuse}|{thing})(?:help|change|exchange|replace|refund)",
]
WORDS = (
    "we i our team the whole company can't cannot won't do not no way your order refund that help change replace soon late "
    "is really simply lost পারব না হবে 😊 a replacement for it"
).split()


def parser_of(vocabulary: Vocabulary) -> Parser:
    parser = Parser()
    parser.add(vocabulary)
    return parser


@given(st.sampled_from(PATTERNS), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_pruning_changes_no_match(pattern: str, text: str) -> None:
    parser = parser_of(VOCABULARY)
    template = parser.template(pattern, "en")
    expected = [match.span() for match in regex.finditer(expand(pattern, "en", VOCABULARY), text)]
    seen = words(text)
    small = pruned(template, seen, parser.parts)
    assert ([] if small is None else [match.span() for match in regex.finditer(small, text)]) == expected
    assert [match.span() for match in regex.finditer(whole(template, parser.parts), text)] == expected
    if expected:
        assert can_match(parser.needs(template), seen, parser.parts)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_shown_as_it_was_written(pattern: str) -> None:
    parser = parser_of(VOCABULARY)
    shown = source(parser.template(pattern, "en"), parser.parts)
    assert regex.sub(r"\(\?:(\{\w+\})\)\?", r"\1?", shown) == pattern


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("we {refuse}", "we help 😊", None),
        ("we {refuse} it", "we won't 😊 it", "we (?:won't) it"),
        ("(?:{refuse} )?help", "help 😊", "(?:(?!))?help"),
        ("{no}", "এটা সম্ভব না 😊", "(?:সম্ভব (?:না|নয))"),
        ("ভাই,? {no}", "হবে না 😊", None),
    ],
)
def test_what_is_left_of_a_pattern(pattern: str, text: str, expected: str | None) -> None:
    parser = parser_of(VOCABULARY)
    language = "bn" if "no}" in pattern else "en"
    template = parser.template(pattern, language)
    left = pruned(template, words(text), parser.parts)
    if expected is None and left is not None:
        assert not can_match(parser.needs(template), words(text), parser.parts)
    else:
        assert left == expected


def test_a_parser_goes_on_from_the_parts_of_another() -> None:
    first = parser_of(VOCABULARY)
    second = Parser(first.parts)
    second.add({("en", "thing"): ("the moon 😊",), ("en", "never"): ("{refuse} {thing}",)})
    assert first.parts == parser_of(VOCABULARY).parts
    template = second.template("we {never}{gap}", "en")
    assert regex.search(whole(template, second.parts), "we cannot the moon 😊 today")
    assert not regex.search(whole(template, second.parts), "we cannot your order today")
