"""The marks within a paragraph of Markdown: what the standard parser reads, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

import regex
from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Rule = Callable[[StateInline, bool], bool]
Note = Callable[[StateInline, int], None]

# No reply has a paragraph like that; the parser takes long over one.
_MOST_BRACKETS = 1_000
_LONGEST = 100_000
_KEY = "tonecheck"


class Piece(NamedTuple):
    """``text`` is what ``source[start:end]`` stands for: nothing for a mark, a character for an escape."""

    start: int
    end: int
    text: str


class _Notes(NamedTuple):
    pieces: list[Piece]
    # Marks of which the parser says only at the end whether they are any.
    marks: list[tuple[Token, int, int]]


def inline_pieces(content: str, references: Mapping[str, object]) -> list[Piece]:
    """The marks of a paragraph's text in order, without overlaps; its lines end at ``\\n``. ``references`` are the
    labels of the links that the text defines."""
    if len(content) > _LONGEST or not _active().search(content):
        return []
    links = content.count("[") <= _MOST_BRACKETS and ("](" in content or bool(references))
    notes = _Notes([], [])
    env: dict[str, Any] = {"references": references, "links": links, _KEY: notes}
    parser().inline.parse(content, parser(), env, [])
    pieces = notes.pieces
    pieces += [Piece(start, end, "") for token, start, end in notes.marks if token.type != "text" or not token.content]
    return outermost(pieces)


def html_pieces(content: str) -> list[Piece]:
    """The tags and entities of a block of HTML; a ``<br>`` is a line break."""
    notes = _Notes([], [])
    _html_parser().inline.parse(content, _html_parser(), {_KEY: notes}, [])
    return outermost(notes.pieces)


def outermost(pieces: list[Piece]) -> list[Piece]:
    """Pieces in order without those that lie in others."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.start, -piece.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


@cache
def _active() -> regex.Pattern[str]:
    return regex.compile(r"[*_`\[<&\\~]|  \n")


@cache
def parser() -> MarkdownIt:
    """The parser of what GitHub and the helpdesks take for Markdown, which notes where its marks stand."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    rules: dict[str, tuple[Rule, Note]] = {
        "newline": (rules_inline.newline, _note_break),
        "escape": (rules_inline.escape, _note_escape),
        "strikethrough": (rules_inline.strikethrough.tokenize, _note_marks),
        "emphasis": (rules_inline.emphasis.tokenize, _note_marks),
        "link": (_where_links_are(rules_inline.link), _note_link),
        "image": (_where_links_are(_image), _note_whole),
        "autolink": (rules_inline.autolink, _note_autolink),
        "html_inline": (rules_inline.html_inline, _note_tag),
        "entity": (rules_inline.entity, _note_entity),
    }
    return _tracing(markdown, rules)


@cache
def _html_parser() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": True}).enable(["html_inline", "entity"])
    return _tracing(
        markdown, {"html_inline": (rules_inline.html_inline, _note_tag), "entity": (rules_inline.entity, _note_entity)}
    )


def _tracing(markdown: MarkdownIt, rules: dict[str, tuple[Rule, Note]]) -> MarkdownIt:
    for name, (rule, note) in rules.items():
        markdown.inline.ruler.at(name, _traced(rule, note))
    # It would join the tokens of marks to the text around them.
    markdown.inline.ruler2.disable("fragments_join")
    return markdown


def _traced(rule: Rule, note: Note) -> Rule:
    def traced(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent:
            note(state, start)
        return True

    return traced


def _where_links_are(rule: Rule) -> Rule:
    return lambda state, silent: bool(state.env["links"]) and rule(state, silent)


def _image(state: StateInline, silent: bool) -> bool:
    # Silent: the words that stand for a picture are not read.
    return rules_inline.image(state, True)


def _add(state: StateInline, start: int, end: int, text: str = "") -> None:
    notes: _Notes = state.env[_KEY]
    notes.pieces.append(Piece(start, end, text))


def _note_break(state: StateInline, start: int) -> None:
    spaces = 0
    while spaces < start and state.src[start - spaces - 1] == " ":
        spaces += 1
    if spaces > 1:
        _add(state, start - spaces, start)


def _note_escape(state: StateInline, start: int) -> None:
    token = state.tokens[-1]
    if token.type == "hardbreak":
        _add(state, start, start + 1)
    elif len(token.content) == 1:
        _add(state, start, state.pos, token.content)


def _note_marks(state: StateInline, start: int) -> None:
    notes: _Notes = state.env[_KEY]
    end, at = state.pos, len(state.tokens)
    while end > start:
        at -= 1
        token = state.tokens[at]
        notes.marks.append((token, end - len(token.content), end))
        end -= len(token.content)


def _note_link(state: StateInline, start: int) -> None:
    end = state.pos
    label_end = state.md.helpers.parseLinkLabel(state, start, True)
    state.pos = end
    _add(state, start, start + 1)
    _add(state, label_end, end)


def _note_whole(state: StateInline, start: int) -> None:
    _add(state, start, state.pos)


def _note_autolink(state: StateInline, start: int) -> None:
    _add(state, start, start + 1)
    _add(state, state.pos - 1, state.pos)


def _note_tag(state: StateInline, start: int) -> None:
    tag = state.src[start : state.pos].lower()
    breaks = tag.startswith("<br") and not tag[3:4].isalnum() and state.src[state.pos : state.pos + 1] not in ("\n", "")
    _add(state, start, state.pos, "\n" if breaks else "")


def _note_entity(state: StateInline, start: int) -> None:
    _add(state, start, state.pos, state.tokens[-1].content)
