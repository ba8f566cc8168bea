"""Slots that a program or the agent still has to fill: ``{{name}}``, ``%{ticket}``, ``[order number]``, ``XXX``.

The syntaxes are those of the helpdesks, snippet tools and template engines whose replies we read. Each scan looks from
an opening mark to the next closing one and remembers it, so that a text full of opening marks costs no more.
"""

from __future__ import annotations

from functools import cache

import regex

from tonecheck.text.edits import places
from tonecheck.text.slots import ANONYMISED, LONGEST_SLOT, is_blank, is_field, is_fill_in, is_marked_field

Spans = list[tuple[int, int]]

_FALLBACK_MARKS = ("fallback", "default", "||", "??", ":-", ' or "', " or '")
_LONGEST_TAG = 500
# A tag that steers may hold a list, or several lines of assignments.
_LONGEST_STATEMENT = 2000
_BRACE_PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TEMPLATE_TAGS = ("OTRS_", "OTOBO_", "KIX_", "ZNUNY_")
_SNIPPET_TAGS = ("filltext:", "fillarea:", "fillpopup:", "fillpart:", "filltop:", "snippet:", "key:", "date:")
_SNIPPET_WORDS = ("clipboard", "fillend", "fillpartend", "|")
_CONVERSIONS = frozenset("sdi")
_NUMBERS = frozenset("eEfFgG")
_FLAGS = frozenset("-#+.0123456789")


def find_placeholders(text: str) -> Spans:
    """The spans of placeholders in order and apart from each other; positions in code points."""
    spans: Spans = []
    closings: dict[str, int] = {}
    if "{" in text:
        spans += _braces(text, closings)
    if "{" in text or "<%" in text:
        spans += _with_braces(text)
    if "<" in text:
        spans += _angles(text, "<", ">", closings)
    if "&lt;" in text:
        spans += _angles(text, "&lt;", "&gt;", closings)
    if "[" in text:
        spans += _brackets(text, closings)
    if "%" in text:
        spans += _percents(text, closings)
    if "xxx" in text.lower():
        spans += (match.span() for match in _crosses().finditer(text))
    if "__" in text:
        spans += (match.span() for match in _underscores().finditer(text) if match["blank"])
    kept: Spans = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def may_fall_back(text: str) -> bool:
    """Whether a text with placeholders can hold fallback words; most cannot, which is quick to see."""
    return any(mark in text for mark in _FALLBACK_MARKS)


def find_anonymised(text: str) -> Spans:
    """The spans of the marks that an anonymiser leaves where an address or a number was, in order."""
    if "<" not in text:
        return []
    return sorted((at, at + len(mark)) for mark in ANONYMISED for at in places(text, mark) if text[at - 1 : at] != "<")


def _closing(text: str, mark: str, start: int, closings: dict[str, int], longest: int = LONGEST_SLOT) -> int:
    """Where ``mark`` stands next from ``start``, -1 when that is too far; ``closings`` keeps what was found before."""
    known = closings.get(mark, -1)
    if known < start:
        found = text.find(mark, start)
        known = closings[mark] = found if found >= 0 else len(text) + longest
    return known if known - start <= longest and known < len(text) else -1


def _braces(text: str, closings: dict[str, int]) -> Spans:
    spans: Spans = []
    done = 0
    for at in places(text, "{"):
        if at < done:
            continue
        closing = _BRACE_PAIRS.get(text[at : at + 2], "")
        longest = _LONGEST_STATEMENT if closing == "%}" else _LONGEST_TAG
        closed = _closing(text, closing, at + 2, closings, longest) if closing else -1
        if closed >= 0:
            done = closed + 2
            done += text.startswith("{{{", at) and text.startswith("}", done)
            spans.append((at, done))
            continue
        closed = _closing(text, "}", at + 1, closings)
        words = text[at + 1 : max(closed, 0)]
        marked = at > 0 and text[at - 1] in "#$%"
        if "{" not in words and (is_field(words) or ((marked or words[:1] in ("!", "$")) and is_marked_field(words))):
            done = closed + 1
            spans.append((at - marked, done))
    return spans


def _with_braces(text: str) -> Spans:
    """Comments and ICU messages, of which other braces may be a part."""
    if not any(mark in text for mark in ("{#", "{{!", "{{~!", "<%#", "<%--", "comment", "plural", "select")):
        return []
    from tonecheck.text.icu import find_messages
    from tonecheck.text.template_comments import find_comments

    return find_comments(text) + find_messages(text)


