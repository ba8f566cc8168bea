"""Branches of a template: words of which the customer sees one kind or another, never both in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tonecheck.model import Folded, Mask
from tonecheck.text.mask import BRANCH, MASK_CHARACTERS, UNSEEN
from tonecheck.text.stops import is_emoji
from tonecheck.text.template_tags import Role, role

# So many characters inside a condition may be a part of the sentence around it.
_LONGEST_INLINE = 200
_ENDED = frozenset(".!?।৷…,;")
_CLOSERS = "\"'”’»)]*_\ufe0f"
_BORDER = MASK_CHARACTERS[BRANCH]
_GAP = f" \t\xa0{MASK_CHARACTERS[UNSEEN]}"
_NOTHING = f"{_GAP}\r\n{_BORDER}"
_STEP: dict[Role, int] = {"open": 1, "close": -1}


class _Tag(NamedTuple):
    """The tag of a branch: its mask, the mask's place among all, and its role."""

    at: int
    mask: Mask
    role: Role


def with_roles(text: str, masks: Sequence[Mask]) -> list[Mask]:
    """The masks of placeholders, in order, with the kind that the role of each gives it.

    The tags of a condition amid a sentence that has one branch only are ``unseen``: "order{% if many %}s{% endif %}
    leave" is read as one sentence with the words in it.
    """
    kinds = list(masks)
    tags: list[_Tag] = []
    for at, mask in enumerate(masks):
        own = role(text[mask.start : mask.end])
        if own == "unseen":
            kinds[at] = mask._replace(kind=UNSEEN)
        elif own != "words":
            kinds[at] = mask._replace(kind=BRANCH)
            tags.append(_Tag(at, mask, own))
    for index in range(len(tags) - 1):
        if _is_inline(text, tags, index):
            for tag in tags[index : index + 2]:
                kinds[tag.at] = tag.mask._replace(kind=UNSEEN)
    return kinds


def _is_inline(text: str, tags: Sequence[_Tag], index: int) -> bool:
    """Whether a tag and the next one hold one short branch, with words of the same sentence before it."""
    opening, closing = tags[index], tags[index + 1]
    if opening.role != "open" or closing.role != "close":
        return False
    inside = text[opening.mask.end : closing.mask.start]
    if len(inside) > _LONGEST_INLINE or "\n" in inside or "\r" in inside:
        return False
    before = text[tags[index - 1].mask.end if index else 0 : opening.mask.start][-_LONGEST_INLINE:]
    # "{{/a}}{{^a}}": what follows at once, or stood at once before, is the other branch.
    alone = index + 2 == len(tags) or bool(text[closing.mask.end : tags[index + 2].mask.start].strip())
    return alone and any(map(str.isalnum, before)) and _is_unfinished(before, started=False)


def _is_unfinished(words: str, *, started: bool) -> bool:
    """Whether a sentence goes on behind these words; ``started``: whether one did before them."""
    bare = words.rstrip(_NOTHING)
    if "\n" in words[len(bare) :] or "\r" in words[len(bare) :]:
        return False
    if not bare:
        return started
    last = bare.rstrip(_CLOSERS)[-1:]
    return last not in _ENDED and not is_emoji(last or "x")


def fragments(text: str, masked: str, masks: Sequence[Mask]) -> frozenset[int]:
    """Where a piece of a sentence begins that a tag has cut off from the words before it; offsets in code points."""
    found: set[int] = set()
    outer: list[bool] = []
    unfinished = False
    done = 0
    for mask, own in _tags(text, masks):
        unfinished = _is_unfinished(masked[done : mask.start], started=unfinished)
        if own == "open":
            outer.append(unfinished)
        elif own == "else":
            unfinished = outer[-1] if outer else False
        elif outer:
            outer.pop()
        done = at = mask.end
        while at < len(masked) and masked[at] in _GAP:
            at += 1
        if unfinished:
            found.add(at)
    return frozenset(found)


def framed(folded: Folded, start: int, end: int) -> Folded:
    """The words of a fragment with a border at both sides, so that no pattern takes them for a whole sentence."""
    text, starts, ends = folded
    return Folded(f"{_BORDER}{text}{_BORDER}", (start, *starts, end), (start, *ends, end))


def out_of_branches(text: str, masked: str, masks: Sequence[Mask], at: int, *, behind: bool) -> int:
    """A place in a branch moved out of it, where only tags stand between: ``behind`` them, or before."""
    tags = _tags(text, masks)
    place = at
    depth = sum(_STEP.get(own, 0) for mask, own in tags if mask.end <= at)
    passed = [tag for tag in tags if tag[0].start >= at] if behind else [tag for tag in tags if tag[0].end <= at][::-1]
    for mask, own in passed:
        gap = masked[place : mask.start] if behind else masked[mask.end : place]
        if depth <= 0 or gap.strip(_NOTHING):
            break
        depth += _STEP.get(own, 0) if behind else -_STEP.get(own, 0)
        place = mask.end if behind else mask.start
    return place if depth <= 0 else at


def _tags(text: str, masks: Sequence[Mask]) -> list[tuple[Mask, Role]]:
    return [(mask, role(text[mask.start : mask.end])) for mask in masks if mask.kind == BRANCH]
