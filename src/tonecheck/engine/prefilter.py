"""Which literals of a rulebook a text holds, for all of them in one pass: worth building for many replies.

Each literal is filed under three letters of it that few others have; a text looks up its own runs of three letters and
tries the literals that it finds there, some hundreds in place of tens of thousands.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

_RUN = 3


class LiteralIndex(NamedTuple):
    """Literals, each with the groups that it is in, by a run of their letters; ``short`` ones are tried always.
    ``none`` says of each group that the text holds none of it."""

    by_run: dict[str, list[tuple[str, tuple[int, ...]]]]
    short: tuple[tuple[str, tuple[int, ...]], ...]
    none: dict[int, bool]


def literal_index(groups: list[str]) -> LiteralIndex:
    """The index of groups of literals, each group kept as lines of one string."""
    members: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for literal in group.split("\n"):
            members.setdefault(literal, []).append(number)
    common = Counter(run for literal in members for run in _runs(literal))
    by_run: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    short = []
    for literal, numbers in members.items():
        entry = literal, tuple(numbers)
        if len(literal) < _RUN:
            short.append(entry)
        else:
            rarest = min(_runs(literal), key=lambda run: (common[run], run))
            by_run.setdefault(rarest, []).append(entry)
    return LiteralIndex(by_run, tuple(short), dict.fromkeys(range(len(groups)), False))


def held_groups(index: LiteralIndex, text: str) -> dict[int, bool]:
    """For each group whether the text holds a literal of it."""
    held = index.none.copy()
    for run in _runs(text) & index.by_run.keys():
        for literal, numbers in index.by_run[run]:
            if literal in text:
                held.update(dict.fromkeys(numbers, True))
    for literal, numbers in index.short:
        if literal in text:
            held.update(dict.fromkeys(numbers, True))
    return held


def _runs(text: str) -> set[str]:
    return {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}
