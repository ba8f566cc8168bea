"""What can be measured of a document: each measure yields a span, its sentence (-1: the reply) and a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tonecheck.engine.matching import in_zones
from tonecheck.model import Document, Zone

Measured = Iterator[tuple[int, int, int, float]]


def _sentence_words(document: Document, zones: tuple[Zone, ...]) -> Measured:
    for index, sentence in enumerate(document.sentences):
        if in_zones(document, index, zones):
            yield sentence.start, sentence.end, index, sentence.words


def _reply_words(document: Document, zones: tuple[Zone, ...]) -> Measured:
    yield document.opening_at, document.opening_at, -1, document.words


def _waited_hours(document: Document, zones: tuple[Zone, ...]) -> Measured:
    yield document.opening_at, document.opening_at, -1, document.reply.waited_hours or 0


MEASURES: dict[str, Callable[[Document, tuple[Zone, ...]], Measured]] = {
    "sentence-words": _sentence_words,
    "reply-words": _reply_words,
    "waited-hours": _waited_hours,
}
