"""What a template tag does with the words around it: it begins a branch, parts two or ends one, or shows nothing."""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex

Role = Literal["open", "else", "close", "unseen", "words"]
"""``unseen``: a comment, or a tag that only sets something. ``words``: something stands in its place in the end."""

_OPENING = frozenset("if case for unless ifchanged ifequal ifnotequal tablerow while switch capture".split())
_PARTING = frozenset("else elsif elseif elif when default empty rescue ensure".split())
_SETTING = frozenset(
    """
    assign set endset increment decrement liquid extends import from load raw endraw verbatim endverbatim comment
    endcomment do spaceless endspaceless autoescape endautoescape
    """.split()
)
_RUBY_OPENING = frozenset("if unless case for while until begin".split())


def role(tag: str) -> Role:
    """The role of a placeholder, as it is written with its marks."""
    if tag.startswith("{%"):
        return _percent_role(tag)
    if tag.startswith("{{"):
        return _mustache_role(tag)
    if tag.startswith("<%"):
        return _ruby_role(tag)
    return "unseen" if tag.startswith("{#") else "words"


def _percent_role(tag: str) -> Role:
    word = _first_word(tag[2:-2])
    if word in _OPENING:
        return "open"
    if word in _PARTING:
        return "else"
    if word.startswith("end") and word[3:] in _OPENING:
        return "close"
    return "unseen" if word in _SETTING else "words"


def _mustache_role(tag: str) -> Role:
    words = tag[2:-2].lstrip("~- \t\r\n")
    match words[:1]:
        case "!":
            return "unseen"
        case "/":
            return "close"
        case "#":
            return "open"
        case "^":
            return "open" if words.strip("^~- \t\r\n}") else "else"
    word = _first_word(words)
    if word == "else":
        return "else"
    if word == "end" and not words[3:].strip("~- \t\r\n}"):
        return "close"
    return "open" if words.startswith(("if ", "range ", "with ")) else "words"


def _ruby_role(tag: str) -> Role:
    code = tag[2:-2].strip("- \t\r\n")
    if tag.startswith(("<%#", "<%--")):
        return "unseen"
    if code.startswith("="):
        return "words"
    if code.startswith("}"):
        return "else" if "else" in code else "close"
    word = _first_word(code)
    if word in _PARTING:
        return "else"
    if word == "end":
        return "close"
    if word in _RUBY_OPENING or code.endswith("{") or _block().search(code):
        return "open"
    return "words" if tag.startswith("<%-") else "unseen"


def _first_word(code: str) -> str:
    """The word that a tag begins with, unless it is the name of a field: ``customer.name`` or ``for_you``."""
    code = code.lstrip("-~+ \t\r\n")
    end = 0
    while end < len(code) and (code[end].isalnum() or code[end] in "_."):
        end += 1
    return code[:end]


@cache
def _block() -> regex.Pattern[str]:
    """A block of Ruby that goes on behind the tag: ``items.each do |item|``."""
    return regex.compile(r"\bdo\s*+(?:\|[^|]*+\|)?\s*+$")
