"""Which words a pattern cannot match without.

The engine looks for these before it compiles a pattern, so that a run compiles the few patterns that its text can
match. The way to find them is that of RE2's prefilter: for every part of the pattern either the exact strings that it
can be, or a set of strings of which one must occur.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple

import regex

_MOST_EXACT = 24
_MOST_LITERALS = 160
_MOST_GROUPS = 4
_SHORTEST = 2
_WORDS = regex.compile(r"[\w ']+")
_EMPTY_ESCAPES = frozenset("bBAZG")

Literals = frozenset[str]


class _Part(NamedTuple):
    """``exact``: all the strings that the part can be, or None when too many. ``needs``: of each of these sets one
    string occurs in every match."""

    exact: Literals | None
    needs: tuple[Literals, ...] = ()


_ANY = _Part(None)
_NOTHING = _Part(frozenset({""}))


class _Unsupported(Exception):
    """The pattern uses something that is not read here; it then has no literals and always runs."""


@cache
def required_literals(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Groups of strings: of each group at least one is in every text that the pattern matches. Empty when nothing could
    be derived."""
    return tuple(tuple(sorted(_shortest(group))) for group in _needed(pattern))


def holds_literals(pattern: str, text: str) -> bool:
    """Whether a text has what the pattern cannot match without."""
    return all(any(literal in text for literal in group) for group in _needed(pattern))


def _needed(pattern: str) -> tuple[Literals, ...]:
    try:
        part, end = _alternation(pattern, 0)
    except (_Unsupported, IndexError, ValueError):
        return ()
    return _groups(part) if end == len(pattern) else ()


def _shortest(group: Literals) -> Literals:
    """A group without the strings that hold another of it."""
    return frozenset(text for text in group if not any(other != text and other in text for other in group))


def _groups(part: _Part) -> tuple[Literals, ...]:
    """The sets of a part that are worth looking for, the most telling first."""
    found = {group for group in (part.exact, *part.needs) if group and min(map(len, group)) >= _SHORTEST}
    return tuple(sorted(found, key=_telling, reverse=True)[:_MOST_GROUPS])


def _telling(group: Literals) -> tuple[int, int, list[str]]:
    return min(min(map(len, group)), 5), -len(group), sorted(group)


def _alternation(pattern: str, at: int) -> tuple[_Part, int]:
    branches = []
    while True:
        part, at = _sequence(pattern, at)
        branches.append(part)
        if at >= len(pattern) or pattern[at] != "|":
            break
        at += 1
    return _either(branches), at


def _either(branches: list[_Part]) -> _Part:
    if len(branches) == 1:
        return branches[0]
    exact: Literals | None = frozenset()
    need: Literals | None = frozenset()
    for branch in branches:
        groups = _groups(branch)
        need = need | groups[0] if need is not None and groups else None
        exact = None if exact is None or branch.exact is None else exact | branch.exact
    if exact is not None and len(exact) > _MOST_EXACT:
        exact = None
    return _Part(exact, (need,) if need and len(need) <= _MOST_LITERALS else ())


def _sequence(pattern: str, at: int) -> tuple[_Part, int]:
    run = frozenset({""})
    unbroken = True
    needs: list[Literals] = []
    while at < len(pattern) and pattern[at] not in "|)":
        end = _words_end(pattern, at)
        if end > at:
            part, at = _Part(frozenset({pattern[at:end]})), end
        else:
            part, at = _atom(pattern, at)
            part, at = _repeated(pattern, at, part)
        if part.exact is not None and len(run) * len(part.exact) <= _MOST_EXACT:
            run = frozenset(a + b for a, b in product(run, part.exact))
            needs += part.needs
            continue
        # The run of exact strings ends here: what it held is needed, and a new run begins.
        unbroken = False
        needs += (run, *part.needs)
        run = frozenset({""}) if part.exact is None else part.exact
    if unbroken:
        return _Part(run, tuple(needs)), at
    return _Part(None, _groups(_Part(run, tuple(needs)))), at


