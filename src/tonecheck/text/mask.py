"""What in a draft is not the agent's prose, and a text of the same length in which it is crossed out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tonecheck.model import Mask
from tonecheck.text.code import find_code
from tonecheck.text.lines import ATTRIBUTION, FOOTER, FORWARD, HEADER, PROSE, QUOTED, SIGNATURE, SUBJECT, Line
from tonecheck.text.links import find_addresses, find_urls
from tonecheck.text.mail import subject_words
from tonecheck.text.placeholders import find_anonymised, find_placeholders
from tonecheck.text.quotations import find_quotations

CODE, URL, ADDRESS, QUOTATION = "code", "url", "address", "quotation"
PLACEHOLDER, ANONYMISED = "placeholder", "anonymised"
BRANCH, UNSEEN = "branch", "unseen"

MASK_CHARACTERS: dict[str, str] = {
    # An anonymiser's mark is read as a placeholder: both stand for a name or a number.
    PLACEHOLDER: "\ufffc",
    ANONYMISED: "\ufffc",
    # What a template shows nobody is as invisible as this character, which folding takes out.
    UNSEEN: "\u2060",
    BRANCH: "\ue005",
    URL: "\ue001",
    ADDRESS: "\ue002",
    CODE: "\ue003",
    QUOTATION: "\ue004",
    **dict.fromkeys((QUOTED, ATTRIBUTION, FORWARD, SIGNATURE, HEADER, FOOTER), "\ue000"),
}
"""What stands for each kind of mask; everything that is marked by whole lines shares one character."""

# Later ones may hold earlier ones: a placeholder a URL, a quotation anything but whole lines.
_INLINE = (
    (URL, find_urls),
    (ADDRESS, find_addresses),
    (ANONYMISED, find_anonymised),
    (PLACEHOLDER, find_placeholders),
    (QUOTATION, find_quotations),
)


def find_masks(text: str, lines: Sequence[Line]) -> tuple[Mask, ...]:
    """The masks of ``text`` in order and without overlaps, in code points; ``lines`` is ``classify(text)``."""
    found = _line_masks(text, lines)
    if "`" in text:
        found += [Mask(start, end, CODE) for start, end in find_code(text, lines)]
    masked = apply_masks(text, found)
    for kind, find_spans in _INLINE:
        masks = [Mask(start, end, kind) for start, end in find_spans(masked)]
        if masks and kind == PLACEHOLDER:
            masks = _with_roles(masked, masks)
        masked = apply_masks(masked, masks)
        found += masks
    return _outermost(found)


def _with_roles(masked: str, placeholders: list[Mask]) -> list[Mask]:
    """Placeholders told apart from the tags of a template that make branches or show nothing."""
    if not any(masked.startswith(("{%", "{{", "{#", "<%"), mask.start) for mask in placeholders):
        return placeholders
    from tonecheck.text.branches import with_roles

    return with_roles(masked, placeholders)


def apply_masks(text: str, masks: Iterable[Mask]) -> str:
    """``text`` with each masked character replaced by its mask's: same length, line breaks kept."""
    parts: list[str] = []
    done = 0
    for start, end, kind in sorted(masks):
        start = max(start, done)
        if start >= end:
            continue
        parts += text[done:start], _crossed_out(text[start:end], MASK_CHARACTERS[kind])
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _crossed_out(words: str, mark: str) -> str:
    if "\n" in words or "\r" in words:
        return "".join(char if char in "\r\n" else mark for char in words)
    return mark * len(words)


def _line_masks(text: str, lines: Sequence[Line]) -> list[Mask]:
    masks: list[Mask] = []
    before = PROSE
    for start, end, kind in lines:
        if kind == SUBJECT:
            words = subject_words(text[start:end])
            masks.append(Mask(start, start + words, HEADER))
        elif kind != PROSE and kind == before:
            masks[-1] = masks[-1]._replace(end=max(end, masks[-1].end))
        elif kind != PROSE and start < end:
            masks.append(Mask(start, end, kind))
        else:
            kind = PROSE
        before = kind
    return masks


def _outermost(masks: list[Mask]) -> tuple[Mask, ...]:
    kept: list[Mask] = []
    for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
        if not kept or mask.start >= kept[-1].end:
            kept.append(mask)
    return tuple(kept)