def _angles(text: str, opening: str, closing: str, closings: dict[str, int]) -> Spans:
    spans: Spans = []
    for at in places(text, opening):
        start = at + len(opening)
        if text.startswith("<%", at):
            closed = _closing(text, "%>", start + 1, closings, _LONGEST_STATEMENT)
            spans += [(at, closed + 2)] if closed >= 0 else []
            continue
        doubled = text.startswith(opening, start)
        start += len(opening) * doubled
        closed = _closing(text, closing, start, closings, _LONGEST_TAG)
        words = text[start : max(closed, 0)]
        end = closed + len(closing) * (1 + doubled)
        if words.startswith("attribute "):  # <attribute key="user.name" default="there"></attribute>
            spans.append((at, end + len("</attribute>") * text.startswith("</attribute>", end)))
        elif _is_template_tag(words) or is_fill_in(words, angle=True):
            spans.append((at, end))
    return spans


def _is_template_tag(words: str) -> bool:
    return words.startswith(_TEMPLATE_TAGS) and len(words) <= LONGEST_SLOT and " " not in words


def _brackets(text: str, closings: dict[str, int]) -> Spans:
    spans: Spans = []
    done = 0
    for at in places(text, "["):
        closing = "]]" if text.startswith("[[", at) else "]"
        start = at + len(closing)
        closed = _closing(text, closing, start, closings) if at >= done else -1
        words = text[start : max(closed, 0)]
        if not words.strip() or "\n" in words:
            continue
        end = closed + len(closing)
        linked = text.startswith(("(", "["), end)  # the words of a Markdown link are prose
        if closing == "]]" or is_blank(words) or (not linked and is_fill_in(words, angle=False)):
            spans.append((at, end))
            done = end
    return spans


@cache
def _crosses() -> regex.Pattern[str]:
    """XXX for what is not known yet; beside digits it hides a part of a card or telephone number."""
    crosses = r"(?<![^\W_])(?<!\d[ -])X{3,}+(?![^\W_])(?!(?:[ -]?X{2,8}){0,4}[ -]?\d)"
    # Small ones are kisses, but for a sum or a number.
    after = r"(?<=[#৳$€£]|(?i:\b(?:tk|taka|rs|order|ticket|number|no|id|by|on|at)|টাকা|নম্বর)[ .:#]{1,3})x{3,}+(?!\w)"
    before = r"(?<!\w)x{3,}+(?= ?(?i:taka|tk|টাকা|tarikh|তারিখ|টা|din|days?|দিন|am|pm|percent|%)(?!\w))"
    return regex.compile(f"{crosses}|{after}|{before}")


@cache
def _underscores() -> regex.Pattern[str]:
    """A line to write on; one that has its line to itself only parts paragraphs."""
    return regex.compile(r"(?:^|(?<=[\r\n]))[ \t]*_{2,}+[ \t]*(?=[\r\n]|$)|(?<!\w)(?P<blank>_{2,}+)(?!\w)")


def _percents(text: str, closings: dict[str, int]) -> Spans:
    spans: Spans = []
    done = 0
    for at in places(text, "%"):
        end = -1 if at < done or text[at - 1 : at].isdigit() else _percent_end(text, at, closings)
        if end > at:
            spans.append((at, end))
            done = end
    return spans


def _percent_end(text: str, at: int, closings: dict[str, int]) -> int:
    for word in _SNIPPET_WORDS:
        if text.startswith(word, at + 1):
            end = at + 1 + len(word)
            return end + text.startswith("%", end)
    if text.startswith(("%%7B", "%7B"), at):
        closed = _closing(text, "%7D", at + 3, closings)
        return closed + 3 if closed >= 0 else -1
    if text.startswith("(", at + 1):
        closed = _closing(text, ")", at + 2, closings)
        named = text[at + 2 : max(closed, 0)].isidentifier()
        kind = closed + 1
        while named and text[kind : kind + 1] in _FLAGS:
            kind += 1
        return kind + 1 if named and text[kind : kind + 1] in _CONVERSIONS | _NUMBERS else -1
    closed = _closing(text, "%", at + 1, closings, _LONGEST_TAG)
    words = text[at + 1 : max(closed, 0)]
    if words.startswith(_SNIPPET_TAGS) or (len(words) > 2 and words.isupper() and words.isidentifier()):
        return closed + 1
    numbered = text[at + 1 : at + 2].isdigit() and text.startswith("$", at + 2)
    kind = at + (3 if numbered else 1)
    return kind + 1 if text[kind : kind + 1] in _CONVERSIONS and not text[kind + 1 : kind + 2].isalnum() else -1
