"""Canned replies that say the same: what has been seen of a library, and the earlier twin of a reply.

MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3): replies that
share most of their word pairs share a band of their signatures, so that a reply is compared with a few others and the
time does not grow with the square of the library.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import regex

from tonecheck.model import Document
from tonecheck.text.zones import PROSE

_WORD = regex.compile(r"\w+(?:['-]\w+)*")
_PRIME = (1 << 61) - 1
# Ten bands of three: two replies that share seven of ten word pairs are found 98 times in a hundred.
_BANDS, _ROWS = 10, 3
_CANDIDATES = 20
# So many replies are kept to compare later ones with: some 60 MB. A library of more is an archive.
_MOST = 20_000


def _coefficients() -> Iterator[tuple[int, int]]:
    value = 88172645463325252
    for _ in range(_BANDS * _ROWS):
        pair = []
        for _ in range(2):
            value ^= (value << 13) & 0xFFFFFFFFFFFFFFFF
            value ^= value >> 7
            value ^= (value << 17) & 0xFFFFFFFFFFFFFFFF
            pair.append(value % _PRIME)
        yield pair[0] | 1, pair[1]


class Twin(NamedTuple):
    """An earlier reply of the library that says the same: its id and its text."""

    id: str | None
    text: str


class Library:
    """The replies of one library seen so far. Placeholders and case do not count; of replies that say the same only the
    first is kept, so that a thousand copies of one reply cost no more than a thousand replies. Of a very large library
    the first ``most`` are kept, so that memory does not grow with the file."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._hashes = tuple(_coefficients())
        self._bands: dict[tuple[int, ...], list[int]] = {}
        self._pairs: list[array[int]] = []
        self._twins: list[Twin] = []

    def earlier(self, document: Document, words: int, alike: int) -> Twin | None:
        """The reply before this one that has ``alike`` in a hundred word pairs in common with it; without one, this
        one is kept for those to come. A reply of fewer than ``words`` words has no twin."""
        pairs = _word_pairs(document)
        if document.words < words or not pairs:
            return None
        bands = self._signature(pairs)
        shared = Counter(number for band in bands for number in self._bands.get(band, ()))
        # Stock phrases make many replies a little alike; a twin shares the most bands.
        for number, _ in shared.most_common(_CANDIDATES):
            other = frozenset(self._pairs[number])
            if len(pairs & other) * 100 >= alike * len(pairs | other):
                return self._twins[number]
        if len(self._pairs) >= self._most:
            return None
        for band in bands:
            self._bands.setdefault(band, []).append(len(self._pairs))
        self._pairs.append(array("I", pairs))
        self._twins.append(Twin(document.reply.id, document.reply.text))
        return None

    def _signature(self, pairs: frozenset[int]) -> list[tuple[int, ...]]:
        least = [min((a * pair + b) % _PRIME for pair in pairs) for a, b in self._hashes]
        return [(at, *least[at : at + _ROWS]) for at in range(0, len(least), _ROWS)]


def _word_pairs(document: Document) -> frozenset[int]:
    """The pairs of neighbouring words of the prose, sentence by sentence, each as a number of 32 bits: a tenth of the
    memory, and two pairs in four thousand million that are taken for one do no harm."""
    pairs: set[int] = set()
    for sentence in document.sentences:
        if sentence.zone in PROSE:
            words = _WORD.findall(sentence.folded.text)
            pairs.update(crc32(f"{one} {two}".encode("utf-8", "surrogatepass")) for one, two in pairwise(words))
    return frozenset(pairs)
