"""Findings that a library asks us not to tell of: its remarks go to their replies, and those of no use are told of.

A comment speaks of the next reply that begins behind it; above an entry with several texts, of all of them. A member or
column ``tonecheck`` speaks of its entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from tonecheck.errors import Problem
from tonecheck.excerpts import Excerpt
from tonecheck.model import Finding, Reply
from tonecheck.positions import Place, line_starts, utf8_column, utf16_column
from tonecheck.remarks import WORD, Wrong, find_misplaced, find_remarks, read_remark
from tonecheck.reports.report import Checked, Located, Span
from tonecheck.sources.layers import outer_span
from tonecheck.sources.source import Ignore, Item, Skipped, SourceReply, Stretch, in_file

UNUSED = "unused-ignore"
"""The rule of a finding about a remark that silences nothing."""
_MISPLACED = Wrong(
    "this remark stands among the words of the reply, where the customer reads it",
    'write it in a comment above the reply, in JSON as a member "tonecheck" of its entry, in a table in a column '
    '"tonecheck"; a draft has no place for it: use --ignore',
)
_NO_REPLY = Wrong("no reply begins behind this remark", "put it above the reply that it speaks of")


class Ignoring(NamedTuple):
    """What remarks may name: the ids of all rules; and which of them run on a reply."""

    known: tuple[str, ...]
    active: Callable[[Reply], Container[str]]


class _Waiting(NamedTuple):
    """A remark in a comment, and where it stands in the stretch that is being read; -1 when it stands before it."""

    begin: int
    ignore: Ignore


class _Reading(NamedTuple):
    """How a stretch is read: the path of its file, the rules that there are, and the remarks above it."""

    stretch: Stretch
    path: str
    known: tuple[str, ...]
    before: tuple[_Waiting, ...]


def ignored(source: SourceReply) -> frozenset[str]:
    """The rules that are not to be told of for a reply."""
    return frozenset(rule for ignore in source.ignores for rule in ignore.rules)


def not_ignored(source: SourceReply, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a reply that are to be told of, and fixed."""
    silent = ignored(source)
    return [finding for finding in findings if finding.rule not in silent]


def with_ignores(
    stretches: Iterable[Stretch | Problem], path: str, ignoring: Ignoring | None
) -> Iterator[Stretch | Problem]:
    """Stretches whose replies have their ``ignores``, unless ``ignoring`` is ``None``. A remark that cannot be read,
    names a rule that there is not, or has no reply to speak of is a ``Problem`` at its place."""
    if ignoring is None:
        yield from stretches
        return
    waiting: list[_Waiting] = []
    at = path
    for stretch in stretches:
        if isinstance(stretch, Problem):
            yield stretch
            continue
        if (stretch.path or path) != at:
            yield from _without_reply(waiting)
            waiting, at = [], stretch.path or path
        reading = _Reading(stretch, at, ignoring.known, tuple(waiting))
        yield stretch._replace(read=partial(_items, reading))
        if waiting or (stretch.comments and WORD in stretch.text):
            waiting = _resolved(reading, stretch.text, list(stretch.read(stretch.text)))[1]
    yield from _without_reply(waiting)


def silence(steps: Iterable[tuple[SourceReply | None, Checked]], ignoring: Ignoring | None) -> Iterator[Checked]:
    """Steps, each with the reply that it is about, without the findings that are ignored. What a remark does not need
    to ignore is a finding of its own, once all replies are seen that it speaks of."""
    idle: dict[Ignore, dict[str, bool]] = {}
    for source, step in steps:
        if source is None or ignoring is None or not (source.ignores or idle):
            yield step
            continue
        found = {located.finding.rule for located in step.findings}
        for ignore in [ignore for ignore in idle if ignore not in source.ignores]:
            yield from _unused(ignore, idle.pop(ignore))
        active = ignoring.active(source.reply) if source.ignores else ()
        for ignore in source.ignores:
            rules = idle.setdefault(ignore, {})
            for rule in ignore.rules:
                # A rule that was stopped has not said that there is nothing.
                speaks = rule in found or bool(step.problems)
                if speaks or rule in active:
                    rules[rule] = rules.get(rule, True) and not speaks
        silent = ignored(source)
        kept = tuple(located for located in step.findings if located.finding.rule not in silent)
        yield step._replace(findings=kept, silenced=len(step.findings) - len(kept))
    for ignore, rules in idle.items():
        yield from _unused(ignore, rules)


def _items(reading: _Reading, text: str) -> Iterator[Item]:
    items = reading.stretch.read(text)
    if reading.before or WORD in text:
        yield from _resolved(reading, text, list(items))[0]
        return
    for item in items:
        if isinstance(item, SourceReply) and item.notes:
            yield from _resolved(reading, text, [item, *items])[0]
            return
        yield item


