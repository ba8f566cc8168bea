"""What a library says to tonecheck, ``tonecheck: ignore[rule-a, rule-b] reason``: found in a text, read, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from tonecheck.errors import did_you_mean

WORD = "tonecheck"
"""A text without this word says nothing to us."""
_FORM = "write tonecheck: ignore[rule] and the reason; several rules with commas between them"


class Remark(NamedTuple):
    """A remark in a comment: from where to where it stands, and its text behind ``tonecheck:``."""

    begin: int
    end: int
    text: str


class Wrong(NamedTuple):
    """What is wrong with a remark, and what to do."""

    message: str
    hint: str


def find_remarks(text: str, comments: Sequence[tuple[int, int]]) -> Iterator[Remark]:
    """The remarks in the comments of a text, also those with a mistake in them."""
    for begin, end in comments:
        hits = list(_remark().finditer(text, begin, end))
        ends = [hit.start() for hit in hits[1:]]
        for hit, stop in zip(hits, [*ends, end], strict=False):
            yield Remark(hit.start(), stop, text[hit.start("rest") : stop].strip())


def find_misplaced(text: str, begin: int, end: int, comments: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where a remark stands among the words of ``text[begin:end]``, for everybody to read."""
    for hit in _whole_remark().finditer(text, begin, end):
        if not any(first <= hit.start() < last for first, last in comments):
            yield hit.start()


def read_remark(text: str | None, known: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Wrong, ...]]:
    """The rules that a remark names, those of them that there are, and what is wrong with it."""
    hit = _form().fullmatch(text.strip()) if text is not None else None
    if hit is None:
        return (), (Wrong("this remark cannot be read", _FORM),)
    wrong: list[Wrong] = []
    named = tuple(dict.fromkeys(name.strip() for name in hit["rules"].split(",") if name.strip()))
    if not named:
        wrong.append(Wrong("this remark names no rule", "name the rules that are not to speak: ignore[rule-a, rule-b]"))
    for name in named:
        if name not in known:
            hint = did_you_mean(name, known) or "'tonecheck rules' lists them"
            wrong.append(Wrong(f"there is no rule {name!r}", hint))
    if not any(character.isalpha() for character in hit["reason"]):
        wrong.append(Wrong("this remark gives no reason", "say behind the bracket why the words are right here"))
    return tuple(name for name in named if name in known), tuple(wrong)


@cache
def _remark() -> regex.Pattern[str]:
    # Whatever comes near to one: a mistyped remark that nobody tells of is taken for one that works.
    return regex.compile(
        r"(?<![\w-])tonecheck(?:[ \t]*:[ \t]*(?P<rest>[\w-]+[ \t]*[\[(]|ign|dis|suppress|off\b)|[ \t]+(?P<rest>ign))",
        flags=regex.IGNORECASE,
    )


@cache
def _whole_remark() -> regex.Pattern[str]:
    return regex.compile(r"(?<![\w-])tonecheck:[ \t]*ignore\[")


@cache
def _form() -> regex.Pattern[str]:
    return regex.compile(r"(?:tonecheck:\s*)?ignore\[(?P<rules>[^\[\]]*)\](?P<reason>.*)", flags=regex.DOTALL)
