"""A Markdown file: a draft, a canned reply with front matter, or saved replies each under its heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tonecheck.errors import InputError, Problem
from tonecheck.positions import line_starts, place
from tonecheck.sources.comments import markdown_comments
from tonecheck.sources.decode import read_text
from tonecheck.sources.layers import identity
from tonecheck.sources.markdown import body as markdown
from tonecheck.sources.markdown.front_matter import FrontMatter, read_front_matter
from tonecheck.sources.nodes import BadSyntax
from tonecheck.sources.replies import reply_of
from tonecheck.sources.source import Context, SourceReply, Stretch


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The replies of a file: one stretch, or one for each section that is a reply. Raises ``InputError`` for what is no
    text, and for front matter that cannot be read."""
    text = read_text(file, path, context.encoding)
    lines = line_starts(text)
    front = _front_matter(path, text)
    begin = front.body if front else 0
    found = None
    if "#" in text or "\n--" in text or "\n==" in text:
        from tonecheck.sources.markdown.sections import find_sections

        found = find_sections(text[begin:], declared=bool(front and front.sections))
    if found is None:
        # A draft goes out as it is, comments included.
        comments = markdown_comments if front else None
        yield Stretch(text, lines, lambda edited: _whole(path, edited, context), comments=comments)
        return
    at = 0
    for section in found.sections:
        offset = begin + section.begin
        yield from _between(text, at, offset, lines)
        at = begin + section.end
        piece = text[offset : begin + section.end]
        yield Stretch(
            piece,
            line_starts(piece),
            lambda edited: _sections(edited, found.level, found.references, front, context),
            place(lines, offset).line,
            offset,
            comments=markdown_comments,
        )
    yield from _between(text, at, len(text), lines)


def _between(text: str, begin: int, end: int, lines: tuple[int, ...]) -> Iterator[Stretch]:
    """What stands between sections: no reply, but perhaps a comment that says something of the next one."""
    piece = text[begin:end]
    if "tonecheck" in piece:
        line = place(lines, begin).line
        yield Stretch(piece, line_starts(piece), lambda edited: iter(()), line, begin, comments=markdown_comments)


def _whole(path: str, text: str, context: Context) -> Iterator[SourceReply]:
    front = _front_matter(path, text)
    body = front.body if front else 0
    while front and text[body : body + 1] in ("\n", "\r"):
        body += 1
    words = text[body:]
    layer = markdown.layer(words)
    own = context._replace(channel=front.channel) if front and front.channel else context
    reply = reply_of(
        layer.text,
        own,
        channel="email",
        kind="canned" if front else "draft",
        id=front.id if front else None,
        language=front.language if front else None,
    )
    yield SourceReply(reply, (layer, identity(words, body)), front.title if front else None)


def _sections(
    text: str, level: int, references: Mapping[str, Any], front: FrontMatter | None, context: Context
) -> Iterator[SourceReply]:
    from tonecheck.sources.markdown.sections import section_layers, sections_of

    own = context._replace(channel=front.channel) if front and front.channel else context
    for section in sections_of(text, level, declared=bool(front and front.sections)):
        layers = section_layers(text, section, references)
        reply = reply_of(
            layers[0].text,
            own,
            channel="email",
            kind="canned",
            id=section.title or None,
            language=front.language if front else None,
        )
        yield SourceReply(reply, layers, section.title or None, f"section {section.title!r}" if section.title else None)


def _front_matter(path: str, text: str) -> FrontMatter | None:
    try:
        return read_front_matter(text)
    except BadSyntax as error:
        at = place(line_starts(text), error.offset)
        raise InputError(Problem(path, at.line, at.column, error.message, error.hint)) from None
