"""HTML: the words that a browser shows, and edits of them in the page's own style."""

from __future__ import annotations

from tonecheck.sources.html.lines import GLUED, MADE, Words
from tonecheck.sources.html.paragraphs import as_paragraph
from tonecheck.sources.html.style import written
from tonecheck.sources.html.tags import find_tags
from tonecheck.sources.html.template_tags import find_template_tags
from tonecheck.sources.html.words import CODE, read_words
from tonecheck.sources.layers import apply_edits, span, unbroken
from tonecheck.sources.source import Characters, Edit, Layer, Unwritable

_MISREAD = "the new words would not be read as they are meant: they would become markup or a placeholder"


def layer(text: str) -> Layer:
    """The words of an HTML page or a piece of one. Blocks are lines, ``<br>`` a line break, white space is one space;
    template tags stand in the words as they are written. Scripts, code, comments and quoted mail are left out."""
    words = read_words(text)
    where = Characters(words.starts[0] if words.text else 0, words.starts, words.ends)
    return Layer(words.text, where, lambda edit: _write(text, words, where, edit))


def _write(page: str, words: Words, where: Characters, edit: Edit) -> Edit:
    """The edit of the page that makes an edit of its words. Raises ``Unwritable``."""
    if not words.text:
        raise Unwritable("the page has no words, so that it does not say where new ones belong")
    least = _least(words, edit)
    start, end, new = least
    if start == end and not new:
        return Edit(*span(where, start, end), "")
    _check_pieces(words, start, end)
    begin, stop = unbroken(where, start, end, _between(page, where, start, end))
    template = find_template_tags(page)
    around = _around(page, words, start, end)
    outer = None
    if start == end and "\n\n" in new:
        outer = as_paragraph(page, words, start, new, lambda text: written(text, around, page, template))
    if outer is not None and _misread(page, words, least, outer) is None:
        return outer
    outer = Edit(begin, stop, written(new, around, page, template))
    why = _misread(page, words, least, outer)
    if why is not None:
        raise Unwritable(why)
    return outer


def _misread(page: str, words: Words, least: Edit, outer: Edit) -> str | None:
    """Why an edited page would not be read as the words with ``least`` made; ``None`` when it would."""
    after = read_words(apply_edits(page, [outer]))
    if after.text != apply_edits(words.text, [least]):
        return _why_not(words, least)
    # The same characters may make another placeholder now.
    start, end, new = least
    same = after.marks[:start] == words.marks[:start] and after.marks[start + len(new) :] == words.marks[end:]
    return None if same else _MISREAD


def _least(words: Words, edit: Edit) -> Edit:
    """The edit without what it leaves as it is: tags there are none of its business."""
    start, end, new = edit
    head = tail = 0
    most = min(end - start, len(new))
    while head < most and words.text[start + head] == new[head]:
        head += 1
    while tail < most - head and words.text[end - 1 - tail] == new[len(new) - 1 - tail]:
        tail += 1
    # A placeholder changes as a whole.
    while head and _is_glued(words, start + head):
        head -= 1
    while tail and _is_glued(words, end - tail):
        tail -= 1
    return Edit(start + head, end - tail, new[head : len(new) - tail])


def _is_glued(words: Words, at: int) -> bool:
    return at < len(words.marks) and words.marks[at] == GLUED


def _check_pieces(words: Words, start: int, end: int) -> None:
    """Raises ``Unwritable`` for an edit of half a placeholder or of what stands for markup."""
    if _is_glued(words, start) or _is_glued(words, end):
        raise Unwritable("only a part of a placeholder or of an entity would change")
    made = words.marks.find(MADE, start, end)
    if made >= 0:
        is_code = words.text[made] == CODE
        raise Unwritable(
            "a piece of code stands there" if is_code else "the words stand on more than one line of the page"
        )


def _between(page: str, where: Characters, start: int, end: int) -> str:
    """A name for the first thing that stands between the characters of a span and is none of them."""
    for at in range(start, end - 1):
        if where.ends[at] < where.starts[at + 1]:
            tags = find_tags(page[where.ends[at] : where.starts[at + 1]])
            names = (f"the tag <{'/' * (tag.kind == 'close')}{tag.name}>" for tag in tags if tag.name)
            return next(names, "a comment")
    return ""


def _around(page: str, words: Words, start: int, end: int) -> str:
    """The text of the page between the tags around a span."""
    # New words are beside the character before them, unless that stands for markup.
    behind = start == end and start > 0 and words.marks[start - 1] != MADE
    first = min(start - behind, len(words.text) - 1)
    last = max(first, end - 1)
    while first and words.ends[first - 1] == words.starts[first] and words.marks[first - 1] != MADE:
        first -= 1
    while last + 1 < len(words.text) and words.ends[last] == words.starts[last + 1] and words.marks[last + 1] != MADE:
        last += 1
    return page[words.starts[first] : words.ends[last]]


def _why_not(words: Words, edit: Edit) -> str:
    edited = apply_edits(words.text, [edit])
    if (
        any(line != line.strip(" \t\r") for line in edited.split("\n"))
        or "\n\n\n" in edited
        or edited != edited.strip()
    ):
        return "a page shows no spaces at the edge of a line and no empty lines at the edge of a paragraph"
    if "  " in edited or "\t" in edited or "\r" in edited:
        return "a page shows no more than one space in a row"
    return _MISREAD
