"""The words to send instead, for one hit."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.engine.hits import Hit
from tonecheck.engine.matching import group_words
from tonecheck.engine.patterns import compiled
from tonecheck.model import Document, Language, Suggestion
from tonecheck.rulebook.rule import Finder, Rewrite, Rule, named_groups

_ENDS = ".!?।…:;)"


def finding_language(document: Document, rule: Rule, hit: Hit) -> Language:
    """The language that a finding's rewrites are in: that of the sentence, or of the reply when the sentence mixes
    two or something is missing, as far as the rule speaks it."""
    language: Language = document.language
    if hit.sentence >= 0:
        sentence = document.sentences[hit.sentence]
        spoken = hit.spot.phrase.language if hit.spot else "any"
        if sentence.language != "mixed":
            language = sentence.language
        elif spoken != "any" and (spoken != "en" or document.language == "en"):
            # The English words of a mixed sentence are borrowed; the Bengali ones show how it is written.
            language = spoken
    if language in rule.languages or not rule.languages:
        return language
    return document.language if document.language in rule.languages else rule.languages[0]


def suggestions(document: Document, rule: Rule, finder: Finder, hit: Hit, language: Language) -> tuple[Suggestion, ...]:
    """What may stand in place of the hit, best first."""
    groups = group_words(document, hit.spot) if hit.spot else (hit.words or {})
    offered = [*_replacement(hit, groups)]
    for rewrite in rule.rewrites:
        if rewrite.language == language and (text := _fill(document, rewrite, hit, groups)) is not None:
            if hit.start == hit.end:
                offered.append(_insertion(document, finder, hit, text, rewrite))
            else:
                offered.append(_in_place(document, hit, text, rewrite))
    return tuple(offered)


def _replacement(hit: Hit, groups: dict[str, str]) -> Iterator[Suggestion]:
    if hit.spot is not None and hit.spot.phrase.replace is not None:
        text = hit.spot.phrase.replace
        if all(name in groups for name in named_groups(text)):
            yield Suggestion(put(text, groups), hit.start, hit.end, hit.spot.phrase.apply)


def _fill(document: Document, rewrite: Rewrite, hit: Hit, groups: dict[str, str]) -> str | None:
    if any(not groups.get(name) for name in named_groups(rewrite.text)):
        return None
    if rewrite.only and not (
        hit.sentence >= 0 and compiled(rewrite.only).search(document.sentences[hit.sentence].folded.text)
    ):
        return None
    return put(rewrite.text, groups)


def put(text: str, groups: dict[str, str]) -> str:
    """The text with each ``{group}`` that is known replaced by its words."""
    for name in named_groups(text):
        if name in groups:
            text = text.replace("{" + name + "}", groups[name])
    return text


def _in_place(document: Document, hit: Hit, text: str, rewrite: Rewrite) -> Suggestion:
    if rewrite.replaces == "reply":
        return Suggestion(text, 0, len(document.reply.text), rewrite.apply)
    if rewrite.replaces == "match" or hit.sentence < 0:
        return Suggestion(text, hit.start, hit.end, rewrite.apply)
    sentence = document.sentences[hit.sentence]
    return Suggestion(text, sentence.start, sentence.end, rewrite.apply)


def _insertion(document: Document, finder: Finder, hit: Hit, text: str, rewrite: Rewrite) -> Suggestion:
    """What is missing goes in as a sentence of its own, or a paragraph where the reply has paragraphs."""
    reply = document.reply.text
    newline = "\r\n" if "\r\n" in reply else "\n"
    paragraphs = f"{newline}{newline}" in reply
    at = hit.start
    if finder.place == "closing":
        before = reply[:at].rstrip()
        if not before:
            return Suggestion(text, at, at, rewrite.apply)
        stop = "" if before[-1] in _ENDS or not before[-1].isalnum() else _full_stop(before[-1])
        return Suggestion(stop + (newline * 2 if paragraphs else " ") + text, at, at, rewrite.apply)
    if not reply[at:].strip():
        return Suggestion(text, at, at, rewrite.apply)
    gap = newline * 2 if finder.place == "greeting" and paragraphs else " "
    return Suggestion(text + gap, at, at, rewrite.apply)


def _full_stop(letter: str) -> str:
    return "।" if "\u0980" <= letter <= "\u09ff" else "."
