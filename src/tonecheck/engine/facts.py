"""What is known of one document while rules run on it: its signals, found once, and the conditions on them."""

from __future__ import annotations

from typing import NamedTuple

from tonecheck.engine.library import Library
from tonecheck.engine.matching import Prose, Spot, in_zones, prose, spots
from tonecheck.engine.patterns import Patterns
from tonecheck.model import Document
from tonecheck.rulebook.rule import Excuse, Phrase, Rulebook, Signal, When
from tonecheck.text.zones import PROSE

NO_PHRASE = Phrase("", "any", ())
"""Of a hit that no phrase found."""


class Facts(NamedTuple):
    """A document, what to search in it, the signals found so far (filled as they are asked for), and the library that
    the reply is part of, as far as it has been read."""

    document: Document
    rulebook: Rulebook
    reply: Prose
    customer: Prose
    signals: dict[str, tuple[Spot, ...]]
    library: Library | None = None


def facts(document: Document, patterns: Patterns, library: Library | None = None) -> Facts:
    reply, customer = prose(document.sentences, patterns), prose(document.customer, patterns)
    return Facts(document, patterns.rulebook, reply, customer, {}, library)


def signal_spots(known: Facts, id: str) -> tuple[Spot, ...]:
    """Where a signal stands, in order; nowhere when its cues weigh less than its threshold. May raise
    ``PatternTimeout``."""
    if id not in known.signals:
        known.signals[id] = _find_signal(known, known.rulebook.signals[id])
    return known.signals[id]


def _find_signal(known: Facts, signal: Signal) -> tuple[Spot, ...]:
    text = known.customer if signal.on == "customer" else known.reply
    weight = 0
    found: list[Spot] = []
    for cue in signal.cues:
        kept = [spot for spot in spots(cue.phrases, text) if not _taken_back(known, signal, spot, text)]
        # The same words found by two phrases are one cue; the same phrase found twice is one too.
        distinct: list[Spot] = []
        for spot in kept:
            if not any(_overlap(spot, other) for other in (*found, *distinct)):
                distinct.append(spot)
        weight += cue.weight * len({id(spot.phrase) for spot in distinct})
        found += kept if distinct else []
    return tuple(sorted(found, key=lambda spot: spot[:3])) if weight >= signal.threshold else ()


def _taken_back(known: Facts, signal: Signal, spot: Spot, text: Prose) -> bool:
    return any(
        _near(excuse, spot, other)
        for excuse in signal.unless
        for other in (signal_spots(known, excuse.signal) if excuse.signal else spots(excuse.phrases, text))
    )


def excused(known: Facts, excuses: tuple[Excuse, ...], spot: Spot | None, sentence: int) -> bool:
    """Whether one of the excuses takes a hit back. ``spot`` is None where no words were matched: then the whole
    ``sentence`` is meant, or, when that is -1, the reply."""
    if spot is None and sentence >= 0:
        spot = Spot(sentence, 0, len(known.document.sentences[sentence].folded.text), NO_PHRASE)
    return any(_excuses(known, excuse, spot) for excuse in excuses)


def _excuses(known: Facts, excuse: Excuse, spot: Spot | None) -> bool:
    if excuse.signal:
        found = signal_spots(known, excuse.signal)
        if known.rulebook.signals[excuse.signal].on == "customer":
            return bool(found)
    else:
        found = tuple(spots(excuse.phrases, known.reply))
    if excuse.within == "every":
        held = {other.sentence for other in found}
        zones = excuse.where or tuple(PROSE)
        asked = {index for index in range(len(known.reply.sentences)) if in_zones(known.document, index, zones)}
        return bool(asked) and asked <= held
    return any(
        in_zones(known.document, other.sentence, excuse.where) and (spot is None or _near(excuse, spot, other))
        for other in found
    )


def _near(excuse: Excuse, spot: Spot, other: Spot) -> bool:
    away = other.sentence - spot.sentence
    match excuse.within:
        case "match":
            return _overlap(spot, other)
        case "sentence":
            return away == 0
        case "next":
            return away in (0, 1)
        case "neighbours":
            return -1 <= away <= 1
        case "after":
            return away > 0 or (away == 0 and other.start >= spot.start)
        case "reply" | "every":
            return True


def _overlap(spot: Spot, other: Spot) -> bool:
    return spot.sentence == other.sentence and spot.start < other.end and other.start < spot.end


def holds(known: Facts, when: When) -> bool:
    """Whether a rule's conditions are met. Raises ``PatternTimeout``."""
    document, reply = known.document, known.document.reply
    return (
        (not when.channel or reply.channel in when.channel)
        and (not when.kind or reply.kind in when.kind)
        and (when.complete is None or document.complete is when.complete)
        and (when.customer_known is None or bool(document.customer) is when.customer_known)
        and document.words >= when.min_words
        and all(signal_spots(known, id) for id in when.signals)
        and (not when.any_signal or any(signal_spots(known, id) for id in when.any_signal))
        and not any(signal_spots(known, id) for id in when.no_signal)
    )
