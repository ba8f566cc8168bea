"""The kinds of finder: each takes what is known of a document and yields hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tonecheck.engine.facts import Facts, signal_spots
from tonecheck.engine.matching import Spot, in_zones, span_in_reply, spots
from tonecheck.engine.measure import MEASURES
from tonecheck.engine.repeat import repeats
from tonecheck.rulebook.rule import Finder
from tonecheck.text.document import is_fragment


class Hit(NamedTuple):
    """A place where a rule would speak, before excuses: a span of the reply, and the spot when words were matched.
    ``sentence`` is the index of its sentence, -1 for the reply as a whole; ``words`` are what the message and the
    rewrites may name beside the groups of a pattern."""

    start: int
    end: int
    sentence: int
    spot: Spot | None
    words: dict[str, str] | None = None


def hits(known: Facts, finder: Finder) -> Iterator[Hit]:
    """The hits of one finder, in no particular order. Raises ``PatternTimeout``."""
    return FINDERS[finder.kind](known, finder)


def _phrase_hits(known: Facts, finder: Finder) -> Iterator[Hit]:
    document = known.document
    for spot in spots(finder.phrases, known.reply):
        at = spot.sentence
        earlier = range(at if finder.first else 0)
        if in_zones(document, at, finder.where) and not any(in_zones(document, one, finder.where) for one in earlier):
            yield _at(known, spot)


def _at(known: Facts, spot: Spot) -> Hit:
    return Hit(*span_in_reply(known.document, spot), spot.sentence, spot)


def _missing(known: Facts, finder: Finder) -> Iterator[Hit]:
    document = known.document
    if any(is_fragment(sentence) and sentence.words > 2 for sentence in document.sentences):
        return  # a template's branches cut sentences up: what seems to be missing may be in the pieces
    if any(in_zones(document, spot.sentence, finder.where) for spot in signal_spots(known, finder.signal)):
        return
    places = {"greeting": document.greeting_at, "opening": document.opening_at, "closing": document.closing_at}
    at = places[finder.place]
    yield Hit(at, at, -1, None)


def _count(known: Facts, finder: Finder) -> Iterator[Hit]:
    document = known.document
    if finder.max_words and document.words > finder.max_words:
        return
    found = sorted(_phrase_hits(known, finder))
    apart = [hit for at, hit in enumerate(found) if at == 0 or hit.start >= found[at - 1].end]
    by_place: dict[int, list[Hit]] = {}
    for hit in apart:
        by_place.setdefault(hit.sentence if finder.within == "sentence" else -1, []).append(hit)
    for index, group in by_place.items():
        words = document.words if index < 0 else document.sentences[index].words
        if len(group) >= finder.at_least and (not finder.one_in or len(group) * finder.one_in >= words):
            # The first ones are as they should be; the one that is too much is the finding.
            yield group[finder.at_least - 1]


def _repeat(known: Facts, finder: Finder) -> Iterator[Hit]:
    for start, end, index in repeats(known.document, finder.words, finder.sentence, finder.where):
        yield Hit(start, end, index, None)


def _measure(known: Facts, finder: Finder) -> Iterator[Hit]:
    for start, end, index, value in MEASURES[finder.measure](known.document, finder.where):
        if value > finder.over:
            yield Hit(start, end, index, None)


def _masked(known: Facts, finder: Finder) -> Iterator[Hit]:
    # A mask may stand where no sentence is: alone on its line, or in the signature.
    sentences = known.document.sentences
    for start, end, kind in known.document.masks:
        if kind in finder.masks:
            around = (at for at, sentence in enumerate(sentences) if sentence.start <= start < sentence.end)
            yield Hit(start, end, next(around, -1), None)


def _twin(known: Facts, finder: Finder) -> Iterator[Hit]:
    document = known.document
    if known.library is None or document.reply.kind != "canned":
        return
    twin = known.library.earlier(document, finder.words, finder.alike)
    if twin is not None:
        first = next(sentence for sentence in document.sentences if sentence.start == document.opening_at)
        yield Hit(first.start, first.end, -1, None, {"twin": twin.text, "name": twin.id or "another reply"})


FINDERS: dict[str, Callable[[Facts, Finder], Iterator[Hit]]] = {
    "phrases": _phrase_hits,
    "missing": _missing,
    "count": _count,
    "repeat": _repeat,
    "measure": _measure,
    "masked": _masked,
    "twin": _twin,
}
