"""A reply as the engine reads it: masked, cut into sentences, each with its zone, language and matching form."""

from __future__ import annotations

from bisect import bisect_left

import regex

from tonecheck.model import Document, Folded, Language, Mask, Reply, Sentence, Zone
from tonecheck.text.language import dominant_language, sentence_language
from tonecheck.text.lines import classify, quoted_message
from tonecheck.text.mask import BRANCH, MASK_CHARACTERS, apply_masks, find_masks
from tonecheck.text.normalise import fold
from tonecheck.text.sentences import split
from tonecheck.text.zones import PROSE, assign

# A complete reply has so many sentences and words, greeting and sign-off left out; Bengali says it in fewer.
COMPLETE_SENTENCES = 2
COMPLETE_WORDS = 20
COMPLETE_WORDS_BENGALI = 15

_WORD = regex.compile(r"\w+(?:['-]\w+)*")


def read(reply: Reply) -> Document:
    """Read a reply. Never raises, whatever the text; offsets are those of ``reply.text``."""
    text = reply.text
    lines = classify(text)
    inline = find_masks(text, lines)
    masked = apply_masks(text, inline)
    spans = split(masked)
    subject = tuple((line.start, line.end) for line in lines if line.kind == "subject")
    zones = assign(masked, spans, subject)
    cut = _cut_off(text, masked, inline)
    every = _sentences(masked, spans, zones, cut)
    sentences = tuple(sentence for sentence in every if sentence.zone != "signature")
    language = reply.language or dominant_language(sentences)
    prose = [sentence.words for sentence in sentences if sentence.zone in PROSE]
    greeting_at, opening_at, closing_at = _clear_of_branches(text, masked, inline, _places(masked, sentences))
    return Document(
        reply=reply,
        sentences=sentences,
        customer=_customer(quoted_message(text, lines) if reply.customer is None else reply.customer),
        masks=_with_signature(inline, every),
        language=language,
        complete=_is_complete(reply, language, len(prose), sum(prose)),
        words=sum(prose),
        greeting_at=greeting_at,
        opening_at=opening_at,
        closing_at=closing_at,
    )


def _sentences(
    masked: str,
    spans: tuple[tuple[int, int, int], ...],
    zones: tuple[Zone, ...] | None = None,
    cut: frozenset[int] = frozenset(),
) -> tuple[Sentence, ...]:
    cased = fold(masked, keep_case=True)
    # Bengali has no capitals: most of its texts need folding only once.
    folded = cased if masked.casefold() == masked else fold(masked)
    sentences = []
    for index, (start, end, paragraph) in enumerate(spans):
        own = _part(cased, start, end)
        low = own if folded is cased else _part(folded, start, end)
        label, reads = sentence_language(own.text)
        sentences.append(
            Sentence(
                start=start,
                end=end,
                folded=_framed(low, start, end) if start in cut else low,
                cased=_framed(own, start, end) if start in cut else own,
                language=label,
                reads=reads,
                zone=zones[index] if zones else "body",
                paragraph=paragraph,
                words=len(_WORD.findall(own.text)),
            )
        )
    return tuple(sentences)


def _part(folded: Folded, start: int, end: int) -> Folded:
    """The part of a folded text that stands for the original's ``start`` to ``end`` and nothing beyond."""
    first = bisect_left(folded.starts, start)
    last = bisect_left(folded.starts, end, lo=first)
    while last > first and folded.ends[last - 1] > end:
        last -= 1
    return Folded(folded.text[first:last], folded.starts[first:last], folded.ends[first:last])


def _cut_off(text: str, masked: str, masks: tuple[Mask, ...]) -> frozenset[int]:
    """Where a sentence begins that is only a piece of one, cut off by a template's branches."""
    if not any(mask.kind == BRANCH for mask in masks):
        return frozenset()
    from tonecheck.text.branches import fragments

    return fragments(text, masked, masks)


def is_fragment(sentence: Sentence) -> bool:
    """Whether a sentence is only a piece of one, cut off by a template's branches."""
    return sentence.folded.text.startswith(MASK_CHARACTERS[BRANCH])


def _framed(folded: Folded, start: int, end: int) -> Folded:
    from tonecheck.text.branches import framed

    return framed(folded, start, end)


def _clear_of_branches(
    text: str, masked: str, masks: tuple[Mask, ...], places: tuple[int, int, int]
) -> tuple[int, int, int]:
    """The places for what is missing, none of them in a branch that only some customers see."""
    if not any(mask.kind == BRANCH for mask in masks):
        return places
    from tonecheck.text.branches import out_of_branches

    greeting_at, opening_at, closing_at = places
    return (
        out_of_branches(text, masked, masks, greeting_at, behind=False),
        out_of_branches(text, masked, masks, opening_at, behind=False),
        out_of_branches(text, masked, masks, closing_at, behind=True),
    )


def _customer(message: str | None) -> tuple[Sentence, ...]:
    """The sentences of the customer's message, its own quotes left out. Offsets are those of the message."""
    if not message:
        return ()
    masked = apply_masks(message, find_masks(message, classify(message)))
    return _sentences(masked, split(masked))


def _before_sign_off(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The prose without a postscript behind the sign-off."""
    prose = []
    for sentence in sentences:
        if sentence.zone in PROSE:
            prose.append(sentence)
        elif sentence.zone == "sign-off":
            break
    return tuple(prose)


def _with_signature(masks: tuple[Mask, ...], sentences: tuple[Sentence, ...]) -> tuple[Mask, ...]:
    """``masks`` and the signature's lines, around the masks that lie in them: a placeholder there stays one."""
    signature: list[Mask] = []
    for sentence in sentences:
        if sentence.zone != "signature":
            continue
        start = sentence.start
        for mask in masks:
            if sentence.start <= mask.start < sentence.end:
                signature.append(Mask(start, mask.start, "signature"))
                start = mask.end
        signature.append(Mask(start, sentence.end, "signature"))
    return tuple(sorted([*masks, *(mask for mask in signature if mask.start < mask.end)])) if signature else masks


def _is_complete(reply: Reply, language: Language, sentences: int, words: int) -> bool:
    if reply.channel != "email" and reply.kind != "canned":
        return False
    return sentences >= COMPLETE_SENTENCES and words >= (COMPLETE_WORDS_BENGALI if language == "bn" else COMPLETE_WORDS)


def _places(masked: str, sentences: tuple[Sentence, ...]) -> tuple[int, int, int]:
    """Where a missing greeting, first and last sentence belong."""
    own = [sentence for sentence in sentences if sentence.zone != "subject"]
    if not own:
        start = sentences[-1].end if sentences else 0
        return start, start, start + len(masked[start:].partition(MASK_CHARACTERS["quoted"])[0].rstrip())
    prose = _before_sign_off(sentences)
    greeting = [sentence for sentence in own if sentence.zone == "greeting"]
    opening_at = prose[0].start if prose else (greeting or own)[-1].end
    closing_at = prose[-1].end if prose else max(opening_at, (greeting or own)[-1].end)
    return own[0].start, opening_at, closing_at