def _words_end(pattern: str, at: int) -> int:
    """The end of the words that stand there as they are; the last character is left out where it is repeated."""
    words = _WORDS.match(pattern, at)
    if words is None:
        return at
    end: int = words.end()
    return end - 1 if pattern[end : end + 1] in ("?", "*", "+", "{") else end


def _repeated(pattern: str, at: int, part: _Part) -> tuple[_Part, int]:
    if at >= len(pattern):
        return part, at
    least, most, end = _quantifier(pattern, at)
    if end == at:
        return part, at
    if end < len(pattern) and pattern[end] in "?+":
        end += 1
    if least == 0:
        if most == 1 and part.exact is not None and len(part.exact) < _MOST_EXACT:
            return _Part(part.exact | {""}), end
        return _ANY, end
    return (part if (least, most) == (1, 1) else _Part(None, _groups(part))), end


def _quantifier(pattern: str, at: int) -> tuple[int, int | None, int]:
    match pattern[at]:
        case "?":
            return 0, 1, at + 1
        case "*":
            return 0, None, at + 1
        case "+":
            return 1, None, at + 1
        case "{":
            close = pattern.find("}", at)
            low, comma, high = pattern[at + 1 : close].partition(",")
            if close < 0 or not (low or "0").isdigit() or not (high or "0").isdigit():
                raise _Unsupported
            least = int(low or 0)
            return least, (int(high) if high else None) if comma else least, close + 1
        case _:
            return 1, 1, at


def _atom(pattern: str, at: int) -> tuple[_Part, int]:
    char = pattern[at]
    if char == "(":
        return _group(pattern, at)
    if char == "[":
        return _class(pattern, at)
    if char == "\\":
        return _escape(pattern, at)
    if char == ".":
        return _ANY, at + 1
    if char in "^$":
        return _NOTHING, at + 1
    if char in "*+?":
        raise _Unsupported
    return _Part(frozenset({char})), at + 1


def _escape(pattern: str, at: int) -> tuple[_Part, int]:
    char = pattern[at + 1]
    if char in _EMPTY_ESCAPES:
        return _NOTHING, at + 2
    if char in "pPN" and pattern[at + 2 : at + 3] == "{":
        return _ANY, pattern.index("}", at) + 1
    if char in "wWdDsSXRh":
        return _ANY, at + 2
    if char == "u":
        return _Part(frozenset({chr(int(pattern[at + 2 : at + 6], 16))})), at + 6
    if char.isalnum():
        raise _Unsupported
    return _Part(frozenset({char})), at + 2


def _class(pattern: str, at: int) -> tuple[_Part, int]:
    end = at + 1
    if pattern[end] == "^":
        end += 1
    if pattern[end] == "]":
        end += 1
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    inner = pattern[at + 1 : end]
    plain = not inner.startswith("^") and not any(char in inner for char in "\\-[&~|")
    return (_Part(frozenset(inner)) if plain and len(inner) <= 4 else _ANY), end + 1


def _group(pattern: str, at: int) -> tuple[_Part, int]:
    start = at + 1
    looks = seen = False
    if pattern[start] == "*":
        raise _Unsupported
    if pattern[start] == "?":
        head = pattern[start + 1]
        after = pattern[start + 2]
        if head in ":>|":
            start += 2
        elif head in "=!" or (head == "<" and after in "=!"):
            looks = True
            seen = (head if head in "=!" else after) == "="
            start += 2 if head in "=!" else 3
        elif head in "P<":
            start = pattern.index(">", start) + 1
        else:
            raise _Unsupported
    part, end = _alternation(pattern, start)
    if pattern[end] != ")":
        raise _Unsupported
    if looks:
        # What must be seen around the match is needed too, though it is no part of the match.
        return _Part(frozenset({""}), _groups(part) if seen else ()), end + 1
    return part, end + 1
