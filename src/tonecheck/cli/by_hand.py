"""The pipeline with a person in it: a file is fixed finding by finding, and written at its end or when they quit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from tonecheck.errors import Problem
from tonecheck.fix_file import Fixing, Step, edited, first_bytes, fixes_made, stretches
from tonecheck.fixes import Fix
from tonecheck.fixing import Made, fix_one, made_with
from tonecheck.locating import locate
from tonecheck.model import Finding, Suggestion
from tonecheck.reports.report import Checked, FixMade, Located
from tonecheck.run import check_reply
from tonecheck.sources.decode import encoding_of
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.source import Context, Item, SourceReply, Stretch, Unwritable
from tonecheck.sources.write_back import Change, version
from tonecheck.suppress import not_ignored, silence
from tonecheck.text.placeholders import find_placeholders


class Quit(Exception):
    """The person wants no more questions; what they accepted is kept."""


class Choice(NamedTuple):
    """What is to be made of a finding: words to put in, ``typed`` when they are the person's own."""

    suggestion: Suggestion
    typed: bool = False


class Person(NamedTuple):
    """Who is asked. ``choose`` gives what is to be made of a finding, ``None`` to leave it, and raises ``Quit``;
    ``tell`` says why something could not be done; ``has_quit`` is whether they have quit before."""

    choose: Callable[[Located], Choice | None]
    tell: Callable[[str], object]
    has_quit: Callable[[], bool]


class _Work(NamedTuple):
    """A stretch amid the work: its text now, what was fixed, and the findings of this reply that are to be left: their
    rules and places, -1 for what is missing."""

    text: str
    items: Sequence[Item]
    made: tuple[Made, ...] = ()
    left: frozenset[tuple[str, int, int]] = frozenset()


class _Desk(NamedTuple):
    """What the work on a stretch needs beside it; ``moved``: how many characters and lines the stretches before it
    have gained."""

    fixing: Fixing
    person: Person
    stretch: Stretch
    path: str
    encoding: str
    moved: tuple[int, int]


def fix_by_hand(fixing: Fixing, person: Person, context: Context, path: str, file: BinaryIO) -> Iterator[Checked]:
    """Asks about each finding of one open file; the steps tell what is left of what was asked about. A file with
    problems is not touched. Raises ``InputError`` when it cannot be read or written."""
    if not person.has_quit():
        yield from silence(_fix(fixing, person, context, path, file), fixing.ignoring)


def _fix(fixing: Fixing, person: Person, context: Context, path: str, file: BinaryIO) -> Iterator[Step]:
    problems = tuple(_problems(fixing, context, path, file))
    if problems:
        hint = "correct what is wrong with it, then run it again"
        problem = Problem(path, 0, 0, "not fixed, for the file has errors", hint)
        yield None, Checked(problems=(*problems, problem), files=1)
        return
    file.seek(0)
    seen = version(file)
    encoding = encoding_of(first_bytes(file), context.encoding).codec
    changes: list[Change] = []
    fixes: list[FixMade] = []
    moved = 0, 0
    stopped: BaseException | None = None
    for stretch in stretches(fixing, context, path, file):
        assert isinstance(stretch, Stretch), "the file has no problems"
        desk = _Desk(fixing, person, stretch, stretch.path or path, encoding, moved)
        work, steps, stopped = _at(desk)
        yield from steps
        if work.text != stretch.text:
            after = edited(stretch, work.text, *moved)
            changes.append(Change(stretch.offset, len(stretch.text), work.text))
            fixes += fixes_made(desk.path, after, work.made)
            moved = after.offset - stretch.offset, after.line - stretch.line
            moved = moved[0] + len(work.text) - len(stretch.text), moved[1] + len(after.lines) - len(stretch.lines)
        if stopped:
            break
    fixing.deliver(path, file, seen, changes)
    yield None, Checked(files=1, fixed=len(fixes), fixes=tuple(fixes), path=path)
    if isinstance(stopped, KeyboardInterrupt):
        raise stopped


