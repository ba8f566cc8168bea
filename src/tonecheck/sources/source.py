"""The nouns of this room: what is known around a reply, and a reply with the way back to its file."""

from __future__ import annotations

from typing import NamedTuple

from tonecheck.model import Channel, Kind, Language, Reply
from tonecheck.positions import Place, place


class Context(NamedTuple):
    """What the caller knows about every reply of a file; what the file itself says about a reply goes before it."""

    customer: str | None = None
    channel: Channel = "email"
    waited_hours: float | None = None
    kind: Kind = "draft"
    language: Language | None = None


class Characters(NamedTuple):
    """Where each character of a reply stands in the text that it was read from: character ``i`` at ``starts[i]`` to
    ``ends[i]``, and the reply's first character, if it had one, at ``begin``."""

    begin: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class SourceReply(NamedTuple):
    """A reply and where it stands in the file ``path``.

    ``lines`` are the line starts of the stretch of the file that the reply was read from; the stretch begins at code
    point ``offset`` of the file, in line ``line``. ``characters`` leads from the reply into that stretch; ``None`` when
    the reply stands there character by character from ``begin`` on.
    """

    path: str
    reply: Reply
    lines: tuple[int, ...]
    characters: Characters | None = None
    begin: int = 0
    line: int = 1
    offset: int = 0


def places(source: SourceReply, start: int, end: int) -> tuple[Place, Place]:
    """Where ``source.reply.text[start:end]`` begins and ends in the file."""
    first, last = _span(source, start, end)
    return _in_file(source, first), _in_file(source, last)


def _span(source: SourceReply, start: int, end: int) -> tuple[int, int]:
    characters = source.characters
    if characters is None:
        return source.begin + start, source.begin + end
    if start < end:
        return characters.starts[start], characters.ends[end - 1]
    # What is missing stands right behind the character before it, as far from a following line as can be.
    at = characters.ends[start - 1] if start else characters.begin
    return at, at


def _in_file(source: SourceReply, offset: int) -> Place:
    at = place(source.lines, offset)
    return Place(at.line + source.line - 1, at.column, at.offset + source.offset)
