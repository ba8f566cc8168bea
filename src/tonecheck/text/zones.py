"""Which part of a reply each of its sentences belongs to: greeting, opening, body, closing, sign-off, signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tonecheck.model import Document, Zone
from tonecheck.text.mask import MASK_CHARACTERS
from tonecheck.text.salutations import is_greeting, is_name, is_sign_off, is_slot, is_thanks_for_writing, is_wish

PROSE: frozenset[Zone] = frozenset(("opening", "body", "closing"))

# How many sentences the opening and the closing have, and how many lines a signature.
EDGE = 2
SIGNATURE_LINES = 5

NAME_LINES = 3
# Only so many sentences at the end are looked at for a sign-off.
TAIL = 24
# A line of so few words that ends on a comma takes leave when a name follows.
COMMA_WORDS = 6

_UNSEEN = MASK_CHARACTERS["unseen"]
_BREAKS = ("\n", "\r", MASK_CHARACTERS["branch"])

Span = tuple[int, int, int]


class _Row(NamedTuple):
    """Sentences that share a line: the line's text, the first of them, the one behind the last, their paragraph."""

    text: str
    first: int
    behind: int
    paragraph: int


def assign(masked: str, spans: Sequence[Span], subject: Sequence[tuple[int, int]] = ()) -> tuple[Zone, ...]:
    """The zone of each span of ``sentences.split(masked)``. ``subject``: the spans of subject lines.

    A sentence that is both among the first and the last is given the closing where there are more than two, else the
    opening; ``in_zone`` knows both.
    """
    zones: list[Zone] = ["body"] * len(spans)
    first = 0
    while first < len(spans) and any(start <= spans[first][0] < end for start, end in subject):
        zones[first] = "subject"
        first += 1
    greeted = first
    while greeted < len(spans) and _greets(masked, spans, greeted, first):
        zones[greeted] = "greeting"
        greeted += 1
    last = _take_leave(masked, spans, greeted, zones)
    prose = last - greeted
    for index in range(greeted, last):
        if prose > EDGE and index >= last - EDGE:
            zones[index] = "closing"
        elif index < greeted + EDGE:
            zones[index] = "opening"
    return tuple(zones)


def in_zone(document: Document, index: int, zone: Zone) -> bool:
    """Whether the sentence ``document.sentences[index]`` belongs to a zone.

    The first two sentences of prose are in the opening and the last two before the sign-off in the closing, both where
    a reply is short; any other zone is the sentence's own.
    """
    sentences = document.sentences
    own = sentences[index].zone
    if zone not in ("opening", "closing") or own not in PROSE:
        return own == zone
    if sentences[index].end > document.closing_at:
        return False
    around = range(index - 1, -1, -1) if zone == "opening" else range(index + 1, len(sentences))
    others = 0
    for other in around:
        if sentences[other].zone in PROSE and sentences[other].end <= document.closing_at:
            others += 1
            if others == EDGE:
                return False
        elif zone == "closing":
            break
    return True


def _greets(masked: str, spans: Sequence[Span], index: int, first: int) -> bool:
    if index > first + 2:
        return False
    start, end, _ = spans[index]
    text = masked[start:end]
    return is_greeting(text, alone=index == first and _row(masked, start, end) == text) or is_thanks_for_writing(text)


def _take_leave(masked: str, spans: Sequence[Span], first: int, zones: list[Zone]) -> int:
    """Mark sign-off and signature in ``zones``; the index behind the last sentence of the prose before them."""
    rows = _last_rows(masked, spans, first)
    last = _before_sign_off(masked, spans, rows, first, zones)
    if last is None:
        last = _before_names(rows, first, zones) if rows else first
        if last == len(spans) > first + 1 and _is_initials(masked[slice(*spans[-1][:2])]):
            last -= 1  # "^Kristy" at the end of a public post
            zones[last] = "signature"
    while last > first + 1 and is_sign_off(masked[slice(*spans[last - 1][:2])]):
        last -= 1  # "Thank you." at the end of its paragraph, or above "Kind regards,"
        zones[last] = "sign-off"
    return last


