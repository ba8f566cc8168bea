"""The matching form of a text: one spelling for what a reader cannot tell apart, with the way back to the original."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, is_normalized, normalize

from tonecheck.model import Folded
from tonecheck.text.bengali import BENGALI_FIRST, BENGALI_LAST, SOURCE_FOLDS, TEXT_FOLDS
from tonecheck.text.characters import ASCII_SAME_AS, DASHES, INVISIBLE, JOINERS, SAME_AS, SPACES
from tonecheck.text.edits import Edit, Mapped, compositions, identity, replaced, runs
from tonecheck.text.mask import MASK_CHARACTERS

_REPLACED: dict[str, str] = SAME_AS | SPACES
_MASKS = frozenset(MASK_CHARACTERS.values())


def fold(text: str, *, keep_case: bool = False) -> Folded:
    """The matching form of ``text`` and, for each character of it, the span of ``text`` it stands for, in code points.

    Composed letters, apostrophes, quotes, dashes, spaces and the usual slips of Bengali typing become one form;
    invisible characters go; a run of white space, of one mask character or of three and more of an ASCII letter
    becomes one character. Case is folded unless ``keep_case``. Spans are in order but may leave gaps or be shared.
    """
    if text.isascii():
        mapped = identity(text.translate(ASCII_SAME_AS))
        mapped = replaced(mapped, runs(mapped.text, " "))
        if not keep_case:
            mapped = mapped._replace(text=mapped.text.lower())
    else:
        mapped = _canonical_letters(identity(text))
        mapped = replaced(mapped, sorted(edit for char in (" ", *_MASKS) for edit in runs(mapped.text, char)))
        if not keep_case:
            mapped = _case_folded(mapped)
    mapped = replaced(mapped, _lengthened_letters(mapped.text))
    return Folded(mapped.text, tuple(mapped.starts), tuple(mapped.ends))


def original_span(folded: Folded, start: int, end: int, text: str = "") -> tuple[int, int]:
    """The span of the original for ``folded.text[start:end]``, widened where it would cut a letter from its marks.

    ``text`` is the folded original; with it the invisible joiners after the last letter are taken along too. Only
    marks and joined emoji widen a span, never a letter. An empty span stays empty.
    """
    while 0 < start < len(folded.text) and _joins(folded, start):
        start -= 1
    if start >= end:
        at = folded.starts[start] if start < len(folded.starts) else (folded.ends[-1] if folded.ends else 0)
        return at, at
    while end < len(folded.text) and (_joins(folded, end) or folded.ends[end] == folded.ends[end - 1]):
        end += 1
    last = folded.ends[end - 1]
    while last < len(text) and text[last] in JOINERS:
        last += 1
    return folded.starts[start], last


def canonical(pattern: str) -> str:
    """A regular expression's source in the letters of a folded text, its syntax left alone.

    For a plain phrase use ``fold``: this leaves case and runs of spaces as they are and escapes what it must.
    """
    *pieces, (_, last) = _pieces(pattern)
    folded = [_class_source(piece) if in_class else _plain_source(piece, "[") for in_class, piece in pieces]
    return "".join(folded) + _plain_source(last, "")


def _canonical_letters(mapped: Mapped) -> Mapped:
    chars = set(mapped.text)
    if hidden := chars & INVISIBLE:
        mapped = replaced(mapped, [(at, at + 1, "") for at, char in enumerate(mapped.text) if char in hidden])
    if not is_normalized("NFC", mapped.text):
        mapped = replaced(mapped, compositions(mapped.text))
        chars = set(mapped.text)
    text = mapped.text
    for char in chars & _REPLACED.keys():
        text = text.replace(char, _REPLACED[char])
    mapped = mapped._replace(text=text)
    if any(BENGALI_FIRST <= char <= BENGALI_LAST for char in chars):
        for find_edits in TEXT_FOLDS:
            mapped = replaced(mapped, find_edits(mapped.text))
        if not is_normalized("NFC", mapped.text):
            mapped = replaced(mapped, compositions(mapped.text))
    if "\u2026" in chars:
        mapped = replaced(mapped, [(at, at + 1, "...") for at, char in enumerate(mapped.text) if char == "\u2026"])
    return mapped


def _joins(folded: Folded, at: int) -> bool:
    char, before = folded.text[at], folded.text[at - 1]
    if char < "\u0300":
        return False
    if category(char)[0] == "M" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    # A gap between two emoji is the joiner that made them one.
    return folded.ends[at - 1] < folded.starts[at] and category(char) == "So" and category(before) in ("So", "Sk")


def _case_folded(mapped: Mapped) -> Mapped:
    text = mapped.text.casefold()
    if len(text) == len(mapped.text):  # case folding never shortens a character, so every one kept its place
        return mapped._replace(text=text)
    folded = [(at, char.casefold()) for at, char in enumerate(mapped.text)]
    grown = replaced(mapped, [(at, at + 1, new) for at, new in folded if len(new) > 1])
    return grown._replace(text=text)


def _lengthened_letters(text: str) -> list[Edit]:
    small = text.lower()
    if len(small) != len(text):
        small = "".join(char.lower() if char.isascii() else char for char in text)
    edits = [
        (start, end, text[start])
        for letter in "abcdefghijklmnopqrstuvwxyz"
        if letter * 3 in small
        for start, end, _ in runs(small, letter, 3)
    ]
    return sorted(edits)


def _pieces(pattern: str) -> Iterator[tuple[bool, str]]:
    """The source cut into what is outside and inside of character classes; the last piece is outside."""
    done = at = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] != "[":
            at += 1
        else:
            end = at + (2 if pattern[at + 1 : at + 2] == "^" else 1)
            end += pattern[end : end + 1] == "]"  # a bracket right at the start is a member
            while end < len(pattern) and pattern[end] != "]":
                end += 2 if pattern[end] == "\\" else 1
            yield False, pattern[done:at]
            yield True, pattern[at : end + 1]
            done = at = end + 1
    yield False, pattern[done:]


def _class_source(source: str) -> str:
    """A class is a set of single characters: nothing is joined, and a new hyphen must not become a range."""
    members = [
        "\\-" if char in DASHES else "." if char == "\u2026" else normalize("NFC", SAME_AS.get(char, char))
        for char in source
        if char not in INVISIBLE
    ]
    folded = "".join(members)
    return folded if folded.strip("[^]") else ("(?:)" if source.strip("[^]") else folded)


def _plain_source(source: str, following: str) -> str:
    """``following`` is what comes after the piece: a word does not end where a class goes on with it."""
    kept: list[str] = []
    hidden = False
    for char in source:
        if char in INVISIBLE:
            hidden = True
        elif hidden and char in "?*+":  # an optional joiner goes together with its quantifier
            hidden = False
        else:
            hidden = False
            kept.append(SAME_AS.get(char, char))
    mapped = identity(normalize("NFC", "".join(kept)) + following)
    for find_edits in SOURCE_FOLDS:
        mapped = replaced(mapped, find_edits(mapped.text))
    return normalize("NFC", mapped.text.removesuffix(following)).replace("\u2026", r"(?:\.\.\.)")
