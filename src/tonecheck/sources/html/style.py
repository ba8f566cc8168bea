"""How words are written into an HTML page: as those around them are, with entities where they have some."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex

from tonecheck.sources.html.lines import decode
from tonecheck.sources.html.template_tags import TemplateTag, find_template_tags

_ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# These stand in tags too, so that a bare one elsewhere says nothing of how they are written in words.
_QUOTES = frozenset("\"'")


def written(words: str, around: str, page: str, tags: list[TemplateTag]) -> str:
    """Words as they are to stand in ``page`` amid the text ``around``; ``tags`` are the page's template tags, and those
    of the words stay as they are."""
    write = _writer(around, page)
    bare = {page[tag.start : tag.end] for tag in tags}
    parts: list[str] = []
    at = 0
    for start, end, _ in find_template_tags(words):
        if words[start] != "<" or words[start:end] in bare:
            parts += _plain(words[at:start], write, page), words[start:end]
            at = end
    parts.append(_plain(words[at:], write, page))
    return "".join(parts)


def _plain(words: str, write: Callable[[str], str], page: str) -> str:
    return _line_break(page).join("".join(map(write, line)) for line in words.split("\n"))


def _writer(around: str, page: str) -> Callable[[str], str]:
    """How one character is written."""
    near, far = _entities(around), _entities(page)
    numbered = page.isascii() and any(character > "\x7f" and character != "\xa0" for character in far)
    number = "&#x{:x};" if any(entity.lower().startswith("&#x") for entity in far.values()) else "&#{};"

    def write(character: str) -> str:
        if character.isascii() and (character.isalnum() or character == " "):
            return character
        if character in near:
            return near[character]
        if character in _ESCAPES:
            return far.get(character, _ESCAPES[character])
        if character not in around and character in far and (character in _QUOTES or character not in page):
            return far[character]
        return number.format(ord(character)) if numbered and character > "\x7f" else character

    return write


def _entities(text: str) -> dict[str, str]:
    """The characters that are written as entities in a text, each in the way in which it is first."""
    found: dict[str, str] = {}
    if "&" in text:
        for hit in _entity().finditer(text):
            character, length = decode(hit[0])
            if len(character) == 1 and length == len(hit[0]):
                found.setdefault(character, hit[0])
    return found


def _line_break(page: str) -> str:
    hit = _break().search(page)
    return hit[0] if hit else "<br>"


@cache
def _entity() -> regex.Pattern[str]:
    return regex.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


@cache
def _break() -> regex.Pattern[str]:
    return regex.compile(r"<br *+/?>", flags=regex.IGNORECASE)
