"""Patterns kept in parts, so that a run compiles only the parts that its text can match.

Compiling a pattern costs far more than running it, and most of a wide pattern is alternatives whose words the text does
not hold. So a pattern is kept as a template, in which each alternative names the literals that it needs and each
vocabulary piece is a number. A template is written as one string, so that reading a compiled rulebook makes no objects
for the many patterns that a text does not need.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

# Private-use characters: no pattern holds them, and JSON leaves them as they are.
_MUST = "\ue010"
_MAY = "\ue011"
_NEXT = "\ue012"
_CLOSE = "\ue013"
_NEEDS = "\ue014"
_PIECE = "\ue015"
_END = "\ue016"
_MARK = regex.compile(f"[{_MUST}-{_PIECE}]")
_BRANCH_MARK = regex.compile(f"[{_MUST}-{_CLOSE}]")
_IMPOSSIBLE = "(?!)"
# Not inside a word: one side is no word character. An apostrophe between letters belongs to its word, so that "can"
# is not found in "can't".
_LEFT_EDGE = r"(?:(?<!\w)(?<!\w')|(?!\w))"
_RIGHT_EDGE = r"(?:(?!\w|'\w)|(?<!\w))"


class Parts(NamedTuple):
    """What templates have in common: the vocabulary pieces with their names (``en/sorry``), and the groups of
    literals. Of a group one literal must be in the text; they are kept as lines of one string."""

    pieces: list[str]
    names: list[str]
    groups: list[str]


NO_PARTS = Parts([], [], [])


class Words(NamedTuple):
    """A text to match in, with what is known of it so far: which groups of literals it holds, and its pruned pieces."""

    text: str
    held: dict[int, bool]
    pieces: dict[int, str | None]


def words(text: str) -> Words:
    return Words(text, {}, {})


def whole_words(pattern: str) -> str:
    """A pattern that matches where ``pattern`` does, but not a part of a word."""
    return f"{_LEFT_EDGE}(?:{pattern}){_RIGHT_EDGE}"


def piece(number: int) -> str:
    """The place of a vocabulary piece in a template."""
    return f"{_PIECE}{number}{_END}"


ITSELF = (-1,)
"""The needs of an alternative that is a literal: the text must hold it."""


def alternatives(branches: list[tuple[tuple[int, ...], str]], *, required: bool = True) -> str:
    """Templates of which one must match, each with the numbers of the groups of literals that it needs, or ``ITSELF``.
    Where none can match, the whole pattern cannot, unless they are not ``required``: optional, or in a lookaround."""
    listed = _NEXT.join(",".join(map(str, needs)) + _NEEDS + branch for needs, branch in branches)
    return (_MUST if required else _MAY) + listed + _CLOSE


def has_parts(template: str) -> bool:
    """Whether the template is more than the source of a pattern."""
    return any(char in template for char in (_MUST, _MAY, _PIECE))


def can_match(needs: tuple[int, ...] | list[int], seen: Words, parts: Parts) -> bool:
    """The prefilter: whether the text holds a literal of each group."""
    held, text = seen.held, seen.text
    for number in needs:
        known = held.get(number)
        if known is None:
            known = held[number] = any(literal in text for literal in parts.groups[number].split("\n"))
        if not known:
            return False
    return True


def pruned(template: str, seen: Words, parts: Parts) -> str | None:
    """The pattern without the alternatives that cannot match in the text: the same matches there, much less to compile.
    None when the whole pattern cannot match there."""
    return _render(template, 0, seen, parts)[0]


def whole(template: str, parts: Parts) -> str:
    """The pattern with all its alternatives."""
    return _render(template, 0, None, parts)[0] or ""


def source(template: str, parts: Parts) -> str:
    """The pattern as its author wrote it, pieces by name; for messages."""
    return whole(template, parts._replace(pieces=[]))


def _render(template: str, at: int, seen: Words | None, parts: Parts) -> tuple[str | None, int]:
    """The pattern from ``at`` to the end of the template or of the branch, and where that is."""
    out: list[str] = []
    while (mark := _MARK.search(template, at)) is not None:
        out.append(template[at : mark.start()])
        at = mark.start()
        char = mark[0]
        if char in (_NEXT, _CLOSE):
            return "".join(out), at
        if char == _PIECE:
            end = template.index(_END, at)
            rendered = _piece(int(template[at + 1 : end]), seen, parts)
            at = end + 1
        else:
            rendered, at = _choice(template, at + 1, seen, parts)
            if rendered is None and char == _MAY:
                rendered = _IMPOSSIBLE
        if rendered is None:
            return None, _skip(template, at)
        out.append(rendered)
    out.append(template[at:])
    return "".join(out), len(template)


def _choice(template: str, at: int, seen: Words | None, parts: Parts) -> tuple[str | None, int]:
    kept: list[str] = []
    while True:
        mark = template.index(_NEEDS, at)
        rendered = None
        if seen is None or _is_possible(template, at, mark, seen, parts):
            rendered, at = _render(template, mark + 1, seen, parts)
        else:
            at = _skip(template, mark + 1)
        if rendered is not None:
            kept.append(rendered)
        if template[at] == _CLOSE:
            return "|".join(kept) if kept else None, at + 1
        at += 1


def _is_possible(template: str, at: int, mark: int, seen: Words, parts: Parts) -> bool:
    if template[at] == "-":
        return template[mark + 1 : _skip(template, mark + 1)] in seen.text
    return can_match([int(number) for number in template[at:mark].split(",") if number], seen, parts)


def _skip(template: str, at: int) -> int:
    """The end of a branch or template from inside it."""
    depth = 0
    for mark in _BRANCH_MARK.finditer(template, at):
        char = mark[0]
        if char in (_MUST, _MAY):
            depth += 1
        elif not depth:
            return mark.start()
        else:
            depth -= char == _CLOSE
    return len(template)


def _piece(number: int, seen: Words | None, parts: Parts) -> str | None:
    if not parts.pieces:
        return "{" + parts.names[number].partition("/")[2] + "}"
    if seen is None:
        return f"(?:{whole(parts.pieces[number], parts)})"
    if number not in seen.pieces:
        inner = pruned(parts.pieces[number], seen, parts)
        seen.pieces[number] = None if inner is None else f"(?:{inner})"
    return seen.pieces[number]
