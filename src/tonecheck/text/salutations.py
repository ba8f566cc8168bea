"""Lines that greet, lines that sign off and names that stand alone, in the three languages.

All functions take one line or sentence of the masked text and answer from its words alone; where in the reply it
stands is for the caller to judge.
"""

from __future__ import annotations

from unicodedata import category, normalize

from tonecheck.text.language import ENGLISH_ANSWERS, STRONG, WEAK, is_english
from tonecheck.text.mask import MASK_CHARACTERS
from tonecheck.text.salutation_words import (
    ALSO_NAMES,
    AT_YOUR_SERVICE,
    GOOD,
    GREETED,
    GREETING,
    JOINERS,
    NEGATIONS,
    PROSE,
    PROSE_ENDINGS,
    SALUTE,
    SHORT_FOR,
    SIGN_OFF,
    THANKS_FOR_IT,
    TIMES_OF_DAY,
    TITLES,
    VOCATIVES,
    WHOLE_GREETING,
    WISH_WORDS,
    WISHING,
    WISHING_BENGALI,
    WRITING,
    WRITING_BENGALI,
    YES,
)

_PLACEHOLDER = MASK_CHARACTERS["placeholder"]
_MASKS = "".join(set(MASK_CHARACTERS.values()))
# A line with an address or a quotation says something.
_NAMELESS = frozenset(_MASKS) - {MASK_CHARACTERS[kind] for kind in ("placeholder", "branch", "unseen")}
_EDGES = ".,!?:;।৷|\"'“”‘’«»()[]*_~^#…-–—/\ufe0f👋🙏😊🙂❤💛 \t" + _MASKS
_TERMINAL = (".", "!", "?", "।", "৷", "…")
_SAYS_NOTHING = GREETED | JOINERS


def bare_words(text: str) -> list[str]:
    """The words of a line, composed and without the punctuation around them; a placeholder is one word."""
    if not text.isascii():
        text = normalize("NFC", text)
    words = []
    for word in text.split():
        bare = word.strip(_EDGES)
        if bare:
            words.append(bare)
        elif _PLACEHOLDER in word:
            words.append(_PLACEHOLDER)
    return words


def is_greeting(text: str, *, alone: bool) -> bool:
    """Whether a sentence does nothing but greet. ``alone``: it has its line to itself, so that "Mr Hale," counts."""
    if len(text) > 90:
        return False
    outside, bracket, inside = text.partition("(")
    bare = bare_words(outside + inside.partition(")")[2] if bracket else text)
    if not 0 < len(bare) <= 7:
        return False
    words = [word.casefold() for word in bare]
    first, rest = words[0], words[1:]
    if " ".join(words) in WHOLE_GREETING:
        return True
    if first in GREETING or (first in GOOD and rest and rest[0] in TIMES_OF_DAY):
        return not _is_prose([word for word in bare[1:] if word.casefold() not in _SAYS_NOTHING], later=True)
    if first in TIMES_OF_DAY and first.isascii() and len(words) <= 3 and text.rstrip().endswith((",", "!")):
        return not _is_prose(bare[1:], later=True)
    if len(words) <= 5 and (not SALUTE.isdisjoint(rest) or (GOOD & {*rest[:-1]} and words[-1] in TIMES_OF_DAY)):
        return not _is_prose([word for word in bare if word.casefold() not in GREETED], later=True)
    if first in YES and len(words) == 2 and rest[0] in VOCATIVES:
        return True
    return alone and len(words) <= 5 and _is_addressed(text.rstrip(), bare, words)


def greeting_end(text: str) -> int:
    """Where the greeting ends that opens a longer sentence: behind the comma or dash of "Hi Rina, your order ...". 0
    when there is none."""
    for mark in (",", " -", " –", " —"):
        end = text.find(mark) + len(mark)
        if len(mark) <= end < len(text.rstrip()) and is_greeting(text[:end], alone=False):
            return end
    return 0


