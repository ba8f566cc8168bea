"""Where phrases stand in sentences: prefilter first, then the one pattern that can match, under a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from tonecheck.engine.patterns import Patterns
from tonecheck.model import LANGUAGES, Document, Folded, Sentence, Zone
from tonecheck.rulebook.phrases import in_language
from tonecheck.rulebook.rule import Phrase, PhraseLanguage, Phrases
from tonecheck.rulebook.template import Parts, Words, can_match, source, words
from tonecheck.text.normalise import original_span
from tonecheck.text.zones import in_zone

TIME_LIMIT = 0.25
"""Seconds that one pattern may take on one sentence. A rule pack's patterns are not ours: one that explodes is
stopped."""


class PatternTimeout(Exception):
    """A pattern ran over ``TIME_LIMIT``."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.pattern = pattern


class Prose(NamedTuple):
    """Sentences to search, the words of each, folded and with their case, and by language the words of all those that
    its phrases run on."""

    sentences: tuple[Sentence, ...]
    folded: tuple[Words, ...]
    cased: tuple[Words, ...]
    all_folded: dict[PhraseLanguage, Words]
    all_cased: dict[PhraseLanguage, Words]
    patterns: Patterns


class Spot(NamedTuple):
    """One match: ``sentence`` is its index, ``start`` and ``end`` in its folded (or cased) text, and the named groups
    with their spans there."""

    sentence: int
    start: int
    end: int
    phrase: Phrase
    groups: tuple[tuple[str, int, int], ...] = ()


def prose(sentences: tuple[Sentence, ...], patterns: Patterns) -> Prose:
    folded = tuple(words(sentence.folded.text) for sentence in sentences)
    cased = tuple(words(sentence.cased.text) for sentence in sentences)
    read: dict[PhraseLanguage, list[int]] = {"any": list(range(len(sentences)))}
    for language in LANGUAGES:
        if own := [index for index, sentence in enumerate(sentences) if language in sentence.reads]:
            read[language] = own
    return Prose(sentences, folded, cased, _joined(read, folded, patterns), _joined(read, cased), patterns)


def _joined(
    read: dict[PhraseLanguage, list[int]], each: tuple[Words, ...], patterns: Patterns | None = None
) -> dict[PhraseLanguage, Words]:
    known: dict[tuple[int, ...], Words] = {}
    for own in read.values():
        if tuple(own) not in known:
            text = "\n".join(each[index].text for index in own)
            # Patterns about capitals are too few for an index.
            known[tuple(own)] = patterns.words(text) if patterns else words(text)
    return {language: known[tuple(own)] for language, own in read.items()}


def spots(phrases: Phrases, text: Prose) -> Iterator[Spot]:
    """All matches of the phrases, phrase by phrase. Raises ``PatternTimeout``."""
    for language in text.all_folded:
        if language in phrases:
            yield from _spots(in_language(phrases, language), language, text)


def _spots(phrases: tuple[Phrase, ...], language: PhraseLanguage, text: Prose) -> Iterator[Spot]:
    parts = text.patterns.rulebook.parts
    for phrase in phrases:
        every, each = (text.all_cased, text.cased) if phrase.cased else (text.all_folded, text.folded)
        if not can_match(phrase.needs, every[language], parts):
            continue
        pattern: regex.Pattern[str] | None = None
        for index, seen in enumerate(each):
            if language != "any" and language not in text.sentences[index].reads:
                continue
            if can_match(phrase.needs, seen, parts):
                pattern = pattern or text.patterns.compiled(phrase, every[language])
                if pattern is None:
                    break
                yield from _matches(phrase, pattern, index, seen.text, parts)


def _matches(phrase: Phrase, pattern: regex.Pattern[str], index: int, text: str, parts: Parts) -> Iterator[Spot]:
    try:
        for match in pattern.finditer(text, timeout=TIME_LIMIT):
            groups = tuple((name, *match.span(name)) for name in match.re.groupindex if match[name])
            start, end = next(((a, b) for name, a, b in groups if name == "mark"), match.span())
            if start < end:
                yield Spot(index, start, end, phrase, groups)
    except TimeoutError:
        raise PatternTimeout(source(phrase.template, parts)) from None


def in_zones(document: Document, index: int, zones: tuple[Zone, ...]) -> bool:
    """Whether a sentence of the reply is in one of the zones; no zones means anywhere."""
    return not zones or any(in_zone(document, index, zone) for zone in zones)


def span_in_reply(document: Document, spot: Spot) -> tuple[int, int]:
    """A spot's span in code points of the reply."""
    seen = _seen(document.sentences[spot.sentence], spot.phrase)
    return original_span(seen, spot.start, spot.end, document.reply.text)


def group_words(document: Document, spot: Spot) -> dict[str, str]:
    """The writer's own words for each named group of a match, as they stand in the reply."""
    seen = _seen(document.sentences[spot.sentence], spot.phrase)
    text = document.reply.text
    spans = {name: original_span(seen, start, end, text) for name, start, end in spot.groups}
    return {name: text[start:end] for name, (start, end) in spans.items()}


def _seen(sentence: Sentence, phrase: Phrase) -> Folded:
    """The text of a sentence as the phrase sees it."""
    return sentence.cased if phrase.cased else sentence.folded
