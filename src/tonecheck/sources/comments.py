"""The comments of each format: the insides of those that no customer sees, as spans of the text, in order.

They are looked for in files that speak to tonecheck, which are few: nothing here is on the way of the others.
"""

from __future__ import annotations

from functools import cache

import regex

Spans = list[tuple[int, int]]


def yaml_comments(text: str) -> Spans:
    """From ``#`` to the end of the line, outside of scalars. Raises ``BadSyntax``."""
    import yaml

    from tonecheck.sources.yaml.events import events

    # An empty scalar has no text that could hide a comment.
    scalars = [
        (event.start_mark.index, event.end_mark.index)
        for event in events(text)
        if isinstance(event, yaml.ScalarEvent) and event.start_mark.index < event.end_mark.index
    ]
    found: Spans = []
    at = number = 0
    while hit := _hash().search(text, at):
        while number < len(scalars) and scalars[number][1] <= hit.start():
            number += 1
        begin, end = scalars[number] if number < len(scalars) else (len(text), len(text))
        # Behind the mark of a block of text, on its line, is a comment too.
        if hit.start() < begin or (text[begin] in "|>" and not _line_end().search(text, begin, hit.start())):
            found.append(hit.span("inner"))
            at = hit.end()
        else:
            at = end
    return found


def po_comments(text: str) -> Spans:
    """The lines of translators and programmers: ``# `` and ``#.``."""
    return _insides(_po_line(), text)


def xml_comments(text: str, begin: int = 0) -> Spans:
    """``<!-- -->``, but not what looks like it in a ``CDATA`` section."""
    return _insides(_markup(), text, begin)


def template_comments(text: str) -> Spans:
    """``{# #}``, ``{{! }}``, ``<%# %>`` and ``{% comment %}``."""
    from tonecheck.text.template_comments import find_comments

    hits = (_template_marks().fullmatch(text, *span) for span in find_comments(text))
    return [hit.span("inner") for hit in hits if hit]


def page_comments(text: str) -> Spans:
    """Those of HTML, ``<!-- -->``, and those of templates."""
    templates = template_comments(text)
    return sorted([*templates, *(span for span in xml_comments(text) if not _within(span, templates))])


def markdown_comments(text: str) -> Spans:
    """``<!-- -->`` outside of code, and ``#`` in front matter. Raises ``BadSyntax``."""
    from tonecheck.positions import line_starts
    from tonecheck.sources.markdown.blocks import read_blocks
    from tonecheck.sources.markdown.front_matter import read_front_matter
    from tonecheck.sources.markdown.mask import mask

    front = read_front_matter(text)
    body = front.body if front else 0
    starts = (*line_starts(text[body:]), len(text) - body)
    code = [
        (body + starts[block.first], body + starts[min(block.last, len(starts) - 1)])
        for block in read_blocks(mask(text[body:])).blocks
        if block.kind in ("fence", "code_block")
    ]
    outside = [span for span in xml_comments(text, body) if not _within(span, code)]
    return [*_insides(_front_line(), text, 0, body), *outside]


def _insides(pattern: regex.Pattern[str], text: str, begin: int = 0, end: int | None = None) -> Spans:
    return [hit.span("inner") for hit in pattern.finditer(text, begin, end) if hit["inner"] is not None]


def _within(span: tuple[int, int], others: Spans) -> bool:
    return any(begin <= span[0] < end for begin, end in others)


@cache
def _hash() -> regex.Pattern[str]:
    return regex.compile(r"(?:^|(?<=[\s\ufeff]))#(?P<inner>[^\r\n]*+)")


@cache
def _line_end() -> regex.Pattern[str]:
    return regex.compile(r"[\r\n]")


@cache
def _po_line() -> regex.Pattern[str]:
    return regex.compile(r"(?:^|(?<=[\r\n]))[ \t]*+#(?![~,=:|])(?P<inner>[^\r\n]*+)")


@cache
def _front_line() -> regex.Pattern[str]:
    return regex.compile(r"(?<=[\r\n])[ \t]*+#(?P<inner>[^\r\n]*+)")


@cache
def _markup() -> regex.Pattern[str]:
    return regex.compile(r"<!\[CDATA\[.*?\]\]>|<!--(?P<inner>.*?)-->", flags=regex.DOTALL)


@cache
def _template_marks() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:\{%[-~]?\s*+comment\b[^%}]*+%\}|\{\{~?!(?:--)?|\{#-?|<%--|<%#)(?P<inner>.*?)"
        r"(?:\{%[-~]?\s*+endcomment\s*+[-~]?%\}|(?:--)?~?\}\}|-?#\}|--%>|-?%>)",
        flags=regex.DOTALL,
    )
