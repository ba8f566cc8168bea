"""Where one run of text is cut into sentences: at full stops that belong to no abbreviation, and at emoji."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

import regex

from tonecheck.text.mask import MASK_CHARACTERS


def _words(text: str) -> frozenset[str]:
    return frozenset(normalize("NFC", text).split())


# Before a full stop: never the end of a sentence.
_ABBREVIATIONS = _words(
    """
    mr mrs ms mx dr prof md mst st smt e.g eg i.e approx vs tk rs bdt fig ref tel ext mob viz cf adv engr
    ড ডা মো মোসা মি মিসেস ইঞ্জি অধ্যা অ্যাড প্রফে বি.দ্র কো লি
    """
)
# The end of a sentence only before a capital or a Bengali letter.
_OFTEN_ABBREVIATIONS = _words("etc a.m p.m inc ltd co corp dept jr sr pvt u.s u.k al est min max avg")
# Abbreviations only before a number: "No. 55", but "No. We are closed."
_NUMBERED = _words("no nos num p pp sec ch room নং")
# What is told apart by letters: "We like plan B. You too."
_LETTERED = _words(
    "plan option size type class part block unit section step gate terminal model team group line grade vitamin exit"
)


def cut(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of ``masked[start:end]`` that end where a sentence does, without a gap between them."""
    begin = start
    for stop in _stop(masked.isascii()).finditer(masked, start, end):
        if _is_end(masked, begin, stop, end):
            yield begin, stop.end()
            begin = stop.end()
    if begin < end:
        yield begin, end


def _is_end(masked: str, begin: int, stop: regex.Match[str], end: int) -> bool:
    after = stop.end()
    if after >= end:
        return True
    spaced = masked[after].isspace()
    follows = next((masked[at] for at in range(after, min(end, after + 40)) if not masked[at].isspace()), "")
    anew = is_anew(follows)
    mark: str | None = stop["stop"]
    if mark is None:
        return anew and bool(masked[begin : min(stop.start(), begin + 40)].strip())
    if mark == "|":
        return any(map(_is_bengali, masked[max(begin, stop.start() - 2) : stop.start()]))
    if "।" in mark or "৷" in mark:
        return True
    if not spaced:
        return anew and ("!" in mark or "?" in mark)
    if stop["close"].strip("_* \t") and follows.islower() and not any(map(is_emoji, stop["close"])):
        return False
    if "!" in mark or "?" in mark:
        return True
    if mark != ".":
        return follows.isupper()
    return not _is_abbreviation(masked, begin, stop.start(), follows, anew=anew)


def _is_abbreviation(masked: str, begin: int, stop: int, follows: str, *, anew: bool) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it and ends nothing."""
    *earlier, word = ["", *masked[max(begin, stop - 24) : stop].rsplit(None, 2)] if stop > begin else [""]
    if not word or masked[stop - 1].isspace():
        return False
    word = word.lstrip("(\"'“‘[")
    low = word.casefold() if word.isascii() else normalize("NFC", word)
    if low in _NUMBERED:
        return follows.isdigit()
    if low in _ABBREVIATIONS:
        return True
    if low in _OFTEN_ABBREVIATIONS:
        return not anew
    if all(len(piece) == 1 and piece.isalpha() for piece in word.split(".")):
        # The initial of a name, as in "V. Rao", not "plan B" nor "so do I".
        return word != "I" and not word.islower() and earlier[-1].casefold() not in _LETTERED
    return False


def is_anew(character: str) -> bool:
    """Whether a character may begin a sentence: a capital, or a letter of a script without capitals."""
    return character.isupper() or _is_bengali(character)


def _is_bengali(character: str) -> bool:
    return "\u0980" <= character <= "\u09ff"


def is_emoji(character: str) -> bool:
    """Whether a character is a picture; arrows are none, as they join."""
    return "\u2600" <= character <= "\u2793" or "\U0001f000" <= character <= "\U0001faff"


@cache
def _stop(ascii_only: bool) -> regex.Pattern[str]:
    """What may end a sentence: stops with the quotes, brackets and emoji behind them, or emoji alone."""
    emoji = r":-?[)(DP](?!\w)"
    if ascii_only:
        marks, closers = r"[.!?]+|\|", r"[\"')\]*_]*"
    else:
        marks, closers = r"[.!?।৷…]+|\|", rf"[\"'”’»)\]*_{MASK_CHARACTERS['quotation']}]*"
        joined = r"[\ufe0e\ufe0f\u200d\u2640\u2642\U0001f3fb-\U0001f3ff]*"
        emoji = rf"(?:[\u2600-\u2793\U0001f000-\U0001faff]{joined}|{emoji})"
    return regex.compile(rf"(?P<stop>{marks})(?P<close>{closers}(?:[ \t]*{emoji})*)|{emoji}(?:[ \t]*{emoji})*")
