"""From a pattern's source, vocabulary pieces and all, to a template."""

from __future__ import annotations

import regex

from tonecheck.rulebook.literals import required_literals
from tonecheck.rulebook.template import ITSELF, NO_PARTS, Parts, alternatives, has_parts, piece, source, whole

_PIECE = regex.compile(r"\{([a-z][a-z0-9_]*)\}")
_GROUP = regex.compile(r"\((?:\?(?:[:>|]|<?[=!]|P?<\w+>))?")
# Alternatives shorter than this, written out, are compiled as they are.
_SHORTEST_CHOICE = 40
_PLAIN = regex.compile(r"[\w' ]{2,}")
_LONGEST_GROUP = 24
_LONGEST_NEEDED = 80

Vocabulary = dict[tuple[str, str], tuple[str, ...]]
"""The alternatives of each piece, by language (or ``common``) and name."""


class Parser:
    """Makes templates; what they have in common gathers in ``parts``, on top of those of other rules."""

    def __init__(self, parts: Parts = NO_PARTS) -> None:
        self.parts = Parts(*(list(listed) for listed in parts))
        self.vocabulary: Vocabulary = {}
        self._pieces: dict[tuple[str, str], int] = {}
        self._groups = {group: number for number, group in enumerate(parts.groups)}
        for number, (name, template) in enumerate(zip(parts.names, parts.pieces, strict=True)):
            scope, _, own = name.partition("/")
            self.vocabulary[scope, own] = (source(template, parts),)
            self._pieces[scope, own] = number

    def add(self, vocabulary: Vocabulary) -> None:
        """Take pieces in; one of the same language and name takes the place of the one before it. All the pieces that
        they use must be there."""
        self.vocabulary |= vocabulary
        for key in vocabulary:
            self._pieces.pop(key, None)
        for language, name in vocabulary:
            self._piece(language, name)

    def template(self, source: str, language: str) -> str:
        """The template of a pattern whose pieces are in the vocabulary (``patterns.expand`` sees to that). What is no
        alternative and no piece is left as it stands."""
        found, end = self._alternatives(source, 0, language)
        # An unmatched parenthesis is for the compiler to complain of.
        return found + source[end:]

    def needs(self, template: str, most: int = 2, longest: int = _LONGEST_NEEDED) -> tuple[int, ...]:
        """The numbers of the groups of literals that a template needs: ``most`` groups of at most ``longest``."""
        groups = [group for group in required_literals(whole(template, self.parts)) if len(group) <= longest]
        return tuple(self._group(group) for group in groups[:most])

    def _group(self, literals: tuple[str, ...]) -> int:
        group = "\n".join(literals)
        if group not in self._groups:
            self._groups[group] = len(self.parts.groups)
            self.parts.groups.append(group)
        return self._groups[group]

    def _piece(self, language: str, name: str) -> int:
        scope = language if (language, name) in self.vocabulary else "common"
        if (scope, name) not in self._pieces:
            branches = [self.template(text, scope) for text in self.vocabulary[scope, name]]
            # Only now: the pieces inside this one have taken their numbers.
            self._pieces[scope, name] = len(self.parts.pieces)
            self.parts.pieces.append(self._choice(branches))
            self.parts.names.append(f"{scope}/{name}")
        return self._pieces[scope, name]

    def _choice(self, branches: list[str], *, required: bool = True) -> str:
        """Alternatives as a template: to be pruned where that is worth it, else written out."""
        # One group is enough to leave an alternative out, and a short one is looked for quickly.
        needs = [
            ITSELF if _PLAIN.fullmatch(branch) else self.needs(branch, most=1, longest=_LONGEST_GROUP)
            for branch in branches
        ]
        length = sum(len(whole(branch, self.parts)) for branch in branches)
        plain = len(branches) == 1 or length < _SHORTEST_CHOICE or not any(needs)
        # A part that cannot match takes what it stands in with it: only a branch that must match may hold it bare.
        if plain and ((required and len(branches) == 1) or not any(map(has_parts, branches))):
            return "|".join(branches)
        return alternatives(list(zip(needs, branches, strict=True)), required=required)

    def _alternatives(self, source: str, at: int, language: str, *, group: str = "") -> tuple[str, int]:
        """The alternatives up to the end of the source or of the group that ``group`` opened."""
        branches: list[str] = []
        while True:
            branch, at = self._sequence(source, at, language)
            branches.append(branch)
            if source[at : at + 1] != "|":
                looks_around = group.endswith(("=", "!"))
                return self._choice(branches, required=not looks_around and not _is_optional(source, at + 1)), at
            at += 1

    def _sequence(self, source: str, at: int, language: str) -> tuple[str, int]:
        parts: list[str] = []
        while at < len(source) and source[at] not in "|)":
            char = source[at]
            if char == "(" and (group := _GROUP.match(source, at)):
                inner, end = self._alternatives(source, group.end(), language, group=group[0])
                parts += [group[0], inner, source[end : end + 1]]
                at = end + 1
            elif char == "{" and (named := _PIECE.match(source, at)):
                found = piece(self._piece(language, named[1]))
                at = named.end()
                if _is_optional(source, at):
                    found = "(?:" + alternatives([((), found)], required=False) + ")"
                parts.append(found)
            else:
                end = _plain(source, at)
                parts.append(source[at:end])
                at = end
        return "".join(parts), at


def _is_optional(source: str, at: int) -> bool:
    """Whether a quantifier stands there that allows for nothing."""
    return source[at : at + 1] in ("?", "*") or source[at : at + 2] in ("{0", "{,")


def _plain(source: str, at: int) -> int:
    """The end of one character, escape or class."""
    if source[at] == "\\":
        return source.find("}", at) + 1 if source[at + 1 : at + 3] in ("p{", "P{", "N{") else at + 2
    if source[at] == "[":
        end = at + 2 if source[at + 1 : at + 2] == "^" else at + 1
        end += source[end : end + 1] == "]"
        while end < len(source) and source[end] != "]":
            end += 2 if source[end] == "\\" else 1
        return end + 1
    return at + 1
