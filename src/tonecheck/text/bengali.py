"""The ways in which Bengali is typed that look the same and are not: each fold finds its edits in a text.

Only what Unicode normalisation leaves alone is here. Spellings (কারণ, কারন) are the business of the patterns.
"""

from __future__ import annotations

from collections.abc import Callable

from tonecheck.text.edits import Edit, places, runs

_NUKTA, _HASANTA, _VISARGA, _DANDA = "\u09bc", "\u09cd", "\u0983", "\u0964"
_VOWEL_SIGNS = "\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc"
_BEFORE_NUKTA = frozenset(_VOWEL_SIGNS + "\u09d7" + _HASANTA)
_BARE_TA = "\u09a4" + _HASANTA
# What shows in a pattern's source that a word ends here. A `?` or a group may go on with the word.
_ENDS_IN_SOURCE = (" ", "\t", "\n", "|", ")", "$", ",", ";", "!", _DANDA, "'", '"', "-", "\\b", "\\s", "\\W", "(?!")

BENGALI_FIRST, BENGALI_LAST = "\u0980", "\u09ff"


def _nukta_after_sign(text: str) -> list[Edit]:
    edits = []
    for at in places(text, _NUKTA):
        start = at
        while start and text[start - 1] in _BEFORE_NUKTA:
            start -= 1
        if start < at:
            edits.append((start, at + 1, _NUKTA + text[start:at]))
    return edits


def _reversed_o(text: str) -> list[Edit]:
    return [(at, at + 2, "\u09cb") for at in places(text, "\u09be\u09c7")]


def _a_with_sign(text: str) -> list[Edit]:
    return [(at, at + 2, "\u0986") for at in places(text, "\u0985\u09be")]


def _doubled_signs(text: str) -> list[Edit]:
    return sorted(edit for sign in _VOWEL_SIGNS if sign * 2 in text for edit in runs(text, sign))


def _colon_in_word(text: str) -> list[Edit]:
    return [(at + 2, at + 3, _VISARGA) for at in places(text, "\u09a6\u09c1:\u0996")]


def _final_ta(text: str) -> list[Edit]:
    """A bare ত্ that no consonant follows is the letter ৎ."""
    return [
        (at, at + 2, "\u09ce") for at in places(text, _BARE_TA) if not "\u0995" <= text[at + 2 : at + 3] <= "\u09b9"
    ]


def _bar(text: str) -> list[Edit]:
    return [(at, at + 1, _DANDA) for at in places(text, "|") if at and is_bengali(text[at - 1])]


def _final_visarga(text: str) -> list[Edit]:
    return [
        (at, at + 1, ":")
        for at in places(text, _VISARGA)
        if at and is_bengali(text[at - 1]) and not is_bengali(text[at + 1 : at + 2])
    ]


def _ends_in_source(text: str, at: int) -> bool:
    macro = text[at : at + 1] == "{" and text[at + 1 : at + 2].isalpha()
    return at == len(text) or macro or text.startswith(_ENDS_IN_SOURCE, at)


def _final_ta_of_source(text: str) -> list[Edit]:
    return [(at, at + 2, "\u09ce") for at in places(text, _BARE_TA) if _ends_in_source(text, at + 2)]


def _final_visarga_of_source(text: str) -> list[Edit]:
    return [
        (at, at + 1, ":")
        for at in places(text, _VISARGA)
        if at and is_bengali(text[at - 1]) and _ends_in_source(text, at + 1)
    ]


def is_bengali(char: str) -> bool:
    """Whether a character (or nothing) is of the Bengali block; the danda is not."""
    return BENGALI_FIRST <= char <= BENGALI_LAST


Fold = Callable[[str], list[Edit]]

_ANYWHERE: tuple[Fold, ...] = (_nukta_after_sign, _reversed_o, _a_with_sign, _doubled_signs, _colon_in_word)

TEXT_FOLDS: tuple[Fold, ...] = (*_ANYWHERE, _final_ta, _bar, _final_visarga)
"""The folds of a text, in the order in which they build on each other."""

SOURCE_FOLDS: tuple[Fold, ...] = (*_ANYWHERE, _final_ta_of_source, _final_visarga_of_source)
"""The folds of a pattern's source: ``|`` is syntax there, and the end of a word can be hidden in a group."""