def _resolved(reading: _Reading, text: str, items: list[Item]) -> tuple[list[Item], list[_Waiting]]:
    """Items of a text of a stretch with their ignores, problems of remarks first; and the remarks that no reply begins
    behind."""
    stretch = reading.stretch._replace(text=text, lines=line_starts(text))
    comments = stretch.comments(text) if stretch.comments and WORD in text else []
    problems: list[Problem] = []

    def ignore_of(said: str | None, begin: int, end: int) -> Ignore:
        rules, wrong = read_remark(said, reading.known)
        problems.extend(_problem(reading, stretch, begin, one) for one in wrong)
        at = in_file(stretch, begin)
        before = text[begin - at.column + 1 : begin]
        words = text[begin:end].replace("\r", "\n").partition("\n")[0].rstrip()
        return Ignore(rules, reading.path, at, (utf16_column(before), utf8_column(before)), words)

    remarks = find_remarks(text, comments)
    waiting = [_Waiting(remark.begin, ignore_of(remark.text, remark.begin, remark.end)) for remark in remarks]
    targets, left = _targets(items, [*(one._replace(begin=-1) for one in reading.before), *waiting])
    members: dict[int, Ignore] = {}
    told: list[Item] = []
    for number, item in enumerate(items):
        if isinstance(item, SourceReply):
            for note in item.notes:
                if note.begin not in members:
                    members[note.begin] = ignore_of(note.text, note.begin, note.end)
            own = (*(members[note.begin] for note in item.notes), *targets.get(number, ()))
            problems.extend(_misplaced(reading, stretch, item, comments))
            item = item._replace(ignores=tuple(ignore for ignore in own if ignore.rules))
        told.append(item)
    return [*sorted(problems), *told], left


def _misplaced(
    reading: _Reading, stretch: Stretch, item: SourceReply, comments: list[tuple[int, int]]
) -> Iterator[Problem]:
    where = item.layers[-1].where
    if len(where.starts):
        for begin in find_misplaced(stretch.text, where.starts[0], where.ends[-1], comments):
            yield _problem(reading, stretch, begin, _MISPLACED)


def _targets(items: list[Item], waiting: list[_Waiting]) -> tuple[dict[int, list[Ignore]], list[_Waiting]]:
    """Which remarks speak of which items, by their number, and those that speak of none. A reply that is left out takes
    the remarks above it along."""
    if not waiting:
        return {}, []
    begins = sorted((*_begins(item), number) for number, item in enumerate(items) if not isinstance(item, Problem))
    entries: dict[int, list[int]] = {}
    for _, entry, number in begins:
        entries.setdefault(entry, []).append(number)
    targets: dict[int, list[Ignore]] = {}
    left: list[_Waiting] = []
    for one in waiting:
        at = bisect_right(begins, one.begin, key=lambda begin: begin[0])
        if at == len(begins):
            left.append(one)
            continue
        _, entry, next_one = begins[at]
        for number in entries[entry] if one.begin < entry else (next_one,):
            targets.setdefault(number, []).append(one.ignore)
    return targets, left


def _begins(item: SourceReply | Skipped) -> tuple[int, int]:
    """Where the words of an item begin, and its entry; -1 for one of no entry."""
    if isinstance(item, Skipped):
        return item.words, item.begin
    text = item.reply.text
    blank = len(text) - len(text.lstrip())
    first = blank if blank < len(text) else 0
    end = first + 1 if first < len(text) else first
    return outer_span(item.layers, first, end)[0], -1 if item.entry is None else item.entry


def _unused(ignore: Ignore, rules: dict[str, bool]) -> Iterator[Checked]:
    for rule in (rule for rule, idle in rules.items() if idle):
        message = f"{rule} finds nothing in the reply that this remark speaks of: take the rule out of it."
        start = max(ignore.words.find(rule), 0)
        end = start + len(rule) if ignore.words.startswith(rule, start) else len(ignore.words)
        finding = Finding(UNUSED, "warning", "en", message, start, end, ignore.words[start:end], (), ())
        before = ignore.words[:start], ignore.words[:end]
        span = Span(
            _moved(ignore.at, start),
            _moved(ignore.at, end),
            (ignore.columns[0] + utf16_column(before[0]) - 1, ignore.columns[0] + utf16_column(before[1]) - 1),
            (ignore.columns[1] + utf8_column(before[0]) - 1, ignore.columns[1] + utf8_column(before[1]) - 1),
        )
        excerpt = Excerpt(ignore.words[:start], ignore.words[start:end], ignore.words[end:])
        own = Span(Place(1, start + 1, start), Place(1, end + 1, end))
        yield Checked((Located(ignore.path, None, finding, span, (), excerpt, 1, None, None, own),))


def _moved(at: Place, characters: int) -> Place:
    return Place(at.line, at.column + characters, at.offset + characters)


def _without_reply(waiting: Iterable[_Waiting]) -> Iterator[Problem]:
    for one in waiting:
        at = one.ignore.at
        yield Problem(one.ignore.path, at.line, at.column, *_NO_REPLY)


def _problem(reading: _Reading, stretch: Stretch, begin: int, wrong: Wrong) -> Problem:
    at = in_file(stretch, begin)
    return Problem(reading.path, at.line, at.column, wrong.message, wrong.hint)
