"""A new paragraph of a page that writes its own as ``<p>``: in an element like theirs, not behind two line breaks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex

from tonecheck.sources.html.lines import MADE, Words
from tonecheck.sources.source import Edit

# How far before the words the tags of their paragraph are looked for.
_NEAR = 2000


def as_paragraph(page: str, words: Words, at: int, new: str, write: Callable[[str], str]) -> Edit | None:
    """The edit of the page that puts ``new`` in at ``words.text[at]`` as an element of its own, before the paragraph or
    behind the paragraph or list that stands there; ``None`` where there is none or it is more than one paragraph.
    ``write`` gives words as they stand in the page."""
    before, gap, text = new.partition("\n\n")
    if not gap or "\n" in before + text:
        return None
    if not text:
        return _in_front(page, words, at, before, write)
    return _behind(page, words, at, (before, text), write)


def _behind(page: str, words: Words, at: int, new: tuple[str, str], write: Callable[[str], str]) -> Edit | None:
    if not at or words.marks[at - 1] == MADE:
        return None
    begin = stop = words.ends[at - 1]
    end = 0
    while hit := _closing().match(page, stop):
        stop = hit.end()
        name = hit["name"].lower()
        if name in ("p", "ul", "ol"):
            end = stop
        elif name == "li":
            end = 0  # behind the list, or nowhere
    openings = list(_opening().finditer(page, 0, begin)) if end else []
    if not openings:
        return None
    opening = openings[-1]
    head, text = new
    put = f"{write(head)}{page[begin:end]}{opening['gap']}{_like(opening['tag'])}{write(text)}</p>"
    return Edit(begin, end, put)


def _in_front(page: str, words: Words, at: int, text: str, write: Callable[[str], str]) -> Edit | None:
    if at >= len(words.text):
        return None
    begin = words.starts[at]
    hit = _opened().search(page, max(0, begin - _NEAR), begin)
    if hit is None:
        return None
    following = _between().search(page, begin)
    return Edit(
        hit.start(), hit.start(), f"{_like(hit['tag'])}{write(text)}</p>{following['gap'] if following else ''}"
    )


def _like(tag: str) -> str:
    """The start tag of a paragraph like another; an id is one element's only, and a template's marks are for it."""
    return "<p>" if "{" in tag or "%" in tag or _id().search(tag) else tag


@cache
def _closing() -> regex.Pattern[str]:
    return regex.compile(r"\s*+</(?P<name>p|ul|ol|li|b|i|u|a|em|strong|span|font|small)\s*+>", flags=regex.IGNORECASE)


@cache
def _opening() -> regex.Pattern[str]:
    return regex.compile(r"(?P<gap>(?:(?<=>)\s++)?+)(?P<tag><p(?:\s[^<>]*+)?>)", flags=regex.IGNORECASE)


@cache
def _opened() -> regex.Pattern[str]:
    inline = r"(?:<(?:b|i|u|a|em|strong|span|font|small)(?:\s[^<>]*+)?>\s*+)*+"
    return regex.compile(rf"(?P<tag><p(?:\s[^<>]*+)?>)\s*+{inline}$", flags=regex.IGNORECASE)


@cache
def _between() -> regex.Pattern[str]:
    return regex.compile(r"</p\s*+>(?P<gap>\s*+)(?=<p[\s>])", flags=regex.IGNORECASE)


@cache
def _id() -> regex.Pattern[str]:
    return regex.compile(r"\sid\s*=", flags=regex.IGNORECASE)