def _problems(fixing: Fixing, context: Context, path: str, file: BinaryIO) -> Iterator[Problem]:
    """What is wrong with the file, before anybody is asked."""
    for stretch in stretches(fixing, context, path, file):
        if isinstance(stretch, Problem):
            yield stretch
        else:
            yield from (item for item in stretch.read(stretch.text) if isinstance(item, Problem))


def _at(desk: _Desk) -> tuple[_Work, list[Step], BaseException | None]:
    """The work on one stretch: how it ends, what is left, and why it was stopped."""
    text = desk.stretch.text
    work = _Work(text, list(desk.stretch.read(text)))
    steps: list[Step] = []
    for number in range(len(work.items)):
        stopped: BaseException | None = None
        try:
            # After each answer: what was accepted stays whatever stops it.
            for answered in _answers(desk, work, number):
                work = answered
        except (Quit, KeyboardInterrupt) as reason:
            stopped = reason
        if not isinstance(stopped, KeyboardInterrupt):
            steps.append(_left(desk, work, number))
        if stopped:
            return work, steps, stopped
    return work, steps, None


def _left(desk: _Desk, work: _Work, number: int) -> Step:
    item = work.items[number]
    if not isinstance(item, SourceReply):
        return None, Checked(skipped=1)
    step = check_reply(desk.fixing.examine, desk.path, edited(desk.stretch, work.text, *desk.moved), item)
    note = item.read_only if step.findings else None
    return item, step._replace(notes=(f"{desk.path}: {note}",)) if note else step


def _answers(desk: _Desk, work: _Work, number: int) -> Iterator[_Work]:
    """The work after each answer about one reply."""
    work = work._replace(left=frozenset())
    while (asked := _next(desk, work, number)) is not None:
        item, finding = asked
        (located,) = locate(desk.path, edited(desk.stretch, work.text, *desk.moved), item, (finding,))
        choice = desk.person.choose(located)
        changed = None if choice is None else _made(desk, work, number, finding, choice)
        work = changed or work._replace(left=work.left | {_key(finding)})
        yield work


def _next(desk: _Desk, work: _Work, number: int) -> tuple[SourceReply, Finding] | None:
    """The first finding of a reply that is not to be left."""
    item = work.items[number]
    if not isinstance(item, SourceReply) or item.read_only or not item.reply.text.strip():
        return None
    findings = not_ignored(item, desk.fixing.alone(item.reply).findings)
    return next(((item, finding) for finding in findings if _key(finding) not in work.left), None)


def _made(desk: _Desk, work: _Work, number: int, finding: Finding, choice: Choice) -> _Work | None:
    """The work with a choice made; ``None`` when it cannot be written, or changes nothing."""
    start, end, words = choice.suggestion.start, choice.suggestion.end, choice.suggestion.text
    # Who types the words, or is asked about a placeholder, means it.
    by_hand = choice.typed or any(find_placeholders(finding.match))
    fix = Fix(finding, choice.suggestion)
    try:
        unit = fix_one(desk.stretch, work.text, work.items, number, fix, desk.encoding, by_hand)
    except Unwritable as reason:
        desk.person.tell(f"not fixed: {reason}")
        return None
    text = apply_edits(work.text, list(unit.edits))
    if text == work.text:
        return None
    gained = len(words) - (end - start)
    left = {
        key if key[2] <= start else (key[0], key[1] + gained, key[2] + gained)
        for key in work.left
        if key[2] <= start or end <= key[1]
    }
    return _Work(text, list(desk.stretch.read(text)), made_with(work.made, work.items, [unit]), frozenset(left))


def _key(finding: Finding) -> tuple[str, int, int]:
    # What is missing may belong elsewhere once other words have changed.
    return (finding.rule, finding.start, finding.end) if finding.match else (finding.rule, -1, -1)
