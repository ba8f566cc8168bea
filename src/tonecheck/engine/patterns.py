"""The compiled patterns of one rulebook, made as they are needed."""

from __future__ import annotations

from functools import cache

import regex

from tonecheck.engine.prefilter import LiteralIndex, held_groups, literal_index
from tonecheck.rulebook.literals import holds_literals
from tonecheck.rulebook.rule import Phrase, Rulebook
from tonecheck.rulebook.template import Words, pruned, whole, whole_words, words

MANY_REPLIES = 20
"""After so many replies a pattern is worth compiling whole and keeping: pruning is for the few replies of a draft."""


class Patterns:
    """The patterns of a rulebook. For the first replies each is compiled without what a reply cannot match; then whole,
    once. Both match the same."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.replies = 0
        self._kept: dict[int, regex.Pattern[str]] = {}
        self._index: LiteralIndex | None = None

    def words(self, text: str) -> Words:
        """A text for the prefilter. For the first replies its literals are looked for as they are asked for; then all
        at once, by an index."""
        if self.replies <= MANY_REPLIES:
            return words(text)
        if self._index is None:
            self._index = literal_index(self.rulebook.parts.groups)
        return Words(text, held_groups(self._index, text), {})

    def compiled(self, phrase: Phrase, seen: Words) -> regex.Pattern[str] | None:
        """The pattern of a phrase of the rulebook, for use on the words seen; None when it cannot match in them."""
        if self.replies <= MANY_REPLIES:
            source = pruned(phrase.template, seen, self.rulebook.parts)
            # What is left of a pattern tells more exactly than the whole of it which words it needs.
            if source is None or not holds_literals(source, seen.text):
                return None
            return compiled(_source(phrase, source))
        # The rulebook keeps its phrases, so that their identity is a key.
        pattern = self._kept.get(id(phrase))
        if pattern is None:
            pattern = compiled(_source(phrase, whole(phrase.template, self.rulebook.parts)))
            self._kept[id(phrase)] = pattern
        return pattern


def _source(phrase: Phrase, pattern: str) -> str:
    return whole_words(pattern) if phrase.edges else pattern


@cache
def compiled(source: str) -> regex.Pattern[str]:
    return regex.compile(source)