def _before_sign_off(
    masked: str, spans: Sequence[Span], rows: Sequence[_Row], first: int, zones: list[Zone]
) -> int | None:
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        below = at + 1
        while below < len(rows) and below - at <= SIGNATURE_LINES and is_name(rows[below].text, after_sign_off=True):
            below += 1
        named, ends = below > at + 1, below == len(rows)
        if is_sign_off(row.text):
            # Prose may follow, as a postscript, in a paragraph of its own.
            postscript = named and not ends and rows[below].paragraph != rows[below - 1].paragraph
            leaves = (ends and (named or row.first > first)) or (postscript and row.first > first)
        else:
            short = row.text.endswith(",") and len(row.text.split()) <= COMMA_WORDS and row.first > first
            leaves = short and named and ends and all(is_name(name.text) for name in rows[at + 1 : below])
            wished = ends and row.first > first and is_wish(row.text)
            leaves = leaves or (wished and _above_slot(masked, spans[row.behind - 1][1]))
        if leaves:
            behind = rows[below - 1].behind
            zones[row.first : row.behind] = ["sign-off"] * (row.behind - row.first)
            zones[row.behind : behind] = ["signature"] * (behind - row.behind)
            return row.first
    return None


def _before_names(rows: Sequence[_Row], first: int, zones: list[Zone]) -> int:
    """The same for a reply that is signed without a sign-off: a name, a role or a team in the last paragraph."""
    at = len(rows)
    while at > 1 and len(rows) - at < NAME_LINES and is_name(rows[at - 1].text):
        at -= 1
        if rows[at].paragraph != rows[at - 1].paragraph:
            break
    if at == len(rows) or rows[at].first <= first or rows[at - 1].text.endswith(":"):
        return rows[-1].behind
    if rows[at].paragraph == rows[at - 1].paragraph:
        # No blank line before it: the last line only, and only of a letter.
        at = len(rows) - 1
        letter = rows[0].paragraph != rows[at].paragraph or zones[first - 1 : first] == ["greeting"]
        if not letter or len(rows[at].text.split()) > NAME_LINES or rows[at - 1].text[-1].isalpha():
            return rows[-1].behind
    zones[rows[at].first : rows[-1].behind] = ["signature"] * (rows[-1].behind - rows[at].first)
    return rows[at].first


def _last_rows(masked: str, spans: Sequence[Span], first: int) -> tuple[_Row, ...]:
    """The last sentences by the lines that they stand on."""
    rows: list[_Row] = []
    index = max(first, len(spans) - TAIL)
    while index < len(spans):
        behind = index + 1
        while behind < len(spans) and not _has_break(masked, spans[behind - 1][1], spans[behind][0]):
            behind += 1
        text = _row(masked, spans[index][0], spans[behind - 1][1])
        rows.append(_Row(text, index, behind, spans[index][2]))
        index = behind
    return tuple(rows)


def _row(masked: str, start: int, end: int) -> str:
    """The line, or lines, around a span, as far as its branch goes, without a dash before a name."""
    begin = max(masked.rfind(mark, 0, start) for mark in _BREAKS) + 1
    stop = min(at for at in (*(masked.find(mark, end) for mark in _BREAKS), len(masked)) if at >= 0)
    return masked[begin:stop].strip().strip(_UNSEEN).lstrip("-–— ")


def _above_slot(masked: str, end: int) -> bool:
    """Whether the first line of text below a place is nothing but a placeholder, where a name will be."""
    below = (line for line in masked[end:].lstrip(", \t").splitlines() if line.strip())
    return is_slot(next(below, ""))


def _has_break(masked: str, start: int, end: int) -> bool:
    between = masked[start:end]
    return any(mark in between for mark in _BREAKS)


def _is_initials(text: str) -> bool:
    return text[0] in "^*~/_-–—" and len(text.split()) <= 2 and is_name(text)
