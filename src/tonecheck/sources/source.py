"""The nouns of this room: what the caller says of a file, a piece of it, and the replies in it with the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tonecheck.errors import Problem
from tonecheck.model import Channel, Kind, Language, Reply
from tonecheck.positions import Place, place

if TYPE_CHECKING:
    from tonecheck.sources.profile import Profile


class Context(NamedTuple):
    """What the caller says of every reply of a file; what the file itself says of a reply goes before it.

    ``channel`` and ``kind`` are ``None`` where the source is to say: a library holds canned replies, other files
    drafts. ``encoding`` is that of files without a byte-order mark. ``profile`` says where the replies of a structured
    file are in place of the one that its shape is known by; ``profiles`` are tried before the built-in ones.
    ``skipped`` replies (internal notes, inactive ones) are read too where it is set. ``edits``: a report offers the
    edits of the file.
    ``told`` hears which profile a file is known by.
    """

    customer: str | None = None
    channel: Channel | None = None
    waited_hours: float | None = None
    kind: Kind | None = None
    language: Language | None = None
    encoding: str = "utf-8"
    profile: Profile | None = None
    profiles: tuple[Profile, ...] = ()
    skipped: bool = False
    edits: bool = False
    told: Callable[[Profile], object] | None = None


class Characters(NamedTuple):
    """Where each character of a text stands in the text that it was read from: character ``i`` at ``starts[i]`` to
    ``ends[i]``, and the first character, if it had one, at ``begin``. Between ``ends[i]`` and ``starts[i + 1]`` may lie
    what is no part of the text: markup."""

    begin: int
    starts: Sequence[int]
    ends: Sequence[int]


class Edit(NamedTuple):
    """Words to put in the place of ``text[start:end]``; an empty span inserts."""

    start: int
    end: int
    words: str


class Unwritable(Exception):
    """An edit cannot be written into the file; the message says why, to go on from "not fixed: "."""


class Layer(NamedTuple):
    """A text and the way back to the text that it was read from: a JSON string, a CSV cell, the words of an HTML page.

    ``write`` turns an edit of ``text`` into the edit of the outer text that means the same, in the style of what stands
    there (quotes, escapes, entities, line ends). It raises ``Unwritable`` for what cannot be said there.
    """

    text: str
    where: Characters
    write: Callable[[Edit], Edit]


Layers = tuple[Layer, ...]
"""The innermost first: its text is the reply's; the last one stands in the stretch of the file."""


class Note(NamedTuple):
    """What a library says to tonecheck beside a reply: ``text``, from ``begin`` to ``end`` in its stretch. ``text`` is
    ``None`` where something else than words stands there."""

    text: str | None
    begin: int
    end: int


class Ignore(NamedTuple):
    """Rules that are not to be told of for a reply, as its library says: at ``at`` in the file, which is at these
    ``columns`` in UTF-16 code units and UTF-8 bytes, written as ``words``."""

    rules: tuple[str, ...]
    path: str
    at: Place
    columns: tuple[int, int]
    words: str


class SourceReply(NamedTuple):
    """A reply and where it stands in its stretch of a file.

    ``inside`` is the path in the file for people, ``$.macros[3].body`` or ``row 12, column "content"``. ``twins`` are
    other copies of the same words that a fix must change too. ``read_only`` says why nothing can be written here.
    ``entry`` is where the entry begins that it is a text of, in a file of entries; ``notes`` are what the entry says to
    tonecheck, and ``ignores`` what comes of that and of comments: ``suppress`` sets it.
    """

    reply: Reply
    layers: Layers
    title: str | None = None
    inside: str | None = None
    twins: tuple[Layers, ...] = ()
    read_only: str | None = None
    entry: int | None = None
    notes: tuple[Note, ...] = ()
    ignores: tuple[Ignore, ...] = ()


class Skipped(NamedTuple):
    """A reply that is not read, and why: an internal note, one that is not in use. Its entry is at ``begin``, its text
    at ``words``."""

    id: str | None
    title: str | None
    inside: str | None
    begin: int
    reason: str
    words: int = 0


Item = SourceReply | Skipped | Problem


class Stretch(NamedTuple):
    """A piece of a file that can be read by itself: the whole file, a line, a row.

    It begins at code point ``offset`` of the file's text, at the start of line ``line``. ``lines`` are its line starts.
    ``read`` gives the replies of the piece, or of an edited version of it; offsets are those of the text it is given.
    ``path`` is set where it is another than that of the file: a member of an archive. ``comments`` gives the insides
    of the comments of such a text that no customer sees, in a library whose format has comments.
    """

    text: str
    lines: tuple[int, ...]
    read: Callable[[str], Iterator[Item]]
    line: int = 1
    offset: int = 0
    path: str | None = None
    comments: Callable[[str], list[tuple[int, int]]] | None = None


def in_file(stretch: Stretch, offset: int) -> Place:
    """Where an offset of a stretch stands in the file."""
    at = place(stretch.lines, offset)
    return Place(at.line + stretch.line - 1, at.column, at.offset + stretch.offset)
