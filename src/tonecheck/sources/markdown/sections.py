"""Saved replies that stand in one Markdown file, each under its heading, as teams keep them in handbooks and issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import regex

from tonecheck.positions import line_starts
from tonecheck.sources.layers import identity
from tonecheck.sources.markdown import body as markdown
from tonecheck.sources.markdown.blocks import Block, read_blocks
from tonecheck.sources.markdown.mask import mask
from tonecheck.sources.source import Edit, Layer, Layers, Unwritable

# What a fence says of itself where it holds a reply to copy and no program.
_TEXTS = ("", "text", "txt", "plain", "plaintext", "markdown", "md")
_HEAD = 400


class Section(NamedTuple):
    """A heading and what stands below it: ``text[begin:end]``, with the reply in ``text[body:body_end]``. ``fence`` is
    what the fence around the reply says of it, ``None`` where there is none."""

    title: str
    begin: int
    end: int
    body: int
    body_end: int
    fence: str | None


class Sections(NamedTuple):
    """The sections of one level and the link definitions of the text."""

    level: int
    sections: tuple[Section, ...]
    references: Mapping[str, Any]


def find_sections(text: str, *, declared: bool) -> Sections | None:
    """The sections of a text that are replies: those of the highest level that occurs more than once and of which at
    least half, and more than one, begin with a greeting, as the sections of one long reply do not. ``declared``: the
    text says that they are, so that no greeting is needed. ``None`` where there are none."""
    if len(_heading().findall(text)) < 2:
        return None
    found = read_blocks(mask(text))
    starts = (*line_starts(text), len(text))
    levels = [_level(block) for block in found.blocks]
    for level in range(1, 7):
        if levels.count(level) < 2:
            continue
        sections = tuple(_sections(text, starts, found.blocks, level, declared=declared))
        greeting = sum(begins_with_greeting(section, text) for section in sections)
        if len(sections) > 1 and (declared or (greeting > 1 and 2 * greeting >= len(sections))):
            return Sections(level, sections, found.references)
    return None


def sections_of(text: str, level: int, *, declared: bool) -> tuple[Section, ...]:
    """The sections of a level that a text has."""
    starts = (*line_starts(text), len(text))
    return tuple(_sections(text, starts, read_blocks(mask(text)).blocks, level, declared=declared))


def section_layers(text: str, section: Section, references: Mapping[str, Any]) -> Layers:
    """The reply of a section of a text."""
    words = text[section.body : section.body_end]
    outer = identity(words, section.body)
    if section.fence is None:
        return markdown.layer(words, references), outer
    inner = markdown.layer(words) if section.fence in ("markdown", "md") else identity(words)
    return inner, _fenced(outer)


def begins_with_greeting(section: Section, text: str) -> bool:
    """Whether the reply of a section greets before it says anything."""
    from tonecheck.text.lines import classify
    from tonecheck.text.mask import apply_masks, find_masks
    from tonecheck.text.salutations import is_greeting
    from tonecheck.text.sentences import split

    head = text[section.body : min(section.body_end, section.body + _HEAD)]
    words = markdown.layer(head).text if section.fence is None else head
    masked = apply_masks(words, find_masks(words, classify(words)))
    sentences = split(masked)
    if not sentences:
        return False
    start, end, _ = sentences[0]
    first = masked[start:end]
    alone = masked[end:].partition("\n")[0].strip() == ""
    return not words.lstrip().startswith("#") and is_greeting(first, alone=alone)


def _level(block: Block) -> int:
    """The level of a heading that stands in nothing else, 0 for what is none."""
    return int(block.path[1]) if block.kind == "heading" and block.path.count("/") == 1 else 0


def _sections(
    text: str, starts: Sequence[int], blocks: tuple[Block, ...], level: int, *, declared: bool
) -> Iterator[Section]:
    headings = [at for at, block in enumerate(blocks) if 0 < _level(block) <= level]
    for at, after in zip(headings, (*headings[1:], len(blocks)), strict=True):
        heading, inside = blocks[at], blocks[at + 1 : after]
        # Only a group of replies begins with another heading, where the file says that its sections are replies.
        if _level(heading) < level or not inside or (declared and inside[0].kind == "heading"):
            continue
        begin, end = starts[heading.first], starts[blocks[after].first] if after < len(blocks) else len(text)
        title = markdown.layer(text[begin : starts[heading.last]]).text.replace("`", "").strip("# \t\r\n=-")
        body_end = next((starts[block.last] for block in reversed(inside) if block.kind != "hr"), starts[heading.last])
        section = _trimmed(text, Section(title, begin, end, starts[heading.last], body_end, None))
        fence = _fence(text, starts, section, inside)
        if fence and (begins_with_greeting(fence, text) or (declared and len(inside) == 1)):
            section = fence
        if section.body < section.body_end:
            yield section


def _trimmed(text: str, section: Section) -> Section:
    """The section whose body has no empty lines before and behind it."""
    body = text[section.body : section.body_end]
    first = len(body) - len(body.lstrip())
    first = max(body.rfind("\n", 0, first), body.rfind("\r", 0, first)) + 1
    return section._replace(
        body=section.body + first, body_end=max(section.body + len(body.rstrip()), section.body + first)
    )


def _fence(text: str, starts: Sequence[int], section: Section, blocks: tuple[Block, ...]) -> Section | None:
    """The section whose reply stands in a fence, behind nothing but an introduction."""
    blocks = tuple(block for block in blocks if block.kind != "hr")
    if not blocks or [block.kind for block in blocks].count("fence") != 1 or blocks[-1].path != "fence":
        return None
    fence = blocks[-1]
    info = fence.info.partition(" ")[0].lower()
    closing = text[starts[fence.last - 1] : starts[fence.last]].strip()
    closed = fence.last - fence.first > 1 and len(closing) >= len(fence.markup) and not closing.strip(fence.markup[0])
    if info not in _TEXTS or not closed or text[starts[fence.first]] in " \t":
        return None
    found = section._replace(body=starts[fence.first + 1], body_end=starts[fence.last - 1], fence=info)
    return _trimmed(text, found)


def _fenced(outer: Layer) -> Layer:
    """A text in a fence, which no words may close."""

    def write(edit: Edit) -> Edit:
        after = outer.text[: edit.start] + edit.words + outer.text[edit.end :]
        if _fence_line().search(after):
            raise Unwritable("the words would close the fence around the reply")
        return outer.write(edit)

    return outer._replace(write=write) if not _fence_line().search(outer.text) else outer


@cache
def _heading() -> regex.Pattern[str]:
    return regex.compile(r"(?:^|(?<=[\r\n]))[ ]{0,3}(?:#{1,6}(?=[ \t\r\n]|\Z)|(?:=+|-+)[ \t]*(?=[\r\n]|\Z))")


@cache
def _fence_line() -> regex.Pattern[str]:
    return regex.compile(r"(?:^|(?<=[\r\n]))[ ]{0,3}(?:`{3,}|~{3,})")