def is_thanks_for_writing(text: str) -> bool:
    """Whether a sentence only thanks the customer for getting in touch."""
    if len(text) > 130:
        return False
    line = " ".join(bare_words(text.partition(",")[0])).casefold()
    if text.count(",") > 1 or len(bare_words(text.partition(",")[2])) > 2 or len(line.split()) > 10:
        return False
    if line.startswith(("thank", "many thanks", "dhonnobad")):
        _, for_it, reason = line.partition(" for ")
        return bool(for_it) and reason.startswith(WRITING) and not reason.endswith(" but")
    return line.endswith(THANKS_FOR_IT) and line.startswith(WRITING_BENGALI)


def is_sign_off(text: str) -> bool:
    """Whether a line takes leave: "Kind regards," or "Cheers, Dom" or "Always at your service,"."""
    if len(text) > 90:
        return False
    bare = bare_words(text)
    if not 0 < len(bare) <= 7 or not _NAMELESS.isdisjoint(text):
        return False
    line = " ".join(bare).casefold()
    if line in SIGN_OFF or (line.endswith(AT_YOUR_SERVICE) and not text.rstrip().endswith(_TERMINAL)):
        return True
    if line.endswith((" regards", " wishes")) and len(bare) <= 5:
        return not _is_prose([word for word in bare if word.casefold() not in GREETED])
    farewell, comma, name = text.partition(",")
    return bool(comma and name.strip()) and " ".join(bare_words(farewell)).casefold() in SIGN_OFF and is_name(name)


def is_wish(text: str) -> bool:
    """Whether a line of thanks or good wishes ends with a comma, as one does above a name: "Thanks for waiting,"."""
    line = text.rstrip()
    if len(line) > 90 or not line.endswith(",") or "," in line[:-1]:
        return False
    words = " ".join(bare_words(line)).casefold()
    if words.count(" ") >= WISH_WORDS or not _NAMELESS.isdisjoint(line):
        return False
    return words.startswith(WISHING) or any(word.startswith(WISHING_BENGALI) for word in words.split())


def is_slot(text: str) -> bool:
    """Whether a line holds a placeholder, or several, and no words."""
    return _PLACEHOLDER in text and not text.strip(f" \t.,-–—{_PLACEHOLDER}")


def is_name(text: str, *, after_sign_off: bool = False) -> bool:
    """Whether a line is a name, a role or a team and no statement; after a sign-off a small letter may begin it."""
    line = text.strip(_MASKS + " \t")
    if len(line) > 90 or (line.endswith(_TERMINAL) and not line.casefold().endswith(SHORT_FOR)):
        return False
    bare = bare_words(line)
    if not bare or len(bare) > (8 if after_sign_off else 6):
        return False
    named = [word for word in bare if word.casefold() not in JOINERS]
    if _is_prose(named):
        return False
    return after_sign_off or not any(word[0].islower() for word in named)


def _is_addressed(line: str, bare: list[str], words: list[str]) -> bool:
    while line and category(line[-1])[0] in "SC":
        line = line[:-1].rstrip()  # an emoji after the full stop
    if line.endswith(("?", "।", "!", ".")) or not NEGATIONS.isdisjoint(words):
        return False
    if len(words) > 1 and (words[-1] in VOCATIVES or words[0] in TITLES):
        return not _is_prose(bare[:-1], later=True)
    if line.endswith((",", ":")) and any(character.isdigit() for character in line):
        return True
    return line.endswith(",") and not bare[0][0].islower() and len(words) <= 4 and not _is_prose(bare)


def _is_prose(bare: list[str], *, later: bool = False) -> bool:
    """``later``: the words do not begin their sentence, so that a capital tells a name."""
    for word in bare:
        low = word.casefold()
        if low in PROSE or word.endswith(PROSE_ENDINGS) or (is_english(low) and low not in ALSO_NAMES):
            return True
        if (low in STRONG and (word[0].islower() or not later)) or (low in WEAK and word[0].islower()):
            return True
        later = True
    return len(bare) == 1 and bare[0].casefold() in ENGLISH_ANSWERS
