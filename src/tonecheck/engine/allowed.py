"""Words that a team allows: its products, its acronyms, the terms its customers know."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from tonecheck.text.normalise import fold

Allowed = frozenset[tuple[str, ...]]
"""Terms, each as its words in the matching form."""


def allowed_terms(terms: Iterable[str]) -> Allowed:
    """Terms as they are compared: without regard to case, and to spellings that a reader cannot tell apart."""
    return frozenset(words for term in terms if (words := _words(term)))


def is_allowed(match: str, allowed: Allowed) -> bool:
    """Whether all words of a match are allowed ones. A match without words never is."""
    words = _words(match)
    at, longest = 0, max(map(len, allowed), default=0)
    while at < len(words):
        lengths = range(min(longest, len(words) - at), 0, -1)
        length = next((length for length in lengths if words[at : at + length] in allowed), 0)
        if not length:
            return False
        at += length
    return bool(words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_word().findall(fold(text).text))


@cache
def _word() -> regex.Pattern[str]:
    return regex.compile(r"[\w\p{M}\u200c\u200d'&+#]+")
