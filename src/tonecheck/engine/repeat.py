"""The same words twice in one reply."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tonecheck.engine.matching import in_zones
from tonecheck.model import Document, Sentence, Zone
from tonecheck.text.mask import MASK_CHARACTERS
from tonecheck.text.normalise import original_span

Word = tuple[str, int, int]

_MASKS = frozenset(MASK_CHARACTERS.values())
_WORD = regex.compile(rf"\w+(?:['-]\w+)*|[{''.join(sorted(_MASKS))}]")
_ITEM = regex.compile(r"[ \t]*(?:[-*+•‣▪◦–—]|\(?\w{1,3}[.)।])[ \t]")


def repeats(document: Document, size: int, least: int, zones: tuple[Zone, ...]) -> Iterator[tuple[int, int, int]]:
    """The later of two runs of ``size`` or more equal words, or of two equal sentences of ``least`` or more (0: of
    none), as (start, end, sentence) in code points of the reply. List items are left out, and words that differ in
    what a placeholder or a link stands for are not the same."""
    runs: set[tuple[str, ...]] = set()
    sentences: set[tuple[str, ...]] = set()
    for index, sentence in enumerate(document.sentences):
        if not in_zones(document, index, zones) or _is_list_item(document.reply.text, sentence):
            continue
        words = [(match[0], *match.span()) for match in _WORD.finditer(sentence.folded.text)]
        whole = tuple(word for word, _, _ in words)
        again = _again(words, size, runs)
        if least and len(words) >= least and whole in sentences:
            again = 0, len(words)
        sentences.add(whole if _MASKS.isdisjoint(whole) else ())
        if again:
            span = words[again[0]][1], words[again[1] - 1][2]
            yield *original_span(sentence.folded, *span, document.reply.text), index


def _again(words: list[Word], size: int, seen: set[tuple[str, ...]]) -> tuple[int, int] | None:
    """The first run of words that were said before, as indices; ``seen`` takes in the runs of these words."""
    runs = [tuple(word for word, _, _ in words[at : at + size]) for at in range(len(words) - size + 1)]
    found: tuple[int, int] | None = None
    for at, run in enumerate(runs):
        if at >= size and _MASKS.isdisjoint(runs[at - size]):
            seen.add(runs[at - size])  # a run does not repeat what it overlaps
        if run in seen and (found is None or at <= found[1] - size + 1):
            found = (found[0] if found else at), at + size
    seen.update(run for run in runs[-size:] if _MASKS.isdisjoint(run))
    return found


def _is_list_item(text: str, sentence: Sentence) -> bool:
    line = max(text.rfind("\n", 0, sentence.start), text.rfind("\r", 0, sentence.start)) + 1
    return line < sentence.start and _ITEM.match(text, line) is not None
