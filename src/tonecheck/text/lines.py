"""What each line of a draft is: the agent's prose, or quoted mail, signature, header, footer around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tonecheck.text import mail

PROSE, SUBJECT = "prose", "subject"
QUOTED, ATTRIBUTION, FORWARD = "quoted", "attribution", "forward"
SIGNATURE, HEADER, FOOTER = "signature", "header", "footer"

_THREAD = (QUOTED, ATTRIBUTION, FORWARD)
_LONGEST_ATTRIBUTION = 4
_WRAPPED_AT = 60
_SENTENCE_ENDS = (".", "!", "?", "।", ":", ")", '"')


class Line(NamedTuple):
    """One line in code points, its line break left out. ``kind`` is one of this module's constants."""

    start: int
    end: int
    kind: str


def classify(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` in order. Lines end at LF, CRLF and CR; a break at the very end begins no line.

    A blank line is prose unless it lies inside a signature, a forwarded message or an unmarked thread.
    """
    spans = _line_spans(text)
    words = [text[start:end].strip() for start, end in spans]
    kinds = [PROSE] * len(spans)
    _mark_quotes(words, kinds)
    top = _mark_headers(words, kinds)
    _mark_forward(words, kinds, top)
    _mark_attributions(words, kinds)
    _mark_wrapped_quotes(words, kinds)
    _mark_signatures(words, kinds)
    _mark_footer(words, kinds)
    return tuple(Line(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))


def quoted_message(text: str, lines: Sequence[Line]) -> str | None:
    """The customer's words quoted or forwarded in a draft: the first level, without marks, attributions and signatures.

    None when there is no quoted text. ``lines`` is ``classify(text)``.
    """
    forward = [text[line.start : line.end] for line in lines if line.kind == FORWARD]
    quoted = [_unquoted(text[line.start : line.end]) if line.kind == QUOTED else None for line in lines]
    if forward and not any(quoted):
        return _own_words("\n".join(_forward_body(forward)))
    kept: list[str] = []
    for words in quoted:
        if words is not None:
            kept.append(words)
        elif kept and kept[-1]:  # the agent's words between two quotes part them
            kept.append("")
    return _own_words("\n".join(kept))


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        # A CR right before the LF is part of that line break, any other CR is a break of its own.
        for line in piece.removesuffix("\r").split("\r") if end < len(text) else piece.split("\r"):
            spans.append((start, start + len(line)))
            start += len(line) + 1
        start = end + 1
    if spans[-1] == (len(text), len(text)):
        spans.pop()
    return spans


def _is_quote(words: str) -> bool:
    # The second character tells a quote from an angry face.
    return words.startswith(">") and words[1:2] not in (":", ".", "_", "=", "<")


def _mark_quotes(words: list[str], kinds: list[str]) -> None:
    bars = {at for at, line in enumerate(words) if line.startswith("| ") and not line.endswith("|")}
    for at, line in enumerate(words):
        if _is_quote(line) or (at in bars and len(bars) > 1):
            kinds[at] = QUOTED


def _block(words: Sequence[str], start: int) -> int:
    """The end of the run of header lines at ``start``."""
    end = start
    while end < len(words) and mail.header_label(words[end]):
        end += 1
    return end


def _mark_headers(words: list[str], kinds: list[str]) -> int:
    """Mark the header at the top of the draft; returns the index of the line after it."""
    start = next((at for at, line in enumerate(words) if line), len(words))
    end = _block(words, start)
    if end == start or not mail.is_header_block(words[start:end], parted=not any(words[end : end + 1])):
        return 0
    for at in range(start, end):
        kinds[at] = SUBJECT if mail.is_subject(mail.header_label(words[at])) else HEADER
    return end


def _mark_forward(words: list[str], kinds: list[str], top: int) -> None:
    at = top
    while at < len(words):
        if not words[at]:
            at += 1
            continue
        start = at + 1 if mail.is_rule(words[at]) else at
        start += start > at and not any(words[start : start + 1])
        end = _block(words, start)
        block = end > start and mail.is_quoted_header_block(words[start:end])
        if kinds[at] == PROSE and (block or mail.is_forward_mark(words[at])):
            kinds[at:] = [FORWARD] * (len(words) - at)
            return
        at = max(at + 1, end)  # no block is read twice


def _mark_attributions(words: list[str], kinds: list[str]) -> None:
    last_quoted = max((at for at, kind in enumerate(kinds) if kind == QUOTED), default=-1)
    for last, line in enumerate(words):
        if kinds[last] != PROSE or not mail.ends_attribution(line):
            continue
        after = next((at for at in range(last + 1, len(words)) if words[at]), len(words))
        before_quote = after < len(words) and kinds[after] == QUOTED
        first = _attribution_start(words, kinds, last, before_quote)
        if first is None:
            continue
        kinds[first : last + 1] = [ATTRIBUTION] * (last + 1 - first)
        if last_quoted < last:  # the mail program did not mark the quote: all that follows is the thread
            kinds[last + 1 :] = [kind if kind in _THREAD else QUOTED for kind in kinds[last + 1 :]]


def _attribution_start(words: list[str], kinds: list[str], last: int, before_quote: bool) -> int | None:
    """The first line of the attribution that ends at ``last``, or None when the line is ordinary prose."""
    found = None
    for first in range(last, max(last - _LONGEST_ATTRIBUTION, -1), -1):
        if kinds[first] != PROSE or not words[first]:
            break
        joined = " ".join(words[first : last + 1])
        named = mail.names_writer(joined)
        dated = words[first].startswith("On ") or "তারিখে" in joined
        if dated and (named or (before_quote and any(map(str.isdigit, joined)))):
            return first
        short = before_quote and first == last and len(joined) < _WRAPPED_AT and not mail.says_you(joined)
        if found is None and (named or short):
            found = first
    return found


def _mark_wrapped_quotes(words: list[str], kinds: list[str]) -> None:
    """A mail program that breaks a long quoted line leaves its end unmarked on the next one."""
    for at in range(1, len(words)):
        broken = len(words[at - 1]) >= _WRAPPED_AT and not words[at - 1].endswith(_SENTENCE_ENDS)
        if kinds[at] == PROSE and kinds[at - 1] == QUOTED and broken and words[at][:1].islower():
            kinds[at] = QUOTED


def _mark_signatures(words: list[str], kinds: list[str]) -> None:
    inside = written = False
    for at, line in enumerate(words):
        if kinds[at] in _THREAD:
            inside = False
        elif kinds[at] == PROSE:
            inside = inside or (line == "--" and written)
            if inside or (line and mail.is_device_line(line)):
                kinds[at] = SIGNATURE
            written = written or bool(line)


def _mark_footer(words: list[str], kinds: list[str]) -> None:
    """Mark the legal paragraphs under the agent's last words."""
    for first, last in reversed(list(_paragraphs(words, kinds))[1:]):
        if not mail.is_footer(" ".join(words[first:last])):
            return
        kinds[first:last] = [FOOTER] * (last - first)


def _paragraphs(words: list[str], kinds: list[str]) -> Iterator[tuple[int, int]]:
    start = None
    for at in range(len(words) + 1):
        prose = at < len(words) and kinds[at] == PROSE and bool(words[at])
        if prose and start is None:
            start = at
        elif not prose and start is not None:
            yield start, at
            start = None


def _unquoted(line: str) -> str:
    """A quoted line without the mark of its first level; a deeper one keeps its own."""
    line = line.strip()
    return line[1:].strip() if line.startswith((">", "|")) else line


def _forward_body(forward: list[str]) -> list[str]:
    """The lines under the header of a forwarded message."""
    body = [line.strip() for line in forward]
    written = [line for line in body[1:] if line]
    if written and all(line.startswith(">") for line in written):
        body = [_unquoted(line) for line in body]
    at = 0
    while at < len(body) and (not body[at] or mail.is_forward_mark(body[at]) or mail.is_rule(body[at])):
        at += 1
    return body[_block(body, at) :]


def _own_words(message: str) -> str | None:
    """The prose of a message that may quote others in its turn."""
    lines = classify(message)
    prose = "\n".join(message[line.start : line.end] for line in lines if line.kind in (PROSE, SUBJECT))
    return prose.strip() or None
