"""The words to send instead, for one hit."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.engine.hits import Hit
from tonecheck.engine.matching import group_words
from tonecheck.engine.patterns import compiled
from tonecheck.model import Document, Language, Sentence, Suggestion
from tonecheck.rulebook.rule import Finder, Rewrite, Rule, named_groups

_ENDS = ".!?।…:;)"
_BULLETS = frozenset("-*+•‣▪◦–—")


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
    offered = [*_replacement(document, hit, groups)]
    for rewrite in rule.rewrites:
        if rewrite.language == language and (text := _fill(document, rewrite, hit, groups)) is not None:
            if hit.start == hit.end:
                offered.append(_insertion(document, finder, hit, text, rewrite))
            else:
                offered.append(_in_place(document, hit, text, rewrite))
    # A reply may say it already in the very words of a rewrite; by hand they may still be filled in.
    reply = document.reply.text
    return tuple(one for one in offered if one.applicability == "manual" or reply[one.start : one.end] != one.text)


def _replacement(document: Document, hit: Hit, groups: dict[str, str]) -> Iterator[Suggestion]:
    if hit.spot is not None and hit.spot.phrase.replace is not None:
        text = hit.spot.phrase.replace
        if all(name in groups for name in named_groups(text)):
            yield Suggestion(_cased(document, hit.start, put(text, groups)), hit.start, hit.end, hit.spot.phrase.apply)


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
        return Suggestion(_cased(document, hit.start, text), hit.start, hit.end, rewrite.apply)
    sentence = document.sentences[hit.sentence]
    start = min(_behind_address(sentence), max(hit.start, sentence.start))
    return Suggestion(_cased(document, start, text), start, sentence.end, rewrite.apply)


def _behind_address(sentence: Sentence) -> int:
    """Where a sentence begins behind the placeholder or the emoji that it speaks to: "{{name}}, you have to pay"."""
    address, comma, rest = sentence.cased.text.partition(",")
    if not comma or not rest.strip() or any(map(str.isalnum, address)):
        return sentence.start
    space = len(rest) - len(rest.lstrip())
    return sentence.cased.starts[len(address) + len(comma) + space]


def _cased(document: Document, start: int, text: str) -> str:
    """The text with a small letter where it goes on behind a comma, as the words that it replaces do."""
    reply = document.reply.text
    goes_on = reply[:start].rstrip(" \t").endswith(",") and reply[start : start + 1].islower()
    if not goes_on or not text[:1].isupper():
        return text
    first = text.split(maxsplit=1)[0]
    is_name = first[:2] in ("I", "I'", "I’") or first[1:2].isupper()
    return text if is_name else text[0].lower() + text[1:]


def _insertion(document: Document, finder: Finder, hit: Hit, text: str, rewrite: Rewrite) -> Suggestion:
    """What is missing goes in as a sentence of its own, or a paragraph where the reply has paragraphs; never into an
    item of a list."""
    reply = document.reply.text
    newline = "\r\n" if "\r\n" in reply else "\n"
    paragraphs = f"{newline}{newline}" in reply
    at = hit.start
    if finder.place == "closing":
        before = reply[:at].rstrip()
        if not before:
            return Suggestion(text, at, at, rewrite.apply)
        listed = _is_listed(before)
        stop = "" if listed or before[-1] in _ENDS or not before[-1].isalnum() else _full_stop(before[-1])
        gap = newline * 2 if paragraphs or listed else " "
        return Suggestion(stop + gap + text, at, at, rewrite.apply)
    if not reply[at:].strip():
        return Suggestion(text, at, at, rewrite.apply)
    if finder.place == "greeting" and paragraphs:
        return Suggestion(text + newline * 2, at, at, rewrite.apply)
    if reply[:at].rstrip().endswith(",") and reply[at].islower() and not reply[at + 1 : at + 2].isupper():
        # What went on behind a greeting begins a sentence now.
        return Suggestion(f"{text} {reply[at].upper()}", at, at + 1, rewrite.apply)
    return Suggestion(f"{text} ", at, at, rewrite.apply)


def _is_listed(text: str) -> bool:
    """Whether the last line is an item of a list."""
    mark, _, words = text[text.rfind("\n") + 1 :].lstrip().partition(" ")
    return bool(words) and (mark in _BULLETS or (mark[-1] in ".)।" and mark[:-1].lstrip("(").isdigit()))


def _full_stop(letter: str) -> str:
    return "।" if "\u0980" <= letter <= "\u09ff" else "."
